"""What a site logs when nothing is wrong, and what only looks as if something were."""

import importlib

from fleets.connections import Connection, works

events = importlib.import_module("scenarios.events")
unrelated = importlib.import_module("scenarios.unrelated")
D, U = events.D, events.U
HEALTHY = {}


def healthy(acceptable=()):
    def register(body):
        HEALTHY["ok-" + body.__name__] = (body, list(acceptable))
        return body

    return register


def sound(case, t, length, end="logoff"):
    c = case.attempt()
    return works(c, t, length, end)


@healthy(["client-cancelled"])
def session(case):
    sound(case, case.times[0], case.site.chance.uniform(120, 4000), case.site.chance.choice(["logoff", "disconnect"]))


@healthy(["auth-bad-credentials", "client-cancelled"])
def mistyped(case):
    t = case.times[0]
    c = case.attempt()
    c.begin(t)
    c.accept(t + 0.05)
    c.refused(t + 0.7, "0xc000006d", "0xc000006a", key=False)
    c.core(t + 0.71, 140, D(IPString=c.peer()), level=3)
    c.close(t + 0.75)
    start = t + case.site.chance.uniform(4, 15)
    c.accept(start)
    c.logon(start + 0.6)
    c.secured(start + 0.8)
    c.arrive(start + 1.6)
    over = start + case.site.chance.uniform(200, 1500)
    c.session_event(over - 0.3, 23)
    c.close(over, error=None, reason="12", extended="0xc")
    c.end(over + 0.05, 2)


@healthy(["client-cancelled", "auth-bad-credentials"])
def cancelled(case):
    c = case.attempt()
    t = case.times[0]
    c.begin(t)
    c.accept(t + 0.05)
    over = t + case.site.chance.uniform(3, 40)
    c.close(over)
    c.end(over + 0.05, case.site.chance.choice([1, 7943]))


@healthy(["brute-force-saturation", "auth-bad-credentials", "client-cancelled"])
def scanned(case):
    chance = case.site.chance
    for n in range(chance.randint(3, 12)):
        c = Connection(case.site, case.client, case.host, chance.choice(["administrator", "admin", "test", "user"]))
        t = case.times[0] + chance.uniform(-3000, 3000)
        c.accept(t, peer=f"198.51.100.{chance.randint(1, 250)}" if n % 2 else f"203.0.113.{chance.randint(1, 250)}")
        c.close(t + chance.uniform(0.2, 3))
    sound(case, case.times[0], chance.uniform(300, 1500))


@healthy(["client-cancelled", "session-replaced", "session-limit-policy", "admin-disconnect"])
def idle_limit(case):
    c = case.attempt()
    t = case.times[0]
    c.begin(t)
    c.accept(t + 0.05)
    c.logon(t + 0.6)
    c.secured(t + 0.8)
    c.arrive(t + 1.6)
    over = t + case.site.chance.uniform(900, 3000)
    c.session_event(over - 0.02, 24, Address=c.peer())
    c.log(case.host, over, "lsm", 40, [], u=("EventXML", "Event_NS", {"Session": case.host.session, "Reason": "3"}))
    c.close(over + 0.01, error=None, reason="14", extended="0x3")
    c.end(over + 0.1, 3)


@healthy(["host-reboot", "client-cancelled"])
def patched(case):
    over = sound(case, case.times[0], 900)
    t = over + case.site.chance.uniform(1200, 4000)
    host = case.host
    fields = D(param1="C:\\Windows\\uus\\MoUsoCoreWorker.exe", param2=host.name, param3="Operating System: Service pack (Planned)")
    fields += D(param4="0x80020010", param5="restart", param6="", param7="NT AUTHORITY\\SYSTEM")
    case.site.add(host, t, "user32", (1074, 32768), fields)
    case.site.add(host, t + 9, "kg", 13, D(StopTime="x"))
    case.site.add(host, t + 90, "kg", 12, D(MajorVersion=10, MinorVersion=0))
    host.asleep = (t + 10, t + 89)


def noise(site, host, start, end, count):
    """Everyday events of one machine, logons of others over the network among them."""
    chance = site.chance
    for _ in range(count):
        t = chance.uniform(start, end)
        kind = chance.random()
        if kind < 0.25:
            other = chance.choice(site.hosts)
            number = chance.choice([4624, 4624, 4634])
            fields = D(SubjectUserSid="S-1-0-0", SubjectUserName="-", TargetUserSid="S-1-5-21-9", TargetUserName=chance.choice([other.name + "$", "svc-backup", "monitor"]))
            fields += D(TargetDomainName=site.netbios, TargetLogonId=hex(chance.getrandbits(26)), LogonType=3, WorkstationName="-")
            fields += D(IpAddress=other.address, IpPort=chance.randint(49152, 65535))
            site.add(host, t, "sec", number, fields, level=0)
        elif kind < 0.28 and host.role == "session-host":
            values = {"User": f"{site.netbios}\\adm", "SessionID": "1", "Address": "LOCAL"}
            site.add(host, t, "lsm", chance.choice([21, 23, 24, 25]), [], u=("EventXML", "Event_NS", values))
        else:
            short, number, make = chance.choice(unrelated.KINDS)
            if short != "dns" and short != "w32time":
                site.add(host, t, short, number, make(chance), level=0 if short == "sec" else 4)
