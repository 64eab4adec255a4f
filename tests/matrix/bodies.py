"""A body that each operation of the API can take, made from its schema, so that the law is reached."""

from collections.abc import Mapping
from typing import Any

from qadaga.law import catalogue
from tests.matrix.endpoints import DOCUMENT

Known = Mapping[str, Any]
NOBODY = "00000000-0000-7000-8000-000000000000"
VALUES: dict[str, Any] = {
    "kind": "own_initiative",
    "language": "ru",
    "direction": "legality_of_acts",
    "way": "post",
    "title": "О сборе",
    "tasks": sorted(catalogue.load().tasks)[:1],
    "post": "senior_assistant",
    "bin": "",
    "iin": "",
    "petitioner_iin": "",
}
OF: dict[str, dict[str, Any]] = {
    "AppealIn": {"kind": "complaint", "applicants": [{"name": "Ким Олег", "no_id_reason": "not_given"}]},
    "GroundIn": {"ground": "no_substance"},
    "ProlongIn": {"ground": "further_study", "until": "2026-10-20"},
    "ForwardIn": {"ground": "competent_body", "to_name": "Министерство"},
    "CorrectIn": {"ground": "clerical_error"},
    "OutcomeIn": {"outcome": "resolved"},
    "PostEndIn": {"ground": "№ 7"},
    "ConsentAskedIn": {"body_id": NOBODY},
    "AnswerIn": {"outcome": "granted"},
    "MaterialsDecisionIn": {"decision": "allowed"},
    "SuspendIn": {"ground": "awaiting_documents"},
    "MatterMoveIn": {"ground": "better_placed", "to_office": "nowhere"},
    "ViolationIn": {"violator_kind": "body", "rights_of": "indefinite", "violator_name": "Акимат"},
    "ProtectedIn": {"kind": "adult"},
    "OfficialIn": {"iin": "050312600511", "name": "Ким Анна", "post": "Начальник отдела"},
    "PersonLookUpIn": {"iin": "910101300019"},
    "PersonMergeIn": {"iin": "910101300019"},
    "PersonPartIn": {"merge_id": NOBODY},
    "PersonDeathBackIn": {"death_id": NOBODY},
    "BodyMergeIn": {"duplicate_id": NOBODY},
    "BodyPartIn": {"merge_id": NOBODY},
    "RaisedIn": {"kind": "disciplinary", "against_kind": "official"},
    "RecoveredIn": {"recovered_for": "people"},
    "ResultIn": {"kind": "violations", "outcome": "reached"},
    "ExaminationIn": {"ground": "case_supervised"},
    "LookUpIn": {
        **{"register_name": "persons", "number": "850725400331"},
        **{"ground": "case_supervised", "purpose": "Адрес"},
    },
    "LimitEditionIn": {
        "hours": 6,
        "norm": "Приказ № 5",
        "starts_on": "2026-12-01",
        "decided_on": "2026-09-01",
    },
    "OrderIn": {"ground": "case_supervised"},
    "LiftingIn": {"ground": "restriction_unlawful", "imposed_on": "2026-09-01"},
    "DeliveredIn": {"way": "courier", "proof_ref": "7", "proof_file_id": None, "served_on": "2026-09-07"},
    "FiguresDeliveredIn": {
        "way": "courier",
        "proof_ref": "7",
        "proof_file_id": None,
        "served_on": "2026-09-07",
    },
    "LetterDeliveredIn": {"way": "courier", "proof_file_id": None, "proof_ref": "вх. 1"},
    "FileTermIn": {"until": "2026-10-20"},
    "TreatyTermIn": {"until": "2026-11-20"},
    "MeasureOutcomeIn": {"outcome": "done"},
    "DraftIn": {"kind": "representation"},
    "SealIn": {"kind": "seal"},
    "LegalActIn": {"issuer": "akimat", "nature": "normative", "source": "published"},
    "LegalActEntryIn": {"issuer": "akimat", "nature": "normative", "source": "published"},
    "EditionIn": {"text": "Новый текст"},
    "ReviewIn": {"kind": "assessment"},
    "PointsIn": {"answers": []},
    "PointTermIn": {"until": "2026-09-21", "days": None},
    "PointIn": {"due_on": "2026-09-21", "days": None},
    "ContradictionIn": {"point": "law"},
    "ConclusionIn": {"verdict": "conforms"},
    "ProtestDecisionIn": {"matter_id": None},
    "FateIn": {"kind": "cancelled"},
    "AnalysisIn": {"ground": "own_initiative", "starts_on": "2026-01-01"},
    "AnalysisSourceShape": {"kind": "acts"},
    "DroppedIn": {"part": "source", "row_id": NOBODY},
    "PlaceIn": {"kind": "special", "kato": "101000000", "name_ru": "Изолятор", "sphere": None},
    "FoundIn": {"wrong": "no_ground", "held_since": "2026-09-01T10:00:00", "matter_id": None},
    "ParcelIn": {"device_now": "2026-09-07T10:00:00", "begun_at": None, "found": [], "answers": []},
    "SettlementIn": {"chosen": []},
    "CustodyComplaintIn": {
        **{"handed": "sealed", "no_id_reason": "not_given", "birth_date": None, "held_id": None},
        **{"minor": False, "of_administration": False},
    },
    "BailiffIn": {"kind": "private", "licence": "№ 99", "licence_on": "2024-03-01", "kato": "101000000"},
    "WritIn": {
        **{"issuer_kind": "court", "claimant_kind": "person", "debtor_kind": "person", "kato": "101000000"},
        **{"sphere": None, "matter_id": None, "number": "ИЛ-99"},
    },
    "WritEndIn": {"ended_as": "executed"},
    "BailiffCheckIn": {"ground": "appeal", "about": "money", "due_on": "2026-09-20"},
    "BailiffCheckEndIn": {"outcome": "lawful"},
    "TreatyIn": {"kind": "other", "title_ru": "Новый", "partner_kind": "state"},
    "TreatyDraftIn": {"kind": "other", "title_ru": "Проект", "partner_kind": "state"},
    "TreatyCheckIn": {"ground": "appeal", "due_on": "2026-09-20"},
    "TreatyCheckEndIn": {"outcome": "kept"},
    "TreatyRequestIn": {"way": "outgoing", "kind": "extradition", "iin": "", "treaty_id": None},
    "InvestigationIn": {"erdr": "261010031009999", "articles": ["188"], "kato": "101000000"},
    "CaseEntryIn": {"kind": "study"},
    "CourseIn": {"course": "suspended"},
    "PartyIn": {"role": "suspect"},
    "DetentionIn": {"party_id": NOBODY},
    "LibertyIn": {"party_id": NOBODY},
    "DeathIn": {"party_id": NOBODY},
    "DeathCorrectionIn": {"party_id": NOBODY},
    "CourtDeathCorrectionIn": {"accused_id": NOBODY},
    "SanctionAskedIn": {"measure": "seizure"},
    "LongerTermIn": {"until": "2026-12-01"},
    "LongerDecisionIn": {"prolongation_id": NOBODY},
    "CaseComplaintIn": {"about": "other"},
    "ComplaintDecisionIn": {"decision": "refused"},
    "CancelledIn": {"decision": "other", "ground": "decision_unlawful"},
    "CaseViolationIn": {"row_id": NOBODY},
    "CaseProtectedIn": {"party_id": NOBODY},
    "ShiftIn": {"starts_at": "2026-09-09T09:00:00+05:00", "ends_at": "2026-09-09T21:00:00+05:00"},
    "CourtCaseIn": {
        **{"kind": "civil", "kato": "101000000", "number": "2-9/2026", "ground": "state_interest"},
        **{"court": "Другой суд"},
    },
    "JudicialActIn": {
        **{"kind": "criminal", "kato": "101000000", "number": "1-9/2026", "ground": "own_initiative"},
        **{"act_kind": "verdict", "act_on": "2026-07-01"},
    },
    "CourtDeathIn": {"accused_id": NOBODY},
    "CasePaperDeliveredIn": {"row_id": NOBODY, "proof_ref": "вх. 1"},
    "ChargeIn": {"iin": "850725400331"},
    "DropIn": {"accused_id": NOBODY},
    "HearingIn": {"starts_at": "2026-09-08T10:00:00+05:00"},
    "HearingEndIn": {"status": "postponed"},
    "JudgmentIn": {"outcome": "granted"},
    "CallIn": {"what": "case"},
    "ReviewJudgmentIn": {"instance": "cassation", "outcome": "granted"},
    "CarriedIn": {"freed_at": "2026-09-07T10:00:00"},
    "AnswersIn": {"answers": []},
    "SessionIn": {"organ": "council", "starts_at": "2026-09-08T10:00:00+05:00"},
    "SessionPlanIn": {"starts_at": "2026-09-08T10:00:00+05:00"},
    "CouncilIn": {"formed_on": "2026-09-07"},
    "SeatReleaseIn": {"member_id": NOBODY, "until": "2026-09-07"},
    "CarriedOutIn": {"order_id": NOBODY, "decision_ids": []},
    "SessionActIn": {
        "item_id": NOBODY,
        "act_id": NOBODY,
    },
    "ItemDecidedIn": {
        **{"item_id": NOBODY, "due_on": "2026-09-08"},
        **{"executor_id": None, "text": "Сделать"},
    },
    "WorkPlanIn": {"kind": "office", "period": "quarter", "starts_on": "2026-10-01", "person_id": None},
    "PeriodReportIn": {"period": "month", "starts_on": "2026-07-01"},
    "PlanItemIn": {"due_on": "2026-09-30", "direction": "", "body": None},
    "CouncilEndIn": {"ended_on": "2026-09-07"},
    "PlanIn": {"planned_on": "2026-09-08"},
    "VisitMoveIn": {"planned_on": "2026-09-08"},
    "SettleIn": {"order_id": NOBODY},
    "DistributionIn": {"order_id": NOBODY, "shares": []},
    "MergeIn": {"gone_id": NOBODY},
    "DestroyIn": {"ground": "seal_worn", "order_id": NOBODY},
    "SymbolIn": {"kind": "flag"},
    "OrderDraftIn": {
        **{"form": "order", "kind": "general", "audience": "office", "title_ru": "О порядке"},
        **{"title_kk": "", "text_kk": "", "norms": []},
    },
    "InspectionIn": {"ground": "appeal"},
    "InspectionDraftIn": {"ground": "appeal"},
    "SecrecyIn": {"secrecy": "commercial"},
    "NoticeIn": {"way": "courier"},
    "StandStillIn": {"ground": "awaiting_documents"},
    "TakenTogetherIn": {
        "documents": [
            {
                **{
                    "what": "Журнал",
                    "pages": 1,
                    "original": True,
                    "from_whom": "Отдел",
                    "kept_where": "Сейф",
                },
                **{"taken_at": "2026-09-07T09:30:00+05:00", "return_by": "2026-09-08"},
            }
        ]
    },
    "VisitIn": {"came_at": "2026-09-07T08:30:00+05:00"},
    "TakenIn": {"return_by": "2026-09-08"},
    "CalledIn": {"role": "official", "way": "courier", "called_at": "2026-09-08T10:00:00+05:00"},
    "ExplainedIn": {"appearance": "absent"},
    "LongerIn": {"ground": "further_study", "until": "2026-10-20"},
    "InspectionFinishIn": {"outcome": "clean"},
    "ServedIn": {"proof_ref": "вх. 1", "way": "courier"},
    "AssessIn": {"assessment": "satisfied"},
    "CourtDecisionIn": {"outcome": "granted", "number": "2-1/2026"},
    "TellTermIn": {"change_id": NOBODY},
    "ProlongTermIn": {"until": "2026-10-20"},
    "SuspendedIn": {"scope": "whole", "ground": "rights_at_risk"},
    "AbsenceIn": {"kind": "leave"},
    "OfficeIn": {"kind": "district", "code": "new", "ground": "№ 1"},
    "NameIn": {"ground": "№ 1"},
    "BodyIn": {"name_ru": "Акимат", "kind": "executive"},
    "TerritoryIn": {"kato": [], "ground": "№ 1"},
    "SpheresIn": {"spheres": [], "ground": "№ 1"},
    "RankIn": {"rank": "lawyer_3", "ground": "rank_first", "order": "№ 1"},
    "LowerRankIn": {"rank": "", "ground": "rank_penalty", "order": "№ 1"},
    "PeriodIn": {"kind": "courts"},
    "GuaranteeIn": {"sort": "housing"},
    "DeclaredIn": {"kind": "gift"},
    "FileEntryIn": {"kind": "award"},
    "InterferenceIn": {"outsider": "ТОО"},
    "PersonIn": {"last_name": "Ким", "first_name": "Олег"},
    "PostIn": {"ground": "Приказ № 1"},
    "MoveIn": {"ground": "Приказ № 1"},
    "PassingIn": {"reason": "leave"},
    "WhoIn": {"post": "assistant", "office": "dis"},
    "FactsIn": {"power": "act.sign"},
    "TermIn": {"term": "appeal_consider", "events": [{"kind": "start", "on": "2026-09-07"}]},
}
BY_OPERATION: dict[str, dict[str, Any]] = {"appeal_steps_annul": {"ground": "registered_by_mistake"}}
OPTIONAL = ("applicants", "to_name", "violator_name", "proof_ref", "name_ru", "kind")


def body_of(operation: Mapping[str, Any], known: Known) -> Any:
    """What to send; None where the operation takes nothing or a file."""
    content = operation.get("requestBody", {}).get("content", {})
    schema = content.get("application/json", {}).get("schema")
    if not schema:
        return None
    return _made(schema, "", known) | BY_OPERATION.get(operation["operationId"], {})


def _made(schema: Mapping[str, Any], name: str, known: Known) -> Any:
    if "$ref" in schema:
        return _object(schema["$ref"].rsplit("/", 1)[-1], known)
    if name in known:
        return known[name]
    if schema.get("format") == "date":
        return "2026-09-07"
    if schema.get("format") == "date-time":
        return "2026-09-07T09:30:00+05:00"
    if schema.get("type") == "array":
        return VALUES.get(name, [])
    return VALUES.get(name, {"boolean": True, "integer": 1}.get(schema.get("type", ""), "Текст"))


def _object(title: str, known: Known) -> dict[str, Any]:
    schema, given = DOCUMENT["components"]["schemas"][title], OF.get(title, {})
    needed = [*schema.get("required", ()), *(name for name in given if name in OPTIONAL)]
    made = {name: _made(schema["properties"][name], name, known) for name in needed if name not in given}
    return {**made, **given}
