"""The rest of the ninth set's first part: reports whose events leave the cause open, and false alarms."""

from .eighth_round_a_doubt import let_in
from .events import D, U, rcm, ud
from .fifth_round_a import patched
from .fifth_round_b import person, worked
from .ninth_round_a import DAY, ROUND, restarted, scm, started, went
from .sixth_round_a import old_logon, old_routine
from .third_round_reports import accepted
from .threads_service import crash
from .threads_session import lsm

open_ = ROUND.open_
healthy = ROUND.healthy


def listener(t, number):
    return [(t, "rcmo", number, [], dict(level=4, **ud("EventXML", "Event_NS", listenerName="RDP-Tcp")))]


def held(t, last):
    """Started after somebody held the power button."""
    return (
        started(t)
        + [(t - 4, "power", 41, D(BugcheckCode=0, BugcheckParameter1="0x0", BugcheckParameter2="0x0", BugcheckParameter3="0x0", BugcheckParameter4="0x0", SleepInProgress=0, PowerButtonTimestamp=0, BootAppStatus=0, Checkpoint=16, ConnectedStandbyInProgress="false", SystemSleepTransitionsToOn=0, CsEntryScenarioInstanceId=0, BugcheckInfoFromEFI="false", CheckpointStatus=0, CsEntryScenarioInstanceIdV2=0, LongPowerButtonPressDetected="true"), dict(level=1, version=8))]
        + [(t + 0.05, "evlog", (6008, 32768), U(last, "‎3/‎2/‎2024", "", "", "26411", "", ""), {})]
    )


