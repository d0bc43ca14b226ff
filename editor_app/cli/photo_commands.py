"""The commands `photo add|list`."""

from pathlib import Path

from editor_app.cli.json_forms import photo_json
from editor_app.cli.session import Session
from editor_app.newsroom.desk import view_story
from editor_app.newsroom.photographing import Description, add_photos


def add(session: Session) -> None:
    """Attaches pictures and prints their keys, one a line."""
    options = session.options
    story_id = session.story_id
    known = {photo.key for photo in view_story(session.newsroom, story_id).head.story.photos}
    changes = add_photos(
        session.newsroom,
        story_id=story_id,
        paths=[Path(image) for image in options.images],
        described=Description(
            caption=options.caption,
            credit=options.credit,
            alt=options.alt,
            lead=options.lead,
            after=options.after,
        ),
        person=session.person,
        confirmed=options.yes,
    )
    session.mention(changes.notices)
    for photo in changes.revision.story.photos:
        if photo.key not in known:
            session.say(photo.key)


def show_all(session: Session) -> None:
    """Lists a story's photos in order."""
    view = view_story(session.newsroom, session.story_id)
    if session.options.json:
        session.say_json([photo_json(photo, view.originals) for photo in view.head.story.photos])
        return
    for photo in view.head.story.photos:
        lead = f" ({session.words.text('photo.lead')})" if photo.lead else ""
        session.say(f"{photo.key}{lead}  {photo.file}  {photo.caption}  {photo.credit}")
