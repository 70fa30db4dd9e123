"""The rest of the tenth set, part b: reports whose events leave the cause open, and false alarms."""

from .events import D, U, att, conn, disc, success
from .eighth_round_b import refused
from .fifth_round_a import patched
from .fifth_round_a_doubt import azure_mfa
from .fifth_round_b import person, worked
from .ninth_round_b import DAY, ended
from .ninth_round_b_doubt import came_up
from .providers import PROVIDERS
from .sixth_round_b import through
from .sixth_round_c import used
from .tenth_round_b import ROUND
from .third_round_reports import accepted
from .threads_roles import gateway
from .threads_session import lsm

known = ROUND.known
open_ = ROUND.open_
healthy = ROUND.healthy
PROVIDERS.update(
    {
        "appx": (
            'Name="Microsoft-Windows-AppXDeployment-Server" Guid="{3F471139-ACB7-4A01-B7A7-FF5DA4BA2D43}"',
            "Microsoft-Windows-AppXDeploymentServer/Operational",
        ),
        "tsblock": ('Name="ts_block"', "Application"),
    }
)


# Clients.

# From one day to the next everybody gets 0x204 for the cloud's desktops; it was a fault the provider had rolled out, and nothing of it is in any
# log of the users. learn.microsoft.com/answers/questions/5874605
open_(
    "everybody-since-this-morning",
    used(-DAY, "rdgateway-c221-cac-r1.wvd.example", 2, 8000) + att(0, "rdgateway-c221-cac-r1.wvd.example", 516, 12.2, 3) + att(35, "rdgateway-c221-cac-r1.wvd.example", 516, 12.4, 4) + att(900, "rdgateway-c221-cac-r1.wvd.example", 516, 12.1, 5),
    "tcp-filtered;tcp-refused;host-unreachable;gateway-unreachable;broker-unavailable;termservice-down;update-regression;dns-failure;rdp-disabled;broker-host-not-joined;network-service-failed;dns-stale-wrong-host;listener-bind-failed",
    "LAP-1021",
    year=2026,
)

# When the host is put to sleep by force the control reports 0x208, and elsewhere 0xb08, which its author finds in no list.
# github.com/1Remote/1Remote/issues/878
open_(
    "put-to-sleep-by-force",
    came_up(-1400, "den-pc", 3) + disc(0, 520, 3) + came_up(1800, "den-pc", 4) + disc(2600, 2824, 4),
    "host-sleep;host-unreachable;path-lost-mid-session;dns-failure;dns-stale-wrong-host;host-crash;host-reboot;nat-idle-timeout;client-cancelled;network-service-failed;host-hang-resource;reconnect-failed",
    "PC-1022",
    year=2025,
    culture="ja-JP",
    dialect="viewer",
)

# A server of another system says goodbye as Windows would when its user logs off, and the client ends with 0xd06, a protocol error, each time;
# other clients are silent. github.com/neutrinolabs/xrdp/issues/3884
open_(
    "goodbye-taken-for-an-error",
    [e for i, (t, length) in enumerate(((0, 1900), (4000, 310), (9000, 5200))) for e in came_up(t, "trixie", 3 + i) + disc(t + length, 3334, 3 + i)],
    "third-party-server-fault;client-protocol-fault;protocol-stream-corruption;gfx-decode-failure;session-process-crash;display-driver-fault;path-lost-mid-session;host-hang-resource;client-plugin-fault;update-regression",
    "W11-1023",
    year=2026,
    culture="de-DE",
    dialect="viewer",
)

# A manager of connections shows 3079 as a bare number; the table it is looked up in says "a user account restriction (for example, a time-of-day
# restriction)". github.com/MicrosoftDocs/sysinternals/issues/510
open_(
    "for-example-the-time-of-day",
    att(0, "srv-file2", 3079, 2.2, 3) + att(31, "srv-file2", 3079, 2.1, 4) + used(300, "srv-file3", 6, 900),
    "auth-logon-hours;auth-workstation-restriction;auth-no-rdp-right;auth-bad-credentials;auth-account-disabled;auth-ntlm-blocked;auth-account-expired;auth-password-expired;restricted-admin-mismatch;auth-delegation-policy;policy-change",
    "ADM-1024",
    year=2022,
    dialect="EvtxECmd",
)

