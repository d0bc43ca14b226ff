"""What the command finds around it: the newsroom folder, and the language to speak."""

import os
from pathlib import Path

import platformdirs

from editor_app.words import LANGUAGES, Language

DATA_DIR_VARIABLE = "EDITOR_APP_DATA_DIR"
LANGUAGE_VARIABLE = "EDITOR_APP_LANGUAGE"


def data_folder(named: str | None) -> Path:
    """The newsroom folder: the option's, the environment's, or the platform's usual place."""
    chosen = named or os.environ.get(DATA_DIR_VARIABLE)
    return Path(chosen) if chosen else platformdirs.user_data_path("meja-redaksi", appauthor=False)


def asked_language() -> Language | None:
    """The language that the environment asks for, before any newsroom's own."""
    asked = os.environ.get(LANGUAGE_VARIABLE, "")
    return next((language for language in LANGUAGES if asked == language), None)
