"""What client, gateway, host and controller log of one connection, step by step."""

import importlib

from fleets.site import name_hash

events = importlib.import_module("scenarios.events")
D, U = events.D, events.U
ERRORS = {"tcp": "RDP_TCP", "sec": "RDP_SEC"}


class Connection:
    """One attempt of a client; times are true seconds."""

    def __init__(self, site, client, host, user, incident=None, gateway=None, target=None, keep=None):
        self.site, self.client, self.host, self.user = site, client, host, user
        self.incident, self.gateway = incident, gateway
        self.target = target or host.name
        self.keep = site.chance.uniform(0.6, 1.0) if keep is None else keep
        self.a = site.guid()
        self.b = None
        if incident is not None:
            incident.attempts += 1

    def log(self, host, t, short, number, data=(), **more):
        more.setdefault("keep", self.keep)
        more.setdefault("incident", self.incident)
        self.site.add(host, t, short, number, data, **more)

    # The client.

    def begin(self, t):
        self.log(self.client, t, "client", 1024, D(Name="Server Name", Value=self.target, CustomLevel="Info"), a=self.a, key=True)
        self.log(self.client, t + 0.015, "client", 1029, D(TraceMessage=name_hash(self.site.spelled(self.user))), a=self.a)

    def resolved(self, t):
        self.log(self.client, t, "client", 1102, D(Name="Server Address", Value=self.host.address, CustomLevel="Info"), a=self.a)

    def failed(self, t, code="2147500037"):
        fields = [("StateTransitionName", "RDPClient_SSL"), ("PreviousState", "3"), ("PreviousStateName", "TsSslStateHandshakeInProgress")]
        fields += [("NewState", "10"), ("NewStateName", "TsSslStateDisconnecting"), ("Event", "8")]
        fields += [("EventName", "TsSslEventHandshakeContinueFailed"), ("Error Code", code)]
        self.log(self.client, t, "client", 226, fields, a=self.a, level=2)

    def end(self, t, reason):
        self.log(self.client, t, "client", 1026, D(Name="Disconnect Reason", Value=reason, CustomLevel="Info"), a=self.a, key=True)
        if self.incident is not None and reason is not None:
            self.incident.reason = reason

    # The host.

    def core(self, t, number, data=(), **more):
        self.log(self.host, t, "core", number, data, a=self.b, **more)

    def method(self, t, *names):
        for place, name in enumerate(names):
            self.core(t + place * 0.002, 72, D(MethodName=name))

    def accept(self, t, peer=None):
        """A TCP connection reaches the listener."""
        chance, host = self.site.chance, self.host
        host.connection += 1
        if peer is None:
            self.site.met += [(self.client, self.gateway), (self.gateway, host)] if self.gateway else [(self.client, host)]
        self.b = self.site.guid("F420")
        address = peer or self.peer()
        self.core(t, 131, D(ConnType="TCP", ClientIP=f"{address}:{chance.randint(49152, 65535)}"), key=True)
        self.log(host, t + 0.003, "rcmo", 261, [], u=("EventXML", "Event_NS", {"listenerName": "RDP-Tcp"}), keep=0.6)
        self.core(t + 0.006, 65, D(ConnectionName=f"RDP-Tcp#{host.connection}"))
        self.method(t + 0.01, "PrepareForAccept", "SendPolicyData")
        self.core(t + 0.02, 141, D(InstanceID=chance.randint(2, 900)))

    def transition(self, t, code, machine="RDP_TCP"):
        fields = D(StateTransition=machine, PreviousState=23, PreviousStateName="StateUnknown", NewState=21)
        fields += D(NewStateName="StateDisconnected", Event=43, EventName="Event_Disconnect", ErrorCode=code)
        self.core(t, 226, fields, level=3)

    def close(self, t, error="64", reason="14", code="0x80070040", extended=None):
        """The end of a connection at the listener."""
        if error:
            self.core(t, 143, D(error=error), level=3)
        self.transition(t + 0.001, code)
        if error:
            self.core(t + 0.002, 142, D(error=error), level=3)
        self.core(t + 0.004, 102)
        self.core(t + 0.005, 145, D(IdleSeconds=0, IdleSeconds1=0, IdleSeconds2=0))
        if extended:
            self.core(t + 0.006, 72, D(MethodName=f"SetErrorInfo({extended})"))
        self.core(t + 0.008, 103, D(ReasonCode=reason), keep=max(self.keep, 0.9))

    def probe(self, t, ends):
        """mstsc looks what the host wants, and drops that connection."""
        self.accept(t)
        self.close(ends)
        return self.site.chance.uniform(1.5, 3.2)

    def secured(self, t):
        chance = self.site.chance
        self.method(t, "OnStartLicensing", "AcceptConnection", "GetSecurityFilterCreds", "SendClientLicense")
        self.core(t + 0.01, 104, D(TimezoneBiasHour=chance.choice([-1, 0, 1])))
        self.core(t + 0.012, 98, key=chance.random() < 0.8)
        self.core(t + 0.013, 100)
        self.core(t + 0.014, 135, D(TunnelID=1, TransportType="TCP"))
        values = {"Param1": self.user, "Param2": self.site.netbios, "Param3": self.peer()}
        self.log(self.host, t + 0.05, "rcmo", 1149, [], u=("EventXML", "Event_NS", values), a=self.b, keep=0.8)

    def peer(self):
        return self.gateway.address if self.gateway else self.site.router or self.client.address

    def logon(self, t, kind=3, number=4624, **more):
        fields = D(SubjectUserSid="S-1-0-0", SubjectUserName="-", SubjectDomainName="-", SubjectLogonId="0x0")
        fields += D(TargetUserSid="S-1-5-21-7-7-7-1104", TargetUserName=self.user, TargetDomainName=self.site.netbios)
        fields += D(TargetLogonId=hex(self.site.chance.getrandbits(26)), LogonType=kind, LogonProcessName="NtLmSsp ")
        name = self.client.name if kind == 3 else self.host.name
        fields += D(AuthenticationPackageName="NTLM", WorkstationName=name, IpAddress=self.peer(), IpPort="0")
        self.log(self.host, t, "sec", number, fields, level=0, **more)

    def refused(self, t, status, sub, kind=3, key=True):
        ((_, short, number, fields, _),) = events.f4625(t, self.user, status, sub, kind, self.peer(), self.client.name)
        fields = [(name, self.site.netbios if name == "TargetDomainName" else value) for name, value in fields]
        self.log(self.host, t, short, number, fields, level=0, key=key)

    def vouched(self, t, controller, status, kerberos=False):
        """What a domain controller logs of the check."""
        if kerberos:
            fields = D(TargetUserName=self.user, TargetSid="S-1-5-21-7-7-7-1104", ServiceName="krbtgt/" + self.site.netbios)
            fields += D(TicketOptions="0x40810010", Status=kerberos, PreAuthType=2, IpAddress="::ffff:" + (self.site.router or self.client.address), IpPort=50123)
            self.log(controller, t, "sec", 4771, fields, level=0, keep=0.7)
        else:
            fields = D(PackageName="MICROSOFT_AUTHENTICATION_PACKAGE_V1_0", TargetUserName=self.user, Workstation=self.client.name, Status=status)
            self.log(controller, t, "sec", 4776, fields, level=0, keep=0.7)

    def session_event(self, t, number, **fields):
        values = {"User": f"{self.site.netbios}\\{self.user}", "SessionID": self.host.session, **fields}
        self.log(self.host, t, "lsm", number, [], u=("EventXML", "Event_NS", values))

    def arrive(self, t):
        """A session comes up; true time at which the client sees it."""
        self.host.session += 1
        self.session_event(t, 41)
        self.core(t + 0.05, 66, D(ConnectionName=f"RDP-Tcp#{self.host.connection}", SessionID=self.host.session))
        self.core(t + 0.1, 72, D(MethodName=f"ConnectNotify(SessionId:{self.host.session})"))
        if self.site.chance.random() < 0.5:
            self.logon(t + 0.2, 10)
        self.log(self.host, t + 0.4, "lsm", 21, [], key=True, u=("EventXML", "Event_NS", self.who()))
        self.log(self.host, t + 0.9, "lsm", 22, [], u=("EventXML", "Event_NS", self.who()))
        self.core(t + 0.6, 162, D(Version="0xA0600", ClientMode=0, AvcEnabled=1))
        self.core(t + 0.9, 68, D(ConnectionName=f"RDP-Tcp#{self.host.connection}", PromptForCredentials=0))
        self.log(self.client, t + 0.1, "client", 1103, a=self.a)
        self.log(self.client, t + 0.3, "client", 1025, a=self.a)
        self.log(self.client, t + 1.2, "client", 1027, D(DomainName=self.site.netbios, SessionId=self.host.session), a=self.a, key=True)

    def who(self):
        return {"User": f"{self.site.netbios}\\{self.user}", "SessionID": self.host.session, "Address": self.peer()}

    # The gateway.

    def tunnel(self, t, number, code="0", resource=True, key=False, **more):
        fields = {"Username": f"{self.site.netbios}\\{self.user}", "IpAddress": self.site.router or self.client.address, "AuthType": "NTLM"}
        fields.update(Resource=self.target if resource else "", ConnectionProtocol="HTTP", ErrorCode=code, **more)
        self.site.met.append((self.client, self.gateway))
        self.log(self.gateway, t, "gw", number, [], u=("EventInfo", "aag", fields), key=key)

    def admitted(self, t):
        """Through the gateway's policies; true time at which it turns to the host."""
        self.tunnel(t, 312, resource=False)
        if self.site.chance.random() < 0.4:
            self.tunnel(t + 0.05, 313, resource=False)
        self.tunnel(t + 0.5, 200, resource=False)
        self.tunnel(t + 0.7, 300)
        return t + 0.8

    def reach(self, t):
        """On the way to the host, by the gateway where there is one; true time at which it is there."""
        start = t + self.site.chance.uniform(0.02, 0.08)
        if self.gateway:
            start = self.admitted(t + self.site.chance.uniform(0.55, 0.75))
            self.tunnel(start, 302, key=True)
            start += 0.05
        return start