# "The graphics display components in the remote session failed to start up"; the client wrote 0x3, "by the server", and the rest of the code, 0x11,
# is not in its log. github.com/stascorp/rdpwrap/issues/2161
open_(
    "by-the-server",
    [e for i, t in enumerate((0, 20, 130)) for e in conn(t, "192.168.0.15", 3 + i) + [(t + 1.3, "client", 1025, [], dict(a=3 + i, level=4))] + disc(t + 5.4, 3, 3 + i)],
    "display-driver-fault;session-process-crash;admin-disconnect;session-limit-policy;connection-limit;drain-mode;broker-redirect-failed;termservice-crash;session-replaced;license-grace-expired;third-party-server-fault;gfx-decode-failure;auth-no-rdp-right;update-regression;session-stuck;license-server-unreachable;nla-required",
    "PC-1025",
    year=2023,
)

# With the line for balancing of a broker's file a manager always ends with "unknown extended disconnection reason 1040", 0x410, "cannot be connected
# to the destination". github.com/MicrosoftDocs/sysinternals/issues/727
# The label was "open" at first: why is not known, and yet the code itself says that the broker sent the user nowhere.
known(
    "line-for-balancing",
    "broker-redirect-failed",
    [e for i, t in enumerate((0, 17, 60)) for e in conn(t, "rdcb.corp.example", 3 + i) + [(t + 0.9, "client", 1025, [], dict(a=3 + i, level=4))] + disc(t + 3.1, 1040, 3 + i)] + used(200, "rdsh-2.corp.example", 8, 2000),
    "broker-unavailable;client-protocol-fault",
    "ADM-1026",
    year=2023,
    dialect="libevtx",
)

# After updates a set of servers is told "the user name or password is incorrect" for an account whose password the console takes, while one that has
# not got the update comes in. techrepublic.com/article/how-to-prevent-problems-with-remote-desktop-authentication-after-recent-updates-…
open_(
    "taken-at-the-console",
    used(-4 * DAY, "w7-vdi-3", 2, 3000) + patched(-2 * DAY, "2018-05 Security Monthly Quality Rollup for Windows Server 2008 R2 for x64-based Systems (KB4103718)") + [e for i in range(3) for e in att(i * 33, "w7-vdi-3", 2055, 2.0, 4 + i)],
    "auth-bad-credentials;update-regression;credssp-oracle;auth-ntlm-blocked;auth-no-rdp-right;auth-entra-failed;auth-dc-unreachable;auth-package-failure;auth-account-locked;auth-delegation-policy;credssp-pubkey-auth-failure",
    "SRV08-1027",
    year=2018,
)

# After the certificate of a farm was renewed some of its users get 0x300000d now and then, and the servers' logs show nothing at first sight.
# pt.ittrip.xyz/windows/rdp/rds2016-ssl-0x300000d
# The label was "open" at first: the page names many hands, and the code says that the gateway is not to be had.
known(
    "now-and-then-since-the-renewal",
    "gateway-unreachable",
    used(-2 * DAY, "rds16.firma.example", 2, 9000) + att(0, "rds16.firma.example", 50331661, 3.1, 3) + used(60, "rds16.firma.example", 4, 2500) + att(4000, "rds16.firma.example", 50331661, 2.9, 5) + att(4040, "rds16.firma.example", 50331661, 3.0, 6),
    "gateway-cert-invalid;gateway-service-crash;gateway-limit-reached",
    "LAP-1020",
    year=2021,
)

# Gateways.

