"""What to say when something in the journals could not be used."""


def journal_trouble(set_aside: int, refused: int) -> str:
    """Return a sentence on lines set aside and commands that no longer apply, empty for none."""
    found = []
    if set_aside:
        found.append(f"{_count(set_aside, 'line')} could not be read")
    if refused:
        word = "applies" if refused == 1 else "apply"
        found.append(f"{_count(refused, 'command')} no longer {word}")
    if not found:
        return ""
    return (
        f"Of the journals {' and '.join(found)}; nothing was deleted, "
        "and loopready check tells more."
    )


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
