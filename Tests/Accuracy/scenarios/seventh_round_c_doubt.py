"""The other half of the seventh set's part c: logs that leave the cause open, and false alarms."""

from .events import D, U, att, c131, conn, disc, success, ud
from .fifth_round_b import person, worked
from .seventh_round_c import ROUND, back, lost
from .sixth_round_c import used
from .third_round_reports import accepted
from .threads_session import lsm

open_ = ROUND.open_
healthy = ROUND.healthy


def came_up(t, target, act, domain="CORP", session=2):
    return conn(t, target, act) + [(t + 1.3, "client", 1025, [], dict(a=act, level=4)), (t + 2.8, "client", 1027, D(DomainName=domain, SessionId=session), dict(a=act, level=4))]


# The agent of a session host is running and silent; its only words are a warning every thirty seconds, beside 5719 of Netlogon. Users
# get 0x204. learn.microsoft.com/answers/questions/5793701/avd-rdagent-stops-sending-heartbeats
open_(
    "agent-without-heartbeat",
    [(-300, "netlogon", (5719, 0), U("AADDS", "%%1311"), {}), (3600, "netlogon", (5719, 0), U("AADDS", "%%1311"), {})]
    + [(i * 30.0, "avd", 0, U("RDAgentBootLoader: Unexpected last recorded state"), dict(level=3)) for i in range(14)],
    "broker-unavailable;broker-host-not-joined;auth-dc-unreachable;network-service-failed;host-hang-resource;gateway-unreachable;netlogon-down;tcp-filtered;host-unreachable;dns-failure",
    "AVD-731",
    year=2026,
)

# Since Windows 11 each first try ends with 264 and the second works, with many hosts. github.com/mRemoteNG/mRemoteNG/issues/2107
open_(
    "second-try-works",
    [e for i, (t, host) in enumerate(((0, "srv-1"), (900, "srv-4"), (2600, "srv-1"))) for e in att(t, host, 264, 30.2, 4 + 2 * i) + used(t + 36, host, 5 + 2 * i, 500)],
    "tcp-filtered;host-unreachable;path-lost-mid-session;client-protocol-fault;mtu-blackhole;dns-stale-wrong-host;host-hang-resource;auth-dc-unreachable;update-regression;udp-transport-failure;tls-inspection;client-plugin-fault",
    "W11-732",
    year=2022,
)

# The evening's updates, and next day a manager of connections reaches nothing while mstsc does; seen nowhere else.
# github.com/mRemoteNG/mRemoteNG/issues/2535
open_(
    "morning-after-updates",
    used(-90000, "server1", 2)
    + [(-40000 + i * 40, "wu", 19, D(updateTitle=title, updateGuid="{1F0E}", updateRevisionNumber=1), dict(level=4)) for i, title in enumerate(("2023-11 Cumulative Update for Windows 10 Version 22H2 for x64-based Systems (KB5032189)", "2023-11 Cumulative Update for .NET Framework 3.5, 4.8 and 4.8.1 (KB5032005)"))]
    + att(0, "server1", 264, 2.3, 5)
    + att(11, "server1", 264, 2.2, 6)
    + used(60, "server1", 8, 1200),
    "update-regression;client-protocol-fault;tcp-filtered;host-unreachable;client-plugin-fault;path-lost-mid-session;mtu-blackhole;host-hang-resource;dns-stale-wrong-host;auth-dc-unreachable;tls-inspection",
    "PC0001",
    year=2023,
    dialect="EvtxECmd",
)

# Seventeen connections are up; the eighteenth always ends with 3334, until the program is started anew.
# github.com/mRemoteNG/mRemoteNG/issues/824
open_(
    "the-eighteenth",
    [e for i in range(12) for e in came_up(i * 40, f"srv2012-{i}", 3 + i)] + att(700, "srv2012-40", 3334, 1.2, 30) + att(720, "srv2012-40", 3334, 1.1, 31) + att(760, "srv2012-41", 3334, 1.2, 32) + disc(900, 1, 3),
    "client-protocol-fault;client-plugin-fault;gfx-decode-failure;protocol-stream-corruption;third-party-server-fault;update-regression;host-hang-resource;connection-limit;license-client-store",
    "W7-734",
    year=2017,
)

