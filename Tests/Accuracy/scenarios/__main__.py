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
from xml.sax.saxutils import escape

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
events = importlib.import_module("scenarios.events")
providers = importlib.import_module("scenarios.providers")
for family in (
    "tls_and_certificates",
    "authentication",
    "network",
    "listener_and_host",
    "sessions_and_licences",
    "gateway_and_broker",
    "benign",
):
    importlib.import_module("scenarios." + family)

START = datetime.datetime(2026, 3, 2, 10, 0, 0)
VERDICT = {"definite": "diagnosed", "insufficient": "undetermined", "benign": "benign"}
SERVICES = ["Windows Update", "Software Protection", "Print Spooler"]


def render(event, host, record, activity):
    seconds, short, number, data, options = event
    attributes, channel = providers.PROVIDERS[short]
    time = (START + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%S.%f") + "0Z"
    correlation = "<Correlation/>"
    if "a" in options:
        correlation = "<Correlation ActivityID='{F420%04X-1111-4222-8333-444455550000}'/>" % activity
    if "u" in options:
        root, namespace, fields = options["u"]
        inner = "".join(f"<{n}>{escape(str(v))}</{n}>" for n, v in fields.items())
        body = f"<UserData><{root} xmlns='{namespace}'>{inner}</{root}></UserData>"
    else:
        items = (f"<Data Name='{n}'>{escape(v)}</Data>" if n else f"<Data>{escape(v)}</Data>" for n, v in data)
        body = "<EventData>" + "".join(items) + "</EventData>"
    return (
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
        f"<Provider {attributes}/><EventID>{number}</EventID><Version>0</Version><Level>2</Level><Task>0</Task>"
        f"<Opcode>0</Opcode><Keywords>0x8000000000000000</Keywords><TimeCreated SystemTime='{time}'/>"
        f"<EventRecordID>{record}</EventRecordID>{correlation}<Execution ProcessID='4' ThreadID='8'/>"
        f"<Channel>{channel}</Channel><Computer>{options.get('h', host)}</Computer><Security/></System>{body}</Event>"
    )


def write(folder):
    chance = random.Random(7)
    rows = []
    for number, (name, kind, expected, deciding, acceptable, host) in enumerate(events.CASES):
        os.makedirs(f"{folder}/{name}")
        noise = [
            (
                chance.uniform(-4000, 4000),
                "scm",
                7036,
                events.D(param1=chance.choice(SERVICES), param2=chance.choice(["running", "stopped"])),
                {},
            )
            for _ in range(25)
        ]
        lines = [
            render(event, host % number if "%" in host else host, 1000 + position, event[4].get("a", 0) + number * 16)
            for position, event in enumerate(sorted(deciding + noise, key=lambda event: event[0]))
        ]
        with open(f"{folder}/{name}/log.xml", "w") as log:
            log.write("\n".join(lines) + "\n")
        rows.append([name, kind, expected, VERDICT[kind], acceptable, "own", "high", "log.xml", ""])
    with open(f"{folder}/labels.csv", "w", newline="") as table:
        writer = csv.writer(table)
        columns = "case,kind,expected_cause,expected_verdict,acceptable,family,confidence_label,files,note"
        writer.writerow(columns.split(","))
        writer.writerows(rows)


write(sys.argv[1])
