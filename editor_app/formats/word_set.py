"""Sets of words, written down as people read them."""


def words(listed: str) -> frozenset[str]:
    """The words of a list that white space parts."""
    return frozenset(listed.split())
