"""The screen that explains what was declared against what was assigned."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jeugdregio.financien.omvang import REGELS
from jeugdregio.financien.omvang import omvang as omvang_van
from jeugdregio.financien.permissions import mag_declaraties_zien
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang.permissions import zichtbare_toewijzingen


@scherm()
@require_GET
def omvang(request: Verzoek, toewijzing_id: UUID) -> HttpResponse:
    """Show the sum of one assignment."""
    beeld = omvang_van(request.wie, toewijzing_id)
    context = {
        "beeld": beeld,
        "regels": REGELS,
        "opent_toewijzing": zichtbare_toewijzingen(request.wie).filter(pk=toewijzing_id).exists(),
        "opent_declaraties": mag_declaraties_zien(request.wie),
    }
    return render(request, "financien/omvang.html", context)
