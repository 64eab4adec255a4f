"""The application on paper: to the court, in whose interest, against whom, what is asked."""

from qadaga.court.applications.models import Application
from qadaga.documents import render
from qadaga.law.catalogue import load
from qadaga.law.wording import post_called


def pdf(row: Application) -> bytes:
    """The application as PDF/A."""
    signer, language = row.signer, row.language
    data = {
        "language": language,
        "office_ru": row.office.name_ru,
        "office_kk": row.office.name_kk,
        "number": row.number_text,
        "date": row.signed_on,
        "addressee": row.court,
        "heading": load().act_kinds["court_application"].title.get(language),
        "court": row.court,
        "defendant": row.defendant,
        "interests": row.person,
        "text": [line for line in row.claim.split("\n") if line.strip()],
        "norm": row.norm,
        "signer_post": post_called(signer.post, signer.office.kind, language),
        "signer_name": signer.person.short_name,
    }
    return render.pdf("court_paper", data)
