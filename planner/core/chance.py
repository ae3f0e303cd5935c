"""Chance that is the same for everyone: numbers that follow from a seed and a place alone."""

_MASK = 2**64 - 1


def drawn(seed: int, places: range, below: int) -> list[int]:
    """Return for each place a whole number from 0 up to one below `below`, all equally likely.

    The mixing is SplitMix64 (Steele, Lea and Flood 2014): neighbouring places give numbers that
    have nothing to do with each other, and no state is carried from one to the next.
    """
    found = []
    for place in places:
        mixed = (seed + place * 0x9E3779B97F4A7C15) & _MASK
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        found.append(((mixed ^ (mixed >> 31)) * below) >> 64)
    return found
