"""A small fixed edition that touches every kind of block, and small pictures, for the tests of the formats."""

import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image

from editor_app.formats.edition import Approval, Correction, Edition, Picture
from editor_app.resources import resource
from editor_app.story.body import BreakBlock, Link, PhotoBlock, Span, TextBlock
from editor_app.story.house_style import HouseStyle, house_style
from editor_app.story.photo import Attachment
from editor_app.story.revision import freeze
from editor_app.story.story import Credits, Story, normal_story

GOLDEN = Path(__file__).parent.parent / "golden"

ColouredJpeg = Callable[..., bytes]
MakeEdition = Callable[..., Edition]


def para(key: str, text: str, **properties: object) -> TextBlock:
    """A paragraph of one span without marks."""
    return TextBlock(key=key, children=(Span(text),), **properties)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def indonesian() -> HouseStyle:
    return house_style(resource("house_styles", "press-office-id.toml").read_text("utf-8"))


@pytest.fixture(scope="session")
def english() -> HouseStyle:
    return house_style(resource("house_styles", "press-office-en.toml").read_text("utf-8"))


@pytest.fixture(scope="session")
def jpeg() -> ColouredJpeg:
    def make(colour: str = "teal", size: tuple[int, int] = (64, 48), kind: str = "JPEG") -> bytes:
        stream = io.BytesIO()
        Image.new("RGB", size, colour).save(stream, kind)
        return stream.getvalue()

    return make


@pytest.fixture(scope="session")
def story() -> Story:
    """A press-office story in small: every style, list, mark and link; one photo of four is unplaced."""
    return normal_story(
        Story(
            headline="WARGA SUKAMAJU TANAM SERIBU POHON DI TEPI SUNGAI",
            kicker="Lingkungan",
            standfirst="Kerja bakti dua hari menutup lahan gundul.\nPanen pertama diharapkan tiga tahun lagi.",
            dateline="Malang",
            event_date=date(2026, 9, 12),
            section="Siaran Pers",
            language="id",
            keywords=("pohon", "sungai", "warga & alam"),
            credits=Credits(writers=("Sari Wening", "Bagas Pradipta"), editors=("Humas Kota",)),
            body=(
                TextBlock(
                    key="b01",
                    children=(
                        Span("Seribu bibit "),
                        Span("sukun & trembesi", ("strong",)),
                        Span(" ditanam di tepi "),
                        Span("Sungai Bening", ("em", "lnk1")),
                        Span(" pada Sabtu pagi."),
                    ),
                    mark_defs=(Link("lnk1", "https://contoh.example/sungai?a=1&b=2"),),
                ),
                PhotoBlock(key="b02", photo="lead"),
                para("b03", "“Pohon ini untuk cucu kita,” ujar Ketua RW.", style="blockquote"),
                para("b04", "“Akarnya menahan tanah.”", style="blockquote"),
                para("b05", "Bibit dari kebun warga", style="h2"),
                PhotoBlock(key="b06", photo="seed"),
                TextBlock(
                    key="b07",
                    children=(
                        Span("Takaran pupuk", ("underline",)),
                        Span(": 2 m"),
                        Span("3", ("sup",)),
                        Span(" air, CO"),
                        Span("2", ("sub",)),
                        Span(", "),
                        Span("lama", ("strike-through",)),
                        Span(" "),
                        Span("kode-7", ("code",)),
                        Span(".\nBaris kedua."),
                    ),
                ),
                para("b08", "Langkah tanam", style="h3"),
                para("b09", "Gali lubang", list_item="number", start=3),
                para("b10", "sedalam lutut", list_item="bullet", level=2),
                para("b11", "selebar bahu", list_item="bullet", level=2),
                para("b12", "Tanam dan siram", list_item="number"),
                para("b13", "Catatan", style="h4"),
                para("b14", "Bawa bibit sendiri", list_item="bullet"),
                BreakBlock(key="b15"),
                para("b16", "Satu orang, satu pohon.", style="pullquote"),
                PhotoBlock(key="b17", photo="river"),
                para("b18", "Kegiatan serupa digelar lagi bulan depan."),
            ),
            photos=(
                Attachment(
                    key="lead",
                    sha256="aa" * 32,
                    file="IMG_0001.JPG",
                    caption="FOKUS: Warga menurunkan bibit dari perahu.",
                    alt="Empat orang memindahkan bibit dari perahu kayu ke tepi sungai",
                    creator="Rangga P.",
                    agency="Humas Kota",
                    rights="© Humas Kota",
                    lead=True,
                ),
                Attachment(
                    key="seed",
                    sha256="bb" * 32,
                    file="IMG_0002.JPG",
                    caption="Bibit sukun <muda> di kebun.",
                    alt='Deretan "polybag" hijau',
                    creator="Dewi Lestari Putri",
                ),
                Attachment(
                    key="river",
                    sha256="cc" * 32,
                    file="IMG_0003.JPG",
                    caption="SUNGAI BENING: Air surut pada musim kemarau.",
                    alt="Sungai dangkal dengan batu besar",
                    creator="Rangga P.",
                    agency="Humas Kota",
                ),
                Attachment(
                    key="crowd",
                    sha256="dd" * 32,
                    file="IMG_0004.JPG",
                    caption="Foto bersama seusai kegiatan.",
                    alt="Puluhan warga berdiri di depan balai",
                    creator="Rangga P.",
                ),
            ),
        )
    )


@pytest.fixture(scope="session")
def pictures() -> dict[str, Picture]:
    """Pictures whose bytes are kept, so that golden files do not change with the JPEG library."""
    wide, tall = ((GOLDEN / name).read_bytes() for name in ("wide.jpg", "tall.jpg"))
    return {
        "lead": Picture(wide, "image/jpeg", 48, 32),
        "seed": Picture(tall, "image/jpeg", 32, 48),
        "river": Picture(wide + b"\0", "image/jpeg", 48, 32),
        "crowd": Picture(tall, "image/jpeg", 32, 48),
    }


@pytest.fixture(scope="session")
def make_edition(indonesian: HouseStyle, story: Story, pictures: dict[str, Picture]) -> MakeEdition:
    """Makes an approved edition of a story; keyword arguments replace what it has."""

    def make(told: Story = story, **changes: object) -> Edition:
        revision = freeze(
            told,
            story_id="01890a5d-ac96-774b-bcce-b302099a8057",
            parents=(),
            author="p-sari",
            at=datetime(2026, 9, 13, 3, 4, 5, 678000, UTC),
        )
        proof = bool(changes.get("proof"))
        approval = Approval("e-42", "Ratna Kusuma", datetime(2026, 9, 13, 7, 0, tzinfo=UTC), waived=False)
        parts: dict[str, object] = {
            "story": told,
            "revision": revision,
            "style": indonesian,
            "newsroom": "Humas Kota Sukamaju",
            "pictures": pictures,
            "approval": None if proof else approval,
            "correction": None,
            "proof": False,
        }
        return Edition(**(parts | changes))  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def edition(make_edition: MakeEdition) -> Edition:
    return make_edition()


@pytest.fixture(scope="session")
def proof(make_edition: MakeEdition) -> Edition:
    return make_edition(proof=True)


@pytest.fixture(scope="session")
def corrected(make_edition: MakeEdition) -> Edition:
    """Corrected late in the evening by UTC, which is the next day in the newsroom."""
    at = datetime(2026, 9, 14, 20, 0, tzinfo=UTC)
    return make_edition(correction=Correction("e-50", "Jumlah bibit seribu,\nbukan dua ribu.", at))
