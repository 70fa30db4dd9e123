"""The rest of the sixth set's first part: pages whose events leave the cause open, and false alarms."""

from .events import D, U, att, c131, conn, disc, success, ud
from .fifth_round_a import patched
from .fifth_round_b import failed_transition, person, worked
from .sixth_round_a import DAY, ROUND, old_logon, old_routine
from .third_round_doubt import session
from .third_round_reports import accepted
from .threads_service import scm
from .threads_session import lsm

open_ = ROUND.open_
healthy = ROUND.healthy


# After the update of February 2025 sessions on Server 2025 stop taking keys and mouse; people disconnect and come back, which
# is all the host logs. windowsforum.com/threads/windows-server-2025-rdp-freeze-post-update-causes-impacts-and-expert-fixes.362916
# (Corrected after the first run: the healthy session had events of the listener, which the others would then have had too.)
open_(
    "keys-and-mouse",
    patched(-2 * DAY, "2025-02 Cumulative Update for Microsoft server operating system version 24H2 for x64-based Systems (KB5051987)")
    + lsm(-3 * DAY, 21, **person(1))
    + lsm(-3 * DAY + 2, 22, **person(1))
    + lsm(-3 * DAY + 7000, 23, User=person(1)["User"], SessionID="3")
    + lsm(-600, 21, **person(1))
    + [e for t in (0, 700, 1500, 1900, 3100) for e in lsm(t, 24, **person(1)) + lsm(t + 22, 25, **person(1))],
    "update-regression;client-cancelled;path-lost-mid-session;udp-transport-failure;display-driver-fault;host-hang-resource",
    "W25-RDS",
    year=2025,
)
# Smart card logons to a terminal server of 2008 stop as soon as one user's transaction holds the cache of the provider.
# Microsoft KB 949538 (mskb.pkisolutions.com)
open_(
    "card-transaction",
    worked(-9000)
    + [e for number, t in ((1, 0), (2, 40), (3, 95)) for e in [(t, "rcmo", 1149, [], ud("EventXML", "Event_NS", Param1="", Param2="", Param3=person(number)["Address"])), (t + 190, "rcmo", 1149, [], ud("EventXML", "Event_NS", Param1="", Param2="", Param3=person(number)["Address"]))]],
    "auth-package-failure;session-stuck;host-hang-resource;client-cancelled;session-process-crash;auth-dc-unreachable;path-lost-mid-session",
    "TS08-CARD",
    year=2010,
)
# "Please wait" for up to an hour: Winlogon 6005 and 6006 for <GPClient>, CreateSession; WMI validated its whole repository.
# blog.solarfusion.co.uk/2011
open_("an-hour-of-please-wait", [(0, "winlogon", (6005, 32768), U("GPClient", "CreateSession"), dict(level=3)), (3370, "winlogon", (6006, 32768), U("GPClient", "3430", "CreateSession"), dict(level=3)), (9000, "winlogon", (6005, 32768), U("GPClient", "CreateSession"), dict(level=3)), (10900, "winlogon", (6006, 32768), U("GPClient", "1960", "CreateSession"), dict(level=3))], "host-hang-resource;policy-change;auth-dc-unreachable;session-stuck;profile-load-failure;session-process-crash;network-service-failed", "W7-LAB", year=2011)
# One machine of a lab drops its sessions several times an hour, 2308 on the client, the others on the same switch do not; a policy
# of the transports helped. deploymentresearch.com/remote-desktop-session-keeps-disconnecting-the-solution
open_("one-of-the-lab", session(-8000, "cm01", 1, 1500, 9) + [e for i, (t, length) in enumerate(((0, 540), (560, 1310), (1900, 250), (2300, 905))) for e in session(t, "mdt02", 2308, length, 11 + i)] + session(5000, "cm01", 1, 1200, 30), "path-lost-mid-session;udp-transport-failure;nat-idle-timeout;client-protocol-fault;protocol-stream-corruption;host-hang-resource;host-unreachable", "ADMIN-PC", year=2022)
# After patches and a restart no connection comes up until the server is restarted once more: the service had started before its
# driver. blog.adams-family.me.uk
open_("second-restart", session(-40000, "srv-app9", 1, 700, 9) + att(0, "srv-app9", 516, 21.4, 10) + att(70, "srv-app9", 516, 21.1, 11) + att(800, "srv-app9", 516, 21.2, 12) + session(2400, "srv-app9", 1, 700, 13), "termservice-down;tcp-refused;host-reboot;listener-bind-failed;rdp-disabled;tcp-filtered;host-unreachable;firewall-profile-flip;host-hang-resource;host-sleep", "ADM-NB", year=2013, dialect="evtx_dump")
# A virtual server of 2019: "Welcome", then the session closes without a word; drivers, updates and policies are all proposed.
# fr.ittrip.xyz/windows/rdp/rdp-logout-ws2019
open_(
    "welcome-and-out",
    worked(-60000)
    + [e for i, t in enumerate((0, 50, 400)) for e in accepted(t, "u2", "10.20.4.32", 3 + i) + lsm(t + 2, 21, **person(2)) + lsm(t + 3.2, 23, User="CORP\\u2", SessionID="4") + lsm(t + 3.3, 24, **person(2))],
    "profile-load-failure;session-process-crash;policy-change;auth-no-rdp-right;display-driver-fault;update-regression;session-limit-policy;admin-disconnect;client-cancelled;session-stuck;host-hang-resource",
    "SRV19-FR",
    culture="fr-FR",
    dialect="viewer",
    year=2024,
)
# TermDD 50 and Schannel 36888, alert 10, from addresses of the internet; afterwards people of one of them are shut out for two days.
# gist.github.com/1c787786f28a1c98c76d8eca8b949373, Russian questions gathered there
open_(
    "shut-out-for-two-days",
    worked(-30000) + [e for t in (0, 3, 700, 4100) for e in [(t, "sch", 36888, D(AlertDesc=10, ErrorState=1203), {}), (t + 0.1, "termdd", (50, 49162), U("", "X.224"), {})]],
    "protocol-stream-corruption;brute-force-saturation;tcp-filtered;tls-inspection;client-protocol-fault;non-rdp-listener;tls-version-disabled;security-layer-mismatch;path-lost-mid-session",
    "BUH-SRV",
    year=2016,
    culture="ru-RU",
    dialect="viewer",
)
# A user with a mandatory profile: "Class not registered (0x80040154)" on the host of 1709; an update mended it.
# MicrosoftDocs/SupportArticles-docs …/rdp-error-class-not-registered.md
open_(
    "class-not-registered",
    worked(-9000) + [e for i, t in enumerate((0, 60)) for e in accepted(t, "kiosk", "10.20.4.40", 3 + i) + failed_transition(t + 2, 5, "CsrConnected", "EvCsrInitialized", "0x80040154") + [(t + 3, "core", 102, [], dict(a=3 + i))]],
    "profile-load-failure;update-regression;session-stuck;session-process-crash;display-driver-fault;host-hang-resource;termservice-crash",
    "KIOSK-1709",
    year=2018,
)
# The connection stops for a minute and breaks, the second one succeeds; a call to the sound device blocked the client.
# MicrosoftDocs/SupportArticles-docs …/internal-error-has-occurred-connecting-remote-machine.md
open_(
    "a-minute-of-sound",
    [e for t, act in ((0, 3), (9000, 13)) for e in c131(t, "10.20.4.33", act) + [(t + 0.2, "core", 65, D(ConnectionName="RDP-Tcp#12"), dict(a=act, level=4)), (t + 60.4, "core", 102, [], dict(a=act)), (t + 60.5, "core", 103, D(ReasonCode="14"), dict(a=act))] + success(t + 75, "u3", "10.20.4.33", act + 1)],
    "client-plugin-fault;client-protocol-fault;path-lost-mid-session;mtu-blackhole;host-hang-resource;client-cancelled;auth-bad-credentials;brute-force-saturation",
    "W11-DESK",
    year=2024,
    dialect="EvtxECmd",
)
# Tcpip 4227, local endpoints used again too fast; ports, or only one program that opens and closes too many.
# theregime.wordpress.com/2013/12/03/event-id-4227
open_("endpoint-recently-used", [(t, "tcpip", (4227, 32768), U(""), dict(level=3)) for t in (-200, 0, 1900)] + att(30, "10.20.9.4", 516, 21, 3), "tcp-port-exhaustion;host-hang-resource;tcp-refused;tcp-filtered;host-unreachable;termservice-down;rdp-disabled;host-sleep;firewall-profile-flip", "APP-13", year=2013)
# Several people log on and stay at a start program of the management agent; its folder had to be emptied and the server restarted.
# support.quest.com/kb/4293374/slstart-exe-does-not-finish-not-allowing-users-to-logon
open_(
    "start-program",
    worked(-30000)
    + [e for number, t in ((2, 0), (3, 30), (4, 66)) for e in accepted(t, f"u{number}", f"10.20.4.{30 + number}", number) + lsm(t + 2, 21, **person(number)) + lsm(t + 310, 24, **person(number))]
    + [(900, "user32", (1074, 32768), D(param1="C:\\Windows\\system32\\shutdown.exe (TS-DA1)", param2="TS-DA1", param3="No title for this reason could be found", param4="0x800000ff", param5="restart", param6="", param7="CORP\\adm"), dict(level=4))],
    "host-hang-resource;session-stuck;profile-load-failure;session-process-crash;client-cancelled;path-lost-mid-session;policy-change;display-driver-fault;host-reboot",
    "TS-DA1",
    year=2019,
)
# The connection is lost, and each try to come back ends in "because of a security error"; the host still holds the first session.
# MicrosoftDocs/SupportArticles-docs …/rdp-client-disconnects-cannot-reconnect-same-session.md
open_("security-error-then-another", session(0, "rdsh-4", 2308, 1800, 3) + att(1809, "rdsh-4", 2310, 1.8, 4) + att(1830, "rdsh-4", 2310, 1.9, 5) + session(1900, "rdsh-4", 1, 2400, 6), "path-lost-mid-session;session-stuck;reconnect-failed;fips-or-encryption-level-mismatch;nat-idle-timeout;security-layer-mismatch;client-protocol-fault;cert-configured-invalid;host-hang-resource", "PC-131", year=2023)

