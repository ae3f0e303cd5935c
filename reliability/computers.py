"""Lets several computers share a folder, real Syncthing between them included."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from reliability.apart import tick_apart
from reliability.copies import read_all_names
from reliability.devices import work_together
from reliability.syncthing import is_installed
from reliability.tally import Tally


def main(arguments: Sequence[str] = ()) -> Tally:
    """Join what was written apart, in every way, and count what is gone."""
    parser = argparse.ArgumentParser(prog="reliability computers", description=__doc__)
    parser.add_argument("--rounds", type=int, default=4, help="rounds of two Syncthings apart")
    parser.add_argument("--interleavings", type=int, default=300, help="of three computers")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    tally = Tally("computers")
    dice = Random(asked.seed)
    with TemporaryDirectory(prefix="loopready-copies-") as place:
        read_all_names(Path(place), dice, 3, tally)
    for _ in range(asked.interleavings):
        work_together(dice, tally)
    if not is_installed():
        tally.skip("Syncthing", "it is not installed")
    elif asked.rounds:
        with TemporaryDirectory(prefix="loopready-apart-") as place:
            tick_apart(Path(place), asked.rounds, dice, tally)
    return tally
