"""Every text that a person sees is in the catalogue, and every catalogue keeps its places."""

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from vcse_desktop.i18n import same_places

ROOT = Path(__file__).parents[1]
KEYWORDS = {"tr": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def template() -> Catalog:
    """Return the committed template."""
    with (ROOT / "translations" / "vcse.pot").open("rb") as file:
        return read_po(file)


def keys(catalogue: Catalog) -> set[tuple[str | None, str]]:
    """Return every text with its context; of a plural, the singular."""
    ids = [(m.context, m.id if isinstance(m.id, str) else m.id[0]) for m in catalogue]
    return {(context, text) for context, text in ids if text}


def test_the_template_holds_every_marked_text_and_no_other() -> None:
    config = io.StringIO((ROOT / "translations" / "babel.cfg").read_text("utf-8"))
    methods, options = parse_mapping_cfg(config)  # type: ignore[no-untyped-call]
    made = Catalog()
    found = extract_from_dir(str(ROOT), methods, options, keywords=KEYWORDS)
    for _file, _line, message, _comments, context in found:
        made.add(message, context=context)
    missing, gone = keys(made) - keys(template()), keys(template()) - keys(made)
    assert not missing, "python3 dev.py words writes the template anew"
    assert not gone, "python3 dev.py words writes the template anew"


def test_translations_keep_the_places_of_their_source() -> None:
    for file in (ROOT / "translations").glob("*/LC_MESSAGES/*.po"):
        with file.open("rb") as stream:
            messages = list(read_po(stream))
        for message in messages:
            sources = [message.id] if isinstance(message.id, str) else list(message.id)
            shown = [message.string] if isinstance(message.string, str) else list(message.string or ())
            for text in filter(None, shown):
                plural = len(sources) > 1
                assert any(same_places(text, source, plural=plural) for source in sources), message.id
