"""A sixth set written blind, part c: causes our scenarios hold few of, told by other events or other machines.

Each case says what its report told and where it stands; names, times and addresses are invented, routine events added,
and the rules were not looked at while writing.
"""

from .events import D, U, att, c131, conn, disc, success, ud
from .fifth_round_a import DAY
from .fifth_round_b import person, worked
from .providers import PROVIDERS
from .rounds import Round
from .sites import at
from .third_round_reports import accepted, admin
from .threads_roles import gateway
from .threads_service import scm
from .threads_session import ended, lsm

ROUND = Round("sixth-c")
known = ROUND.known
PROVIDERS.update(
    {
        "lsm2008": ('Name="LSM"', "System"),
        "lic2003": ('Name="TermServLicensing"', "System"),
        "spnego": ('Name="LSASRV"', "System"),
        "profgen": (
            'Name="Microsoft-Windows-User Profiles General" Guid="{DB00DFB6-29F9-4A9C-9B3B-1F4F9E7D9770}"',
            "Application",
        ),
        "enroll": (
            'Name="Microsoft-Windows-CertificateServicesClient-CertEnroll" Guid="{54164045-7C50-4905-963F-E5BC1EEF0CCA}"',
            "Application",
        ),
    }
)
SUPPORT = "MicrosoftDocs/SupportArticles-docs"  # a repository on GitHub
DETECTION = "detection-wiki-staging.pages.dev"  # an encyclopaedia of events


def used(t, target, act, length=2500):
    """A connection seen by the client: up, logged on, closed by its user."""
    return conn(t, target, act) + [(t + 1.6, "client", 1025, [], dict(a=act)), (t + 3.2, "client", 1027, D(DomainName="CORP", SessionId=3), dict(a=act))] + disc(t + length, 2, act)


def old_logon(t, user, host, ip):
    """A logon as 2003 audits it, the form without names."""
    return [(t, "sec2003", (528, 0), U(user, "CORP", "(0x0,0x4A71C)", "10", "User32", "Negotiate", host, "-", host + "$", "CORP", "(0x0,0x3E7)", "3120", "-", ip, "1188"), dict(level=0))]


# What the client wrote.

# A container publishes 3389 and its owner connects to "localhost": "you already have a console session in progress", 0x708;
# 127.0.0.2 works. github.com/scottyhardy/docker-remote-desktop/issues/30, github.com/dockur/windows/issues/1256
known("container-on-localhost", "console-loop", used(-9000, "build-3", 3) + att(0, "localhost", 1800, 0.4, 5) + att(22, "127.0.0.1", 1800, 0.3, 6) + att(80, "localhost", 1800, 0.4, 7), "", "W11-301", year=2025, dialect="EvtxECmd")

# mstsc against xrdp: the log says 1798, disconnectReasonServerCertificateUnpackErr. github.com/neutrinolabs/xrdp/issues/195
known("unpacked-not", "cert-malformed", used(-20000, "win-ts.example", 2) + att(0, "linux-7.example", 1798, 1.1, 4) + att(40, "linux-7.example", 1798, 1.0, 5), "third-party-server-fault", "PC-302", year=2016)

# A manager of connections with CredSSP switched off in its settings: 2825 from each server that insists.
# github.com/mRemoteNG/mRemoteNG/issues/875
known("credssp-off-in-manager", "nla-required", used(-8000, "old2008.example", 2) + att(0, "srv-n1.example", 2825, 0.9, 4) + att(15, "srv-n2.example", 2825, 0.8, 5), "", "PC-303", year=2018, dialect="evtx_dump")

# A tool that starts programs through the client's control with a password of its own: 8455, fresh credentials required by
# the server, in a managed domain only. github.com/0xthirteen/SharpRDP/issues/9
known("fresh-credentials", "auth-delegation-policy", att(0, "fin-14.corp.example", 8455, 1.9, 4) + att(75, "fin-14.corp.example", 8455, 1.7, 5) + used(600, "fin-14.corp.example", 6), "", "PC-304", year=2020, culture="es-ES", dialect="viewer")

