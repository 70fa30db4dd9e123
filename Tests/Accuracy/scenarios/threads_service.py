"""The listener, its service, the host and its network, as people paste them into public threads."""

from .events import D, U, att, blind, c131, conn, disc, rcm, success, ud

TERMSERVICE = "Remote Desktop Services"


def crash(t, *values):
    return [(t, "app", (1000, 0), U(*values), {})]


def wrapper_crash(t, version, stamp, offset, process, begun, report, *, wrapper=("1.5.0.0", "5488aa5a"), system="C:\\Windows\\System32"):
    """The service of Remote Desktop falls in a wrapper hooked into it."""
    return crash(t, "svchost.exe_TermService", version, stamp, "rdpwrap.dll", *wrapper, "c0000005", offset, process, begun, system + "\\svchost.exe", "c:\\program files\\rdp wrapper\\rdpwrap.dll", report, "", "")


def scm(t, number, **values):
    return [(t, "scm", (number, 49152), D(**values), {})]


blind(
    "wrapper-spanish",
    "definite",
    "termservice-crash",
    wrapper_crash(0, "6.3.9600.17415", "54504177", "0000000000002953", "e20", "01d50e867e4a92c8", "f1")
    + scm(1, 7031, param1="Servicios de Escritorio remoto", param2=1, param3=60000, param4=1, param5="Reiniciar el servicio"),
    "termservice-down",
    culture="es-ES",
    dialect="viewer",
)
blind("wrapper-app-only", "definite", "termservice-crash", wrapper_crash(0, "10.0.22000.2600", "86a2ea8d", "000000000007d121", "2f4", "01da8cab9369e347", "7d43", wrapper=("0.0.0.0", "65d1bab3"), system="C:\\WINDOWS\\System32"), culture="de-DE", dialect="viewer")
blind("crash-named-fields", "definite", "termservice-crash", [(0, "app", 1000, D(AppName="svchost.exe_TermService", AppVersion="10.0.26100.1", AppTimeStamp="1", ModuleName="termsrv.dll", ModuleVersion="10.0.26100.9444", ModuleTimeStamp="1", ExceptionCode="c0000409", FaultingOffset="1", ProcessId="0x8a4"), {})])
blind("crash-plain-svchost", "definite", "termservice-crash", crash(0, "svchost.exe", "6.1.7600.16385", "4a5bc3c1", "rdpcorekmts.dll", "6.1.7601.17514", "4ce7c9b5", "c0000005", "0000000000011f3b", "504", "01cc", "C:\\Windows\\System32\\svchost.exe", "C:\\Windows\\system32\\rdpcorekmts.dll", "aa"), year=2012)
blind("service-logon-failure", "definite", "termservice-down", scm(0, 7038, param1="TermService", param2="NT AUTHORITY\\NETWORK SERVICE", param3="%%1792") + scm(0.1, 7000, param1=TERMSERVICE, param2="%%1069"), "termservice-crash")
blind("service-module-missing", "definite", "termservice-down", scm(0, 7023, param1=TERMSERVICE, param2="%%126") + scm(60, 7023, param1=TERMSERVICE, param2="%%126"), "termservice-crash", dialect="EvtxECmd")
blind("service-start-timeout", "definite", "termservice-down", scm(0, 7009, param1=30000, param2=TERMSERVICE) + scm(0, 7000, param1=TERMSERVICE, param2="%%1053"), "termservice-crash;host-hang-resource", dialect="evtx_dump")
blind("service-german-stopped", "definite", "termservice-down", scm(0, 7023, param1="Remotedesktopdienste", param2="%%2147942405"), "termservice-crash", culture="de-DE", dialect="viewer")
blind("service-stopped-client", "definite", "termservice-down", scm(-300, 7036, param1=TERMSERVICE, param2="stopped") + att(0, "SRV-44", 516, 2.1) + att(30, "SRV-44", 516, 2.2, 2), "tcp-refused;rdp-disabled", "SRV-44")
blind("port-conflict", "definite", "listener-bind-failed", [(0, "tsvc", (1036, 49152), U("0x2740"), {}), (0.1, "tsvc", (1035, 49152), U("RDP-Tcp", "0x80070000"), {})], "", year=2008)
blind("port-conflict-new", "definite", "listener-bind-failed", [(0, "rcma", 260, [], ud("EventXML", "Event_NS", listenerName="RDP-Tcp", errorCode="0x80072740"))], "termservice-down")
blind("other-port", "definite", "rdp-port-changed", [(-600, "core", 129, D(TransportProtocolName="TCP", Port=3390), dict(level=4))] + att(0, "SRV-45", 516, 2.2) + att(20, "SRV-45", 516, 2.2, 2), "tcp-refused;tcp-filtered", "SRV-45")
blind("listener-off", "definite", "rdp-disabled", [(-20, "rcmo", 262, [], ud("EventXML", "Event_NS", listenerName="RDP-Tcp")), (-19, "rcmo", 259, [], ud("EventXML", "Event_NS", listenerName="RDP-Tcp"))] + att(0, "SRV-46", 516, 2.0) + att(25, "SRV-46", 516, 2.0, 2), "policy-change;tcp-refused;termservice-down", "SRV-46")
blind("listener-106", "definite", "rdp-disabled", [(0, "core", 106, [], dict(a=1)), (0.1, "rcmo", 259, [], ud("EventXML", "Event_NS", listenerName="RDP-Tcp"))], "policy-change;termservice-down")
blind("crash-power", "definite", "host-crash", [(0, "power", 41, D(BugcheckCode=0, BugcheckParameter1="0x0", SleepInProgress=0, PowerButtonTimestamp=0), dict(level=1)), (3, "evlog", (6008, 32768), U("\u200e10:01:12", "\u200e02.\u200e03.\u200e2026", "", "", "1831"), {})] + c131(-700, "10.1.2.8") + [(-699, "core", 98, [], dict(a=1))], "host-hang-resource", culture="de-DE", dialect="viewer")
blind("crash-bugcheck", "definite", "host-crash", [(0, "wer", (1001, 16384), D(param1="0x00000133 (0x0000000000000001, 0x0000000000001e00, 0xfffff8037d0fb320, 0x0000000000000000)", param2="C:\\Windows\\MEMORY.DMP", param3="8"), {}), (-4, "power", 41, D(BugcheckCode=307, BugcheckParameter1="0x1", SleepInProgress=0, PowerButtonTimestamp=0), dict(level=1))] + success(-900, "ida", "10.1.2.8"), "host-hang-resource;display-driver-fault")
blind("reboot-update", "definite", "host-reboot", success(-900, "ida", "10.1.2.8") + [(0, "user32", (1074, 32768), D(param1="C:\\WINDOWS\\system32\\svchost.exe (TS3)", param2="TS3", param3="Operating System: Service pack (Planned)", param4="0x80020010", param5="restart", param6="", param7="NT AUTHORITY\\SYSTEM"), {}), (10, "kg", 13, D(StopTime="2026-03-02T10:00:10.0000000Z"), {}), (12, "evlog", (6006, 32768), U(""), {}), (80, "kg", 12, D(MajorVersion=10, MinorVersion=0, BuildVersion=20348, BootMode=0), {}), (84, "evlog", (6005, 32768), U(""), {})] + [(3, "lsm", 24, [], ud("EventXML", "Event_NS", User="CORP\\ida", SessionID="3", Address="10.1.2.8")), (2, "core", 102, [], dict(a=9))] + conn(20, "TS3", 7) + disc(41, 516, 7), "update-regression", "TS3")
blind("ports-gone", "definite", "tcp-port-exhaustion", [(0, "tcpip", (4231, 32768), U("", "tcp"), {}), (200, "tcpip", (4227, 32768), U(""), {}), (205, "tcpip", (4231, 32768), U("", "tcp"), {})], "", "RDGW5")
blind("address-conflict", "definite", "ip-address-conflict", [(0, "tcpip", (4199, 49152), U("", "10.0.0.25", "00-15-5D-01-02-03"), {})] + success(-400, "ida", "10.1.2.8") + [(2, "core", 143, D(error="64"), dict(a=9)), (2.1, "core", 102, [], dict(a=9)), (2.5, "lsm", 24, [], ud("EventXML", "Event_NS", User="CORP\\ida", SessionID="3", Address="10.1.2.8"))], "path-lost-mid-session")
blind("dhcp-afd", "definite", "network-service-failed", scm(0, 7001, param1="DHCP Client", param2="Ancillary Function Driver for Winsock", param3="%%31") + scm(1, 7001, param1="TCP/IP NetBIOS Helper", param2="Ancillary Function Driver for Winsock", param3="%%31"), "host-unreachable")
blind("nsi-down", "definite", "network-service-failed", scm(0, 7023, param1="Network Store Interface Service", param2="%%5"), "host-unreachable;netlogon-down", culture="en-US")
blind("dns-client-name", "definite", "dns-failure", conn(0, "ts9.corp.example") + [(11, "dns", 1014, D(QueryName="ts9.corp.example", AddressLength=128, Address="0200003508080808", ClientPID=4711), dict(level=3))] + disc(11.4, 260), dialect="python-evtx")
blind("link-down", "definite", "path-lost-mid-session", success(0, "ida", "10.1.2.8") + [(1500, "nic", 27, U("", "Intel(R) Ethernet Connection (17) I219-LM"), dict(level=3)), (1521, "core", 143, D(error="121"), dict(a=9)), (1521, "core", 226, D(StateTransition="RDP_TCP", PreviousState=4, PreviousStateName="StateActive", NewState=21, NewStateName="StateDisconnected", Event=43, EventName="Event_Disconnect", ErrorCode="0x80070079"), dict(a=9)), (1521.2, "core", 102, [], dict(a=9)), (1521.4, "lsm", 24, [], ud("EventXML", "Event_NS", User="CORP\\ida", SessionID="3", Address="10.1.2.8")), (1521.4, "lsm", 40, [], ud("EventXML", "Event_NS", Session="3", Reason="0"))], "nat-idle-timeout")
blind("attack-1006", "definite", "brute-force-saturation", [(0, "rcma", 1006, [], ud("EventXML", "Event_NS")), (600, "rcma", 1006, [], ud("EventXML", "Event_NS"))])
blind("profile-flip", "definite", "firewall-profile-flip", [(-30, "netprof", 10000, D(Name="Unidentified network", Description="Unidentified network", Guid="{1}", Type=0, State=1, Category=0), dict(h="SRV-47")), (-30, "fw", 2010, D(InterfaceGuid="{1}", InterfaceName="Ethernet", OldProfile=1, NewProfile=4), dict(h="SRV-47"))] + [event[:4] + (dict(event[4], h="SRV-47"),) for event in success(-4000, "ida", "10.1.2.8")] + att(0, "SRV-47", 516, 21) + att(40, "SRV-47", 516, 21, 2), "tcp-filtered", "PC-47", split="host")
blind("loopback", "definite", "console-loop", att(0, "127.0.0.2", 1800, 0.3) + att(9, "localhost:3389", 1800, 0.3, 2))
blind("resource-2004", "definite", "host-hang-resource", [(0, "res", 2004, [], ud("MemoryExhaustionInfo", "http://www.microsoft.com/Windows/Resource/Exhaustion/Detector/Events", SystemCommitLimit="17178, 0", SystemCommitCharge="17000")), (20, "lsm", 43, [], ud("EventXML", "Event_NS", Session="7")), (50, "lsm", 48, [], ud("EventXML", "Event_NS", Session="7"))], "session-stuck")
blind("hang-20498", "definite", "host-hang-resource", [(0, "rcmo", 20498, [], ud("EventXML", "Event_NS")), (30, "rcmo", 20497, [], ud("EventXML", "Event_NS")), (35, "scm", (7011, 49152), D(param1=30000, param2="TermService"), {})], "session-stuck;termservice-down")
