"""A tenth set written blind, part b: clients, gateways, brokers, networks, graphics and cloud desktops, as strangers' logs show them.

Each case says what its report told and where it stands; names, times and addresses are invented, routine events added,
and the rules were not looked at while writing.
"""

from .events import D, U, att, c131, conn, disc, success
from .eighth_round_a import reported
from .fifth_round_b import person, worked
from .ninth_round_b import DAY, ended
from .rounds import Round
from .sixth_round_b import through
from .sixth_round_c import used
from .third_round_reports import accepted
from .threads_roles import gateway, nps
from .threads_service import crash
from .threads_session import lsm

ROUND = Round("tenth-b")
known = ROUND.known


def dropped(t, port, address="198.51.100.8", source=51000):
    """A packet to this host that a filter took, as the audit of dropped packets writes it."""
    return [(t, "sec", 5152, D(ProcessId=1284, Application="\\device\\harddiskvolume3\\windows\\system32\\svchost.exe", Direction="%%14592", SourceAddress=address, SourcePort=source, DestAddress="10.0.0.4", DestPort=port, Protocol=6, FilterRTID=97211, LayerName="%%14610", LayerRTID=44), dict(level=0))]


# Gateways and their policy servers.

# "Disconnected … because of a failure during reauthentication/reauthorization" with the bytes and the length of the session.
# technet.microsoft.com/en-us/library/ee891329(v=ws.10), event 309
known(
    "asked-again-and-refused",
    "gateway-session-timeout",
    through(-20000, "lea", "ts2.corp.example", 5000)
    + [e for t, who in ((0, "CORP\\ida"), (1900, "CORP\\lars")) for e in gateway(t - 14400, 302, resource="ts2.corp.example", user=who) + gateway(t, 309, "23003", "ts2.corp.example", user=who, SessionDuration="14400", BytesReceived="8120331", BytesTransfered="551200") + gateway(t + 0.2, 303, "1226", "ts2.corp.example", user=who, SessionDuration="14400", BytesReceived="8120331", BytesTransfered="551200")],
    "gateway-cap-denied;gateway-auth-failed;gateway-rap-denied;session-limit-policy",
    "RDG-1001",
    year=2013,
)

# Who meets the policy and yet asks for a resource that does not: "the network resource did not meet the requirements, so the connection was
# not authorized". technet.microsoft.com/zh-tw/library/ee891166(v=ws.10), event 308
known(
    "half-a-success",
    "gateway-rap-denied",
    [e for t in (0, 40) for e in gateway(t, 312) + gateway(t + 0.3, 200) + gateway(t + 0.6, 308, "23002", "nas-3.corp.example")] + through(900, "mia", "ts2.corp.example"),
    "gateway-target-unreachable;gateway-cap-denied",
    "RDG-1002",
    year=2012,
    culture="fr-FR",
    dialect="viewer",
)

# From May 2023 on the extension for multifactor wants numbers or one-time codes; who has a code beside the app's push "cannot meet the
# challenge and the sign-in fails". github.com/MicrosoftDocs/azure-docs/issues/111123
known(
    "numbers-to-match",
    "gateway-nps-failure",
    through(-DAY, "ida", "ts1.corp.example")
    + [e for t in (0, 50, 300) for e in gateway(t, 312) + nps(t + 1.1, 6273, ReasonCode=21, Reason="An NPS extension dynamic link library (DLL) that is installed on the NPS server rejected the connection request.", NetworkPolicyName="RDG_CAP", AuthenticationProvider="Windows", AuthenticationServer="RDG-1003.corp.example") + gateway(t + 1.3, 201, "23003")],
    "gateway-auth-failed;gateway-cap-denied",
    "RDG-1003",
    year=2023,
    dialect="evtx_dump",
)

# Connections are authorised by both policies "but could not connect to resource"; the library asks whether Remote Desktop is on and the user in
# the group, then for the network. technet.microsoft.com/en-us/library/cc727375(v=ws.10), event 304
known(
    "authorised-for-nothing",
    "gateway-target-unreachable",
    [e for t in (0, 33, 71) for e in gateway(t, 200) + gateway(t + 0.3, 300, resource="xp-114") + gateway(t + 21.4, 304, "23005", "xp-114")] + through(2000, "ole", "xp-115"),
    "tcp-filtered;host-unreachable;rdp-disabled;dns-failure;tcp-refused;firewall-profile-flip",
    "TSG-1004",
    year=2009,
    dialect="python-evtx",
)

# Of the numbers a policy server gives: 64, the lockout of remote access is on and the user has been refused too often.
# technet.microsoft.com/ja-jp/library/dd197521
known(
    "reason-sixty-four",
    "auth-account-locked",
    [e for t in (0, 31, 62) for who in [dict(user="CORP\\tom")] for e in gateway(t, 312, **who) + nps(t + 0.4, 6273, SubjectUserName="tom", ReasonCode=64, Reason="Remote Access Account Lockout is enabled, and the user's authentication attempts have exceeded the designated lockout count because the credentials they supplied are not valid.", NetworkPolicyName="-", AuthenticationProvider="Windows") + gateway(t + 0.5, 201, "23003", **who)]
    + through(400, "ida", "ts2.corp.example"),
    "auth-bad-credentials;gateway-auth-failed;gateway-cap-denied",
    "RDG-1016",
    year=2014,
    culture="es-ES",
    dialect="viewer",
)

