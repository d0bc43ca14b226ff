"""What is put into the body: photos from the panel, from files and from the clipboard, and links."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QDialog, QMenu

from editor_app.richtext import blocks, commands
from editor_app.story.body import PhotoBlock
from editor_app.story.photo import Attachment
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.dialogs.link_dialog import REMOVED, LinkDialog
from editor_app.ui.kit.theme import Theme
from editor_app.ui.open_story import OpenStory
from editor_app.ui.photo_panel import PhotoPanel
from editor_app.words import Words


class Insertion(QObject):
    """Puts things to where the cursor stands in the body."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        story: OpenStory,
        body: BodyEditor,
        panel: PhotoPanel,
    ) -> None:
        super().__init__(body)
        self._theme = theme
        self._words = words
        self._story = story
        self._body = body
        self._panel = panel

    def place(self, key: str) -> None:
        """Puts a photo of the story at the cursor; where it stands already, it moves there."""
        if self._body.isReadOnly():
            return
        cursor = self._body.textCursor()
        cursor.beginEditBlock()
        self._remove_blocks(key)
        cursor.endEditBlock()
        self._body.run(blocks.insert_photo, key)
        self._body.setFocus()

    def take_out(self, key: str) -> None:
        """Takes a photo that leaves the story out of its text."""
        self._remove_blocks(key)

    def choose(self) -> None:
        """Offers the story's photos to be put at the cursor, and files from the computer."""
        menu = QMenu(self._body)
        placed = {block.photo for block in self._story.body if isinstance(block, PhotoBlock)}
        for number, photo in enumerate(self._story.fields.photos, start=1):
            name = photo.caption or photo.file
            short = name if len(name) <= 48 else f"{name[:47]}…"
            entry = menu.addAction(f"{number}. {short}")
            entry.setCheckable(True)
            entry.setChecked(photo.key in placed)
            entry.triggered.connect(lambda _=False, key=photo.key: self.place(key))
        if self._story.fields.photos:
            menu.addSeparator()
        menu.addAction(self._words.text("photos.choose-new")).triggered.connect(self._panel.choose_files)
        caret = self._body.cursorRect()
        menu.popup(self._body.viewport().mapToGlobal(caret.bottomLeft()))

    def drop(self, paths: list[Path]) -> None:
        """Takes dropped pictures in and puts them at the cursor."""
        self._panel.take(paths, self._place_all)

    def paste(self, image: QImage) -> None:
        """Takes a pasted picture in and puts it at the cursor."""
        self._panel.take_image(image, self._place_all)

    def link(self) -> None:
        """Asks for the address of the selected words."""
        if self._body.isReadOnly():
            return
        href = commands.state_at(self._body.textCursor()).href or ""
        dialog = LinkDialog(self._theme, self._words, self._body.window(), address=href)
        result = dialog.exec()
        if result == QDialog.DialogCode.Accepted:
            self._body.run(commands.set_link, dialog.address)
        elif result == REMOVED:
            self._body.run(commands.remove_link)
        self._body.setFocus()

    def _place_all(self, photos: list[Attachment]) -> None:
        for photo in photos:
            self._body.run(blocks.insert_photo, photo.key)

    def _remove_blocks(self, key: str) -> None:
        for block in self._story.story().body:
            if isinstance(block, PhotoBlock) and block.photo == key:
                found = self._story.document.block_of(block.key)
                if found is not None:
                    blocks.remove_current(QTextCursor(found))
