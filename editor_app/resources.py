"""Where the files under resources/ stand: in a checkout, in an installed wheel, in a frozen build."""

import sys
from pathlib import Path


def resources_root() -> Path:
    """The folder `resources`, wherever this program runs from.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", package))
    for root in (package / "_resources", package.parent / "resources", frozen / "resources"):
        if root.is_dir():
            return root
    raise FileNotFoundError(package / "_resources")


def resource(*parts: str) -> Path:
    """The path of one resource, such as `resource("templates", "article.html")`."""
    return resources_root().joinpath(*parts)