# The client's own event for a name: "DNS failed to resolve the server name (Error= …)", 1007. DETECTION
# …/microsoft-windows-terminalservices-clientactivexcore
known("name-of-the-client", "dns-failure", used(-30000, "ts-a.branch.example", 2) + [e for i, t in enumerate((0, 31)) for e in conn(t, "ts-b.branch.example", 4 + i) + [(t + 11, "client", 1007, D(ErrorCode=11001), dict(a=4 + i))]], "dns-stale-wrong-host", "PC-305", year=2014)

# Domain controllers and members.

# "The NetLogon component is not active", the audit of 2000 and 2003 that has its own number, 536.
# discmaster.textfiles.com/file/23508/W2KPRK.iso (messages of Windows 2000)
known("five-three-six", "netlogon-down", old_logon(-40000, "erik", "TS-OLD", "10.60.1.9") + [(t, "sec2003", (536, 0), U(user, "CORP", "10", "User32", "Negotiate", "TS-OLD", "-", "-", "-", "-", "-", "10.60.1.%d" % n, "2188"), dict(level=0)) for t, user, n in ((0, "erik", 9), (14, "erik", 9), (200, "lisa", 12))], "auth-dc-unreachable", "TS-OLD", year=2006)

# Netlogon was made to depend on a service that is not installed: 7003; the time service says 0x80070700 and Group Policy 1110.
# SUPPORT …/windows-security/troubleshoot-netlogon-service-startup-failures.md
known("depends-on-nothing", "netlogon-down", worked(-DAY, 1) + [(-40, "evlog", (6005, 32768), U(""), dict(level=4))] + scm(0, 7003, param1="Netlogon", param2="Contoso_Service") + [(9, "w32time", 159, D(ErrorMessage="0x80070700: An attempt was made to logon, but the network logon service was not started."), dict(level=3)), (15, "gp", 1110, D(SupportInfo1=1, SupportInfo2=1632, ProcessingMode=0, ProcessingTimeInMilliseconds=1200, ErrorCode=1355, ErrorDescription="The specified domain either does not exist or could not be contacted."), {})], "auth-dc-unreachable;network-service-failed", "TS-307", year=2025, dialect="viewer")

# Large Kerberos packets by UDP are cut into pieces that a VPN loses: NETLOGON 5719, SPNEGO 40960 and Kerberos 10 on XP and
# 2003; nobody logs on there. SUPPORT …/windows-security/force-kerberos-use-tcp-instead-udp.md
known("tickets-by-udp", "auth-dc-unreachable", old_logon(-90000, "mona", "TS-VPN", "10.60.2.4") + [(0, "netlogon", (5719, 0), U("CONTOSO", "%%1311"), dict(bin="5E0000C0")), (6, "spnego", (40960, 32768), U("ldap/dc2.contoso.example", '"There are currently no logon servers available to service the logon request.\r\n (0xc000005e)"'), dict(level=3)), (8, "kerb2003", (10, 49152), U(""), dict(level=3)), (900, "netlogon", (5719, 0), U("CONTOSO", "%%1311"), dict(bin="5E0000C0"))], "mtu-blackhole;netlogon-down;auth-trust-broken", "TS-VPN", year=2005)

# Winlogon 4002: the hours of the account are over, the session is locked, disconnected or logged off as the policy says.
# technet.microsoft.com/library/cc733989
known("hours-are-over", "auth-logon-hours", worked(-20000, 2) + success(-9000, "u1", "10.60.2.11", 11)[:-1] + lsm(-8997, 21, **person(1, ip="10.60.2.11")) + [(0, "winlogon", (4002, 32768), U("u1", "CORP"), dict(level=3))] + lsm(0.6, 24, **person(1, ip="10.60.2.11")) + ended(0.9, 2, 11), "session-limit-policy", "TS-309", year=2010, dialect="libevtx")

