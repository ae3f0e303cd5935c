"""What to say when something in the journals could not be used."""

from planner.core.wording.titles import counted


def journal_trouble(set_aside: int, refused: int) -> str:
    """Return a sentence on lines set aside and commands that no longer apply, empty for none."""
    found = []
    if set_aside:
        found.append(f"{counted(set_aside, 'line')} could not be read")
    if refused:
        word = "applies" if refused == 1 else "apply"
        found.append(f"{counted(refused, 'command')} no longer {word}")
    if not found:
        return ""
    return (
        f"Of the journals {' and '.join(found)}; nothing was deleted, "
        "and loopready check tells more."
    )
