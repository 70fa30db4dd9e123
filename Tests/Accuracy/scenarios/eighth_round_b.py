"""An eighth set written blind, part b: clients, networks, gateways, directories and lost sessions, as strangers' logs show them.

Each case says what its report told and where it stands; names, times and addresses are invented, routine events added,
and the rules were not looked at while writing.
"""

from .events import D, U, att, c131, conn, disc, success
from .fifth_round_b import person, worked
from .providers import PROVIDERS
from .rounds import Round
from .sixth_round_b import through
from .sixth_round_c import used
from .third_round_reports import accepted
from .threads_roles import gateway, nps
from .threads_service import crash, scm
from .threads_session import lsm

ROUND = Round("eighth-b")
known = ROUND.known
PROVIDERS.update({"w32time2003": ('Name="W32Time"', "System")})
DAY = 86400


def refused(t, user, status, sub, reason, ip, **more):
    """A failed network logon with every field of 4625."""
    base = dict(SubjectUserSid="S-1-0-0", SubjectUserName="-", SubjectDomainName="-", SubjectLogonId="0x0", TargetUserSid="S-1-0-0", TargetUserName=user, TargetDomainName="CORP", Status=status, FailureReason=reason, SubStatus=sub, LogonType=3, LogonProcessName="NtLmSsp ", AuthenticationPackageName="NTLM", WorkstationName="-", TransmittedServices="-", LmPackageName="-", KeyLength=0, ProcessId="0x0", ProcessName="-", IpAddress=ip, IpPort=0)
    return [(t, "sec", 4625, D(**{**base, **more}), dict(level=0))]


# Clients.

# A project attaches a viewer to the machine it runs on: "1024 … (localhost), 1105, 1026 (Reason= 1800)" and nothing on the server's
# side; 127.0.0.2 makes the session. A public project's notes on a second session, section "mstsc refuses localhost — silently"
known(
    "refuses-localhost",
    "console-loop",
    [e for i, (t, length) in enumerate(((0, 3.9), (140, 4.2))) for e in conn(t, "localhost", 3 + i) + [(t + length - 0.1, "client", 1105, [], dict(a=3 + i, level=4))] + disc(t + length, 1800, 3 + i)]
    + used(600, "127.0.0.2", 6, 900),
    "",
    "W11-801",
    year=2026,
    culture="fr-FR",
    dialect="viewer",
)

# A manager of connections dies when one more session is opened beside those that are up; the log names Windows.UI.XamlHost.dll.
# Windows 10 1803, servers from 2003 to 2016. github.com/mRemoteNG/mRemoteNG/issues/1198
known(
    "one-more-session",
    "client-crash",
    used(-7000, "srv-2008", 2, 6900)
    + [e for i, host in enumerate(("srv-2012", "srv-2016")) for e in conn(-900 + i * 60, host, 4 + i) + [(-898 + i * 60, "client", 1025, [], dict(a=4 + i, level=4))]]
    + conn(-2, "srv-2003", 7)
    + crash(0, "mRemoteNG.exe", "1.76.11.40527", "5bc909a1", "Windows.UI.XamlHost.dll", "10.0.17134.319", "8341feb9", "c0000409", "000058cf", "2e8", "01d48655354c427d", "C:\\Program Files (x86)\\mRemoteNG\\mRemoteNG.exe", "C:\\Windows\\System32\\Windows.UI.XamlHost.dll", "4b1f6a11-6d0e-4f3a-9a7d-2f6f1f7f1a22", "", ""),
    "client-plugin-fault;update-regression",
    "PC-802",
    year=2018,
    dialect="EvtxECmd",
)

# A Windows 10 machine loses all connections once a day while the adapter says it is connected: Tcpip 4227 and then 4231.
# borncity.com/win/2016/12/20/events-id-4231-and-4227-tcpip-no-internet-connection
known(
    "once-a-day",
    "tcp-port-exhaustion",
    [(t, "tcpip", (4227, 32768), U("", "TCP"), dict(level=3)) for t in (0, 61, 130)] + [(t, "tcpip", (4231, 32768), U("", "TCP"), dict(level=3)) for t in (190, 86700)],
    "host-hang-resource;network-service-failed",
    "W10-803",
    year=2016,
    culture="de-DE",
    dialect="viewer",
)

# Gateways and their policy servers.

