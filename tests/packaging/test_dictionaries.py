"""The Indonesian dictionary is taken from Debian's package whole, with its licence, or not at all."""

import io
import os
import subprocess
import sys
import tarfile
from pathlib import Path

import dictionaries
import pytest
from system_parts import NotReady

from editor_app.spelling.dictionaries import find_dictionaries
from editor_app.spelling.dictionary_files import check_files

FILES = {
    "./usr/share/hunspell/id_ID.aff": b"TRY abc\n",
    "./usr/share/hunspell/id_ID.dic": b"2\nkopi\nteh\n",
    "./usr/share/doc/hunspell-id/copyright": b"License: LGPL-3\n",
}
POSIX = pytest.mark.skipif(os.name == "nt", reason="a shell script stands for a program")


def packed(files=None, *, mode="xz"):
    """A Debian package with these files, as deb(5) describes it."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode=f"w:{mode}") as archive:
        for name, content in (FILES if files is None else files).items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    members = {"debian-binary": b"2.0\n", "control.tar.xz": b"odd", f"data.tar.{mode}": data.getvalue()}
    deb = b"!<arch>\n"
    for name, content in members.items():
        deb += f"{name:<16}{0:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n".encode() + content
        deb += b"\n" * (len(content) % 2)
    return deb


@pytest.fixture
def licences(tmp_path):
    """A folder with the licences' texts."""
    folder = tmp_path / "licences"
    folder.mkdir()
    for name in dictionaries.NAMED_LICENCES:
        (folder / name).write_text(f"text of {name}")
    return folder


@pytest.mark.parametrize("mode", ["xz", "gz"])
def test_the_program_finds_what_was_taken_with_its_licences(tmp_path, licences, mode):
    target = tmp_path / "resources" / "dictionaries"

    dictionaries.take(packed(mode=mode), target, licences)

    (found,) = find_dictionaries([target])
    assert found.name == "id_ID"
    assert check_files(found) == "iso8859-1"
    assert sorted(path.name for path in target.iterdir()) == [
        *("GPL-3.txt", "LGPL-3.txt", "copyright.txt", "id_ID.aff", "id_ID.dic"),
    ]
    assert (target / "LGPL-3.txt").read_text() == "text of LGPL-3"


@pytest.mark.parametrize(
    "deb",
    [b"", b"!<arch>\n", b"no package", packed()[:-60], packed({"./usr/share/other": b"x"}), packed()[:200]],
    ids=["empty", "without members", "other", "cut short", "another package", "cut in the middle"],
)
def test_a_damaged_or_other_package_leaves_nothing_behind(tmp_path, licences, deb):
    with pytest.raises(NotReady, match=r"package"):
        dictionaries.take(deb, tmp_path / "out", licences)

    assert not (tmp_path / "out").exists()


def test_without_the_licence_there_is_no_dictionary(tmp_path, licences):
    (licences / "GPL-3").unlink()

    with pytest.raises(NotReady, match="GPL-3"):
        dictionaries.take(packed(), tmp_path / "out", licences)

    assert not (tmp_path / "out").exists()


def run(*arguments, path=None):
    environment = {**os.environ, "PATH": os.environ["PATH"] if path is None else str(path)}
    command = [sys.executable, Path(dictionaries.__file__), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def test_a_package_that_was_brought_along_is_taken(tmp_path, licences):
    (tmp_path / "x.deb").write_bytes(packed())

    ended = run("--deb", tmp_path / "x.deb", "--licences", licences, "--out", tmp_path / "out")

    assert (ended.returncode, ended.stderr) == (0, "")
    assert (tmp_path / "out" / "id_ID.dic").is_file()


@POSIX
def test_apt_brings_the_package(tmp_path, licences):
    (tmp_path / "x.deb").write_bytes(packed())
    program = tmp_path / "bin" / "apt-get"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\n[ "$2" = download ] && /bin/cp "{tmp_path}/x.deb" hunspell-id_1_all.deb\n')
    program.chmod(0o755)

    ended = run("--licences", licences, "--out", tmp_path / "out", path=program.parent)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert (tmp_path / "out" / "id_ID.aff").is_file()


@POSIX
@pytest.mark.parametrize("script", [None, "exit 100"])
def test_who_cannot_bring_it_says_so(tmp_path, licences, script):
    folder = tmp_path / "bin"
    folder.mkdir()
    if script is not None:
        (folder / "apt-get").write_text(f"#!/bin/sh\n{script}\n")
        (folder / "apt-get").chmod(0o755)

    ended = run("--licences", licences, "--out", tmp_path / "out", path=folder)

    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "hunspell-id" in ended.stderr


@POSIX
@pytest.mark.parametrize(("user", "asked"), [(0, True), (1000, False)])
def test_root_gets_the_tests_dictionaries_installed_others_are_told(tmp_path, monkeypatch, capfd, user, asked):
    (tmp_path / "apt-get").write_text(f'#!/bin/sh\necho "$@" >> "{tmp_path}/calls"\n')
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(
        dictionaries, "FOR_TESTS", {str(tmp_path / "id_ID.dic"): "hunspell-id", __file__: "other"}
    )

    dictionaries.have_for_tests()

    install = "install -y --no-install-recommends hunspell-id"
    if asked:
        assert (tmp_path / "calls").read_text().splitlines() == ["-qq update", f"{install} -qq"]
    else:
        assert not (tmp_path / "calls").exists()
        assert install in capfd.readouterr().out


def test_nothing_is_done_where_the_dictionaries_are(monkeypatch, capfd):
    monkeypatch.setattr(dictionaries, "FOR_TESTS", {__file__: "other"})

    dictionaries.have_for_tests()

    assert capfd.readouterr() == ("", "")
