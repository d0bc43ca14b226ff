"""What tells one scene of a kind from another."""

import random
from dataclasses import dataclass

from editor_app.photos.drawing.sketching import Rgb


@dataclass(frozen=True, slots=True)
class Setting:
    """What tells one scene of a kind from another: chance, colours, and the cloth that people wear."""

    seed: int
    wall: Rgb
    floor: Rgb
    accent: Rgb
    light: Rgb
    cloths: tuple[Rgb, ...]

    def dice(self) -> random.Random:
        """Chance that falls the same way every time."""
        return random.Random(self.seed)  # noqa: S311 - of a picture, not of a secret
