"""Several machines at once: clocks apart, hops, forwarded and overlapping exports, more than one incident."""

from .events import D, U, att, blind, c131, conn, disc, f4625, rcm, s226, success, ud
from .threads_roles import ADDRESS, broker, gateway
from .threads_session import ended, lsm


def at(host, events):
    return [event[:4] + (dict(event[4], h=host),) for event in events]


def later(seconds, events):
    return [(event[0] + seconds, *event[1:]) for event in events]


def session(client, host, t, target=None, ip="10.1.2.8", act=1, user="ida"):
    """A connection that works, seen from both ends."""
    steps = conn(t, target or host, act) + [(t + 1.2, "client", 1025, [], dict(a=act)), (t + 3.1, "client", 1027, D(DomainName="CORP", SessionId=3), dict(a=act))]
    return at(client, steps) + at(host, success(t + 0.05, user, ip, act))


def key_fault(client, host, t, act=1, ip="10.1.2.8"):
    return at(client, conn(t, host, act) + s226(t + 0.5, act) + disc(t + 0.6, 2308, act)) + at(host, c131(t + 0.05, ip, act) + [(t + 0.4, "sch", 36870, D(Type="server", ErrorCode="0x8009030D", ErrorStatus=10001), {}), (t + 0.5, "core", 102, [], dict(a=act))])


def refused_logon(client, host, t, act=1, ip="10.1.2.8", user="ida", sub="0xc000006a", status="0xc000006d", code=2055):
    return at(client, conn(t, host, act) + s226(t + 1.2, act) + disc(t + 1.3, code, act)) + at(host, c131(t + 0.05, ip, act) + f4625(t + 1.0, user, status, sub, 3, ip) + [(t + 1.1, "core", 102, [], dict(a=act))])


