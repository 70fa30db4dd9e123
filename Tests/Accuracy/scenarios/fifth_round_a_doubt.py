"""The rest of the fifth set's first part: reports whose events leave the cause open, and false alarms."""

from .events import D, U, att, c131, conn, disc, rcm, s226, success, ud
from .fifth_round_a import ROUND, logged_on, logon_failed, patched, whole_day
from .threads_roles import gateway
from .threads_security import refused
from .threads_service import scm
from .threads_session import ended, lsm
from .third_round_reports import accepted

open_ = ROUND.open_
healthy = ROUND.healthy


def azure_mfa(t, number, text, level):
    return [(t, "azuremfa", number, U(text), dict(level=level))]


# A Protected User by NTLM: STATUS_ACCOUNT_RESTRICTION, without saying which restriction; a blank password, hours and
# policies give the same. github.com/FreeRDP/FreeRDP/issues/5258
open_("some-restriction", success(-3000, "joe", "10.32.4.9", 9) + c131(0, "10.32.4.10", 3) + refused(0.5, "adm-kim", "0xc000006e", "0x0", ip="10.32.4.10", ws="mac-220") + [(0.6, "core", 102, [], dict(a=3))] + c131(20, "10.32.4.10", 4) + refused(20.5, "adm-kim", "0xc000006e", "0x0", ip="10.32.4.10", ws="mac-220") + [(20.6, "core", 102, [], dict(a=4))], "auth-ntlm-blocked;auth-bad-credentials;auth-logon-hours;auth-workstation-restriction;restricted-admin-mismatch;auth-no-rdp-right", "TS-220", year=2019)

# "An authentication error has occurred (0x80080005)", code 0; somebody blames KB5074109, the maintainers cannot reproduce it.
# github.com/mRemoteNG/mRemoteNG/issues/3088
open_("blamed-on-update", patched(-50000, "2026-01 Security Update (KB5074109) (26200.7623)") + [e for i in range(2) for e in conn(i * 35, "POC01", 4 + i) + s226(i * 35 + 0.9, 4 + i, code=2148007941, ps="TsSslStateAuthenticating") + disc(i * 35 + 1.1, 0, 4 + i)], "update-regression;client-protocol-fault;auth-package-failure;auth-delegation-policy;credssp-oracle", "PC-221", dialect="viewer")

# AAD Cloud AP plug-in: "Lookup name name from SID returned error: 0xC000023C" on a host whose sign-ins fail; nobody explained it.
# github.com/MicrosoftDocs/azure-docs/issues/44645
open_("sid-lookup", [e for i in range(2) for e in c131(i * 60, "198.51.100.62", 3 + i) + [(i * 60 + 1.1, "aad", 1104, D(Error="0xC000023C", Operation="Lookup name name from SID"), {}), (i * 60 + 2, "core", 102, [], dict(a=3 + i))]], "auth-entra-failed;dns-failure;auth-package-failure;auth-bad-credentials;client-cancelled;path-lost-mid-session", "VM-222", year=2019)

# "NPS Extension for Azure MFA only performs Secondary Auth for Radius requests in AccessAccept State … AccessReject, ignoring
# request": a failed first logon, or NPS gets no answer, says the table. github.com/MicrosoftDocs/azure-docs/pull/18131
open_("second-factor-not-asked", gateway(-1, 312) + azure_mfa(0, 3, "NPS Extension for Azure MFA:  NPS Extension for Azure MFA only performs Secondary Auth for Radius requests in AccessAccept State. Request received for User ida with response state AccessReject, ignoring request.", 4) + gateway(40, 312) + azure_mfa(41, 3, "NPS Extension for Azure MFA:  NPS Extension for Azure MFA only performs Secondary Auth for Radius requests in AccessAccept State. Request received for User ida with response state AccessReject, ignoring request.", 4), "gateway-auth-failed;gateway-nps-failure;gateway-cap-denied;auth-bad-credentials", "RDGW-223", year=2018)

# Servers with NLA, saved by address in a connection manager: after the password "Error 519" and out; never explained.
# github.com/mRemoteNG/mRemoteNG/issues/29
open_("error-519", att(0, "10.32.4.11", 519, 1.9) + att(30, "10.32.4.12", 519, 1.7, 2), "auth-bad-credentials;credssp-pubkey-auth-failure;client-protocol-fault;auth-delegation-policy;auth-spn-mismatch;nla-required", "PC-224", year=2011, culture="de-DE", dialect="viewer")

