"""What stands about in the sample newsroom's pictures: walls, windows, screens, tables, trees."""

import random
from itertools import pairwise

from editor_app.photos.drawing.sketching import Path, Rgb, Sheet, box, curve, darker, lighter, mix, oval, rgb

WOOD = rgb("#a9744a")
LEAF = rgb("#4f7d5a")
PAPER = rgb("#fbf8f1")
INK = rgb("#2b2a35")
RED = rgb("#c8322f")


def room(sheet: Sheet, wall: Rgb, floor: Rgb, skirting: float) -> None:
    """A wall that the light falls down, a ceiling edge, and a floor from `skirting` down."""
    sheet.fill(box(-9, -9, 1009, sheet.down + 9), lighter(wall, 0.28), darker(wall, 0.18))
    sheet.fill(box(-9, -9, 1009, 34), lighter(wall, 0.5), lighter(wall, 0.34))
    sheet.fill(box(-9, 34, 1009, 37), darker(wall, 0.16), opacity=0.5)
    sheet.fill(box(-9, skirting, 1009, sheet.down + 9), lighter(floor, 0.16), darker(floor, 0.3))
    sheet.fill(box(-9, skirting - 9, 1009, skirting), darker(wall, 0.42), darker(wall, 0.5))


def slats(sheet: Sheet, left: float, right: float, top: float, bottom: float, wood: Rgb) -> None:
    """A panel of upright wooden slats."""
    sheet.fill(box(left, top, right, bottom), darker(wood, 0.3), darker(wood, 0.46))
    count = round((right - left) / 11)
    step = (right - left) / count
    for index in range(count):
        start = left + index * step + 1.2
        sheet.fill(box(start, top, start + step - 3.4, bottom), lighter(wood, 0.16), darker(wood, 0.18))


def lamps(sheet: Sheet, light: Rgb) -> None:
    """Panels of light along the ceiling, and what they throw on the wall."""
    for x in (120, 380, 640, 900):
        sheet.glow(x, 24, 190, 150, light, 0.34)
        sheet.fill([(x - 62, 12), (x + 62, 12), (x + 50, 22), (x - 50, 22)], lighter(light, 0.8))


def window(sheet: Sheet, left: float, top: float, right: float, bottom: float, light: Rgb) -> None:
    """A window with hills and trees outside, and the daylight around it."""
    middle = (top + bottom) / 2
    sheet.glow((left + right) / 2, middle, (right - left) * 1.3, (bottom - top) * 0.95, light, 0.5)
    sheet.fill(box(left - 7, top - 7, right + 7, bottom + 7), rgb("#f5efe4"), rgb("#d9cfbf"))
    sheet.fill(box(left, top, right, bottom), rgb("#c9e2ec"), rgb("#f6efd9"))
    span, drop = right - left, bottom - top
    hill = [(left, bottom), (left, top + drop * 0.7), (left + span * 0.35, top + drop * 0.5)]
    sheet.fill([*hill, (right, top + drop * 0.72), (right, bottom)], rgb("#a7c4b5"), rgb("#8fb39b"))
    for share, size in ((0.16, 0.3), (0.52, 0.22), (0.85, 0.34)):
        radius = min(span, drop) * size
        crown = oval(left + span * share, bottom - radius * 0.5, radius * 0.72, radius)
        held = [(min(max(x, left), right), min(y, bottom)) for x, y in crown]
        sheet.fill(held, rgb("#86ad7c"), rgb("#5d8d64"))
    for share in (1 / 3, 2 / 3):
        x = left + span * share
        sheet.fill(box(x - 2, top, x + 2, bottom), rgb("#efe8db"))
    sheet.fill(box(left, top + drop * 0.3, right, top + drop * 0.3 + 3.4), rgb("#efe8db"))
    sheet.fill(box(left - 12, bottom + 5, right + 12, bottom + 12), rgb("#efe6d6"), rgb("#cbbda6"))


