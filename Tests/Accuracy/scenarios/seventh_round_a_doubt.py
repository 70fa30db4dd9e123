"""The rest of the seventh set's first part: reports whose events leave the cause open, and false alarms."""

from .events import D, U, att, success
from .fifth_round_a import patched
from .fifth_round_b import person, worked
from .seventh_round_a import DAY, ROUND, restarted, started, unclean
from .sixth_round_a import old_logon, old_routine
from .third_round_doubt import session
from .third_round_reports import accepted
from .threads_service import scm
from .threads_session import lsm

open_ = ROUND.open_
healthy = ROUND.healthy


def let_in(t, number, act, session_id=None):
    who = person(number, session_id)
    return accepted(t, f"u{number}", who["Address"], act) + lsm(t + 2, 21, **who) + lsm(t + 3, 22, **who)


# A script that hides a virtual machine switches off the driver of the indirect display: a black screen, and programs are ended with
# "RPC initiated disconnect", 1. github.com/kernalix7/winpodx/pull/557
open_(
    "framebuffer-switched-off",
    worked(-DAY, 1) + restarted(-900) + [e for i, t in enumerate((0, 40, 300)) for e in let_in(t, 1, 5 + i) + lsm(t + 11, 40, Session="3", Reason="1") + lsm(t + 11.2, 24, **person(1))],
    "display-driver-fault;admin-disconnect;session-process-crash;host-hang-resource;policy-change;client-cancelled;gfx-decode-failure",
    "WINPOD",
)
# A terminal server takes no connection and the sessions stand still, a thread turns in TermDD; a session had been disconnected at
# a moment. Microsoft KB 956438 (mskb.pkisolutions.com)
open_(
    "turning-in-termdd",
    [e for i in range(4) for e in lsm(-6000 + i * 500, 21, **person(i + 1))]
    + lsm(-40, 24, **person(3))
    + unclean(2900, "‎2:31:10 PM")
    + [e for i in range(3) for e in lsm(3300 + i * 60, 21, **person(i + 1))],
    "host-hang-resource;host-crash;session-stuck;termservice-down;path-lost-mid-session;host-reboot;network-service-failed;display-driver-fault",
    "TS-KRAK",
    year=2009,
    culture="pl-PL",
    dialect="viewer",
)
# A server of 2012 R2 freezes at a connection: the service asks a controller for the user's settings, and lsass and the redirector
# wait for each other. SUPPORT …/sbsl-issue-create-rdp-connection-to-computer.md
open_(
    "asks-the-controller",
    worked(-9000, 1)
    + [e for i, t in enumerate((0, 31, 95, 200, 410)) for e in accepted(t, f"u{i % 3 + 1}", person(i % 3 + 1)["Address"], 10 + i)]
    + restarted(2100)
    + let_in(2400, 1, 30),
    "host-hang-resource;auth-dc-unreachable;session-stuck;network-service-failed;session-process-crash;termservice-down;display-driver-fault;path-lost-mid-session",
    "RDS12-AKL",
    year=2017,
)
# Remote access to every instance of a hosted service stops: the forwarder of the cloud fell, Application Error 1005 with
# C000026E; a newer guest system mends it. blogs.msdn.microsoft.com/tom/2012/05/07/windows-azure-remote-access-stops-working
open_(
    "forwarder-fell",
    worked(-9000, 1) + [(0, "app", (1005, 0), U("", "Windows Azure Remote Desktop Forwarder", "C000026E", "00000000"), {})],
    "gateway-service-crash;third-party-server-fault;termservice-crash;host-hang-resource;gateway-target-unreachable;tcp-refused;path-lost-mid-session",
    "RD00155D3A1AF9",
    year=2012,
)
# The enhanced session of a guest with a shared card stays black, it falls and is tried anew without end; no encoding by hardware,
# says the policy that helped. github.com/Justsenger/ExHyperV/issues/229
open_(
    "enhanced-session-again",
    lsm(-5000, 21, User="GUEST\\zhang", SessionID="1", Address="LOCAL") + [e for i in range(12) for e in lsm(i * 6, 25, User="GUEST\\zhang", SessionID="1", Address="LOCAL") + lsm(i * 6 + 4.4, 24, User="GUEST\\zhang", SessionID="1", Address="LOCAL")],
    "display-driver-fault;gfx-decode-failure;session-process-crash;host-hang-resource;client-cancelled;policy-change;client-protocol-fault;path-lost-mid-session",
    "GUEST",
)
# Two sessions of a wrapped machine are disconnected, and then nobody gets in, near or far, until the power is cut.
# github.com/stascorp/rdpwrap/issues/50
open_(
    "only-the-power-switch",
    lsm(-4000, 21, User="AW\\andrew", SessionID="1", Address="LOCAL")
    + accepted(-900, "andrew", "192.168.1.9", 3)
    + lsm(-899, 25, User="AW\\andrew", SessionID="1", Address="192.168.1.9")
    + accepted(-500, "second", "192.168.1.9", 4)
    + lsm(-498, 21, User="AW\\second", SessionID="3", Address="192.168.1.9")
    + lsm(-20, 24, User="AW\\andrew", SessionID="1", Address="192.168.1.9")
    + lsm(-11, 24, User="AW\\second", SessionID="3", Address="192.168.1.9")
    + accepted(60, "andrew", "192.168.1.9", 5)
    + accepted(170, "andrew", "192.168.1.9", 6)
    + unclean(700, "‎10:08:40 AM"),
    "session-stuck;host-hang-resource;host-crash;session-process-crash;termservice-down;display-driver-fault;update-regression",
    "AW",
    year=2015,
)
# Whenever the local user logs in or out, the remote one sees black and is gone. github.com/stascorp/rdpwrap/issues/3500
open_(
    "local-comes-remote-goes",
    [
        e
        for i, t in enumerate((0, 2400, 5100))
        for e in accepted(t - 700, "guest", "10.8.0.6", 3 + i)
        + lsm(t - 698, 21, User="FAM\\guest", SessionID=str(4 + i), Address="10.8.0.6")
        + lsm(t, 21, User="FAM\\gili", SessionID=str(20 + i), Address="LOCAL")
        + lsm(t + 0.8, 24, User="FAM\\guest", SessionID=str(4 + i), Address="10.8.0.6")
    ],
    "session-replaced;display-driver-fault;admin-disconnect;client-cancelled;connection-limit;session-process-crash;path-lost-mid-session",
    "FAM",
)
# About two minutes after each connection the session is ended; the same account is also at the console of the container, and the
# arbitration ends the remote one, says the reporter: event 42. github.com/winapps-org/winapps/issues/949
open_(
    "two-minutes-each",
    [
        e
        for i, t in enumerate((0, 400, 900))
        for e in accepted(t, "Docker", "172.18.0.1", 3 + i)
        + lsm(t + 1.5, 41, User="WINAPPS\\Docker", SessionID="2")
        + lsm(t + 2, 21, User="WINAPPS\\Docker", SessionID="2", Address="172.18.0.1")
        + lsm(t + 126 + i * 6, 42, User="WINAPPS\\Docker", SessionID="2")
        + lsm(t + 127 + i * 6, 23, User="WINAPPS\\Docker", SessionID="2")
    ],
    "session-replaced;client-cancelled;session-limit-policy;session-stuck;admin-disconnect;connection-limit;console-loop",
    "WINAPPS",
)
# Hosts of a pool send no heartbeats after some hours, users get 0x204; the agent runs on, warns of its last state each half
# minute, and Netlogon finds no controller now and then; the maker calls that symptoms. learn.microsoft.com/answers/questions/5793701
open_(
    "no-heartbeat",
    [(t, "netlogon", 5719, U("AADDS", "%%1311"), {}) for t in (-7000, -300)] + [(i * 30, "avd", (3703, 0), U("Unexpected last recorded state"), dict(level=3)) for i in range(9)],
    "broker-host-not-joined;broker-unavailable;auth-dc-unreachable;network-service-failed;dns-failure;tcp-filtered;gateway-unreachable;gateway-target-unreachable;auth-trust-broken;termservice-down",
    "stagehp-1",
)
# A server of 2016 shows users beyond the sixteenth a black screen for three minutes; if two disconnect, the last two work.
# github.com/stascorp/rdpwrap/issues/531
open_(
    "beyond-the-sixteenth",
    [e for i in range(16) for e in lsm(-6000 + i * 61, 21, **person(i + 1)) + lsm(-5999 + i * 61, 22, **person(i + 1))]
    + [e for i in (17, 18) for e in lsm(i * 20, 21, **person(i)) + lsm(i * 20 + 185, 22, **person(i)) + lsm(i * 20 + 240, 24, **person(i)) + lsm(i * 20 + 300, 25, **person(i)) + lsm(i * 20 + 390, 24, **person(i))],
    "connection-limit;host-hang-resource;display-driver-fault;session-process-crash;profile-load-failure;session-stuck;license-exhausted;client-cancelled;path-lost-mid-session",
    "W2016-30",
    year=2018,
    dialect="EvtxECmd",
)
# Some time after the connection is closed a workstation has logged its user off; a limit of the disconnected time is guessed.
# github.com/jdrch/Hardware/issues/227
open_(
    "logged-off-later",
    [e for i, t in enumerate((0, 20000, 50000)) for e in let_in(t, 1, 3 + i) + lsm(t + 5000, 24, **person(1)) + lsm(t + (7100, 9900, 6300)[i], 23, User=person(1)["User"], SessionID="3")],
    "session-limit-policy;admin-disconnect;client-cancelled;session-process-crash;host-hang-resource;update-regression;policy-change;display-driver-fault",
    "Z800",
    year=2020,
)
# After a session with a game pad nobody gets in again, and the machine does not end its shutdown. github.com/microsoft/RdpGamepad/issues/30
open_(
    "spins-at-shutdown",
    let_in(-3000, 1, 3)
    + lsm(-20, 24, **person(1))
    + accepted(0, "u1", person(1)["Address"], 4)
    + accepted(140, "u1", person(1)["Address"], 5)
    + [(300, "user32", (1074, 32768), D(param1="C:\\WINDOWS\\system32\\shutdown.exe (RIG)", param2="RIG", param3="No title for this reason could be found", param4="0x800000ff", param5="restart", param6="", param7="RIG\\tom"), dict(level=4))]
    + unclean(2000, "‎10:06:12 AM"),
    "session-stuck;host-hang-resource;display-driver-fault;host-crash;session-process-crash;client-plugin-fault;termservice-down;host-reboot;admin-disconnect",
    "RIG",
    year=2023,
)
# The second factor for logons is installed on a machine in a container, the session goes, and after a restart nothing answers.
# github.com/dockur/windows/issues/416
open_(
    "second-factor-installed",
    let_in(-4000, 1, 3) + [(0, "installer", (1033, 0), U("Duo Authentication for Windows Logon x64", "4.2.2.1755", "1033", "0", "Duo Security LLC", "(NULL)", ""), dict(level=4))] + lsm(41, 24, **person(1)) + restarted(600),
    "auth-package-failure;path-lost-mid-session;network-service-failed;host-reboot;session-process-crash;tcp-filtered;firewall-profile-flip;client-cancelled;termservice-down;host-unreachable",
    "WIN11-DOCK",
    noise=0,
)
# Since the update of March 2018 one server or another of a farm freezes, nobody gets in until it is restarted; taking it out is
# what is told. github.com/stascorp/rdpwrap/issues/428
open_(
    "freezes-since-march",
    patched(-DAY, "2018-03 Security Monthly Quality Rollup for Windows Server 2012 R2 for x64-based Systems (KB4088876)")
    + started(-DAY + 600)
    + [e for i in range(3) for e in lsm(-9000 + i * 300, 21, **person(i + 1))]
    + unclean(0, "‎9:31:12 AM")
    + [e for i in range(3) for e in lsm(400 + i * 50, 21, **person(i + 1))]
    + unclean(40000, "‎8:50:03 PM"),
    "update-regression;host-hang-resource;host-crash;session-stuck;termservice-down;display-driver-fault;network-service-failed",
    "RTDS-07",
    year=2018,
    dialect="evtx_dump",
)
# Storage of a server that keeps the profiles of virtual desktops resets and repeats, its share is gone for minutes.
# SUPPORT …/intermittent-communication-failures-for-virtual-desktop-profile-shared-folder.md
open_(
    "profiles-gone-for-minutes",
    [(t, "storport", (129, 32772), U("\\Device\\RaidPort0"), dict(level=3)) for t in (0, 31, 62, 9000)]
    + [e for i in (1, 2, 3) for e in lsm(95 + i, 24, **person(i)) + lsm(330 + i, 25, **person(i))],
    "host-hang-resource;path-lost-mid-session;profile-load-failure;network-service-failed;nat-idle-timeout;udp-transport-failure;host-unreachable",
    "VDI-PROF",
    year=2025,
)
# Three machines cannot be reached by Remote Desktop after a script of tweaks and a restart; it had switched remote connections off.
# Only a neighbour's log. github.com/ChrisTitusTech/winutil/issues/2082
open_(
    "after-the-tweaks",
    session(-40000, "pc-buero2", 1, 900, 3) + session(-20000, "pc-buero2", 1, 400, 4) + [e for i, t in enumerate((0, 28, 700)) for e in att(t, "pc-buero2", 516, 4.2, 10 + i)],
    "rdp-disabled;termservice-down;tcp-refused;tcp-filtered;host-unreachable;firewall-profile-flip;policy-change;host-sleep;host-reboot",
    "PC-JURO",
    culture="de-DE",
    dialect="viewer",
    year=2024,
)

