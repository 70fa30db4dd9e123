"""An eleventh set written blind, part b: clients' logs, directories, lost sessions and Security logs alone, as strangers' logs show them.

Each case says what its report told and where it stands; names, times and addresses are invented, routine events added,
and the rules were not looked at while writing.
"""

from .events import D, U, att, c131, conn, disc, success
from .eighth_round_b import refused
from .fifth_round_a import patched
from .ninth_round_b import DAY, ended
from .ninth_round_b_doubt import came_up
from .providers import PROVIDERS
from .rounds import Round
from .sixth_round_c import used
from .tenth_round_a_doubt import not_set_up
from .threads_service import crash
from .threads_session import lsm

ROUND = Round("eleventh-b")
known = ROUND.known
PROVIDERS.update(
    {
        "wlanauto": (
            'Name="Microsoft-Windows-WLAN-AutoConfig" Guid="{9580D7DD-0379-4658-9870-D5BE7D52D6DE}"',
            "Microsoft-Windows-WLAN-AutoConfig/Operational",
        ),
    }
)


def unproven(t, user, status, ip):
    """A ticket a controller refused before it looked at anything else."""
    return [(t, "sec", 4771, D(TargetUserName=user, TargetSid="S-1-5-21-1-2-3-1312", ServiceName="krbtgt/CORP", TicketOptions="0x40810010", Status=status, PreAuthType=2, IpAddress="::ffff:" + ip, IpPort=49877, CertIssuerName="", CertSerialNumber="", CertThumbprint=""), dict(level=0))]


def air(t, number, **more):
    """The wireless network that comes (8001) or goes (8003)."""
    base = dict(InterfaceGuid="{2B1C0E4A-6E0F-4C43-9A10-0C0E62B1F7D5}", InterfaceDescription="Intel(R) Wireless-AC 9560", ConnectionMode="Automatic connection with a profile", ProfileName="corp-x", SSID="corp-x", BSSType="Infrastructure")
    return [(t, "wlanauto", number, D(**{**base, **more}), dict(level=4))]


# Directories.

# After April's security update controllers crash in the authority's process early in their start and go round in restarts, so that nobody
# is let in. blog.etcpasswd.me/microsoft-confirms-lsass-crashes-are-putting-some-domain-controllers-into-reboot-loops-2
known(
    "round-in-restarts",
    "update-regression",
    patched(-900, "2026-04 Cumulative Update for Microsoft server operating system version 21H2 for x64-based Systems (KB5082063)")
    + [
        e
        for i, t in enumerate((0, 320, 650))
        for e in [(t - 60, "evlog", (6005, 32768), U(""), dict(level=4))]
        + crash(t, "lsass.exe", "10.0.20348.4893", "5d2f8a11", "ntdll.dll", "10.0.20348.4893", "91c2a0de", "c0000005", "0000000000063a1c", "3f0", f"01dccb0{i}54a0e1c2", "C:\\Windows\\system32\\lsass.exe", "C:\\Windows\\SYSTEM32\\ntdll.dll", f"4c0f1e2{i}-95ad-4a36-8e0e-8d2d5c0a9d11", "", "")
        + [
            (t + 1, "wininit", (1015, 49152), U("C:\\Windows\\system32\\lsass.exe", "c0000005"), dict(level=2)),
            (t + 2, "user32", (1074, 32768), D(param1="C:\\Windows\\system32\\wininit.exe (DC-1101)", param2="DC-1101", param3="No title for this reason could be found", param4="0x50006", param5="restart", param6="The system process 'C:\\Windows\\system32\\lsass.exe' terminated unexpectedly with status code -1073741819. The system will now shut down and restart.", param7="NT AUTHORITY\\SYSTEM"), dict(level=4)),
        ]
    ],
    "auth-package-failure;host-reboot;host-crash;auth-dc-unreachable",
    "DC-1101",
    year=2026,
)

# After a machine went down its user is told at each logon that the time here and on the network are different; somebody had set the clock by
# hand. terminal.com/post/2010/12/06/changing-the-system-time-can-lock-you-out-of-the-network. What the controller says of it.
known(
    "clock-set-by-hand",
    "auth-time-skew",
    [e for t in (0, 14, 190, 205) for e in unproven(t, "maria", "0x25", "10.30.1.77")],
    "",
    "DC-1102",
    year=2010,
    dialect="viewer",
)

