"""One shape of certificate and signature: made by rule, and nothing else is taken."""

import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given
from hypothesis import strategies as st

from tests.packs.example import BEGIN, CHARITY, ISSUED, NAME, NUMBER, STEADY, SYMBOLS, THIEF
from vcse_desktop.packs import certificate, cms, der, keys, p256
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.recovery import recovery_key

DATA = b"what is signed\n"
KEY_ID = "sha256:3768ebf6c3a9e81b5a5f1244122afce3ac6761948d4c81819784d9173bd4b830"
SIGNED = cms.sign(CHARITY.key, CHARITY.certificate, DATA, ISSUED)


def replaced(data: bytes, old: str, new: str) -> bytes:
    """Return the data with one stretch (in hex) exchanged; it must be there, and the new one as long."""
    assert bytes.fromhex(old) in data
    assert len(old) == len(new)
    return data.replace(bytes.fromhex(old), bytes.fromhex(new), 1)


def resigned(tbs: bytes) -> bytes:
    """Return a certificate over any inner part, signed as it must be."""
    signature = p256.sign(CHARITY.key, tbs)
    return der.tlv(der.SEQUENCE, tbs, certificate.ECDSA, der.tlv(der.BITS, b"\0" + signature))


def test_the_published_vectors_come_out() -> None:
    assert keys.key_id(p256.point(CHARITY.key)) == KEY_ID
    assert keys.digits(KEY_ID) == "24624 57568 14747 42323 91790 23902"
    assert len(CHARITY.certificate) == 526
    assert (
        hashlib.sha256(CHARITY.certificate).hexdigest()
        == "bce59633b5eac133d503c0a626875a46eb2c949bd8c111a8ed482ebd933f3633"
    )
    assert (
        keys.key_id(p256.point(recovery_key(SYMBOLS)))
        == "sha256:9827ce86b4aab4a0df2109feae20f9f75b5bce8fa0b1fee600ede85ad2a50fa0"
    )


def test_a_certificate_says_what_was_put_into_it_and_others_read_it_too() -> None:
    read = certificate.read(CHARITY.certificate)
    assert (read.organisation, read.number, read.label, read.key) == (NAME, NUMBER, NAME, KEY_ID)
    assert (read.begin, read.end) == (BEGIN, BEGIN.replace(year=2036))
    seen = x509.load_der_x509_certificate(CHARITY.certificate)
    seen.verify_directly_issued_by(seen)
    assert not seen.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    identifier = seen.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    assert identifier == x509.SubjectKeyIdentifier.from_public_key(CHARITY.key.public_key())
    assert seen.not_valid_after_utc == read.end


def test_a_name_is_cut_to_64_characters_and_blanks_at_the_end_go() -> None:
    assert certificate.certificate_name("é" * 63 + " b") == "é" * 63
    made = certificate.issue(CHARITY.key, "é" * 64, "", "x", BEGIN)
    assert certificate.read(made).organisation == "é" * 64
    assert certificate.read(made).number == "unregistered"


def test_the_29th_of_february_ends_on_the_28th() -> None:
    made = certificate.issue(CHARITY.key, "A", "", "A", datetime(2028, 2, 29, tzinfo=UTC))
    assert certificate.read(made).end == datetime(2038, 2, 28, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "number", "year"),
    [
        ("", NUMBER, 2026),
        ("x" * 65, NUMBER, 2026),
        ("A", "no_underscore", 2026),
        ("A", "n" * 65, 2026),
        ("A", NUMBER, 1999),
        ("A", NUMBER, 2040),
    ],
)
def test_a_certificate_that_does_not_fit_is_not_made(name: str, number: str, year: int) -> None:
    with pytest.raises(Broken):
        certificate.issue(CHARITY.key, name, number, "A", datetime(year, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a003020102", "a003020101"),  # another version
        ("0101ff04023000", "01010004023000"),  # a boolean that is false
        ("030206c0", "03020780"),  # another key usage
        ("06082b06010505070304", "06082b06010505070303"),  # another extended one
        ("0603550403 0c", "0603550403 13"),  # another kind of text
        ("0603550405 13", "0603550405 0c"),
        ("323631313031", "323631313032"),  # it ends ten years and a day later
        ("323631313031", "323630323330"),  # 30 February
        ("323631313031", "353031313031"),  # 2050
        ("4578616d706c65", "4578616d706c66"),  # issuer and subject differ
        ("4578616d706c65", "ff78616d706c65"),  # not UTF-8, and they differ
    ],
)
def test_a_certificate_of_another_shape_is_refused_though_its_signature_is_good(old: str, new: str) -> None:
    tbs = der.tlv(der.SEQUENCE, der.inside(CHARITY.certificate, 0, 0))
    assert certificate.read(resigned(tbs)).key == KEY_ID
    with pytest.raises(Broken):
        certificate.read(resigned(replaced(tbs, old, new)))


