"""One signature more under a document is the same, byte for byte, as if all had signed at once."""

from pathlib import Path

import pytest

from tests.outside import unpack
from tests.packs.example import CHAIR, CHARITY, ISSUED, THIEF, begun, claims, pack
from vcse_desktop.packs import cms
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.cosigning import taken_apart, with_signature
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.identity import read_chain
from vcse_desktop.packs.keys import key_id
from vcse_desktop.packs.p256 import point

KEYS = [key_id(point(one.key)) for one in (CHARITY, CHAIR)]


def test_the_order_of_the_claims_decides_and_nobody_else_signs(tmp_path: Path) -> None:
    statements = begun(need=2, approvers={KEYS[1]: "Chair of trustees"})
    said = claims(statements)
    assert (said["sign_off"], read_chain(statements)[-1].need) == ({"need": 2, "keys": KEYS}, 2)
    file = tmp_path / "UNFINISHED.zip"
    file.write_bytes(pack(said).data)
    frozen, signatures = taken_apart(file)
    assert taken_apart(unpack(file, tmp_path / "unpacked")) == (frozen, signatures), "a folder is taken, too"

    def signed(by: Signer, data: bytes = frozen.first) -> bytes:
        return cms.sign(by.key, by.certificate, data, ISSUED)

    built = with_signature(frozen, signatures, signed(CHAIR), KEYS)
    assert built == pack(said, signers=(CHARITY, CHAIR))
    for nobody in (THIEF, CHARITY):
        with pytest.raises(ValueError, match="may not sign"):
            with_signature(frozen, signatures, signed(nobody), KEYS)
    with pytest.raises(Broken):
        with_signature(frozen, signatures, signed(CHAIR, b"another document"), KEYS)
