"""Every change ever made to the tables, oldest first, in literal SQL: a released step is never edited."""

from vcse_desktop.store.bind import Database, Migrations

steps = Migrations("vcse")

TABLES = {
    name: number
    for number, name in enumerate(
        """
        organisation person activity session time_given insight support connection engagement response
        review capacity_support tally barrier consent access check equality role audience stakeholder action
        attachment place organisation_succeeds activity_funder session_came session_engagements
        engagement_joint_with response_insights review_shared_with slot setting own_field own_value own_item
        signer document sent release released_cell released_member cell_pattern
        """.split(),
        start=1,
    )
}
"""The number of each table in the journal: permanent, so names are only added at the end.

The number of a column is its place in the table, ``alive`` being 0."""


RECORDS = """
CREATE TABLE organisation(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  name TEXT, type TEXT, is_us INTEGER CHECK(is_us IN (0,1)), charity_no TEXT, rp_no TEXT, public_code TEXT,
  icb TEXT, area INTEGER REFERENCES place(id) DEFERRABLE INITIALLY DEFERRED, contact_name TEXT,
  contact_details TEXT, may_be_named INTEGER CHECK(may_be_named IN (0,1)), agreement_scope TEXT,
  agreement_basis TEXT, agreement_review TEXT CHECK(agreement_review GLOB '????-??-??'), note TEXT,
  principles TEXT, own_tags TEXT) STRICT;
CREATE TABLE person(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  known_as TEXT, other_names TEXT, roles TEXT, carer TEXT,
  identified_on TEXT CHECK(identified_on GLOB '????-??-??'), identified_by TEXT, phone TEXT, email TEXT,
  address TEXT, contact_by TEXT, contact_not TEXT, do_not_contact INTEGER CHECK(do_not_contact IN (0,1)),
  involve_how TEXT, involve_asked_on TEXT CHECK(involve_asked_on GLOB '????-??-??'), strengths TEXT,
  why_words TEXT, why_tags TEXT, availability TEXT, language TEXT, emergency_contact TEXT,
  birth_year INTEGER, age_band TEXT, home_area INTEGER REFERENCES place(id) DEFERRABLE INITIALLY DEFERRED,
  left_on TEXT CHECK(left_on GLOB '????-??-??'),
  merged_into INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED, note TEXT, principles TEXT,
  own_tags TEXT) STRICT;
CREATE TABLE activity(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  title TEXT, kind TEXT, purpose TEXT, place INTEGER REFERENCES place(id) DEFERRABLE INITIALLY DEFERRED,
  usual_day TEXT, usual_hours INTEGER, who_for TEXT, time_kind TEXT, not_substitute TEXT,
  started TEXT CHECK(started GLOB '????-??-??'), ended TEXT CHECK(ended GLOB '????-??-??'), note TEXT,
  principles TEXT, own_tags TEXT) STRICT;
CREATE TABLE session(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  activity INTEGER REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT CHECK(date GLOB '????-??-??'), people_n INTEGER, helpers_n INTEGER, carers_n INTEGER,
  new_n INTEGER, certainty TEXT, status TEXT, setting TEXT,
  place INTEGER REFERENCES place(id) DEFERRABLE INITIALLY DEFERRED, access_given TEXT, missing TEXT,
  listened_yes INTEGER, listened_asked INTEGER, explained_use INTEGER CHECK(explained_use IN (0,1)),
  cost INTEGER, note TEXT, principles TEXT, own_tags TEXT) STRICT;
CREATE TABLE time_given(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  session INTEGER REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED,
  activity INTEGER REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED, helpers_n INTEGER, hours INTEGER,
  date TEXT CHECK(date GLOB '????-??-??'), until TEXT CHECK(until GLOB '????-??-??'), certainty TEXT,
  kind TEXT, what TEXT, role TEXT, expenses TEXT, thanked_on TEXT CHECK(thanked_on GLOB '????-??-??'),
  note TEXT, principles TEXT, own_tags TEXT) STRICT;
CREATE TABLE insight(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  words TEXT, kind TEXT, themes TEXT, may_quote TEXT, quote_scope TEXT, quote_name TEXT, share_words TEXT,
  share_translation TEXT, names_checked_on TEXT CHECK(names_checked_on GLOB '????-??-??'),
  translation_checked_on TEXT CHECK(translation_checked_on GLOB '????-??-??'), summary TEXT,
  heard_on TEXT CHECK(heard_on GLOB '????-??-??'), capture TEXT, from_role TEXT,
  person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED, community TEXT, feeling TEXT,
  i_statement TEXT, outcome_wanted TEXT, needs_service TEXT, hf_principles TEXT,
  story INTEGER CHECK(story IN (0,1)), translation TEXT, became_words TEXT, language TEXT,
  became_on TEXT CHECK(became_on GLOB '????-??-??'),
  place INTEGER REFERENCES place(id) DEFERRABLE INITIALLY DEFERRED,
  about_org INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
  session INTEGER REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED,
  engagement INTEGER REFERENCES engagement(id) DEFERRABLE INITIALLY DEFERRED, note TEXT, principles TEXT,
  own_tags TEXT) STRICT;
CREATE TABLE support(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  date TEXT CHECK(date GLOB '????-??-??'),
  person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED, who_hint TEXT, who_for TEXT,
  what TEXT, newly_identified INTEGER CHECK(newly_identified IN (0,1)), involved TEXT, involved_in TEXT,
  matters_words TEXT, became_words TEXT, became_on TEXT CHECK(became_on GLOB '????-??-??'),
  matters_tags TEXT, wellbeing TEXT, caring_words TEXT, carer_kind TEXT, hours_band TEXT, assessment TEXT,
  break_hours INTEGER, received_on TEXT CHECK(received_on GLOB '????-??-??'),
  accepted_on TEXT CHECK(accepted_on GLOB '????-??-??'), closed_on TEXT CHECK(closed_on GLOB '????-??-??'),
  closed_why TEXT, next_step TEXT, next_on TEXT CHECK(next_on GLOB '????-??-??'),
  session INTEGER REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED, note TEXT, principles TEXT,
  own_tags TEXT) STRICT;
CREATE TABLE connection(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  kind TEXT, offer TEXT, wish TEXT,
  offer_person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  wish_person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED, state TEXT,
  offer_agreed TEXT CHECK(offer_agreed GLOB '????-??-??'),
  wish_agreed TEXT CHECK(wish_agreed GLOB '????-??-??'),
  to_org INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED, outcome TEXT,
  made_on TEXT CHECK(made_on GLOB '????-??-??'), checked_on TEXT CHECK(checked_on GLOB '????-??-??'),
  ended_on TEXT CHECK(ended_on GLOB '????-??-??'), going TEXT, ended_why TEXT, note TEXT, principles TEXT,
  own_tags TEXT) STRICT;
CREATE TABLE engagement(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  question TEXT, decision TEXT,
  decision_maker INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
  opens TEXT CHECK(opens GLOB '????-??-??'), closes TEXT CHECK(closes GLOB '????-??-??'), vision_line TEXT,
  part_of TEXT, rung_planned TEXT, rung_actual TEXT, technique TEXT, stage TEXT,
  decision_on TEXT CHECK(decision_on GLOB '????-??-??'), change_on TEXT CHECK(change_on GLOB '????-??-??'),
  can_change TEXT, cannot_change TEXT, best_placed TEXT, duty TEXT, lga_duties TEXT,
  no_duty INTEGER CHECK(no_duty IN (0,1)), went_to TEXT,
  explained_use INTEGER CHECK(explained_use IN (0,1)), use_wording TEXT, formats TEXT, languages TEXT,
  protected TEXT, clinical TEXT, clinical_cyp TEXT, equality_notes TEXT, method TEXT,
  budget_decided INTEGER, decided_by TEXT, cost_money INTEGER, cost_hours INTEGER,
  asked_before INTEGER CHECK(asked_before IN (0,1)), may_publish INTEGER CHECK(may_publish IN (0,1)),
  note TEXT, principles TEXT, own_tags TEXT) STRICT;
CREATE TABLE response(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  what TEXT, to_org INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED, status TEXT,
  engagement INTEGER REFERENCES engagement(id) DEFERRABLE INITIALLY DEFERRED,
  asked_on TEXT CHECK(asked_on GLOB '????-??-??'), due_on TEXT CHECK(due_on GLOB '????-??-??'), answer TEXT,
  reason_no TEXT, changed TEXT, evidence TEXT, decision_ref TEXT,
  told_on TEXT CHECK(told_on GLOB '????-??-??'), told_how TEXT, told_whom TEXT, tsm TEXT, from_reply TEXT,
  note TEXT, principles TEXT, own_tags TEXT) STRICT;
CREATE TABLE review(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  activity INTEGER REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  engagement INTEGER REFERENCES engagement(id) DEFERRABLE INITIALLY DEFERRED,
  whole INTEGER CHECK(whole IN (0,1)), period_from TEXT CHECK(period_from GLOB '????-??-??'),
  period_to TEXT CHECK(period_to GLOB '????-??-??'), worked TEXT, not_worked TEXT, next_time TEXT,
  reviewed_by TEXT, reviewed_on TEXT CHECK(reviewed_on GLOB '????-??-??'), their_words TEXT,
  learned_from TEXT, note TEXT, principles TEXT, own_tags TEXT) STRICT;
CREATE TABLE capacity_support(id INTEGER PRIMARY KEY,
  alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)), direction TEXT, what TEXT,
  from_org INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
  to_org INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED, for_whom TEXT,
  asked_on TEXT CHECK(asked_on GLOB '????-??-??'), given_on TEXT CHECK(given_on GLOB '????-??-??'),
  until TEXT CHECK(until GLOB '????-??-??'), amount INTEGER, hours INTEGER, difference TEXT, after TEXT,
  note TEXT, principles TEXT, own_tags TEXT) STRICT;
CREATE TABLE tally(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  session INTEGER REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED,
  engagement INTEGER REFERENCES engagement(id) DEFERRABLE INITIALLY DEFERRED, vocab TEXT, code TEXT,
  n INTEGER) STRICT;
CREATE TABLE barrier(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  session INTEGER REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED,
  engagement INTEGER REFERENCES engagement(id) DEFERRABLE INITIALLY DEFERRED, barrier TEXT, fix TEXT,
  result TEXT) STRICT;
CREATE TABLE consent(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  insight INTEGER REFERENCES insight(id) DEFERRABLE INITIALLY DEFERRED, "use" TEXT, scope TEXT,
  to_org INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED, wording TEXT, text_hash TEXT,
  given_on TEXT CHECK(given_on GLOB '????-??-??'), how TEXT, given_by TEXT, asked_by TEXT,
  ends_on TEXT CHECK(ends_on GLOB '????-??-??'),
  withdrawn_on TEXT CHECK(withdrawn_on GLOB '????-??-??')) STRICT;
CREATE TABLE access(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED, need TEXT,
  identified TEXT CHECK(identified GLOB '????-??-??'), recorded TEXT CHECK(recorded GLOB '????-??-??'),
  flagged TEXT CHECK(flagged GLOB '????-??-??'), shared TEXT CHECK(shared GLOB '????-??-??'),
  met TEXT CHECK(met GLOB '????-??-??'), reviewed TEXT CHECK(reviewed GLOB '????-??-??')) STRICT;
CREATE TABLE "check"(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED, kind TEXT,
  done_on TEXT CHECK(done_on GLOB '????-??-??'), accepted INTEGER CHECK(accepted IN (0,1)),
  ends_on TEXT CHECK(ends_on GLOB '????-??-??')) STRICT;
CREATE TABLE equality(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED, vocab TEXT, code TEXT,
  written_in TEXT, given_on TEXT CHECK(given_on GLOB '????-??-??'), basis TEXT) STRICT;
CREATE TABLE role(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  activity INTEGER REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  engagement INTEGER REFERENCES engagement(id) DEFERRABLE INITIALLY DEFERRED,
  organisation INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED, roles TEXT) STRICT;
CREATE TABLE audience(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  engagement INTEGER REFERENCES engagement(id) DEFERRABLE INITIALLY DEFERRED, community TEXT,
  technique TEXT, why TEXT, reached INTEGER) STRICT;
CREATE TABLE stakeholder(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  engagement INTEGER REFERENCES engagement(id) DEFERRABLE INITIALLY DEFERRED, "group" TEXT,
  n INTEGER) STRICT;
CREATE TABLE "action"(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  review INTEGER REFERENCES review(id) DEFERRABLE INITIALLY DEFERRED, what TEXT, who TEXT,
  "by" TEXT CHECK("by" GLOB '????-??-??'), done_on TEXT CHECK(done_on GLOB '????-??-??')) STRICT;
CREATE TABLE attachment(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  session INTEGER REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED,
  insight INTEGER REFERENCES insight(id) DEFERRABLE INITIALLY DEFERRED,
  activity INTEGER REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED, file TEXT, caption TEXT,
  alt_text TEXT, people_shown INTEGER CHECK(people_shown IN (0,1))) STRICT;
CREATE TABLE place(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  code TEXT, name TEXT, kind TEXT, parent INTEGER REFERENCES place(id) DEFERRABLE INITIALLY DEFERRED,
  source TEXT, year INTEGER) STRICT;
"""

