"""The rest of the ninth set, part b: reports whose events leave the cause open, and false alarms."""

from .events import D, U, att, conn, disc, success
from .eighth_round_b import refused
from .fifth_round_b import person, worked
from .ninth_round_b import DAY, ROUND, ended
from .sixth_round_b import through
from .sixth_round_c import used
from .third_round_reports import accepted
from .threads_roles import gateway
from .threads_session import lsm

open_ = ROUND.open_
healthy = ROUND.healthy


def came_up(t, target, act):
    return conn(t, target, act) + [(t + 1.2, "client", 1025, [], dict(a=act, level=4)), (t + 2.9, "client", 1027, D(DomainName="CORP", SessionId=4), dict(a=act, level=4))]


# Clients.

# A server with five licences ends a manager's connections with 2056, another program of Microsoft's with the same account gets in.
# github.com/mRemoteNG/mRemoteNG/issues/1888
open_(
    "five-licences",
    att(0, "srv2016", 2056, 2.3, 3) + att(19, "srv2016", 2056, 2.2, 4) + used(140, "srv2016", 7, 3000),
    "license-exhausted;license-grace-expired;license-server-unreachable;license-client-store;license-certificate-corrupt;connection-limit;client-protocol-fault",
    "PC-921",
    year=2020,
    dialect="EvtxECmd",
)

# After the client of the newer kind was updated "an internal error occurred", code 0x0, and only through the connection broker.
# github.com/Devolutions/MsRdpEx/issues/139
open_(
    "only-through-the-broker",
    used(-DAY, "farm.firma.example", 2, 9000)
    + [(-4000, "msi", (11707, 0), U("Product: Remote Desktop -- Installation completed successfully.", "(NULL)", "(NULL)", "(NULL)", "(NULL)", "(NULL)", ""), dict(level=4)), (-3999, "msi", (1033, 0), U("Remote Desktop", "1.2.5910.0", "1033", "0", "Microsoft Corporation", "(NULL)", ""), dict(level=4))]
    + [e for i, t in enumerate((0, 25, 300)) for e in conn(t, "farm.firma.example", 4 + i) + disc(t + 2.6, 0, 4 + i)]
    + used(900, "rdsh-3.firma.example", 9, 600),
    "update-regression;broker-redirect-failed;client-protocol-fault;broker-unavailable;cert-client-rejects;drain-mode;auth-spn-mismatch;dns-failure;client-plugin-fault;broker-host-not-joined;auth-delegation-policy;restricted-admin-mismatch;tls-no-common-cipher;auth-bad-credentials",
    "W11-922",
    year=2025,
    culture="de-DE",
    dialect="viewer",
)

# What users of a cloud's desktops meet and its list of codes does not hold: 267 "missed heartbeats", 14 "unexpected network disconnect", 3076
# "client network unavailable". github.com/MicrosoftDocs/azure-docs/issues/81304
open_(
    "codes-not-in-the-list",
    [e for i, (t, code, length) in enumerate(((0, 267, 5200), (7000, 14, 2100), (12000, 3076, 3333))) for e in came_up(t, "avd-pool-7", 3 + i) + disc(t + length, code, 3 + i)],
    "path-lost-mid-session;nat-idle-timeout;client-sleep;host-unreachable;host-hang-resource;udp-transport-failure;host-sleep;host-reboot;host-crash;gateway-session-timeout;mtu-blackhole;network-service-failed",
    "LAP-923",
    year=2021,
)

