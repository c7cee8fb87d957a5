"""Acts on what the region knows of a provider. The provider keeps it itself, or the contract manager of the region."""

from datetime import date
from typing import TypeVar
from uuid import UUID, uuid4

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import rond_af
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Kwaliteitsdocument, Locatie, Onderaannemer
from jeugdregio.zorglandschap.permissions import eis, houdt_aanbieder_bij, zichtbare_aanbieders

_WIE = "de aanbieder zelf of de contractmanager van het regiokantoor"
Velden = dict[str, object]
Feit = TypeVar("Feit", Locatie, Onderaannemer, Kwaliteitsdocument)


def beurt_document(document: Kwaliteitsdocument) -> str:
    """Return the key of the turn that asks for a new paper."""
    return f"kwaliteitsdocument:{document.pk}:vernieuwen"


def is_agb(code: str) -> bool:
    """Tell whether this can be an AGB code: 8 digits. Whether it exists only Vektis knows."""
    return len(code) == 8 and code.isascii() and code.isdigit()


@transaction.atomic
def bewaar_locatie(wie: Wie, aanbieder_id: UUID, feit_id: UUID | None, velden: Velden) -> Locatie:
    """Add a place where help is given, or change one."""
    if not velden["verblijf"] and not velden["ambulant"]:
        melding = "Kies of er verblijf is, hulp zonder verblijf, of allebei."
        raise Geweigerd(melding, velden={"verblijf": melding})
    if (velden.get("breedte") is None) != (velden.get("lengte") is None):
        melding = "Vul breedtegraad en lengtegraad allebei in, of geen van beide."
        raise Geweigerd(melding, velden={"breedte": melding})
    return _bewaar(wie, aanbieder_id, Locatie, feit_id, velden)


@transaction.atomic
def bewaar_onderaannemer(wie: Wie, aanbieder_id: UUID, feit_id: UUID | None, velden: Velden) -> Onderaannemer:
    """Add somebody who gives help for the provider, or change one. A known AGB code ties it to that provider."""
    agb = str(velden.get("agb") or "")
    if agb and not is_agb(agb):
        raise Geweigerd("Dit is geen AGB-code.", velden={"agb": "Een AGB-code heeft 8 cijfers."})
    bekend = Organisatie.objects.filter(code=agb).first() if agb else None
    if bekend is not None and bekend.pk == aanbieder_id:
        raise Geweigerd("Een aanbieder is niet zijn eigen onderaannemer.", velden={"agb": "Kies een andere code."})
    return _bewaar(wie, aanbieder_id, Onderaannemer, feit_id, {**velden, "organisatie": bekend})


@transaction.atomic
def bewaar_document(wie: Wie, aanbieder_id: UUID, feit_id: UUID | None, velden: Velden) -> Kwaliteitsdocument:
    """Add a quality paper, or change one; a later one of the same kind closes the turn about the one before."""
    document = _bewaar(wie, aanbieder_id, Kwaliteitsdocument, feit_id, velden)
    oudere = Kwaliteitsdocument.objects.filter(aanbieder_id=aanbieder_id, soort=document.soort)
    rond_af(*(beurt_document(oud) for oud in oudere if _is_later(document.tot, oud.tot)))
    return document


def _is_later(nieuw: date | None, oud: date | None) -> bool:
    if oud is None:
        return False
    return nieuw is None or nieuw > oud


@transaction.atomic
def controleer_document(wie: Wie, aanbieder_id: UUID, document_id: UUID) -> None:
    """Record that the contract manager of the region saw the paper today."""
    document = Kwaliteitsdocument.objects.filter(pk=document_id, aanbieder_id=aanbieder_id).first()
    if document is None:
        raise NietGevonden("Dit document is er niet.")
    eis(
        wie.organisatie_id != aanbieder_id and houdt_aanbieder_bij(wie, document.aanbieder),
        "de contractmanager van het regiokantoor",
    )
    document.gecontroleerd_op = vandaag()
    document.save(update_fields=["gecontroleerd_op"])
    leg_vast(wie, "kwaliteitsdocument.gecontroleerd", soort="kwaliteitsdocument", onderwerp_id=document.pk)


def _bewaar(
    wie: Wie, aanbieder_id: UUID, model: type[Feit], feit_id: UUID | None, velden: Velden
) -> Feit:  # fmt: skip
    aanbieder = zichtbare_aanbieders(wie).filter(pk=aanbieder_id).first()
    if aanbieder is None:
        raise NietGevonden("Deze aanbieder is er niet.")
    eis(houdt_aanbieder_bij(wie, aanbieder), _WIE)
    van, tot = velden.get("van"), velden.get("tot")
    if isinstance(van, date) and isinstance(tot, date) and tot < van:
        raise Geweigerd("De einddatum ligt voor de begindatum.", velden={"tot": "Kies een latere dag."})
    if feit_id is not None and not model._default_manager.filter(pk=feit_id, aanbieder=aanbieder).exists():
        raise NietGevonden("Dit staat niet bij deze aanbieder.")
    feit, _ = model._default_manager.update_or_create(
        pk=feit_id or uuid4(), defaults={**velden, "aanbieder": aanbieder}
    )
    naam = model._meta.model_name or ""
    leg_vast(wie, f"{naam}.bewaard", soort=naam, onderwerp_id=feit.pk)
    return feit