PAIRS = """
CREATE TABLE organisation_succeeds(id INTEGER PRIMARY KEY,
  alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  organisation INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
  succeeds INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED) STRICT;
CREATE TABLE activity_funder(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  activity INTEGER REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  organisation INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED) STRICT;
CREATE TABLE session_came(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  session INTEGER REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED,
  person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED) STRICT;
CREATE TABLE session_engagements(id INTEGER PRIMARY KEY,
  alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  session INTEGER REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED,
  engagement INTEGER REFERENCES engagement(id) DEFERRABLE INITIALLY DEFERRED) STRICT;
CREATE TABLE engagement_joint_with(id INTEGER PRIMARY KEY,
  alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  engagement INTEGER REFERENCES engagement(id) DEFERRABLE INITIALLY DEFERRED,
  organisation INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED) STRICT;
CREATE TABLE response_insights(id INTEGER PRIMARY KEY,
  alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  response INTEGER REFERENCES response(id) DEFERRABLE INITIALLY DEFERRED,
  insight INTEGER REFERENCES insight(id) DEFERRABLE INITIALLY DEFERRED) STRICT;
CREATE TABLE review_shared_with(id INTEGER PRIMARY KEY,
  alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  review INTEGER REFERENCES review(id) DEFERRABLE INITIALLY DEFERRED,
  organisation INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED) STRICT;
"""

