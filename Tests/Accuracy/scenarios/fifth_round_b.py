"""A fifth set written blind, part b: what strangers showed in public of hosts, sessions, networks and clients.

Each case says what its report showed and where; what a report did not show was left out or is an everyday event.
"""

from .events import D, U, c131, rcm, success, ud
from .providers import PROVIDERS
from .rounds import Round
from .third_round_reports import accepted
from .threads_service import crash, scm
from .threads_session import lsm

ROUND = Round("fifth-b")
known = ROUND.known
PROVIDERS.update(
    {
        "scecli": ('Name="SceCli"', "Application"),
        "userenv": ('Name="Userenv"', "Application"),
        "savedump": ('Name="Save Dump"', "System"),
        "umdf": (
            'Name="Microsoft-Windows-DriverFrameworks-UserMode" Guid="{2E35AAEB-857F-4BEB-A418-2E6C0E54D988}"',
            "System",
        ),
        "appx": (
            'Name="Microsoft-Windows-AppXDeployment-Server" Guid="{3F471139-ACB7-4A01-B7A7-FF5DA4BA2D43}"',
            "Microsoft-Windows-AppXDeploymentServer/Operational",
        ),
        "tsdev": ('Name="TermServDevices"', "System"),
        "dcomapp": ('Name="DCOM"', "Application"),
        "sec2003": ('Name="Security"', "Security"),
    }
)
LEARN = "learn.microsoft.com/troubleshoot"  # the articles that are public on GitHub as MicrosoftDocs/SupportArticles-docs


def person(number, session=None, ip=None):
    return dict(User=f"CORP\\u{number}", SessionID=str(session or number + 2), Address=ip or f"10.20.4.{30 + number}")


def worked(t, number=1, act=40, length=1500):
    """A connection of an earlier hour that came up and was logged off."""
    who = person(number)
    return success(t, f"u{number}", who["Address"], act)[:-1] + lsm(t + 3, 21, **who) + lsm(t + 5, 22, **who) + lsm(t + length, 23, User=who["User"], SessionID=who["SessionID"])


def failed_transition(t, session, state, event, code):
    """A transition the session manager could not make, in the EventData form of newer builds."""
    return [(t, "lsm", 36, D(SessionId=session, State=1, StateName=state, Event=2, EventName=event, ErrorCode=code), {})]


