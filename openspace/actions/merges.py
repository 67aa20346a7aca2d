"""Merging by consent. Both cards, both numbers and both titles stay, and it can be undone."""

from sqlalchemy import select

from openspace.actions import cells
from openspace.actions.change import By, Change, change
from openspace.actions.topics import require_topics, require_up
from openspace.actions.touching import touch_cards, touch_group
from openspace.database import now
from openspace.errors import NotAllowed, RuleBroken
from openspace.extensions import db
from openspace.models import Event, MergeRequest, Topic
from openspace.models.bundle import bundle


def ask_to_merge(event: Event, by: By, asking: Topic, asked: Topic) -> MergeRequest:
    """The convener of ``asking`` would like to go together with ``asked``. Who invites to both need not ask.

    Raises ``NotAllowed`` for anybody but the convener; ``RuleBroken``: ``not_yet``, ``closed``, ``topic_gone``,
    ``merge_with_itself``, ``merged_already``, ``no_convener``, ``merge_asked``, ``merge_asked_you``.
    """
    with change(event, by, "ask_to_merge") as under_way:
        require_topics(event)
        _require_convener(by, asking)
        _require_apart(asking, asked)
        _refuse_asked_before(asking, asked)
        request = MergeRequest(event_id=event.id, asking=asking, asked=asked, asked_at=now())
        db.session.add(request)
        _tell_both(under_way, request)
        if asking.convener_id == asked.convener_id:
            _merge(under_way, request)
    return request


def answer_merge(event: Event, by: By, request: MergeRequest, yes: bool) -> MergeRequest:
    """The other convener says yes or no.

    Raises ``NotAllowed`` for anybody else; ``RuleBroken``: ``merge_answered`` and as ``ask_to_merge``.
    """
    with change(event, by, "answer_merge") as under_way:
        require_topics(event)
        _require_convener(by, request.asked)
        if request.answer is not None:
            raise RuleBroken("merge_answered")
        _tell_both(under_way, request)
        if yes:
            _require_apart(request.asking, request.asked)
            _merge(under_way, request)
        else:
            request.answer = False
    return request


def split(event: Event, by: By, topic: Topic) -> None:
    """Undo a merge: ``topic`` goes its own way again, with those that came with it.

    Where words are written already, the group keeps both numbers. Raises ``RuleBroken``: ``not_yet``, ``closed``,
    ``not_merged``.
    """
    with change(event, by, "split") as under_way:
        require_topics(event)
        if topic.merged_into_id is None:
            raise RuleBroken("not_merged")
        whole = bundle(topic)
        touch_cards(under_way, whole)
        topic.merged_into = None
        db.session.flush()
        _part(under_way, bundle(topic), whole)
        under_way.about(f"topic-{topic.id}")


def _require_convener(by: By, topic: Topic) -> None:
    if by.actor != f"participant-{topic.convener_id}":
        raise NotAllowed


def _require_apart(asking: Topic, asked: Topic) -> None:
    require_up(asking)
    require_up(asked)
    if asking is asked:
        raise RuleBroken("merge_with_itself")
    if asking.merged_into_id is not None or asked in bundle(asking):
        raise RuleBroken("merged_already")
    if asked.is_orphaned:
        raise RuleBroken("no_convener")


def _refuse_asked_before(asking: Topic, asked: Topic) -> None:
    for first, second, code in ((asking, asked, "merge_asked"), (asked, asking, "merge_asked_you")):
        waiting = select(MergeRequest.id).filter_by(asking_id=first.id, asked_id=second.id, answer=None)
        if db.session.scalar(waiting.limit(1)) is not None:
            raise RuleBroken(code)


def _tell_both(under_way: Change, request: MergeRequest) -> None:
    under_way.about(f"topic-{request.asking.id}")
    for topic in (request.asking, request.asked):
        under_way.touch_person(topic.convener_id)


def _merge(under_way: Change, request: MergeRequest) -> None:
    request.answer = True
    asking, asked = request.asking, request.asked
    _withdraw_other_questions(asking)
    _into_one_group(under_way, bundle(asking), bundle(asked))
    asking.merged_into = asked
    db.session.flush()
    whole = bundle(asked)
    cells.wake(whole)
    touch_cards(under_way, whole)


def _withdraw_other_questions(asking: Topic) -> None:
    for other in db.session.scalars(select(MergeRequest).filter_by(asking_id=asking.id, answer=None)):
        other.answer = False


def _into_one_group(under_way: Change, coming: list[Topic], staying: list[Topic]) -> None:
    """Everybody goes to where ``staying`` has its place; where only ``coming`` has one, it is the other way round.

    A group that has met or in which somebody is stays as it is.
    """
    if not cells.live_groups(staying):
        coming, staying = staying, coming
    for group in cells.live_groups(coming):
        if not cells.is_written(group) and not (group.round.is_running and cells.is_joined(group)):
            cells.take_out(under_way, group)
    for group in cells.live_groups(staying):
        if not cells.placed_in(group.round, coming):
            group.topics = [*group.topics, *coming]
            touch_group(under_way, group)


def _part(under_way: Change, leaving: list[Topic], whole: list[Topic]) -> None:
    """Take topics out of the groups that they shared with others, unless words are written there."""
    for group in cells.live_groups(leaving):
        others = [topic for topic in group.topics if topic not in leaving]
        if others and not cells.is_written(group):
            touch_group(under_way, group)
            group.topics = others
    cells.settle(whole)
