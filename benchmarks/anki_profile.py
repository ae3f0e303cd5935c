"""Run by Anki's Python: makes a folder for Anki that needs no question at its start."""

import sys

from aqt.profiles import ProfileManager


def main(folder: str) -> None:
    """Choose the language, and make a profile."""
    profiles = ProfileManager(ProfileManager.get_created_base_folder(folder))
    profiles.setupMeta()
    profiles.meta["updates"] = profiles.meta["check_for_updates"] = False
    profiles.setLang("en_US")
    profiles.create("User 1")
    profiles.openProfile("User 1")
    profiles.save()


if __name__ == "__main__":
    main(sys.argv[1])
