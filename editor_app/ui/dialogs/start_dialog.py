"""The first start: start the office's own newsroom, or look at the sample."""

from PySide6.QtWidgets import QCheckBox

from editor_app.newsroom.newsroom import house_style_names
from editor_app.story.people import Role
from editor_app.ui.dialogs.form_dialog import FormDialog
from editor_app.ui.dialogs.person_dialog import add_role_boxes
from editor_app.ui.kit.label import label
from editor_app.ui.kit.labelled_field import LabelledField
from editor_app.ui.kit.select import Select
from editor_app.ui.kit.theme import Theme
from editor_app.words import Words

SAMPLE = 2


class StartDialog(FormDialog):
    """Asks for the newsroom's name, who sits here, and the house style. `done(SAMPLE)` asks for the sample."""

    def __init__(self, theme: Theme, words: Words, folder: str) -> None:
        super().__init__(theme, words, "start-dialog")
        self.newsroom_line = self.add_line(
            "newsroom", words.text("start-dialog.newsroom"), hint=words.text("start-dialog.newsroom-hint")
        )
        self.person_line = self.add_line("person", words.text("start-dialog.person"))
        self.boxes = add_role_boxes(self, words)
        self.boxes[Role.WRITER].setChecked(True)
        name = words.text("start-dialog.style")
        self.style_select = Select(
            name, [(code, words.text(f"house-style.{code}")) for code in house_style_names()]
        )
        self.style_select.choose(f"press-office-{words.language}")
        self.column.addWidget(LabelledField(name, self.style_select))
        self.two_people = QCheckBox(words.text("start-dialog.two-people"))
        self.column.addWidget(self.two_people)
        self.column.addWidget(label(words.text("start-dialog.folder", folder=folder), "small", wrap=True))
        self._wanting = label("", "error", wrap=True)
        self._wanting.hide()
        self.column.addWidget(self._wanting)
        self.sample_button = self.add_button(words.text("start-dialog.sample"), aside=True)
        self.sample_button.clicked.connect(lambda: self.done(SAMPLE))

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that are ticked."""
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())

    def accept(self) -> None:
        """Goes on, unless something is wanting."""
        if self.value("newsroom") and self.value("person") and not self.roles:
            self._wanting.setText(self.words.text("person-without-role", name=self.value("person")))
            self._wanting.show()
            self.adjustSize()
            return
        super().accept()
