"""Scores a build on a folder of fleets: incidents found and invented, their causes, events and clocks.

  python3 Tests/Accuracy/fleets/measure.py FOLDER [--tool .build/release/faultline] [--jobs 2]

Prints what went wrong, then a line a measure.
"""

import argparse
import concurrent.futures
import datetime
import json
import pathlib
import statistics
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[3]
# Seconds a report may place an incident outside the true ones, and what counts as a clock told right.
SLACK, EXACT = 90, 0.5


def seconds(text):
    stamp, _, rest = text.rstrip("Z").replace(" ", "T").partition(".")
    moment = datetime.datetime.strptime(stamp, "%Y-%m-%dT%H:%M:%S").replace(tzinfo=datetime.timezone.utc)
    return moment.timestamp() + float("0." + (rest or "0"))


def bare(name):
    text = (name or "").lower().strip("\\")
    return text if text.replace(".", "").isdigit() else text.split(".")[0].split(":")[0]


def is_one_of(name, aliases):
    """None where the report names nobody."""
    return bare(name) in {bare(alias) for alias in aliases} if name else None


def analyze(tool, folder):
    done = subprocess.run([tool, "analyze", str(folder), "--format", "json", "--quiet"], capture_output=True, timeout=300)
    return json.loads(done.stdout) if done.returncode == 0 else None


def reported(incident, folder):
    """The places and numbers of an incident's events."""
    found = set()
    for attempt in incident["attempts"]:
        for event in attempt["events"]:
            path = event["source"].split(str(folder) + "/")[-1]
            found.add((path, bare(event["host"]), event["channel"].lower(), event.get("recordID"), event["eventID"]))
    return found


class Judgement:
    """One fleet's report held against the truth."""

    def __init__(self, run, report, folder):
        self.run, self.truth = run, run["incidents"]
        self.incidents = report["incidents"] if report else []
        self.report = report
        self.known = {}
        for number, one in enumerate(self.truth):
            for kind in ("members", "context"):
                for place, copies in enumerate(one[kind]):
                    for copy in copies:
                        key = (copy["path"], bare(copy["computer"]), copy["channel"].lower(), copy["record"], copy["eventID"])
                        self.known[key] = (number, kind, place)
        self.events = [reported(incident, folder) for incident in self.incidents]
        self.overlaps = {}
        self.match()

    def shared(self, number, place):
        return {self.known[e] for e in self.events[place] if self.known.get(e, (None, None))[:2] == (number, "members")}

    def match(self):
        candidates = []
        for number, one in enumerate(self.truth):
            low = min(seconds(one["start"]), seconds(one["startLogged"])) - SLACK
            high = max(seconds(one["end"]), seconds(one["endLogged"])) + SLACK
            for place, incident in enumerate(self.incidents):
                parties = [is_one_of(incident[role], one[role + "Aliases"]) for role in ("client", "server", "gateway")]
                common = len(self.shared(number, place))
                if not any(parties) or seconds(incident["start"]) > high or seconds(incident["end"]) < low:
                    continue
                if not common and False in parties[:2]:
                    continue
                self.overlaps.setdefault(number, []).append(place)
                weight = 2 * bool(parties[0]) + 2 * bool(parties[1]) + bool(parties[2]) / 2 + 6 * common / len(one["members"])
                candidates.append((weight, number, place))
        self.matched = {}
        for _, number, place in sorted(candidates, reverse=True):
            if number not in self.matched and place not in self.matched.values():
                self.matched[number] = place

    def harmony(self, number):
        """F1 of the events reported against those that are the incident."""
        place = self.matched.get(number)
        if place is None:
            return 0.0
        right = len(self.shared(number, place))
        wrong = sum(1 for e in self.events[place] if e not in self.known or self.known[e][0] != number)
        return 2 * right / (right + wrong + len(self.truth[number]["members"])) if right else 0.0

    def false(self):
        """(invented, counted twice): diagnosed incidents that are nobody's, or another's over again."""
        invented, twice = [], []
        accepted = {cause for one in self.truth if one["kind"] == "benign" for cause in one["acceptable"]}
        for place, incident in enumerate(self.incidents):
            if incident["verdict"] != "diagnosed" or incident["hypotheses"][0]["cause"] in accepted or self.stands_apart(incident):
                continue
            number = next((n for n, p in self.matched.items() if p == place), None)
            if number is not None and self.truth[number]["kind"] != "benign":
                continue
            (twice if any(place in places for places in self.overlaps.values()) and number is None else invented).append(incident)
        return invented, twice

    def stands_apart(self, incident):
        """Whether it is the cause of a true one, told of its own machine whose clock nothing ties to the others'."""
        cause = incident["hypotheses"][0]["cause"]
        return any(one["apart"] and cause == one["cause"] and is_one_of(incident["server"], one["serverAliases"]) for one in self.truth)

    def clocks(self):
        """How far each pair of tied clocks is from the truth, in seconds."""
        told = {bare(host["name"]): host["clockOffsetSeconds"] for host in (self.report or {}).get("hosts", [])}
        hosts = [host for host in self.run["hosts"] if host["skewIdentifiable"]]
        for position, one in enumerate(hosts):
            for other in hosts[:position]:
                if one["skewGroup"] == other["skewGroup"]:
                    true = one["clockOffsetSeconds"] - other["clockOffsetSeconds"]
                    yield abs(told.get(bare(one["name"]), 0) - told.get(bare(other["name"]), 0) - true)


