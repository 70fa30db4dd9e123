"""A ninth set written blind, first part: hosts, listeners, certificates, licensing, services and power, with a confirmed cause.

Each case says what its report told and where; names, times and addresses are invented, routine events added. The rules
were not looked at while writing.
"""

from .eighth_round_a import reported
from .eighth_round_a_doubt import let_in
from .events import D, U, c131, rcm
from .fifth_round_a import patched
from .fifth_round_b import person, worked
from .providers import PROVIDERS
from .rounds import Round
from .seventh_round_a import DAY, restarted, started
from .sixth_round_a import old_routine
from .third_round_reports import accepted, admin
from .threads_service import crash, scm
from .threads_session import lsm

ROUND = Round("ninth-a")
known = ROUND.known
PROVIDERS.update(
    {
        "resolver": ('Name="Microsoft-Windows-Resource-Exhaustion-Resolver" Guid="{91F5FB12-FDEA-4095-85D5-614B495CD9DE}"', "Microsoft-Windows-Resource-Exhaustion-Resolver/Operational"),
        "kernelpnp": ('Name="Microsoft-Windows-Kernel-PnP" Guid="{9C205A39-1250-487D-ABD7-E831C6290539}"', "Microsoft-Windows-Kernel-PnP/Configuration"),
        "mpssvc": ('Name="MpsSvc"', "System"),
        "duo": ('Name="Duo"', "Application"),
        "defender": ('Name="Microsoft-Windows-Windows Defender" Guid="{11CD958A-C507-4EF3-B3F2-5FD9DFBD2C78}"', "Microsoft-Windows-Windows Defender/Operational"),
    }
)
SUPPORT = "MicrosoftDocs/SupportArticles-docs"  # a repository on GitHub
UMDF = "http://www.microsoft.com/DriverFrameworks/UserMode/Event"


def went(t, state, name="Remote Desktop Services"):
    """A service that entered the running or the stopped state."""
    return [(t, "scm", (7036, 16384), D(param1=name, param2=state), dict(level=4))]


