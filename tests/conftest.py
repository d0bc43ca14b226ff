"""What all tests share: no screen, no network, one house style, a small story, and how hard Hypothesis looks."""

import ipaddress
import os
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from editor_app.resources import resource
from editor_app.story.body import PhotoBlock, Span, TextBlock
from editor_app.story.house_style import HouseStyle, house_style
from editor_app.story.photo import Attachment
from editor_app.story.story import Credits, Story, normal_story

# Qt reads these when the application object is made.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "linux" and not os.environ.get("XDG_RUNTIME_DIR"):
    runtime = Path(tempfile.gettempdir(), f"runtime-{os.getuid()}")  # Qt's own choice, of which it then warns
    runtime.mkdir(mode=0o700, exist_ok=True)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
os.environ.pop("EDITOR_APP_DATA_DIR", None)  # no test may find the newsroom of the person who runs it

settings.register_profile("desk", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("desk"), max_examples=100, print_blob=True)
settings.register_profile("long", settings.get_profile("ci"), max_examples=5_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "desk"))


def _is_loopback(address: object) -> bool:
    if not isinstance(address, tuple):
        return True  # a Unix socket's path
    host = str(address[0])
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Nothing may leave this machine, and no test may need that it does."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        assert _is_loopback(address), f"a test reached for the network: {address}"
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture(scope="session")
def style() -> HouseStyle:
    """The house style of the first office."""
    return house_style(resource("house_styles", "press-office-id.toml").read_text("utf-8"))


@pytest.fixture(scope="session")
def make_story() -> Callable[..., Story]:
    """Builds a story that passes every check; what is named is changed: `make_story(headline="")`."""

    def build(**changes: Any) -> Story:
        story = Story(
            headline="WARGA DESA SUMBER ARUM BANGUN PERPUSTAKAAN APUNG",
            kicker="Pendidikan",
            standfirst="Rakit bambu di tepi danau menjadi ruang baca anak-anak desa.",
            dateline="Kota Tirta",
            event_date=date(2026, 9, 10),
            section="Berita",
            keywords=("perpustakaan", "desa"),
            credits=Credits(("Ratri Maheswari", "Danu Wiratama"), ("Humas Kota Tirta",), ("Sekar Larasati",)),
            body=(
                TextBlock("a0000001", (Span("Warga Desa Sumber Arum membangun perpustakaan di atas rakit."),)),
                PhotoBlock("a0000002", "f0000002"),
                TextBlock(
                    "a0000003",
                    (Span("“Kami ingin anak-anak "), Span("betah", ("em",)), Span(" membaca,” ujar Wiryo.")),
                ),
            ),
            photos=(
                Attachment(
                    "f0000001",
                    sha256="1" * 64,
                    file="rakit.jpg",
                    caption="GOTONG ROYONG: Warga merakit bambu di tepi danau.",
                    alt="Sekelompok orang mengikat bambu",
                    creator="Bayu Nirwana",
                    agency="Humas Kota Tirta",
                    lead=True,
                ),
                Attachment(
                    "f0000002",
                    sha256="2" * 64,
                    file="baca.jpg",
                    caption="FOKUS: Anak-anak membaca di rak pertama.",
                    alt="Tiga anak duduk membaca",
                    creator="Bayu Nirwana",
                ),
            ),
        )
        return normal_story(replace(story, **changes))

    return build
