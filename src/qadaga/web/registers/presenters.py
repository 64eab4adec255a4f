"""A page of a register as the template shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.lists.filters import Choice, Dates, Filter, Flag
from qadaga.authority.lists.models import SavedFilter
from qadaga.authority.lists.pages import Page
from qadaga.authority.lists.register import Column, Register
from qadaga.authority.scope import Scope
from qadaga.law.model import Subject
from qadaga.web import components
from qadaga.web.names import language
from qadaga.web.registers import words
from qadaga.web.registers.listed import Listed, optional_url
from qadaga.web.registers.rows import Drawing
from qadaga.web.registers.states import State, built_in


@dataclass(frozen=True, slots=True)
class View:
    """A link to a view of the register; `remove_url` is there for one's own saved ones."""

    label: str
    url: str
    current: bool
    remove_url: str = ""


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """Everything the template prints."""

    title: str
    base_url: str
    columns: Sequence[components.Column]
    rows: Sequence[SafeString]
    pager: components.Pager
    views: Sequence[View]
    summary: Sequence[str]
    filter_url: str
    reset_url: str
    save_url: str
    export_url: str
    new_url: str
    new_label: str
    source: str
    import_url: str
    notice: str
    note: str


def register_page(
    listed: Listed,
    state: State,
    page: Page,
    views: Sequence[SavedFilter],
    *,
    scope: Scope,
    actor: Actor,
    today: date,
) -> RegisterPage:
    """The page of the register for that state."""
    register, base, query = listed.register, listed.url("list"), state.query()
    shown = columns(register, scope, state)
    drawing = Drawing(listed, shown, language=language(), today=today)
    return RegisterPage(
        title=_(register.title),
        base_url=base,
        columns=[_heading(column, state, base) for column in shown],
        rows=[drawing.row(row) for row in page.rows],
        pager=_pager(state, page, base),
        views=[*_built_in(listed, state, base, actor, scope), *_own(listed, state, base, views)],
        summary=summary(state),
        filter_url=listed.url("filter") + query,
        reset_url=base if state.values or state.office else "",
        save_url=listed.url("save_view") + query,
        export_url=listed.url("export") + query if _may_export(actor, register, today) else "",
        new_url=optional_url(f"{listed.space}:new") if _may_add(actor, listed, today) else "",
        new_label=words.button_of(listed.space),
        source=words.source_of(listed.space),
        import_url=optional_url(f"{listed.space}:imports")
        if _may(actor, "appeal.import", register, today)
        else "",
        notice=_bounded(page),
        note=_("Only rows with a running term are in this order.")
        if register.sort(state.sort).partial
        else "",
    )


def _may_add(actor: Actor, listed: Listed, today: date) -> bool:
    if listed.may_add is not None:
        return listed.may_add(actor, today).allowed
    return _may(actor, listed.adds, listed.register, today)


def _may_export(actor: Actor, register: Register, today: date) -> bool:
    return authority.may(actor, register.power, None, on=today).allowed


def _may(actor: Actor, power: str, register: Register, today: date) -> bool:
    """Whether the own office may use the power, on a ground chosen later; none named needs no asking."""
    who = actor.who(today)
    kind = "register" if power == "appeal.import" else register.kind
    own = Subject(kind=kind, office=actor.office_code, path=who.path if who else ())
    return not power or authority.offered(actor, power, own, today).allowed


def columns(register: Register, scope: Scope, state: State) -> tuple[Column, ...]:
    """The columns worth their place: the office only where there can be more than one."""
    alone = state.office is not None or one_office(scope)
    return tuple(column for column in register.shown if not (alone and column.name == "office"))


def one_office(scope: Scope) -> bool:
    """Whether rows of a single office only are seen."""
    return not scope.nation and not scope.regions and len(scope.offices) == 1


def summary(state: State) -> list[str]:
    """The filters that are set, each as a short text."""
    said = [_said(one, state.values[one.name]) for one in state.register.filters if one.name in state.values]
    statuses = state.values.get("status")
    if statuses:
        said.insert(0, ", ".join(str(state.register.statuses[status]) for status in statuses))
    return said


def _said(one: Filter, value: Any) -> str:
    label = _(one.label)
    if isinstance(one, Choice):
        return f"{label}: " + ", ".join(str((one.options or {})[each]) for each in value)
    if isinstance(one, Dates):
        start, end = (
            date.fromisoformat(value[e]).strftime("%d.%m.%Y") if e in value else "…" for e in ("from", "to")
        )
        return f"{label}: {start} – {end}"
    if isinstance(one, Flag):
        return label
    # An id says nothing to a person; that the filter is set does.
    return label if one.leads and not one.private and _is_id(value) else f"{label}: {value}"


def _is_id(value: Any) -> bool:
    try:
        UUID(str(value))
    except ValueError:
        return False
    return True


def _heading(column: Column, state: State, base: str) -> components.Column:
    sort = state.register.sort(state.sort)
    css = "q-date" if column.shape == "date" else ""
    if not column.sort:
        return components.Column(_(column.label), css)
    down = sort.descending if state.ascending is None else not state.ascending
    current = column.sort == sort.name
    url = base + state.query(sort=column.sort, ascending=down if current else None)
    return components.Column(_(column.label), css, url, _direction(down) if current else "")


def _direction(down: bool) -> Any:
    return "descending" if down else "ascending"


def _pager(state: State, page: Page, base: str) -> components.Pager:
    label = ngettext("%(count)s row", "%(count)s rows", len(page.rows)) % {"count": len(page.rows)}
    sort = state.register.sort(state.sort)
    down = sort.descending if state.ascending is None else not state.ascending
    return components.Pager(
        base + state.query(cursor=page.previous) if page.previous else "",
        base + state.query(cursor=page.next) if page.next else "",
        label,
        by_age=down and sort.cast == "date",
    )


def _bounded(page: Page) -> str:
    if not page.bounded:
        return ""
    text = _(
        "%(searched)s rows were looked through and there are more. Go on to the next page to look further."
    )
    return text % {"searched": page.searched}


def _built_in(listed: Listed, state: State, base: str, actor: Actor, scope: Scope) -> list[View]:
    register = listed.register
    options = {_("All"): State(register)}
    if not register.common and not one_office(scope):
        options[_("My office")] = State(register, office=actor.office_id)
    # Whoever reads a single office's rows has no lower office to take anything over from.
    alone = one_office(scope)
    options |= {
        _(one.label): option for one, option in built_in(register) if not (alone and one.name == "taken_here")
    }
    now = (state.values, state.office)
    return [
        View(label, base + option.query(), not state.saved and (option.values, option.office) == now)
        for label, option in options.items()
    ]


def _own(listed: Listed, state: State, base: str, views: Sequence[SavedFilter]) -> list[View]:
    return [
        View(
            view.name,
            base + State(listed.register, saved=view.id).query(),
            state.saved == view.id,
            listed.url("remove_view", view.id),
        )
        for view in views
    ]
