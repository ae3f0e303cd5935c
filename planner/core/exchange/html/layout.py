"""The parts of a web page, in which every text stays plain text."""

from collections.abc import Iterable, Sequence
from html import escape

from planner.core.exchange.words import line

STYLE = """\
:root { color-scheme: light dark; --ink: #1e2226; --quiet: #5c636b; --line: #dedbd2;
  --paper: #ffffff; --accent: #17695c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e7e2; --quiet: #a3a9b1; --line: #343a41;
  --paper: #16181b; --accent: #5cc2ae; } }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.45 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.7rem; } h2 { margin: 2rem 0 .2rem; font-size: 1.15rem; }
p { margin: .3rem 0; } .quiet, .note { color: var(--quiet); } .note { font-size: .85rem; }
table { width: 100%; border-collapse: collapse; margin-top: .5rem; }
th, td { padding: .35rem .5rem; border-bottom: 1px solid var(--line); text-align: start;
  vertical-align: top; }
thead th { color: var(--quiet); font-size: .85rem; font-weight: 600; }
tbody th { font-weight: 400; } td.number, th.number { text-align: end; white-space: nowrap; }
td.whole, td.mark { white-space: nowrap; } td.mark { color: var(--accent); }
.done { text-decoration: line-through; }
@media screen and (max-width: 40rem) {
  .sessions thead { position: absolute; clip-path: inset(50%); }
  .sessions tr { display: grid; grid-template-columns: auto auto 1fr auto auto;
    border-bottom: 1px solid var(--line); }
  .sessions tbody th, .sessions td { border: 0; padding: .2rem .3rem; }
  .sessions td { font-size: .85rem; white-space: normal; }
  .sessions tbody th { grid-area: 2 / 1 / auto / -1; padding-bottom: .5rem; }
  .sessions .took:not(:empty)::before { content: "took "; color: var(--quiet); } }
@media print { :root { color-scheme: light; --ink: #000; --quiet: #333; --line: #999;
  --paper: #fff; --accent: #000; } body { margin: 0; max-width: none; font-size: 10pt; }
  h2 { break-after: avoid; } tr { break-inside: avoid; } thead { display: table-header-group; } }
"""


def text(words: str) -> str:
    """Return words of anybody as they are to be read, on one line."""
    return escape(line(words))


def element(name: str, content: str, **attributes: str) -> str:
    """Return an element; the content is HTML already, the attributes are not."""
    named = {key.strip("_").replace("_", "-"): one for key, one in attributes.items() if one}
    told = "".join(f' {name}="{escape(one)}"' for name, one in named.items())
    return f"<{name}{told}>{content}</{name}>"


def table(
    caption: str, heads: Sequence[tuple[str, str]], rows: Iterable[Sequence[str]], kind: str = ""
) -> str:
    """Return a table: heads are words with a class, cells are whole elements.

    What each part is stands in its role, since a narrow window may lay rows out as blocks, which
    some browsers no longer take for a table.
    """
    head = "".join(
        element("th", text(name), scope="col", role="columnheader", class_=one)
        for name, one in heads
    )
    above = element("thead", element("tr", head, role="row"), role="rowgroup")
    body = "\n".join(element("tr", "".join(row), role="row") for row in rows)
    below = element("tbody", f"\n{body}\n", role="rowgroup")
    return element(
        "table", f"{above}\n{below}", role="table", aria_label=line(caption), class_=kind
    )


def cell(content: str, kind: str = "") -> str:
    """Return a cell of a table; the content is HTML already."""
    return element("td", content, role="cell", class_=kind)


def name_cell(content: str) -> str:
    """Return the cell that says what its row is about; the content is HTML already."""
    return element("th", content, scope="row", role="rowheader")


def page(title: str, *blocks: str) -> str:
    """Return a whole page that asks nobody for anything."""
    body = "\n".join(blocks)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{text(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )
