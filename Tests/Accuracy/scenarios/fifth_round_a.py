"""A fifth set written blind, first part: authentication, controllers and trusts, gateways, brokers, licences, clocks.

Each is retold from a public report or a vendor's article; the comment above says what it told and where it stands.
Names, times and addresses are invented, routine events added; the rules were not looked at while writing.
"""

from .events import D, U, att, c131, conn, disc, rcm, s226, success, ud
from .rounds import Round
from .threads_roles import gateway
from .threads_security import refused
from .threads_service import scm
from .threads_session import ended, lsm
from .third_round_reports import accepted

ROUND = Round("fifth-a")
known = ROUND.known
DAY = 86400


def patched(t, title):
    return [(t, "wu", 19, D(updateTitle=title, updateGuid="{4b1a6a2e-77aa-4f3e-9a2c-1d8a7c0f6b11}", updateRevisionNumber=1, serviceGuid="{8b24b027-1dee-babb-9a95-3517dfb9c552}"), dict(level=4))]


def whole_day(t, user, ip, act=40):
    """A session from morning to evening that nothing disturbs."""
    return success(t, user, ip, act) + lsm(t + 9000, 23, User="CORP\\" + user, SessionID="3") + ended(t + 9000.2, 12, act)


def handshake_refused(t, ip, code, act):
    """The host ends CredSSP with the code of the account's state and logs no more, as without audit."""
    return c131(t, ip, act) + [(t + 0.6, "core", 226, D(StateTransition="RDP_SEC", PreviousState=2, PreviousStateName="FStateHandshakeInProgress", NewState=9, NewStateName="FStateDisconnected", Event=5, EventName="FEventHandshakeFailed", ErrorCode=code), dict(a=act, level=3)), (t + 0.7, "core", 102, [], dict(a=act))]


def logon_failed(t, **fields):
    base = dict(SubjectUserSid="S-1-0-0", SubjectUserName="-", SubjectDomainName="-", SubjectLogonId="0x0", TargetUserSid="S-1-0-0", FailureReason="%%2304", TransmittedServices="-", LmPackageName="-", KeyLength=0)
    return [(t, "sec", 4625, D(**{**base, **fields}), dict(level=0))]


def logged_on(t, user, ip, kind=3, package="NTLM"):
    return [(t, "sec", 4624, D(SubjectUserSid="S-1-0-0", SubjectUserName="-", TargetUserName=user, TargetDomainName="FILES-7", LogonType=kind, LogonProcessName="NtLmSsp ", AuthenticationPackageName=package, WorkstationName="-", IpAddress=ip, IpPort=50117), dict(level=0))]


# Members of Administrators were put into "Deny access to this computer from the network"; Remote Desktop with NLA then
# answers 4871, on 2016 and 2019. github.com/MicrosoftDocs/windowsserverdocs/issues/2466
known("network-logon-denied", "auth-no-rdp-right", conn(-7000, "srv2019-b") + [(-6998, "client", 1025, [], dict(a=1)), (-6997, "client", 1027, D(DomainName="CORP", SessionId=2), dict(a=1))] + disc(-5000, 2) + att(0, "srv2019-b", 4871, 2.2, 2) + att(41, "srv2019-b", 4871, 2.4, 3), "", "PC-201", year=2019, dialect="EvtxECmd")

# A logon audit with Status 0x80090302 and Sub Status 0xC0000418, "An Error occured during Logon"; the sub status is
# STATUS_NTLM_BLOCKED. github.com/MicrosoftDocs/windows-itpro-docs/issues/11384
known("status-not-supported", "auth-ntlm-blocked", whole_day(-20000, "rudi", "10.31.4.9") + [e for i in range(2) for e in c131(i * 25, "10.31.4.17", 3 + i) + logon_failed(i * 25 + 0.7, TargetUserName="hanna", TargetDomainName="CORP", Status="0x80090302", SubStatus="0xc0000418", LogonType=3, LogonProcessName="NtLmSsp ", AuthenticationPackageName="NTLM", WorkstationName="PC-202", ProcessId="0x0", ProcessName="-", IpAddress="10.31.4.17", IpPort=0) + [(i * 25 + 0.8, "core", 102, [], dict(a=3 + i))]], "auth-spn-mismatch", "TS-202", year=2023, dialect="viewer")