# "Only performs Secondary Auth in AccessAccept State … AccessReject, ignoring request": a wrong password, the cloud out of reach, or nobody who
# passes the user's number on. github.com/MicrosoftDocs/azure-docs/issues/92670
open_(
    "ignoring-the-request",
    through(-DAY, "ida", "ts1.corp.example")
    + [e for t in (0, 70, 400) for e in gateway(t, 312) + azure_mfa(t + 0.7, 1, "NPS Extension for Azure MFA: NPS Extension for Azure MFA only performs Secondary Auth for Radius requests in AccessAccept State. Request received for User ida with response state AccessReject, ignoring request.", 3) + gateway(t + 0.9, 201, "23003")],
    "gateway-nps-failure;auth-bad-credentials;gateway-cap-denied;gateway-auth-failed;auth-account-disabled;auth-account-expired;auth-account-locked;auth-entra-failed;auth-dc-unreachable;auth-password-expired",
    "RDG-1028",
    year=2022,
)

# Sessions.

# One of a dozen users is shown "please wait" on coming back, from whatever machine; a week later again. Without UDP it is to be better.
# github.com/stascorp/rdpwrap/issues/4246
open_(
    "always-the-same-one",
    worked(-9000, 2, 12) + lsm(-7000, 24, **person(5))
    + [e for i, t in enumerate((0, 75, 300)) for e in accepted(t, "u5", ("10.20.4.35", "10.20.4.35", "10.20.4.38")[i], 20 + i) + lsm(t + 1.2, 41, User="CORP\\u5", SessionID="7") + lsm(t + 1.3, 42, User="CORP\\u5", SessionID="7") + ended(t + 58, 20 + i)]
    + worked(700, 3, 30),
    "session-stuck;session-process-crash;profile-load-failure;host-hang-resource;udp-transport-failure;display-driver-fault;client-cancelled;gfx-decode-failure;termservice-crash;reconnect-failed;path-lost-mid-session",
    "W11-1029",
    year=2026,
)

# Over the tunnel the client is thrown out when nobody types, after anything between eighteen seconds and two minutes; inside never, and an older
# version of it stays. github.com/FreeRDP/FreeRDP/issues/1972
open_(
    "when-nobody-types",
    [
        e
        for i, (t, idle) in enumerate(((0, 18), (60, 47), (200, 121), (500, 33)))
        for e in accepted(t, "u4", "10.8.0.6", 20 + i)
        + lsm(t + 2, 21 if i == 0 else 25, User="CORP\\u4", SessionID="4", Address="10.8.0.6")
        + [(t + 5 + idle, "core", 143, D(error="64"), dict(a=20 + i, level=3))]
        + lsm(t + 5.1 + idle, 40, Session="4", Reason="0")
        + lsm(t + 5.2 + idle, 24, User="CORP\\u4", SessionID="4", Address="10.8.0.6")
        + ended(t + 5.3 + idle, 20 + i)
    ]
    + worked(2000, 2, 30),
    "nat-idle-timeout;path-lost-mid-session;client-protocol-fault;mtu-blackhole;udp-transport-failure;client-cancelled;client-crash;host-unreachable;protocol-stream-corruption;client-plugin-fault;client-sleep",
    "TS-1030",
    year=2014,
    dialect="evtx_dump",
)

# From time to time the session is dropped and can be had again; in the end it was a packet one client could not read.
# github.com/FreeRDP/Remmina/issues/723
open_(
    "now-and-then",
    [e for i, t in enumerate((0, 1700, 2450, 5100)) for e in accepted(t, "u1", "10.20.4.31", 41 + i) + lsm(t + 2, 21 if i == 0 else 25, **person(1)) + lsm(t + (1650, 700, 2600, 900)[i], 40, Session="3", Reason="0") + lsm(t + (1650, 700, 2600, 900)[i] + 0.1, 24, **person(1)) + ended(t + (1650, 700, 2600, 900)[i] + 0.3, 41 + i)],
    "path-lost-mid-session;client-cancelled;client-protocol-fault;client-crash;nat-idle-timeout;gfx-decode-failure;protocol-stream-corruption;client-sleep;client-plugin-fault;udp-transport-failure;third-party-server-fault;host-hang-resource",
    "TS-1031",
    year=2016,
)