# TermDD 56 with C000006F in its last bytes: the account has time restrictions and may not log on now.
# blogs.technet.com/b/askperf/archive/2010/03/25 (The curious case of event ID 56)
known("hours-in-the-data", "auth-logon-hours", worked(-7000, 2) + [(t, "termdd", (56, 49162), U("\\Device\\Termdd", "10.60.2.14"), dict(bin="00000400010000000000000038000AC00000000038000AC0000000000000000000000000000000006F0000D0")) for t in (0, 12, 340)], "", "TS-310", year=2010, dialect="viewer")

# "The security package … generated an exception", LsaSrv 5000: LSASS has switched the package off until the next start.
# support.microsoft.com/help/828873
known("package-switched-off", "auth-package-failure", worked(-6000, 1) + [(0, "lsa", (5000, 0), D(Package="CREDSSP"), dict(bin="050000C00000000000000000A1B3C7FEFB7F0000"))] + [e for i, t in enumerate((90, 130, 700)) for e in c131(t, "10.60.2.17", 21 + i) + [(t + 0.8, "core", 102, [], dict(a=21 + i, level=4)), (t + 0.81, "core", 103, D(ReasonCode=14), dict(a=21 + i, level=4))]], "", "TS-311", year=2019)

# Hosts, their service and their listener.

# After an upgrade to 2008: DCOM 10005 with 1297 for TermService and LSM 1048, "a privilege that the service requires …".
# mskb.pkisolutions.com/kb/946399
known("missing-privilege", "termservice-down", [(-30, "evlog", (6005, 32768), U(""), dict(level=4)), (0, "lsm2008", (1048, 49152), U("%%1297"), {}), (4, "dcom", (10005, 49152), D(param1="1297", param2="TermService", param3="", param4="{F9A874B6-F8A8-4D73-B5A8-AB610816828B}"), {})], "", "TS-2008U", year=2008)

# A machine with a RemoteFX adapter whose firewall rule is off: LSM 17, 0x800706b5, and nobody connects.
# SUPPORT …/remote/cannot-connect-to-vdi-remote-computer.md (KB 2820155)
known("adapter-of-the-pool", "termservice-down", worked(-50000, 3) + [(-25, "evlog", (6005, 32768), U(""), dict(level=4))] + lsm(0, 17, Param1="0x800706B5"), "tcp-filtered;display-driver-fault;termservice-crash;firewall-profile-flip", "VDI-313", year=2013, dialect="python-evtx")

# A virus scanner takes a wrapper for malware and takes the key of TermService away with it; the service is not even listed.
# github.com/stascorp/rdpwrap/issues/940
known("cleaned-away", "termservice-down", worked(-DAY, 1) + [(-60, "evlog", (6006, 32768), U(""), dict(level=4)), (-20, "evlog", (6005, 32768), U(""), dict(level=4))] + scm(0, 7003, param1="Remote Desktop Services UserMode Port Redirector", param2="TermService"), "", "WIN7-314", year=2019)

# LSM 34: "Remote Desktop Services is not accepting logons because setup is running"; an article names the values Sysprep leaves.
# DETECTION …-localsessionmanager, SUPPORT …/remote/remote-desktop-cannot-connect-remote-computer.md
known("setup-is-running", "drain-mode", lsm(-90, 32, messageName="SessionEnv") + c131(0, "10.60.3.4", 3) + [(0.5, "core", 98, [], dict(a=3, level=4)), (0.9, "lsm", 34, [], dict(level=3)), (1.1, "core", 103, D(ReasonCode=0), dict(a=3, level=4))] + c131(60, "10.60.3.4", 4) + [(60.5, "core", 98, [], dict(a=4, level=4)), (60.9, "lsm", 34, [], dict(level=3)), (61.1, "core", 103, D(ReasonCode=0), dict(a=4, level=4))], "rdp-disabled;termservice-down;host-reboot", "GOLD-315", year=2023)

# 1057, "Key not valid for use in specified state": of all advice only moving the machine keys away and new permissions helped.
# blogs.technet.microsoft.com/the_9z_by_chris_davis/2014/02/20
known("state-of-the-key", "cert-key-missing", worked(-3 * DAY, 1) + [(t, "rcm", (1057, 49152), U("%%2148073483"), {}) for t in (0, 7, 3600)], "cert-private-key-acl;cert-expired-not-renewed", "SRV-316", year=2014, dialect="EvtxECmd")