# Member of a child domain that cannot reach the root's controller: the network is not identified, the firewall may take the
# public profile. MicrosoftDocs/SupportArticles-docs …/computer-cant-identify-network.md
open_("network-not-identified", success(-8000, "joe", "10.32.4.9", 9) + [(0, "netprof", 10000, D(Name="Network 4", Description="Network 4", Guid="{8c1c3a6d-20a7-4b6e-8bd1-0d4f5b6a7c90}", Type=0, State=1, Category=0), dict(level=4)), (30, "gp", 1129, D(SupportInfo1=1, SupportInfo2=2117, ProcessingMode=1, ProcessingTimeInMilliseconds=6100, ErrorCode=1355, ErrorDescription="The specified domain either does not exist or could not be contacted."), {})], "firewall-profile-flip;auth-dc-unreachable;dns-failure;tcp-filtered", "TS-225", year=2013)

# Netlogon 5816/5817: requests that waited in vain for one of the few threads that ask the controller; users are asked for their
# password again and again. MicrosoftDocs/SupportArticles-docs …/performance-tuning-ntlm-authentication-maxconcurrentapi.md
open_("too-few-threads", [(0, "netlogon", (5816, 0), U("joe", "PC-226", "CORP", "\\\\DC6.corp.example", "%%1311"), {}), (300, "netlogon", (5817, 0), U("112", "5", "\\\\DC6.corp.example"), {})] + whole_day(-9900, "joe", "10.32.4.9"), "auth-dc-unreachable;host-hang-resource;netlogon-down;auth-trust-broken;brute-force-saturation", "TS-226", year=2012)

# Gateway 100: "could not be initialized"; services it needs, or NPS and IIS, says the article.
# technet.microsoft.com/library/ee891065
open_("gateway-not-initialised", [(t, "gw", 100, [], ud("EventInfo", "aag", errorcode="2147943568")) for t in (0, 120)] + scm(-2, 7036, param1="World Wide Web Publishing Service", param2="running"), "gateway-service-crash;gateway-unreachable;gateway-nps-failure;gateway-cert-invalid", "TSG-227", year=2011)

# RCM 1004 alone: changed licence, wrong licensing mode, encryption levels or a corrupt certificate, says the article.
# technet.microsoft.com/library/cc775148
open_("no-licence-given", rcm(0, (1004, 49152)) + rcm(31, (1004, 49152)) + success(-4000, "adm", "10.32.4.9", 9), "license-exhausted;license-client-store;license-certificate-corrupt;license-server-unreachable;fips-or-encryption-level-mismatch", "TS-228", year=2009, dialect="libevtx")

# New password, old session left disconnected on a host: the account locks again and again; 4740 names that host.
# a6n.co.uk/2024/07/rdp-new-password-account-lockout.html
open_("forgotten-session", [(t, "sec", 4740, D(TargetUserName="lockout.user", TargetDomainName="PRESKYRDPSESSION", TargetSid="S-1-5-21-1-2-3-2231", SubjectUserSid="S-1-5-18", SubjectUserName="BEARDC1$", SubjectDomainName="BEAR", SubjectLogonId="0x3e7"), dict(level=0)) for t in (0, 1900, 3800)], "auth-account-locked;auth-bad-credentials", "BEARDC1", year=2024)

# Branch with a read-only controller and smart cards: "The attempted logon is invalid … bad username or authentication
# information"; keys of two controllers differ. MicrosoftDocs/SupportArticles-docs …/cannot-authenticate-must-authenticate-twice.md
open_("branch-smart-card", accepted(-1, "uta", "10.32.4.13", 3) + logon_failed(0.9, TargetUserName="uta", TargetDomainName="BRANCH", Status="0xc000006d", SubStatus="0x0", LogonType=10, LogonProcessName="User32 ", AuthenticationPackageName="Kerberos", WorkstationName="TS-230", ProcessId="0x2d4", ProcessName="C:\\Windows\\System32\\svchost.exe", IpAddress="10.32.4.13", IpPort=0), "auth-bad-credentials;auth-package-failure;auth-dc-unreachable;auth-spn-mismatch;auth-trust-broken;auth-ntlm-blocked;auth-entra-failed", "TS-230", year=2018)

# Another security library in the client, a server of the next Windows: "The specified data could not be decrypted".
# github.com/Devolutions/sspi-rs/issues/668
open_("not-decrypted", conn(0, "win11pro.domain.example") + s226(1.2, code=2148074288, ps="TsSslStateAuthenticating") + conn(40, "win11pro.domain.example", 2) + s226(41.2, 2, code=2148074288, ps="TsSslStateAuthenticating"), "client-protocol-fault;credssp-pubkey-auth-failure;tls-record-corruption;auth-spn-mismatch;tls-inspection", "W11-231")