# The listener stops and listens again some minutes later, sessions that run are not touched; a limit of half open connections, an
# attack, or somebody's doing. Microsoft KB 954398
open_(
    "stopped-and-listens-again",
    worked(-20000, 1) + let_in(-2000, 2, 4) + [e for t in (0, 5000, 15000) for e in listener(t, 259) + listener(t + 240, 258)] + lsm(9000, 23, User="CORP\\u2", SessionID="4"),
    "brute-force-saturation;connection-limit;rdp-disabled;policy-change;host-hang-resource;termservice-down;termservice-crash;listener-bind-failed;network-service-failed",
    "TS-08-EDGE",
    year=2010,
    dialect="libevtx",
)
# A licence server of 2008 says 4100, its database may be corrupt; what clients meet depends on what they have.
# learn.microsoft.com/previous-versions …/cc775322
open_(
    "database-may-be-corrupt",
    restarted(-60) + [(t, "lic", (4100, 49152), U("edb.log"), {}) for t in (0, 4000)],
    "license-server-unreachable;license-exhausted;license-certificate-corrupt;license-grace-expired",
    "LIC-08",
    year=2009,
    dialect="python-evtx",
)
# A server of 2022: the session comes up and is gone at once, 40 with 0 and 24; the article counts up licences, policies, graphics and
# profiles. fr.ittrip.xyz/?p=4247
open_(
    "gone-at-once",
    worked(-2 * DAY, 1)
    + [e for i, t in enumerate((0, 26, 600)) for e in let_in(t, 1, 3 + i) + lsm(t + 2.6, 40, Session="3", Reason="0") + lsm(t + 2.7, 24, **person(1))],
    "license-grace-expired;session-process-crash;display-driver-fault;profile-load-failure;policy-change;session-limit-policy;admin-disconnect;client-cancelled;update-regression;auth-no-rdp-right;client-protocol-fault;path-lost-mid-session;protocol-stream-corruption;gfx-decode-failure;client-crash;session-stuck;connection-limit;termservice-crash;reconnect-failed;session-replaced;udp-transport-failure",
    "SRV-PARIS22",
    year=2024,
    culture="fr-FR",
    dialect="viewer",
)
# After an upgrade in place from 2019 to 2022 the firewall's service does not start, 0x8007045B, and Remote Desktop does not answer.
# fr.ittrip.xyz/windows-defender-2/erreur-0x8007045b-wdf
open_(
    "firewall-after-an-upgrade",
    worked(-3 * DAY, 1)
    + restarted(-100)
    + [e for t in (0, 400, 3000) for e in [(t - 0.4, "mpssvc", 2004, [], {})] + scm(t, 7023, param1="Pare-feu Windows Defender", param2="%%2147943515") + scm(t + 0.4, 7000, param1="Pare-feu Windows Defender", param2="%%2147943515")],
    "tcp-filtered;network-service-failed;firewall-profile-flip;update-regression;host-unreachable;policy-change",
    "SRV-LYON",
    year=2023,
    culture="fr-FR",
    dialect="viewer",
)
# Windows 11 hangs in black as it is restarted out of a session, and only the power button helps; 41 says that it was held.
# github.com/stascorp/rdpwrap/issues/2542
open_(
    "the-button-was-held",
    [
        e
        for i, t in enumerate((0, 30000))
        for e in let_in(t - 3000, 1, 3 + i)
        + [(t - 700, "user32", (1074, 32768), D(param1="C:\\Windows\\System32\\StartMenuExperienceHost.exe (LAB-23H2)", param2="LAB-23H2", param3="Other (Unplanned)", param4="0x0", param5="restart", param6="", param7="CORP\\u1"), dict(level=4))]
        + held(t, "‎9:49:11 AM")
        + let_in(t + 600, 1, 6 + i)
    ],
    "host-hang-resource;host-crash;host-reboot;display-driver-fault;update-regression;session-stuck",
    "LAB-23H2",
    year=2024,
)
# Windows 10 of 1903: the first connection after a start works, the second freezes at "securing"; signed in at the screen it works again
# for once. github.com/stascorp/rdpwrap/issues/858
open_(
    "once-after-each-start",
    [
        e
        for i, t in enumerate((0, 9000))
        for e in restarted(t - 400)
        + let_in(t, 1, 3 + 3 * i)
        + lsm(t + 4, 22, **person(1))
        + lsm(t + 900, 24, **person(1))
        + accepted(t + 2000, "u1", person(1)["Address"], 4 + 3 * i)
        + accepted(t + 2090, "u1", person(1)["Address"], 5 + 3 * i)
        + lsm(t + 3500, 25, User="CORP\\u1", SessionID="3", Address="LOCAL")
    ],
    "session-stuck;host-hang-resource;display-driver-fault;session-process-crash;update-regression;reconnect-failed;termservice-crash;gfx-decode-failure;client-cancelled;udp-transport-failure;termservice-down",
    "W10-1903B",
    year=2019,
    dialect="evtx_dump",
)
# A terminal server of 2003: TermDD 50, the component DATA ENCRYPTION has found an error in the stream; damaged keys of licensing, a bad
# line or old clients. intelligentsystemsmonitoring.com, event 50 of TermDD
open_(
    "component-data-encryption",
    old_routine(-9000, 9000)
    + old_logon(-5000, "halina", "TS-2003", "10.91.4.30")
    + [(t, "termdd", (50, 49162), U("", "DATA ENCRYPTION"), dict(bin="00000600020030000000000032000ac00000000032000ac0000000000000000000000000000000000200000008")) for t in (0, 40, 1300)],
    "license-certificate-corrupt;protocol-stream-corruption;tls-record-corruption;path-lost-mid-session;client-protocol-fault;fips-or-encryption-level-mismatch;license-client-store;mtu-blackhole",
    "TS-2003",
    noise=0,
    year=2005,
    dialect="old",
)
# A machine of Azure drops people some seconds after they signed in, error 0x10 at the client; TermDD 56 without a code.
# es.ittrip.xyz/?p=5093
open_(
    "seconds-after-they-signed-in",
    worked(-DAY, 2)
    + [e for i, t in enumerate((0, 50, 1200)) for e in let_in(t, 1, 4 + i) + lsm(t + 4, 22, **person(1)) + [(t + 9, "termdd", (56, 49162), U("\\Device\\Termdd", person(1)["Address"]), dict(bin="00000400010000000000000038000AC00000000038000AC000000000000000000000000000000000"))] + lsm(t + 9.3, 24, **person(1))],
    "protocol-stream-corruption;path-lost-mid-session;gfx-decode-failure;client-protocol-fault;host-hang-resource;display-driver-fault;tls-record-corruption;mtu-blackhole;client-crash;session-process-crash;udp-transport-failure;update-regression",
    "AZ-B2S",
    year=2024,
    culture="es-ES",
    dialect="viewer",
)
# Sessions for players on 25H2: the program's own source says every few seconds that the service of Remote Desktop could not be ended; it
# is stopping and coming up meanwhile. github.com/DuoStream/Duo/issues/426
open_(
    "could-not-be-ended",
    worked(-DAY, 1)
    + restarted(-100)
    + [(i * 5.0, "duo", (1000, 0), U("Unable to terminate process: TermService. The operation completed successfully."), {}) for i in range(9)]
    + went(52, "running"),
    "termservice-crash;termservice-down;session-stuck;host-hang-resource",
    "PLAY-25H2",
)
# Windows 7 for terminals: all sessions are thrown out at the same moment several times a day, and are back within a minute or two.
# github.com/stascorp/rdpwrap/issues/264
open_(
    "all-at-the-same-moment",
    [e for i in range(4) for e in let_in(-9000 + i * 300, i + 1, 3 + i)]
    + [e for j, t in enumerate((0, 7000)) for i in range(4) for e in lsm(t + i * 0.4, 24, **person(i + 1)) + accepted(t + 60 + i * 25, f"u{i + 1}", person(i + 1)["Address"], 10 + j * 5 + i) + lsm(t + 62 + i * 25, 25, **person(i + 1))],
    "path-lost-mid-session;termservice-crash;network-service-failed;host-hang-resource;nat-idle-timeout;admin-disconnect;ip-address-conflict;udp-transport-failure;host-unreachable;termservice-down;protocol-stream-corruption",
    "POSREADY-7",
    year=2017,
    culture="pl-PL",
    dialect="viewer",
)