def screen(sheet: Sheet, left: float, top: float, right: float, bottom: float, accent: Rgb) -> None:
    """A projector's screen with a slide: a heading, a few lines, columns that rise."""
    across, down = right - left, bottom - top
    sheet.glow((left + right) / 2, (top + bottom) / 2, across * 0.86, down * 0.98, (255, 252, 240), 0.62)
    sheet.fill(box(left - 5, top - 11, right + 5, bottom + 6, 3), rgb("#33323c"), rgb("#24232c"))
    sheet.fill(box(left, top, right, bottom), rgb("#fffdf6"), rgb("#eef1ee"))
    sheet.fill(box(left, top, right, top + down * 0.17), accent, lighter(accent, 0.2), way="across")
    sheet.fill(box(left + across * 0.05, top + down * 0.06, left + across * 0.52, top + down * 0.11, 2), PAPER)
    for line, length in enumerate((0.36, 0.41, 0.3, 0.39, 0.24)):
        y = top + down * (0.29 + line * 0.115)
        sheet.fill(oval(left + across * 0.065, y, 3, 3), lighter(accent, 0.25))
        sheet.fill(box(left + across * 0.09, y - 3, left + across * (0.09 + length), y + 3, 2.5), rgb("#c5c9cc"))
    base = top + down * 0.86
    heights = (0.2, 0.31, 0.27, 0.43, 0.52)
    for column, height in enumerate(heights):
        start = left + across * (0.58 + column * 0.074)
        colour = rgb("#e0a33c") if height == max(heights) else mix(accent, PAPER, 0.42 - column * 0.08)
        sheet.fill(
            box(start, base - down * height, start + across * 0.05, base, 2), lighter(colour, 0.16), colour
        )
    sheet.fill(box(left + across * 0.56, base, left + across * 0.95, base + 2), rgb("#9aa0a6"))


def lectern(sheet: Sheet, x: float, top: float, size: float, wood: Rgb) -> None:
    """A wooden lectern with a microphone; `size` is its width, `top` the edge of its desk."""
    low = top + size * 1.75
    sheet.glow(x, low, size * 0.9, size * 0.16, (20, 16, 26), 0.5)
    front = [
        (x - size * 0.44, top + 5),
        (x + size * 0.44, top + 5),
        (x + size * 0.36, low),
        (x - size * 0.36, low),
    ]
    sheet.fill(front, lighter(wood, 0.12), darker(wood, 0.3))
    inset = [(x - size * 0.3, top + size * 0.3), (x + size * 0.3, top + size * 0.3)]
    sheet.fill(
        [*inset, (x + size * 0.26, low - size * 0.2), (x - size * 0.26, low - size * 0.2)], darker(wood, 0.2)
    )
    sheet.fill(oval(x, top + size * 0.72, size * 0.15, size * 0.15), rgb("#e3b85a"), rgb("#b98931"))
    sheet.fill(oval(x, top + size * 0.72, size * 0.105, size * 0.105), darker(wood, 0.1))
    desk = [
        (x - size * 0.48, top - 4),
        (x + size * 0.48, top - 4),
        (x + size * 0.52, top + 9),
        (x - size * 0.52, top + 9),
    ]
    sheet.fill(desk, lighter(wood, 0.34), lighter(wood, 0.1))
    microphone(sheet, x - size * 0.2, top - 2, size * 0.42)


def microphone(sheet: Sheet, x: float, y: float, length: float) -> None:
    """A microphone on a bent neck that stands at a place."""
    top = (x + length * 0.34, y - length)
    sheet.stroke([(x, y), (x + length * 0.06, y - length * 0.6), top], length * 0.06, INK)
    sheet.stroke([(top[0] - 1, top[1] + 2), (top[0] + length * 0.1, top[1] - length * 0.12)], length * 0.17, INK)


