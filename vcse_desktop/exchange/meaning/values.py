"""What the words in a cell mean on a list of choices: exactly, by another word for it, or nearly."""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from vcse_desktop.exchange.meaning.plan import How, folded_words
from vcse_desktop.records.fields import Item, Lists

NEAR_ENOUGH = 0.78
YES_NO = {
    "y": "yes",
    "n": "no",
    "true": "yes",
    "false": "no",
    "1": "yes",
    "0": "no",
    "x": "yes",
    "\u2713": "yes",
}
SYNONYMS: Mapping[str, Mapping[str, str]] = {
    "carer_status": YES_NO | {"prefer not to say": "not_said", "not said": "not_said", "unpaid carer": "yes"},
    "involved_answer": YES_NO | {"partially": "partly", "some": "partly", "not applicable": "not_applicable"},
    "person_role": {
        "vol": "volunteer",
        "volunteers": "volunteer",
        "helper": "volunteer",
        "carers": "carer",
        "unpaid carer": "carer",
        "service user": "participant",
        "client": "participant",
        "attendee": "participant",
        "member": "participant",
        "participant": "participant",
        "tenant": "resident",
        "resident": "resident",
        "trustee": "trustee",
        "committee": "trustee",
        "committee member": "trustee",
        "board member": "trustee",
        "employee": "staff",
        "paid staff": "staff",
        "partner": "partner_contact",
        "professional": "partner_contact",
    },
    "session_status": {
        "held": "ran",
        "happened": "ran",
        "completed": "ran",
        "complete": "ran",
        "yes": "ran",
        "canceled": "cancelled",
        "no": "cancelled",
        "did not run": "cancelled",
        "scheduled": "planned",
    },
    "support_for": {
        "carer": "carer",
        "cared for": "person_supported",
        "cared-for person": "person_supported",
    },
    "contact_channel": {
        "telephone": "phone",
        "phone": "phone",
        "mobile": "phone",
        "call": "phone",
        "sms": "text_message",
        "text": "text_message",
        "e-mail": "email",
        "post": "letter",
        "mail": "letter",
        "face to face": "in_person",
        "zoom": "video",
        "teams": "video",
    },
    "carer_support_type": {
        "advice": "information",
        "information": "information",
        "respite": "break",
        "carers assessment": "assessment_signpost",
        "peer support": "peer",
        "support group": "peer",
        "listening": "listening",
        "listening ear": "listening",
        "benefits": "benefits",
        "benefits advice": "benefits",
        "training": "training",
    },
    "organisation_type": {
        "local authority": "council",
        "gp": "pcn_gp",
        "gp practice": "pcn_gp",
        "pcn": "pcn_gp",
        "housing association": "housing",
        "community group": "unconstituted",
        "registered charity": "charity",
        "charity": "charity",
        "faith": "faith",
        "church": "faith",
        "nhs": "nhs_provider",
        "cvs": "infrastructure",
    },
    "certainty": {"actual": "counted", "exact": "counted", "estimate": "estimated", "approx": "estimated"},
    "volunteering_kind": {"formal": "formal", "informal": "informal", "social action": "social_action"},
    "insight_kind": {
        "positive": "working",
        "compliment": "working",
        "praise": "working",
        "negative": "not_working",
        "complaint": "not_working",
        "concern": "not_working",
        "suggestion": "would_help",
        "idea": "would_help",
        "question": "question",
    },
    "quote_permission": {
        "no": "no",
        "n": "no",
        "anonymous": "unnamed",
        "anonymously": "unnamed",
        "unnamed": "unnamed",
    },
}
"""Other words for the items of our lists, by the list; all folded."""
_AGE = re.compile(r"(\d{1,3})(?:\.0)?")
_AGES = re.compile(r"age_(\d+)_(\d+|plus)")


def meaning(vocab: str, words: str, lists: Lists) -> tuple[str, How] | None:
    """Return the code that these words mean, and how that is known; None when nobody can say for sure."""
    items, wanted = lists[vocab], folded_words(words)
    for item in items:
        if wanted in (folded_words(item.label), item.code):
            return item.code, How.EXACT
    code = SYNONYMS.get(vocab, {}).get(wanted) or (_age(wanted, items) if vocab == "age_band" else "")
    return (code, How.SYNONYM) if code in {item.code for item in items} else None


def near(vocab: str, words: str, lists: Lists) -> str:
    """Return the code that these words may mean; "" for none. It is offered alone."""
    labels = {folded_words(item.label): item.code for item in lists[vocab]}
    labels |= SYNONYMS.get(vocab, {})
    wanted = folded_words(words)
    if close := get_close_matches(wanted, labels, 1, NEAR_ENOUGH):
        return labels[close[0]]
    holding = {code for label, code in labels.items() if len(wanted) > 3 and _holds(label, wanted)}  # noqa: PLR2004
    return holding.pop() if len(holding) == 1 else ""


def label_of(vocab: str, code: str, lists: Lists) -> str:
    """Return the label of a code as the list has it, untranslated: what mends a cell."""
    return next((item.label for item in lists[vocab] if item.code == code), code)


def _holds(label: str, wanted: str) -> bool:
    return f" {wanted} " in f" {label} " or (len(label) > 3 and f" {label} " in f" {wanted} ")  # noqa: PLR2004


def _age(wanted: str, items: tuple[Item, ...]) -> str:
    """Return the band of a number of years."""
    found = _AGE.fullmatch(wanted)
    for item in items if found else ():
        band = _AGES.match(item.code)
        if found and band and int(band[1]) <= int(found[1]):
            if band[2] == "plus" or int(found[1]) <= int(band[2]):
                return item.code
    return ""