REGISTERS = """
CREATE TABLE slot(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)), body TEXT,
  rehearsed_on TEXT) STRICT;
CREATE TABLE setting(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  name TEXT, value TEXT) STRICT;
CREATE TABLE own_field(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  of_kind TEXT, code TEXT, label TEXT, kind TEXT, vocab TEXT, help TEXT, hidden INTEGER) STRICT;
CREATE TABLE own_value(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  field INTEGER REFERENCES own_field(id) DEFERRABLE INITIALLY DEFERRED, record INTEGER, value TEXT) STRICT;
CREATE TABLE own_item(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  vocab TEXT, code TEXT, label TEXT, hidden INTEGER) STRICT;
CREATE TABLE signer(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  first TEXT, name TEXT, number TEXT, statements TEXT, compared_on TEXT) STRICT;
CREATE TABLE document(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  signer ANY, series TEXT, sequence INTEGER, digest TEXT, state TEXT, seen_on TEXT, verdict TEXT,
  kind TEXT) STRICT;
CREATE TABLE sent(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)), pack TEXT,
  digest TEXT, series TEXT, sequence INTEGER, audience TEXT, title TEXT, issued TEXT, period_from TEXT,
  period_to TEXT, policy TEXT, certificate TEXT, history TEXT) STRICT;
CREATE TABLE "release"(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  pack TEXT, digest TEXT, audience TEXT, made_at TEXT, device ANY, policy TEXT, engine TEXT,
  certificate TEXT, rows_hash TEXT) STRICT;
CREATE TABLE released_cell(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  release INTEGER REFERENCES "release"(id) DEFERRABLE INITIALLY DEFERRED, universe TEXT, definition TEXT,
  state TEXT, value INTEGER, low INTEGER, high INTEGER) STRICT;
CREATE TABLE released_member(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  release INTEGER REFERENCES "release"(id) DEFERRABLE INITIALLY DEFERRED, token TEXT, amount INTEGER,
  pattern ANY) STRICT;
CREATE TABLE cell_pattern(id INTEGER PRIMARY KEY, alive INTEGER NOT NULL DEFAULT 1 CHECK(alive IN (0,1)),
  released_cell INTEGER REFERENCES released_cell(id) DEFERRABLE INITIALLY DEFERRED, pattern ANY) STRICT;
"""

