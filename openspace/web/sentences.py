"""What each rule says when it says no: what is true, then what to do next."""

from flask import g

from openspace.errors import RuleBroken
from openspace.i18n import gettext, lazy, plazy

SENTENCES = {
    "sent_before": lazy("This was sent before with other words. Look at it and send it again."),
    "not_yet": lazy("That is not open yet. Wait for the facilitator."),
    "closed": lazy("The event is over. Nothing can be changed any more."),
    "not_opened": lazy("This event has not begun yet. Come back when it starts."),
    "topic_gone": lazy("This topic was taken down. Look at the wall."),
    "not_yours": lazy("Only the person who wrote this can change it."),
    "has_convener": lazy("Somebody invites to this topic already."),
    "too_many": lazy("That was a lot at once. Wait a minute and send it again."),
    "closed_but_link": lazy("The event is over. Open the project link; there you can go on writing."),
    "draft_ready": lazy("This project is ready. Only the office can change it now. Ask the contact person."),
    "already_used": lazy("These words are in a project already: “%(project)s”."),
    "words_gone": lazy("These words were taken back. Choose others."),
    "no_topic": lazy("Choose a group or a topic first."),
    "with_the_office": lazy("This draft stays as it is now. To write on it, please change its status first."),
    "words_not_there": lazy("These words were taken back meanwhile. Please take others."),
    "word_for_word": lazy("These words stand in the text word for word. So they stay its source."),
    "budget_changed": lazy("Somebody else has changed the budget meanwhile. Please compare both."),
    "no_way": lazy("The status was changed meanwhile. This is how it is now."),
    "wrong_code": lazy("This number does not fit. Look at the screen and type all eight digits."),
    "wrong_return_code": lazy("This number does not fit or is used up. Ask the facilitator."),
    "wrong_password": lazy("E-mail or password does not fit. Please try again."),
    "short_password": lazy("Please choose a password of at least %(least)s characters."),
    "email_taken": lazy("There is an account with this e-mail already."),
    "set_up": lazy("The first account exists already. Please sign in."),
    "code_taken": lazy("There is a site with these letters already. Please choose others."),
    "step_begun": lazy("This part of the plan has begun already. It stays as it is."),
    "step_needed": lazy("The plan needs this step. Give it less time instead."),
    "round_in_use": lazy("Topics stand in this round. Please move them to another round first."),
    "no_symbol": lazy("All 32 symbols are given out. Take a space away first."),
    "no_contact": lazy("Please name a contact person for residents first."),
    "too_late": lazy("An event can be opened again within 24 hours only."),
    "moved_on": lazy("Somebody else has just moved on. This is where you are now."),
    "undone": lazy("Somebody else was faster. Please look at what was done last."),
    "empty_hand": lazy("Please tap on a card first, then on a field."),
    "no_clock": lazy("No clock is running now."),
    "no_weighting": lazy("No dots can be stuck now."),
    "came_later": lazy("You came after the start. Ask the facilitator for dots."),
    "no_dots_left": lazy("All your dots are stuck. Take one off first."),
    "group_over": lazy("This group does not meet now. Look at the plan."),
    "group_not_met": lazy("This group has not met yet. You can write when it begins."),
    "not_in_group": lazy("Come into the group first. Tap “I'm in”."),
    "has_note_taker": lazy("Somebody takes notes here already."),
    "not_note_taker": lazy("Only the person who takes notes can write this."),
    "outcome_gone": lazy("These words were taken back. Look at the group."),
    "not_there": lazy("This person is not in the group now. Choose somebody else."),
    "cell_taken": lazy("Somebody was faster. This place is taken now. Choose another one."),
    "placed_in_round": lazy("This topic meets in this round already. Choose another round."),
    "round_over": lazy("This round is over. Choose a later one."),
    "space_used": lazy("Groups have their place here. A space can be removed while it is empty."),
    "merged_already": lazy("This topic goes together with another one already. Look at the plan."),
    "no_convener": lazy("Nobody invites to this topic now. You can take it up yourself."),
    "merge_asked_you": lazy("This topic has asked you already. Your answer is waited for."),
    "not_merged": lazy("These topics go separate ways already. Look at the plan."),
    "merge_with_itself": lazy("That is the same topic. Choose another one."),
    "merge_asked": lazy("You have asked already. Wait for the answer."),
    "merge_answered": lazy("This question was answered already."),
    "site_incomplete": lazy(
        "Imprint and privacy notice are still missing. Write them first; then you can open the event."
    ),
}


# The same rules told to those who work for the site, where the sentence for residents does not fit.
TO_STAFF = {
    "closed": plazy("staff", "The event is over. Please open it again first."),
    "not_opened": plazy("staff", "The event is not open yet. Please open it first."),
    "not_yet": plazy("staff", "That is possible once topics are collected."),
    "too_many": plazy("staff", "That was a lot at once. Please wait a minute and send it again."),
    "topic_gone": plazy("staff", "This card is hidden or was taken down. Please show it again first."),
    "group_over": plazy("staff", "This group has met already. It stays where it is."),
    "placed_in_round": plazy("staff", "This topic meets in this round already. Please choose another round."),
    "round_over": plazy("staff", "This round is over. Please choose a later one."),
}


def sentence(broken: RuleBroken) -> str:
    """The sentence for a broken rule in the spoken language, for residents or for those who work for the site."""
    at_work = g.get("account") or (g.get("here") and g.here.account)
    words = {**SENTENCES, **TO_STAFF} if at_work else SENTENCES
    text = str(words.get(broken.code) or gettext("That is not possible here."))
    return text % broken.details if broken.details else text
