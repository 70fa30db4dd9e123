"""The rest of the sixth set, part b: reports whose events leave the cause open, and false alarms."""

from .events import D, U, att, c131, conn, disc, success, ud
from .fifth_round_a import DAY, logged_on, logon_failed, patched
from .fifth_round_a_doubt import azure_mfa
from .fifth_round_b import person, worked
from .sites import at
from .sixth_round_b import ROUND, through
from .third_round_doubt import session
from .third_round_reports import accepted
from .threads_roles import broker, gateway
from .threads_service import TERMSERVICE, crash, scm
from .threads_session import lsm

open_ = ROUND.open_
healthy = ROUND.healthy


RESTART = [(0, "evlog", (6006, 32768), U(""), dict(level=4)), (70, "evlog", (6005, 32768), U(""), dict(level=4))]


def restarted(t):
    return [(t + event[0], *event[1:]) for event in RESTART]


# Gateway and policy server with a second factor: the phone asks four times, each is approved, and the client gives up. 312 on
# the gateway; NPS 4400 and the notices 2 and 4 of the extension on the other. github.com/MicrosoftDocs/azure-docs/issues/57289
open_(
    "approved-four-times",
    at("RDGW", gateway(0, 312, user="ss@domain.example"))
    + at(
        "NPS",
        [
            e
            for t in (0.1, 30, 60, 90)
            for e in [(t, "nps", (4400, 0), U("DC01.domain.example", "DOMAIN"), dict(level=4))]
            + azure_mfa(t + 0.1, 2, "NPS Extension for Azure MFA:  IP Whitelist not intialized::  ErrorCode:: REGISTRY_CONFIG_ERROR Msg:: Neither registry entry not default value found for key: IP_WHITELIST", 3)
            + azure_mfa(t + 0.2, 4, "NPS Extension for Azure MFA:  Radius request is missing NAS Identifier and Nas IpAddress attribute.Populating atleast one of these fields is recommended.This is not an error.", 4)
        ],
    ),
    "gateway-nps-failure;gateway-cap-denied;gateway-auth-failed;gateway-unreachable",
    "RDGW",
    year=2020,
)
# The extension ignores requests "in AccessChallenge State"; the users have codes by app; no solution found.
# github.com/MicrosoftDocs/azure-docs/issues/111710
open_(
    "challenge-ignored",
    [e for i, t in enumerate((0, 41, 300)) for e in azure_mfa(t, 1, "NPS Extension for Azure MFA:  NPS Extension for Azure MFA only performs Secondary Auth for Radius requests in AccessAccept State. Request received for User u1 with response state AccessChallenge, ignoring request.", 4)],
    "gateway-nps-failure;gateway-auth-failed;gateway-cap-denied",
    "NPS-3",
    year=2023,
)
# The store of the resource policies cannot be opened on Authorization Manager: 642 with the error. LIBRARY/ee891281
open_(
    "store-of-resource-policies",
    through(-9000, "ida", "desk-8.corp.example") + [(t, "gw", 642, [], dict(u=("EventInfo", "aag", dict(ErrorCode="2147942405")), level=2)) for t in (0, 10, 600)],
    "gateway-rap-denied;gateway-service-crash;gateway-unreachable;gateway-cap-denied",
    "RDG-2008R2",
    year=2010,
)
# The broker's client "failed to get Cluster credentials"; a Kerberos identity of the farm is to be configured. LIBRARY/ee891293
open_("credentials-of-the-farm", worked(-9000) + broker(0, 1303, "cb02.corp.example", "0x80004005") + broker(310, 1303, "cb02.corp.example", "0x80004005"), "broker-unavailable;broker-host-not-joined;broker-redirect-failed;auth-spn-mismatch", "FARM-2", year=2011)
# The broker "failed while adding session for user … (on target …)": a doubled session or a target it does not know; ask the
# maker of the plug-in. LIBRARY/ee890936
open_("session-not-added", broker(0, 784, "CORP\\ida", "TS-FARM-4", "0x80070057", client=False) + broker(600, 784, "CORP\\joe", "TS-FARM-4", "0x80070057", client=False), "broker-redirect-failed;broker-host-not-joined;broker-database-failure;session-stuck", "CB-R2", year=2011)
# Through a tunnel of a cloud the connection goes about every twenty minutes and comes back by itself, shells too; asked for a
# proxy, no answer shown. github.com/GoogleCloudPlatform/iap-desktop/issues/610
open_(
    "every-twenty-minutes",
    [e for i in range(4) for e in session(i * 1225, "localhost:13391", 2308, 1200 + i, i + 1)],
    "path-lost-mid-session;nat-idle-timeout;gateway-session-timeout;session-limit-policy;host-hang-resource;tcp-filtered",
    "BUERO-5",
    culture="de-DE",
    dialect="viewer",
    year=2022,
)
# A cloud's client reports 3336, which no list has, when its window is made small. github.com/GoogleCloudPlatform/iap-desktop/issues/111
open_(
    "three-thousand-three-hundred-thirty-six",
    [e for i, (t, length) in enumerate(((0, 400), (460, 95), (1300, 1900))) for e in session(t, "localhost:11021", 3336, length, i + 1)],
    "client-protocol-fault;path-lost-mid-session;auth-account-locked;session-limit-policy;nat-idle-timeout;protocol-stream-corruption;admin-disconnect",
    "MGMT-PC",
    year=2020,
)
# A virtual machine stands still while the backup's snapshot is taken away, minutes on a busy store; the article describes the
# loss of the network, here all sessions go and come back in the night. veeam.com/kb1681
open_(
    "when-the-snapshot-goes",
    [
        e
        for night in (0, DAY)
        for e in scm(night - 900, 7036, param1="Volume Shadow Copy", param2="running")
        + [x for number in (1, 2, 3, 4) for x in lsm(night + number / 9, 24, **person(number)) + lsm(night + number / 9, 40, Session=str(number + 2), Reason="0") + lsm(night + 160 + number, 25, **person(number))]
    ],
    "path-lost-mid-session;host-hang-resource;network-service-failed;nat-idle-timeout;termservice-crash;host-unreachable;udp-transport-failure",
    "ERP-TS",
    dialect="libevtx",
    year=2018,
)
# With several people at once the program that a maker starts at each logon does not end, nobody gets a desktop; emptying its
# folder and a restart help. support.quest.com/kb/4293374
open_(
    "logon-program-hangs",
    worked(-DAY, 1) + [e for number, t in ((1, 0), (2, 30), (3, 55), (4, 400)) for e in accepted(t, f"u{number}", f"10.20.4.{30 + number}", 9 + number) + lsm(t + 2, 21, **person(number))] + restarted(3600) + worked(4000, 1, 30),
    "host-hang-resource;session-stuck;session-process-crash;profile-load-failure;display-driver-fault;policy-change",
    "DA-TS1",
    year=2020,
)
# After a small update the first connection works for half a minute and no other until a restart; taking it out helps, nobody
# found out why. github.com/stascorp/rdpwrap/issues/239
open_(
    "half-a-minute",
    patched(-2000, "Update for Windows 10 Version 1607 for x64-based Systems (KB3150513)")
    + [e for t in (0, 5000) for e in restarted(t - 200) + accepted(t, "dete", "192.168.1.7", 3 + t) + lsm(t + 2, 21, User="HEIM\\dete", SessionID="2", Address="192.168.1.7") + lsm(t + 4, 22, User="HEIM\\dete", SessionID="2", Address="192.168.1.7") + lsm(t + 33, 24, User="HEIM\\dete", SessionID="2", Address="192.168.1.7") + lsm(t + 33, 40, Session="2", Reason="0")],
    "update-regression;termservice-crash;termservice-down;path-lost-mid-session;host-hang-resource;udp-transport-failure;client-cancelled;nat-idle-timeout",
    "HEIM",
    year=2017,
)
# A server of 2025 after its update of February: keys and mouse are dead soon after the desktop is there, so people cut the
# connection and come back. windowsforum.com/threads/…362916
open_(
    "dead-keys",
    patched(-9000, "2025-02 Cumulative Update for Microsoft server operating system version 24H2 for x64-based Systems (KB5051987)")
    + restarted(-8000)
    + [e for number in (1, 2) for i in range(4) for e in accepted(number * 37 + i * 100, f"u{number}", f"10.20.4.{30 + number}", number * 10 + i) + lsm(number * 37 + i * 100 + 2, 21 if i == 0 else 25, **person(number)) + lsm(number * 37 + i * 100 + 70, 24, **person(number)) + lsm(number * 37 + i * 100 + 70, 40, Session=str(number + 2), Reason="0")],
    "update-regression;client-cancelled;udp-transport-failure;path-lost-mid-session;host-hang-resource;gfx-decode-failure;display-driver-fault;nat-idle-timeout",
    "RDS25",
    year=2025,
)
# Four of five connections of one machine to a farm end with 226, the time for connecting is over (0x80004004); others are well.
# ancanmarketing.com/event-id-226-remotedesktopservices-rdpcorets (a thread of 2014)
open_(
    "four-of-five",
    [
        e
        for i, t in enumerate((0, 40, 80, 200))
        for e in conn(t, "rdsfarm.wbc.example", i + 1)
        + [(t + 21, "client", 226, [("StateTransitionName", "RDPClient_TCP"), ("PreviousState", "1"), ("PreviousStateName", "TcpStateConnectingTransport"), ("NewState", "11"), ("NewStateName", "TcpStateDisconnected"), ("Event", "2"), ("EventName", "TcpEventConnectionTimeout"), ("Error Code", "2147500036")], dict(a=i + 1, level=3))]
        + disc(t + 21.1, 516, i + 1)
    ]
    + session(400, "rdsfarm.wbc.example", 1, 1800, 9),
    "host-unreachable;tcp-filtered;termservice-down;rdp-disabled;tcp-refused;firewall-profile-flip;host-hang-resource;host-sleep;dns-stale-wrong-host;connection-limit",
    "WBC-ITTS-01",
    year=2014,
)
# A service that lends out desktops restarts the terminal service when it starts, two minutes after the logon, and the people in
# remote sessions are out. github.com/DuoStream/Duo/issues/256
open_(
    "stopped-and-started",
    success(-120, "benz", "10.50.0.9", 3)[:-1]
    + lsm(-117, 21, User="RIG2\\benz", SessionID="3", Address="10.50.0.9")
    + scm(0, 7036, param1="Remote Desktop Services UserMode Port Redirector", param2="stopped")
    + lsm(0.5, 24, User="RIG2\\benz", SessionID="3", Address="10.50.0.9")
    + scm(1, 7036, param1=TERMSERVICE, param2="stopped")
    + scm(4, 7036, param1=TERMSERVICE, param2="running")
    + scm(5, 7036, param1="Remote Desktop Services UserMode Port Redirector", param2="running")
    + success(60, "benz", "10.50.0.9", 5),
    "termservice-down;admin-disconnect;termservice-crash;policy-change;update-regression",
    "RIG2",
    year=2025,
)
# An old Windows in a container, seen on its screen but not by Remote Desktop: 0x904 each time.
# github.com/dockur/windows/issues/754
open_(
    "in-a-container",
    att(0, "192.168.56.20", 2308, 1.3) + att(12, "192.168.56.20", 2308, 1.2, 2) + att(300, "192.168.56.20", 2308, 1.3, 3),
    "non-rdp-listener;termservice-down;cert-configured-invalid;cert-key-missing;cert-private-key-acl;tls-no-common-cipher;tls-version-disabled;path-lost-mid-session;host-hang-resource;security-layer-mismatch;client-protocol-fault;mtu-blackhole;tls-inspection;auth-bad-credentials",
    "LAB-U20",
    culture="ja-JP",
    dialect="viewer",
    year=2024,
)
# Signed out of the overlay network and in again, the client does not reach the shared host until that one joins anew.
# github.com/tailscale/tailscale/issues/1408 (the client there was a Mac; codes are what Windows writes)
open_(
    "out-and-in-again",
    session(-1500, "100.101.7.9", 2308, 1500) + att(60, "100.101.7.9", 516, 21, 2) + att(140, "100.101.7.9", 516, 21, 3) + att(600, "100.101.7.9", 516, 21, 4) + session(1500, "100.101.7.9", 1, 800, 5),
    "path-lost-mid-session;tcp-filtered;host-unreachable;termservice-down;rdp-disabled;tcp-refused;firewall-profile-flip;host-sleep;host-hang-resource;host-crash;host-reboot",
    "TRAVEL-PC",
    year=2021,
)

