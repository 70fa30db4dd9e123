"""The rest of the fifth set, part b: reports whose events leave the cause open, and false alarms."""

from .events import D, U, att, conn, disc, rcm, success, ud
from .fifth_round_b import ROUND, failed_transition, person, worked
from .third_round_doubt import session
from .third_round_reports import accepted
from .threads_roles import gateway
from .threads_service import scm
from .threads_session import lsm

open_ = ROUND.open_
healthy = ROUND.healthy


def graphics(t, previous, event, act):
    return [(t, "core", 226, D(StateTransition="RDP_GFX", PreviousState=3, PreviousStateName=previous, NewState=9, NewStateName="PipeStateError", Event=5, EventName=event, ErrorCode="0x80070057"), dict(a=act, level=3))]


# Another maker's client is dropped at random: two 226 of RDP_GFX with 0x80070057 and 97, component WD, error 303.
# Nobody found out why; another graphics mode helps. github.com/FreeRDP/FreeRDP/issues/3030
open_(
    "pipe-closed",
    success(-900, "u1", "10.20.4.31", 4)[:-1]
    + lsm(-897, 21, **person(1))
    + graphics(0, "PipeStateEncoding", "PipeEventOnProtocolClosedFailed", 4)
    + graphics(0.01, "PipeStateError", "PipeEventOnError", 4)
    + [(0.05, "core", 97, D(ComponentName="WD", ErrorCode=303), dict(a=4, level=3))]
    + lsm(0.3, 24, **person(1)),
    "client-protocol-fault;protocol-stream-corruption;gfx-decode-failure;path-lost-mid-session;third-party-server-fault",
    "RDS2012",
    year=2015,
)
# A virtual desktop flashes and goes: "The Desktop Window Manager has exited with code (0xd00002fe)". It was the colour
# depth of a policy, but that line is written at many a normal end. support.citrix.com CTX200082
open_(
    "window-manager-exits",
    [e for i, t in enumerate((0, 35, 90)) for e in accepted(t, "u1", "10.20.4.31", i + 1) + lsm(t + 2, 21, **person(1)) + [(t + 4, "dwm", (9009, 16384), U("0xd00002fe"), dict(level=4))] + lsm(t + 4.2, 24, **person(1))],
    "display-driver-fault;session-process-crash;client-cancelled;gfx-decode-failure;client-protocol-fault;path-lost-mid-session;policy-change;session-stuck",
    "XD7-CAT",
    year=2014,
)
# Everybody on one host is dropped in the same second, 40 with the reason 3489660929; an update of August 2024 was blamed and
# taken out, others changed network settings. en.ittrip.xyz/windows-server/windows2019-rds-disconnects
open_(
    "reason-3489660929",
    [(-260000, "wu", 19, D(updateTitle="2024-08 Cumulative Update for Windows Server 2019 for x64-based Systems (KB5041578)", updateGuid="{8a}", updateRevisionNumber=200), dict(level=4))]
    + [e for number in (1, 2, 3, 4) for e in lsm(-9000 + number * 60, 21, **person(number)) + lsm(number / 100, 24, **person(number)) + lsm(number / 100, 40, Session=str(number + 2), Reason="3489660929")],
    "update-regression;termservice-crash;host-hang-resource;path-lost-mid-session;udp-transport-failure;session-process-crash",
    "RDSH19-2",
    year=2024,
)
# Black screens and a dead start menu on a session host: DCOM 10001 of the shell's apps, packages not installed for want of
# resources; in the end thousands of firewall rules. phy2vir.com/windows-server-2016-2019-rds-server-black-screen-or-start-menu-not-working
open_(
    "start-menu-dead",
    [
        e
        for number, t in ((1, 0), (2, 700))
        for e in accepted(t, f"u{number}", f"10.20.4.{30 + number}", number)
        + lsm(t + 3, 21, **person(number))
        + [
            (t + 40, "dcom", 10001, D(param1='"C:\\Windows\\SystemApps\\Microsoft.Windows.Cortana_cw5n1h2txyewy\\SearchUI.exe" -ServerName:CortanaUI.AppXa50dqqa5gqv4a428c9y1jjw7m3btvepj.mca', param2=0, param3="CortanaUI", param4="Unavailable", param5="Unavailable"), {}),
            (t + 41, "appx", 404, D(PackageFullName="Microsoft.Windows.Cortana_1.7.0.14393_neutral_neutral_cw5n1h2txyewy", ErrorCode="0x800705AA"), {}),
        ]
        + lsm(t + 200, 24, **person(number))
        + lsm(t + 200, 40, Session=str(number + 2), Reason="0")
    ],
    "host-hang-resource;profile-load-failure;session-stuck;client-cancelled;path-lost-mid-session;session-process-crash",
    "RDSH16-1",
    year=2019,
)
# After a streaming program was put on and taken off again no connection works: client error 0x9735; without network level
# authentication it does. Nobody said what had changed. github.com/DuoStream/Duo/issues/254
open_("code-0x9735", session(-90000, "gamer-pc", 1, 700, 9) + att(0, "gamer-pc", 38709, 2.4) + att(30, "gamer-pc", 38709, 2.2, 2), "auth-bad-credentials;auth-package-failure;auth-delegation-policy;credssp-oracle;restricted-admin-mismatch;auth-ntlm-blocked;credssp-pubkey-auth-failure;client-protocol-fault", "LAPTOP-7", year=2025)
# A controller takes its own network for a public one at start; disabling and enabling the card mends it for the day.
# engineerdirect.co.uk/guides/library/d/active-directory/dc-nla-public-network-misclassification
open_(
    "unidentified-at-start",
    worked(-9000)
    + [(0, "evlog", (6005, 32768), U(""), dict(level=4)), (20, "netlogon", (5719, 0), U("CORP", "%%1311"), {}), (31, "netprof", 10000, D(Name="Unidentified network", Description="Unidentified network", Guid="{9F2C}", Type=0, State=1, Category=0), dict(level=4))],
    "firewall-profile-flip;auth-dc-unreachable;network-service-failed",
    "DC-R2",
    dialect="viewer",
    year=2012,
)
# Through a tunnel only Microsoft's own client stays black and reconnects; resets on the wire, a smaller MTU did not help.
# github.com/WireGuard/wireguard-vyatta-ubnt/issues/112 (the codes of a lost connection are what such a client writes)
open_(
    "black-through-tunnel",
    [e for i, t in enumerate((0, 14, 29, 60)) for e in conn(t, "office-pc", i + 1) + [(t + 2, "client", 1025, [], dict(a=i + 1)), (t + 3, "client", 1027, D(DomainName="CORP", SessionId=2), dict(a=i + 1))] + disc(t + 11, 2308, i + 1)],
    "mtu-blackhole;path-lost-mid-session;udp-transport-failure;nat-idle-timeout;client-protocol-fault;session-process-crash;tls-record-corruption;gfx-decode-failure",
    "HOME-PC",
    year=2022,
)
# New clients lose a Server 2016 after about 65 seconds as long as UDP is used; mended by a later update.
# engineerdirect.co.uk/guides/library/d/remote-access-vpn/rdp-udp-disconnect-65-seconds-win11-24h2-server-2016
open_(
    "sixty-five-seconds",
    [
        e
        for i, t in enumerate((0, 75, 150))
        for e in accepted(t, "u1", "10.20.4.31", 2 * i + 1)
        + [(t + 1.2, "core", 131, D(ConnType="UDP", ClientIP="10.20.4.31:51700"), dict(a=2 * i + 2))]
        + lsm(t + 2, 21 if i == 0 else 25, **person(1))
        + lsm(t + 65, 24, **person(1))
        + lsm(t + 65, 40, Session="3", Reason="0")
    ],
    "udp-transport-failure;update-regression;path-lost-mid-session;nat-idle-timeout;client-protocol-fault",
    "RDS16-A",
    year=2025,
)
# Session hosts in a virtual machine lose every user for three to ten seconds under load; another network driver mends it.
# github.com/virtio-win/kvm-guest-drivers-windows/issues/15
open_(
    "all-for-eight-seconds",
    [e for t in (0, 5000) for number in (1, 2, 3, 4, 5) for e in lsm(t + number / 7, 24, **person(number)) + lsm(t + number / 7, 40, Session=str(number + 2), Reason="0") + lsm(t + 8 + number / 3, 25, **person(number))],
    "path-lost-mid-session;host-hang-resource;udp-transport-failure;network-service-failed;termservice-crash;nat-idle-timeout",
    "KVM-RDS1",
    year=2014,
)
# "Please wait for the Local Session Manager": EvCsrInitialized with 0x80004005 and nothing else; after a restart from
# outside all is well and nobody claims to know why. A public work log of a remote desktop client.
open_(
    "please-wait",
    accepted(0, "gr", "10.20.4.70", 1)
    + failed_transition(2, 4, "CsrConnected", "EvCsrInitialized", "0x80004005")
    + accepted(80, "gr", "10.20.4.70", 2)
    + failed_transition(82, 5, "CsrConnected", "EvCsrInitialized", "0x80004005")
    + [(400, "evlog", (6006, 32768), U(""), dict(level=4)), (470, "evlog", (6005, 32768), U(""), dict(level=4))]
    + success(900, "gr", "10.20.4.70", 3),
    "session-stuck;session-process-crash;host-hang-resource;display-driver-fault;termservice-crash",
    "PC-90",
    dialect="evtx_dump",
    year=2026,
)
# Over an overlay network the packets reach the host and no answer comes, now and then; a restart of the host helps. Only
# the client's log. github.com/tailscale/tailscale/issues/1448
open_("overlay-now-and-then", att(0, "100.67.68.57", 516, 21) + att(120, "100.67.68.57", 516, 21, 2) + att(900, "100.67.68.57", 516, 21, 3) + session(4000, "100.67.68.57", 1, 600, 4), "termservice-down;tcp-filtered;host-unreachable;tcp-refused;rdp-disabled;firewall-profile-flip;host-sleep;host-hang-resource", "CE-LAPTOP", year=2021)

