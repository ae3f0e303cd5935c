"""Prints how long a packaged program takes to read the curriculum it has read before.

First by the clock, then of the processor, in milliseconds. Its one argument is what it knows of
earlier starts.
"""

import sys
from pathlib import Path
from time import perf_counter, process_time

from planner.resources import resource
from planner.storage.curriculum import load_curriculum
from planner.storage.known import Known

begin, used = perf_counter(), process_time()
known = Known(Path(sys.argv[1]))
load_curriculum(resource("curriculum"), known)
clock, processor = perf_counter() - begin, process_time() - used
known.save()
sys.stdout.write(f"{1000 * clock} {1000 * processor}\n")
