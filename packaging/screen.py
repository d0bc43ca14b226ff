"""Whether a window can be shown here: Qt ends the program where the screen that is named does not answer."""

import ctypes
import os
import sys


def has_screen() -> bool:
    """Whether a screen is named that answers, or of which nothing can be known yet for want of a library."""
    if sys.platform != "linux":
        return True
    wayland, x11 = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("DISPLAY")
    return bool(wayland and _wayland_answers()) or bool(x11 and _x11_answers())


def _wayland_answers() -> bool:
    try:
        library = ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        return True
    library.wl_display_connect.restype = ctypes.c_void_p
    display = library.wl_display_connect(None)  # the one in the environment
    if display is None:
        return False
    library.wl_display_disconnect(ctypes.c_void_p(display))
    return True


def _x11_answers() -> bool:
    try:
        library = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    library.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(library.xcb_connect(None, None))  # the one in the environment
    answers = library.xcb_connection_has_error(connection) == 0
    library.xcb_disconnect(connection)
    return bool(answers)
