"""A signer, or whoever has a key, may sign whatever they like: the rules hold under a good signature too."""

import itertools
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from tests.attacks.corpus.case import Case
from tests.attacks.victim import CHAIR_ID, KEYS, PACK, REGISTER, STATEMENTS, Victim
from tests.packs.example import BEGIN, CHAIR, CHARITY, NAME, NUMBER, PAPER, THIEF, begun, checked, signer
from vcse_desktop.packs import canonical, container, p256
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.identity import RECOVERY_LABEL, Statements, attested, statement
from vcse_desktop.packs.keys import key_id
from vcse_desktop.packs.verdicts import Verdict

_NUMBERS = ("-{}", "+{}", "0{}", "{}.0", "{}e0", '"{}"', "{}n", "0x{}", " {}", "1{}" + "0" * 20)
_WORDS = ("True", "0", "1", '""', "NaN", "undefined", "[]", "{}", "-0")
_BLANKS = (" ", "\n", "\t", "\r\n", "\u00a0", "\ufeff", "//\n", "/**/", ",")
_STRANGE = "\ud800\0\t\r\x7f\x85\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff"
_OTHER_TEXTS = (*_STRANGE, "e\u0301", "\u212b", "\u1100\u1161", "\U0001d15e")
"""Characters that may not stand in a text, and some that are not in their composed form."""
_OTHER_KEYS = ("more", "Format", "__proto__", "constructor", "x1", "é", "")
_WRONG: tuple[Any, ...] = (
    -1,
    2**53,
    1.5,
    10**30,
    "x" * 3000,
    {},
    ["a"] * 200,
    {"name": "x"},
    "\ud800",
    "a\nb\r",
    [[[]]],
)
"""Values that fit nowhere."""
_ALSO_WRONG: tuple[Any, ...] = ("", None, [], True, "x_y")
Chained = Callable[[], Statements]
NEW, SHEET = signer(0x5555), signer(0x6666, label=RECOVERY_LABEL)


def _file(
    victim: Victim, said: Mapping[str, Any] | bytes, signers: Sequence[Signer] = (CHARITY, CHAIR)
) -> bytes:
    return container.write(victim.signed(said, signers))


def _says_another_thing(text: str, said: Mapping[str, Any]) -> bool:
    """Say whether this is sound JSON of another meaning: signed, it is another good file."""
    try:
        return bool(json.loads(text) != said)
    except ValueError:
        return False


def _rewritten(good: str) -> Iterator[tuple[str, str]]:
    """Yield the claims written in every other way that a reader of JSON might take."""
    for match in re.finditer(r":([0-9]+)", good):
        for other in _NUMBERS:
            yield f"number {other}", good[: match.start(1)] + other.format(match[1]) + good[match.end() :]
    for match in re.finditer(r"(?<=:)(true|false|null)", good):
        for other in _WORDS:
            yield f"word {other}", good[: match.start()] + other + good[match.end() :]
    for match in re.finditer(r"[A-Za-z]", good):
        for form in ("\\u{:04x}", "\\u{:04X}"):
            text = good[: match.start()] + form.format(ord(match[0])) + good[match.end() :]
            yield f"{form} at {match.start()}", text


