"""A desktop for the tests of this folder, where the machine can make one."""

from collections.abc import Iterator

import pytest

from tests.accessibility.desk import Desk, desk, missing


@pytest.fixture(scope="session")
def a_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A screen with the buses of a session; screen readers get everything."""
    lacking = missing()
    if lacking:
        pytest.skip(f"AT-SPI cannot start here; missing: {lacking}")
    with desk(tmp_path_factory.mktemp("desk")) as made:
        yield made