# LSASRV 40961 for DNS/prisoner.iana.org: no reverse zone for private addresses, nothing else.
# blogs.technet.microsoft.com/jhoward/2005/04/20/resolving-event-id-40961-lsasrv-dnsprisoner-iana-org
healthy("prisoner", old_routine(-9000, 9000) + [(t, "lsasrv2003", (40961, 32768), U("DNS/prisoner.iana.org"), dict(level=3, bin="880300C0")) for t in (-4000, 0, 3600)] + old_logon(300, "joe", "TS-06", "10.40.4.10") + old_logon(2600, "ida", "TS-06", "10.40.4.9"), "", "TS-06", year=2005, noise=0)
# A controller right after its restart asks for itself before the directory is up: 40960 and 40961, then no more.
# Microsoft KB 824217 (mskb.pkisolutions.com)
healthy(
    "before-the-directory",
    old_routine(-9000, 9000)
    + [
        (-80, "evlog", (6006, 32768), U(""), dict(level=4)),
        (-2, "evlog", (6005, 32768), U(""), dict(level=4)),
        (9, "lsasrv2003", (40960, 32768), U("ldap/dca.acc.local", "Kerberos", '"There are currently no logon servers available to service the logon request.\r\n (0xc000005e)"'), dict(level=3, bin="5E0000C0")),
        (9.1, "lsasrv2003", (40961, 32768), U("ldap/dca.acc.local"), dict(level=3, bin="880300C0")),
    ]
    + old_logon(900, "adm", "DCA", "10.40.4.11")
    + old_logon(4000, "adm", "DCA", "10.40.4.11", "(0x0,0x9912A)"),
    "auth-dc-unreachable;host-reboot",
    "DCA",
    year=2004,
    noise=0,
)
# KDC 42 after the updates of November 2022: krbtgt has no strong keys; nobody has trouble signing in.
# dirteam.com/sander/2022/11/09/knowledgebase-you-experience-errors-with-event-id-42-and-source-kdcsvc-on-domain-controllers
healthy("weak-krbtgt", patched(-40000, "2022-11 Cumulative Update for Windows Server 2016 for x64-based Systems (KB5019964)") + [(t, "kdc", (42, 49152), U("krbtgt"), {}) for t in (-20000, 0, 3600)] + worked(-900) + worked(5000, 2, 12), "", "DC-OLD", year=2022)
# 4199 for the address 0.0.0.0 since a fix lets requests of machines without a lease through, and an application popup.
# Microsoft KB 178550 (library.thedatadungeon.com)
healthy("address-nought", old_routine(-9000, 9000) + [e for t in (0, 1300) for e in [(t, "tcpip", (4199, 49152), U("", "0.0.0.0", "00:60:97:3A:41:0C"), {}), (t + 0.4, "popup", (26, 16384), U("System Process - Windows NT Error", "The system has detected an IP address conflict with another system on the network."), dict(level=4))]] + old_logon(2000, "joe", "NT4-TS", "10.40.4.10"), "ip-address-conflict", "NT4-TS", year=2000, noise=0, dialect="old")
# A member with a gigabit card and 802.1x starts faster than its network: Netlogon 5719 and Group Policy 1129, then all is well.
# Microsoft KB 938449
healthy(
    "faster-than-its-network",
    [(-20, "evlog", (6005, 32768), U(""), dict(level=4)), (0, "netlogon", (5719, 0), U("CONTOSO", "%%1311"), dict(bin="5E0000C0")), (3, "gp", 1129, D(SupportInfo1=1, SupportInfo2=1548, ProcessingMode=0, ProcessingTimeInMilliseconds=1030, ErrorCode=1222, ErrorDescription="The network is not present or not started. "), {})]
    + [(70, "gp", 1502, D(SupportInfo1=1, SupportInfo2=4117, ProcessingMode=0, ProcessingTimeInMilliseconds=2210, DCName="\\\\DC2.contoso.example", NumberOfGroupPolicyObjects=9), dict(level=4))]
    + worked(900)
    + worked(4000, 2, 12),
    "auth-dc-unreachable",
    "TS-12R2",
    year=2015,
    culture="de-DE",
    dialect="viewer",
)
# An address is assigned, somebody pings it while the system still looks for a double: one 4199, the address is kept.
# Microsoft KB 948363 (ossmall.info)
healthy("pinged-too-early", scm(-3, 7036, param1="DHCP Client", param2="running") + [(0, "tcpip", (4199, 49152), U("", "10.20.1.77", "00-1A-2B-3C-4D-5E"), {})] + worked(400) + worked(3000, 2, 12), "ip-address-conflict", "VISTA-2", year=2008)
