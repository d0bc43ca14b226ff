"""The commands `story new|list|show|save` and `check`."""

from pathlib import Path

from editor_app.cli.json_forms import finding_json, row_json, story_json
from editor_app.cli.session import Session
from editor_app.formats.edition import photographers
from editor_app.newsroom.composing import Wishes, new_story_from_file, save_story_from_file
from editor_app.newsroom.desk import check_story, desk_page, view_story
from editor_app.story.body import Table
from editor_app.story.layout import Paragraph, lay_out

LIST_PAGE = 500


def new(session: Session) -> None:
    """Starts a story from a file and prints its id alone."""
    options = session.options
    wishes = Wishes(
        headline=options.headline,
        section=options.section,
        writers=tuple(options.writers),
        editors=tuple(options.editors),
    )
    changes = new_story_from_file(session.newsroom, path=Path(options.file), person=session.person, wishes=wishes)
    session.mention(changes.notices)
    session.say(changes.story_id)


def show_all(session: Session) -> None:
    """Lists stories, what changed last first."""
    options = session.options
    rows = []
    after: str | None = None
    while True:
        page = desk_page(session.newsroom, search=options.search, after=after, size=LIST_PAGE)
        rows += [row for row in page.rows if options.state in {None, row.state, row.publication}]
        after = page.next
        if after is None:
            break
    if options.json:
        session.say_json([row_json(row) for row in rows])
        return
    zone = session.newsroom.style.zone
    for row in rows:
        state = session.words.text(f"state.{row.shown}")
        headline = row.headline or session.words.text("story.untitled")
        session.say(f"{row.id}  {session.words.age(row.updated, zone):<10}  {state}  {headline}")


def show(session: Session) -> None:
    """Shows one story's head."""
    view = view_story(session.newsroom, session.story_id)
    if session.options.json:
        session.say_json(story_json(view))
        return
    story, words = view.head.story, session.words
    state = words.text(f"state.{view.standing.shown}")
    session.say(words.text("cli.state-now", code=view.head.code, state=state))
    lines = [story.kicker, story.headline, story.standfirst]
    opening = session.newsroom.style.dateline_text(story.dateline, story.event_date)
    for item in lay_out(story, opening).body:
        if isinstance(item, Paragraph):
            lines.append(item.dateline + item.block.text)
        elif isinstance(item, Table):
            lines.append(item.text)
    session.say("\n\n".join(line for line in lines if line))
    labels = session.newsroom.style.labels
    for label, names in (
        (labels.writers, story.credits.writers),
        (labels.photographers, photographers(story)),
        (labels.editors, story.credits.editors),
    ):
        if names:
            session.say(f"{label}{labels.separator}{' & '.join(names)}")


def save(session: Session) -> None:
    """Makes a file's text the story's new revision and prints where the story stands."""
    changes = save_story_from_file(
        session.newsroom,
        story_id=session.story_id,
        path=Path(session.options.file),
        person=session.person,
        confirmed=session.options.yes,
    )
    session.mention(changes.notices)
    session.say_state(changes)


def check(session: Session) -> None:
    """Lists what the house style finds."""
    view = view_story(session.newsroom, session.story_id)
    findings = check_story(session.newsroom, view.head.story)
    if session.options.json:
        session.say_json([finding_json(finding, session.words) for finding in findings])
        return
    for finding in findings:
        severity = session.words.text(f"severity.{finding.severity.value}")
        session.say(f"{severity}: {session.words.say(finding.message)}")
    if not findings:
        session.say(session.words.text("check.nothing"))
