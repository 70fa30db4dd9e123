"""More of what goes wrong: licences, brokers, gateways, limits and sessions."""

import importlib

from fleets.faults import SILENT, ended, fault, lost, through, unanswered

events = importlib.import_module("scenarios.events")
D, U = events.D, events.U
LICENCES = ["license-exhausted", "license-server-unreachable", "license-grace-expired", "license-certificate-corrupt", "license-client-store"]
BROKERS = ["broker-redirect-failed", "broker-unavailable", "broker-host-not-joined", "drain-mode", "admin-disconnect", "client-cancelled", "connection-limit"]


def user(case):
    return f"{case.site.netbios}\\{case.user}"


@fault("license-exhausted", ["license-server-unreachable"], guesses=LICENCES, needs="license-server")
def exhausted(case):
    for t, c in case.begun():
        start = through(c, t)
        c.logon(start + 0.5)
        c.core(start + 0.8, 72, D(MethodName="OnStartLicensing"))
        c.log(case.host, start + 2, "rcm", (1004, 49152), U(""), level=2, key=True)
        fields = U(case.licences.name, "Windows Server 2022 : RDS Per Device CAL", "0")
        c.log(case.licences, start + 1.8, "lic", (21, 32768), fields, level=3)
        c.close(start + 2.2, error=None, extended="0x102")
        ended(c, start + 2.3, 2056)


@fault("broker-redirect-failed", ["broker-unavailable", "drain-mode"], guesses=BROKERS, needs="broker")
def no_redirect(case):
    for t, c in case.begun():
        start = through(c, t)
        c.logon(start + 0.5)
        c.secured(start + 0.8)
        fields = {"param1": user(case), "param2": "Load Balancing failed OR Specified endpoint could not be found.", "param3": "Element not found."}
        c.log(case.broker, start + 1.4, "broker", 802, [], u=("EventXML", "Event_NS", fields), level=2, key=True)
        fields = {"param1": user(case), "param2": "NULL", "param3": "0x80070490"}
        c.log(case.host, start + 1.5, "brokerc", 1306, [], u=("EventXML", "Event_NS", fields), level=2, key=True)
        c.close(start + 1.9, error=None, reason="14")
        ended(c, start + 2.0, 3)


@fault("gateway-auth-failed", ["gateway-cap-denied", "gateway-channel-binding-mismatch"], client=True, needs="gateway", guesses=["gateway-auth-failed", "gateway-cap-denied", "gateway-nps-failure", "gateway-unreachable", "gateway-rap-denied"])
def method(case):
    for t, c in case.begun(at_gateway=True):
        c.tunnel(t + 1.2, 305, "23004", resource=False, key=True)
        c.end(t + 1.6, 50331703)


@fault("gateway-nps-failure", ["gateway-cap-denied", "gateway-auth-failed"], client=True, needs="gateway")
def radius(case):
    for t, c in case.begun(at_gateway=True):
        fields = D(SubjectUserName=case.user, SubjectDomainName=case.site.netbios, CallingStationID="UserAuthType:PW", NASIdentifier="-")
        fields += D(ProxyPolicyName="TS GATEWAY AUTHORIZATION POLICY", ReasonCode=265, Reason="A RADIUS message was received from the invalid client")
        c.log(case.gateway, t + 29.9, "sec", 6274, fields, level=0, key=True)
        c.tunnel(t + 30, 201, "23003", resource=False, key=True)
        c.end(t + 30.4, 50331675)


@fault("network-service-failed", ["host-unreachable"], guesses=SILENT)
def no_network(case):
    case.context(case.host, case.before(100, 2000), "scm", (7001, 49152), D(param1="WinHTTP Web Proxy Auto-Discovery Service", param2="DHCP Client", param3="%%1058"), level=2)
    case.context(case.host, case.before(90, 99), "scm", (7000, 49152), D(param1="DHCP Client", param2="%%5"), level=2)
    unanswered(case)


@fault("listener-bind-failed", ["termservice-down", "rdp-disabled"], guesses=SILENT)
def no_listener(case):
    case.context(case.host, case.before(60, 900), "rcm", (1035, 49152), U("RDP-Tcp", "0x80070057"), level=2)
    unanswered(case)


@fault("profile-load-failure", [], once=True, quiet=True, guesses=["profile-load-failure", "session-process-crash", "admin-disconnect", "session-stuck"])
def profile(case):
    def end(c, t):
        c.log(c.host, t - 0.6, "prof", 1500, D(Error="Insufficient system resources"), level=2, key=True)
        c.session_event(t, 23)
        c.close(t + 0.1, error=None, reason="14", extended="0xc")

    lost(case, end, 0.4, 2, (4, 12))


@fault("client-crash", [], once=True, client=True, host=False, guesses=["client-cancelled", "path-lost-mid-session", "nat-idle-timeout", "client-sleep"])
def mstsc(case):
    def end(c, t):
        values = ["mstsc.exe", "10.0.26100.1", "1", "mstscax.dll", "10.0.26100.1", "1", "c0000005", "1", "1c8", "01d"]
        values += ["C:\\Windows\\System32\\mstsc.exe", "C:\\Windows\\System32\\mstscax.dll", "aa"]
        c.log(c.client, t - 0.2, "app", (1000, 0), U(*values), level=2, key=True)
        c.close(t, reason="14")
        c.session_event(t + 0.1, 24, Address=c.peer())

    lost(case, end, None)
