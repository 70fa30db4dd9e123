"""A third set written blind, nearer to what strangers report: threads and issues with a confirmed cause.

Each is retold from the events somebody posted, nothing else; the rules were not looked at while writing.
"""

from .events import D, U, att, c131, conn, disc, f4625, rcm, s226, success, ud
from .rounds import Round
from .threads_roles import gateway
from .threads_security import alert, refused
from .threads_service import TERMSERVICE, crash, scm
from .threads_session import SESSION, lsm

ROUND = Round("third")
known = ROUND.known
SVCHOST = "C:\\Windows\\System32\\svchost.exe"


def admin(t, number, **fields):
    return [(t, "rcma", number, [], ud("EventXML", "Event_NS", **fields))]


def accepted(t, user, ip, act=1):
    """The listener takes the connection and the network logon succeeds."""
    return c131(t, ip, act) + [
        (t + 0.6, "core", 98, [], dict(a=act)),
        (t + 0.8, "rcmo", 1149, [], ud("EventXML", "Event_NS", Param1=user, Param2="CORP", Param3=ip)),
    ]


def fault(t, program, module, code, folder="C:\\Windows\\System32\\"):
    return crash(t, program, "10.0.19041.1", "c08a5452", module, "5.9.6.1", "645b9351", code, "000000000002d430", "624", "01d9ca0764509fe3", folder + program, "C:\\Windows\\System32\\" + module, "c67af3aa-949f-4ae3-ad1e-1419ad63a2e9", "", "")


# Programs that break.
known("otp-provider-logon-screen", "session-process-crash", fault(0, "LogonUI.exe", "multiOTPCredentialProvider.dll", "c0000005"), "auth-package-failure", culture="es-ES", dialect="viewer")
known("otp-provider-window-closes", "session-process-crash", accepted(-9, "ida", "10.7.0.31") + fault(0, "LogonUI.exe", "ucrtbase.dll", "c0000409") + [(0.8, "core", 102, [], dict(a=1))] + lsm(1, 40, Session="4", Reason="0") + accepted(60, "ida", "10.7.0.31", 2) + fault(69, "LogonUI.exe", "ucrtbase.dll", "c0000409") + [(70, "core", 102, [], dict(a=2))], "auth-package-failure", year=2025)
known("otp-provider-client", "client-crash", conn(-4, "fin-srv-02") + crash(0, "mstsc.exe", "6.3.9600.18980", "5ab67164", "authui.dll", "6.3.9600.20772", "639ab096", "c0000005", "00000000000a7ea3", "1a4", "01d9", "C:\\Windows\\system32\\mstsc.exe", "C:\\Windows\\system32\\authui.dll", "dced"), "client-plugin-fault;auth-package-failure", year=2023)
known("linux-windows-plugin", "client-crash", crash(0, "mstsc.exe", "10.0.22000.282", "4f2ad43b", "WSLDVCPlugin.dll_unloaded", "1.0.26.0", "60f0bddd", "c0000005", "000000000000239d", "424c", "01d83363eaa62081", "C:\\Windows\\System32\\mstsc.exe", "WSLDVCPlugin.dll", "eee57cbf") + crash(95, "mstsc.exe", "10.0.22000.282", "4f2ad43b", "WSLDVCPlugin.dll_unloaded", "1.0.26.0", "60f0bddd", "c0000005", "000000000000239d", "5c10", "01d83364", "C:\\Windows\\System32\\mstsc.exe", "WSLDVCPlugin.dll", "eee57cc0"), "client-plugin-fault", dialect="EvtxECmd", year=2022)
known("manager-control", "client-crash", crash(0, "mRemoteNG.exe", "1.76.20.24615", "5cb09552", "mstscax.dll", "10.0.18362.449", "fa706577", "c0000005", "005be81b", "1638", "01d64aa0f790c06f", "C:\\Program Files (x86)\\mRemoteNG\\mRemoteNG.exe", "C:\\Windows\\system32\\mstscax.dll", "87b5e32e", "", ""), "client-protocol-fault;update-regression", year=2020)
known("manager-dotnet", "client-crash", conn(-6, "win10-box.lan") + [(0, "dotnet", (1026, 0), U("Application: 1Remote.exe\nCoreCLR Version: 6.0.1623.17311\n.NET Version: 6.0.16\nDescription: The process was terminated due to an unhandled exception.\nException Info: System.Runtime.InteropServices.SEHException (0x80004005): External component has thrown an exception."), {})] + crash(0.4, "1Remote.exe", "1.0.0.0", "63e0", "mstscax.dll", "10.0.22621.1555", "1", "c06d007e", "0000000000062e1c", "12b8", "01d97f", "C:\\Apps\\1Remote.exe", "C:\\Windows\\System32\\mstscax.dll", "a0", "", ""), "client-protocol-fault", year=2023)
known("service-report-only", "termservice-crash", [(0, "report", (1001, 0), U("1550489832630857616", "4", "APPCRASH", "Not available", "0", "svchost.exe_TermService", "10.0.19041.1", "7f0c4c00", "rdpwrap.dll", "1.5.0.0", "5488aa5a", "c0000005", "00000000000029fc", "", "", "", "", "0", "8ec0024c", "0"), dict(level=4))], "termservice-down", year=2020)
known("input-filter-winlogon", "session-process-crash", [(t, "winlogon", (4005, 32768), U(""), {}) for t in (0, 65, 900)], "session-stuck;display-driver-fault;termservice-crash;auth-package-failure", year=2017)

