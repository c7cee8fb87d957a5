"""Writing the draft of a decision: beginning it, its words, and letting it go."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Contactpunt
from jeugdregio.organisaties.models import Soort as Organisatiesoort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beschikkingen import beurten
from jeugdregio.toegang.beschikkingen.herkomst import uit_onderzoek
from jeugdregio.toegang.beschikkingen.models import Beschikking, Soort, Staat, Weigergrond
from jeugdregio.toegang.beschikkingen.pakken import log, pak_concept
from jeugdregio.toegang.hulpvragen.models import Casusrol, Hulpvraag
from jeugdregio.toegang.hulpvragen.permissions import te_behandelen
from jeugdregio.toegang.nummering import kenmerk
from recht.beschikking import motivering as motivering_goed

TEKSTEN = ("gevraagd", "behoeften", "geloof_cultuur", "keuze", "motivering", "voorschrift", "zienswijze",
           "pleeggezin_reden", "contact_naam", "contact_telefoon")  # fmt: skip
VOOR_GEZIN = (Contactpunt.Onderwerp.TOEWIJZING, Contactpunt.Onderwerp.ZORGEN)
OP_EERDER_BESLUIT = (Soort.WIJZIGING, Soort.INTREKKING)


def begin(wie: Wie, hulpvraag_id: UUID, soort: str, *, vervangt_id: UUID | None = None) -> Beschikking:
    """Begin a draft for a question, with what is known already. `vervangt_id`: the announced decision it follows on.

    Raises GeenRecht, NietGevonden, and Geweigerd for an unknown kind, a change of nothing, or a closed question.
    """
    hulpvraag = te_behandelen(wie, hulpvraag_id)
    assert wie.gebruiker is not None  # noqa: S101  access is people
    if soort not in Soort.values:
        raise Geweigerd("Kies wat je besluit.", velden={"soort": "Kies wat je besluit."})
    if hulpvraag.afgesloten_op is not None:
        raise Geweigerd("Deze hulpvraag is afgesloten. Open eerst een nieuwe hulpvraag.")
    vervangt = _vervangt(hulpvraag, soort, vervangt_id)
    naam, telefoon = _contact(hulpvraag)
    with transaction.atomic():
        beschikking = Beschikking.objects.create(
            kenmerk=kenmerk("B"), kind=hulpvraag.kind, hulpvraag=hulpvraag, gemeente=hulpvraag.gemeente, soort=soort,
            vervangt=vervangt, contact_naam=naam, contact_telefoon=telefoon, opgesteld_door=wie.gebruiker,
            **uit_onderzoek(hulpvraag),
        )  # fmt: skip
        beurten.open_schrijven(beschikking)
        log(wie, beschikking, "begonnen", {"soort": soort})
    return beschikking


def schrijf(wie: Wie, beschikking_id: UUID, velden: Mapping[str, Any], *, versie: int) -> Beschikking:
    """Keep the words of a draft; `velden` by the names of the model, what is absent stays.

    Raises Geweigerd when the reasons name a lack of money, or the hearing lies before the question or in the future.
    """
    with transaction.atomic():
        beschikking = pak_concept(wie, beschikking_id, versie)
        for naam in TEKSTEN:
            if naam in velden:
                setattr(beschikking, naam, str(velden[naam]).strip())
        for naam in ("weigergrond", "afwijkende_gegevens", "zienswijze_op"):
            if naam in velden:
                setattr(beschikking, naam, velden[naam])
        _toets(beschikking)
        beschikking.save()
        log(wie, beschikking, "geschreven")
    return beschikking


def laat_vervallen(wie: Wie, beschikking_id: UUID, *, versie: int) -> Beschikking:
    """Let a draft go: nothing was decided."""
    with transaction.atomic():
        beschikking = pak_concept(wie, beschikking_id, versie)
        beschikking.staat = Staat.VERVALLEN
        beschikking.save(update_fields=["staat"])
        beurten.sluit_alles(beschikking)
        log(wie, beschikking, "vervallen")
    return beschikking


def vervangbaar(hulpvraag: Hulpvraag) -> list[Beschikking]:
    """Return the announced decisions about this child that no other decision replaced yet, newest first."""
    verzonden = Beschikking.objects.filter(kind=hulpvraag.kind, gemeente=hulpvraag.gemeente, staat=Staat.VERZONDEN)
    vervangen = Beschikking.objects.exclude(staat=Staat.VERVALLEN).filter(vervangt__isnull=False).values("vervangt")
    return list(verzonden.exclude(pk__in=vervangen).order_by("-verzonden_op"))


def _vervangt(hulpvraag: Hulpvraag, soort: str, vervangt_id: UUID | None) -> Beschikking | None:
    if vervangt_id is None:
        if soort in OP_EERDER_BESLUIT:
            fout = "Kies het besluit dat je wijzigt of intrekt. Zonder eerder besluit wijzig je alleen de toewijzing."
            raise Geweigerd(fout, velden={"vervangt": fout})
        return None
    gekozen = next((b for b in vervangbaar(hulpvraag) if b.pk == vervangt_id), None)
    if gekozen is None:
        raise Conflict("Dit besluit is niet verzonden, of er is al een nieuw besluit dat erop volgt.")
    return gekozen


def _contact(hulpvraag: Hulpvraag) -> tuple[str, str]:
    """The contact person of the family in this question; its number, or that of the access, which answers for all."""
    hier = Q(organisatie=hulpvraag.gemeente_id)
    hier |= Q(organisatie__hoort_bij=hulpvraag.gemeente_id, organisatie__soort=Organisatiesoort.UITVOERDER)
    punten = Contactpunt.objects.filter(hier, onderwerp__in=VOOR_GEZIN, voor__isnull=True).exclude(telefoon="")
    punt = min(punten, key=lambda p: _eerst(p, hulpvraag), default=None)
    naam, telefoon = (punt.naam, punt.telefoon) if punt else ("", "")
    rollen = hulpvraag.rolhouders.op(vandaag()).filter(rol=Casusrol.CONTACT).select_related("gebruiker")
    for rol in rollen:
        return rol.naam or (rol.gebruiker.naam if rol.gebruiker else naam), rol.telefoon or telefoon
    return naam, telefoon


def _eerst(punt: Contactpunt, hulpvraag: Hulpvraag) -> tuple[bool, bool]:
    """A number for families goes before one for providers, that of the municipality before that of who works for it."""
    return punt.onderwerp != Contactpunt.Onderwerp.ZORGEN, punt.organisatie_id != hulpvraag.gemeente_id


def _toets(beschikking: Beschikking) -> None:
    fouten = {}
    om_kosten = beschikking.weigergrond == Weigergrond.PGB
    for veld in ("motivering",):
        uitkomst = motivering_goed(getattr(beschikking, veld), om_kosten)
        if uitkomst.waarde == "mag niet":
            fouten[veld] = uitkomst.stappen[0].tekst
    if beschikking.weigergrond and beschikking.weigergrond not in Weigergrond.values:
        fouten["weigergrond"] = "Kies een grond uit de lijst."
    if fout := _dag_fout(beschikking.zienswijze_op, beschikking.hulpvraag.ontvangen_op):
        fouten["zienswijze_op"] = fout
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Awb 3:46 en 4:7; Jeugdwet 2.3 lid 1", velden=fouten)


def _dag_fout(dag: date | None, vanaf: date) -> str:
    if dag is None or vanaf <= dag <= vandaag():
        return ""
    return "Kies een dag vanaf de dag van de hulpvraag tot en met vandaag."
