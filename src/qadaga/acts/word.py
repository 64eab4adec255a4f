"""The draft as a Word document. The web process asks; only the worker loads the library that writes it."""

from datetime import date
from io import BytesIO
from uuid import UUID

from django.db import transaction

from qadaga.acts import content
from qadaga.acts.models import Act, ActVersion, WordCopy
from qadaga.acts.selectors import read_act
from qadaga.authority.actor import Actor
from qadaga.common.errors import NotFound
from qadaga.documents.services import store


def ask(*, act_id: UUID, by: Actor, on: date) -> WordCopy:
    """Ask for the last saved text as a document: one copy a version, however often it is asked for.

    Raises NotFound outside the scope, NotPermitted for whoever may not read the act. A copy that failed is
    to be written again.
    """
    act = read_act(by, on, act_id)
    with transaction.atomic():
        version = ActVersion.objects.select_for_update().filter(act=act).order_by("-no")[0]
        asked = {"asked_by_id": by.appointment_id, "asked_on": on}
        copy, made = WordCopy.objects.get_or_create(version=version, defaults=asked)
        if copy.failed and not made:
            copy.failed = False
            copy.save(update_fields=["failed"])
        return copy


def copy_of(act: Act, copy_id: UUID) -> WordCopy:
    """A copy of one of the act's texts; NotFound otherwise."""
    found = WordCopy.objects.select_related("file", "version").filter(id=copy_id, version__act=act).first()
    if found is None:
        raise NotFound()
    return found


def write(copy_id: UUID) -> None:
    """Write the document and keep its file; done again after a killed worker, nothing is kept twice."""
    copy = WordCopy.objects.select_related("version").get(id=copy_id)
    if copy.file_id is not None:
        return
    rows = Act.objects.select_related("matter__holder", "addressee", "protested__issuer")
    act = rows.get(id=copy.version.act_id)
    try:
        document = content.docx(act, copy.version)
        copy.file = store(BytesIO(document), f"{act.kind}-{copy.version.no}.docx", by=None)
    except BaseException:
        WordCopy.objects.filter(id=copy_id).update(failed=True)
        raise
    copy.save(update_fields=["file"])