# With a card the client says that the user name does not exist; "the exact same errors are thrown for a wide variety of unrelated reasons". It is
# not joined, and the chain of the controller's certificate fails the policy. awakecoding.com/posts/rdp-smartcard-logon-user-name-does-not-exist
open_(
    "yes-it-does",
    [
        e
        for i, t in enumerate((0, 37))
        for e in conn(t, "it-help-ts1.ad.example", 3 + i)
        + [(t + 1.9, "capi", 30, [], dict(level=2, u=("CertVerifyCertificateChainPolicy", "http://schemas.microsoft.com/win/2004/08/events/event", dict(Policy="CERT_CHAIN_POLICY_NT_AUTH", Certificate="it-help-dc.ad.example", Status="800B0112", Result="A certification chain processed correctly, but one of the CA certificates is not trusted by the policy provider."))))]
        + disc(t + 2.2, 2567, 3 + i)
    ],
    "auth-bad-credentials;auth-dc-unreachable;auth-package-failure;cert-client-rejects;auth-spn-mismatch;auth-trust-broken",
    "IT-924",
    year=2024,
    dialect="evtx_dump",
)

# One server of many answers 3334, "which did not have any issues earlier". github.com/mRemoteNG/mRemoteNG/issues/1891
open_(
    "all-but-one",
    used(-3 * DAY, "srv-one", 2, 4000) + came_up(-600, "srv-two", 3) + att(0, "srv-one", 3334, 2.4, 5) + came_up(60, "srv-three", 6) + att(130, "srv-one", 3334, 2.6, 7) + disc(4000, 2, 3) + disc(4100, 2, 6),
    "client-protocol-fault;protocol-stream-corruption;gfx-decode-failure;host-hang-resource;third-party-server-fault;update-regression;license-client-store;display-driver-fault;client-plugin-fault;path-lost-mid-session;session-process-crash",
    "PC-925",
    year=2020,
    culture="fr-FR",
    dialect="viewer",
)

# 4360 now and then when connecting; who closes some of the open sessions gets a new one. github.com/mRemoteNG/mRemoteNG/issues/328
open_(
    "close-some-to-open-one",
    came_up(-9000, "w10-a", 2) + came_up(-7000, "w10-b", 3) + came_up(-5000, "srv12", 4) + conn(0, "w10-c", 5) + [(1.4, "client", 1025, [], dict(a=5, level=4))] + disc(2.2, 4360, 5) + disc(60, 2, 3) + came_up(70, "w10-c", 6) + disc(5000, 2, 6),
    "client-protocol-fault;host-hang-resource;reconnect-failed;path-lost-mid-session;client-plugin-fault;gfx-decode-failure;session-stuck;session-replaced;protocol-stream-corruption;connection-limit",
    "ADM-926",
    year=2017,
)

# "Because of a protocol error detected at the client (code 0x1104)"; the machine has two adapters. github.com/stascorp/rdpwrap/issues/363
open_(
    "two-adapters",
    att(0, "192.168.1.9", 4356, 0.9, 3) + att(15, "192.168.1.9", 4356, 0.8, 4) + att(400, "192.168.2.9", 4356, 0.9, 5),
    "client-protocol-fault;protocol-stream-corruption;non-rdp-listener;third-party-server-fault;termservice-down;security-layer-mismatch;tcp-refused;path-lost-mid-session;console-loop;rdp-port-changed;host-hang-resource",
    "NB-927",
    year=2017,
    dialect="libevtx",
)

# "I know it is open because I can access it from my desktop": 0x204 from elsewhere. github.com/sebaxakerhtc/rdpwrap.ini/issues/305
open_(
    "open-from-my-desk",
    att(0, "203.0.113.88", 516, 21.0, 3) + att(60, "203.0.113.88", 516, 21.1, 4) + att(300, "192.168.1.30", 516, 4.2, 5),
    "tcp-filtered;tcp-refused;host-unreachable;rdp-disabled;termservice-down;rdp-port-changed;firewall-profile-flip;listener-bind-failed;host-sleep;dns-stale-wrong-host;network-service-failed;ip-address-conflict",
    "NB-937",
    year=2023,
    dialect="EvtxECmd",
)

# Gateways.