# Handles of a user's registry are closed at logoff: 1530, a warning; by design. SUPPORT …/event-1530-application-log.md
healthy(
    "handles-left-open",
    worked(-9000, 1)
    + worked(-4000, 2, 41)
    + [(t, "profsvc", 1530, D(Detail="3 user registry handles leaked from \\Registry\\User\\S-1-5-21-1049297961-3057247634-349289542-1004_Classes:\nProcess 2428 (\\Device\\HarddiskVolume1\\Program Files\\Agent\\agent.exe) has opened key \\REGISTRY\\USER\\S-1-5-21-1049297961-3057247634-349289542-1004\n"), dict(level=3)) for t in (-7500, -2500)]
    + worked(0, 3, 42),
    "",
    "RDSH-19",
)
# A host of sessions logs that a server of DCOM did not register, the theme service of terminal sessions; nobody is kept out.
# windoh.wordpress.com/2012/05/30/dcom-timeout-error-tstheme
healthy(
    "theme-server",
    [e for i in range(5) for e in worked(i * 1900, i + 1, 40 + i) + [(i * 1900 + 33, "dcom", (10010, 49152), D(param1="{AAC1009F-AB33-48F9-9A21-7F5B88426A2E}"), {})]],
    "",
    "RDSH-WINDOH",
    year=2012,
    dialect="libevtx",
)
# Printers of the clients have drivers that a server of 2003 does not know: 1111, 1105 and 1106 at each logon; only they are not
# there. Microsoft KB 239088
healthy(
    "unknown-driver",
    old_routine(-9000, 9000)
    + [e for i, t in enumerate((0, 3000, 6000)) for e in old_logon(t, f"u{i}", "TS-PRINT", f"10.61.3.{20 + i}") + [(t + 4, "tsdev", (1111, 49152), U("Brother HL-1250", "Brother HL-1250"), {}), (t + 4.2, "tsdev", (1105, 49152), U("Brother HL-1250/PC-7/Session 3"), {}), (t + 4.3, "tsdev", (1106, 49152), U(""), {})]],
    "",
    "TS-PRINT",
    noise=0,
    year=2004,
    dialect="old",
)
# The spooler falls when a printer is taken away, and is started again; sessions go on. Microsoft KB 980276 (mskb.pkisolutions.com)
healthy(
    "printer-taken-away",
    success(-3000, "ida", "10.20.4.50", 4) + scm(0, 7031, param1="Print Spooler", param2=1, param3=60000, param4=1, param5="Restart the service") + scm(60.2, 7036, param1="Print Spooler", param2="running") + lsm(4000, 23, User="CORP\\ida", SessionID="3"),
    "",
    "TS-SPOOL",
)
# The adapter of a packet capture asks for an address for ever, hundreds of errors, "not a serious problem". github.com/nmap/nmap/issues/1583
healthy(
    "capture-adapter",
    worked(-3000, 1) + [(i * 320, "dhcp", 1001, D(HWLength=6, HWAddress="02004C4F4F50", Error=121), {}) for i in range(14)] + worked(900, 2, 41) + worked(3000, 1, 42, 600),
    "",
    "LAB-10",
    year=2019,
)
# After a patch a host for programs says at each logon that TrustedInstaller could not be told of a critical event: 6003, a component
# of the spelling package asks for it; logons go on. trentent.github.io/2016/05/31/eventid-6003-…
healthy(
    "spelling-package",
    patched(-9000, "Internet Explorer 11 for Windows Server 2008 R2 for x64-based Systems") + [e for i in range(5) for e in [(i * 800, "winlogon", (6003, 32768), U("TrustedInstaller"), dict(level=3))] + let_in(i * 800 - 2, i + 1, 10 + i)],
    "",
    "XA65-11",
    year=2016,
)
