"""The levels at which Windows logs the events of scenarios."""

import glob
import os
import re

CATALOGUE = os.path.join(os.path.dirname(__file__), "../../../Sources/KnowledgeBase/events/*.yml")
NUMBERS = {"always": 0, "critical": 1, "error": 2, "warning": 3, "information": 4, "verbose": 5}

# What the catalogue leaves open, since Windows decides it as it logs them.
QUIET = {
    "Service Control Manager": {7035, 7036, 7040, 7042, 7045},
    "EventLog": {6005, 6006, 6009, 6013},
    "User32": {1073, 1074},
    "Microsoft-Windows-WindowsUpdateClient": {19, 43, 44},
    "MsiInstaller": {1033, 1034, 1040, 1042, 11707, 11724},
}


def catalogue():
    levels = {}
    for path in sorted(glob.glob(CATALOGUE)):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        names = re.findall(r"^provider: (.*)$", text, re.M)
        also = re.search(r"^alsoKnownAs: \[(.*)\]$", text, re.M)
        names += also.group(1).split(", ") if also else []
        for entry in text.split("\n  - ")[1:]:
            number = re.match(r"id: (\d+)", entry)
            level = re.search(r"^    level: (\w+)$", entry, re.M)
            if number and level:
                levels.update({(name.strip("'\""), int(number.group(1))): NUMBERS[level.group(1)] for name in names})
    return levels


LEVELS = catalogue()


def level(provider, number):
    """The level of an event; an error where nothing is known of it."""
    if provider == "Microsoft-Windows-Security-Auditing":
        return 0
    if number in QUIET.get(provider, ()):
        return 4
    return LEVELS.get((provider, number), 2)
