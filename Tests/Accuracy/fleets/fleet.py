"""Draws one random fleet: machines, clocks, what goes wrong, and which logs are left of it."""

import random
import zlib

from fleets.connections import Connection, works
from fleets.faults import FAULTS, Case
from fleets import more_faults  # noqa: F401 - registers its faults
from fleets.healthy import HEALTHY, noise
from fleets.site import Incident, Site

VARIANTS = ["fault"] * 8 + ["multi"] * 4 + ["storm"] * 2 + ["benign"] * 4 + ["client-only"] * 2 + ["host-only"] * 2 + ["no-cover"] * 2
CLOCKS = ["none", "none", "small", "small", "wide", "wide", "drift", "hours"]


class Fleet:
    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.id = f"f{seed:05d}"
        self.variant = self.chance.choice(VARIANTS)
        self.clocks = self.chance.choice(CLOCKS)
        self.site = Site(self.chance)
        self.step = None
        self.controller = self.site.host("domain-controller") if self.chance.random() < 0.5 else None
        # Machines whose logs were not supplied, and those whose logs begin after the fault.
        self.missing, self.uncovered = set(), set()
        kinds = [self.variant] * (self.chance.randint(2, 4) if self.variant == "multi" else 1)
        starts = self.starts(len(kinds))
        for kind, start in zip(kinds, starts):
            self.incident(kind, start)
        self.bystanders()
        self.set_clocks()
        span = (min(e["t"] for e in self.site.events) - self.chance.uniform(600, 9000), max(e["t"] for e in self.site.events) + self.chance.uniform(300, 6000))
        for host in self.site.hosts:
            noise(self.site, host, *span, self.chance.choice([5, 20, 60, 200]) if self.chance.random() < 0.95 else 1500)
        self.sleep()
        self.part()

    def starts(self, count):
        """True seconds at which incidents begin; several may overlap."""
        if count > 1 and self.chance.random() < 0.5:
            return [self.chance.uniform(0, 60) for _ in range(count)]
        return [place * self.chance.uniform(1500, 5000) for place in range(count)]

    def parties(self):
        """A client and a host: new ones, or those of an incident before."""
        site = self.site
        clients = [h for h in site.hosts if h.role == "client"]
        # What happens to a whole host at once would hide what others meet there.
        servers = [h for h in site.hosts if h.role == "session-host" and not hasattr(h, "closed")]
        client = self.chance.choice(clients) if clients and self.chance.random() < 0.25 else site.host("client")
        server = self.chance.choice(servers) if servers and self.chance.random() < 0.45 else site.host("session-host")
        return client, server

    def incident(self, variant, start):
        chance, site = self.chance, self.site
        client, server = self.parties()
        user = site.user()
        if variant == "benign":
            name = chance.choice(sorted(HEALTHY))
            body, acceptable = HEALTHY[name]
            incident = Incident(name, "benign", None, acceptable, client, server, user)
            site.incidents.append(incident)
            case = Case(site, incident, client, server, user, [start], self.gateway(0.15) if name == "ok-session" else None, self.controller, self.target(server))
            incident.gateway = case.gateway
            body(case)
            self.bystanding_sessions(case, 0)
            return
        alone = not any(i.server is server for i in site.incidents)
        names = sorted(n for n, f in FAULTS.items() if alone or not (f.get("once") or f["guesses"] and "rdp-disabled" in f["guesses"]))
        if variant == "storm":
            names = [n for n in names if not FAULTS[n].get("once")]
        fault = FAULTS[chance.choice(names)]
        count = 1 if fault.get("once") else chance.randint(6, 24) if variant == "storm" else chance.choice([1, 2, 2, 3, 3, 5])
        gap = chance.uniform(12, 60) if variant == "storm" else chance.uniform(15, 240)
        times = [start]
        for _ in range(count - 1):
            times.append(times[-1] + gap * chance.uniform(0.8, 1.25) + (20 if "rdp-disabled" in fault["guesses"] else 0))
        gateway = self.gateway(1) if fault.get("needs") == "gateway" else self.gateway(0.3) if fault.get("hops") else None
        target = self.target(server)
        while "rdp-disabled" in fault["guesses"] and target in (server.address, site.alias):
            target = self.target(server)
        incident = Incident(fault["cause"], "fault", fault["cause"], fault["near"], client, server, user, gateway)
        incident.storm, incident.fault, incident.times = variant == "storm", fault, times
        site.incidents.append(incident)
        case = Case(site, incident, client, server, user, times, gateway, self.controller, target)
        if fault.get("needs") == "license-server":
            case.licences = site.host("license-server")
        if fault.get("needs") == "broker":
            case.broker = site.host("broker")
        fault["body"](case)
        if "rdp-disabled" in fault["guesses"]:
            server.closed = True
        server.healthy = client.healthy = False
        asleep = hasattr(server, "asleep")
        self.bystanding_sessions(case, server.asleep[1] - start + 600 if asleep else 0)
        if variant in ("client-only", "host-only", "no-cover"):
            self.cut(variant, fault, incident, case)

    def cut(self, variant, fault, incident, case):
        """Takes logs away, and says what can still be known."""
        others = {h for h in self.site.hosts if h is not case.client}
        if fault.get("quiet") and variant != "host-only":
            # Alone, the client shows somebody who logged off.
            return
        if variant == "client-only":
            self.missing |= others
        elif variant == "host-only":
            # Without the client's log an attempt that never came anywhere is not in the logs.
            if not any(e["incident"] is incident and e["type"] == "members" and e["host"] is not case.client for e in self.site.events):
                return
            self.missing.add(case.client)
            if fault.get("host", True):
                return
        else:
            self.uncovered |= others
        incident.scenario += "-" + variant
        if not fault["client"] or variant == "host-only":
            incident.kind, incident.acceptable = "insufficient", sorted({fault["cause"], *fault["near"], *fault["guesses"]})

    def target(self, server):
        if self.site.alias and self.chance.random() < 0.8 and not any(h.role == "session-host" and h is not server for h in self.site.hosts):
            return self.site.alias
        return self.chance.choice([server.name, server.full, server.full.lower(), server.name.lower(), server.address])

    def gateway(self, likely):
        if self.chance.random() >= likely:
            return None
        known = [h for h in self.site.hosts if h.role == "gateway"]
        return known[0] if known else self.site.host("gateway")

    def bystanding_sessions(self, case, after):
        """Connections that work, of this client and of others, before and after."""
        chance, site = self.chance, self.site
        for _ in range(chance.choice([0, 0, 1, 1, 2, 4])):
            own = chance.random() < 0.4
            client = case.client if own else site.host("client")
            user = case.user if own else site.user() if site.people else "guest"
            later = chance.random() < 0.4
            offset = max(after, case.times[-1] - case.times[0] + 1900) + chance.uniform(900, 4000) if later else -chance.uniform(4000, 12000)
            c = Connection(site, client, case.host, user, None, None, self.target(case.host))
            works(c, case.times[0] + offset, chance.uniform(60, 1200), chance.choice(["logoff", "disconnect"]))
        # Others get on with their work on the same machine while this goes wrong.
        if not hasattr(case.host, "asleep") and not hasattr(case.host, "closed") and chance.random() < 0.3:
            client = site.host("client")
            user = site.user() if site.people else "guest"
            works(Connection(site, client, case.host, user), case.times[0] + chance.uniform(-900, 60), chance.uniform(300, 2000))

    def bystanders(self):
        for _ in range(self.chance.choice([0, 1, 2, 2, 4, 7])):
            host = self.site.host(self.chance.choice(["client", "session-host", "session-host"]))
            if host.role == "session-host" and self.chance.random() < 0.5:
                client = self.site.host("client")
                user = self.site.user() if self.site.people else "guest"
                works(Connection(self.site, client, host, user, None), self.chance.uniform(-4000, 4000), self.chance.uniform(60, 3000))

    def set_clocks(self):
        chance = self.chance
        for host in self.site.hosts:
            if self.clocks == "small":
                host.offset = chance.gauss(0, 1)
            elif self.clocks in ("wide", "drift"):
                host.offset = chance.choice([chance.gauss(0, 1), chance.gauss(0, 60), chance.gauss(0, 120)])
            elif self.clocks == "hours":
                host.offset = chance.choice([0, 0, 0, 3600, -3600, 7200, -18000]) + chance.gauss(0, 3)
            if self.clocks == "drift":
                host.drift = chance.uniform(-2e-5, 2e-5)
        self.keep_time()
        if self.clocks in ("small", "wide") and chance.random() < 0.35:
            host = chance.choice([i.server for i in self.site.incidents])
            first = min(e["t"] for e in self.site.events)
            last = max(e["t"] for e in self.site.events if e["incident"])
            at = chance.choice([chance.uniform(first, -300), chance.uniform(-1200, -200), chance.uniform(0, last)])
            change = chance.choice([-1, 1]) * chance.uniform(5, 200)
            if 0 <= at <= last:
                # Set back, the clock would show the incident's times twice, and no log tells which is meant of an
                # event that is alone in its channel.
                change = abs(change)
            # The clock was wrong before and is nearly right after.
            host.offset, host.steps = host.offset - change, [(at, change)]
            self.step = host
            host.step_at = at

    def keep_time(self):
        """A domain's time is its controller's, and most of its machines keep it: a fleet most of whose clocks are
        hours off shows nobody which is right."""
        for host in self.site.hosts:
            if host.role == "domain-controller":
                host.offset, host.drift = host.offset % 1.0 - 0.5, 0.0
            elif self.clocks == "hours" and zlib.crc32(host.name.encode()) % 2:
                host.offset -= 1800 * round(host.offset / 1800)

    def part(self):
        """Where nothing ties two clocks that are far apart, nobody can tell that what one machine logged is why the
        other could not reach it."""
        for one in self.site.incidents:
            if one.kind != "fault" or one.fault["client"] or "rdp-disabled" not in one.fault["guesses"]:
                continue
            error = abs(one.client.error(one.times[0]) - one.server.error(one.times[0]))
            rhythm = len(one.times) > 1 and any(e["incident"] is one and e["type"] == "members" and e["host"] is one.server for e in self.site.events)
            if error > 400 and not rhythm and not self.site.tied(one.client, one.server):
                one.kind, one.apart = "insufficient", True
                one.acceptable = sorted({one.cause, *one.fault["near"], *one.fault["guesses"]})

    def sleep(self):
        """A machine that is down logs nothing."""
        for host in self.site.hosts:
            if hasattr(host, "asleep"):
                down, up = host.asleep
                self.site.events = [e for e in self.site.events if e["host"] is not host or not down < e["t"] < up]
