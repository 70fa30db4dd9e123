"""The rest of the eleventh set, part b: reports whose events leave the cause open, and false alarms."""

from .events import D, att, disc, success
from .eighth_round_b import refused
from .eleventh_round_b import ROUND
from .fifth_round_a import patched
from .fifth_round_b import person, worked
from .ninth_round_b import DAY, ended
from .ninth_round_b_doubt import came_up
from .sixth_round_c import used
from .tenth_round_a_doubt import not_set_up
from .third_round_reports import accepted
from .threads_session import lsm

open_ = ROUND.open_
healthy = ROUND.healthy


def validated(t, user, status, workstation=""):
    """A name and password a controller was asked about."""
    return [(t, "sec", 4776, D(PackageName="MICROSOFT_AUTHENTICATION_PACKAGE_V1_0", TargetUserName=user, Workstation=workstation, Status=status), dict(level=0))]


# Clients.

# From a hotel packets of 1124 bytes pass and of 1125 do not; the tunnel wants 1280. github.com/tailscale/tailscale/issues/7706
# What somebody's client has of it: connected, and then nothing.
open_(
    "eleven-hundred-and-twenty-five",
    used(-2 * DAY, "100.101.7.9", 2, 5000) + att(0, "100.101.7.9", 264, 31, 3) + att(60, "100.101.7.9", 264, 30.5, 4) + att(900, "100.101.7.9", 264, 30.8, 5),
    "mtu-blackhole;host-hang-resource;tcp-filtered;host-unreachable;path-lost-mid-session;termservice-down;udp-transport-failure;tls-inspection;host-sleep;non-rdp-listener;termservice-crash;brute-force-saturation;network-service-failed",
    "TRIP-1121",
    year=2023,
)

# All the steps for the cloud's accounts are done, on a machine that is joined to it, and still "your credentials do not work".
# github.com/MicrosoftDocs/azure-docs/issues/59711
open_(
    "all-the-steps-done",
    [e for i, t in enumerate((0, 33, 90, 600)) for e in att(t, "vm-aad.westeurope.cloudapp.example", 2055, 3.1, 3 + i)],
    "auth-entra-failed;auth-bad-credentials;auth-no-rdp-right;auth-ntlm-blocked;auth-delegation-policy;auth-package-failure;auth-account-locked;auth-account-disabled;auth-dc-unreachable;auth-password-expired;policy-change",
    "AAD-1122",
    year=2020,
    dialect="EvtxECmd",
)

# From one client of 1809 it goes at times and at times it ends with 3334; a broken client of that version is suspected, and then the server.
# github.com/mRemoteNG/mRemoteNG/issues/1194
open_(
    "at-times",
    used(-9000, "srv-ora1", 2, 1200) + att(0, "srv-ora1", 3334, 1.9, 3) + att(14, "srv-ora1", 3334, 1.7, 4) + used(300, "srv-ora1", 5, 2600) + att(5000, "srv-ora1", 3334, 1.8, 6),
    "client-protocol-fault;update-regression;protocol-stream-corruption;gfx-decode-failure;third-party-server-fault;client-plugin-fault;host-hang-resource;path-lost-mid-session;tls-record-corruption;session-process-crash;display-driver-fault;client-crash",
    "W10-1123",
    year=2018,
    culture="en-US",
    dialect="viewer",
)

# Sessions go after a short while from a client inside as well as over the tunnel: the page's list goes from wireless roaming and a translator's
# idle time to the host's own limits. irohastack.com/?p=5874
open_(
    "inside-as-well",
    [e for i, (t, length) in enumerate(((0, 70), (200, 310), (900, 44))) for e in came_up(t, "pc-soumu-02", 3 + i) + disc(t + length, 2308, 3 + i)],
    "path-lost-mid-session;nat-idle-timeout;session-limit-policy;host-sleep;client-sleep;termservice-crash;host-reboot;host-crash;udp-transport-failure;mtu-blackhole;host-hang-resource;host-unreachable;client-plugin-fault;update-regression;session-replaced;session-process-crash;tcp-filtered",
    "W11-1124",
    year=2025,
    culture="ja-JP",
    dialect="viewer",
)

# Security alone.

# The text of 0xC000006E speaks of a name or password, its own name of a restriction of the account; which one is not said.
# github.com/MicrosoftDocs/windows-itpro-docs/issues/8219
open_(
    "some-restriction",
    [e for t in (0, 18, 300) for e in refused(t, "kiosk", "0xc000006e", "0xc000006e", "%%2313", "10.9.3.12", WorkstationName="THIN-12")],
    "auth-bad-credentials;auth-logon-hours;auth-workstation-restriction;auth-ntlm-blocked;restricted-admin-mismatch;auth-delegation-policy;auth-account-disabled;auth-account-expired;auth-no-rdp-right;policy-change;auth-password-expired",
    "W10-1125",
    year=2020,
)

