"""The dialogs of the house: a title, a sentence, what is asked for, and the buttons on the right."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from editor_app.ui.kit import tokens
from editor_app.ui.kit.button import Button, Variant
from editor_app.ui.kit.growing_text import GrowingText
from editor_app.ui.kit.label import label
from editor_app.ui.kit.labelled_field import LabelledField
from editor_app.ui.kit.theme import Theme

_BUTTON = 88  # px that a button of a dialog takes at least


class Dialog(QDialog):
    """A dialog of 440 px, or as wide as its buttons: `column` holds what is asked for.

    Escape leaves it; Enter presses its main button. Tab goes through it as it is read, whatever was added first.

    Args:
        theme: colours its buttons.
        title: what it is about, in words.
        text: a sentence under the title, or nothing.
        parent: the window that it belongs to.
    """

    def __init__(self, theme: Theme, title: str, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setModal(True)
        self.setFixedWidth(tokens.DIALOG_WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(tokens.SPACE_XL, tokens.SPACE_XL, tokens.SPACE_XL, tokens.SPACE_L)
        whole.setSpacing(tokens.SPACE_S)
        whole.addWidget(label(title, "title", wrap=True))
        if text:
            whole.addWidget(label(text, "soft", wrap=True))
        self.column = QVBoxLayout()
        self.column.setContentsMargins(0, tokens.SPACE_S, 0, 0)
        self.column.setSpacing(tokens.SPACE_M)
        whole.addLayout(self.column)
        whole.addSpacing(tokens.SPACE_M)
        self._row = QHBoxLayout()
        self._row.setSpacing(tokens.SPACE_S)
        self._row.addStretch(1)
        whole.addLayout(self._row)

    def add_button(
        self, text: str, variant: Variant = "normal", *, main: bool = False, aside: bool = False
    ) -> Button:
        """Add a button on the right of the others, or aside on the left; the main one is what Enter presses."""
        button = Button(self._theme, text, variant=variant, least=_BUTTON)
        self._row.insertWidget(0 if aside else self._row.count(), button)
        if main:
            button.setDefault(True)
        return button

    def fit(self) -> None:
        """Make the dialog as tall as what stands in it, and wide enough for what does not wrap."""
        whole = self.layout()
        if whole is None:
            return
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # what is in fields of fields
        whole.activate()
        width = max(self.minimumWidth(), whole.minimumSize().width())
        self.setFixedWidth(width)
        self.resize(width, whole.totalHeightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._press_main()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._order_tabs()
        self.fit()
        super().showEvent(event)

    def _order_tabs(self) -> None:
        """Buttons are made before the fields of many a dialog; Tab shall come to them after."""
        stops = [
            stop
            for widget in (*_widgets(self.column), *_widgets(self._row))
            for stop in (widget, *widget.findChildren(QWidget))
            if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.focusProxy() is None
            if stop.window() is self  # the list of a choice is a window of its own
        ]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _press_main(self) -> None:
        for button in self.findChildren(Button):
            if button.isDefault() and button.isEnabled():
                button.click()


def _widgets(layout: QLayout) -> list[QWidget]:
    items = [layout.itemAt(index) for index in range(layout.count())]
    return [widget for item in items if item is not None and (widget := item.widget()) is not None]


class ConfirmDialog(Dialog):
    """Asks before something is done; what destroys is asked in red, and Enter then presses Cancel.

    Args:
        theme: colours it.
        title: the question.
        text: what will happen.
        accept: what the button that does it says.
        cancel: what the button that leaves all as it is says.
        danger: whether it destroys.
        parent: the window that it belongs to.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str,
        *,
        accept: str,
        cancel: str,
        danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, text, parent=parent)
        self.cancel_button = self.add_button(cancel, main=danger)
        self.accept_button = self.add_button(accept, "danger" if danger else "primary", main=not danger)
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)
        (self.cancel_button if danger else self.accept_button).setFocus()


class NoteDialog(Dialog):
    """Asks for a note of some lines. An empty one that is required is refused in place.

    Args:
        theme: colours it.
        title: what the note is for.
        text: a sentence under the title, or nothing.
        field: the worded label of the note.
        accept: what the button that goes on says.
        cancel: what the button that leaves says.
        required: what to say where the note is empty; nothing where it may be.
        parent: the window that it belongs to.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str = "",
        *,
        field: str,
        accept: str,
        cancel: str,
        required: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, text, parent=parent)
        self._required = required
        self._optional = not required
        self.note_text = GrowingText(theme, field.replace("&", ""), lines=(4, 10))
        self.field = LabelledField(field, self.note_text, lines=1 if required else 0)
        self.column.addWidget(self.field)
        self.cancel_button = self.add_button(cancel)
        self.accept_button = self.add_button(accept, "primary", main=True)
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)
        self.note_text.text_edited.connect(self._mend)
        self.note_text.setFocus()

    @property
    def note(self) -> str:
        """The note without white space at its ends."""
        return self.note_text.text().strip()

    def accept(self) -> None:
        """Go on, unless the note is wanting."""
        if not self._optional and not self.note:
            self.field.set_error(self._required)
            self.note_text.setFocus()
            self.fit()
        else:
            super().accept()

    def set_optional(self, *, optional: bool) -> None:
        """Let the note be empty, or require it as at first."""
        self._optional = optional or not self._required
        if optional:
            self.field.set_error(None)

    def _mend(self, text: str) -> None:
        if text.strip() and self.field.error:
            self.field.set_error(None)
        self.fit()


def ask_note(dialog: NoteDialog) -> str | None:
    """Show the dialog; the note that was given, or None where it was left."""
    return dialog.note if dialog.exec() == QDialog.DialogCode.Accepted else None


def confirmed(dialog: ConfirmDialog) -> bool:
    """Show the dialog; whether it was agreed to."""
    return dialog.exec() == QDialog.DialogCode.Accepted
