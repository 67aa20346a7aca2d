"""A believable draft and event in German, with words in Turkish, Arabic and Ukrainian; and hostile text."""

from copy import deepcopy

from openspace.exports import shape

TURKISH = "Çocuklar sokakta oynuyor, tehlikeli. Güvenli bir yer istiyoruz."
ARABIC = "أمي تحب الزراعة، لكن لا يوجد مكان تزرع فيه النعناع."
UKRAINIAN = "Я живу тут два роки й знаю лише одну сусідку."
GERMAN = "Hinter der Schule ist nur Rasen. Niemand benutzt ihn."

LABELS: shape.Labels = {
    "topic": "Anliegen",
    "words": "Worte der Bewohner*innen",
    "verbatim": "wörtlich",
    "reworded": "umformuliert",
    "withdrawn": "zurückgezogen",
    "people_in": "sind dabei",
    "empty": "noch leer",
    "translated": "Von Bewohner*innen übersetzt",
    "budget": "Was es kostet",
    "total": "Summe",
    "own_contribution": "Eigenanteil",
    "next_meeting": "Nächstes Treffen",
    "exported": "Stand",
    "kind": {
        "need": "Bedarf",
        "idea": "Idee",
        "agreement": "Verabredung",
        "resource": "Ressource",
        "barrier": "Hindernis",
        "question": "Frage",
        "point": "Notiz",
    },
    "languages": {"de": "Deutsch", "tr": "Türkisch", "ar": "Arabisch", "uk": "Ukrainisch"},
    "columns": {
        "id": "Kennung",
        "status": "Stand",
        "title": "Titel",
        "site": "Standort",
        "quarter": "Quartier",
        "carrier": "Träger",
        "event": "Veranstaltung",
        "theme": "Leitfrage",
        "date": "Datum",
        "place": "Ort",
        "language": "Sprache",
        "topics": "Anliegen",
        "people_in": "Dabei",
        "next_meeting": "Nächstes Treffen",
        "own_contribution": "Eigenanteil",
        "amount": "Euro",
        "exported_at": "Heruntergeladen",
        "draft": "Entwurf",
        "field": "Feld",
        "words": "Worte",
        "kind": "Art",
        "topic_number": "Anliegen",
        "how": "Herkunft",
        "translation": "Übersetzung",
        "item": "Wofür",
    },
}


def _source(words: str, language: str, kind: str, number: int, how: shape.How, german: str = "") -> shape.Source:
    return {
        "words": words,
        "language": language,
        "kind": kind,
        "kind_label": LABELS["kind"][kind],
        "topic_number": number,
        "topic_id": f"LIND-2026-05-{number:02d}",
        "how": how,
        "translation": {"language": "de", "words": german} if german else None,
    }


def _field(name: str, label: str, question: str, text: str, *sources: shape.Source) -> shape.Field:
    return {
        "name": name,
        "label": label,
        "question": question,
        "text": text,
        "language": "de",
        "sources": list(sources),
    }


FIELDS = [
    _field(
        "title",
        "Titel",
        "Wie heißt das Projekt?",
        "Der Garten hinter der Schule",
        _source("Der Garten hinter der Schule", "de", "idea", 14, "verbatim"),
    ),
    _field(
        "need",
        "Ausgangslage",
        "Was fehlt hier? Wem fehlt es?",
        f"„{GERMAN}“ Im Viertel fehlt ein kostenfreier Ort, an dem sich Nachbar*innen ohne Anlass begegnen.\n\n"
        "Viele kennen sich auch nach mehreren Jahren im selben Haus nicht. Für Kinder gibt es keinen Platz, "
        "der vor Autos sicher ist.",
        _source(GERMAN, "de", "need", 14, "verbatim"),
        _source(
            TURKISH,
            "tr",
            "need",
            14,
            "reworded",
            "Die Kinder spielen auf der Straße, das ist gefährlich. Wir wünschen uns einen sicheren Ort.",
        ),
        _source(UKRAINIAN, "uk", "barrier", 11, "reworded"),
    ),
    _field(
        "idea",
        "Idee",
        "Was wollt ihr machen?",
        "Wir legen hinter der Grundschule acht Hochbeete an. Jede Familie, jede Klasse und jede Nachbarin "
        "kann ein Beet oder einen Teil davon übernehmen. Es gibt eine Bank im Schatten und eine Kiste mit Werkzeug.",
        _source(
            ARABIC,
            "ar",
            "idea",
            3,
            "reworded",
            "Meine Mutter gärtnert gern, aber es gibt keinen Platz, an dem sie Minze pflanzen kann.",
        ),
        _source("Mein Opa hat noch Werkzeug im Keller, das kann er bringen.", "de", "resource", 14, "reworded"),
    ),
    _field(
        "activities",
        "Ablauf",
        "Was passiert, wann und mit wem?",
        "20. Juni: Hochbeete bauen mit der Fahrradwerkstatt\n27. Juni: Erde und Pflanzen\nJeden Mittwoch ab 16:00: gießen, ernten, reden",
        _source("Mittwochs habe ich immer Zeit.", "de", "agreement", 14, "reworded"),
        _source("", "de", "agreement", 11, "withdrawn"),
    ),
    _field("target_groups", "Zielgruppe", "Für wen ist es?", "Alle im Viertel, besonders Familien und Ältere."),
    _field("who_is_in", "Wer dabei ist", "Wer macht mit?", ""),
    _field("when_where", "Zeit und Ort", "Wann und wo?", "Juni bis Oktober, hinter der Lindenschule"),
    _field(
        "what_we_need", "Bedarf", "Was braucht ihr?", "Holz, Erde, Pflanzen und jemanden, der eine Säge bedienen kann."
    ),
]