# The same credentials work inside the house; from outside it is "the logon attempt failed". The list names the firewall, the way the proof is asked for
# and the policy. en.ittrip.xyz/windows/rdp/rdp-logon-fix
open_(
    "works-inside",
    [e for t in (0, 26, 55) for e in refused(t, "sachi", "0xc000006d", "0x0", "%%2304", "198.51.100.61", WorkstationName="HOME-3")]
    + [(900, "sec", 4624, D(SubjectUserSid="S-1-0-0", SubjectUserName="-", TargetUserName="sachi", TargetDomainName="CORP", LogonType=3, LogonProcessName="Kerberos", AuthenticationPackageName="Kerberos", WorkstationName="-", IpAddress="10.2.0.15", IpPort=50122), dict(level=0))],
    "auth-bad-credentials;auth-ntlm-blocked;auth-package-failure;auth-dc-unreachable;auth-delegation-policy;credssp-oracle;auth-trust-broken;auth-no-rdp-right;policy-change;auth-spn-mismatch;auth-entra-failed;credssp-pubkey-auth-failure;auth-time-skew",
    "TS-1126",
    year=2024,
    dialect="evtx_dump",
)

# Directories.

# Accounts are locked again and again and the event does not say where: its field of the caller is empty. It is somewhere outside the directory.
# evotec.pl/active-directory-how-to-track-down-why-and-where-the-user-account-was-locked-out
open_(
    "caller-is-empty",
    [e for t in (0, 3600, 7200) for e in validated(t - 2, "Administrator", "0xc000006a") + [(t, "sec", 4740, D(TargetUserName="Administrator", TargetDomainName="", TargetSid="S-1-5-21-1-2-3-500", SubjectUserSid="S-1-5-18", SubjectUserName="DC-1127$", SubjectDomainName="EVO", SubjectLogonId="0x3e7"), dict(level=0))]],
    "auth-account-locked;auth-bad-credentials;brute-force-saturation",
    "DC-1127",
    year=2018,
    dialect="EvtxECmd",
)

# 4776 fails every few seconds on a controller and "gives you no information on where it originates"; ports had been opened to the outside.
# forflukesake.co.za/wp/4023/finding-the-ip-of-a-computer-causing-event-id-4776
open_(
    "no-word-of-where",
    [e for i in range(60) for e in validated(i * 4.3, ("admin", "scanner", "reception", "backup", "user1", "administrator")[i % 6], ("0xc0000064", "0xc0000064", "0xc0000064", "0xc0000064", "0xc0000064", "0xc000006a")[i % 6])],
    "brute-force-saturation;auth-bad-credentials;auth-account-locked",
    "DC-1128",
    year=2019,
)

# Sessions.

# About five minutes after connecting one is thrown out, since an update of two weeks ago. github.com/stascorp/rdpwrap/issues/1450
open_(
    "five-minutes",
    patched(-14 * DAY, "2021-06 Cumulative Update for Windows 10 Version 20H2 for x64-based Systems (KB5003637)")
    + [e for i, (t, length) in enumerate(((0, 301), (400, 296), (1500, 308))) for e in accepted(t, "u1", "10.20.4.31", 31 + i) + lsm(t + 2, 21 if i == 0 else 25, **person(1)) + lsm(t + length, 40, Session="3", Reason="0") + lsm(t + length + 0.1, 24, **person(1)) + ended(t + length + 0.3, 31 + i)],
    "update-regression;nat-idle-timeout;session-limit-policy;path-lost-mid-session;client-cancelled;client-crash;client-protocol-fault;udp-transport-failure;client-sleep;host-hang-resource;third-party-server-fault;admin-disconnect;mtu-blackhole;client-plugin-fault",
    "W10-1129",
    year=2021,
)

# An administrator gets "access is denied" in every way he comes; in the end it was "one session for each user", switched off.
# github.com/stascorp/rdpwrap/issues/3427
open_(
    "in-every-way",
    worked(-9000, 2, 12) + [e for i, t in enumerate((0, 31, 300)) for e in accepted(t, "u5", ("127.0.0.1", "127.0.0.1", "10.20.4.35")[i], 20 + i) + ended(t + 3.1, 20 + i)],
    "auth-no-rdp-right;session-stuck;session-process-crash;connection-limit;license-grace-expired;profile-load-failure;termservice-crash;client-cancelled;client-protocol-fault;drain-mode;update-regression;license-server-unreachable;console-loop;path-lost-mid-session;display-driver-fault;host-hang-resource;policy-change",
    "W11-1130",
    year=2025,
)

