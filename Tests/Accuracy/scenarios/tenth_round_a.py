"""A tenth set written blind, first part: session hosts and servers in their own logs, with a confirmed cause.

Each case says what its report told and where; names, times and addresses are invented, routine events added. The rules
were not looked at while writing.
"""

from .eighth_round_a_doubt import let_in
from .eighth_round_b import refused
from .events import D, U, c131, rcm
from .fifth_round_a import patched
from .fifth_round_b import person, worked
from .ninth_round_a import DAY, restarted, started, went
from .ninth_round_b import ended
from .providers import PROVIDERS
from .rounds import Round
from .third_round_reports import accepted, admin
from .threads_service import crash, scm, wrapper_crash
from .threads_session import lsm

ROUND = Round("tenth-a")
known = ROUND.known
PROVIDERS.update(
    {
        "certlife": (
            'Name="Microsoft-Windows-CertificateServicesClient-Lifecycle-System" Guid="{BC0669E1-A10D-4A78-834E-1CA3C806C93B}"',
            "Microsoft-Windows-CertificateServicesClient-Lifecycle-System/Operational",
        ),
    }
)


def lost_power(t, code="0", *parameters):
    """Kernel-Power 41 as the machine comes up again."""
    names = {f"BugcheckParameter{i + 1}": value for i, value in enumerate(parameters or ("0x0",) * 4)}
    more = dict(SleepInProgress=0, PowerButtonTimestamp=0, BootAppStatus=0, Checkpoint=0, ConnectedStandbyInProgress="false", SystemSleepTransitionsToOn=1, CsEntryScenarioInstanceId=0)
    return [(t, "power", 41, D(BugcheckCode=code, **names, **more), dict(level=1, version=5))]


