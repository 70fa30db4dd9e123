"""A seventh set written blind, part c: clients, networks and sessions lost on the way, as strangers' logs show them.

Each case says what its report told and where it stands; names, times and addresses are invented, routine events added,
and the rules were not looked at while writing.
"""

from .events import D, U, att, c131, conn, disc, success, ud
from .fifth_round_a import DAY
from .fifth_round_b import person, worked
from .providers import PROVIDERS
from .rounds import Round
from .sixth_round_c import used
from .third_round_reports import accepted
from .threads_service import crash
from .threads_session import ended, lsm

ROUND = Round("seventh-c")
known = ROUND.known
PROVIDERS.update(
    {
        "ndis": ('Name="Microsoft-Windows-NDIS" Guid="{CDEAD503-17F5-4A3E-B7AE-DF8CC2902EB9}"', "System"),
        "e2f": ('Name="e2fexpress"', "System"),
        "e1d": ('Name="e1dexpress"', "System"),
        "rasclient": ('Name="RasClient"', "Application"),
        "hang": ('Name="Application Hang"', "Application"),
    }
)
UMDF = "http://www.microsoft.com/DriverFrameworks/UserMode/Event"  # the namespace of the driver framework's events


def lost(t, number, session, code, ip):
    """A session the host gives up: disconnected, with the code newer builds write into event 40."""
    return lsm(t, 40, Session=str(session), Reason=str(code)) + lsm(t + 0.1, 24, User=f"CORP\\u{number}", SessionID=str(session), Address=ip)


def back(t, number, session, ip, act):
    return c131(t, ip, act) + [(t + 0.8, "core", 98, [], dict(a=act, level=4))] + lsm(t + 1.4, 25, User=f"CORP\\u{number}", SessionID=str(session), Address=ip)


# What the client wrote.

# The client that shows Linux programs' windows dies again and again in a plug-in that is already unloaded: "mstsc.exe crashed with
# error module: WSLDVCPlugin.dll_unloaded", the screen keeps flickering. github.com/microsoft/wslg/issues/287
known(
    "plugin-already-gone",
    "client-plugin-fault",
    [
        e
        for i, t in enumerate((0, 31, 63))
        for e in crash(t, "mstsc.exe", "10.0.21390.1010", "e3a1f0d2", "WSLDVCPlugin.dll_unloaded", "1.0.22.0", "60a5d0c1", "c0000005", "0000000000004f50", f"{0x2A30 + i * 52:x}", "01d76050a1b2c3d4", "C:\\Windows\\system32\\mstsc.exe", "WSLDVCPlugin.dll", "5b1c0000-2d3e-4f50-8a61-9b7263d4e5f6", "", "")
    ]
    + [(t, "report", 1001, U("0", "0", "BEX64", "Not available", "0", "mstsc.exe", "10.0.21390.1010", "e3a1f0d2", "WSLDVCPlugin.dll_unloaded", "1.0.22.0"), dict(level=4)) for t in (1, 32)],
    "client-crash",
    "W10-701",
    year=2021,
    culture="en-US",
    dialect="viewer",
)

# A manager of connections closes without a word when "More choices" of the logon window is opened; the Application log names
# CredProvDataModel.dll. github.com/mRemoteNG/mRemoteNG/issues/1653
known(
    "more-choices",
    "client-crash",
    used(-5000, "srv-a", 3)
    + conn(-8, "srv-b", 5)
    + crash(0, "mRemoteNG.exe", "1.77.1.27654", "5d6d3391", "CredProvDataModel.dll", "10.0.17763.1", "ef4db69c", "c0000005", "0006346a", "2c94", "01d5b101aacb73a7", "C:\\Program Files (x86)\\mRemoteNG\\mRemoteNG.exe", "C:\\Windows\\system32\\CredProvDataModel.dll", "0644a9b1-e72a-4715-9df5-3958900abf26", "", ""),
    "client-plugin-fault;auth-package-failure",
    "PC-702",
    year=2019,
    dialect="EvtxECmd",
)

