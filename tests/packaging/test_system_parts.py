"""What the system must bring: all that is missing is named at once, or installed where that may be done."""

import os
import shlex
import subprocess
import sys

import pytest
import system_parts

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere Qt's packages bring all that is needed"
)

LIBRARIES = {"libnosuch-editorial.so.1": "libnosuch1", "libc.so.6": "libc6", "libnoneither.so.2": "libnoneither2"}
PACKAGES = "libnosuch1 libnoneither2"


@pytest.fixture
def commands(tmp_path, monkeypatch):
    """A folder that is the whole PATH: what the system offers; its commands note how they were called."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _libraries(monkeypatch):
    monkeypatch.setattr(system_parts, "QT_LIBRARIES", LIBRARIES)


def offer(folder, name, *, code=0, says=""):
    """Puts a command on the PATH; returns the file that its calls are noted in."""
    calls = folder.parent / f"{name}.calls"
    script = folder / name
    script.write_text(f'#!/bin/sh\necho "$@" >> "{calls}"\necho "{says}"\nexit {code}\n')
    script.chmod(0o755)
    return calls


def told(*, venv=False):
    with pytest.raises(system_parts.NotReady) as caught:
        system_parts.have(screen=False, venv=venv)
    return str(caught.value)


def test_a_library_is_missing_where_it_does_not_load():
    assert list(system_parts.missing_libraries(LIBRARIES)) == ["libnosuch-editorial.so.1", "libnoneither.so.2"]


def test_what_a_screen_needs_is_asked_for_where_there_is_one(commands, monkeypatch):
    monkeypatch.setattr(system_parts, "QT_LIBRARIES", {})
    monkeypatch.setattr(system_parts, "SCREEN_LIBRARIES", {"libnosuch-screen.so.1": "libnosuch-screen1"})

    system_parts.have(screen=False, venv=False)
    with pytest.raises(system_parts.NotReady, match=r"libnosuch-screen\.so\.1"):
        system_parts.have(screen=True, venv=False)


def test_who_is_not_root_is_told_one_command_for_all_that_is_missing(commands, monkeypatch):
    calls = offer(commands, "apt-get")
    offer(commands, "sudo")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "ensurepip" else name)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    said = told(venv=True)

    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert "Python's ensurepip, libnosuch-editorial.so.1, libnoneither.so.2" in said
    update, install = "sudo apt-get update", "sudo apt-get install -y --no-install-recommends"
    assert said.splitlines()[1:] == [f"  {update} && {install} {package} libnosuch1 libnoneither2"]
    assert not calls.exists()


def test_a_virtual_environment_that_is_there_needs_no_parts_of_python(commands, monkeypatch):
    offer(commands, "apt-get")
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    assert "-venv" not in told()


def test_where_there_is_no_sudo_the_command_is_one_for_su_that_a_shell_reads_as_it_is_meant(
    commands, monkeypatch
):
    calls = offer(commands, "apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    (line,) = told().splitlines()[1:]
    assert line.startswith("  su - -c ")

    (commands / "su").write_text('#!/bin/sh\n[ "$1" = - ] && [ "$2" = -c ] && exec /bin/sh -c "$3"\n')
    (commands / "su").chmod(0o755)
    assert subprocess.run(["/bin/sh", "-c", line], check=False, stdout=subprocess.DEVNULL).returncode == 0
    assert calls.read_text().splitlines() == ["update", f"install -y --no-install-recommends {PACKAGES}"]


def test_root_on_debian_gets_what_is_missing_installed_without_apts_hundreds_of_lines(
    commands, monkeypatch, capfd
):
    calls = offer(commands, "apt-get", says="Unpacking...")
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    assert "still missing: libnosuch-editorial.so.1, libnoneither.so.2" in told()

    wait = "-q -o DPkg::Lock::Timeout=300"
    assert calls.read_text().splitlines() == [
        f"update {wait}",
        f"install -y --no-install-recommends {PACKAGES} {wait}",
    ]
    said = capfd.readouterr().out
    assert "installing them" in said
    assert "Unpacking" not in said


def test_an_apt_that_fails_is_told_with_what_it_said(commands, monkeypatch):
    offer(commands, "apt-get", code=100, says="E: no room")
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    said = told()

    assert said.startswith("E: no room\n")
    assert f"this command failed: apt-get install -y --no-install-recommends {PACKAGES}" in said


def test_another_system_is_told_what_is_missing(commands):
    said = told()
    assert "libnosuch-editorial.so.1" in said
    assert "package manager" in said


def test_nothing_is_said_where_nothing_is_missing(commands, monkeypatch, capfd):
    monkeypatch.setattr(system_parts, "QT_LIBRARIES", {"libc.so.6": "libc6"})

    system_parts.have(screen=False, venv=False)

    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("table", ["QT_LIBRARIES", "SCREEN_LIBRARIES"])
def test_what_is_printed_may_be_typed(table):
    packages = list(getattr(system_parts, table).values())
    assert shlex.split(shlex.join(system_parts.apt_command(packages)))[4:] == packages
