"""A prosecution begins out of an investigation: its number, people, articles and days come along (O.7.3)."""

from uuid import UUID

from django import forms
from django.http import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from qadaga.common.errors import Conflict
from qadaga.common.i18n import N_
from qadaga.court import services
from qadaga.court.choices import CaseKind
from qadaga.court.models import Case
from qadaga.matters import deaths
from qadaga.supervision.pretrial import selectors as pretrial
from qadaga.supervision.pretrial.models import Case as Investigation
from qadaga.supervision.pretrial.prosecuted import refuse_terminated
from qadaga.web.cards.entry import entry_page
from qadaga.web.components import Crumb
from qadaga.web.court.forms import AtForm
from qadaga.web.court.views import may_keep
from qadaga.web.forms import DateField, choose, posted
from qadaga.web.views import StaffRequest, staff_view


class ProsecutionForm(AtForm):
    """The court, and what comes along of the investigation `source`."""

    kind = None  # type: ignore[assignment]  # Django leaves the inherited field out
    number = None  # type: ignore[assignment]  # the court gives it
    articles = forms.CharField(
        label=_("Articles"), max_length=300, help_text=_("Of everybody chosen; the charge settles them.")
    )
    people = forms.MultipleChoiceField(
        label=_("Who comes along"), required=False, widget=forms.CheckboxSelectMultiple
    )
    came_on = DateField(label=_("The file came to the prosecutor on"))
    field_order = ["people", "articles", "came_on", "court", "kato", "about"]
    source: Investigation

    def prepare(self) -> None:
        """The living suspects and accused with an IIN are all proposed; of the others it is said why not."""
        super().prepare()
        people = pretrial.pursued(self.source)
        died = deaths.among(row.iin for row in people)
        self.known = {
            str(row.id): row for row in people if row.iin and not row.died_on and row.iin not in died
        }
        choose(self, "people", [(pk, f"{row.name}, {row.iin}") for pk, row in self.known.items()])
        left = [row for row in people if str(row.id) not in self.known]
        if left:
            said = gettext("Not brought along (died, or without an IIN in the investigation): %(who)s.")
            self.fields["people"].help_text = said % {"who": ", ".join(row.name for row in left)}
        articles = ", ".join(self.source.articles)
        about = {"articles": articles[:300], "about": articles, "people": list(self.known)}
        days = {"came_on": self.source.ended_on or self.request.on}
        places = {"kato": self.source.kato, "sphere": self.source.sphere or ""}
        self.initial.update({**about, **days, **places})

    def entered(self) -> services.Entered:
        """The case with whom the investigation named."""
        values = self.cleaned_data
        named = [
            services.Named(row.name, row.iin or "", values["articles"])
            for pk, row in self.known.items()
            if pk in values["people"]
        ]
        return services.Entered(self.at(), self.source.erdr, came_on=values["came_on"], people=named)

    def at(self) -> services.At:
        """The court; a criminal case has no number there yet."""
        values = self.cleaned_data
        names = ("court", "kato", "about", "sphere")
        matter = UUID(values["matter"]) if values["matter"] else None
        given = {name: values[name] for name in names}
        return services.At(kind=CaseKind.CRIMINAL, matter_id=matter, **given)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def new_prosecution(request: StaffRequest, investigation_id: UUID) -> HttpResponseBase:
    """Open the card of a criminal case out of the investigation that it comes from.

    Refused as its link is not shown: in another office, of a terminated investigation, and twice.
    """
    source = pretrial.read_case(request.actor, request.on, investigation_id)
    if source.office_id != request.actor.office_id:
        raise Conflict("not_own", N_("The office that supervises the investigation begins its prosecution."))
    if request.method != "POST":
        refuse_terminated(source)
        services.refuse_twice(source.erdr, by=request.actor, on=request.on)
    record = Case(kind="criminal", status="opened", opened_on=request.on, version=0, office=source.office)
    made = type("OfThis", (ProsecutionForm,), {"source": source})
    form: ProsecutionForm = made(posted(request), record=record, request=request)

    def perform() -> str:
        case = services.open_case(entered=form.entered(), by=request.actor, on=request.on)
        return reverse("courtcases:card", args=[case.id])

    return entry_page(
        request,
        form,
        may_keep(request, record),
        perform,
        register=Crumb(source.erdr, reverse("investigations:card", args=[source.id])),
        title=gettext("Begin the prosecution before court"),
        text=gettext(
            "The number, the people with their articles and the day the file came go over. Each is then "
            "charged or dropped; custody runs on by the term of the investigation."
        ),
    )
