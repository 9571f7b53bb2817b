"""Certificates and signature files that other programs take: one shape each, and ours takes no other."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import NameOID

from tests.attacks.corpus.case import Case
from tests.attacks.corpus.outer import flipped, replaced
from tests.attacks.victim import Victim
from tests.packs.example import BEGIN, CHAIR, CHARITY, ISSUED, NAME, NUMBER, THIEF
from vcse_desktop.packs import certificate, cms, container, der, p256
from vcse_desktop.packs.verdicts import Verdict

Signs = Callable[[bytes], bytes]
_FIELD = 2**256 - 2**224 + 2**192 + 2**96 - 1


def others(key: ec.EllipticCurvePrivateKey, *, serial: int = 0, ca: bool = False) -> bytes:
    """Return a certificate that another program makes with the same names."""
    parts = ((NameOID.ORGANIZATION_NAME, NAME), (NameOID.SERIAL_NUMBER, NUMBER), (NameOID.COMMON_NAME, NAME))
    name = x509.Name([x509.NameAttribute(oid, text) for oid, text in parts])
    builder = (
        x509.CertificateBuilder(name, name, key.public_key())
        .serial_number(serial or x509.random_serial_number())
        .not_valid_before(BEGIN)
        .not_valid_after(datetime(2036, 11, 1, tzinfo=UTC))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    )
    return builder.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)


def rebuilt(by: bytes, data: bytes, signature: Signs) -> bytes:
    """Return a signature file in our shape with this certificate in it, whatever it is."""
    facts = certificate.read(CHARITY.certificate)
    fake = certificate.Certificate(**{name: getattr(facts, name) for name in facts.__slots__} | {"data": by})
    attributes = cms._attributes(fake, hashlib.sha256(data).digest(), der.utc(ISSUED))
    return cms._whole(fake, attributes, signature(der.tlv(der.SET, attributes)))


def _raw(r: bytes, s: bytes) -> bytes:
    return der.tlv(der.SEQUENCE, der.tlv(der.INTEGER, r), der.tlv(der.INTEGER, s))


def _wide(number: int, width: int = 33) -> bytes:
    return number.to_bytes(width, "big")


def scalars(signature: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield other ways to write a good signature, and signatures of numbers that are no signature."""
    r, s = decode_dss_signature(signature)
    n = p256.ORDER
    pairs = {"high s": (r, n - s), "r and s exchanged": (s, r), "r + n": (r + n, s), "s + n": (r, s + n)}
    for name, bad in (("0", 0), ("n", n), ("n + 1", n + 1), ("2^256", 2**256), ("1", 1), ("p", _FIELD)):
        pairs |= {f"r is {name}": (bad, s), f"s is {name}": (r, bad), f"both are {name}": (bad, bad)}
    for name, (one, two) in pairs.items():
        yield name, encode_dss_signature(one, two)
    plain_r, plain_s = der.elements(der.inside(signature, 0))
    yield "r with a zero more", _raw(b"\0" + plain_r, plain_s)
    yield "s with a zero more", _raw(plain_r, b"\0" + plain_s)
    yield "r of 33 bytes", _raw(_wide(r), plain_s) if len(plain_r) < 33 else _raw(_wide(r, 34), plain_s)
    yield "s of 33 bytes", _raw(plain_r, _wide(s))
    yield "r below zero", _raw(b"\xff" + _wide(r, 32), plain_s)
    yield "s below zero", _raw(plain_r, b"\xff" + _wide(s, 32))
    yield "r is empty", _raw(b"", plain_s)
    yield "s is empty", _raw(plain_r, b"")
    yield "three numbers", der.tlv(der.SEQUENCE, der.inside(signature, 0), der.integer(1))
    yield "one number", der.tlv(der.SEQUENCE, der.tlv(der.INTEGER, plain_r))
    yield "a long length", b"\x30\x81" + signature[1:]
    yield "a length without end", b"\x30\x80" + signature[2:] + b"\0\0"
    yield "a byte after", signature + b"\0"
    yield "a set", b"\x31" + signature[1:]
    yield "64 raw bytes", _wide(r, 32) + _wide(s, 32)
    yield "nothing", b""
    yield "empty", b"\x30\0"


