"""Repairing objections one by one: solved only when objector and proposer both confirm the change."""

from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.bestuur.consent.beurten import werk_beurten_bij
from jeugdregio.bestuur.consent.models import Bezwaar, Staat, Voorstel
from jeugdregio.bestuur.consent.overgangen import (
    ga_naar,
    gelijk_regeleinde,
    laatste_versie,
    nieuwe_versie,
    pak,
    vingerafdruk,
)  # fmt: skip
from jeugdregio.bestuur.consent.permissions import is_delegate, is_inbrenger
from jeugdregio.bestuur.consent.rondes import nieuwe_ronde, vervallen_bekrachtiging
from jeugdregio.bestuur.consent.toetsen import eis_bezwaar_in, pak_bezwaar
from jeugdregio.bestuur.consent.toetsen_invoer import eis_ingevuld
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie
from recht.datum import datum_kort

_B = Bezwaar.Staat


@transaction.atomic
def stel_herstel_voor(wie: Wie, bezwaar_id: UUID, *, wijziging: str, tekst: str) -> Bezwaar:
    """Propose a change of the text that meets the objection. Another proposal takes earlier confirmations away."""
    voorstel, bezwaar = pak_bezwaar(wie, bezwaar_id, Staat.INTEGRATIE)
    eis_bezwaar_in(bezwaar, _B.IN_INTEGRATIE)
    indiener = is_delegate(wie, bezwaar.gemeente, vandaag())
    if not (indiener or is_inbrenger(wie, voorstel) or wie.heeft(Rol.BEGELEIDER)):
        raise GeenRecht("Herstel stelt de indiener van het bezwaar, de inbrenger of de begeleider voor.")
    velden = {"wijziging": wijziging, "tekst": tekst}
    eis_ingevuld(velden, {"wijziging": "Schrijf in een zin wat er verandert.", "tekst": "De tekst mag niet leeg zijn."})
    weiger_persoonsgegevens(velden)
    if gelijk_regeleinde(tekst) == laatste_versie(voorstel).tekst:
        raise Geweigerd("De tekst is nog hetzelfde.", velden={"tekst": "Pas de tekst aan zodat de schade wegblijft."})
    bezwaar.wijziging, bezwaar.hersteltekst = wijziging.strip(), gelijk_regeleinde(tekst)
    bezwaar.akkoord_indiener_op = bezwaar.akkoord_inbrenger_op = None
    bezwaar.save()
    _log(wie, bezwaar, "bezwaar.herstel_voorgesteld")
    werk_beurten_bij(voorstel)
    return bezwaar


@transaction.atomic
def bevestig_herstel(wie: Wie, bezwaar_id: UUID, *, tekst_hash: str) -> Bezwaar:
    """Confirm, as objector or proposer, that exactly this change meets the objection. Both: solved, then the next."""
    voorstel, bezwaar = pak_bezwaar(wie, bezwaar_id, Staat.INTEGRATIE)
    eis_bezwaar_in(bezwaar, _B.IN_INTEGRATIE)
    indiener, inbrenger = is_delegate(wie, bezwaar.gemeente, vandaag()), is_inbrenger(wie, voorstel)
    if not (indiener or inbrenger):
        raise GeenRecht("Bevestigen kan alleen de indiener van het bezwaar en de inbrenger van het voorstel.")
    if not bezwaar.wijziging:
        raise Geweigerd("Er is nog geen herstel voorgesteld.")
    if tekst_hash != vingerafdruk(bezwaar.hersteltekst):
        raise Conflict("Het herstel is intussen veranderd. Lees de nieuwe tekst en bevestig die.")
    if indiener:
        bezwaar.akkoord_indiener_op = bezwaar.akkoord_indiener_op or nu()
    if inbrenger:
        bezwaar.akkoord_inbrenger_op = bezwaar.akkoord_inbrenger_op or nu()
    if bezwaar.akkoord_indiener_op and bezwaar.akkoord_inbrenger_op:
        bezwaar.staat, bezwaar.afgedaan_op = _B.OPGELOST, nu()
        voorstel.werktekst = bezwaar.hersteltekst
        voorstel.save(update_fields=["werktekst"])
    bezwaar.save()
    _log(wie, bezwaar, "bezwaar.herstel_bevestigd")
    volgende(wie, voorstel)
    werk_beurten_bij(voorstel)
    return bezwaar


def volgende(wie: Wie, voorstel: Voorstel) -> None:
    """Take the next objection of the queue; when it is empty, freeze the repaired text and start a full new round."""
    if voorstel.bezwaren.filter(staat=_B.IN_INTEGRATIE).exists():
        return
    wachtend = voorstel.bezwaren.filter(staat=_B.GELDIG).order_by("volgorde").first()
    if wachtend is not None:
        wachtend.staat = _B.IN_INTEGRATIE
        wachtend.save(update_fields=["staat"])
        return
    versie = laatste_versie(voorstel)
    if voorstel.werktekst and voorstel.werktekst != versie.tekst:
        opgelost = voorstel.bezwaren.filter(staat=_B.OPGELOST).exclude(wijziging="").order_by("volgorde")
        uitleg = " ".join(opgelost.filter(ronde__versie=versie).values_list("wijziging", flat=True))
        versie = nieuwe_versie(wie, voorstel, voorstel.werktekst, uitleg)
        vervallen_bekrachtiging(voorstel)
    nieuwe_ronde(voorstel, versie)
    ga_naar(wie, voorstel, Staat.CONSENTRONDE, "Alle bezwaren zijn behandeld; iedereen spreekt opnieuw")


@transaction.atomic
def houd_aan(wie: Wie, voorstel_id: UUID, *, wat: str, wie_doet: Organisatie, terug_op: date) -> Voorstel:
    """Wait for facts or money the repair needs: what, who, and the day it comes back."""
    voorstel = pak(wie, voorstel_id, Staat.INTEGRATIE)
    wie.eis(Rol.VOORZITTER)
    eis_ingevuld({"wat": wat}, {"wat": "Schrijf welke feiten of welk geld nodig is."})
    weiger_persoonsgegevens({"wat": wat})
    if terug_op <= vandaag():
        raise Geweigerd(
            "De dag waarop het terugkomt ligt na vandaag.",
            velden={"terug_op": f"Kies een dag na {datum_kort(vandaag())}."},
        )
    voorstel.aangehouden_wat, voorstel.aangehouden_wie, voorstel.terug_op = wat.strip(), wie_doet, terug_op
    ga_naar(wie, voorstel, Staat.AANGEHOUDEN, f"Terug op {datum_kort(terug_op)}. {wie_doet.naam}: {wat.strip()}")
    return voorstel


@transaction.atomic
def hervat(wie: Wie, voorstel_id: UUID, *, toelichting: str) -> Voorstel:
    """Take it up again before the agreed day, because what was needed is there. On the day it comes back by itself."""
    voorstel = pak(wie, voorstel_id, Staat.AANGEHOUDEN)
    wie.eis(Rol.VOORZITTER)
    eis_ingevuld({"toelichting": toelichting}, {"toelichting": "Schrijf wat er nu bekend is."})
    weiger_persoonsgegevens({"toelichting": toelichting})
    ga_naar(wie, voorstel, Staat.INTEGRATIE, toelichting)
    return voorstel


def _log(wie: Wie, bezwaar: Bezwaar, handeling: str) -> None:
    leg_vast(wie, handeling, soort="bezwaar", onderwerp_id=bezwaar.pk)