# The farm's name is left after five seconds because the person was sent on to a member; each morning the same three lines.
# github.com/FreeRDP/FreeRDP/issues/11159
healthy(
    "farm-name-left",
    [
        e
        for t in (0, 86000)
        for e in gateway(t, 200, ConnectionProtocol="RPC-HTTP")
        + gateway(t + 0.1, 302, resource="rds-pool.company.example", ConnectionProtocol="RPC-HTTP")
        + gateway(t + 4, 200, ConnectionProtocol="RPC-HTTP")
        + gateway(t + 4.1, 300, resource="ts.company.example", ConnectionProtocol="RPC-HTTP")
        + gateway(t + 4.2, 302, resource="ts.company.example", ConnectionProtocol="RPC-HTTP")
        + gateway(t + 8, 303, "1226", "rds-pool.company.example", ConnectionProtocol="RPC-HTTP", BytesReceived="12619", BytesTransfered="10048", SessionDuration="5")
    ],
    "client-cancelled;path-lost-mid-session",
    "RDGW-DE",
    culture="de-DE",
    dialect="viewer",
    order="newest first",
    year=2026,
)
# Certificates renewed twice a day although good for a year: 1063 each time. Microsoft KB 2531138
healthy("twice-a-day", [e for day in range(3) for e in rcm(day * 86400, (1063, 16384), "TS15.corp.example", level=4) + rcm(day * 86400 + 43200, (1063, 16384), "TS15.corp.example", level=4)] + worked(20000) + worked(90000, 2, 12), "cert-template-enrollment-failed;cert-configured-invalid", "TS15", year=2011)
# A controller whose log is full of Schannel 36888, alert 10, state 1203: something speaks no TLS to one of its ports.
# serverdevworker.com/125349b051
healthy("unexpected-messages", [(t, "sch", 36888, D(AlertDesc=10, ErrorState=1203), {}) for t in range(0, 4000, 160)] + worked(500) + worked(1900, 2, 12, 900), "protocol-stream-corruption;brute-force-saturation", "DC08", year=2013)
# What the session manager writes while the machine goes down: 19 with 0x8007045b and 17 with 0x80010108.
# detection-wiki pages on LocalSessionManager, their sample events
healthy(
    "going-down",
    worked(-8000)
    + [(0, "user32", (1074, 32768), D(param1="C:\\Windows\\system32\\shutdown.exe (LAB-DC01)", param2="LAB-DC01", param3="No title for this reason could be found", param4="0x800000ff", param5="restart", param6="", param7="LAB\\adm"), dict(level=4))]
    + lsm(6, 19, Param1="0x8007045b")
    + lsm(9, 17, Param1="0x80010108")
    + [(12, "evlog", (6006, 32768), U(""), dict(level=4)), (95, "evlog", (6005, 32768), U(""), dict(level=4))]
    + scm(101, 7036, param1="Remote Desktop Services", param2="running")
    + worked(700, 1, 14),
    "host-reboot;admin-disconnect;termservice-down",
    "LAB-DC01",
    year=2026,
)
# TermServDevices 1103 with 0x5be: a printer was renamed after it was gone. Microsoft KB 276532
healthy("printer-renamed", [(t, "tsdev", (1103, 49152), U(""), dict(bin="05000000BE050000")) for t in (0, 900, 2400)], "", "W2KTS-4", dialect="old", year=2001)
# More printers than a session may have: TerminalServices-Printers 1124 for each one left out.
# technet.microsoft.com/library/cc727415(WS.10)
healthy("twenty-printers", worked(0, 1, 3, 4000) + [(30 + i, "printers", 1124, [], ud("EventXML", "Event_NS", Param1=f"Label {i}", Param2=f"TS00{i}")) for i in range(5)] + worked(5000, 2, 12), "", "TS08-P", year=2009)
# "Securing remote connection" stays for twenty seconds while the client looks for lists of trusted roots; then it works.
# Microsoft KB 2915774, LEARN/windows-server/remote/rdc-stuck-on-src-screen
healthy(
    "slow-to-secure",
    conn(0, "fileserver")
    + [(t, "capi", 11, [], dict(u=("CertGetCertificateChain", "http://schemas.microsoft.com/win/2004/08/events/event", dict(Certificate="fileserver", Result="A certificate chain processed, but terminated in a root certificate which is not trusted by the trust provider.")), level=2)) for t in (7, 14)]
    + [(21, "client", 1025, [], dict(a=1)), (23, "client", 1027, D(DomainName="FILESERVER", SessionId=2), dict(a=1)), (2600, "client", 1105, [], dict(a=1))]
    + disc(2600, 1),
    "cert-client-rejects;client-cancelled",
    "W7-PC",
    year=2014,
)
# DCOM 10000 with error 233 whenever somebody logs on to a 2003 terminal server; registry values of Winlogon are missing and
# the sessions go on. Microsoft KB 914052, LEARN/windows-server/remote/event-10000-terminal-server-enabled
healthy(
    "dcom-at-logon",
    [
        e
        for t in (0, 1300, 2900)
        for e in [
            (t, "sec2003", (528, 0), U("u1", "CORP", "(0x0,0x1A2B3)", "10", "User32", "Negotiate", "TS-03", "-", "TS-03$", "CORP", "(0x0,0x3E7)", "4021", "-", "10.20.4.31", "1047"), dict(level=0)),
            (t + 6, "dcomapp", (10000, 49152), U("{0002DF01-0000-0000-C000-000000000046}", "%%233", "C:\\Program Files\\Internet Explorer\\iexplore.exe -Embedding"), {}),
        ]
    ],
    "",
    "TS-03",
    year=2006,
)