# Hosts cloned without Sysprep: since KB5065426 Remote Desktop between them fails and LsaSrv logs 6167, "a partial mismatch
# in the machine ID". techcommunity.microsoft.com/blog/windows-itpro-blog/…/4503956, windowsforum.com/threads/…411158
known("cloned-machine", "update-regression", success(-2 * DAY, "ida", "10.31.4.20", 9) + patched(-30000, "2025-09 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5065426)") + [e for i in range(3) for e in c131(i * 50, "10.31.4.20", 11 + i) + [(i * 50 + 0.5, "lsa", (6167, 0), [], dict(level=2)), (i * 50 + 0.9, "core", 102, [], dict(a=11 + i))]], "auth-package-failure;auth-trust-broken;auth-spn-mismatch;auth-bad-credentials", "W11-203", year=2025)

# A virtual machine put back to an old snapshot: a gap of months in the log, a start, then NETLOGON 3210; only local or cached
# logons work. MicrosoftDocs/SupportArticles-docs …/active-directory-has-newer-password-value-than-client-device.md
known("old-snapshot", "auth-trust-broken", success(-170 * DAY, "ida", "10.31.4.21", 9) + [(-420, "kg", 12, D(MajorVersion=10, MinorVersion=0, BuildVersion=17763, QfeVersion=4737, ServiceVersion=0, BootMode=0, StartTime="2026-03-02T09:53:00.5000000Z"), dict(level=4)), (-400, "evlog", (6005, 32768), U(""), dict(level=4)), (-180, "netlogon", (3210, 0), U("CONTOSO", "\\\\DC3.contoso.example"), dict(bin="220000C0")), (0, "netlogon", (3210, 0), U("CONTOSO", "\\\\DC3.contoso.example"), dict(bin="220000C0"))] + lsm(60, 21, User="VM-204\\localadm", SessionID="1", Address="LOCAL"), "auth-dc-unreachable", "VM-204")

# After KB5028166 (July 2023) NTLM logons of domain users end with STATUS_TRUSTED_RELATIONSHIP_FAILURE, local ones work;
# the directory is Samba. github.com/FreeRDP/FreeRDP/issues/9155
known("samba-after-july", "auth-trust-broken", success(-2 * DAY, "user1", "10.31.4.22", 9) + patched(-40000, "2023-07 Cumulative Update for Windows 10 Version 22H2 for x64-based Systems (KB5028166)") + [e for i in range(2) for e in c131(i * 31, "10.31.4.22", 3 + i) + refused(i * 31 + 0.6, "user1", "0xc000018d", ip="10.31.4.22", ws="suse-205") + [(i * 31 + 0.7, "core", 102, [], dict(a=3 + i))]] + accepted(400, "wartung", "10.31.4.22", 8), "update-regression;auth-dc-unreachable", "MACHINE1", year=2023, culture="de-DE", dialect="viewer")

# "Restrict NTLM: outgoing traffic: deny all" on the client, the server cannot do Kerberos: "authentication failed because NTLM
# authentication has been disabled", codes 0 and 0. github.com/FreeRDP/FreeRDP/issues/11189
known("outgoing-ntlm", "auth-ntlm-blocked", [e for i in range(2) for e in conn(i * 44, "shadow.lab.example", 5 + i) + [(i * 44 + 0.8, "ntlm", 4001, D(TargetName="TERMSRV/shadow.lab.example", UserName="test", DomainName="(NULL)", CallerPID=892, ProcessName="C:\\Windows\\System32\\lsass.exe", ClientLUID="0x5d31f", ClientUserName="test", ClientDomainName="W11-206", MechanismOID="1.3.6.1.4.1.311.2.2.10"), dict(level=3))] + disc(i * 44 + 1.4, 0, 5 + i)], "third-party-server-fault;auth-spn-mismatch", "W11-206", year=2025)

