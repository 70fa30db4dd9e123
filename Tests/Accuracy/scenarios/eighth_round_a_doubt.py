"""The rest of the eighth set's first part: reports whose events leave the cause open, and false alarms."""

from .eighth_round_a import DAY, ROUND
from .events import D, U, c131, f4625, ud
from .fifth_round_a import logged_on, patched
from .fifth_round_b import person, worked
from .seventh_round_a import restarted, unclean
from .third_round_reports import accepted, admin
from .threads_service import scm
from .threads_session import lsm

open_ = ROUND.open_
healthy = ROUND.healthy


def let_in(t, number, act, session=None):
    who = person(number, session)
    return accepted(t, f"u{number}", who["Address"], act) + lsm(t + 2, 21, **who)


# A server of 2008 R2: TermDD 56 at each attempt, "the Local Security Authority cannot be contacted" or a wrong address; a crowded network,
# says the article, or a client without TLS. SUPPORT …/remote/local-security-authority-cant-contact.md (KB 2493594)
open_(
    "fifty-six-each-time",
    worked(-9000, 1) + [(t, "termdd", (56, 49162), U("\\Device\\Termdd", "10.33.7.41"), dict(bin="00000400010000000000000038000AC00000000038000AC000000000000000000000000000000000")) for t in (0, 26, 31, 300)],
    "tls-version-disabled;tls-no-common-cipher;protocol-stream-corruption;tls-record-corruption;path-lost-mid-session;security-layer-mismatch;client-protocol-fault;credssp-pubkey-auth-failure;fips-or-encryption-level-mismatch;mtu-blackhole;auth-dc-unreachable",
    "RDSH-2008R2",
    year=2011,
)
# After a new version of a tool for remote support each session ends after exactly 34 seconds, on all devices; the log only shows
# a logoff. github.com/Ylianst/MeshCentral/issues/5783
open_(
    "thirty-four-seconds",
    worked(-2 * DAY, 1) + [e for i, t in enumerate((0, 90, 400, 4000)) for e in let_in(t, 1, 3 + i, 4 + i) + lsm(t + 3, 22, **person(1, 4 + i)) + lsm(t + 36, 23, User=person(1)["User"], SessionID=str(4 + i))],
    "session-limit-policy;admin-disconnect;client-cancelled;client-protocol-fault;session-process-crash;policy-change;update-regression;profile-load-failure;auth-no-rdp-right;third-party-server-fault;license-grace-expired",
    "SITE-SRV",
    year=2024,
    dialect="EvtxECmd",
)
# A session disconnects by itself after a few seconds; who logs in again finds it as it was. A limit of connections, an update or
# another user is guessed. github.com/myrtille-rdp/myrtille/issues/155
open_(
    "as-it-was-left",
    worked(-DAY, 2) + let_in(0, 1, 3) + lsm(8, 24, **person(1)) + [e for i, t in enumerate((40, 95, 700)) for e in accepted(t, "u1", person(1)["Address"], 5 + i) + lsm(t + 1.5, 25, **person(1)) + lsm(t + 9, 24, **person(1))],
    "connection-limit;session-replaced;path-lost-mid-session;client-protocol-fault;client-cancelled;admin-disconnect;session-limit-policy;client-crash;protocol-stream-corruption;udp-transport-failure;gfx-decode-failure;display-driver-fault;nat-idle-timeout;session-stuck",
    "WEBRDP-16",
    year=2019,
)
# When the screen goes to standby while a session runs the machine freezes, its shares too, and has to be switched off.
# github.com/stascorp/rdpwrap/issues/327
open_(
    "screen-to-standby",
    let_in(-5000, 1, 3) + unclean(0, "‎9:12:03 AM") + let_in(9000, 1, 4) + unclean(17000, "‎1:02:44 PM"),
    "host-hang-resource;host-crash;display-driver-fault;host-sleep;network-service-failed",
    "WOHNZIMMER",
    year=2017,
    culture="de-DE",
    dialect="viewer",
)
# Machines with a plug-in for game pads answer no connection some hours later, a blank screen for seconds and it is gone; only a
# restart helps. github.com/microsoft/RdpGamepad/issues/24
open_(
    "eight-hours-later",
    worked(-40000, 1)
    + [e for i, t in enumerate((0, 35, 120, 900)) for e in accepted(t, "u1", person(1)["Address"], 4 + i) + [(t + 6, "core", 102, [], dict(a=4 + i)), (t + 6.1, "core", 103, D(ReasonCode=0), dict(a=4 + i))]]
    + [(1500, "user32", (1074, 32768), D(param1="C:\\Windows\\System32\\RuntimeBroker.exe (DEV-31)", param2="DEV-31", param3="Other (Unplanned)", param4="0x0", param5="restart", param6="", param7="DEV-31\\pold"), dict(level=4))]
    + restarted(1600)
    + let_in(1900, 1, 12),
    "client-plugin-fault;session-stuck;host-hang-resource;display-driver-fault;session-process-crash;termservice-down;connection-limit;reconnect-failed;client-cancelled",
    "DEV-31",
    year=2022,
)
# A guest loses its network when its host is busy with the backup of the evening, and must be restarted to have it again; a
# driver of the virtual adapter. github.com/virtio-win/kvm-guest-drivers-windows/issues/43
open_(
    "backup-in-the-evening",
    [e for i in range(4) for e in lsm(-9000 + i * 300, 21, **person(i + 1))] + [e for i in range(4) for e in lsm(i * 0.7, 24, **person(i + 1))] + restarted(4400) + [e for i in range(3) for e in let_in(4700 + i * 60, i + 1, 3 + i)],
    "path-lost-mid-session;network-service-failed;host-unreachable;host-hang-resource;admin-disconnect;ip-address-conflict;nat-idle-timeout;host-reboot",
    "GUEST-08R2",
    year=2015,
    dialect="libevtx",
)
# Since an agent is installed a host of 2019 now and then says that there is a problem with the licence and ends sessions after an hour;
# its log says, under a number of its own, that no licence server is specified. github.com/amidaware/rmmagent/issues/45
open_(
    "no-server-specified",
    [e for i, t in enumerate((-20000, -9000)) for e in let_in(t, i + 2, 20 + i)]
    + [e for i, t in enumerate((0, 6000)) for e in let_in(t, 1, 3 + i, 5 + i) + [(t + 4, "rcma", 50282, [], dict(level=3, **ud("EventXML", "Event_NS")))] + lsm(t + 3604, 24, **person(1, 5 + i))],
    "license-grace-expired;license-server-unreachable;license-exhausted;session-limit-policy",
    "SERVER61",
    year=2024,
)
# A client loses its network and, back again, gets a new session; the old one is still shown as active on the host. Keep-alive,
# says the article. SUPPORT …/remote/rdp-client-disconnects-cannot-reconnect-same-session.md
open_(
    "still-shown-active",
    [e for i, t in enumerate((0, 5200, 30000)) for e in let_in(t, 1, 3 + 2 * i, 4 + 2 * i) + lsm(t + 3, 22, **person(1, 4 + 2 * i)) + let_in(t + 1500, 1, 4 + 2 * i, 5 + 2 * i) + lsm(t + 1503, 22, **person(1, 5 + 2 * i)) + lsm(t + 4000, 23, User=person(1)["User"], SessionID=str(5 + 2 * i))],
    "path-lost-mid-session;session-stuck;reconnect-failed;nat-idle-timeout;connection-limit;session-replaced;client-sleep;client-cancelled;client-crash;broker-redirect-failed",
    "RDSH-FARM2",
    year=2023,
)
# After the role was installed on a server of 2019 each connection takes minutes; the licence server was not in its group of the
# domain, it seems. github.com/myrtille-rdp/myrtille/issues/323
open_(
    "takes-some-minutes",
    worked(-5 * DAY, 1) + restarted(-9000) + [e for i, t in enumerate((0, 900, 4000)) for e in accepted(t, f"u{i + 1}", person(i + 1)["Address"], 3 + i) + lsm(t + 192 + i, 21, **person(i + 1)) + lsm(t + 196 + i, 22, **person(i + 1))],
    "license-server-unreachable;host-hang-resource;auth-dc-unreachable;dns-failure;profile-load-failure;policy-change;network-service-failed;session-stuck;license-grace-expired",
    "CALS-19",
    year=2021,
    culture="es-ES",
    dialect="viewer",
)
# After an update of Windows 10 and a wrapper put on again everybody waits five minutes for the desktop.
# github.com/stascorp/rdpwrap/issues/908
open_(
    "five-minutes-for-the-desktop",
    worked(-3 * DAY, 1) + patched(-9000, "2019-10 Cumulative Update for Windows 10 Version 1903 for x64-based Systems (KB4517389)") + restarted(-8000) + [e for i in range(4) for e in let_in(i * 900, i + 1, 3 + i) + lsm(i * 900 + 306, 22, **person(i + 1))],
    "update-regression;host-hang-resource;profile-load-failure;display-driver-fault;policy-change;session-process-crash;auth-dc-unreachable;network-service-failed",
    "W10-1903",
    year=2019,
    dialect="evtx_dump",
)
# The connection drops as the logon is confirmed, mostly; afterwards the screen of the machine says "the object invoked has disconnected
# from its clients" until the power is cut. github.com/stascorp/rdpwrap/issues/2217
open_(
    "object-has-disconnected",
    worked(-2 * DAY, 1) + [e for i, t in enumerate((0, 44)) for e in accepted(t, "cwm", "192.168.3.9", 4 + i) + [(t + 9, "core", 102, [], dict(a=4 + i)), (t + 9.1, "core", 103, D(ReasonCode=0), dict(a=4 + i))]] + unclean(600, "‎10:08:50 AM") + accepted(1500, "cwm", "192.168.3.9", 8) + lsm(1503, 21, User="STUDIO\\cwm", SessionID="2", Address="192.168.3.9"),
    "session-process-crash;termservice-crash;auth-package-failure;session-stuck;host-hang-resource;host-crash;update-regression;display-driver-fault;client-cancelled",
    "STUDIO",
    year=2023,
)
# At the start and the first logon all hangs: the services for network awareness and cryptography answer no transaction in 30 seconds, the
# connection manager's class of DCOM does not register; with the wrapper out of the scanner's sight it is gone.
# github.com/stascorp/rdpwrap/issues/18
open_(
    "hangs-at-the-first-logon",
    worked(-DAY, 1)
    + [e for t in (0, 30000) for e in restarted(t - 60) + scm(t, 7011, param1=30000, param2="NlaSvc") + scm(t + 30, 7011, param1=30000, param2="CryptSvc") + [(t + 70, "dcom", (10010, 49152), D(param1="{F9A874B6-F8A8-4D73-B5A8-AB610816828B}"), {})] + lsm(t + 160, 21, User="SEVEN\\locutus", SessionID="1", Address="LOCAL")],
    "host-hang-resource;termservice-down;network-service-failed;termservice-crash;session-stuck;update-regression;session-process-crash",
    "SEVEN",
    year=2015,
)
# The usual account stays at "please wait", another one gets in meanwhile; a restart helps for some days.
# github.com/stascorp/rdpwrap/issues/1384
open_(
    "please-wait",
    worked(-3 * DAY, 1) + [e for i, t in enumerate((0, 300, 2000)) for e in accepted(t, "u1", person(1)["Address"], 3 + i)] + let_in(2600, 2, 9) + lsm(2604, 22, **person(2)) + lsm(3000, 23, User=person(2)["User"], SessionID="4") + restarted(3200) + let_in(3600, 1, 12) + lsm(3604, 22, **person(1)),
    "session-stuck;host-hang-resource;profile-load-failure;session-process-crash;display-driver-fault;auth-package-failure;update-regression;connection-limit;client-cancelled",
    "W10-19041",
    year=2021,
)

