"""``openspace demo``: one believable event, half an hour before its end. Same seed, same event.

Residents' rows are written at once, each with the moment at which it would have happened: the log tells
only what was really done.
"""

from random import Random

from openspace.actions.change import write
from openspace.demo.groups import let_meet, place_groups, write_outcomes
from openspace.demo.people import bring_people, during, hang_topics, let_leave, merge_topics, step_of
from openspace.demo.plan import began_today, open_event
from openspace.demo.projects import make_projects
from openspace.demo.site import make_site, remove_site
from openspace.extensions import db
from openspace.models import Event
from openspace.vocabulary import Phase

SEED = 12062026


def build(seed: int = SEED) -> Event:
    """The demo's site with its accounts and its event, now in the action planning.

    Names, texts, numbers and who was where follow from the seed; links, codes and passwords are random.
    Raises ``RuleBroken("email_taken")`` when the demo is there already.
    """
    site = make_site()
    try:
        event = open_event(site, began_today())
        with write():
            fill(event, Random(seed))  # noqa: S311 - who sits where is no secret, and must come out the same
    except BaseException:
        remove_site()
        raise
    return event


def fill(event: Event, chance: Random) -> None:
    """Everybody comes, talks and writes. Belongs inside a write."""
    db.session.add(event)
    people = bring_people(event, chance)
    topics = hang_topics(event, people)
    merge_topics(event, topics)
    groups = place_groups(event, topics)
    let_leave(event, people)
    written = write_outcomes(event, groups, people)
    let_meet(event, groups, people, written, chance)
    make_projects(event, people, topics, written)
    _go_on(event)


def _go_on(event: Event) -> None:
    step = step_of(event, Phase.ACTION_PLANNING)
    event.step, event.phase = step, Phase.ACTION_PLANNING
    event.opened_at = event.starts_at
    event.clock_ends_at = during(step, 1)