# Nodes of a cluster of 2003 write Kerberos 4, KRB_AP_ERR_MODIFIED, for the name without a service before it, when they reach
# the virtual server they hold themselves; nothing fails. blogs.technet.microsoft.com/deds/2008/06/20
healthy(
    "node-and-its-own-server",
    [(t, "kerb2003", (4, 16384), U("host/clusternode.contoso.example", "CONTOSO.EXAMPLE", "VIRTUALSERVER", "CONTOSO.EXAMPLE"), {}) for t in (0, 3600, 7200)]
    + [(t, "sec2003", (528, 0), U("adm", "CONTOSO", "(0x0,0x4F1A2)", "10", "User32", "Negotiate", "CLUSTERNODE", "-", "CLUSTERNODE$", "CONTOSO", "(0x0,0x3E7)", "3312", "-", "10.20.4.31", "1139"), dict(level=0)) for t in (500, 5000)],
    "auth-spn-mismatch",
    "CLUSTERNODE",
    dialect="old",
    year=2008,
)
# A server for VPN refuses somebody's password: RemoteAccess 20271; the asker wants the sender banned. Nothing of Remote Desktop.
# github.com/DigitalRuby/IPBan/issues/76
healthy(
    "somebody-at-the-vpn",
    worked(-4000)
    + [(t, "ras", (20271, 0), U("{NA}", "corinne", "198.51.100.250", "The remote connection was denied because the user name and password combination you provided is not recognized, or the selected authentication protocol is not permitted on the remote access server.", "0x10"), dict(bin="B3020000", level=3)) for t in (0, 9, 31, 90)]
    + worked(3000, 2, 12),
    "auth-bad-credentials;brute-force-saturation",
    "CITY-VPN16",
    year=2020,
)
# A manager of connections offers its own user first: a 4625 with the home domain's name at each connection that then works.
# github.com/Terminals-Origin/Terminals/issues/36
healthy(
    "own-name-first",
    [
        e
        for i, t in enumerate((0, 3000, 9000))
        for e in c131(t, "10.60.1.4", 3 + i)
        + logon_failed(t + 0.5, TargetUserName="istok", TargetDomainName="MSPHOME", Status="0xc000006d", SubStatus="0xc0000064", FailureReason="%%2313", LogonType=3, LogonProcessName="NtLmSsp ", AuthenticationPackageName="NTLM", WorkstationName="MSP-PC4", ProcessId="0x0", ProcessName="-", IpAddress="10.60.1.4", IpPort=0)
        + logged_on(t + 0.9, "admin", "10.60.1.4")
        + [(t + 1, "core", 98, [], dict(a=3 + i)), (t + 1.2, "rcmo", 1149, [], ud("EventXML", "Event_NS", Param1="admin", Param2="KUNDE", Param3="10.60.1.4"))]
        + lsm(t + 3, 21, User="KUNDE\\admin", SessionID=str(2 + i), Address="10.60.1.4")
        + lsm(t + 5, 22, User="KUNDE\\admin", SessionID=str(2 + i), Address="10.60.1.4")
        + lsm(t + 1500, 23, User="KUNDE\\admin", SessionID=str(2 + i))
    ],
    "auth-bad-credentials",
    "KUNDE-DC",
    culture="de-DE",
    year=2017,
)
# A program for the loudness of the sound falls over when its owner takes his session back at home; the remote day was fine.
# github.com/malensek/3RVX/issues/45
healthy(
    "volume-knob",
    success(-30000, "thekot", "10.50.0.31", 3)[:-1]
    + lsm(-29997, 25, User="HOME\\thekot", SessionID="1", Address="10.50.0.31")
    + lsm(0, 24, User="HOME\\thekot", SessionID="1", Address="10.50.0.31")
    + lsm(0, 40, Session="1", Reason="5")
    + lsm(0.4, 25, User="HOME\\thekot", SessionID="1", Address="LOCAL")
    + crash(2, "3RVX.exe", "2.9.1.0", "55fcf80a", "unknown", "0.0.0.0", "00000000", "c0000005", "6220746f", "2ec0", "01d153bd57fca884", "C:\\Program Files (x86)\\3RVX\\3RVX.exe", "unknown", "b34df92d-c062-11e5-803b-005056c00008"),
    "session-replaced;client-crash",
    "HOME",
    year=2016,
)
# NPS 4420: an answer of a server came without Message-Authenticator and "is currently allowed", for it is only audited.
# github.com/lithnet/pan-ra-proxy/issues/10
healthy(
    "only-audited",
    [e for i in range(3) for e in through(i * 4000, f"u{i}", "ts1.corp.example", 2500)] + [(i * 4000 + 0.2, "nps", (4420, 32768), U("127.0.0.1"), dict(level=3)) for i in range(3)],
    "gateway-nps-failure",
    "RDG-PAN",
    year=2024,
)
# A plug-in pairs with its program in the session and fails once with the password, 4771 on the controller at each start; all work.
# mskb.pkisolutions.com/kb/2992445
healthy(
    "pairing-counts-once",
    [e for i in range(4) for e in [(i * 2000 + 30, "sec", 4771, D(TargetUserName=f"u{i}", TargetSid=f"S-1-5-21-1-2-3-{1200 + i}", ServiceName="krbtgt/CORP", TicketOptions="0x40810010", Status="0x18", PreAuthType=2, IpAddress="::ffff:10.20.4.30", IpPort=50100 + i), dict(level=0)), (i * 2000, "sec", 4768, D(TargetUserName=f"u{i}", TargetDomainName="CORP", ServiceName="krbtgt", TicketOptions="0x40810010", Status="0x0", TicketEncryptionType="0x12", PreAuthType=2, IpAddress="::ffff:10.20.4.30", IpPort=50010 + i), dict(level=0))]],
    "auth-bad-credentials",
    "DC-LYNC",
    year=2014,
)
# Addresses of their own for sessions, but one program is not on the list: TSVIP 110 each time it starts. LIBRARY/ee890929
healthy("not-virtualized", worked(0) + worked(1900, 2, 12) + [(t, "tsvip", 110, [], ud("EventXML", "Event_NS", param1="outlook.exe", param2=str(s), param3="CORP", param4=f"u{s - 2}")) for t, s in ((60, 3), (2000, 4), (2100, 4))], "", "TS-VIP", year=2010)