# The service.
known("dependency-french", "termservice-down", scm(0, 7001, param1="Services Bureau à distance", param2="Pilote de périphérique Terminal Server", param3="%%1058"), "termservice-crash;network-service-failed", culture="fr-FR", dialect="viewer", year=2015)
known("start-times-out", "termservice-down", scm(0, 7009, param1=30000, param2="Remote Desktop Services") + scm(0.1, 7000, param1=TERMSERVICE, param2="%%1053") + lsm(0.2, 17, Param1="0x8007041D"), "termservice-crash;update-regression", year=2022)
known("dependency-missing", "termservice-down", scm(0, 7003, param1=TERMSERVICE, param2="TermDD"), "termservice-crash", year=2022)
known("not-a-program", "termservice-down", scm(0, 7000, param1=TERMSERVICE, param2="%%193") + scm(41, 7000, param1=TERMSERVICE, param2="%%193"), "termservice-crash", dialect="evtx_dump")
known("start-denied", "termservice-down", scm(0, 7023, param1=TERMSERVICE, param2="%%5"), "termservice-crash")
known("stopped-and-stays", "termservice-down", success(-1800, "ida", "10.7.0.31") + [(0, "scm", (7036, 16384), D(param1="Remote Desktop Services UserMode Port Redirector", param2="stopped"), dict(level=4)), (1, "scm", (7036, 16384), D(param1="Remote Desktop Services", param2="stopped"), dict(level=4))] + scm(2, 7040, param1=TERMSERVICE, param2="demand start", param3="disabled", param4="TermService"), "rdp-disabled;admin-disconnect;policy-change")