# And 261: it cannot contact the directory or the local accounts.
# learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2008-r2-and-2008/dd197582(v=ws.10)
known(
    "reason-two-hundred-sixty-one",
    "gateway-nps-failure",
    through(-9000, "ida", "ts2.corp.example") + [e for t in (0, 45) for e in gateway(t, 312) + nps(t + 15, 6273, ReasonCode=261, Reason="NPS cannot contact Active Directory Domain Services (AD DS) or the local user accounts database to perform authentication and authorization.", NetworkPolicyName="-", AuthenticationProvider="Windows") + gateway(t + 15.2, 201, "23003")],
    "auth-dc-unreachable;gateway-auth-failed",
    "RDG-1017",
    year=2018,
)

# Brokers.

# A gateway of another make in front of a collection: whom the broker sends to a second host is told of "an unexpected server authentication
# certificate"; only the first address of the name works. github.com/bolkedebruin/rdpgw/issues/88. The client's code of that text is 0x907.
known(
    "not-the-certificate-expected",
    "cert-client-rejects",
    used(-DAY, "coll1.ad.example", 3, 5000) + [e for i, t in enumerate((0, 24, 200)) for e in conn(t, "coll1.ad.example", 5 + i) + [(t + 1.1, "client", 1025, [], dict(a=5 + i, level=4))] + disc(t + 2.2, 2311, 5 + i)],
    "broker-redirect-failed;tls-inspection;dns-stale-wrong-host;cert-configured-invalid;cert-malformed",
    "LAP-1008",
    year=2023,
)

# Graphics.

# A guest of a hypervisor drops the connection: ERRINFO_GRAPHICS_SUBSYSTEM_FAILED (0x112F), the graphics of the server is in an error state.
# github.com/FreeRDP/FreeRDP/issues/4717
known(
    "encoding-cannot-go-on",
    "display-driver-fault",
    [e for i, t in enumerate((0, 700)) for e in accepted(t, "u1", "10.20.4.31", 41 + i) + lsm(t + 1.8, 21 if i == 0 else 25, **person(1)) + lsm(t + 66.1, 40, Session="3", Reason="4399") + lsm(t + 66.2, 24, **person(1)) + ended(t + 66.4, 41 + i)],
    "gfx-decode-failure;session-process-crash",
    "HV-1009",
    year=2018,
)

# With a program that changes the looks of windows dwm.exe faults in KERNELBASE.dll now and then when somebody comes by Remote Desktop.
# github.com/Maplespe/DWMBlurGlass/issues/125
known(
    "blurred-glass",
    "session-process-crash",
    [e for i, t in enumerate((0, 4000)) for e in accepted(t, "u1", "192.168.1.7", 5 + i) + lsm(t + 1.9, 25, User="PC-1010\\u1", SessionID="2", Address="192.168.1.7") + crash(t + 2.6, "dwm.exe", "10.0.22621.2506", "5f5f2b63", "KERNELBASE.dll", "10.0.22621.3085", "b2acaea9", "e0464645", "000000000005543c", "0x33C0", "0x1DA59E2B6D1A6F2", "C:\\Windows\\system32\\dwm.exe", "C:\\Windows\\System32\\KERNELBASE.dll", "8f1d2f6a-40a5-4c0e-8c26-2b3a1b8d9e10", "", "")],
    "display-driver-fault",
    "PC-1010",
    year=2024,
)

# Networks.

