"""What goes wrong: each cause as the events that client, host, gateway and others log of it.

A fault is a function of a `Case`. `client` says whether the client's own log alone tells the cause; `near` are
causes an expert would accept. Without `host` nobody but the client tells it; a `quiet` one the client does not even notice.
"""

import importlib

from fleets.connections import Connection

events = importlib.import_module("scenarios.events")
D, U = events.D, events.U
FAULTS = {}
TERMSERVICE = {"en-US": "Remote Desktop Services", "de-DE": "Remotedesktopdienste", "fr-FR": "Services Bureau à distance", "es-ES": "Servicios de Escritorio remoto", "ja-JP": "Remote Desktop Services", "pl-PL": "Usługi pulpitu zdalnego"}
STOPPED = {"en-US": "stopped", "de-DE": "beendet", "fr-FR": "arrêté", "es-ES": "detenido", "ja-JP": "停止", "pl-PL": "zatrzymana"}
SILENT = ["firewall-profile-flip", "host-crash", "host-reboot", "host-sleep", "host-unreachable", "ip-address-conflict", "listener-bind-failed", "network-service-failed", "rdp-disabled", "rdp-port-changed", "tcp-filtered", "tcp-refused", "termservice-crash", "termservice-down"]
LOGON = ["auth-bad-credentials", "auth-dc-unreachable", "auth-trust-broken", "netlogon-down", "auth-account-locked", "auth-ntlm-blocked", "auth-package-failure", "auth-spn-mismatch"]
TLS = ["cert-private-key-acl", "cert-key-missing", "tls-no-common-cipher", "tls-version-disabled", "cert-client-rejects", "tls-inspection", "security-layer-mismatch", "mtu-blackhole", "third-party-server-fault", "non-rdp-listener", "auth-bad-credentials", "credssp-oracle", "fips-or-encryption-level-mismatch", "cert-malformed", "cert-configured-invalid", "cert-expired-not-renewed", "auth-entra-failed", "credssp-pubkey-auth-failure"]


class Case:
    """One incident about to happen: who, when, how often."""

    def __init__(self, site, incident, client, host, user, times, gateway=None, controller=None, target=None):
        self.site, self.incident, self.client, self.host, self.user = site, incident, client, host, user
        self.times, self.gateway, self.controller, self.target = times, gateway, controller, target
        self.keep = site.chance.uniform(0.6, 1.0)

    def attempt(self):
        return Connection(self.site, self.client, self.host, self.user, self.incident, self.gateway, self.target, self.keep)

    def begun(self, at_gateway=False):
        """Each attempt as the client sets out on it, or as the gateway greets it: (its time, the connection)."""
        for t in self.times:
            c = self.attempt()
            c.begin(t)
            if at_gateway:
                c.tunnel(t + 0.6, 312, resource=False)
            yield t, c

    def context(self, host, t, short, number, data=(), **more):
        self.site.add(host, t, short, number, data, incident=self.incident, context=True, key=True, **more)

    def before(self, low, high):
        return self.times[0] - self.site.chance.uniform(low, high)


def fault(cause, near=(), client=False, guesses=(), **traits):
    def register(body):
        FAULTS[cause] = dict(body=body, near=list(near), client=client, guesses=list(guesses), cause=cause, **traits)
        return body

    return register


def through(c, t):
    """As far as the listener, directly or by the gateway; (start at the host, whether a probe came first)."""
    chance = c.site.chance
    start = c.reach(t)
    if not c.gateway and chance.random() < 0.5:
        start += c.probe(start, start + chance.uniform(0.3, 1.5)) + 1.0
    c.accept(start)
    return start


def ended(c, over, reason):
    if c.gateway:
        c.tunnel(over, 303, "1226", SessionDuration="3", BytesReceived="4000", BytesTransfered="3000")
    c.end(over + 0.04, reason)


