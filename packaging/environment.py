"""What the README's two commands need: `.venv` with pinned packages, and the parts of the system for it."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import system_parts
from system_parts import NotReady

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
_LONG_FOR_WINDOWS = 80  # characters; a path in Qt's package adds 180, and Windows takes 260 unless told otherwise


def prepare(*, dev: bool, screen: bool) -> Path:
    """Makes everything ready and returns the Python of `.venv`; what is ready already is left alone.

    Args:
        dev: whether the test and lint tools are wanted too.
        screen: whether a window will really be shown.

    Raises:
        NotReady: something is missing; its text is the sentence to print.
    """
    if sys.maxsize < 2**32:
        raise NotReady("Qt needs a 64-bit Python, and this one is of 32 bits: please install the other.")
    installed = _is_installed(dev=dev)
    system_parts.have(screen=screen, venv=not installed and not _venv_is_ours())
    if not installed:
        _install(dev=dev)
    return venv_program("python")


def venv_program(name: str) -> Path:
    """Where a program of `.venv` stands on this system."""
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


def fingerprint() -> str:
    """What the installed packages follow from: the pins, the project's own list, and this Python."""
    digest = hashlib.sha256(sys.version.encode())
    for path in (ROOT / "pyproject.toml", CONSTRAINTS):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _place() -> str:
    """Where `.venv` was made: its programs and the link to this checkout hold only there."""
    return os.path.normcase(VENV)


def _stamp() -> dict[str, object]:
    """What was written down when `.venv` was made and filled; nothing where that cannot be read."""
    try:
        stamp = json.loads(_stamp_file().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _write_stamp(**said: object) -> None:
    _stamp_file().write_text(json.dumps({"place": _place(), **said}), "utf-8")


def _stamp_file() -> Path:
    return VENV / "installed.json"


def _is_installed(*, dev: bool) -> bool:
    stamp = _stamp()
    return (
        venv_program("python").is_file()
        and stamp.get("place") == _place()
        and stamp.get("fingerprint") == fingerprint()
        and (stamp.get("dev") is True or not dev)
    )


def _install(*, dev: bool) -> None:
    if not _venv_is_ours():
        _make_venv()
    try:
        # An installation that breaks off must not pass for a whole one.
        _write_stamp()
        _fill_venv(dev=dev)
        _write_stamp(fingerprint=fingerprint(), dev=dev)
    except OSError as fault:
        raise NotReady(
            f"{VENV} cannot be brought up to date ({fault.strerror}): please run this as the one whom it "
            "belongs to, or in a copy of your own."
        ) from fault


def _fill_venv(*, dev: bool) -> None:
    print("Installing the packages into .venv; the first time this takes a minute or two.", flush=True)
    # Named from the checkout: pip splits these two at spaces, and a folder may have some in its name.
    pins = str(CONSTRAINTS.relative_to(ROOT))
    environment = {**os.environ, "PIP_CONSTRAINT": pins, "PIP_BUILD_CONSTRAINT": pins}
    pip = [str(venv_program("python")), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    if _run([*pip, "install", "--editable", ".[dev]" if dev else "."], environment) != 0:
        raise NotReady(
            "The packages could not be installed: the lines above say why. The first run needs the network."
            f"{_long_path_hint()}"
        )


def _long_path_hint() -> str:
    if os.name != "nt" or len(str(ROOT)) <= _LONG_FOR_WINDOWS:
        return ""
    return f" {ROOT} is also a long path for Windows: please try in a shorter one, such as C:\\meja-redaksi."


def _make_venv() -> None:
    base = getattr(sys, "_base_executable", sys.executable)
    if _run([base, "-m", "venv", "--clear", str(VENV)]) != 0:
        raise NotReady(f"The virtual environment {VENV} could not be made: the lines above say why.")


def _venv_is_ours() -> bool:
    """Whether `.venv` is whole, made here, and of this very Python; packages are then only brought up to date."""
    if not venv_program("python").is_file() or _stamp().get("place") != _place():
        return False
    command = [str(venv_program("python")), "-c", "import pip, sys; print(sys.version)"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    except OSError:
        return False
    return answer.returncode == 0 and answer.stdout.strip() == sys.version.strip()


def _run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
    return subprocess.run(command, cwd=ROOT, env=environment, check=False, stdin=subprocess.DEVNULL).returncode
