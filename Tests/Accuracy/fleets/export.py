"""Writes a fleet as exported logs in many shapes, with the truth about it."""

import datetime
import importlib
import json
import os

dialects = importlib.import_module("scenarios.dialects")
providers = importlib.import_module("scenarios.providers")
DIALECTS = ["wevtutil", "viewer", "utf-16", "evtx_dump", "EvtxECmd", "python-evtx", "libevtx"]


def stamp(time):
    return time.strftime("%Y-%m-%dT%H:%M:%S.%f") + "0Z"


class Export:
    def __init__(self, fleet, folder):
        self.fleet, self.chance, self.site = fleet, fleet.chance, fleet.site
        self.folder = os.path.join(folder, "runs", fleet.id)
        os.makedirs(self.folder)
        year = self.chance.choice([2024, 2025, 2026])
        self.start = datetime.datetime(year, self.chance.randint(1, 12), self.chance.randint(1, 28), self.chance.randint(7, 16), self.chance.randint(0, 59))
        self.files, self.duplicates = [], False
        self.add_steps()
        self.number()
        for one in self.site.incidents:
            one.times = [e["t"] for e in self.site.events if e["incident"] is one and e["type"] == "members"]
        self.cut()
        self.write()

    def true(self, t):
        return self.start + datetime.timedelta(seconds=t)

    def logged(self, host, t):
        return self.true(t + host.error(t))

    def add_steps(self):
        for host in self.site.hosts:
            for at, change in host.steps:
                new = self.logged(host, at)
                old = new - datetime.timedelta(seconds=change)
                data = [("NewTime", stamp(new)), ("OldTime", stamp(old)), ("Reason", "1")]
                self.site.add(host, at, "kg", 1, data)

    def number(self):
        """Record ids in the order of writing, by machine and channel."""
        numbers = {}
        self.site.events.sort(key=lambda e: e["t"])
        for event in self.site.events:
            event["channel"] = providers.PROVIDERS[event["short"]][1]
            key = (event["host"], event["channel"])
            numbers[key] = numbers.get(key, self.chance.randint(100, 90000)) + 1
            event.update(record=numbers[key], time=self.logged(event["host"], event["t"]), refs=[])

    def cut(self):
        """Leaves out what was not supplied, what begins too late, and what a full log has overwritten."""
        events, last = self.site.events, max(e["t"] for e in self.site.events if e["incident"])
        begins = {host: last + self.chance.uniform(60, 200) for host in self.site.hosts if host in self.fleet.uncovered}
        for host in begins:
            # Its log covers something, only not the fault.
            self.site.add(host, begins[host] + 5, "scm", (7036, 16384), [("param1", "Print Spooler"), ("param2", "running")])
            event = self.site.events[-1]
            event.update(channel="System", record=200000, time=self.logged(host, event["t"]), refs=[])
        self.events = [e for e in events if e["host"] not in self.fleet.missing and e["t"] >= begins.get(e["host"], -1e9)]
        first = min((e["t"] for e in self.events if e["incident"]), default=0)
        for host in self.site.hosts:
            if self.chance.random() < 0.15:
                wrapped = first - self.chance.uniform(400, 3000)
                channel = self.chance.choice(["System", "Security"])
                self.events = [
                    e for e in self.events if e["host"] is not host or e["channel"] != channel or e["t"] >= wrapped or e["incident"] or e["short"] == "kg"
                ]

    def write(self):
        groups = {}
        forwarded = self.chance.random() < 0.15
        everything = self.chance.random() < 0.5
        same = self.chance.choice(DIALECTS) if self.chance.random() < 0.4 else None
        for host in sorted({e["host"] for e in self.events}, key=lambda h: h.name):
            split = self.chance.choice(["host", "channel", "folder"])
            for event in (e for e in self.events if e["host"] is host):
                short = event["channel"].removeprefix("Microsoft-Windows-").replace("/", "%4")
                name = {"host": f"{host.full}.xml", "channel": f"{host.name}_{short}.xml", "folder": f"{host.name}/{short}.xml"}[split]
                if forwarded and (everything or event["channel"] in ("System", "Security")):
                    name = "ForwardedEvents.xml"
                groups.setdefault(name, []).append(event)
        for name, events in sorted(groups.items()):
            dialect = same or self.chance.choice(DIALECTS)
            self.file(name, events, dialect)
            if self.chance.random() < 0.08:
                self.duplicates = True
                self.file(name.replace(".xml", "-2.xml"), events[self.chance.randint(0, len(events) // 2) :], self.chance.choice(DIALECTS))

    def file(self, name, events, dialect):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        order = self.chance.choice(["asc"] * 5 + ["desc", "shuffle"])
        events = sorted(events, key=lambda e: (e["host"].name, e["record"]) if "Forwarded" not in name else (e["t"],))
        events = events[::-1] if order == "desc" else self.chance.sample(events, len(events)) if order == "shuffle" else events
        lines = [self.text(event, dialect) for event in events]
        data = dialects.file(dialect, lines)
        # A copy that broke off loses its end; the last event must not matter.
        truncated = order == "asc" and not events[-1]["incident"] and self.chance.random() < 0.05
        if truncated:
            data = data[: len(data) - len(dialects.file(dialect, lines[-1:])) // 2]
            events = events[:-1]
        with open(path, "wb") as log:
            log.write(data)
        self.files.append(dict(path=name, dialect=dialect, order=order, events=len(events), truncated=truncated))
        for event in events:
            event["refs"].append(dict(path=name, record=event["record"], channel=event["channel"], computer=event["host"].computer, eventID=self.id(event), time=stamp(event["time"])))

    @staticmethod
    def id(event):
        return event["number"][0] if isinstance(event["number"], tuple) else event["number"]

    def text(self, event, dialect):
        attributes = providers.PROVIDERS[event["short"]][0]
        options = dict(level=event["level"])
        if event["u"]:
            options["u"] = event["u"]
        kept = event["a"] and not self.site.loses_ids
        correlation = f"<Correlation ActivityID='{event['a']}'/>" if kept else "<Correlation/>"
        return dialects.event(
            dialect, event["host"].culture, attributes, event["channel"], event["number"], event["time"], event["record"], correlation,
            event["host"].computer, event["data"], options,
        )

    def truth(self):
        """The run as scoring reads it."""
        fleet = self.fleet
        groups = self.gauges()
        hosts = []
        for host in sorted({e["host"] for e in self.events}, key=lambda h: h.name):
            final = host.error(0) if not host.steps else host.offset + sum(c for _, c in host.steps)
            steps = [dict(at=stamp(self.logged(host, at)), offset=final) for at, _ in host.steps]
            hosts.append(
                dict(name=host.name, aliases=host.aliases(), roles=[host.role], culture=host.culture, clockOffsetSeconds=final, clockSteps=steps,
                     initialOffset=host.offset, skewIdentifiable=host in groups, skewGroup=groups.get(host), healthy=host.healthy))
        incidents = [self.incident(number, one) for number, one in enumerate(self.site.incidents)]
        return dict(id=fleet.id, path="runs/" + fleet.id, variant=fleet.variant, duplicates=self.duplicates, skewProfile=fleet.clocks,
                    clockStep=fleet.step.name if fleet.step else None, events=len(self.events), files=self.files, hosts=hosts, incidents=[i for i in incidents if i])

    def gauges(self):
        """Machines whose clocks connections tie: both ends logged one."""
        leader = {}

        def lead(host):
            while leader.get(host, host) is not host:
                host = leader[host]
            return host

        ends = {}
        for event in self.events:
            # A connection is known by both ends' first events, less than ten seconds apart.
            if event["incident"] and event["short"] in ("client", "core", "gw") and self.id(event) in (1024, 131, 312):
                ends.setdefault((id(event["incident"]), event["short"]), []).append(event)
        for (incident, short), events in ends.items():
            for other in ("core", "gw"):
                if short != "client" or (incident, other) not in ends:
                    continue
                if other == "core" and (incident, "gw") in ends:
                    continue
                one, two = events[0]["host"], ends[(incident, other)][0]["host"]
                leader.setdefault(one, one), leader.setdefault(two, two)
                leader[lead(two)] = lead(one)
        roots = sorted({lead(h).name for h in leader})
        return {host: roots.index(lead(host).name) for host in leader}

    def incident(self, number, one):
        own = [e for e in self.events if e["incident"] is one and e["refs"]]
        members = [e for e in own if e["type"] == "members"]
        if not members:
            return None
        refs = {kind: [e["refs"] for e in own if e["type"] == kind] for kind in ("members", "context")}
        return dict(
            id=f"T{number + 1}", scenario=one.scenario, kind=one.kind, cause=one.cause,
            verdicts={"fault": ["diagnosed"], "insufficient": ["undetermined"], "benign": ["benign", "none"]}[one.kind], acceptable=one.acceptable,
            start=stamp(self.true(min(one.times))), end=stamp(self.true(max(one.times))),
            startLogged=stamp(min(e["time"] for e in members)), endLogged=stamp(max(e["time"] for e in members)),
            client=one.client.name, clientAliases=one.client.aliases(), server=one.server.name, serverAliases=one.server.aliases(),
            gateway=one.gateway.name if one.gateway else None, gatewayAliases=one.gateway.aliases() if one.gateway else [], user=one.user,
            disconnect=dict(reason=one.reason, extended=None), attempts=one.attempts, retryStorm=one.storm, groupingScored=True, apart=one.apart, **refs)


def write(folder, fleets):
    runs = [Export(fleet, folder).truth() for fleet in fleets]
    with open(os.path.join(folder, "truth.json"), "w") as truth:
        json.dump(dict(schemaVersion=1, runs=runs), truth)
    return runs
