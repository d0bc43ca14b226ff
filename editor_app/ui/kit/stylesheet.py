"""The one stylesheet of the program, made from the tokens of a theme.

Widgets of the kit say what they are by the properties `kit` (what it is), `role` (of a label), `ground` (of a
surface) and `state`; the rules below read them. Pictures of the controls come from the search path `kit:`.
"""

import dataclasses
from string import Template

from editor_app.ui.kit import tokens as scale
from editor_app.ui.kit.tokens import Pair, Tokens

_SURFACES = """
QDialog, QMessageBox { background: $pane; border: 1px solid $line; }
*[ground="bg"] { background: $bg; }
*[ground="pane"] { background: $pane; }
*[ground="card"] { background: $card; }
*[ground="canvas"] { background: $canvas; }
*[kit="card"] { background: $card; border: 1px solid $line; border-radius: ${radius_card}px; }
*[kit="card"][hot="true"] { border-color: $accent; }
*[kit="hairline"] { background: $line; border: none; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover, QSplitter::handle:pressed { background: $accent; }
QStatusBar { background: $pane; border-top: 1px solid $line; color: $soft; font-size: ${type_small}px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $soft; font-size: ${type_small}px; padding: 0 8px; }
QToolTip {
    color: $tooltip_text; background: $tooltip_ground; border: 1px solid $tooltip_ground;
    padding: 2px 3px; font-size: ${type_small}px;
}
*[kit="banner"] { border: none; border-radius: ${radius}px; }
*[kit="banner"] QLabel { background: transparent; }
*[kit="toast"] { background: $tooltip_ground; border: none; border-radius: ${radius}px; }
*[kit="toast"] QLabel { color: $tooltip_text; }
"""

_LABELS = """
QLabel[role="headline"] { font-size: ${type_standfirst}px; font-weight: 600; color: $ink; }
QLabel[role="title"] { font-size: ${type_title}px; font-weight: 600; color: $ink; }
QLabel[role="strong"] { font-weight: 600; color: $ink; }
QLabel[role="label"] { font-size: ${type_small}px; font-weight: 500; color: $soft; }
QLabel[role="section"] { font-size: ${type_small}px; font-weight: 600; color: $soft; letter-spacing: 0.4px; }
QLabel[role="soft"] { color: $soft; }
QLabel[role="small"] { font-size: ${type_small}px; color: $soft; }
QLabel[role="tiny"] { font-size: ${type_tiny}px; color: $soft; }
QLabel[role="keys"] {
    font-size: ${type_tiny}px; color: $soft; background: $card; border: 1px solid $line_strong;
    border-radius: 4px; padding: 1px 5px;
}
QLabel[role="error"] { font-size: ${type_small}px; color: $error; }
"""