# Over DirectAccess the broker's answer names the host by its IPv4 address, which the tunnel does not carry.
# MicrosoftDocs/SupportArticles-docs …/remote-desktop-server-farm-not-available.md
open_("redirect-over-tunnel", conn(0, "farm.corp.example") + conn(3, "10.32.8.21", 2) + disc(24, 264, 2) + conn(90, "farm.corp.example", 3) + conn(93, "10.32.8.22", 4) + disc(114, 264, 4), "broker-redirect-failed;host-unreachable;tcp-filtered;mtu-blackhole;host-hang-resource;broker-host-not-joined", "DA-232", year=2016)

# "Couldn't connect … because of a licensing error", extended 0x101: no mode set, or the server out of reach, says the maintainer.
# github.com/GoogleCloudPlatform/iap-desktop/issues/1543
open_("some-licensing-error", att(0, "localhost:13398", 2056, 2.4) + att(50, "localhost:13398", 2056, 2.2, 2), "license-server-unreachable;license-grace-expired;license-exhausted;license-client-store;license-certificate-corrupt", "PC-233", year=2024)

# "The Local Security Authority cannot be contacted"; TermDD 56 at each attempt; congestion, or a client without TLS, says the
# article. MicrosoftDocs/SupportArticles-docs …/local-security-authority-cant-contact.md
open_("termdd-each-time", [(t, "termdd", (56, 49162), U("\\Device\\Termdd", "10.32.4.14"), {}) for t in (0, 24, 300)] + success(-5000, "joe", "10.32.4.9", 9), "protocol-stream-corruption;mtu-blackhole;tls-version-disabled;path-lost-mid-session;security-layer-mismatch;client-protocol-fault;tls-no-common-cipher", "TS-234", year=2012, culture="pl-PL", dialect="viewer")

# Licence server, event 44: "ESE error -1316 JET_errInvalidObject"; can be safely ignored.
# MicrosoftDocs/SupportArticles-docs …/event-44-rds-licensing-server.md
healthy("licence-database-44", [(t, "lic", (44, 49152), U("ESE error -1316 JET_errInvalidObject, Object is invalid for operation"), {}) for t in (0, 4000)] + [(t, "lic", (4143, 16384), U("CORP\\joe", "Windows Server 2016"), dict(level=4)) for t in (700, 2900)], "", "RDS-240", year=2018)

# A member of 2025 before controllers of 2022: each start of Netlogon logs 5719 with 0xC00000E5, then it falls back and works.
# MicrosoftDocs/SupportArticles-docs …/event-id-5719-when-netlogon-service-restarts.md
healthy("netlogon-falls-back", scm(-3, 7036, param1="Netlogon", param2="running") + [(0, "netlogon", (5719, 0), U("CONTOSO", "%%229"), dict(bin="E50000C0")), (0.1, "secnetlogon", 9005, D(Error="0xc00000e5"), dict(level=3))] + [(60, "gp", 1502, D(SupportInfo1=1, SupportInfo2=4117, ProcessingMode=0, ProcessingTimeInMilliseconds=1100, DCName="\\\\DC7.contoso.example", NumberOfGroupPolicyObjects=6), dict(level=4))] + whole_day(900, "joe", "10.32.4.9") + success(2000, "uta", "10.32.4.13", 12), "auth-dc-unreachable", "TS-241", year=2025)

# A controller of 2025 logs KDC 7 with an empty account name, lookup type 0x108; no effect.
# MicrosoftDocs/SupportArticles-docs …/event-id-7-on-domain-controllers.md
healthy("controller-seven", [(t, "kdc", (7, 49152), D(AccountName="", LookupType="0x108"), dict(bin="0D0000C0")) for t in (0, 800, 3500)] + success(1200, "adm", "10.32.4.9", 9), "", "DC-242", year=2025)