# Azure's article on a service that does not start: event 7022, "Remote Desktop Services hung on starting".
# LEARN/azure/virtual-machines/windows/troubleshoot-remote-desktop-services-issues
known(
    "hung-at-start",
    "termservice-down",
    [(-9, "evlog", (6005, 32768), U(""), dict(level=4))] + scm(0, 7022, param1="Remotedesktopdienste"),
    "termservice-crash;host-hang-resource",
    "VM-CONTOSO",
    culture="de-DE",
    dialect="viewer",
    year=2017,
)
# Policy refresh makes the service reload winsta.dll wrongly: SceCli 1704, then Application Error 1000 of
# svchost.exe_TermService in WINSTA.dll_unloaded. ingmarverheij.com/en/citrix-xenapp-sessions-disconnected-right-after-connection
known(
    "unloaded-winsta",
    "termservice-crash",
    worked(-4000)
    + [(0, "scecli", (1704, 16384), U(""), dict(level=4))]
    + crash(2, "svchost.exe_TermService", "6.1.7600.16385", "4a5bc3c1", "WINSTA.dll_unloaded", "0.0.0.0", "4ce7ca1c", "c0000005", "000007fefc5d1a3c", "b04", "01ce8f6c", "C:\\Windows\\System32\\svchost.exe", "WINSTA.dll", "f1"),
    "termservice-down;policy-change",
    "XA-04",
    year=2013,
)
# Cipher suites of client and server do not meet: Schannel's text of 36874, then with one suite forced the listener's
# "security layer detected an error (0x80090304)", then another client gets through. github.com/FreeRDP/FreeRDP/issues/7769
known(
    "forced-suite",
    "tls-no-common-cipher",
    c131(0, "10.4.50.253", 1)
    + [(0.2, "sch", 36874, D(Protocol="TLS 1.2"), {}), (0.3, "core", 102, [], dict(a=1))]
    + c131(60, "10.4.50.253", 2)
    + [(60.2, "core", 139, D(ResultCode="0x80090304", IPString="10.4.50.253"), dict(a=2, level=3)), (60.3, "core", 102, [], dict(a=2))]
    + c131(120, "10.4.50.253", 3)
    + [(120.1, "core", 65, D(ConnectionName="RDP-Tcp#47"), dict(a=3, level=4)), (120.2, "core", 72, D(InterfaceMethod="PrepareForAccept"), dict(a=3, level=4)), (120.3, "core", 72, D(InterfaceMethod="SendPolicyData"), dict(a=3, level=4))],
    "client-protocol-fault;tls-version-disabled;fips-or-encryption-level-mismatch",
    "RDS-22",
    year=2022,
)
# win32k 244, "Failed to create a desktop due to desktop heap exhaustion": the memory of a terminal session is used up.
# hepterida.wordpress.com/2011/09/12/source-win32k-event-id-244
known("no-more-desktops", "host-hang-resource", [(t, "win32k", (244, 49152), U(""), dict(level=3)) for t in (0, 210, 214, 900)], "session-stuck;session-process-crash", "TSPRAHA", dialect="libevtx", year=2011)
# 2008 R2 after Service Pack 1: logon complete in the session log, then Winlogon 4005; DLLs of RDP out of step.
# oasysadmin.com/tag/sp1
known(
    "service-pack",
    "session-process-crash;update-regression",
    worked(-90000, 1, 30)
    + [(-4000, "wu", 19, D(updateTitle="Windows Server 2008 R2 Service Pack 1 x64 Edition (KB976932)", updateGuid="{5C1A}", updateRevisionNumber=101), dict(level=4)), (-3500, "evlog", (6006, 32768), U(""), dict(level=4)), (-3300, "evlog", (6005, 32768), U(""), dict(level=4))]
    + [e for t in (0, 80) for e in [(t, "rcmo", 1149, [], ud("EventXML", "Event_NS", Param1="admin", Param2="CORP", Param3="10.20.4.31"))] + lsm(t + 2, 21, **person(1)) + [(t + 3, "winlogon", (4005, 32768), U(""), dict(level=3))] + lsm(t + 3.4, 24, **person(1))],
    "termservice-crash;session-stuck",
    "R2-APP1",
    year=2012,
)
# Two session hosts behind load balancers lose users one to four times a day with 0x80070079 and 0x80070040.
# es.ittrip.xyz/windows/rdp/desconexiones-rdp-2022 and en.ittrip.xyz/windows/rdp/rdp-disconnect-winsrv2022
known(
    "behind-balancer",
    "path-lost-mid-session",
    [
        e
        for number, t, code in ((1, 2400, "0x80070079"), (2, 9100, "0x80070079"), (3, 15000, "0x80070040"))
        for e in success(t - 2000, f"u{number}", f"10.20.4.{30 + number}", 20 + number)[:-1]
        + lsm(t - 1996, 21, **person(number))
        + [(t, "core", 226, D(StateTransition="RDP_TCP", PreviousState=4, PreviousStateName="StateActive", NewState=21, NewStateName="StateDisconnected", Event=43, EventName="Event_Disconnect", ErrorCode=code), dict(a=20 + number, level=3))]
        + lsm(t + 0.4, 24, **person(number))
        + lsm(t + 9, 25, **person(number))
    ],
    "nat-idle-timeout;host-unreachable;udp-transport-failure",
    "RDS22-A",
    culture="es-ES",
    dialect="viewer",
    year=2024,
)
# An insider build of Windows 11: with two sessions open the manager falls over in mstscax.dll.
# github.com/mRemoteNG/mRemoteNG/issues/2647
known("second-tab", "client-crash", crash(0, "mRemoteNG.exe", "1.76.20.24669", "5cb095bd", "mstscax.dll", "10.0.27729.1000", "c04fb3e7", "c0000409", "001a1c84", "0x64FC", "0x1DB254DB374D6F5", "C:\\Users\\x\\Downloads\\mRemoteNG-Portable-1.76.20.24669\\mRemoteNG.exe", "C:\\WINDOWS\\system32\\mstscax.dll", "ee74438d-790a-4763-bc0e-1a5a5683f279", "", ""), "client-protocol-fault;update-regression;client-plugin-fault", "INSIDER-PC", dialect="evtx_dump", year=2024)
# Windows 7: TermDD 56 each time a folder window opens on the far side; back after five seconds.
# github.com/stascorp/rdpwrap/issues/92
known(
    "folder-window",
    "protocol-stream-corruption",
    success(-600, "home", "192.168.0.112", 3)[:-1]
    + lsm(-597, 21, User="W7\\home", SessionID="2", Address="192.168.0.112")
    + [e for t in (0, 130, 410, 415) for e in [(t, "termdd", (56, 49162), U("\\Device\\Termdd", "192.168.0.112"), {})] + lsm(t + 0.2, 24, User="W7\\home", SessionID="2", Address="192.168.0.112") + lsm(t + 5, 25, User="W7\\home", SessionID="2", Address="192.168.0.112")],
    "tls-record-corruption;path-lost-mid-session;third-party-server-fault;client-protocol-fault",
    "W7",
    year=2016,
)
# Windows 2000: stop 0x50 when a client comes back to its session with fewer colours. Microsoft KB 833154
known("fewer-colours", "host-crash", [(0, "savedump", (1001, 16384), U("0x00000050 (0xa4f6c000, 0x00000000, 0xbfee2a11, 0x00000000)", "C:\\WINNT\\MEMORY.DMP"), dict(level=4)), (-6, "evlog", (6005, 32768), U(""), dict(level=4))], "display-driver-fault;host-reboot", "W2KTS", dialect="old", year=2004)
# Local setting says no connections, policy says yes: each refresh drops everybody for a moment. Microsoft KB 2083411,
# LEARN/windows-server/remote/client-disconnected-group-policy-updates (it shows no events; the drops are plain 24 and 25).
known(
    "every-refresh",
    "policy-change",
    [
        e
        for t in (0, 5400, 10800)
        for e in [(t, "gp", 1502, D(SupportInfo1=1, SupportInfo2=4117, ProcessingMode=0, ProcessingTimeInMilliseconds=1937, DCName="\\\\DC1.corp.example", NumberOfGroupPolicyObjects=7), dict(level=4))]
        + [x for number in (1, 2, 3, 4) for x in lsm(t + 1 + number / 10, 24, **person(number)) + lsm(t + 14 + number, 25, **person(number))]
    ],
    "rdp-disabled;termservice-crash",
    "RDSH-GP",
    year=2014,
)
# A template certificate ran out and cannot be replaced: 1065 with the reason.
# learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2008-r2-and-2008/cc775174(v=ws.10)
known("template-ran-out", "cert-expired-not-renewed;cert-template-enrollment-failed", rcm(0, (1065, 49152), "%%-2146877422") + rcm(43200, (1065, 49152), "%%-2146877422") + worked(-600000), "cert-configured-invalid", "TS08-2", year=2010)
# Many people on a 2003 terminal server: 1508 and 1505 with too few system resources; the default profile is used.
# Microsoft KB 935649, LEARN/windows-server/remote/error-log-on-to-terminal-server
known(
    "default-profile",
    "profile-load-failure;host-hang-resource",
    [e for t in (0, 400, 420) for e in [(t, "userenv", (1508, 49152), U("Insufficient system resources exist to complete the requested service. ", "C:\\Documents and Settings\\u7\\ntuser.dat"), {}), (t + 0.3, "userenv", (1505, 49152), U("Insufficient system resources exist to complete the requested service. "), {})]],
    "session-stuck",
    "TS2003-B",
    dialect="python-evtx",
    year=2007,
)
# The service that network services stand on has another account than its process: 7000 with error 1079.
# LEARN/azure/virtual-machines/windows/azure-vm-nsi-not-starting
known("interface-store", "network-service-failed", scm(0, 7000, param1="Network Store Interface Service", param2="%%1079") + scm(240, 7000, param1="Network Store Interface Service", param2="%%1079"), "host-unreachable;termservice-down", "MYVM", dialect="EvtxECmd", year=2016)
# A cloud desktop whose agent was replaced in place: the old listener is stale; sign-in works, then LocalSessionManager 36
# twice and Winlogon 4005; only a restart clears it. The header of a public script that checks for it (Dev Box, stale sxs listener).
known(
    "stale-listener",
    "session-stuck;session-process-crash",
    worked(-70000)
    + [e for t in (0, 95) for e in accepted(t, "dev", "10.20.4.60", 5 + t) + failed_transition(t + 1.6, 3, "DisconnectedLoggedDesktopLocked", "EvConnected", "0x80070102") + failed_transition(t + 2.1, 4, "CsrConnected", "EvCsrInitialized", "0x8007048F") + [(t + 2.4, "winlogon", (4005, 32768), U(""), dict(level=3))]],
    "display-driver-fault;update-regression;termservice-crash;reconnect-failed",
    "DEVBOX-9",
    year=2026,
)
# A dirty disconnect leaves the session unusable: LocalSessionManager 36, CsrConnected, EvCsrInitialized, 0x800708CA at each
# attempt until the session is attached to the console. A public project of watchdog scripts for RDP hosts.
known(
    "wedged",
    "session-stuck",
    lsm(-20000, 21, **person(1)) + lsm(-300, 24, **person(1)) + [e for i, t in enumerate((0, 40, 170)) for e in accepted(t, "u1", "10.20.4.31", 3 + i) + failed_transition(t + 2, 5 + i, "CsrConnected", "EvCsrInitialized", "0x800708CA")],
    "session-process-crash;display-driver-fault;reconnect-failed;termservice-crash",
    "DESK-11",
    year=2026,
)
# A carrier gives the client another address: 40 with the reason 2147942464, the code in decimal; the session is kept.
# A public engineering note on remote access between two machines.
known(
    "carrier-address",
    "path-lost-mid-session",
    success(-5000, "ez", "10.20.4.90", 2)[:-1]
    + lsm(-4996, 21, User="TECH\\ez", SessionID="1", Address="10.20.4.90")
    + [e for t in (0, 3100) for e in lsm(t, 24, User="TECH\\ez", SessionID="1", Address="10.20.4.90") + lsm(t, 40, Session="1", Reason="2147942464") + accepted(t + 20, "ez", "10.20.4.90", 7 + t) + lsm(t + 22, 25, User="TECH\\ez", SessionID="1", Address="10.20.4.90")],
    "nat-idle-timeout;udp-transport-failure",
    "TECH",
    year=2026,
)
# Wrong password as the listener tells it: 139 with 0x80090304 and 226 of RDP_SEC with 0x8007052E. A public connection script.
known(
    "listener-tells-password",
    "auth-bad-credentials",
    [
        e
        for i, t in enumerate((0, 16))
        for e in c131(t, "192.168.100.14", i + 1)
        + [
            (t + 0.8, "core", 139, D(ResultCode="0x80090304", IPString="192.168.100.14"), dict(a=i + 1, level=3)),
            (t + 0.8, "core", 226, D(StateTransition="RDP_SEC", PreviousState=3, PreviousStateName="FStateActivated", NewState=5, NewStateName="FStateDisconnected", Event=6, EventName="FEventHandshakeFailed", ErrorCode="0x8007052E"), dict(a=i + 1, level=3)),
            (t + 0.9, "core", 102, [], dict(a=i + 1)),
        ]
    ],
    "auth-ntlm-blocked;auth-package-failure;credssp-pubkey-auth-failure",
    "W10-LAB",
    year=2023,
)
# The driver of the remote display crashes in its host process: 10111 and 10120 naming the Microsoft Remote Display Adapter;
# the connection to the sandbox is lost. The test notes of a public backup tool.
known(
    "remote-display-offline",
    "display-driver-fault",
    [e for t in (0, 300) for e in accepted(t, "WDAGUtilityAccount", "172.28.0.1", 3 + t) + [(t + 4, "umdf", 10120, [], ud("UMDFHostProblem", "http://www.microsoft.com/DriverFrameworks/UserMode/Event", lifetime="{a1b2}", Problem="RdpIdd.dll", DetectedBy=2, ActiveOperation=1)), (t + 4.2, "umdf", 10111, [], dict(u=("UmdfDeviceOffline", "http://www.microsoft.com/DriverFrameworks/UserMode/Event", dict(lifetime="{a1b2}", FriendlyName="Microsoft Remote Display Adapter", Location="(unknown)", RestartCount=5)), level=1))] + lsm(t + 5, 24, User="SANDBOX\\WDAGUtilityAccount", SessionID="2", Address="172.28.0.1")],
    "session-process-crash;gfx-decode-failure",
    "SANDBOX",
    year=2026,
)
# Virtual Windows 7 machines lose people through the day; the client is told "initiated by an administrative tool on the
# server in another session". github.com/FreeRDP/FreeRDP/issues/2795
known("tool-in-another-session", "admin-disconnect", [e for t in (0, 4000, 9500) for e in lsm(t, 24, **person(1)) + lsm(t, 40, Session="3", Reason="1") + lsm(t + 60, 25, **person(1))] + success(-3000, "u1", "10.20.4.31", 3), "session-limit-policy;session-replaced", "VM-W7-31", year=2015)