JOURNAL = """
CREATE TABLE tx(n INTEGER PRIMARY KEY, hlc INTEGER NOT NULL, dev INTEGER NOT NULL, user INTEGER, at TEXT,
  why TEXT, undoes TEXT, first INTEGER, count INTEGER, prev BLOB, hash BLOB, UNIQUE(dev, hlc)) STRICT;
CREATE TABLE chg(seq INTEGER PRIMARY KEY, tx INTEGER NOT NULL, tbl INTEGER NOT NULL, id INTEGER NOT NULL,
  op INTEGER NOT NULL, new BLOB, old BLOB, salt BLOB, com BLOB) STRICT;
CREATE INDEX chg_row ON chg(id, tbl);
CREATE TABLE erased(tbl INTEGER, id INTEGER, PRIMARY KEY(tbl, id)) STRICT, WITHOUT ROWID;
"""

LOCAL = """
CREATE TABLE draft(id INTEGER PRIMARY KEY, tbl TEXT, record INTEGER, member INTEGER, at TEXT,
  body TEXT) STRICT;
CREATE TABLE check_log(id INTEGER PRIMARY KEY, at TEXT, kind TEXT, problems TEXT) STRICT;
CREATE TABLE backup_log(id INTEGER PRIMARY KEY, at TEXT, file TEXT, bytes INTEGER, sha256 TEXT,
  rehearsed_on TEXT) STRICT;
CREATE TABLE signing_key(id INTEGER PRIMARY KEY, private BLOB, certificate BLOB, identity TEXT) STRICT;
CREATE TABLE ledger_key(id INTEGER PRIMARY KEY, bytes BLOB) STRICT;
CREATE TABLE attachment_bytes(id INTEGER PRIMARY KEY, sha256 TEXT, bytes BLOB) STRICT;
"""

