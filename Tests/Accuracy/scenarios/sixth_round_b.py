"""A sixth set written blind, part b: gateways, brokers, licences, names, hosts and clients of public reports.

Each case says what its report told and where it stands; names, times and addresses are invented, routine events added,
and the rules were not looked at while writing.
"""

from .events import D, U, att, c131, success, ud
from .fifth_round_a import DAY, logged_on, logon_failed
from .fifth_round_b import person, worked
from .providers import PROVIDERS
from .rounds import Round
from .sites import at
from .third_round_doubt import session
from .third_round_reports import accepted
from .threads_roles import gateway
from .threads_service import scm
from .threads_session import lsm

ROUND = Round("sixth-b")
known = ROUND.known
PROVIDERS.update(
    {
        "vmagent": (
            'Name="Microsoft-Windows-TerminalServices-TSV-VmHostAgent"',
            "Microsoft-Windows-TerminalServices-TSV-VmHostAgent/Operational",
        ),
        "kdc2003": ('Name="KDC"', "System"),
        "ras": ('Name="RemoteAccess"', "System"),
        "tsvip": (
            'Name="Microsoft-Windows-TerminalServices-TSAppSrv-TSVIP"',
            "Microsoft-Windows-TerminalServices-TSAppSrv-TSVIP/Admin",
        ),
    }
)
LIBRARY = "learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2008-r2-and-2008"  # was technet's library


def through(t, user, target, seconds=3000, protocol="HTTP"):
    """A connection through the gateway that all policies let pass."""
    who = dict(user=f"CORP\\{user}", ConnectionProtocol=protocol)
    return (
        gateway(t, 312, **who)
        + gateway(t + 0.4, 200, **who)
        + gateway(t + 0.5, 300, resource=target, **who)
        + gateway(t + 0.9, 302, resource=target, **who)
        + gateway(t + seconds, 303, "1226", target, BytesReceived=str(seconds * 190), BytesTransfered=str(seconds * 31), SessionDuration=str(seconds), **who)
    )


