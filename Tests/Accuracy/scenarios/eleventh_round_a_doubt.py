"""The rest of the eleventh set's first part: reports whose events leave the cause open, and false alarms."""

from .eighth_round_a_doubt import let_in
from .eleventh_round_a import ROUND
from .events import D, U, c131
from .fifth_round_a import patched
from .fifth_round_b import person, worked
from .ninth_round_a import DAY, restarted, went
from .ninth_round_b import ended
from .third_round_reports import accepted, admin
from .threads_roles import broker
from .threads_session import lsm

known = ROUND.known
open_ = ROUND.open_
healthy = ROUND.healthy


# A session host cannot join its broker: name, service, account, network, certificate, clock, database or a program that guards, the page
# counts up. Called open at first; whatever lies behind it, a host that failed to join is what the cause's name says.
# irohastack.com/en/rds-connection-broker-issue-en
known(
    "cannot-join",
    "broker-host-not-joined",
    worked(-DAY, 1) + [e for t in (0, 60, 1200) for e in broker(t, 1280, "rdcb.corp.example", "0x80004005")],
    "broker-unavailable;broker-database-failure;dns-failure;tcp-filtered;host-unreachable;auth-time-skew;network-service-failed;auth-trust-broken;broker-redirect-failed",
    "RDSH-22C",
    year=2024,
    culture="ja-JP",
    dialect="viewer",
)
# After a policy was applied the licensing mode is not set and sessions are refused or warned: mode, server and the policy before it may be
# at fault. progressiverobot.com/?p=111716
open_(
    "drift-of-the-mode",
    worked(-DAY, 1)
    + [(-300, "gp", 1502, D(SupportInfo1=1, SupportInfo2=4004, ProcessingMode=0, ProcessingTimeInMilliseconds=1880, DCName="\\\\DC2.corp.example", NumberOfGroupPolicyObjects=6), dict(level=4))]
    + [e for t in (0, 3600) for e in admin(t, 1068)]
    + [e for i, t in enumerate((400, 460)) for e in accepted(t, f"u{i + 2}", person(i + 2)["Address"], 4 + i) + ended(t + 2, 4 + i, 0)],
    "license-grace-expired;license-server-unreachable;policy-change;license-exhausted;license-certificate-corrupt",
    "RDSH-DRIFT",
    year=2026,
)
# The session ends right after it was made, black, without a word: path, authentication, policies, display or a program, says the page.
# irohastack.com/?p=6034
open_(
    "ends-without-a-word",
    [e for i, t in enumerate((0, 44, 600)) for e in let_in(t, 1, 4 + i) + lsm(t + 3.4, 24, **person(1)) + lsm(t + 3.5, 40, Session="3", Reason="0") + ended(t + 3.6, 4 + i, 14)],
    "path-lost-mid-session;mtu-blackhole;display-driver-fault;session-process-crash;client-crash;client-protocol-fault;policy-change;udp-transport-failure;client-cancelled;profile-load-failure;session-limit-policy;admin-disconnect;nat-idle-timeout;gfx-decode-failure;protocol-stream-corruption;tls-inspection;host-hang-resource",
    "PC-KAIGI",
    year=2025,
    culture="ja-JP",
    dialect="viewer",
)
# Since a cumulative update connections fail or end at once; update, settings, policy or firewall, the page cannot know. The host's own log
# has the update and connections that come and go. bqtyf.cn … windows-update-causes-rdp-connection-failures-on-windows-ser-1766241717
open_(
    "since-the-cumulative-one",
    worked(-2 * DAY, 1)
    + patched(-5000, "2021-07 Cumulative Update for Windows Server 2016 for x64-based Systems (KB5004238)")
    + restarted(-3500)
    + [e for i, t in enumerate((0, 12, 90, 2000)) for e in c131(t, person(i % 3 + 1)["Address"], 5 + i) + ended(t + 0.5, 5 + i)],
    "update-regression;credssp-oracle;credssp-pubkey-auth-failure;tls-no-common-cipher;tls-version-disabled;cert-client-rejects;cert-configured-invalid;cert-private-key-acl;cert-key-missing;auth-package-failure;auth-bad-credentials;nla-required;security-layer-mismatch;client-cancelled;brute-force-saturation;policy-change;tls-inspection",
    "APP-2016",
    year=2021,
    dialect="EvtxECmd",
)
# A broker failed to process the request of a user, 802; restart, user limit, firewall, licences and more are proposed, none confirmed.
# Called open at first; a user the broker could not send on is what the cause's name says, and why is a question below it.
# reactionarytimes.com/troubleshooting-remote-desktop-connection-errors-event-id-802-beyond
known(
    "could-not-process",
    "broker-redirect-failed",
    [e for i, t in enumerate((0, 35, 900)) for e in broker(t, 802, f"CORP\\u{i % 2 + 1}", "0x80004005", client=False)],
    "broker-host-not-joined;broker-database-failure;host-unreachable;connection-limit;drain-mode;tcp-filtered;broker-unavailable;host-hang-resource",
    "RDCB-19",
    year=2023,
)
# A server becomes slow, freezes and restarts now and then, and its disk has requests that were repeated, 153: disk, controller, driver or
# cable. en.ittrip.xyz/windows-server/event-id-153-guide
open_(
    "repeated-requests",
    let_in(-5000, 1, 3) + [(t, "disk", (153, 32772), U("\\Device\\Harddisk1\\DR1", "0x3f1a20", "1"), dict(level=3)) for t in (0, 4, 9000)] + lsm(4000, 24, **person(1)) + let_in(4400, 1, 4),
    "host-hang-resource;path-lost-mid-session;host-crash;client-cancelled;nat-idle-timeout;network-service-failed;host-reboot;udp-transport-failure;client-sleep",
    "SRV-DISK",
    year=2024,
    dialect="python-evtx",
)
# A gateway's service could not be initialized, 100: a service it needs does not run, or the policies or the web server have a problem.
# learn.microsoft.com/previous-versions …/cc775182
open_(
    "services-it-needs",
    went(-500, "stopped", "World Wide Web Publishing Service") + went(-420, "running", "World Wide Web Publishing Service") + [(t, "gw", 100, [], dict(u=("EventInfo", "aag", dict(ErrorCode="2147943468")))) for t in (0, 90)],
    "gateway-service-crash;gateway-nps-failure;gateway-unreachable;gateway-cert-invalid;network-service-failed",
    "TSG-08B",
    year=2010,
    culture="fr-FR",
    dialect="viewer",
)
# A machine in a data centre: the wrapper was taken off to renew its file, the service stopped with it and nobody gets in any more.
# Called open at first; the service was stopped and stayed so, which is the cause. github.com/stascorp/rdpwrap/issues/718
known(
    "stopped-with-the-wrapper",
    "termservice-down",
    let_in(-3000, 1, 3) + went(0, "stopped", "Remote Desktop Services UserMode Port Redirector") + went(0.4, "stopped") + lsm(0.6, 24, **person(1)),
    "termservice-crash;tcp-refused;admin-disconnect;rdp-disabled;policy-change;listener-bind-failed;host-reboot;update-regression",
    "ESX-W10",
    year=2019,
)
# On some machines the service of Remote Desktop stays in "stopping" for ever as a patcher stops it, and after a restart it can be stopped;
# the reason is to be found yet. github.com/geissbuehler/TermsrvPatcher/issues/5
open_(
    "stopping-for-ever",
    let_in(-2500, 1, 3) + went(0, "stopped", "Remote Desktop Services UserMode Port Redirector") + lsm(2, 24, **person(1)) + restarted(3900) + let_in(4400, 1, 4),
    "termservice-down;session-stuck;host-hang-resource;admin-disconnect;host-reboot;tcp-refused;termservice-crash;path-lost-mid-session;client-cancelled;listener-bind-failed",
    "PATCH-W10",
    year=2021,
    dialect="evtx_dump",
)
# Windows 10 1903 with profiles in containers: after the logon the client of policies says access is denied and the user is logged off; not so
# on 2016, and nobody found why. github.com/MicrosoftDocs/fslogix-docs/issues/5
open_(
    "policies-denied",
    [
        e
        for i, t in enumerate((0, 75))
        for e in let_in(t, 2, 4 + i) + [(t + 4, "winlogon", (6001, 32768), U("GPClient"), dict(level=3)), (t + 4.1, "winlogon", (6004, 32768), U("GPClient"), dict(level=3))] + lsm(t + 9, 23, User="CORP\\u2", SessionID="4") + ended(t + 9.3, 4 + i, 12)
    ],
    "profile-load-failure;session-process-crash;policy-change;auth-package-failure;network-service-failed",
    "VDI-1903",
    year=2019,
    dialect="utf-16",
)

