"""An eighth set written blind, first part: session hosts and servers, as administrators post them, with a confirmed cause.

Each case says what its report told and where; names, times and addresses are invented, routine events added. The rules
were not looked at while writing.
"""

from .events import D, U, c131
from .fifth_round_a import logon_failed, patched
from .fifth_round_b import person, worked
from .providers import PROVIDERS
from .rounds import Round
from .seventh_round_a import DAY, restarted, started, unclean
from .sixth_round_a import old_logon, old_routine
from .third_round_reports import accepted, admin
from .threads_service import crash, scm, wrapper_crash
from .threads_session import lsm

ROUND = Round("eighth-a")
known = ROUND.known
PROVIDERS.update(
    {
        "drwatson": ('Name="DrWatson"', "Application"),
        "bugcheck": ('Name="Microsoft-Windows-WER-SystemErrorReporting" Guid="{ABCE23E7-DE45-4366-8631-84FA6C525952}" EventSourceName="BugCheck"', "System"),
    }
)
SUPPORT = "MicrosoftDocs/SupportArticles-docs"  # a repository on GitHub


def reported(t, *values):
    """What Windows Error Reporting writes of a crash, with the parameters P1 to P8."""
    return [(t, "report", (1001, 0), U("", "0", "APPCRASH", "Not available", "0", *values, "", "", "", "", "0", "5efbdb96-de9f-4254-b259-1beea7137fc7", "96"), dict(level=4))]


