"""A draft's form in staff's words: its fields in their groups, kinds, statuses, kinds of costs.

PRODUCT.md, "A draft's fields". What residents are asked stands in ``views.drafts.QUESTIONS``.
"""

from openspace.i18n import plazy
from openspace.vocabulary import DraftStatus, OutcomeKind

LABELS = {
    "title": plazy("field", "Title"),
    "summary": plazy("field", "Short summary"),
    "need": plazy("field", "Situation"),
    "evidence": plazy("field", "Evidence"),
    "barriers": plazy("field", "Access barriers"),
    "overall_goal": plazy("field", "Overall goal"),
    "specific_goals": plazy("field", "Specific goals"),
    "success_criteria": plazy("field", "How success is seen"),
    "benefit": plazy("field", "Benefit for the quarter"),
    "idea": plazy("field", "Project idea"),
    "activities": plazy("field", "Activities"),
    "fields_of_action": plazy("field", "Fields of action"),
    "participation_format": plazy("field", "Participation format"),
    "residents_part": plazy("field", "Residents' part"),
    "target_groups": plazy("field", "Target groups"),
    "expected_participants": plazy("field", "Expected participants"),
    "who_is_in": plazy("field", "Who is in"),
    "partners": plazy("field", "Partners"),
    "cooperation": plazy("field", "Cooperation"),
    "responsible_person": plazy("field", "Responsible person"),
    "access": plazy("field", "Access"),
    "when_where": plazy("field", "Time and place"),
    "next_meeting": plazy("field", "Next meeting"),
    "milestones": plazy("field", "Beginning, end and milestones"),
    "what_we_need": plazy("field", "What is needed"),
    "own_contribution": plazy("field", "Own contribution"),
    "other_funding": plazy("field", "Other funding"),
    "publicity": plazy("field", "Publicity"),
    "what_stays": plazy("field", "What stays"),
    "risks": plazy("field", "Risks"),
    "safeguarding": plazy("field", "Safeguarding"),
}

# What a field asks for, where its label does not say it all.
HINTS = {
    "fields_of_action": plazy("field", "At most three, for example: neighbourhood and encounter, health, sport."),
    "participation_format": plazy("field", "Tandem, volunteering, youth parliament, open space, workshop or other."),
    "residents_part": plazy("field", "In planning and in doing."),
    "cooperation": plazy("field", "Once, or over several months?"),
    "access": plazy("field", "Languages, step-free, childcare, free of charge."),
    "milestones": plazy("field", "The project must not have started yet."),
    "own_contribution": plazy("field", "In money and in kind, volunteer hours too."),
}

GROUPS = (
    (plazy("group of fields", "Project"), ("title", "summary")),
    (plazy("group of fields", "Need"), ("need", "evidence", "barriers")),
    (plazy("group of fields", "Aims"), ("overall_goal", "specific_goals", "success_criteria", "benefit")),
    (
        plazy("group of fields", "Content"),
        ("idea", "activities", "fields_of_action", "participation_format", "residents_part"),
    ),
    (
        plazy("group of fields", "People"),
        ("target_groups", "expected_participants", "who_is_in", "partners", "cooperation", "responsible_person"),
    ),
    (plazy("group of fields", "Access"), ("access",)),
    (plazy("group of fields", "Time"), ("when_where", "next_meeting", "milestones")),
    (plazy("group of fields", "Money"), ("what_we_need", "own_contribution", "other_funding")),
    (plazy("group of fields", "Afterwards"), ("publicity", "what_stays", "risks", "safeguarding")),
)
ORDER = tuple(name for _, names in GROUPS for name in names)

# A topic's title is a kind of words, too; it has no outcome's kind.
TITLE = "topic"
KIND_SAY = {
    OutcomeKind.NEED: plazy("staff", "Need"),
    OutcomeKind.IDEA: plazy("staff", "Idea"),
    OutcomeKind.AGREEMENT: plazy("staff", "Agreement"),
    OutcomeKind.RESOURCE: plazy("staff", "Resource"),
    OutcomeKind.BARRIER: plazy("staff", "Barrier"),
    OutcomeKind.QUESTION: plazy("staff", "Question"),
    OutcomeKind.POINT: plazy("staff", "Note"),
    TITLE: plazy("staff", "Title"),
}

# Into which fields words of a kind may go; staff may choose others.
SUITS = {
    OutcomeKind.NEED: {"need", "evidence", "overall_goal", "benefit", "target_groups"},
    OutcomeKind.IDEA: {"idea", "summary", "specific_goals", "activities", "what_stays"},
    OutcomeKind.AGREEMENT: {"activities", "residents_part", "who_is_in", "when_where", "next_meeting", "milestones"},
    OutcomeKind.RESOURCE: {"own_contribution", "what_we_need", "partners", "cooperation"},
    OutcomeKind.BARRIER: {"need", "barriers", "access", "risks"},
    OutcomeKind.QUESTION: {"idea", "risks"},
    OutcomeKind.POINT: {"evidence", "idea"},
    TITLE: {"title"},
}

STATUS_SAY = {
    DraftStatus.SEED: plazy("status", "New"),
    DraftStatus.IN_WORK: plazy("status", "In work"),
    DraftStatus.CHECKED_BY_RESIDENTS: plazy("status", "Checked by residents"),
    DraftStatus.READY: plazy("status", "Ready"),
    DraftStatus.EXPORTED: plazy("status", "Downloaded"),
    DraftStatus.SUBMITTED: plazy("status", "Submitted"),
    DraftStatus.APPROVED: plazy("status", "Approved"),
    DraftStatus.REJECTED: plazy("status", "Rejected"),
    DraftStatus.RUNNING: plazy("status", "Running"),
    DraftStatus.COMPLETED: plazy("status", "Completed"),
    DraftStatus.REPORTED: plazy("status", "Reported"),
    DraftStatus.SHELVED: plazy("status", "Shelved"),
}

# The keys are models.draft.COSTS.
COST_SAY = {
    "personnel": plazy("costs", "Personnel"),
    "fees": plazy("costs", "Fees"),
    "material": plazy("costs", "Material"),
    "room": plazy("costs", "Room"),
    "catering": plazy("costs", "Catering"),
    "publicity": plazy("costs", "Publicity"),
    "travel": plazy("costs", "Travel"),
    "other": plazy("costs", "Other"),
}