# A computer was joined under a name that another one had already: the first one's password is no more what the domain holds, and each time it
# comes 5722, access is denied. Microsoft's article 810977, second of its two kinds
known(
    "a-name-twice",
    "auth-trust-broken",
    [e for t in (0, 900, 1800, 5400, 9000) for e in not_set_up(t, "KASSE-4")],
    "dns-stale-wrong-host;auth-dc-unreachable",
    "DC-1103",
    year=2008,
    culture="de-DE",
    dialect="viewer",
)

# Who applied a hardening of the directory is kept from the controller by "a user account restriction": the administrator had become a protected
# user, and something between them wanted NTLM. github.com/LoicVeirman/Hello-My-Dir/issues/35
known(
    "protected-from-himself",
    "auth-ntlm-blocked",
    [e for i, t in enumerate((0, 40, 600)) for e in c131(t, "10.0.0.9", 3 + i) + [(t + 0.6, "protected", 100, D(AccountName="adm-mb", DeviceName="BASTION", Status="0xc000006e"), {})] + refused(t + 0.7, "adm-mb", "0xc000006e", "0xc000006e", "%%2304", "10.0.0.9", WorkstationName="BASTION") + ended(t + 0.9, 3 + i)],
    "policy-change;auth-delegation-policy;auth-workstation-restriction",
    "DC-1104",
    year=2026,
    dialect="evtx_dump",
)

# Security alone.

# Administrators are denied "access to this computer from the network", as an appendix advises, and with authentication before the session that
# keeps them from Remote Desktop too. github.com/MicrosoftDocs/windowsserverdocs/issues/6811
known(
    "denied-from-the-network",
    "auth-no-rdp-right",
    [e for t in (0, 25, 700) for e in refused(t, "adm-jo", "0xc000015b", "0x0", "%%2308", "10.12.0.40", WorkstationName="ADM-7")],
    "policy-change",
    "SRV-1105",
    year=2022,
    dialect="EvtxECmd",
)

# Clients.

# A manager with eight to eleven sessions open falls over as the next one logs on, the stack used up.
# github.com/mRemoteNG/mRemoteNG/issues/616
known(
    "eighth-to-eleventh",
    "client-crash",
    [e for i in range(8) for e in conn(-700 + i * 80, f"app-{i}", 3 + i) + [(-698 + i * 80, "client", 1025, [], dict(a=3 + i, level=4))]]
    + crash(0, "mRemoteNG.exe", "1.75.7008.17935", "5942ae7f", "ntdll.dll", "10.0.14393.479", "58256ca0", "c00000fd", "00046b6e", "2f8c", "01d2ef35de3045ac", "C:\\Users\\user\\Downloads\\mRemoteNG-Portable-1.75.7008.17935\\mRemoteNG.exe", "C:\\WINDOWS\\SYSTEM32\\ntdll.dll", "73af049e-03df-4cc5-9cf7-e80be22270f9", "", ""),
    "client-protocol-fault;client-plugin-fault",
    "W10-1106",
    year=2017,
)

# With a certificate for logon a machine outside gets through the gateway and is told that no controller can be reached for the proof; with a
# tunnel it works. github.com/MicrosoftDocs/windows-itpro-docs/issues/11603. The client's code of that is 6151, no authority to be contacted.
known(
    "no-sight-of-a-controller",
    "auth-dc-unreachable",
    [e for i, t in enumerate((0, 37, 400)) for e in att(t, "rds-3.corp.example", 6151, 4.4, 3 + i)] + used(2100, "rds-3.corp.example", 9, 2500),
    "auth-delegation-policy;auth-spn-mismatch;auth-package-failure",
    "AADJ-1107",
    year=2023,
    dialect="viewer",
    culture="pl-PL",
)

# A ticket in a name that two domains have: "commonly, this is due to identically named machine accounts in the target realm and the client realm".
# irohastack.com/en/kerberos-krb_ap_err_modified-en; the words are those of the event in its older form
known(
    "in-both-realms",
    "auth-spn-mismatch",
    [e for i, t in enumerate((0, 44)) for e in conn(t, "ts3.branch.example", 3 + i) + [(t + 0.5, "kerb2003", (4, 16384), U("ts3$", "BRANCH.EXAMPLE", "TERMSRV/ts3.branch.example", "CORP.EXAMPLE"), dict(level=2))] + disc(t + 0.9, 2055, 3 + i)],
    "auth-bad-credentials;dns-stale-wrong-host;auth-trust-broken",
    "W7-1109",
    year=2010,
)

