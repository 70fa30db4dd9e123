"""The rest of the eighth set, part b: reports whose events leave the cause open, and false alarms."""

from .events import D, U, att, c131, conn, disc, f4625, s226, success
from .eighth_round_b import DAY, ROUND
from .fifth_round_a import logged_on
from .fifth_round_b import person, worked
from .seventh_round_b import started
from .sixth_round_c import used
from .third_round_reports import accepted
from .threads_roles import broker
from .threads_session import ended, lsm

open_ = ROUND.open_
healthy = ROUND.healthy


# Clients.

# A manager of connections goes to an address with an administrator of the group of protected users and is told of "a user account
# restriction"; mstsc, by name, gets in. github.com/mRemoteNG/mRemoteNG/issues/3175
open_(
    "protected-by-address",
    att(0, "10.80.1.14", 3079, 1.4, 3) + att(19, "10.80.1.14", 3079, 1.3, 4) + used(80, "adm-host", 6, 1400),
    "auth-logon-hours;auth-workstation-restriction;auth-ntlm-blocked;auth-bad-credentials;auth-password-expired;auth-account-disabled;auth-account-expired;auth-no-rdp-right;restricted-admin-mismatch;auth-delegation-policy;policy-change",
    "PC-821",
    year=2026,
    culture="de-DE",
    dialect="viewer",
)

# A viewer's diagnostics tell of 226, RDPClient_SSL from TsSslStateHandshakeStart by TsSslEventStartHandshakeFailed, 0x80004005: "the
# listener can be running while authentication fails". The tests of a public project that shows a child session
open_(
    "handshake-never-started",
    used(-4000, "127.0.0.2", 2, 3000)
    + [e for i, t in enumerate((0, 22)) for e in conn(t, "127.0.0.2", 4 + i) + s226(t + 0.6, 4 + i, 2147500037, ps="TsSslStateHandshakeStart", ev="TsSslEventStartHandshakeFailed") + disc(t + 0.8, 2308, 4 + i)],
    "auth-package-failure;auth-delegation-policy;credssp-oracle;client-protocol-fault;tls-version-disabled;tls-no-common-cipher;cert-configured-invalid;cert-private-key-acl;auth-bad-credentials;nla-required;cert-client-rejects;restricted-admin-mismatch;auth-ntlm-blocked;security-layer-mismatch;credssp-pubkey-auth-failure;tls-inspection;auth-account-disabled",
    "W11-822",
    year=2026,
)

# A server of 2022 with a one-time code in the name of the user: a manager of connections needs two to four tries, 264 each, and mstsc
# works at once; never with the server of 2016. github.com/mRemoteNG/mRemoteNG/issues/2286
open_(
    "two-to-four-tries",
    used(-DAY, "srv-2016", 2) + [e for i in range(3) for e in att(i * 40, "srv-2022", 264, 31, 4 + i)] + used(130, "srv-2022", 9, 3000),
    "tcp-filtered;host-unreachable;path-lost-mid-session;client-protocol-fault;mtu-blackhole;dns-stale-wrong-host;host-hang-resource;auth-dc-unreachable;update-regression;udp-transport-failure;tls-inspection;client-plugin-fault;brute-force-saturation;network-service-failed;connection-limit",
    "W10-823",
    year=2022,
    dialect="python-evtx",
)

# "Unknown error 0x4" from outside; a restart of the machine mends it for a week. github.com/stascorp/rdpwrap/issues/571
open_(
    "once-a-week-four",
    used(-3 * DAY, "office.example.net", 2, 2000) + [e for i, t in enumerate((0, 30, 500)) for e in conn(t, "office.example.net", 4 + i) + disc(t + 3.1, 4, 4 + i)] + used(9000, "office.example.net", 9, 4000),
    "session-stuck;host-hang-resource;termservice-crash;session-limit-policy;session-process-crash;third-party-server-fault;reconnect-failed;path-lost-mid-session;admin-disconnect;session-replaced;client-protocol-fault;connection-limit;host-reboot;display-driver-fault;nat-idle-timeout;update-regression;drain-mode",
    "PC-824",
    year=2018,
)

# The session ends with 3334 and the next tries with 264, with the manager of connections only. github.com/kmscode/mRemote3G/issues/54
open_(
    "protocol-then-time",
    conn(-1800, "srv-old", 3)
    + [(-1798.6, "client", 1025, [], dict(a=3, level=4)), (-1797, "client", 1027, D(DomainName="CORP", SessionId=2), dict(a=3, level=4))]
    + disc(0, 3334, 3)
    + att(6, "srv-old", 264, 30.4, 4)
    + att(50, "srv-old", 264, 30.6, 5),
    "client-protocol-fault;protocol-stream-corruption;host-hang-resource;path-lost-mid-session;host-unreachable;tcp-filtered;client-plugin-fault;gfx-decode-failure;host-reboot;host-crash;termservice-crash;mtu-blackhole;license-client-store;display-driver-fault;nat-idle-timeout;third-party-server-fault;session-process-crash;host-sleep",
    "PC-825",
    year=2016,
    dialect="evtx_dump",
)

