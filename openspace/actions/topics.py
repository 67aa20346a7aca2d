"""Posting a topic and everything its convener may do with it."""

from sqlalchemy import func, select

from openspace.actions.change import By, Change, change
from openspace.actions.participants import guest
from openspace.actions.touching import touch_cards
from openspace.database import now
from openspace.errors import RuleBroken
from openspace.extensions import db
from openspace.i18n import guess
from openspace.models import BreakoutGroup, Event, GroupTopic, Participant, Topic
from openspace.vocabulary import Way

PER_PERSON = 30  # an open wall, but not a flood from one phone


def post_topic(
    event: Event,
    by: By,
    convener: Participant,
    *,
    title: str,
    details: str = "",
    wishes: list[str] | None = None,
) -> Topic:
    """Hang a new card on the wall. Its number is given here and never again.

    Raises ``RuleBroken``: ``not_yet`` before collecting, ``closed`` after the event, ``too_many``.
    """
    with change(event, by, "post") as under_way:
        return _post(under_way, convener, title, details, wishes or [])


def post_for_somebody(
    event: Event, by: By, *, title: str, details: str = "", language: str, wishes: list[str] | None = None
) -> Topic:
    """The facilitator or a helper writes the card of somebody who does not type."""
    with change(event, by, "post_for_somebody") as under_way:
        under_way.touch("count")
        return _post(under_way, guest(event, language, Way.HELPER), title, details, wishes or [])


def _post(under_way: Change, convener: Participant, title: str, details: str, wishes: list[str]) -> Topic:
    event = under_way.event
    require_topics(event)
    _refuse_flood(convener)
    topic = Topic(
        event=event,
        number=event.next_number,
        title=title,
        details=details,
        language=guess(f"{title} {details}", convener.language),
        convener=convener,
        wishes=wishes,
        posted_at=now(),
    )
    event.next_number += 1
    db.session.add(topic)
    db.session.flush()
    under_way.about(f"topic-{topic.id}")
    under_way.touch("wall")
    under_way.touch_person(convener)
    return topic


def _refuse_flood(convener: Participant) -> None:
    posted = select(func.count()).select_from(Topic).filter_by(convener_id=convener.id)
    if db.session.scalars(posted).one() >= PER_PERSON:
        raise RuleBroken("too_many")


def require_topics(event: Event) -> None:
    """Raise ``RuleBroken`` unless cards may be written now."""
    if event.closed_at is not None:
        raise RuleBroken("closed")
    if not event.takes_topics:
        raise RuleBroken("not_yet")


def edit_topic(event: Event, by: By, topic: Topic, *, title: str, details: str, wishes: list[str]) -> Topic:
    """Change the words of a card."""
    with change(event, by, "edit") as under_way:
        require_topics(event)
        require_up(topic)
        topic.title, topic.details, topic.wishes = title, details, wishes
        topic.language = guess(f"{title} {details}", topic.convener.language if topic.convener else topic.language)
        touch_topic(under_way, topic)
    return topic


def withdraw_topic(event: Event, by: By, topic: Topic) -> Topic:
    """Take one's card down. It can be put back."""
    with change(event, by, "withdraw") as under_way:
        require_topics(event)
        topic.withdrawn_at = topic.withdrawn_at or now()
        touch_topic(under_way, topic)
    return topic


def put_back_topic(event: Event, by: By, topic: Topic) -> Topic:
    """Undo ``withdraw_topic``."""
    with change(event, by, "put_back") as under_way:
        require_topics(event)
        topic.withdrawn_at = None
        touch_topic(under_way, topic)
    return topic


def hide_topic(event: Event, by: By, topic: Topic) -> Topic:
    """The facilitator hides a card from everybody but its author."""
    with change(event, by, "hide") as under_way:
        topic.hidden_at = topic.hidden_at or now()
        touch_topic(under_way, topic)
    return topic


def show_topic(event: Event, by: By, topic: Topic) -> Topic:
    """Undo ``hide_topic``."""
    with change(event, by, "show") as under_way:
        topic.hidden_at = None
        touch_topic(under_way, topic)
    return topic


def hand_on_topic(event: Event, by: By, topic: Topic, to: Participant) -> Topic:
    """The convener hands the topic on to somebody who is here."""
    with change(event, by, "hand_on") as under_way:
        require_topics(event)
        require_up(topic)
        under_way.touch_person(topic.convener)
        topic.convener = to
        touch_topic(under_way, topic)
    return topic


def let_go_topic(event: Event, by: By, topic: Topic) -> Topic:
    """The convener stops inviting; the card says "who invites?"."""
    with change(event, by, "let_go") as under_way:
        require_topics(event)
        under_way.touch_person(topic.convener)
        topic.convener = None
        touch_topic(under_way, topic)
    return topic


def take_up_topic(event: Event, by: By, topic: Topic, convener: Participant) -> Topic:
    """Somebody invites to a topic whose convener has gone. Raises ``RuleBroken("has_convener")``."""
    with change(event, by, "take_up") as under_way:
        require_topics(event)
        require_up(topic)
        if not topic.is_orphaned:
            raise RuleBroken("has_convener")
        topic.convener = convener
        touch_topic(under_way, topic)
    return topic


def require_up(topic: Topic) -> None:
    """Raise ``RuleBroken("topic_gone")`` for a card that was taken down or hidden."""
    if topic.withdrawn_at or topic.hidden_at:
        raise RuleBroken("topic_gone")


def touch_topic(under_way: Change, topic: Topic) -> None:
    """A topic looks different: its card, the cells and groups where it stands, its convener's page."""
    under_way.about(f"topic-{topic.id}")
    under_way.touch("wall")
    touch_cards(under_way, [topic])
    under_way.touch_person(topic.convener_id or topic.convener)
    groups = select(BreakoutGroup).join(GroupTopic).where(GroupTopic.topic_id == topic.id)
    for group in db.session.scalars(groups):
        under_way.touch(f"group-{group.id}", f"cell-{group.round_id}-{group.space_id}")
