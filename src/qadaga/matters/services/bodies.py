"""The register of supervised bodies: one row a BIN, found before it is made."""

from qadaga.common.identifiers import parse_bin
from qadaga.common.sortkeys import sort_key
from qadaga.matters.alike import alike
from qadaga.matters.choices import BodyKind
from qadaga.matters.dates import choice
from qadaga.matters.models import Body
from qadaga.matters.services.base import text


def register_body(
    *,
    kind: str,
    name_ru: str,
    name_kk: str = "",
    bin: str = "",
    kato: str | None = None,
    address: str = "",
) -> Body:
    """The body of that BIN, or of that exact Russian name where it has none; a new row where neither is
    known.

    Called inside a ruled-on change (an appeal registered, an act drafted) and part of it: it names whom the
    change is about. Raises InvalidInput naming the field.
    """
    choice("kind", kind, BodyKind.values)
    name_ru = text("name_ru", name_ru, 300, multiline=False)
    number = parse_bin(bin).value if bin else None
    columns = {
        "kind": kind,
        "name_ru": name_ru,
        "name_kk": text("name_kk", name_kk, 300, multiline=False, required=False) or name_ru,
        "kato": kato,
        "address": text("address", address, 300, multiline=False, required=False),
        "sort_key": sort_key(name_ru),
        "alike": alike(name_ru),
    }
    if number:
        return standing(Body.objects.get_or_create(bin=number, defaults=columns)[0])
    known = Body.objects.filter(bin__isnull=True, name_ru=name_ru).first()
    return standing(known) if known else Body.objects.create(**columns)


def standing(body: Body) -> Body:
    """The record that stands for the body: itself, or the one it was merged into."""
    return body.merged_into or body
