"""The small story's editions, for the tests of the formats."""

import pytest

from editor_app.formats.edition import Edition
from editor_app.story.story import Story
from tests.formats.editions import CORRECTION, edition_of, small_story


@pytest.fixture(scope="session")
def story() -> Story:
    return small_story()


@pytest.fixture(scope="session")
def edition(story: Story) -> Edition:
    """Approved, without a correction."""
    return edition_of(story)


@pytest.fixture(scope="session")
def proof(story: Story) -> Edition:
    return edition_of(story, proof=True)


@pytest.fixture(scope="session")
def corrected(story: Story) -> Edition:
    return edition_of(story, correction=CORRECTION)
