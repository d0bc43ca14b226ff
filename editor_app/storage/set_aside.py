"""What cannot be read is set aside, never thrown away: files in the newsroom folder's `set-aside/`."""

from datetime import datetime
from pathlib import Path

from editor_app.storage import drafts
from editor_app.storage.errors import file_troubles
from editor_app.storage.files import write_file
from editor_app.storage.folder import NewsroomFolder
from editor_app.storage.store import Connection


def set_aside_draft(
    tx: Connection, folder: NewsroomFolder, *, story_id: str, person: str, at: datetime
) -> Path | None:
    """Writes a draft as it lies in the database to a file, and takes it out of the database.

    Returns where the file is, None where there is no such draft. The file is on the disk before the draft goes.

    Raises:
        Trouble: `disk-full`, `folder-read-only` or `file-not-written`; the draft is where it was.
    """
    stored = drafts.as_stored(tx, story_id, person)
    if stored is None:
        return None
    with file_troubles(folder.set_aside):
        folder.set_aside.mkdir(exist_ok=True)
    path = folder.set_aside / f"draft-{at:%Y%m%d-%H%M%S-%f}-{story_id}.json"
    write_file(path, stored)
    drafts.discard(tx, story_id, person)
    return path