def works(connection, t, length, end="logoff"):
    """A whole connection that works: probe, logon, session and its wanted end. True time of the end."""
    chance, c = connection.site.chance, connection
    c.begin(t)
    start = c.reach(t)
    if not c.gateway and chance.random() < 0.6:
        start += 0.9 + c.probe(start, start + chance.uniform(0.5, 1.5))
    c.accept(start)
    if chance.random() < 0.5:
        c.resolved(start)
    c.logon(start + 0.6, keep=0.9)
    c.secured(start + 0.8)
    c.arrive(start + 1.6)
    over = start + length
    if end == "logoff":
        c.session_event(over - 0.3, 23)
    c.method(over - 0.2, "PreDisconnect(12)", "DisconnectNotify")
    c.close(over - 0.1, error=None, reason="12" if end == "logoff" else "11", code="0x80070040", extended="0xc" if end == "logoff" else "0xb")
    if end != "logoff":
        c.log(c.host, over, "lsm", 24, [], u=("EventXML", "Event_NS", c.who()))
        c.log(c.host, over + 0.01, "lsm", 40, [], u=("EventXML", "Event_NS", {"Session": c.host.session, "Reason": "11"}))
    if c.gateway:
        c.tunnel(over + 0.1, 303, "1226", SessionDuration=str(int(length)), BytesReceived="90000", BytesTransfered="80000")
    c.log(c.client, over, "client", 1105, a=c.a)
    c.end(over + 0.05, 2 if end == "logoff" else 1)
    return over
