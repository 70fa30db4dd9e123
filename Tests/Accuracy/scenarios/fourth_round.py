"""A fourth set written blind, after the third had been put to use: mostly doubt and false alarms."""

from .events import D, U, att, c131, conn, disc, f4625, rcm, success, ud
from .rounds import Round
from .threads_roles import gateway
from .threads_security import refused
from .threads_service import crash, scm
from .threads_session import SESSION, ended, lsm
from .third_round_doubt import session
from .third_round_reports import accepted, admin

ROUND = Round("fourth")
fourth = ROUND.case
TERMINAL = "\\REGISTRY\\MACHINE\\SYSTEM\\ControlSet001\\Control\\Terminal Server"


def person(number, begin, end, reason="0"):
    """A session of one of several people, long enough to have been of use."""
    who = dict(User=f"CORP\\u{number}", SessionID=str(3 + number), Address=f"10.7.0.{60 + number}")
    return lsm(begin, 21, **who) + lsm(end, 24, **who) + lsm(end, 40, Session=str(3 + number), Reason=reason)


fourth("heap-of-the-service", "definite", "termservice-crash", crash(0, "svchost.exe_TermService", "10.0.20348.1", "1", "ntdll.dll", "10.0.20348.2227", "1", "c0000374", "0000000000104909", "6b8", "01da", "C:\\Windows\\System32\\svchost.exe", "C:\\Windows\\SYSTEM32\\ntdll.dll", "aa", "", ""), "termservice-down", year=2024)
fourth("power-gone", "definite", "host-crash", success(-900, "ida", "10.7.0.31") + [(60, "evlog", (6008, 32768), U("9:59:41", "3/2/2026", "", "", "1024"), {}), (62, "power", 41, D(BugcheckCode=0, BugcheckParameter1="0x0", SleepInProgress=0, PowerButtonTimestamp=0), dict(level=1))], "host-reboot;host-unreachable")
fourth("clock-an-hour-off", "definite", "auth-time-skew", c131(0, "10.7.0.31") + refused(0.6, "ida", "0xc0000133", ip="10.7.0.31") + [(-20, "w32time", 34, D(TimeOffsetSeconds=3602), {})], "auth-dc-unreachable")
fourth("switched-off-in-registry", "definite", "rdp-disabled", [(0, "sec", 4657, D(SubjectUserName="adm", ObjectName=TERMINAL, ObjectValueName="fDenyTSConnections", OperationType="%%1905", OldValueType="%%1876", OldValue=0, NewValueType="%%1876", NewValue=1, ProcessName="C:\\Windows\\regedit.exe"), dict(level=0))], "policy-change")
fourth("port-in-registry", "definite", "rdp-port-changed", [(0, "sysmon", 13, D(RuleName="-", EventType="SetValue", UtcTime="2026-03-02 10:00:00.000", ProcessId=4412, Image="C:\\Windows\\regedit.exe", TargetObject="HKLM\\System\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp\\PortNumber", Details="DWORD (0x00000d40)"), dict(level=4))], "policy-change")
fourth("wrong-account-holds-name", "definite", "auth-spn-mismatch", conn(0, "ts9.corp.example") + [(0.7, "kerb", (4, 16384), D(Server="svc-web$", TargetRealm="CORP.EXAMPLE", Targetname="TERMSRV/ts9.corp.example", ClientRealm="CORP.EXAMPLE"), {})] + disc(1.2, 2055), "dns-stale-wrong-host;auth-trust-broken")
fourth("disks-too-slow", "definite", "host-hang-resource", [(t, "disk", (153, 32772), U("\\Device\\Harddisk0\\DR0", "0x1a2b3c", "0"), dict(level=3)) for t in range(0, 600, 40)] + accepted(300, "ida", "10.7.0.31") + lsm(301, 41, User="CORP\\ida", SessionID="4") + lsm(420, 48, Session="4"), "session-stuck")

fourth("everybody-at-once", "insufficient", "", person(0, -5000, 0) + person(1, -4000, 0.2) + person(2, -3000, 0.3) + person(3, -2500, 0.3), "path-lost-mid-session;host-hang-resource;udp-transport-failure;gateway-service-crash;termservice-crash")
fourth("welcome-for-ever", "insufficient", "", accepted(0, "ida", "10.7.0.31"), "session-stuck;profile-load-failure;host-hang-resource;display-driver-fault")
fourth("never-answered", "insufficient", "", conn(0, "ts9"), "host-unreachable;tcp-filtered;client-cancelled;dns-failure")
fourth("state-unknown-thrice", "insufficient", "", [(t, "core", 226, D(StateTransition="RDP_TCP", PreviousState=23, PreviousStateName="StateUnknown", NewState=23, NewStateName="StateUnknown", Event=9, EventName="Event_Disconnect", ErrorCode="0x80070040"), dict(a=t + 1)) for t in (0, 50, 200)], "client-cancelled;path-lost-mid-session;auth-bad-credentials;brute-force-saturation")
fourth("alert-40-alone", "insufficient", "", [(t, "sch", 36887, D(AlertDesc=40), {}) for t in (0, 33)], "tls-no-common-cipher;tls-version-disabled;cert-client-rejects", "TS11")
fourth("type-10-no-detail", "insufficient", "", f4625(0, "ida", "0xc000006d", "0x0", 10, "10.7.0.31", "TS12"), "auth-bad-credentials;auth-package-failure;auth-ntlm-blocked", "TS12")
fourth("gateway-dropped-client", "insufficient", "", att(0, "rds1", 50331672, 40), "gateway-service-crash;gateway-session-timeout;gateway-nps-failure;path-lost-mid-session")
fourth("one-error-3", "insufficient", "", accepted(0, "ida", "10.7.0.31") + [(4, "core", 102, [], dict(a=1)), (4.1, "core", 103, D(ReasonCode=0), dict(a=1))] + lsm(4.2, 40, Session="4", Reason="0"), "session-stuck;session-process-crash;license-exhausted;client-cancelled;profile-load-failure")
fourth("slow-then-1796", "insufficient", "", session(0, "ts9", 1, 400) + att(600, "ts9", 1796, 45, 2), "host-hang-resource;mtu-blackhole;path-lost-mid-session;host-unreachable")
fourth("kerberos-on-controller", "insufficient", "", [(t, "sec", 4771, D(TargetUserName="petra", ServiceName="krbtgt/CORP", TicketOptions="0x40810010", Status="0x12", PreAuthType=2, IpAddress="::ffff:10.7.0.31", IpPort=50111), dict(level=0)) for t in (0, 8)], "auth-account-disabled;auth-account-expired;auth-account-locked;auth-logon-hours", "DC11")
fourth("gateway-channels-only", "insufficient", "", [e for t in (0, 30, 60) for e in gateway(t, 312) + gateway(t + 0.1, 313)], "gateway-auth-failed;gateway-nps-failure;gateway-channel-binding-mismatch", "RDGW9")