# A gateway from a template: users are asked for the gateway's password and never for the machine's; its log has 301, error 23002.
# github.com/aws-quickstart/quickstart-microsoft-rdgateway/issues/12
known(
    "template-without-resources",
    "gateway-rap-denied",
    [e for t in (0, 42, 300) for who in [dict(user="EC2AMAZ-1\\Administrator")] for e in gateway(t, 312, **who) + gateway(t + 0.8, 200, **who) + gateway(t + 0.9, 301, "23002", "10.0.1.20", **who)],
    "",
    "RDGW-804",
    year=2018,
    dialect="python-evtx",
)

# Another from that template: 4625 in the gateway's Security log for everybody; without EnforceChannelBinding they get in. The article
# it cites names the code, 0xc000035b. github.com/aws-quickstart/quickstart-microsoft-rdgateway/issues/26
known(
    "bindings-enforced",
    "gateway-channel-binding-mismatch",
    [e for t, user in ((0, "orm"), (31, "orm"), (400, "lea")) for e in refused(t, user, "0xc000035b", "0x0", "%%2304", "198.51.100.77", WorkstationName="LAPTOP-7")],
    "auth-ntlm-blocked",
    "RDGW-805",
    year=2020,
)

# An extension of the policy server rejects at once: "An NPS extension dynamic link library (DLL) that is installed on the NPS server
# rejected the connection request." github.com/MicrosoftDocs/azure-docs/issues/55499
known(
    "extension-rejects",
    "gateway-nps-failure",
    [e for t in (0, 25, 610) for e in nps(t, 6273, SubjectUserName="dav", ReasonCode=21, Reason="An NPS extension dynamic link library (DLL) that is installed on the NPS server rejected the connection request.", NetworkPolicyName="Connections to other access servers", AuthenticationProvider="Windows", AuthenticationServer="NPS-806.corp.example")],
    "gateway-auth-failed;gateway-cap-denied",
    "NPS-806",
    year=2020,
    dialect="evtx_dump",
)

# A network policy was made on the new policy server and no connection request policy: all requests of the gateway fail there.
# github.com/MicrosoftDocs/azure-docs/issues/39287
known(
    "no-request-policy",
    "gateway-nps-failure",
    [e for t in (0, 33) for e in nps(t, 6273, SubjectUserName="ian", ReasonCode=49, Reason="The RADIUS request did not match any configured connection request policy (CRP).", ProxyPolicyName="-", NetworkPolicyName="-", AuthenticationProvider="-", AuthenticationServer="NPS-807.corp.example")],
    "gateway-cap-denied",
    "NPS-807",
    year=2019,
    culture="es-ES",
    dialect="viewer",
)

# After new versions of the extension every logon wants a one-time code nobody can type: 201 with 23003 on the gateway, nothing on the
# policy server. beaming.co.uk/knowledge-base/azure-mfa-issues. The gateway's log alone may be read as its policy's refusal.
known(
    "code-nobody-asks-for",
    "gateway-nps-failure",
    through(-90000, "kim", "rds1.corp.example") + [e for t in (0, 28, 900) for e in gateway(t, 312, user="CORP\\kim") + gateway(t + 1.6, 201, "23003", user="CORP\\kim")],
    "gateway-cap-denied;gateway-auth-failed",
    "RDGW-808",
    year=2023,
)

# "The following exception code occurred in the RD Gateway server. The RD Gateway will be restarted."
# technet.microsoft.com/library/ee891100(WS.10)
known(
    "exception-and-restart",
    "gateway-service-crash",
    through(-5000, "kim", "rds1.corp.example", 4990) + gateway(0, 700, "3221225477", user="") + gateway(4, 101, "0", user="") + through(300, "lea", "rds2.corp.example", 800),
    "",
    "RDGW-R2-9",
    year=2010,
    dialect="libevtx",
)

# The directory.

