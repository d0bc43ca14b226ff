"""Addresses without what follows readers about: redirects of mail and social sites, parameters of campaigns.

Nothing is asked of the network: where a redirect names its goal, the goal takes its place; any other stays.
"""

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, unquote, urlsplit, urlunsplit

from editor_app.formats.word_set import words

_WEB = ("http://", "https://")
_MOST_REDIRECTS = 4  # inside each other

# Host and path of a redirect, and the parameters that name its goal.
_REDIRECTS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), tuple(names.split()))
    for pattern, names in (
        (r"(?:www\.)?google\.[a-z.]{2,6}/url", "q url"),
        (r"(?:l|lm)\.(?:facebook|messenger|instagram|threads)\.com/(?:l\.php)?", "u"),
        (r"(?:www\.)?facebook\.com/(?:flx/warn|l\.php|sharer/sharer\.php)/?", "u"),
        (r"[a-z0-9]+\.safelinks\.protection\.outlook\.com/.*", "url"),
        (r"t\.umblr\.com/redirect", "z"),
        (r"out\.reddit\.com/.*", "url"),
        (r"(?:www\.)?youtube\.com/redirect", "q"),
        (r"(?:www\.)?linkedin\.com/(?:redir/redirect|safety/go)/?", "url"),
        (r"slack-redir\.net/link", "url"),
        (r"(?:www\.|m\.)?vk\.com/away\.php", "to"),
        (r"duckduckgo\.com/l/?", "uddg"),
        (r"steamcommunity\.com/linkfilter/?", "u url"),
        (r"(?:www\.)?deviantart\.com/users/outgoing", ""),
        (r"href\.li/", ""),
        (r"vimeo\.com/away", "url"),
    )
)
_DROPPED = words(
    """
    fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh mc_cid mc_eid mkt_tok
    li_fat_id oly_enc_id oly_anon_id vero_id vero_conv _hsenc _hsmi __hstc __hssc __hsfp hsctatracking _ga _gl
    _openstat ref_src ref_url s_cid rb_clickid wickedid epik srsltid
    """
)
_DROPPED_STARTS = ("utm_", "pk_", "mtm_", "hsa_", "__s_")
# Parameters that mean something elsewhere.
_DROPPED_AT: Mapping[str, frozenset[str]] = {
    "youtu.be": words("si feature"),
    "youtube.com": words("si feature pp"),
    "open.spotify.com": words("si"),
    "twitter.com": words("s t"),
    "x.com": words("s t"),
}
_TEXT_FRAGMENT = ":~:"  # https://wicg.github.io/scroll-to-text-fragment


def without_tracking(href: str) -> str:
    """The address that a link leads to in the end, as far as it says so itself."""
    for _ in range(_MOST_REDIRECTS):
        goal = _goal(href)
        if goal is None:
            break
        href = goal
    return _without_parameters(href) if href.lower().startswith(_WEB) else href


def _goal(href: str) -> str | None:
    """Where a redirect leads; None of any other address."""
    if not href.lower().startswith(_WEB):
        return None
    try:
        parts = urlsplit(href)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if not parts.query:
        return None
    for pattern, names in _REDIRECTS:
        if pattern.fullmatch(host + parts.path) is None:
            continue
        if not names:
            said = unquote(parts.query)
            return said if said.lower().startswith(_WEB) else None
        given = dict(reversed(parse_qsl(parts.query)))
        return next((given[name] for name in names if given.get(name, "").lower().startswith(_WEB)), None)
    return None


def _without_parameters(href: str) -> str:
    try:
        parts = urlsplit(href)
        host = (parts.hostname or "").lower()
    except ValueError:
        return href
    dropped = _DROPPED | _DROPPED_AT.get(host.removeprefix("www.").removeprefix("m."), frozenset())
    given = parts.query.split("&") if parts.query else []
    kept = [part for part in given if not _is_dropped(part.partition("=")[0].lower(), dropped)]
    fragment = parts.fragment.partition(_TEXT_FRAGMENT)[0]
    if len(kept) == len(given) and fragment == parts.fragment:
        return href
    return urlunsplit(parts._replace(query="&".join(kept), fragment=fragment))


def _is_dropped(name: str, dropped: frozenset[str]) -> bool:
    return name in dropped or name.startswith(_DROPPED_STARTS)
