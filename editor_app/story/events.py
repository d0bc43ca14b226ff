"""Events: what people did to a story. Append-only, in a hash chain for each device and story."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from editor_app.story.body import Json
from editor_app.story.canonical import canonical_hash
from editor_app.story.revision import utc_text


class EventKind(StrEnum):
    """What was done. `SAVED` stands for every revision that was made."""

    SAVED = "saved"
    SUBMITTED = "submitted"
    RECALLED = "recalled"
    SENT_ON = "sent-on"
    RETURNED = "returned"
    APPROVED = "approved"
    APPROVAL_RECORDED = "approval-recorded"
    PROOFED = "proofed"
    EXPORTED = "exported"
    LIVE = "live"
    CORRECTION_BEGUN = "correction-begun"
    WITHDRAWN = "withdrawn"
    SPIKED = "spiked"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that one person did, about one revision.

    `previous` is the hash of the event before it in the chain of this device and story, `heads` the hashes of the
    ends of the other devices' chains that were known then. `data` holds what the kind needs: note, reason,
    address, format, minor, in_review (an editor saved during review), substantial (and it was more than a small
    correction), waived (four eyes were waived), ….
    """

    id: str
    story_id: str
    kind: EventKind
    person: str
    revision: str
    at: datetime
    device: str
    previous: str | None = None
    heads: tuple[str, ...] = ()
    data: Mapping[str, Json] = field(default_factory=dict)
    hash: str = ""

    def text(self, name: str) -> str:
        """A piece of `data` as text, or nothing."""
        value = self.data.get(name)
        return value if isinstance(value, str) else ""


def seal(event: Event) -> Event:
    """The event with its hash, which covers all else."""
    return replace(event, hash=event_hash(event))


def event_hash(event: Event) -> str:
    """SHA-256 of the event without its hash, in canonical JSON."""
    return canonical_hash(
        {
            "id": event.id,
            "story": event.story_id,
            "kind": event.kind.value,
            "person": event.person,
            "revision": event.revision,
            "at": utc_text(event.at),
            "device": event.device,
            "previous": event.previous,
            "heads": [*sorted(event.heads)],
            "data": dict(event.data),
        }
    )
