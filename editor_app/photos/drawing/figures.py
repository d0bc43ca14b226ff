"""The people in the sample newsroom's pictures: drawn from behind, in front, seated or standing; about nobody."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from editor_app.photos.drawing.sketching import (
    Point,
    Rgb,
    Sheet,
    both_sides,
    bow,
    curve,
    darker,
    lighter,
    limb,
    mix,
    oval,
    rgb,
)

SKINS = tuple(map(rgb, ("#e9b98f", "#d9a173", "#c88d60", "#b57a50", "#a06843", "#efc8a4")))
HAIRS = tuple(map(rgb, ("#1f1a1c", "#2a2021", "#33261f", "#241c22")))
GREY_HAIR = rgb("#8b8580")
PECI = rgb("#1d1c24")
BLUSH = rgb("#c8604c")


# Shoulder, elbow and hand, in heads from the neck.
Arm = tuple[Point, Point, Point]


@dataclass(frozen=True, slots=True)
class Look:
    """How one figure looks. `cover` is hair, long, bun, hijab or peci; `batik` a shirt with a pattern."""

    skin: Rgb
    cloth: Rgb
    cover: str
    colour: Rgb
    batik: bool = False


def crowd(dice: random.Random, cloths: Sequence[Rgb], count: int) -> list[Look]:
    """So many people, neighbours dressed differently."""
    looks: list[Look] = []
    worn: Counter[Rgb] = Counter()
    bag: list[str] = []
    for _ in range(count):
        if not bag:
            bag = ["hijab", "hair", "peci", "hijab", "long", "hair", "hijab", "bun"]
            dice.shuffle(bag)
        cover = bag.pop()
        cloth = _least_worn(dice, cloths, worn)
        if cover == "hijab":
            colour = _least_worn(dice, cloths, worn)
        elif cover == "peci":
            colour = PECI
        else:
            grey = cover == "hair" and dice.random() < 0.25  # noqa: PLR2004 - one in four
            colour = GREY_HAIR if grey else dice.choice(HAIRS)
        batik = cover != "hijab" and dice.random() < 0.5  # noqa: PLR2004 - every second
        looks.append(Look(dice.choice(SKINS), cloth, cover, colour, batik))
    return looks


def _least_worn(dice: random.Random, cloths: Sequence[Rgb], worn: Counter[Rgb]) -> Rgb:
    """A colour that few wear so far, so that none is seen everywhere."""
    fewest = min(worn[shade] for shade in cloths)
    colour = dice.choice([shade for shade in cloths if worn[shade] == fewest])
    worn[colour] += 1
    return colour


class Figure:
    """One person on the sheet. `x` and `y` are where the neck meets the shoulders, `head` the head's height."""

    def __init__(self, sheet: Sheet, look: Look, x: float, y: float, head: float) -> None:
        self.sheet = sheet
        self.look = look
        self.x, self.y, self.head = x, y, head

    def at(self, dx: float, dy: float) -> Point:
        """A place by its distance from the neck in heads."""
        return self.x + dx * self.head, self.y + dy * self.head

    def behind(self, light: float = 0.0) -> None:
        """Seated, back to the camera; `light` is how much the scene in front shines over the shoulders."""
        self._shadow()
        self._torso(light)
        skin = darker(self.look.skin, 0.16)
        self._shape([(0.25, -0.55), (0.27, -0.1), (0.34, 0.16), (0.0, 0.24)], skin)
        for side in (-1, 1):
            self.sheet.fill(self._oval(side * 0.43, -0.72, 0.08, 0.14), darker(self.look.skin, 0.08))
        self.sheet.fill(self._oval(0, -0.8, 0.42, 0.52), skin)
        self._cover_behind()

    def bust(self, gaze: float) -> None:
        """Facing the camera, from the head to the hips, arms left out; `gaze` from -1 (to the left) to 1."""
        self._torso(0.1)
        self._neck_and_collar()
        self.face(gaze)

    def standing(self, gaze: float, *arms: Arm) -> None:
        """Full length, facing the camera; `gaze` from -1 (to the left) to 1."""
        dark = darker(mix(self.look.cloth, (40, 42, 58), 0.72), 0.1)
        self.sheet.glow(*self.at(0, 5.9), self.head * 1.9, self.head * 0.32, (24, 20, 30), 0.42)
        if self.look.cover == "hijab":
            skirt = [(0.7, 1.6), (0.78, 2.6), (0.98, 5.0), (0.98, 5.7), (0.4, 5.8), (0.0, 5.82)]
            self._shape(skirt, dark, darker(dark, 0.3))
        else:
            legs = [(0.74, 1.9), (0.74, 3.0), (0.58, 5.66), (0.12, 5.66), (0.05, 3.3), (0.0, 3.2)]
            self.sheet.fill(both_sides(self._half(legs), self.x), dark, darker(dark, 0.3))
        for side in (-1, 1):
            self.sheet.fill(self._oval(side * 0.38, 5.74, 0.33, 0.14), rgb("#26222a"))
        half = [
            (0.28, -0.05),
            (0.56, 0.12),
            (0.88, 0.34),
            (0.93, 0.9),
            (0.8, 1.7),
            (0.83, 2.6),
            (0.4, 2.72),
            (0.0, 2.74),
        ]
        self._garment(curve(both_sides(self._half(half), self.x)), 0.1)
        for arm in arms:
            self.arm(*arm)
        self._neck_and_collar()
        self.face(gaze)

    def arm(self, shoulder: Point, elbow: Point, hand: Point) -> None:
        """A sleeve from the shoulder over the elbow to the hand."""
        cloth, head = self.look.cloth, self.head
        start, bend, end = self.at(*shoulder), self.at(*elbow), self.at(*hand)
        wrist = (bend[0] + (end[0] - bend[0]) * 0.84, bend[1] + (end[1] - bend[1]) * 0.84)
        self.sheet.fill(limb([wrist, end], (head * 0.2, head * 0.24)), self.look.skin)
        self.sheet.fill(
            oval(end[0], end[1], head * 0.165, head * 0.15), lighter(self.look.skin, 0.06), self.look.skin
        )
        upper = bow(
            start, (start[0] + (bend[0] - start[0]) * 0.55, start[1] + (bend[1] - start[1]) * 0.4), bend, 3
        )
        line = [*upper[:-1], *bow(upper[-2], bend, wrist, 4)[1:]]
        widths = [head * (0.46 - 0.17 * index / (len(line) - 1)) for index in range(len(line))]
        sleeve = limb(line, widths)
        self.sheet.fill(
            [(x, y + head * 0.05) for x, y in sleeve], darker(cloth, 0.6), opacity=0.4, blur=head * 0.06
        )
        self.sheet.fill(sleeve, lighter(cloth, 0.1), darker(cloth, 0.16))
        if self.look.batik:
            self.sheet.pattern(sleeve, lighter(cloth, 0.5), head * 0.3, 0.42)

    def face(self, gaze: float) -> None:
        """Head, hair or cover, and the few strokes that make a face."""
        look, turn = self.look, gaze * 0.13
        if look.cover == "long":
            half = [(0.0, -1.5), (0.42, -1.3), (0.54, -0.8), (0.56, -0.1), (0.44, 0.3), (0.0, 0.1)]
            self._shape(half, look.colour, darker(look.colour, 0.2))
            self._neck_and_collar()
        if look.cover == "hijab":
            half = [
                (0.0, -1.48),
                (0.4, -1.32),
                (0.55, -0.85),
                (0.5, -0.35),
                (0.72, 0.12),
                (0.8, 0.6),
                (0.0, 1.12),
            ]
            self._shape(half, lighter(look.colour, 0.1), darker(look.colour, 0.12))
        else:
            for side in (-1, 1):
                self.sheet.fill(self._oval(side * 0.41 + turn * 0.4, -0.76, 0.075, 0.12), darker(look.skin, 0.1))
        chin = [(0.0, -1.3), (0.3, -1.2), (0.41, -0.85), (0.35, -0.5), (0.17, -0.3), (0.0, -0.26)]
        if look.cover == "hijab":
            chin = [(0.0, -1.26), (0.26, -1.16), (0.35, -0.84), (0.31, -0.54), (0.16, -0.36), (0.0, -0.32)]
        face = curve(both_sides(self._half(chin), self.x + turn * 0.3 * self.head))
        self.sheet.fill(face, lighter(look.skin, 0.08), darker(look.skin, 0.08), way="across")
        self._features(turn)
        self._cover_in_front(turn)

    def _features(self, turn: float) -> None:
        ink, head = rgb("#2d2024"), self.head
        for side in (-1, 1):
            across = side * 0.155 + turn
            self.sheet.fill(self._oval(across, -0.8, 0.034, 0.042), ink)
            brow = bow(self.at(across - 0.085, -0.925), self.at(across, -0.985), self.at(across + 0.085, -0.925))
            self.sheet.stroke(brow, head * 0.028, ink, opacity=0.7)
            self.sheet.fill(
                self._oval(side * 0.22 + turn, -0.62, 0.075, 0.05), BLUSH, opacity=0.22, blur=head * 0.03
            )
        nose = bow(
            self.at(turn * 1.35, -0.77), self.at(turn * 1.35 + 0.06, -0.64), self.at(turn * 1.3 - 0.02, -0.645)
        )
        self.sheet.stroke(nose, head * 0.022, darker(self.look.skin, 0.32), opacity=0.7)
        smile = bow(self.at(turn - 0.12, -0.54), self.at(turn, -0.45), self.at(turn + 0.12, -0.54))
        self.sheet.stroke(smile, head * 0.028, mix(ink, BLUSH, 0.55), opacity=0.9)

    def _cover_in_front(self, turn: float) -> None:
        look = self.look
        if look.cover == "hijab":
            shade = darker(look.colour, 0.28)
            for lean in (-1, 1):
                fold = [self.at(lean * 0.34, -0.32), self.at(lean * 0.2, 0.05), self.at(-lean * 0.12, 0.55)]
                self.sheet.stroke(fold, self.head * 0.035, shade, opacity=0.35)
            self.sheet.stroke(
                [self.at(-0.2, -0.3), self.at(0, -0.22), self.at(0.2, -0.3)], self.head * 0.04, shade, opacity=0.4
            )
            return
        fringe = [
            (-0.44, -0.82), (-0.47, -1.1), (-0.32, -1.38), (0.0, -1.47), (0.32, -1.38), (0.47, -1.1),
            (0.44, -0.82), (0.385, -0.98), (0.28, -1.12), (0.02 + turn, -1.13), (-0.25, -1.1), (-0.385, -0.98),
        ]  # fmt: skip
        self.sheet.fill(curve([self.at(*point) for point in fringe]), lighter(look.colour, 0.12), look.colour)
        if look.cover == "bun":
            self.sheet.fill(self._oval(0.05, -1.55, 0.2, 0.17), look.colour)
        if look.cover == "peci":
            self._peci(-1.02)

    def _cover_behind(self) -> None:
        look = self.look
        if look.cover == "hijab":
            half = [
                (0.0, -1.42),
                (0.36, -1.26),
                (0.5, -0.85),
                (0.47, -0.4),
                (0.72, 0.16),
                (0.86, 0.62),
                (0.55, 1.0),
                (0.0, 1.32),
            ]
            self._shape(half, lighter(look.colour, 0.16), darker(look.colour, 0.14))
            for lean in (-0.5, 0.1, 0.62):
                fold = [self.at(lean * 0.5, -0.3), self.at(lean * 0.75, 0.25), self.at(lean * 0.8, 0.85)]
                self.sheet.stroke(fold, self.head * 0.04, darker(look.colour, 0.3), opacity=0.3)
            return
        half = [(0.0, -1.38), (0.3, -1.27), (0.45, -0.95), (0.43, -0.6), (0.3, -0.38), (0.0, -0.34)]
        if look.cover == "long":
            half = [
                (0.0, -1.4),
                (0.34, -1.28),
                (0.49, -0.9),
                (0.47, -0.35),
                (0.5, 0.1),
                (0.4, 0.5),
                (0.16, 0.66),
                (0.0, 0.68),
            ]
        self._shape(half, lighter(look.colour, 0.14), look.colour)
        sheen = bow(self.at(-0.34, -0.98), self.at(0.0, -1.3), self.at(0.34, -0.98))
        self.sheet.stroke(sheen, self.head * 0.05, lighter(look.colour, 0.45), opacity=0.22)
        if look.cover == "long":
            for lean in (-0.28, -0.08, 0.12, 0.3):
                strand = bow(self.at(lean, -0.7), self.at(lean * 1.3, 0.0), self.at(lean * 1.1, 0.48))
                self.sheet.stroke(strand, self.head * 0.03, darker(look.colour, 0.5), opacity=0.35)
        if look.cover == "bun":
            self.sheet.fill(
                self._oval(0.0, -0.72, 0.24, 0.22), lighter(look.colour, 0.08), darker(look.colour, 0.3)
            )
        if look.cover == "peci":
            self._peci(-1.0)

    def _peci(self, brim: float) -> None:
        """The black cap, its lower edge at `brim`."""
        cap = [
            (-0.47, brim + 0.02),
            (-0.44, brim - 0.3),
            (-0.4, brim - 0.43),
            (-0.2, brim - 0.475),
            (0.0, brim - 0.485),
            (0.2, brim - 0.475),
            (0.4, brim - 0.43),
            (0.44, brim - 0.3),
            (0.47, brim + 0.02),
            (0.24, brim + 0.05),
            (0.0, brim + 0.06),
            (-0.24, brim + 0.05),
        ]
        self.sheet.fill([self.at(*point) for point in cap], lighter(PECI, 0.16), PECI, way="across")

    def _neck_and_collar(self) -> None:
        if self.look.cover == "hijab":
            return
        self._shape([(0.2, -0.6), (0.2, -0.12), (0.3, 0.1), (0.0, 0.36)], darker(self.look.skin, 0.16))
        collar = lighter(self.look.cloth, 0.28)
        for side in (-1, 1):
            flap = [
                self.at(side * 0.26, -0.08),
                self.at(side * 0.46, 0.1),
                self.at(side * 0.3, 0.5),
                self.at(0, 0.34),
            ]
            self.sheet.fill(flap, collar)
        self.sheet.stroke(
            [self.at(0, 0.36), self.at(0, 2.2)], self.head * 0.02, darker(self.look.cloth, 0.3), opacity=0.5
        )

    def _torso(self, light: float) -> None:
        half = [(0.28, -0.06), (0.6, 0.14), (1.02, 0.34), (1.26, 0.78), (1.34, 1.6), (1.36, 3.4), (0.0, 3.4)]
        self._garment(curve(both_sides(self._half(half), self.x)), light)

    def _garment(self, path: list[Point], light: float) -> None:
        cloth = self.look.cloth
        self.sheet.fill(path, lighter(cloth, 0.08 + light), darker(cloth, 0.22))
        if self.look.batik:
            self.sheet.pattern(path, lighter(cloth, 0.5), self.head * 0.3, 0.42)

    def _shadow(self) -> None:
        x, y = self.at(0, 0.4)
        self.sheet.glow(x, y, self.head * 2.1, self.head * 2.0, (20, 16, 30), 0.3)

    def _shape(self, half: list[Point], colour: Rgb, to: Rgb | None = None) -> None:
        self.sheet.fill(curve(both_sides(self._half(half), self.x)), colour, to)

    def _half(self, points: list[Point]) -> list[Point]:
        return [(dx * self.head, self.y + dy * self.head) for dx, dy in points]

    def _oval(self, dx: float, dy: float, across: float, down: float) -> list[Point]:
        x, y = self.at(dx, dy)
        return oval(x, y, across * self.head, down * self.head)
