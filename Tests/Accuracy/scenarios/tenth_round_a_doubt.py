"""The rest of the tenth set's first part: reports whose events leave the cause open, and false alarms."""

from .eighth_round_a_doubt import let_in
from .eighth_round_b import refused
from .events import D, U, c131
from .fifth_round_a import patched
from .fifth_round_b import person, worked
from .ninth_round_a import DAY, restarted, started, went
from .ninth_round_b import ended
from .tenth_round_a import ROUND, lost_power
from .third_round_reports import accepted
from .threads_service import crash
from .threads_session import lsm

known = ROUND.known
open_ = ROUND.open_
healthy = ROUND.healthy


def not_set_up(t, computer):
    """A computer's secure channel a controller did not take."""
    return [(t, "netlogon", (5722, 0), U(computer, computer + "$", "%%5"), dict(bin="220000C0"))]


# Users of a domain that is trusted from outside are told that the security database has no account for this workstation's trust; those of
# its own domain get in. The other domain's controllers did not answer over the trust. Microsoft KB 2008039
open_(
    "users-of-the-other-domain",
    worked(-9000, 1)
    + [e for i, t in enumerate((0, 55, 1800)) for e in c131(t, "10.40.2.11", 5 + i) + refused(t + 1, "r.dane", "0xc000018b", "0x0", "%%2304", "10.40.2.11", TargetDomainName="FABRIKAM", LogonProcessName="User32 ", AuthenticationPackageName="Negotiate", LogonType=10) + ended(t + 2, 5 + i)]
    + worked(2500, 2, 47),
    "auth-trust-broken;auth-dc-unreachable;auth-spn-mismatch;dns-failure;netlogon-down",
    "TS-VISTA08",
    year=2010,
)
# A member now and then cannot authenticate with its controller: 3210 and 5719, "the remote procedure call failed and did not execute". The
# controllers had too many calls waiting. learn.microsoft.com … issues-ad-replication-netlogon-rpcs-request-backlog-values-exceeded
open_(
    "calls-that-wait",
    worked(-7000, 1)
    + [(0, "netlogon", (5719, 0), U("CORP", "%%1727"), dict(bin="BF060000")), (40, "netlogon", (3210, 0), U("CORP", "\\\\DC2.corp.example"), dict(bin="220000C0"))]
    + worked(900, 2, 44)
    + [(5000, "netlogon", (5719, 0), U("CORP", "%%1727"), dict(bin="BF060000"))]
    + worked(5600, 3, 45),
    "auth-dc-unreachable;auth-trust-broken;network-service-failed;netlogon-down;host-hang-resource;path-lost-mid-session;tcp-port-exhaustion",
    "RDSH-19B",
    year=2022,
    culture="de-DE",
    dialect="viewer",
)
# A controller of Windows 2000 logs 5722 for a member, access is denied. It may be the monthly change of the password, which harms nothing,
# or somebody joined a machine under a name in use. Microsoft KB 810977
open_(
    "denied-or-just-changed",
    not_set_up(0, "TS-HALL") + not_set_up(7, "TS-HALL"),
    "auth-trust-broken;auth-dc-unreachable",
    "PDC-2000",
    noise=6,
    year=2003,
    dialect="old",
)
# Sessions of a server end some ten minutes after they began, again and again: policies of sessions, a gateway, a VPN or a firewall, says the
# page, and tells how to look. irohastack.com/en/rdp-session-drops-timeout-policy-en
open_(
    "ten-minutes-each-time",
    [e for i, t in enumerate((0, 900, 1900, 3000)) for e in let_in(t, 1, 3 + i) + lsm(t + 604 + i, 40, Session="3", Reason="0") + lsm(t + 604.1 + i, 24, **person(1))],
    "session-limit-policy;nat-idle-timeout;path-lost-mid-session;policy-change;host-hang-resource;udp-transport-failure;mtu-blackhole;client-sleep;client-cancelled;admin-disconnect;gateway-session-timeout;client-crash;network-service-failed;protocol-stream-corruption",
    "SRV-2022-OKA",
    year=2026,
    culture="ja-JP",
    dialect="viewer",
)
# A machine made of an image cannot be reached after sysprep; the thread asks whether somebody has seen it, and ends.
# github.com/WinRb/vagrant-windows/issues/205
open_(
    "after-sysprep",
    worked(-5000, 1)
    + [(0, "user32", (1074, 32768), D(param1="C:\\Windows\\system32\\sysprep\\sysprep.exe (BASEBOX)", param2="BASEBOX", param3="No title for this reason could be found", param4="0x80020003", param5="restart", param6="", param7="BASEBOX\\vagrant"), dict(level=4))]
    + [(9, "evlog", (6006, 32768), U(""), dict(level=4))]
    + started(120)
    + [(240, "evlog", (6006, 32768), U(""), dict(level=4))]
    + started(300),
    "host-reboot;rdp-disabled;firewall-profile-flip;tcp-filtered;dns-stale-wrong-host;policy-change;ip-address-conflict;host-unreachable;tcp-refused;auth-bad-credentials;termservice-down;cert-key-missing",
    "BASEBOX",
    year=2014,
)
# Windows 11: the window manager falls over and over for three minutes, then the machine is switched off hard; nobody found the reason.
# github.com/microsoft/PowerToys/issues/34115
open_(
    "black-for-three-minutes",
    let_in(-6000, 1, 3)
    + [e for j in range(9) for e in crash(j * 19.0, "dwm.exe", "10.0.22621.3672", "85e98d33", "ntdll.dll", "10.0.22621.3733", "67ca8829", "c0000409", "000000000008f0bf", f"0x6{j}8", "0x1dae3f0e1a2b3c4", "C:\\WINDOWS\\system32\\dwm.exe", "C:\\WINDOWS\\SYSTEM32\\ntdll.dll", f"7e6f1b1c-0f0a-4c55-8d11-0b7a3c2d1e0{j}", "", "")]
    + lost_power(208)
    + started(212),
    "display-driver-fault;host-crash;session-process-crash;host-hang-resource;host-reboot",
    "OFFICE-NB",
    year=2024,
)
# Windows 10 1703: after a session the machine does not sleep any more, so a batch stops and starts the services of Remote Desktop; since
# then nobody is let in until the wrapper is installed anew. github.com/stascorp/rdpwrap/issues/295
open_(
    "stopped-and-started-by-a-batch",
    let_in(-3000, 1, 3)
    + lsm(-900, 23, User="CORP\\u1", SessionID="3")
    + went(0, "stopped", "Remote Desktop Services UserMode Port Redirector")
    + went(1, "stopped")
    + went(2.4, "running"),
    "termservice-down;listener-bind-failed;tcp-refused;admin-disconnect;rdp-disabled;termservice-crash;policy-change;session-stuck;rdp-port-changed",
    "HTPC-1703",
    year=2017,
    dialect="EvtxECmd",
)
# After the certificate was renewed connections fail before anybody is asked for a password: thumbprint, purposes or the key's permissions,
# the page counts up. The host saw them come and go. progressiverobot.com/?p=111709
open_(
    "since-the-renewal",
    worked(-2 * DAY, 1)
    + [(-7000, "certlife", 1006, [], dict(level=4, u=("UserData", "http://schemas.microsoft.com/win/2004/08/events", {"CertNotificationData": ""})))]
    + restarted(-6000)
    + [e for i, t in enumerate((0, 18, 350, 360)) for e in c131(t, person(i % 2 + 1)["Address"], 5 + i) + ended(t + 0.4, 5 + i)],
    "cert-configured-invalid;cert-private-key-acl;cert-key-missing;cert-client-rejects;cert-malformed;tls-no-common-cipher;tls-version-disabled;auth-bad-credentials;client-cancelled;tls-inspection;auth-package-failure;credssp-oracle;credssp-pubkey-auth-failure;security-layer-mismatch;nla-required;brute-force-saturation",
    "APP-RENEW22",
    year=2026,
    dialect="libevtx",
)
# A window manager falls as somebody connects from another machine: KERNELBASE.dll, and the thread does not know whether Windows or a
# program for blurred glass did it. Called open at first; whoever made it fall, it is the display of the session that fell, which is the
# cause's name. github.com/Maplespe/DWMBlurGlass/issues/125
known(
    "as-somebody-connects",
    "display-driver-fault",
    [
        e
        for i, t in enumerate((0, 5100))
        for e in accepted(t, "u1", person(1)["Address"], 4 + i)
        + crash(t + 2, "dwm.exe", "10.0.22621.2506", "1c0d3e2f", "KERNELBASE.dll", "10.0.22621.3085", "5b5a0d2e", "e0464645", "0000000000065b0c", f"2c{i}8", "01da59f0aa31c2d0", "C:\\Windows\\system32\\dwm.exe", "C:\\Windows\\System32\\KERNELBASE.dll", f"9d0c2b1a-6e6e-4a3b-8f1d-2b7c3e4d5f0{i}", "", "")
        + lsm(t + 4, 24, **person(1))
    ],
    "session-process-crash",
    "GLASS-11",
    year=2024,
    dialect="python-evtx",
)
# The new kernel of an update brought another termsrv.dll; a day later there is a thread and nothing but the update in the log.
# github.com/stascorp/rdpwrap/issues/3
open_(
    "nothing-but-the-update",
    worked(-DAY, 1) + patched(0, "Update for Windows 8.1 for x64-based Systems (KB3000850)") + [(40, "wu", 43, D(updateTitle="Security Update for Windows 8.1 for x64-based Systems (KB3003057)", updateGuid="{1b4c0f36-1c24-4a6a-8d2e-9a3b0e6d7c21}", updateRevisionNumber=200), dict(level=4))] + restarted(700),
    "update-regression;termservice-down;termservice-crash;listener-bind-failed;session-replaced;host-reboot;connection-limit;rdp-disabled;tcp-refused",
    "HOME-81",
    year=2014,
)

