"""Compares `faultline events --format jsonl` with the PyPI packages `evtx` and `python-evtx`, record by record.

    compare-evtx.py TOOL FOLDER...

Differences known to be the other parsers' habits are levelled before comparing; each is named where it is.
"""
import base64
import calendar
import collections
import glob
import json
import os
import re
import subprocess
import sys
import time
import warnings
import xml.etree.ElementTree as ElementTree

from evtx import PyEvtxParser
import Evtx.Evtx

# python-evtx takes milliseconds a record: of each log the first ones are enough to compare.
SLOW_RECORDS = 40


def local(name):
    return name.rsplit("}", 1)[-1]


def level(text):
    """A value as all three write it: its text, or its microseconds when it is a time."""
    text = re.sub(r"[\ufffd\x00-\x1f\s]+", " ", text or "").strip()
    # Times: seven digits here, six there; a blank, or an offset, instead of T and Z.
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?:Z|\+00:00| UTC)?", text)
    if match:
        seconds = calendar.timegm(time.strptime(f"{match[1]} {match[2]}", "%Y-%m-%d %H:%M:%S"))
        return seconds * 1_000_000 + int((match[3] or "0").ljust(7, "0")[:6])
    # Hex numbers: padded to their width there. GUIDs: braces and capitals differ. Truth: capitals differ.
    match = re.fullmatch(r"0[xX]0*([0-9a-fA-F]+)", text)
    if match:
        return "0x" + match[1].lower()
    if re.fullmatch(r"\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?", text):
        return text.strip("{}").lower()
    return text.lower() if text in ("True", "False") else text


def comparable(provider, event_id, time_text, computer, channel, values, items=()):
    """A record's fields, times apart from other values."""
    levelled = [value for value in map(level, values) if value != ""]
    return {
        "provider": provider, "eventID": event_id, "computer": (computer or "").strip(),
        "channel": (channel or "").strip(),
        "items": set(items),
        "values": sorted(value for value in levelled if isinstance(value, str)),
        "times": [level(time_text or "")] + sorted(value for value in levelled if isinstance(value, int))}


def same_value(theirs, ours):
    """Whether two values that are written differently mean the same."""
    # python-evtx shows a Boolean's number where it is neither 0 nor 1, and bytes in Base64.
    if ours == "true":
        return theirs.isdigit() and theirs != "0"
    # It writes the numbers of type SizeT in decimal.
    if theirs.isdigit() and ours.startswith("0x"):
        return int(theirs) == int(ours, 16)
    try:
        return base64.b64decode(theirs, validate=True).hex().upper() == ours
    except ValueError:
        return False


def same_time(theirs, ours):
    if theirs == ours:
        return True
    if not (isinstance(theirs, int) and isinstance(ours, int)):
        return False
    # python-evtx counts times in floating point, which rounds, and makes an absent one the year 1.
    return abs(theirs - ours) <= 3 or (theirs, ours) == (-62_135_596_800_000_000, -11_644_473_600_000_000)


def agree(theirs, ours):
    times, own = theirs["times"], ours["times"]
    if len(times) != len(own) or not all(map(same_time, times, own)):
        return False
    left = collections.Counter(theirs["values"])
    left.subtract(ours["values"])
    missing = [value for value in (-left).elements()]
    for value in (+left).elements():
        # python-evtx puts a later item of an array in the place of an empty first one.
        if value in theirs["items"] and value in ours["values"]:
            continue
        match = next((other for other in missing if same_value(value, other)), None)
        if match is None:
            return False
        missing.remove(match)
    return not missing and all(theirs[key] == ours[key] for key in ("provider", "eventID", "computer", "channel"))


def from_xml(text):
    """The record id of System and the fields compared, of the XML of one record."""
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)
    event = ElementTree.fromstring(text)
    system = next(child for child in event if local(child.tag) == "System")
    fields = {local(child.tag): child for child in system}
    values, array_items = [], []
    for child in event:
        if local(child.tag) in ("EventData", "UserData"):
            for element in child.iter():
                if local(element.tag) != "Binary" and len(element) == 0:
                    text = (element.text or "").strip()
                    # python-evtx writes an array as text that looks like elements.
                    items = re.findall(r"<string>(.*?)</string>", text, re.S) if text.startswith("<string>") else None
                    values += [element.text] if items is None else items
                    array_items += items or []
    return int(fields["EventRecordID"].text), comparable(
        fields["Provider"].get("Name") or "", int(fields["EventID"].text),
        fields["TimeCreated"].get("SystemTime"), fields["Computer"].text, fields["Channel"].text, values,
        array_items)


def texts(element):
    """The texts of an element of user data that has no elements in it, and of those inside."""
    inside = [part for part in element[2] if isinstance(part, list)]
    if not inside:
        yield from (part for part in element[2] if isinstance(part, str))
    for child in inside:
        yield from texts(child)


def from_tool(record):
    values = [value for _, value in record.get("data", [])]
    if "userData" in record:
        values += texts(record["userData"])
    return comparable(
        record["provider"], record["eventID"], record.get("time"), record["computer"], record["channel"], values)


def rust_records(path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            for record in PyEvtxParser(path, skip_errors=True).records():
                yield record["data"]
        except RuntimeError as error:
            print(f"  evtx gives up {os.path.basename(path)}: {error}")


def python_records(path):
    with Evtx.Evtx.Evtx(path) as log:
        try:
            for count, record in enumerate(log.records()):
                if count == SLOW_RECORDS:
                    return
                try:
                    yield record.xml()
                except Exception:
                    # It gives up single records of logs that are damaged or have a value type it lacks.
                    continue
        except Exception as error:
            print(f"  python-evtx gives up {os.path.basename(path)}: {type(error).__name__}")


def compare(name, records, ours, counts):
    """Compares what a parser gives of one log; prints what differs."""
    differing = 0
    for text in records:
        try:
            number, theirs = from_xml(text)
        except (ElementTree.ParseError, StopIteration, KeyError, TypeError, ValueError):
            counts["unreadable"] += 1
            continue
        counts["compared"] += 1
        candidates = ours.get(number, [])
        if any(agree(theirs, candidate) for candidate in candidates):
            continue
        differing += 1
        if differing <= 3:
            print(f"  {name}: record {number} differs:\n    theirs {theirs}\n    ours   {candidates}")
    return differing


def main(tool, folders):
    logs = sorted(log for folder in folders for log in glob.glob(f"{folder}/**/*.evtx", recursive=True))
    differences = 0
    totals = {"evtx": collections.Counter(), "python-evtx": collections.Counter()}
    for log in logs:
        output = subprocess.run([tool, "events", "--quiet", "--format", "jsonl", log], stdout=subprocess.PIPE)
        ours = {}
        for line in output.stdout.splitlines():
            record = json.loads(line)
            if "recordID" in record:
                ours.setdefault(record["recordID"], []).append(from_tool(record))
        for parser, records in (("evtx", rust_records), ("python-evtx", python_records)):
            differences += compare(f"{os.path.basename(log)} ({parser})", records(log), ours, totals[parser])
    summary = ", ".join(
        f"{counts['compared']} records with {parser} ({counts['unreadable']} it wrote unreadably)"
        for parser, counts in totals.items())
    print(f"compare-evtx: {len(logs)} logs, {summary}: {differences} differ")
    return 1 if differences or not logs else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
