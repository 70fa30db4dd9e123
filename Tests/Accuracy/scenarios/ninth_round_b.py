"""A ninth set written blind, part b: clients, gateways, directories, names and lost sessions, as strangers' logs show them.

Each case says what its report told and where it stands; names, times and addresses are invented, routine events added,
and the rules were not looked at while writing.
"""

from .events import D, U, att, c131, success
from .eighth_round_b import refused
from .fifth_round_a import patched
from .fifth_round_b import person, worked
from .providers import PROVIDERS
from .rounds import Round
from .sixth_round_b import through
from .sixth_round_c import used
from .third_round_reports import accepted
from .threads_roles import gateway, nps
from .threads_service import scm
from .threads_session import lsm

ROUND = Round("ninth-b")
known = ROUND.known
PROVIDERS.update(
    {
        "dnsserver": ('Name="Microsoft-Windows-DNS-Server-Service" Guid="{71A551F5-C893-4849-886B-B5EC8502641E}"', "DNS Server"),
        "msi": ('Name="MsiInstaller"', "Application"),
    }
)
DAY = 86400


def ended(t, act, reason=14):
    return [(t, "core", 102, [], dict(a=act, level=4)), (t + 0.02, "core", 103, D(ReasonCode=reason), dict(a=act, level=4))]


# Logons.

# "4625 … is logged almost every second", bad user name or password, while the owner is told of an internal error or that the administrator
# might have ended it. MicrosoftDocs/SupportArticles-docs support/azure/virtual-machines/windows/cannot-rdp-azure-vm-brute-force.md
known(
    "each-second-one",
    "brute-force-saturation",
    success(-30000, "owner", "192.0.2.40", 9)
    + [e for i in range(170) for e in refused(i * 1.1, ("ADMINISTRATOR", "ADMIN", "TEST", "USER", "SERVER", "AZUREUSER", "SCAN")[i % 7], "0xc000006d", ("0xc0000064", "0xc000006a")[i % 7 == 0], "%%2313", f"203.0.113.{10 + i % 23}")]
    + [e for i, t in enumerate((60, 95)) for e in c131(t, "192.0.2.40", 30 + i) + ended(t + 14, 30 + i)],
    "host-hang-resource;auth-bad-credentials",
    "AZVM-901",
    year=2020,
)

# A desktop with valid credentials answers a client from behind a tunnel with 0xC000018D, STATUS_TRUSTED_RELATIONSHIP_FAILURE, while whoever
# sits at it gets in. github.com/FreeRDP/FreeRDP/issues/9740
known(
    "through-the-tunnel",
    "auth-trust-broken",
    [e for i, t in enumerate((0, 27, 410)) for e in c131(t, "127.0.0.1", 3 + i) + refused(t + 0.7, "marius", "0xc000018d", "0x0", "%%2304", "127.0.0.1", WorkstationName="fedora") + ended(t + 0.9, 3 + i)]
    + [(2000, "sec", 4624, D(SubjectUserSid="S-1-5-18", SubjectUserName="W10-902$", TargetUserName="marius", TargetDomainName="KANZLEI", LogonType=11, LogonProcessName="User32 ", AuthenticationPackageName="Negotiate", WorkstationName="W10-902", IpAddress="127.0.0.1", IpPort=0), dict(level=0))],
    "auth-dc-unreachable",
    "W10-902",
    year=2024,
    culture="de-DE",
    dialect="viewer",
)

# A baseline puts local accounts into "Deny log on through Remote Desktop Services": on a machine of no domain nobody gets in any more.
# github.com/scipag/HardeningKitty/issues/37
known(
    "local-account-in-the-list",
    "auth-no-rdp-right",
    success(-DAY, "wartung", "192.168.40.12", 9)
    + [(-900, "gp", 1502, D(SupportInfo1=1, SupportInfo2=4414, ProcessingMode=0, ProcessingTimeInMilliseconds=2109, DCName="", NumberOfGroupPolicyObjects=1), dict(level=4))]
    + [
        e
        for i, t in enumerate((0, 33))
        for e in accepted(t, "wartung", "192.168.40.12", 20 + i)
        + refused(t + 2.1, "wartung", "0xc000015b", "0x0", "%%2308", "192.168.40.12", LogonType=10, LogonProcessName="User32 ", AuthenticationPackageName="Negotiate", WorkstationName="SRV22-903", ProcessId="0x5c8", ProcessName="C:\\Windows\\System32\\svchost.exe", TargetDomainName="SRV22-903")
        + ended(t + 8, 20 + i)
    ],
    "policy-change",
    "SRV22-903",
    year=2024,
    dialect="EvtxECmd",
)