# Names, passwords, tickets.
known("gateway-binding", "gateway-channel-binding-mismatch", gateway(-0.4, 312) + refused(0, "ida", "0xc000035b", ip="198.51.100.77", ws="LAPTOP-3") + gateway(30, 312) + refused(30.4, "ida", "0xc000035b", ip="198.51.100.77", ws="LAPTOP-3"), "gateway-auth-failed;tls-inspection", "RDGW1", year=2020)
known("entra-name", "auth-bad-credentials", c131(0, "127.0.0.1") + f4625(0.7, "mara@contoso.example", "0xc000006d", "0xc0000064", 3, "127.0.0.1", "PC1"), "auth-entra-failed;auth-ntlm-blocked", year=2024)
known("entra-second-factor", "auth-entra-failed", c131(0, "10.7.0.31") + [(1.5, "aad", 1098, D(Error="0xCAA2000C", ErrorMessage="The request requires user interaction. Code: interaction_required Description: AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the service.", AdditionalInformation="Logged at OAuthTokenRequestBase.cpp, line: 449"), {})] + refused(1.7, "mara", "0xc000006d", ip="10.7.0.31"), "auth-bad-credentials;auth-delegation-policy", year=2021)
known("protected-user", "auth-ntlm-blocked", [(0, "protected", 100, D(AccountName="adm-ida", DeviceName="PC-44", Status="0xc000006e"), {}), (31, "protected", 100, D(AccountName="adm-ida", DeviceName="PC-44", Status="0xc000006e"), {})], "auth-spn-mismatch", "DC4")
known("clock-in-ticket", "auth-time-skew", [(t, "kerb", (3, 32768), D(LogonSession="", ClientTime="", ServerTime="9:1:44.0000 3/2/2026 Z", ErrorCode="0x25", ErrorMessage="KRB_AP_ERR_SKEW", ExtendedError="", ClientRealm="", ClientName="", ServerRealm="CORP.EXAMPLE", ServerName="TERMSRV/srv-app-3.corp.example", TargetName="TERMSRV/srv-app-3.corp.example@CORP.EXAMPLE", ErrorText="", File="e", Line="d3f"), {}) for t in (0, 40)], "auth-dc-unreachable")
known("blank-retries-lock", "auth-account-locked", [e for i in range(5) for e in f4625(i * 2, "petra", "0xc000006d", "0xc000006a", 10, "10.7.0.31", "TS5")] + f4625(11, "petra", "0xc0000234", "0x0", 10, "10.7.0.31", "TS5"), "auth-bad-credentials", "TS5", year=2025)
known("denied-remote-desktop", "auth-no-rdp-right", [(0, "sec", 4825, D(AccountName="petra", AccountDomain="CORP", LogonID="0x7d0ba3", ClientAddress="10.7.0.31"), dict(level=0))], "", "TS6")
known("listener-140", "auth-bad-credentials", [e for i in range(2) for e in c131(i * 9, "198.51.100.132", i + 1) + [(i * 9 + 0.7, "core", 140, D(IPString="198.51.100.132"), dict(a=i + 1)), (i * 9 + 0.8, "core", 102, [], dict(a=i + 1))]], "brute-force-saturation", year=2019)
known("unsupported-function", "credssp-oracle;auth-ntlm-blocked", conn(0, "10.7.1.9") + s226(0.9, code=2148074242, ps="TsSslStateAuthenticating") + disc(1, 2308) + [(0.8, "lsa", (6041, 16384), U("TERMSRV/10.7.1.9", "4"), dict(level=3))], "", year=2018)

# Certificates and TLS.
known("gateway-cipher", "tls-no-common-cipher", [e for t in (0, 31, 64) for e in [(t, "sch", 36874, D(Protocol="TLS 1.2"), {})] + alert(t + 0.01, 40, 1205)], "tls-version-disabled;gateway-unreachable", "RDGW2", year=2020)
known("key-of-chosen-certificate", "cert-private-key-acl", rcm(0, (1055, 32768), "ts7.corp.example"), "cert-key-missing;cert-configured-invalid", year=2012)
known("certificate-ran-out", "cert-configured-invalid", rcm(0, (1053, 32768), "ts7.corp.example") + rcm(7200, (1053, 32768), "ts7.corp.example"), "cert-expired-not-renewed", year=2013)
known("unpacked-not", "cert-malformed", att(0, "lnx-build", 1798, 0.9) + att(31, "lnx-build", 1798, 0.9, 2), "third-party-server-fault;client-protocol-fault", year=2016)
known("certificate-old-client", "cert-client-rejects", att(0, "ts7.corp.example", 6919, 1.4), "cert-expired-not-renewed;auth-time-skew;cert-configured-invalid")
known("client-says-46", "cert-client-rejects", c131(0, "10.7.0.31") + [(0.3, "sch", 36887, D(AlertDesc=46), {}), (0.35, "core", 102, [], dict(a=1))] + c131(20, "10.7.0.31", 2) + [(20.3, "sch", 36887, D(AlertDesc=46), {}), (20.35, "core", 102, [], dict(a=2))], "tls-inspection;cert-configured-invalid")
known("data-encryption", "tls-record-corruption", [e for i in range(3) for e in conn(i * 330, "ts8", i + 1) + [(i * 330 + 2, "client", 1025, [], dict(a=i + 1)), (i * 330 + 3, "client", 1027, D(DomainName="CORP", SessionId=2), dict(a=i + 1))] + disc(i * 330 + 305, 3078, i + 1)], "protocol-stream-corruption;client-protocol-fault", year=2017)

