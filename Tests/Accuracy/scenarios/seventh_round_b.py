"""A seventh set written blind, part b: logons, controllers, gateways, policy servers, brokers and licences of public reports.

Each case says what its report told and where it stands; names, times and addresses are invented, routine events added,
and the rules were not looked at while writing.
"""

from .events import D, U, c131, ud
from .fifth_round_a import DAY, logged_on, logon_failed
from .fifth_round_b import person, worked
from .providers import PROVIDERS
from .rounds import Round
from .sixth_round_b import LIBRARY, through
from .third_round_reports import accepted
from .threads_roles import broker
from .threads_service import scm
from .threads_session import lsm

ROUND = Round("seventh-b")
known = ROUND.known
PROVIDERS.update(
    {
        "silo": (
            'Name="Microsoft-Windows-Kerberos-Key-Distribution-Center" Guid="{3FD9DA1A-5A54-46C5-9A26-9BD7C0685056}"',
            "Microsoft-Windows-Authentication/AuthenticationPolicyFailures-DomainController",
        ),
        "netlogon2003": ('Name="NETLOGON"', "System"),
    }
)
SUPPORT = "MicrosoftDocs/SupportArticles-docs"  # the articles of Microsoft's support, as text


def started(t):
    """The machine starts again, as the kernel and the event log say."""
    return [(t - 6, "kg", 12, D(MajorVersion=10, MinorVersion=0, BuildVersion=19045), dict(level=4)), (t, "evlog", (6005, 32768), U(""), dict(level=4))]


def turned_away(t, user, ip, act, **fields):
    """The listener takes the connection, the network logon fails and the connection ends."""
    base = dict(TargetUserName=user, TargetDomainName="CORP", LogonType=3, LogonProcessName="NtLmSsp ", AuthenticationPackageName="NTLM", WorkstationName="-", ProcessId="0x0", ProcessName="-", IpAddress=ip, IpPort=0)
    return c131(t, ip, act) + logon_failed(t + 0.7, **{**base, **fields}) + [(t + 0.9, "core", 102, [], dict(a=act, level=4)), (t + 0.92, "core", 103, D(ReasonCode=14), dict(a=act, level=4))]