# In July 2026 the service falls at the first connection again, in the wrapper at 2d52; the report of the error follows.
# github.com/stascorp/rdpwrap/issues/4375
known(
    "falls-at-2d52",
    "termservice-crash",
    worked(-3 * DAY, 1)
    + patched(-40000, "2026-07 Cumulative Update for Windows 10 Version 22H2 for x64-based Systems (KB5062554)")
    + c131(-2, "192.168.20.14", 3)
    + crash(0, "svchost.exe_TermService", "10.0.19041.5794", "11bd0919", "rdpwrap.dll", "1.5.0.0", "5488aa5a", "c0000005", "0000000000002d52", "3668", "01dd2003dadd92e8", "C:\\Windows\\System32\\svchost.exe", "C:\\Program Files\\RDP Wrapper\\rdpwrap.dll", "c11a1c61-5a4f-4b8e-9a0f-3b1a7b2c0d11", "", "")
    + [e[:3] + (U("2263432837336158827", "4") + e[3][2:],) + e[4:] for e in reported(9, "svchost.exe_TermService", "10.0.19041.5794", "11bd0919", "rdpwrap.dll", "1.5.0.0", "5488aa5a", "c0000005", "0000000000002d52")],
    "termservice-down;update-regression",
    "KELLER-PC",
    dialect="evtx_dump",
)
# After KB4551762 of March 2020 "Remotedesktopdienste" ends with "the system cannot find the file specified"; the scanner or the update
# had taken the wrapper's library away. github.com/stascorp/rdpwrap/issues/1026
known(
    "file-not-found",
    "termservice-down",
    worked(-2 * DAY, 2)
    + patched(-900, "2020-03 Kumulatives Update für Windows 10 Version 1909 für x64-basierte Systeme (KB4551762)")
    + restarted(-120)
    + [e for t in (0, 330, 4100) for e in scm(t, 7023, param1="Remotedesktopdienste", param2="%%2")],
    "termservice-crash;update-regression",
    "NUC-1909",
    year=2020,
    culture="de-DE",
    dialect="viewer",
)
# Sessions for several players on Windows 11: after each cold start "the Windows logon process has unexpectedly terminated" in a loop
# until the service of Remote Desktop is restarted by hand. github.com/DuoStream/Duo/issues/414
known(
    "in-a-loop-after-a-cold-start",
    "session-process-crash",
    worked(-DAY, 1)
    + restarted(-200)
    + [(i * 11.0, "winlogon", (4005, 32768), U(""), {}) for i in range(11)]
    + went(400, "stopped")
    + went(403, "running")
    + let_in(430, 1, 8)
    + lsm(434, 22, **person(1)),
    "display-driver-fault;termservice-crash;host-reboot;session-stuck",
    "ARCADE-11",
    dialect="EvtxECmd",
)
# Windows 10 of 1511 with a wrapper: the window closes while it says "welcome"; the log of applications has 4005 each time and nothing
# else. A restart helps for a day. github.com/stascorp/rdpwrap/issues/146
known(
    "closes-at-welcome",
    "session-process-crash",
    [(t, "winlogon", (4005, 32768), U(""), {}) for t in (0, 38, 95, 7000)] + [(-3000, "winlogon", (6000, 32768), U("SessionEnv"), dict(level=4))],
    "session-stuck;display-driver-fault;termservice-crash;auth-package-failure",
    "HTPC",
    year=2016,
    dialect="python-evtx",
)
# A session host of 2008 R2 stops with 50 some times a week, the stack of the dump is RDPWD's. windoh.wordpress.com/2012/06/19
known(
    "fifty-some-times-a-week",
    "host-crash",
    worked(-30000, 3)
    + let_in(-4000, 1, 5)
    + let_in(-2600, 2, 6)
    + started(0)
    + [(40, "bugcheck", (1001, 16384), D(param1="0x00000050 (0xfffffa803f166210, 0x0000000000000000, 0xfffff8800b7257e7, 0x0000000000000000)", param2="C:\\Windows\\MEMORY.DMP", param3="050212-24320-01"), {})]
    + let_in(600, 1, 3),
    "display-driver-fault",
    "RDSH-08R2",
    year=2012,
    dialect="libevtx",
)
# Who takes over another's session by remote control stops a server of 2003 or 2008 for x64 with 7E. Microsoft KB 979557
known(
    "stops-at-remote-control",
    "host-crash",
    let_in(-9000, 1, 3)
    + let_in(-700, 2, 4)
    + started(140)
    + [(175, "bugcheck", (1001, 16384), D(param1="0x0000007e (0xffffffff80000002, 0xfffffa6009c8ae12, 0xfffffa6009e0d858, 0xfffffa6009e0d230)", param2="C:\\Windows\\MEMORY.DMP", param3="Mini021510-01"), {})],
    "",
    "TS-08X64",
    year=2010,
)
# A terminal server of NT 4 stops with 1E while a client's session is being shut down. Microsoft Q259877
known(
    "as-a-session-shuts-down",
    "host-crash",
    old_routine(-9000, 9000)
    + [(-6, "evlog", (6005, 32768), U(""), dict(level=4)), (0, "savedump", (1001, 16384), U("0x0000001e (0xc0000005, 0xa3079ce3, 0x00000000, 0x00000074). Microsoft Windows NT [v15.1381]", "C:\\WTSRV\\MEMORY.DMP"), dict(level=4))],
    "",
    "WTS-40",
    noise=0,
    year=2000,
    dialect="old",
)
# Session hosts of 2019, guests of another maker's cluster, restart on their own several times a day since they were restored from a
# backup: 41 with nought. it.ittrip.xyz/windows-server/ws2019-event41-rds
known(
    "since-the-restore",
    "host-crash",
    [
        e
        for i, t in enumerate((0, 7300, 19000))
        for e in let_in(t - 2400, 1 + i, 3 + i)
        + [(t - 4, "power", 41, D(BugcheckCode=0, BugcheckParameter1="0x0", BugcheckParameter2="0x0", BugcheckParameter3="0x0", BugcheckParameter4="0x0", SleepInProgress=0, PowerButtonTimestamp=0, BootAppStatus=0, Checkpoint=0, ConnectedStandbyInProgress="false", SystemSleepTransitionsToOn=0, CsEntryScenarioInstanceId=0), dict(level=1, version=5))]
        + started(t)
        + let_in(t + 300, 1 + i, 6 + i)
    ],
    "host-hang-resource",
    "RDS-VZ2",
    year=2022,
    culture="fr-FR",
    dialect="viewer",
)
# A machine of Azure cannot be reached since the update of July 2018: it starts, stops with D1 and starts again.
# SUPPORT …/virtual-machines/windows/azure-vm-cannot-rdp-driver-irql-not-less-equal.md
known(
    "july-of-2018",
    "host-crash",
    worked(-2 * DAY, 1)
    + patched(-600, "2018-07 Cumulative Update for Windows Server 2016 for x64-based Systems (KB4338814)")
    + [e for i, t in enumerate((0, 260, 540)) for e in started(t) + [(t + 3, "bugcheck", (1001, 16384), D(param1="0x000000d1 (0x0000000000000018, 0x0000000000000002, 0x0000000000000000, 0xfffff80a0c1d7a4e)", param2="C:\\Windows\\MEMORY.DMP", param3=f"5e0b53f6-30a1-4b1c-9c0e-5d3f8f2a110{i}"), {})]],
    "update-regression",
    "AZ-APP16",
    year=2018,
)
# "The Windows Resource Exhaustion Resolver could not restore virtual memory": the machine has been short for long.
# learn.microsoft.com/previous-versions …/cc774709
known(
    "could-not-restore",
    "host-hang-resource",
    worked(-9000, 1) + let_in(-1200, 2, 4) + [(t, "resolver", 1010, [], dict(level=3)) for t in (0, 900, 2700)] + lsm(3000, 24, **person(2)),
    "session-stuck",
    "TS-08-WEB",
    year=2009,
    dialect="evtx_dump",
)
# Programs no longer start or stop at once: a warning of Win32k 243, a heap of a desktop could not be allocated; in a session without a
# screen. SUPPORT …/performance/desktop-heap-limitation-out-of-memory.md (KB 947246)
known(
    "heap-of-a-desktop",
    "host-hang-resource",
    worked(-9000, 1)
    + [(t, "win32k", (243, 32768), U("14012", "conhost.exe", "14260", "0"), dict(level=3)) for t in (0, 1, 2, 640, 641)]
    + crash(0.4, "conhost.exe", "10.0.17763.1", "c4b8f3cd", "KERNELBASE.dll", "10.0.17763.1", "1c3e4f8b", "c0000142", "00000000000f39fc", "36bc", "01d8d3a0aa3e0c40", "C:\\Windows\\System32\\conhost.exe", "KERNELBASE.dll", "2dd7bb5c-3b7e-4a95-a0ad-34fd4cd0f8a1", "", ""),
    "session-process-crash;display-driver-fault;session-stuck",
    "JOBS-19",
    year=2022,
)
# A certificate made from the template of the policy does not name the server; the host uses its own instead, 1062.
# learn.microsoft.com/previous-versions …/ee907346
known(
    "not-this-servers-name",
    "cert-configured-invalid",
    worked(-20000, 1)
    + restarted(-30)
    + rcm(0, (1062, 49152))
    + [(6, "rcm", (1056, 16384), U("TSWEST.corp.example"), dict(level=4))]
    + worked(1500, 2, 43),
    "cert-template-enrollment-failed;cert-client-rejects",
    "TSWEST",
    year=2012,
    dialect="python-evtx",
)
# 120 days after the role was installed nobody but administrators is let in: 1128. The article tells of the registry's time bomb.
# es.ittrip.xyz/windows/windows-server/grace-period-rds-licencia
known(
    "hundred-and-twenty-days",
    "license-grace-expired",
    worked(-DAY, 1)
    + admin(0, 1128)
    + [e for i, t in enumerate((300, 340, 900)) for e in accepted(t, f"u{i + 2}", person(i + 2)["Address"], 4 + i) + [(t + 2.0, "core", 102, [], dict(a=4 + i)), (t + 2.1, "core", 103, D(ReasonCode=0), dict(a=4 + i))]],
    "license-server-unreachable;license-exhausted",
    "SRV-CONTA",
    year=2025,
    culture="es-ES",
    dialect="viewer",
)
# The machine cannot be reached in the morning: 1074 tells that SystemSettingsAdminFlows.exe shut it down for the user who had been
# connected the evening before. github.com/jpwinsup/blog, article 7
known(
    "shut-down-in-the-evening",
    "host-reboot",
    let_in(-5000, 1, 3)
    + lsm(-4996, 22, **person(1))
    + [(0, "user32", (1074, 32768), D(param1="C:\\Windows\\system32\\SystemSettingsAdminFlows.exe (W11-TOKYO)", param2="W11-TOKYO", param3="その他 (計画外)", param4="0x0", param5="電源オフ", param6="", param7="CORP\\u1"), dict(level=4))]
    + lsm(4, 23, User="CORP\\u1", SessionID="3")
    + [(9, "evlog", (6006, 32768), U(""), dict(level=4)), (11, "kg", 13, D(StopTime="2024-03-02T10:00:11.2210000Z"), dict(level=4))]
    + [(42000, "kg", 12, D(MajorVersion=10, MinorVersion=0, BuildVersion=22631, QfeVersion=3155, ServiceVersion=0, BootMode=0, StartTime="2024-03-02T21:40:00.5000000Z"), dict(level=4))]
    + started(42010),
    "admin-disconnect;client-cancelled;host-unreachable",
    "W11-TOKYO",
    year=2024,
    culture="ja-JP",
    dialect="viewer",
)
# A host of Azure Virtual Desktop does not join its pool: the agent says INVALID_REGISTRATION_TOKEN, the key had been renewed meanwhile.
# learn.microsoft.com/answers/questions/5857118
known(
    "key-was-renewed",
    "broker-host-not-joined",
    [(-700, "installer", (11707, 0), U("Product: Remote Desktop Services Infrastructure Agent -- Installation completed successfully.", "(NULL)", "(NULL)", "(NULL)", "(NULL)", "(NULL)", ""), dict(level=4))]
    + [(t, "avd", (3277, 0), U("INVALID_REGISTRATION_TOKEN"), {}) for t in (0, 61, 305, 660)],
    "broker-unavailable",
    "vdpool-0",
    dialect="EvtxECmd",
)
# Each attempt ends with 0x3 or 0x11 after the password: the adapter of Remote Desktop is offline and had a problem starting, 0xC00000E5.
# A mirrored article, "rdp-0x3-0x11"
known(
    "adapter-had-a-problem",
    "display-driver-fault",
    worked(-3 * DAY, 1)
    + [
        e
        for i, t in enumerate((0, 45))
        for e in accepted(t, "u1", person(1)["Address"], 5 + i)
        + lsm(t + 2, 21, **person(1, 5 + i))
        + [(t + 3, "umdf", 10111, [], dict(level=1, u=("UmdfDeviceOffline", UMDF, dict(lifetime="{6B1D}", Name="Microsoft Remote Display Adapter", Location="(unknown)", Device="SWD\\REMOTEDISPLAYENUM\\RDPIDD_INDIRECTDISPLAY", RestartCount=5))))]
        + [(t + 3.4, "kernelpnp", 411, D(DeviceInstanceId=f"SWD\\RemoteDisplayEnum\\RdpIdd_IndirectDisplay&SessionId_000{5 + i}", DriverName="rdpidd.inf", ClassGuid="{4d36e968-e325-11ce-bfc1-08002be10318}", ServiceName="WUDFRd", LowerFilters="", UpperFilters="IndirectKmd", Problem="0x0", Status="0xC00000E5"), {})]
        + [(t + 4, "core", 102, [], dict(a=5 + i))]
        + lsm(t + 4.2, 24, **person(1, 5 + i))
        + lsm(t + 4.2, 40, Session=str(5 + i), Reason="0")
    ],
    "session-process-crash;update-regression",
    "W11-SALES",
    year=2025,
)
# A build of the insiders, 17063: the service of Remote Desktop stops as soon as somebody connects, and is started again by hand.
# github.com/stascorp/rdpwrap/issues/378
known(
    "stops-when-somebody-comes",
    "termservice-down",
    worked(-3 * DAY, 1) + [e for i, t in enumerate((0, 200, 420)) for e in went(t - 30, "running") + c131(t, "192.168.1.31", 3 + i) + went(t + 1, "stopped")],
    "termservice-crash",
    "INSIDER",
    year=2017,
    dialect="utf-16",
)
# The scanner takes the wrapper for a hacking tool, HackTool:Win32/RDPWrap, while the machine is offline; afterwards the service terminates
# and is restarted over and over. github.com/stascorp/rdpwrap/issues/4226
known(
    "taken-for-a-tool-of-hackers",
    "termservice-crash",
    worked(-2 * DAY, 1)
    + [(-300, "defender", 1117, D(Product__Name="Microsoft Defender Antivirus", Product__Version="4.18.26030.3011", Detection__ID="{0B5E4B3C-8C1F-4B7E-9C3D-2F1A7E0D5A11}", Threat__ID="2147724334", Threat__Name="HackTool:Win32/RDPWrap", Severity__Name="High", Category__Name="Tool", Path="file:_C:\\Program Files\\RDP Wrapper\\rdpwrap.dll", Action__Name="Quarantine", Error__Code="0x00000000"), dict(level=4))]
    + restarted(-100)
    + [e for i in range(5) for e in scm(i * 64, 7031 if i < 2 else 7034, **(dict(param1="Remote Desktop Services", param2=1 + i, param3=60000, param4=1, param5="Restart the service") if i < 2 else dict(param1="Remote Desktop Services", param2=1 + i)))],
    "termservice-down",
    "OFFICE-22H2",
    order="newest first",
)