# The configuration of a gateway is read in again and refers to local groups: 2002, and all policies are gone; the report
# tells the loss, who comes afterwards meets no policy. blog.workinghardinit.work/tag/rd-gateway
known(
    "policies-wiped",
    "gateway-cap-denied",
    through(-9000, "u1", "ts1.corp.example") + through(-7000, "u2", "ts1.corp.example")
    + [(0, "gwadmin", 2002, [], dict(u=("EventInfo", "aag", dict(Param1="RDGW16")), level=2))]
    + [e for t, user in ((600, "u1"), (640, "u1"), (2100, "u2"), (4000, "u3")) for e in gateway(t, 312, user=f"CORP\\{user}") + gateway(t + 0.3, 201, "23003", user=f"CORP\\{user}")],
    "gateway-nps-failure;policy-change;gateway-auth-failed",
    "RDGW16",
    year=2017,
)
# A new NPS server with the newest extension for the second factor wants a code that a gateway cannot ask for: only 201 with
# 23003 on the gateway, nothing on the NPS. beaming.co.uk/knowledge-base/azure-mfa-issues
known(
    "code-nobody-asks-for",
    "gateway-cap-denied;gateway-nps-failure",
    through(-DAY, "anna", "ts.firma.example") + through(-DAY + 900, "bernd", "ts.firma.example", 20000)
    + [e for i, user in enumerate(("anna", "anna", "bernd", "clara")) for e in gateway(i * 70, 312, user=f"FIRMA\\{user}") + gateway(i * 70 + 31, 201, "23003", user=f"FIRMA\\{user}")],
    "gateway-auth-failed",
    "RDG-M",
    culture="de-DE",
    dialect="viewer",
    year=2023,
)
# The gateway's policy engine "received failure from IAS"; the Network Policy Server is to be started. LIBRARY/ee891386
known(
    "engine-heard-from-ias",
    "gateway-nps-failure",
    through(-20000, "ida", "desk-7.corp.example")
    + [e for t in (0, 50, 400) for e in gateway(t, 312) + [(t + 0.2, "gw", 641, [], dict(u=("EventInfo", "aag", dict(ErrorCode="2147943515")), level=2))]],
    "gateway-cap-denied;gateway-service-crash;gateway-unreachable",
    "RDG-R2",
    year=2011,
)
# A controller nobody can log on to after its restart: NETLOGON 5721, Kerberos 3 with 0x7 and 0xc0000035, and 4625 with
# 0xc000018b; its service name stood on a second account. MicrosoftDocs/SupportArticles-docs
# …/user-profiles-and-logon/interactive-logon-isnt-allowed.md (KB 2015518)
known(
    "no-account-for-this-workstation",
    "auth-spn-mismatch;auth-trust-broken",
    [(-200, "evlog", (6005, 32768), U(""), dict(level=4))]
    + [(-150, "netlogon", (5721, 0), U("\\\\2008r2spn-01.northwind.example", "NWTRADERS", "2008R2SPN-02", "2008R2SPN-02$"), dict(bin="8B0100C0"))]
    + [(t, "kerb", (3, 32768), D(LogonSession="", ClientTime="", ServerTime="18:35:19.0000 3/2/2010 Z", ErrorCode="0x7", ErrorMessage="KDC_ERR_S_PRINCIPAL_UNKNOWN", ExtendedError="0xc0000035 KLIN(0)", ClientRealm="", ClientName="", ServerRealm="NORTHWIND.EXAMPLE", ServerName="host/2008r2spn-02.northwind.example", TargetName="host/2008r2spn-02.northwind.example@NORTHWIND.EXAMPLE", ErrorText="", File="9", Line="efb"), {}) for t in (-140, -1, 300)]
    + [e for t, kind, ip in ((0, 2, "127.0.0.1"), (301, 10, "10.40.3.8")) for e in logon_failed(t, SubjectUserSid="S-1-5-18", SubjectUserName="2008R2SPN-02$", SubjectDomainName="NWTRADERS", SubjectLogonId="0x3e7", TargetUserName="Administrator", TargetDomainName="NWTRADERS", Status="0xc000018b", SubStatus="0x0", LogonType=kind, LogonProcessName="User32 ", AuthenticationPackageName="Negotiate", WorkstationName="2008R2SPN-02", ProcessId="0x214", ProcessName="C:\\Windows\\System32\\winlogon.exe", IpAddress=ip, IpPort=0)],
    "auth-dc-unreachable",
    "2008R2SPN-02",
    year=2010,
)
# KDC 11, "There are multiple accounts with name … of type DS_SERVICE_PRINCIPAL_NAME", as a controller of 2003 writes it; the
# name here is a terminal server's. learn.microsoft.com/archive/technet-wiki/5742
known("two-of-that-name", "auth-spn-mismatch", [(t, "kdc2003", (11, 49152), U("TERMSRV/ts07.corp.example", "DS_SERVICE_PRINCIPAL_NAME"), {}) for t in (0, 190, 195, 4000)], "auth-trust-broken", "DC03", dialect="old", year=2006)
# The agent of a virtualization host cannot reach the broker: 4609 with 800706ba, the server is unavailable. LIBRARY/ee891297
known("agent-without-broker", "broker-unavailable", [(t, "vmagent", 4609, [], dict(u=("EventXML", "Event_NS", dict(param1="cb01.corp.example", param2="800706ba")), level=3)) for t in (0, 60, 120, 180)], "broker-host-not-joined;tcp-filtered;host-unreachable", "VDI-H3", year=2012, dialect="EvtxECmd")
# Two session hosts behind one balanced address register the same 6to4 address, so the name of the second leads to the first:
# "The target account name is incorrect", KRB_AP_ERR_MODIFIED. morgansimonsen.com/2012/03/20/authentication-errors-on-nlb-cluster-9-2
known(
    "sent-to-the-first-node",
    "auth-spn-mismatch;dns-stale-wrong-host",
    [(t, "kerb", (4, 16384), D(Server="node1$", TargetRealm="CORP.EXAMPLE", Targetname=name, ClientRealm="CORP.EXAMPLE"), {}) for t, name in ((0, "cifs/node2.corp.example"), (40, "TERMSRV/node2.corp.example"), (300, "RPCSS/node2.corp.example"))],
    "",
    "ADMIN-PC",
    year=2012,
)
# A licence server of 2003 that has none left: 1000 for the user, 1004, and 1011 for a client whose temporary one has run out,
# all of TermService. techgenix.com/troubleshooting-terminal-server-licensing-issues-part2
known(
    "none-left-in-2003",
    "license-exhausted",
    [(0, "tsvc", (1000, 49152), U("m.kral", "CORP"), {}), (0.2, "tsvc", (1004, 49152), U(""), {}), (700, "tsvc", (1011, 32768), U("POKLADNA-4"), dict(level=3)), (960, "tsvc", (1004, 49152), U(""), {})],
    "license-client-store;license-server-unreachable",
    "TS2003-C",
    dialect="python-evtx",
    year=2007,
)
# A terminal server of 2003 that never had a licence server: 1009 beforehand, 1008 when the time is over.
# scribd.com/document/37106970 (Troubleshooting Terminal Server Licensing Issues, part 1)
known("hundred-and-twenty-days", "license-grace-expired", [(-9 * DAY, "tsvc", (1009, 32768), U("3/2/2008"), dict(level=3)), (0, "tsvc", (1008, 49152), U(""), {}), (DAY, "tsvc", (1008, 49152), U(""), {})], "license-server-unreachable", "TS2003-D", culture="pl-PL", dialect="viewer", year=2008)
# One member of a farm refuses everybody with 1071 while the console shows it as enabled; the asker looks for who switched the
# logons off. github.com/MicrosoftDocs/windowsserverdocs/issues/6102
known("who-switched-it-off", "drain-mode", worked(-3 * DAY) + [e for t, user in ((0, "u1"), (55, "u1"), (900, "u2")) for e in c131(t, "10.20.4.31", t + 1) + [(t + 1.4, "rcm", (1071, 49152), U(f"CORP\\{user}"), {})]], "admin-disconnect;connection-limit", "RDSH-3", year=2021)
# Session hosts freeze every day at two in the afternoon, black for whoever comes in, and only a reset helps; a security agent.
# No event tells of it but those of the reset. windowsforum.com/threads/rds-black-screen-linked-to-trend-micro-wfbs-on-windows-server.379325
known(
    "two-in-the-afternoon",
    "host-hang-resource;host-crash",
    [
        e
        for day in (0, DAY)
        for e in worked(day - 30000, 1, 30 + day // DAY, 90000)[:-1]
        + worked(day - 29000, 2, 40 + day // DAY, 90000)[:-1]
        + accepted(day + 900, "u3", "10.20.4.33", 50 + day // DAY)
        + [(day + 2400, "kg", 12, D(MajorVersion=10, MinorVersion=0, BuildVersion=20348), dict(level=4)), (day + 2403, "power", 41, D(BugcheckCode=0, BugcheckParameter1="0x0", SleepInProgress=0, PowerButtonTimestamp=0), dict(level=1)), (day + 2409, "evlog", (6008, 32768), U("13:58:12", "02.03.2025", "", "", "77112"), {}), (day + 2409.1, "evlog", (6005, 32768), U(""), dict(level=4))]
    ],
    "host-reboot",
    "RDS-WFBS",
    culture="de-DE",
    year=2025,
)
# While the overlay network is up its client cannot find a neighbour by its plain name: error 0x104.
# github.com/tailscale/tailscale/issues/15149
known("plain-name-not-found", "dns-failure", session(-DAY, "LAPTOP-7K2", 1, 2200, 3) + att(0, "LAPTOP-7K2", 260, 3.1, 4) + att(20, "LAPTOP-7K2", 260, 3.0, 5), "dns-stale-wrong-host;host-unreachable", "DESK-TS", year=2025)
# A tutorial's machines: "the credentials … did not work"; "The Account was disabled, so I had to enable it."
# github.com/MicrosoftDocs/azure-docs/issues/25180
known(
    "install-account",
    "auth-account-disabled",
    worked(-8000)
    + [e for i in range(2) for e in c131(i * 33, "10.33.0.4", 5 + i) + logon_failed(i * 33 + 0.8, TargetUserName="install", TargetDomainName="CORP", Status="0xc000006e", SubStatus="0xc0000072", FailureReason="%%2310", LogonType=3, LogonProcessName="NtLmSsp ", AuthenticationPackageName="NTLM", WorkstationName="CLUSTER-FSW", ProcessId="0x0", ProcessName="-", IpAddress="10.33.0.4", IpPort=0) + [(i * 33 + 0.9, "core", 102, [], dict(a=5 + i))]],
    "auth-bad-credentials",
    "SQLSERVER-0",
    culture="fr-FR",
    dialect="viewer",
    year=2019,
)
# Another program for many connections falls over in Microsoft's control when a connection is lost; only the report of the
# error service was shown. github.com/Terminals-Origin/Terminals/issues/176
known("terminals-falls-over", "client-crash", [(t, "report", (1001, 0), U("", "0", "APPCRASH", "Not available", "0", "Terminals.exe", "4.0.1.16210", "594e2a26", "mstscax.dll", "6.0.6002.18005", "49e0417c", "c0000005", "000000000006009d", "", "", "", "", "0", "71b1c6f0", "0"), dict(level=4)) for t in (0, 7000)], "client-protocol-fault;client-plugin-fault;path-lost-mid-session", "ADMIN-2008", year=2018)
# After a new graphics driver nobody gets in: "graphics display components in the remote session failed to start up"; other
# clients are told ERRINFO_CLOSE_STACK_ON_DRIVER_FAILURE, 17. github.com/pygfx/wgpu-py/issues/700, github.com/FreeRDP/FreeRDP/issues/6604
known(
    "display-components",
    "display-driver-fault",
    worked(-2 * DAY)
    + [e for i, t in enumerate((0, 44, 700)) for e in accepted(t, "u1", "10.20.4.31", 3 + i) + lsm(t + 1.9, 24, **person(1)) + lsm(t + 2, 40, Session="3", Reason="17") + [(t + 2.2, "core", 102, [], dict(a=3 + i))]],
    "gfx-decode-failure;session-process-crash;update-regression",
    "GPU-WS-4",
    year=2025,
)
# Users of thin clients get temporary profiles on the other members of a farm until they meet the right one; they come to a
# member that the broker did not choose. github.com/FreeRDP/FreeRDP/issues/3128
known(
    "profile-of-another-member",
    "profile-load-failure",
    at("RDSH-1", worked(-4000, 1, 3, 20000)[:-1])
    + at("RDSH-2", accepted(0, "u1", "10.20.4.31", 11) + lsm(2, 21, **person(1)) + [(2.6, "prof", 1511, [], dict(level=2)), (2.7, "prof", 1515, [], dict(level=2))] + lsm(4, 22, **person(1)) + lsm(90, 23, User="CORP\\u1", SessionID="3"))
    + at("RDSH-3", accepted(120, "u1", "10.20.4.31", 21) + lsm(122, 21, **person(1)) + [(122.6, "prof", 1511, [], dict(level=2))] + lsm(124, 22, **person(1)) + lsm(200, 23, User="CORP\\u1", SessionID="3")),
    "broker-redirect-failed;session-stuck",
    "RDSH-1",
    year=2016,
)
# A rented server on the open internet: "Error code: 0xd07", the account is locked by those who try passwords. Only the
# client's log. docs.edisglobal.com/vps-management/rdp-error-0xd07-user-account-locked
known("locked-by-others", "auth-account-locked", session(-DAY, "203.0.113.20", 1, 5000, 3) + att(0, "203.0.113.20", 3335, 2.2, 4) + att(60, "203.0.113.20", 3335, 2.0, 5) + session(2100, "203.0.113.20", 1, 900, 6), "brute-force-saturation;auth-bad-credentials", "HOME-4", dialect="evtx_dump", year=2026)
# A service that lends out desktops disconnects all sessions whenever the machine goes to sleep, for Windows does not let it
# sleep with a connected one. github.com/DuoStream/Duo/issues/186
known(
    "asleep-by-arrangement",
    "host-sleep",
    success(-4000, "mad", "10.50.0.7", 3)[:-1]
    + lsm(-3997, 21, User="RIG\\mad", SessionID="3", Address="10.50.0.7")
    + lsm(0, 24, User="RIG\\mad", SessionID="3", Address="10.50.0.7")
    + [(2, "power", 187, D(ProcessPath="\\Device\\HarddiskVolume3\\Windows\\System32\\svchost.exe", ApiCallerNameLength=0), dict(level=4)), (4, "power", 42, D(TargetState=4, EffectiveState=4, Reason=0, Flags=0, TransitionsToOn=12), dict(level=4)), (9000, "power", 107, D(TargetState=4, EffectiveState=4, WakeFromState=4, ProgrammedWakeTimeAc="1601-01-01T00:00:00Z"), dict(level=4)), (9002, "pt", 1, D(SleepTime="2025-03-02T10:00:05.0000000Z", WakeTime="2025-03-02T12:30:01.0000000Z", SleepDuration=8996, WakeDuration=1102, WakeSourceType=0), dict(level=4))]
    + success(9100, "mad", "10.50.0.7", 5),
    "admin-disconnect;session-limit-policy;client-cancelled",
    "RIG",
    year=2025,
)
