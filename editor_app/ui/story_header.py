"""The head of a story: its state, code, who and when on the left, the person's actions on the right."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor_app.newsroom.newsroom import Newsroom
from editor_app.story.checks import error_notice
from editor_app.story.events import Event
from editor_app.story.workflow import Action, HeadState, Need, Publication, Standing, row
from editor_app.ui.facts_label import FactsLabel
from editor_app.ui.kit.button import Button
from editor_app.ui.kit.chip import Chip, chip_size
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tool_button import ToolButton
from editor_app.ui.kit.traits import set_ground
from editor_app.ui.open_story import OpenStory
from editor_app.ui.reasoned_menu import ReasonedMenu
from editor_app.ui.shortcuts import keys_of
from editor_app.words import Message, Words

HEIGHT = 52
ICONS = {Action.APPROVE: "check", Action.SUBMIT: "send", Action.EXPORT: "download", Action.RESTORE: "rotate-ccw"}
# What stands in the header for each state: the last one is the primary one.
OFFERED: dict[HeadState, tuple[Action, ...]] = {
    HeadState.DRAFT: (Action.SUBMIT,),
    HeadState.RETURNED: (Action.SUBMIT,),
    HeadState.IN_REVIEW: (Action.RECALL, Action.RETURN, Action.APPROVE),
    HeadState.APPROVED: (Action.RETURN, Action.EXPORT),
    HeadState.SPIKED: (Action.RESTORE,),
}
OFFERED_OUT = (Action.EXPORT, Action.MARK_LIVE)
OFFERED_LIVE = (Action.WITHDRAW, Action.CORRECT)
IN_MENU = (
    Action.PROOF,
    Action.EXPORT,
    Action.MARK_LIVE,
    Action.CORRECT,
    Action.WITHDRAW,
    Action.SEND_ON,
    Action.RECORD_APPROVAL,
    Action.RECALL,
    Action.RETURN,
    Action.SPIKE,
    Action.RESTORE,
)

NARROWEST = 240  # px
WIDE_GAP, NARROW_GAP = 8, 5  # px between its parts, and where they leave little room


class StoryHeader(QWidget):
    """Shows where the open story stands; emits which action a person wants, and that saving is wanted."""

    wanted = Signal(object)  # an Action
    save_wanted = Signal()

    def __init__(self, newsroom: Newsroom, theme: Theme, words: Words, story: OpenStory) -> None:
        super().__init__()
        set_ground(self, "pane")
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(NARROWEST)  # what has no room says it shorter, so no state keeps the window wide
        self._newsroom = newsroom
        self._theme = theme
        self._words = words
        self._story = story
        self._buttons: list[Button] = []
        self._chip = Chip(theme, "", state="draft")
        self._second = Chip(theme, "", state="live")
        self._said = FactsLabel("small")
        self._menu = ReasonedMenu(self)
        self._more = ToolButton(theme, "ellipsis", words.text("header.more"), side=32)
        self._more.clicked.connect(self._open_menu)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(18, 0, 18, 0)
        self._row.setSpacing(WIDE_GAP)
        for widget in (self._chip, self._second):
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._said, 1)
        self._row.addWidget(self._more)
        story.refreshed.connect(self.refresh)
        story.edited.connect(self._refuse_again)

    def button(self, action: Action) -> Button | None:
        """The button of an action, where the header offers it now."""
        return next((button for button in self._buttons if button.property("action") == action.value), None)

    def refresh(self) -> None:
        """Shows the open story's state and what may be done."""
        view = self._story.view
        self.setVisible(view is not None)
        in_hand = next((button.property("action") for button in self._buttons if button.hasFocus()), None)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        if view is None:
            return
        words, standing = self._words, view.standing
        second = _second_state(standing)
        self._second.setVisible(second is not None)
        if second is not None:
            self._second.show_state(words.text(f"state.{second}"), second)
        self._said.show_facts(self._last_said(view.head.code, view.events))
        objections = self._story.objections
        offered = offered_actions(standing)
        # Recalling is the submitter's alone: it takes no room from the others, who find it in the menu.
        offered = tuple(a for a in offered if a is not Action.RECALL or objections.get(a) is None)
        for action in offered:
            denied = objections.get(action)
            primary = action is offered[-1]
            button = Button(
                self._theme,
                words.text(f"action.{action.value}"),
                variant="primary" if primary else "normal",
                icon=ICONS.get(action, "") if primary else "",
                tip=words.text(f"action-tip.{action.value}"),
            )
            button.setProperty("action", action.value)
            button.set_refusal(self._refusal(action, denied))
            button.clicked.connect(lambda _=False, wanted=action: self.wanted.emit(wanted))
            self._row.insertWidget(self._row.count() - 1, button)
            self._buttons.append(button)
        self._fit()
        if in_hand is not None:  # who works by the keys goes on from where the old button stood
            same = next((button for button in self._buttons if button.property("action") == in_hand), None)
            (same if same is not None and same.isEnabled() else self._more).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The state by its short name where the buttons leave no room for the whole."""
        view = self._story.view
        if view is None:
            return
        shown = view.standing.shown
        beside = [self._more, *self._buttons, *([] if self._second.isHidden() else [self._second])]
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - WIDE_GAP * (len(beside) + 1)
        room -= sum(widget.sizeHint().width() for widget in beside)
        whole = self._words.text(f"state.{shown}")
        short = self._words.text(f"state-short.{shown}")
        has_room = chip_size(whole).width() <= room
        self._row.setSpacing(WIDE_GAP if has_room else NARROW_GAP)
        self._chip.show_state(whole if has_room else short, shown)
        self._chip.setAccessibleName(whole)

    def _refusal(self, action: Action, denied: Message | None) -> str | None:
        """Why an action may not be taken now: what the table says, else what the checks find."""
        if denied is None and Need.CHECKS_WITHOUT_ERROR in row(action).needs:
            denied = error_notice(self._story.findings)
        return None if denied is None else self._words.say(denied)

    def _refuse_again(self) -> None:
        objections = self._story.objections
        for button in self._buttons:
            action = Action(button.property("action"))
            button.set_refusal(self._refusal(action, objections.get(action)))

    def _open_menu(self) -> None:
        words = self._words
        self._menu.clear()
        save = QAction(words.text("action.save"), self._menu)
        save.setShortcut(keys_of("save"))
        save.triggered.connect(self.save_wanted)
        lock = self._story.edit_lock
        entries = [(save, None if lock is None else words.say(lock))]
        shown = {button.property("action") for button in self._buttons}
        for action in IN_MENU:
            if action.value in shown:
                continue
            entry = QAction(words.text(f"action.{action.value}"), self._menu)
            entry.setToolTip(words.text(f"action-tip.{action.value}"))
            entry.triggered.connect(lambda _=False, wanted=action: self.wanted.emit(wanted))
            entries.append((entry, self._refusal(action, self._story.objections.get(action))))
        self._menu.fill(entries)
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))

    def _last_said(self, code: str, events: tuple[Event, ...]) -> tuple[str, ...]:
        """The code and what happened last, "R7-4K2Q · submitted by Sari W., 10.24 WIB", then less and less."""
        last = events[-1] if events else None
        view = self._story.view
        if last is None or view is None:
            return (code,)
        zone = self._newsroom.style.zone
        today = self._newsroom.clock().astimezone(zone).date() == last.at.astimezone(zone).date()
        when = self._words.clock(last.at, zone) if today else self._words.age(last.at, zone)
        done = self._words.text(f"event.{last.kind.value}", name=view.short_name_of(last.person))
        return f"{code} · {done}, {when}", f"{code} · {done}", code


def offered_actions(standing: Standing) -> tuple[Action, ...]:
    """What the header offers, the primary one last."""
    if standing.head is HeadState.APPROVED and standing.approved == standing.published:
        if standing.publication is Publication.EXPORTED:
            return OFFERED_OUT
        if standing.publication is Publication.LIVE:
            return OFFERED_LIVE
    return OFFERED[standing.head]


def _second_state(standing: Standing) -> str | None:
    """The publication, where the head shows something else ("live; correction in review")."""
    publication = standing.publication.value
    return publication if publication not in {"none", standing.shown} else None
