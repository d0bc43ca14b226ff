"""The commands `export`, `verify`, `demo` and `sample`."""

import os
from pathlib import Path

from editor_app.cli.screen import demand_screen
from editor_app.cli.session import Session
from editor_app.newsroom.publishing import ExportFormat, export

SAMPLE_FOLDER = "meja-redaksi-sample"


def export_story(session: Session) -> None:
    """Writes a story out and prints the path alone."""
    options = session.options
    exported = export(
        session.newsroom,
        story_id=session.story_id,
        person=session.person,
        format=ExportFormat(options.format),
        out=Path(options.out),
        proof=options.proof,
    )
    session.say(str(exported.path))


def verify(session: Session) -> None:
    """Checks a bundle: every hash, and that nothing is missing or extra."""
    from editor_app.formats.bundle_check import verify_bundle  # noqa: PLC0415 - needed by this verb alone

    facts = verify_bundle(Path(session.options.bundle))
    code = "bundle-whole-approved" if facts.approved else "bundle-whole-proof"
    session.say(session.words.text(code, title=facts.title, code=facts.code, name=facts.approved_by or "–"))


def demo(session: Session) -> None:
    """Does the whole job on the sample story, without a window, and prints where the files are."""
    from editor_app.newsroom.sample import run_demo  # noqa: PLC0415 - needed by this verb alone

    out = Path(session.options.out or "meja-redaksi-demo")
    done = run_demo(out)
    session.say(session.words.text("demo.newsroom", folder=str(done.newsroom)))
    for path in done.exports:
        session.say(session.words.text("demo.export", path=str(path)))


def sample(session: Session) -> int:
    """Opens the window on the sample newsroom, made where there is none; never in the own newsroom."""
    demand_screen()
    from editor_app.ui.opening import run_window  # noqa: PLC0415 - Qt is loaded for a window alone

    chosen = session.options.data_dir or os.environ.get("EDITOR_APP_DATA_DIR")
    folder = session.folder if chosen else session.folder.with_name(SAMPLE_FOLDER)
    return run_window(folder, language=None, sample=True)
