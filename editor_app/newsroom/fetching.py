"""Fetching: a picture that stands on the web, when a person asks for it and never before.

Only http and https, through redirects too; nothing is sent but the request, and what comes is taken for a picture
by its bytes alone.
"""

from http.client import HTTPException, HTTPResponse
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from editor_app.story.text import clean_line
from editor_app.words import Trouble

MOST_BYTES = 64 * 1024 * 1024
PATIENCE = 20.0  # seconds without an answer
_PIECE = 256 * 1024
_AGENT = "Mozilla/5.0 (compatible; MejaRedaksi)"  # some sites answer nothing that has no name


def fetch(address: str) -> bytes:
    """The bytes at a web address.

    Raises:
        Trouble: `fetch-no-answer` where the site cannot be reached, `fetch-refused` where it says no (`status`),
            `fetch-too-large` beyond 64 MB; each names the site (`site`).
    """
    site = site_of(address)
    try:
        request = Request(address, headers={"User-Agent": _AGENT, "Accept": "image/*,*/*;q=0.5"})  # noqa: S310 - the opener knows http alone
        with _opener().open(request, timeout=PATIENCE) as answer:
            return _read(answer, site)
    except HTTPError as error:
        error.close()
        raise Trouble("fetch-refused", site=site, status=error.code) from error
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise Trouble("fetch-no-answer", site=site) from error


def site_of(address: str) -> str:
    """The site of an address as people name it: "kota.example"."""
    try:
        return (urlsplit(address).hostname or address).removeprefix("www.")
    except ValueError:
        return address


def file_of(address: str) -> str:
    """The file name that an address ends in, or the site's."""
    try:
        last = urlsplit(address).path.rpartition("/")[2]
    except ValueError:
        last = ""
    return clean_line(unquote(last)) or site_of(address)


def _read(answer: HTTPResponse, site: str) -> bytes:
    pieces: list[bytes] = []
    left = MOST_BYTES
    while piece := answer.read(_PIECE):
        left -= len(piece)
        if left < 0:
            raise Trouble("fetch-too-large", site=site)
        pieces.append(piece)
    data = b"".join(pieces)
    promised = answer.headers.get("Content-Length", "")
    if promised.isdecimal() and int(promised) > len(data):
        raise HTTPException  # it hung up
    return data


def _opener() -> OpenerDirector:
    """Opens http and https, and nothing else: no file, no ftp, no data."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
        HTTPRedirectHandler(),
        UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener
