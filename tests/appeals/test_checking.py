"""What is entered about an appeal is checked whole: every fault at once, no fault that is not there."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qadaga.appeals.checking import checked, is_minor
from qadaga.appeals.entry import AppealEntry, ApplicantEntry
from qadaga.appeals.kinds import Kind, Language, Way
from qadaga.common.errors import InvalidInput
from qadaga.common.identifiers import check_digit

TODAY = date(2026, 9, 14)
PERSON = ApplicantEntry(name="Ахметова Әсел", iin="850725400331", address="Көкшетау, Абай к. 1")
ENTRY = AppealEntry(
    kind="complaint",
    language="kk",
    way="post",
    arrived_on=TODAY,
    summary="Жол жөнделмеген.",
    applicants=(PERSON,),
)


def faults(entry: AppealEntry) -> dict[str, str]:
    """The fields found faulty, with the code of each fault."""
    with pytest.raises(InvalidInput) as caught:
        checked(entry, on=TODAY)
    return {fault.field: fault.code for fault in caught.value.fields}


def test_a_good_entry_passes_and_learns_the_birth_date_from_the_iin():
    done = checked(ENTRY, on=TODAY)
    assert done.applicants[0].birth_date == date(1985, 7, 25)
    assert replace(done, applicants=ENTRY.applicants) == ENTRY


def test_every_fault_is_told_at_once():
    bad = replace(
        ENTRY,
        kind="poem",
        way="pigeon",
        summary="  ",
        arrived_on=TODAY + timedelta(days=1),
        applicants=(replace(PERSON, iin="850725400332", email="nowhere"),),
    )
    assert faults(bad) == {
        "kind": "choose",
        "way": "choose",
        "summary": "required",
        "arrived_on": "in_future",
        "applicants.0.iin": "check_digit",
        "applicants.0.email": "bad_email",
    }


@pytest.mark.parametrize(
    "field", ["summary", "attachments_note", "paper_place", "body_name", "official_name"]
)
@pytest.mark.parametrize("sign", ["\0", "\ud800", "\u202e", "\x07"])
def test_what_cannot_be_stored_is_named_by_its_field(field, sign):
    assert faults(replace(ENTRY, **{field: f"a{sign}b"})) == {field: "bad_character"}


def test_a_year_mistyped_is_refused():
    assert faults(replace(ENTRY, arrived_on=date(226, 9, 14))) == {"arrived_on": "too_early"}


def test_an_appeal_has_applicants_or_is_anonymous():
    assert faults(replace(ENTRY, applicants=())) == {"applicants": "no_applicant"}
    assert faults(replace(ENTRY, anonymous=True)) == {"anonymous": "anonymous_named"}
    assert checked(
        replace(ENTRY, anonymous=True, applicants=(), anonymous_ground="crime"), on=TODAY
    ).anonymous


def test_a_ground_for_anonymous_needs_an_anonymous_appeal():
    assert faults(replace(ENTRY, anonymous_ground="crime")) == {"anonymous_ground": "not_anonymous"}
    assert faults(replace(ENTRY, anonymous=True, applicants=(), anonymous_ground="gossip")) == {
        "anonymous_ground": "choose"
    }


def test_the_same_number_twice_is_refused_but_two_without_numbers_are_two_people():
    assert faults(replace(ENTRY, applicants=(PERSON, PERSON))) == {"applicants.1.iin": "twice"}
    nameless = ApplicantEntry(name="Ким", no_id_reason="foreigner")
    assert len(checked(replace(ENTRY, applicants=(nameless, nameless)), on=TODAY).applicants) == 2


def test_too_many_applicants_are_refused_before_any_is_looked_at():
    assert faults(replace(ENTRY, applicants=(PERSON,) * 51)) == {"applicants": "too_many"}


def test_a_child_makes_the_appeal_a_minors_appeal():
    child = ApplicantEntry(name="Бала", iin="", no_id_reason="child", birth_date=date(2008, 9, 15))
    assert checked(replace(ENTRY, applicants=(child,)), on=TODAY).minor
    adult = replace(child, birth_date=date(2008, 9, 14))
    assert not checked(replace(ENTRY, applicants=(adult,)), on=TODAY).minor


def test_the_iin_of_a_child_sets_the_mark_by_itself():
    child = replace(PERSON, iin=iin_of("150725"))
    assert checked(replace(ENTRY, applicants=(child,)), on=TODAY).minor


def iin_of(born: str) -> str:
    """A girl's IIN of this century."""
    digits = f"{born}60033"
    return f"{digits}{check_digit(digits)}"