# "Because of an error in data encryption, this session will end", every five minutes or so; nobody knew why. The log has the number
# of that message. github.com/stascorp/rdpwrap/issues/302
open_(
    "error-in-data-encryption",
    [e for i, t in enumerate((0, 320, 655)) for e in came_up(t, "192.168.72.5", 4 + i, "W10-HOME", 1) + disc(t + 290, 3078, 4 + i)],
    "protocol-stream-corruption;tls-record-corruption;client-protocol-fault;path-lost-mid-session;fips-or-encryption-level-mismatch;tls-inspection;mtu-blackhole;third-party-server-fault",
    "PC-735",
    year=2017,
)

# Connections left open for a day: then the session cannot be resumed, 4360, until the program is restarted; in German.
# github.com/1Remote/1Remote/issues/108
open_(
    "left-open-for-a-day",
    came_up(-80000, "kunde-ts1", 3) + disc(0, 2308, 3) + [e for i, t in enumerate((4, 13, 40)) for e in conn(t, "kunde-ts1", 5 + i) + [(t + 0.3, "client", 1025, [], dict(a=5 + i, level=4))] + disc(t + 1.6, 4360, 5 + i)],
    "reconnect-failed;client-protocol-fault;path-lost-mid-session;session-stuck;client-sleep;host-reboot;gfx-decode-failure;client-plugin-fault;host-hang-resource;nat-idle-timeout;protocol-stream-corruption",
    "NB-736",
    year=2021,
    culture="de-DE",
    dialect="viewer",
)

# A network tool's connection ends with reason 4, which it does not know; its maintainer reads it as a limit of the server.
# github.com/BornToBeRoot/NETworkManager/issues/845
open_(
    "reason-four",
    att(0, "10.72.0.9", 4, 0.9, 3) + att(22, "pc-9.corp.example", 4, 0.8, 4),
    "session-limit-policy;admin-disconnect;client-protocol-fault;non-rdp-listener;tls-inspection;nla-required;connection-limit;tcp-filtered;third-party-server-fault;auth-no-rdp-right;tcp-refused",
    "W10-737",
    year=2021,
)

# A session through a tunnel that ends in a machine of the very server: up, gone after seconds, "attempt 1 of 20". Another account
# was said to help. github.com/hwdsl2/setup-ipsec-vpn/issues/743
open_(
    "attempt-one-of-twenty",
    success(-30, "Administrator", "192.168.42.10", 3)[:-1]
    + lsm(-27, 21, User="SRV12\\Administrator", SessionID="2", Address="192.168.42.10")
    + [e for i, t in enumerate((0, 19, 44, 61)) for e in lsm(t, 24, User="SRV12\\Administrator", SessionID="2", Address="192.168.42.10") + lsm(t + 8, 25, User="SRV12\\Administrator", SessionID="2", Address="192.168.42.10")],
    "path-lost-mid-session;mtu-blackhole;nat-idle-timeout;udp-transport-failure;session-replaced;ip-address-conflict;reconnect-failed;client-cancelled",
    "SRV12",
    year=2020,
)

# Every ten minutes the tunnel is told to go, and with it the session; only with one data centre's hosts, only some employees.
# github.com/OpenVPN/openvpn/issues/391
open_(
    "every-ten-minutes",
    [e for i in range(5) for e in came_up(i * 618.0, "dc-ts.partner.example", 4 + i, "PARTNER", 11) + disc(i * 618.0 + 600, 2308, 4 + i)],
    "path-lost-mid-session;nat-idle-timeout;session-limit-policy;gateway-session-timeout;host-hang-resource;client-protocol-fault;udp-transport-failure;policy-change;mtu-blackhole;tcp-filtered;session-replaced;host-unreachable",
    "NB-739",
    year=2023,
)

# The Mac is suspended and opened again: nothing connects until the machine is restarted or somebody uses its console once.
# errors24.ru/2023/06/22/your-session-ended-because-of-an-error-0x4-oshibka
open_(
    "mac-opened-again",
    success(-4000, "kate", "192.168.72.30", 3)[:-1]
    + lsm(-3997, 21, User="W10-740\\kate", SessionID="2", Address="192.168.72.30")
    + [e for i, t in enumerate((0, 21, 55)) for e in c131(t, "192.168.72.30", 6 + i) + [(t + 0.3, "core", 65, D(ConnectionName=f"RDP-Tcp#{11 + i}"), dict(a=6 + i, level=4)), (t + 15.3, "core", 102, [], dict(a=6 + i, level=4)), (t + 15.4, "core", 103, D(ReasonCode=0), dict(a=6 + i, level=4))]],
    "session-stuck;client-sleep;host-hang-resource;reconnect-failed;client-protocol-fault;path-lost-mid-session;display-driver-fault;tls-inspection;mtu-blackhole;tcp-filtered;nla-required;cert-client-rejects;client-cancelled;session-process-crash;termservice-crash",
    "W10-740",
    year=2018,
)