DRAFT: shape.Draft = {
    "format": "openspace/draft",
    "version": 1,
    "language": "de",
    "site": {
        "name": "Nachbarschaftshaus Lindenhof",
        "quarter": "Lindenhof",
        "carrier": "Verein für Nachbarschaft e. V.",
    },
    "event": {
        "id": "LIND-2026-05",
        "title": "Open Space im Lindenhof",
        "theme": "Wie wollen wir hier zusammen leben?",
        "date": "2026-05-14",
        "place": "Aula der Lindenschule",
    },
    "id": "LIND-2026-05-P3",
    "status": "in_work",
    "status_label": "In Arbeit",
    "title": "Der Garten hinter der Schule",
    "topics": [
        {"id": "LIND-2026-05-03", "number": 3, "title": "Minze für meine Mutter", "language": "de"},
        {"id": "LIND-2026-05-11", "number": 11, "title": "Хто живе поруч?", "language": "uk"},
        {"id": "LIND-2026-05-14", "number": 14, "title": "Der Rasen hinter der Schule", "language": "de"},
    ],
    "people_in": 4,
    "next_meeting": "Mittwoch, 20. Mai, 17:00 am Tor der Lindenschule",
    "labels": LABELS,
    "fields": FIELDS,
    "budget": [
        {"label": "Holz für acht Hochbeete", "kind": "material", "kind_label": "Material", "cents": 42000},
        {"label": "Erde und Pflanzen", "kind": "material", "kind_label": "Material", "cents": 18510},
        {"label": "Tee und Kuchen beim Bauen", "kind": "catering", "kind_label": "Verpflegung", "cents": 6040},
    ],
    "own_contribution": "60 Stunden Arbeit von Nachbar*innen, Werkzeug vom Opa",
    "exported_at": "2026-05-14T21:03:00+02:00",
    "generator": "Openspace 0.1",
}

EVENT: shape.Event = {
    "format": "openspace/event",
    "version": 1,
    "site": DRAFT["site"],
    "event": {
        "id": "LIND-2026-05",
        "title": "Open Space im Lindenhof",
        "theme": "Wie wollen wir hier zusammen leben?",
        "date": "2026-05-14",
        "place": "Aula der Lindenschule",
        "givens": "Bis 2.500 € können wir selbst entscheiden.",
        "languages": ["de", "tr", "ar", "uk"],
        "contact": "Nachbarschaftshaus, Tür links",
    },
    "spaces": [
        {"name": "Baum", "symbol": "tree", "step_free": True, "quiet": False},
        {"name": "Sonne", "symbol": "sun", "step_free": True, "quiet": True},
    ],
    "rounds": [
        {"number": 1, "starts_at": "2026-05-14T18:00:00+02:00", "ends_at": "2026-05-14T18:45:00+02:00"},
    ],
    "topics": [
        {
            "id": "LIND-2026-05-14",
            "number": 14,
            "title": "Der Rasen hinter der Schule",
            "details": GERMAN,
            "language": "de",
            "status": "carried_on",
            "withdrawn": False,
            "merged_into": None,
        },
    ],
    "groups": [
        {
            "round": 1,
            "space": "Baum",
            "topics": [14],
            "status": "documented",
            "summary": "Wir bauen Hochbeete.",
            "outcomes": [
                {
                    "id": "7",
                    "kind": "need",
                    "text": GERMAN,
                    "language": "de",
                    "who": "",
                    "by_when": "",
                    "withdrawn": False,
                },
                {
                    "id": "8",
                    "kind": "idea",
                    "text": ARABIC,
                    "language": "ar",
                    "who": "",
                    "by_when": "",
                    "withdrawn": False,
                },
            ],
        },
    ],
    "drafts": [DRAFT],
}

HOSTILE = {
    "formula": '=HYPERLINK("http://evil.example","click")',
    "plus": "+1+1",
    "at": "@SUM(1)",
    "typst": '#import "x"',
    "typst call": "]] #panic()",
    "typst maths": "$ x $ *b* _i_ `r` @ref <label> \\ // /* = Heading",
    "script": "<script>alert(1)</script>&amp;",
    "brackets": "]]></w:t><!ENTITY",
    "template": "{{ 7*7 }} {% raw %} ${7*7} %(x)s",
    "escape": "_x0041_ \\u0041",
}
CONTROLS = "Vor\x00 und\x0b nach\x1b dem\ufffe Zeichen\ud800!"
OVERRIDE = "rechts \u202eherum\u202c wieder"
LONG = "Wort " * 20_000
UNBROKEN = "a" * 2_000
EMOJI = "🌱" * 5_000


def saying(*texts: str) -> shape.Draft:
    """The draft with every text that people can write replaced: fields and sources say ``texts`` in turn."""
    draft = deepcopy(DRAFT)
    draft["title"] = draft["site"]["name"] = draft["own_contribution"] = texts[0]
    draft["budget"][0]["label"] = draft["topics"][0]["title"] = draft["next_meeting"] = texts[0]
    draft["fields"] = [
        {**deepcopy(FIELDS[1]), "text": text, "sources": [_source(text, "de", "idea", 14, "verbatim")]}
        for text in texts
    ]
    return draft
