"""The whole story as it is frozen in a revision: headline to credits, body and photos."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import cast

from editor_app.story.body import Body, Json, body_from_json, body_to_json
from editor_app.story.marks import Direction, new_key
from editor_app.story.normal import normalise
from editor_app.story.photo import Attachment, attachment_from_json, attachment_to_json
from editor_app.story.text import clean, clean_line
from editor_app.words import Trouble

RIGHT_TO_LEFT_LANGUAGES = frozenset({"ar", "fa", "he", "ur", "ps", "dv", "yi"})


@dataclass(frozen=True, slots=True)
class Credits:
    """Who is named at the foot: free text, people or organisations, not accounts."""

    writers: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Everything that is printed of a story, and what files it. `language` is a BCP 47 tag."""

    headline: str = ""
    kicker: str = ""
    standfirst: str = ""
    dateline: str = ""
    event_date: date | None = None
    section: str = ""
    language: str = "id"
    keywords: tuple[str, ...] = ()
    credits: Credits = field(default_factory=Credits)
    body: Body = ()
    photos: tuple[Attachment, ...] = ()

    @property
    def lead(self) -> Attachment | None:
        """The lead photo, if one is named."""
        return next((photo for photo in self.photos if photo.lead), None)

    @property
    def direction(self) -> Direction:
        """The reading direction of the story's language."""
        return "rtl" if self.language.split("-")[0].lower() in RIGHT_TO_LEFT_LANGUAGES else "ltr"

    def photo(self, key: str) -> Attachment | None:
        """The attachment with this key."""
        return next((photo for photo in self.photos if photo.key == key), None)


def normal_story(story: Story) -> Story:
    """The story with every field clean, the body in normal form, one lead at most, photo blocks that name one.

    A photo block whose attachment is not there goes; photo keys are unique.
    """
    photos: list[Attachment] = []
    taken: set[str] = set()
    for photo in story.photos:
        key = photo.key if photo.key and photo.key not in taken else new_key(taken)
        taken.add(key)
        photos.append(
            replace(
                photo,
                key=key,
                file=clean_line(photo.file),
                caption=clean_line(photo.caption),
                alt=clean_line(photo.alt),
                creator=clean_line(photo.creator),
                agency=clean_line(photo.agency),
                rights=clean_line(photo.rights),
                lead=photo.lead and not any(other.lead for other in photos),
            )
        )
    body = tuple(block for block in story.body if _stands(block, taken))
    tagged = replace(story, language=clean_line(story.language))
    return replace(
        tagged,
        headline=clean_line(story.headline),
        kicker=clean_line(story.kicker),
        standfirst=clean(story.standfirst).strip(),
        dateline=clean_line(story.dateline),
        section=clean_line(story.section),
        keywords=_names(story.keywords),
        credits=Credits(
            _names(story.credits.writers), _names(story.credits.photographers), _names(story.credits.editors)
        ),
        body=normalise(body, tagged.direction),
        photos=tuple(photos),
    )


def story_to_json(story: Story) -> dict[str, Json]:
    """The story as canonical JSON is made of it (integers, strings, arrays and objects only)."""
    return {
        "headline": story.headline,
        "kicker": story.kicker,
        "standfirst": story.standfirst,
        "dateline": story.dateline,
        "eventDate": None if story.event_date is None else story.event_date.isoformat(),
        "section": story.section,
        "language": story.language,
        "keywords": list(story.keywords),
        "credits": {
            "writers": list(story.credits.writers),
            "photographers": list(story.credits.photographers),
            "editors": list(story.credits.editors),
        },
        "body": body_to_json(story.body),
        "photos": [attachment_to_json(photo) for photo in story.photos],
    }


def story_from_json(data: object) -> Story:
    """The story that `story_to_json` wrote.

    Raises:
        Trouble: `story-unreadable` or `body-unreadable`, where something is missing or of another form.
    """
    try:
        written = cast("dict[str, object]", data)
        named = cast("dict[str, object]", written["credits"])
        day = None if written["eventDate"] is None else date.fromisoformat(_text(written["eventDate"]))
        return Story(
            headline=_text(written["headline"]),
            kicker=_text(written["kicker"]),
            standfirst=_text(written["standfirst"]),
            dateline=_text(written["dateline"]),
            event_date=day,
            section=_text(written["section"]),
            language=_text(written["language"]),
            keywords=_texts(written["keywords"]),
            credits=Credits(_texts(named["writers"]), _texts(named["photographers"]), _texts(named["editors"])),
            body=body_from_json(written["body"]),
            photos=tuple(attachment_from_json(item) for item in cast("list[object]", written["photos"])),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Trouble("story-unreadable") from error


def _text(data: object) -> str:
    if not isinstance(data, str):
        raise TypeError(data)
    return data


def _texts(data: object) -> tuple[str, ...]:
    if not isinstance(data, list):
        raise TypeError(data)
    return tuple(_text(item) for item in data)


def _stands(block: object, photos: set[str]) -> bool:
    photo = getattr(block, "photo", None)
    return photo is None or photo in photos


def _names(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in map(clean_line, names) if name))
