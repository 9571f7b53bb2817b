"""A signer, or whoever has a key, may sign whatever they like: the rules hold under a good signature too."""

import hashlib
import itertools
import json
import random
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import NameOID

from tests.attacks.slices import SEED, some
from tests.attacks.victim import CHAIR_ID, KEYS, ROOT, SIGN_OFF, STATEMENTS, Entries, entries, verdict, whole
from tests.packs.example import (
    BEGIN,
    CHAIR,
    CHARITY,
    ISSUED,
    NAME,
    NUMBER,
    THIEF,
    begun,
    claims,
    files_of,
    signer,
)
from vcse_desktop.packs import canonical, certificate, cms, container, der, p256
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.identity import Statements, attested, statement
from vcse_desktop.packs.verdicts import Verdict

SAID = claims(STATEMENTS, sign_off=SIGN_OFF)
FIRST = entries()[0][1]


def signed(said: bytes) -> Verdict:
    """Return the verdict on a pack with these bytes as its claims, well signed by both."""
    return verdict(container.write(files_of(said, signers=[CHARITY, CHAIR])))


def is_another_text(text: str) -> bool:
    """Say whether this is sound JSON that says something else: signed, it is another good pack."""
    try:
        return bool(json.loads(text) != SAID)
    except ValueError:
        return False


def values(good: str) -> Iterator[tuple[str, bytes]]:
    """Yield the claims with one number or word written in another way."""
    for match in re.finditer(r":([0-9]+)", good):
        for other in ("-{}", "+{}", "0{}", "{}.0", "{}e0", '"{}"', "{}n", "0x{}", " {}", "1{}" + "0" * 20):
            yield (
                f"number {other}",
                (good[: match.start(1)] + other.format(match[1]) + good[match.end(1) :]).encode(),
            )
    for match in re.finditer("true|false|null", good):
        for other in ("True", "0", "1", '""', "NaN", "undefined", "[]", "{}"):
            yield f"word {other}", (good[: match.start()] + other + good[match.end() :]).encode()


def texts() -> Iterator[tuple[str, bytes]]:
    """Yield the claims written in every other way that a JSON reader might take."""
    good = canonical.dump(SAID).decode()
    rng = random.Random(SEED)  # noqa: S311 - an attack is no secret
    for place in [m.end() for m in re.finditer(r"[{}\[\],:]", good)]:
        for blank in (" ", "\n", "\t", "\r\n", "\u00a0", "\ufeff", "//\n", "/**/"):
            text = good[:place] + blank + good[place:]
            if not is_another_text(text):
                yield f"{blank!r} at {place}", text.encode()
        doubled = good[:place] + "," + good[place:]
        if not is_another_text(doubled):
            yield f"a comma at {place}", doubled.encode()
    for match in re.finditer(r"[A-Za-z]", good):
        escaped = f"\\u{ord(match[0]):04{rng.choice('xX')}}"
        yield f"escape at {match.start()}", (good[: match.start()] + escaped + good[match.end() :]).encode()
    yield from values(good)
    whole_objects = (json.dumps(SAID), json.dumps(SAID, indent=1), json.dumps(dict(reversed(SAID.items()))))
    for other in (
        *whole_objects,
        good + "\n",
        f"[{good}]",
        good[:-1],
        f"{good}{good}",
        "null",
        "",
        "\ufeff" + good,
    ):
        yield "whole", other.encode()
    yield "utf-16", good.encode("utf-16")
    yield "doubled key", good.replace('"format":1', '"format":1,"format":1').encode()


def test_claims_written_in_another_way() -> None:
    for name, said in some(list(texts()), 250):
        assert signed(said) is Verdict.ALTERED, name


@pytest.mark.parametrize(
    "strange", ["\0", "\t", "\r", "\x7f", "\x85", "\u200e", "\u2028", "\u202e", "\u2069", "e\u0301", "\ufeff"]
)
def test_text_that_looks_like_other_text(strange: str) -> None:
    assert signed(canonical.dump(SAID | {"title": f"a{strange}b"})) is Verdict.ALTERED


