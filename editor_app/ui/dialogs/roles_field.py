"""Ticks for what a person does in the newsroom."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from editor_app.story.people import Role
from editor_app.ui.kit import tokens
from editor_app.words import Words


class RolesField(QWidget):
    """A tick for each role, side by side."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.boxes: dict[Role, QCheckBox] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, tokens.SPACE_XS, 0, 0)
        row.setSpacing(tokens.SPACE_L)
        for role in Role:
            name = words.text(f"role.{role.value}")
            box = QCheckBox(name[:1].upper() + name[1:])
            box.toggled.connect(self.changed)
            self.boxes[role] = box
            row.addWidget(box)
        row.addStretch(1)
        self.setFocusProxy(self.boxes[next(iter(Role))])

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that are ticked."""
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())
