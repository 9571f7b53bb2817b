"""Descriptions that fit one person, small places, and small numbers of people, in a text that was folded."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from vcse_desktop.disclosure.everyday_words import ALSO_NAMES, EVERYDAY
from vcse_desktop.disclosure.folding import Folded, Word, squashed
from vcse_desktop.disclosure.hits import Kind

Found = tuple[int, int, Kind, bool]

PEOPLE = (
    "people|persons?|carers?|volunteers?|men|man|women|woman|ladies|lady|families|members|staff|"
    "patients?|children|child|boys?|girls?|residents?|tenants?|neighbours?|parents?|mothers?|fathers?|"
    "mums?|dads?|users?|clients?|attendees|participants|refugees?|muslims?|widows?|widowers?|"
    "teenagers?|students?|pensioners?|adults?|helpers?|workers?|nurses?|doctors?|trustees?|guests?|"
    "learners?|households?|couples?|sisters|brothers|respondents?"
)
NUMBER_WORDS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_ONE = (
    rf"(?:{PEOPLE}|one|person|cyclist|driver|gp|dentist|vicar|wheelchair|deaf|blind|black|asian|white|gay|lesbian|"
    "trans|disabled|male|female|polish|welsh|syrian|nigerian|chinese|jewish|sikh|hindu|catholic|foster|single|young|"
    "daughter|son|survivor|twin|twins|amputee|interpreter|signer|speaker)"
)
_JOBS = (
    "mayor|vicar|curate|imam|rabbi|priest|head ?teacher|headmaster|headmistress|head of year|"
    "postmaster|postmistress|lollipop (?:lady|man)|treasurer|chairman|chairwoman|chairperson|"
    "practice manager|ward sister|ward manager|chief executive|organist|choir ?master|choir leader|"
    "caretaker|warden|landlord|landlady|coroner|magistrate|town clerk|parish clerk|village policeman|"
    "school secretary|deputy head|postman|milkman|butcher|undertaker|mp|ward councillor|district nurse|"
    "health visitor|lifeguard|football manager|goalkeeper|captain"
)
_RARE = (
    "motor neurone|mnd|huntingtons?|huntington's|cystic fibrosis|sickle cell|muscular dystrophy|"
    "haemophilia|thalassaemia|creutzfeldt|cjd|rett syndrome|prader[ -]willi|tourettes?|tourette's|"
    "locked[ -]in|transplant|both legs amputated|double amputee|amputee|conjoined|albinism|dwarfism|"
    "achondroplasia|spina bifida|batten disease|marfan|ehlers[ -]danlos|guillain[ -]barre|lupus|"
    "leukaemia|narcolepsy|deafblind|turner syndrome|foetal alcohol|hiv|transgender|quadriplegic|"
    "tetraplegic|iron lung|stoma|tracheostomy|triplets|quadruplets"
)
ONLY = (
    re.compile(
        rf"\b(?:the|our|their|my|am|was|is|as|we are) only (?:[a-z'-]+ ){{0,2}}{_ONE}\b(?! of| thing)"
    ),
    re.compile(rf"\bonly (?:[a-z'-]+ ){{0,2}}{_ONE} (?:in|on|at|from|round) [a-z' ]{{2,20}}"),
    re.compile(
        rf"\b(?:the|our|its|their) (?:first|last|oldest|youngest|longest serving) (?:[a-z'-]+ )?{_ONE}\b"
    ),
    re.compile(r"\b(?:nobody|no one|no-one|noone) else (?:in|on|at|round) (?:the |our |this )?[a-z]+"),
    re.compile(
        r"\b(?:everyone|everybody) (?:here |round here |in [a-z ]{2,20} )?"
        r"(?:knows|knew) (?:who|him|her|me|us)\b"
    ),
    re.compile(r"\b(?:in the paper|in the papers|on the news|in the newspaper)\b"),
)
JOB = re.compile(
    rf"\b(?:the|our|my|former|retired|ex|is a|was a|am a|i'm a|as a|as) (?:[a-z'-]+ )?(?:{_JOBS})\b"
)
RARE = re.compile(rf"\b(?:{_RARE})\b")
SENTENCE = re.compile(r"[^.!?\n]+")
SOMEWHERE = re.compile(
    r"\b(?:in|on|from|of|at) (?:our|this|the|my) (?:[a-z]+ )?(?:street|road|village|estate|block|close|lane|"
    r"school|class|church|mosque|parish|cul-de-sac|floor|valley|island|hamlet)\b"
)
CANONICAL = {"saint": "st", "street": "st", "road": "rd", "avenue": "ave", "lane": "ln", "drive": "dr"}


def phrases(plain: str, placed: Sequence[tuple[int, int]], threshold: int) -> Iterator[Found]:
    """Yield descriptions and small numbers; ``placed`` are stretches that name a small place."""
    for sort in (*ONLY, JOB):
        for match in sort.finditer(plain):
            yield match.start(), match.start() + len(match[0].rstrip()), Kind.INDIRECT, False
    for sentence in SENTENCE.finditer(plain):
        start, end = sentence.span()
        somewhere = SOMEWHERE.search(sentence[0]) or any(start <= at < end for at, _ in placed)
        for match in RARE.finditer(plain, start, end) if somewhere else ():
            yield *match.span(), Kind.INDIRECT, False
    yield from few(plain, threshold)


def few(plain: str, threshold: int) -> Iterator[Found]:
    """Yield each number from 1 to one below the threshold that stands before people."""
    small = [str(number) for number in range(1, threshold)] + list(NUMBER_WORDS[: threshold - 1])
    if threshold > 2:  # noqa: PLR2004
        small += ["both", "a couple of", "a pair of"]
    small.append("a single")
    said = "|".join(small)
    own = r"(?<!my )(?<!his )(?<!her )(?<!your )(?<![\d.,:/\u00a3$-])(?<!than )"
    no_more = r"(?!years?|weeks?|days?|hours?|months?|minutes?|times|or|to|and)"
    between = rf"(?:of (?:the |our |us |them )?)?(?:{no_more}[a-z'-]+ ){{0,2}}?"
    sort = re.compile(rf"\b{own}(?:{said}) {between}(?:{PEOPLE})\b(?!'s)|\b{own}(?:{said}) of (?:us|them)\b")
    for match in sort.finditer(plain):
        if not _is_part(plain, match.start()) and not re.match(
            r"(?:one|1) (?:other )?(?:person|man) (?:can|could|has)", match[0]
        ):
            yield *match.span(), Kind.FEW, False


def _is_part(plain: str, start: int) -> bool:
    """Say whether what stands before makes it a larger number, such as twenty-three, or "one to one"."""
    before = plain[max(0, start - 12) : start]
    tens = (
        "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|hundred and|thousand|million)[ -]"
    )
    return bool(re.search(rf"(?:{tens}|\d |one to |every |each |any )$", before))


class Places:
    """The small places of a group, such as streets, estates, schools and surgeries."""

    def __init__(self, names: Iterable[str]) -> None:
        """``names`` are as they were written."""
        self._by_first: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        for name in names:
            parts = tuple(_canonical(word.text) for word in Folded(name).words())
            if parts and len("".join(parts)) > 2:  # noqa: PLR2004
                self._by_first[parts[0]].append(parts)

    def found(self, words: Sequence[Word]) -> Iterator[Found]:
        """Yield where one is named; one that is a common word needs a capital."""
        forms = [{_canonical(word.text), _canonical(word.bare)} for word in words]
        for place, form in enumerate(forms):
            for parts in (parts for one in form for parts in self._by_first.get(one, ())):
                stretch = words[place : place + len(parts)]
                if len(stretch) < len(parts):
                    continue
                if all(part in forms[place + n] for n, part in enumerate(parts)):
                    capital = stretch[0].capital
                    common = len(parts) == 1 and (parts[0] in EVERYDAY or parts[0] in ALSO_NAMES)
                    if capital or not common:
                        yield stretch[0].start, stretch[-1].end, Kind.PLACE, capital and not common


def _canonical(word: str) -> str:
    word = squashed(word)
    return CANONICAL.get(word, word)
