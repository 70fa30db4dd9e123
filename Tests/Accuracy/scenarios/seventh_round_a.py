"""A seventh set written blind, first part: session hosts and servers, as owners and vendors told of a failure they explained.

Each case says what its report told and where; names, times and addresses are invented, routine events added. The rules
were not looked at while writing.
"""

from .events import D, U, c131
from .fifth_round_a import patched
from .fifth_round_b import person, worked
from .providers import PROVIDERS
from .rounds import Round
from .sixth_round_a import DAY, old_logon, old_routine, old_security
from .third_round_doubt import session
from .third_round_reports import accepted
from .threads_security import alert
from .threads_service import TERMSERVICE, crash, scm
from .threads_session import lsm

ROUND = Round("seventh-a")
seventh = ROUND.case
known = ROUND.known
PROVIDERS.update(
    {
        "popup7": (
            'Name="Application Popup" Guid="{47BFA2B7-BD54-4FAC-B70B-29021084CA8F}"',
            "System",
        ),
        "appmodel": (
            'Name="Microsoft-Windows-AppModel-Runtime" Guid="{F1EF270A-0D32-4352-BA52-DBAB41E1D859}"',
            "Microsoft-Windows-AppModel-Runtime/Admin",
        ),
        "nvidia": ('Name="nvlddmkm"', "System"),
        "installer": ('Name="MsiInstaller"', "Application"),
        "storport": ('Name="storahci"', "System"),
        "profsvc": (
            'Name="Microsoft-Windows-User Profiles Service" Guid="{89B1E9F0-5AFF-44A6-9B44-0A07A7CE5845}" EventSourceName="profsvc"',
            "Application",
        ),
    }
)
SUPPORT = "MicrosoftDocs/SupportArticles-docs"  # a repository on GitHub


def started(t):
    """The event log after a start, whatever went before."""
    return [(t, "evlog", (6009, 32768), U("10.00.", "20348", "", "Multiprocessor Free", "0"), dict(level=4)), (t + 0.1, "evlog", (6005, 32768), U(""), dict(level=4))]


def restarted(t):
    return [(t - 60, "evlog", (6006, 32768), U(""), dict(level=4))] + started(t)


def unclean(t, last):
    """A start after which Windows found that it had not been shut down."""
    return (
        started(t)
        + [(t - 4, "power", 41, D(BugcheckCode=0, BugcheckParameter1="0x0", BugcheckParameter2="0x0", BugcheckParameter3="0x0", BugcheckParameter4="0x0", SleepInProgress=0, PowerButtonTimestamp=0, BootAppStatus=0), dict(level=1, version=6))]
        + [(t + 0.05, "evlog", (6008, 32768), U(last, "‎3/‎2/‎2026", "", "", "26411", "", ""), {})]
    )