def test_what_stands_around_the_signed_part_of_a_certificate_counts_too() -> None:
    tbs = der.tlv(der.SEQUENCE, der.inside(CHARITY.certificate, 0, 0))
    signature = p256.sign(CHARITY.key, tbs)
    sha_384 = bytes.fromhex("300a06082a8648ce3d040303")
    bits = der.tlv(der.BITS, b"\0" + signature)
    assert certificate.read(der.tlv(der.SEQUENCE, tbs, certificate.ECDSA, bits)).key == KEY_ID
    for parts in (
        (tbs, sha_384, bits),
        (tbs, certificate.ECDSA, der.tlv(der.BITS, b"\1" + signature)),
        (tbs, certificate.ECDSA, der.tlv(der.OCTETS, b"\0" + signature)),
        (tbs, certificate.ECDSA, bits, b"\5\0"),
    ):
        with pytest.raises(Broken, match="certificate-shape"):
            certificate.read(der.tlv(der.SEQUENCE, *parts))
    with pytest.raises(Broken, match="certificate-shape"):
        certificate.read(CHARITY.certificate + b"\0\0")


@pytest.mark.parametrize("text", [b"\xff" * 4, b"", b"x" * 65])
def test_a_name_that_is_no_text_of_1_to_64_characters_is_refused(text: bytes) -> None:
    name = certificate._name(text, NUMBER.encode(), b"A")
    tbs = certificate._tbs(name, p256.point(CHARITY.key), BEGIN)
    with pytest.raises(Broken, match="certificate-name"):
        certificate.read(resigned(tbs))


def test_a_certificate_signed_by_somebody_else_is_refused() -> None:
    tbs = der.tlv(der.SEQUENCE, der.inside(CHARITY.certificate, 0, 0))
    with pytest.raises(Broken, match="signature"):
        certificate.read(certificate._whole(tbs, p256.sign(THIEF.key, tbs)))


def test_equal_input_gives_equal_bytes() -> None:
    assert cms.sign(CHARITY.key, CHARITY.certificate, DATA, ISSUED) == SIGNED


def test_a_signature_says_who_and_when() -> None:
    signed = cms.verify(SIGNED, DATA)
    assert (signed.by.key, signed.at) == (KEY_ID, ISSUED)
    with pytest.raises(Broken):
        cms.verify(SIGNED, DATA + b" ")


@pytest.mark.parametrize("days", [-1, 3654])
def test_nobody_signs_outside_the_dates_of_the_certificate(days: int) -> None:
    with pytest.raises(Broken, match="signature-time"):
        cms.sign(CHARITY.key, CHARITY.certificate, DATA, BEGIN + timedelta(days=days))


def test_a_signature_by_another_key_than_the_certificate_names_is_refused() -> None:
    with pytest.raises(Broken):
        cms.sign(THIEF.key, CHARITY.certificate, DATA, ISSUED)


def test_the_signing_time_is_a_time() -> None:
    by = certificate.read(CHARITY.certificate)
    attributes = cms._attributes(by, hashlib.sha256(DATA).digest(), b"261332000000Z")
    signature = p256.sign(CHARITY.key, der.tlv(der.SET, attributes))
    with pytest.raises(Broken, match="time"):
        cms.verify(cms._whole(by, attributes, signature), DATA)


def test_every_byte_of_a_signature_file_counts() -> None:
    for place in range(len(SIGNED)):
        for flip in (0x01, 0x20, 0x80):
            changed = SIGNED[:place] + bytes([SIGNED[place] ^ flip]) + SIGNED[place + 1 :]
            with pytest.raises(Broken):
                cms.verify(changed, DATA)
        with pytest.raises(Broken):
            cms.verify(SIGNED[:place], DATA)
    with pytest.raises(Broken):
        cms.verify(SIGNED + b"\0", DATA)


@STEADY
@given(st.binary(max_size=80))
def test_any_bytes_at_all_are_broken_and_nothing_worse(data: bytes) -> None:
    for read in (certificate.read, lambda blob: cms.verify(blob, DATA)):
        with pytest.raises(Broken):
            read(data)


@pytest.mark.parametrize("parts", [4, 6])
def test_a_signature_file_with_other_parts_is_refused(parts: int) -> None:
    content = der.elements(der.inside(SIGNED, 0, 1, 0))
    wrong = [der.tlv(der.OCTETS, part) for part in (content * 2)[:parts]]
    outer = der.tlv(der.SEQUENCE, *wrong)
    with pytest.raises(Broken, match="signature-shape"):
        cms.verify(der.tlv(der.SEQUENCE, b"\5\0", der.tlv(der.FIRST, outer)), DATA)