# "Was not authorized … because a tunnel could not be created"; the library speaks of the certificate.
# learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2008-R2-and-2008/ee907345(v=ws.10)
open_(
    "tunnel-not-created",
    through(-9000, "ida", "desk-7.corp.example") + [e for t in (0, 44, 600) for e in gateway(t, 312) + gateway(t + 0.6, 306, "2147500037")],
    "gateway-cert-invalid;gateway-auth-failed;gateway-cap-denied;gateway-nps-failure;gateway-service-crash;gateway-limit-reached;gateway-channel-binding-mismatch",
    "RDG-928",
    year=2011,
    dialect="python-evtx",
)

# Logons and sessions.

# By the overlay's address the user is told of an account restriction, by that of the network at home the same user gets in; and after a
# disconnect also by the overlay. github.com/tailscale/tailscale/issues/16761. The status is that of the message (0xC000006E).
open_(
    "only-via-the-overlay",
    success(-2000, "exup", "192.168.8.15", 9)
    + [e for i, t in enumerate((0, 40)) for e in accepted(t, "exup", "100.101.2.3", 20 + i) + refused(t + 2.4, "exup", "0xc000006e", "0x0", "%%2312", "100.101.2.3", LogonType=10, LogonProcessName="User32 ", AuthenticationPackageName="Negotiate", WorkstationName="W10-929", TargetDomainName="W10-929", ProcessId="0x3a4", ProcessName="C:\\Windows\\System32\\svchost.exe") + ended(t + 30, 20 + i)]
    + success(900, "exup", "192.168.8.15", 30),
    "auth-logon-hours;auth-workstation-restriction;auth-no-rdp-right;auth-password-expired;policy-change;auth-account-disabled;auth-account-expired;auth-bad-credentials;restricted-admin-mismatch;auth-ntlm-blocked;auth-delegation-policy",
    "W10-929",
    year=2025,
)

# A service starts sessions to run tasks; five seconds after the logon the server ends them, ERRINFO_RPC_INITIATED_DISCONNECT, and later they are
# logged off. github.com/FreeRDP/FreeRDP/issues/10596
open_(
    "ended-after-five-seconds",
    [e for i, t in enumerate((0, 3600)) for e in accepted(t, "u1", "127.0.0.1", 11 + i) + lsm(t + 1.2, 21, **person(1, ip="127.0.0.1")) + lsm(t + 1.9, 22, **person(1, ip="127.0.0.1")) + lsm(t + 6.1, 40, Session="3", Reason="1") + lsm(t + 6.2, 24, **person(1, ip="127.0.0.1")) + ended(t + 6.4, 11 + i) + lsm(t + 900, 23, User="CORP\\u1", SessionID="3")],
    "admin-disconnect;session-limit-policy;session-process-crash;display-driver-fault;session-replaced;third-party-server-fault;connection-limit;policy-change;license-grace-expired;client-protocol-fault;client-cancelled;session-stuck",
    "ROBOT-930",
    year=2024,
    dialect="EvtxECmd",
)

# Over a dial-in the screen stays black and the network disconnects; with a smaller MTU on the tunnel it works. github.com/FreeRDP/FreeRDP/issues/6814
open_(
    "smaller-on-the-tunnel",
    worked(-20000, 2, 30)
    + [e for i, t in enumerate((0, 55, 200)) for e in accepted(t, "u5", "10.10.50.30", 41 + i) + lsm(t + 2, 21 if i == 0 else 25, User="CORP\\u5", SessionID="7", Address="10.10.50.30") + [(t + 23, "core", 226, D(StateTransition="RDP_TCP", PreviousState=4, PreviousStateName="StateActive", NewState=21, NewStateName="StateDisconnected", Event=9, EventName="Event_Disconnect", ErrorCode="0x80070040"), dict(a=41 + i, level=3))] + lsm(t + 23.3, 24, User="CORP\\u5", SessionID="7", Address="10.10.50.30") + ended(t + 23.4, 41 + i)],
    "mtu-blackhole;path-lost-mid-session;gfx-decode-failure;client-protocol-fault;udp-transport-failure;nat-idle-timeout;client-cancelled;protocol-stream-corruption;display-driver-fault;client-crash;third-party-server-fault;host-hang-resource",
    "TS-931",
    year=2022,
)

