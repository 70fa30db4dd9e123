"""Names, addresses, routes and filters."""

from .events import D, U, att, case, success, ud

case('dns-260','definite','dns-failure',att(0,'no-such-host',260,2)+att(30,'no-such-host',260,2,2),'')
case('516-alone','insufficient','',att(0,'rds1',516,21)+att(60,'rds1',516,21,2),'tcp-filtered;termservice-down;rdp-disabled;host-sleep;host-unreachable;tcp-refused;firewall-profile-flip')
case('dup-ip','definite','ip-address-conflict',[(0,'tcpip',4199,U('10.0.0.5','00-11-22-33-44-55'),{})],'')
case('port-exh','definite','tcp-port-exhaustion',[(0,'tcpip',4231,[],{}),(60,'tcpip',4231,[],{})]+att(61,'rds1',516),'')
case('pathlost-host','definite','path-lost-mid-session',success(0,'ann','10.1.2.3',1)+[(1800,'core',143,D(error='121'),dict(a=1)),(1800.01,'core',226,[('StateTransition','RDP_TCP'),('PreviousState','23'),('PreviousStateName','StateUnknown'),('NewState','21'),('NewStateName','StateDisconnected'),('Event','43'),('EventName','Event_Disconnect'),('ErrorCode','0x80070079')],dict(a=1)),(1800.2,'core',103,D(ReasonCode='14'),dict(a=1)),(1801,'lsm',24,[],dict(a=1,**ud('EventXML','Event_NS',User='CORP\\ann',SessionID='3',Address='10.1.2.3'))),(1801.1,'lsm',40,[],dict(a=1,**ud('EventXML','Event_NS',Session='3',Reason='0')))],'nat-idle-timeout;host-unreachable')
case('fw-flip','definite','firewall-profile-flip',[(-30,'fw',2010,D(InterfaceGuid='{1}',InterfaceName='Ethernet',OldProfile='1',NewProfile='4'),{}),(-29,'netprof',10000,D(Name='Network 2',Description='Network 2',Guid='{1}',Type='0',State='1',Category='0'),{})],'tcp-filtered')
case('dhcp-down','definite','network-service-failed',[(0,'scm',7023,D(param1='DHCP Client',param2='%%5'),{}),(1,'scm',7001,D(param1='Network Location Awareness',param2='DHCP Client',param3='%%5'),{})],'host-unreachable')