# Licences.
known("no-licence-server-named", "license-server-unreachable;license-grace-expired", admin(0, 50282) + admin(3600, 50282) + admin(7200, 50282), "license-exhausted", dialect="python-evtx", year=2024)
known("licence-of-client", "license-client-store", rcm(0, (1003, 49152), "THIN-0042") + rcm(20, (1003, 49152), "THIN-0042"), "license-exhausted;license-certificate-corrupt", year=2013)
known("temporary-licence-over", "license-exhausted;license-client-store", rcm(0, (1011, 49152), "THIN-0043"), "license-server-unreachable", year=2012)

# The host, its screen and its network.
known("graphics-card", "host-crash", accepted(-6, "ida", "10.7.0.31") + [(70, "power", 41, D(BugcheckCode=278, BugcheckParameter1="0xffffc08d", SleepInProgress=0, PowerButtonTimestamp=0), dict(level=1)), (72, "evlog", (6008, 32768), U("10:00:02", "3/2/2026", "", "", "312"), {}), (75, "wer", (1001, 16384), U("0x00000116 (0xffffc08d, 0xfffff803, 0xffffffffc0000001, 0x3)", "C:\\Windows\\MEMORY.DMP", "aa"), {})], "display-driver-fault", year=2024)
known("screen-not-attached", "display-driver-fault", [e for i in range(2) for e in accepted(i * 45, "ida", "10.7.0.31", i + 1) + lsm(i * 45 + 1.4, 41, User="CORP\\ida", SessionID="2") + lsm(i * 45 + 2, 20, Param1="0x8007001f") + [(i * 45 + 2.5, "core", 102, [], dict(a=i + 1))]], "session-process-crash;session-stuck")
known("driver-resets", "display-driver-fault", success(0, "ida", "10.7.0.31") + [(700, "display", (4101, 0), U("nvlddmkm", ""), dict(level=3)), (703, "display", (4101, 0), U("nvlddmkm", ""), dict(level=3))] + lsm(704, 24, **SESSION) + lsm(704, 40, Session="3", Reason="0"), "host-hang-resource;session-process-crash")
known("exploit-probe", "protocol-stream-corruption", [(0, "rcmo", 1149, [], ud("EventXML", "Event_NS", Param1="BrwAffy", Param2="", Param3="192.168.56.102")), (0.5, "termdd", (50, 49162), U("\\Device\\Termdd", "WD"), dict(bin="0000000002002C000000000032000AC00000000032000AC0")), (0.6, "termdd", (56, 49162), U("\\Device\\Termdd", "192.168.56.102"), dict(bin="00000400010000000000000038000AC00000000038000AC00000000000000000000000000000000000840100D0"))] + lsm(1, 20, Param1="0xd0000001"), "brute-force-saturation;display-driver-fault;client-protocol-fault", year=2019)
known("old-card-driver", "protocol-stream-corruption", success(0, "ida", "10.7.0.31") + [e for t in (400, 1300, 2500) for e in [(t, "termdd", (50, 49162), U("\\Device\\Termdd", "X.224"), dict(bin="0000000002002C000000000032000AC00000000032000AC0")), (t + 0.1, "termdd", (56, 49162), U("\\Device\\Termdd", "10.7.0.31"), dict(bin="00000400010000000000000038000AC00000000038000AC000000000000000000000000000000000840100D0"))] + lsm(t + 0.3, 24, **SESSION) + lsm(t + 9, 25, **SESSION)], "tls-record-corruption;path-lost-mid-session;host-hang-resource", year=2011)
known("pool-empty", "host-hang-resource", [(t, "srv", (2020, 49152), U("\\Device\\LanmanServer"), {}) for t in (0, 40, 90)] + rcm(100, (1036, 49152), "0x800705aa"), "session-stuck;termservice-crash", year=2010)
known("disk-full-profile", "profile-load-failure", [(-60, "srv", (2013, 32768), U("\\Device\\LanmanServer", "C:"), dict(level=3))] + success(0, "ida", "10.7.0.31") + [(4, "prof", 1509, D(Error="There is not enough space on the disk."), {}), (5, "prof", 1511, [], {})], "host-hang-resource")
known("container-in-use", "profile-load-failure", [(0, "fslogix", 26, D(Message="LoadProfile failed. Version: 2.9.8440.42104 User: ida. SID: S-1-5-21-1-2-3-7715. SessionId: 31. (The process cannot access the file because it is being used by another process.)"), {})], "session-stuck", "AVD-3", year=2023)
known("address-taken", "ip-address-conflict", [(0, "dhcp", (1005, 0), D(IPAddress="10.7.0.90", HWLength=6, HWAddress="00155D011203"), dict(level=3))], "network-service-failed")
known("filter-connection", "tcp-filtered", [(t, "sec", 5157, D(ProcessID=1268, Application="\\device\\harddiskvolume2\\windows\\system32\\svchost.exe", Direction="%%14592", SourceAddress="10.7.0.31", SourcePort=50211 + t, DestAddress="10.7.0.90", DestPort=3389, Protocol=6, FilterRTID=70122, LayerName="%%14610", LayerRTID=44), dict(level=0)) for t in (0, 3, 9)], "firewall-profile-flip;rdp-disabled")
known("ports-gone", "tcp-port-exhaustion", [(0, "tcpip", (4231, 32768), U(""), dict(level=3)), (300, "tcpip", (4231, 32768), U(""), dict(level=3))], "host-hang-resource", "RDGW3")
known("incomplete-connections", "brute-force-saturation", admin(0, 1006) + admin(900, 1006), "host-hang-resource;tcp-filtered")

