"""Some rules are read off a whole window."""

from tests.modal import no_modals
from tests.ui.conftest import empty_house, house, look

__all__ = ["empty_house", "house", "look", "no_modals"]