# While a controller shuts down it answers 0xc00000dc, and members find it again, for a time nobody is let in.
# SUPPORT …/windows-security/cannot-authenticate-users-shut-down-domain-controller.md (KB 2683606)
known(
    "controller-going-down",
    "auth-dc-unreachable",
    worked(-DAY, 1) + [e for i, (t, user) in enumerate(((0, "u1"), (14, "u3"), (31, "u1"), (66, "u2"))) for e in turned_away(t, user, f"10.20.4.{31 + i}", 10 + i, Status="0xc00000dc", SubStatus="0x0")] + worked(400, 2, 30),
    "netlogon-down;auth-trust-broken",
    "RDSH-12R2",
    year=2013,
)
# A company's machine right after its start answers STATUS_NO_LOGON_SERVERS; later, or once somebody was in, all is well.
# github.com/FreeRDP/FreeRDP/issues/8822
known(
    "nobody-in-yet",
    "auth-dc-unreachable",
    started(-90)
    + turned_away(0, "d.rehm", "192.168.44.9", 3, Status="0xc000005e", SubStatus="0x0", WorkstationName="fedora-lt")
    + turned_away(75, "d.rehm", "192.168.44.9", 4, Status="0xc000005e", SubStatus="0x0", WorkstationName="fedora-lt")
    + accepted(2400, "d.rehm", "192.168.44.9", 6)
    + lsm(2403, 21, User="CORP\\d.rehm", SessionID="1", Address="192.168.44.9")
    + lsm(2405, 22, User="CORP\\d.rehm", SessionID="1", Address="192.168.44.9"),
    "netlogon-down;auth-trust-broken",
    "NB-4471",
    culture="de-DE",
    dialect="viewer",
    year=2023,
)
# Since February 2021 controllers refuse secure channels without secure RPC: Netlogon 5827 names the machine and its system.
# support.microsoft.com/help/4557222
known(
    "vulnerable-channel",
    "auth-trust-broken",
    [(t, "netlogon", (5827, 0), U("TS-OLD8$", "CORP", "Domain Member", "Windows Server 2008 Standard", "6.0 (6002)", "Service Pack 2"), {}) for t in (0, 4, 301, 900, 1800)],
    "auth-dc-unreachable",
    "DC-2",
    dialect="libevtx",
    year=2021,
)
# "The session setup from the computer … failed to authenticate", access is denied, in the data 0xC0000022; a member of a new
# system at a controller of 2003. pastebin.com/6jRR2nCe
known("session-setup-denied", "auth-trust-broken", [(t, "netlogon2003", (5805, 49152), U("VHOST3", "%%5"), dict(bin="220000C0")) for t in (0, 3600, 5410, 9000)], "auth-dc-unreachable", "SRV15", dialect="old", year=2013)
# "The trust relationship … failed" at each logon; the time service had been stopped until the clock was off by more than five
# minutes, and setting the clock mended it. blog.kimconnect.com/remote-desktop-broken-domain-trust-relationship-…
known(
    "trust-or-time",
    "auth-time-skew",
    worked(-9 * DAY, 1)
    + scm(-8 * DAY, 7036, param1="Windows Time", param2="stopped")
    + [e for i, t in enumerate((0, 40, 900)) for e in turned_away(t, "k.imo", "10.20.4.31", 20 + i, Status="0xc000018d", SubStatus="0x0")]
    + [(1500, "kg", 1, D(NewTime="2019-03-02T10:32:41.1180000Z", OldTime="2019-03-02T10:25:00.1165552Z", Reason="2"), dict(level=4))]
    + scm(1502, 7036, param1="Windows Time", param2="running")
    + [(1510, "w32time", 35, D(TimeSource="dc1.corp.example"), dict(level=4))]
    + worked(1600, 2, 40),
    "auth-trust-broken",
    "APP-2016",
    year=2019,
)
# The secret between gateway and policy server was typed differently: NPS 14, "an invalid authenticator", nothing else.
# dominiekverham.com/troubleshooting-rds-with-azure-mfa, technet.microsoft.com/library/cc735357
known("secret-typed-twice", "gateway-nps-failure", [(t, "nps", (14, 49152), U("RDGW01"), {}) for t in (0, 12, 24, 300, 312)], "gateway-auth-failed;gateway-cap-denied", "NPS01", culture="fr-FR", dialect="viewer", year=2020)
# The gateway "does not have sufficient permissions to access the Secure Sockets Layer certificate": 103. LIBRARY/ee907376
known("gateway-may-not-read", "gateway-cert-invalid", through(-DAY, "ida", "desk-7.corp.example") + [(0, "gw", 103, [], dict(u=("EventInfo", "aag", dict(Param1="RDG-08R2", ErrorCode="2147942405")), level=2)), (0.4, "gw", 101, [], dict(u=("EventInfo", "aag", dict(Param1="RDG-08R2")), level=4))], "cert-private-key-acl;gateway-unreachable;gateway-service-crash", "RDG-08R2", year=2011)
# "The following exception code … occured in the RD Gateway server. The RD Gateway will be restarted": 700. LIBRARY/ee891100
known(
    "gateway-restarts-itself",
    "gateway-service-crash",
    through(-4000, "ida", "desk-7.corp.example", 3990)[:-1] + through(-2500, "joe", "desk-8.corp.example", 2490)[:-1]
    + [(0, "gw", 700, [], dict(u=("EventInfo", "aag", dict(Param1="RDG-R2B", ErrorCode="3221225477")), level=2)), (7, "gw", 101, [], dict(u=("EventInfo", "aag", dict(Param1="RDG-R2B")), level=4))]
    + through(60, "ida", "desk-7.corp.example"),
    "gateway-unreachable",
    "RDG-R2B",
    dialect="EvtxECmd",
    year=2012,
)
# The client of the broker "failed to initialize while joining": 1284 with an RPC error; look for the network between both.
# LIBRARY/ee890933
known("joining-fails-at-once", "broker-host-not-joined", [(-40, "evlog", (6005, 32768), U(""), dict(level=4))] + broker(0, 1284, "cb01.corp.example", "0x800706ba") + broker(60, 1284, "cb01.corp.example", "0x800706ba"), "broker-unavailable;tcp-filtered;host-unreachable", "FARM-7", year=2011, culture="es-ES", dialect="viewer")
# A host of a cloud's pool whose image still has the broker's role: logons are denied "by the server" and the client of the broker
# says it "is not ready for RPC communication". github.com/Azure/RDS-Templates/pull/663
known(
    "role-left-in-the-image",
    "broker-unavailable;broker-redirect-failed",
    started(-900)
    + [e for i, t in enumerate((0, 35, 600)) for e in accepted(t, "AzureAD\\pia", "10.90.0.4", 3 + i) + broker(t + 1.5, 1301, "CORP\\pia", "10.90.0.6") + broker(t + 21, 1296, "CORP\\pia", "Remote Desktop Connection Broker is not ready for RPC communication.") + [(t + 21.2, "core", 102, [], dict(a=3 + i, level=4))]],
    "broker-host-not-joined",
    "avd-srv-2",
    dialect="python-evtx",
    year=2021,
)
# After a script hardens a controller its network location service does not start, for a service it was told to need is not there.
# github.com/LoicVeirman/Hello-My-Dir/issues/22
known(
    "hardened-location-service",
    "network-service-failed",
    worked(-DAY, 1) + started(0) + scm(9, 7003, param1="Network Location Awareness", param2="DNS") + scm(9.2, 7001, param1="Network List Service", param2="Network Location Awareness", param3="%%1075"),
    "firewall-profile-flip;auth-dc-unreachable",
    "DC-LAB22",
    year=2025,
)
# Accounts of the highest tier are refused at their own server until armoring is switched on by policy: "your account is configured
# to prevent you from using this PC". github.com/Kili69/Tier0-User-Management/issues/13
known(
    "not-armored",
    "auth-workstation-restriction",
    [(t, "silo", 105, D(AccountName="t0-ljo", DeviceName="-", Status="0xc0000413", CertIssuerName="", CertSerialNumber="", CertThumbprint="", ServiceName="krbtgt", ServiceSid="S-1-5-21-1-2-3-502", PreAuthType=2, TicketEncryptionType="0x12", SiloName="Tier0-Silo", PolicyName="Tier 0 Restrictions", TGTLifetime=240), {}) for t in (0, 20, 95, 2400)],
    "auth-no-rdp-right;auth-ntlm-blocked;policy-change",
    "DC-T0",
    culture="de-DE",
    dialect="viewer",
    year=2025,
)
# A benchmark is applied to a rented machine and its only account is not let in: "the logon method is not permitted"; network
# logons of local accounts are what it takes away. github.com/eneerge/CIS-Windows-Server/issues/24
known(
    "benchmark-took-the-right",
    "auth-no-rdp-right",
    worked(-4000, 1) + started(-300) + [e for i, t in enumerate((0, 22, 300)) for e in turned_away(t, "azadmin", "203.0.113.61", 5 + i, TargetDomainName="VM-CIS", Status="0xc000015b", SubStatus="0x0", FailureReason="%%2308", WorkstationName="MANNIX-PC")],
    "policy-change",
    "VM-CIS",
    dialect="evtx_dump",
    year=2025,
)
# The local setting forbids connections and the policy allows them: at each refresh the policy is deleted and set anew, everybody
# is thrown out and comes back. SUPPORT …/remote/client-disconnected-group-policy-updates.md (KB 2083411). Found after the first
# run: the fifth round, part b, tells the same article; here the listener's own events are beside it.
known(
    "every-refresh-at-the-listener",
    "policy-change",
    [
        e
        for round_ in range(3)
        for t in [round_ * 5700]
        for e in [(t, "gp", 1502, D(SupportInfo1=1, SupportInfo2=4216, ProcessingMode=0, ProcessingTimeInMilliseconds=3541, DCName="\\\\DC1.corp.example", NumberOfGroupPolicyObjects=4), dict(level=4))]
        + [(t - 1.6, "rcmo", 259, [], dict(u=("EventXML", "Event_NS", dict(listenerName="RDP-Tcp")), level=4))]
        + [x for number in (1, 2, 3) for x in lsm(t - 1.5 + number / 50, 24, **person(number)) + lsm(t - 1.5 + number / 50, 40, Session=str(number + 2), Reason="0")]
        + [(t - 0.2, "rcmo", 258, [], dict(u=("EventXML", "Event_NS", dict(listenerName="RDP-Tcp")), level=4))]
        + [x for number in (1, 2, 3) for x in accepted(t + 20 * number, f"u{number}", f"10.20.4.{30 + number}", round_ * 10 + number) + lsm(t + 20 * number + 2, 25, **person(number))]
    ],
    "rdp-disabled",
    "TS-2083411",
    year=2010,
)
# "A CredSSP authentication to TERMSRV/… failed to negotiate a common protocol version … version 3", on the patched client only.
# terenceluk.blogspot.com/2018/05/attempting-to-remote-desktop-to-windows.html
known("offered-version-three", "credssp-oracle", [(t, "lsa", (6041, 16384), U("TERMSRV/server.corp.example", "3"), dict(level=2)) for t in (0, 31)], "update-regression", "W10-ADMIN", dialect="EvtxECmd", culture="en-US", year=2018)
# The ticket for the machine of the parent domain is that of its namesake in the child domain: Kerberos 4 at the client.
# SUPPORT …/windows-security/kerberos-event-4-access-denied.md (KB 2706695)
known("namesake-in-the-child", "auth-spn-mismatch", [(t, "kerb", (4, 16384), D(Server="host/ts05.child.corp.example", TargetRealm="CHILD.CORP.EXAMPLE", Targetname="TERMSRV/ts05.corp.example", ClientRealm="CORP.EXAMPLE", Binary=""), {}) for t in (0, 12, 800)], "dns-stale-wrong-host;auth-trust-broken", "PC-2706695", dialect="libevtx", year=2012)
