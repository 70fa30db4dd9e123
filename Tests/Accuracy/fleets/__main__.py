"""Writes random fleets of machines as exported logs, with the truth about them in truth.json.

  python3 Tests/Accuracy/fleets FOLDER [--first SEED] [--count N]

The same seed gives the same fleet. `measure.py` scores a build on the folder.
"""

import argparse
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from fleets import export, fleet  # noqa: E402

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("folder")
parser.add_argument("--first", type=int, default=1)
parser.add_argument("--count", type=int, default=150)
options = parser.parse_args()
runs = export.write(options.folder, [fleet.Fleet(seed) for seed in range(options.first, options.first + options.count)])
print(f"{len(runs)} fleets, {sum(run['events'] for run in runs)} events")
