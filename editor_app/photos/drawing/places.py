"""The places of the sample newsroom's pictures: each draws one kind of scene on a sheet."""

import random
from collections.abc import Callable, Mapping
from types import MappingProxyType

from editor_app.photos.drawing import fittings, furniture
from editor_app.photos.drawing.figures import Figure, crowd
from editor_app.photos.drawing.outdoors import hall
from editor_app.photos.drawing.setting import Setting
from editor_app.photos.drawing.sketching import Sheet, box, darker, lighter, mix, rgb


def presentation(sheet: Sheet, setting: Setting) -> None:
    """A hall seen over the heads of its audience: a screen, and someone who explains it."""
    dice = setting.dice()
    furniture.room(sheet, setting.wall, setting.floor, 395)
    furniture.lamps(sheet, setting.light)
    furniture.slats(sheet, -9, 96, 37, 386, furniture.WOOD)
    furniture.window(sheet, 836, 96, 974, 300, setting.light)
    furniture.screen(sheet, 168, 84, 590, 326, setting.accent)
    furniture.plant(sheet, 130, 410, 150, dice)
    furniture.flag(sheet, 792, 150, 404)
    speaker = Figure(sheet, crowd(dice, setting.cloths, 1)[0], 690, 216, 44)
    resting, pointing = ((0.74, 0.5), (1.14, 1.5), (0.72, 2.1)), ((-0.74, 0.5), (-1.4, 1.05), (-2.05, 0.25))
    speaker.standing(-0.7, resting, pointing)
    sheet.soften(0.9)
    _rows(sheet, setting, dice, ((404, 40, 9, 0.32), (470, 56, 7, 0.2), (572, 84, 5, 0.1)))
    sheet.glow(400, 200, 700, 420, setting.light, 0.14)


def discussion(sheet: Sheet, setting: Setting) -> None:
    """A group that talks around a table, its near side out of focus."""
    dice = setting.dice()
    furniture.room(sheet, setting.wall, setting.floor, 420)
    furniture.lamps(sheet, setting.light)
    furniture.window(sheet, 60, 92, 262, 296, setting.light)
    fittings.board(sheet, 360, 92, 664, 268, setting, dice)
    furniture.slats(sheet, 812, 1009, 37, 411, furniture.WOOD)
    furniture.plant(sheet, 760, 430, 190, dice)
    sheet.soften(1.3)
    people = crowd(dice, setting.cloths, 7)
    places = ((150, 306, 0.7), (325, 296, 0.9), (500, 292, 0.1), (672, 297, -0.8), (846, 308, -0.7))
    for look, (x, y, gaze) in zip(people, places, strict=False):
        Figure(sheet, look, x, y, 76).bust(gaze)
    furniture.table(sheet, 452, (70, 930), (-20, 1020), 92, furniture.WOOD)
    for look, (x, y, _) in zip(people, places, strict=False):
        figure = Figure(sheet, look, x, y, 76)
        figure.arm((-0.98, 0.7), (-1.22, 1.8), (-0.34, 2.2))
        figure.arm((0.98, 0.7), (1.22, 1.8), (0.4, 2.16))
    for x, y, lean in ((232, 480, 8), (446, 488, 0), (616, 480, -8), (792, 492, -14)):
        furniture.papers(sheet, x, y, 62, lean)
    for x, y in ((262, 474), (566, 478), (742, 472)):
        furniture.cup(sheet, x, y, 27)
    furniture.laptop(sheet, 408, 522, 94)
    furniture.microphone(sheet, 690, 520, 46)
    for look, x, gaze in ((people[5], 92, 1), (people[6], 915, -1)):
        near = Figure(sheet, look, x, 560 + gaze * 6, 118)
        near.behind()
    sheet.glow(160, 190, 560, 420, setting.light, 0.22)


def greeting(sheet: Sheet, setting: Setting) -> None:
    """People who greet each other after the work is done, a table with tea beside them."""
    dice = setting.dice()
    furniture.room(sheet, setting.wall, setting.floor, 470)
    furniture.lamps(sheet, setting.light)
    furniture.window(sheet, 74, 118, 250, 350, setting.light)
    furniture.window(sheet, 750, 118, 926, 350, setting.light)
    furniture.slats(sheet, 360, 640, 37, 461, furniture.WOOD)
    furniture.bunting(sheet, 48, 40, (furniture.RED, rgb("#f6f2ea"), setting.accent))
    furniture.plant(sheet, 318, 486, 180, dice)
    furniture.plant(sheet, 684, 486, 180, dice)
    sheet.soften(1.5)
    people = crowd(dice, setting.cloths, 6)
    host = Figure(sheet, people[5], 888, 288, 54)
    host.standing(-0.6, ((0.74, 0.5), (1.06, 1.5), (0.5, 2.2)), ((-0.74, 0.5), (-1.06, 1.5), (-0.5, 2.2)))
    fittings.tea(sheet, 872, 500, setting)
    for look, x, gaze, hands in (
        (people[0], 136, 0.8, ((0.2, 1.7), (-0.1, 1.8))),
        (people[1], 270, 0.7, ((0.16, 1.25), (-0.12, 1.85))),
        (people[2], 716, -0.8, ((0.2, 1.85), (-0.2, 1.2))),
    ):
        arms = (((0.74, 0.5), (1.06, 1.45), hands[0]), ((-0.74, 0.5), (-1.06, 1.45), hands[1]))
        Figure(sheet, look, x, 282, 58).standing(gaze, *arms)
    for look, x, side in ((people[3], 410, 1), (people[4], 583, -1)):
        hanging = ((-side * 0.74, 0.5), (-side * 1.08, 1.45), (-side * 0.98, 2.5))
        offered = ((side * 0.74, 0.5), (side * 0.94, 1.5), (side * 1.3, 1.6))
        Figure(sheet, look, x, 262, 68).standing(side * 0.9, hanging, offered)
    sheet.glow(500, 260, 560, 420, setting.light, 0.22)