def refused_logons(case, status, sub, reason, dc=None, kerberos=None, sec="0x8007052e"):
    chance = case.site.chance
    for t, c in case.begun():
        start = through(c, t) + chance.uniform(0.4, 1.2)
        if case.controller and dc:
            c.vouched(start - 0.02, case.controller, dc, kerberos if chance.random() < 0.3 else False)
        c.refused(start, status, sub)
        c.core(start + 0.01, 140, D(IPString=c.peer()), level=3)
        c.transition(start + 0.012, sec, "RDP_SEC")
        c.close(start + 0.05)
        c.failed(start + 0.06)
        ended(c, start + 0.1, reason)


LOGONS = {
    "auth-bad-credentials": ("0xc000006d", "0xc000006a", 2055, "0xC000006A", "0x18"),
    "auth-account-locked": ("0xc0000234", "0x0", 3335, "0xC0000234", "0x12"),
    "auth-account-disabled": ("0xc000006e", "0xc0000072", 2823, "0xC0000072", "0x12"),
    "auth-account-expired": ("0xc000006e", "0xc0000193", 3591, "0xC0000193", "0x12"),
    "auth-password-expired": ("0xc000006e", "0xc0000071", 3847, "0xC0000071", "0x17"),
    "auth-logon-hours": ("0xc000006e", "0xc000006f", 4103, "0xC000006F", "0x12"),
    "auth-workstation-restriction": ("0xc000006e", "0xc0000070", 4359, "0xC0000070", "0xC"),
    "auth-time-skew": ("0xc000006d", "0xc0000133", 7431, None, "0x25"),
}


def plain_logon(name, values):
    status, sub, reason, dc, kerberos = values

    @fault(name, client=reason != 2055, guesses=LOGON, hops=True)
    def body(case):
        refused_logons(case, status, sub, reason, dc, kerberos)
        if name == "auth-account-locked" and case.controller:
            case.context(case.controller, case.before(5, 200), "sec", 4740, D(TargetUserName=case.user, TargetDomainName=case.client.name, TargetSid="S-1-5-21-7"), level=0)


for name, values in LOGONS.items():
    plain_logon(name, values)


@fault("auth-trust-broken", ["auth-dc-unreachable"], guesses=LOGON)
def trust(case):
    case.context(case.host, case.before(1, 40), "netlogon", 3210, U(case.site.netbios, "\\\\DC." + case.site.domain, "%%5"), level=2)
    if case.controller:
        case.context(case.controller, case.times[0] + 0.3, "netlogon", 5722, U(case.host.name, case.host.name + "$", "%%5"), level=2)
    refused_logons(case, "0xc000006d", "0xc000018d", 2055)


@fault("auth-dc-unreachable", ["netlogon-down", "auth-trust-broken"], client=True, guesses=LOGON)
def no_controller(case):
    case.context(case.host, case.before(5, 120), "netlogon", 5719, U(case.site.netbios, "%%1311"), level=2)
    refused_logons(case, "0xc000005e", "0x0", 6151)


@fault("auth-no-rdp-right", client=True, hops=True)
def no_right(case):
    for t, c in case.begun():
        start = through(c, t)
        c.logon(start + 0.6)
        c.secured(start + 0.9)
        fields = D(AccountName=case.user, AccountDomain=case.site.netbios, LogonID="0x9f31aa", ClientAddress=c.peer())
        c.log(case.host, start + 1.8, "sec", 4825, fields, level=0, key=True)
        c.close(start + 2.6, error=None, reason="14", extended="0x9")
        ended(c, start + 2.7, 4871)


def broken_handshakes(case, log, reason=2308):
    chance = case.site.chance
    for t, c in case.begun():
        start = c.reach(t)
        c.accept(start)
        log(c, start + chance.uniform(0.08, 0.3))
        c.core(start + 0.35, 139, D(ErrorCode="0x80090304"), level=3)
        c.close(start + 0.4)
        c.failed(start + 0.43)
        ended(c, start + 0.48, reason)


