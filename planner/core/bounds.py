"""The bounds of short texts, wherever they stand: ids, labels, notes and prose."""

from typing import Annotated

from planner.core.checking import Limits

Id = Annotated[str, Limits(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$")]
Label = Annotated[str, Limits(min_length=1, max_length=300)]
Note = Annotated[str, Limits(max_length=600)]
Prose = Annotated[str, Limits(min_length=1, max_length=600)]