# Farms, sessions.
known("agent-token-expired", "broker-host-not-joined", [(t, "avd", (3277, 0), U("Transport received exception. Microsoft.RDInfra.Messaging.WebSocketTransport: The remote party closed the WebSocket connection. EXPIRED_MACHINE_TOKEN"), {}) for t in (0, 60, 120)], "broker-unavailable", "AVD-4", year=2023)
known("agent-registration", "broker-host-not-joined", [(0, "avd", (3277, 0), U("ENDPOINT_NOT_FOUND INVALID_REGISTRATION_TOKEN"), {})], "broker-unavailable;dns-failure", "AVD-5", dialect="EvtxECmd")
known("no-resources", "broker-redirect-failed", att(0, "rdgateway-r1.example.net", 50331718, 4), "broker-host-not-joined;drain-mode;connection-limit;host-unreachable;gateway-target-unreachable", "PC-71", year=2020)
known("directory-missing", "broker-unavailable;broker-host-not-joined", rcm(0, (1024, 49152), "0x80070005"), "broker-redirect-failed;auth-trust-broken", "FARM-2", year=2009)
known("profile-path", "profile-load-failure", rcm(0, (1046, 49152), "CORP\\ida"), "", year=2011)
known("reconnect-code", "reconnect-failed", conn(0, "ts9") + [(2, "client", 1025, [], dict(a=1)), (3, "client", 1027, D(DomainName="CORP", SessionId=2), dict(a=1))] + disc(88, 4360), "client-protocol-fault;path-lost-mid-session", year=2021)
known("two-clients-fight", "session-replaced", [e for i in range(6) for e in lsm(i * 11, 25, User="CORP\\ida", SessionID="3", Address=["10.7.0.31", "10.7.0.32"][i % 2]) + lsm(i * 11 + 10.8, 40, Session="3", Reason="5") + lsm(i * 11 + 10.9, 24, User="CORP\\ida", SessionID="3", Address=["10.7.0.31", "10.7.0.32"][i % 2])], "admin-disconnect;reconnect-failed")
