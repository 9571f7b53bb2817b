"""The words that people write above the columns of their tables, by the kind and the target each means."""

from collections.abc import Mapping

ALL: Mapping[str, str] = {
    "note": "notes | note | comments | comment | remarks | further information | other information",
}
PERSON = (
    "name | full name | volunteer | volunteer name | name of volunteer | person | who | member | member name"
)
FIRST_NAME = "first name | forename | firstname | given name | christian name | first | fname"
LAST_NAME = "surname | last name | lastname | family name | second name | last | lname"
TELEPHONE = (
    "phone | telephone | tel | mobile | phone number | telephone number | "
    "mobile number | tel no | mobile no | contact number | home phone | cell phone | "
    "phone no | landline"
)
MAIL = "email | e-mail | email address | e-mail address | mail | e mail"
DAY = (
    "date | day | when | date of session | session date | date of activity | "
    "event date | date volunteered | on"
)
ACTIVITY = (
    "activity | session | project | event | group | what | activity name | "
    "session name | club | class | service | programme | course | opportunity | "
    "shift | activity title"
)
WHERE = "place | venue | location | where | site | address of venue | area | estate | ward"
WORDS: Mapping[str, Mapping[str, str]] = {
    "session": {
        "activity": ACTIVITY + " | title",
        "date": DAY + " | start date | date held",
        "people_n": (
            "attendance | attendees | number attending | number of people | people | "
            "how many came | participants | number of participants | total attendance | "
            "headcount | head count | no of people | number present | came"
        ),
        "helpers_n": (
            "helpers | volunteers | number of volunteers | number of helpers | "
            "no of volunteers | how many helped"
        ),
        "carers_n": "carers | number of carers | of those carers",
        "new_n": ("new | new people | new attendees | number new | first time attendees | new members"),
        "came": "who came | attended by | attendee names | names | present | "
        + PERSON
        + " | attendee | participant | client | service user",
        "came.first": FIRST_NAME,
        "came.last": LAST_NAME,
        "came.phone": TELEPHONE,
        "came.email": MAIL,
        "place": WHERE,
        "cost": "cost | costs | spent | expenditure | cost of session",
        "status": "status | did it happen | cancelled",
        "setting": "kind of place | type of venue | setting",
    },
    "time_given": {
        "person": PERSON + " | helper | helper name | names | staff volunteer | worker",
        "person.first": FIRST_NAME,
        "person.last": LAST_NAME,
        "person.phone": TELEPHONE,
        "person.email": MAIL,
        "hours": (
            "hours | time | hrs | hours worked | hours given | hours volunteered | "
            "volunteer hours | duration | total hours | time given | length | how long | "
            "no of hours | number of hours | hours logged | time spent"
        ),
        "hours.from": (
            "start | start time | from | time in | arrived | time from | in | arrival | signed in | begin"
        ),
        "hours.to": (
            "end | end time | finish | finish time | to | until | time out | left | "
            "time to | out | departure | signed out"
        ),
        "hours.minutes": "minutes | mins | duration in minutes | time in minutes | minutes given",
        "date": DAY + " | shift date",
        "activity": ACTIVITY + " | what they did at",
        "helpers_n": (
            "number of volunteers | volunteers | helpers | how many | number of helpers | no of volunteers"
        ),
        "role": "role | volunteer role | position | job | job title",
        "what": "what they did | tasks | task | kind of help | type of volunteering | category",
        "expenses": "expenses | travel expenses | expenses claimed",
        "certainty": "how sure | estimate",
    },
    "person": {
        "known_as": (
            "name | full name | known as | preferred name | nickname | display name | "
            "contact name | volunteer name | volunteer | person | client name | "
            "member name | contact | member | participant"
        ),
        "known_as.first": FIRST_NAME,
        "known_as.last": LAST_NAME,
        "other_names": ("other names | also known as | aka | other spellings | maiden name | previous name"),
        "phone": TELEPHONE + " | work phone | other phone",
        "email": MAIL + " | other email | home email",
        "address": (
            "address | address line 1 | address line 2 | address line 3 | address 1 | "
            "address 2 | address 3 | street | street address | town | city | county | "
            "postcode | post code | postal code | home address | house"
        ),
        "roles": (
            "role | roles | type | contact type | category | status | groups | relationship | member type"
        ),
        "carer": (
            "carer | is carer | are you a carer | unpaid carer | looks after someone | "
            "caring responsibilities"
        ),
        "contact_by": (
            "preferred contact | contact preference | preferred contact method | "
            "best way to contact | preferred communication method | how to contact"
        ),
        "contact_not": "when not to contact | do not call before | best time to call",
        "do_not_contact": "do not contact | no contact | opted out | opt out | unsubscribed",
        "strengths": (
            "skills | strengths | interests | what they are good at | skills and experience | experience"
        ),
        "why_words": "why volunteer | reason for volunteering | motivation | why",
        "availability": "availability | available | days available | when available | times available",
        "language": "language | preferred language | first language | main language",
        "emergency_contact": (
            "emergency contact | emergency contact name | emergency contact number | "
            "next of kin | in case of emergency | ice | emergency contact phone | "
            "emergency phone"
        ),
        "birth_year": (
            "date of birth | dob | birth date | year of birth | birthday | birth year | d.o.b. | born"
        ),
        "age_band": "age | age band | age group | age range",
        "home_area": ("ward | district | neighbourhood | where they live | local authority | area | estate"),
        "left_on": (
            "left | leaving date | date left | end date | left on | date of leaving | inactive since"
        ),
        "identified_by": "found by | how did you hear | referred by | referral source | source",
    },
    "activity": {
        "title": ("activity | title | name | activity name | project | group | club | event | opportunity"),
        "kind": "kind | type | activity type | category",
        "usual_day": "day | usual day | days | when | day of week",
        "usual_hours": "usual hours | hours",
        "place": WHERE,
        "funder": "funder | funded by | funding | paid for by",
        "started": "started | start date | start | began",
        "ended": "ended | end date | end | finished",
    },
    "organisation": {
        "name": (
            "organisation | name | organisation name | organization | group | group name | "
            "company | charity | charity name | partner | agency | provider | library"
        ),
        "type": "type | kind | organisation type | sector | category | legal form",
        "charity_no": (
            "charity number | charity no | registered charity number | charity registration number | regno"
        ),
        "rp_no": "landlord number | registered provider number",
        "public_code": "ods code | nhs code | council code",
        "area": "area | ward | district | where it works | local authority | area name | service",
        "contact_name": "contact | contact name | contact person | main contact | lead",
        "contact_details": (
            "contact details | address | postcode | post code | email | e-mail | phone | "
            "telephone | website | web | url | email address | telephone number | street | "
            "town | city"
        ),
    },
    "support": {
        "date": DAY + " | date of contact | contact date | date of support",
        "person": (
            "name | full name | carer | carer name | client | client name | service user | "
            "person | who | member"
        ),
        "person.first": FIRST_NAME,
        "person.last": LAST_NAME,
        "person.phone": TELEPHONE,
        "person.email": MAIL,
        "who_hint": "initials | reference | ref | client id | case number | hint",
        "who_for": "who for | for whom",
        "what": (
            "support | support given | what we did | type of support | service given | "
            "help given | action | intervention | support type | type of contact"
        ),
        "newly_identified": "new carer | newly identified | first contact | new",
        "involved": "involved | involved in care planning",
        "matters_words": "what matters | what matters to them",
        "carer_kind": "type of carer | kind of carer | carer type",
        "hours_band": "hours of care | hours caring | caring hours",
        "assessment": "carers assessment | assessment | carer's assessment",
        "break_hours": "break | respite | respite hours | hours of respite | break hours",
        "received_on": "date received | referral date | asked for",
        "accepted_on": "date accepted | accepted",
        "closed_on": "date closed | closed | closed on",
        "closed_why": "reason closed | close reason | reason for closure",
        "next_step": "next step | next steps | follow up | follow-up | actions",
        "next_on": "next date | follow up date | follow-up date | by when",
    },
    "insight": {
        "words": (
            "comment | comments | text | answer text | free text | feedback | "
            "what was said | quote | what people said | words | response | answer | quotes | "
            "said | suggestion | suggestions | your comments | story"
        ),
        "kind": "kind | type | type of comment | sentiment",
        "themes": "theme | themes | topic | topics | category | categories",
        "may_quote": (
            "may we share | can we quote | consent to quote | permission to quote | consent | may quote"
        ),
        "heard_on": DAY + " | date heard | heard on | submitted | submission time | date submitted",
        "from_role": "who said it | respondent type | said by | role",
        "place": WHERE,
        "about_org": "service | about | about which service | organisation | provider",
        "language": "language",
        "summary": "summary | our summary",
        "outcome_wanted": "what they want to happen | wanted outcome",
    },
    "engagement": {
        "question": (
            "question | what are we asking | consultation | title | name | engagement | survey | event"
        ),
        "decision": "decision | which decision",
        "decision_maker": "who decides | decision maker",
        "opens": "opens | start | start date | from | date",
        "closes": "closes | end | end date | to | deadline",
        "technique": "how | method | technique",
        "cost_money": "cost",
    },
    "capacity_support": {
        "direction": "direction | given or received",
        "what": "what | support | kind of support",
        "from_org": "from | given by",
        "to_org": "to | given to | organisation",
        "given_on": DAY,
    },
    "connection": {
        "offer": "offer | offers | can offer",
        "wish": "wish | needs | wants | looking for",
    },
    "response": {
        "what": "you said | what was asked | issue",
        "answer": "we did | answer | our answer",
    },
    "review": {
        "worked": "what worked",
        "not_worked": "what did not work",
        "next_time": "next time",
    },
    "place": {
        "name": "place | name | venue | location | site | estate",
    },
}
