"""Writes every scenario as an exported log, one folder each, and their labels.csv.

  python3 Tests/Accuracy/scenarios FOLDER

A scenario is a handful of deciding events among unrelated ones, as people send them: mostly the log of one machine.
Providers, ids and fields are those of Windows; machines, people and addresses are invented.
"""

import csv
import datetime
import importlib
import os
import random
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
events = importlib.import_module("scenarios.events")
providers = importlib.import_module("scenarios.providers")
dialects = importlib.import_module("scenarios.dialects")
levels = importlib.import_module("scenarios.levels")
unrelated = importlib.import_module("scenarios.unrelated")
for family in (
    "tls_and_certificates",
    "authentication",
    "network",
    "listener_and_host",
    "sessions_and_licences",
    "gateway_and_broker",
    "benign",
    "threads_security",
    "threads_service",
    "threads_session",
    "threads_roles",
    "threads_undecidable",
    "threads_healthy",
    "sites",
    "second_round",
    "third_round_reports",
    "third_round_doubt",
    "fourth_round",
    "fifth_round_a",
    "fifth_round_a_doubt",
    "fifth_round_b",
    "fifth_round_b_doubt",
    "sixth_round_a",
    "sixth_round_a_doubt",
    "sixth_round_b",
    "sixth_round_b_doubt",
    "sixth_round_c",
    "sixth_round_c_doubt",
    "seventh_round_a",
    "seventh_round_a_doubt",
    "seventh_round_b",
    "seventh_round_b_doubt",
    "seventh_round_c",
    "seventh_round_c_doubt",
    "eighth_round_a",
    "eighth_round_a_doubt",
    "eighth_round_b",
    "eighth_round_b_doubt",
    "ninth_round_a",
    "ninth_round_a_doubt",
    "ninth_round_b",
    "ninth_round_b_doubt",
    "tenth_round_a",
    "tenth_round_a_doubt",
    "tenth_round_b",
    "tenth_round_b_doubt",
    "eleventh_round_a",
    "eleventh_round_a_doubt",
    "eleventh_round_b",
    "eleventh_round_b_doubt",
    "twelfth_round_a",
    "twelfth_round_a_doubt",
):
    importlib.import_module("scenarios." + family)

START = datetime.datetime(2026, 3, 2, 10, 0, 0)
VERDICT = {"definite": "diagnosed", "insufficient": "undetermined", "benign": "benign"}
SERVICES = ["Windows Update", "Software Protection", "Print Spooler", "Volume Shadow Copy", "Windows Biometric Service"]
COLUMNS = "case,kind,expected_cause,expected_verdict,acceptable,family,confidence_label,files,note"


def plain_noise(chance):
    """What the first scenarios lie among: one service or another, going up and down."""
    return [
        (
            chance.uniform(-4000, 4000),
            "scm",
            7036,
            events.D(param1=chance.choice(SERVICES[:3]), param2=chance.choice(["running", "stopped"])),
            {},
        )
        for _ in range(25)
    ]


def mixed_noise(chance, count, channels):
    """Everyday events of the logs that were exported."""
    kinds = [kind for kind in unrelated.KINDS if providers.PROVIDERS[kind[0]][1] in channels]
    noise = []
    for _ in range(count if kinds else 0):
        short, number, make = chance.choice(kinds)
        noise.append((chance.uniform(-5000, 5000), short, number, make(chance), dict(level=4)))
    return noise


def render(event, look, host, record, base):
    seconds, short, number, data, options = event
    attributes, channel = providers.PROVIDERS[short]
    computer = options.get("h", host)
    time = START.replace(year=look.get("year", START.year))
    time += datetime.timedelta(seconds=seconds + clock_error(look, computer, seconds))
    correlation = "<Correlation/>"
    if "a" in options:
        correlation = "<Correlation ActivityID='{F420%04X-1111-4222-8333-444455550000}'/>" % (options["a"] + base)
    provider = attributes.split('"')[1]
    options = dict({"level": levels.level(provider, number[0] if isinstance(number, tuple) else number)}, **options)
    if look.get("levels") == "none":
        options["level"] = None
    return dialects.event(
        look.get("dialect", "wevtutil"),
        look.get("culture", "en-US"),
        attributes,
        channel,
        number,
        time,
        record,
        correlation,
        computer,
        data,
        options,
    )


def clock_error(look, computer, seconds):
    """How far a machine's clock is ahead at a true time; a list of (from, error) is a clock that steps."""
    error = look.get("clocks", {}).get(computer, 0)
    if isinstance(error, list):
        return [value for start, value in error if start <= seconds][-1]
    return error


def sources(look, chance, deciding, host):
    """The events of each exported file, by file name."""
    hosts = {event[4].get("h", host) for event in deciding} | set(look.get("bystanders", []))
    channels = {providers.PROVIDERS[event[1]][1] for event in deciding}
    everything = list(deciding)
    for name in sorted(hosts):
        for event in mixed_noise(chance, look.get("noise", 25), channels | {"System"}):
            everything.append(event[:4] + (dict(event[4], h=name),))
    files = {}
    for event in sorted(everything, key=lambda event: event[0]):
        computer = event[4].get("h", host)
        channel = providers.PROVIDERS[event[1]][1].replace("/", "%4")
        key = {"host": computer, "channel": f"{computer}_{channel}"}.get(look.get("split"), "log")
        files.setdefault(key, []).append(event)
    return files


def write_case(folder, number, scenario, chance):
    name, kind, expected, deciding, acceptable, host, look = scenario
    os.makedirs(f"{folder}/{name}")
    host = host % number if "%" in host else host
    if look is None:
        files = {"log": sorted(deciding + plain_noise(chance), key=lambda event: event[0])}
        look = {}
    else:
        files = sources(look, chance, deciding, host)
    for position, (file, members) in enumerate(sorted(files.items())):
        lines = [
            render(event, look, host, 1000 + 5000 * position + index, number * 16) for index, event in enumerate(members)
        ]
        if look.get("order") == "newest first":
            lines.reverse()
        elif look.get("order") == "shuffled":
            chance.shuffle(lines)
        dialect = look.get("dialect", "wevtutil")
        with open(f"{folder}/{name}/{file}.xml", "wb") as log:
            log.write(dialects.file(dialect, lines))
        if look.get("overlap"):
            with open(f"{folder}/{name}/{file}-again.xml", "wb") as log:
                log.write(dialects.file(dialect, lines[len(lines) // 3 :]))
    return [name, kind, expected, VERDICT[kind], acceptable, "own", "high", "", ""]


def write(folder):
    for label, scenarios in events.SETS.items():
        chance = random.Random(7)
        os.makedirs(f"{folder}/{label}")
        rows = [write_case(f"{folder}/{label}", number, one, chance) for number, one in enumerate(scenarios)]
        with open(f"{folder}/{label}/labels.csv", "w", newline="") as table:
            writer = csv.writer(table)
            writer.writerow(COLUMNS.split(","))
            writer.writerows(rows)


if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
    sys.exit(__doc__)
write(sys.argv[1])
