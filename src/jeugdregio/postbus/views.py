"""What people do with messages: take the XML, offer a file, try again, send once more."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.postbus import actions, queries
from jeugdregio.postbus.forms import AanbiedForm
from jeugdregio.postbus.lijstscherm import BERICHTROLLEN
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.voortgang import GROOT_BYTES

Staat = Bericht.Staat


@require_GET
@scherm(*BERICHTROLLEN)
def xml(request: Verzoek, bericht_id: UUID) -> HttpResponse:
    """Give the message byte for byte as it came in or went out, as a file. Its name tells nothing about a person."""
    gevonden = queries.xml(request.wie, bericht_id)
    naam = f"{gevonden.soort or 'onleesbaar'}-{gevonden.pk}.{'xml' if gevonden.soort else 'bin'}"
    soort = "application/xml" if gevonden.soort else "application/octet-stream"
    koppen = {"Content-Disposition": f'attachment; filename="{naam}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(bytes(gevonden.inhoud), content_type=soort, headers=koppen)


@require_http_methods(["GET", "POST"])
@scherm(*BERICHTROLLEN)
def aanbieden(request: Verzoek) -> HttpResponse:
    """Offer a message as a file. Whatever it is, it is kept and shown with what was found."""
    formulier = AanbiedForm(request.POST, request.FILES) if request.method == "POST" else AanbiedForm()
    if request.method != "POST" or not formulier.is_valid():
        status = 422 if formulier.errors else 200
        return render(request, "postbus/aanbieden.html", {"form": formulier}, status=status)
    bestand = formulier.cleaned_data["bestand"]
    if (bestand.size or 0) >= GROOT_BYTES:
        return redirect("postbus:voortgang", actions.upload_groot(request.wie, bestand.read()).pk)
    aangeboden = actions.upload(request.wie, bestand.read())
    if aangeboden.staat == Staat.AFGEKEURD:
        messages.error(request, "Het bericht is afgekeurd en bewaard. Hieronder staat wat er mis is.")
    elif aangeboden.staat == Staat.HERHAALD:
        messages.info(request, "Dit bericht is al eerder ontvangen. Er is niets veranderd; het eerdere antwoord geldt.")
    elif aangeboden.aantal_bevindingen:
        messages.warning(request, "Het bericht is verwerkt, maar niet alles klopt. Hieronder staat wat.")
    else:
        messages.success(request, "Het bericht is verwerkt.")
    return redirect("postbus:bericht", aangeboden.pk)


@require_POST
@scherm(*BERICHTROLLEN)
def opnieuw(request: Verzoek, bericht_id: UUID) -> HttpResponse:
    """Handle or deliver a message again that got stuck."""
    try:
        geprobeerd = actions.probeer_opnieuw(request.wie, bericht_id)
    except Geweigerd as fout:
        messages.error(request, str(fout))
    else:
        staat = geprobeerd.get_staat_display().lower()
        messages.info(request, f"Opnieuw geprobeerd. Het bericht staat nu op: {staat}.")
    return redirect("postbus:bericht", bericht_id)


@require_POST
@scherm(*BERICHTROLLEN)
def hersteld(request: Verzoek, bericht_id: UUID) -> HttpResponse:
    """Close the turn to mend a message that was refused."""
    try:
        actions.meld_hersteld(request.wie, bericht_id)
    except Geweigerd as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, "Genoteerd: dit is hersteld. De beurt is gesloten.")
    return redirect("postbus:bericht", bericht_id)


@require_POST
@scherm(*BERICHTROLLEN)
def nog_eens(request: Verzoek, bericht_id: UUID) -> HttpResponse:
    """Deliver a message once more."""
    try:
        actions.verstuur_opnieuw(request.wie, bericht_id)
    except Geweigerd as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, "Het bericht gaat nog eens naar de ontvanger, met hetzelfde nummer.")
    return redirect("postbus:bericht", bericht_id)
