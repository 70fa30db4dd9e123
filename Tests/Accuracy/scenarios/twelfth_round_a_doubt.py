"""The rest of the twelfth set's first part: reports whose events leave the cause open, and false alarms."""

from .eighth_round_a_doubt import let_in
from .events import D, U, c131
from .fifth_round_a import patched
from .fifth_round_b import person, worked
from .ninth_round_a import DAY, restarted, went
from .ninth_round_b import ended
from .third_round_reports import admin
from .threads_session import lsm
from .twelfth_round_a import ROUND

open_ = ROUND.open_
healthy = ROUND.healthy


# A terminal server calls the broker's name invalid, 1003: network, names, a stopped service or a wrong name, the page counts up, and perhaps
# it passes. learn.microsoft.com/previous-versions …/cc775237
open_(
    "calls-the-name-invalid",
    restarted(-80) + [(t, "brokerc2008", (1003, 49152), U("TSSB-09.corp.example"), {}) for t in (0, 900)],
    "dns-failure;broker-unavailable;broker-host-not-joined;host-unreachable;tcp-filtered;broker-redirect-failed;network-service-failed;dns-stale-wrong-host",
    "TS-08-5",
    year=2009,
    culture="de-DE",
    dialect="viewer",
)
# The broker could not delete its log files, 1000: one is open or read-only, and the service may have to be started afterwards. Whether it
# runs, this log does not say. learn.microsoft.com/previous-versions …/cc775152
open_(
    "could-not-delete-its-logs",
    restarted(-60) + [(0, "broker2008", (1000, 49152), U("0x20"), {})],
    "broker-unavailable;broker-database-failure;host-hang-resource",
    "TSSB-08C",
    year=2008,
)
# Windows 11: somebody restarted the service and could not come in any more, while it works at the machine itself; nobody found out.
# github.com/stascorp/rdpwrap/issues/1551
open_(
    "restarted-and-locked-out",
    let_in(-4000, 1, 3)
    + went(0, "stopped", "Remote Desktop Services UserMode Port Redirector")
    + went(0.5, "stopped")
    + lsm(0.7, 24, **person(1))
    + went(3, "running")
    + went(3.2, "running", "Remote Desktop Services UserMode Port Redirector"),
    "listener-bind-failed;termservice-down;rdp-port-changed;tcp-filtered;tcp-refused;rdp-disabled;termservice-crash;policy-change;firewall-profile-flip;admin-disconnect;session-stuck",
    "PUBLIC-W11",
    year=2021,
    dialect="EvtxECmd",
)
# No licence server is specified, 1130: one has to be named, and whether the grace period still runs the log does not say.
# systemcenter.wiki … RemoteDesktopServices.2008R2.NewUnitMonitor_20
open_(
    "none-is-specified",
    restarted(-120) + [e for t in (0, 7200) for e in admin(t, 1130)],
    "license-grace-expired;license-server-unreachable;license-exhausted;policy-change",
    "RDSH-R2",
    year=2012,
    culture="fr-FR",
    dialect="viewer",
)
# A server of 2019 drops each session right after the logon: network, licences, policies, drivers or the certificate, says the page.
# en.ittrip.xyz/windows-server/fix-winserver2019-rdp
open_(
    "right-after-the-logon",
    [e for i, t in enumerate((0, 31, 420)) for e in let_in(t, 2, 4 + i) + lsm(t + 4, 24, **person(2)) + lsm(t + 4.1, 40, Session="4", Reason="0") + ended(t + 4.2, 4 + i, 0)],
    "path-lost-mid-session;mtu-blackhole;display-driver-fault;session-process-crash;client-crash;client-protocol-fault;policy-change;udp-transport-failure;client-cancelled;profile-load-failure;session-limit-policy;admin-disconnect;nat-idle-timeout;license-grace-expired;license-exhausted;license-server-unreachable;host-hang-resource;protocol-stream-corruption;tls-inspection;cert-client-rejects;client-plugin-fault",
    "SRV-2019",
    year=2025,
    dialect="libevtx",
)
# After an update of Windows 11 connections do not come up or end at once; the update, CredSSP, NLA, the firewall or a driver may be why.
# bqtyf.cn/windows/rdp-connection-failures-after-windows-update-on-windows-10-a-1766244574
open_(
    "after-an-update-of-eleven",
    worked(-2 * DAY, 1)
    + patched(-4000, "2025-11 Cumulative Update for Windows 11, version 24H2 for x64-based Systems (KB5068861)")
    + restarted(-3600)
    + [e for i, t in enumerate((0, 15, 400)) for e in c131(t, person(1)["Address"], 5 + i) + ended(t + 1.2, 5 + i)],
    "update-regression;credssp-oracle;credssp-pubkey-auth-failure;nla-required;security-layer-mismatch;tls-no-common-cipher;tls-version-disabled;cert-client-rejects;cert-configured-invalid;cert-private-key-acl;cert-key-missing;auth-package-failure;auth-bad-credentials;client-cancelled;policy-change;tls-inspection;brute-force-saturation;client-protocol-fault",
    "LAP-24H2",
    year=2025,
    dialect="utf-16",
)

# Licences were taken off the old licence server as they moved to another, 89: a normal condition, says the page.
# learn.microsoft.com/it-it/previous-versions …/ee891157
healthy(
    "moved-to-another",
    [(t, "lic", (89, 16384), D(param1="LIC-OLD"), dict(level=4)) for t in (0, 90)],
    "license-exhausted",
    "LIC-OLD",
    year=2013,
    dialect="viewer",
    culture="pl-PL",
)
# The listener's authentication and encryption did not fit each other, 1050, and Windows corrected them so that connections go on.
# scribd.com/document/79139644
healthy(
    "corrected-by-itself",
    restarted(-40)
    + [(0, "rcm", (1050, 32768), U("RDP-Tcp", "1", "2"), dict(level=3))]
    + [e for i, t in enumerate((300, 2600)) for e in let_in(t, 1, 3 + i) + lsm(t + 1800, 23, User="CORP\\u1", SessionID="3") + ended(t + 1800.4, 3 + i, 12)],
    "security-layer-mismatch;fips-or-encryption-level-mismatch",
    "RDSH-1050",
    year=2011,
)