# Only a black screen; close, kill the window manager from elsewhere, again. Gone since a tool of the desktop is.
# github.com/microsoft/PowerToys/issues/5362
open_(
    "close-and-again",
    worked(-60000, 1)
    + [e for i, t in enumerate((0, 55, 120, 190)) for e in accepted(t, "u2", "10.72.3.8", 5 + i) + lsm(t + 1.6, 25, **person(2, 4, "10.72.3.8")) + lsm(t + 41, 40, Session="4", Reason="0") + lsm(t + 41.1, 24, **person(2, 4, "10.72.3.8"))],
    "display-driver-fault;session-stuck;gfx-decode-failure;session-process-crash;udp-transport-failure;mtu-blackhole;host-hang-resource;client-cancelled;path-lost-mid-session;third-party-server-fault",
    "OFFICE-741",
    year=2020,
)

# The tunnel does not come up, and then the office's PC cannot be reached: what to look for, says a guide.
# irohastack.com/?p=6768
open_(
    "no-tunnel-no-desk",
    used(-80000, "desk-12.corp.example", 2)
    + [(-70, "rasclient", (20227, 0), U("{9C0A}", "HOME-742\\ken", "Office VPN", "809"), {}), (-30, "rasclient", (20227, 0), U("{9C0B}", "HOME-742\\ken", "Office VPN", "809"), {})]
    + att(0, "desk-12.corp.example", 516, 21, 4)
    + att(40, "desk-12.corp.example", 516, 21, 5),
    "host-unreachable;tcp-filtered;dns-failure;host-sleep;termservice-down;rdp-disabled;tcp-refused;firewall-profile-flip",
    "HOME-742",
    year=2025,
)

# A security product's file rules, or a race in the window manager, keep a server of 2022 from showing a desktop.
# community.withsecure.com/de/kb/articles/31315
open_(
    "never-a-desktop",
    worked(-60000, 1) + [e for i, t in enumerate((0, 70, 160)) for e in accepted(t, "u3", "10.72.4.3", 5 + i) + lsm(t + 1.6, 21, **person(3, 6 + i, "10.72.4.3")) + lsm(t + 33, 40, Session=str(6 + i), Reason="0") + lsm(t + 33.2, 24, **person(3, 6 + i, "10.72.4.3")) + lsm(t + 39, 23, User="CORP\\u3", SessionID=str(6 + i))],
    "session-process-crash;display-driver-fault;host-hang-resource;profile-load-failure;session-stuck;client-cancelled;path-lost-mid-session;gfx-decode-failure;third-party-server-fault",
    "TS22-743",
    year=2024,
    dialect="viewer",
    culture="de-DE",
)

# With one or two sessions all is well, with more they vanish together at random; sometimes a logon must be typed twice.
# github.com/stascorp/rdpwrap/issues/2056
open_(
    "with-more-than-three",
    worked(-60000, 1)
    + [e for t in (0, 7200) for n in (2, 3, 5, 6) for e in lost(t + n * 0.2, n, n, 0, f"192.168.72.{40 + n}")]
    + [e for t in (0, 7200) for n in (2, 3, 5, 6) for e in back(t + 20 + n * 3, n, n, f"192.168.72.{40 + n}", 30 + n)],
    "path-lost-mid-session;host-hang-resource;display-driver-fault;udp-transport-failure;policy-change;network-service-failed;session-process-crash;termservice-crash;third-party-server-fault;mtu-blackhole;host-unreachable;ip-address-conflict",
    "RYZEN-744",
    year=2022,
)