def table(
    sheet: Sheet, top: float, back: tuple[float, float], front: tuple[float, float], depth: float, wood: Rgb
) -> None:
    """A table seen from its long side: the far edge from `back[0]` to `back[1]`, the near one `depth` lower."""
    edge = top + depth
    low = sheet.down + 9
    sheet.glow(500, edge + 20, 560, 130, (24, 18, 26), 0.35)
    sheet.fill(box(front[0] + 12, edge + 10, front[1] - 12, low), darker(wood, 0.3), darker(wood, 0.58))
    for share in (1 / 3, 2 / 3):
        x = front[0] + (front[1] - front[0]) * share
        sheet.fill(box(x - 1, edge + 12, x + 1, low), darker(wood, 0.66), opacity=0.5)
    sheet.fill(
        [(back[0], top), (back[1], top), (front[1], edge), (front[0], edge)],
        lighter(wood, 0.3),
        lighter(wood, 0.04),
    )
    sheet.fill(box(front[0], edge, front[1], edge + 11, 2), darker(wood, 0.04), darker(wood, 0.26))


def papers(sheet: Sheet, x: float, y: float, size: float, lean: float) -> None:
    """A sheet of notes lying on a table."""
    page = [
        (x, y),
        (x + size, y),
        (x + size * 1.12 + lean, y + size * 0.46),
        (x - size * 0.06 + lean, y + size * 0.46),
    ]
    sheet.fill([(px + 2, py + 3) for px, py in page], INK, opacity=0.2)
    sheet.fill(page, PAPER, rgb("#e9e4d8"))
    for line in range(4):
        at = (line + 1.2) / 6
        left, down = x + size * 0.14 + lean * at, y + size * 0.46 * at
        sheet.stroke([(left, down), (left + size * (0.7 - line % 2 * 0.2), down)], 1.3, rgb("#a9adb3"))