# Secure time seeding sets a machine without internet days back at its start; Kernel-General 1 tells it and Kerberos fails.
# MicrosoftDocs/SupportArticles-docs …/client-clock-reverts-to-previous-time.md
known("clock-seeded", "auth-time-skew", success(-9000, "ida", "10.31.4.23", 9) + [(-600, "kg", 1, D(NewTime="2026-02-27T09:50:00.0000000Z", OldTime="2026-03-02T09:50:00.0421000Z", Reason=1, ProcessName="\\Device\\HarddiskVolume3\\Windows\\System32\\svchost.exe", ProcessID=1204), dict(level=4)), (-590, "w32time", 37, D(TimeSource="DC5.corp.example (ntp.d|0x0|0.0.0.0:123->10.31.4.1:123)"), dict(level=4)), (0, "lsa", (40960, 0), D(Target="ldap/DC5.corp.example", Protocol="Kerberos", Error='"The time at the Primary Domain Controller is different than the time at the Backup Domain Controller or member server by too large an amount. (0xc0000133)"'), dict(level=3)), (9, "lsa", (40960, 0), D(Target="cifs/DC5.corp.example", Protocol="Kerberos", Error='"The time at the Primary Domain Controller is different than the time at the Backup Domain Controller or member server by too large an amount. (0xc0000133)"'), dict(level=3))], "auth-dc-unreachable", "IND-207", clocks={"IND-207": [(-9e9, 0), (-600, -3 * DAY)]})

# Policy requires Remote Credential Guard; the client of WSLg loops, its log repeats 1033 "OnDisconnected, ::
# SL::OnDisconnected, Error code:0xE09". github.com/microsoft/wslg/issues/734
known("guard-required-loop", "restricted-admin-mismatch", [e for i in range(5) for e in conn(i * 3, "Ubuntu-20.04 (Ubuntu)", 4 + i) + [(i * 3 + 0.6, "client", 1033, D(Name="OnDisconnected", CustomLevel=":: SL::OnDisconnected", Value="0xe09"), dict(a=4 + i))]], "auth-delegation-policy;third-party-server-fault", "DEV-208", year=2022)

# Session Broker 902: the group of the session hosts is empty, computer accounts have to be added for the service to work.
# technet.microsoft.com/library/ee891400 (RD Connection Broker Availability)
known("broker-group-empty", "broker-host-not-joined", [(t, "broker", 902, [], ud("EventXML", "Event_NS", param1="Session Broker Computers")) for t in (0, 3600)] + scm(-20, 7036, param1="Remote Desktop Connection Broker", param2="running"), "broker-unavailable", "CB-209", year=2011, dialect="libevtx")

# Gateway 204: the client does not meet the NAP health policies, so the user may not connect to the gateway.
# technet.microsoft.com/library/ee890934
known("health-policy", "gateway-cap-denied", gateway(-900, 302, resource="rds1.corp.example", user="CORP\\rudi") + [e for t in (0, 55) for e in gateway(t - 0.5, 312, user="CORP\\hanna") + gateway(t, 204, "23003", user="CORP\\hanna")], "gateway-nps-failure;gateway-auth-failed", "TSG-210", year=2012)

# RCM 1028: the session was refused since the client's licence could not be renewed; a licence server has to be found.
# technet.microsoft.com/library/ee890984
known("licence-not-renewed", "license-server-unreachable", success(-3000, "adm", "10.31.4.24", 9) + rcm(0, (1028, 49152), "THIN-0301") + rcm(22, (1028, 49152), "THIN-0301") + rcm(610, (1028, 49152), "THIN-0288"), "license-exhausted;license-client-store", "TS-211", year=2010, culture="fr-FR", dialect="viewer")

