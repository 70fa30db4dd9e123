"""A sixth set written blind, first part: what owners of ordinary servers and clients wrote of a failure they explained.

Each case says what its page told and where; names, times and addresses are invented, routine events added. The rules
were not looked at while writing.
"""

from .events import D, U, c131, conn, rcm, success, ud
from .fifth_round_a import logon_failed, patched
from .fifth_round_b import person, worked
from .providers import PROVIDERS
from .rounds import Round
from .third_round_reports import accepted
from .threads_service import crash, scm
from .threads_session import lsm

ROUND = Round("sixth-a")
known = ROUND.known
PROVIDERS.update(
    {
        "lsasrv2003": ('Name="LSASRV"', "System"),
        "popup": ('Name="Application Popup"', "System"),
    }
)
DAY = 86400


def old_routine(start, end):
    """What a machine of 2000 to 2003 writes all day."""
    services = ("Telephony", "Print Spooler", "Network Connections", "Volume Shadow Copy")
    return [
        (t, "scm", (7036, 16384), D(param1=services[i % 4], param2="running" if i % 3 else "stopped"), dict(level=4))
        for i, t in enumerate(range(start, end, (end - start) // 14))
    ]


def old_security(t, number, *values):
    return [(t, "sec2003", (number, 0), U(*values), dict(level=0))]


def old_logon(t, user, host, ip, logon="(0x0,0x3FA11)"):
    return old_security(t, 528, user, "CORP", logon, "10", "User32", "Negotiate", host, "-", host + "$", "CORP", "(0x0,0x3E7)", "4021", "-", ip, "1047")


# A server of 2008 R2 with the drivers of its Intel PRO/1000 as they were in 2008: TermDD 50, component X.224, and 56, and people
# are dropped; newer drivers, or no offload, mended it. urtech.ca/2023/05/solved-the-rdp-protocol-component-x-224-…
known(
    "drivers-of-2008",
    "protocol-stream-corruption",
    [
        e
        for number, t in ((1, 0), (2, 1900), (1, 5200))
        for e in [(t - 2500, "rcmo", 1149, [], ud("EventXML", "Event_NS", Param1=f"u{number}", Param2="CORP", Param3=person(number)["Address"]))]
        + lsm(t - 2498, 21, **person(number))
        + [(t, "termdd", (50 if number == 1 else 56, 49162), U("\\Device\\Termdd", "X.224" if number == 1 else person(number)["Address"]), {})]
        + lsm(t + 0.6, 24, **person(number))
    ],
    "path-lost-mid-session;tls-record-corruption;host-hang-resource",
    "TS-ACCT",
    year=2023,
    dialect="libevtx",
)
# After the updates of November 2022 domain controllers find no key for accounts with encryption types of their own: KDC 14;
# Microsoft's list of what breaks names Remote Desktop of domain users. blog.rmilne.ca/2022/12/08/kerberos-issues-november-2022
known(
    "no-suitable-key",
    "update-regression",
    patched(-30000, "2022-11 Cumulative Update for Windows Server 2019 (1809) for x64-based Systems (KB5019966)")
    + [(-29000, "evlog", (6006, 32768), U(""), dict(level=4)), (-28700, "evlog", (6005, 32768), U(""), dict(level=4))]
    + [(t, "kdc", (14, 49152), U("krbtgt", user, "1", "18  17  23  24  -135  3", "23  18  17"), {}) for t, user in ((0, "hanna"), (14, "hanna"), (600, "svc-app"), (1900, "rudi"))],
    "auth-package-failure;auth-spn-mismatch;auth-bad-credentials;auth-trust-broken",
    "DC11",
    year=2022,
)
# No connection with network level authentication; 1057 says "Key not valid for use in specified state". Old keys of the RSA folder
# were put aside and its rights set anew. blogs.technet.microsoft.com/the_9z_by_chris_davis/2014/02/20/event-id-1057-…
known(
    "not-valid-in-this-state",
    "cert-key-missing",
    scm(-5, 7036, param1="Services Bureau à distance", param2="en cours d’exécution")
    + rcm(0, (1057, 49152), "Clé non valide pour l’utilisation dans l’état spécifié.\r\n")
    + scm(880, 7036, param1="Services Bureau à distance", param2="arrêté")
    + scm(886, 7036, param1="Services Bureau à distance", param2="en cours d’exécution")
    + rcm(891, (1057, 49152), "Clé non valide pour l’utilisation dans l’état spécifié.\r\n"),
    "cert-private-key-acl;cert-expired-not-renewed;cert-configured-invalid",
    "SRV-COMPTA",
    culture="fr-FR",
    dialect="viewer",
    year=2014,
)
# "The system administrator has restricted the types of logon": the session ends at once, 4625 of the type and Winlogon 4005.
# learn.microsoft.com/troubleshoot/windows-server/remote/system-admin-restrict-types-logon
known(
    "types-of-logon",
    "auth-no-rdp-right",
    worked(-9000)
    + [
        e
        for i, t in enumerate((0, 44))
        for e in accepted(t, "bruno", "10.40.4.8", 5 + i)
        + logon_failed(t + 2, TargetUserName="bruno", TargetDomainName="CORP", Status="0xc000015b", SubStatus="0x0", FailureReason="%%2308", LogonType=10, LogonProcessName="User32 ", AuthenticationPackageName="Negotiate", WorkstationName="APP-22", ProcessId="0x9f0", ProcessName="C:\\Windows\\System32\\svchost.exe", IpAddress="10.40.4.8", IpPort=0)
        + [(t + 2.6, "winlogon", (4005, 32768), U(""), {}), (t + 3, "core", 102, [], dict(a=5 + i))]
    ],
    "session-process-crash",
    "APP-22",
    year=2025,
)
# "Always prompt for password" on the server and "reconnect if connection is dropped" on the client: TermService 1041 after each drop.
# eventid.net, display of event 1041 of TermService
known(
    "prompt-and-reconnect",
    "reconnect-failed",
    old_routine(-9000, 9000)
    + old_logon(-3000, "ida", "TS-03B", "10.40.4.9")
    + [
        e
        for t in (0, 4100)
        for e in old_security(t, 683, "ida", "CORP", "(0x0,0x3FA11)", "RDP-Tcp#4", "PC-77", "10.40.4.9")
        + [(t + 9, "tsvc", (1041, 49152), [], dict(level=2))]
        + old_logon(t + 31, "ida", "TS-03B", "10.40.4.9", "(0x0,0x51C02)")
        + old_security(t + 33, 682, "ida", "CORP", "(0x0,0x3FA11)", "RDP-Tcp#6", "PC-77", "10.40.4.9")
    ],
    "path-lost-mid-session",
    "TS-03B",
    year=2008,
    noise=0,
)
# 40960, 40961, 1053 and 1006 since a switch got new firmware; with jumbo frames off on the card they went.
# eventid.net, display of event 40960 of LSASRV
known(
    "switch-firmware",
    "auth-dc-unreachable",
    old_routine(-9000, 9000)
    + old_logon(-8000, "joe", "TS-04", "10.40.4.10")
    + [
        e
        for t in (0, 3600)
        for e in [
            (t, "lsasrv2003", (40960, 32768), U("ldap/dc1.corp.example", "Kerberos", '"There are currently no logon servers available to service the logon request.\r\n (0xc000005e)"'), dict(level=3, bin="5E0000C0")),
            (t + 0.1, "lsasrv2003", (40961, 32768), U("ldap/dc1.corp.example"), dict(level=3, bin="880300C0")),
            (t + 4, "userenv", (1053, 49152), U("The specified domain either does not exist or could not be contacted. "), {}),
            (t + 9, "userenv", (1006, 49152), U("corp.example", "Local Error"), {}),
        ]
    ],
    "mtu-blackhole;dns-failure;path-lost-mid-session",
    "TS-04",
    year=2007,
    noise=0,
)
# "The terminal service client has provided an invalid license", with no name: a corrupt licence on one of the clients; MSLicensing
# has to be deleted there. Microsoft KB 294326 and Citrix' monitor of client connections
known("no-name-in-1003", "license-client-store", old_routine(-9000, 9000) + [(t, "tsvc", (1003, 16384), [], dict(level=4)) for t in (0, 95, 2600, 2705)], "license-certificate-corrupt;license-exhausted", "NT4TSE", year=2001, noise=0, dialect="old")
# The message speaks of missing access permissions, the log of the licence server that cannot be found: TermService 1010.
# stealthpuppy.com/ts-logon-issues-its-not-what-you-think
known("not-what-you-think", "license-server-unreachable", old_routine(-9000, 9000) + old_logon(-4000, "adm", "TS-05", "10.40.4.11") + [(t, "tsvc", (1010, 49152), [], dict(level=3)) for t in (0, 61, 910)], "license-grace-expired;auth-no-rdp-right", "TS-05", year=2007, noise=0, culture="de-DE", dialect="viewer")
# A jump box in a virtual machine could not be reached after a while, only its console woke it: it had gone to sleep.
# vswitchzero.com/2020/06/10/windows-10-remote-desktop-error-code-0x4-or-0x204
known(
    "jump-box",
    "host-sleep",
    worked(-9000, 1, 40, 5000)
    + [
        (0, "power", 42, D(TargetState=4, EffectiveState=4, Reason=7, Flags=0, TransitionsToOn=3), dict(level=4)),
        (14000, "power", 107, D(TargetState=0, EffectiveState=0, WakeFromState=4, ProgrammedWakeTimeAc="1601-01-01T00:00:00.0000000Z"), dict(level=4)),
        (14001, "kg", 1, D(NewTime="2026-03-02T13:53:21.5000000Z", OldTime="2026-03-02T10:00:02.1180000Z", Reason=2), dict(level=4)),
    ]
    + lsm(14030, 25, **dict(person(1), Address="LOCAL"))
    + worked(14400, 1, 44, 900),
    "host-unreachable",
    "JUMP-W10",
    year=2020,
    dialect="EvtxECmd",
)
# The server crashed, another took over its address, then it started again by itself and claimed the address back: 4199.
# eventid.net, display of event 4199 of Tcpip
known(
    "came-back-itself",
    "ip-address-conflict",
    worked(-9000) + [(-60, "evlog", (6008, 32768), U("8:41:10", "02/03/2026", "", "", "1021"), {}), (-58, "evlog", (6005, 32768), U(""), dict(level=4)), (0, "tcpip", (4199, 49152), U("", "10.40.1.20", "00-50-56-9C-11-07"), {}), (7, "tcpip", (4199, 49152), U("", "10.40.1.20", "00-50-56-9C-11-07"), {})],
    "host-unreachable;host-crash",
    "SQLTS-1",
    year=2012,
)
# Security 536: the Netlogon component is not active; the service was not running. Windows 2000 messages, 5455.htm of the resource kit
known(
    "component-not-active",
    "netlogon-down",
    old_routine(-9000, 9000) + [e for t in (0, 20, 700) for e in old_security(t, 536, "petra", "CORP", "10", "User32  ", "Negotiate", "TS2K-1")],
    "auth-dc-unreachable",
    "TS2K-1",
    year=2003,
    noise=0,
    dialect="old",
)
# A terminal server of 2012 R2 after seven days: WINLOGON_FATAL_ERROR (c000021a). pastebin.com/Nd61kRuR, a debugger's answer
known(
    "fatal-error-of-winlogon",
    "host-crash",
    worked(-9000) + worked(-5000, 2, 12) + [(0, "power", 41, D(BugcheckCode=3221226010, BugcheckParameter1="0xffffc0018a5e1a40", BugcheckParameter2="0xffffffffc0000006", SleepInProgress="false", PowerButtonTimestamp=0), dict(level=1)), (4, "evlog", (6008, 32768), U("7:26:11", "27/12/2025"), {}), (5, "wer", (1001, 16384), D(param1="0xc000021a (0xffffc0018a5e1a40, 0xffffffffc0000006, 0x00007ffd0a1b2c30, 0x0000000000000000)", param2="C:\\Windows\\MEMORY.DMP", param3="122722-21437-01"), {})],
    "session-process-crash",
    "RDS-2012",
    year=2022,
)
# LSASS of controllers loses memory after the updates of March 2024, crashes and the machine restarts; they give Kerberos tickets.
# techcommunity.microsoft.com/t5/ask-the-directory-services-team/…/ba-p/4096250
known(
    "lsass-of-march",
    "update-regression",
    patched(-3 * DAY, "2024-03 Cumulative Update for Windows Server 2019 (1809) for x64-based Systems (KB5035849)")
    + [(-900, "res", 2004, [], ud("MemoryExhaustionInfo", "http://www.microsoft.com/Windows/Resource/Exhaustion/Detector/Events", SystemCommitLimit="19326320640", SystemCommitCharge="19201110016", Process="lsass.exe"))]
    + crash(0, "lsass.exe", "10.0.17763.5576", "6a1c3b1d", "ntdll.dll", "10.0.17763.5458", "d5a3f7bd", "c0000017", "00000000000a3e11", "2c8", "01da7a1cc1e2d3aa", "C:\\Windows\\system32\\lsass.exe", "C:\\Windows\\SYSTEM32\\ntdll.dll", "5a")
    + [(1, "wininit", (1015, 49152), U("C:\\Windows\\system32\\lsass.exe", "c0000017"), {}), (2, "user32", (1074, 32768), D(param1="C:\\Windows\\system32\\wininit.exe (DC12)", param2="DC12", param3="No title for this reason could be found", param4="0x50006", param5="restart", param6="The system process 'C:\\Windows\\system32\\lsass.exe' terminated unexpectedly with status code -1073741801. The system will now shut down and restart."), dict(level=4))],
    "host-crash;host-reboot;host-hang-resource;session-process-crash;auth-dc-unreachable;auth-package-failure",
    "DC12",
    year=2024,
)
# TLS 1.0 switched off on 2008 R2 without the update that teaches Remote Desktop the later versions: access is lost.
# docs.ans.co.uk/docs/operatingsystems/windows/rdp/rdptls
known(
    "without-the-update",
    "tls-version-disabled",
    worked(-20000) + [(-4000, "evlog", (6006, 32768), U(""), dict(level=4)), (-3800, "evlog", (6005, 32768), U(""), dict(level=4))] + [e for t in (0, 21, 400) for e in [(t, "sch", 36871, D(Type="server", ErrorState=10013), {}), (t + 0.01, "termdd", (56, 49162), U("\\Device\\Termdd", "10.40.4.12"), {})]],
    "tls-no-common-cipher",
    "WEB-R2",
    year=2018,
    culture="es-ES",
    dialect="viewer",
)
# A new account on 2008 R2, "must change password at next logon"; the change fails at the logon screen, each time again.
# MicrosoftDocs/SupportArticles-docs …/not-enough-storage-available-to-process-command.md
known(
    "first-password",
    "auth-password-expired",
    [e for t in (0, 35) for e in logon_failed(t, SubjectUserSid="S-1-5-18", SubjectUserName="STANDALONE-1$", SubjectDomainName="WORKGROUP", SubjectLogonId="0x3e7", TargetUserName="neu", TargetDomainName="STANDALONE-1", Status="0xc0000224", SubStatus="0x0", FailureReason="%%2309", LogonType=10, LogonProcessName="User32 ", AuthenticationPackageName="Negotiate", WorkstationName="STANDALONE-1", ProcessId="0x1a4", ProcessName="C:\\Windows\\System32\\winlogon.exe", IpAddress="10.40.4.13", IpPort=49811)],
    "",
    "STANDALONE-1",
    year=2013,
    dialect="python-evtx",
)
# "The Remote Desktop Services service failed to start … The specified module could not be found", error 126.
# umatechnology.org/remote-desktop-services-service-is-not-starting-and-gives-error-126-microsoft-qa
known("module-missing", "termservice-down", [(-12, "evlog", (6005, 32768), U(""), dict(level=4))] + scm(0, 7023, param1="Remote Desktop Services", param2="%%126") + scm(0.2, 7001, param1="Remote Desktop Services UserMode Port Redirector", param2="Remote Desktop Services", param3="%%126") + scm(600, 7023, param1="Remote Desktop Services", param2="%%126"), "update-regression;termservice-crash", "FILE-JP", year=2023, culture="ja-JP", dialect="viewer")
# Kerberos 4 with TERMSRV on the client: a name that leads to more than one server, so the ticket is for the other one's key.
# skar.us/thepost/…/explanation-of-kerberos-error-krb-ap-err-modified
known(
    "name-of-two",
    "auth-spn-mismatch",
    [e for i, t in enumerate((0, 26)) for e in conn(t, "apps.corp.example", 3 + i) + [(t + 0.9, "kerb", (4, 16384), D(Server="apps2$", TargetRealm="CORP.EXAMPLE", Targetname="TERMSRV/apps.corp.example", ClientRealm="CORP.EXAMPLE"), {})]],
    "dns-stale-wrong-host;auth-trust-broken",
    "PC-118",
    year=2016,
)
# mstsc.exe falls over vorbis.acm, a sound codec that was put on the client. pastebin.com/UAigrz9Z
known("sound-codec", "client-crash", [e for t in (0, 610) for e in crash(t, "mstsc.exe", "10.0.14393.447", "5819bc5f", "vorbis.acm", "0.0.3.6", "50a51541", "c0000005", "0000000000001f4f", "f88", "01d28d1148c7b651", "C:\\WINDOWS\\system32\\mstsc.exe", "C:\\WINDOWS\\system32\\vorbis.acm", "785c26d5-acf6-4372-987b-3ffaf072d086", "", "")], "client-plugin-fault", "BEN-TABLET", year=2017)
# 1508, 1502, 1515 and 1511 in one second: ntuser.dat is used by another process, a temporary profile it is. pastebin.com/kULVt4qh
known(
    "hive-in-use",
    "profile-load-failure",
    [
        (0, "prof", 1508, D(Error="The process cannot access the file because it is being used by another process.\r\n", File="C:\\Users\\trothwell\\ntuser.dat"), {}),
        (0.1, "prof", 1502, D(Error="The process cannot access the file because it is being used by another process.\r\n"), {}),
        (0.2, "prof", 1515, [], {}),
        (0.3, "prof", 1511, [], {}),
    ],
    "",
    "MEDIA-7",
    year=2011,
)
# Each day at two in the afternoon a host of virtual sessions goes black, nothing is logged, only the power button helps; a security
# product was the cause. windowsforum.com/threads/rds-black-screen-linked-to-trend-micro-wfbs-on-windows-server.379325
known(
    "black-at-two",
    "host-crash",
    worked(-14000)
    + [e for number, t in ((2, 0), (3, 130), (2, 260)) for e in c131(t, person(number)["Address"], 20 + number) + [(t + 1, "core", 98, [], dict(a=20 + number)), (t + 1.2, "rcmo", 1149, [], ud("EventXML", "Event_NS", Param1=f"u{number}", Param2="CORP", Param3=person(number)["Address"])), (t + 45, "core", 102, [], dict(a=20 + number))]]
    + [(900, "power", 41, D(BugcheckCode=0, BugcheckParameter1="0x0", SleepInProgress=0, PowerButtonTimestamp=0), dict(level=1)), (903, "evlog", (6008, 32768), U("14:04:51", "02.03.2026"), {}), (905, "evlog", (6005, 32768), U(""), dict(level=4))]
    + success(1500, "u1", "10.20.4.31", 31),
    "host-hang-resource;session-stuck",
    "RDS22-3",
    year=2025,
    culture="de-DE",
    dialect="viewer",
)
