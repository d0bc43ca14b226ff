"""The workflow as one table: which action leads from where to where, by whom, and what it needs.

Windows, commands, tests and the manual read `TABLE`. Two states that are not one: the state of the head, and the
publication. Both are computed from the heads and the events (`stand`); what is kept in columns is a cache.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import assert_never

from editor_app.story.events import Event, EventKind
from editor_app.story.people import Person, Role, is_same_name
from editor_app.words import Message, note


class HeadState(StrEnum):
    """The state of a story's newest revision."""

    DRAFT = "draft"
    RETURNED = "returned"
    IN_REVIEW = "in-review"
    APPROVED = "approved"
    SPIKED = "spiked"


class Publication(StrEnum):
    """What became of the story outside."""

    NONE = "none"
    EXPORTED = "exported"
    LIVE = "live"
    WITHDRAWN = "withdrawn"


class Action(StrEnum):
    """What a person may want to do with a story."""

    EDIT = "edit"
    SUBMIT = "submit"
    RECALL = "recall"
    SEND_ON = "send-on"
    RETURN = "return"
    APPROVE = "approve"
    RECORD_APPROVAL = "record-approval"
    PROOF = "proof"
    EXPORT = "export"
    MARK_LIVE = "mark-live"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    SPIKE = "spike"
    RESTORE = "restore"


class Who(StrEnum):
    """Whom an action is for."""

    ANYONE = "anyone"
    STAFF = "staff"  # may edit: a writer or an editor the text, a photographer the photos
    WRITER_OF_IT = "writer-of-it"
    SUBMITTER = "submitter"
    EDITOR = "editor"
    APPROVER = "approver"  # an editor under the four-eyes rule
    EDITOR_OR_DRAFT_WRITER = "editor-or-draft-writer"


class Need(StrEnum):
    """What an action cannot do without, beside the right state and person."""

    CONFIRMATION_IF_APPROVED = "confirmation-if-approved"
    CHECKS_WITHOUT_ERROR = "checks-without-error"
    NOTE = "note"
    REASON = "reason"
    ANOTHER_EDITOR = "another-editor"
    CODE_OF_HEAD = "code-of-head"
    ORIGINALS = "originals"
    EMBARGO_OVER = "embargo-over"
    ADDRESS_AND_TIME = "address-and-time"
    HEAD_EXPORTED = "head-exported"