# The host was taken out of a farm but still asks its broker: error 3, extended 7A; WID and the broker are disabled.
# a6n.co.uk/2025/12/rdp-locked-out-solving-ghost-connection.html
known(
    "ghost-of-a-farm",
    "broker-unavailable",
    at("APP-317", worked(-2 * DAY, 1) + scm(-300, 7001, param1="Remote Desktop Connection Broker", param2="Windows Internal Database", param3="%%1058") + accepted(0.6, "adm", "10.60.3.9", 5) + [(4, "core", 103, D(ReasonCode=0), dict(a=5, level=4))])
    + at("PC-317", att(0, "app-317", 3, 4.6, 5) + att(40, "app-317", 3, 4.1, 6)),
    "broker-database-failure;broker-redirect-failed;broker-host-not-joined",
    "PC-317",
    year=2025,
    split="host",
)

# TermDD 50, component X.224: people of an encyclopaedia name an overlay network, a virus scanner, another network's client, old
# files and a new listener. eventid.net/display-eventid-50-source-TermDD-eventno-606-phase-1.htm
known("component-x224", "protocol-stream-corruption", old_logon(-5000, "olga", "TS-318", "10.60.3.20") + [(t, "termdd", (50, 49162), U("", "X.224"), dict(bin="0000000002002C000000000032000AC00000000032000AC00000000000000000000000000000000000000000")) for t in (0, 95, 4100)], "license-certificate-corrupt;client-protocol-fault;fips-or-encryption-level-mismatch;path-lost-mid-session", "TS-318", year=2007)

# A guest of a cluster whose role goes offline while somebody's locked screen refuses the shutdown is switched off: 6008.
# blogs.technet.microsoft.com/askcorejp/2018/02/26/vmshutdown
known("refused-to-stop", "host-crash", worked(-9000, 1) + success(-3000, "u2", "10.60.3.31", 12)[:-1] + lsm(-2997, 21, **person(2, ip="10.60.3.31")) + [(0, "kg", 12, D(MajorVersion=10, MinorVersion=0, BuildVersion=14393, QfeVersion=2035, ServiceVersion=0, BootMode=0, StartTime="2026-03-02T10:00:00.5000000Z"), dict(level=4)), (9, "evlog", (6008, 32768), U("18:41:07", "2018/02/25", "", "", "211", "", ""), dict(bin="E207020000001900120029000700")), (9.2, "evlog", (6005, 32768), U(""), dict(level=4))], "host-reboot", "VMROLE-319", year=2018, culture="ja-JP", dialect="viewer")

# Duplicate hardware address on the LAN: Tcpip 4198, "the local interface is being disabled", all connections end.
# itprotoday.com/it-infrastructure/jsi-tip-4213
known("interface-disabled", "ip-address-conflict", old_logon(-2000, "per", "NT-320", "10.60.3.40") + [(0, "tcpip", (4198, 49152), U("", "10.60.3.20", "00:50:56:3A:01:22"), {})], "", "NT-320", year=2004)

# Sessions.

# Reason 3 in LSM 40: nobody touched the session for longer than is allowed. blog.ozmener.net/2024/04 (Turkish)
known("untouched", "session-limit-policy", success(-9000, "u1", "10.60.4.5", 11)[:-1] + lsm(-8997, 21, **person(1, ip="10.60.4.5")) + lsm(0, 40, Session="3", Reason="3") + lsm(0.3, 24, **person(1, ip="10.60.4.5")) + accepted(2400, "u1", "10.60.4.5", 14) + lsm(2402, 25, **person(1, ip="10.60.4.5")), "", "TS-321", year=2024, dialect="evtx_dump")