CLOCKS = {"PC-1.corp.example": 0, "TS-1.corp.example": 312.4}
blind("key-minutes-apart", "definite", "cert-private-key-acl", session("PC-1.corp.example", "TS-1.corp.example", -2000, "ts-1") + key_fault("PC-1.corp.example", "TS-1.corp.example", 0, 4) + key_fault("PC-1.corp.example", "TS-1.corp.example", 45, 5), "cert-key-missing", "PC-1.corp.example", clocks=CLOCKS, split="host")
blind("locked-with-dc", "definite", "auth-account-locked", session("PC-2", "TS-2", -3000) + [e for i in range(3) for e in refused_logon("PC-2", "TS-2", i * 30, 4 + i, sub="0x0", status="0xc0000234", code=3335)] + at("DC-2", [(i * 30 + 0.95, "sec", 4776, D(PackageName="MICROSOFT_AUTHENTICATION_PACKAGE_V1_0", TargetUserName="ida", Workstation="PC-2", Status="0xc0000234"), dict(level=0)) for i in range(3)]), "", "PC-2", clocks={"DC-2": 47.0, "TS-2": -1.5}, split="channel")
blind("storm", "definite", "cert-private-key-acl", [e for i in range(20) for e in key_fault("PC-3", "TS-3", i * 25, 4 + i)], "cert-key-missing", "PC-3", clocks={"PC-3": -95.0}, split="host", order="shuffled")
blind("hop", "definite", "auth-bad-credentials", at("PC-4", conn(0, "ts-4.corp.example") + disc(6, 2055)) + at("GW-4", gateway(0.5, 312) + gateway(1, 200) + gateway(1.1, 300, resource="ts-4.corp.example") + gateway(1.4, 302, resource="ts-4.corp.example") + gateway(6, 303, "1226", "ts-4.corp.example", SessionDuration="5", BytesReceived="9000", BytesTransfered="8000")) + at("TS-4", c131(1.35, "10.0.0.4", 7) + f4625(5.4, "ida", "0xc000006d", "0xc000006a", 3, "10.0.0.4") + [(5.5, "core", 140, D(IPString="10.0.0.4"), dict(a=7))]), "", "PC-4", clocks={"GW-4": 33.0, "TS-4": -12.0}, split="host")
blind("hop-unreachable", "definite", "gateway-target-unreachable", at("PC-5", att(0, "ts-5", 50331660, 22)) + at("GW-5", gateway(0.5, 312) + gateway(1, 200) + gateway(1.1, 300, resource="ts-5") + gateway(21.5, 304, "23005", "ts-5")) + at("TS-5", lsm(-3000, 21, User="CORP\\adm", SessionID="1", Address="LOCAL")), "tcp-filtered;host-unreachable", "PC-5", split="host", overlap=True)
blind("broker-to-wrong-member", "definite", "drain-mode", at("PC-6", att(0, "farm.corp.example", 3, 3)) + at("CB-6", broker(1.2, 802, "CORP\\ida", "Load Balancing failed", client=False)) + at("TS-6", c131(0.1, "10.1.2.8", 3) + [(1.5, "rcm", (1070, 49152), U("CORP\\ida", ""), {})]), "broker-redirect-failed", "PC-6", split="host")
blind("redirect-and-in", "benign", "", at("PC-7", conn(0, "farm.corp.example") + conn(2.5, "10.0.0.72", 2) + [(4, "client", 1025, [], dict(a=2))]) + at("TS-7A", c131(0.1, "10.1.2.8", 3) + [(1, "core", 98, [], dict(a=3)), (1.1, "rcmo", 1149, [], ud("EventXML", "Event_NS", Param1="ida", Param2="CORP", Param3="10.1.2.8"))] + broker(1.2, 1301, "CORP\\ida", "10.0") + broker(1.5, 1307, "CORP\\ida", "TS-7B", "10.0.0.72") + ended(1.8, 0, 3)) + at("TS-7B", success(2.6, "ida", "10.1.2.8", 5)), "", "PC-7", split="host")
blind("licence-server-down", "definite", "license-server-unreachable", at("TS-8", c131(0.1, "10.1.2.8", 3) + [(0.8, "core", 72, D(MethodName="OnStartLicensing"), dict(a=3)), (15, "rcma", 1131, [], ud("EventXML", "Event_NS", Param1="LIC-8"))]) + at("PC-8", att(0, "ts-8", 2312, 16)) + at("LIC-8", [(-600, "scm", (7034, 49152), D(param1="Remote Desktop Licensing", param2=1), {})]), "license-grace-expired", "PC-8", split="host")
blind("licences-gone-site", "definite", "license-exhausted", at("TS-9", c131(0.1, "10.1.2.8", 3) + rcm(2, (1004, 49152), "")) + at("PC-9", att(0, "ts-9", 2056, 2.5)) + at("LIC-9", [(1.8, "lic", (21, 32768), U("LIC-9", "Windows Server 2022 : RDS Per Device CAL", "0"), {})]), "license-server-unreachable", "PC-9", clocks={"LIC-9": -20.0}, split="host")
blind("forwarded", "definite", "cert-private-key-acl", session("PC-10", "TS-10A", -900) + key_fault("PC-10", "TS-10B", 0, 5) + session("PC-11", "TS-10C", 30, ip="10.1.2.11", act=8, user="joe") + at("FS-10", lsm(10, 21, User="CORP\\svc", SessionID="1", Address="LOCAL")), "cert-key-missing", "PC-10", split="log", dialect="viewer", bystanders=["SQL-10", "WEB-10", "APP-10"])
blind("clock-steps-twice", "definite", "cert-private-key-acl", session("PC-12", "TS-12", -3000) + at("TS-12", [(-1000, "kg", 1, D(NewTime="2026-03-02T09:45:20.0000000Z", OldTime="2026-03-02T09:43:20.0000000Z", Reason=1), dict(level=4)), (1000, "kg", 1, D(NewTime="2026-03-02T10:16:10.0000000Z", OldTime="2026-03-02T10:18:40.0000000Z", Reason=1), dict(level=4))]) + session("PC-12", "TS-12", -500, act=21) + key_fault("PC-12", "TS-12", 0, 30) + session("PC-12", "TS-12", 1500, act=40), "cert-key-missing", "PC-12", clocks={"TS-12": [(-9e9, 0), (-1000, 120), (1000, -30)]}, split="host")
blind("two-at-once", "definite", "auth-account-locked", refused_logon("PC-13", "TS-13", 0, 3, sub="0x0", status="0xc0000234", code=3335) + at("PC-14", att(2, "ts-14.corp.example", 260, 11, 6)) + at("PC-14", [(12, "dns", 1014, D(QueryName="ts-14.corp.example", AddressLength=128), {})]), "dns-failure", "PC-13", split="host")
blind("healthy-site", "benign", "", [e for i in range(6) for e in session(f"PC-2{i}", "TS-20", i * 400, ip=f"10.1.2.{30 + i}", act=3 + i, user=f"u{i}")] + [e for i in range(6) for e in at("TS-20", lsm(i * 400 + 300, 23, User=f"CORP\\u{i}", SessionID="3") + ended(i * 400 + 300.2, 12, 3 + i))] + [e for i in range(6) for e in at(f"PC-2{i}", disc(i * 400 + 300.2, 2, 3 + i))], "client-cancelled", "PC-20", clocks={"TS-20": 77.0}, split="host")
blind("healthy-storm-of-noise", "benign", "", session("PC-30", "TS-30", 0), "", "PC-30", noise=1500, split="host", overlap=True)
blind("asleep", "definite", "host-sleep", at("TS-31", [(-2000, "power", 42, D(TargetState=4, EffectiveState=4, Reason=7), {}), (900, "power", 107, D(TargetState=0, WakeFromState=4), {}), (901, "pt", 1, D(SleepTime="2026-03-02T09:26:40.0000000Z", WakeTime="2026-03-02T10:15:01.0000000Z", SleepDuration=1, WakeDuration=1), {})]) + at("PC-31", att(0, "ts-31", 516, 21) + att(60, "ts-31", 516, 21, 2)) + session("PC-31", "TS-31", -4000, "ts-31", act=8), "host-unreachable", "PC-31", split="host", noise=0)
blind("not-covered", "insufficient", "", at("PC-32", att(0, "ts-32", 2308, 0.6)) + at("TS-32", success(-40000, "joe", "10.1.2.9", 3)), "cert-private-key-acl;tls-no-common-cipher;auth-bad-credentials", "PC-32", split="host", noise=0)
blind("client-only-storm", "insufficient", "", [e for i in range(15) for e in att(i * 20, "ts-33", 516, 2.1, i + 1)], "rdp-disabled;termservice-down;tcp-refused", "PC-33")
blind("netlogon-trust-site", "definite", "auth-trust-broken", refused_logon("PC-34", "TS-34", 0, 3, sub="0xc000018d", status="0xc000006d") + at("TS-34", [(-5, "netlogon", 3210, U("CORP", "\\\\DC-34.corp.example", "%%5"), {})]) + at("DC-34", [(0.9, "netlogon", 5722, U("TS-34", "TS-34$", "%%5"), {})]), "auth-dc-unreachable", "PC-34", clocks={"DC-34": 9.0}, split="host")
blind("path-lost-both-ends", "definite", "path-lost-mid-session", session("PC-35", "TS-35", 0, act=3) + at("TS-35", [(1200, "core", 143, D(error="121"), dict(a=3)), (1200.1, "core", 226, D(StateTransition="RDP_TCP", PreviousState=4, PreviousStateName="StateActive", NewState=21, NewStateName="StateDisconnected", Event=43, EventName="Event_Disconnect", ErrorCode="0x80070079"), dict(a=3)), (1200.3, "core", 102, [], dict(a=3))] + lsm(1200.5, 24, User="CORP\\ida", SessionID="3", Address="10.1.2.8")) + at("PC-35", disc(1190, 2308, 3)), "nat-idle-timeout;host-unreachable", "PC-35", clocks={"TS-35": -240.0}, split="channel")
blind("crash-both-ends", "definite", "termservice-crash", session("PC-36", "TS-36", 0, act=3) + at("TS-36", [(700, "scm", (7031, 49152), D(param1="Remote Desktop Services", param2=1, param3=60000, param4=1, param5="Restart the service"), {}), (699.5, "app", (1000, 0), U("svchost.exe_TermService", "10.0", "1", "termsrv.dll", "10.0", "1", "c0000005", "1", "1", "1", "C:\\Windows\\System32\\svchost.exe", "C:\\Windows\\System32\\termsrv.dll", "y"), {})]) + at("PC-36", disc(699.8, 2308, 3)), "termservice-down;session-process-crash", "PC-36", clocks={"PC-36": 18.0}, split="host", order="newest first")