def judged(judgement, one, number):
    """(right, first cause, its confidence) of a true incident."""
    place = judgement.matched.get(number)
    incident = judgement.incidents[place] if place is not None else None
    first = incident["hypotheses"][0] if incident and incident["hypotheses"] else dict(cause=None, confidence=0)
    cause, confidence = first["cause"], first["confidence"]
    if one["kind"] == "fault":
        return cause in [one["cause"], *one["acceptable"]], cause, confidence
    if one["kind"] == "insufficient":
        good = incident is not None and (incident["verdict"] == "undetermined" or confidence < 0.6 or (cause in one["acceptable"] and confidence < 0.8))
        good = good or (one["apart"] and cause == one["cause"])
        return good, cause, confidence
    wrong = [i for i in judgement.incidents if i["verdict"] == "diagnosed" and i["hypotheses"][0]["cause"] not in one["acceptable"]]
    return not wrong, cause, confidence


def share(values):
    values = list(values)
    return sum(values) / len(values) if values else None


def measure(folder, tool, jobs=2):
    """(measures by name, what went wrong as lines)."""
    folder = pathlib.Path(folder).resolve()
    runs = json.loads((folder / "truth.json").read_text())["runs"]
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        reports = list(pool.map(lambda run: analyze(tool, folder / run["path"]), runs))
    found, causes, undecided, benign, harmonies, storms, clocks, confident = [], [], [], [], [], [], [], []
    invented, twice, crashes, lines = 0, 0, 0, []
    for run, report in zip(runs, reports):
        crashes += report is None
        judgement = Judgement(run, report, folder / run["path"])
        for number, one in enumerate(judgement.truth):
            right, cause, confidence = judged(judgement, one, number)
            {"fault": causes, "insufficient": undecided, "benign": benign}[one["kind"]].append(right)
            confident.append(one["kind"] != "benign" and confidence >= 0.8 and cause not in [one["cause"], *one["acceptable"]])
            harmony = judgement.harmony(number)
            if one["kind"] != "benign":
                found.append(number in judgement.matched)
                harmonies.append(harmony)
            if one["retryStorm"]:
                storms.append(len(judgement.overlaps.get(number, [])) == 1)
                if not storms[-1]:
                    lines.append(f"{run['id']} {one['id']} storm in {len(judgement.overlaps.get(number, []))}")
            if not right or (one["kind"] != "benign" and harmony < 0.95):
                lines.append(f"{run['id']} {one['id']} {run['variant']} {one['scenario']}: {cause} at {confidence:.2f}, events {harmony:.2f}{'' if right else ', wrong'}")
        false, again = judgement.false()
        for name, incidents in (("invented", false), ("twice", again)):
            lines += [f"{run['id']} {name}: {i['hypotheses'][0]['cause']} {i['client']} {i['server']} {i['start']}" for i in incidents]
        invented, twice = invented + len(false), twice + len(again)
        errors = list(judgement.clocks())
        clocks += errors
        if any(error > EXACT for error in errors):
            lines.append(f"{run['id']} clocks {run['skewProfile']}: " + ", ".join(f"{error:.2f}" for error in errors if error > EXACT))
    measures = {
        "fleets": len(runs), "crashes": crashes, "incidents": len(found), "incidents found": share(found), "invented incidents": invented,
        "incidents told twice": twice, "cause right or accepted": share(causes), "undecidable left open": share(undecided),
        "healthy without a diagnosis": share(benign), "confident and wrong": sum(confident), "F1 of an incident's events": share(harmonies),
        "retry storms told as one": share(storms), "pairs of clocks": len(clocks), "clocks within 0.5 s": share(error <= EXACT for error in clocks),
        "median clock error in seconds": statistics.median(clocks) if clocks else None,
    }
    return measures, lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--tool", default=str(ROOT / ".build/release/faultline"))
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    measures, lines = measure(options.folder, options.tool, options.jobs)
    print("\n".join(lines))
    for name, value in measures.items():
        print(f"{name}: {value:.4f}" if isinstance(value, float) else f"{name}: {value}")


if __name__ == "__main__":
    main()
