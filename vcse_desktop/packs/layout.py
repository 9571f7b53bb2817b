"""What may be in a pack and how large: kinds, names, limits."""

import re
from dataclasses import dataclass

FIRST, MANIFEST, INFO, BAGIT, README = (
    "tagmanifest-sha256.txt",
    "manifest-sha256.txt",
    "bag-info.txt",
    "bagit.txt",
    "readme.txt",
)
KIB, MIB = 1 << 10, 1 << 20
WHOLE_LIMIT, ENTRY_LIMIT, CLAIMS_LIMIT, TAG_LIMIT, SIGNATURE_LIMIT = (
    64 * MIB,
    32 * MIB,
    256 * KIB,
    64 * KIB,
    8 * KIB,
)
ENTRIES_LIMIT, NAME_LIMIT, MOST_SIGNATURES = 64, 121, 9
CHUNK = 64 * KIB
_ROOT = re.compile("(pack|notice|reply|request)-([a-z0-9]+(?:-[a-z0-9]+)*)")
_LONGEST_ID, _LONGEST_PATH, _MOST_PARTS = 32, 80, 3
_PART = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}(\.[a-z0-9]{1,8}){0,2}")
_DEVICE = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9])(\..*)?")
_VARIANT = "[a-z]{2,8}(-[a-z0-9]{2,8})?"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of signed file: the ``type`` in its claims, what its payload must and may hold."""

    code: str
    type: str
    must: tuple[str, ...]
    may: str = ""

    @property
    def claims(self) -> str:
        """Return the name of its claims file."""
        return f"{self.code}.json"

    @property
    def tags(self) -> list[str]:
        """Return the names of its five tag files in their order."""
        return sorted((INFO, BAGIT, MANIFEST, self.claims, README))

    def allows(self, path: str) -> bool:
        """Say whether a payload file may have this name."""
        return path in self.must or re.fullmatch(self.may, path) is not None


KINDS = {
    kind.code: kind
    for kind in (
        Kind(
            "pack",
            "summary-pack",
            ("data/report.pdf", "data/datapackage.json"),
            rf"data/(quotes\.csv|report\.(html|txt)|report-{_VARIANT}\.(pdf|html|txt)"
            r"|tables/[a-z0-9_]+\.v[1-9][0-9]*\.csv)",
        ),
        Kind("notice", "notice", ("data/notice.txt",)),
        Kind("reply", "reply", ("data/reply.txt",)),
        Kind("request", "request", ("data/request.txt",)),
    )
}


@dataclass(frozen=True, slots=True)
class Root:
    """The folder at the top: which kind, which id."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{self.kind.code}-{self.id}"


def root_of(name: str) -> Root | None:
    """Return what a folder's name says, or None when it is not ours."""
    found = _ROOT.fullmatch(name)
    if not found or len(found[2]) > _LONGEST_ID:
        return None
    return Root(KINDS[found[1]], found[2])


def is_path(path: str) -> bool:
    """Say whether a path inside the root is one that every system can keep."""
    parts = path.split("/")
    return (
        len(path) <= _LONGEST_PATH
        and len(parts) <= _MOST_PARTS
        and all(_PART.fullmatch(part) and not _DEVICE.fullmatch(part) for part in parts)
    )


def signature_name(number: int) -> str:
    """Return the name of the first, second … signature file."""
    return f"signature-{number}.p7s"