# After a hardening tool's firewall rules nothing arrives by the tunnel, though the port is open in the list of rules.
# github.com/HotCakeX/Harden-Windows-Security/issues/682. What the user at the other end has of it.
open_(
    "open-in-the-list",
    used(-5 * DAY, "10.66.0.2", 2, 700) + [(-40, "netprof", 10000, D(Name="wg0", Description="wg0", Guid="{4D36E972-E325-11CE-BFC1-08002BE10318}", Type=0, State=1, Category=1), dict(level=4))] + att(0, "10.66.0.2", 516, 21.1, 3) + att(40, "10.66.0.2", 516, 21.0, 4),
    "tcp-filtered;tcp-refused;host-unreachable;rdp-disabled;termservice-down;firewall-profile-flip;policy-change;rdp-port-changed;listener-bind-failed;host-sleep;network-service-failed;ip-address-conflict;dns-stale-wrong-host",
    "NB-1032",
    year=2025,
)

# False alarms.

# A script shuts out who guesses: refused logons, and "Blocked … until" of its own, at once; the owner comes in.
# github.com/EvanAnderson/ts_block/issues/12
healthy(
    "blocked-until",
    [e for i in range(6) for e in refused(i * 2.0, "administrator", "0xc000006d", "0xc000006a", "%%2313", "203.0.113.84")]
    + [(i * 2.0, "tsblock", (256, 0), U("Blocked 203.0.113.84 until 16-3-2013 15:27:38"), dict(level=4)) for i in (3, 4, 5)]
    + success(900, "joost", "192.0.2.15", 9)
    + lsm(6000, 23, User="CORP\\joost", SessionID="3"),
    "brute-force-saturation;auth-bad-credentials;auth-account-locked",
    "W08-1033",
    year=2013,
    culture="en-US",
    dialect="viewer",
)

# In a pool of several sessions packaged programs fail, 404 with 0x80070005 of the deployment server, while "the pool was stable" and the profiles
# mounted. modernendpoint.tech/avd-multi-session-failure-analysis
healthy(
    "needs-remediation",
    worked(-3000, 1, 21)
    + [(t, "appx", 404, D(ErrorCode="0x80070005", DeploymentOperation="Register", PackageFullName="Microsoft.WindowsAppRuntime.1.4_4000.1136.2333.0_x64__8wekyb3d8bbwe", ErrorText="0x80070005: while processing the request, the system failed to create files under WindowsApps."), dict(level=2)) for t in (0, 4, 600, 2100)]
    + worked(100, 2, 22)
    + worked(900, 3, 23),
    "profile-load-failure;host-hang-resource;update-regression",
    "AVD-1034",
    year=2025,
)

# Behind one name stand two brokers; the first address does not answer and the client goes on to the next, as asked in
# github.com/MicrosoftDocs/windowsserverdocs/issues/1155. Three seconds later the user is in.
healthy(
    "the-second-address",
    [e for i, t in enumerate((0, 4000)) for e in conn(t, "hacb.contoso.example", 3 + i) + [(t + 22.6, "client", 1025, [], dict(a=3 + i, level=4)), (t + 24, "client", 1027, D(DomainName="CONTOSO", SessionId=5), dict(a=3 + i, level=4)), (t + 24.3, "client", 1103, [], dict(a=3 + i, level=4)), (t + 2500, "client", 1105, [], dict(a=3 + i, level=4))] + disc(t + 2500.1, 2, 3 + i)],
    "client-cancelled;host-unreachable;admin-disconnect",
    "LAP-1035",
    year=2018,
    dialect="EvtxECmd",
)

# Who closes the window of a session of 2008 R2 is said to have been cut off by an administrative tool, though nobody was.
# github.com/rdesktop/rdesktop/pull/155
healthy(
    "no-tool-at-all",
    [e for i, t in enumerate((0, 5000, 90000)) for e in accepted(t, "u1", "10.20.4.31", 21 + i) + lsm(t + 2, 21 if i == 0 else 25, **person(1)) + (lsm(t + 2900, 40, Session="3", Reason="1") + lsm(t + 2900.1, 24, **person(1)) if i < 2 else lsm(t + 3100, 23, User="CORP\\u1", SessionID="3")) + ended(t + (2900.3 if i < 2 else 3100.2), 21 + i)],
    "admin-disconnect;client-cancelled",
    "TS08-1036",
    year=2017,
)