def test_a_signer_with_other_parts_is_refused() -> None:
    by = certificate.read(CHARITY.certificate)
    whole = cms._whole(by, cms._attributes(by, hashlib.sha256(DATA).digest(), b"261121200000Z"), b"")
    short = der.tlv(der.SET, der.tlv(der.SEQUENCE, b"\5\0"))
    content = der.elements(der.inside(whole, 0, 1, 0))
    tags = (der.INTEGER, der.SET, der.SEQUENCE, der.FIRST)
    parts = [der.tlv(tag, part) for tag, part in zip(tags, content, strict=False)]
    outer = der.tlv(der.SEQUENCE, *parts, short)
    with pytest.raises(Broken, match="signature-shape"):
        cms.verify(der.tlv(der.SEQUENCE, b"\5\0", der.tlv(der.FIRST, outer)), DATA)


def test_a_certificate_without_its_fields_is_refused() -> None:
    with pytest.raises(Broken, match="certificate-shape"):
        certificate.read(der.tlv(der.SEQUENCE, der.tlv(der.SEQUENCE, b"\5\0")))


def test_only_the_lower_of_two_signatures_is_taken_and_only_in_its_shortest_form() -> None:
    point, signature = p256.point(CHARITY.key), p256.sign(CHARITY.key, DATA)
    p256.verify(point, signature, DATA)
    r, s = decode_dss_signature(signature)
    assert s <= p256.ORDER // 2
    high = encode_dss_signature(r, p256.ORDER - s)
    CHARITY.key.public_key().verify(high, DATA, ec.ECDSA(hashes.SHA256()))  # sound, but not ours
    long_r = der.tlv(der.SEQUENCE, der.tlv(der.INTEGER, b"\0\0" + r.to_bytes(32, "big")), der.integer(s))
    long_length = b"\x30\x81" + signature[1:]
    outside = [encode_dss_signature(a, b) for a, b in ((0, s), (r, 0), (p256.ORDER, s), (r, p256.ORDER))]
    for wrong in (high, long_r, long_length, signature + b"\0", b"", *outside):
        with pytest.raises(Broken):
            p256.verify(point, wrong, DATA)


def test_a_point_that_is_not_on_the_curve_is_refused() -> None:
    signature = p256.sign(CHARITY.key, DATA)
    for point in (b"", b"\x04" + b"\x01" * 64, p256.point(CHARITY.key)[:33]):
        with pytest.raises(Broken):
            p256.verify(point, signature, DATA)


def test_a_key_comes_back_from_its_stored_form_and_no_other_kind_does() -> None:
    key = p256.new_key()
    assert p256.point(p256.restored(p256.stored(key))) == p256.point(key)
    other = ed25519.Ed25519PrivateKey.generate()
    with pytest.raises(TypeError):
        p256.restored(other.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))


@STEADY
@given(st.integers(0, 2**130))
def test_whole_numbers_are_as_short_as_they_can_be(number: int) -> None:
    (content,) = der.elements(der.integer(number))
    assert int.from_bytes(content, "big", signed=True) == number
    assert len(content) == 1 or content[0] or content[1] >= 0x80


@STEADY
@given(st.lists(st.binary(max_size=300), max_size=4))
def test_elements_come_back(parts: list[bytes]) -> None:
    assert der.elements(b"".join(der.tlv(der.OCTETS, part) for part in parts)) == parts


@pytest.mark.parametrize("data", ["04", "0480", "0483000001ff", "0402ff", "0481", "048201"])
def test_other_lengths_are_broken(data: str) -> None:
    with pytest.raises(Broken):
        der.elements(bytes.fromhex(data))


def test_what_is_too_long_for_the_format_is_broken() -> None:
    assert len(der.tlv(der.OCTETS, bytes(65_535))) == 65_539
    with pytest.raises(Broken):
        der.tlv(der.OCTETS, bytes(65_536))


@pytest.mark.parametrize(
    "text", [b"500101000000Z", b"2601010000Z", b"260101000060Z", b"26010100000\xd9\xa0Z"]
)
def test_other_times_are_broken(text: bytes) -> None:
    with pytest.raises(Broken):
        der.from_utc(text)


@pytest.mark.parametrize("symbols", ["", SYMBOLS[:-1], SYMBOLS + "0", SYMBOLS[:-1] + "U", SYMBOLS.lower()])
def test_a_recovery_key_needs_its_26_symbols(symbols: str) -> None:
    with pytest.raises(ValueError):
        recovery_key(symbols)