# False alarms.

# The DNS service of a controller cannot bind its sockets after an overlay network was installed, 404, 407 and 408; by Remote Desktop it is reached
# and the service restarted. github.com/tailscale/tailscale/issues/5075
healthy(
    "sockets-of-another-service",
    [(t, "dnsserver", number, D(param1="100.88.1.2"), dict(level=2)) for t, number in ((0, 408), (0.2, 404), (0.3, 407))] + success(1300, "adm", "10.20.4.9", 9) + worked(9000, 2, 12),
    "dns-failure;listener-bind-failed",
    "DC16-932",
    year=2022,
)

# A viewer says "an internal error" for a session that came up and ended after twenty seconds with 2. github.com/1Remote/1Remote/issues/116
healthy(
    "two-is-no-error",
    conn(0, "xyq-pc", 3) + [(0.5, "client", 1025, [], dict(a=3, level=4)), (3.4, "client", 1027, D(DomainName="XYQ-PC", SessionId=1), dict(a=3, level=4)), (22.8, "client", 1105, [], dict(a=3, level=4))] + disc(22.9, 2, 3) + used(60, "xyq-pc", 5, 1500),
    "client-cancelled;admin-disconnect",
    "PC-933",
    year=2021,
    dialect="evtx_dump",
)

# After a baseline a backup program's calls are blocked: NTLM 4001, outgoing traffic to remote servers. github.com/eneerge/CIS-Windows-Server/issues/22
healthy(
    "backup-without-ntlm",
    [(t, "ntlm", 4001, D(TargetName="RPCSS/10.20.4.60", UserName="veeam", DomainName="CORP", CallerPID=3188, ProcessName="C:\\Program Files\\Veeam\\Backup and Replication\\Backup\\Veeam.Backup.Manager.exe", ClientLUID="0x5d311", ClientUserName="SYSTEM", ClientDomainName="CORP", MechanismOID="1.3.6.1.4.1.311.2.2.10"), dict(level=3)) for t in (0, 12, 900, 1800)] + success(2500, "adm", "10.20.4.9", 9),
    "auth-ntlm-blocked",
    "BKP-934",
    year=2025,
)

# A host that finds no controller lets its user in with what it remembers: logon type 12. github.com/OTRF/ThreatHunter-Playbook/pull/29
healthy(
    "with-what-it-remembers",
    accepted(0, "hilo21", "10.20.4.21", 5)
    + [(1.1, "sec", 4624, D(SubjectUserSid="S-1-5-18", SubjectUserName="HR-935$", TargetUserName="hilo21", TargetDomainName="CORP", LogonType=12, LogonProcessName="User32 ", AuthenticationPackageName="Negotiate", WorkstationName="HR-935", IpAddress="10.20.4.21", IpPort=0), dict(level=0))]
    + lsm(2, 21, User="CORP\\hilo21", SessionID="2", Address="10.20.4.21")
    + lsm(3, 22, User="CORP\\hilo21", SessionID="2", Address="10.20.4.21")
    + lsm(7000, 23, User="CORP\\hilo21", SessionID="2"),
    "auth-dc-unreachable",
    "HR-935",
    year=2019,
    culture="es-ES",
    dialect="viewer",
)

# Whoever signs out of an old server is at once signed in again, for the program takes the end for a loss. github.com/1Remote/1Remote/issues/82
healthy(
    "signed-in-again-at-once",
    [e for i, t in enumerate((0, 1500, 1530)) for e in success(t, "u1", "10.20.4.31", 30 + i)[:-1] + lsm(t + 3, 21, **person(1)) + lsm(t + 5, 22, **person(1)) + lsm((1496, 1526, 4000)[i], 23, User="CORP\\u1", SessionID="3") + ended((1496.3, 1526.3, 4000.3)[i], 30 + i)],
    "client-cancelled;session-replaced;admin-disconnect",
    "TS08-936",
    year=2021,
)