def _points() -> Iterator[tuple[str, bytes]]:
    """Yield certificates of our shape, well signed, whose point is none, and some of other curves."""
    point = p256.point(CHARITY.key)
    x, y = point[1:33], point[33:]
    other = _wide(_FIELD - int.from_bytes(y, "big"), 32)
    bad = {
        "off the curve": b"\4" + x + flipped(y, 31),
        "the other point": b"\4" + x + other,
        "hybrid": bytes([6 + (y[-1] & 1)]) + x + y,
        "compressed": bytes([2 + (y[-1] & 1)]) + x + y,
        "zero": b"\4" + bytes(64),
        "x is p": b"\4" + _wide(_FIELD, 32) + y,
        "y and p": b"\4" + x + b"\xff" * 32,
    }
    name = certificate._name(NAME.encode(), NUMBER.encode(), NAME.encode())
    for what, one in bad.items():
        tbs = certificate._tbs(name, one, BEGIN)
        yield what, certificate._whole(tbs, p256.sign(CHARITY.key, tbs))
    for curve in (ec.SECP256K1(), ec.SECP384R1(), ec.BrainpoolP256R1()):
        yield curve.name, others(ec.generate_private_key(curve))


def _wrapped(tbs: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield certificates whose signed part is ours, in another wrapper, or changed under its signature."""
    signature = p256.sign(CHARITY.key, tbs)
    bits, sha_384 = der.tlv(der.BITS, b"\0", signature), bytes.fromhex("300a06082a8648ce3d040303")
    yield "of another algorithm", der.tlv(der.SEQUENCE, tbs, sha_384, bits)
    yield (
        "with unused bits",
        der.tlv(der.SEQUENCE, tbs, certificate.ECDSA, der.tlv(der.BITS, b"\1", signature)),
    )
    yield "with octets", der.tlv(der.SEQUENCE, tbs, certificate.ECDSA, der.tlv(der.OCTETS, b"\0", signature))
    yield "with more", der.tlv(der.SEQUENCE, tbs, certificate.ECDSA, bits, b"\5\0")
    yield "with more behind it", CHARITY.certificate + b"\5\0"
    for old, new in (
        ("0101ff04023000", "0101ff04023001"),
        ("a003020102", "a003020101"),
        ("030206c0", "030206e0"),
    ):
        other = tbs.replace(bytes.fromhex(old), bytes.fromhex(new))
        assert other != tbs
        yield f"signed before it was changed to {new}", certificate._whole(other, signature)


def _certificates() -> Iterator[tuple[str, bytes]]:
    serial = int.from_bytes(der.elements(certificate.read(CHARITY.certificate).serial)[0], "big")
    yield "of another program", others(CHARITY.key)
    yield "with our serial", others(CHARITY.key, serial=serial)
    yield "of an authority", others(CHARITY.key, ca=True)
    yield "of a thief", others(THIEF.key)
    yield "ours of a thief", certificate.issue(THIEF.key, NAME, NUMBER, NAME, BEGIN)
    yield "of another day", certificate.issue(CHARITY.key, NAME, NUMBER, NAME, BEGIN + timedelta(days=1))[:-1]
    yield "of nobody", b""
    tbs = der.tlv(der.SEQUENCE, der.inside(CHARITY.certificate, 0, 0))
    for what, signature in scalars(p256.sign(CHARITY.key, tbs)):
        yield f"signed, {what}", certificate._whole(tbs, signature)
    yield from _wrapped(tbs)
    yield from _points()
    for label, number in (
        ("x" * 65, NUMBER),
        ("", NUMBER),
        (NAME, "a_b"),
        (NAME, ""),
        (NAME, "n" * 65),
        ("\0", "é"),
    ):
        tbs = certificate._tbs(
            certificate._name(NAME.encode(), number.encode(), label.encode()), p256.point(CHARITY.key), BEGIN
        )
        yield f"with {label[:3]!r} and {number[:3]!r}", certificate._whole(tbs, p256.sign(CHARITY.key, tbs))


def _by_libraries(data: bytes) -> Iterator[tuple[str, bytes]]:
    cert = x509.load_der_x509_certificate(CHARITY.certificate)
    builder = pkcs7.PKCS7SignatureBuilder().set_data(data).add_signer(cert, CHARITY.key, hashes.SHA256())
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
    for more in ([], [pkcs7.PKCS7Options.NoCapabilities], [pkcs7.PKCS7Options.NoAttributes]):
        yield f"by a library {len(more)}", builder.sign(Encoding.DER, options + more)


def _given(signature: bytes, _: bytes) -> bytes:
    return signature


def _files(good: bytes, data: bytes) -> Iterator[tuple[str, bytes]]:
    for name, by in _certificates():
        yield f"certificate {name}", rebuilt(by, data, lambda said: p256.sign(CHARITY.key, said))
    signed = der.inside(der.inside(good, 0, 1, 0, 4), 0)
    for name, signature in scalars(der.elements(signed)[5]):
        yield f"signature {name}", rebuilt(CHARITY.certificate, data, partial(_given, signature))
    for kind in (hashes.SHA1(), hashes.SHA384()):  # noqa: S303 - to see it refused
        made = partial(CHARITY.key.sign, signature_algorithm=ec.ECDSA(kind))
        yield f"over {kind.name}", rebuilt(CHARITY.certificate, data, made)
    curve = ec.generate_private_key(ec.SECP256K1())
    yield (
        "by another curve",
        rebuilt(CHARITY.certificate, data, lambda said: curve.sign(said, ec.ECDSA(hashes.SHA256()))),
    )
    yield from (("nothing", b""), ("cut", good[:-1]), ("longer", good + b"\0"), ("twice", good * 2))
    yield "without an end", b"\x30\x80" + good[4:] + b"\0\0"
    yield "a wider length", b"\x30\x83\0" + good[2:]
    yield "too large", good + bytes(9000)
    yield from _by_libraries(data)
    for key, when, said in (
        (CHARITY, ISSUED, data + b"\n"),
        (CHARITY, ISSUED, b""),
        (CHARITY, ISSUED + timedelta(seconds=1), data),
        (CHARITY, ISSUED - timedelta(seconds=1), data),
        (THIEF, ISSUED, data),
        (CHAIR, ISSUED, data),
    ):
        yield "over something else, or at another time", cms.sign(key.key, key.certificate, said, when)


def files(victim: Victim) -> list[Case]:
    """The first signature file is another."""
    known = victim.entries()
    (name, good), data = known[1], known[0][1]
    assert rebuilt(CHARITY.certificate, data, lambda said: p256.sign(CHARITY.key, said)) == good
    expected = {"too large": [Verdict.TOO_BIG]}
    return [
        Case(what, partial(_in_place, victim, (name, blob)), expected.get(what, [Verdict.ALTERED]))
        for what, blob in _files(good, data)
    ]


def every_byte(victim: Victim) -> list[Case]:
    """The first signature file has a byte changed, one fewer or one more, and the outer file is right."""
    name, good = victim.entries()[1]
    found = []
    for place in range(len(good)):
        made = [flipped(good, place, by) for by in (0x01, 0x20, 0x80)]
        made += [replaced(good, place, place + 1, b""), replaced(good, place, place, b"\0")]
        found += [
            Case(f"{n} at {place}", partial(_in_place, victim, (name, blob))) for n, blob in enumerate(made)
        ]
    return [case for case in found if case.make() != victim.whole()]


def _in_place(victim: Victim, entry: tuple[str, bytes]) -> bytes:
    known = victim.entries()
    return container.write([known[0], entry, *known[2:]])


FAMILIES = (files, every_byte)
