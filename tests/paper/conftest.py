"""No test of this folder may open a dialog that waits for a person."""

from tests.modal import no_modals

__all__ = ["no_modals"]