# The viewer in a browser cannot log an account of the cloud in that mstsc can: Status 0xC000006D, Sub Status 0xC0000064, domain azuread, from
# 127.0.0.1. github.com/Ylianst/MeshCentral/issues/5805
known(
    "azuread-as-domain",
    "auth-bad-credentials",
    [e for i, t in enumerate((0, 30, 71)) for e in c131(t, "127.0.0.1", 4 + i) + refused(t + 0.6, "username@example.com", "0xc000006d", "0xc0000064", "%%2313", "127.0.0.1", TargetDomainName="azuread", WorkstationName="PC1") + ended(t + 0.8, 4 + i)] + success(500, "admin", "127.0.0.1", 12),
    "auth-entra-failed",
    "PC1",
    year=2024,
    dialect="evtx_dump",
)

# A baseline renames Administrator to another name, and who tries the old one believes Remote Desktop broken. The rename is audited here.
# github.com/eneerge/CIS-Windows-Server/issues/9
known(
    "not-administrator-any-more",
    "auth-bad-credentials",
    success(-9000, "Administrator", "192.168.7.20", 9)
    + [(-3000, "sec", 4781, D(OldTargetUserName="Administrator", NewTargetUserName="User", TargetDomainName="WIN2019", TargetSid="S-1-5-21-1-2-3-500", SubjectUserSid="S-1-5-18", SubjectUserName="WIN2019$", SubjectDomainName="WORKGROUP", SubjectLogonId="0x3e7", PrivilegeList="-"), dict(level=0))]
    + [(-2500, "user32", 1074, D(param1="C:\\Windows\\System32\\RuntimeBroker.exe (WIN2019)", param2="WIN2019", param3="Other (Unplanned)", param4="0x5000000", param5="restart", param6="", param7="WIN2019\\User"), {}), (-2380, "evlog", (6005, 32768), U(""), dict(level=4))]
    + [e for i, t in enumerate((0, 18, 40, 900)) for e in c131(t, "192.168.7.20", 3 + i) + refused(t + 0.5, "Administrator", "0xc000006d", "0xc0000064", "%%2313", "192.168.7.20", TargetDomainName="WIN2019", WorkstationName="DESK-2") + ended(t + 0.7, 3 + i)],
    "policy-change;auth-no-rdp-right;brute-force-saturation",
    "WIN2019",
    year=2023,
)

# A Microsoft account is always told "The logon attempt failed", the local one with the same rights gets in.
# kripta.biz/posts/6269E0B2-C832-4B66-9DA9-C61C50634A73
known(
    "mail-address-never",
    "auth-bad-credentials",
    [e for i in range(3) for e in att(i * 26, "DESKTOP-22H2", 2055, 2.1, 3 + i)] + used(400, "DESKTOP-22H2", 8, 1700),
    "auth-entra-failed;auth-no-rdp-right",
    "W10-906",
    year=2023,
    culture="ru-RU",
    dialect="viewer",
)

# After a hardening "your Windows domain controller cannot be contacted to perform NLA" for an account of the cloud with its PIN; the local one
# gets in. github.com/Cloudneeti/os-harderning-scripts/issues/20. The client's code of that message is 0x1807.
known(
    "pin-after-hardening",
    "auth-dc-unreachable",
    used(-3 * DAY, "azvm2019", 2, 4000) + att(0, "azvm2019", 6151, 3.2, 4) + att(31, "azvm2019", 6151, 3.0, 5) + used(700, "azvm2019", 8, 1200),
    "auth-entra-failed;auth-ntlm-blocked;auth-package-failure;policy-change",
    "LAP-919",
    year=2022,
)

# Directories and trusts.

# "The Netlogon service hung on starting", with the name the service has there.
# MicrosoftDocs/SupportArticles-docs support/azure/virtual-machines/windows/azure-vm-netlogon-not-starting.md
known(
    "hung-on-starting",
    "netlogon-down",
    worked(-DAY, 2) + [(-70, "evlog", (6009, 32768), U("10.00.", "17763", "", "Multiprocessor Free", "17763"), dict(level=4)), (-69.9, "evlog", (6005, 32768), U(""), dict(level=4))] + scm(0, 7022, param1="Anmeldedienst"),
    "network-service-failed;auth-dc-unreachable;auth-trust-broken",
    "MYVM-907",
    year=2020,
    culture="de-DE",
    dialect="viewer",
)