# A client names the cluster by its address; the gateway of 2008 refuses the channel: E_PROXY_RAP_ACCESSDENIED 0x800759DA.
# github.com/FreeRDP/FreeRDP/issues/1728 (and 1589)
known("resource-by-address", "gateway-rap-denied", gateway(-2000, 302, resource="CLUSTER", user="DOMAIN\\milan") + [e for t in (0, 40) for e in gateway(t, 200, user="DOMAIN\\milan") + gateway(t + 0.4, 301, "23002", "10.9.23.106", user="DOMAIN\\milan")], "gateway-cap-denied", "TSG-212", year=2014, dialect="python-evtx")

# The file of the web page carries a cookie the gateway of 2012 R2 refuses: E_PROXY_COOKIE_AUTHENTICATION_ACCESS_DENIED,
# 0x800759F8. github.com/FreeRDP/FreeRDP/issues/5581
known("cookie-refused", "gateway-auth-failed", gateway(-1200, 312, auth="Cookie") + gateway(-1199, 200, auth="Cookie") + gateway(-1198, 302, resource="rds3", auth="Cookie") + [e for t in (0, 33) for e in gateway(t, 312, auth="Cookie", user="DOMAIN\\joel") + gateway(t + 0.3, 306, "23032", auth="Cookie", user="DOMAIN\\joel")], "gateway-cap-denied;gateway-session-timeout;gateway-nps-failure", "GW-213", year=2019, dialect="evtx_dump")

# The account lists computers it may log on to and the client's is not one: Kerberos STATUS_INVALID_WORKSTATION; with the
# client's name added it works. The host logs only the listener. github.com/FreeRDP/FreeRDP/issues/3139
known("log-on-to-list", "auth-workstation-restriction", success(-5000, "knut", "10.31.4.26", 9) + handshake_refused(0, "10.31.4.25", "0x80070531", 3) + handshake_refused(28, "10.31.4.25", "0x80070531", 4), "", "LAPTOP-214", year=2016)

# A rented server, freshly installed: Administrator's password must be changed first, which NLA cannot do
# (STATUS_PASSWORD_MUST_CHANGE). github.com/FreeRDP/FreeRDP/issues/5797
known("fresh-install", "auth-password-expired", [(-900, "kg", 12, D(MajorVersion=10, MinorVersion=0, BuildVersion=17763, BootMode=0), dict(level=4)), (-880, "evlog", (6005, 32768), U(""), dict(level=4))] + handshake_refused(0, "198.51.100.61", "0x80070773", 3) + handshake_refused(17, "198.51.100.61", "0x80070773", 4) + handshake_refused(90, "198.51.100.61", "0x80070773", 5), "", "WIN-I75T006", year=2019, dialect="utf-16")

# The licensing service does not start after a restart, ESENT 623 says its version store is full (2 MB).
# MicrosoftDocs/SupportArticles-docs …/remote-desktop-licensing-service-not-star.md
known("licensing-store-full", "license-server-unreachable", [(0, "esent", (623, 0), U("svchost", "2216,D,0", "", "0", "2"), dict(level=2))] + scm(4, 7023, param1="Remote Desktop Licensing", param2="%%4294966227") + scm(4.1, 7036, param1="Remote Desktop Licensing", param2="stopped") + [(140, "esent", (623, 0), U("svchost", "3120,D,0", "", "0", "2"), dict(level=2))] + scm(144, 7023, param1="Remote Desktop Licensing", param2="%%4294966227"), "license-exhausted", "LIC-216", year=2016)

# Controllers do not answer, Netlogon takes a new UDP socket for each try until none is left and no controller is found.
# MicrosoftDocs/SupportArticles-docs …/dcs-cannot-be-located-high-rate-outbound-sessions.md
known("udp-sockets-gone", "auth-dc-unreachable", success(-4000, "ida", "10.31.4.27", 9) + [(t, "tcpip", (4266, 32768), U(""), dict(level=3)) for t in (-240, -60)] + [(t, "netlogon", (5719, 0), U("INTERNAL", "%%1311"), dict(bin="5E0000C0")) for t in (0, 900)], "tcp-port-exhaustion;netlogon-down", "APP-217", year=2020)
