"""What the user, or the level, made of an item, in a few quiet words behind its hours."""

from planner.core.screens.checklist import ItemRow


def marks(row: ItemRow) -> str:
    """Return "foundation, your estimate, rated strong", as far as it is so."""
    words = [
        "foundation" if row.foundation else "",
        "your estimate" if row.estimated else "",
        f"rated {row.rating.value}" if row.rating else "",
    ]
    return ", ".join(filter(None, words))
