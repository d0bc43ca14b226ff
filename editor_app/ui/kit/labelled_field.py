"""A field with its label over it, and under it a hint or, in the same place, what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from editor_app.ui.kit.traits import set_trait


class LabelledField(QWidget):
    """Label, field, and a line for a hint or an error; the screen reader is told all three.

    Args:
        label: the worded label; "&" before a letter makes Alt and that letter lead here.
        field: any control; it is taken over as a child.
        hint: the worded hint, or nothing.
        lines: how many lines are kept free for a hint or an error, so that nothing moves when one comes.
        parent: its widget.
    """

    def __init__(
        self, label: str, field: QWidget, *, hint: str = "", lines: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._hint = hint
        self._lines = lines
        self._label = QLabel(label)
        self._label.setProperty("role", "label")
        self._label.setBuddy(field)
        self._note = QLabel()
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._note.setWordWrap(True)
        self._note.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(field)
        column.addWidget(self._note)
        if not field.accessibleName():
            field.setAccessibleName(label.replace("&", ""))
        self.set_error(None)

    @property
    def error(self) -> str:
        """The error shown, or nothing."""
        return self._note.text() if self._note.property("role") == "error" else ""

    def set_error(self, text: str | None) -> None:
        """Say what is wrong under the field, or with None show the hint again."""
        set_trait(self.field, "faulty", bool(text))
        set_trait(self._note, "role", "error" if text else "small")
        note = text or self._hint
        self._note.setText(note)
        self._note.setVisible(bool(note) or self._lines > 0)
        self._note.ensurePolished()
        self._note.setMinimumHeight(self._lines * QFontMetrics(self._note.font()).lineSpacing())
        self.field.setAccessibleDescription(note)

    def set_hint(self, hint: str) -> None:
        """Show another hint; an error in its place stays."""
        self._hint = hint
        self.set_error(self.error or None)