# "Gets stuck at the login screen and keeps spinning", with several clients, until the machine is restarted.
# github.com/1Remote/1Remote/issues/575
open_(
    "keeps-spinning",
    worked(-60000, 1)
    + [e for i, t in enumerate((0, 80)) for e in accepted(t, "u1", "192.168.72.61", 5 + i) + lsm(t + 1.9, 41, User="CORP\\u1", SessionID=str(5 + i)) + lsm(t + 61, 40, Session=str(5 + i), Reason="0")]
    + [(900, "user32", (1074, 32768), U("C:\\Windows\\Explorer.EXE (W10-745)", "W10-745", "Other (Unplanned)", "0x0", "restart", "", "W10-745\\u1"), dict(level=4)), (960, "evlog", (6005, 32768), U(""), dict(level=4))]
    + success(1100, "u1", "192.168.72.61", 9),
    "session-stuck;host-hang-resource;session-process-crash;display-driver-fault;profile-load-failure;auth-dc-unreachable;client-cancelled;termservice-crash",
    "W10-745",
    year=2023,
)

# Whenever a further server does not answer, all the connections that are up drop and come again.
# github.com/mRemoteNG/mRemoteNG/issues/859
open_(
    "all-drop-together",
    [e for i, h in enumerate(("srv-1", "srv-2", "srv-3")) for e in came_up(-2000 + i * 60, h, 3 + i)]
    + conn(0, "srv-dead", 9)
    + [e for i in range(3) for e in disc(10 + i * 0.3, 2308, 3 + i)]
    + disc(21, 516, 9)
    + [e for i, h in enumerate(("srv-1", "srv-2", "srv-3")) for e in came_up(16 + i, h, 12 + i)],
    "client-protocol-fault;client-plugin-fault;path-lost-mid-session;host-unreachable;tcp-filtered;client-crash;dns-failure;network-service-failed;nat-idle-timeout;client-sleep",
    "PC-746",
    year=2018,
)

# Five of fifteen machines give 516 to a manager of connections, and mstsc reaches them the same minute.
# github.com/mRemoteNG/mRemoteNG/issues/2224
open_(
    "mstsc-reaches-them",
    att(0, "vm-w10-3", 516, 2.2, 3) + att(20, "vm-w10-3", 516, 2.1, 4) + used(50, "vm-w10-3", 6, 900) + att(1400, "vm-w10-5", 516, 2.1, 8) + used(1440, "vm-w10-5", 9, 300),
    "tcp-filtered;tcp-refused;dns-failure;dns-stale-wrong-host;rdp-disabled;client-protocol-fault;termservice-down;host-unreachable;firewall-profile-flip;rdp-port-changed;host-sleep;host-reboot;listener-bind-failed",
    "W11-747",
    year=2022,
)

# With a wrong password the manager of connections hangs and must be ended; all the log has is the report of a hang.
# github.com/mRemoteNG/mRemoteNG/issues/1195
open_(
    "hangs-at-the-password",
    [(0, "report", 1001, U("", "0", "AppHangB1", "Not available", "0", "mRemoteNG.exe", "1.76.10.42392", "5bba97b2", "ce19", "67247360", "", "", "", "", ""), dict(level=4)), (0.1, "hang", (1002, 0), U("mRemoteNG.exe", "1.76.10.42392", "2ae8", "01d480c1a2b3c4d5", "6", "C:\\Program Files (x86)\\mRemoteNG\\mRemoteNG.exe", "8fdc0e94-bdaf-4b8b-9705-4450e40d6ecb", "", ""), {})],
    "client-crash;auth-bad-credentials;client-plugin-fault;client-protocol-fault;auth-package-failure;host-hang-resource",
    "W10-748",
    year=2018,
)

# False alarms.

# The client says that it takes UDP and does not: 226 of RDP_UDP and "UDP Handshake Timeout", the session goes on over TCP.
# github.com/FreeRDP/FreeRDP/issues/4059
healthy(
    "udp-promised",
    success(0, "joe", "10.73.1.8", 5)[:-1]
    + [
        (6.1, "core", 226, D(StateTransition="RDP_UDP", PreviousState=3, PreviousStateName="UdpStateProcessTransportHandshake", NewState=5, NewStateName="UdpStateError", Event=8, EventName="UdpEventErrorOnMtReqComplete", ErrorCode="0x800705B4"), dict(a=5, level=3)),
        (6.2, "core", 135, D(TunnelID=1, TransportType="TCP: Reason Code: 4 (UDP Handshake Timeout)"), dict(a=5, level=4)),
        (6.3, "core", 226, D(StateTransition="RDP_UDPLOSSY", PreviousState=3, PreviousStateName="UdpLossyStateProcessTransportHandshake", NewState=5, NewStateName="UdpLossyStateError", Event=8, EventName="UdpEventErrorOnMtReqComplete", ErrorCode="0x800705B4"), dict(a=5, level=3)),
        (6.4, "core", 135, D(TunnelID=3, TransportType="TCP: Reason Code: 4 (UDP Handshake Timeout)"), dict(a=5, level=4)),
    ]
    + lsm(7, 21, User="CORP\\joe", SessionID="3", Address="10.73.1.8")
    + lsm(3600, 23, User="CORP\\joe", SessionID="3"),
    "udp-transport-failure;client-cancelled",
    "TS12-761",
    year=2017,
)

