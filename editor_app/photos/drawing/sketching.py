"""A sheet to draw smooth, softly lit shapes on: what the sample newsroom's pictures are drawn with."""

import math
from collections.abc import Sequence
from typing import Literal

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

Point = tuple[float, float]
Path = Sequence[Point]
Rgb = tuple[int, int, int]
Way = Literal["down", "across"]
Area = tuple[int, int, int, int]  # left, top, right, bottom in px

ACROSS = 1000.0  # units across a sheet, whatever its size in px
_FINER = 3  # shapes are drawn so many times finer than the sheet, so that their edges are smooth
_AT_EDGE = 76  # what Pillow's radial gradient, turned, shows in the middle of an edge
_STEPS = 10  # straight pieces that stand for one piece of a curve


def rgb(colour: str) -> Rgb:
    """The colour that `#rrggbb` names."""
    return ImageColor.getrgb(colour)[:3]


def mix(first: Rgb, second: Rgb, share: float) -> Rgb:
    """A colour between two; `share` is how much of the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def lighter(colour: Rgb, share: float) -> Rgb:
    """The colour with so much of white in it."""
    return mix(colour, (255, 250, 240), share)


def darker(colour: Rgb, share: float) -> Rgb:
    """The colour with so much of a blue dusk in it."""
    return mix(colour, (22, 20, 38), share)


def curve(points: Path) -> list[Point]:
    """A smooth closed line through the points (Catmull-Rom)."""
    count = len(points)
    line = []
    for index in range(count):
        before, start, end, after = (points[(index + step) % count] for step in (-1, 0, 1, 2))
        for step in range(_STEPS):
            at = step / _STEPS
            line.append(
                (
                    _between(before[0], start[0], end[0], after[0], at),
                    _between(before[1], start[1], end[1], after[1], at),
                )
            )
    return line


def oval(x: float, y: float, across: float, down: float) -> list[Point]:
    """An ellipse around a point, by its half width and half height."""
    turns = [index * math.tau / 56 for index in range(56)]
    return [(x + across * math.cos(turn), y + down * math.sin(turn)) for turn in turns]


def box(left: float, top: float, right: float, bottom: float, corner: float = 0.0) -> list[Point]:
    """A rectangle; `corner` is the radius of its corners."""
    if not corner:
        return [(left, top), (right, top), (right, bottom), (left, bottom)]
    line = []
    centres = (
        (right - corner, top + corner, -90),
        (right - corner, bottom - corner, 0),
        (left + corner, bottom - corner, 90),
        (left + corner, top + corner, 180),
    )
    for x, y, first in centres:
        for step in range(9):
            turn = math.radians(first + step * 11.25)
            line.append((x + corner * math.cos(turn), y + corner * math.sin(turn)))
    return line


def limb(line: Path, widths: Sequence[float]) -> list[Point]:
    """The outline of something long and round-ended along a line, as wide at each point as `widths` says."""
    left: list[Point] = []
    right: list[Point] = []
    for index, ((x, y), width) in enumerate(zip(line, widths, strict=True)):
        ahead, back = line[min(index + 1, len(line) - 1)], line[max(index - 1, 0)]
        turn = math.atan2(ahead[1] - back[1], ahead[0] - back[0]) + math.pi / 2
        across, down = math.cos(turn) * width / 2, math.sin(turn) * width / 2
        left.append((x + across, y + down))
        right.append((x - across, y - down))
    return curve([*left, *reversed(right)])


def bow(start: Point, middle: Point, end: Point, pieces: int = 8) -> list[Point]:
    """An open line from `start` to `end` that bends towards `middle` (a quadratic curve)."""
    line = []
    for step in range(pieces + 1):
        at = step / pieces
        shares = ((1 - at) ** 2, 2 * at * (1 - at), at**2)
        line.append(
            (
                sum(share * point[0] for share, point in zip(shares, (start, middle, end), strict=True)),
                sum(share * point[1] for share, point in zip(shares, (start, middle, end), strict=True)),
            )
        )
    return line


def both_sides(half: Path, x: float = 0.0) -> list[Point]:
    """A shape that is the same left and right of `x`, from its right half (top to bottom, distances from `x`)."""
    return [(x + dx, y) for dx, y in half] + [(x - dx, y) for dx, y in reversed(half) if dx]


class Sheet:
    """A picture that is being drawn. All places and lengths are in units of a thousandth of its width."""

    def __init__(self, width: int, height: int, colour: Rgb) -> None:
        self.image = Image.new("RGB", (width, height), colour)
        self._unit = width / ACROSS

    @property
    def down(self) -> float:
        """The height of the sheet in units."""
        return self.image.height / self._unit

    def fill(
        self,
        path: Path,
        colour: Rgb,
        to: Rgb | None = None,
        *,
        way: Way = "down",
        opacity: float = 1.0,
        blur: float = 0.0,
    ) -> None:
        """Fills a closed line with one colour, or with a passage from `colour` to `to` down or across it."""
        area = self._area(path, blur * 3)
        if area is None:
            return
        mask = self._mask(path, area, blur)
        self._lay(mask, area, colour, to, way, opacity)

    def stroke(self, path: Path, width: float, colour: Rgb, *, opacity: float = 1.0) -> None:
        """Draws an open line with round ends and joints."""
        area = self._area(path, width)
        if area is None:
            return
        scale = self._unit * _FINER
        left, top, right, bottom = area
        mask = Image.new("L", ((right - left) * _FINER, (bottom - top) * _FINER))
        draw = ImageDraw.Draw(mask)
        line = [(x * scale - left * _FINER, y * scale - top * _FINER) for x, y in path]
        thick = max(1.0, width * scale)
        draw.line(line, fill=255, width=round(thick), joint="curve")
        for x, y in (line[0], line[-1]):
            draw.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), fill=255)
        self._lay(mask.reduce(_FINER), area, colour, None, "down", opacity)

    def glow(self, x: float, y: float, across: float, down: float, colour: Rgb, strength: float) -> None:
        """Light (or with a dark colour, shade) that fades from a point to nothing at the edge of an ellipse."""
        area = self._bounds(box(x - across, y - down, x + across, y + down), 0)
        left, top, right, bottom = area
        fading = ImageChops.invert(Image.radial_gradient("L")).point(lambda value: _ease(value, strength))
        mask = fading.resize((right - left, bottom - top), Image.Resampling.BICUBIC)
        self.image.paste(colour, area, mask)

    def pattern(self, path: Path, colour: Rgb, step: float, opacity: float) -> None:
        """A batik-like lattice of small lozenges over a shape."""
        area = self._area(path, 0)
        if area is None:
            return
        left, top, right, bottom = area
        motif = Image.new("L", (right - left, bottom - top))
        draw = ImageDraw.Draw(motif)
        size = step * self._unit
        for row in range(int((bottom - top) / size * 2) + 2):
            for column in range(int((right - left) / size) + 2):
                x, y = (column + row % 2 / 2) * size, row * size / 2
                reach = size * (0.30 if row // 2 % 2 == 0 else 0.16)  # two rows large, two small
                draw.polygon([(x - reach, y), (x, y - reach), (x + reach, y), (x, y + reach)], fill=255)
        mask = ImageChops.multiply(motif.filter(ImageFilter.GaussianBlur(0.6)), self._mask(path, area, 0))
        self._lay(mask, area, colour, None, "down", opacity)

    def soften(self, radius: float) -> None:
        """Takes everything drawn so far out of focus, as a lens does with what is far behind."""
        self.image = self.image.filter(ImageFilter.GaussianBlur(radius * self._unit))

    def _area(self, path: Path, margin: float) -> Area | None:
        """The part of the sheet that a path covers; None where it covers nothing."""
        left, top, right, bottom = self._bounds(path, margin)
        left, top = max(left, 0), max(top, 0)
        right, bottom = min(right, self.image.width), min(bottom, self.image.height)
        return (left, top, right, bottom) if right > left and bottom > top else None

    def _bounds(self, path: Path, margin: float) -> Area:
        """What a path covers, on the sheet and beside it."""
        xs, ys = [x for x, _ in path], [y for _, y in path]
        left, top = (math.floor((min(side) - margin) * self._unit) for side in (xs, ys))
        right, bottom = (math.ceil((max(side) + margin) * self._unit) + 1 for side in (xs, ys))
        return left, top, right, bottom

    def _mask(self, path: Path, area: Area, blur: float) -> Image.Image:
        """What a path covers of an area. What is blurred is drawn coarsely, since no edge of it will be seen."""
        left, top, right, bottom = area
        size = (right - left, bottom - top)
        radius = blur * self._unit
        fine = float(_FINER) if radius < 1 else min(1.0, 4 / radius)
        drawn = (max(1, round(size[0] * fine)), max(1, round(size[1] * fine)))
        mask = Image.new("L", drawn)
        scale = self._unit * fine
        line = [(x * scale - left * fine, y * scale - top * fine) for x, y in path]
        ImageDraw.Draw(mask).polygon(line, fill=255)
        if radius < 1:
            return mask.reduce(_FINER)
        mask = mask.filter(ImageFilter.GaussianBlur(radius * fine))
        return mask if drawn == size else mask.resize(size, Image.Resampling.BICUBIC)

    def _lay(
        self,
        mask: Image.Image,
        area: Area,
        colour: Rgb,
        to: Rgb | None,
        way: Way,
        opacity: float,
    ) -> None:
        if opacity < 1:
            mask = mask.point(lambda value: round(value * opacity))
        if to is None:
            self.image.paste(colour, area, mask)
            return
        size = mask.size
        passage = Image.linear_gradient("L")
        if way == "across":
            passage = passage.transpose(Image.Transpose.ROTATE_90)
        passage = passage.resize(size, Image.Resampling.BILINEAR)
        paint = Image.composite(Image.new("RGB", size, to), Image.new("RGB", size, colour), passage)
        self.image.paste(paint, area, mask)


def _between(before: float, start: float, end: float, after: float, at: float) -> float:
    """The Catmull-Rom curve between `start` and `end`."""
    return 0.5 * (
        2 * start
        + (end - before) * at
        + (2 * before - 5 * start + 4 * end - after) * at**2
        + (3 * start - before - 3 * end + after) * at**3
    )


def _ease(value: float, strength: float) -> int:
    """A fading light without a visible edge. Pillow's gradient is turned: 255 in the middle, 0 in the corners."""
    share = max(0.0, (value - _AT_EDGE) / (255 - _AT_EDGE))
    return round(255 * strength * share * share * (3 - 2 * share))
