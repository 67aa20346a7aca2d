"""What an action says when it cannot be done. The web layer turns these into plain words."""


class RuleBroken(Exception):
    """A rule of the product said no.

    ``code`` names the rule ("cell_taken"); its sentence in the person's language
    stands in ``openspace/web/sentences.py``. ``details`` fill the sentence.
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


class NotFound(Exception):
    """There is no such thing here, or not for this person. Both answer alike."""


class NotAllowed(Exception):
    """This person may not do this here."""


class Stale(Exception):
    """Somebody changed the same thing first. Carries both versions, nothing is lost."""

    def __init__(self, field: str, current: str, rev: int, typed: str) -> None:
        super().__init__(field)
        self.field = field
        self.current = current
        self.rev = rev
        self.typed = typed


class Repeated(Exception):
    """The same form came twice under one client key: the first answer holds."""

    def __init__(self, subject: str, revision: int) -> None:
        super().__init__(subject)
        self.subject = subject
        self.revision = revision


class NotSavedYet(Exception):
    """The database was busy or full. Nothing changed; the same form may be sent again."""
