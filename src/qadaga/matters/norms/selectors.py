"""Reading the register of norms, which everybody of the service may, and duties within the scope."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.common.errors import NotFound
from qadaga.law.coverage import implements
from qadaga.law.model import Ruling
from qadaga.matters.gather import Part
from qadaga.matters.norms.choices import APPROVE, CONSULT, ENTER, FULFIL, LAY, NormKind, NormStatus
from qadaga.matters.norms.laying import BY_LAW
from qadaga.matters.norms.models import LaidDuty, MatterNorm, Norm
from qadaga.matters.norms.subject import DUTY, NORM, duty_subject, laying_subject, norm_subject
from qadaga.matters.selectors.actions import Action, judged
from qadaga.offices.selectors import office_by_id

OF_MATTER: tuple[Part, ...] = (
    Part("matter_norms", MatterNorm, "t.matter_id = %(id)s"),
    Part("norms", Norm, "t.id IN (SELECT x.norm_id FROM norms_matternorm x WHERE x.matter_id = %(id)s)"),
)
"""What the register adds to the card of a matter: the norms that it serves."""


@implements("O.2")
def norms(actor: Actor, on: date, kind: str = "") -> QuerySet[Norm]:
    """The norms of the register, of that kind if one is named. Raises NotPermitted."""
    authority.require(actor, CONSULT, norm_subject(None, actor), on=on)
    rows = Norm.objects.all()
    return rows.filter(kind=kind) if kind else rows


@implements("O.2", "O.9")
def read_norm(actor: Actor, on: date, pk: Any) -> Norm:
    """A norm with whoever entered and approved it. Raises NotFound, NotPermitted."""
    people = ("entered_by__person", "entered_by__office", "approved_by__person", "approved_by__office")
    found = norms(actor, on).select_related("office", *people).filter(pk=pk).first()
    if found is None:
        raise NotFound()
    return found


def in_force(on: date, *kinds: NormKind) -> QuerySet[Norm]:
    """The approved norms of the kinds that hold on the day, for a choice."""
    holds = Q(valid_from__lte=on) & (Q(valid_to__isnull=True) | Q(valid_to__gt=on))
    rows = Norm.objects.filter(holds, status=NormStatus.APPROVED, kind__in=kinds)
    return rows.order_by("act", "article", "id")


def may_enter(actor: Actor, on: date) -> Ruling:
    """Whether the actor may enter a norm."""
    return authority.offered(actor, ENTER, norm_subject(None, actor), on)


def norm_actions(norm: Norm, actor: Actor, on: date) -> Sequence[Action]:
    """A ruling for each power on the norm."""
    return judged(NORM, (ENTER, APPROVE), norm_subject(norm, actor), actor, on)


def read_duty(actor: Actor, on: date, pk: Any) -> LaidDuty:
    """A duty of the scope with its norm and people; NotFound outside the scope."""
    related = ("norm", "office__parent", "executor__person", "executor__office")
    done = ("laid_by__person", "laid_by__office", "done_by__person", "done_by__office")
    return get_or_404(LaidDuty.objects.select_related(*related, *done), scope_of(actor, on), pk)


def may_lay(actor: Actor, on: date) -> Ruling:
    """Whether the actor may lay a duty on people of the own office."""
    subject = laying_subject(office_by_id(actor.office_id), actor, on)
    return authority.may(actor, LAY, subject, on=on, ground=BY_LAW)


def duty_actions(duty: LaidDuty, actor: Actor, on: date) -> Sequence[Action]:
    """A ruling for each power on the duty."""
    return judged(DUTY, (FULFIL,), duty_subject(duty, actor, on), actor, on)