# Users are told that the profile cannot be loaded, "insufficient system resources": on a server of 2003 the key RegistrySizeLimit
# is set. Application Popup 333 and 26 "Low On Registry Space", Userenv 1508 and 1500. SUPPORT …/honors-registry-size-limit-…md
known(
    "low-on-registry-space",
    "host-hang-resource",
    old_routine(-9000, 9000)
    + old_logon(-8000, "marta", "TS-LEDGER", "10.61.2.20")
    + [(t, "popup", (333, 49152), U(""), {}) for t in (-620, -600, -31, 0, 400)]
    + [e for t, who in ((2, "jan"), (410, "olga")) for e in [(t, "userenv", (1508, 49152), U("Insufficient system resources exist to complete the requested service. ", f"C:\\Documents and Settings\\{who}\\ntuser.dat"), {}), (t + 0.2, "userenv", (1500, 49152), U("Insufficient system resources exist to complete the requested service. "), {})]]
    + [(411, "popup", (26, 16384), U("Windows - Low On Registry Space", "The system has reached the maximum size allowed for the system part of the registry.  Additional storage requests will be ignored."), dict(level=4))],
    "profile-load-failure",
    "TS-LEDGER",
    noise=0,
    year=2009,
    dialect="old",
)
# A session is logged off and the terminal server of 2003 stops with 0x000000AB, a session's pool that was not given back; the
# others stop too. Microsoft KB 923035 (mskb.pkisolutions.com)
known(
    "session-has-pool-on-exit",
    "host-crash",
    old_routine(-9000, 9000)
    + old_logon(-3000, "rolf", "TS-03", "10.61.2.31")
    + old_security(-3, 538, "rolf", "CORP", "(0x0,0x3FA11)", "10")
    + [(190, "evlog", (6009, 32768), U("5.02.", "3790", "Service Pack 1", "Multiprocessor Free"), dict(level=4)), (190, "evlog", (6005, 32768), U(""), dict(level=4))]
    + [(215, "savedump", (1001, 16384), U("0x000000ab (0x00000006, 0x000013d0, 0x00000000, 0x00000002)", "C:\\WINDOWS\\MEMORY.DMP"), dict(level=4))]
    + old_logon(900, "rolf", "TS-03", "10.61.2.31", "(0x0,0x1B02)"),
    "host-hang-resource",
    "TS-03",
    noise=0,
    year=2006,
    dialect="old",
)
# Nobody can sign in to a domain controller: LsaSrv 5000 of NTLM, lsass.exe falls with 0xe0010004, wininit.exe restarts the machine,
# services cannot log on. A container of the directory had been moved. SUPPORT …/cannot-sign-in-dc-lsass-process-stop-responding.md
known(
    "container-moved",
    "auth-package-failure",
    [(0, "lsa", (5000, 32768), U("NTLM"), dict(bin="140001E0")), (2, "popup7", 26, D(Caption="lsass.exe - Application Error", Message="The exception unknown software exception (0xe0010004) occurred in the application at location 0x90cf8b9c."), dict(level=4))]
    + [(2.5, "user32", (1074, 32768), D(param1="wininit.exe", param2="DC-HARBOR", param3="No title for this reason could be found", param4="0x50006", param5="restart", param6="The system process 'C:\\Windows\\system32\\lsass.exe' terminated unexpectedly with status code -536805372.  The system will now shut down and restart.", param7=""), dict(level=4))]
    + started(140)
    + [e for name in ("DFS Replication", "Windows Time") for e in scm(171, 7038, param1=name, param2="NT AUTHORITY\\SYSTEM", param3="%%1722") + scm(171.1, 7000, param1=name, param2="%%1069")]
    + [(190, "w32time", 46, D(ErrorMessage="0x80070721: A security package specific error occurred."), {})],
    "host-reboot;host-crash;session-process-crash;netlogon-down",
    "DC-HARBOR",
    year=2016,
)
# On hosts of 2012 R2 where people may have two sessions Explorer falls again and again at logon, in twinui.dll.
# trackwalker29.rssing.com/chan-15169500, Ask CORE, on the crash of Explorer.exe over Remote Desktop
known(
    "explorer-in-a-circle",
    "session-process-crash",
    worked(-9000, 4)
    + accepted(-6, "u2", "10.20.4.32", 7)
    + lsm(-4, 21, **person(2))
    + [e for i in range(9) for e in crash(i * 3.4, "explorer.exe", "6.3.9600.16384", "5215d379", "twinui.dll", "6.3.9600.16384", "5215d80a", "c0000005", "000000000001022c", f"{0x42C + i * 64:x}", "01d178287f81e4da", "C:\\Windows\\explorer.exe", "C:\\Windows\\system32\\twinui.dll", f"c50f1c{i}0-9e1b-11e5-80c7-00155d0a3c0{i}", "", "")],
    "display-driver-fault",
    "RDSH-TOKYO",
    year=2015,
    culture="ja-JP",
    dialect="viewer",
)
# Pupils get a temporary profile: a file of the browser's cache has a name that on the server's share is longer than 260.
# User Profiles Service 1509, "the filename or extension is too long". SUPPORT …/user-profile-cannot-loaded-event-1509.md
known(
    "name-too-long",
    "profile-load-failure",
    lsm(-9000, 21, **person(5))
    + lsm(-2000, 23, User=person(5)["User"], SessionID="7")
    + [e for i in range(3) for e in lsm(i * 240 - 0.4, 21, **person(i + 1)) + [(i * 240, "prof", (1509, 0), U(f"\\\\fileserver1.corp.example\\share\\profiles\\u{i + 1}.V2\\AppData\\Local\\Microsoft\\Windows\\Temporary Internet Files\\Low\\Content.IE5\\ELSJ1AXB\\=,cm-9416518_1285174050,66b6f8276f22fbe,Miscellaneous,;;dc=s;cmw=owl;env=ifr;ord1=982256;sz=160x600[1]", f"C:\\Users\\u{i + 1}.CORP\\AppData\\Local\\Microsoft\\Windows\\Temporary Internet Files\\Low\\Content.IE5\\ELSJ1AXB\\=,cm-9416518_1285174050,66b6f8276f22fbe,Miscellaneous,;;dc=s;cmw=owl;env=ifr;ord1=982256;sz=160x600[1]", "The filename or extension is too long. "), dict(level=3))]],
    "",
    "TS-SCHOOL",
    year=2011,
    dialect="python-evtx",
)
# The licensing service of 2000 does not start on a database of more than 80 megabytes: event 43, "Work Manager error Can't Startup
# work scheduler", -1072167891. Microsoft KB 308305 (betaarchive.com/wiki)
known(
    "work-scheduler",
    "license-server-unreachable",
    old_routine(-9000, 9000) + [(t, "lic2003", (43, 49152), U("Can't Startup work scheduler", "-1072167891"), {}) for t in (0, 640, 5000)],
    "license-exhausted;license-grace-expired",
    "NT-LIC1",
    noise=0,
    year=2001,
    dialect="old",
)
# Two services fall as soon as a program for several sessions is started, again each minute; an update and a clean installation
# mended it. github.com/DuoStream/Duo/issues/539
known(
    "two-services-fall",
    "termservice-crash",
    [
        e
        for i, t in enumerate((0, 64, 131, 190))
        for e in scm(t, 7031, param1="Remote Desktop Services UserMode Port Redirector", param2=i + 1, param3=60000, param4=1, param5="Restart the service")
        + scm(t + 0.01, 7031, param1=TERMSERVICE, param2=i + 1, param3=60000, param4=1, param5="Restart the service")
    ],
    "termservice-down",
    "GAMES-PC",
    dialect="EvtxECmd",
)
# Slow logons, a black screen, no start menu on hosts of 2016 and 2019: hundreds of thousands of rules of the firewall. AppModel-Runtime
# 21, CreateAppContainerProfile failed with 0x800705AA. learn.microsoft.com/archive/blogs/askcorejp/firewall-rules-are-not-cleaned-up-on-user-profile-delete
known(
    "rules-nobody-cleans",
    "host-hang-resource",
    worked(-20000, 6)
    + [
        e
        for i in range(4)
        for e in lsm(i * 700, 21, **person(i + 1))
        + lsm(i * 700 + 95, 22, **person(i + 1))
        + [(i * 700 + 60 + j, "appmodel", 21, D(AppContainerName=name, ErrorCode="0x800705aa"), {}) for j, name in enumerate(("Microsoft.Windows.ShellExperienceHost_cw5n1h2txyewy", "Microsoft.Windows.Cortana_cw5n1h2txyewy"))]
    ],
    "profile-load-failure;session-process-crash;display-driver-fault",
    "RDSH16-2",
    year=2018,
)
# A manager of connections knows no reason 4; its control explains it, the limit of the whole logon time was reached, set by the
# administrator. github.com/BornToBeRoot/NETworkManager/issues/845
known("reason-four", "session-limit-policy", session(-30000, "ws-lab4", 1, 1200, 3) + session(-9000, "ws-lab4", 4, 7200, 4) + session(0, "ws-lab4", 4, 7200, 5), "", "PORTATIL-3", year=2021, culture="es-ES", dialect="viewer")
# A list of hardenings sets Enabled to 1 for all of Schannel and Remote Desktop is broken: none of the client's cipher suites is
# supported. github.com/0x6d69636b/windows_hardening/issues/95
known(
    "everything-set-to-one",
    "tls-no-common-cipher",
    worked(-20000, 3)
    + restarted(-600)
    + [e for i, t in enumerate((0, 25, 400)) for e in c131(t, "10.20.4.77", 4 + i) + [(t + 0.2, "sch", 36874, D(Protocol="TLS 1.2"), {})] + alert(t + 0.21, 40, 1205)],
    "tls-version-disabled",
    "HARDENED-22",
    year=2022,
)
# After an update of 24H2 nobody gets the desktop of a guest that shares its host's graphics card: nvlddmkm 153; an older driver
# in the guest helps. github.com/mhtvsSFrpHdE/unofficial-gpu-partition-document/issues/1
known(
    "shared-graphics-card",
    "display-driver-fault",
    worked(-3 * DAY, 1)
    + patched(-5000, "2025-06 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5063060)")
    + restarted(-4000)
    + [e for i, t in enumerate((0, 90, 1300)) for e in lsm(t, 21, User="GPU-VM\\work", SessionID=str(2 + i), Address="LOCAL") + [(t + 2, "nvidia", (153, 49322), U("\\Device\\0000008c", "Error occurred on GPUID: 100"), {}), (t + 4, "nvidia", (153, 49322), U("\\Device\\0000008c", "Resetting TDR occurred on GPUID:100"), {})] + lsm(t + 30, 24, User="GPU-VM\\work", SessionID=str(2 + i), Address="LOCAL")],
    "update-regression",
    "GPU-VM",
    year=2025,
)
# After a start the database of services is locked, HTTP.SYS and the cryptography wait for each other: Spooler, Terminal Services,
# Server and others do not start, only time-outs are logged. SUPPORT …/crypto-deadlock-causes-slow-boot-services-start-failure.md
known(
    "database-of-services-locked",
    "termservice-down",
    restarted(-900)
    + [e for i, name in enumerate(("Print Spooler", "Terminal Services", "Server", "Remote Registry", "Windows Management Instrumentation", "Distributed Transaction Coordinator")) for e in scm(i * 30, 7009, param1=30000, param2=name) + scm(i * 30 + 0.1, 7000, param1=name, param2="%%1053")],
    "host-hang-resource;network-service-failed",
    "WEB-TS08",
    year=2010,
    dialect="libevtx",
)
# A guest ends at four each morning, "unexpected": a plug-in that makes backups stops its container. github.com/dockur/windows/issues/905
known(
    "at-four-each-morning",
    "host-crash",
    [e for day in range(3) for e in lsm(day * DAY - 20000, 21, User="DOCKER\\drake", SessionID="1", Address="172.30.0.1") + unclean(day * DAY, "‎4:00:51 AM")],
    "host-reboot",
    "WIN11-BOX",
    year=2024,
    dialect="evtx_dump",
)
# The service of remote desktops depends on TermDD, which 25H2 has no more, and a wrapper's old entry asks for it.
# github.com/anhkgg/SuperRDP/issues/395
known("depends-on-termdd", "termservice-down", restarted(-60) + scm(0, 7003, param1="Remote Desktop Services", param2="TermDD") + scm(300, 7003, param1="Remote Desktop Services", param2="TermDD"), "termservice-crash", "DESKTOP-25H2", dialect="utf-16")
# A driver for themes makes Winlogon fall in UxTheme.dll when a display comes or goes, users are logged off and cannot log on until
# a restart. github.com/riverar/uxstyle/issues/34
known(
    "themes-driver",
    "session-process-crash",
    worked(-9000, 2)
    + [e for t in (0, 2600) for e in lsm(t - 40, 21, **person(1)) + [(t, "report", (1001, 0), U("", "0", "APPCRASH", "Not available", "0", "winlogon.exe", "10.0.14393.0", "57899879", "UxTheme.dll", "10.0.14393.0", "57899875", "c0000005", "0000000000035f6d", "", "", "", "", "0", "0a3f0ada-6e0d-11e6-9c6b-d9f3f921b2ef", "0"), dict(level=4))] + lsm(t + 1, 23, User=person(1)["User"], SessionID="3")],
    "display-driver-fault;auth-package-failure",
    "W10-RS1",
    year=2016,
)
# The driver that redirects devices has lost its bus, the service behind it does not stay up and the
# port is not listened to; another driver of the bus mended it. github.com/MicrosoftDocs/windowsserverdocs/issues/3497
seventh(
    "bus-deleted",
    "insufficient",
    "",
    worked(-5 * DAY, 1) + [e for t in (0, 240, 1100) for e in scm(t, 7036, param1="Remote Desktop Services UserMode Port Redirector", param2="running") + scm(t + 2, 7036, param1="Remote Desktop Services UserMode Port Redirector", param2="stopped")],
    "termservice-down;listener-bind-failed;termservice-crash;rdp-disabled;tcp-refused;display-driver-fault",
    "ATELIER-10",
    year=2019,
)
