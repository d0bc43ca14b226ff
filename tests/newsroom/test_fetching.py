"""Fetching a picture from a website that a person asked for, and what keeps that from working."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor_app.newsroom import fetching
from editor_app.newsroom.fetching import fetch, file_of, site_of
from editor_app.words import Trouble
from tests.newsroom.press_office import in_trouble, picture
from tests.newsroom.web import Website, website


@pytest.fixture
def site() -> Iterator[Website]:
    with website() as running:
        yield running


def test_the_bytes_come_as_they_are(site: Website, tmp_path: Path) -> None:
    data = picture(tmp_path / "a.jpg").read_bytes()
    assert fetch(site.hold("/foto/a.jpg", data)) == data
    assert site.asked == ["/foto/a.jpg"]


def test_a_site_may_send_on_to_another_address_of_the_web(site: Website) -> None:
    there = site.hold("/baru.jpg", b"isi")
    assert fetch(site.send_on("/lama.jpg", there)) == b"isi"


@pytest.mark.parametrize("to", ["file:///etc/hostname", "ftp://127.0.0.1/a.jpg", "data:text/plain,abc"])
def test_a_site_may_not_send_on_to_anything_else(site: Website, to: str) -> None:
    with pytest.raises(Trouble) as caught:
        fetch(site.send_on("/lama.jpg", to))
    assert caught.value.message.code in {"fetch-no-answer", "fetch-refused"}


def test_going_round_in_circles_ends(site: Website) -> None:
    address = site.send_on("/a", f"{site.address}/a")
    with in_trouble("fetch-refused"):
        fetch(address)


def test_a_site_that_says_no_is_named_with_its_answer(site: Website) -> None:
    with in_trouble("fetch-refused", site="127.0.0.1", status=404):
        fetch(f"{site.address}/tiada.jpg")


def test_a_site_that_is_not_there_does_not_answer() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with in_trouble("fetch-no-answer"):
        fetch(f"http://127.0.0.1:{port}/a.jpg")


def test_a_site_that_hangs_up_did_not_answer(site: Website) -> None:
    with in_trouble("fetch-no-answer"):
        fetch(site.cut_off("/a.jpg"))


@pytest.mark.parametrize(
    "address", ["file:///etc/hostname", "ftp://127.0.0.1/a", "http://", "http://[", "http://a b/", "data:,a"]
)
def test_what_is_no_address_of_the_web_is_not_asked(address: str) -> None:
    with in_trouble("fetch-no-answer"):
        fetch(address)


def test_what_is_too_large_is_not_taken(site: Website, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MOST_BYTES", 1000)
    assert len(fetch(site.hold("/a.jpg", b"x" * 1000))) == 1000
    with in_trouble("fetch-too-large"):
        fetch(site.hold("/b.jpg", b"x" * 1001))


@pytest.mark.parametrize(
    ("address", "file", "site"),
    [
        ("https://www.kota.example/foto/Rapat%20besar.jpg?w=3", "Rapat besar.jpg", "kota.example"),
        ("https://kota.example/", "kota.example", "kota.example"),
        ("http://[", "http://[", "http://["),
    ],
)
def test_an_address_gives_its_file_and_its_site(address: str, file: str, site: str) -> None:
    assert (file_of(address), site_of(address)) == (file, site)