# False alarms.

# Every five minutes a logon fails without an address, for a name that begins with two signs and goes on for ninety letters: no guesser, a certificate
# that is offered in place of a name. github.com/DigitalRuby/IPBan/issues/5
healthy(
    "name-of-ninety-letters",
    [e for i in range(9) for e in refused(i * 300, "@@CyBAAAAUBQYAMHArBwUAMGAoBQZAQGA1BAbAUGAyBgOAQFAhBwcAsGA6AweAMDABBQRAEEACBgQAIEADBQLAADAEBw", "0xc000006d", "0xc0000064", "%%2313", "-", SubjectUserSid="S-1-5-18", SubjectUserName="DALLAS$", SubjectDomainName="WORKGROUP", SubjectLogonId="0x3e7", TargetDomainName="", LogonProcessName="Schannel", AuthenticationPackageName="Microsoft Unified Security Protocol Provider", WorkstationName="DALLAS", IpPort="-")]
    + success(700, "henslec", "192.0.2.44", 9)
    + lsm(2600, 23, User="DALLAS\\henslec", SessionID="3"),
    "auth-bad-credentials;brute-force-saturation",
    "DALLAS",
    year=2012,
    dialect="viewer",
)

# Six strangers' guesses an hour for a name that is not there, and a script that is to shut them out and fails for reasons of its own.
# github.com/JeftaDirksen/BlockIP/issues/3
healthy(
    "six-an-hour",
    [e for i in range(9) for e in refused(-3000 + i * 610, "ADMINISTRATOR", "0xc000006d", "0xc0000064", "%%2313", f"203.0.113.{20 + i % 4}")]
    + success(-2000, "mr", "192.168.2.6", 9)
    + lsm(1800, 23, User="MICRO\\mr", SessionID="3"),
    "brute-force-saturation;auth-bad-credentials",
    "MICRO",
    year=2021,
    dialect="evtx_dump",
)

# The same 5722 once, in the minute in which the computer changes its password, as it does each thirty days: its channel goes on to be valid.
# Microsoft's article 810977, first of its two kinds
healthy(
    "each-thirty-days",
    not_set_up(0, "PC-207")
    + [(1.2, "sec", 4742, D(ComputerAccountChange="-", TargetUserName="PC-207$", TargetDomainName="CORP", TargetSid="S-1-5-21-1-2-3-1688", SubjectUserSid="S-1-5-21-1-2-3-1688", SubjectUserName="PC-207$", SubjectDomainName="CORP", SubjectLogonId="0x3ab911", PrivilegeList="-", PasswordLastSet="3/2/2012 11:00:01 AM"), dict(level=0))]
    + [(t, "sec", 4624, D(SubjectUserSid="S-1-0-0", SubjectUserName="-", TargetUserName="PC-207$", TargetDomainName="CORP", LogonType=3, LogonProcessName="Kerberos", AuthenticationPackageName="Kerberos", WorkstationName="", IpAddress="10.7.2.7", IpPort=49211), dict(level=0)) for t in (30, 900)],
    "auth-trust-broken",
    "DC-1133",
    year=2012,
)

# What the codes of 40 stand for in an examiner's notes: 11, somebody asked for the end himself, and 5 when he comes to the same session from
# another machine. github.com/gajos112/Digital-Forensics, RDP.md
healthy(
    "notes-of-an-examiner",
    accepted(0, "u1", "10.20.4.31", 11) + lsm(2, 21, **person(1)) + lsm(1900, 40, Session="3", Reason="11") + lsm(1900.1, 24, **person(1)) + ended(1900.3, 11)
    + accepted(2600, "u1", "10.20.4.31", 12) + lsm(2602, 25, **person(1))
    + accepted(5200, "u1", "10.20.4.88", 13) + lsm(5202, 40, Session="3", Reason="5") + lsm(5202.1, 24, **person(1)) + lsm(5202.3, 25, **person(1, ip="10.20.4.88")) + ended(5202.5, 12) + lsm(9000, 23, User="CORP\\u1", SessionID="3"),
    "session-replaced;client-cancelled",
    "TS-1134",
    year=2022,
    culture="pl-PL",
    dialect="viewer",
)
