"""What the command finds around it: the newsroom folder, and the language to speak."""

import locale
import os
import re
from pathlib import Path

import platformdirs

from editor_app.words import LANGUAGES, Language

DATA_DIR_VARIABLE = "EDITOR_APP_DATA_DIR"
LANGUAGE_VARIABLE = "EDITOR_APP_LANGUAGE"
_INDONESIAN = frozenset({"id", "in", "indonesian"})  # by its code, its old code, and its name on Windows


def data_folder(named: str | None) -> Path:
    """The newsroom folder: the option's, the environment's, or the platform's usual place."""
    chosen = named or os.environ.get(DATA_DIR_VARIABLE)
    return Path(chosen) if chosen else platformdirs.user_data_path("meja-redaksi", appauthor=False)


def asked_language() -> Language | None:
    """The language that the environment asks for, before any newsroom's own."""
    asked = os.environ.get(LANGUAGE_VARIABLE, "")
    return next((language for language in LANGUAGES if asked == language), None)


def system_language() -> Language:
    """The language of this computer, where the program knows it; else English."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    spoken = re.split("[^a-z]", (named or locale.getlocale()[0] or "").lower())[0]
    return "id" if spoken in _INDONESIAN else "en"
