"""RD Gateway and the connection broker."""

from .events import D, att, case, gw, ud

G = dict(Username='CORP\\ann',IpAddress='198.51.100.9')
case('gw-cap','definite','gateway-cap-denied',gw(0,312,**G)+gw(1,201,**G,AuthType='NTLM',ConnectionProtocol='HTTP',ErrorCode='23003'),'gateway-nps-failure')
case('gw-rap','definite','gateway-rap-denied',gw(0,312,**G)+gw(1,200,**G,ErrorCode='0')+gw(1.2,301,**G,Resource='srv9',ErrorCode='23002'),'')
case('gw-target','definite','gateway-target-unreachable',gw(0,312,**G)+gw(1,200,**G,ErrorCode='0')+gw(1.2,300,**G,Resource='srv9',ErrorCode='0')+gw(22,304,**G,Resource='srv9',ConnectionProtocol='HTTP',ErrorCode='23005'),'')
case('gw-limit','definite','gateway-limit-reached',gw(0,312,**G)+gw(1,203,**G,ErrorCode='0'),'gateway-session-timeout')
case('gw-unreach-client','definite','gateway-unreachable',att(0,'srv9',50331660,15),'gateway-target-unreachable')
case('gw-nps6274','definite','gateway-nps-failure',gw(0,312,**G)+[(1,'sec',6274,D(SubjectUserName='CORP\\ann',ReasonCode='117',Reason='The remote RADIUS server did not respond'),{})]+gw(31,201,**G,ErrorCode='23003'),'')
case('gw-crash','definite','gateway-service-crash',[(0,'scm',7034,D(param1='Remote Desktop Gateway',param2='1'),{})],'')
case('gw-ok','benign','',gw(0,312,**G)+gw(1,200,**G,ErrorCode='0')+gw(1.2,300,**G,Resource='srv9',ErrorCode='0')+gw(1.5,302,**G,Resource='srv9',ErrorCode='0')+gw(3000,303,**G,Resource='srv9',BytesReceived='99999999',BytesTransfered='888888',SessionDuration='2998',ConnectionProtocol='HTTP',ErrorCode='1226'),'')
case('broker-db','definite','broker-database-failure',[(0,'broker',2056,[],ud('EventXML','Event_NS',Param1='SQL'))],'')
case('broker-redirect','definite','broker-redirect-failed',[(0,'brokerc',1296,[],ud('EventXML','Event_NS',param1='CORP\\ann',param2='0x80070005'))],'broker-unavailable')
case('broker-join','definite','broker-host-not-joined',[(0,'brokerc',1280,[],ud('EventXML','Event_NS',param1='BRK1',param2='0x800706ba'))],'broker-unavailable')
