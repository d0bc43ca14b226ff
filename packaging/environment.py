"""What the README's two commands need: `.venv` with pinned packages, and the system libraries of Qt."""

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"

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


class NotReady(Exception):  # noqa: N818 - it is said to a person, who reads its one sentence
    """Something is missing that this script may not or cannot install; the text says what to do."""


def prepare(*, dev: bool, screen: bool) -> Path:
    """Makes everything ready and returns the Python of `.venv`; what is ready already is left alone.

    Args:
        dev: whether the test and lint tools are wanted too.
        screen: whether a window will really be shown.

    Raises:
        NotReady: something is missing; its text is the sentence to print.
    """
    if not _is_installed(dev=dev):
        _install(dev=dev)
    if sys.platform == "linux":
        _have_libraries(QT_LIBRARIES | (SCREEN_LIBRARIES if screen else {}))
    return venv_program("python")


def venv_program(name: str) -> Path:
    """Where a program of `.venv` stands on this system."""
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


def has_screen() -> bool:
    """Whether a window can be shown here."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def fingerprint() -> str:
    """What the installed packages follow from: the pins, the project's own list, and this Python."""
    digest = hashlib.sha256(sys.version.encode())
    for path in (ROOT / "pyproject.toml", CONSTRAINTS):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def missing_libraries(libraries: Mapping[str, str]) -> dict[str, str]:
    """Those of `libraries` (shared object to Debian package) that this system cannot load."""
    return {library: package for library, package in libraries.items() if not _loads(library)}


def apt_command(packages: Iterable[str]) -> list[str]:
    """The one command that installs `packages` on Debian and its kin."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *dict.fromkeys(packages)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _stamp() -> Path:
    return VENV / "installed.json"


def _is_installed(*, dev: bool) -> bool:
    if not venv_program("python").is_file():
        return False
    try:
        stamp = json.loads(_stamp().read_text("utf-8"))
        return stamp["fingerprint"] == fingerprint() and (stamp["dev"] or not dev)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _install(*, dev: bool) -> None:
    # The stamp goes first: an installation that breaks off must not pass for a whole one.
    _stamp().unlink(missing_ok=True)
    _make_venv()
    print("Installing the packages into .venv; the first time this takes a minute or two.", flush=True)
    environment = {**os.environ, "PIP_CONSTRAINT": str(CONSTRAINTS), "PIP_BUILD_CONSTRAINT": str(CONSTRAINTS)}
    what = f"{ROOT}[dev]" if dev else str(ROOT)
    pip = [str(venv_program("python")), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    if _run([*pip, "install", "--editable", what], environment) != 0:
        raise NotReady(
            "The packages could not be installed: the lines above say why. The first run needs the network."
        )
    _stamp().write_text(json.dumps({"fingerprint": fingerprint(), "dev": dev}), "utf-8")


def _make_venv() -> None:
    if _venv_is_ours():
        return
    if any(importlib.util.find_spec(module) is None for module in ("venv", "ensurepip")):
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        _install_or_say([package], "This Python lacks its parts venv and ensurepip")
    base = getattr(sys, "_base_executable", sys.executable)
    if _run([base, "-m", "venv", "--clear", str(VENV)]) != 0:
        raise NotReady(f"The virtual environment {VENV} could not be made: the lines above say why.")


def _venv_is_ours() -> bool:
    """Whether `.venv` is whole and of this very Python; packages in it are then only brought up to date."""
    if not venv_program("python").is_file():
        return False
    command = [str(venv_program("python")), "-c", "import pip, sys; print(sys.version)"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    return answer.returncode == 0 and answer.stdout.strip() == sys.version.strip()


def _have_libraries(libraries: Mapping[str, str]) -> None:
    missing = missing_libraries(libraries)
    if not missing:
        return
    _install_or_say(missing.values(), f"Qt needs system libraries that are missing ({', '.join(missing)})")
    still = missing_libraries(missing)
    if still:
        raise NotReady(f"Qt needs system libraries that are still missing: {', '.join(still)}.")


def _install_or_say(packages: Iterable[str], why: str) -> None:
    command = apt_command(packages)
    if shutil.which("apt-get") is None:
        raise NotReady(f"{why}; please install them with this system's package manager.")
    if os.geteuid() != 0:
        raise NotReady(f"{why}; please run this once, then try again:\n  sudo {' '.join(command)}")
    print(f"{why}; installing them.", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _run(["apt-get", "-qq", "update"], environment)
    if _run([*command, "-qq"], environment) != 0:
        raise NotReady(f"{why}, and this command failed: {' '.join(command)}")


def _run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
    return subprocess.run(command, env=environment, check=False, stdin=subprocess.DEVNULL).returncode
