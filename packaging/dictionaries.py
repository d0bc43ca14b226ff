"""Dictionaries: those that the tests ask on Debian, and the Indonesian one that installers bring.

`python3 packaging/dictionaries.py` takes `id_ID.aff` and `id_ID.dic` out of Debian's package `hunspell-id`, with
its copyright and the licences that this names, and puts them into `resources/dictionaries`, where the program
looks. On Debian and its kin apt brings the package; elsewhere `--deb` names a file that was brought along.
"""

import argparse
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from system_parts import NotReady, apt_command

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "dictionaries"
LICENCES = Path("/usr/share/common-licenses")  # where Debian keeps the texts that its packages name
NAMED_LICENCES = ("LGPL-3", "GPL-3")  # the second is what the first adds to
PACKAGE = "hunspell-id"
FOR_TESTS = {
    "/usr/share/hunspell/id_ID.dic": PACKAGE,
    "/usr/share/hunspell/en_US.dic": "hunspell-en-us",
}

_AR_MARK = b"!<arch>\n"  # man 5 ar
_AR_HEAD = 60
_WANTED = {
    "usr/share/hunspell/id_ID.aff": "id_ID.aff",
    "usr/share/hunspell/id_ID.dic": "id_ID.dic",
    "usr/share/doc/hunspell-id/copyright": "copyright.txt",
}


def have_for_tests() -> None:
    """Installs what the tests of spelling ask, as root on Debian; elsewhere they are left out and say so."""
    missing = [package for file, package in FOR_TESTS.items() if not Path(file).exists()]
    if not missing or sys.platform != "linux":
        return
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        print(
            f"Tests that need a dictionary are left out; for them: {' '.join(apt_command(missing))}", flush=True
        )
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "-qq", "update"], [*apt_command(missing), "-qq"]):
        subprocess.run(command, env=environment, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def take(deb: bytes, target: Path, licences: Path = LICENCES) -> None:
    """Puts the dictionary of a package, its copyright and the licences into `target`, all of them or none.

    Raises:
        NotReady: the package is damaged or another one, or the licences' texts are not there.
    """
    files = contents(deb)
    absent = sorted(set(_WANTED) - set(files))
    if absent:
        raise NotReady(f"The package holds no {absent[0]}; is it {PACKAGE}?")
    put = {name: files[path] for path, name in _WANTED.items()}
    for licence in NAMED_LICENCES:
        text = licences / licence
        if not text.is_file():
            raise NotReady(f"The text of {licence} is not in {licences}; please name its folder with --licences.")
        put[f"{licence}.txt"] = text.read_bytes()
    target.mkdir(parents=True, exist_ok=True)
    for name, data in put.items():
        (target / name).write_bytes(data)


def contents(deb: bytes) -> dict[str, bytes]:
    """The files that a Debian package installs (deb(5): an ar archive with a tar archive `data.tar.*` in it).

    Raises:
        NotReady: it is damaged, or packed in a way that this Python cannot read.
    """
    try:
        packed = next(data for name, data in _members(deb) if name.startswith("data.tar"))
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            return {
                member.name.removeprefix("./"): stream.read()
                for member in archive
                if member.isfile() and (stream := archive.extractfile(member)) is not None
            }
    except (StopIteration, ValueError, tarfile.TarError, EOFError, OSError) as error:
        raise NotReady("The package cannot be read: it is damaged, or packed in another way.") from error


def bring(folder: Path) -> bytes:
    """The package, as apt brings it from where this system gets its packages.

    Raises:
        NotReady: there is no apt, or it brought nothing.
    """
    if shutil.which("apt-get") is None:
        raise NotReady(f"There is no apt here; please name a file of Debian's package {PACKAGE} with --deb.")
    subprocess.run(["apt-get", "-qq", "download", PACKAGE], cwd=folder, check=False, stdin=subprocess.DEVNULL)
    brought = sorted(folder.glob(f"{PACKAGE}_*.deb"))
    if not brought:
        raise NotReady(f"apt did not bring {PACKAGE}: the lines above say why.")
    return brought[-1].read_bytes()


def main() -> int:
    """Fills `resources/dictionaries`; returns 1, with a sentence, where it could not."""
    parser = argparse.ArgumentParser(description="Puts the Indonesian dictionary where installers take it from.")
    parser.add_argument("--deb", type=Path, help=f"a file of Debian's package {PACKAGE}")
    parser.add_argument("--licences", type=Path, default=LICENCES, help="the folder with LGPL-3 and GPL-3")
    parser.add_argument("--out", type=Path, default=TARGET, help="where to put it")
    options = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory() as folder:
            deb = bring(Path(folder)) if options.deb is None else options.deb.read_bytes()
        take(deb, options.out, options.licences)
    except (NotReady, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"The Indonesian dictionary is in {options.out}.")
    return 0


def _members(archive: bytes) -> list[tuple[str, bytes]]:
    """The members of an ar archive."""
    if not archive.startswith(_AR_MARK):
        raise ValueError(archive[:8])
    found: list[tuple[str, bytes]] = []
    place = len(_AR_MARK)
    while place + _AR_HEAD <= len(archive):
        head = archive[place : place + _AR_HEAD]
        size = int(head[48:58])
        place += _AR_HEAD
        if place + size > len(archive):
            raise ValueError(size)
        found.append((head[:16].decode("ascii", "replace").strip().rstrip("/"), archive[place : place + size]))
        place += size + size % 2
    return found


if __name__ == "__main__":
    sys.exit(main())