# After a restart of the host the first connection works; closed and opened again it fails: "an administrator has ended the session, an
# error occurred while the connection was being established, a network problem". github.com/stascorp/rdpwrap/issues/958
open_(
    "second-time-never",
    conn(0, "htpc", 3)
    + [(1.3, "client", 1025, [], dict(a=3, level=4)), (2.9, "client", 1027, D(DomainName="HTPC", SessionId=2), dict(a=3, level=4))]
    + disc(700, 1, 3)
    + [e for i, t in enumerate((730, 752, 900)) for e in conn(t, "htpc", 5 + i) + [(t + 1.2, "client", 1025, [], dict(a=5 + i, level=4))] + disc(t + 1.9, 3, 5 + i)],
    "session-stuck;reconnect-failed;termservice-crash;session-process-crash;admin-disconnect;connection-limit;drain-mode;auth-no-rdp-right;host-hang-resource;display-driver-fault;session-replaced;license-grace-expired;third-party-server-fault;session-limit-policy;user-declined;client-protocol-fault;profile-load-failure;broker-redirect-failed;update-regression;policy-change;path-lost-mid-session;license-server-unreachable;license-exhausted",
    "PC-826",
    year=2020,
    culture="es-ES",
    dialect="viewer",
)

# "Protokollfehler 0x115c" whenever somebody signs out of a desktop of the pool, and the session hangs about on the host.
# blog.silverpc.hu/?p=302214
open_(
    "error-on-signing-out",
    [e for i, t in enumerate((0, 9000)) for e in conn(t, "avdhost-3", 3 + i) + [(t + 2, "client", 1025, [], dict(a=3 + i, level=4)), (t + 4, "client", 1027, D(DomainName="FIRMA", SessionId=5), dict(a=3 + i, level=4))] + disc(t + 7200, 4444, 3 + i)],
    "client-protocol-fault;protocol-stream-corruption;session-stuck;path-lost-mid-session;session-process-crash;host-hang-resource;display-driver-fault;gfx-decode-failure;udp-transport-failure;client-plugin-fault;update-regression;termservice-crash;gateway-session-timeout;host-reboot;nat-idle-timeout;tls-record-corruption;third-party-server-fault",
    "W11-827",
    year=2025,
    culture="de-DE",
    dialect="viewer",
)

# The directory.

# Backlogs of calls are full on a controller: members log 3210, 5719 "the remote procedure call failed and did not execute" and Kerberos 7,
# users are told of a broken trust, and it passes. learn.microsoft.com/troubleshoot/windows-server/active-directory/issues-ad-replication-…
open_(
    "calls-in-the-queue",
    success(-7000, "ida", "10.20.4.31", 9)
    + [
        (0, "netlogon", (3210, 0), U("CORP", "\\\\DC1.corp.example", "%%1727"), dict(bin="1B0002C0")),
        (3, "netlogon", (5719, 0), U("CORP", "%%1727"), dict(bin="1B0002C0")),
        (40, "kerb", (7, 49152), D(ClientName="ida", ClientRealm="CORP.EXAMPLE", ErrorCode="0x6be"), {}),
        (1900, "netlogon", (5719, 0), U("CORP", "%%1727"), dict(bin="1B0002C0")),
    ],
    "auth-dc-unreachable;auth-trust-broken;tcp-filtered;path-lost-mid-session;netlogon-down;host-hang-resource;network-service-failed;tcp-port-exhaustion;auth-package-failure;dns-failure",
    "EX-828",
    year=2022,
)

# One user's account is locked as soon as it is unlocked, since the password was changed; the workstation logs 4226 and 40961, and its
# managed passwords held old ones. eventid.net/display-eventid-40961-source-LsaSrv-eventno-1398-phase-1.htm
open_(
    "old-ones-kept",
    [(t, "tcpip", (4226, 32768), U(""), dict(level=3)) for t in (-300, 900)] + [(t, "lsasrv2003", (40961, 32768), U("cifs/fs1.corp.example"), dict(level=3, bin="880300C0")) for t in (0, 60, 905)],
    "auth-bad-credentials;auth-account-locked;auth-dc-unreachable;auth-spn-mismatch;dns-failure;auth-time-skew;auth-trust-broken;auth-password-expired;tcp-port-exhaustion;auth-package-failure;auth-ntlm-blocked",
    "WXP-829",
    year=2006,
    dialect="old",
    noise=12,
)

