"""What a place of the sample newsroom is fitted out with: boards, banners, shelves, a table with tea."""

import random

from editor_app.photos.drawing import furniture
from editor_app.photos.drawing.setting import Setting
from editor_app.photos.drawing.sketching import Sheet, box, darker, lighter, oval, rgb


def board(
    sheet: Sheet, left: float, top: float, right: float, bottom: float, setting: Setting, dice: random.Random
) -> None:
    """A board with notes stuck to it."""
    sheet.fill(box(left - 2, top + 2, right + 6, bottom + 9), rgb("#1f1d2a"), opacity=0.25, blur=4)
    sheet.fill(box(left - 6, top - 6, right + 6, bottom + 6, 3), rgb("#d8d3c8"), rgb("#b3ada0"))
    sheet.fill(box(left, top, right, bottom), rgb("#fdfcf8"), rgb("#eceae2"))
    notes = (rgb("#f2cf6b"), rgb("#9ccbb5"), rgb("#e9a08a"), lighter(setting.accent, 0.5))
    across, down = (right - left) / 6, (bottom - top) / 4
    for row in range(3):
        for column in range(5):
            x = left + across * (0.45 + column * 1.08) + dice.uniform(-3, 3)
            y = top + down * (0.4 + row * 1.16) + dice.uniform(-3, 3)
            colour = notes[dice.randrange(len(notes))]
            sheet.fill(box(x, y, x + across * 0.78, y + down * 0.8), lighter(colour, 0.1), colour)
            for line in (0.28, 0.5, 0.7):
                mark = [(x + across * 0.12, y + down * line), (x + across * 0.6, y + down * line)]
                sheet.stroke(mark, 1.2, darker(colour, 0.35), opacity=0.5)


def tea(sheet: Sheet, x: float, y: float, setting: Setting) -> None:
    """A table under a cloth, with boxes of snacks and glasses of tea."""
    sheet.glow(x, y + 128, 190, 26, (24, 18, 26), 0.5)
    cloth = [(x - 128, y), (x + 170, y), (x + 176, y + 130), (x - 136, y + 130)]
    sheet.fill(cloth, lighter(setting.accent, 0.12), darker(setting.accent, 0.3))
    for fold in range(-110, 170, 34):
        sheet.stroke(
            [(x + fold, y + 12), (x + fold * 1.04, y + 128)], 2.4, darker(setting.accent, 0.4), opacity=0.4
        )
    sheet.fill(
        [(x - 116, y - 20), (x + 170, y - 20), (x + 170, y + 3), (x - 130, y + 3)], rgb("#fbf7ee"), rgb("#e5ddcd")
    )
    for index in range(4):
        left = x - 104 + index * 42
        sheet.fill(box(left, y - 34, left + 34, y - 8), rgb("#f4ead2"), rgb("#d7c397"))
        sheet.fill([(left, y - 34), (left + 34, y - 34), (left + 29, y - 42), (left + 6, y - 42)], rgb("#fbf3df"))
        sheet.fill(oval(left + 17, y - 21, 6, 6), setting.accent, opacity=0.7)
    for index in range(3):
        furniture.cup(sheet, x + 80 + index * 28, y - 2, 25)


def banner(sheet: Sheet, setting: Setting, dice: random.Random) -> None:
    """A banner as wide as the stage: large soft shapes, a lattice, lines that stand for its words."""
    path = box(150, 64, 850, 420)
    sheet.fill(box(144, 60, 862, 432), rgb("#17161f"), opacity=0.3, blur=7)
    sheet.fill(path, lighter(setting.accent, 0.1), darker(setting.accent, 0.34), way="across")
    for _ in range(6):
        radius = dice.uniform(50, 130)
        circle = oval(dice.uniform(180, 820), dice.uniform(90, 400), radius, radius)
        held = [(min(max(x, 150), 850), min(max(y, 64), 420)) for x, y in circle]
        sheet.fill(held, lighter(setting.accent, 0.5), opacity=0.12)
    sheet.pattern(box(150, 364, 850, 420), lighter(setting.accent, 0.7), 28, 0.4)
    sheet.fill(box(150, 356, 850, 364), rgb("#e2b04a"), rgb("#c98f2c"), way="across")
    for y, left, right, thick in (
        (112, 190, 430, 15),
        (142, 190, 390, 15),
        (180, 190, 350, 6),
        (112, 660, 810, 6),
        (128, 690, 810, 6),
    ):
        sheet.fill(box(left, y, right, y + thick, thick / 2), rgb("#fbf7ee"), opacity=0.86)


def flowers(sheet: Sheet, x: float, y: float, dice: random.Random, setting: Setting) -> None:
    """An arrangement of flowers before the lectern."""
    petals = (rgb("#f4efe6"), rgb("#e8b04f"), rgb("#d8707a"), lighter(setting.accent, 0.45))
    for _ in range(26):
        dx, dy = dice.uniform(-1, 1), dice.uniform(0, 1)
        leaf = oval(x + dx * 110, y + 14 - dy * 36 * (1 - dx * dx * 0.5), 17, 9)
        sheet.fill(leaf, lighter(furniture.LEAF, 0.14), darker(furniture.LEAF, 0.3))
    for index in range(30):
        dx, dy = dice.uniform(-1, 1), dice.uniform(0, 1)
        centre = (x + dx * 104, y - dy * 44 * (1 - dx * dx * 0.6))
        colour = petals[index % len(petals)]
        sheet.fill(oval(*centre, 9.5, 8.5), lighter(colour, 0.12), darker(colour, 0.14))
        sheet.fill(oval(*centre, 3, 2.6), darker(colour, 0.3))


def shelves(
    sheet: Sheet, left: float, top: float, right: float, bottom: float, dice: random.Random, setting: Setting
) -> None:
    """Shelves with folders."""
    sheet.fill(box(left, top, right, bottom, 3), darker(furniture.WOOD, 0.14), darker(furniture.WOOD, 0.4))
    rows = 3
    step = (bottom - top) / rows
    colours = (*setting.cloths[:4], setting.accent, rgb("#e7dfcf"))
    for row in range(rows):
        low = top + step * (row + 1) - 7
        sheet.fill(box(left + 7, low - step + 14, right - 7, low), rgb("#2b2028"), opacity=0.45)
        x = left + 12
        while x < right - 24:
            wide, high = dice.uniform(9, 15), step * dice.uniform(0.56, 0.76)
            colour = dice.choice(colours)
            sheet.fill(box(x, low - high, x + wide, low, 1), lighter(colour, 0.16), darker(colour, 0.12))
            sheet.fill(box(x + 2, low - high * 0.7, x + wide - 2, low - high * 0.5), rgb("#f6f2e9"), opacity=0.7)
            x += wide + dice.choice((1.5, 1.5, 1.5, 16))


def clock(sheet: Sheet, x: float, y: float) -> None:
    """A clock on the wall, at ten past eleven."""
    sheet.fill(oval(x + 2, y + 4, 31, 31), rgb("#17161f"), opacity=0.3, blur=3)
    sheet.fill(oval(x, y, 30, 30), rgb("#3a3a46"), rgb("#25252e"))
    sheet.fill(oval(x, y, 26, 26), rgb("#fdfbf5"), rgb("#e8e5dc"))
    sheet.stroke([(x, y), (x - 11, y - 9)], 2.6, furniture.INK)
    sheet.stroke([(x, y), (x + 6, y - 18)], 1.8, furniture.INK)