# Since GameInput 3.3.221.0 is installed dwm.exe falls in combase.dll when the machine of 25H2 is reached by Remote Desktop, eight times
# of ten, and never at the console; without it, all is well. github.com/microsoftconnect/GameInput/issues/39
known(
    "never-at-the-console",
    "display-driver-fault",
    lsm(-60000, 21, User="RIG25\\joey", SessionID="1", Address="LOCAL")
    + lsm(-40000, 23, User="RIG25\\joey", SessionID="1")
    + [(-9000, "installer", (1033, 0), U("Microsoft GameInput", "3.3.221.0", "1033", "0", "Microsoft Corporation", "(NULL)", ""), dict(level=4))]
    + [
        e
        for i, t in enumerate((0, 70, 1900))
        for e in accepted(t - 5, "joey", "192.168.7.20", 3 + i)
        + lsm(t - 3, 21, User="RIG25\\joey", SessionID=str(2 + i), Address="192.168.7.20")
        + crash(t, "dwm.exe", "10.0.26100.8521", "3af3fbb2", "combase.dll", "10.0.26100.8521", "fd0b1d38", "c0000005", "000000000019f108", f"0x{1272 + i * 96:X}", "0x1DCFE0B1F3C5A11", "C:\\WINDOWS\\system32\\dwm.exe", "C:\\WINDOWS\\System32\\combase.dll", f"aaba092d-a2f0-4c1a-a88a-866de92ed03{i}", "", "")
    ],
    "session-process-crash;update-regression",
    "RIG25",
    dialect="evtx_dump",
)
# After an update of the stack in April 2022 the service does not start: it did not respond in a timely fashion; the session manager
# says 17, "start failed", 0x8007041D. A scanner is suspected beside. github.com/stascorp/rdpwrap/issues/1821
known(
    "not-in-timely-fashion",
    "termservice-down",
    worked(-4 * DAY, 2)
    + patched(-3000, "2022-04 Servicing Stack Update for Windows 10 Version 21H2 for x64-based Systems (KB5011352)")
    + restarted(-600)
    + [e for t in (0, 410, 1600) for e in scm(t - 45, 7009, param1=45000, param2="Remote Desktop Services") + scm(t - 44.9, 7000, param1="Remote Desktop Services", param2="%%1053") + lsm(t - 30, 17, Param1="0x8007041D")],
    "update-regression;termservice-crash",
    "WIN10-SRV",
    year=2022,
    dialect="EvtxECmd",
)
# The service falls as soon as a wrapper of another maker is installed; the last update is blamed too. The event in German.
# github.com/loyejaotdiqr47123/rdpwrap/issues/13
known(
    "as-soon-as-installed",
    "termservice-crash",
    patched(-2 * DAY, "2024-04 Kumulatives Update für Windows 11 für x64-basierte Systeme (KB5036894)")
    + [e for i in range(3) for e in wrapper_crash(i * 65, "10.0.22000.2600", "86a2ea8d", "000000000007d121", "2f4", "01da8cab9369e347", "7d4376f6-0100-461b-91a6-2de9119d3c91", wrapper=("0.0.0.0", "65d1bab3"), system="C:\\WINDOWS\\System32")],
    "termservice-down;update-regression",
    "STUBE11",
    year=2024,
    culture="de-DE",
    dialect="viewer",
)
# Printers of clients are kept in the registry of a terminal server of 2003 until its hive has grown too large: Srv 2020, the paged pool
# is empty, Userenv 1000 at logons. Microsoft KB 906952 (mskb.pkisolutions.com)
known(
    "printers-fill-the-pool",
    "host-hang-resource",
    old_routine(-9000, 9000)
    + old_logon(-7000, "lena", "TS-ALT", "10.71.2.20")
    + [(t, "srv", (2020, 49152), U("\\Device\\LanmanServer"), dict(bin="0000040001005400000000000e4070c00000000009a0000c")) for t in (0, 300, 2600)]
    + [(t, "userenv", (1000, 49152), U("RegLoadKey failed. Return value Insufficient system resources exist to complete the requested service.  for C:\\Documents and Settings\\marek\\ntuser.dat."), {}) for t in (410, 450)],
    "profile-load-failure",
    "TS-ALT",
    noise=0,
    year=2007,
    dialect="old",
)
# A licence server of 2012 R2 is restarted and its service does not start, ESENT 623 of a svchost: the version store is full, a table of
# its database too large. SUPPORT …/remote/remote-desktop-licensing-service-not-star.md
known(
    "version-store-full",
    "license-server-unreachable",
    restarted(-300)
    + [e for t in (0, 620) for e in [(t, "esent", (623, 0), U("svchost", "1844,R,0", "TermServLicensing: ", "1844", "0", "2", "2", "0"), {})] + scm(t + 30, 7009, param1=30000, param2="Remote Desktop Licensing") + scm(t + 30.1, 7000, param1="Remote Desktop Licensing", param2="%%1053")],
    "license-exhausted;license-grace-expired;license-certificate-corrupt",
    "RDLIC-12",
    year=2016,
)
# A terminal server of NT 4: userinit.exe falls at each logon with c0000005 at 77f901b3 and the client is disconnected; a value without a
# name among the times of its ini files. SUPPORT …/remote/0xc0000005-terminal-server-client.md (KB 240992)
known(
    "value-without-a-name",
    "session-process-crash",
    old_routine(-9000, 9000)
    + [(t, "drwatson", (4097, 49152), U(f"The application, userinit.exe, generated an application error The error occurred on  3/ 2/1999 @ {clock} The exception generated was c0000005 at address 77f901b3 (RtlAllocateHeap) "), dict(level=4)) for t, clock in ((0, "10: 0: 0.114"), (55, "10: 0:55.430"), (1260, "10:21: 0.007"))],
    "profile-load-failure",
    "WTS-4",
    noise=0,
    year=1999,
    dialect="old",
)
# Windows 7 sleeps (S3) and is woken; the first connection by Remote Desktop stops it with 0F. A wrapper is installed.
# github.com/stascorp/rdpwrap/issues/205
known(
    "wakes-then-stops",
    "host-crash",
    [
        e
        for i, t in enumerate((0, 9000))
        for e in [(t - 2600, "power", 42, D(TargetState=4, EffectiveState=4, Reason=0), dict(level=4)), (t - 60, "pt", 1, D(SleepTime="2017-03-02T09:16:40.000000000Z", WakeTime="2017-03-02T09:59:00.000000000Z", SleepDuration=1, WakeDuration=1), dict(level=4))]
        + accepted(t, "collin", "192.168.1.14", 3 + i)
        + started(t + 95)
        + [(t + 92, "power", 41, D(BugcheckCode=15, BugcheckParameter1="0xfffffa800c7a1b60", BugcheckParameter2="0x0", BugcheckParameter3="0x0", BugcheckParameter4="0x0", SleepInProgress="false", PowerButtonTimestamp=0), dict(level=1))]
        + [(t + 95.1, "evlog", (6008, 32768), U("10:00:21 AM", "‎3/‎2/‎2017", "", "", "9911", "", ""), {})]
        + [(t + 110, "bugcheck", (1001, 16384), D(param1="0x0000000f (0xfffffa800c7a1b60, 0x0000000000000000, 0x0000000000000000, 0x0000000000000000)", param2="C:\\Windows\\MEMORY.DMP", param3=f"030217-2190{i}-01"), {})]
    ],
    "display-driver-fault",
    "SEVEN-S3",
    year=2017,
    dialect="libevtx",
)
# After KB4056892 the service of remote desktops cannot be started, "error 5: access denied"; without the wrapper it can.
# github.com/stascorp/rdpwrap/issues/387
known(
    "fault-five",
    "termservice-down",
    worked(-2 * DAY, 1)
    + patched(-4000, "2018-01 Kumulatives Update für Windows 10 Version 1709 für x64-basierte Systeme (KB4056892)")
    + restarted(-800)
    + scm(-700, 7023, param1="Remotedesktopdienste", param2="%%5")
    + scm(0, 7023, param1="Remotedesktopdienste", param2="%%5")
    + scm(14, 7023, param1="Remotedesktopdienste", param2="%%5"),
    "update-regression;termservice-crash",
    "TOWER-1709",
    year=2018,
    culture="de-DE",
    dialect="viewer",
)
# A laboratory's controller goes down for no reason, again and again: 1074, reason 0x80000000, "the license period for this
# installation of Windows has expired". github.com/MicrosoftDocs/microsoft-365-docs/issues/379
known(
    "license-period-expired",
    "host-reboot",
    [e for i in range(3) for e in started(i * 5000 - 3700) + lsm(i * 5000 - 2900, 21, User="HYD\\labadmin", SessionID="2", Address="10.0.0.101") + [(i * 5000, "user32", (1074, 32768), D(param1="C:\\Windows\\system32\\wlms\\wlms.exe (HYD-DC1)", param2="HYD-DC1", param3="Other (Planned)", param4="0x80000000", param5="shutdown", param6="The license period for this installation of Windows has expired. The operating system is shutting down.", param7="NT AUTHORITY\\SYSTEM"), dict(level=4)), (i * 5000 + 9, "evlog", (6006, 32768), U(""), dict(level=4))]],
    "license-grace-expired;admin-disconnect",
    "HYD-DC1",
    year=2019,
)
# "The terminal server received large number of incomplete connections. The system may be under attack." The page also asks to look
# at the way to the controllers. technet.microsoft.com/library/ee891040
known(
    "incomplete-connections",
    "brute-force-saturation",
    worked(-9000, 1) + [e for t in (0, 900, 5000, 11000) for e in admin(t, 1006)] + worked(6000, 2, 41),
    "connection-limit;auth-dc-unreachable",
    "RDSH-2008R2",
    year=2012,
    dialect="python-evtx",
)
# Older protocols were switched off by a policy and the machine of the cloud lets nobody in by Remote Desktop: 36871, the server
# credential, 10013. learn.microsoft.com/troubleshoot/azure/virtual-machines/event-id-troubleshoot-vm-rdp-connecton, scenario 2
known(
    "server-credential",
    "tls-version-disabled",
    worked(-2 * DAY, 1)
    + restarted(-4000)
    + [(t, "sch", 36871, D(Type="client", ErrorState=10013), {}) for t in (-3800, -3100)]
    + [e for i, t in enumerate((0, 21, 400, 2000)) for e in c131(t, "10.20.4.61", 6 + i) + [(t + 0.1, "sch", 36871, D(Type="server", ErrorState=10013), {})]],
    "tls-no-common-cipher;fips-or-encryption-level-mismatch",
    "AZ-APP1",
    year=2021,
    order="newest first",
)
# Nobody else is at home and still "the referenced account is currently locked out"; told to look for 4740: failed logons of others
# count. github.com/stascorp/rdpwrap/issues/2572
known(
    "home-alone",
    "auth-account-locked",
    worked(-30000, 1)
    + [e for i in range(5) for e in logon_failed(-700 + i * 45, TargetUserName="eliezer", TargetDomainName="DESK-HOME", Status="0xc000006d", SubStatus="0xc000006a", LogonType=3, LogonProcessName="NtLmSsp ", AuthenticationPackageName="NTLM", WorkstationName="NAS", ProcessId="0x0", ProcessName="-", IpAddress="192.168.1.30", IpPort=0)]
    + [(-519, "sec", 4740, D(TargetUserName="eliezer", TargetDomainName="NAS", TargetSid="S-1-5-21-1049297961-3057247634-349289542-1001", SubjectUserSid="S-1-5-18", SubjectUserName="DESK-HOME$", SubjectDomainName="WORKGROUP", SubjectLogonId="0x3e7"), dict(level=0))]
    + [e for t in (0, 31) for e in c131(t, "192.168.1.12", 9) + logon_failed(t + 0.8, TargetUserName="eliezer", TargetDomainName="DESK-HOME", Status="0xc0000234", SubStatus="0x0", FailureReason="%%2307", LogonType=3, LogonProcessName="NtLmSsp ", AuthenticationPackageName="NTLM", WorkstationName="LAPTOP", ProcessId="0x0", ProcessName="-", IpAddress="192.168.1.12", IpPort=0)],
    "auth-bad-credentials;brute-force-saturation",
    "DESK-HOME",
    year=2024,
)
# With "do not display the last user name" the logon screen falls in the provider of credentials again and again, the screen only
# flashes. Only the report of it is in the log. github.com/microsoft/Windows-classic-samples/issues/4
known(
    "screen-only-flashes",
    "session-process-crash",
    [e for i in range(6) for e in reported(i * 4, "LogonUI.exe", "10.0.10586.0", "5632d88c", "SampleV2CredentialProvider.dll", "0.0.0.0", "56cc64dd", "c0000005", "0000000000003086")],
    "auth-package-failure;display-driver-fault",
    "TEST-10586",
    year=2016,
    dialect="utf-16",
)
# lsass.exe falls in ntdll.dll after an update of a sandbox on Windows 7, "Windows will restart in one minute", and it does.
# The events in Spanish. github.com/sandboxie-plus/Sandboxie/issues/4346
known(
    "one-minute",
    "host-reboot",
    worked(-7000, 1)
    + [(-400, "installer", (1033, 0), U("Sandboxie-Plus", "1.14.10", "1034", "0", "Sandboxie-Plus.com", "(NULL)", ""), dict(level=4))]
    + lsm(-60, 21, User="NETBOOK\\ana", SessionID="2", Address="192.168.1.9")
    + crash(0, "lsass.exe", "6.1.7601.18933", "55a68b8d", "ntdll.dll", "6.1.7601.18933", "55a69d9f", "c0000005", "000576e4", "27c", "01db2ad01e294abf", "C:\\Windows\\system32\\lsass.exe", "C:\\Windows\\SYSTEM32\\ntdll.dll", "8f86defd-96c8-11ef-96b8-00e048003b9c")
    + [(1, "wininit", (1015, 49152), U("C:\\Windows\\system32\\lsass.exe", "c0000005"), {}), (1.2, "user32", (1074, 32768), D(param1="wininit.exe", param2="NETBOOK", param3="No se encontró ningún título para este motivo", param4="0x50006", param5="reiniciar", param6="El proceso del sistema 'C:\\Windows\\system32\\lsass.exe' finalizó inesperadamente con el código de estado -1073741819. El sistema se cerrará y reiniciará.", param7=""), dict(level=4))]
    + started(130),
    "auth-package-failure;session-process-crash;host-crash;update-regression",
    "NETBOOK",
    culture="es-ES",
    dialect="viewer",
    year=2024,
)
# A black screen and "the user profile service failed to log on, the user profile could not be loaded" on 25H2.
# github.com/stascorp/rdpwrap/issues/4237
known(
    "profile-service-failed",
    "profile-load-failure",
    worked(-DAY, 1)
    + [e for i, t in enumerate((0, 46)) for e in accepted(t - 3, "yan", "192.168.0.18", 5 + i) + [(t, "prof", (1500, 0), U("The system cannot find the file specified.\r\n"), {})] + lsm(t + 6, 23, User="BOX25\\yan", SessionID=str(4 + i))],
    "session-process-crash",
    "BOX25",
    dialect="EvtxECmd",
)
# Images of virtual desktops that were away from the domain too long: the machine says 5721, no account for this computer.
# github.com/EUCweb/BIS-F/issues/99
known(
    "image-away-too-long",
    "auth-trust-broken",
    restarted(-200)
    + [(t, "netlogon", (5721, 0), U("CORP", "\\\\DC2.corp.example", "CORP"), {}) for t in (-20, 900, 1800)]
    + [e for i in (1, 2) for e in c131(400 + i * 60, person(i)["Address"], 3 + i) + logon_failed(401 + i * 60, TargetUserName=f"u{i}", TargetDomainName="CORP", Status="0xc000018b", SubStatus="0x0", LogonType=3, LogonProcessName="NtLmSsp ", AuthenticationPackageName="NTLM", WorkstationName="THIN-4", ProcessId="0x0", ProcessName="-", IpAddress=person(i)["Address"], IpPort=0)],
    "auth-dc-unreachable",
    "XD-W10-07",
    year=2019,
)
# For hours or days all is well, then the connection is made and ends at once, Winlogon 4005 each time; at the keyboard the logon spins
# too, only the power switch helps; without the wrapper as well. github.com/stascorp/rdpwrap/issues/282
known(
    "then-it-spins",
    "session-process-crash",
    worked(-DAY, 1)
    + worked(-30000, 1, 41)
    + [e for i, t in enumerate((0, 20, 55)) for e in accepted(t, "hovee", "192.168.1.40", 6 + i) + [(t + 2, "winlogon", (4005, 49152), U(""), {}), (t + 2.3, "core", 102, [], dict(a=6 + i))]]
    + unclean(900, "‎10:12:44 AM"),
    "session-stuck;host-hang-resource;host-crash;display-driver-fault;termservice-crash",
    "PLEX-1703",
    year=2017,
)
# A server of 2012 R2 loses its connections after two weeks, each time: Tcpip 4227, then 4231; new connections to the database
# fail, a restart of the mail service helps for a while. serverdevworker.com/826451f1f
known(
    "every-two-weeks",
    "tcp-port-exhaustion",
    worked(-3 * DAY, 1)
    + [(t, "tcpip", (4227, 32768), U("", ""), dict(level=3)) for t in (-5000, -2100, -800)]
    + [(t, "tcpip", (4231, 32768), U("", ""), dict(level=3)) for t in (0, 60, 1200)]
    + [(1300, "netlogon", 5719, U("CORP", "%%1311"), {})],
    "network-service-failed;auth-dc-unreachable",
    "MAIL-12R2",
    year=2015,
    dialect="libevtx",
)
# Windows restarts by itself after a session is opened, on several builds: "you will be disconnected", then the machine goes
# down. github.com/stascorp/rdpwrap/issues/1126
known(
    "restarts-after-logon",
    "host-reboot",
    worked(-4 * DAY, 1)
    + patched(-2 * DAY, "2020-07 Cumulative Update for Windows 10 Version 2004 for x64-based Systems (KB4565503)")
    + [e for i, t in enumerate((0, 4000)) for e in accepted(t, "psy", "192.168.2.5", 3 + i) + lsm(t + 2, 21, User="PSY\\psy", SessionID=str(2 + i), Address="192.168.2.5") + lsm(t + 70, 24, User="PSY\\psy", SessionID=str(2 + i), Address="192.168.2.5") + [(t + 71, "kg", 13, D(StopTime="2020-03-02T10:01:11.0000000Z"), dict(level=4))] + restarted(t + 132)],
    "update-regression;session-process-crash;termservice-crash;admin-disconnect;host-crash",
    "PSY",
    year=2020,
)
# Some seventy people on a terminal server of 2008 R2: at the busiest hour new ones get 1500, "insufficient system resources exist
# to complete the requested service"; pools and heaps of sessions, not the memory. serverdevworker.com/4494534ef
known(
    "busiest-hour",
    "host-hang-resource",
    [e for i in range(8) for e in lsm(-6000 + i * 200, 21, **person(i + 1, i + 60)) + lsm(-5998 + i * 200, 22, **person(i + 1, i + 60))]
    + [(t, "prof", (1500, 0), U("Insufficient system resources exist to complete the requested service. "), {}) for t in (0, 42, 610, 900)],
    "profile-load-failure",
    "TS-70",
    year=2012,
    dialect="EvtxECmd",
)