# Windows 11 with a patched taskbar: Explorer.EXE falls with c0000602 and is restarted, 1002, again and again; the session goes on.
# github.com/valinet/ExplorerPatcher/issues/331
healthy(
    "explorer-is-restarted",
    let_in(-1500, 1, 3)
    + lsm(-1496, 22, **person(1))
    + crash(0, "Explorer.EXE", "10.0.22000.120", "e846e749", "Explorer.EXE", "10.0.22000.120", "e846e749", "c0000602", "00000000001b6e63", "2a10", "01d7a1bbd25a2c10", "C:\\WINDOWS\\Explorer.EXE", "C:\\WINDOWS\\Explorer.EXE", "6c8a2c2f-5e2b-4b1c-8f6e-1a9f2f9e7d01", "", "")
    + [(1, "winlogon", (1002, 16384), U("explorer.exe"), dict(level=4))]
    + crash(300, "Explorer.EXE", "10.0.22000.120", "e846e749", "ucrtbase.dll", "10.0.22000.1", "00e78ce9", "c0000409", "000000000007dd7e", "15fc", "01d7a1bc1f0b9c31", "C:\\WINDOWS\\Explorer.EXE", "C:\\WINDOWS\\System32\\ucrtbase.dll", "6c8a2c2f-5e2b-4b1c-8f6e-1a9f2f9e7d02", "", "")
    + [(301, "winlogon", (1002, 16384), U("explorer.exe"), dict(level=4))]
    + lsm(9000, 23, User="CORP\\u1", SessionID="3"),
    "session-process-crash",
    "INSIDER-11",
    year=2021,
    dialect="EvtxECmd",
)
# "The remote session from client WEST-4 exceeded the maximum allowed failed logon attempts and was forcibly terminated", 1012: somebody
# who mistyped, normal. learn.microsoft.com/previous-versions …/ee891036
healthy(
    "somebody-mistyped",
    worked(-9000, 1) + rcm(0, (1012, 16384), "WEST-4", level=4) + worked(120, 2, 41) + worked(5000, 3, 42),
    "auth-bad-credentials;brute-force-saturation",
    "TS-08R2-B",
    year=2011,
)
# A source named Duo writes what its sessions do, and the notification of WSearch is late; the players play.
# github.com/DuoStream/Duo/issues/354
healthy(
    "players-play",
    worked(-9000, 1)
    + [(t, "duo", (1000, 0), U(text), dict(level=4)) for t, text in ((0, "Starting session for user Player2"), (4, "Session 3 created for user Player2"), (9, "Display adapter attached to session 3"))]
    + [(2, "winlogon", (6000, 32768), U("WSearch"), dict(level=4))]
    + worked(600, 2, 41),
    "",
    "COUCH-24H2",
    year=2025,
    dialect="evtx_dump",
)
# The terminal of Windows falls in a session of Remote Desktop as it is reconnected; everything else goes on.
# github.com/microsoft/terminal/issues/3043
healthy(
    "the-terminal-falls",
    let_in(-9000, 1, 3)
    + lsm(-2000, 24, **person(1))
    + accepted(-6, "u1", person(1)["Address"], 4)
    + lsm(-4, 25, **person(1))
    + crash(0, "WindowsTerminal.exe", "1.0.1909.16001", "5d8025b8", "Microsoft.Terminal.TerminalControl.dll", "0.0.0.0", "5d8024e5", "c0000409", "000000000003f0b4", "2d14", "01d57b6cf3c3b4de", "C:\\Program Files\\WindowsApps\\Microsoft.WindowsTerminal_0.5.2762.0_x64__8wekyb3d8bbwe\\WindowsTerminal.exe", "C:\\Program Files\\WindowsApps\\Microsoft.WindowsTerminal_0.5.2762.0_x64__8wekyb3d8bbwe\\TerminalControl.dll", "5b1c3b2a-0f0e-4a5e-8a39-6a3b1a1f2c01", "Microsoft.WindowsTerminal_0.5.2762.0_x64__8wekyb3d8bbwe", "App")
    + lsm(7000, 23, User="CORP\\u1", SessionID="3"),
    "session-process-crash",
    "DEV-1903",
    year=2019,
)
# A certificate of the listener will expire in some weeks, 1052: a warning, connections come up. learn.microsoft.com …/ee890993
healthy(
    "in-some-weeks",
    worked(-9000, 1) + [e for i, t in enumerate((-8000, 0, 40000)) for e in rcm(t, (1052, 32768), "", str(21 - i), level=3)] + worked(900, 2, 41) + worked(5000, 3, 42),
    "cert-configured-invalid;cert-expired-not-renewed",
    "RDSH-2012C",
    year=2014,
    dialect="libevtx",
)
# The home directory of terminal services could not be set for a user and the default is used, 1060; he works.
# learn.microsoft.com/previous-versions …/cc775206
healthy(
    "another-home",
    worked(-9000, 1) + accepted(0, "u2", person(2)["Address"], 5) + rcm(2, (1060, 32768), "u2", "CORP", level=3) + lsm(3, 21, **person(2)) + lsm(5, 22, **person(2)) + lsm(7000, 23, User="CORP\\u2", SessionID="4"),
    "profile-load-failure",
    "TS-08-HOME",
    year=2010,
    dialect="python-evtx",
)