fourth("guest-properties", "benign", "", [e for t in range(0, 3000, 500) for e in admin(t, 1152, Error="0x8007007A")] + success(100, "adm", "10.7.0.31") + success(1700, "ida", "10.7.0.32", 12))
fourth("logon-subscribers", "benign", "", [(t, "winlogon", (6000, 16384), U("SessionEnv"), dict(level=4)) for t in (10, 900)] + [(905, "winlogon", (6003, 16384), U("SessionEnv"), dict(level=3))] + success(0, "adm", "10.7.0.31") + success(895, "ida", "10.7.0.32", 12))
fourth("registry-still-open", "benign", "", success(0, "ida", "10.7.0.31") + lsm(900, 23, User="CORP\\ida", SessionID="3") + ended(900.2, 12) + [(901, "prof", 1530, D(Detail="1 user registry handles leaked"), dict(level=3))] + success(1800, "ida", "10.7.0.31", 12), "profile-load-failure")
fourth("printer-drivers", "benign", "", success(0, "ida", "10.7.0.31") + [(20 + t, "printers", 1111, [], ud("EventXML", "Event_NS", Param1="OneNote", Param2="Send to Microsoft OneNote 16 Driver", Param3="x")) for t in range(6)] + [(30, "pnp", 36, [], dict(level=3))] + lsm(900, 23, User="CORP\\ida", SessionID="3") + ended(900.2, 12))
fourth("tickets-run-out", "benign", "", [(t, "sec", 4769, D(TargetUserName=f"u{t % 5}@CORP", ServiceName="TS11$", TicketOptions="0x40810000", Status="0x20", IpAddress="::ffff:10.7.0.40", IpPort=4), dict(level=0)) for t in range(0, 3000, 170)], "", "DC12")
fourth("mistyped-on-controller", "benign", "", [(0, "sec", 4776, D(PackageName="MICROSOFT_AUTHENTICATION_PACKAGE_V1_0", TargetUserName="petra", Workstation="PC-44", Status="0xc000006a"), dict(level=0)), (9, "sec", 4776, D(PackageName="MICROSOFT_AUTHENTICATION_PACKAGE_V1_0", TargetUserName="petra", Workstation="PC-44", Status="0x0"), dict(level=0))], "auth-bad-credentials", "DC13")
fourth("licensing-mode-later", "benign", "", admin(0, 1068) + success(100, "adm", "10.7.0.31") + success(900, "ida", "10.7.0.32", 12) + admin(3600, 1068), "license-grace-expired;license-server-unreachable", year=2023)
fourth("lid-closed-and-back", "benign", "", success(0, "ida", "10.7.0.31") + lsm(1500, 24, **SESSION) + lsm(1500, 40, Session="3", Reason="0") + accepted(4000, "ida", "10.7.0.31", 12) + lsm(4002, 25, **SESSION) + lsm(9000, 23, User="CORP\\ida", SessionID="3") + ended(9000.1, 12, 12), "path-lost-mid-session;client-sleep")
fourth("home-time", "benign", "", [e for i in range(6) for e in person(i, -9000 + i * 300, i * 40, "11")], "client-cancelled;admin-disconnect", noise=40)
fourth("gateway-morning", "benign", "", [e for i in range(4) for e in gateway(i * 100, 312, user=f"CORP\\u{i}") + gateway(i * 100 + 0.2, 200, user=f"CORP\\u{i}") + gateway(i * 100 + 0.5, 300, resource="rds1", user=f"CORP\\u{i}") + gateway(i * 100 + 0.7, 302, resource="rds1", user=f"CORP\\u{i}")], "", "RDGW8")
fourth("patch-night", "benign", "", [(0, "wu", 19, D(updateTitle="2026-02 Cumulative Update (KB5034441)", updateGuid="{1}", updateRevisionNumber=1), dict(level=4)), (60, "user32", (1074, 32768), D(param1="C:\\Windows\\servicing\\TrustedInstaller.exe", param2="TS14", param3="Operating System: Upgrade (Planned)", param4="0x80020003", param5="restart", param6="", param7="NT AUTHORITY\\SYSTEM"), dict(level=4)), (70, "evlog", (6006, 32768), U(""), dict(level=4)), (190, "evlog", (6005, 32768), U(""), dict(level=4))] + scm(200, 7036, param1="Remote Desktop Services", param2="running") + success(4000, "ida", "10.7.0.31"), "host-reboot;update-regression", "TS14")
