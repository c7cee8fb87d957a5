"""The road of a joint text: which state follows which, what is needed to go on, and how a step is taken."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.overgangen import gelijk_regeleinde, vingerafdruk
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.bestuur.teksten.models import Staat, Stap, Tekst, Tekstversie
from jeugdregio.bestuur.teksten.permissions import deelnemers_op, zichtbare_teksten
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie

_S = Staat
# The steps somebody takes by hand; the colleges and councils take the others by deciding.
VOLGENDE: dict[str, Staat] = {
    _S.STARTNOTITIE: _S.UITGANGSPUNTEN, _S.UITGANGSPUNTEN: _S.CONCEPT, _S.CONCEPT: _S.RIB, _S.RIB: _S.CONSULTATIE,
    _S.CONSULTATIE: _S.ADVIESRADEN, _S.ADVIESRADEN: _S.AANVRAAG, _S.AANVRAAG: _S.ADVIES, _S.ADVIES: _S.REACTIENOTA,
    _S.COLLEGES: _S.AANGEBODEN, _S.AANGEBODEN: _S.RAADSBEHANDELING, _S.VASTGESTELD: _S.INKOOPPLAN,
    _S.INKOOPPLAN: _S.AANBESTEDING, _S.AANBESTEDING: _S.UITVOERING, _S.UITVOERING: _S.HERIJKING,
}  # fmt: skip
SCHRIJVEN = (
    _S.STARTNOTITIE, _S.UITGANGSPUNTEN, _S.CONCEPT, _S.RIB, _S.CONSULTATIE, _S.ADVIESRADEN, _S.AANVRAAG, _S.ADVIES,
    _S.REACTIENOTA, _S.COLLEGES, _S.AANGEBODEN, _S.RAADSBEHANDELING,
)  # fmt: skip
BIJ_DE_RADEN = (_S.RAADSBEHANDELING, _S.RONDGANG, _S.VERZOENING)
VASTGESTELD = (_S.VASTGESTELD, _S.INKOOPPLAN, _S.AANBESTEDING, _S.UITVOERING, _S.HERIJKING)


def pak(wie: Wie, tekst_id: UUID, versie: int, staten: Iterable[str]) -> Tekst:
    """Take the text for a step, inside a transaction: the first of two people wins, the other is told.

    Raises NietGevonden for who may not read it, Conflict on an older version or in another state.
    """
    tekst = zichtbare_teksten(wie).select_related("regio").filter(pk=tekst_id).first()
    if tekst is None:
        raise NietGevonden("Deze tekst is er niet.")
    if not Tekst.objects.filter(pk=tekst.pk, versie=versie).update(versie=F("versie") + 1):
        raise Conflict("Iemand heeft dit dossier net gewijzigd. Bekijk het opnieuw.")
    tekst.refresh_from_db()
    if tekst.staat not in staten:
        raise Conflict(f"Dit kan nu niet: de stand is {tekst.get_staat_display().lower()}.")
    return tekst


def schrijf_stap(wie: Wie, tekst: Tekst, wat: str, toelichting: str = "") -> None:
    """Add a line to the history and to the log."""
    Stap.objects.create(
        dossier=tekst, wat=wat[:120], toelichting=toelichting.strip(), door=wie.gebruiker, namens=wie.organisatie
    )
    leg_vast(wie, "tekst.stap", soort="tekst", onderwerp_id=tekst.pk, gegevens={"stap": wat})


def ga_naar(wie: Wie, tekst: Tekst, staat: str, toelichting: str = "") -> None:
    """Put the text in a state and write why; the same state again writes nothing."""
    if tekst.staat == staat:
        return
    tekst.staat = staat
    tekst.save(update_fields=["staat", "vastgesteld_op", "herijken_op"])
    schrijf_stap(wie, tekst, Staat(staat).label if staat != _S.VERZOENING else "Verzoening", toelichting)


def laatste_versie(tekst: Tekst) -> Tekstversie:
    """Return the newest version. Raises Geweigerd when nothing was written yet."""
    versie = tekst.versies.order_by("-nummer").first()
    if versie is None:
        raise Geweigerd("Er is nog geen tekst. Schrijf eerst een versie.")
    return versie


def nieuwe_tekstversie(wie: Wie, tekst: Tekst, inhoud: str, reden: str) -> Tekstversie:
    """Freeze a text as the next version."""
    vorige = tekst.versies.order_by("-nummer").first()
    inhoud = gelijk_regeleinde(inhoud)
    versie = Tekstversie.objects.create(
        dossier=tekst, nummer=vorige.nummer + 1 if vorige else 1, tekst=inhoud, hash=vingerafdruk(inhoud), reden=reden,
        door=f"{wie.gebruikersnaam}, {wie.organisatienaam}",
    )  # fmt: skip
    schrijf_stap(wie, tekst, f"Versie {versie.nummer}", reden)
    return versie


def deelnemers(tekst: Tekst) -> list[Organisatie]:
    """Return the municipalities whose councils decide: of the day of adoption, else of today."""
    return deelnemers_op(tekst.regio, tekst.vastgesteld_op or vandaag())


def eis_tekst(**velden: str) -> None:
    """Raise Geweigerd for an empty field or one in which a family can be recognised."""
    leeg = {veld: "Vul dit in." for veld, waarde in velden.items() if not waarde.strip()}
    if leeg:
        raise Geweigerd("Er ontbreekt nog iets.", velden=leeg)
    weiger_persoonsgegevens(velden)


def eis_geweest(veld: str, *, aan: str) -> Geweigerd:
    """Return the refusal of a day that must still come."""
    return Geweigerd(f"De dag van {aan} moet nog komen.", velden={veld: "Kies vandaag of eerder."})
