"""The listener, its service and the machine below."""

from .events import D, U, att, c131, case, success, ud

case('ts-crash-7034','definite','termservice-crash',[(0,'scm',7034,D(param1='Remote Desktop Services',param2='1'),{}),(70,'scm',7034,D(param1='Remote Desktop Services',param2='2'),{})],'')
case('ts-crash-app-named','definite','termservice-crash',[(0,'app',1000,D(AppName='svchost.exe_TermService',AppVersion='10.0',AppTimeStamp='1',ModuleName='termsrv.dll',ModuleVersion='10',ModuleTimeStamp='1',ExceptionCode='c0000005',FaultingOffset='0',ProcessId='0x1',ProcessCreationTime='1',AppPath='C:\\Windows\\System32\\svchost.exe',ModulePath='C:\\Windows\\System32\\termsrv.dll'),{})],'')
case('ts-down-7024','definite','termservice-down',[(0,'scm',7024,D(param1='Remote Desktop Services',param2='%%126'),{})],'termservice-crash')
case('ts-down-7001','definite','termservice-down',[(0,'scm',7001,D(param1='Remote Desktop Services',param2='Remote Procedure Call (RPC)',param3='%%1058'),{})],'')
case('ts-down-fr','definite','termservice-down',[(0,'scm',7036,D(param1='Services Bureau à distance',param2='arrêté'),{}),(60,'rcmo',259,D(listenerName='RDP-Tcp'),{})],'rdp-disabled;tcp-refused')
case('bind-260','definite','listener-bind-failed',[(0,'rcmo',260,D(listenerName='RDP-Tcp',ErrorCode='0x80072740'),{})],'')
case('rdp-disabled','definite','rdp-disabled',[(0,'rcmo',259,D(listenerName='RDP-Tcp'),{}),(1,'core',106,[],{})],'termservice-down;tcp-refused;policy-change')
case('port-changed','definite','rdp-port-changed',[(-3600,'core',129,D(TransportType='TCP',Port='3390'),dict(h='srv1')),(-3600,'rcmo',258,D(listenerName='RDP-Tcp'),dict(h='srv1'))]+att(0,'srv1',516,2)+att(30,'srv1',516,2,2)+[(100,'rcmo',261,D(listenerName='RDP-Tcp'),dict(h='srv1'))],'tcp-refused')
case('hostcrash','definite','host-crash',success(-3600,'ann','10.1.2.3',1)+[(600,'power',41,D(BugcheckCode='159',BugcheckParameter1='0x3'),{}),(601,'evlog',6008,U('10:00:00','1/2/2026','','','12345'),{})],'')
case('host-sleep2','definite','host-sleep',[(-600,'power',42,D(TargetState='4',EffectiveState='4',Reason='7',Flags='4'),dict(h='srv1')),(1200,'pt',1,D(SleepTime='2026-03-02T09:50:00.0000000Z',WakeTime='2026-03-02T10:20:00.0000000Z'),dict(h='srv1')),(1199,'power',107,D(TargetState='5'),dict(h='srv1'))]+att(0,'srv1',516,21)+att(60,'srv1',516,21,2),'')
case('sleep-alone','benign','',[(0,'power',42,D(TargetState='4',EffectiveState='4',Reason='7',Flags='4'),{}),(1200,'power',107,D(TargetState='5'),{})],'host-sleep')
case('hang-res','definite','host-hang-resource',[(0,'res',2004,[],ud('MemoryExhaustionInfo','x',SystemCommitLimit='1')),(10,'lsm',45,[],ud('EventXML','Event_NS',Param1='x')),(20,'rcmo',20499,[],ud('EventXML','Event_NS',Param1='ann'))]+c131(5,'10.1.2.3'),'')
