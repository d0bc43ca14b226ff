from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from editor_app.story.body import Cell, Span, Table, TextBlock
from editor_app.story.corrections import is_small
from editor_app.story.story import Story


def with_text(story: Story, place: int, text: str) -> Story:
    blocks = list(story.body)
    block = blocks[place]
    assert isinstance(block, TextBlock)
    blocks[place] = replace(block, children=(Span(text),))
    return replace(story, body=tuple(blocks))


@pytest.fixture
def submitted(make_story: Callable[..., Story]) -> Story:
    paragraph = (
        "Rakit bambu itu dibuka pada Kamis pagi oleh kepala desa, disaksikan puluhan warga dan anak sekolah."
    )
    body = (TextBlock("b1", (Span(paragraph),)), TextBlock("b2", (Span("Buku disumbang warga."),)))
    return make_story(body=body)


def test_a_slip_mended_is_a_small_correction(submitted):
    assert is_small(submitted, submitted)
    assert is_small(submitted, replace(submitted, headline=submitted.headline.replace("DESA", "DESSA")))
    assert is_small(submitted, with_text(submitted, 1, "Buku disumbang oleh warga."))
    marked = replace(submitted.body[1], children=(Span("Buku disumbang warga.", ("strong",)),))
    assert is_small(submitted, replace(submitted, body=(submitted.body[0], marked)))


def test_a_word_of_a_short_text_may_change(submitted):
    assert is_small(replace(submitted, dateline="Batu"), replace(submitted, dateline="Kota Batu")) is False
    assert is_small(replace(submitted, dateline="Malng"), replace(submitted, dateline="Malang"))


def test_another_text_is_no_correction(submitted):
    assert not is_small(submitted, with_text(submitted, 1, "Kepala desa menolak berkomentar."))
    assert not is_small(submitted, replace(submitted, headline="KEPALA DESA MUNDUR"))
    assert not is_small(submitted, replace(submitted, standfirst=""))


def test_a_paragraph_more_or_less_or_of_another_kind_is_no_correction(submitted):
    assert not is_small(submitted, replace(submitted, body=submitted.body[:1]))
    longer = (*submitted.body, TextBlock("b3", (Span("Tambahan."),)))
    assert not is_small(submitted, replace(submitted, body=longer))
    quoted = (submitted.body[0], replace(submitted.body[1], style="blockquote"))
    assert not is_small(submitted, replace(submitted, body=quoted))


def test_a_photo_swapped_added_removed_or_made_the_lead_is_no_correction(submitted):
    first, *rest = submitted.photos
    swapped = replace(submitted, photos=(replace(first, sha256="f" * 64), *rest))
    assert not is_small(submitted, swapped)
    assert not is_small(submitted, replace(submitted, photos=tuple(rest)))
    assert not is_small(submitted, replace(submitted, photos=(replace(first, lead=not first.lead), *rest)))


def test_a_captions_slip_may_be_mended_and_another_caption_may_not(submitted):
    first, *rest = submitted.photos
    mended = replace(first, caption=f"{first.caption[:-1]}!")
    assert is_small(submitted, replace(submitted, photos=(mended, *rest)))
    other = replace(first, caption="RUSAK: Rakit tenggelam semalam.")
    assert not is_small(submitted, replace(submitted, photos=(other, *rest)))


def with_table(story: Story, *rows: tuple[str, ...], **changes: Any) -> Story:
    cells = tuple(tuple(Cell((Span(words),)) for words in row) for row in rows)
    return replace(story, body=(*story.body, Table("t1", cells, **changes)))


def test_a_slip_in_a_table_is_a_small_correction_and_other_figures_are_not(submitted):
    harvest = (("Tahun", "Panen"), ("2025", "12 ton"), ("2026", "14 ton"))
    before = with_table(submitted, *harvest)

    assert is_small(before, with_table(submitted, *harvest[:2], ("2026", "15 ton")))
    assert not is_small(before, with_table(submitted, harvest[0], ("1999", "ludes"), ("1998", "kering")))
    assert not is_small(before, with_table(submitted, *harvest[:2]))
    assert not is_small(before, with_table(submitted, *harvest, header_rows=1))
    assert not is_small(before, submitted)