# A credential provider's package on Windows 11 answers a logon of type 10 with 0x8007007A, "the data area passed to a system call is
# too small"; the audit names the package Teleport, and nothing else is logged. github.com/gravitational/teleport/issues/34976
known(
    "data-area-too-small",
    "auth-package-failure",
    [
        e
        for i, t in enumerate((0, 61, 900))
        for e in accepted(t, "win-pc", "192.168.1.2", 3 + i)
        + refused(t + 1.4, "win-pc", "0x8007007a", "0x0", "%%2304", "192.168.1.2", SubjectUserSid="S-1-5-18", SubjectUserName="WIN-PC$", SubjectDomainName="WORKGROUP", SubjectLogonId="0x3e7", TargetDomainName="win-pc", LogonType=10, LogonProcessName="User32 ", AuthenticationPackageName="Teleport", ProcessId="0x7d4", ProcessName="C:\\Windows\\System32\\svchost.exe")
        + ended(t + 2, 3 + i)
    ],
    "auth-bad-credentials",
    "WIN-PC",
    year=2023,
    dialect="viewer",
)
# After the rollup of May 2019 on a server of 2012 R2 Remote Desktop's service does not stay up: it falls in the wrapper at 2953, error 1067.
# github.com/stascorp/rdpwrap/issues/788
known(
    "rollup-of-may",
    "termservice-crash",
    worked(-3 * DAY, 1)
    + patched(-900, "2019-05 Paquete acumulativo mensual de seguridad para Windows Server 2012 R2 para sistemas basados en x64 (KB4499151)")
    + restarted(-200)
    + [
        e
        for i, t in enumerate((0, 75, 1500))
        for e in wrapper_crash(t, "6.3.9600.17415", "54504177", "0000000000002953", "e20", "01d50e867e4a92c8", f"7d2b50c5-7a79-11e9-80c{i}-0050569a3f11")
        + scm(t + 2, 7034, param1="Servicios de Escritorio remoto", param2=i + 1)
    ],
    "update-regression;termservice-down",
    "SRV-2012ES",
    year=2019,
    culture="es-ES",
    dialect="viewer",
)
# Windows 10 14393 with new offsets of a wrapper: the service falls at random and is restarted after 60000 milliseconds.
# github.com/stascorp/rdpwrap/issues/542
known(
    "at-random-after-hours",
    "termservice-crash",
    worked(-20000, 1)
    + [e for i, t in enumerate((0, 9100, 21000)) for e in let_in(t - 1500, 1, 3 + i) + scm(t, 7031, param1="Remote Desktop Services", param2=i + 1, param3=60000, param4=1, param5="Restart the service") + went(t + 60.2, "running")],
    "termservice-down",
    "LTSB-2016",
    year=2018,
    dialect="EvtxECmd",
)
# Windows 10 21H2 after updates: the service of Remote Desktop does not answer the request to start in time, error 1053.
# github.com/stascorp/rdpwrap/issues/1818
known(
    "not-in-time",
    "termservice-down",
    worked(-4 * DAY, 1)
    + patched(-1500, "2022-04 Cumulative Update for Windows 10 Version 21H2 for x64-based Systems (KB5012599)")
    + restarted(-400)
    + [e for t in (0, 150, 2600) for e in scm(t, 7009, param1="30000", param2="TermService") + scm(t + 0.02, 7000, param1="Remote Desktop Services", param2="%%1053")],
    "update-regression;termservice-crash",
    "DESK-21H2",
    year=2022,
    dialect="evtx_dump",
)
# The service of Remote Desktop may not be started, exit code 5: the account SYSTEM had no permission on the wrapper's folder.
# github.com/stascorp/rdpwrap/issues/215
known(
    "no-permission-on-the-folder",
    "termservice-down",
    worked(-2 * DAY, 2) + restarted(-90) + [e for t in (0, 44, 380) for e in scm(t, 7000, param1="Remotedesktopdienste", param2="%%5")],
    "",
    "BUERO-W10",
    year=2017,
    culture="de-DE",
    dialect="viewer",
)
# The grace period is over and nobody chose a licensing mode, 1069: it has to be chosen for the server to go on.
# learn.microsoft.com/previous-versions …/ee891144
known(
    "mode-was-never-chosen",
    "license-grace-expired",
    worked(-DAY, 1) + [e for t in (0, 3600, 7200) for e in admin(t, 1069)] + [e for i, t in enumerate((400, 460)) for e in accepted(t, f"u{i + 2}", person(i + 2)["Address"], 4 + i) + ended(t + 2, 4 + i, 0)],
    "license-server-unreachable;license-exhausted",
    "RDSH-08R2-L",
    year=2012,
    dialect="python-evtx",
)
# A licence server has no permanent licences left of the type a session host asks for, 21. technet.microsoft.com/library/ee890953
known(
    "none-of-the-type",
    "license-exhausted",
    [(t, "lic", (21, 32768), U("LIC-R2", "Windows Server 2008 R2 : RDS Per Device CAL", host), dict(level=3)) for t, host in ((0, "RDSH-3"), (900, "RDSH-1"), (1400, "RDSH-3"))],
    "license-grace-expired;license-server-unreachable",
    "LIC-R2",
    year=2013,
)
# A certificate was chosen for the listener whose private key the service cannot read, 1055; from then on the default one is used.
# technet.microsoft.com/library/ee891233
known(
    "key-cannot-be-read",
    "cert-private-key-acl",
    worked(-9000, 1) + restarted(-40) + rcm(0, (1055, 49152), "%%5") + [(3, "rcm", (1056, 16384), U("RDSH-KEY.corp.example"), dict(level=4))],
    "cert-key-missing;cert-configured-invalid;cert-client-rejects",
    "RDSH-KEY",
    year=2011,
    culture="fr-FR",
    dialect="viewer",
)
# The configured hash of the listener's certificate was not valid and the service set it back, 1059. technet.microsoft.com/library/cc775255
known(
    "hash-was-reset",
    "cert-configured-invalid",
    worked(-30000, 1) + restarted(-25) + rcm(0, (1059, 49152)) + worked(2500, 2, 44),
    "cert-key-missing;cert-client-rejects",
    "TS-08-HASH",
    year=2009,
    dialect="libevtx",
)
# Logons are refused since the terminal server is being drained, 1070. learn.microsoft.com/previous-versions …/cc727367
known(
    "being-drained",
    "drain-mode",
    worked(-9000, 1)
    + [e for i, t in enumerate((0, 33, 700)) for e in c131(t, person(i + 2)["Address"], 4 + i) + rcm(t + 2, (1070, 32768), level=3) + ended(t + 2.4, 4 + i, 0)]
    + lsm(900, 23, User="CORP\\u1", SessionID="3"),
    "",
    "TS-08-DRAIN",
    year=2010,
    dialect="evtx_dump",
)
# Windows 7: the machine sleeps and wakes, and the first connection from afar after that stops it with a blue screen.
# github.com/stascorp/rdpwrap/issues/274
known(
    "first-after-the-wake",
    "host-crash",
    [
        e
        for i, t in enumerate((0, 40000))
        for e in [(t - 9000, "power", 42, D(TargetState=5, EffectiveState=5, Reason=7, Flags=0), dict(level=4))]
        + [(t - 300, "pt", 1, D(SleepTime="2017-03-02T07:30:00.0000000Z", WakeTime="2017-03-02T09:55:00.0000000Z", SleepDuration=981, WakeDuration=1404, DriverInitDuration=902, BiosInitDuration=511, HiberWriteDuration=0, HiberReadDuration=0, HiberPagesWritten=0, Attributes=25601, TargetState=4, EffectiveState=4, WakeSourceType=0), dict(level=4))]
        + lost_power(t + 46, "59", "0xc0000005", "0xfffff8800fd7ab91", "0xfffff88006fa5f40", "0x0")
        + started(t + 50)
        + [(t + 58, "bugcheck", (1001, 16384), D(param1="0x0000003b (0x00000000c0000005, 0xfffff8800fd7ab91, 0xfffff88006fa5f40, 0x0000000000000000)", param2="C:\\Windows\\MEMORY.DMP", param3=f"081317-2215{i}-01"), {})]
    ],
    "display-driver-fault",
    "OLD-W7",
    year=2017,
)
# Since the updates of April 2024 the security authority of domain controllers falls with c0000005 and the machine restarts in a loop.
# runtimerebel.com/blog/windows-server-domain-controllers-hit-by-lsass-reboot-loops
known(
    "controller-in-a-loop",
    "host-reboot",
    patched(-40000, "2024-04 Cumulative Update for Windows Server 2022 (21H2) for x64-based Systems (KB5036909)")
    + [
        e
        for i, t in enumerate((0, 2400, 5100))
        for e in crash(t, "lsass.exe", "10.0.20348.2400", "1a6b2c3d", "KERBEROS.DLL", "10.0.20348.2400", "8b0c1d2e", "c0000005", "000000000003a1f2", "2b4", "01da9411c0a8e2d1", "C:\\Windows\\system32\\lsass.exe", "C:\\Windows\\system32\\KERBEROS.DLL", f"0c9d6f6e-1d2a-4f4b-9b1e-7a2f51b3c0e{i}", "", "")
        + [(t + 1, "wininit", (1015, 49152), U("C:\\Windows\\system32\\lsass.exe", "c0000005"), {})]
        + [(t + 1.5, "user32", (1074, 32768), D(param1="wininit.exe (DC-22A)", param2="DC-22A", param3="No title for this reason could be found", param4="0x50006", param5="restart", param6="The system process 'C:\\Windows\\system32\\lsass.exe' terminated unexpectedly with status code -1073741819.  The system will now shut down and restart.", param7="NT AUTHORITY\\SYSTEM"), dict(level=4))]
        + [(t + 62, "evlog", (6006, 32768), U(""), dict(level=4))]
        + started(t + 130)
    ],
    "host-crash;auth-package-failure;update-regression;auth-dc-unreachable",
    "DC-22A",
    year=2024,
)
# A domain whose machines may use only AES: the controller of the child domain has no key of that kind for the account, 14, and nobody of the
# other domain is let in. support.microsoft.com/help/4492348
known(
    "aes-only-in-the-child",
    "auth-package-failure",
    [(t, "kdc", (14, 49152), U("krbtgt", user, "1", "18  17  3", "23  -133  -128"), {}) for t, user in ((0, "Administrator"), (11, "Administrator"), (900, "m.holm"), (2100, "Administrator"))] + worked(-9000, 1),
    "auth-ntlm-blocked;auth-bad-credentials",
    "DC-CHILD",
    year=2018,
    dialect="EvtxECmd",
)
# A server of 2022 whose list of cipher suites was hardened: clients fail before they are asked for a password, 36874.
# progressiverobot.com/?p=111887
known(
    "after-the-hardening",
    "tls-no-common-cipher",
    worked(-2 * DAY, 1)
    + [(-4000, "gp", 1502, D(SupportInfo1=1, SupportInfo2=4004, ProcessingMode=0, ProcessingTimeInMilliseconds=2110, DCName="\\\\DC1.corp.example", NumberOfGroupPolicyObjects=4), dict(level=4))]
    + [e for i, t in enumerate((0, 20, 430)) for e in c131(t, person(i % 2 + 1)["Address"], 4 + i) + [(t + 0.2, "sch", 36874, D(Protocol="TLS 1.2"), {}), (t + 0.21, "sch", 36888, D(AlertDesc=40, ErrorState=1205), {})] + ended(t + 0.3, 4 + i)],
    "tls-version-disabled",
    "WEB-HARD22",
    year=2025,
    dialect="evtx_dump",
)
# The profile of a user was deleted by hand and its entry stayed: "the User Profile Service failed the logon", the profile cannot be loaded.
# support.microsoft.com/kb/947215
known(
    "profile-deleted-by-hand",
    "profile-load-failure",
    worked(-9000, 1)
    + [
        e
        for i, t in enumerate((0, 41))
        for e in accepted(t, "u2", person(2)["Address"], 4 + i)
        + [(t + 1.5, "prof", 1511, [], {}), (t + 1.9, "prof", 1500, D(Error="The system cannot find the file specified. "), {})]
        + lsm(t + 2.6, 23, User="CORP\\u2", SessionID=str(4 + i))
    ],
    "",
    "W7-ENT",
    year=2010,
    dialect="viewer",
    culture="en-US",
)
# Windows 11: with a mod for old themes the window manager falls now and then and the session is logged off: "because DWM crashed".
# github.com/ramensoftware/windhawk-mods/issues/1344
known(
    "logged-off-by-dwm",
    "display-driver-fault",
    [
        e
        for i, t in enumerate((0, 7300))
        for e in let_in(t - 1500, 1, 3 + i)
        + [e for j in range(3) for e in crash(t + j * 2.5, "dwm.exe", "10.0.22621.1", "7b2a0c5e", "uDWM.dll", "10.0.22621.2506", "f8a1c3b0", "c0000005", "0000000000030a51", f"1a{j}4", "01db4dfa3c1e2a10", "C:\\Windows\\System32\\dwm.exe", "C:\\Windows\\system32\\uDWM.dll", f"4e1f9c0a-2a2b-4d0b-9a7c-3f6d2c1b00{i}{j}", "", "")]
        + [(t + 5.4, "dwm", (9020, 16384), U("0x8898008d"), dict(level=4))]
        + lsm(t + 7, 23, User="CORP\\u1", SessionID="3")
    ],
    "session-process-crash",
    "RYZEN-22H2",
    year=2024,
)
# The machine does not wake by mouse or network every second time since the hypervisor is on; only the power button helps. As it goes to
# sleep a driver is named that stopped the transition. github.com/microsoft/WSL/issues/41119
known(
    "only-the-power-button",
    "host-sleep",
    worked(-20000, 1)
    + [
        (0, "power", 42, D(TargetState=4, EffectiveState=4, Reason=7, Flags=0, TransitionsToOn=3), dict(level=4, version=3)),
        (0.6, "power", 40, D(DriverNameLength=15, DriverName="\\Driver\\vpcivsp", InstanceNameLength=17, InstanceName="ROOT\\VPCIVSP\\0000"), {}),
        (30000, "power", 107, D(TargetState=4, EffectiveState=4, WakeFromState=4, ProgrammedWakeTimeAc="1601-01-01T00:00:00.0000000Z", ProgrammedWakeTimeDc="1601-01-01T00:00:00.0000000Z"), dict(level=4)),
        (30002, "pt", 1, D(SleepTime="2026-03-02T10:00:00.0000000Z", WakeTime="2026-03-02T18:20:00.0000000Z", SleepDuration=1104, WakeDuration=1210, DriverInitDuration=640, BiosInitDuration=1402, HiberWriteDuration=0, HiberReadDuration=0, HiberPagesWritten=0, Attributes=25604, TargetState=4, EffectiveState=4, WakeSourceType=1, WakeSourceTextLength=0, WakeSourceText=""), dict(level=4, version=3)),
    ]
    + worked(30500, 1, 46),
    "host-unreachable;host-hang-resource",
    "AM5-BOX",
)
# Whoever connects with the same account from a second machine takes the session: 40 with reason 5 on the session that was there.
# ponderthebits.com/2018/02/windows-rdp-related-event-logs-identification-tracking-and-investigation
known(
    "taken-by-the-second",
    "session-replaced",
    let_in(-4000, 1, 3)
    + lsm(-3996, 22, **person(1))
    + [
        e
        for i, t in enumerate((0, 140))
        for e in accepted(t, "u1", f"10.20.9.{71 - i}", 5 + i) + lsm(t + 1.2, 40, Session="3", Reason="5") + lsm(t + 1.3, 25, User="CORP\\u1", SessionID="3", Address=f"10.20.9.{71 - i}")
    ],
    "",
    "JUMP-16",
    year=2018,
    dialect="python-evtx",
)