# The pane beside the sessions is dragged: the client reconnects for the new size, as it must.
# github.com/mRemoteNG/mRemoteNG/issues/564, …/1859
healthy(
    "pane-dragged",
    success(-600, "joe", "10.73.1.9", 3)[:-1]
    + lsm(-597, 21, User="CORP\\joe", SessionID="2", Address="10.73.1.9")
    + [e for i, t in enumerate((0, 42, 300)) for e in lsm(t, 24, User="CORP\\joe", SessionID="2", Address="10.73.1.9") + accepted(t + 0.8, "joe", "10.73.1.9", 5 + i) + lsm(t + 2.1, 25, User="CORP\\joe", SessionID="2", Address="10.73.1.9")]
    + lsm(7200, 23, User="CORP\\joe", SessionID="2"),
    "client-cancelled;session-replaced",
    "W16-762",
    year=2020,
)

# A code that is no error, says the table: 1026 with 263. docs.rackspace.com/support/how-to/rds-client-disconnected-codes-and-reasons
healthy("two-six-three", conn(0, "cloud-srv-1", 3) + disc(9, 263, 3) + used(30, "cloud-srv-1", 5, 1900) + conn(9000, "cloud-srv-1", 7) + disc(9006, 263, 7), "client-cancelled", "CLIENT-763", year=2020)

# The last window of a published program is closed, and twenty seconds later its session is disconnected, as designed.
# learn.microsoft.com/troubleshoot/windows-server/remote/remoteapp-sessions-disconnected (KB 2345390)
healthy(
    "last-window-closed",
    [e for n in (1, 2, 4) for e in accepted(n * 700, f"u{n}", person(n)["Address"], 10 + n) + lsm(n * 700 + 2, 21, **person(n)) + lsm(n * 700 + 4, 22, **person(n)) + lsm(n * 700 + 520, 24, **person(n))],
    "client-cancelled;admin-disconnect",
    "APPS-764",
    year=2012,
    dialect="viewer",
    culture="ja-JP",
)

# Blocked packets of a hardened service while its sessions are well. github.com/henrypp/simplewall/issues/195
healthy(
    "hardened-services",
    worked(0, 1)
    + worked(3000, 2, 50)
    + [(t, "sec", 5152, D(ProcessId=1404, Application="\\device\\harddiskvolume3\\windows\\system32\\svchost.exe", Direction="%%14592", SourceAddress="192.168.73.1", SourcePort=53, DestAddress="192.168.73.9", DestPort=56551 + i, Protocol=17, FilterRTID=925525, LayerName="%%14597", LayerRTID=13), dict(level=0)) for i, t in enumerate((40, 800, 3100, 3900))],
    "",
    "W10-765",
    year=2018,
)

# On Windows 7 with the newer protocol a logon's address is nonsense, 244.230.0.0 port 0; nothing else is wrong.
# MicrosoftDocs/SupportArticles-docs …/windows-client/remote/invalid-client-ip-address-port-number-event-4624.md (KB 3097467)
healthy(
    "address-of-nobody",
    [
        e
        for n, t in ((1, 0), (2, 1900))
        for e in worked(t, n, 40 + n)
        + [(t + 2.5, "sec", 4624, D(SubjectUserSid="S-1-5-18", SubjectUserName="W7-766$", SubjectDomainName="CORP", SubjectLogonId="0x3e7", TargetUserName=f"u{n}", TargetDomainName="CORP", TargetLogonId="0x35137", LogonType=10, LogonProcessName="User32 ", AuthenticationPackageName="Negotiate", WorkstationName="W7-766", LogonGuid="{00000000-0000-0000-0000-000000000000}", KeyLength=0, ProcessId="0x7cc", ProcessName="C:\\Windows\\System32\\winlogon.exe", IpAddress="244.230.0.0", IpPort=0), dict(level=0))]
    ],
    "brute-force-saturation",
    "W7-766",
    year=2015,
)
