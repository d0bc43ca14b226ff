"""The people, the story and the photos of the journeys by the command: invented, about nobody real."""

from pathlib import Path

from PIL import Image, ImageDraw

WRITER, PHOTOGRAPHER = "Ratri Maheswari", "Bayu Nirwana"
EDITOR, SECOND_EDITOR = "Sekar Larasati", "Danu Wiratama"

HEADLINE = "WARGA SUMBER ARUM BANGUN PERPUSTAKAAN APUNG"
STORY = f"""# {HEADLINE}

Tirta, Warga Desa Sumber Arum membangun perpustakaan di atas rakit bambu.

“Kami ingin anak-anak **betah** membaca,” ujar Wiryo.

## Dari bambu sisa

Rakitnya memuat 400 buku. [Laman desa](https://sumber-arum.example/rakit) memuat jadwalnya.

Penulis : Ratri Maheswari & Wira Adiguna

Editor : Sekar Larasati
"""


def picture(path: Path, size: tuple[int, int] = (800, 600), colour: str = "steelblue") -> Path:
    """Draws a small picture into a file; the suffix says of which kind."""
    image = Image.new("RGB", size, colour)
    ImageDraw.Draw(image).ellipse((size[0] // 4, size[1] // 4, size[0] // 2, size[1] // 2), fill="white")
    image.save(path)
    return path


def photo_files(folder: Path) -> tuple[Path, Path]:
    """The two photos of the story: one larger than exports print, one smaller and of another kind."""
    return picture(folder / "rakit.jpg", (2400, 1600)), picture(folder / "baca.png", (800, 600), "olive")