# The client from the store dies while another maker's server draws its logon window; the stack is all RdClientWinRT.
# github.com/neutrinolabs/xrdp/issues/1869
known(
    "store-client-draws",
    "client-crash",
    [
        e
        for i, t in enumerate((0, 47))
        for e in crash(t, "RdClient.Windows.exe", "10.2.1810.0", "60112f3a", "RdClientWinRT.dll", "10.2.1810.0", "60112e9b", "c0000005", "0000000000392d05", f"{0x31C4 + i:x}", "01d72fa0b1c2d3e4", "C:\\Program Files\\WindowsApps\\Microsoft.RemoteDesktop_10.2.1810.0_x64__8wekyb3d8bbwe\\RdClient.Windows.exe", "C:\\Program Files\\WindowsApps\\Microsoft.RemoteDesktop_10.2.1810.0_x64__8wekyb3d8bbwe\\RdClientWinRT.dll", "77c0a1b2-1111-4c3d-9e8f-0a1b2c3d4e5f", "Microsoft.RemoteDesktop_10.2.1810.0_x64__8wekyb3d8bbwe", "App")
    ],
    "third-party-server-fault;gfx-decode-failure;client-protocol-fault",
    "W10-703",
    year=2021,
    dialect="evtx_dump",
)

# A client is shown a desktop shared by a program of another maker; after some minutes the channel ends with 3080, which the
# documentation calls a decompression error, at other compression settings never. github.com/FreeRDP/FreeRDP/issues/3409
known(
    "minutes-then-3080",
    "gfx-decode-failure",
    [
        e
        for i, (t, length) in enumerate(((0, 240), (400, 610)))
        for e in conn(t, "10.71.4.20", 5 + i) + [(t + 1.1, "client", 1025, [], dict(a=5 + i, level=4)), (t + 1.9, "client", 1027, D(DomainName="", SessionId=0), dict(a=5 + i, level=4))] + disc(t + length, 3080, 5 + i)
    ],
    "third-party-server-fault;client-protocol-fault;protocol-stream-corruption",
    "PC-704",
    year=2016,
)

# "PC went to sleep. I switched it on again. RDP connection is disconnected and can not be automatically restored."
# github.com/1Remote/1Remote/issues/344
known(
    "switched-it-on-again",
    "client-sleep",
    used(-9000, "build-2", 2, 3000)
    + conn(-1800, "build-2", 4)
    + [(-1798.3, "client", 1025, [], dict(a=4, level=4)), (-1797, "client", 1027, D(DomainName="BUILD-2", SessionId=2), dict(a=4, level=4))]
    + [(0, "power", 42, D(TargetState=4, EffectiveState=4, Reason=7, Flags=0, TransitionsToOn=12), dict(level=4)), (4210, "power", 107, D(TargetState=0, WakeFromState=4), dict(level=4))]
    + disc(4213, 2308, 4)
    + used(4290, "build-2", 7, 600),
    "path-lost-mid-session",
    "LAPTOP-705",
    year=2023,
)

# A controller of the mainboard drops its link for some seconds, at random: e2fexpress 27 "Network link is disconnected".
# techspota.pages.dev/posts/faulty-intel-ethernet-controllers-are-dropping-connections-on-some-raptor-lake-motherboards
known(
    "controller-drops-link",
    "path-lost-mid-session",
    [
        e
        for i, t in enumerate((0, 5200))
        for e in conn(t - 2400, "rds.corp.example", 5 + i)
        + [(t - 2398, "client", 1025, [], dict(a=5 + i, level=4)), (t - 2396.5, "client", 1027, D(DomainName="CORP", SessionId=7), dict(a=5 + i, level=4))]
        + [(t, "e2f", (27, 40964), U("", "Intel(R) Ethernet Controller I226-V"), dict(level=3)), (t + 7, "e2f", (32, 24580), U("", "Intel(R) Ethernet Controller I226-V"), dict(level=4))]
        + disc(t + 11, 2308, 5 + i)
    ],
    "host-unreachable",
    "Z790-706",
    year=2023,
    dialect="EvtxECmd",
)