# A packet filter blocks "inbound traffic" of svchost.exe to 3389; with the box ticked "the RDP connection drops and unable to recover".
# github.com/henrypp/simplewall/issues/37
known(
    "box-unticked",
    "tcp-filtered",
    success(-6000, "adm", "198.51.100.8", 9)[:-1] + lsm(-5997, 21, User="VM-1011\\adm", SessionID="2", Address="198.51.100.8") + [(0, "core", 143, D(error="121"), dict(a=9, level=3))] + lsm(0.4, 24, User="VM-1011\\adm", SessionID="2", Address="198.51.100.8") + ended(0.6, 9) + [e for i in range(9) for e in dropped(-25 + i * 3 + (40 if i > 5 else 0), 3389, source=51000 + i // 3)],
    "path-lost-mid-session;firewall-profile-flip;policy-change",
    "VM-1011",
    year=2017,
    culture="ru-RU",
    dialect="viewer",
)

# Two machines draw the same transaction number from the DHCP server and so the same address: "conflict for IP address", the interface is
# disabled and nothing goes by TCP/IP. helparchive.huntertur.net/document/108175 (Q190534). The event as later versions log it.
known(
    "same-transaction-number",
    "ip-address-conflict",
    worked(-9000, 1) + [(-4, "dhcp", (1005, 32768), D(Address="10.44.2.18", HWAddress="00155D0A1C04"), dict(level=3)), (0, "tcpip", (4198, 49152), U("", "10.44.2.18", "00-15-5D-0A-1C-04"), {})],
    "",
    "SRV-1012",
    year=2010,
    dialect="libevtx",
)

# Clients.

# A manager of connections with ten tabs open goes down twice in two days, once in ntdll.dll with 0xc0000374 and once in the host of XAML; its own
# log knows nothing. github.com/mRemoteNG/mRemoteNG/issues/1587
known(
    "ten-tabs",
    "client-crash",
    [e for i in range(3) for e in conn(-3000 + i * 90, f"srv-{i}", 3 + i) + [(-2998 + i * 90, "client", 1025, [], dict(a=3 + i, level=4))]]
    + crash(0, "mRemoteNG.exe", "1.77.1.27713", "5d6d3405", "ntdll.dll", "10.0.16299.936", "7b4896c1", "c0000374", "000da2b9", "1018", "01d56d4d921b2d33", "D:\\Software\\mRemoteNG-Portable-1.77.1.27713\\mRemoteNG.exe", "C:\\windows\\SYSTEM32\\ntdll.dll", "f9cd5d4f-ba79-483f-bf48-3a3ad100391a", "", "")
    + crash(80000, "mRemoteNG.exe", "1.77.1.27713", "5d6d3405", "Windows.UI.XamlHost.dll", "10.0.16299.696", "7573827d", "c0000409", "00005949", "67e8", "01d56e2b97dc356a", "D:\\Software\\mRemoteNG-Portable-1.77.1.27713\\mRemoteNG.exe", "C:\\Windows\\System32\\Windows.UI.XamlHost.dll", "1f208c74-1529-415a-b36b-5e8d5f0a7b11", "", ""),
    "client-plugin-fault;client-protocol-fault",
    "W10-1013",
    year=2019,
)

# Whoever logs off inside the session has the program crash: APPCRASH Terminals.exe in mstscax.dll, each time.
# github.com/Terminals-Origin/Terminals/issues/201
known(
    "on-every-log-off",
    "client-crash",
    [e for t in (0, 5100, 9300) for e in reported(t, "Terminals.exe", "4.0.1.16210", "594e2a26", "mstscax.dll", "6.0.6002.19439", "55a01ea4", "c0000005", "00000000000602b5")],
    "client-protocol-fault;client-plugin-fault",
    "VISTA-1014",
    year=2018,
    dialect="python-evtx",
)

# A client of 2012 R2's farm cannot turn the name it is redirected to into an address, while the farm's own name resolves.
# github.com/FreeRDP/FreeRDP/issues/4132. The resolver's event and the code of the message are the ones of Windows.
known(
    "name-of-the-member",
    "dns-failure",
    [e for i, t in enumerate((0, 61)) for e in conn(t, "farm2012.university.example", 4 + i) + [(t + 1.4, "client", 1025, [], dict(a=4 + i, level=4)), (t + 12, "dns", 1014, D(QueryName="soft2012-rdsh1.university.example", AddressLength=128, Address="0200003508080808", ClientPID=6120), dict(level=3))] + disc(t + 12.3, 260, 4 + i)],
    "broker-redirect-failed",
    "LAB-1015",
    year=2017,
)

# A host that is reached by its address and no more by its name, until discovery is switched on again. github.com/stascorp/rdpwrap/issues/260
known(
    "by-address-only",
    "dns-failure",
    used(-3 * DAY, "lab-pc4", 2, 3000) + att(0, "lab-pc4", 260, 7.1, 3) + att(30, "lab-pc4", 260, 7.0, 4) + used(90, "192.168.20.44", 5, 2400) + att(5000, "lab-pc4", 260, 7.2, 6),
    "",
    "W10-1018",
    year=2017,
    dialect="EvtxECmd",
)

# Hosts that are gone.

# A laptop that is to be kept awake goes to sleep as before, now after this time and now after that: "the system is entering Modern Standby".
# github.com/microsoft/PowerToys/issues/36864
known(
    "awake-it-is-not",
    "host-sleep",
    [
        e
        for i, (t, length) in enumerate(((0, 900), (9000, 2100)))
        for e in success(t, "silviu", "192.168.3.20", 5 + i)[:-1]
        + lsm(t + 3, 21 if i == 0 else 25, User="GEN13\\silviu", SessionID="2", Address="192.168.3.20")
        + [(t + length, "power", 506, D(Reason=12, InputSuppressionActionId=0), dict(level=4)), (t + length + 5000, "power", 507, D(Reason=32, DurationInUs=5000000000), dict(level=4))]
        + lsm(t + length + 5001, 24, User="GEN13\\silviu", SessionID="2", Address="192.168.3.20")
        + ended(t + length + 5001.2, 5 + i)
    ],
    "path-lost-mid-session;host-unreachable",
    "GEN13",
    year=2025,
    culture="ja-JP",
    dialect="viewer",
)
