"""A legal act on its way to a protest, and an analysis, for tests of the direction."""

from datetime import date, timedelta

from qadaga.acts import services as acts
from qadaga.acts.models import Act
from qadaga.supervision.legality import services
from qadaga.supervision.legality.choices import Point
from qadaga.supervision.legality.models import Analysis, LegalAct
from tests.casework import MONDAY, Town, make_body

WEEK = timedelta(days=7)
JANUARY = date(2026, 1, 1)


def entered(**changes: object) -> services.Entered:
    """A resolution of the city's akimat."""
    values = {
        "issuer": "akimat",
        "nature": "normative",
        "body": make_body(),
        "number": "12",
        "adopted_on": date(2026, 8, 3),
        "title": "О сборе за въезд на рынок",
        "source": "published",
        "kato": "101000000",
    }
    return services.Entered(**{**values, **changes})  # type: ignore[arg-type]  # as Entered has them


TEXT = services.Wording(date(2026, 8, 13), "1. Установить сбор за въезд.\n2. Со дня опубликования.")


def make_legal_act(town: Town, *, by: str = "clerk", on: date = MONDAY, **changes: object) -> LegalAct:
    """The act in the register of the district."""
    return services.enter(entered=entered(**changes), wording=TEXT, by=town.actor(by, on), on=on)


def under_review(town: Town, *, on: date = MONDAY) -> LegalAct:
    """The act given to the assistant for a week."""
    row = make_legal_act(town, on=on)
    services.give(
        act_id=row.id,
        version=row.version,
        kind="conformity",
        reviewer_id=town.assistant.id,
        due_on=on + WEEK,
        by=town.actor("head", on),
        on=on,
    )
    return fresh(row)


def fresh(row: LegalAct) -> LegalAct:
    """The act as it stands now."""
    return LegalAct.objects.get(id=row.id)


def answers(**changes: str) -> dict[str, str]:
    """An answer to every point of the list."""
    return {**dict.fromkeys(Point.values, "kept"), **changes}


FOUND = services.Found("law", "пункт 1", "Налоговый кодекс, статья 189", "Такого сбора закон не знает.")


def contrary(town: Town, *, on: date = MONDAY) -> LegalAct:
    """The act reviewed by the assistant and found contrary to a law."""
    row, by = under_review(town, on=on), town.actor("assistant", on)
    services.check(act_id=row.id, version=row.version, answers=answers(), by=by, on=on)
    services.find(act_id=row.id, version=fresh(row).version, found=FOUND, by=by, on=on)
    services.conclude(
        act_id=row.id,
        version=fresh(row).version,
        verdict="contrary",
        conclusion="Сбор не предусмотрен законом.",
        by=by,
        on=on,
    )
    return fresh(row)


def decided(town: Town, *, on: date = MONDAY) -> LegalAct:
    """The same; the head has decided to protest it in a new matter."""
    row = contrary(town, on=on)
    return services.decide(
        act_id=row.id, version=row.version, matter_id=None, by=town.actor("head", on), on=on
    )


def protested(town: Town, *, on: date = MONDAY) -> tuple[LegalAct, Act]:
    """The same with the draft of the protest."""
    row = decided(town, on=on)
    act = services.draft_protest(
        act_id=row.id,
        version=row.version,
        heading="Протест на постановление",
        language="ru",
        by=town.actor("assistant", on),
        on=on,
    )
    return fresh(row), act


def served(town: Town, *, on: date = MONDAY) -> tuple[LegalAct, Act]:
    """The same with the protest agreed, signed and served."""
    row, act = protested(town, on=on)
    for service, who in ((acts.submit, "assistant"), (acts.agree, "deputy"), (acts.sign, "head")):
        act = Act.objects.get(id=act.id)
        service(act_id=act.id, version=act.version, by=town.actor(who, on), on=on)
    act = Act.objects.get(id=act.id)
    handed = acts.Served(way="courier", served_on=on, recipient="Приёмная акимата", proof_ref="Расписка 5")
    acts.serve(act_id=act.id, version=act.version, served=handed, by=town.actor("clerk", on), on=on)
    return fresh(row), Act.objects.get(id=act.id)


def ordered(town: Town, **changes: object) -> services.Ordered:
    """An analysis of half a year in the district."""
    values = {
        "subject": "Законность актов акимата о сборах",
        "question": "Какие сборы введены помимо закона",
        "starts_on": JANUARY,
        "ends_on": date(2026, 7, 1),
        "ground": "own_initiative",
        "author_id": town.assistant.id,
        "due_on": MONDAY + WEEK,
        "kato": "101000000",
    }
    return services.Ordered(**{**values, **changes})  # type: ignore[arg-type]  # as Ordered has them


def make_analysis(town: Town, *, on: date = MONDAY, **changes: object) -> Analysis:
    """The analysis, given to the assistant."""
    return services.order(ordered=ordered(town, **changes), by=town.actor("head", on), on=on)


def submitted(town: Town) -> Analysis:
    """The analysis written and submitted."""
    row, by = make_analysis(town), town.actor("assistant")
    common = {"analysis_id": row.id, "by": by, "on": MONDAY}
    services.add_source(version=1, kind="acts", reference="Реестр актов", shows="Три сбора", **common)  # type: ignore[arg-type]  # the same three for each
    services.add_finding(version=2, norm="НК, ст. 189", what="Сборы вне закона", times=3, **common)  # type: ignore[arg-type]  # the same three for each
    services.add_proposal(version=3, what="Отменить", executor="Акимат", until=None, **common)  # type: ignore[arg-type]  # the same three for each
    return services.submit(version=4, conclusion="Сборы незаконны.", **common)  # type: ignore[arg-type]  # the same three for each
