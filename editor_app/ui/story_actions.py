"""What a person does with the open story: asks what the action needs, then lets the verb do it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QDialog, QWidget

from editor_app.newsroom import publishing, reviewing
from editor_app.newsroom.changes import Changes
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.staff import everyone
from editor_app.story.people import Person, Role
from editor_app.story.workflow import Action
from editor_app.ui.acting import Verb
from editor_app.ui.dialogs.approval_dialog import ApprovalDialog
from editor_app.ui.dialogs.choice_dialog import ChoiceDialog
from editor_app.ui.dialogs.correction_dialog import CorrectionDialog
from editor_app.ui.dialogs.export_dialog import ExportDialog
from editor_app.ui.dialogs.live_dialog import LiveDialog
from editor_app.ui.exporting import Exporting
from editor_app.ui.kit.dialog import ConfirmDialog, NoteDialog, ask_note, confirmed
from editor_app.ui.kit.theme import Theme
from editor_app.ui.open_story import OpenStory
from editor_app.ui.runner import Runner
from editor_app.words import Words, note


class StoryActions(QObject):
    """Runs actions of the workflow on the open story; `told` carries what is to be said then."""

    told = Signal(object)

    def __init__(
        self,
        runner: Runner,
        theme: Theme,
        words: Words,
        story: OpenStory,
        window: QWidget,
        settings: QSettings | None = None,
    ) -> None:
        super().__init__(window)
        self._runner = runner
        self._theme = theme
        self._words = words
        self._story = story
        self._window = window
        self._settings = settings

    def run(self, action: Action) -> None:
        """Takes an action, after asking for what it needs; nothing happens where the person leaves the dialog."""
        steps: dict[Action, Callable[[], None]] = {
            Action.SUBMIT: lambda: self._do(Action.SUBMIT, _submit),
            Action.RECALL: lambda: self._do(Action.RECALL, _recall),
            Action.RETURN: self._return,
            Action.APPROVE: self._approve,
            Action.SEND_ON: self._send_on,
            Action.RECORD_APPROVAL: self._record_approval,
            Action.PROOF: lambda: self._export(proof=True),
            Action.EXPORT: lambda: self._export(proof=False),
            Action.MARK_LIVE: self._mark_live,
            Action.CORRECT: self._correct,
            Action.WITHDRAW: self._withdraw,
            Action.SPIKE: self._spike,
            Action.RESTORE: lambda: self._do(Action.RESTORE, _restore),
        }
        if self._story.view is not None and action in steps:
            steps[action]()

    def _do(self, action: Action, verb: Verb) -> None:
        self._story.do(verb, lambda: self.told.emit(note(f"told.{action.value}")))

    def _ask_note(self, code: str, *, required: str) -> str | None:
        words = self._words
        dialog = NoteDialog(
            self._theme,
            words.text(f"{code}.title"),
            words.text(f"{code}.text"),
            field=words.text(f"{code}.note"),
            accept=words.text(f"{code}.accept"),
            cancel=words.text("dialog.cancel"),
            required=words.text(required),
            parent=self._window,
        )
        return ask_note(dialog)

    def _return(self) -> None:
        said = self._ask_note("return-dialog", required="return-without-note")
        if said is not None:
            self._do(Action.RETURN, partial(_return, said))

    def _approve(self) -> None:
        """What is approved is what is on screen: an editor's corrections are saved first, as a revision."""
        self._do(Action.APPROVE, _approve)

    def _correct(self) -> None:
        dialog = CorrectionDialog(self._theme, self._words, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._do(Action.CORRECT, partial(_correct, dialog.note, dialog.is_minor))

    def _withdraw(self) -> None:
        said = self._ask_note("withdraw-dialog", required="withdraw-without-reason")
        if said is not None:
            self._do(Action.WITHDRAW, partial(_withdraw, said))

    def _spike(self) -> None:
        words = self._words
        dialog = ConfirmDialog(
            self._theme,
            words.text("spike-dialog.title"),
            words.text("spike-dialog.text"),
            accept=words.text("spike-dialog.accept"),
            cancel=words.text("spike-dialog.cancel"),
            danger=True,
            parent=self._window,
        )
        if confirmed(dialog):
            self._do(Action.SPIKE, _spike)

    def _send_on(self) -> None:
        here = self._story.person
        editors = [
            person
            for person in everyone(self._story.newsroom)
            if person.is_a(Role.EDITOR) and person.id != here.id
        ]
        if not editors:
            self.told.emit(note("no-other-editor"))
            return
        dialog = ChoiceDialog(self._theme, self._words, "send-on-dialog", editors, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._do(Action.SEND_ON, partial(_send_on, dialog.person))

    def _record_approval(self) -> None:
        view, newsroom = self._story.view, self._story.newsroom
        if view is None:
            return
        dialog = ApprovalDialog(
            self._theme,
            self._words,
            self._window,
            code=view.head.code,
            now=newsroom.clock(),
            zone=newsroom.style.zone,
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._do(Action.RECORD_APPROVAL, partial(_record_approval, dialog.said))

    def _mark_live(self) -> None:
        dialog = LiveDialog(self._story.newsroom, self._theme, self._words, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._do(Action.MARK_LIVE, partial(_mark_live, dialog.address, dialog.at))

    def _export(self, *, proof: bool) -> None:
        """A proof shows what was typed up to now: it is saved first."""
        self._story.save(lambda: self._open_export(proof=proof))

    def _open_export(self, *, proof: bool) -> None:
        story_id = self._story.story_id
        if story_id is None:
            return
        exporting = Exporting(
            self._story.newsroom,
            self._runner,
            story_id=story_id,
            person=self._story.person,
            proof=proof,
        )
        dialog = ExportDialog(exporting, self._theme, self._words, self._window, settings=self._settings)
        dialog.exported.connect(lambda _: self._story.look_again())
        dialog.open()


def _submit(newsroom: Newsroom, story_id: str, person: Person) -> Changes:
    return reviewing.submit(newsroom, story_id=story_id, person=person)


def _recall(newsroom: Newsroom, story_id: str, person: Person) -> Changes:
    return reviewing.recall(newsroom, story_id=story_id, person=person)


def _approve(newsroom: Newsroom, story_id: str, person: Person) -> Changes:
    return reviewing.approve(newsroom, story_id=story_id, person=person)


def _spike(newsroom: Newsroom, story_id: str, person: Person) -> Changes:
    return reviewing.spike(newsroom, story_id=story_id, person=person)


def _restore(newsroom: Newsroom, story_id: str, person: Person) -> Changes:
    return reviewing.restore(newsroom, story_id=story_id, person=person)


def _return(said: str, newsroom: Newsroom, story_id: str, person: Person) -> Changes:
    return reviewing.return_story(newsroom, story_id=story_id, person=person, note=said)


def _correct(said: str, minor: bool, newsroom: Newsroom, story_id: str, person: Person) -> Changes:  # noqa: FBT001 - bound by `partial`
    return publishing.correct(newsroom, story_id=story_id, person=person, note=said, minor=minor)


def _withdraw(said: str, newsroom: Newsroom, story_id: str, person: Person) -> Changes:
    return publishing.withdraw(newsroom, story_id=story_id, person=person, reason=said)


def _send_on(to: Person, newsroom: Newsroom, story_id: str, person: Person) -> Changes:
    return reviewing.send_on(newsroom, story_id=story_id, person=person, to=to)


def _record_approval(said: dict[str, str], newsroom: Newsroom, story_id: str, person: Person) -> Changes:
    return reviewing.record_approval(newsroom, story_id=story_id, person=person, **said)


def _mark_live(address: str, at: datetime, newsroom: Newsroom, story_id: str, person: Person) -> Changes:
    return publishing.mark_live(newsroom, story_id=story_id, person=person, address=address, at=at)