_BUTTONS = """
QPushButton {
    background: $card; color: $ink; border: 1px solid $line_strong; border-radius: ${radius}px;
    padding: 0 13px; min-height: 30px; font-weight: 500; outline: none;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border: 2px solid $accent; padding: 0 12px; min-height: 28px; }
QPushButton:disabled { background: $pane; color: $faint; border-color: $line; }
QPushButton[kit="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kit="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kit="primary"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[kit="primary"]:focus { border: 2px solid $ring_on_fill; }
QPushButton[kit="danger"] { background: $error; color: $on_error; border-color: $error; }
QPushButton[kit="danger"]:hover { background: $error_hover; border-color: $error_hover; }
QPushButton[kit="danger"]:pressed { background: $error_pressed; border-color: $error_pressed; }
QPushButton[kit="danger"]:focus { border: 2px solid $ring_on_fill; }
QPushButton[kit="primary"]:disabled, QPushButton[kit="danger"]:disabled {
    background: $pane; color: $faint; border: 1px solid $line;
}
QPushButton[kit="quiet"] { background: transparent; color: $soft; border-color: transparent; padding: 0 9px; }
QPushButton[kit="quiet"]:hover { background: $hover; color: $ink; }
QPushButton[kit="quiet"]:pressed { background: $pressed; color: $ink; }
QPushButton[kit="quiet"]:focus { border: 2px solid $accent; padding: 0 8px; }
QPushButton[kit="quiet"]:disabled { color: $faint; }
QPushButton[kit="link"] {
    background: transparent; color: $accent; border-color: transparent; border-radius: ${radius_small}px;
    padding: 0 5px; min-height: 20px;
}
QPushButton[kit="link"]:hover { background: $hover; }
QPushButton[kit="link"]:pressed { background: $pressed; }
QPushButton[kit="link"]:focus { border: 2px solid $accent; padding: 0 4px; min-height: 18px; }
QPushButton[kit="link"]:disabled { color: $faint; }
QPushButton[menu="true"] { padding-right: 28px; }
QPushButton[menu="true"]:focus { padding-right: 27px; }
QPushButton::menu-indicator { image: url(kit:$pictures/chevron-down.svg); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 9px; }
QToolButton {
    background: transparent; color: $ink; border: 1px solid transparent; border-radius: ${radius_small}px;
    padding: 0 4px; min-height: 26px; min-width: 18px; outline: none;
}
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:open { background: $pressed; }
QToolButton:checked { background: $tint; color: $accent; }
QToolButton:focus { border: 2px solid $accent; padding: 0 3px; min-height: 24px; }
QToolButton[small="true"], QToolButton[small="true"]:focus { padding: 0; min-width: 0; min-height: 0; }
QToolButton[kit="foot"] {
    color: $soft; font-size: ${type_small}px; min-height: 20px; max-height: 20px; padding: 0 6px;
}
QToolButton[kit="foot"]:hover { color: $ink; }
QToolButton[kit="foot"]:focus { min-height: 18px; max-height: 18px; padding: 0 5px; }
QToolButton:disabled { color: $faint; }
QPushButton[kit="foot"] {
    background: transparent; border: none; border-radius: ${radius_small}px; color: $soft; text-align: left;
    font-size: ${type_small}px; font-weight: 400; min-height: 22px; padding: 0 6px;
}
QPushButton[kit="foot"]:hover { background: $hover; color: $ink; }
QPushButton[kit="foot"]:focus { border: 2px solid $accent; padding: 0 4px; min-height: 18px; }
QPushButton[kit="foot"][faulty="true"] { color: $warning; }
QToolButton[popupMode="1"] { padding-right: 18px; }
QToolButton[popupMode="2"] { padding-right: 16px; }
QToolButton[popupMode="2"][bare="true"] { padding-right: 4px; }
QToolButton::menu-button { border: none; width: 16px; }
QToolButton::menu-indicator { image: url(kit:$pictures/chevron-down.svg); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 2px; }
QToolButton[bare="true"]::menu-indicator { image: none; width: 0; }
QToolButton::menu-arrow { image: url(kit:$pictures/chevron-down.svg); width: 12px; height: 12px; }
"""

