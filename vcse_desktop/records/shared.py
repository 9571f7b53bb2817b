"""The fields that every kind of record has."""

from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Field, Kind, Privacy

SHARED = (
    Field("note", N_("Notes"), Kind.NOTE, help=N_("For your group alone; never leaves in a pack")),
    Field(
        "principles",
        N_("Principles it speaks to"),
        Kind.CHOICES,
        vocab="six_principles",
        privacy=Privacy.NONE,
        help=N_("Tags to think with"),
    ),
    Field("own_tags", N_("Our own tags"), Kind.CHOICES, vocab="own:tag", privacy=Privacy.NONE),
)
