"""The list of posts with class or military ranks, changed by a President's act only; ceilings (L.2.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from django.db import connection, transaction
from django.db.models import QuerySet

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.ids import new_id
from qadaga.common.text import clean
from qadaga.journal import services as journal
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.law.model import Subject
from qadaga.offices.models import Office
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.personnel.models import RankCeiling, RankedPost

LADDERS = ("class", "military")
_FILE = Path(__file__).with_name("ranked_posts.yaml")
# One lock for all writers of the list: two acts of one day must not each add the same post.
_LOCK = "SELECT pg_advisory_xact_lock(7023101)"


@dataclass(frozen=True, slots=True)
class ListChange:
    """What a President's act changes: a post that gets ranks of a ladder from a day, or loses them."""

    post: str
    ladder: str
    listed: bool
    starts_on: date
    act: str
    act_on: date | None


def listed(on: date) -> QuerySet[RankedPost]:
    """The list on the day, in the order in which it was entered."""
    return RankedPost.objects.on(on).order_by("id")


def before_any_act(row: RankedPost) -> bool:
    """Whether the row is of the list that the system began with: no act of the President stands behind it."""
    return row.ground.split(";")[0] == str(_first()["ground"])


def ceilings(on: date) -> QuerySet[RankCeiling]:
    """The highest rank of each post and ladder on the day."""
    return RankCeiling.objects.on(on)


def subject(by: Actor) -> Subject:
    """The list: one for the whole service, kept at its top."""
    return Subject(kind="rank_list", office=by.office_code, path=(by.office_code,))


@implements("L.2.4")
@transaction.atomic
def change(*, by: Actor, on: date, change: ListChange) -> RankedPost:
    """Put a post on the list or take it off, by the act named. Anybody else is refused by L.2.4.

    Raises NotPermitted (no act of the President, not the first level), InvalidInput (post, ladder, dates).
    """
    ground = "president_act" if change.act.strip() and change.act_on else None
    ruling = authority.require(by, "ranked_posts.change", subject(by), on=on, ground=ground)
    _lock()
    act = clean(change.act, field="act", max_length=300, required=True)
    _check(change.post, change.ladder)
    row = _listed(change, act) if change.listed else _struck(change, act)
    _record(Exercise(by, on, ruling), "ranked_posts.change", row, change.starts_on)
    return row


@transaction.atomic
def set_ceiling(*, by: Actor, on: date, post: str, rank: str, starts_on: date, ground: str) -> RankCeiling:
    """Set the highest rank of a post from a day. Raises NotPermitted, InvalidInput."""
    done = exercise(by, "rank_ceiling.set", subject(by), on)
    record = catalogue.load().ranks.get(rank)
    if record is None:
        raise InvalidInput.of("rank", "unknown", N_("There is no such rank. Choose from the list."))
    _lock()
    _check(post, record.ladder)
    now = RankCeiling.objects.filter(post=post, ladder=record.ladder, ends_on=None).first()
    if now is not None:
        _end(now, starts_on)
    row = RankCeiling.objects.create(
        post=post,
        ladder=record.ladder,
        rank=rank,
        starts_on=starts_on,
        ground=clean(ground, field="ground", max_length=300),
    )
    _record(done, "rank_ceiling.set", row, starts_on)
    return row


@transaction.atomic
def load_first(on: date) -> int:
    """Enter the list as it stood when the system began, where none is entered; how many posts.

    The one write without an actor, as the structure's founding; the rows name no act and say so.
    """
    if RankedPost.objects.exists():
        return 0
    data = _first()
    since, ground = data["known_from"], data["ground"]
    when = {"starts_on": since, "ground": ground}
    RankedPost.objects.bulk_create(
        RankedPost(post=post, ladder=ladder, act_on=since, **when)
        for ladder, posts in data["posts"].items()
        for post in posts
    )
    RankCeiling.objects.bulk_create(
        RankCeiling(post=post, ladder=catalogue.load().ranks[rank].ladder, rank=rank, **when)
        for post, ranks in data["ceilings"].items()
        for rank in ranks
    )
    _record_first(on)
    return RankedPost.objects.count()


@cache
def _first() -> Mapping[str, Any]:
    """The list that the system begins with, as its file says."""
    return MappingProxyType(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def _record_first(on: date) -> None:
    top = Office.objects.get(kind="general", closed_on=None)
    journal.record(
        office_id=top.id,
        action="ranked_posts.load",
        subject_kind="rank_list",
        subject_id=new_id(),
        by=None,
        ruling=None,
        on=on,
        data={"posts": RankedPost.objects.count()},
    )


def _lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_LOCK)


def _check(post: str, ladder: str) -> None:
    if post not in catalogue.load().posts:
        raise InvalidInput.of(
            "post", "unknown", N_("There is no such post in the catalogue. Choose from the list.")
        )
    if ladder not in LADDERS:
        raise InvalidInput.of("ladder", "unknown", N_("Ranks are class ranks or military ranks."))


def _listed(change: ListChange, act: str) -> RankedPost:
    rows = RankedPost.objects.filter(post=change.post, ladder=change.ladder)
    if rows.overlapping(change.starts_on, None).exists():
        raise InvalidInput.of("post", "listed", N_("The post is on the list on that day already."))
    assert change.act_on is not None  # without its day there is no ground
    return RankedPost.objects.create(
        post=change.post, ladder=change.ladder, starts_on=change.starts_on, ground=act, act_on=change.act_on
    )


def _struck(change: ListChange, act: str) -> RankedPost:
    row = RankedPost.objects.filter(post=change.post, ladder=change.ladder, ends_on=None).first()
    if row is None:
        raise InvalidInput.of("post", "not_listed", N_("The post is not on the list."))
    _end(row, change.starts_on)
    row.ground = f"{row.ground}; {act}"[:300]
    row.save(update_fields=["ground"])
    return row


def _end(row: RankedPost | RankCeiling, day: date) -> None:
    if day <= row.starts_on:
        raise InvalidInput.of(
            "starts_on",
            "before_the_present",
            N_("A change from %(date)s is entered already. Choose a later day."),
            date=row.starts_on.isoformat(),
        )
    row.ends_on = day
    row.save(update_fields=["ends_on"])


def _record(done: Exercise, action: str, row: RankedPost | RankCeiling, since: date) -> None:
    data = {"post": row.post, "ladder": row.ladder, "from": since}
    done.record(action, done.by.office_id, ("rank_list", new_id()), data)
