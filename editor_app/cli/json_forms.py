"""The JSON that `--json` prints: names in English and lower case, which others rely on."""

from collections.abc import Mapping

from editor_app.formats.edition import photographers
from editor_app.newsroom.desk import StoryView
from editor_app.storage.media import Original
from editor_app.storage.story_row import StoryRow
from editor_app.story.body import Json, body_to_json
from editor_app.story.checks import Finding
from editor_app.story.people import Person
from editor_app.story.photo import Attachment
from editor_app.story.revision import utc_text
from editor_app.words import Words


def row_json(row: StoryRow) -> Json:
    """A story of `story list`."""
    return {
        "id": row.id,
        "state": row.state,
        "publication": row.publication,
        "headline": row.headline,
        "section": row.section,
        "updated": utc_text(row.updated),
    }


def story_json(view: StoryView) -> Json:
    """The head of a story, as `story show` prints it; `photographers` are those of the printed line."""
    story = view.head.story
    return {
        "id": view.row.id,
        "state": view.standing.head.value,
        "publication": view.standing.publication.value,
        "revision": view.head.id,
        "code": view.head.code,
        "headline": story.headline,
        "kicker": story.kicker,
        "standfirst": story.standfirst,
        "dateline": story.dateline,
        "event_date": None if story.event_date is None else story.event_date.isoformat(),
        "section": story.section,
        "language": story.language,
        "keywords": list(story.keywords),
        "writers": list(story.credits.writers),
        "photographers": list(photographers(story)),
        "editors": list(story.credits.editors),
        "body": body_to_json(story.body),
        "photos": [photo_json(photo, view.originals) for photo in story.photos],
    }


def photo_json(photo: Attachment, originals: Mapping[str, Original]) -> Json:
    """A photo; width and height are those of the upright picture, in px."""
    original = originals.get(photo.sha256)
    return {
        "key": photo.key,
        "sha256": photo.sha256,
        "file": photo.file,
        "caption": photo.caption,
        "credit": photo.credit,
        "creator": photo.creator,
        "agency": photo.agency,
        "alt": photo.alt,
        "lead": photo.lead,
        "width": 0 if original is None else original.width,
        "height": 0 if original is None else original.height,
    }


def finding_json(finding: Finding, words: Words) -> Json:
    """A finding of `check`; `where` names a field, a photo's key or a block's key."""
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": words.say(finding.message),
        "where": {place.kind: place.name, "start": place.start, "end": place.end},
    }


def person_json(person: Person, *, here: bool) -> Json:
    """A person; `here` says that the person sits at this laptop."""
    return {
        "id": person.id,
        "name": person.name,
        "roles": [*sorted(role.value for role in person.roles)],
        "here": here,
    }