# NPS with the MFA extension: "Radius request is missing NAS Identifier" (this is not an error) and an invalid authenticator now
# and then; all users get in, only too easily. github.com/MicrosoftDocs/azure-docs/issues/47176
healthy("everybody-gets-in", [e for i in range(4) for e in gateway(i * 200, 312, user=f"CORP\\u{i}") + azure_mfa(i * 200 + 0.1, 4, "NPS Extension for Azure MFA: Radius request is missing NAS Identifier and Nas IpAddress attribute.Populating atleast one of these fields is recommended.This is not an error", 3) + gateway(i * 200 + 0.4, 200, user=f"CORP\\u{i}") + gateway(i * 200 + 0.6, 300, resource="app1", user=f"CORP\\u{i}") + gateway(i * 200 + 0.8, 302, resource="app1", user=f"CORP\\u{i}")] + [(390, "nps", (18, 49152), U("10.32.4.3"), {})], "gateway-nps-failure", "RDGW-243", year=2020)

# Template name and display name differ: the host enrols its certificate anew twice a day, RCM 1063 each time; all connect.
# MicrosoftDocs/SupportArticles-docs …/remote-desktop-server-certificates-renewed.md
healthy("certificate-twice-a-day", [e for i in range(6) for e in rcm(i * 43200 - 129600, (1063, 16384), "ts244.corp.example", "RemoteDesktopComputer")] + whole_day(-40000, "joe", "10.32.4.9") + success(500, "uta", "10.32.4.13", 12), "cert-template-enrollment-failed", "TS-244", year=2014)

# Credential Guard: tasks with saved credentials fail to log on, the audit names a user of scrambled letters, 0xC0000064.
# github.com/MicrosoftDocs/windows-itpro-docs/pull/10300
healthy("scheduled-task", [e for t in (0, 3600) for e in logon_failed(t, SubjectUserSid="S-1-5-18", SubjectUserName="W10-245$", SubjectDomainName="CORP", SubjectLogonId="0x3e7", TargetUserName="@@CyBAAAAUBQYAMHArBwUAMGAoBQZAQGA1BAbAUGAyBgOAQFAhBwcAsGA6AweAgDA2BQQAMEAwAANAgDA1AQLAIEADBQRAADAtAANAYEA1BwQA0CA5AAOAMEAyAQLAYDAxAwQAEDAEBwMAMEAwAgMAMDACBgRA0HA", TargetDomainName="", Status="0xc000006d", SubStatus="0xc0000064", LogonType=4, LogonProcessName="Advapi  ", AuthenticationPackageName="MICROSOFT_AUTHENTICATION_PACKAGE_V1_0", WorkstationName="W10-245", ProcessId="0x5f0", ProcessName="C:\\Windows\\System32\\svchost.exe", IpAddress="-", IpPort="-")] + success(1800, "joe", "10.32.4.9", 9), "", "W10-245", year=2022)

# Explorer of a domain member opens a share of a workgroup server: its own logon is tried first, some 4625 with 0xC0000064, then the
# prompt and in. github.com/devnulli/EvlWatcher/issues/93
healthy("share-before-prompt", [e for t in (0, 0.2, 0.5, 1.1) for e in refused(t, "j.martin", "0xc000006d", "0xc0000064", ip="10.32.4.15", ws="PC-246")] + logged_on(14, "filesvc", "10.32.4.15") + success(-2500, "adm", "10.32.4.9", 9) + success(1500, "adm", "10.32.4.9", 12), "auth-bad-credentials", "FILES-7", year=2022)

# A program that asks the user's password logs on by type 3, which a hardened machine denies (0xC000015B); nobody came from outside.
# github.com/pseymour/MakeMeAdmin/issues/96
healthy("local-program", logon_failed(0, SubjectUserSid="S-1-5-21-1-2-3-1190", SubjectUserName="frost", SubjectDomainName="CORP", SubjectLogonId="0x7c3f1", TargetUserName="frost", TargetDomainName="CORP", Status="0xc000015b", SubStatus="0x0", FailureReason="%%2308", LogonType=3, LogonProcessName="Advapi  ", AuthenticationPackageName="Negotiate", WorkstationName="W11-247", ProcessId="0x2f30", ProcessName="C:\\Program Files\\Make Me Admin\\MakeMeAdminUI.exe", IpAddress="-", IpPort="-") + success(-3000, "frost", "10.32.4.9", 9) + success(2000, "frost", "10.32.4.9", 12), "", "W11-247", year=2023)

# Netlogon 5807 on a controller: thousands of clients whose addresses belong to no site.
# MicrosoftDocs/SupportArticles-docs …/dc-delayed-response-to-ldap-kerberos-request.md
healthy("clients-without-site", [(t, "netlogon", (5807, 0), U("4.23", "123450"), dict(level=3)) for t in (0, 15000)] + success(700, "adm", "10.32.4.9", 9), "", "DC-248", year=2012)