# A machine set back to an older snapshot: domain users get "cannot connect to the domain"; its log has 3210, 40961 and W32Time 18.
# system-about.blogspot.com/2010/06/working-with-domain-member-virtual.html
known(
    "set-back-in-time",
    "auth-trust-broken",
    [(-40, "evlog", (6005, 32768), U(""), dict(level=4))]
    + [
        (0, "netlogon", (3210, 0), U("PETRILABS", "\\\\WIN2003-SRV1.petrilabs.local", "%%5"), dict(bin="220000C0")),
        (6, "lsasrv2003", (40961, 32768), U("cifs/WIN2003-SRV1.petrilabs.local"), dict(level=3, bin="880300C0")),
        (9, "w32time2003", (18, 32768), U("petrilabs", "15", "The trust relationship between this workstation and the primary domain failed. (0x800706FD)"), dict(level=3)),
    ],
    "auth-dc-unreachable",
    "WXP-810",
    year=2010,
    dialect="old",
    noise=12,
)

# A controller that is shutting down still answers: its members refuse logons with 0xc00000dc until they find another.
# learn.microsoft.com/troubleshoot/windows-server/windows-security/cannot-authenticate-users-shut-down-domain-controller
known(
    "controller-going-down",
    "auth-dc-unreachable",
    success(-6000, "ida", "10.20.4.31", 9)
    + [e for i, (t, user) in enumerate(((0, "ida"), (14, "joe"), (37, "ida"))) for e in c131(t, f"10.20.4.{31 + i}", 20 + i) + refused(t + 0.8, user, "0xc00000dc", "0x0", "%%2304", f"10.20.4.{31 + i}")]
    + success(300, "ida", "10.20.4.31", 40),
    "netlogon-down;auth-trust-broken",
    "RDSH-811",
    year=2014,
)

# A controller of the newest server comes up, finds its network before its own directory and takes it for a public one; Netlogon runs later
# than the network's service, and nobody reaches its desktop. photofile.ru/kontroller-domena-server-2025-opredelyaetsya-kak-public-…
known(
    "controller-on-public",
    "firewall-profile-flip",
    success(-9000, "adm", "10.20.4.9", 9)
    + [(-30, "evlog", (6005, 32768), U(""), dict(level=4))]
    + [
        (0, "netprof", 10000, D(Name="Неопознанная сеть", Description="Неопознанная сеть", Guid="{1B6E3F40-77A2-4C5E-8B1D-90C2F3A4B5C6}", Type=0, State=1, Category=0), dict(level=4)),
        (21, "scm", (7036, 16384), D(param1="Netlogon", param2="Работает"), dict(level=4)),
    ],
    "tcp-filtered;network-service-failed;auth-dc-unreachable",
    "DC-812",
    year=2025,
    culture="ru-RU",
    dialect="viewer",
)

# Sessions.

# Whoever goes to another computer takes the session along, and the first computer's reconnecting takes it back, over and over.
# github.com/rdesktop/rdesktop/issues/243
known(
    "two-computers-pull",
    "session-replaced",
    worked(-20000, 2, 30)
    + lsm(-3000, 21, User="CORP\\gil", SessionID="4", Address="10.20.4.41")
    + [e for i in range(5) for ip in [("10.20.4.42", "10.20.4.41")[i % 2]] for e in accepted(i * 7.0, "gil", ip, 60 + i) + lsm(i * 7 + 1.6, 40, Session="4", Reason="5") + lsm(i * 7 + 1.7, 24, User="CORP\\gil", SessionID="4", Address=("10.20.4.41", "10.20.4.42")[i % 2]) + lsm(i * 7 + 1.8, 25, User="CORP\\gil", SessionID="4", Address=ip)],
    "admin-disconnect;reconnect-failed",
    "TS-813",
    year=2018,
)

# With the other maker's thin clients sessions end several times a day; the server has 97 and 102 each time, without RemoteFX none in the
# test and again in production. github.com/FreeRDP/FreeRDP/issues/3010
known(
    "thin-clients-end",
    "protocol-stream-corruption",
    [
        e
        for i, t in enumerate((0, 5400, 9100))
        for e in success(t - 3000, f"u{i + 1}", person(i + 1)["Address"], 50 + i)
        + [(t, "core", 97, D(ComponentName="X.224", ErrorCode="0x80070040"), dict(a=50 + i)), (t + 0.1, "core", 102, [], dict(a=50 + i, level=4))]
        + lsm(t + 0.4, 24, User=f"CORP\\u{i + 1}", SessionID="3", Address=person(i + 1)["Address"])
    ],
    "client-protocol-fault;path-lost-mid-session;client-plugin-fault;gfx-decode-failure;udp-transport-failure",
    "TS-814",
    year=2015,
    dialect="EvtxECmd",
)
