"""Who the caller is, and what they may do."""

from uuid import UUID

from ninja import Router, Schema

from qadaga.api.auth import ApiRequest, scope

router = Router(tags=["me"])


class Me(Schema):
    """The caller in the hat the token was issued for, and the cover of what they see."""

    person_id: UUID
    appointment_id: UUID
    name: str
    post: str
    office: str
    language: str
    sees_nation: bool
    sees_regions: list[UUID]
    sees_offices: list[UUID]


@router.get("", response=Me)
def me(request: ApiRequest) -> dict[str, object]:
    """The caller."""
    actor, seen = request.actor, scope(request)
    return {
        "person_id": actor.person_id,
        "appointment_id": actor.appointment_id,
        "name": actor.name,
        "post": actor.post,
        "office": actor.office_code,
        "language": actor.language,
        "sees_nation": seen.nation,
        "sees_regions": sorted(seen.regions),
        "sees_offices": sorted(seen.offices),
    }