_FIELDS = """
QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {
    background: $card; color: $ink; border: 1px solid $line_strong; border-radius: ${radius}px;
    selection-background-color: $selection; selection-color: $ink; placeholder-text-color: $faint;
}
QLineEdit { padding: 0 7px; min-height: 30px; }
QComboBox { padding: 0 9px; min-height: 30px; }
QAbstractSpinBox { padding: 0; min-height: 30px; max-height: 30px; }
QTextEdit, QPlainTextEdit { padding: 4px; }
QLineEdit:hover, QTextEdit:hover, QPlainTextEdit:hover, QComboBox:hover, QAbstractSpinBox:hover {
    border-color: $field_hover;
}
QLineEdit:focus, QComboBox:focus, QComboBox:on {
    border: 2px solid $accent; padding: 0 8px; min-height: 28px;
}
QLineEdit:focus { padding: 0 6px; }
QAbstractSpinBox:focus { border: 2px solid $accent; min-height: 28px; max-height: 28px; }
QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid $accent; padding: 3px; }
QLineEdit[faulty="true"], QTextEdit[faulty="true"], QPlainTextEdit[faulty="true"], QComboBox[faulty="true"],
QAbstractSpinBox[faulty="true"] { border-color: $error; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled,
QLineEdit:read-only, QTextEdit:read-only {
    background: $pane; color: $faint; border-color: $line;
}
QLineEdit:read-only, QTextEdit:read-only { color: $soft; }
QTextEdit[kit="growing"] { padding: 0; }
QTextEdit[kit="cell"], QTextEdit[kit="cell"]:focus, QTextEdit[kit="cell"]:hover {
    border: 2px solid $accent; border-radius: 0; padding: 0;
}
QTextEdit[kit="bare"], QTextEdit[kit="bare"]:focus, QTextEdit[kit="bare"]:hover, QTextEdit[kit="bare"]:disabled,
QTextEdit[kit="bare"]:read-only, QLineEdit[kit="bare"], QLineEdit[kit="bare"]:focus, QLineEdit[kit="bare"]:hover {
    background: transparent; border: none; padding: 0;
}
QTextEdit[kit="bare"]:read-only, QLineEdit[kit="bare"]:read-only { color: $ink; }
QLineEdit[kit="bare"], QLineEdit[kit="bare"]:focus { min-height: 20px; }
*[kit="names"] { background: $card; border: 1px solid $line_strong; border-radius: ${radius}px; padding: 1px; }
*[kit="names"]:hover { border-color: $field_hover; }
*[kit="names"][hot="true"] { border: 2px solid $accent; padding: 0; }
*[kit="names"][faulty="true"] { border-color: $error; }
*[kit="names"]:disabled { background: $pane; border-color: $line; }
QComboBox { padding-right: 4px; font-weight: 500; }
QComboBox:focus, QComboBox:on { padding-right: 3px; }
QComboBox::drop-down { border: none; width: 24px; subcontrol-origin: padding; subcontrol-position: center right; }
QComboBox::down-arrow { image: url(kit:$pictures/chevron-down.svg); width: 14px; height: 14px; }
QComboBox::down-arrow:disabled { image: url(kit:$pictures/chevron-down-disabled.svg); }
QComboBox[kit="tool"] { min-height: 26px; border-radius: ${radius_small}px; }
QComboBox[kit="tool"]:focus, QComboBox[kit="tool"]:on { min-height: 24px; }
QComboBox { combobox-popup: 0; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
    background: transparent; border: none; padding: 0; min-height: 0;
}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; border: none; background: transparent; width: 22px;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; top: 2px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; bottom: 2px; }
QAbstractSpinBox::up-arrow { image: url(kit:$pictures/chevron-up.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url(kit:$pictures/chevron-down.svg); width: 12px; height: 12px; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off {
    image: url(kit:$pictures/chevron-up-disabled.svg);
}
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off {
    image: url(kit:$pictures/chevron-down-disabled.svg);
}
QDateEdit { padding: 0 9px; }
QDateEdit:focus { padding: 0 8px; }
QDateEdit::drop-down { border: none; width: 28px; subcontrol-origin: padding; subcontrol-position: center right; }
QDateEdit::down-arrow { image: url(kit:$pictures/calendar.svg); width: 16px; height: 16px; }
QCheckBox, QRadioButton { spacing: 8px; color: $ink; outline: none; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 16px; height: 16px; background: $card; border: 1px solid $field_hover;
}
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked {
    background: $accent; border-color: $accent; image: url(kit:$pictures/check.svg);
}
QCheckBox::indicator:indeterminate {
    background: $accent; border-color: $accent; image: url(kit:$pictures/dash.svg);
}
QRadioButton::indicator:checked { border-color: $accent; image: url(kit:$pictures/dot.svg); }
QCheckBox::indicator:focus { border: 2px solid $ring_on_fill; width: 14px; height: 14px; }
QRadioButton::indicator:focus { border: 2px solid $accent; width: 14px; height: 14px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $pane; border-color: $line_strong; }
QRadioButton::indicator:checked:disabled { image: url(kit:$pictures/dot-disabled.svg); }
QCheckBox::indicator:checked:disabled {
    background: $disabled; border-color: $disabled;
}
"""