# 3210 for the domain's controller, domain users are refused, the one with cached credentials gets in.
# MicrosoftDocs/SupportArticles-docs …/windows-security/broken-trust-relationship-domain-joined-device-its-domain-secure-channel-issues.md
known(
    "cached-ones-get-in",
    "auth-trust-broken",
    [(0, "netlogon", (3210, 0), U("CONTOSO", "\\\\DCNAME.contoso.example", "%%5"), dict(bin="220000C0"))]
    + success(300, "ola", "10.20.4.31", 9)
    + [(301, "sec", 4624, D(SubjectUserSid="S-1-5-18", SubjectUserName="CLNT-908$", TargetUserName="ola", TargetDomainName="CONTOSO", LogonType=12, LogonProcessName="User32 ", AuthenticationPackageName="Negotiate", WorkstationName="CLNT-908", IpAddress="10.20.4.31", IpPort=0), dict(level=0))]
    + [e for i, t in enumerate((900, 944)) for e in c131(t, "10.20.4.33", 20 + i) + ended(t + 3, 20 + i)]
    + [(4000, "netlogon", (3210, 0), U("CONTOSO", "\\\\DCNAME.contoso.example", "%%5"), dict(bin="220000C0"))],
    "auth-dc-unreachable",
    "CLNT-908",
    year=2024,
    culture="pl-PL",
    dialect="viewer",
)

# "KRB_AP_ERR_TKT_NYV … the ticket presented to that server is not yet valid (due to a discrepancy between ticket and server time)". Microsoft's
# list of the provider's messages, Microsoft-Windows-Security-Kerberos 1073741829
known(
    "not-yet-valid",
    "auth-time-skew",
    [(t, "kerb", (5, 16384), D(Server="ts-12$", TargetRealm="CORP.EXAMPLE"), dict(level=2)) for t in (0, 3, 95)] + used(7000, "ts-12", 3, 900),
    "",
    "ADMPC-909",
    year=2016,
    dialect="python-evtx",
)

# An address of a balanced pair: KRB_AP_ERR_MODIFIED for host/myserver, and the answer first named is a mismatch of the name's resolution.
# MicrosoftDocs/SupportArticles-docs …/windows-security/kerberos-client-krb-ap-err-modified-error.md (KB 558115)
known(
    "virtual-name-of-two",
    "auth-spn-mismatch",
    [(t, "kerb2003", (4, 49152), U("host/myserver.corp.example", "CORP.EXAMPLE", "TERMSRV/virtual.corp.example", "CORP.EXAMPLE"), {}) for t in (0, 11, 4000)],
    "dns-stale-wrong-host;auth-trust-broken",
    "XPADM-910",
    year=2007,
    dialect="old",
    noise=15,
)

# A student's machine: no logon servers for its domain, the profile's device is not ready and the time service finds no source.
# pastebin.com/tjq5phef
known(
    "no-servers-for-the-class",
    "auth-dc-unreachable",
    [(0, "netlogon2003", (5719, 0), U("CLASSB", "%%1311"), dict(bin="5E0000C0")), (4, "w32time2003", (29, 49152), U("14"), {}), (900, "w32time2003", (29, 49152), U("29"), {}), (7200, "netlogon2003", (5719, 0), U("CLASSB", "%%1311"), dict(bin="5E0000C0"))],
    "host-unreachable;dns-failure;network-service-failed;netlogon-down;auth-trust-broken",
    "CLASSB-911",
    year=2008,
    dialect="old",
    noise=12,
)

# Gateways and their policy servers.

# From July 2024 on a request with Proxy-State and without Message-Authenticator is dropped: 4418. Microsoft's KB 5040268
known(
    "without-authenticator",
    "gateway-nps-failure",
    patched(-30000, "2024-07 Cumulative Update for Windows Server 2019 (1809) for x64-based Systems (KB5040430)") + [(t, "nps", (4418, 49152), U("RDGW-01"), {}) for t in (0, 5, 10, 400, 405)],
    "gateway-auth-failed;update-regression",
    "NPS-912",
    year=2024,
)

# "NPS was unable to connect to a domain controller in the domain where the user account is located", reason 5.
# learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2008-R2-and-2008/dd197464(v=ws.10)
known(
    "reason-five",
    "gateway-nps-failure",
    through(-20000, "ida", "rds1.corp.example")
    + [e for t in (0, 41) for e in gateway(t, 312) + nps(t + 20.2, 6273, ReasonCode=5, Reason="The Network Policy Server was unable to connect to a domain controller in the domain where the user account is located. Because of this, authentication and authorization for the RADIUS request could not be performed.", NetworkPolicyName="-", AuthenticationProvider="Windows", AuthenticationServer="RDGW-913.corp.example") + gateway(t + 20.5, 201, "23003")],
    "auth-dc-unreachable",
    "RDGW-913",
    year=2015,
    culture="fr-FR",
    dialect="viewer",
)

