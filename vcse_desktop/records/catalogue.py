"""Every kind of record and every part, by code: what a form, a table, an import or a merge goes through."""

from vcse_desktop.records import parts
from vcse_desktop.records.activity import ACTIVITY
from vcse_desktop.records.capacity_support import CAPACITY_SUPPORT
from vcse_desktop.records.connection import CONNECTION
from vcse_desktop.records.engagement import ENGAGEMENT
from vcse_desktop.records.insight import INSIGHT
from vcse_desktop.records.organisation import ORGANISATION
from vcse_desktop.records.person import PERSON
from vcse_desktop.records.response import RESPONSE
from vcse_desktop.records.review import REVIEW
from vcse_desktop.records.session import SESSION
from vcse_desktop.records.support import SUPPORT
from vcse_desktop.records.time_given import TIME_GIVEN

KINDS = {
    kind.code: kind
    for kind in (
        ORGANISATION,
        PERSON,
        ACTIVITY,
        SESSION,
        TIME_GIVEN,
        INSIGHT,
        SUPPORT,
        CONNECTION,
        ENGAGEMENT,
        RESPONSE,
        REVIEW,
        CAPACITY_SUPPORT,
    )
}
"""The twelve kinds of record, in the order of the menu."""

PARTS = {
    part.code: part
    for part in (
        parts.TALLY,
        parts.BARRIER,
        parts.CONSENT,
        parts.ACCESS,
        parts.CHECK,
        parts.EQUALITY,
        parts.ROLE,
        parts.AUDIENCE,
        parts.STAKEHOLDER,
        parts.ACTION,
        parts.ATTACHMENT,
    )
}
"""The eleven kinds of row that belong to one record."""

PLACE = parts.PLACE
TABLES = KINDS | PARTS | {PLACE.code: PLACE}
"""Everything that has a table of its own in the vault."""
