"""What each rule says when it says no: what is true, then what to do next."""

from openspace.errors import RuleBroken
from openspace.i18n import gettext, lazy

SENTENCES = {
    "sent_before": lazy("This was sent before with other words. Look at it and send it again."),
    "not_yet": lazy("That is not open yet. Wait for the facilitator."),
    "closed": lazy("The event is over. Nothing can be changed any more."),
    "not_opened": lazy("This event has not begun yet. Come back when it starts."),
    "topic_gone": lazy("This topic was taken down. Look at the wall."),
    "not_yours": lazy("Only the person who wrote this can change it."),
    "has_convener": lazy("Somebody invites to this topic already."),
    "too_many": lazy("That was a lot at once. Wait a minute and send it again."),
    "wrong_code": lazy("This number does not fit. Look at the screen and type all eight digits."),
    "wrong_return_code": lazy("This number does not fit or is used up. Ask the facilitator."),
    "wrong_password": lazy("E-mail or password does not fit. Please try again."),
    "short_password": lazy("Please choose a password of at least %(least)s characters."),
    "email_taken": lazy("There is an account with this e-mail already."),
    "set_up": lazy("The first account exists already. Please sign in."),
    "no_symbol": lazy("All 32 symbols are given out. Take a space away first."),
    "no_contact": lazy("Please name a contact person for residents first."),
    "too_late": lazy("An event can be opened again within 24 hours only."),
    "moved_on": lazy("Somebody else has just moved on. This is where you are now."),
    "no_clock": lazy("No clock is running now."),
    "merge_with_itself": lazy("That is the same topic. Choose another one."),
    "merge_asked": lazy("You have asked already. Wait for the answer."),
    "merge_answered": lazy("This question was answered already."),
    "site_incomplete": lazy(
        "Imprint and privacy notice are still missing. Write them first; then you can open the event."
    ),
}


def sentence(broken: RuleBroken) -> str:
    """The sentence for a broken rule in the spoken language."""
    text = str(SENTENCES.get(broken.code) or gettext("That is not possible here."))
    return text % broken.details if broken.details else text