# Requests of other domains wait for one of the few threads: 5818 and, each half hour, 5819; no request failed yet.
# support.microsoft.com/kb/2871774
open_(
    "slow-to-ask",
    worked(-9000) + [(0, "netlogon", (5818, 0), U("14", "joe", "EAST", "\\\\DC3.east.example", "EAST", "30"), dict(level=3)), (1800, "netlogon", (5819, 0), U("14", "37", "\\\\DC3.east.example", "EAST", "30"), dict(level=3)), (3600, "netlogon", (5819, 0), U("14", "52", "\\\\DC3.east.example", "EAST", "30"), dict(level=3))],
    "auth-dc-unreachable;host-hang-resource;brute-force-saturation;netlogon-down;path-lost-mid-session;mtu-blackhole;auth-trust-broken;network-service-failed",
    "TS-830",
    year=2013,
)

# Sessions.

# A client that lost its line comes back into a new session while the host still shows the old one as active.
# learn.microsoft.com/windows-server/remote/remote-desktop-services/troubleshoot/rdp-client-disconnects-cannot-reconnect-same-session
open_(
    "still-active-there",
    worked(-9000, 2, 30)
    + success(-1500, "u5", "10.20.4.35", 41)
    + c131(0, "10.20.4.35", 44)
    + [(0.7, "core", 102, [], dict(a=44, level=4)), (0.8, "core", 103, D(ReasonCode=14), dict(a=44, level=4))]
    + accepted(40, "u5", "10.20.4.35", 45)
    + lsm(42, 21, User="CORP\\u5", SessionID="7", Address="10.20.4.35"),
    "path-lost-mid-session;nat-idle-timeout;session-stuck;reconnect-failed;host-hang-resource;client-cancelled;client-sleep;tls-version-disabled;fips-or-encryption-level-mismatch;security-layer-mismatch;client-protocol-fault;cert-client-rejects;auth-bad-credentials",
    "RDSH-831",
    year=2019,
)

# A desktop of a pool gets a RemoteFX adapter and is not reached any more; its session manager says "Remote Desktop Service start failed",
# 0x800706b5. The article's answer is a firewall rule. MicrosoftDocs/SupportArticles-docs, cannot-connect-to-vdi-remote-computer
open_(
    "start-failed-at-boot",
    worked(-9000, 1, 30) + started(0) + lsm(14, 17, Error="0x800706B5"),
    "termservice-down;tcp-filtered;rdp-disabled;tcp-refused;listener-bind-failed;display-driver-fault;termservice-crash;host-hang-resource;firewall-profile-flip;network-service-failed;host-reboot",
    "VDI-839",
    year=2013,
)

# "The Local Security Authority cannot be contacted": a congested network, or a client without TLS; the server logs TermDD 56 at every try.
# MicrosoftDocs/SupportArticles-docs, local-security-authority-cant-contact
open_(
    "fifty-six-at-every-try",
    success(-9000, "ida", "10.20.4.31", 9) + [(t, "termdd", (56, 49162), U("\\Device\\Termdd", "10.20.4.50"), dict(bin="00000400010000000000000038000AC00000000038000AC000000000000000000000000000000000000000")) for t in (0, 31, 240)],
    "tls-version-disabled;path-lost-mid-session;protocol-stream-corruption;client-protocol-fault;security-layer-mismatch;tls-no-common-cipher;mtu-blackhole;fips-or-encryption-level-mismatch;auth-package-failure;tls-record-corruption;auth-dc-unreachable;nla-required;credssp-pubkey-auth-failure;gfx-decode-failure;auth-bad-credentials",
    "RDSR2-840",
    year=2011,
    dialect="python-evtx",
)

# False alarms.

# One guess from abroad at ADMINISTRATOR: "there is good news in Server 2016", the event names the address.
# github.com/EvanAnderson/ts_block/issues/14
healthy(
    "one-guess",
    f4625(0, "ADMINISTRATOR", "0xc000006d", "0xc000006a", 3, "203.0.113.60", "-") + f4625(2100, "ADMINISTRATOR", "0xc000006d", "0xc000006a", 3, "203.0.113.60", "-") + accepted(3000, "mia", "10.20.4.31", 7) + logged_on(3001, "mia", "10.20.4.31", 10, "Negotiate"),
    "brute-force-saturation;auth-bad-credentials",
    "SRV16-832",
    year=2018,
)

