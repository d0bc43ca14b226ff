"""Writes an edition as a bundle: one zip to upload to a website, with everything that its editor needs.

`article.html` is the page, `body.html` the fragment to paste, `images/` the pictures under plain ASCII names,
`story.json` the story in Portable Text, `manifest.json` what a website's import reads, and
`manifest-sha256.txt` the SHA-256 of every other file as `sha256sum --check` takes it.
"""

import hashlib
import json
from collections.abc import Iterable

from editor_app.formats.edition import Edition, correction_note, photographers, picture_names
from editor_app.formats.html_writer import write_fragment, write_page
from editor_app.formats.zip_writer import write_zip
from editor_app.story.body import Json
from editor_app.story.revision import Revision, utc_text
from editor_app.story.story import Story, story_to_json
from editor_app.story.text import clean_line

SCHEMA = 1  # of story.json and manifest.json; a reader refuses a higher one
PAGE = "article.html"
FRAGMENT = "body.html"
STORY = "story.json"
MANIFEST = "manifest.json"
SUMS = "manifest-sha256.txt"


def write_bundle(edition: Edition) -> bytes:
    """The edition as the bytes of a zip; the same edition gives the same bytes.

    Raises:
        Trouble: `picture-missing` or `picture-unprintable`, naming the photo's file.
    """
    names = picture_names(edition)
    files = {
        PAGE: write_page(edition, picture_path=names).encode(),
        FRAGMENT: write_fragment(edition, picture_path=names).encode(),
        **{name: edition.pictures[key].data for key, name in _first_of_each(names)},
        STORY: _json(_story(edition.story, edition.revision)),
        MANIFEST: _json(_manifest(edition, names)),
    }
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    return write_zip((*files.items(), (SUMS, sums.encode())))


def described(story: Story) -> dict[str, Json]:
    """What `manifest.json` says of a story that `story.json` says too, in the manifest's names.

    `photographers` are those that are printed, so where the story credits none they come from its photos.
    """
    return {
        "title": story.headline,
        "kicker": story.kicker,
        "standfirst": story.standfirst,
        "dateline": story.dateline,
        "section": story.section,
        "direction": story.direction,
        "eventDate": None if story.event_date is None else story.event_date.isoformat(),
        "keywords": list(story.keywords),
        "writers": list(story.credits.writers),
        "photographers": list(photographers(story)),
        "editors": list(story.credits.editors),
    }


def described_photos(story: Story, keys: Iterable[str]) -> list[dict[str, Json]]:
    """What `manifest.json` says of the photos with these keys that `story.json` says too."""
    photos = [photo for key in keys for photo in story.photos if photo.key == key]
    return [
        {
            "key": photo.key,
            "alt": photo.alt,
            "caption": photo.caption,
            "credit": photo.credit,
            "rights": photo.rights,
            "lead": photo.lead,
            "originalSha256": photo.sha256,
        }
        for photo in photos
    ]


def _story(story: Story, revision: Revision) -> dict[str, Json]:
    return {
        "schema": SCHEMA,
        "story": revision.story_id,
        "revision": revision.id,
        "number": revision.number,
        "code": revision.code,
        **story_to_json(story),
    }


def _manifest(edition: Edition, names: dict[str, str]) -> dict[str, Json]:
    revision, approval, correction = edition.revision, edition.approval, edition.correction
    return {
        "schema": SCHEMA,
        "story": revision.story_id,
        "revision": revision.id,
        "code": revision.code,
        "contentHash": revision.content_hash,
        "houseStyle": edition.style.version,
        "proof": edition.proof,
        "approval": None
        if approval is None
        else {
            "event": approval.event,
            "name": clean_line(approval.name),
            "at": utc_text(approval.at),
            "waived": approval.waived,
        },
        "correction": None
        if correction is None
        else {
            "event": correction.event,
            "note": correction_note(edition),
            "at": utc_text(correction.at),
        },
        "newsroom": clean_line(edition.newsroom),
        "slug": edition.slug,
        "language": edition.language,
        **described(edition.story),
        "pictures": [_picture(edition, names, said) for said in described_photos(edition.story, names)],
    }


def _picture(edition: Edition, names: dict[str, str], said: dict[str, Json]) -> Json:
    key = str(said["key"])
    picture = edition.pictures[key]
    return {
        "path": names[key],
        "sha256": hashlib.sha256(picture.data).hexdigest(),
        "bytes": len(picture.data),
        "width": picture.width,
        "height": picture.height,
        "mime": picture.media_type,
        **said,
    }


def _first_of_each(names: dict[str, str]) -> list[tuple[str, str]]:
    """Key and name of every picture file, once."""
    keys = {name: key for key, name in reversed(names.items())}
    return [(keys[name], name) for name in dict.fromkeys(names.values())]


def _json(data: Json) -> bytes:
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode()
