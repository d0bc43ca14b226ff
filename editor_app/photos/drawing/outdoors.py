"""A town hall among trees, mountains behind."""

import random

from editor_app.photos.drawing import furniture
from editor_app.photos.drawing.figures import Figure, crowd
from editor_app.photos.drawing.setting import Setting
from editor_app.photos.drawing.sketching import Sheet, box, curve, darker, lighter, mix, oval, rgb


def hall(sheet: Sheet, setting: Setting) -> None:
    """A town hall with a high roof among trees in the morning, mountains behind."""
    dice = setting.dice()
    sheet.fill(box(-9, -9, 1009, 430), mix(setting.wall, rgb("#7fb0cf"), 0.5), lighter(setting.light, 0.5))
    sheet.glow(770, 250, 520, 330, setting.light, 0.75)
    _clouds(sheet, dice)
    _mountains(sheet, setting)
    sheet.fill(box(-9, 404, 1009, sheet.down + 9), lighter(setting.floor, 0.2), darker(setting.floor, 0.28))
    for x, y, size in ((40, 424, 190), (150, 418, 150), (866, 420, 170), (966, 428, 220)):
        furniture.tree(sheet, x, y, size, mix(furniture.LEAF, setting.light, 0.26), dice)
    sheet.soften(0.8)
    _building(sheet, setting)
    for bush, wide in ((276, 15), (310, 18), (356, 14), (392, 17), (612, 16), (650, 18), (690, 14), (728, 17)):
        sheet.fill(oval(bush, 450, wide * 1.4, wide), lighter(furniture.LEAF, 0.16), darker(furniture.LEAF, 0.24))
    path = [(420, 452), (580, 452), (770, 680), (230, 680)]
    sheet.fill(path, rgb("#e6dcc8"), rgb("#c4b59c"))
    for share in (0.18, 0.4, 0.68):
        joint = 452 + share * 216
        sheet.stroke([(420 - share * 180, joint), (580 + share * 180, joint)], 1.2, rgb("#b3a488"), opacity=0.6)
    _pole(sheet, 236, 128, 500)
    for x, y, size in ((88, 520, 300), (918, 540, 350)):
        furniture.tree(sheet, x, y, size, furniture.LEAF, dice)
    for look, (x, y, head, gaze) in zip(
        crowd(dice, setting.cloths, 6),
        (
            (392, 414, 12, 1),
            (420, 416, 12, -1),
            (612, 412, 12, -0.6),
            (655, 446, 17, 1),
            (696, 444, 17, -1),
            (330, 466, 20, 0.8),
        ),
        strict=True,
    ):
        arms = (((side * 0.74, 0.5), (side * 1.02, 1.45), (side * 0.94, 2.4)) for side in (-1, 1))
        Figure(sheet, look, x, y, head).standing(gaze, *arms)
    sheet.glow(760, 240, 620, 470, setting.light, 0.3)


def _clouds(sheet: Sheet, dice: random.Random) -> None:
    for x, y in ((180, 96), (560, 62), (870, 120)):
        for _ in range(5):
            puff = oval(
                x + dice.uniform(-70, 70), y + dice.uniform(-8, 8), dice.uniform(34, 70), dice.uniform(9, 17)
            )
            sheet.fill(puff, (255, 253, 248), opacity=0.5, blur=6)


def _mountains(sheet: Sheet, setting: Setting) -> None:
    far, near = mix(rgb("#6f93ad"), setting.light, 0.2), mix(rgb("#5d8a76"), setting.light, 0.16)
    range_far = [
        (-9, 420),
        (-9, 300),
        (130, 236),
        (250, 150),
        (296, 128),
        (336, 150),
        (470, 262),
        (620, 306),
        (1009, 280),
        (1009, 420),
    ]
    sheet.fill(range_far, far, lighter(far, 0.45))
    range_near = [
        (-60, 430),
        (-60, 350),
        (160, 330),
        (360, 352),
        (560, 330),
        (760, 258),
        (830, 242),
        (910, 280),
        (1060, 330),
        (1060, 430),
    ]
    sheet.fill(curve(range_near), near, lighter(near, 0.4))