_ALL = frozenset(HeadState)
_UNSPIKED = _ALL - {HeadState.SPIKED}
_ANY_PUBLICATION = frozenset(Publication)
_OUT = frozenset({Publication.EXPORTED, Publication.LIVE})
_IN = frozenset({Publication.NONE, Publication.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table. `to` is None where the head's state stays, or depends (edit, restore)."""

    action: Action
    heads: frozenset[HeadState]
    to: HeadState | None
    who: Who
    publications: frozenset[Publication] = _ANY_PUBLICATION
    needs: tuple[Need, ...] = ()


TABLE: tuple[Row, ...] = (
    Row(Action.EDIT, _UNSPIKED, None, Who.STAFF, needs=(Need.CONFIRMATION_IF_APPROVED,)),
    Row(
        Action.SUBMIT,
        frozenset({HeadState.DRAFT, HeadState.RETURNED}),
        HeadState.IN_REVIEW,
        Who.WRITER_OF_IT,
        needs=(Need.CHECKS_WITHOUT_ERROR,),
    ),
    Row(Action.RECALL, frozenset({HeadState.IN_REVIEW}), HeadState.DRAFT, Who.SUBMITTER),
    Row(Action.SEND_ON, frozenset({HeadState.IN_REVIEW}), None, Who.EDITOR, needs=(Need.ANOTHER_EDITOR,)),
    Row(
        Action.RETURN,
        frozenset({HeadState.IN_REVIEW, HeadState.APPROVED}),
        HeadState.RETURNED,
        Who.EDITOR,
        needs=(Need.NOTE,),
    ),
    Row(
        Action.APPROVE,
        frozenset({HeadState.IN_REVIEW}),
        HeadState.APPROVED,
        Who.APPROVER,
        needs=(Need.CHECKS_WITHOUT_ERROR,),
    ),
    Row(
        Action.RECORD_APPROVAL,
        frozenset({HeadState.IN_REVIEW}),
        HeadState.APPROVED,
        Who.EDITOR,
        needs=(Need.CODE_OF_HEAD, Need.CHECKS_WITHOUT_ERROR),
    ),
    Row(Action.PROOF, _UNSPIKED, None, Who.ANYONE),
    Row(
        Action.EXPORT,
        frozenset({HeadState.APPROVED}),
        None,
        Who.EDITOR,
        needs=(Need.ORIGINALS, Need.EMBARGO_OVER),
    ),
    Row(
        Action.MARK_LIVE,
        frozenset({HeadState.APPROVED}),
        None,
        Who.EDITOR,
        publications=_OUT,
        needs=(Need.HEAD_EXPORTED, Need.ADDRESS_AND_TIME),
    ),
    Row(
        Action.CORRECT,
        frozenset({HeadState.APPROVED}),
        HeadState.DRAFT,
        Who.EDITOR,
        publications=_OUT,
        needs=(Need.NOTE,),
    ),
    Row(Action.WITHDRAW, _ALL, None, Who.EDITOR, publications=_OUT, needs=(Need.REASON,)),
    Row(Action.SPIKE, _UNSPIKED, HeadState.SPIKED, Who.EDITOR_OR_DRAFT_WRITER, publications=_IN),
    Row(Action.RESTORE, frozenset({HeadState.SPIKED}), None, Who.EDITOR_OR_DRAFT_WRITER),
)


def row(action: Action) -> Row:
    """The table's row for `action`."""
    return next(entry for entry in TABLE if entry.action is action)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a story stands: computed, never kept as the truth.

    `writers` are the accounts that wrote since the last approval; of an approved head those whose work it was, so
    that they have it again where it is returned. `approved`, `exported` (last) and `published` are revision ids;
    `spiked_from` is what restoring brings back; `correcting`, that what was published is being worked on again.
    """

    head: HeadState = HeadState.DRAFT
    publication: Publication = Publication.NONE
    approved: str | None = None
    exported: str | None = None
    published: str | None = None
    submitter: str | None = None
    writers: frozenset[str] = field(default_factory=frozenset)
    spiked_from: HeadState = HeadState.DRAFT
    correcting: bool = False
    address: str = ""

    @property
    def shown(self) -> str:
        """The one state that a list shows: the head's, or the publication's where no newer work waits.

        An approved head that is out shows as exported or live, and as withdrawn once it is; so does a draft that
        nobody has touched since. Whatever waits for somebody shows as itself.
        """
        if self.publication is Publication.NONE:
            return self.head.value
        if self.head is HeadState.APPROVED:
            return self.publication.value if self.approved == self.published else self.head.value
        untouched = self.head is HeadState.DRAFT and not self.correcting
        return (
            self.publication.value if untouched and self.publication is Publication.WITHDRAWN else self.head.value
        )


def stand(heads: Iterable[str], events: Iterable[Event]) -> Standing:
    """The standing that `events`, in their causal order, lead to for a story with these head revisions.

    An approval is for one revision: with another head, or with two heads, the story is not approved.
    """
    standing = Standing()
    for event in events:
        standing = _after(standing, event)
    if standing.head is HeadState.APPROVED and tuple(heads) != (standing.approved,):
        return replace(standing, head=HeadState.DRAFT, approved=None)
    return standing


def objection(
    action: Action,
    standing: Standing,
    person: Person,
    *,
    credited_writers: Iterable[str] = (),
    four_eyes: bool = True,
) -> Message | None:
    """Why `person` may not take `action` now, by the table; None where it is allowed."""
    entry = row(action)
    if standing.head not in entry.heads:
        return note(f"denied.state.{action.value}", state=note(f"state.{standing.head.value}"))
    if standing.publication not in entry.publications:
        return note(f"denied.publication.{action.value}")
    if Need.HEAD_EXPORTED in entry.needs and standing.exported != standing.approved:
        return note("denied.head-not-exported")
    return _objection_to(person, entry.who, standing, tuple(credited_writers), four_eyes=four_eyes)


def waives_four_eyes(standing: Standing, person: Person, credited_writers: Iterable[str]) -> bool:
    """Whether an approval by `person` stands only because the newsroom waived the four-eyes rule."""
    return _four_eyes_objection(person, standing, tuple(credited_writers)) is not None


def _objection_to(
    person: Person, who: Who, standing: Standing, credited: tuple[str, ...], *, four_eyes: bool
) -> Message | None:
    editor = person.is_a(Role.EDITOR)
    match who:
        case Who.WRITER_OF_IT if person.id not in standing.writers:
            return note("denied.not-its-writer", name=person.name)
        case Who.SUBMITTER if person.id != standing.submitter:
            return note("denied.not-its-submitter", name=person.name)
        case Who.EDITOR | Who.APPROVER if not editor:
            return note("denied.not-an-editor", name=person.name)
        case Who.APPROVER if four_eyes:
            return _four_eyes_objection(person, standing, credited)
        case Who.EDITOR_OR_DRAFT_WRITER if not editor and not _wrote_this_draft(person, standing):
            return note("denied.not-editor-nor-draft-writer", name=person.name)
        case _:
            return None


def _wrote_this_draft(person: Person, standing: Standing) -> bool:
    state = standing.spiked_from if standing.head is HeadState.SPIKED else standing.head
    return person.id in standing.writers and state is HeadState.DRAFT


def _four_eyes_objection(person: Person, standing: Standing, credited: tuple[str, ...]) -> Message | None:
    if person.id in standing.writers:
        return note("denied.own-story", name=person.name)
    if any(is_same_name(person.name, name) for name in credited):
        return note("denied.credited-writer", name=person.name)
    return None


def _after(standing: Standing, event: Event) -> Standing:  # noqa: C901, PLR0911 - one case a kind
    match event.kind:
        case EventKind.SAVED:
            return _after_save(standing, event)
        case EventKind.SUBMITTED:
            return replace(standing, head=HeadState.IN_REVIEW, submitter=event.person)
        case EventKind.RECALLED:
            return replace(standing, head=HeadState.DRAFT)
        case EventKind.RETURNED:
            return replace(standing, head=HeadState.RETURNED, approved=None)
        case EventKind.APPROVED | EventKind.APPROVAL_RECORDED:
            return replace(
                standing,
                head=HeadState.APPROVED,
                approved=event.revision,
                correcting=False,
            )
        case EventKind.EXPORTED:
            live_stays = standing.publication is Publication.LIVE
            return replace(
                standing,
                publication=Publication.LIVE if live_stays else Publication.EXPORTED,
                published=standing.published if live_stays else event.revision,
                exported=event.revision,
            )
        case EventKind.LIVE:
            return replace(
                standing,
                publication=Publication.LIVE,
                published=event.revision,
                address=event.text("address"),
            )
        case EventKind.CORRECTION_BEGUN:
            return replace(
                standing,
                head=HeadState.DRAFT,
                approved=None,
                writers=_writers_with(standing, event.person),
                correcting=True,
            )
        case EventKind.WITHDRAWN:
            return replace(standing, publication=Publication.WITHDRAWN)
        case EventKind.SPIKED:
            # Two laptops may both have spiked it, or restored it: the second time changes nothing.
            spiked = standing.head is HeadState.SPIKED
            return standing if spiked else replace(standing, head=HeadState.SPIKED, spiked_from=standing.head)
        case EventKind.RESTORED:
            spiked = standing.head is HeadState.SPIKED
            return replace(standing, head=standing.spiked_from) if spiked else standing
        case EventKind.SENT_ON | EventKind.PROOFED:
            return standing
    assert_never(event.kind)


def _after_save(standing: Standing, event: Event) -> Standing:
    in_review = standing.head is HeadState.IN_REVIEW and event.data.get("in_review") is True
    stays = in_review or standing.head is HeadState.RETURNED
    small = in_review and event.data.get("substantial") is not True
    return replace(
        standing,
        head=standing.head if stays else HeadState.DRAFT,
        approved=None,
        writers=standing.writers if small else _writers_with(standing, event.person),
        correcting=standing.correcting or standing.publication is Publication.WITHDRAWN,
    )


def _writers_with(standing: Standing, person: str) -> frozenset[str]:
    """The writers once `person` writes on; after an approval they are counted anew."""
    before = frozenset() if standing.head is HeadState.APPROVED else standing.writers
    return before | {person}
