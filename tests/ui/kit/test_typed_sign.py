"""Which keys type a sign."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from editor_app.ui.kit.typed_sign import typed_sign

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
META = Qt.KeyboardModifier.MetaModifier


@pytest.mark.parametrize(
    ("code", "held", "text", "sign"),
    [
        (Qt.Key.Key_A, NONE, "a", "a"),
        (Qt.Key.Key_QuoteDbl, SHIFT, '"', '"'),
        (Qt.Key.Key_At, CONTROL | ALT, "@", "@"),  # AltGr
        (Qt.Key.Key_Return, NONE, "\r", "\n"),
        (Qt.Key.Key_Enter, NONE, "\r", "\n"),
        (Qt.Key.Key_Return, SHIFT, "\r", ""),
        (Qt.Key.Key_B, CONTROL, "\x02", ""),
        (Qt.Key.Key_B, CONTROL, "b", ""),
        (Qt.Key.Key_B, ALT, "b", ""),
        (Qt.Key.Key_B, META, "b", ""),
        (Qt.Key.Key_Left, NONE, "", ""),
        (Qt.Key.Key_Backspace, NONE, "\b", ""),
    ],
)
def test_a_key_types_a_sign_or_none(code: Qt.Key, held: Qt.KeyboardModifier, text: str, sign: str) -> None:
    assert typed_sign(QKeyEvent(QEvent.Type.KeyPress, code, held, text)) == sign
