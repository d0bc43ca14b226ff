"""The first start: start the office's own newsroom, or look at the sample."""

from PySide6.QtWidgets import QCheckBox

from editor_app.newsroom.newsroom import house_style_names
from editor_app.story.people import Role
from editor_app.ui.dialogs.form_dialog import FormDialog
from editor_app.ui.dialogs.roles_field import RolesField
from editor_app.ui.kit.label import label
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
        self._ticks = RolesField(words)
        self.boxes = self._ticks.boxes
        self.boxes[Role.WRITER].setChecked(True)
        labelled = self.add_field("roles", words.text("person-dialog.roles"), self._ticks)
        self._ticks.changed.connect(lambda: labelled.set_error(None))
        name = words.text("start-dialog.style")
        styles = [(code, words.text(f"house-style.{code}")) for code in house_style_names()]
        self.style_select = Select(name, styles)
        self.style_select.choose(f"press-office-{words.language}")
        self.add_field("style", name, self.style_select, lines=0)
        self.two_people = QCheckBox(words.text("start-dialog.two-people"))
        self.column.addWidget(self.two_people)
        self.column.addWidget(label(words.text("start-dialog.folder", folder=folder), "small", wrap=True))
        self.sample_button = self.add_button(words.text("start-dialog.sample"), aside=True)
        self.sample_button.clicked.connect(lambda: self.done(SAMPLE))

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that are ticked."""
        return self._ticks.roles

    def wanting(self) -> tuple[str, str] | None:
        """As of every form; who sits here has a role too."""
        wanting = super().wanting()
        if wanting is None and not self.roles:
            return "roles", self.words.text("person-dialog.role-wanting")
        return wanting
