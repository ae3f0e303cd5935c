"""Prints the milliseconds that a packaged program takes to read the curriculum it has read before.

Its one argument is what it knows of earlier starts.
"""

import sys
from pathlib import Path
from time import perf_counter

from planner.resources import resource
from planner.storage.curriculum import load_curriculum
from planner.storage.known import Known

begin = perf_counter()
known = Known(Path(sys.argv[1]))
load_curriculum(resource("curriculum"), known)
seconds = perf_counter() - begin
known.save()
sys.stdout.write(f"{1000 * seconds}\n")
