"""The rest of the seventh set, part b: reports whose events leave the cause open, and false alarms."""

from .events import D, U, att, c131, conn, disc
from .fifth_round_a import DAY, logged_on
from .fifth_round_b import person, worked
from .providers import PROVIDERS
from .seventh_round_b import ROUND, started, turned_away
from .sixth_round_b import LIBRARY, through
from .third_round_doubt import session
from .third_round_reports import accepted
from .threads_service import scm
from .threads_session import lsm

open_ = ROUND.open_
healthy = ROUND.healthy

PROVIDERS.update(
    {
        "remoteapp": (
            'Name="Microsoft-Windows-RemoteApp and Desktop Connection Management"',
            "Microsoft-Windows-RemoteApp and Desktop Connection Management/Admin",
        ),
        "sql": ('Name="MSSQLSERVER"', "Application"),
        "bootloader": ('Name="RDAgentBootLoader"', "Application"),
    }
)


# Old TLS was switched off on a broker with the database of Windows itself: the management service starts and stops each time.
# SUPPORT …/remote/rds-connection-broker-or-rdms-fails-caused-by-disabled-tls-10.md (KB 4036954)
open_(
    "starts-and-stops",
    started(-60) + [e for t in (0, 40, 600) for e in scm(t, 7036, param1="Remote Desktop Management", param2="running") + [(t + 2, "sch", 36871, D(Type="client", ErrorState=10013), {})] + scm(t + 5, 7036, param1="Remote Desktop Management", param2="stopped")],
    "broker-database-failure;broker-unavailable;tls-version-disabled",
    "RDCB-16",
    year=2018,
)
# All hosts of a pool send no more signs of life, people get 0x204; a boot loader writes "Unexpected last recorded state" each half
# minute, once there was a 5719, nobody knows more. learn.microsoft.com/answers/questions/5793701
open_(
    "no-sign-of-life",
    started(-700)
    + [(-690, "netlogon", (5719, 0), U("AADDS", "%%1311"), dict(bin="5E0000C0"))]
    + [(t * 30, "bootloader", (0, 0), U("Unexpected last recorded state: Started"), dict(level=3)) for t in range(12)],
    "broker-unavailable;broker-host-not-joined;gateway-unreachable;auth-dc-unreachable;network-service-failed;termservice-down;host-hang-resource",
    "stagehp-0",
    year=2026,
)
# A controller takes a card's certificate for not valid, the chain's words say that the list of revoked ones could not be read.
# gradenegger.eu/en/details-of-the-event-with-id-21-of-the-source-microsoft-windows-kerberos-key-distribution-center
open_(
    "revocation-server-offline",
    [(t, "kdc", (21, 32768), U("INTRA", user, "The revocation function was unable to check revocation because the revocation server was offline."), dict(level=3)) for t, user in ((0, "adm-uw"), (25, "adm-uw"), (700, "ida"), (2600, "joe"))],
    "auth-package-failure;cert-client-rejects;auth-bad-credentials;auth-dc-unreachable;auth-entra-failed",
    "DC-PKI",
    culture="de-DE",
    dialect="viewer",
    year=2020,
)
# A machine of the cloud directory goes to a server of the domain with its PIN: the controller's certificate could not be checked for
# revocation, 0xc000040c. github.com/MicrosoftDocs/windows-itpro-docs/issues/5760
open_(
    "certificate-of-the-controller",
    [e for t in (0, 45) for e in [(t, "kerb2003", (9, 49152), U("dc1.corp.example", "The revocation function was unable to check revocation because the revocation server was offline."), dict(bin="13200980")), (t + 0.1, "lsa", (40960, 0), D(Target="TERMSRV/server.corp.example", Protocol="Kerberos", Error='"The revocation status of the domain controller certificate used for authentication could not be determined. There is additional information in the system event log.\r\n (0xc000040c)"'), dict(level=3))]],
    "auth-package-failure;cert-client-rejects;auth-dc-unreachable;auth-delegation-policy;auth-entra-failed",
    "AADJ-5760",
    year=2019,
)
# Applications are no longer published: the management service was denied the session host's WMI. LIBRARY/ee891251
open_("wmi-denied", [(t, "remoteapp", 1010, [], dict(u=("EventXML", "Event_NS", dict(param1="0x80070005", param2="rdsh1.corp.example")), level=2)) for t in (0, 600, 1200, 1800)], "broker-unavailable;broker-redirect-failed;broker-host-not-joined;policy-change;auth-no-rdp-right;auth-trust-broken", "CB-R2-1010", year=2011)
# "A license could not be issued to … because it is not a member of the Terminal Server Computers group": the licence server speaks.
# LIBRARY/ee891262
open_("not-in-the-group", [(t, "lic", (4141, 49152), U("rdsh4.corp.example"), {}) for t in (0, 33, 700, 4000)], "license-server-unreachable;license-exhausted;license-grace-expired;policy-change", "LIC-R2", dialect="python-evtx", year=2012)
# The session hosts of a collection got new addresses and the broker sends people to the old ones: "your credentials did not work".
# SUPPORT …/remote/rds-client-not-connect-to-rd-session-host-server.md (KB 2844958)
open_(
    "sent-to-the-old-address",
    session(-2 * DAY, "farm.corp.example", 1, 4000, 1)
    + [e for i, t in enumerate((0, 30)) for e in conn(t, "farm.corp.example", 3 + i) + [(t + 1.2, "client", 1025, [], dict(a=3 + i))] + conn(t + 1.5, "10.20.4.201", 13 + i) + disc(t + 3.1, 2055, 13 + i)],
    "auth-bad-credentials;broker-redirect-failed;dns-stale-wrong-host;auth-spn-mismatch;auth-ntlm-blocked",
    "PC-RDWEB",
    year=2013,
)
# Signing in once does not work on hosts joined to both directories; the host's audit has two failures of cryptography and then a
# wrong name or password. github.com/MicrosoftDocs/azure-docs/issues/99013
open_(
    "cryptography-first",
    [
        e
        for i, t in enumerate((0, 41))
        for e in c131(t, "10.90.0.4", 3 + i)
        + [(t + n / 10, "sec", 5061, D(SubjectUserSid="S-1-5-18", SubjectUserName="HAADJ-1$", SubjectDomainName="CORP", SubjectLogonId="0x3e7", ProviderName="Microsoft Software Key Storage Provider", AlgorithmName="UNKNOWN", KeyName="b1d0c0de-aa3c-4f52-8a0e-1f00c4b7e2a1", KeyType="%%2500", Operation="%%2480", ReturnCode="0x80090016"), dict(level=0)) for n in (8, 9)]
        + [(t + 1.2, "core", 102, [], dict(a=3 + i, level=4))]
    ],
    "auth-entra-failed;auth-bad-credentials;auth-package-failure;cert-key-missing;path-lost-mid-session;client-cancelled",
    "HAADJ-1",
    year=2022,
)
# A guest of another tenant may not log on to a machine with the directory's extension: 1104 and an answer of 400 for a name.
# github.com/MicrosoftDocs/azure-docs/issues/48658
open_(
    "guest-of-another-tenant",
    [e for t in (0, 70, 600) for e in [(t, "aad", 1025, D(Status=400, Method="GET", EndpointUri="https://login.microsoftonline.com/7c0f/sidtoname", CorrelationID="5F0C3A10-1B7D-4C51-9B25-6C0B0C1F6E11"), dict(level=2)), (t + 0.1, "aad", 1104, D(Error="0x000023C", Operation="Lookup name name from SID"), dict(level=2))]],
    "auth-entra-failed;dns-failure;auth-package-failure;auth-bad-credentials;auth-no-rdp-right",
    "VM-2019-WG",
    culture="pl-PL",
    dialect="viewer",
    year=2020,
)
# After a benchmark the second factor of a maker offers nothing but its offline way; names may only be asked for by HTTPS, and the
# maker's did not resolve. github.com/eneerge/CIS-Windows-Server/issues/26
open_(
    "only-offline",
    [
        e
        for i, t in enumerate((0, 120))
        for e in accepted(t, "tami", "10.33.1.8", 3 + i) + [(t + 4, "dns", 1014, D(QueryName="api-0f1e2d3c.duosecurity.com", AddressLength=128, Address="02000035C0000235"), dict(level=3))] + lsm(t + 61, 40, Session="4", Reason="0") + [(t + 61.2, "core", 102, [], dict(a=3 + i, level=4))]
    ],
    "auth-package-failure;dns-failure;client-cancelled;session-process-crash;path-lost-mid-session;policy-change;host-hang-resource",
    "CIS-2022",
    year=2025,
)
# Somebody in very many groups: "generated an output token of size …, which was too large to fit in the token buffer", Kerberos 6.
# SUPPORT …/windows-security/kerberos-authentication-problems-if-user-belongs-to-groups.md (KB 327825)
open_("token-too-large", worked(-DAY, 1) + [(t, "kerb", (6, 49152), U("14512", "12000", "836", "C:\\Windows\\System32\\svchost.exe"), dict(level=3)) for t in (0, 14, 700)], "auth-package-failure;auth-bad-credentials;auth-no-rdp-right;policy-change;host-hang-resource", "RDSH-R2-6", year=2012)
# … and in more than a thousand of them: the audit has 0xc000015a, which no list of the account's states holds.
# SUPPORT …/windows-security/logging-on-user-account-fails.md (KB 328889)
open_("thousand-groups", worked(-DAY, 1) + turned_away(0, "m.merger", "10.20.4.39", 4, Status="0xc000015a", SubStatus="0x0", FailureReason="%%2304") + turned_away(30, "m.merger", "10.20.4.39", 5, Status="0xc000015a", SubStatus="0x0", FailureReason="%%2304"), "auth-package-failure;auth-no-rdp-right;auth-bad-credentials;host-hang-resource;profile-load-failure;connection-limit", "RDSH-328889", dialect="EvtxECmd", year=2015)
# Cards are no longer passed on although the policy is "not configured": people land at the screen for logons again and again, no
# message anywhere. github.com/gravitational/teleport/issues/65943
open_(
    "bounced-silently",
    worked(-2 * DAY, 1)
    + [
        e
        for i, t in enumerate((0, 40, 90, 600))
        for e in c131(t, "10.70.0.12", 3 + i)
        + [(t + 0.7, "core", 98, [], dict(a=3 + i, level=4))]
        + lsm(t + 1.4, 41, User="", SessionID=str(4 + i))
        + lsm(t + 31, 40, Session=str(4 + i), Reason="0")
        + [(t + 31.1, "core", 102, [], dict(a=3 + i, level=4))]
    ],
    "auth-package-failure;client-cancelled;policy-change;auth-bad-credentials;path-lost-mid-session;session-process-crash;client-protocol-fault;auth-delegation-policy;host-hang-resource",
    "T-DESK-65943",
    year=2026,
)
# The wizard for a broker's high availability cannot create the database; the broker's own account has no role on the other server,
# whose log this is. SUPPORT …/remote/error-configuration-rd-connection-brokers-high-availability.md
open_(
    "account-of-the-broker",
    [(t, "sql", (18456, 49152), U("CORP\\RDCB01$", " Reason: Could not find a login matching the name provided.", " [CLIENT: 10.20.4.12]"), dict(level=0)) for t in (0, 1, 400, 401)],
    "broker-database-failure;broker-unavailable",
    "SQL-7",
    year=2021,
)
# Each time after a restart nothing comes up until its owner has signed in at the machine; from then on all is well.
# github.com/FreeRDP/FreeRDP/issues/2876
open_(
    "until-somebody-sits-down",
    started(-200)
    + [e for i, t in enumerate((0, 50, 130)) for e in c131(t, "10.60.3.9", 3 + i) + [(t + 0.6, "core", 102, [], dict(a=3 + i, level=4)), (t + 0.61, "core", 103, D(ReasonCode=0), dict(a=3 + i, level=4))]]
    + lsm(700, 21, User="CORP\\cole", SessionID="1", Address="LOCAL")
    + accepted(900, "cole", "10.60.3.9", 9)
    + lsm(903, 25, User="CORP\\cole", SessionID="1", Address="10.60.3.9"),
    "auth-dc-unreachable;network-service-failed;netlogon-down;auth-bad-credentials;client-protocol-fault;auth-entra-failed;tls-no-common-cipher;cert-private-key-acl;host-hang-resource;nla-required;auth-trust-broken;auth-package-failure",
    "COLE-W10",
    year=2015,
)
# "Account restrictions are preventing this user from signing in"; with the computer's name in place of its old profile it went.
# github.com/stascorp/rdpwrap/issues/161
open_(
    "restrictions-of-the-account",
    att(0, "192.168.1.40", 3079, 2.1, 1) + att(20, "192.168.1.40", 3079, 2.0, 2) + att(300, "192.168.1.40", 3079, 2.2, 3) + session(900, "sala-pc", 1, 2000, 4),
    "auth-ntlm-blocked;auth-logon-hours;auth-no-rdp-right;restricted-admin-mismatch;auth-workstation-restriction;auth-bad-credentials;auth-account-disabled;auth-account-expired;auth-password-expired",
    "PORTATIL",
    culture="es-ES",
    dialect="viewer",
    year=2016,
)