def lectern(sheet: Sheet, setting: Setting) -> None:
    """A speaker at a lectern before a printed banner, the first row dark in front."""
    dice = setting.dice()
    furniture.room(sheet, setting.wall, setting.floor, 470)
    furniture.lamps(sheet, setting.light)
    fittings.banner(sheet, setting, dice)
    furniture.flag(sheet, 862, 150, 500)
    furniture.plant(sheet, 108, 510, 230, dice)
    sheet.soften(1.6)
    people = crowd(dice, setting.cloths, 5)
    speaker = Figure(sheet, people[4], 520, 246, 98)
    speaker.standing(-0.6, ((-0.76, 0.5), (-1.32, 1.3), (-1.72, 0.5)))
    furniture.lectern(sheet, 520, 430, 240, furniture.WOOD)
    speaker.arm((0.76, 0.5), (1.16, 1.5), (0.78, 1.92))
    fittings.flowers(sheet, 520, 660, dice, setting)
    for look, x in zip(people, (70, 262, 742, 930), strict=False):
        Figure(sheet, look, x, 640 + dice.uniform(-8, 10), 92).behind()
    sheet.glow(460, 190, 520, 380, setting.light, 0.14)


def counter(sheet: Sheet, setting: Setting) -> None:
    """A service counter: someone is helped, others wait."""
    dice = setting.dice()
    furniture.room(sheet, setting.wall, setting.floor, 430)
    furniture.lamps(sheet, setting.light)
    fittings.board(sheet, 96, 92, 330, 262, setting, dice)
    fittings.shelves(sheet, 690, 96, 930, 330, dice, setting)
    fittings.clock(sheet, 520, 118)
    sheet.soften(1.2)
    people = crowd(dice, setting.cloths, 5)
    for look, x, gaze in ((people[0], 360, -0.7), (people[1], 640, 0.5)):
        figure = Figure(sheet, look, x, 316, 78)
        figure.bust(gaze)
    furniture.table(sheet, 456, (60, 940), (10, 990), 40, furniture.WOOD)
    sheet.fill(box(24, 520, 976, 560), lighter(setting.accent, 0.06), darker(setting.accent, 0.1))
    for look, x in ((people[0], 360), (people[1], 640)):
        figure = Figure(sheet, look, x, 316, 78)
        figure.arm((-0.98, 0.7), (-1.2, 1.7), (-0.36, 2.06))
        figure.arm((0.98, 0.7), (1.2, 1.7), (0.32, 2.06))
    furniture.laptop(sheet, 492, 486, 104)
    furniture.papers(sheet, 300, 464, 60, 4)
    furniture.papers(sheet, 700, 466, 60, -6)
    furniture.cup(sheet, 800, 486, 28)
    furniture.plant(sheet, 108, 486, 120, dice)
    for look, x, y, head in ((people[2], 196, 500, 112), (people[3], 806, 512, 116)):
        Figure(sheet, look, x, y, head).behind()
    sheet.glow(500, 170, 640, 380, setting.light, 0.22)


PLACES: Mapping[str, Callable[[Sheet, Setting], None]] = MappingProxyType(
    {
        "presentation": presentation,
        "discussion": discussion,
        "greeting": greeting,
        "lectern": lectern,
        "hall": hall,
        "counter": counter,
    }
)


def _rows(
    sheet: Sheet, setting: Setting, dice: random.Random, rows: tuple[tuple[float, float, int, float], ...]
) -> None:
    """Rows of an audience from the back: where their necks are, how large heads are, how many, how lit."""
    seat = darker(mix(setting.accent, setting.floor, 0.3), 0.35)
    for y, head, count, light in rows:
        step = 1000 / count
        shift = dice.uniform(0.2, 0.8)
        for index, look in enumerate(crowd(dice, setting.cloths, count + 1)):
            x = (index - shift + 0.5) * step + dice.uniform(-0.08, 0.08) * step
            neck = y + dice.uniform(-0.16, 0.16) * head
            Figure(sheet, look, x, neck, head * dice.uniform(0.95, 1.05)).behind(light)
            furniture.chair(sheet, x, y, head, seat)