# The numbers a policy server gives: 34 is IAS_ACCOUNT_DISABLED. raw.githubusercontent.com/bakerds/NPS-Log-Parsing/main/Reason-Code.csv
known(
    "reason-thirty-four",
    "auth-account-disabled",
    through(-9000, "lea", "rds1.corp.example")
    + [e for t in (0, 22, 55) for who in [dict(user="CORP\\praktikant")] for e in gateway(t, 312, **who) + nps(t + 0.4, 6273, SubjectUserName="praktikant", ReasonCode=34, Reason="The user account that was specified in the RADIUS Access-Request message is disabled.", NetworkPolicyName="-", AuthenticationProvider="Windows") + gateway(t + 0.5, 201, "23003", **who)],
    "gateway-cap-denied;gateway-auth-failed",
    "RDGW-914",
    year=2019,
    dialect="libevtx",
)

# "The Network Policy Server could not send a response due to a network error. The data is the error code".
# learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2008-r2-and-2008/cc735373(v=ws.10)
known("no-way-back-to-the-gateway", "gateway-nps-failure", [(t, "nps", (22, 49152), [], dict(bin="51270000")) for t in (0, 3, 6, 240)], "gateway-unreachable;host-unreachable;network-service-failed", "NPS-915", year=2009, dialect="python-evtx")

# A distribution's security patch of another client breaks its NTLM to gateways, E_PROXY_NAP_ACCESSDENIED; Windows clients pass.
# github.com/FreeRDP/FreeRDP/issues/12517. The gateway's own log reads as a refusal by policy.
known(
    "since-the-security-patch",
    "gateway-cap-denied",
    through(-5000, "lars", "ts2.corp.example") + [e for t in (0, 14, 90) for e in gateway(t, 312, user="CORP\\lars") + gateway(t + 0.5, 201, "23003", user="CORP\\lars")] + through(600, "mia", "ts2.corp.example", 2000),
    "gateway-auth-failed;gateway-nps-failure;client-protocol-fault;update-regression",
    "RDGW-916",
    year=2026,
)

# Sessions.

# Several ways a session ends with one client: "the display driver in the remote session was unable to complete all the tasks required for
# startup", ERRINFO_CLOSE_STACK_ON_DRIVER_FAILURE (0x11). github.com/FreeRDP/FreeRDP/issues/9263
known(
    "tasks-for-startup",
    "display-driver-fault",
    worked(-9000, 2, 30)
    + [e for i, t in enumerate((0, 38)) for e in accepted(t, "u1", "10.20.4.31", 41 + i) + lsm(t + 1.8, 21, **person(1)) + lsm(t + 6.1, 40, Session="3", Reason="17") + lsm(t + 6.2, 24, **person(1)) + ended(t + 6.4, 41 + i)],
    "gfx-decode-failure;session-process-crash",
    "SRV-917",
    year=2023,
    culture="ja-JP",
    dialect="viewer",
)

# Whoever starts a VPN on the rented machine loses the session to it at once. github.com/myrtille-rdp/myrtille/issues/153
known(
    "dials-out-and-is-gone",
    "path-lost-mid-session",
    [
        e
        for i, t in enumerate((0, 5400))
        for e in success(t - 900, "u1", "198.51.100.24", 41 + i)[:-1]
        + lsm(t - 897, 21 if i == 0 else 25, User="CORP\\u1", SessionID="3", Address="198.51.100.24")
        + [(t - 5, "rasclient", (20221, 0), U("{7A31}", "VM-918\\u1", "Zone VPN"), dict(level=4)), (t - 1, "rasclient", (20225, 0), U("{7A31}", "VM-918\\u1", "Zone VPN"), dict(level=4))]
        + [(t + 21, "core", 143, D(error="121"), dict(a=41 + i, level=3))]
        + lsm(t + 21.4, 24, User="CORP\\u1", SessionID="3", Address="198.51.100.24")
        + ended(t + 21.6, 41 + i)
    ],
    "host-unreachable;nat-idle-timeout;network-service-failed",
    "VM-918",
    year=2019,
    culture="fr-FR",
    dialect="viewer",
)
