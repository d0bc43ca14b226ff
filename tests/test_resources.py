"""Resources are found wherever the program runs from."""

import sys

import pytest

from editor_app import resources
from editor_app.resources import resource, resources_root


def test_a_checkout_has_its_resources_beside_the_package():
    assert resource("house_styles", "press-office-id.toml").is_file()
    assert resources_root().name == "resources"


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A place where the package is installed, without the checkout around it."""
    package = tmp_path / "site-packages" / "editor_app"
    package.mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(package / "resources.py"))
    return package


def test_a_wheel_carries_its_resources_inside(installed):
    (installed / "_resources").mkdir()

    assert resource("icons", "a.svg") == installed / "_resources" / "icons" / "a.svg"


def test_a_frozen_program_carries_them_in_its_bundle(installed, tmp_path, monkeypatch):
    (tmp_path / "bundle" / "resources").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)

    assert resources_root() == tmp_path / "bundle" / "resources"


def test_an_installation_without_them_is_told(installed):
    with pytest.raises(FileNotFoundError, match="_resources"):
        resources_root()