# A gateway's service shuts down, 400, and is there again with its new certificate, 101: the page says it may be an administrator or the
# certificate that was changed. Before and after it users go through. learn.microsoft.com/previous-versions …/ee890969
healthy(
    "with-its-new-certificate",
    [
        (t, "gw", number, [], dict(u=("EventInfo", "aag", dict(Username=f"CORP\\u{i}", IpAddress=f"203.0.113.{40 + i}", AuthType="NTLM", Resource="rdsh2.corp.example", ConnectionProtocol="HTTP", ErrorCode="0")), level=4))
        for i, start in enumerate((-9000, 500, 1400))
        for t, number in ((start, 312), (start + 0.3, 200), (start + 1, 300), (start + 1.5, 302), (start + 3000, 303))
    ]
    + [(0, "gw", 400, [], dict(u=("EventInfo", "aag", dict(ErrorCode="0")), level=4)), (1, "scm", (7036, 16384), D(param1="Remote Desktop Gateway", param2="stopped"), dict(level=4))]
    + [(6, "scm", (7036, 16384), D(param1="Remote Desktop Gateway", param2="running"), dict(level=4)), (6.2, "gw", 101, [], dict(u=("EventInfo", "aag", dict(ErrorCode="0")), level=4))],
    "gateway-service-crash;gateway-cert-invalid",
    "RDG-CERT",
    year=2012,
    dialect="viewer",
)
# A machine in the cloud writes Schannel 36870, 0x8009030d and 10001, at each logon over Remote Desktop, for its certificate lacks a detail;
# the logons succeed. learn.microsoft.com/archive/blogs/dsazurejp/windows-azure-guest-os-2-14-release-201302-03-schannel-36870
healthy(
    "lacks-a-detail",
    [e for i, t in enumerate((0, 4000, 9000)) for e in let_in(t, 1, 3 + i) + [(t + 2.6, "sch", 36870, D(Type="server", ErrorCode="0x8009030d", ErrorState=10001), {})] + lsm(t + 5, 22, **person(1)) + lsm(t + 2000, 23, User="CORP\\u1", SessionID="3") + ended(t + 2000.4, 3 + i, 12)],
    "cert-private-key-acl;cert-key-missing",
    "RD00155D3A",
    year=2013,
    culture="ja-JP",
    dialect="viewer",
)
# A gateway's group of resources could not be deleted, 564: somebody tidied up; users go through as before.
# learn.microsoft.com/previous-versions …/ee891056
healthy(
    "could-not-be-deleted",
    [(0, "gwadmin", 564, [], dict(u=("EventInfo", "aag", dict(ResourceGroup="Old hosts", ErrorCode="2147942405"))))]
    + [
        (t, "gw", number, [], dict(u=("EventInfo", "aag", dict(Username=f"CORP\\u{i}", IpAddress=f"198.51.100.{20 + i}", AuthType="NTLM", Resource="rdsh1.corp.example", ConnectionProtocol="HTTP", ErrorCode="0")), level=4))
        for i, start in enumerate((300, 900, 2600))
        for t, number in ((start, 312), (start + 0.3, 200), (start + 1, 300), (start + 1.5, 302), (start + 4000, 303))
    ],
    "gateway-rap-denied",
    "RDG-08R2",
    year=2012,
    dialect="libevtx",
)
# After Windows 10 the second disk of a workstation, which holds data alone, goes away eleven minutes after the start, 129; whoever works on
# the machine notices it by the files. appsdep.blogspot.com/2020/05
healthy(
    "disk-of-data-alone",
    restarted(-670) + [(0, "storport", (129, 32772), U("\\Device\\RaidPort0"), dict(level=3))] + let_in(-400, 1, 3) + lsm(-396, 22, **person(1)) + lsm(9000, 23, User="CORP\\u1", SessionID="3") + ended(9000.4, 3, 12),
    "host-hang-resource",
    "Z87-PLUS",
    year=2020,
    dialect="EvtxECmd",
)