@fault("cert-private-key-acl", ["cert-key-missing"], guesses=TLS, hops=True)
def key_acl(case):
    def log(c, t):
        fields = D(SubjectUserSid="S-1-5-20", SubjectUserName=case.host.name + "$", ProviderName="Microsoft Software Key Storage Provider")
        fields += D(AlgorithmName="UNKNOWN", KeyName="TSSecKeySet1", KeyType="%%2499", Operation="%%2480", ReturnCode="0x80090010")
        c.log(case.host, t - 0.02, "sec", 5061, fields, level=0, keep=0.5)
        c.log(case.host, t, "sch", 36870, D(Type="server", ErrorCode="0x8009030D", ErrorStatus=10001), level=2, key=True)

    broken_handshakes(case, log)


@fault("tls-no-common-cipher", ["tls-version-disabled"], guesses=TLS)
def no_cipher(case):
    def log(c, t):
        c.log(case.host, t, "sch", 36874, D(Protocol="TLS 1.2"), level=2, key=True)
        c.log(case.host, t + 0.001, "sch", 36888, D(AlertDesc=40, ErrorState=1205), level=2)

    broken_handshakes(case, log)


@fault("tls-version-disabled", ["fips-or-encryption-level-mismatch", "cert-key-missing"], guesses=TLS)
def no_version(case):
    broken_handshakes(case, lambda c, t: c.log(case.host, t, "sch", 36871, D(Type="server", ErrorState="10013"), level=2, key=True))


@fault("dns-failure", client=True)
def no_name(case):
    chance = case.site.chance
    code = chance.choice([260, 1288])
    for t, c in case.begun():
        c.log(case.client, t + 2.8, "dns", 1014, D(QueryName=c.target, AddressLength=128, Address="0200003508080808"), level=3)
        over = t + chance.uniform(4, 6)
        c.log(case.client, over - 0.02, "client", 1007, [("TraceMessage", c.target), ("Error Code", "11001")], a=c.a)
        c.end(over, code)


def unanswered(case):
    code = case.site.chance.choice([516, 516, 516, 264])
    for t, c in case.begun():
        if case.site.chance.random() < 0.5:
            c.resolved(t + 0.02)
        c.end(t + case.site.chance.uniform(2, 22), code)


@fault("rdp-disabled", ["policy-change", "tcp-refused"], guesses=SILENT)
def disabled(case):
    t = case.before(60, 1500)
    case.context(case.host, t, "gp", 1502, D(SupportInfo1=1, SupportInfo2=4117, ProcessingMode=0, DCName="\\\\DC", NumberOfGroupPolicyObjects=3))
    case.context(case.host, t + 1, "core", 106)
    case.context(case.host, t + 1.1, "rcmo", 262, [], u=("EventXML", "Event_NS", {"listenerName": "RDP-Tcp"}))
    case.context(case.host, t + 1.2, "rcmo", 259, [], u=("EventXML", "Event_NS", {"listenerName": "RDP-Tcp"}))
    unanswered(case)


@fault("termservice-down", ["tcp-refused", "termservice-crash", "rdp-disabled"], guesses=SILENT)
def service_down(case):
    service, state = TERMSERVICE[case.host.culture], STOPPED[case.host.culture]
    case.context(case.host, case.before(60, 1500), "scm", (7036, 16384), D(param1=service, param2=state))
    unanswered(case)


@fault("host-sleep", ["host-unreachable"], guesses=SILENT, sleeps=True)
def asleep(case):
    down = case.before(100, 2500)
    up = case.times[-1] + case.site.chance.uniform(120, 900)
    case.context(case.host, down, "power", 42, D(TargetState=4, EffectiveState=4, Reason=7))
    case.context(case.host, up, "power", 107, D(TargetState=0, WakeFromState=4))
    case.host.asleep = (down, up)
    unanswered(case)


@fault("tcp-filtered", ["firewall-profile-flip", "host-unreachable"], guesses=SILENT)
def filtered(case):
    for t, c in case.begun():
        for n in range(3):
            fields = D(ProcessId=0, Application="-", Direction="%%14592", SourceAddress=case.site.router or case.client.address, SourcePort=50000 + int(t) % 9000)
            fields += D(DestAddress=case.host.address, DestPort=3389, Protocol=6, FilterRTID=66021, LayerName="%%14597", LayerRTID=13)
            c.log(case.host, t + (0.05, 3.05, 9.05)[n], "sec", 5152, fields, level=0, key=n == 0)
        c.end(t + 21, 516)


