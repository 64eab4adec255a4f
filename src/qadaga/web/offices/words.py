"""Names of kinds, spheres, units and absences in the language of the page."""

from __future__ import annotations

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.law import catalogue
from qadaga.matters.choices import BodyKind
from qadaga.offices.kato import KatoUnit, units
from qadaga.offices.models import Office, Unit, UnitName
from qadaga.offices.naming import en
from qadaga.offices.units import UnitOn, units_on
from qadaga.staff.duties.models import Duty
from qadaga.staff.models import Appointment
from qadaga.web.components import badge
from qadaga.web.names import language, post_title

ABSENCES: dict[str, str | Promise] = {
    "leave": gettext_lazy("leave"),
    "illness": gettext_lazy("illness"),
    "business_trip": gettext_lazy("business trip"),
    "study": gettext_lazy("study"),
    "other": gettext_lazy("other reason"),
    "secondment": gettext_lazy("secondment"),
}
BODIES: dict[str, str | Promise] = {
    "president": gettext_lazy("the President"),
    "senate": gettext_lazy("the Senate of Parliament"),
    "parliament": gettext_lazy("Parliament"),
    "prosecutor_general": gettext_lazy("the Prosecutor General"),
}


def body_title(body: str) -> str:
    """What a body that appoints, proposes or consents is called; its id where the data names a new one."""
    return str(BODIES.get(body, body))


def kind_title(kind: str) -> str:
    """The title of a kind of office; its id when a later edition has dropped it."""
    record = catalogue.load().office_kinds.get(kind)
    return record.title.get(language()) if record else kind


def sphere_title(sphere: str) -> str:
    """The title of a sphere; its id when a later edition has dropped it."""
    record = catalogue.load().spheres.get(sphere)
    return record.title.get(language()) if record else sphere


def place_name(kato: str) -> str:
    """The name of a KATO unit with its code."""
    unit = units().get(kato)
    return f"{_unit_name(unit)} ({kato})" if unit else kato


def _unit_name(unit: KatoUnit) -> str:
    if language() == "en":
        return en.place(unit)
    return unit.name_kk if language() == "kk" else unit.name_ru


def post_of(row: Appointment) -> str:
    """What the post held is called in the office it is held in."""
    return post_title(row.post, kind=row.office.kind)


def unit_name(unit: Unit | UnitOn | UnitName | None) -> str:
    """The name of a department, directorate or division; empty for none."""
    if unit is None:
        return ""
    return {"kk": unit.name_kk, "en": unit.name_en}.get(language(), unit.name_ru)


def unit_choices(office: Office, on: date) -> list[tuple[str, str]]:
    """The units of the office on the day for a choice, each after the one it stands in."""
    units = units_on(office.id, on)
    return [(str(unit.id), f"{'— ' * unit.depth}{unit_name(unit)}") for unit in units]


def unit_kind_title(kind: str) -> str:
    """The title of a kind of unit; its id when a later edition has dropped it."""
    record = catalogue.load().unit_kinds.get(kind)
    return record.title.get(language()) if record else kind


def duty_title(row: Duty) -> str:
    """What a line of a distribution gives: a direction, a kind of bodies, a territory or a unit."""
    record = catalogue.load().directions.get(row.direction)
    if record is not None:
        return record.title.get(language())
    if row.body_kind:
        return str(BodyKind(row.body_kind).label)
    return place_name(row.kato) if row.kato else row.direction or unit_name(row.unit)


def status_badge(status: str) -> str:
    """A mark on what no source names and nobody has confirmed; nothing on the rest."""
    return badge(_("Unverified"), "warning", "alert-triangle") if status == "unverified" else ""


def kato_choices() -> list[tuple[str, str]]:
    """Every KATO unit for a choice."""
    return [(code, place_name(code)) for code in units()]


def sphere_choices() -> list[tuple[str, str]]:
    """Every sphere of the catalogue for a choice."""
    return [(sphere, sphere_title(sphere)) for sphere in catalogue.load().spheres]


def kind_choices(above: Office) -> list[tuple[str, str]]:
    """The kinds of office that may stand under this one."""
    kinds = catalogue.load().office_kinds.values()
    return [(kind.id, kind_title(kind.id)) for kind in kinds if above.kind in kind.parents]


def post_choices(office: Office) -> list[tuple[str, str]]:
    """The posts that an office of this kind and level has; of the heads only its own."""
    head = catalogue.load().office_kinds[office.kind].head
    posts = catalogue.load().posts.values()
    fitting = [post for post in posts if office.level in post.levels and (not post.heads or post.id == head)]
    here = [post.id for post in fitting if not post.kinds or office.kind in post.kinds]
    return [(post, post_title(post, kind=office.kind)) for post in here]
