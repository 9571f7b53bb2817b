"""Made-up quotes, most with one thing in them that points at somebody, whose place is known by its making."""

import random
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

LISTED = """
Siân Llewellyn; Angharad Price; Gwilym ap Rhys; Eirlys Hughes-Jones; Rhodri Pugh; Mair Ellis; Hywel Tudur;
Aisha Begum; Mohammed Iqbal Khan; Priya Chaudhuri; Harjinder Kaur Gill; Nasreen Akhtar; Tahmina Sultana;
Ravi D'Souza; Ngozi Okonkwo; Babatunde Adeyemi; Chiamaka Eze; Oluwaseun Bankole; Yetunde Afolabi; Ifeanyi
Nwosu; Zainab Al-Hassan; Niamh O'Neill; Seán Ó Briain; Caoimhe MacNamara; Declan Fitzpatrick; Gráinne
Kelleher; Pádraig O'Shaughnessy; Małgorzata Wiśniewska; Tomasz Zając; Zbigniew Łukasik; Agnieszka Dąbrowska;
Paweł Król; Jadwiga Wójcik; Margaret Thistlethwaite; Derek Ormerod; Doreen Bickerstaffe; Günther Groß; Zoë
Penhaligon; Anne-Marie Postlethwaite; May Ward; Will Young; Hope Marsh; Grace Bishop; Mark Rose; Joy Price;
Jo Ng; Li Wu; Rose Brook
"""
NICKNAMES = "Mags; Seánie; Babs; Tomek; Gosia; Big Tunde; Nee; Wullie; Nesta; Paddy Mac"
ELSEWHERE = """
Heledd; Gethin; Ffion; Blodeuwedd; Ieuan; Shreya; Wasim; Rukhsana; Balwinder; Tejas; Temitope; Obioma;
Adaobi; Kelechi; Uchenna; Bronagh; Oisín; Fionnuala; Cormac; Aoife; Grzegorz; Wojciech; Halina; Bożena;
Kazimierz; Beryl; Clifford; Winston; Enid; Mavis; Keith; Sandra; Mehmet; Thuy; Lakshmi; Demetrios; Ludmila;
Tamsin; Saffron; Courtney
"""
FAMILIES = """
Gwynne; Bevan; Prosser; Mukherjee; Rahman; Siddiqui; Bhatt; Obasanjo; Achebe; Soyinka; McGuinness; Rafferty;
Gilhooly; Szymański; Kaczmarek; Mazur; Cholmondeley; Entwistle; Ramsbottom; Higginbotham; Featherstone;
Nguyen; Papadopoulos
"""
PLACES = """
Oak Street; Bryn Eithin; St Mary's School; The Maltings; Larkhill Surgery; Ysgol y Garn; Penrhyn Road;
Copley Close
"""