# At the start the network is not there yet: Netlogon 5719, Group Policy 1055, and a quarter of an hour later 1503; sessions work.
# learn.microsoft.com/troubleshoot/windows-client/group-policy/fail-to-apply-group-policy-at-startup (KB 2421599)
healthy(
    "race-at-the-start",
    worked(-20000, 1)
    + restarted(0)
    + [(9, "netlogon", 5719, U("CONTOSO", "%%1311"), {}), (11, "gp", 1055, D(SupportInfo1=1, SupportInfo2=1632, ProcessingMode=0, ProcessingTimeInMilliseconds=12480, ErrorCode=1355, ErrorDescription="The specified domain either does not exist or could not be contacted. "), {})]
    + [(957, "gp", 1503, D(SupportInfo1=1, SupportInfo2=4202, ProcessingMode=0, ProcessingTimeInMilliseconds=3120, DCName="\\\\DC1.contoso.com", NumberOfGroupPolicyObjects=6), dict(level=4))]
    + worked(1500, 2, 41)
    + worked(5000, 1, 42),
    "auth-dc-unreachable",
    "WIN7-KIOSK",
    year=2010,
)
# A server of 2025 among older controllers says 5719 whenever Netlogon starts, "an internal error", and then has its channel: by design.
# SUPPORT, "Event ID 5719 occurs when the NetLogon service restarts"
healthy(
    "internal-error-at-restart",
    worked(-20000, 1) + [e for t in (0, 40000) for e in scm(t - 2, 7036, param1="Netlogon", param2="stopped") + scm(t, 7036, param1="Netlogon", param2="running") + [(t + 0.6, "netlogon", 5719, U("CORP", "%%1359"), dict(bin="E50000C0"))] + worked(t + 500, 2, 43)] + worked(9000, 3, 44),
    "auth-dc-unreachable",
    "APP-2025",
)
# Strangers try names on a server of 2012 R2 with network level authentication, a failed logon has no address; people work.
# github.com/EvanAnderson/ts_block/issues/22
healthy(
    "guesses-without-address",
    worked(-9000, 1) + [e for i, name in enumerate(("ADMINISTRATOR", "TEST", "ADMIN", "USER1")) for e in f4625(i * 800, name, "0xc000006d", "0xc0000064", 3, "-", "")] + worked(900, 2, 41) + worked(4000, 1, 42),
    "auth-bad-credentials;brute-force-saturation",
    "TS-12R2",
    year=2016,
)
# One line of a blocker: a failed logon from an address of the internet; in the log it is 140 and no more. Sessions go on.
# github.com/DigitalRuby/IPBan/issues/229
healthy(
    "one-address-once",
    worked(-9000, 1) + c131(0, "198.51.100.95", 21) + [(1.1, "core", 140, D(IPString="198.51.100.95"), dict(a=21)), (1.2, "core", 102, [], dict(a=21))] + worked(700, 2, 41) + worked(5000, 3, 42),
    "auth-bad-credentials;brute-force-saturation",
    "SRV-2019",
    year=2022,
    dialect="EvtxECmd",
)
# The firewall of the public profile is switched off on 11, which is now told as 2082; nothing is kept out by that.
# github.com/wazuh/wazuh/issues/28925
healthy(
    "firewall-switched-off",
    worked(-3000, 1) + [(0, "fw", 2082, D(Profiles=4, SettingType=1, SettingValueSize=4, SettingValue="00000000", SettingValueString="No", Origin=1, ModifyingUser="S-1-5-18", ModifyingApplication="C:\\Windows\\System32\\SecurityHealthService.exe", ErrorCode=0), dict(level=4))] + worked(600, 2, 41) + worked(4000, 1, 42),
    "",
    "PC-WAZUH",
    year=2025,
)
# A program of bookkeepers is published and does not start for a user, its report says BEX: data execution prevention. The sessions
# work. jameszero.net/1669.htm
healthy(
    "program-of-bookkeepers",
    worked(-9000, 1)
    + [e for i, t in enumerate((0, 200)) for e in let_in(t - 9, 2, 5 + i, 6 + i) + [(t, "report", (1001, 0), U("", "0", "BEX", "Not available", "0", "1cv7s.exe", "7.70.0.27", "44fd66ff", "1cv7s.exe", "7.70.0.27", "44fd66ff", "00004b3c", "c0000005", "00000008", "", "", "", "0", "2b0a6c1e-95f0-11e1-8b43-00155d0a1c04", "0"), dict(level=4))] + lsm(t + 30, 23, User=person(2)["User"], SessionID=str(6 + i))]
    + worked(900, 3, 43),
    "session-process-crash",
    "TS-1C",
    year=2012,
    culture="ru-RU",
    dialect="viewer",
)
# "No licences installed and will stop working in some days" on a host of the cloud that has the role: the mode was not set, and
# it works meanwhile. github.com/MicrosoftDocs/azure-docs/issues/41323
healthy(
    "some-days-left",
    [e for i in range(3) for e in worked(-20000 + i * 20000, i + 1, 40 + i)] + [e for t in (-21000, 2000) for e in [(t, "rcma", 1068, [], dict(level=3, **ud("EventXML", "Event_NS")))]] + worked(30000, 2, 44),
    "license-grace-expired;license-server-unreachable",
    "AVD-MULTI-0",
    year=2019,
)
# An installer sets itself up anew at each logon, hundreds of records of MsiInstaller. github.com/microsoftconnect/GameInput/issues/21
healthy(
    "set-up-anew",
    [e for i in range(5) for e in worked(i * 2500, 1, 40 + i, 1200) + [(i * 2500 + 20 + j, "installer", (number, 0), U("Microsoft GameInput", "3.1.26100.6879", "1033", "0", "Microsoft Corporation", "(NULL)", ""), dict(level=4)) for j, number in enumerate((1040, 1035, 11728, 1042))]],
    "",
    "GAMER-11",
)
# Credentials given with the connection do not reach the provider of the machine: "user name or password is incorrect", and typed
# once more they do. github.com/pgina/pgina/issues/318
healthy(
    "typed-once-more",
    worked(-9000, 2)
    + [e for i, t in enumerate((0, 3000)) for e in accepted(t, "edi", "10.4.8.11", 4 + i) + f4625(t + 2, "edi", "0xc000006d", "0xc0000064", 10, "10.4.8.11", "KIOSK-12") + logged_on(t + 21, "edi", "10.4.8.11", 10, "Negotiate") + lsm(t + 22, 21, User="KIOSK-12\\edi", SessionID=str(3 + i), Address="10.4.8.11") + lsm(t + 1800, 23, User="KIOSK-12\\edi", SessionID=str(3 + i))],
    "auth-bad-credentials;auth-package-failure",
    "KIOSK-12",
    year=2016,
)
# A server logs 36871 of the TLS client credential, 10013 and 10010 in turn, without end; it is its own programs that ask outside, and
# nobody misses anything. en.ittrip.xyz/windows-server/fix-schannel-errors
healthy(
    "asks-outside-without-end",
    worked(-9000, 1) + [(i * 97, "sch", 36871, D(Type="client", ErrorState=10013 if i % 3 else 10010), {}) for i in range(14)] + worked(300, 2, 41) + worked(1900, 1, 42),
    "",
    "VDI-22",
    year=2025,
)