def test_the_mark_of_a_minor_cannot_contradict_what_is_known():
    assert faults(replace(ENTRY, minor=True)) == {"minor": "minor_of_age"}
    firm = ApplicantEntry(kind="organisation", name="ТОО", bin="230140001236")
    assert faults(replace(ENTRY, minor=True, applicants=(firm,))) == {"minor": "minor_organisation"}
    grown = replace(PERSON, iin="", no_id_reason="foreigner", birth_date=date(2008, 9, 14))
    assert faults(replace(ENTRY, minor=True, applicants=(grown, firm))) == {"minor": "minor_of_age"}


def test_the_mark_of_a_minor_stands_where_nobody_knows_better():
    unknown = replace(PERSON, iin="", no_id_reason="not_given")
    anonymous = replace(ENTRY, applicants=(), anonymous=True)
    child = replace(PERSON, iin=iin_of("150725"))
    for entry in (
        replace(ENTRY, applicants=(unknown,)),
        replace(ENTRY, applicants=(PERSON, unknown)),
        replace(ENTRY, applicants=(PERSON, child)),
        anonymous,
    ):
        assert checked(replace(entry, minor=True), on=TODAY).minor


def test_a_wrong_number_is_told_before_its_age():
    assert faults(replace(ENTRY, minor=True, applicants=(replace(PERSON, iin="850725400330"),))) == {
        "applicants.0.iin": "check_digit"
    }


@given(born=st.dates(date(1950, 1, 1), date(2026, 1, 1)))
def test_a_person_is_a_minor_until_the_eighteenth_birthday(born):
    someone = ApplicantEntry(name="x", birth_date=born)
    day, month = (28, 2) if (born.month, born.day) == (2, 29) else (born.day, born.month)
    birthday = date(born.year + 18, month, day)
    assert is_minor(someone, birthday - timedelta(days=1))
    assert not is_minor(someone, birthday + timedelta(days=1))


TEXT = st.text(max_size=60) | st.sampled_from(["", "850725400331", "230140001236", "a@b.kz", "\0", "\ud800"])
APPLICANTS = st.lists(
    st.builds(
        ApplicantEntry,
        kind=st.sampled_from(["person", "organisation", "martian", ""]),
        name=TEXT,
        iin=TEXT,
        bin=TEXT,
        no_id_reason=st.sampled_from(["", "foreigner", "foreign_organisation", "tired"]),
        birth_date=st.none() | st.dates(),
        address=TEXT,
        phone=TEXT,
        email=TEXT,
        representative_name=TEXT,
        representative_iin=TEXT,
        authority_document=TEXT,
    ),
    max_size=3,
).map(tuple)
ENTRIES = st.builds(
    AppealEntry,
    kind=st.sampled_from([*Kind.values, "?"]),
    language=st.sampled_from([*Language.values, "?"]),
    way=st.sampled_from([*Way.values, "?"]),
    arrived_on=st.dates(),
    summary=TEXT,
    applicants=APPLICANTS,
    body_name=TEXT,
    anonymous=st.booleans(),
    anonymous_ground=st.sampled_from(["", "crime", "?"]),
)


@given(entry=ENTRIES)
def test_whatever_is_entered_is_refused_by_field_or_checks_to_itself(entry):
    """Never another exception; and what passed once passes again unchanged."""
    outcome = outcome_of(entry)
    if isinstance(outcome, InvalidInput):
        assert all(fault.field and fault.message for fault in outcome.fields)
        assert outcome.fields
    else:
        assert checked(outcome, on=TODAY) == outcome
        assert bool(outcome.applicants) != outcome.anonymous


def outcome_of(entry: AppealEntry) -> AppealEntry | InvalidInput:
    """What checking comes to; any other exception fails the test."""
    try:
        return checked(entry, on=TODAY)
    except InvalidInput as error:
        return error
