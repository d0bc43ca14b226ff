"""Whether there is a screen for a window, asked before Qt is, which ends the program where there is none."""

import os
import sys

from editor_app.words import Refused


def demand_screen() -> None:
    """Refuses to open a window where nobody could see it.

    Raises:
        Refused: `no-screen`, on a Linux without X11 and Wayland where no other platform is named to Qt.
    """
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in screens):
        raise Refused("no-screen")