# The example of the wiki on codes: session 12 ended with reason 5, another connection took it.
# learn.microsoft.com/archive/technet-wiki/37874
known("session-twelve", "session-replaced", success(-4000, "u1", "10.60.4.5", 11)[:-1] + lsm(-3997, 21, **person(1, 12, "10.60.4.5")) + accepted(-1.5, "u1", "10.60.4.77", 15) + lsm(0, 40, Session="12", Reason="5") + lsm(0.1, 24, **person(1, 12, "10.60.4.5")) + lsm(0.9, 25, **person(1, 12, "10.60.4.77")), "", "TS-322", year=2017, dialect="libevtx")

# Roaming profiles with application virtualization of another maker's level: 1509 "being used by another process", then 1500.
# SUPPORT …/user-profiles-and-logon/user-profiles-may-fail-load.md (KB 2985344)
known("profile-in-use", "profile-load-failure", worked(-30000, 2) + accepted(-6, "u1", "10.60.4.8", 9) + [(0, "profgen", 1509, D(Source="\\\\?\\UNC\\contoso.example\\Users\\Profiles\\u1.V4\\AppData\\Roaming\\App\\Settings\\0000.ex", Destination="\\\\?\\C:\\Users\\u1\\AppData\\Roaming\\App\\Settings\\0000.ex", Error="The process cannot access the file because it is being used by another process."), dict(level=3)), (2, "prof", 1500, D(Error="Unspecified error"), {})] + lsm(3, 23, User="CORP\\u1", SessionID="3"), "update-regression", "W81-323", year=2014)

# Gateways, licences, clouds.

# A gateway's certificate whose key usage does not allow what the gateway needs: 519. technet.microsoft.com/library/ee891076
known("key-usage", "gateway-cert-invalid", gateway(-9000, 312) + gateway(-8999.6, 200) + [(0, "gwadmin", 519, [], ud("EventInfo", "aag", ErrorCode="0"))], "gateway-cap-denied", "RDG-324", year=2011)

# A client that cannot resolve the session hosts hands the gateway an address where the policy wants a name: 301 with 23002.
# github.com/FreeRDP/FreeRDP/issues/4875
known("address-for-a-name", "gateway-rap-denied", [e for t in (0, 50) for e in gateway(t, 312, user="AWE\\fan") + gateway(t + 0.5, 200, user="AWE\\fan") + gateway(t + 0.7, 301, "23002", "10.0.0.66", user="AWE\\fan")] + [e for e in gateway(900, 312, user="AWE\\fan") + gateway(900.4, 200, user="AWE\\fan") + gateway(900.6, 300, resource="session1.awe.example", user="AWE\\fan") + gateway(901, 302, resource="session1.awe.example", user="AWE\\fan")], "dns-failure", "RDG-325", year=2018, dialect="EvtxECmd")

# The agent of a cloud's host: 3703, "RD Gateway Url: … is not accessible"; the addresses are to be unblocked.
# SUPPORT …/azure/virtual-desktop/troubleshoot-agent.md
known("url-not-accessible", "gateway-unreachable", worked(-2 * DAY, 1) + [(t, "avd", (3703, 0), U("RD Gateway Url: https://rdgateway-c101-weu-r1.wvd.microsoft.com/ is not accessible"), {}) for t in (0, 300, 600, 900)], "tcp-filtered;dns-failure;broker-unavailable;broker-host-not-joined;host-unreachable", "avdpool-3", year=2022, dialect="viewer")

# Since the end of February 2010 licence servers wrote 17: their own certificates are corrupt, only temporary licences until they
# are activated anew. learn.microsoft.com/archive/blogs/askcorejp/2010-2-id-17 (KB 983385)
known("february-of-2010", "license-certificate-corrupt", [(t, "lic2003", (17, 32768), U("LICENSE-327"), dict(level=3)) for t in (-DAY, 0, DAY)], "license-exhausted;license-server-unreachable", "LICENSE-327", year=2010, culture="ja-JP", dialect="viewer")

# RCM 1069 of the Admin channel: the grace period is over and no mode was ever chosen. DETECTION …-remoteconnectionmanager
known("mode-never-chosen", "license-grace-expired", worked(-4 * DAY, 1) + admin(0, 1069) + admin(1800, 1069), "", "TS-328", year=2019, dialect="python-evtx")
