"""The machines of a random site, their clocks, and the events they log by true time."""

import base64
import hashlib
import uuid

DOMAINS = ["contoso.example", "corp.fabrikam.example", "ad.tailspin.example", "litware.example", "emea.northwind.example"]
PEOPLE = "ann ben carla dora emil frida gus hana ida joe kai lena mara nils olga petra quentin rosa sven tilda uwe vera wanda yuki".split()
NAMES = {
    "client": ["PC", "WS", "LAP", "NB", "DESKTOP", "W11", "TABLET", "OFFICE"],
    "session-host": ["TS", "RDSH", "APP", "SRV", "VM", "SQL", "FS", "HOST"],
    "gateway": ["RDG", "GW", "RDWEB", "EDGE"],
    "broker": ["CB", "RDCB"],
    "domain-controller": ["DC", "ADDS", "LDAP"],
    "license-server": ["LIC", "RDLS"],
}
CULTURES = ["en-US", "en-US", "en-US", "de-DE", "fr-FR", "es-ES", "ja-JP", "pl-PL"]


class Host:
    def __init__(self, role, name, domain, address, culture, spelled):
        self.role, self.name, self.domain, self.address, self.culture = role, name, domain, address, culture
        self.full = f"{name}.{domain}"
        # Outside a domain, and in old logs, a machine gives its short name.
        self.computer = {"full": self.full, "short": name, "lower": self.full.lower()}[spelled]
        self.offset, self.drift, self.steps = 0.0, 0.0, []
        self.connection, self.session = 0, 2
        self.healthy = True

    def error(self, t):
        """Seconds the clock is ahead at a true time."""
        error = self.offset + self.drift * t
        return error + sum(change for at, change in self.steps if at <= t)

    def aliases(self):
        return sorted({self.name, self.full, self.address})


class Incident:
    def __init__(self, scenario, kind, cause, acceptable, client, server, user, gateway=None):
        self.scenario, self.kind, self.cause, self.acceptable = scenario, kind, cause, list(acceptable)
        self.client, self.server, self.user, self.gateway = client, server, user, gateway
        self.reason, self.attempts, self.storm = None, 0, False
        # Whether the logs of its machines cannot be laid over each other.
        self.apart = False


class Site:
    """Events are dicts: host, t (true seconds), short, number, data, a, u, level, incident, type, key."""

    def __init__(self, chance):
        self.chance = chance
        self.domain = chance.choice(DOMAINS)
        self.netbios = self.domain.split(".")[0].upper()
        self.hosts, self.events, self.incidents = [], [], []
        self.taken, self.met = set(), []
        self.people = chance.sample(PEOPLE, len(PEOPLE))
        self.prefix = f"10.{chance.randint(1, 250)}.{chance.randint(0, 250)}"
        # One address for all clients, as behind a router; a name that only DNS knows; ids that an export lost.
        self.router = f"10.{chance.randint(1, 250)}.9.1" if chance.random() < 0.1 else None
        self.alias = "remote." + self.domain if chance.random() < 0.1 else None
        self.loses_ids = chance.random() < 0.12
        self.typed = chance.choice(["bare", "bare", "bare", "upper", "domain"])
        self.style = chance.choice(["full", "full", "full", "short", "lower", "mixed"])

    def host(self, role):
        while True:
            name = self.chance.choice(NAMES[role]) + self.chance.choice(["", "-"]) + str(self.chance.randint(1, 999)).zfill(2)
            address = f"{self.prefix}.{self.chance.randint(5, 250)}"
            if name not in self.taken and address not in self.taken:
                break
        self.taken |= {name, address}
        spelled = self.chance.choice(["full", "short", "lower"]) if self.style == "mixed" else self.style
        host = Host(role, name, self.domain, address, self.chance.choice(CULTURES), spelled)
        self.hosts.append(host)
        return host

    def tied(self, one, other):
        """Whether connections lead from one machine to another, over third ones as well."""
        reached = {one}
        while True:
            more = {h for pair in self.met if reached & set(pair) for h in pair} - reached
            if not more:
                return other in reached
            reached |= more

    def user(self):
        person = self.people.pop()
        return self.chance.choice([person, f"{person}.{self.chance.choice('abcdefg')}", f"u{self.chance.randint(10000, 99999)}"])

    def spelled(self, user):
        """A user's name as people type it."""
        return {"bare": user, "upper": user.upper(), "domain": f"{self.netbios}\\{user}"}[self.typed]

    def guid(self, first=""):
        text = str(uuid.UUID(int=self.chance.getrandbits(128), version=4)).upper()
        return "{" + first + text[len(first) :] + "}"

    def add(self, host, t, short, number, data=(), a=None, u=None, incident=None, context=False, key=False, level=4, keep=1.0):
        """Logs an event; what is not `key` to its cause is sometimes missing, as `keep` says."""
        if not key and self.chance.random() > keep:
            return
        event = dict(host=host, t=t, short=short, number=number, data=list(data), a=a, u=u, level=level)
        event.update(incident=incident, type="context" if context else "members", key=key)
        self.events.append(event)


def name_hash(user):
    """What the client logs in place of the user's name."""
    return base64.b64encode(hashlib.sha256(user.encode("utf-16-le")).digest()).decode() + "-"