# A blocker answers strangers before the logon: connections are still taken (131) and end at once, no guess is made any more.
# github.com/wevsty/RDPBlocker/issues/1
healthy(
    "strangers-sent-away",
    [e for i in range(9) for e in c131(i * 310, f"203.0.113.{20 + i}", 20 + i) + [(i * 310 + 0.2, "core", 102, [], dict(a=20 + i, level=4)), (i * 310 + 0.21, "core", 103, D(ReasonCode=14), dict(a=20 + i, level=4))]] + success(1000, "rj", "10.20.4.33", 60),
    "brute-force-saturation;client-cancelled;auth-bad-credentials",
    "NAS-833",
    year=2024,
    culture="ja-JP",
    dialect="viewer",
)

# "If 1280 is immediately followed by 1281, no further action is required."
# docs.microsoft.com/previous-versions/windows/it-pro/windows-server-2008-R2-and-2008/ee890889(v=ws.10)
healthy(
    "joined-after-all",
    started(-40) + broker(0, 1280, "rdcb.corp.example", "0x80070005") + broker(6, 1281, "rdcb.corp.example") + success(900, "ida", "10.20.4.31"),
    "broker-host-not-joined;broker-unavailable",
    "RDSH-834",
    year=2012,
)

# A server of 2025 logs 5719, "an internal error occurred", each time Netlogon starts beside older controllers, and has its channel a moment
# later. MicrosoftDocs/SupportArticles-docs, event-id-5719-when-netlogon-service-restarts
healthy(
    "internal-error-each-start",
    [e for t in (0, 40000) for e in [(t - 2, "scm", (7036, 16384), D(param1="Netlogon", param2="running"), dict(level=4)), (t, "netlogon", (5719, 0), U("CORP", "%%1359"), dict(bin="E50000C0"))]] + success(700, "ida", "10.20.4.31") + worked(41000, 2, 12),
    "auth-dc-unreachable",
    "RDSH25-835",
    year=2025,
    culture="fr-FR",
    dialect="viewer",
)

# 5719 and 1129 at the start of a member: its adapter has no address yet. support.microsoft.com/help/938449
healthy(
    "no-address-yet",
    started(0)
    + [(9, "netlogon", (5719, 0), U("CORP", "%%1311"), dict(bin="5E0000C0")), (14, "gp", 1129, D(SupportInfo1=1, SupportInfo2=1632, ProcessingMode=0, ProcessingTimeInMilliseconds=1700, ErrorCode=1222, ErrorDescription="The network is not present or not started. "), {})]
    + success(260, "ida", "10.20.4.31"),
    "auth-dc-unreachable;network-service-failed",
    "TS-836",
    year=2012,
    dialect="libevtx",
)

# A stroll through a jump host: the window is closed, "session 5 has been disconnected by session 5", reason 11, and 24.
# A public write-up of a forensic exercise (the steps of a user on an engineering workstation)
healthy(
    "window-closed",
    success(0, "seth", "172.16.40.100", 9) + lsm(1500, 39, TargetSession="3", Source="3") + lsm(1500.1, 40, Session="3", Reason="11") + lsm(1500.2, 24, User="CORP\\seth", SessionID="3", Address="172.16.40.100") + ended(1500.3, 11, 9),
    "client-cancelled;admin-disconnect",
    "IOT-837",
    year=2021,
)

# "Every customer has the KDC 11 events": a name stands on two accounts, none of them a host of Remote Desktop.
# techcommunity.microsoft.com/t5/core-infrastructure-and-security/the-411-on-the-kdc-11-events/ba-p/255546
healthy(
    "every-customer-has-them",
    [(t, "kdc", (11, 49152), U("HTTP/intranet.corp.example", "DS_SERVICE_PRINCIPAL_NAME"), {}) for t in (0, 1900, 5200, 8000)] + success(2400, "adm", "10.20.4.9", 9),
    "auth-spn-mismatch",
    "DC-838",
    year=2012,
    dialect="EvtxECmd",
)

# An old controller tells its members that it has no AES: 27, "can safely be ignored". MicrosoftDocs/SupportArticles-docs,
# event-id-27-kdc-errors
healthy(
    "no-key-eight",
    [(t, "kdc2003", (27, 49152), U("krbtgt/CORP.EXAMPLE", user, "8", "18", "23  -133  -128  3  1"), {}) for t, user in ((0, "TS08-1$"), (900, "ida"), (4000, "TS08-1$"))],
    "auth-ntlm-blocked;auth-spn-mismatch",
    "DC03-841",
    year=2009,
    dialect="old",
    noise=15,
)
