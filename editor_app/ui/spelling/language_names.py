"""Languages by their names: the usual ones as the window says them, all others as they call themselves."""

from PySide6.QtCore import QLocale

from editor_app.words import Words


def language_name(code: str, words: Words) -> str:
    """The name of a language ("en") or of one in a country ("en_GB"): Inggris, Inggris (United Kingdom)."""
    locale = QLocale(code)
    language = code.partition("_")[0]
    match language:
        case "id":
            name = words.text("spelling.indonesian")
        case "en":
            name = words.text("spelling.english")
        case _:
            known = locale.language() is not QLocale.Language.C  # as Qt calls what it does not know
            name = locale.nativeLanguageName() if known else code
    named = name[:1].upper() + name[1:] or code
    return f"{named} ({locale.nativeTerritoryName()})" if "_" in code and locale.nativeTerritoryName() else named
