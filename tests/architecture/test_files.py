"""No file of the project names a package registry or a path of somebody's machine."""

import re

import pytest

from tests.architecture.project import ROOT, project_files

# Spelled so that this file does not find itself.
REGISTRY = re.compile(
    r"pypi[.]org|pythonhosted[.]org|deb[.]debian[.]|(?:archive|security)[.]ubuntu[.]"
    r"|registry[.]npmjs|(?:find-links|index-url)[ =]+\S*/",
    re.IGNORECASE,
)
MACHINE = re.compile(r"(?<![\w.~:}$/])/(?:root|work|home|Users|opt)/[\w.]")


@pytest.mark.parametrize("pattern", [REGISTRY, MACHINE], ids=["registry", "machine"])
def test_no_file_names_one(pattern: re.Pattern[str]) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in project_files()
        for number, line in enumerate(
            path.read_text(encoding="utf-8", errors="ignore").splitlines(), 1
        )
        if pattern.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (REGISTRY, "https://{}.org/simple".format("pypi")),
        (REGISTRY, "--{}-links /wheels".format("find")),
        (MACHINE, "see /{}/x".format("root")),
        (MACHINE, "'/{}/main/planner'".format("work")),
    ],
)
def test_a_name_is_seen(pattern: re.Pattern[str], line: str) -> None:
    assert pattern.search(line)
