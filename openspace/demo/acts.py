"""What residents do in each phase, tap by tap, on the pages that the server gives them."""

from collections.abc import Callable
from random import Random

from openspace.demo.content import Entry, content
from openspace.demo.phone import Phone

TRIES = 3  # how often somebody looks for another free place

Act = Callable[[Phone, "Words"], None]


class Words:
    """What people say, taken from the demo's content in turn; each of them comes again only when all were said."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self._left: dict[str, list[Entry]] = {}

    def next(self, kind: str) -> Entry:
        """The next ``topics``, ``outcomes``, ``summaries`` or ``commitments``."""
        if not self._left.get(kind):
            self._left[kind] = self.chance.sample(content()[kind], len(content()[kind]))
        return self._left[kind].pop()

    def about(self, text: str) -> Entry:
        """Words that fit one of the topics on a page, else any."""
        numbers = [topic["number"] for topic in content()["topics"] if topic["title"] in text]
        fitting = [words for words in content()["outcomes"] if words["topic"] in numbers]
        return self.chance.choice(fitting) if fitting else self.next("outcomes")


def post_topic(phone: Phone, words: Words) -> None:
    """Hang a card on the wall."""
    topic = words.next("topics")
    form = phone.go("topics/new").form(r"/topics$")
    phone.send(form, title=topic["title"], details=topic.get("details", ""))


def place_topic(phone: Phone, words: Words) -> None:
    """Choose a place for my topic, if I have one and a place is free."""
    for address in phone.go("plan").links(r"/topics/\d+/place$"):
        for _ in range(TRIES):
            free = phone.go(address).forms(r"/place/\d+/\d+$")
            if not free or phone.send(words.chance.choice(free)):
                return


def meet(phone: Phone, words: Words) -> None:
    """Join a group, write down what was said, and say what it is."""
    groups = phone.go("now").forms(r"/groups/\d+/join$")
    if groups and phone.send(words.chance.choice(groups)):
        _write(phone, words)


def _write(phone: Phone, words: Words) -> None:
    said = words.about(phone.page.text)
    forms = phone.page.forms(r"/groups/\d+/outcomes$")
    if forms and phone.send(forms[0], text=said["text"]):
        _sort(phone, said)


def _sort(phone: Phone, said: Entry) -> None:
    more = {name: said[name] for name in ("who", "by_when") if said.get(name)}
    forms = phone.page.forms(r"/outcomes/\d+/kind$")
    if forms:
        phone.send(forms[0], kind=said["kind"], **more)


def take_notes(phone: Phone, words: Words) -> None:
    """Join a group, take notes, and sum up."""
    groups = phone.go("now").forms(r"/groups/\d+/join$")
    if not groups or not phone.send(words.chance.choice(groups)):
        return
    part = phone.page.forms(r"/groups/\d+/notes$")
    if part and phone.send(part[0]):
        phone.send(phone.page.form(r"/groups/\d+/summary$"), text=words.next("summaries")["text"])


def move_on(phone: Phone, words: Words) -> None:
    """Look into another group, as the law of mobility has it, and write there."""
    groups = phone.go("plan").links(r"/groups/\d+$")
    if groups:
        other = phone.go(words.chance.choice(groups)).forms(r"/groups/\d+/join$")
        if other and phone.send(other[0]):
            _write(phone, words)


def read(phone: Phone, _words: Words) -> None:
    """Look at what is there now."""
    phone.go("now")


def stick_dots(phone: Phone, words: Words) -> None:
    """Stick two dots."""
    for _ in range(2):
        items = phone.go("now").forms(r"/dots/\d+/stick$")
        if items:
            phone.send(words.chance.choice(items))


def make_project(phone: Phone, words: Words) -> None:
    """Make a project of a group's words, in three taps, and answer one question."""
    groups = phone.go("projects/new").links(r"/projects/new\?.*group=\d+")
    if not groups:
        return
    page = phone.go(words.chance.choice(groups))
    if phone.send(page.form(r"/projects$")):
        answer = phone.go(f"{phone.page.url}/next_meeting").form(r"/next_meeting$")
        phone.send(answer, text=words.chance.choice(content()["drafts"])["fields"]["next_meeting"])


def say_im_in(phone: Phone, words: Words) -> None:
    """ "I'm in" at a project."""
    projects = phone.go("projects").forms(r"/projects/\d+/commit$")
    if projects:
        phone.send(words.chance.choice(projects))