# The name leads to the machine that got the address of another: scavenging is slower than the leases. The client's ticket is for
# the old name and a stranger answers it. learn.microsoft.com/archive/blogs/askpfe/how-dns-scavenging-and-the-dhcp-lease-duration-relate
known(
    "address-of-another",
    "dns-stale-wrong-host",
    used(-8 * DAY, "client-a.corp.example", 2, 900)
    + [
        e
        for i, t in enumerate((0, 33))
        for e in conn(t, "client-a.corp.example", 5 + i)
        + [(t + 1.1, "kerb", (4, 16384), D(Server="client-b$", TargetRealm="CORP.EXAMPLE", Targetname="TERMSRV/client-a.corp.example", ClientRealm="CORP.EXAMPLE", binary=""), {})]
    ]
    + [(800, "kerb", (4, 16384), D(Server="client-b$", TargetRealm="CORP.EXAMPLE", Targetname="cifs/client-a.corp.example", ClientRealm="CORP.EXAMPLE", binary=""), {})],
    "auth-spn-mismatch;auth-trust-broken;auth-bad-credentials",
    "ADM-707",
    year=2011,
)

# What the host wrote.

# Its graphics driver stops the machine now and then when somebody connects: check 0x116, igdkmdnd64.sys in the dump, in Korean.
# github.com/IGCIT/Intel-GPU-Community-Issue-Tracker-IGCIT/issues/847
known(
    "graphics-at-connect",
    "host-crash",
    worked(-40000, 1)
    + success(-9, "u2", "10.71.5.31", 9)
    + [
        (38, "kg", 12, D(MajorVersion=10, MinorVersion=0, BuildVersion=22631, QfeVersion=4169, ServiceVersion=0, BootMode=0, StartTime="2026-03-02T10:00:38.5Z"), dict(level=4)),
        (44, "power", 41, D(BugcheckCode=278, BugcheckParameter1="0xffff9784506bb050", BugcheckParameter2="0xfffff80582541e60", BugcheckParameter3="0x0", BugcheckParameter4="0xd", SleepInProgress=0, PowerButtonTimestamp=0), dict(level=1)),
        (51, "evlog", (6008, 32768), U("오전 10:00:03", "2026-03-02", "", "", "5071"), {}),
        (56, "wer", (1001, 16384), D(param1="0x00000116 (0xffff9784506bb050, 0xfffff80582541e60, 0x0000000000000000, 0x000000000000000d)", param2="C:\\Windows\\Minidump\\092424-14390-01.dmp", param3="0b6b3678-309d-4913-a200-3171cab318d4"), {}),
    ],
    "display-driver-fault",
    "ARC-708",
    year=2024,
)

# Monday by VPN: nobody home. The power had failed at the weekend, and the machines' firmware keeps them off afterwards.
# clivesyabb.com/2011/11/14/a-remindertip-to-check-your-power-settings-in-the-bios
known(
    "stayed-off",
    "host-crash",
    worked(-3 * DAY, 1)
    + [
        (0, "evlog", (6008, 32768), U("7:41:16 AM", "2/28/2026", "", "", "402113", "", ""), {}),
        (0.1, "evlog", (6009, 32768), U("6.01.", "7601", "Service Pack 1", "Multiprocessor Free", "17514"), dict(level=4)),
        (0.2, "evlog", (6005, 32768), U(""), dict(level=4)),
        (3, "power", 41, D(BugcheckCode=0, BugcheckParameter1="0x0", BugcheckParameter2="0x0", BugcheckParameter3="0x0", BugcheckParameter4="0x0", SleepInProgress="false", PowerButtonTimestamp=0), dict(level=1)),
    ],
    "host-unreachable;host-reboot",
    "DESK-709",
    year=2011,
)

# Since the new version only the first connection works, then "an error occurred while the connection was being established"; the
# server says that the Microsoft Remote Display Adapter is offline. github.com/stascorp/rdpwrap/issues/1087
known(
    "adapter-offline",
    "display-driver-fault",
    [
        e
        for i, t in enumerate((0, 40, 95))
        for e in accepted(t, "u1", "10.71.6.12", 4 + i)
        + [(t + 3.2, "umdf", 10111, [], dict(level=1, u=("UmdfDeviceOffline", UMDF, dict(lifetime="{6B1D}", Name="Microsoft Remote Display Adapter", Location="(unknown)", Device="SWD\\REMOTEDISPLAYENUM\\RDPIDD_INDIRECTDISPLAY", RestartCount=5 - i))))]
        + lsm(t + 3.9, 40, Session="3", Reason="0")
        + ended(t + 4.1, 0, 4 + i)
    ],
    "update-regression;session-process-crash",
    "W10-710",
    year=2020,
    dialect="viewer",
)