SEARCH = """
CREATE TABLE find(id INTEGER PRIMARY KEY, tbl TEXT, sort TEXT, body TEXT) STRICT;
CREATE INDEX find_name ON find(tbl, sort, id);
CREATE VIRTUAL TABLE find_fts USING fts5(body, content='find', content_rowid='id',
  tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'");
INSERT INTO find_fts(find_fts, rank) VALUES('secure-delete', 1);
CREATE VIRTUAL TABLE find_words USING fts5vocab(find_fts, 'row');
CREATE TRIGGER find_added AFTER INSERT ON find BEGIN
  INSERT INTO find_fts(rowid, body) VALUES(new.id, new.body); END;
CREATE TRIGGER find_gone AFTER DELETE ON find BEGIN
  INSERT INTO find_fts(find_fts, rowid, body) VALUES('delete', old.id, old.body); END;
CREATE TRIGGER find_changed AFTER UPDATE OF body ON find WHEN new.body IS NOT old.body BEGIN
  INSERT INTO find_fts(find_fts, rowid, body) VALUES('delete', old.id, old.body);
  INSERT INTO find_fts(rowid, body) VALUES(new.id, new.body); END;
"""

COVER = """
CREATE TABLE cover_pin(member INTEGER PRIMARY KEY, salt BLOB NOT NULL, memory INTEGER NOT NULL,
  passes INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
"""