def others(key: p256.PrivateKey, **change: object) -> bytes:
    """Return a certificate that another program makes with the same names."""
    parts = ((NameOID.ORGANIZATION_NAME, NAME), (NameOID.SERIAL_NUMBER, NUMBER), (NameOID.COMMON_NAME, NAME))
    name = x509.Name([x509.NameAttribute(oid, text) for oid, text in parts])
    builder = (
        x509.CertificateBuilder(name, name, key.public_key())
        .serial_number(int(str(change.get("serial", x509.random_serial_number()))))
        .not_valid_before(BEGIN)
        .not_valid_after(datetime(2036, 11, 1, tzinfo=UTC))
        .add_extension(x509.BasicConstraints(ca=bool(change.get("ca")), path_length=None), critical=True)
    )
    return builder.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)


def with_signature(blob: bytes) -> Verdict:
    """Return the verdict on the pack with another first signature file."""
    made: Entries = entries()
    made[1] = (made[1][0], blob)
    return verdict(container.write(made))


def rebuilt(by: bytes, signature: Callable[[bytes], bytes]) -> bytes:
    """Return a signature file with this certificate in it, whatever it is."""
    facts = certificate.read(CHARITY.certificate)
    fake = certificate.Certificate(**{name: getattr(facts, name) for name in facts.__slots__} | {"data": by})
    attributes = cms._attributes(fake, hashlib.sha256(FIRST).digest(), der.utc(ISSUED))
    return cms._whole(fake, attributes, signature(der.tlv(der.SET, attributes)))


def test_certificates_that_other_programs_take() -> None:
    number = der.elements(certificate.read(CHARITY.certificate).serial)[0]
    own = int.from_bytes(number, "big")
    for by in (
        others(CHARITY.key),
        others(CHARITY.key, serial=own),
        others(CHARITY.key, ca=1),
        others(THIEF.key),
    ):
        assert with_signature(rebuilt(by, lambda data: p256.sign(CHARITY.key, data))) is Verdict.ALTERED
    good = rebuilt(CHARITY.certificate, lambda data: p256.sign(CHARITY.key, data))
    assert with_signature(good) is Verdict.OK  # so it was the certificate


def high(signature: bytes) -> bytes:
    """Return the other signature that is as good for most readers."""
    r, s = decode_dss_signature(signature)
    return encode_dss_signature(r, p256.ORDER - s)


def test_signatures_that_other_programs_take() -> None:
    good = entries()[1][1]
    assert (
        with_signature(rebuilt(CHARITY.certificate, lambda d: high(p256.sign(CHARITY.key, d))))
        is Verdict.ALTERED
    )
    tbs = der.tlv(der.SEQUENCE, der.inside(CHARITY.certificate, 0, 0))
    loose = certificate._whole(tbs, high(p256.sign(CHARITY.key, tbs)))
    assert with_signature(rebuilt(loose, lambda d: p256.sign(CHARITY.key, d))) is Verdict.ALTERED
    for other in (
        b"",
        good[:-1],
        good + b"\0",
        good * 2,
        b"\x30\x80" + good[4:] + b"\0\0",
        b"\x30\x83\0" + good[2:],
    ):
        assert with_signature(other) is Verdict.ALTERED
    cert = x509.load_der_x509_certificate(CHARITY.certificate)
    builder = pkcs7.PKCS7SignatureBuilder().set_data(FIRST).add_signer(cert, CHARITY.key, hashes.SHA256())
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
    for more in ([], [pkcs7.PKCS7Options.NoCapabilities], [pkcs7.PKCS7Options.NoAttributes]):
        assert with_signature(builder.sign(Encoding.DER, options + more)) is Verdict.ALTERED


