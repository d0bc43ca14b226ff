"""A person's hands at the window: what is seen is pressed by the mouse, what is said is typed on the keys."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QMenu,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def named(root: QWidget, name: str, kind: type[W]) -> W:
    """The one widget of a kind in sight that a screen reader calls so."""
    QApplication.processEvents()  # what was just made is in sight once it is drawn
    found = [each for each in root.findChildren(kind) if each.isVisible() and each.accessibleName() == name]
    assert found, f"nothing in sight is called {name!r}; in sight: {_names(root, kind)}"
    return found[0]


def into_sight(widget: QWidget) -> None:
    """Scrolls whatever it stands in until it shows, as the wheel would."""
    QApplication.processEvents()  # nobody presses what has not been drawn yet
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, 8)
        above = above.parentWidget()


def press(widget: QWidget, at: QPoint | None = None) -> None:
    """Presses the left button on a widget: in its middle, or at a point of it."""
    into_sight(widget)
    target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    assert target.isVisible(), f"{widget.accessibleName()!r} is not in sight"
    QTest.mouseClick(target, LEFT, Qt.KeyboardModifier.NoModifier, at or target.rect().center())


def press_named(root: QWidget, name: str, kind: type[QWidget] = QWidget) -> None:
    """Presses what is called so."""
    press(named(root, name, kind))


def typed(text: str) -> None:
    """Types a text, sign by sign, to whoever has the keyboard; a line break is Enter."""
    for sign in text:
        widget = QApplication.focusWidget()
        assert widget is not None, f"nobody has the keyboard for {sign!r} of {text!r}"
        if sign == "\n":
            QTest.keyClick(widget, Qt.Key.Key_Return)
        elif sign.isascii():
            QTest.keyClick(widget, sign)
        else:  # QTest knows the signs of Latin-1 alone
            for event in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                plain = Qt.KeyboardModifier.NoModifier
                QApplication.sendEvent(widget, QKeyEvent(event, Qt.Key.Key_unknown, plain, sign))


def key(code: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
    """Strikes a key, to whoever has the keyboard."""
    for _ in range(times):
        widget = QApplication.focusWidget() or QApplication.activeWindow()
        assert widget is not None
        QTest.keyClick(widget, code, modifiers)


def tick(box: QAbstractButton) -> None:
    """Presses the box of a tick or the ring of a choice."""
    press(box, QPoint(8, box.height() // 2))


def fill(widget: QWidget, text: str) -> None:
    """Presses a field and types over what stands in it."""
    press(widget)
    key(Qt.Key.Key_A, CONTROL)
    typed(text)


def choose(qtbot: QtBot, text: str) -> None:
    """Takes an entry of the menu that stands open, by the keys: Qt takes no two presses at one place."""
    menu = open_menu(qtbot)
    owner: QWidget = menu
    while isinstance(owner, QMenu):
        owner = owner.parentWidget()
    owner = owner.window()
    entry = entry_of(menu, text)
    assert entry.isEnabled(), f"{text!r} is dimmed: {entry.toolTip()}"
    for _ in menu.actions():
        QTest.keyClick(menu, Qt.Key.Key_Down)
        if menu.activeAction() is entry:
            break
    assert menu.activeAction() is entry
    QTest.keyClick(menu, Qt.Key.Key_Return)
    if owner.isVisible() and QApplication.activeModalWidget() is None:
        activate(qtbot, owner)


def open_menu(qtbot: QtBot) -> QMenu:
    """The menu that stands open."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entry_of(menu: QMenu, text: str) -> QAction:
    """The entry of a menu that says so."""
    found = [entry for entry in menu.actions() if entry.text() == text]
    assert found, f"no {text!r} among {[entry.text() for entry in menu.actions()]}"
    return found[0]


def pick(qtbot: QtBot, box: QComboBox, text: str) -> None:
    """Presses a choice and picks from its list by the keys: Qt takes no second press so soon after the first."""
    place = box.findText(text)
    assert place >= 0, f"no {text!r} among {[box.itemText(index) for index in range(box.count())]}"
    press(box)
    qtbot.waitUntil(box.view().isVisible)
    steps = place - box.currentIndex()
    for _ in range(abs(steps)):
        QTest.keyClick(box.view(), Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    activate(qtbot, box.window())
    assert box.currentText() == text


def with_dialog(qtbot: QtBot, open_it: Callable[[], object], use_it: Callable[[QDialog], object]) -> None:
    """Does what opens a dialog, and uses the dialog; a dialog that is left open is closed, and is a fault."""
    below = QApplication.activeModalWidget()
    faults: list[BaseException] = []
    waiting = [True]
    owners: list[QWidget] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not waiting:
            return
        if not isinstance(dialog, QDialog) or dialog is below or not dialog.isActiveWindow():
            QTimer.singleShot(10, look)
            return
        waiting.clear()
        owner = dialog.parentWidget()
        if owner is not None:
            owners.append(owner.window())
        try:
            use_it(dialog)
            assert not dialog.isVisible(), f"{dialog.windowTitle()!r} was left open"
        except BaseException as fault:  # noqa: BLE001 - an event loop would swallow it
            faults.append(fault)
            dialog.done(QDialog.DialogCode.Rejected)

    QTimer.singleShot(0, look)
    try:
        open_it()
        qtbot.waitUntil(lambda: not waiting)
    finally:
        waiting.clear()
    if faults:
        raise faults[0]
    for owner in owners:
        if owner.isVisible():
            activate(qtbot, owner)


def opened(qtbot: QtBot, dialog: QDialog) -> None:
    """Shows a dialog, with the keyboard in it."""
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    activate(qtbot, dialog)


def activate(qtbot: QtBot, window: QWidget) -> None:
    """Gives a window the keyboard (back), as the desktop does when what stood over it is closed."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def drop(widget: QWidget, paths: Sequence[Path], at: QPoint | None = None) -> None:
    """Drags files from outside onto a widget and lets them go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    let_go(widget, data, at)


def let_go(widget: QWidget, data: QMimeData, at: QPoint | None = None) -> None:
    """Drags anything from outside onto a widget and lets it go."""
    into_sight(widget)
    target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    point = at or target.rect().center()
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(point, copy, data, LEFT, none)
    QApplication.sendEvent(target, entered)
    assert entered.isAccepted(), f"{widget.accessibleName()!r} takes nothing of it"
    QApplication.sendEvent(target, QDragMoveEvent(point, copy, data, LEFT, none))
    QApplication.sendEvent(target, QDropEvent(QPointF(point), copy, data, LEFT, none))


def clipboard(*, text: str = "", html: str = "", image: QImage | None = None) -> None:
    """Lays something onto the clipboard, as another program would."""
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    if image is not None:
        data.setImageData(image)
    QApplication.clipboard().setMimeData(data)


def _names(root: QWidget, kind: type[QWidget]) -> list[str]:
    return sorted({each.accessibleName() for each in root.findChildren(kind) if each.isVisible()} - {""})
