"""Healthy logs: nothing may be diagnosed here."""

from .events import D, case, conn, disc, rcm, s131fail, success, ud

case('ok-session','benign','',success(0,'ann','10.1.2.3',1)+[(600,'core',107,[],dict(a=1)),(600.1,'core',103,D(ReasonCode='13'),dict(a=1)),(600.2,'lsm',23,[],dict(a=1,**ud('EventXML','Event_NS',User='CORP\\ann',SessionID='3')))])
case('ok-probe','benign','',s131fail(0,'10.1.2.3',1)+success(2,'ann','10.1.2.3',2))
case('scan','benign','',sum([s131fail(i*7,'203.0.113.%d'%(i%5),i) for i in range(12)],[])+success(300,'ann','10.1.2.3',77),'brute-force-saturation;auth-bad-credentials')
case('old-fault-then-ok','benign','',rcm(-80000,1058,'Access is denied')+rcm(-70000,1056,'A1')+success(0,'ann','10.1.2.3',1),'cert-private-key-acl;cert-expired-not-renewed')
case('client-ok','benign','',conn(0,'srv')+[(1,'client',1028,D(TraceMessage='supported'),dict(a=1)),(2,'client',1025,[],dict(a=1)),(3,'client',1027,D(DomainName='CORP',SessionId='2'),dict(a=1))]+disc(900,1))