INDEXES = """
CREATE INDEX session_list ON session(date DESC, id DESC, activity, people_n, status) WHERE alive=1;
CREATE INDEX time_given_list ON time_given(date DESC, id DESC, person, hours, session, activity)
  WHERE alive=1;
CREATE INDEX insight_list ON insight(heard_on DESC, id DESC, kind, may_quote) WHERE alive=1;
CREATE INDEX support_list ON support(date DESC, id DESC, person, who_for) WHERE alive=1;
CREATE INDEX connection_list ON connection(made_on DESC, id DESC, kind, state) WHERE alive=1;
CREATE INDEX engagement_list ON engagement(opens DESC, id DESC, closes, rung_actual) WHERE alive=1;
CREATE INDEX response_list ON response(asked_on DESC, id DESC, to_org, status) WHERE alive=1;
CREATE INDEX review_list ON review(reviewed_on DESC, id DESC, activity, engagement) WHERE alive=1;
CREATE INDEX capacity_support_list ON capacity_support(given_on DESC, id DESC, direction, amount, hours)
  WHERE alive=1;
CREATE INDEX session_of_activity ON session(activity) WHERE alive=1;
CREATE INDEX time_given_of_session ON time_given(session) WHERE alive=1;
CREATE INDEX time_given_of_person ON time_given(person) WHERE alive=1;
CREATE INDEX insight_of_session ON insight(session) WHERE alive=1;
CREATE INDEX insight_of_person ON insight(person) WHERE alive=1;
CREATE INDEX support_of_person ON support(person) WHERE alive=1;
CREATE INDEX review_of_activity ON review(activity) WHERE alive=1;
CREATE INDEX review_of_engagement ON review(engagement) WHERE alive=1;
CREATE INDEX tally_of_session ON tally(session) WHERE alive=1;
CREATE INDEX tally_of_engagement ON tally(engagement) WHERE alive=1;
CREATE INDEX barrier_of_session ON barrier(session) WHERE alive=1;
CREATE INDEX barrier_of_engagement ON barrier(engagement) WHERE alive=1;
CREATE INDEX consent_of_person ON consent(person) WHERE alive=1;
CREATE INDEX consent_of_insight ON consent(insight) WHERE alive=1;
CREATE INDEX access_of_person ON access(person) WHERE alive=1;
CREATE INDEX check_of_person ON "check"(person) WHERE alive=1;
CREATE INDEX equality_of_person ON equality(person) WHERE alive=1;
CREATE INDEX role_of_activity ON role(activity) WHERE alive=1;
CREATE INDEX role_of_engagement ON role(engagement) WHERE alive=1;
CREATE INDEX audience_of_engagement ON audience(engagement) WHERE alive=1;
CREATE INDEX stakeholder_of_engagement ON stakeholder(engagement) WHERE alive=1;
CREATE INDEX action_of_review ON action(review) WHERE alive=1;
CREATE INDEX attachment_of_session ON attachment(session) WHERE alive=1;
CREATE INDEX attachment_of_insight ON attachment(insight) WHERE alive=1;
CREATE INDEX attachment_of_activity ON attachment(activity) WHERE alive=1;
CREATE INDEX own_value_of_record ON own_value(record) WHERE alive=1;
CREATE INDEX released_cell_of_release ON released_cell(release) WHERE alive=1;
CREATE INDEX released_member_of_release ON released_member(release) WHERE alive=1;
CREATE INDEX cell_pattern_of_released_cell ON cell_pattern(released_cell) WHERE alive=1;
CREATE INDEX organisation_succeeds_to ON organisation_succeeds(organisation, succeeds) WHERE alive=1;
CREATE INDEX organisation_succeeds_from ON organisation_succeeds(succeeds, organisation) WHERE alive=1;
CREATE INDEX activity_funder_to ON activity_funder(activity, organisation) WHERE alive=1;
CREATE INDEX activity_funder_from ON activity_funder(organisation, activity) WHERE alive=1;
CREATE INDEX session_came_to ON session_came(session, person) WHERE alive=1;
CREATE INDEX session_came_from ON session_came(person, session) WHERE alive=1;
CREATE INDEX session_engagements_to ON session_engagements(session, engagement) WHERE alive=1;
CREATE INDEX session_engagements_from ON session_engagements(engagement, session) WHERE alive=1;
CREATE INDEX engagement_joint_with_to ON engagement_joint_with(engagement, organisation) WHERE alive=1;
CREATE INDEX engagement_joint_with_from ON engagement_joint_with(organisation, engagement) WHERE alive=1;
CREATE INDEX response_insights_to ON response_insights(response, insight) WHERE alive=1;
CREATE INDEX response_insights_from ON response_insights(insight, response) WHERE alive=1;
CREATE INDEX review_shared_with_to ON review_shared_with(review, organisation) WHERE alive=1;
CREATE INDEX review_shared_with_from ON review_shared_with(organisation, review) WHERE alive=1;
"""