def cup(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A glass of tea with a lid, `y` its foot."""
    sheet.glow(x, y, size, size * 0.3, (30, 20, 20), 0.5)
    glass = [(x - size * 0.36, y - size), (x + size * 0.36, y - size), (x + size * 0.28, y), (x - size * 0.28, y)]
    sheet.fill(glass, rgb("#d98f42"), rgb("#8f4d22"))
    sheet.fill(oval(x, y - size, size * 0.4, size * 0.13), rgb("#f3efe6"), rgb("#d5cfc3"))


def laptop(sheet: Sheet, x: float, y: float, size: float) -> None:
    """An open laptop seen from behind its lid, `y` its foot."""
    sheet.glow(x, y, size * 0.8, size * 0.14, (20, 16, 22), 0.5)
    lid = [
        (x - size * 0.46, y - size * 0.6),
        (x + size * 0.46, y - size * 0.6),
        (x + size * 0.5, y),
        (x - size * 0.5, y),
    ]
    sheet.fill(lid, rgb("#c9ced4"), rgb("#8f969f"))
    sheet.fill(oval(x, y - size * 0.32, size * 0.05, size * 0.05), rgb("#eef1f4"))
    sheet.fill(box(x - size * 0.54, y - 2, x + size * 0.54, y + 3, 2), rgb("#6e757e"))


def chair(sheet: Sheet, x: float, y: float, head: float, colour: Rgb) -> None:
    """The back of a chair before a seated figure, whose neck is at (x, y) and whose head is so high."""
    back = box(x - head * 1.12, y + head * 1.05, x + head * 1.12, y + head * 4.2, head * 0.34)
    sheet.fill(back, lighter(colour, 0.14), darker(colour, 0.4))
    rim = [(x - head * 0.86, y + head * 1.15), (x + head * 0.86, y + head * 1.15)]
    sheet.stroke(rim, head * 0.05, lighter(colour, 0.4), opacity=0.5)


def plant(sheet: Sheet, x: float, y: float, size: float, dice: random.Random) -> None:
    """A plant in a pot that stands at `y`; `size` is its height."""
    sheet.glow(x, y, size * 0.4, size * 0.08, (20, 16, 22), 0.5)
    root = y - size * 0.32
    for index in range(13):
        lean = (index - 6) / 6 + dice.uniform(-0.08, 0.08)
        reach = size * (0.72 - 0.26 * lean * lean)
        tip = (x + lean * size * 0.42, root - reach)
        bow = (x + lean * size * 0.2, root - reach * 0.66)
        wide = size * 0.045
        leaf = curve([(x, root), (bow[0] - wide, bow[1]), tip, (bow[0] + wide, bow[1])])
        green = mix(LEAF, rgb("#8fb26b"), (index * 5 % 7) / 9)
        sheet.fill(leaf, lighter(green, 0.18), darker(green, 0.24))
    pot = [
        (x - size * 0.16, root - size * 0.03),
        (x + size * 0.16, root - size * 0.03),
        (x + size * 0.12, y),
        (x - size * 0.12, y),
    ]
    sheet.fill(pot, rgb("#f0e7da"), rgb("#bba892"), way="across")


def flag(sheet: Sheet, x: float, top: float, bottom: float) -> None:
    """The red and white flag, hanging in folds from a staff in a stand."""
    sheet.glow(x, bottom, 34, 8, (20, 16, 22), 0.5)
    sheet.stroke([(x, top), (x, bottom)], 3, rgb("#c9a24c"))
    sheet.fill(oval(x, top - 4, 4.4, 5.4), rgb("#e0bd66"))
    long = (bottom - top) * 0.62
    for start, end, colour in ((0.0, 0.62, RED), (0.5, 1.0, rgb("#f6f2ea"))):
        cloth = [(x + 2, top + 6 + long * start), (x + 18 + 16 * start, top + 12 + long * (start * 0.9 + 0.06))]
        cloth += [(x + 20 + 22 * end, top + 8 + long * end), (x + 2, top + 6 + long * (end - 0.05))]
        sheet.fill(curve(cloth), lighter(colour, 0.06), darker(colour, 0.18), way="across")
    sheet.fill(oval(x, bottom, 17, 5), rgb("#6b5233"), rgb("#4a3823"))


def bunting(sheet: Sheet, y: float, sag: float, colours: tuple[Rgb, ...]) -> None:
    """A string of small pennants across the picture."""
    points = [(x, y + sag * (1 - ((x - 500) / 520) ** 2)) for x in range(-20, 1030, 42)]
    sheet.stroke(points, 1.4, rgb("#efe6d6"))
    for index, ((x, top), (end, low)) in enumerate(pairwise(points)):
        colour = colours[index % len(colours)]
        pennant: Path = [(x + 5, top + 1), (end - 5, low + 1), ((x + end) / 2, (top + low) / 2 + 36)]
        sheet.fill(pennant, lighter(colour, 0.14), darker(colour, 0.12))


def tree(sheet: Sheet, x: float, y: float, size: float, green: Rgb, dice: random.Random) -> None:
    """A tree that stands at `y`; `size` is its height."""
    sheet.glow(x, y, size * 0.5, size * 0.09, (24, 34, 26), 0.5)
    trunk = [
        (x - size * 0.03, y - size * 0.5),
        (x + size * 0.03, y - size * 0.5),
        (x + size * 0.05, y),
        (x - size * 0.05, y),
    ]
    sheet.fill(trunk, rgb("#7d5d44"), rgb("#59412f"), way="across")
    for layer, (shade, up) in enumerate(((0.3, 0.0), (0.12, 0.05), (-0.14, 0.11))):
        for _ in range(7):
            dx, dy = dice.uniform(-0.26, 0.26), dice.uniform(-0.17, 0.17)
            radius = size * dice.uniform(0.13, 0.2) * (1 - layer * 0.16)
            colour = darker(green, shade) if shade > 0 else lighter(green, -shade)
            centre = (x + dx * size * (1 - layer * 0.2), y - size * (0.66 + up) + dy * size)
            sheet.fill(oval(*centre, radius, radius * 0.86), lighter(colour, 0.06), darker(colour, 0.12))
