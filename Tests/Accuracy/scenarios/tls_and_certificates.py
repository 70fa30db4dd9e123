"""TLS handshakes and the certificates behind them."""

from .events import D, att, case, conn, disc, rcm, s131fail, s226, success

case('keyacl-36870-host','definite','cert-private-key-acl',sum([s131fail(t,'10.9.1.4',i)+[(t+.3,'sch',36870,D(Type='server',ErrorCode='0x8009030d',ErrorStatus='10001'),{})] for i,t in enumerate((0,40,300))],[]),'cert-key-missing')
case('keyacl-1058-de','definite','cert-private-key-acl',rcm(0,1058,'Zugriff verweigert')+rcm(3600,1058,'Zugriff verweigert'),'cert-expired-not-renewed;cert-key-missing')
case('keymissing-1057','definite','cert-key-missing',rcm(0,1057,'Keyset does not exist')+rcm(900,1057,'Keyset does not exist'),'cert-private-key-acl')
case('keymissing-36870-16','definite','cert-key-missing',[(t,'sch',36870,D(Type='server',ErrorCode='0x80090016',ErrorStatus='10001'),{}) for t in (0,10,60)],'cert-private-key-acl')
case('keymissing-36869','definite','cert-key-missing',[(t,'sch',36869,[],{}) for t in (0,50)],'cert-private-key-acl;cert-configured-invalid')
case('confinvalid-1051','definite','cert-configured-invalid',rcm(0,1051)+rcm(600,1051),'')
case('confinvalid-1055','definite','cert-configured-invalid',rcm(0,1055,'A1B2','Keyset does not exist'),'cert-private-key-acl;cert-key-missing')
case('tls-ver-36871','definite','tls-version-disabled',[(0,'sch',36871,D(Type='server',ErrorState='10013'),{}),(30,'sch',36871,D(Type='server',ErrorState='10013'),{})]+s131fail(29.5,'10.3.3.3',1),'tls-no-common-cipher')
case('tls-ver-alert70','definite','tls-version-disabled',s131fail(0,'10.3.3.3',1)+[(.2,'sch',36888,D(AlertDesc='70',ErrorState='1206'),{})]+s131fail(60,'10.3.3.3',2)+[(60.2,'sch',36888,D(AlertDesc='70',ErrorState='1206'),{})],'tls-no-common-cipher')
case('tls-client-36871-noise','benign','',[(t,'sch',36871,D(Type='client',ErrorState='10013'),{}) for t in (0,600,1200)]+success(700,'ann','10.1.1.1'),'tls-version-disabled')
case('cipher-both','definite','tls-no-common-cipher',s131fail(0,'10.3.3.3',1)+[(.2,'sch',36874,D(Protocol='TLS 1.2'),{})],'tls-version-disabled')
case('tls-record-20-960','definite','tls-record-corruption',s131fail(0,'10.3.3.3',1)+[(.4,'sch',36888,D(AlertDesc='20',ErrorState='960'),{})]+s131fail(100,'10.3.3.3',2)+[(100.4,'sch',36888,D(AlertDesc='20',ErrorState='960'),{})],'')
case('client-904-226','insufficient','',conn(0,'srv-7')+s226(.4,code=2147549183)+disc(.5,2308),'cert-private-key-acl;cert-key-missing;tls-no-common-cipher;tls-version-disabled;auth-bad-credentials;non-rdp-listener')
case('clientrejects-6919','definite','cert-client-rejects',att(0,'srv7.corp.example',6919)+att(60,'srv7.corp.example',6919,act=2),'cert-expired-not-renewed')
case('cert-malformed','definite','cert-malformed',att(0,'10.0.0.9',1798)+att(30,'10.0.0.9',1798,act=2),'third-party-server-fault')
case('template','definite','cert-template-enrollment-failed',rcm(0,1064,'RDPTemplate','The RPC server is unavailable')+rcm(30000,1064,'RDPTemplate','The RPC server is unavailable'),'')
