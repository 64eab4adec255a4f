"""One applicant: a number or a reason why there is none, a representative with authority, contacts."""

from dataclasses import replace
from datetime import date

import pytest

from qadaga.appeals.applicant_checking import checked_applicant
from qadaga.appeals.entry import ApplicantEntry
from qadaga.common.errors import InvalidInput

TODAY = date(2026, 9, 14)
PERSON = ApplicantEntry(name="Иванов Пётр", iin="850725 400331")
FIRM = ApplicantEntry(kind="organisation", name="ТОО «Береке»", bin="230140001236")


def ok(entry):
    return checked_applicant(entry, "a.", TODAY)


def faults(entry):
    with pytest.raises(InvalidInput) as caught:
        ok(entry)
    return {fault.field: fault.code for fault in caught.value.fields}


def test_spaces_in_a_number_are_forgiven():
    assert ok(PERSON).iin == "850725400331"
    assert ok(replace(FIRM, bin="2301 4000 1236")).bin == "230140001236"


def test_no_number_needs_a_reason():
    assert faults(replace(PERSON, iin="")) == {"a.iin": "number_or_reason"}
    assert faults(replace(FIRM, bin="")) == {"a.bin": "number_or_reason"}
    assert ok(replace(PERSON, iin="", no_id_reason="detained")).no_id_reason == "detained"
    assert ok(replace(FIRM, bin="", no_id_reason="foreign_organisation")).bin == ""


def test_a_reason_beside_a_number_is_dropped_and_a_persons_reason_does_not_fit_a_firm():
    assert ok(replace(PERSON, no_id_reason="foreigner")).no_id_reason == ""
    assert faults(replace(FIRM, bin="", no_id_reason="child")) == {"a.no_id_reason": "not_for_organisation"}


def test_an_organisation_keeps_no_iin_and_a_person_no_bin():
    assert ok(replace(FIRM, iin="850725400331")).iin == ""
    assert ok(replace(PERSON, bin="230140001236")).bin == ""


def test_a_birth_date_that_the_iin_contradicts_is_refused():
    assert faults(replace(PERSON, birth_date=date(1985, 7, 26))) == {"a.birth_date": "not_as_iin"}
    assert ok(replace(PERSON, birth_date=date(1985, 7, 25))).birth_date == date(1985, 7, 25)
    future = ApplicantEntry(name="x", no_id_reason="child", birth_date=date(2027, 1, 1))
    assert faults(future) == {"a.birth_date": "in_future"}


def test_a_representative_shows_a_document_of_authority():
    assert faults(replace(PERSON, representative_name="Адвокат")) == {"a.authority_document": "required"}
    assert faults(replace(PERSON, authority_document="доверенность 5")) == {
        "a.representative_name": "required"
    }
    both = replace(PERSON, representative_name="Адвокат", authority_document="доверенность 5")
    assert ok(both).authority_document == "доверенность 5"
    assert faults(replace(both, representative_iin="1")) == {"a.representative_iin": "not_twelve_digits"}


@pytest.mark.parametrize("phone", ["+7 701 234-56-78", "87012345678", "8 (7172) 55-66-77"])
def test_a_telephone_number_as_people_write_it(phone):
    assert ok(replace(PERSON, phone=phone)).phone == phone


@pytest.mark.parametrize(("field", "value"), [("phone", "call me"), ("email", "a@b"), ("email", "a b@c.kz")])
def test_contacts_that_cannot_work_are_refused(field, value):
    assert list(faults(replace(PERSON, **{field: value}))) == [f"a.{field}"]


def test_an_unknown_kind_and_an_empty_name():
    assert faults(ApplicantEntry(kind="robot", name="")) == {"a.kind": "choose", "a.name": "required"}
