"""Bringing in a case, naming what stands in the way, deciding who takes it away, and what came of it."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import laat_vervallen, open_beurt, rond_af
from jeugdregio.leren.casus import anoniem
from jeugdregio.leren.casus.models import Belemmering, Casus, Leeftijd
from jeugdregio.leren.casus.permissions import (
    INBRENGERS,
    bespreekt,
    is_eigenaar,
    mag_besluiten,
    mag_ervaring_geven,
    mag_inbrengen,
    zichtbare_casussen,
)
from jeugdregio.leren.permissions import eis, rol_van
from jeugdregio.leren.tekst import toets
from jeugdregio.organisaties.models import Aanstelling, Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import Wie

_GROND = "Casuïstiek door bestuurders: wie een belemmering kan wegnemen, is aan zet"


@transaction.atomic
def breng_in(
    wie: Wie, *, titel: str, leeftijd: str, gemeente_noemen: bool, situatie: str, gewenst: str, bespreken_op: date
) -> Casus:
    """Bring in an anonymous case. Only the own municipality can be named, and only when the group is large enough."""
    eis(mag_inbrengen(wie) and wie.gebruiker is not None, "Een casus brengt een bestuurder, beleid of teamleider in.")
    assert wie.gebruiker is not None  # noqa: S101  eis
    schoon = toets(
        {"titel": titel, "situatie": situatie, "gewenst": gewenst},
        {"titel": "Geef een titel.", "situatie": "Beschrijf wat er speelde.", "gewenst": "Wat had er moeten gebeuren?"},
    )
    if leeftijd not in Leeftijd.values:
        raise Geweigerd("Kies een leeftijdsgroep.", velden={"leeftijd": "Kies uit de lijst."})
    if bespreken_op < vandaag():
        raise Geweigerd("Deze dag is voorbij.", velden={"bespreken_op": "Kies vandaag of later."})
    organisatie = Organisatie.objects.get(pk=wie.organisatie_id)
    if gemeente_noemen and organisatie.soort != Soort.GEMEENTE:
        raise Geweigerd("Je noemt alleen je eigen gemeente.", velden={"gemeente_noemen": "Laat dit vinkje weg."})
    gemeente = organisatie if gemeente_noemen else None
    anoniem.toets(schoon, gemeente, leeftijd)
    casus = Casus.objects.create(
        **schoon, leeftijd=leeftijd, gemeente=gemeente, bespreken_op=bespreken_op, inbrenger=wie.gebruiker,
        organisatie=organisatie, rol=rol_van(wie, INBRENGERS),
    )  # fmt: skip
    open_beurt(
        sleutel=_sleutel(casus.pk, "bespreken"), soort="casus_bespreken", titel="Casus bespreken en afronden",
        tekst=casus.titel, organisatie=organisatie, rol=casus.rol, contact=wie.gebruiker, begon_op=vandaag(),
        uiterlijk=bespreken_op, grondslag=_GROND, handeling="Open de casus", pad=_pad(casus),
    )  # fmt: skip
    for plek in Aanstelling.objects.op(vandaag()).filter(rol=Rol.ERVARING).select_related("organisatie")[:1]:
        open_beurt(
            sleutel=_sleutel(casus.pk, "ervaring"), soort="casus_ervaring", titel="Geef je reactie vanuit ervaring",
            tekst=casus.titel, organisatie=plek.organisatie, rol=Rol.ERVARING, begon_op=vandaag(),
            uiterlijk=bespreken_op, grondslag=_GROND, handeling="Geef je reactie", pad=_pad(casus),
            wachtende=organisatie,
        )  # fmt: skip
    leg_vast(wie, "casus.ingebracht", soort="casus", onderwerp_id=casus.pk)
    return casus


@transaction.atomic
def noem_belemmering(wie: Wie, casus_id: UUID, *, soort: str, tekst: str, wie_kan: Organisatie) -> Belemmering:
    """Name what stands in the way and who can take it away."""
    casus = _pak(wie, casus_id)
    eis(bespreekt(wie), "Een belemmering noemt wie de casus bespreekt.")
    schoon = toets({"tekst": tekst}, {"tekst": "Schrijf wat er in de weg staat."})
    if soort not in Belemmering.Soort.values:
        raise Geweigerd("Kies een soort.", velden={"soort": "Kies uit de lijst."})
    anoniem.toets(schoon, casus.gemeente, casus.leeftijd)
    belemmering = Belemmering.objects.create(casus=casus, soort=soort, wie_kan=wie_kan, **schoon)
    leg_vast(wie, "casus.belemmering", soort="casus", onderwerp_id=casus.pk, gegevens={"soort": soort})
    return belemmering


@transaction.atomic
def besluit(
    wie: Wie, casus_id: UUID, *, belemmering: Belemmering, besluit: str, rol: str, uiterlijk: date
) -> Belemmering:
    """Decide what is done about a barrier: who can take it away gets a turn with a day. Raises Geweigerd, Conflict."""
    casus = _pak(wie, casus_id)
    eis(mag_besluiten(wie), "Wat er gebeurt besluit een bestuurder.")
    belemmering = _belemmering(casus, belemmering.pk, Belemmering.Staat.OPEN)
    schoon = toets({"besluit": besluit}, {"besluit": "Schrijf wat er gebeurt."})
    anoniem.toets(schoon, casus.gemeente, casus.leeftijd)
    if uiterlijk < vandaag():
        raise Geweigerd("Deze dag is voorbij.", velden={"uiterlijk": "Kies vandaag of later."})
    if not Aanstelling.objects.op(vandaag()).filter(organisatie=belemmering.wie_kan, rol=rol).exists():
        raise Geweigerd(
            f"Bij {belemmering.wie_kan} werkt niemand met deze rol.", velden={"rol": "Kies een rol die daar bestaat."}
        )
    belemmering.besluit, belemmering.eigenaar_rol = schoon["besluit"], rol
    belemmering.uiterlijk, belemmering.staat = uiterlijk, Belemmering.Staat.AFGESPROKEN
    belemmering.save()
    open_beurt(
        sleutel=_sleutel(belemmering.pk, "wegnemen"), soort="casus_belemmering", titel="Belemmering wegnemen",
        tekst=belemmering.besluit, organisatie=belemmering.wie_kan, rol=rol, begon_op=vandaag(), uiterlijk=uiterlijk,
        grondslag=_GROND, uitleg=["De dag is afgesproken bij het bespreken van de casus."],
        handeling="Meld wat het opleverde", pad=_pad(casus), wachtende=casus.organisatie,
    )  # fmt: skip
    leg_vast(wie, "casus.besluit", soort="casus", onderwerp_id=casus.pk)
    return belemmering


@transaction.atomic
def meld_resultaat(wie: Wie, casus_id: UUID, *, belemmering: Belemmering, weg: bool, resultaat: str) -> Belemmering:
    """Say whether the barrier is gone and what it took. Also after the case itself was finished."""
    casus = _pak(wie, casus_id, ook_afgerond=True)
    belemmering = _belemmering(casus, belemmering.pk, Belemmering.Staat.AFGESPROKEN)
    eis(is_eigenaar(wie, belemmering), f"Dit meldt {belemmering.wie_kan}.")
    schoon = toets({"resultaat": resultaat}, {"resultaat": "Schrijf wat er is gedaan, of waarom het niet lukte."})
    anoniem.toets(schoon, casus.gemeente, casus.leeftijd)
    belemmering.resultaat = schoon["resultaat"]
    belemmering.staat = Belemmering.Staat.WEG if weg else Belemmering.Staat.BLIJFT
    belemmering.save()
    rond_af(_sleutel(belemmering.pk, "wegnemen"))
    leg_vast(wie, "casus.resultaat", soort="casus", onderwerp_id=casus.pk, gegevens={"weg": weg})
    return belemmering


@transaction.atomic
def geef_ervaring(wie: Wie, casus_id: UUID, *, tekst: str) -> Casus:
    """Give the reaction of an expert by experience, in the place that is kept for it."""
    casus = _pak(wie, casus_id)
    eis(mag_ervaring_geven(wie), "Deze plek is voor een ervaringsdeskundige.")
    schoon = toets({"tekst": tekst}, {"tekst": "Schrijf je reactie."})
    anoniem.toets(schoon, casus.gemeente, casus.leeftijd)
    casus.ervaring, casus.ervaring_door = schoon["tekst"], wie.gebruiker
    casus.save(update_fields=["ervaring", "ervaring_door"])
    rond_af(_sleutel(casus.pk, "ervaring"))
    leg_vast(wie, "casus.ervaring", soort="casus", onderwerp_id=casus.pk)
    return casus


@transaction.atomic
def rond_casus_af(wie: Wie, casus_id: UUID, *, versie: int, geleerd: str, geen_ervaring: str = "") -> Casus:
    """Finish a case: each barrier has a decision, the expert spoke or it says why not; with what was learned."""
    casus = _pak(wie, casus_id)
    eis(wie.organisatie_id == casus.organisatie_id and mag_inbrengen(wie), "Afronden doet wie de casus inbracht.")
    if casus.versie != versie:
        raise Conflict("Iemand heeft deze casus net gewijzigd. Bekijk hem opnieuw.")
    open_ = casus.belemmeringen.filter(staat=Belemmering.Staat.OPEN).count()
    if open_ or not casus.belemmeringen.exists():
        raise Geweigerd("Nog niet elke belemmering heeft een besluit. Noem wat in de weg stond en laat besluiten.")
    nodig = {"geleerd": "Schrijf wat we hiervan leren."}
    if not casus.ervaring:
        nodig["geen_ervaring"] = "Wacht op de ervaringsdeskundige, of schrijf waarom die reactie er niet is."
    schoon = toets({"geleerd": geleerd, "geen_ervaring": geen_ervaring}, nodig)
    anoniem.toets(schoon, casus.gemeente, casus.leeftijd)
    casus.geleerd, casus.geen_ervaring = schoon["geleerd"], "" if casus.ervaring else schoon["geen_ervaring"]
    casus.staat, casus.versie = Casus.Staat.AFGEROND, casus.versie + 1
    casus.save()
    rond_af(_sleutel(casus.pk, "bespreken"))
    laat_vervallen(_sleutel(casus.pk, "ervaring"))
    leg_vast(wie, "casus.afgerond", soort="casus", onderwerp_id=casus.pk)
    return casus


def _pak(wie: Wie, casus_id: UUID, *, ook_afgerond: bool = False) -> Casus:
    """Take a case for a change; two people at once come one after the other."""
    if not zichtbare_casussen(wie).filter(pk=casus_id).exists():
        raise NietGevonden("Deze casus is er niet.")
    casus = Casus.objects.select_for_update(of=("self",)).select_related("organisatie", "gemeente").get(pk=casus_id)
    if casus.staat == Casus.Staat.AFGEROND and not ook_afgerond:
        raise Conflict("Deze casus is afgerond.")
    return casus


def _belemmering(casus: Casus, pk: UUID, staat: str) -> Belemmering:
    belemmering = casus.belemmeringen.select_related("wie_kan").filter(pk=pk).first()
    if belemmering is None:
        raise NietGevonden("Deze belemmering hoort niet bij deze casus.")
    if belemmering.staat != staat:
        raise Conflict(f"Deze belemmering is al {belemmering.get_staat_display().lower()}.")
    return belemmering


def _sleutel(pk: UUID, wat: str) -> str:
    return f"casus:{pk}:{wat}"


def _pad(casus: Casus) -> str:
    return reverse("casus:casus", args=[casus.pk])