@fault("firewall-profile-flip", ["tcp-filtered"], guesses=SILENT)
def flipped(case):
    t = case.before(60, 1500)
    case.context(case.host, t, "fw", 2010, D(InterfaceGuid="{1}", InterfaceName="Ethernet", OldProfile=1, NewProfile=4))
    case.context(case.host, t + 0.5, "netprof", 10000, D(Name="Network 2", Description="Network 2", Guid="{1}", Type=0, State=1, Category=0))
    unanswered(case)


# The client's code is the same when the gateway itself cannot be reached.
@fault("gateway-target-unreachable", ["tcp-filtered", "host-unreachable", "dns-failure"], guesses=["gateway-unreachable"], needs="gateway")
def no_target(case):
    for t, c in case.begun(at_gateway=True):
        c.tunnel(t + 1.2, 200, resource=False)
        c.tunnel(t + 1.4, 300)
        over = t + case.site.chance.uniform(13, 22)
        c.tunnel(over, 304, "23005", key=True)
        c.end(over + 0.4, 50331660)


@fault("gateway-rap-denied", ["gateway-auth-failed", "gateway-cap-denied"], client=True, needs="gateway")
def rap(case):
    for t, c in case.begun(at_gateway=True):
        c.tunnel(t + 1.1, 200, resource=False)
        c.tunnel(t + 1.4, 301, "23002", key=True)
        c.end(t + 1.8, 50331676)


@fault("gateway-cap-denied", ["gateway-auth-failed", "gateway-nps-failure"], client=True, needs="gateway")
def cap(case):
    for t, c in case.begun(at_gateway=True):
        c.tunnel(t + 1.3, 201, "23003", resource=False, key=True)
        c.end(t + 1.7, 50331675)


@fault("drain-mode", ["admin-disconnect", "broker-redirect-failed"], guesses=["drain-mode", "admin-disconnect", "client-cancelled"])
def drained(case):
    for t, c in case.begun():
        start = through(c, t)
        c.logon(start + 0.5)
        c.secured(start + 0.8)
        c.log(case.host, start + 1.6, "rcm", (1070, 49152), U(f"{case.site.netbios}\\{case.user}", ""), level=2, key=True)
        c.close(start + 1.9, error=None, reason="14")
        ended(c, start + 2.0, 3)


@fault("license-server-unreachable", ["license-grace-expired"], guesses=["license-exhausted", "license-server-unreachable", "license-grace-expired", "license-certificate-corrupt", "license-client-store"], needs="license-server")
def no_licence_server(case):
    for t, c in case.begun():
        start = through(c, t)
        c.logon(start + 0.5)
        c.core(start + 0.8, 72, D(MethodName="OnStartLicensing"))
        c.log(case.host, start + 15, "rcma", 1131, [], u=("EventXML", "Event_NS", {"Param1": case.licences.full}), level=2, key=True)
        c.close(start + 15.6, error=None, extended="0x101")
        ended(c, start + 15.7, 2312)
    case.context(case.licences, case.before(60, 900), "scm", (7034, 49152), D(param1="Remote Desktop Licensing", param2=1), level=2)


def lost(case, end, client_end, reason=2308, length=(120, 1800)):
    """A session that came up and ends against everybody's wish; once."""
    (t, *_) = case.times
    c = case.attempt()
    c.begin(t)
    start = through(c, t)
    c.logon(start + 0.6)
    c.secured(start + 0.8)
    c.arrive(start + 1.6)
    over = start + case.site.chance.uniform(*length)
    end(c, over)
    if client_end is None:
        return
    c.log(case.client, over + client_end - 0.04, "client", 1105, a=c.a)
    if c.gateway:
        c.tunnel(over + client_end, 303, "1226", SessionDuration=str(int(over - t)), BytesReceived="90000", BytesTransfered="80000")
    c.end(over + client_end, reason)


