"""What a partner is told about a file: every verdict that the file alone can have."""

import hashlib
import io
import os
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.packs.example import (
    CHAIR,
    CHARITY,
    ID,
    ISSUED,
    THIEF,
    begun,
    checked,
    claims,
    files_of,
    known,
    pack,
    payload,
    signer,
)
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.packs import canonical, container, p256
from vcse_desktop.packs.bag import BAGIT_TEXT, bag_info, hash_list, read_list
from vcse_desktop.packs.checking import check, judged
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.keys import key_id
from vcse_desktop.packs.layout import ENTRY_LIMIT
from vcse_desktop.packs.register import Register
from vcse_desktop.packs.result import remarks, sentence
from vcse_desktop.packs.verdicts import SENTENCES, Verdict

CHAIR_ID = key_id(p256.point(CHAIR.key))
TOGETHER = begun(need=2, approvers={CHAIR_ID: "Chair of trustees"})
BOTH = {"need": 2, "keys": [key_id(p256.point(CHARITY.key)), CHAIR_ID]}


def verdict(**made: object) -> tuple[Verdict, str]:
    """Return what is thought of a pack whose signatures are good, and why."""
    result = checked(container.write(files_of(**made)), known())  # type: ignore[arg-type]
    return result.verdict, result.why


def test_a_good_pack_of_a_signer_whose_digits_were_compared() -> None:
    built = pack()
    result = checked(built.data, known())
    assert (result.verdict, result.digest, result.pack, result.kind) == (Verdict.OK, built.digest, ID, "pack")
    assert result.keys == (key_id(p256.point(CHARITY.key)),)
    assert sentence(result) == (
        "Unchanged since Example Carers Trust signed it, dated 21 November 2026. "
        "You have checked their key before."
    )
    assert remarks(result) == []


def test_a_good_pack_of_a_stranger() -> None:
    result = checked(pack().data)
    assert result.verdict is Verdict.UNKNOWN_SIGNER
    assert "compare the digits" in sentence(result)
    assert result.claims["title"] == "Carers, July to September 2026"


def test_a_pack_is_checked_from_a_pipe() -> None:
    data = pack().data
    end, begin = os.pipe()

    def write() -> None:
        with os.fdopen(begin, "wb") as pipe:
            pipe.write(data)

    writer = threading.Thread(target=write)
    writer.start()
    with os.fdopen(end, "rb", buffering=0) as pipe:
        assert check(pipe, known()).verdict is Verdict.OK
    writer.join()


