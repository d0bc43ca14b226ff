"""What is put into the body: photos from the panel, from files and from the clipboard, and links."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QTextEdit

from editor_app.newsroom.picture_sides import LIST_SIDE
from editor_app.richtext import blocks, commands
from editor_app.story.body import PhotoBlock
from editor_app.story.photo import Attachment
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.desk_delegate import covering
from editor_app.ui.dialogs.link_dialog import REMOVED, LinkDialog
from editor_app.ui.kit.theme import Theme
from editor_app.ui.open_story import OpenStory
from editor_app.ui.photo_panel import PhotoPanel, Placing
from editor_app.ui.picture_files import PictureFiles
from editor_app.ui.pictures import PictureShelf
from editor_app.ui.story_page import StoryPage
from editor_app.words import Words

THUMB = QSize(48, 36)
LONGEST = 48  # signs of a caption in the menu


class Insertion(QObject):
    """Puts things to where the cursor stands in the body, and shows them there."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        story: OpenStory,
        page: StoryPage,
        panel: PhotoPanel,
        files: PictureFiles,
        shelf: PictureShelf,
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._words = words
        self._story = story
        self._page = page
        self._body = page.body
        self._panel = panel
        self._files = files
        self._shelf = shelf
        self._shown: tuple[str, str, int] | None = None  # photo, its block, and where the cursor was put
        story.loaded.connect(self._forget)
        story.photo_drawn.connect(self._show_again)

    def place(self, key: str) -> None:
        """Puts a photo of the story at the cursor; where it stands already, it moves there."""
        if self._body.isReadOnly():
            return
        cursor = self._body.textCursor()
        cursor.beginEditBlock()
        self._remove_blocks(key)
        cursor.endEditBlock()
        self._body.setFocus()
        self._insert(self._body.textCursor(), key)

    def take_out(self, key: str) -> None:
        """Takes a photo that leaves the story out of its text."""
        self._remove_blocks(key)

    def choose(self) -> None:
        """Offers the story's photos to be put at the cursor, and files from the computer."""
        menu = QMenu(self._body)
        menu.setStyleSheet(
            f"QMenu {{ icon-size: {THUMB.width()}px; }} QMenu::item {{ padding: 2px 18px 2px 10px; }}"
        )
        menu.aboutToHide.connect(menu.deleteLater)
        placed = {block.photo for block in self._story.body if isinstance(block, PhotoBlock)}
        for number, photo in enumerate(self._story.fields.photos, start=1):
            name = photo.caption or photo.file
            short = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
            where = f" ({self._words.text('photos.in-text')})" if photo.key in placed else ""
            entry = menu.addAction(f"{number}. {short}{where}".replace("&", "&&"))
            entry.setIcon(self._thumb(photo))
            entry.triggered.connect(lambda _=False, key=photo.key: self.place(key))
        if self._story.fields.photos:
            menu.addSeparator()
        menu.addAction(self._words.text("photos.choose-new")).triggered.connect(self._choose_files)
        caret = self._body.cursorRect()
        menu.popup(self._body.viewport().mapToGlobal(caret.bottomLeft()))

    def drop(self, paths: list[Path]) -> None:
        """Takes dropped pictures in and puts them to where they were let go."""
        self._panel.take(paths, self._placing())

    def paste(self, image: QImage) -> None:
        """Takes a pasted picture in and puts it to where it was pasted."""
        self._panel.take_image(image, self._placing())

    def link(self) -> None:
        """Asks for the address of the selected words."""
        if self._body.isReadOnly():
            return
        href = commands.href_at(self._body.textCursor())
        dialog = LinkDialog(self._theme, self._words, self._body.window(), address=href)
        result = dialog.exec()
        if result == QDialog.DialogCode.Accepted:
            self._body.run(commands.set_link, dialog.address)
        elif result == REMOVED:
            self._body.run(commands.remove_link)
        self._body.setFocus()

    def _choose_files(self) -> None:
        files = self._files.ask(self._body.window())
        if files:
            self._panel.take(files, self._placing())

    def _placing(self) -> Placing:
        """What puts pictures, once they are taken in, to where the cursor now stands."""
        self._body.setFocus()
        place = self._body.textCursor()
        before = place.position()

        def put(photos: list[Attachment]) -> None:
            if self._body.isReadOnly():
                return
            if self._body.textCursor().position() == before:
                for photo in photos:
                    self._insert(self._body.textCursor(), photo.key)
                return
            with _unmoved(self._body):  # somebody typed on
                for photo in photos:
                    blocks.insert_photo(place, photo.key)

        return put

    def _insert(self, cursor: QTextCursor, photo: str) -> None:
        """Puts a photo in and the cursor below it, and shows both; whoever types elsewhere is left alone."""
        block = blocks.insert_photo(cursor, photo)
        self._body.setTextCursor(cursor)
        typing = QApplication.focusWidget()
        if isinstance(typing, QLineEdit | QTextEdit) and typing is not self._body:
            return
        self._body.setFocus()
        self._shown = (photo, block, cursor.position())
        self._page.show_block(block)

    def _show_again(self, photo: str) -> None:
        """A card may be taller once its picture is there."""
        if self._shown is not None and self._shown[0] == photo:
            _, block, position = self._shown
            if self._body.hasFocus() and self._body.textCursor().position() == position:
                self._page.show_block(block)
            self._forget()

    def _forget(self) -> None:
        self._shown = None

    def _thumb(self, photo: Attachment) -> QIcon:
        """A photo in small; a grey field until its picture is there."""
        drawn = QPixmap(THUMB * self._body.devicePixelRatioF())
        drawn.fill(QColor(self._theme.tokens.line))
        image = self._shelf.picture(photo.sha256, LIST_SIDE)
        if image is not None and not image.isNull():
            whole = Qt.TransformationMode.SmoothTransformation
            cut = image.copy(covering(image, THUMB).toRect())
            drawn = QPixmap.fromImage(cut.scaled(drawn.size(), Qt.AspectRatioMode.IgnoreAspectRatio, whole))
        drawn.setDevicePixelRatio(self._body.devicePixelRatioF())
        return QIcon(drawn)

    def _remove_blocks(self, key: str) -> None:
        for block in self._story.story().body:
            if isinstance(block, PhotoBlock) and block.photo == key:
                found = self._story.document.block_of(block.key)
                if found is not None:
                    blocks.remove_current(QTextCursor(found))


@contextmanager
def _unmoved(body: BodyEditor) -> Iterator[None]:
    """Leaves cursor and selection of whoever types where they are, though something is put in right there."""
    ends = []
    for position in (body.textCursor().anchor(), body.textCursor().position()):
        end = QTextCursor(body.document())
        end.setPosition(position)
        end.setKeepPositionOnInsert(True)
        ends.append(end)
    yield
    cursor = body.textCursor()
    cursor.setPosition(ends[0].position())
    cursor.setPosition(ends[1].position(), QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)
