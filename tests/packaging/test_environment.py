"""Setting up: what is missing is installed or said, what is there is left alone."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import requires
from pathlib import Path

import environment
import pytest
import system_parts

ROOT = Path(__file__).resolve().parents[2]
PINS = {
    re.sub(r"[-_.]+", "-", name).lower(): version
    for name, version in re.findall(
        r"^([\w.-]+)==(\S+)$", environment.CONSTRAINTS.read_text("utf-8"), re.MULTILINE
    )
}


POSIX = pytest.mark.skipif(os.name == "nt", reason="a shell script stands for a program")


@pytest.fixture
def venv(tmp_path, monkeypatch):
    """An empty place for a virtual environment."""
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    return tmp_path / ".venv"


def a_python(path, script):
    """Puts a shell script where a Python is expected."""
    path.parent.mkdir(parents=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


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
    stamp = {"place": environment._place(), "fingerprint": environment.fingerprint(), "dev": stamped}
    (venv / "installed.json").write_text(json.dumps(stamp))
    installed = []
    monkeypatch.setattr(environment, "_install", lambda *, dev: installed.append(dev))
    monkeypatch.setattr(system_parts, "have", lambda **_wanted: None)

    python = environment.prepare(dev=wanted, screen=False)

    assert python == environment.venv_program("python")
    assert installed == ([] if left_alone else [wanted])


@pytest.mark.parametrize("stamp", ["", "[]", "{}", '{"fingerprint": "of another time", "dev": true}', "null"])
def test_a_stamp_that_says_something_else_is_no_stamp(venv, stamp):
    environment.venv_program("python").parent.mkdir(parents=True)
    environment.venv_program("python").touch()
    (venv / "installed.json").write_text(stamp)

    assert not environment._is_installed(dev=False)


def test_a_checkout_that_was_moved_is_installed_anew(venv, tmp_path, monkeypatch):
    python = a_python(environment.venv_program("python"), f"echo '{sys.version}'")
    environment._write_stamp(fingerprint=environment.fingerprint(), dev=True)
    assert environment._is_installed(dev=True)
    assert os.name == "nt" or environment._venv_is_ours()

    monkeypatch.setattr(environment, "VENV", tmp_path / "moved" / ".venv")
    shutil.copytree(venv, environment.VENV)

    assert environment.venv_program("python") != python
    assert not environment._is_installed(dev=True)
    assert not environment._venv_is_ours()


@POSIX
def test_a_virtual_environment_of_another_python_is_not_ours(venv):
    a_python(environment.venv_program("python"), "echo 3.10.1")
    environment._write_stamp()

    assert not environment._venv_is_ours()


@POSIX
def test_an_installation_that_fails_leaves_no_stamp_of_a_whole_one(venv, monkeypatch):
    a_python(environment.venv_program("python"), f"[ $2 = pip ] && exit 1; echo '{sys.version}'")
    environment._write_stamp(fingerprint="of another time", dev=False)

    with pytest.raises(environment.NotReady, match="network"):
        environment._install(dev=False)

    assert json.loads((venv / "installed.json").read_text()) == {"place": environment._place()}


@POSIX
def test_the_pins_are_named_so_that_a_folder_may_have_spaces_in_its_name(venv, tmp_path, monkeypatch):
    checkout = tmp_path / "Meja Redaksi"
    (checkout / "packaging").mkdir(parents=True)
    for name in ("pyproject.toml", "packaging/constraints.txt"):
        shutil.copyfile(ROOT / name, checkout / name)
    monkeypatch.setattr(environment, "ROOT", checkout)
    monkeypatch.setattr(environment, "VENV", checkout / ".venv")
    monkeypatch.setattr(environment, "CONSTRAINTS", checkout / "packaging" / "constraints.txt")
    seen = tmp_path / "seen"
    # What pip does with the variable: it is split at spaces, and each piece is the name of a file.
    a_python(
        environment.venv_program("python"),
        f"if [ $2 = pip ]; then cat $PIP_CONSTRAINT $PIP_BUILD_CONSTRAINT > '{seen}'; "
        f"else echo '{sys.version}'; fi",
    )
    environment._write_stamp()

    environment._install(dev=True)

    assert seen.read_bytes() == environment.CONSTRAINTS.read_bytes() * 2
    assert environment._is_installed(dev=True)


@POSIX
def test_a_folder_that_belongs_to_another_is_told_in_a_sentence(venv, monkeypatch):
    a_python(environment.venv_program("python"), f"echo '{sys.version}'")
    environment._write_stamp(fingerprint="of another time", dev=False)
    monkeypatch.setattr(environment, "_stamp_file", lambda: Path("/dev/full"))  # root may write anywhere else
    monkeypatch.setattr(environment, "_venv_is_ours", lambda: True)

    with pytest.raises(environment.NotReady, match="cannot be brought up to date"):
        environment._install(dev=False)


def test_a_python_of_32_bits_is_told_so(venv, monkeypatch):
    monkeypatch.setattr(sys, "maxsize", 2**31 - 1)

    with pytest.raises(environment.NotReady, match="64-bit"):
        environment.prepare(dev=False, screen=False)


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


@POSIX
def test_files_that_lie_about_where_the_command_is_called_do_no_harm(tmp_path):
    (tmp_path / "json.py").write_text("raise SystemExit('somebody else`s json')\n")

    ended = subprocess.run(
        [sys.executable, "-P", "-m", "editor_app", "--help"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )

    assert ended.returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.parametrize(("ends", "status"), [("exit 3", 3), ("kill -TERM $$", 143)])
def test_run_does_the_job_where_no_screen_answers_and_ends_as_the_program_did(tmp_path, ends, status):
    """A checkout in a folder with spaces, whose installed Python notes what it is told to run."""
    checkout = tmp_path / "Meja Redaksi"
    shutil.copytree(ROOT / "packaging", checkout / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "pyproject.toml", checkout / "pyproject.toml")
    a_python(checkout / ".venv" / "bin" / "python", f'echo "$@"; {ends}')
    stamp = (
        "import sys; sys.path.insert(0, 'packaging'); import environment; "
        "environment._write_stamp(fingerprint=environment.fingerprint(), dev=False)"
    )
    subprocess.run([sys.executable, "-c", stamp], check=True, cwd=checkout)
    unseen = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}

    ended = subprocess.run(
        [sys.executable, checkout / "packaging" / "run.py", "--", "--out", "keluar"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=unseen,
    )

    assert ended.stdout.splitlines() == [
        "No screen answers here, so the whole job is done without a window.",
        "-P -m editor_app demo --out keluar",
    ]
    assert (ended.returncode, ended.stderr) == (status, "")
