"""What a tag means beyond its name: elements that say by class, role or style what they are, and hidden ones."""

from collections.abc import Collection, Mapping

from editor_app.formats.word_set import words

Attributes = Mapping[str, str]

# Word's styles that have an element of HTML but are written as plain paragraphs.
_BY_CLASS: Mapping[str, str] = {
    "msotitle": "h1",
    "msoheading7": "h6",
    "msoheading8": "h6",
    "msoheading9": "h6",
    "msoquote": "blockquote",
    "msointensequote": "blockquote",
    "msoblocktext": "blockquote",
    "msocaption": "figcaption",
}
_NEIGHBOURED = "cxsp"  # "MsoTitleCxSpFirst": Word's style of a paragraph with others of it below
_PARAGRAPHS = frozenset({"p", "div"})

# Words for screen readers alone, buttons to share with, and what sites print around a text; Word's comments,
# prompts and tables of contents.
_HIDDEN_CLASSES = words(
    """
    sr-only screen-reader-text visually-hidden visuallyhidden element-invisible assistive-text skip-link
    sharedaddy sd-sharing sd-sharing-enabled jp-relatedposts share-buttons social-share social-links addtoany
    addtoany_list addtoany_share_save_container a2a_kit sharethis-inline-share-buttons wp-block-social-links
    wp-block-post-navigation-link post-navigation breadcrumb breadcrumbs mw-editsection noprint eop
    msocommentreference msocomanchor msocomtxt msocomhide msocomoff msoplaceholdertext msodel
    msotoc1 msotoc2 msotoc3 msotoc4 msotoc5 msotoc6 msotoc7 msotoc8 msotoc9 msotocheading
    """
)
_HIDDEN_ROLES = words("banner button contentinfo menu menubar navigation search toolbar tooltip")
_HIDDEN_STYLES = {
    "display": {"none"},
    "visibility": {"hidden", "collapse"},
    "mso-hide": {"all"},
    "mso-element": {"comment", "comment-list", "header", "footer"},
}
_KEPT_LINE_ENDS = {"pre", "pre-wrap", "pre-line", "break-spaces"}


def meant(tag: str, attributes: Attributes, classes: Collection[str]) -> str:
    """The tag of the element that this one stands for; mostly its own."""
    if attributes.get("role", "").lower() == "heading":
        level = attributes.get("aria-level", "2").strip()
        return f"h{level}" if level in {"1", "2", "3", "4", "5"} else "h6"
    if tag in _PARAGRAPHS:
        named = (name.partition(_NEIGHBOURED)[0] for name in classes)
        return next((_BY_CLASS[name] for name in named if name in _BY_CLASS), tag)
    return tag


def is_pull_quote(classes: Collection[str]) -> bool:
    """Whether what stands here is drawn out of the text."""
    return any("pullquote" in name.replace("-", "") or name.startswith("msointensequote") for name in classes)


def is_hidden(attributes: Attributes, classes: Collection[str], styles: Mapping[str, str]) -> bool:
    """Whether who copied this did not see it, or took it for the furniture of the page."""
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or attributes.get("role", "").lower() in _HIDDEN_ROLES
        or not _HIDDEN_CLASSES.isdisjoint(classes)
        or any(styles.get(name) in values for name, values in _HIDDEN_STYLES.items())
    )


def keeps_line_ends(styles: Mapping[str, str], before: bool) -> bool:  # noqa: FBT001 - what held before
    """Whether line ends in the text are meant from here on (CSS `white-space`)."""
    said = styles.get("white-space", "")
    return said in _KEPT_LINE_ENDS if said and said != "inherit" else before


def level_of(attributes: Attributes) -> int:
    """The level that a list item says it stands on (Google Docs, Word on the web); 0 where it does not."""
    said = (attributes.get("aria-level") or attributes.get("data-aria-level") or "").strip()
    return int(said) if said in set("123456789") else 0
