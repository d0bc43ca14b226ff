"""Where dictionaries are looked for, and which of them serve."""

import os
import sys
from pathlib import Path

import pytest

from editor_app.resources import resources_root
from editor_app.spelling.dictionaries import (
    Dictionary,
    best_of,
    dictionary_folders,
    find_dictionaries,
    install_command,
)


def put(folder: Path, *names: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.aff").write_text("SET UTF-8\n")
        (folder / f"{name}.dic").write_text("1\nkata\n")
    return folder


def names(found: tuple[Dictionary, ...]) -> list[str]:
    return [each.name for each in found]


def test_the_newsroom_s_own_goes_before_the_program_s_and_the_machine_s(tmp_path: Path) -> None:
    folders = dictionary_folders(tmp_path, {"DICPATH": f"/satu{os.pathsep}/dua"})

    assert folders[:4] == (
        tmp_path / "dictionaries",
        resources_root() / "dictionaries",
        Path("/satu"),
        Path("/dua"),
    )
    if sys.platform == "linux":
        assert {Path("/usr/share/hunspell"), Path("/usr/share/myspell")} <= set(folders)


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("darwin", {}, "/Library/Spelling"),
        ("win32", {"APPDATA": "/data"}, "/data/hunspell"),
        ("linux", {"XDG_DATA_DIRS": "/opt/share"}, "/opt/share/hunspell"),
    ],
)
def test_every_platform_has_its_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str], expected: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert Path(expected) in dictionary_folders(tmp_path, environment)


def test_of_two_with_one_name_the_first_serves(tmp_path: Path) -> None:
    mine, theirs = put(tmp_path / "mine", "id_ID"), put(tmp_path / "theirs", "id_ID", "en_GB")
    found = find_dictionaries([mine, tmp_path / "nowhere", theirs])

    assert names(found) == ["id_ID", "en_GB"]
    assert found[0].aff.parent == mine


def test_what_is_no_pair_or_has_no_language_s_name_is_none(tmp_path: Path) -> None:
    folder = put(tmp_path, "id_ID", "hyphenation-patterns", "Kamus")
    (folder / "id_ID.dic").unlink()

    assert find_dictionaries([folder]) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_another_name_of_the_same_file_is_no_other_dictionary(tmp_path: Path) -> None:
    folder = put(tmp_path, "en_GB")
    for ending in ("aff", "dic"):
        (folder / f"en_NZ.{ending}").symlink_to(folder / f"en_GB.{ending}")

    assert names(find_dictionaries([folder])) == ["en_GB"]


def test_one_of_each_usual_language_serves(tmp_path: Path) -> None:
    found = find_dictionaries([put(tmp_path, "de_DE_frami", "en_AU", "en_GB", "en_US", "id_ID", "jv")])

    assert names(best_of(found)) == ["id_ID", "en_US"]
    assert names(best_of(found, ["jv", "de", "fr"])) == ["jv", "de_DE_frami"]


def test_a_dictionary_s_name_tells_language_and_country() -> None:
    told = [Dictionary(name, Path(), Path()) for name in ("id_ID", "en-US", "sr_Latn_RS", "de_DE_frami", "jv")]

    assert [each.language for each in told] == ["id", "en", "sr", "de", "jv"]
    assert [each.locale for each in told] == ["id_ID", "en_US", "sr_Latn_RS", "de_DE", "jv"]


@pytest.mark.skipif(sys.platform == "win32", reason="programs have other names there")
@pytest.mark.parametrize(
    ("program", "command"),
    [
        ("apt-get", "sudo apt install hunspell-id hunspell-en-us"),
        ("dnf", "sudo dnf install hunspell-id hunspell-en-us"),
        ("other", None),
    ],
)
def test_the_system_s_own_installer_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, command: str | None
) -> None:
    (tmp_path / program).write_text("#!/bin/sh\n")
    (tmp_path / program).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")

    assert install_command(["id", "en"]) == command
    assert install_command(["jv"]) is None
    assert install_command([]) is None


def test_elsewhere_no_command_is_promised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")

    assert install_command(["id"]) is None
