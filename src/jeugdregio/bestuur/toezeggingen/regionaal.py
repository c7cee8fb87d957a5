"""Regional work that settles items of several councils at once. Each council keeps its own item and judgement."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.bestuur.toezeggingen.actions import OPEN
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk, RegionaleActie, Stap
from jeugdregio.bestuur.toezeggingen.permissions import eis, mag_regionaal, zichtbare_acties, zichtbare_stukken
from jeugdregio.bestuur.toezeggingen.regels import toets_gedaan
from jeugdregio.beurten.actions import open_beurt, rond_af
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie

_WIE = "Alleen het regiokantoor houdt regionale acties bij."


def begin_actie(wie: Wie, *, titel: str, tekst: str, uiterlijk: date, stukken: Iterable[UUID]) -> RegionaleActie:
    """Start regional work for open items of one or more councils, and give the regional office its turn."""
    eis(mag_regionaal(wie), _WIE)
    weiger_persoonsgegevens({"titel": titel, "tekst": tekst})
    ids = set(stukken)
    if not titel.strip() or uiterlijk < vandaag():
        velden = {} if titel.strip() else {"titel": "Geef de actie een naam."}
        velden |= {"uiterlijk": "Kies een dag vanaf vandaag."} if uiterlijk < vandaag() else {}
        raise Geweigerd("De actie is nog niet compleet.", velden=velden)
    with transaction.atomic():
        gekozen = list(
            zichtbare_stukken(wie).select_for_update().filter(pk__in=ids, staat__in=OPEN, actie=None).order_by("pk")
        )
        if not ids or len(gekozen) != len(ids):
            raise Geweigerd(
                "Kies stukken die nog open staan en nog niet bij een andere actie horen.",
                velden={"stukken": "Kies ten minste een open stuk."},
            )
        actie = RegionaleActie.objects.create(
            titel=titel.strip(), tekst=tekst.strip(), eigenaar=wie.organisatie, uiterlijk=uiterlijk
        )
        Raadsstuk.objects.filter(pk__in=ids).update(actie=actie)
        _schrijf(wie, gekozen, f"Wordt regionaal opgepakt: {actie.titel}")
        open_beurt(
            sleutel=_sleutel(actie.pk), soort="regionale_actie", titel="Regionale actie afronden",
            tekst=f"{actie.titel} ({len(ids)} stukken van raden)", organisatie=wie.organisatie, rol=Rol.SECRETARIS,
            begon_op=vandaag(), uiterlijk=uiterlijk, grondslag="Afspraak met de colleges over deze stukken",
            handeling="Rond af", pad=reverse("toezeggingen:actie", args=[actie.pk]),
        )  # fmt: skip
        leg_vast(wie, "regionale_actie.begonnen", soort="regionale_actie", onderwerp_id=actie.pk)
    return actie


def rond_actie_af(wie: Wie, actie_id: UUID, *, gedaan: bool, resultaat: str) -> RegionaleActie:
    """Say what came of the work (or that it was not done, and why); each college then settles its own item.

    Raises Geweigerd when the text does not say what was done.
    """
    eis(mag_regionaal(wie), _WIE)
    if fout := toets_gedaan(resultaat):
        raise Geweigerd(fout, velden={"resultaat": fout})
    weiger_persoonsgegevens({"resultaat": resultaat})
    with transaction.atomic():
        actie = zichtbare_acties(wie).select_for_update().filter(pk=actie_id).first()
        if actie is None:
            raise NietGevonden("Deze actie is er niet.")
        if actie.staat != RegionaleActie.Staat.LOOPT:
            raise Conflict("Deze actie is al afgerond.")
        actie.staat = RegionaleActie.Staat.KLAAR if gedaan else RegionaleActie.Staat.GEWEIGERD
        actie.resultaat, actie.afgerond_op = resultaat.strip(), vandaag()
        actie.save(update_fields=["staat", "resultaat", "afgerond_op"])
        wat = "Regionale actie klaar" if gedaan else "Regionale actie niet gedaan"
        _schrijf(wie, list(actie.raadsstukken.filter(staat__in=OPEN)), f"{wat}: {actie.titel}", resultaat)
        rond_af(_sleutel(actie.pk))
        leg_vast(wie, "regionale_actie.afgerond", soort="regionale_actie", onderwerp_id=actie.pk)
    return actie


def _schrijf(wie: Wie, stukken: list[Raadsstuk], wat: str, tekst: str = "") -> None:
    Stap.objects.bulk_create(
        Stap(stuk=stuk, wat=wat[:60], tekst=tekst or wat, door=wie.gebruiker, namens=wie.organisatie)
        for stuk in stukken
    )


def _sleutel(actie_id: UUID) -> str:
    return f"regionale_actie:{actie_id}"
