"""Verifies a bundle: every hash, that nothing is missing or extra, and that its parts say the same."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from editor_app.formats.bundle_writer import (
    FRAGMENT,
    MANIFEST,
    PAGE,
    SCHEMA,
    STORY,
    SUMS,
    described,
    described_photos,
)
from editor_app.formats.bundle_zip import read_files
from editor_app.formats.edition import EXTENSIONS, named_language
from editor_app.story.canonical import short_signs
from editor_app.story.revision import content_hash, utc_time
from editor_app.story.story import Story, story_from_json
from editor_app.words import Refused, Trouble

_SUM = re.compile("([0-9a-f]{64})  ([^\r\n]+)")


@dataclass(frozen=True, slots=True)
class BundleFacts:
    """What a verified bundle says of itself. `approved_by` is "" on a proof; `files` are all of its files."""

    title: str
    code: str
    approved: bool
    approved_by: str
    files: tuple[str, ...]


def verify_bundle(path: Path) -> BundleFacts:
    """Checks the bundle at `path` and says what it holds.

    A bundle bears no signature: this finds damage and changes after its writing, not a forger who rewrites all.

    Raises:
        Refused: the first fault: those of `bundle_zip.read_files`; `bundle-sums-unreadable`;
            `bundle-file-missing`, `bundle-file-extra`, `bundle-file-altered`, naming the file;
            `bundle-file-unreadable`, `bundle-newer`; `bundle-content-altered`, `bundle-disagrees`,
            `bundle-picture-disagrees`, `bundle-approval-unclear`.
        Trouble: `bundle-unreadable`, where the system does not let the file be read.
    """
    files = read_files(path)
    _check_sums(files)
    manifest, told = _object(files, MANIFEST), _object(files, STORY)
    story = _story(told)
    _check_revision(manifest, told, story)
    _check_description(manifest, story)
    _check_pictures(manifest, files, story)
    approved_by = _approved_by(manifest)
    return BundleFacts(
        title=story.headline,
        code=str(told["code"]),
        approved=approved_by is not None,
        approved_by=approved_by or "",
        files=tuple(files),
    )


def _check_sums(files: Mapping[str, bytes]) -> None:
    for name in (SUMS, PAGE, FRAGMENT, STORY, MANIFEST):
        if name not in files:
            raise Refused("bundle-file-missing", name=name)
    sums = _sums(files[SUMS])
    for name, digest in sums.items():
        if name not in files:
            raise Refused("bundle-file-missing", name=name)
        if hashlib.sha256(files[name]).hexdigest() != digest:
            raise Refused("bundle-file-altered", name=name)
    for name in files:
        if name != SUMS and name not in sums:
            raise Refused("bundle-file-extra", name=name)


def _sums(data: bytes) -> dict[str, str]:
    sums: dict[str, str] = {}
    for number, line in enumerate(data.decode("utf-8", "replace").removesuffix("\n").split("\n"), start=1):
        match = _SUM.fullmatch(line)
        if match is None or match[2] in sums:
            raise Refused("bundle-sums-unreadable", name=SUMS, line=number)
        sums[match[2]] = match[1]
    return sums


def _object(files: Mapping[str, bytes], name: str) -> dict[str, object]:
    """The JSON object in a file of a schema that we know."""
    try:
        data = json.loads(files[name])
    except (ValueError, RecursionError) as error:
        raise Refused("bundle-file-unreadable", name=name) from error
    schema = data.get("schema") if isinstance(data, dict) else None
    if not isinstance(schema, int) or schema < 1:
        raise Refused("bundle-file-unreadable", name=name)
    if schema > SCHEMA:
        raise Refused("bundle-newer", name=name)
    return data  # type: ignore[no-any-return]


def _story(told: Mapping[str, object]) -> Story:
    try:
        story = story_from_json(told)
        content_hash(story)
    except (Trouble, ValueError, TypeError) as error:
        raise Refused("bundle-file-unreadable", name=STORY) from error
    return story


def _check_revision(manifest: Mapping[str, object], told: Mapping[str, object], story: Story) -> None:
    content = content_hash(story)
    if manifest.get("contentHash") != content:
        raise Refused("bundle-content-altered", name=STORY)
    if told.get("code") != f"R{told.get('number')}-{short_signs(content)}":
        raise Refused("bundle-disagrees", name=STORY, field="code")
    for field in ("story", "revision", "code"):
        if not isinstance(told.get(field), str) or manifest.get(field) != told[field]:
            raise Refused("bundle-disagrees", name=MANIFEST, field=field)


def _check_description(manifest: Mapping[str, object], story: Story) -> None:
    said = described(story)
    language = named_language(story)
    for field, value in {**said, **({"language": language} if language else {})}.items():
        if field not in manifest or manifest[field] != value:
            raise Refused("bundle-disagrees", name=MANIFEST, field=field)


def _check_pictures(manifest: Mapping[str, object], files: Mapping[str, bytes], story: Story) -> None:
    listed = manifest.get("pictures")
    if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
        raise Refused("bundle-disagrees", name=MANIFEST, field="pictures")
    for entry in listed:
        _check_picture(entry, files, story)
    if sorted(str(entry["key"]) for entry in listed) != sorted(photo.key for photo in story.photos):
        raise Refused("bundle-disagrees", name=MANIFEST, field="pictures")
    used = {entry["path"] for entry in listed}
    for name in files:
        if name not in used and name not in {SUMS, PAGE, FRAGMENT, STORY, MANIFEST}:
            raise Refused("bundle-file-extra", name=name)


def _check_picture(entry: Mapping[str, object], files: Mapping[str, bytes], story: Story) -> None:
    path = entry.get("path")
    if not isinstance(path, str) or not path.startswith("images/"):
        raise Refused("bundle-disagrees", name=MANIFEST, field="pictures")
    data = files.get(path)
    if data is None:
        raise Refused("bundle-file-missing", name=path)
    photos = described_photos(story, [str(entry.get("key"))])
    mime = entry.get("mime")
    said: dict[str, object] = {
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        **(photos[0] if photos else {"key": None}),
    }
    agrees = all(field in entry and entry[field] == value for field, value in said.items())
    if not agrees or not isinstance(mime, str) or path.rpartition(".")[2] != EXTENSIONS.get(mime):
        raise Refused("bundle-picture-disagrees", name=path)


def _approved_by(manifest: Mapping[str, object]) -> str | None:
    """Who approved, None on a proof; a bundle is one of the two and says which."""
    proof, approval = manifest.get("proof"), manifest.get("approval")
    if proof is True and approval is None:
        return None
    if proof is not False or not isinstance(approval, dict):
        raise Refused("bundle-approval-unclear", name=MANIFEST)
    name, at = str(approval.get("name") or ""), str(approval.get("at"))
    if not name or not isinstance(approval.get("event"), str) or not isinstance(approval.get("waived"), bool):
        raise Refused("bundle-approval-unclear", name=MANIFEST)
    try:
        utc_time(at)
    except ValueError as error:
        raise Refused("bundle-approval-unclear", name=MANIFEST) from error
    return name
