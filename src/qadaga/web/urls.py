"""Addresses of the pages for staff: one line a package, each with its own namespace."""

from django.urls import URLPattern, URLResolver, include, path

from qadaga.web.alarms.views import running
from qadaga.web.day.views import my_day, pressing

urlpatterns: list[URLPattern | URLResolver] = [
    path("", my_day, name="home"),
    path("pressing/", pressing, name="pressing"),
    path("alarms/", running, name="alarms"),
    path("account/", include("qadaga.web.account.urls")),
    path("appeals/", include("qadaga.web.appeals.urls")),
    path("matters/", include("qadaga.web.matters.urls")),
    path("acts/", include("qadaga.web.acts.urls")),
    path("inspections/", include("qadaga.web.inspections.urls")),
    path("orders/", include("qadaga.web.orders.urls")),
    path("seals/", include("qadaga.web.seals.urls")),
    path("symbols/", include("qadaga.web.seals.symbol_urls")),
    path("offices/", include("qadaga.web.offices.urls")),
    path("law/", include("qadaga.web.law.urls")),
    path("people/", include("qadaga.web.personnel.people_urls")),
    path("personnel/", include("qadaga.web.personnel.urls")),
    path("conduct/", include("qadaga.web.conduct.urls")),
    path("interference/", include("qadaga.web.conduct.interference_urls")),
    path("measures/", include("qadaga.web.acts.measure_urls")),
    path("legal-acts/", include("qadaga.web.legality.act_urls")),
    path("analyses/", include("qadaga.web.legality.analysis_urls")),
    path("places/", include("qadaga.web.custody.place_urls")),
    path("visits/", include("qadaga.web.custody.visit_urls")),
    path("held/", include("qadaga.web.custody.held_urls")),
    path("look-ups/", include("qadaga.web.lookups.urls")),
    path("writs/", include("qadaga.web.enforcement.urls")),
    path("bailiffs/", include("qadaga.web.enforcement.bailiff_urls")),
    path("sessions/", include("qadaga.web.coordination.session_urls")),
    path("decisions/", include("qadaga.web.coordination.decision_urls")),
    path("councils/", include("qadaga.web.coordination.council_urls")),
    path("investigations/", include("qadaga.web.pretrial.urls")),
    path("sanctions/", include("qadaga.web.pretrial.sanction_urls")),
    path("instructions/", include("qadaga.web.pretrial.instruction_urls")),
    path("complaints/", include("qadaga.web.pretrial.complaint_urls")),
    path("shifts/", include("qadaga.web.shifts.views")),
    path("offences/", include("qadaga.web.offences.urls")),
    path("exports/", include("qadaga.web.registers.urls")),
    path("gallery/", include("qadaga.web.gallery.urls")),
    path("help/", include("qadaga.web.help.urls")),
    path("structure/", include("qadaga.web.structure.urls")),
    path("search/", include("qadaga.web.search.urls")),
]
