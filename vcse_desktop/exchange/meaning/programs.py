"""The headings that other programs write into their exports, and what each fills here.

Only headings that public documentation or public source names are marked as found; the rest stands where it
says so, from memory of such exports, and does no harm where it is wrong: a column can be given another.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vcse_desktop.exchange.meaning.headings import folded


@dataclass(frozen=True, slots=True)
class Export:
    """One export of a program: what kind it holds, the headings that tell it, and what they fill.

    "" in ``fills`` is a column that is left out: the numbers by which the other program knows its records.
    """

    program: str
    kind: str
    told_by: tuple[str, ...]
    fills: Mapping[str, str]


EXPORTS = (
    # CiviVolunteer: the report "Volunteer Report", as its public source names the columns
    # (org.civicrm.volunteer, CRM/Volunteer/Form/VolunteerReport.php). Phone columns are named by type there.
    Export(
        "CiviVolunteer",
        "time_given",
        ("volunteer name", "time completed in minutes"),
        {
            "volunteer name": "person",
            "volunteer email": "person.email",
            "project": "activity",
            "scheduled date/time": "date",
            "volunteer role": "role",
            "time completed in minutes": "hours.minutes",
            "time scheduled in minutes": "",
            "activity status": "",
            "subject": "note",
            "source contact name": "",
            "target contact name": "",
            "employer": "",
        },
    ),
    # CiviCRM: contacts exported with their primary fields; "Internal Contact ID" and the names beside it are
    # named in public programs that read such files, the other headings are from memory.
    Export(
        "CiviCRM",
        "person",
        ("internal contact id", "first name"),
        {
            "internal contact id": "",
            "contact id": "",
            "external identifier": "",
            "contact type": "",
            "contact subtype": "",
            "sort name": "",
            "display name": "",
            "first name": "known_as.first",
            "middle name": "",
            "last name": "known_as.last",
            "nickname": "other_names",
            "phone": "phone",
            "email": "email",
            "street address": "address",
            "supplemental address 1": "address",
            "city": "address",
            "postal code": "address",
            "preferred language": "language",
            "preferred communication method": "contact_by",
            "birth date": "birth_year",
            "no bulk emails": "",
            "do not phone": "",
            "do not email": "",
            "do not mail": "",
            "job title": "",
            "current employer": "",
        },
    ),
    # Better Impact (Volunteer Impact): its guide names an hours export by activity, volunteer and day with
    # the hours logged; the exact headings of the file could not be found, those below are from memory.
    Export(
        "Better Impact",
        "time_given",
        ("date volunteered", "hours logged"),
        {
            "first name": "person.first",
            "last name": "person.last",
            "email": "person.email",
            "activity": "activity",
            "activity name": "activity",
            "activity category": "",
            "date volunteered": "date",
            "hours logged": "hours",
            "hours": "hours",
            "notes": "note",
        },
    ),
    # Better Impact: profiles. The import page says that the sheet is called UserData and ends with "Status";
    # the list of its columns could not be found, those below are from memory.
    Export(
        "Better Impact",
        "person",
        ("userid", "first name", "last name"),
        {
            "userid": "",
            "username": "",
            "first name": "known_as.first",
            "last name": "known_as.last",
            "home phone": "phone",
            "cell phone": "phone",
            "email address": "email",
            "address line 1": "address",
            "city": "address",
            "postal code": "address",
            "birthday": "birth_year",
            "status": "",
        },
    ),
    # Charitylog: its manual speaks of projects, contacts and referrals and of clubs and clinics; the headings
    # of its extracts could not be found and depend on the report: those below are from memory.
    Export(
        "Charitylog",
        "support",
        ("date of contact", "project"),
        {
            "date of contact": "date",
            "contact date": "date",
            "forename": "person.first",
            "surname": "person.last",
            "project": "note",
            "contact type": "what",
            "client number": "who_hint",
            "notes": "note",
            "staff": "",
        },
    ),
    Export(
        "Charitylog",
        "person",
        ("client number", "surname"),
        {
            "client number": "",
            "forename": "known_as.first",
            "surname": "known_as.last",
            "known as": "other_names",
            "telephone": "phone",
            "mobile": "phone",
            "email": "email",
            "address": "address",
            "postcode": "address",
            "date of birth": "birth_year",
        },
    ),
    # Upshot: its help names the fields by which an attendee is searched and those every form has: First name,
    # Last name, Nickname, Upshot ID, Identifying Notes, Membership Number, Gender, Age, Email address.
    Export(
        "Upshot",
        "person",
        ("upshot id",),
        {
            "upshot id": "",
            "first name": "known_as.first",
            "last name": "known_as.last",
            "nickname": "other_names",
            "identifying notes": "note",
            "membership number": "",
            "gender": "",
            "age": "",
            "email address": "email",
            "attendee privacy": "",
        },
    ),
    # KoboToolbox: its help names the questions it asks of itself (start, end, today, username, deviceid,
    # phonenumber); the columns that begin with an underscore are those its interface documents.
    Export(
        "KoboToolbox",
        "insight",
        ("uuid", "submission time"),
        {
            "start": "",
            "end": "",
            "today": "heard_on",
            "username": "",
            "deviceid": "",
            "phonenumber": "",
            "audit": "",
            "version": "",
            "id": "",
            "uuid": "",
            "submission time": "heard_on",
            "validation status": "",
            "notes": "",
            "status": "",
            "submitted by": "",
            "tags": "",
            "index": "",
        },
    ),
)


def export_of(headings: Iterable[str], kind: str | None = None) -> Export | None:
    """Return the export that has these headings, the one that tells itself by most of them; else None."""
    there = {folded(heading) for heading in headings}
    fits = [one for one in EXPORTS if there.issuperset(one.told_by) and kind in (None, one.kind)]
    return max(fits, key=lambda one: (len(one.told_by), len(there & one.fills.keys())), default=None)