# Some twenty times an hour a member's machine account is refused a ticket with 0xe and gets one of another kind; nothing else is
# amiss. serverfault.com, question 834998
healthy(
    "another-kind-of-ticket",
    [(i * 190, "sec", 4769, D(TargetUserName="TORPTS01$@ACME.EXAMPLE", TargetDomainName="ACME.EXAMPLE", ServiceName="krbtgt/ACME.EXAMPLE", ServiceSid="S-1-0-0", TicketOptions="0x60810010", TicketEncryptionType="0xffffffff", IpAddress="::ffff:10.20.4.31", IpPort=28904, Status="0xe", LogonGuid="{00000000-0000-0000-0000-000000000000}", TransmittedServices="-"), dict(level=0)) for i in range(12)]
    + [e for i in range(3) for e in logged_on(i * 700 + 5, "TORPTS01$", "10.20.4.31", 3, "Kerberos")],
    "",
    "TORPDC01",
    year=2017,
)
# A controller of 2003 tells newer members what it does not know: KDC 27, etype 18; "can safely be ignored".
# SUPPORT …/windows-security/event-id-27-kdc-errors.md (KB 2002141)
healthy("etype-eighteen", [(t, "kdc2003", (27, 49152), U("krbtgt/CORP.EXAMPLE", "TS08-1$", "8", "18", "23  -133  -128  3  1"), {}) for t in (0, 300, 900, 1500, 5000)], "", "DC03-B", dialect="old", year=2009)
# The controllers of 2026 count who still uses the old cipher: KDCSVC 201 and 205, an audit and no more.
# zakitpro.com/troubleshooting/fix-kerberos-authentication-failures-july-2026-rc4-hardening
healthy(
    "cipher-counted",
    [(t, "kdc", 201, D(AccountName="m.alt", SuppliedRealmName="CORP.EXAMPLE", ServiceName="TS-ALT$", TicketOptions="0x40810010", ClientAddress="::ffff:10.20.4.31", AdvertizedEtypes="RC4-HMAC-NT", ServiceSupportedEncryptionTypes="N/A"), dict(level=3)) for t in (0, 600, 700, 4000)] + [(-4000, "kdc", 205, D(Value="0x1c"), dict(level=3))] + worked(-3000, 1) + worked(2000, 2, 9),
    "",
    "DC-22",
    year=2026,
)
# Since 2019 the session host writes the licence's mark itself and may not: 4105 of the licence server, and everybody works.
# SUPPORT …/remote/license-attributes-not-updated-rdsh-server.md (KB 4547091)
healthy("mark-not-written", [e for i in range(3) for e in worked(i * 4000, 1 + i, 5 + i, 3000)] + [(i * 4000 + 4, "lic", (4105, 32768), U(f"u{1 + i}", "corp.example"), dict(level=3)) for i in range(3)], "license-server-unreachable", "RDS19-ALL", year=2020)
# The last member of a gateway's farm is taken out and its exception of the firewall is closed: 626, a normal condition.
# LIBRARY/ee891307
healthy("exception-closed", through(-3000, "ida", "desk-7.corp.example", 2000) + [(0, "gw", 626, [], dict(u=("EventInfo", "aag", dict(Param1="RDG-ALONE")), level=3))] + through(600, "joe", "desk-8.corp.example", 2000), "", "RDG-ALONE", year=2011)
# Cards of a product are still taken but are not bound strongly: KDC 39 as a warning at each logon, which succeeds.
# github.com/gravitational/teleport/issues/13419
healthy(
    "not-bound-strongly",
    [e for i in range(3) for e in [(i * 900, "kdc", 39, D(AccountName="alice", Subject="CN=alice", Issuer="CN=teleport.example", SerialNumber="1A00C3", Thumbprint="0F2B6C"), dict(level=3)), (i * 900 + 0.1, "sec", 4768, D(TargetUserName="alice", TargetDomainName="CORP", ServiceName="krbtgt", TicketOptions="0x40810010", Status="0x0", TicketEncryptionType="0x12", PreAuthType=16, IpAddress="::ffff:10.20.4.30", IpPort=50100 + i, CertIssuerName="teleport", CertSerialNumber="1A00C3", CertThumbprint="0F2B6C"), dict(level=0))]],
    "",
    "DC-TELE",
    year=2022,
)
# A successful logon of a session names the server itself as workstation while the address is the client's; somebody wondered.
# github.com/MicrosoftDocs/windows-itpro-docs/issues/6438
healthy(
    "workstation-is-the-server",
    [
        e
        for i in range(3)
        for e in accepted(i * 3000, f"u{i + 1}", f"10.20.4.{31 + i}", 5 + i)
        + [(i * 3000 + 2.4, "sec", 4624, D(SubjectUserSid="S-1-5-18", SubjectUserName="SRV-6438$", TargetUserName=f"u{i + 1}", TargetDomainName="CORP", LogonType=10, LogonProcessName="User32 ", AuthenticationPackageName="Negotiate", WorkstationName="SRV-6438", IpAddress=f"10.20.4.{31 + i}", IpPort=0), dict(level=0))]
        + lsm(i * 3000 + 3, 21, **person(i + 1))
        + lsm(i * 3000 + 5, 22, **person(i + 1))
        + lsm(i * 3000 + 1500, 23, User=f"CORP\\u{i + 1}", SessionID=str(i + 3))
    ],
    "",
    "SRV-6438",
    year=2020,
)
