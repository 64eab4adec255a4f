"""Who calls: a person's token, in the one hat that the token was issued for."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from ninja.security import HttpBearer

from qadaga.accounts import tokens
from qadaga.accounts.models import User
from qadaga.api.edge import asked_language
from qadaga.api.problems import unknown_caller
from qadaga.authority import Actor
from qadaga.authority.actors import actor_for
from qadaga.authority.scope import Scope, scope_of
from qadaga.common import clock


class ApiRequest(HttpRequest):
    """A request of the API: `actor` acts on the day `on`; `holder` is whose token it bears."""

    holder: User
    actor: Actor
    on: date


class TokenAuth(HttpBearer):
    """“Authorization: Bearer …”; 401 for a token that is unknown, expired or revoked, or of an ended post."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """Puts `actor` and `on` on the request; answers in the person's language unless one is asked for."""
        found = tokens.authenticate(token, clock.now())
        if found is None:
            return None
        on = clock.today()
        actor = actor_for(found.appointment_id, on)
        if actor is None or actor.user_id != found.user_id:
            return None
        caller = cast(ApiRequest, request)
        caller.holder, caller.actor, caller.on = found.user, actor, on
        # The pages' middleware has put its own language in force by now; theirs is not asked here.
        translation.activate(asked_language(request) or found.user.language)
        return actor


def is_known(request: HttpRequest) -> bool:
    """Whether the request bears a token that is good now."""
    return bool(TokenAuth()(request))


def token_needed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view for callers with a good token; 401 for everybody else."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs) if is_known(request) else unknown_caller()

    return guarded


def scope(request: ApiRequest) -> Scope:
    """What the caller may see today; the first argument of every selector."""
    return scope_of(request.actor, request.on)
