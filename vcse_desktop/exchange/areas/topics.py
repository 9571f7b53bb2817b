"""What the Census asks about, in the words of its tables, and which of our own codes each answer is."""

import re
from collections.abc import Mapping

from vcse_desktop.exchange.areas.headings import plain

TOPICS = {
    "unpaid_care_hours": ("unpaid care", "provision of unpaid care"),
    "disability_eqa": ("disability", "disability category"),
    "ethnic_group": ("ethnic group", "detailed ethnic group"),
    "religion": ("religion",),
    "sexual_orientation": ("sexual orientation",),
    "gender_identity": ("gender identity",),
    "english_proficiency": ("proficiency", "proficiency in english", "proficiency in english language"),
    "general_health": ("general health",),
    "sex": ("sex",),
}
"""Our list for each heading of a column with answers, without how many answers there are."""
NOT_ANSWERED, OTHER = "not_answered", "x_"
"""Nobody answered, which is not the same as "prefer not to say"; and what an answer begins with that is none
of ours."""
_ANSWERS: Mapping[str, Mapping[str, str]] = {
    "unpaid_care_hours": {
        "none": r".*\bno unpaid care.*",
        "hours_1_9": r".*\b9 hours or less.*",
        "hours_10_19": r".*\b10 to 19 hours.*",
        "hours_20_34": r".*\b20 to 34 hours.*",
        "hours_35_49": r".*\b35 to 49 hours.*",
        "hours_50_plus": r".*\b50 or more hours.*",
    },
    "disability_eqa": {
        "limited_lot": r".*limited a lot",
        "limited_little": r".*limited a little",
        "ltc_not_limited": r".*has long term.*not limited",
        "none": r".*\bno long term.*",
    },
    "ethnic_group": {
        "white_british": r"white english.*",
        "white_irish": r"white irish",
        "white_gypsy_traveller": r"white gypsy.*",
        "white_roma": r"white roma",
        "white_other": r"white (?:any )?other white.*",
        "mixed_white_caribbean": r"mixed.*white and black caribbean",
        "mixed_white_african": r"mixed.*white and black african",
        "mixed_white_asian": r"mixed.*white and asian",
        "mixed_other": r"mixed or multiple ethnic groups (?:any )?other mixed.*",
        "asian_indian": r"asian.* indian",
        "asian_pakistani": r"asian.* pakistani",
        "asian_bangladeshi": r"asian.* bangladeshi",
        "asian_chinese": r"asian.* chinese",
        "asian_other": r"asian.* (?:any )?other asian.*",
        "black_caribbean": r"black.*caribbean or african caribbean",
        "black_african": r"black.*caribbean or african african",
        "black_other": r"black.* (?:any )?other black.*",
        "other_arab": r"other ethnic group arab",
        "other_any": r"other ethnic group any other.*",
    },
    "religion": {
        "none": r"no religion",
        "christian": r"christian",
        "buddhist": r"buddhist",
        "hindu": r"hindu",
        "jewish": r"jewish",
        "muslim": r"muslim",
        "sikh": r"sikh",
        "other": r"(?:any )?other religion",
    },
    "sexual_orientation": {
        "straight": r"straight or heterosexual",
        "gay_lesbian": r"gay or lesbian",
        "bisexual": r"bisexual",
        "other": r"(?:all )?other sexual orientations?|pansexual|asexual|queer",
    },
    "gender_identity": {
        "same": r".*\bthe same as sex registered.*",
        "different": r".*\bdifferent from sex registered.*|trans (?:wo)?man|non binary"
        r"|(?:all )?other gender.*",
    },
    "english_proficiency": {
        "main": r"main language is english.*",
        "very_well": r".*\bcan speak english very well",
        "well": r".*\bcan speak english well",
        "not_well": r".*\bcannot speak english well",
        "none": r".*\bcannot speak english",
    },
    "general_health": {
        "very_good": r"very good.*",
        "good": r"good.*",
        "fair": r"fair.*",
        "bad": r"bad.*",
        "very_bad": r"very bad.*",
    },
    "sex": {"female": r"females?", "male": r"males?"},
}
_WHOLE = re.compile(r"total.*|all (?:usual residents|people|persons|categories).*")
_NOT_FOR_US = re.compile(r"does not apply")


def topic(heading: str) -> str:
    """Return our list for the heading of a column, "Unpaid care (6 categories)"; "" for none."""
    said = re.sub(r" \d+ categories.*", "", plain(heading))
    return next((vocab for vocab, names in TOPICS.items() if said in names), "")


def answer(vocab: str, words: str) -> str:
    """Return our code for an answer; "not_answered"; one of its own where we have none; "" for a whole."""
    said = plain(words)
    if not said or _WHOLE.fullmatch(said) or _NOT_FOR_US.fullmatch(said):
        return ""
    if said == "not answered":
        return NOT_ANSWERED
    found = (code for code, shape in _ANSWERS[vocab].items() if re.fullmatch(shape, said))
    return next(found, OTHER + words.strip())