@fault("path-lost-mid-session", ["nat-idle-timeout", "host-unreachable"], guesses=["path-lost-mid-session", "nat-idle-timeout", "host-unreachable", "host-crash", "host-reboot", "termservice-crash"], once=True)
def path(case):
    def end(c, t):
        for n in range(case.site.chance.randint(1, 4)):
            c.core(t + n * 0.0003, 143, D(error="121"), level=3)
        c.close(t + 0.003, error=None, reason="14", code="0x80070079")
        c.session_event(t + 0.1, 24, Address=c.peer())
        c.log(c.host, t + 0.11, "lsm", 40, [], u=("EventXML", "Event_NS", {"Session": c.host.session, "Reason": "0"}))

    lost(case, end, case.site.chance.uniform(-12, 12))


@fault("termservice-crash", ["termservice-down", "session-process-crash"], once=True, guesses=["termservice-crash", "termservice-down", "host-crash", "path-lost-mid-session", "host-reboot"])
def service_crash(case):
    def end(c, t):
        service = TERMSERVICE[case.host.culture]
        values = ["svchost.exe_TermService", "10.0.17763.1", "1", "rdpcorets.dll", "10.0.17763.1", "1", "c0000005", "1", "1c8", "01d"]
        values += ["C:\\Windows\\System32\\svchost.exe", "C:\\Windows\\System32\\rdpcorets.dll", "aa"]
        case.context(case.host, t - 0.5, "app", (1000, 0), U(*values), level=2)
        case.context(case.host, t, "scm", (7031, 49152), D(param1=service, param2=1, param3=60000, param4=1, param5="Restart the service"), level=2)

    lost(case, end, 0.3)


@fault("host-crash", ["host-reboot"], once=True, guesses=["host-crash", "host-reboot", "path-lost-mid-session", "host-unreachable", "termservice-crash"])
def crash(case):
    def end(c, t):
        up = t + case.site.chance.uniform(60, 200)
        case.host.asleep = (t, up - 1)
        case.context(case.host, up - 0.5, "kg", 12, D(MajorVersion=10, MinorVersion=0))
        case.context(case.host, up, "power", 41, D(BugcheckCode=case.site.chance.choice([0, 159]), BugcheckParameter1="0x3"), level=1)
        case.context(case.host, up + 1, "evlog", (6008, 32768), U("10:00:00 AM", "3/2/2026", "", "", "1831"), level=2)

    lost(case, end, 21)


@fault("host-reboot", [], once=True, guesses=["host-reboot", "host-crash", "path-lost-mid-session", "termservice-down", "admin-disconnect"])
def reboot(case):
    def end(c, t):
        fields = D(param1="C:\\Windows\\system32\\shutdown.exe", param2=case.host.name, param3="Other (Planned)", param4="0x80000000")
        fields += D(param5="restart", param6="", param7=f"{case.site.netbios}\\adm")
        case.context(case.host, t - 3, "user32", (1074, 32768), fields)
        c.session_event(t - 0.1, 24, Address=c.peer())
        c.close(t, error=None, reason="14", extended="0x19")
        case.context(case.host, t + 8, "kg", 13, D(StopTime="x"))
        case.context(case.host, t + 90, "kg", 12, D(MajorVersion=10, MinorVersion=0))
        case.host.asleep = (t + 9, t + 89)

    lost(case, end, 0.4)


@fault("session-process-crash", ["session-stuck", "display-driver-fault"], once=True, guesses=["session-process-crash", "admin-disconnect", "display-driver-fault"])
def winlogon(case):
    def end(c, t):
        c.log(case.host, t, "winlogon", (4005, 32768), U(""), level=2, key=True)
        c.close(t + 1, error=None, reason="14", extended="0x17")
        c.session_event(t + 1.2, 24, Address=c.peer())

    lost(case, end, 1.3, 3)
