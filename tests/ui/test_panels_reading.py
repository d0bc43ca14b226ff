"""A frozen revision is read whole: all that would be printed of it, in printed order."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from editor_app.newsroom.originals import attached, take_in
from editor_app.story.body import BreakBlock, PhotoBlock, Span, TextBlock
from editor_app.story.story import Credits, Story
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.dialogs.reading_dialog import ReadingDialog
from tests.ui.hands import CONTROL, activate, key, named, press_named
from tests.ui.office import Office, picture


def test_a_revision_is_read_as_it_would_be_printed(office: Office, qtbot: QtBot) -> None:
    folder = office.newsroom.folder.parent
    lead, placed, rest = (
        replace(
            attached(take_in(office.newsroom, picture(folder / f"{name}.jpg", colour)), file=f"{name}.jpg"),
            caption=f"{name.upper()}: Rakit.",
            creator="Bayu",
            lead=name == "lead",
        )
        for name, colour in (("lead", "teal"), ("placed", "tan"), ("rest", "plum"))
    )
    story = Story(
        headline="Rakit",
        kicker="Sungai",
        standfirst="Warga membangun rakit.",
        dateline="Tirta",
        language="id",
        credits=Credits(("Ratri", "Wening"), (), ("Sekar",)),
        body=(
            TextBlock("a0000001", (Span("Satu."),)),
            PhotoBlock("a0000002", placed.key),
            BreakBlock("a0000003"),
            TextBlock("a0000004", (Span("Dua."),)),
        ),
        photos=(lead, placed, rest),
    )
    window = office.sit(story=office.story(story))
    key(Qt.Key.Key_3, CONTROL)
    code = window.story.view.head.code if window.story.view is not None else ""
    press_named(window.review, f"Baca {code}", QAbstractButton)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ReadingDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReadingDialog)
    body = named(dialog, "Isi", BodyEditor).story_document.body()
    assert [
        block.photo if isinstance(block, PhotoBlock) else getattr(block, "text", "***") for block in body
    ] == [
        lead.key,
        "Tirta, Satu.",
        placed.key,
        "***",
        "Dua.",
        rest.key,
    ]
    labels = [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
    for line in (
        "SUNGAI",
        "Rakit",
        "Warga membangun rakit.",
        "Penulis : Ratri & Wening",
        "Foto : Bayu",
        "Editor : Sekar",
    ):
        assert line in labels
    press_named(dialog, "Tutup", QAbstractButton)
    activate(qtbot, window)