def test_signatures_over_something_else_or_at_another_time() -> None:
    for key, when, data in (
        (CHARITY, ISSUED, FIRST + b"\n"),
        (CHARITY, ISSUED, b""),
        (CHARITY, ISSUED + timedelta(seconds=1), FIRST),
        (CHARITY, ISSUED - timedelta(seconds=1), FIRST),
        (THIEF, ISSUED, FIRST),
        (CHAIR, ISSUED, FIRST),
    ):
        assert with_signature(cms.sign(key.key, key.certificate, data, when)) is Verdict.ALTERED


def chains() -> Iterator[tuple[str, Statements]]:
    """Yield chains that were put together of what lies about."""
    new, sheet = signer(0x5555), signer(0x6666)
    old = STATEMENTS
    theirs = begun(THIEF, sheet)
    keys: list[Signer] = [CHARITY, CHAIR, THIEF, new, sheet]
    for own, reason in itertools.product((CHARITY, THIEF, new), ("key_changed", "approvers_changed")):
        text = statement(NAME, NUMBER, own.key, sheet.key, BEGIN, before=old, reason=reason)
        for count in (1, 2, 3):
            for by in itertools.permutations(keys, count):
                yield f"{reason} by {count}", [*old, attested(text, by, BEGIN)]
    for link in theirs:
        yield "another's beginning", [link]
        yield "another's signatures", [{**old[0], "signatures": link["signatures"]}]
        yield "another's statement", [{**link, "signatures": old[0]["signatures"]}]
    yield "signatures turned", [{**old[0], "signatures": old[0]["signatures"][::-1]}]
    yield "one signature", [{**old[0], "signatures": old[0]["signatures"][:1]}]
    for lowered in (
        old[0]["statement"].replace('"need":2', '"need":1'),
        old[0]["statement"].replace(CHAIR_ID, ""),
    ):
        yield "lowered", [{**old[0], "statement": lowered}]


def test_identities_put_together_of_pieces() -> None:
    for name, chain in some(list(chains()), 40):
        said = canonical.dump(SAID | {"identity": chain})
        for signers in ([CHARITY, CHAIR], [THIEF], [CHARITY]):
            found = verdict(container.write(files_of(said, signers=signers)))
            assert found in {Verdict.ALTERED, Verdict.IMPOSTOR}, name


def test_fewer_signatures_than_the_identity_asks_for() -> None:
    for need, keys in itertools.product((1, 2, 9), (KEYS, KEYS[1:], KEYS[::-1])):
        said = canonical.dump(SAID | {"sign_off": {"need": need, "keys": keys}})
        for signers in (
            [CHARITY],
            [CHAIR],
            [CHAIR, CHARITY],
            [CHARITY, CHARITY],
            [CHARITY, THIEF],
            [THIEF, CHAIR],
        ):
            found = verdict(container.write(files_of(said, signers=signers)))
            assert found in {Verdict.ALTERED, Verdict.UNFINISHED}


def test_the_signature_of_one_pack_is_none_of_another() -> None:
    other = files_of(SAID | {"title": "Other"}, signers=[CHARITY, CHAIR])
    for places in ((1,), (2,), (1, 2), (0,), (0, 1, 2), (6,), (0, 6), tuple(range(3, len(other)))):
        made = [other[n] if n in places else one for n, one in enumerate(entries())]
        assert verdict(container.write(made)) in {Verdict.ALTERED, Verdict.OK}
        assert (verdict(container.write(made)) is Verdict.OK) == (container.write(made) == whole())


@pytest.mark.parametrize(
    "root", ["pack-a", f"notice-{ROOT[5:]}", f"reply-{ROOT[5:]}", "pack-20261121-7f3a9kq3"]
)
def test_a_renamed_root(root: str) -> None:
    made = [(name.replace(ROOT, root), data) for name, data in entries()]
    assert verdict(container.write(made)) is Verdict.ALTERED
    made = [
        (name.replace(ROOT, root).replace("pack.json", root.split("-", maxsplit=1)[0] + ".json"), d)
        for name, d in entries()
    ]
    assert verdict(container.write(made)) is Verdict.ALTERED
