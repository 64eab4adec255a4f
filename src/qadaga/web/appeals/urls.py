"""Addresses of appeals."""

from django.urls import path

from qadaga.web.appeals import entering, importing, live, views
from qadaga.web.registers.urls import register_urls

app_name = "appeals"
urlpatterns = [
    *register_urls("appeals"),
    path("new/", entering.new, name="new"),
    path("new/earlier/", live.earlier, name="earlier"),
    path("new/number/", live.number, name="number"),
    path("new/bodies/", live.bodies, name="bodies"),
    path("new/row/", live.row, name="row"),
    path("new/removed-row/", live.removed_row, name="removed_row"),
    path("imports/", importing.imports, name="imports"),
    path("imports/<uuid:job_id>/", importing.show, name="import"),
    path("imports/<uuid:job_id>/write/", importing.write, name="import_write"),
    path("imports/<uuid:job_id>/errors.csv", importing.errors, name="import_errors"),
    path("inbox/", views.inbox, name="inbox"),
    path("inbox/<uuid:forwarding_id>/receive/", views.receive, name="receive"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/coupon.pdf", views.coupon, name="coupon"),
    path("<uuid:pk>/answer.pdf", views.answer, name="answer"),
    path("<uuid:pk>/papers/<slug:kind>-<uuid:row_id>.pdf", views.row_paper, name="row_paper"),
    path("<uuid:pk>/files/<uuid:file_id>/", views.file, name="file"),
    path("<uuid:pk>/preview/", live.preview, name="preview"),
    path("<uuid:pk>/preview/<uuid:token>.pdf", live.previewed, name="previewed"),
    path("<uuid:pk>/correct/", entering.correct, name="correct"),
    path("<uuid:pk>/challenge/", entering.challenge, name="challenge"),
    path("<uuid:pk>/<uuid:row_id>/<slug:slug>/", views.row_step, name="row_step"),
    path("<uuid:pk>/<slug:slug>/", views.step, name="step"),
]
