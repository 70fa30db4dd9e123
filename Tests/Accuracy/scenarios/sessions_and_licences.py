"""What fails after security is done."""

from .events import D, U, att, c131, case, conn, disc, s226, success, ud

case('lic-grace-1128','definite','license-grace-expired',[(0,'rcma',1128,[],ud('EventXML','Event_NS'))],'')
case('lic-server','definite','license-server-unreachable',[(0,'rcma',1131,[],ud('EventXML','Event_NS',Param1='LIC1'))],'license-grace-expired')
case('lic-exhausted','definite','license-exhausted',[(0,'lic',21,U('TS CAL','LIC1'),{})],'')
case('lic-client','definite','license-client-store',att(0,'rds1',261,3)+att(60,'rds1',261,3,2),'')
case('replaced','definite','session-replaced',success(0,'ann','10.1.2.3',1)+[(900,'core',72,[('MethodName','SetErrorInfo(0x5)')],dict(a=1)),(900.1,'core',103,D(ReasonCode='5'),dict(a=1)),(900.2,'lsm',40,[],dict(a=1,**ud('EventXML','Event_NS',Session='3',Reason='5')))]+c131(899,'10.1.2.8',2)+[(900.3,'lsm',25,[],dict(a=2,**ud('EventXML','Event_NS',User='CORP\\ann',SessionID='3',Address='10.1.2.8')))],'')
case('profile','definite','profile-load-failure',success(0,'ann','10.1.2.3',1)+[(4,'prof',1500,D(Error='access denied'),{}),(6,'lsm',23,[],dict(a=1,**ud('EventXML','Event_NS',User='CORP\\ann',SessionID='3')))],'')
case('drain','definite','drain-mode',[(0,'rcma',1070,[],ud('EventXML','Event_NS',Param1='ann'))],'')
case('connlimit','definite','connection-limit',[(0,'rcma',1013,[],ud('EventXML','Event_NS'))],'')
case('declined','definite','user-declined',[(0,'rcma',1151,[],ud('EventXML','Event_NS',Param1='ann'))],'')
case('loop','definite','console-loop',att(0,'localhost',1800,4),'')
case('limit-policy','benign','',success(0,'ann','10.1.2.3',1)+[(3600,'lsm',40,[],dict(a=1,**ud('EventXML','Event_NS',Session='3',Reason='3'))),(3600.1,'lsm',24,[],dict(a=1,**ud('EventXML','Event_NS',User='CORP\\ann',SessionID='3',Address='10.1.2.3')))],'session-limit-policy')
case('gfx','definite','gfx-decode-failure',conn(0,'vm')+[(2,'client',1025,[],dict(a=1))]+s226(5,m='RDPClient_GFX',ps='GfxStateDecodingRdpGfxPdu',ns='GfxStateError',ev='GfxEventDecodingBulkCompressorFailed')+disc(5.1,2308),'')
case('mstsc-crash','definite','client-crash',conn(0,'vm')+[(20,'app',1000,U('mstsc.exe','10.0.1','1','mstscax.dll','10','1','c0000005','0','1','1','C:\\Windows\\System32\\mstsc.exe','C:\\Windows\\System32\\mstscax.dll','x'),{})],'')