_LISTS = """
QAbstractItemView {
    background: $card; color: $ink; border: none; outline: none; alternate-background-color: $pane;
    selection-background-color: $tint; selection-color: $ink;
}
QListView[ground="pane"], QTreeView[ground="pane"], QTableView[ground="pane"] { background: $pane; }
QListView::item, QTreeView::item { padding: 7px 8px; border: none; }
QListView::item:hover, QTreeView::item:hover { background: $hover; color: $ink; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: $tint; color: $ink; }
QTableView { gridline-color: $line; }
QTableCornerButton::section { background: $pane; border: none; border-bottom: 1px solid $line; }
QHeaderView { background: $pane; border: none; }
QHeaderView::section {
    background: $pane; color: $soft; border: none; border-bottom: 1px solid $line;
    padding: 0 8px; min-height: 30px; font-size: ${type_small}px; font-weight: 500;
}
QComboBox QAbstractItemView, QListView[kit="popup"] {
    background: $card; border: 1px solid $line_strong; padding: 4px; outline: none;
}
QComboBox QAbstractItemView::item, QListView[kit="popup"]::item {
    padding: 6px 8px; border-radius: ${radius_small}px;
}
QComboBox QAbstractItemView::item:selected, QListView[kit="popup"]::item:selected {
    background: $tint; color: $ink;
}
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; outline: none; }
QTabBar::tab {
    background: transparent; color: $soft; border: none; border-bottom: 2px solid transparent;
    padding: 0 2px; margin: 0 10px; min-height: 36px;
}
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $ink; font-weight: 500; border-bottom-color: $accent; }
QProgressBar { background: $pressed; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""

_MENUS = """
QMenuBar { background: $pane; color: $ink; border: none; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: ${radius_small}px; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $card; color: $ink; border: 1px solid $line_strong; border-radius: 6px; padding: 4px; }
QMenu::item { padding: 6px 18px 6px 10px; border-radius: ${radius_small}px; min-height: 16px; }
QMenu::item:selected { background: $tint; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::icon { padding-left: 9px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QMenu::indicator { width: 14px; height: 14px; padding-left: 8px; }
QMenu::indicator:checked { image: url(kit:$pictures/check-ink.svg); }
QMenu::right-arrow { image: url(kit:$pictures/chevron-right.svg); width: 14px; height: 14px; padding-right: 4px; }
"""

_SCROLLING = """
QScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $scroll_hover; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
"""

_CALENDAR = """
QCalendarWidget { background: $card; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $card; min-height: 36px; }
QCalendarWidget QToolButton { color: $ink; font-weight: 600; margin: 3px; padding: 0 6px; }
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: url(kit:$pictures/chevron-left.svg); }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: url(kit:$pictures/chevron-right.svg); }
QCalendarWidget QSpinBox { min-height: 24px; }
QCalendarWidget QAbstractItemView {
    background: $card; color: $ink; selection-background-color: $accent; selection-color: $on_accent;
    padding: 4px;
}
QCalendarWidget QTableView::item:selected { background: $accent; color: $on_accent; }
QCalendarWidget QAbstractItemView:disabled { color: $disabled; }
"""

_SHEET = Template(_SURFACES + _LABELS + _BUTTONS + _LISTS + _FIELDS + _MENUS + _SCROLLING + _CALENDAR)


def stylesheet(tokens: Tokens) -> str:
    """The stylesheet of one theme."""
    return _SHEET.substitute(_values(tokens))


def _values(tokens: Tokens) -> dict[str, str | int]:
    """What the rules may name: every colour, `…_text` and `…_ground` of a pair, radii and type sizes."""
    values: dict[str, str | int] = {
        "pictures": "dark" if tokens.dark else "light",
        "ring_on_fill": tokens.ink,
        "field_hover": tokens.scroll_hover,
        "warning": tokens.state("warning").text,
        "radius_small": scale.RADIUS_SMALL,
        "radius": scale.RADIUS,
        "radius_card": scale.RADIUS_CARD,
        "type_tiny": scale.TYPE_TINY,
        "type_small": scale.TYPE_SMALL,
        "type_title": scale.TYPE_TITLE,
        "type_standfirst": scale.TYPE_STANDFIRST,
    }
    for field in dataclasses.fields(tokens):
        value = getattr(tokens, field.name)
        if isinstance(value, str):
            values[field.name] = value
        elif isinstance(value, Pair):
            values |= {f"{field.name}_text": value.text, f"{field.name}_ground": value.ground}
    return values
