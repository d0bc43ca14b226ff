"""Setting up: what is missing is installed or said, what is there is left alone."""

import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import requires
from pathlib import Path

import environment
import pytest

ROOT = Path(__file__).resolve().parents[2]
PINS = {
    re.sub(r"[-_.]+", "-", name).lower(): version
    for name, version in re.findall(
        r"^([\w.-]+)==(\S+)$", environment.CONSTRAINTS.read_text("utf-8"), re.MULTILINE
    )
}


@pytest.fixture
def venv(tmp_path, monkeypatch):
    """An empty place for a virtual environment."""
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    return tmp_path / ".venv"


@pytest.fixture
def commands(tmp_path, monkeypatch):
    """A folder that is the whole PATH: what the system offers; its commands note how they were called."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def offer(folder, name, *, code=0):
    """Puts a command on the PATH; returns the file that its calls are noted in."""
    calls = folder.parent / f"{name}.calls"
    script = folder / name
    script.write_text(f'#!/bin/sh\necho "$@" >> "{calls}"\nexit {code}\n')
    script.chmod(0o755)
    return calls


def test_every_package_that_is_asked_for_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["dev"],
    ]
    names = {re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", line)[0]).lower() for line in asked}

    assert sorted(names - set(PINS)) == []


def test_what_the_packages_ask_for_is_pinned_too():
    asked = {
        re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", line)[0]).lower()
        for name in PINS
        for line in _requires(name)
        if "extra ==" not in line and "python_version" not in line
    }

    assert sorted(asked - set(PINS) - {"setuptools", "tomli"}) == []


def _requires(name):
    try:
        return requires(name) or []
    except ModuleNotFoundError:
        return []


def test_the_pins_name_versions_and_no_addresses():
    lines = [
        line
        for line in environment.CONSTRAINTS.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]

    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []


def test_the_stamp_follows_from_the_pins_and_this_python(tmp_path, monkeypatch):
    before = environment.fingerprint()
    pins = tmp_path / "constraints.txt"
    pins.write_bytes(environment.CONSTRAINTS.read_bytes() + b"\nother==1.0\n")
    monkeypatch.setattr(environment, "CONSTRAINTS", pins)

    assert environment.fingerprint() != before


@pytest.mark.parametrize(
    ("stamped", "wanted", "left_alone"),
    [(True, True, True), (True, False, True), (False, False, True), (False, True, False)],
    ids=["dev for dev", "dev for the program", "program for the program", "program for dev"],
)
def test_what_is_installed_is_left_alone(venv, monkeypatch, stamped, wanted, left_alone):
    environment.venv_program("python").parent.mkdir(parents=True)
    environment.venv_program("python").touch()
    stamp = {"fingerprint": environment.fingerprint(), "dev": stamped}
    (venv / "installed.json").write_text(json.dumps(stamp))
    installed = []
    monkeypatch.setattr(environment, "_install", lambda *, dev: installed.append(dev))

    python = environment.prepare(dev=wanted, screen=False)

    assert python == environment.venv_program("python")
    assert installed == ([] if left_alone else [wanted])


@pytest.mark.parametrize("stamp", ["", "[]", "{}", '{"fingerprint": "of another time", "dev": true}', "null"])
def test_a_stamp_that_says_something_else_is_no_stamp(venv, stamp):
    environment.venv_program("python").parent.mkdir(parents=True)
    environment.venv_program("python").touch()
    (venv / "installed.json").write_text(stamp)

    assert not environment._is_installed(dev=False)


def test_a_virtual_environment_of_another_python_is_not_ours(venv):
    python = environment.venv_program("python")
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\necho 3.10.1\n")
    python.chmod(0o755)

    assert not environment._venv_is_ours()


def test_an_installation_that_fails_leaves_no_stamp(venv, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setattr(environment, "_make_venv", lambda: None)
    python = environment.venv_program("python")
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)
    (venv / "installed.json").write_text("{}")

    with pytest.raises(environment.NotReady, match="network"):
        environment.prepare(dev=False, screen=False)

    assert not (venv / "installed.json").exists()


def test_a_python_without_venv_is_told_the_one_command(venv, commands, monkeypatch):
    offer(commands, "apt-get")
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(environment.NotReady) as told:
        environment._make_venv()

    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert f"sudo apt-get install -y --no-install-recommends {package}" in str(told.value)


LIBRARIES = {"libnosuch-editorial.so.1": "libnosuch1", "libc.so.6": "libc6", "libnoneither.so.2": "libnoneither2"}


def test_a_library_is_missing_where_it_does_not_load():
    assert list(environment.missing_libraries(LIBRARIES)) == ["libnosuch-editorial.so.1", "libnoneither.so.2"]


def test_who_is_not_root_is_told_the_one_command(commands, monkeypatch):
    calls = offer(commands, "apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(environment.NotReady) as told:
        environment._have_libraries(LIBRARIES)

    assert "sudo apt-get install -y --no-install-recommends libnosuch1 libnoneither2" in str(told.value)
    assert not calls.exists()


def test_root_on_debian_gets_the_missing_libraries_installed(commands, monkeypatch):
    calls = offer(commands, "apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    with pytest.raises(environment.NotReady, match=r"still missing: libnosuch-editorial\.so\.1"):
        environment._have_libraries(LIBRARIES)

    assert calls.read_text().splitlines() == [
        "-qq update",
        "install -y --no-install-recommends libnosuch1 libnoneither2 -qq",
    ]


def test_an_apt_that_fails_is_told(commands, monkeypatch):
    offer(commands, "apt-get", code=100)
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    with pytest.raises(environment.NotReady, match=r"this command failed: apt-get install"):
        environment._have_libraries(LIBRARIES)


def test_another_system_is_told_what_is_missing(commands):
    with pytest.raises(environment.NotReady, match=r"libnosuch-editorial\.so\.1.*package manager"):
        environment._have_libraries(LIBRARIES)


def test_nothing_is_said_where_nothing_is_missing(commands, capfd):
    environment._have_libraries({"libc.so.6": "libc6"})

    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("display", "wayland", "screen"), [("", "", False), (":0", "", True), ("", "wayland-0", True)]
)
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_a_screen_is_there_where_a_display_is_named(monkeypatch, display, wayland, screen):
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)

    assert environment.has_screen() is screen


@pytest.mark.parametrize("script", ["run.py", "test.py"])
def test_an_older_python_is_told_in_words_that_it_can_parse(script, tmp_path):
    # The check runs before anything else is imported: for an older Python it must end there.
    probe = (
        "import runpy, sys; sys.version_info = (3, 8, 1); sys.version = '3.8.1 (default)'; "
        f"runpy.run_path({str(ROOT / 'packaging' / script)!r}, run_name='__main__')"
    )

    ended = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=False, cwd=tmp_path
    )

    assert ended.returncode == 1
    assert ended.stderr == "Meja Redaksi needs Python 3.11 or newer; this is Python 3.8.1.\n"


@pytest.mark.parametrize("script", ["run.py", "test.py"])
def test_a_script_says_what_it_is_for(script):
    ended = subprocess.run(
        [sys.executable, ROOT / "packaging" / script, "--help"], capture_output=True, text=True, check=False
    )

    assert ended.returncode == 0
    assert "Meja Redaksi" in ended.stdout
