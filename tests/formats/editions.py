"""A small fixed story that touches every kind of block, its pictures, and editions made of it.

Run as a program (`python -m tests.formats.editions`) it prints the SHA-256 of every format's bytes.
"""

import hashlib
import io
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from PIL import Image

from editor_app.formats.bundle_writer import write_bundle
from editor_app.formats.docx_writer import write_docx
from editor_app.formats.edition import Approval, Correction, Edition, Picture, picture_names
from editor_app.formats.html_writer import write_fragment, write_page
from editor_app.resources import resource
from editor_app.story.body import BreakBlock, Cell, Link, PhotoBlock, Span, Table, TextBlock
from editor_app.story.house_style import house_style
from editor_app.story.photo import Attachment
from editor_app.story.revision import freeze
from editor_app.story.story import Credits, Story, normal_story

GOLDEN = Path(__file__).parent.parent / "golden"
STORY_ID = "01890a5d-ac96-774b-bcce-b302099a8057"
APPROVAL = Approval("e-42", "Ratna Kusuma", datetime(2026, 9, 13, 7, 0, tzinfo=UTC), waived=False)
# Late in the evening by UTC, which is the next day in the newsroom.
CORRECTION = Correction("e-50", "Jumlah bibit seribu,\nbukan dua ribu.", datetime(2026, 9, 14, 20, 0, tzinfo=UTC))


def para(key: str, text: str, **properties: Any) -> TextBlock:
    """A paragraph of one span without marks."""
    return TextBlock(key=key, children=(Span(text),), **properties)


def small_story() -> Story:
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
                Table(
                    "b19",
                    (
                        (Cell((Span("Kampung"),)), Cell((Span("Bibit"),)), Cell((Span("Catatan"),))),
                        (
                            Cell((Span("Sukamaju"),)),
                            Cell((Span("1.250"),)),
                            Cell(
                                (Span("lihat "), Span("laporan", ("em", "lnk2"))),
                                (Link("lnk2", "https://contoh.example/laporan"),),
                            ),
                        ),
                        (Cell((Span("Tirta & Arum", ("strong",)),)), Cell((Span("980"),)), Cell()),
                    ),
                    "Bibit menurut kampung.",
                    1,
                ),
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


def small_pictures() -> dict[str, Picture]:
    """Pictures whose bytes are kept, so that golden files do not change with the JPEG library."""
    wide, tall = ((GOLDEN / name).read_bytes() for name in ("wide.jpg", "tall.jpg"))
    return {
        "lead": Picture(wide, "image/jpeg", 48, 32),
        "seed": Picture(tall, "image/jpeg", 32, 48),
        "river": Picture(wide + b"\0", "image/jpeg", 48, 32),
        "crowd": Picture(tall, "image/jpeg", 32, 48),
    }


def drawn_picture(width: int, height: int, kind: str = "JPEG", colour: str = "teal") -> Picture:
    """A picture of one colour; sizes in px."""
    stream = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(stream, kind)
    return Picture(stream.getvalue(), f"image/{kind.lower()}", width, height)


def edition_of(story: Story, **changes: Any) -> Edition:
    """An approved edition of a story, or a proof of it; what is named is changed."""
    revision = freeze(
        story,
        story_id=STORY_ID,
        parents=(),
        author="p-sari",
        at=datetime(2026, 9, 13, 3, 4, 5, 678000, UTC),
    )
    parts: dict[str, Any] = {
        "story": story,
        "revision": revision,
        "style": house_style(resource("house_styles", "press-office-id.toml").read_text("utf-8")),
        "newsroom": "Humas Kota Sukamaju",
        "pictures": small_pictures(),
        "approval": None if changes.get("proof") else APPROVAL,
        "correction": None,
        "proof": False,
    }
    return Edition(**(parts | changes))


def hashes(edition: Edition) -> str:
    """The SHA-256 of the edition in every format, one a line."""
    names = picture_names(edition)
    written = (
        write_docx(edition),
        write_page(edition, picture_path=names).encode(),
        write_fragment(edition, picture_path=names).encode(),
        write_bundle(edition),
    )
    return "\n".join(hashlib.sha256(data).hexdigest() for data in written)


if __name__ == "__main__":
    print(hashes(edition_of(small_story(), correction=CORRECTION)))  # noqa: T201 - what the program is for