def test_a_file_on_a_disk_and_none(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    file.write_bytes(pack().data)
    assert check(file, known()).verdict is Verdict.OK
    with pytest.raises(WorldError):
        check(tmp_path / "b.zip")


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\3\4", b"PK\5\6" + bytes(18), bytes(99)])
def test_other_files_are_no_packs(data: bytes) -> None:
    result = checked(data)
    assert result.verdict is Verdict.NOT_A_PACK
    assert sentence(result) == "This is not a summary pack."


def test_places_at_which_a_file_may_be_cut_off() -> None:
    data = pack().data
    for end in (*range(30, len(data), 101), *range(data.index(b"PK\1\2"), len(data), 29), len(data) - 1):
        found = checked(data[:end]).verdict
        assert found is Verdict.DAMAGED, end


def test_each_header_that_is_not_the_one_allowed() -> None:
    data = pack().data
    for place in range(30, len(data)):
        if data[place : place + 4] == b"PK\x03\x04":
            for offset in (*range(4, 22), *range(26, 30)):
                for flip in (1, 0x80):
                    changed = bytearray(data)
                    changed[place + offset] ^= flip
                    found = checked(bytes(changed)).verdict
                    name = {Verdict.TOO_BIG, Verdict.DAMAGED} if offset in {26, 27} else set()
                    crc = {Verdict.DAMAGED} if offset in range(14, 18) else set()
                    assert found in {Verdict.ALTERED} - crc | name | crc, (place, offset)


def test_an_entry_that_does_not_begin_where_it_must() -> None:
    data = bytearray(pack().data)
    second = data.index(b"PK\3\4", 4)
    data[second] = 0
    assert checked(bytes(data)).why == "entry-missing"
    assert checked(bytes(data)).verdict is Verdict.DAMAGED


def test_contents_that_do_not_fit_their_checksum() -> None:
    data = pack().data.replace(b"<h1>Carers</h1>", b"<h1>Barers</h1>")
    assert (checked(data).verdict, checked(data).why) == (Verdict.DAMAGED, "entry-crc")


def test_contents_that_do_not_fit_their_hash() -> None:
    files = payload() | {"data/report.html": payload()["data/report.html"] + b"<!-- -->"}
    entries = files_of(files=files, tags={"manifest-sha256.txt": hash_list(sorted(payload().items()))})
    assert checked(container.write(entries)).why == "payload-hash"
    assert checked(container.write(entries)).verdict is Verdict.ALTERED


def test_bytes_after_the_end_and_a_directory_that_says_something_else() -> None:
    data = pack().data
    assert (checked(data + b"\0").verdict, checked(data + b"\0").why) == (Verdict.ALTERED, "directory")
    for place in range(data.index(b"PK\1\2"), len(data), 23):
        changed = bytearray(data)
        changed[place] ^= 1
        assert checked(bytes(changed)).verdict is Verdict.ALTERED


@pytest.mark.parametrize(
    ("name", "size", "found"),
    [
        ("tagmanifest-sha256.txt", 65_537, Verdict.TOO_BIG),
        ("signature-1.p7s", 8_193, Verdict.TOO_BIG),
        ("readme.txt", 65_537, Verdict.TOO_BIG),
        ("readme.txt", 65_536, Verdict.UNKNOWN_SIGNER),
        ("pack.json", 262_145, Verdict.TOO_BIG),
        ("data/report.html", ENTRY_LIMIT + 1, Verdict.TOO_BIG),
    ],
)
def test_what_is_larger_than_it_may_be(name: str, size: int, found: Verdict) -> None:
    big = bytes(size)
    if name == "readme.txt":
        entries = files_of(tags={name: big})
    elif name.startswith("data/"):
        entries = files_of(files=payload() | {name: big})
    else:
        entries = [(path, big if path.endswith(name) else data) for path, data in files_of()]
    result = checked(container.write(entries))
    assert result.verdict is found
    if found is Verdict.TOO_BIG:
        assert sentence(result) == "Larger than a pack may be. Not opened."


def test_a_file_over_64_mib_is_too_big() -> None:
    big = payload() | {f"data/tables/t{n}.v1.csv": bytes(ENTRY_LIMIT - n) for n in range(2)}
    assert verdict(files=big) == (Verdict.TOO_BIG, "entry")


def test_more_entries_than_there_may_be() -> None:
    small = {"data/report.pdf": payload()["data/report.pdf"], "data/datapackage.json": b"{}"}
    for count, found in ((55, Verdict.OK), (56, Verdict.TOO_BIG)):
        files = small | {f"data/tables/t{n}.v1.csv": b"a\r\n" for n in range(count)}
        assert verdict(files=files)[0] is found


def test_a_name_longer_than_any_may_be() -> None:
    entries = files_of()
    entries[1] = (f"pack-{ID}/" + "x" * 120, b"")
    result = checked(container.write(entries))
    assert (result.verdict, result.why) == (Verdict.TOO_BIG, "entry-name")


@pytest.mark.parametrize(
    ("first", "found"),
    [
        (b"", Verdict.ALTERED),
        (b"\n", Verdict.ALTERED),
        (b"0" * 64 + b"  bag-info.txt", Verdict.ALTERED),
        (b"0" * 64 + b" bag-info.txt\n", Verdict.ALTERED),
        (b"A" * 64 + b"  bag-info.txt\n", Verdict.ALTERED),
        (b"0" * 64 + b"  ../info.txt\n", Verdict.ALTERED),
        (b"0" * 64 + b"  b\n" + b"0" * 64 + b"  a\n", Verdict.ALTERED),
        (b"0" * 64 + b"  a\n" + b"0" * 64 + b"  a\n", Verdict.ALTERED),
        (b"0" * 64 + b"  bag-info.txt\r\n", Verdict.ALTERED),
        (("0" * 64 + "  é.txt\n").encode(), Verdict.ALTERED),
        (b"0" * 64 + b"  bag-info.txt\n", Verdict.ALTERED),
    ],
)
def test_a_signed_list_that_is_none(first: bytes, found: Verdict) -> None:
    assert verdict(first=first)[0] is found


def test_a_list_names_every_file_once_and_in_order() -> None:
    lines = [b"0" * 64 + b"  " + name + b"\n" for name in (b"a", b"b")]
    assert read_list(b"".join(lines)) == {"a": "0" * 64, "b": "0" * 64}
    for wrong in ([lines[1], lines[0]], [lines[0], lines[0]], [lines[0][:-1]]):
        with pytest.raises(Broken):
            read_list(b"".join(wrong))


def test_more_tag_files_than_we_know_were_made_by_a_newer_program() -> None:
    assert verdict(tags={"attestation.txt": b"x"}) == (Verdict.NEWER_FORMAT, "tag-files")


def test_a_tag_file_exchanged_under_the_same_list() -> None:
    entries = [
        (name, b"Run data/check.exe.\n" if name.endswith("readme.txt") else data) for name, data in files_of()
    ]
    result = checked(container.write(entries))
    assert (result.verdict, result.why) == (Verdict.ALTERED, "tag-hash")


@pytest.mark.parametrize(
    "tags",
    [
        {"bagit.txt": BAGIT_TEXT + b"\n"},
        {"bag-info.txt": bag_info(ID, "2026-11-22", 1, 1)},
        {"bag-info.txt": b""},
    ],
)
def test_bag_files_that_do_not_follow_from_the_rest(tags: dict[str, bytes]) -> None:
    assert verdict(tags=tags) == (Verdict.ALTERED, "bag-info")


def test_a_root_of_another_name_than_the_claims_say() -> None:
    assert verdict(root="pack-20261121-7f3a9kq3")[0] is Verdict.ALTERED
    assert verdict(root=f"notice-{ID}")[0] is Verdict.ALTERED
    assert verdict(root=f"parcel-{ID}")[0] is Verdict.NOT_A_PACK


@pytest.mark.parametrize(
    ("manifest", "found"),
    [
        (b"", Verdict.ALTERED),
        (hash_list([("data/report.pdf", b"")]), Verdict.ALTERED),
        (hash_list([*sorted(payload().items()), ("readme.txt", b"")]), Verdict.UNSAFE),
        (hash_list([*sorted(payload().items()), ("data/../x", b"")]), Verdict.ALTERED),
        (hash_list([*sorted(payload().items()), ("data/x.exe", b"")]), Verdict.UNSAFE),
    ],
)
def test_a_list_of_payload_that_a_pack_may_not_have(manifest: bytes, found: Verdict) -> None:
    assert verdict(tags={"manifest-sha256.txt": manifest})[0] is found


def test_what_must_never_be_in_a_pack_is_named_with_the_sender() -> None:
    files = payload() | {"data/tables/macro.v1.xlsm": b""}
    result = checked(container.write(files_of(files=files)))
    assert result.verdict is Verdict.UNSAFE
    assert sentence(result) == (
        "Signed, but it holds something a summary pack never holds "
        "(a file of a kind that never belongs in one). Not opened. Tell Example Carers Trust."
    )


Entries = list[tuple[str, bytes]]
REORDERED: dict[str, Callable[[Entries], Entries]] = {
    "two tag files": lambda e: [*e[:2], e[3], e[2], *e[4:]],
    "two payload files": lambda e: [*e[:-2], e[-1], e[-2]],
    "signature after the tag files": lambda e: [e[0], *e[2:7], e[1], *e[7:]],
    "no signature": lambda e: [e[0], *e[2:]],
    "one twice": lambda e: [*e, e[-1]],
    "one more at the end": lambda e: [*e, (f"pack-{ID}/data/evil.exe", b"MZ")],
    "one more inside": lambda e: [*e[:-1], (f"pack-{ID}/data/evil.exe", b"MZ"), e[-1]],
    "another root": lambda e: [*e[:-1], (e[-1][0].replace("pack-", "pack-0"), e[-1][1])],
    "a gap in the numbers": lambda e: [*e[:2], (f"pack-{ID}/signature-3.p7s", e[1][1]), *e[2:]],
    "it begins with the second": lambda e: [e[0], (f"pack-{ID}/signature-2.p7s", e[1][1]), *e[2:]],
    "a name that is no ascii": lambda e: [*e[:-1], (e[-1][0][:-1] + "x", e[-1][1])],
}


@pytest.mark.parametrize("name", REORDERED)
def test_entries_in_another_order_or_number(name: str) -> None:
    result = checked(container.write(REORDERED[name](files_of())), known())
    assert result.verdict is Verdict.ALTERED


def test_the_last_entry_is_missing() -> None:
    result = checked(container.write(files_of()[:-1]), known())
    assert (result.verdict, result.why) == (Verdict.DAMAGED, "entry-missing")


def test_no_more_than_nine_signatures() -> None:
    people = [signer(0x100 + n, label=f"Person {n}") for n in range(9)]
    keys = [key_id(p256.point(one.key)) for one in (CHARITY, *people)]
    statements = begun(approvers={key: "Person" for key in keys[1:9]})
    said = claims(statements, sign_off={"need": 9, "keys": keys[:9]})
    result = checked(container.write(files_of(said, signers=[CHARITY, *people[:8]])), known(statements))
    assert (result.verdict, len(result.keys)) == (Verdict.OK, 9)
    assert verdict(said=said, signers=[CHARITY, *people])[0] is Verdict.ALTERED


def test_too_few_have_signed() -> None:
    result = checked(pack(claims(TOGETHER, sign_off=BOTH)).data, known(TOGETHER))
    assert result.verdict is Verdict.UNFINISHED
    assert sentence(result) == "Signed by 1 of 2 people. It should not have been sent yet."
    assert judged(result, Register()).verdict is Verdict.UNFINISHED, "whoever signed it, it stays so"
    whole = pack(claims(TOGETHER, sign_off=BOTH), signers=[CHARITY, CHAIR])
    assert checked(whole.data, known(TOGETHER)).verdict is Verdict.OK


def test_whoever_lowers_the_number_of_signatures_does_not_get_through() -> None:
    alone = {"need": 1, "keys": BOTH["keys"]}
    assert checked(pack(claims(TOGETHER, sign_off=alone)).data).verdict is Verdict.UNFINISHED
    only = {"need": 1, "keys": [key_id(p256.point(CHARITY.key))]}
    assert checked(pack(claims(TOGETHER, sign_off=only)).data).verdict is Verdict.UNFINISHED
    mine = begun()
    assert checked(pack(claims(mine, sign_off=alone)).data).verdict is Verdict.ALTERED


@pytest.mark.parametrize(
    "signers", [(CHAIR,), (CHAIR, CHARITY), (CHARITY, CHARITY), (CHARITY, THIEF), (THIEF,)]
)
def test_the_wrong_people_or_the_wrong_order(signers: tuple[object, ...]) -> None:
    assert verdict(said=claims(TOGETHER, sign_off=BOTH), signers=signers)[0] is Verdict.ALTERED


def test_the_first_key_is_that_of_the_organisation() -> None:
    turned = {"need": 2, "keys": BOTH["keys"][::-1]}  # type: ignore[index]
    assert verdict(said=claims(TOGETHER, sign_off=turned), signers=(CHAIR, CHARITY))[0] is Verdict.ALTERED
    assert verdict(said=claims(TOGETHER, sign_off=turned), signers=(CHARITY, CHAIR))[0] is Verdict.ALTERED


def test_an_approver_does_not_pass_for_the_organisation() -> None:
    posing, keys = signer(0x3333), [CHAIR_ID, key_id(p256.point(CHARITY.key))]
    turned = claims(TOGETHER, sign_off={"need": 2, "keys": keys})
    assert verdict(said=turned, signers=(posing, CHARITY)) == (Verdict.ALTERED, "signers")
    both = claims(TOGETHER, sign_off=BOTH)
    assert verdict(said=both, signers=(posing,)) == (Verdict.ALTERED, "signers")


def test_the_time_of_issue_is_that_of_the_first_signature_and_no_later_one_is_earlier() -> None:
    said = claims(TOGETHER, sign_off=BOTH)
    later, earlier = ISSUED + timedelta(days=2), ISSUED - timedelta(seconds=1)
    for when, found in (
        ([ISSUED, later], Verdict.UNKNOWN_SIGNER),
        ([ISSUED, earlier], Verdict.ALTERED),
        ([later, later], Verdict.ALTERED),
    ):
        assert checked(container.write(files_of(said, signers=[CHARITY, CHAIR], when=when))).verdict is found


@pytest.mark.parametrize("changed", [{"name": "Other Trust"}, {"number": ""}, {"key": CHAIR_ID}])
def test_the_issuer_is_the_one_of_the_identity(changed: dict[str, str]) -> None:
    issuer = claims()["issuer"] | changed
    assert verdict(said=claims(issuer=issuer)) == (Verdict.ALTERED, "issuer")


@pytest.mark.parametrize(
    "other",
    [
        signer(0x1111, name="Other Trust"),
        signer(0x1111, number="GB-CHC-7654321"),
        signer(0x1111, number=""),
        signer(0x1111, label="NHS England"),
    ],
)
def test_the_certificate_names_the_issuer(other: object) -> None:
    assert verdict(signers=[other]) == (Verdict.ALTERED, "certificate-name")


def test_a_name_over_64_characters_is_shown_whole() -> None:
    name = "Anytown and District Association of Carers and Friends of Carers, Old and Young"
    own, paper = signer(0x1111, name), signer(0x7777, name)
    said = claims(begun(own, paper, name=name), issuer=claims()["issuer"] | {"name": name})
    result = checked(container.write(files_of(said, signers=[own])))
    assert (result.verdict, result.name) == (Verdict.UNKNOWN_SIGNER, name)


def test_claims_written_in_another_way() -> None:
    data = canonical.dump(claims())
    for other in (data + b"\n", b" " + data, data.replace(b'"a', b'"\\u0061', 1), b"\xef\xbb\xbf" + data):
        assert verdict(said=other)[0] is Verdict.ALTERED


def test_the_contents_are_kept_when_the_signer_could_be_believed(tmp_path: Path) -> None:
    place = tmp_path / "kept"
    result = check(io.BytesIO(pack().data), known(), place)
    assert result.kept == place
    found = {f.relative_to(place).as_posix(): f.read_bytes() for f in place.rglob("*") if f.is_file()}
    assert found == {name.removeprefix("data/"): data for name, data in payload().items()}
    assert list(tmp_path.iterdir()) == [place]
    with pytest.raises(Refused):
        check(io.BytesIO(pack().data), known(), place)
    assert check(io.BytesIO(pack().data), None, tmp_path / "of a stranger").kept


def test_nothing_is_kept_of_a_file_that_is_not_good(tmp_path: Path) -> None:
    place = tmp_path / "kept"
    result = check(io.BytesIO(pack().data[:-1]), known(), place)
    assert (result.verdict, result.kept) == (Verdict.DAMAGED, None)
    assert not list(tmp_path.iterdir())


def test_an_unfinished_pack_is_opened_for_those_who_are_to_sign(tmp_path: Path) -> None:
    data = pack(claims(TOGETHER, sign_off=BOTH)).data
    assert not check(io.BytesIO(data), known(TOGETHER), tmp_path / "a").kept
    stranger = key_id(p256.point(THIEF.key))
    assert not check(io.BytesIO(data), known(TOGETHER), tmp_path / "a", approver=stranger).kept
    assert check(io.BytesIO(data), known(TOGETHER), tmp_path / "a", approver=CHAIR_ID).kept
    assert not check(io.BytesIO(data[:-1]), known(TOGETHER), tmp_path / "b", approver=CHAIR_ID).kept


def test_every_verdict_has_its_words_and_its_number() -> None:
    assert set(SENTENCES) == set(Verdict)
    assert {v.name: v.value for v in Verdict} == {
        "OK": 0,
        "NOT_A_PACK": 10,
        "REPACKED": 11,
        "DAMAGED": 12,
        "ALTERED": 13,
        "TOO_BIG": 14,
        "NEWER_FORMAT": 15,
        "UNFINISHED": 16,
        "IMPOSTOR": 17,
        "UNSAFE": 18,
        "UNKNOWN_SIGNER": 20,
        "REVOKED": 21,
        "WITHDRAWN": 22,
        "SUPERSEDED": 23,
        "FORK": 24,
    }


def test_the_digest_is_that_of_the_first_list() -> None:
    first = dict(files_of())[f"pack-{ID}/tagmanifest-sha256.txt"]
    assert checked(container.write(files_of())).digest == f"sha256:{hashlib.sha256(first).hexdigest()}"