AROUND = (
    "{} sat with me until the bus came.",
    "I could not have managed without {} last winter.",
    "We were told to ask for {} at the desk.",
    "my neighbour {} does my shopping now",
    "It was {} who noticed I was a carer.",
    "When {} was off, nobody rang us.",
    "Thanks to {}, I slept.",
    "The lunch was good. {} made us feel at home.",
    "Everyone loves {}!",
    "I spoke to {} about respite and got nowhere.",
    "She (that is {}) waited six weeks.",
    "Diolch i {} am bopeth.",
)
OWNED = (
    "I went to {} house on a bad day.",
    "We used {} car to get to the clinic.",
    "It was {} idea to start the walk.",
)
NUMBERED = (
    "ref {} please",
    "They never wrote it down: {}",
    "You can ring me on {} after five.",
    "It says {} on the letter",
)
CLEAN = (
    "We may need more hope on the ward, and the price will go up.",
    "The {year} session had {many} people in it and it was lovely.",
    "I will mark the form; a grace period applies.",
    "Open 9-5 Monday to Friday, {weeks} weeks a year.",
    "The group meets at 10.30 on floor 4.",
    "NHS waiting lists are {weeks} weeks long.",
    "Ask for table 6 in the brown building.",
    "The bus from Leeds to Bradford never comes on Sundays.",
    "It costs £{many},500 to run the hall, or £12.50 an hour.",
    "My mum has dementia and nobody told us about Carers Allowance.",
    "I wish somebody had asked me sooner. It is lonely at night.",
    "The GP was kind but the receptionist was not.",
    "Staff were friendly and I felt listened to.",
    "Parking is awful. There is no bench on the way up the hill.",
    "Nothing to improve, thank you very much.",
    "Since Covid we have met on Zoom, which is better than nothing.",
    "We came by bus, 24/7 care leaves no time for anything else.",
    "More information in Polish and Urdu would help.",
    "About {many} people came, which was more than we thought.",
    "I have two children and a job, so evenings are best.",
    "The kettle was on, and there were biscuits.",
    "Nid oedd neb yn gwrando arnom ni.",
    "Nikt nas nie pytał, jak sobie radzimy.",
    "Being with other carers makes me feel less alone.",
    "In March we planted beans; by June they were taller than me.",
    "The Citizens Advice people helped with the forms.",
    "They said Attendance Allowance takes 12 weeks.",
    "Can the art class be on a Tuesday? I like the summer best.",
    "It was 100% worth it!",
    "I did not know the Carers Centre was there.",
)
INDIRECT = (
    "I am the only Syrian woman on our estate.",
    "He is the only man who comes to the group.",
    "As the vicar I see a lot of lonely people.",
    "She was the head teacher here for years.",
    "My son has cystic fibrosis and goes to the village school in our village.",
    "We are the only deaf couple in the village.",
    "Everyone here knows who I am.",
    "I was the lollipop lady for thirty years.",
    "He is the oldest man in the club.",
    "There is nobody else in the street like me.",
    "I'm the only wheelchair user at the mosque.",
    "My wife is the practice manager at the surgery.",
    "It was in the papers when I lost my leg.",
    "I have motor neurone disease and live on our street alone.",
    "She is our only Polish volunteer.",
)
FEW = (
    "{few} carers told us the same.",
    "Only {few} men came.",
    "There were {few} of us at the meeting.",
    "{few} young volunteers left in May.",
    "It was said by {few} of the women.",
)
STREETS = "High Street; Station Road; Heol y Parc; Beech Avenue; Garden Close; Queen Victoria Terrace"
MONTHS = "January February March April May June July August September October November December"
ARABIC, BENGALI = 0x660, 0x9E6


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quote, and the stretch in it that points at somebody: of which sort it is, "" for a clean quote."""

    text: str
    start: int
    end: int
    sort: str

    def found_by(self, stretches: Iterable[tuple[int, int]]) -> bool:
        """Say whether these leave no letter and no digit of it; of a description one word is enough."""
        seen = {place for start, end in stretches for place in range(start, end)}
        mine = {place for place in range(self.start, self.end) if self.text[place].isalnum()}
        return bool(mine & seen) if self.sort in {"indirect", "few"} else mine <= seen


class Speaker:
    """Says quotes by the chance of a seed."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)  # noqa: S311 - made-up people
        self.people = [*_of(LISTED), *_of(NICKNAMES)]
        self.places = _of(PLACES)
        self._sorts: dict[str, Callable[[], str]] = {
            "listed": self._listed,
            "misspelt": self._misspelt,
            "unlisted": self._unlisted,
            "nhs": self._nhs,
            "ni": self._ni,
            "phone": self._phone,
            "postcode": self._postcode,
            "email": self._email,
            "date": self._date,
            "address": self._address,
            "place": lambda: self._dice.choice(self.places),
        }

    def quotes(self, number: int, sort: str) -> Iterator[Spoken]:
        """Yield quotes of one sort."""
        for _ in range(number):
            yield self._quote(sort)

    def _quote(self, sort: str) -> Spoken:
        say = self._dice.choice
        if sort == "clean":
            return Spoken(self._filled(say(CLEAN)), 0, 0, "")
        if sort in {"indirect", "few"}:
            text = self._filled(say(INDIRECT if sort == "indirect" else FEW))
            return Spoken(text, 0, len(text), sort)
        thing = self._sorts[sort]()
        owned = thing.endswith(("'s", "\u2019s", "s'"))
        frames = OWNED if owned else AROUND if sort in {"listed", "misspelt", "unlisted"} else NUMBERED
        if sort in {"place", "address"}:
            frames = (
                "I live at {} and nobody calls.",
                "The damp in {} is bad.",
                "We moved from {} last year",
            )
        before, core, after = _parts(thing)
        frame = say(frames)
        start = frame.index("{}") + len(before)
        return Spoken(frame.format(before + core + after), start, start + len(core), sort)

    def _filled(self, frame: str) -> str:
        few = self._dice.choice(("two", "Three", "four", "3", "2", "4"))
        made = frame.format(
            year=self._dice.randint(2015, 2026),
            many=self._dice.randint(11, 60),
            weeks=self._dice.randint(6, 52),
            few=few,
        )
        return made[0].upper() + made[1:]

    def _listed(self) -> str:
        name = self._dice.choice(self.people)
        given, _, family = name.partition(" ")
        plain = set(name.lower().split()) & set(
            "may ward will young hope marsh grace bishop mark rose joy price brook".split()
        )
        low = name if plain or len(given) < 3 else name.lower()
        forms = [
            name,
            given,
            f"{name}'s",
            f"{given}\u2019s",
            name.upper(),
            low,
            unicodedata.normalize("NFD", name),
            _without_marks(name),
            name.replace("'", "\u2019"),
            name.replace("'", ""),
            name.replace("-", " "),
        ]
        if family:
            title = self._dice.choice(("Mrs", "Mr", "Dr", "Nurse", "Auntie"))
            forms += [
                f"{title} <{family}>",
                f"{given[0]}. {family}",
                f"{given} {family[0]}.",
                f"{given[0]} {family}",
            ]
        return self._dice.choice(forms)

    def _misspelt(self) -> str:
        """Return a name on the list with one slip of the finger in it."""
        word = self._dice.choice(
            [w for name in self.people for w in name.split() if len(w) > 5 and w.isalpha()]
        )
        at = self._dice.randrange(1, len(word) - 1)
        slips = (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + self._dice.choice("aeiou") + word[at + 1 :],
        )
        return self._dice.choice(slips)

    def _unlisted(self) -> str:
        given, family = (
            self._dice.choice(_of(ELSEWHERE)),
            self._dice.choice([*_of(FAMILIES), self._invented()]),
        )
        title = self._dice.choice(("Mrs", "Mr", "Dr", "dr", "Nurse"))
        return self._dice.choice(
            (given, f"{given} {family}", f"{title} <{family}>", f"{given}'s", f"{given[0]}. {family}", family)
        )

    def _invented(self) -> str:
        parts = "bal dor fen gri hal kem lor mun nad pel quen ros tam ul ver wim".split()
        return "".join(self._dice.choices(parts, k=self._dice.randint(2, 3))).capitalize()

    def _nhs(self) -> str:
        while True:
            nine = [self._dice.randrange(10) for _ in range(9)]
            check = -sum(digit * (10 - place) for place, digit in enumerate(nine)) % 11
            if check < 10:
                break
        d = "".join(map(str, [*nine, check]))
        shape = self._dice.choice(("{0}{1}{2}", "{0} {1} {2}", "{0}-{1}-{2}", "{0}.{1}.{2}"))
        said = shape.format(d[:3], d[3:6], d[6:])
        return self._dice.choice(
            (f"NHS <{said}>", f"NHS number <{said}>", f"<{said}> (NHS)", self._other_digits(said), said)
        )

    def _ni(self) -> str:
        six, say = f"{self._dice.randrange(10**6):06}", self._dice.choice
        pair, last = say(("AB", "CE", "JK", "SR", "PW")), say("ABCD")
        made = say(
            (f"{pair}{six}{last}", f"{pair} {six[:2]} {six[2:4]} {six[4:]} {last}", f"{pair} {six} {last}")
        )
        return say((made, made.lower()))

    def _phone(self) -> str:
        end = f"{self._dice.randrange(1000):03}"
        return self._other_digits(
            self._dice.choice(
                (
                    f"07700 900{end}",
                    f"07700900{end}",
                    f"0770 090 0{end}",
                    f"07700-900-{end}",
                    f"+44 7700 900{end}",
                    f"+44 (0)7700 900 {end}",
                    f"00447700900{end}",
                    f"(0161) 496 0{end}",
                    f"0161-496-0{end}",
                    f"0113.496.0{end}",
                    f"020 7946 0{end}",
                    f"029 2018 0{end}",
                    f"01632 960{end}",
                    f"0 7 7 0 0 9 0 0 {end}",
                    f"+353 20 915 4{end}",
                )
            )
        )

    def _other_digits(self, said: str) -> str:
        zero = self._dice.choice((0, 0, 0, 0, ARABIC, BENGALI))
        return "".join(chr(zero + int(one)) if zero and one.isdecimal() else one for one in said)

    def _postcode(self) -> str:
        code = self._dice.choice(
            ("LS6 3HN", "M1 1AE", "SW1A 1AA", "CF10 3NQ", "B33 8TH", "EH1 1YZ", "LL57 2DG")
        )
        return self._dice.choice((code, code.replace(" ", ""), code.lower(), code.replace(" ", "  ")))

    def _email(self) -> str:
        return self._dice.choice(
            ("jo.b@nhs.net", "a_khan@example.org.uk", "mair+carers@example.wales", "x@y.co")
        )

    def _date(self) -> str:
        day, month, year = (
            self._dice.randint(1, 28),
            self._dice.randint(1, 12),
            self._dice.randint(1925, 2015),
        )
        words = (
            "January February March April May June July August September October November December".split()
        )
        word = words[month - 1]
        return self._dice.choice(
            (
                f"{day}/{month}/{year}",
                f"{day:02}.{month:02}.{year % 100:02}",
                f"{year}-{month:02}-{day:02}",
                f"{day} {word} {year}",
                f"the <{day}th of {word}, {year}>",
                f"{word[:3]} {day}, {year}",
                f"{day} {word[:3].lower()} {year % 100:02}",
            )
        )

    def _address(self) -> str:
        made = f"{self._dice.randint(1, 120)} {self._dice.choice(_of(STREETS))}"
        return self._dice.choice((made, f"Flat 2, {made}"))


def _of(names: str) -> list[str]:
    return [" ".join(name.split()) for name in names.split(";")]


def _parts(thing: str) -> tuple[str, str, str]:
    """Return what points at somebody, between < and > where it is not all, and what is around it."""
    before, found, rest = thing.partition("<")
    core, _, after = rest.partition(">")
    return (before, core, after) if found else ("", thing, "")


def _without_marks(name: str) -> str:
    apart = unicodedata.normalize("NFD", name.replace("ł", "l").replace("Ł", "L"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