def _spaced(good: str, said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the claims with something between their parts."""
    for place in [match.end() for match in re.finditer(r"[{}\[\],:]", good)]:
        for blank in _BLANKS:
            text = good[:place] + blank + good[place:]
            if not _says_another_thing(text, said):
                yield f"{blank!r} at {place}", text


def texts(victim: Victim) -> list[Case]:
    """The claims are written in another way, or are no object at all."""
    good = canonical.dump(victim.said).decode()
    plain = [json.dumps(victim.said, indent=indent) for indent in (None, 1)]
    plain += [
        json.dumps(dict(reversed(list(victim.said.items())))),
        good.replace("/", "\\/"),
        good + "\n",
        f"[{good}]",
    ]
    plain += [
        good[:-1],
        good + good,
        "null",
        "",
        "[]",
        "{}",
        "\ufeff" + good,
        '"' + "x" * 9,
        "[" * 20_000,
        "9" * 5000,
    ]
    plain += [
        good.replace('"format":1', '"format":1,"format":1'),
        good.replace('"format":1', '"format":2,"format":1'),
    ]
    variants = [
        *_rewritten(good),
        *_spaced(good, victim.said),
        *(("another text", one) for one in plain if one != good),
    ]
    cases = [Case(name, partial(_file, victim, text.encode())) for name, text in variants]
    return [*cases, Case("utf-16", partial(_file, victim, good.encode("utf-16")))]


def fields(victim: Victim) -> list[Case]:
    """A value is missing, of another type, too long, or too many."""
    said, found = victim.said, []
    for key in said:
        found.append((f"without {key}", {name: value for name, value in said.items() if name != key}))
        found += [(f"{key} is {str(wrong)[:9]!r}", {**said, key: wrong}) for wrong in _WRONG]
    for key in ("type", "issued", "issuer", "identity", "sign_off", "language", victim.kind):
        found += [(f"{key} is {wrong!r}", {**said, key: wrong}) for wrong in _ALSO_WRONG]
    return [Case(name, partial(_file, victim, _dumped(other))) for name, other in found]


def odd(victim: Victim) -> list[Case]:
    """A text holds what it may not, a key is unknown, or something is too deep."""
    said = victim.said
    text = "title" if "title" in said else "text"
    found = [(f"{one!r}", {**said, text: f"a{one}b"}) for one in _OTHER_TEXTS]
    found += [(f"key {one!r}", {**said, one: 1}) for one in _OTHER_KEYS]
    found += [(f"{depth} deep", {**said, "format": 2, "more": _nested(depth)}) for depth in (8, 12, 200)]
    half = canonical.dump({**said, text: "HERE"}).replace(b"HERE", rb"\ud800")
    found_too = [Case("half a character", partial(_file, victim, half))]
    return [*found_too, *(Case(name, partial(_file, victim, _dumped(other))) for name, other in found)]


def _nested(depth: int) -> object:
    """Return a number in so many lists."""
    return [_nested(depth - 1)] if depth else 0


def histories(victim: Victim) -> list[Case]:
    """What is told of earlier documents is not in order, or changed by what cannot have changed it."""
    if "series" not in victim.said:
        return []
    line = {"sequence": 1, "digest": f"sha256:{'5a' * 32}", "state": "withdrawn", "by": 2, "reason": None}
    bad: list[tuple[int, list[dict[str, Any]]]] = [
        (2, []),
        (1, [line]),
        (2, [line, {**line, "sequence": 2}]),
        (3, [{**line, "sequence": 2}, line]),
        (3, [line, line]),
        (3, [line, {**line, "sequence": 3, "by": None}]),
        (2, [{**line, "by": 1}]),
        (2, [{**line, "by": 3}]),
        (2, [{**line, "by": 0}]),
        (2, [{**line, "state": "gone"}]),
        (2, [{**line, "more": 1}]),
        (2, [{**line, "digest": "sha256:" + "5A" * 32}]),
    ]
    said = [{**victim.said, "sequence": sequence, "history": told} for sequence, told in bad]
    found = [Case(f"history {n}", partial(_file, victim, one)) for n, one in enumerate(said)]
    good = {**victim.said, "sequence": 3, "history": [line, {**line, "sequence": 2, "by": 3}]}
    return [*found, Case("a good history", partial(_file, victim, good), (Verdict.OK,))]


def newer(victim: Victim) -> list[Case]:
    """A later format that we may read has more to say, perhaps under a name that another kind has."""
    names = ("history", "period", "answers", "series", "sequence", "audience", "title", "about", "to", "more")
    found = []
    for key, value in itertools.product(
        sorted({*names} - victim.said.keys()), (None, 1, "x", [], {}, [1], {"a": 1})
    ):
        make = partial(_file, victim, {**victim.said, "format": 2, key: value})
        found.append(Case(f"{key} is {value!r}", make, (Verdict.OK,)))
    edge = partial(_file, victim, {**victim.said, "format": 2, "more": _nested(7)})
    return [
        *found,
        Case("as deep as may be", edge, (Verdict.OK,)),
        Case("least", partial(_file, victim, {**victim.said, "min_reader": 2}), (Verdict.NEWER_FORMAT,)),
    ]


def _dumped(said: Mapping[str, Any]) -> bytes:
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _after(text: str, by: Iterable[Signer]) -> Statements:
    return [*STATEMENTS, attested(text, by, BEGIN)]


def _chains() -> Iterator[tuple[str, Chained]]:
    """Yield chains that were put together of what lies about."""
    keys: list[Signer] = [CHARITY, CHAIR, THIEF, NEW, SHEET]
    for own, reason in itertools.product((CHARITY, THIEF, NEW), ("key_changed", "approvers_changed")):
        text = statement(NAME, NUMBER, own.key, SHEET.key, BEGIN, before=STATEMENTS, reason=reason)
        for count in (1, 2, 3):
            for by in itertools.permutations(keys, count):
                yield f"{reason} by {count}", partial(_after, text, by)
    yield from ((name, partial(list, chain)) for name, chain in _pieces())


def _pieces() -> Iterator[tuple[str, Statements]]:
    theirs = begun(THIEF, SHEET)
    old = STATEMENTS[0]
    for link in theirs:
        yield "another's beginning", [link]
        yield "another's signatures", [{**old, "signatures": link["signatures"]}]
        yield "another's statement", [{**link, "signatures": old["signatures"]}]
    yield "signatures turned", [{**old, "signatures": old["signatures"][::-1]}]
    yield "signatures doubled", [{**old, "signatures": old["signatures"] * 2}]
    yield "one signature", [{**old, "signatures": old["signatures"][:1]}]
    yield "a blank in base64", [{**old, "signatures": [old["signatures"][0] + "\n", old["signatures"][1]]}]
    yield "twice", [old, old]
    for before, after in (('"need":2', '"need":1'), (CHAIR_ID, ""), ('"version":1', '"version":2')):
        yield "lowered", [{**old, "statement": old["statement"].replace(before, after)}]


_PERHAPS = (Verdict.ALTERED, Verdict.IMPOSTOR, Verdict.UNKNOWN_SIGNER, Verdict.OK)
"""What may be said where both vouch, or one alone, or nobody."""


def identities(victim: Victim) -> list[Case]:
    """The identity is grafted, or was changed by a key that may not."""
    found = []
    for name, chain in _chains():
        for signers in ([CHARITY, CHAIR], [THIEF], [CHARITY]):
            make = partial(_grafted, victim, chain, signers)
            found.append(Case(name, make, (Verdict.ALTERED, Verdict.IMPOSTOR)))
    return [*found, *_fitted_cases(victim, [(own, 3) for own in (CHARITY, NEW, THIEF)])]


def links(victim: Victim) -> list[Case]:
    """Only the chain can be wrong: whoever has the key that its last statement names has signed the file."""
    found = _fitted_cases(victim, [(CHARITY, 1), (NEW, 1), (NEW, 2)])
    for name, said in _beginnings():
        found.append(Case(name, partial(_fitted, victim, partial(_begun, said), CHARITY)))
    return found


def _fitted_cases(victim: Victim, wanted: Iterable[tuple[Signer, int]]) -> list[Case]:
    """Return statements that follow the first, signed by so many of those who may be asked."""
    found = []
    for own, count in wanted:
        for by in itertools.permutations((CHARITY, NEW, SHEET, PAPER, CHAIR), count):
            for paper in (PAPER, SHEET):
                make = partial(_fitted, victim, partial(_changed, own, by, paper), own)
                found.append(Case(f"vouched by {count}", make, _PERHAPS))
    return found


def _grafted(victim: Victim, chain: Chained, signers: Sequence[Signer]) -> bytes:
    return _file(victim, {**victim.said, "identity": chain()}, signers)


def _fitted(victim: Victim, chain: Chained, own: Signer) -> bytes:
    return _under(victim, chain(), own)


def _beginnings() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield first statements that are well signed and break a rule."""
    good = {**json.loads(STATEMENTS[0]["statement"]), "need": 1}
    for approvers in ([PAPER], [CHARITY], [CHAIR, CHAIR]):
        yield "a key twice", {**good, "approvers": [{"key": _id(one), "label": "x"} for one in approvers]}
    digest = f"sha256:{'5a' * 32}"
    for change in ({"reason": "renamed"}, {"version": 2}, {"previous": digest}, {"more": 1}, {"format": 2}):
        yield f"with {change}", {**good, **change}
    yield "of another kind", {**good, "type": "summary-pack"}
    yield "of nobody", {**good, "name": "x" * 201}


def _begun(said: Mapping[str, Any]) -> Statements:
    return [attested(canonical.dump(said).decode(), (CHARITY, PAPER), BEGIN)]


def _id(one: Signer) -> str:
    return key_id(p256.point(one.key))


def sign_offs(victim: Victim) -> list[Case]:
    """Fewer, others, or in another order sign than the identity asks for, whatever the file says of it."""
    everybody = ([CHARITY], [CHAIR], [CHAIR, CHARITY], [CHARITY, CHARITY], [CHARITY, THIEF], [THIEF, CHAIR])
    found = []
    for need, keys in itertools.product((1, 2, 9), (KEYS, KEYS[:1], KEYS[1:], KEYS[::-1], KEYS * 2)):
        said = {**victim.said, "sign_off": {"need": need, "keys": keys}}
        for signers in everybody:
            make = partial(_file, victim, said, signers)
            found.append(Case(f"need {need}", make, (Verdict.ALTERED, Verdict.UNFINISHED)))
    return found


def exchanged(victim: Victim) -> list[Case]:
    """Entries of another file by the same signers stand in the place of its own."""
    key = "title" if "title" in victim.said else "text"
    ours, found = victim.entries(), []
    other = victim.signed({**victim.said, key: "Other"})
    for count in range(1, len(ours)):
        for places in itertools.islice(itertools.combinations(range(len(ours)), count), 60):
            made = [other[n] if n in places else one for n, one in enumerate(ours)]
            if made not in (ours, other):
                found.append(Case(f"entries {places}", partial(container.write, made)))
    return found


def _changed(own: Signer, by: Iterable[Signer], paper: Signer = PAPER, *, need: int = 1) -> Statements:
    text = statement(
        NAME, NUMBER, own.key, paper.key, BEGIN, before=STATEMENTS, reason="key_changed", need=need
    )
    return [*STATEMENTS, attested(text, by, BEGIN)]


def _under(victim: Victim, chain: Statements, by: Signer, **more: object) -> bytes:
    """Return a file that this key signs under a chain, alone."""
    key = json.loads(chain[-1]["statement"])["key"]
    issuer = {**victim.said["issuer"], "key": key}
    said = {
        **victim.said,
        "identity": chain,
        "issuer": issuer,
        "sign_off": {"need": 1, "keys": [key]},
        **more,
    }
    return _file(victim, said, [by])


def successions(victim: Victim) -> list[Case]:
    """Keys that one voucher alone changed, keys that were replaced, and two documents of one number."""
    alone = {
        "by the key alone": _changed(NEW, (NEW, CHARITY)),
        "by the sheet alone": _changed(NEW, (NEW, PAPER)),
        "by the key, with another sheet": _changed(NEW, (NEW, SHEET, CHARITY), SHEET),
        "by the sheet, with another sheet": _changed(NEW, (NEW, SHEET, PAPER), SHEET),
    }
    found = [
        Case(name, partial(_under, victim, chain, NEW), (Verdict.UNKNOWN_SIGNER,))
        for name, chain in alone.items()
    ]
    stolen = _changed(CHARITY, (CHARITY, PAPER))
    later = checked(_under(PACK, _changed(NEW, (NEW, CHARITY, PAPER)), NEW)).register
    after = checked(_under(PACK, _changed(NEW, (NEW, CHARITY, PAPER)), NEW), REGISTER).register
    found.append(
        Case("by both", partial(_under, victim, _changed(NEW, (NEW, CHARITY, PAPER)), NEW), (Verdict.OK,))
    )
    found.append(Case("a stranger", victim.whole, (Verdict.UNKNOWN_SIGNER,), later))
    found.append(Case("the replaced key", victim.whole, (Verdict.REVOKED,), after))
    found.append(
        Case("another history", partial(_under, victim, stolen, CHARITY), (Verdict.IMPOSTOR,), after)
    )
    if "series" in victim.said:
        once = checked(victim.whole(), REGISTER).register
        other = partial(_file, victim, {**victim.said, "title": "Other"})
        found.append(Case("two of one number", other, (Verdict.FORK,), once))
    return found


FAMILIES = (texts, fields, odd, histories, newer, links, identities, sign_offs, exchanged, successions)