# Schannel complains of a client credential it could not make, 10013, since older versions of TLS were switched off: a program on the machine
# that calls out, nobody's session. kouhan.cn/en/article/00017806
healthy(
    "calls-out-with-old-tls",
    worked(-9000, 1) + [(t, "sch", 36871, D(Type="client", ErrorState=10013), {}) for t in range(-8000, 9000, 900)] + worked(120, 2, 41) + worked(4000, 3, 42),
    "tls-version-disabled",
    "STD-2016",
    year=2020,
)
# The account of the licence server was taken out of the group of licence servers, 76, "a normal condition".
# learn.microsoft.com/previous-versions …/dd299615
healthy(
    "out-of-the-group",
    worked(-9000, 1) + [(0, "lic", (76, 16384), [], dict(level=4))] + worked(700, 2, 41),
    "license-server-unreachable",
    "LIC-08R2",
    year=2011,
    dialect="libevtx",
)
# A licence that had been issued to a machine was taken back on purpose, 80. learn.microsoft.com/previous-versions …/cc727369
healthy(
    "taken-back-on-purpose",
    [(t, "lic", (80, 16384), U("Windows Server 2008 : TS Per Device CAL", name), dict(level=4)) for t, name in ((0, "THIN-11"), (9, "THIN-12"))] + worked(800, 1),
    "license-exhausted",
    "LIC-08B",
    year=2010,
    dialect="evtx_dump",
)
# A laptop at work goes to modern standby when nobody touches it and comes back at a key, 506 and 507, all day; its owner counts his hours.
# github.com/zh54321/Get-Worktime/issues/2
healthy(
    "counts-his-hours",
    [e for t in (0, 5200, 9900) for e in [(t, "power", 506, D(Reason=12, PowerStateAc="true", MonitorReason=12), dict(level=4)), (t + 800, "power", 507, D(Reason=31, PowerStateAc="true", DurationInUs=800000000), dict(level=4))]] + lsm(-300, 21, User="CORP\\u1", SessionID="1", Address="LOCAL") + lsm(15000, 23, User="CORP\\u1", SessionID="1"),
    "host-sleep;client-sleep",
    "NB-JOLY",
    culture="de-DE",
    dialect="viewer",
)
# How a session ends when its owner logs off: 40 with reason 12, 24 and 23; nothing was lost.
# ponderthebits.com/2018/02/windows-rdp-related-event-logs-identification-tracking-and-investigation
healthy(
    "how-a-session-ends",
    [e for i, t in enumerate((-5000, 0, 6000)) for e in let_in(t, i + 1, 3 + i) + lsm(t + 5, 22, **person(i + 1)) + lsm(t + 2500, 23, User=f"CORP\\u{i + 1}", SessionID=str(i + 3)) + lsm(t + 2500.4, 40, Session=str(i + 3), Reason="12") + lsm(t + 2500.5, 24, **person(i + 1)) + ended(t + 2500.7, 3 + i, 12)],
    "client-cancelled",
    "ADMIN-12R2",
    year=2018,
    dialect="utf-16",
)