# The desktop is to be reached through the tunnel alone, and first of the reasons why it is not: "VPN is not established or has dropped", an expired
# certificate of its client. irohastack.com/en/vpn-required-for-remote-rdp-en
known(
    "first-of-the-reasons",
    "host-unreachable",
    used(-3 * DAY, "10.44.0.21", 2, 7000)
    + [(t, "rasclient", (20227, 0), U("{41D0}", "NB-1110\\jun", "HQ", "13801"), {}) for t in (-60, -30, 240)]
    + att(0, "10.44.0.21", 516, 21.2, 3)
    + att(50, "10.44.0.21", 516, 21.1, 4)
    + att(300, "10.44.0.21", 516, 21.1, 5),
    "tcp-filtered;path-lost-mid-session;dns-failure",
    "NB-1110",
    year=2025,
    culture="ja-JP",
    dialect="viewer",
)

# With a tunnel up a query goes to the preferred interface alone, and "if the query times out" there it never finds the name inside.
# technet.microsoft.com/fr-fr/itpro/windows/keep-secure/vpn-name-resolution
known(
    "to-the-preferred-interface",
    "dns-failure",
    [e for i, t in enumerate((0, 40)) for e in conn(t, "pc-compta.siege.example", 3 + i) + [(t + 11, "dns", 1014, D(QueryName="pc-compta.siege.example", AddressLength=128, Address="02000035C0A80101", ClientPID=3122), dict(level=3))] + disc(t + 11.4, 260, 3 + i)]
    + used(200, "10.61.0.14", 6, 1900),
    "",
    "PORT-1111",
    year=2017,
    culture="fr-FR",
    dialect="viewer",
)

# Lost sessions.

# As soon as somebody comes to the laptop by Remote Desktop its wireless network goes and does not come back by itself; the client is told that the
# connection is lost. github.com/MicrosoftDocs/windowsserverdocs.zh-cn/issues/11
known(
    "gone-as-one-arrives",
    "path-lost-mid-session",
    [
        e
        for i, t in enumerate((0, 900))
        for e in success(t, "liu", "192.168.8.20", 5 + i)[:-1]
        + lsm(t + 3, 21 if i == 0 else 25, User="NB-1112\\liu", SessionID="2", Address="192.168.8.20")
        + air(t + 4, 8003, Reason="The network is disconnected by the driver.", ConnectionId="0x9", ReasonCode="")
        + [(t + 4.2, "netprof", 10001, D(Name="corp-x", Description="corp-x", Guid="{11C6A0E2-53B0-4F4B-8A1D-6E3D2AE91F40}", Type=1, State=9, Category=2), dict(level=4)), (t + 24, "core", 143, D(error="121"), dict(a=5 + i, level=3))]
        + lsm(t + 24.5, 24, User="NB-1112\\liu", SessionID="2", Address="192.168.8.20")
        + ended(t + 24.8, 5 + i)
        + air(t + 600, 8001, PHYType="802.11ac", AuthenticationAlgorithm="WPA2-Enterprise", CipherAlgorithm="AES-CCMP", OnexEnabled="1", ConnectionId="0xa", NonBroadcast="false")
    ],
    "network-service-failed;host-unreachable;policy-change",
    "NB-1112",
    year=2020,
)

# A client thrown out after short idle times; one who had the same found after long looking that it was his own connection, "your network card or
# drivers acting up". github.com/FreeRDP/FreeRDP/issues/2802
known(
    "own-card-after-all",
    "path-lost-mid-session",
    [e for i, (t, length) in enumerate(((0, 610), (1200, 95))) for e in came_up(t, "ts-lager", 3 + i) + [(t + length - 9, "nic", (27, 40960), U("", "Intel(R) Ethernet Connection (2) I219-LM"), dict(level=3)), (t + length + 30, "nic", (32, 24576), U("", "Intel(R) Ethernet Connection (2) I219-LM"), dict(level=4))] + disc(t + length, 2308, 3 + i)]
    + used(3000, "ts-lager", 8, 4000),
    "client-sleep;network-service-failed",
    "PC-1113",
    year=2016,
    dialect="libevtx",
)
