"""How large pictures are shown: the longest side of the thumbnails that are kept."""

LIST_SIDE = 320  # px: the thumbnails of lists
PAGE_SIDE = 1400  # px: the pictures in the page, twice its column