# Workstations of medical practices lose the network for moments: event 10400, the adapter was reset, then 27.
# kb.bestpracticesoftware.com/support/TechnicalBulletinWorkstationDisconnects.htm
known(
    "adapter-reset",
    "path-lost-mid-session",
    success(-3000, "u3", "10.71.6.40", 7)[:-1]
    + lsm(-2997, 21, User="CORP\\u3", SessionID="2", Address="10.71.6.40")
    + [
        (0, "ndis", 10400, D(IfGuid="{4E1D0B6C-9A7F-4B52-9C0E-7B1F6A2D3C4E}", IfIndex=6, IfLuid="0x6000002000000", AdapterName="Intel(R) Ethernet Connection (7) I219-LM", ResetReason=4, ResetCount=3), dict(level=3)),
        (0.4, "e1d", (27, 40964), U("", "Intel(R) Ethernet Connection (7) I219-LM"), dict(level=3)),
        (4.4, "e1d", (32, 24580), U("", "Intel(R) Ethernet Connection (7) I219-LM"), dict(level=4)),
    ]
    + lost(9, 3, 2, 0, "10.71.6.40")
    + back(16, 3, 2, "10.71.6.40", 12),
    "host-unreachable",
    "RECEPTION-711",
    year=2024,
)

# Two hosts behind balancers: one to four times a day three or four users are thrown out at once and are back in seconds; event 40 has
# 0x80070079 and 0x80070040. it.ittrip.xyz/?p=3621
known(
    "waves-behind-balancer",
    "path-lost-mid-session",
    worked(-20000, 1)
    + [e for n, code, t in ((2, 2147942521, 0), (5, 2147942464, 0.6), (6, 2147942521, 0.8), (9, 2147942521, 1.3)) for e in lost(t, n, n + 3, code, "10.71.9.250")]
    + [e for n, t in ((2, 7), (5, 8), (6, 12), (9, 15)) for e in back(t, n, n + 3, "10.71.9.250", 20 + n)]
    + [e for n, code, t in ((2, 2147942464, 9400), (4, 2147942521, 9400.3), (6, 2147942464, 9401)) for e in lost(t, n, n + 3, code, "10.71.9.250")]
    + [e for n, t in ((2, 9407), (4, 9409), (6, 9412)) for e in back(t, n, n + 3, "10.71.9.250", 40 + n)],
    "nat-idle-timeout;udp-transport-failure",
    "RDS22-712",
    year=2024,
    culture="en-US",
    dialect="viewer",
)

# The double took the crashed server's address; then the server starts and claims it again: address conflict, nobody reaches it.
# eventid.net/display-eventid-4199-source-Tcpip-eventno-450-phase-1.htm (a comment)
known(
    "double-has-the-address",
    "ip-address-conflict",
    worked(-30000, 1)
    + [
        (0, "evlog", (6008, 49152), U("9:12:40 AM", "3/2/2026"), {}),
        (0.1, "evlog", (6005, 32768), U(""), dict(level=4)),
        (21, "tcpip", (4199, 49152), U("", "10.71.7.5", "00:0C:29:3A:11:07"), dict(bin="00000000030050000000000067100000C000000000000000000000000000000000000000")),
        (22, "dhcp", (1002, 0), U("10.71.7.5", "00155D3A1102"), {}),
    ],
    "host-crash;host-reboot;host-unreachable",
    "SRC-713",
    year=2009,
)

