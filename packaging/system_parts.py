"""What the system must bring: Python's own venv, and the shared libraries that Qt's wheels link to."""

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping

# Shared libraries that the Qt wheels link to and do not bring (read off their ELF headers), and the Debian
# package of each. The second table matters only where a window is really shown.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
}
SCREEN_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_UPDATE = ["apt-get", "update"]


class NotReady(Exception):  # noqa: N818 - it is said to a person, who reads its one sentence
    """Something is missing that this script may not or cannot install; the text says what to do."""


def have(*, screen: bool, venv: bool) -> None:
    """Sees to it that the system brings what is needed: all that is missing is named, or installed, at once.

    Args:
        screen: whether a window will really be shown.
        venv: whether a virtual environment is still to be made.

    Raises:
        NotReady: something is missing; its text is the sentence to print.
    """
    missing = missing_modules() if venv else {}
    libraries = QT_LIBRARIES | (SCREEN_LIBRARIES if screen else {}) if sys.platform == "linux" else {}
    missing |= missing_libraries(libraries)
    if not missing:
        return
    _install_or_say(missing)
    still = missing_libraries({name: package for name, package in missing.items() if name in libraries})
    if still:
        raise NotReady(f"Parts of the system that are needed are still missing: {', '.join(still)}.")


def missing_modules() -> dict[str, str]:
    """Those modules of Python that make virtual environments and that Debian leaves out, with their package."""
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    return {
        f"Python's {module}": package
        for module in ("venv", "ensurepip")
        if importlib.util.find_spec(module) is None
    }


def missing_libraries(libraries: Mapping[str, str]) -> dict[str, str]:
    """Those of `libraries` (shared object to Debian package) that this system cannot load."""
    return {library: package for library, package in libraries.items() if not _loads(library)}


def apt_command(packages: Iterable[str]) -> list[str]:
    """What installs `packages` on Debian and its kin."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *dict.fromkeys(packages)]


def command_for_a_person(packages: Iterable[str]) -> str:
    """The one line that somebody who is not root types; with `su` where Debian was set up without `sudo`."""
    update, install = shlex.join(_UPDATE), shlex.join(apt_command(packages))
    if shutil.which("sudo"):
        return f"sudo {update} && sudo {install}"
    return f"su - -c {shlex.quote(f'{update} && {install}')}"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _install_or_say(missing: Mapping[str, str]) -> None:
    why = f"Parts of the system that are needed are missing ({', '.join(missing)})"
    if shutil.which("apt-get") is None:
        raise NotReady(f"{why}; please install them with this system's package manager.")
    packages = list(missing.values())
    if sys.platform == "win32" or os.geteuid() != 0:
        raise NotReady(f"{why}; please run this once, then try again:\n  {command_for_a_person(packages)}")
    print(f"{why}; installing them.", flush=True)
    _apt(_UPDATE)  # a list of packages that is a little old serves as well
    install = apt_command(packages)
    failed = _apt(install)
    if failed is not None:
        raise NotReady(f"{failed.rstrip()}\n{why}, and this command failed: {shlex.join(install)}")


def _apt(command: list[str]) -> str | None:
    """Runs apt without its hundreds of lines; returns them where it fails. Another apt at work is waited for."""
    done = subprocess.run(
        [*command, "-q", "-o", "DPkg::Lock::Timeout=300"],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return None if done.returncode == 0 else done.stdout