def _building(sheet: Sheet, setting: Setting) -> None:
    """A hall of the joglo kind: a steep roof over a wide one, on pillars."""
    roof = mix(rgb("#a2543a"), setting.accent, 0.12)
    sheet.glow(500, 452, 420, 30, (24, 26, 28), 0.5)
    sheet.fill(box(262, 296, 738, 444), rgb("#e9dcc4"), rgb("#c8b493"))
    sheet.fill(box(262, 296, 738, 350), rgb("#2d2430"), opacity=0.34, blur=9)
    for x in (300, 380, 620, 700):
        sheet.fill(box(x - 20, 338, x + 20, 424, 3), rgb("#6f5138"), rgb("#4e3828"))
        sheet.fill(box(x - 15, 344, x + 15, 418), rgb("#9fc1c4"), rgb("#f0dca8"))
        sheet.stroke([(x, 344), (x, 418)], 2, rgb("#6f5138"))
    sheet.fill(box(448, 326, 552, 444), rgb("#5d4330"), rgb("#3e2c20"))
    sheet.fill(box(456, 334, 544, 444), rgb("#f4d596"), rgb("#b9834a"))
    sheet.fill(box(498, 334, 502, 444), rgb("#5d4330"))
    for x in (244, 340, 424, 576, 660, 756):
        sheet.fill(
            box(x - 7, 292, x + 7, 446), lighter(furniture.WOOD, 0.24), darker(furniture.WOOD, 0.3), way="across"
        )
        sheet.fill(box(x - 11, 438, x + 11, 450), rgb("#d8cbb4"), rgb("#a99a80"))
    sheet.fill([(196, 300), (804, 300), (694, 226), (306, 226)], lighter(roof, 0.1), darker(roof, 0.18))
    sheet.fill([(330, 230), (670, 230), (572, 136), (428, 136)], lighter(roof, 0.2), darker(roof, 0.12))
    for row in range(7):
        y = 240 + row * 9
        sheet.stroke(
            [(304 - (y - 230) * 1.4, y), (696 + (y - 230) * 1.4, y)], 1.1, darker(roof, 0.4), opacity=0.5
        )
    for row in range(8):
        y = 146 + row * 10
        sheet.stroke(
            [(424 - (y - 140) * 1.0, y), (576 + (y - 140) * 1.0, y)], 1.1, darker(roof, 0.4), opacity=0.45
        )
    sheet.fill(box(420, 128, 580, 138, 4), darker(roof, 0.3), darker(roof, 0.5))
    sheet.fill(box(190, 298, 810, 308, 3), darker(roof, 0.2), darker(roof, 0.5))
    for step in range(3):
        sheet.fill(
            box(408 - step * 12, 442 + step * 6, 592 + step * 12, 449 + step * 6), rgb("#efe5d1"), rgb("#c9bb9f")
        )


def _pole(sheet: Sheet, x: float, top: float, bottom: float) -> None:
    """A flag that flies from a pole."""
    sheet.stroke([(x, top), (x, bottom)], 3.2, rgb("#e8e4dc"))
    sheet.fill(box(x - 16, bottom - 8, x + 16, bottom + 4), rgb("#e4dac6"), rgb("#b8aa8f"))
    for upper, colour in ((0, furniture.RED), (23, rgb("#fbf8f2"))):
        y = top + 4 + upper
        wave = [(x + 2, y), (x + 26, y - 3), (x + 50, y + 3), (x + 76, y - 1)]
        under = [(px, py + 23) for px, py in reversed(wave)]
        sheet.fill([*wave, *under], lighter(colour, 0.05), darker(colour, 0.12), way="across")