# After each start the domain controller takes its own network for a public one; disabling the card and enabling it again helps.
# engineerdirect.co.uk/guides/library/d/active-directory/dc-nla-public-network-misclassification
known(
    "public-after-start",
    "firewall-profile-flip",
    worked(-90000, 1)
    + [
        (-62, "evlog", (6005, 32768), U(""), dict(level=4)),
        (-20, "netlogon", (5782, 0), U("", "9002"), dict(level=3)),
        (0, "netprof", 10000, D(Name="Network 2", Description="Network 2", Guid="{5B0C7A1E-3D52-4F3C-9E17-0C6B0B5B77A1}", Type=0, State=1, Category=0), dict(level=4)),
        (0.2, "fw", 2010, D(OldProfile="0x1", NewProfile="0x4", InterfaceGuid="{7E5F}", InterfaceName="LAN"), dict(level=4)),
        (1500, "netprof", 10001, D(Name="Network 2", Description="Network 2", Guid="{5B0C7A1E-3D52-4F3C-9E17-0C6B0B5B77A1}", Type=0, State=0, Category=0), dict(level=4)),
        (1512, "netprof", 10000, D(Name="corp.example", Description="corp.example", Guid="{08FA}", Type=1, State=1, Category=2), dict(level=4)),
    ]
    + success(1600, "adm", "10.71.7.40", 9),
    "tcp-filtered;host-reboot",
    "DC-714",
    year=2013,
)

# "Another device has connected to this session, disconnecting you", every three to five minutes, though nobody else is there.
# github.com/stascorp/rdpwrap/issues/78
known(
    "another-device",
    "session-replaced",
    success(-900, "home", "192.168.71.14", 3)[:-1]
    + lsm(-897, 21, User="W10-715\\home", SessionID="1", Address="192.168.71.14")
    + [
        e
        for i, t in enumerate((0, 215, 470, 660))
        for e in lsm(t, 40, Session="1", Reason="5")
        + lsm(t + 0.1, 24, User="W10-715\\home", SessionID="1", Address="192.168.71.14")
        + [(t + 0.2, "core", 103, D(ReasonCode=5), dict(a=3 + i, level=4))]
        + lsm(t + 0.9, 25, User="W10-715\\home", SessionID="1", Address="192.168.71.14" if i % 2 else "192.168.71.22")
    ],
    "reconnect-failed",
    "W10-715",
    year=2016,
)

# An old server with a network driver of 2008: 50 and 56 in pairs, users thrown out; new drivers, or no offloading, end it.
# urtech.ca/2023/05/solved-the-rdp-protocol-component-x-224-detected-an-error-in-the-protocol-stream-and-has-disconnected-the-client
known(
    "fifty-and-fifty-six",
    "protocol-stream-corruption",
    worked(-20000, 1)
    + [
        e
        for t, ip in ((0, "10.71.8.9"), (4100, "10.71.8.30"), (4102, "10.71.8.11"))
        for e in [
            (t, "termdd", (56, 49162), U("\\Device\\Termdd", ip), dict(bin="00000000020030000000000038000AC00000000038000AC00000000000000000000000000000000006000A80")),
            (t + 0.1, "termdd", (50, 49162), U("\\Device\\Termdd", "X.224"), dict(bin="000006000200300000000000320009C00000000032000AC0")),
        ]
    ],
    "path-lost-mid-session;client-protocol-fault",
    "RDS08-716",
    year=2012,
)

# A broker hardened with a template finds its database no more: 5157, outbound, tssdis.exe to UDP 1434.
# MicrosoftDocs/SupportArticles-docs …/remote/communication-issues.md (KB 3020474)
known(
    "hardened-broker",
    "broker-database-failure",
    [
        (
            t,
            "sec",
            5157,
            D(ProcessID=2044, Application="\\device\\harddiskvolume2\\windows\\system32\\tssdis.exe", Direction="%%14593", SourceAddress="10.71.2.11", SourcePort=58220 + i, DestAddress="10.71.2.30", DestPort=1434, Protocol=17, FilterRTID=66213, LayerName="%%14611", LayerRTID=48, RemoteUserID="S-1-0-0", RemoteMachineID="S-1-0-0"),
            dict(level=0),
        )
        for i, t in enumerate((0, 30, 61, 92))
    ],
    "tcp-filtered;broker-unavailable;policy-change",
    "CB-717",
    year=2015,
)
