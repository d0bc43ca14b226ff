"""Where everything stands in a newsroom folder."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class NewsroomFolder:
    """The places of one newsroom folder; whether they exist is another matter."""

    path: Path

    @property
    def database(self) -> Path:
        """Stories, revisions, events, drafts, people, settings and thumbnails."""
        return self.path / "newsroom.db"

    @property
    def media(self) -> Path:
        """The originals, each in `ab/<sha256>`."""
        return self.path / "media"

    @property
    def house_style(self) -> Path:
        """The house styles that were ever in force, each `<version>.toml`."""
        return self.path / "house-style"

    @property
    def backups(self) -> Path:
        """Whole copies of the database."""
        return self.path / "backups"

    @property
    def exports(self) -> Path:
        """What was exported, where no other place was named."""
        return self.path / "exports"

    @property
    def set_aside(self) -> Path:
        """Working copies that could not be read, as they lay in the database (see `set_aside`)."""
        return self.path / "set-aside"

    @property
    def lock(self) -> Path:
        """The file that the operating system locks for the one program that may write."""
        return self.path / "newsroom.lock"

    @property
    def holder(self) -> Path:
        """Who holds the lock, in words."""
        return self.path / "newsroom.lock.json"

    @property
    def token(self) -> Path:
        """What the database's own copy of the token is compared with (see `devices`)."""
        return self.path / "newsroom.device"
