"""What a municipality puts around the letter, and sending it to its council with the items it settles, in one act."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.brieven import beurten, cijferplek, inhoud
from jeugdregio.bestuur.brieven.models import Brief, Kern, Schil, Verzending
from jeugdregio.bestuur.brieven.permissions import eigen_schillen
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.bestuur.toezeggingen.actions import stel_afdoening_voor
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk
from jeugdregio.bestuur.toezeggingen.permissions import zichtbare_stukken
from jeugdregio.bestuur.toezeggingen.regels import toets_gedaan
from jeugdregio.organisaties.wie import Wie

TE_DOEN = (Raadsstuk.Staat.GEREGISTREERD, Raadsstuk.Staat.IN_BEHANDELING)
_TEKSTEN = ("nummer", "aanhef", "eigen_alinea", "anders", "gedaan")
_NODIG = {
    "nummer": "Geef de brief het nummer van de eigen griffie.",
    "portefeuillehouder": "Schrijf op welke wethouder erover gaat.",
    "vergadersoort": "Kies voor welke soort vergadering de brief is.",
    "aanhef": "Begin met een aanhef.",
}


def bewaar(wie: Wie, schil_id: UUID, *, versie: int, stukken: Iterable[UUID], **velden: Any) -> Schil:
    """Keep the own part. `velden` are the fields of Schil; `stukken` the open items of the own council it settles."""
    with transaction.atomic():
        schil = _pak(wie, schil_id, versie)
        weiger_persoonsgegevens({naam: str(velden.get(naam, "")) for naam in _TEKSTEN})
        cijferplek.eis_bekend({"eigen_alinea": str(velden.get("eigen_alinea", ""))})
        gekozen = _stukken(wie, schil, set(stukken))
        for naam, waarde in velden.items():
            setattr(schil, naam, waarde.strip() if isinstance(waarde, str) else waarde)
        schil.save(update_fields=list(velden))
        schil.stukken.set(gekozen)
        leg_vast(wie, "brief.eigen_deel", soort="brief", onderwerp_id=schil.brief_id)
    return schil


def verstuur(wie: Wie, schil_id: UUID, *, versie: int, op: date) -> Verzending:
    """Write down that the council was sent the letter, keep what it got, and propose to settle the items it answers.

    Raises Geweigerd (what is missing; an item with open parts), Conflict when this version was sent already.
    """
    with transaction.atomic():
        schil = _pak(wie, schil_id, versie)
        kern = _te_versturen(schil)
        stukken = list(schil.stukken.select_for_update(of=("self",)).order_by("nummer"))
        eigen = inhoud.schilinhoud(schil, stukken, vandaag())
        _toets(schil, eigen, kern, op, stukken)
        try:
            with transaction.atomic():
                verzending = Verzending.objects.create(
                    schil=schil, kern=kern, op=op, inhoud=eigen, door=wie.gebruiker,
                    vingerafdruk=inhoud.hash_van({"kern": kern.vingerafdruk, "eigen": eigen}),
                )  # fmt: skip
        except IntegrityError as fout:
            raise Conflict(f"De raad van {schil.gemeente} heeft versie {kern.nummer} al.") from fout
        for stuk in stukken:
            if stuk.staat in TE_DOEN:
                stel_afdoening_voor(
                    wie, stuk.pk, versie=stuk.versie, document=_naam(schil), verzonden_op=op,
                    vakken=inhoud.gekozen_vakken(eigen), gedaan=schil.gedaan,
                )  # fmt: skip
        beurten.verzonden(schil, kern)
        leg_vast(
            wie, "brief.verzonden", soort="brief", onderwerp_id=schil.brief_id,
            gegevens={"versie": kern.nummer, "op": op.isoformat(), "stukken": [stuk.nummer for stuk in stukken]},
        )  # fmt: skip
    return verzending


def kiesbaar(wie: Wie, schil: Schil) -> list[Raadsstuk]:
    """Return the items of the own council that this letter may settle, and those it was tied to before.

    Only public ones: other municipalities read the cover form too. What is behind doors is settled on its own page.
    """
    eigen = zichtbare_stukken(wie).filter(gemeente_id=schil.gemeente_id, openbaar=True)
    al = set(schil.stukken.values_list("pk", flat=True)) if schil.pk else set()
    return [s for s in eigen.order_by("uiterlijk", "nummer") if s.staat in TE_DOEN or s.pk in al]


def _naam(schil: Schil) -> str:
    return f"{schil.brief.get_soort_display()} {schil.nummer}: {schil.brief.onderwerp}"[:200]


def _stukken(wie: Wie, schil: Schil, gekozen: set[UUID]) -> list[Raadsstuk]:
    mag = {stuk.pk: stuk for stuk in kiesbaar(wie, schil)}
    if gekozen - mag.keys():
        fout = "Kies open stukken van de eigen raad."
        raise Geweigerd(fout, velden={"stukken": fout})
    return [mag[pk] for pk in gekozen]


def _pak(wie: Wie, schil_id: UUID, versie: int) -> Schil:
    schil = eigen_schillen(wie).select_related("brief", "gemeente").filter(pk=schil_id).first()
    if schil is None:
        raise NietGevonden("Dit deel van de brief is er niet.")
    if not Schil.objects.filter(pk=schil.pk, versie=versie).update(versie=F("versie") + 1):
        raise Conflict("Een collega heeft dit net gewijzigd. Bekijk het opnieuw; wat jij schreef staat hier nog.")
    schil.versie = versie + 1
    return schil


def _te_versturen(schil: Schil) -> Kern:
    # The letter is locked, so that no new version begins while this one is sent.
    brief = Brief.objects.select_for_update().get(pk=schil.brief_id)
    if brief.staat != Brief.Staat.VRIJ:
        raise Conflict("De regionale tekst is nog niet vrijgegeven. Wacht tot de opsteller dat doet.")
    kern = brief.kernen.latest("nummer")
    kern.brief = brief
    if not inhoud.is_ongewijzigd(kern):
        raise Geweigerd("De regionale tekst past niet meer bij zijn vingerafdruk. Verstuur hem niet; bel het beheer.")
    return kern


def _toets(schil: Schil, eigen: dict[str, Any], kern: Kern, op: date, stukken: list[Raadsstuk]) -> None:
    velden = {naam: tekst for naam, tekst in _NODIG.items() if not getattr(schil, naam).strip()}
    if not inhoud.gekozen_vakken(eigen):
        velden["stukken"] = "Kies wat de brief afdoet, of kruis een ander vak van het voorblad aan."
    if any(stuk.staat in TE_DOEN for stuk in stukken) and (fout := toets_gedaan(schil.gedaan)):
        velden["gedaan"] = fout
    if kern.bevroren_op and op < kern.bevroren_op.date():
        velden["op"] = "Op deze dag was de tekst nog niet vrijgegeven."
    if op > vandaag():
        velden["op"] = "Deze dag moet nog komen. Leg de verzending vast als de brief weg is."
    if velden:
        zin = " ".join(velden.values())
        raise Geweigerd(f"De brief kan nog niet weg. {zin}", velden=velden)