ERASURE = "CREATE INDEX person_joined ON person(merged_into) WHERE merged_into IS NOT NULL;"
LISTS = """
CREATE INDEX session_of_activity_by_day ON session(activity, date DESC, id) WHERE alive=1;
CREATE INDEX time_given_of_person_by_day ON time_given(person, date DESC, id) WHERE alive=1;
CREATE INDEX time_given_of_activity_by_day ON time_given(activity, date DESC, id)
  WHERE alive=1 AND activity IS NOT NULL;
CREATE INDEX time_given_of_session_by_person ON time_given(session, person, activity) WHERE alive=1;
CREATE INDEX time_given_until ON time_given(until) WHERE alive=1 AND until IS NOT NULL;
CREATE INDEX support_next ON support(next_on)
  WHERE alive=1 AND next_on IS NOT NULL AND closed_on IS NULL;
CREATE INDEX insight_list_of_person ON insight(heard_on DESC, person) WHERE alive=1;
CREATE INDEX consent_ends ON consent(ends_on, person, insight) WHERE alive=1 AND ends_on IS NOT NULL;
CREATE INDEX check_ends ON "check"(ends_on, person) WHERE alive=1 AND ends_on IS NOT NULL;
CREATE INDEX response_due ON response(due_on, status) WHERE alive=1 AND due_on IS NOT NULL;
CREATE INDEX response_not_told ON response(status, asked_on) WHERE alive=1 AND told_on IS NULL;
CREATE INDEX person_identified ON person(identified_on) WHERE alive=1 AND identified_on IS NOT NULL;
"""
TAGGED = "DROP INDEX session_of_activity; DROP INDEX time_given_of_person; DROP INDEX time_given_of_session;"
TAGGED += "".join(
    f"CREATE INDEX {kind}_tagged ON {kind}(id) WHERE alive=1 AND principles IS NOT NULL;"
    for kind in [*TABLES][:12]  # the kinds of record
)
"""What is tagged is little; and what three indexes of the first release find, longer ones find as well."""


@steps()
def m001_first(db: Database) -> None:
    """Make everything that the first release has."""
    for sql in (RECORDS, PAIRS, REGISTERS, JOURNAL, LOCAL, SEARCH, INDEXES):
        db.executescript(sql)


@steps()
def m004_erasure(db: Database) -> None:
    """Let those who were joined to somebody be found without looking at everybody."""
    db.executescript(ERASURE)


@steps()
def m005_lists(db: Database) -> None:
    """Index what lists and the page of a day ask for, so that they read no more than they show."""
    db.executescript(LISTS)


@steps()
def m006_cover(db: Database) -> None:
    """Keep for each person of this laptop what the short PIN that lifts the cover is checked against."""
    db.executescript(COVER)


@steps()
def m007_tagged(db: Database) -> None:
    """Index what is tagged with a principle, and drop indexes that others hold within them."""
    db.executescript(TAGGED)


STEPS = (m001_first, m004_erasure, m005_lists, m006_cover, m007_tagged)


def is_newer(db: Database) -> bool:
    """Say whether a program newer than this one has changed the tables; reads only."""
    return not {done.name for done in steps.applied(db)} <= {step.__name__ for step in STEPS}
