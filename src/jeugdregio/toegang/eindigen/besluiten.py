"""Deciding about help that ends: longer, on while it is reviewed, or over, with what comes next and who told whom."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from jeugdregio.afspraken.geldt import Antwoord
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import rond_af
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beurten import sleutel_verlenging
from jeugdregio.toegang.eindigen.achttien import toets_leeftijd
from jeugdregio.toegang.eindigen.models import Eindbesluit, Vervolg
from jeugdregio.toegang.eindigen.vangnet import sleutel_gevallen
from jeugdregio.toegang.models import Toewijzing
from jeugdregio.toegang.overlap import VERWIJDERD
from jeugdregio.toegang.permissions import eis_toegang, is_aanbieder, is_toegang, zichtbare_toewijzingen
from jeugdregio.toegang.verlengen import (
    VRAAG,
    aanbieder_verlengt,
    antwoorden,
    grondslag_van,
    open_verlengingsbeurt,
    van_de_rechter,
)
from jeugdregio.toegang.wijzigen.veranderen import VERLENGING, Wens, wijzig
from recht.datum import datum_kort

DOORLOPEN = "verlenging_tijdens_beoordeling"
BEOORDELING = timedelta(weeks=8)
Soort = Eindbesluit.Soort


def verleng(wie: Wie, toewijzing_id: UUID, tot: date, reden: str, *, versie: int) -> Eindbesluit:
    """Let help go on until a day (JW301, reason 04) and keep why. For the municipality.

    Raises Geweigerd for a measure of the court, a day past what the age allows, all that a change refuses; Conflict.
    """
    eis_toegang(wie)
    toewijzing = _toewijzing(wie, toewijzing_id)
    if van_de_rechter(toewijzing):
        raise Geweigerd(
            "De kinderrechter verlengt een maatregel, niet de gemeente. De instelling vraagt daarna een nieuwe "
            "toewijzing.",
            grondslag="BW 1:260; SAP-GI 1.3",
        )
    return _langer(wie, toewijzing, tot, Eindbesluit(soort=Soort.VERLENGD, reden=reden.strip()), versie)


def laat_doorlopen(wie: Wie, toewijzing_id: UUID, tot: date, reden: str, *, versie: int) -> Eindbesluit:
    """Let help go on while its extension is reviewed, where a norm says so. For the municipality; a new turn opens.

    A disputed norm that says yes is followed and shown as disputed: help that stops while people dispute harms the
    child. Raises Geweigerd without such a norm, for more than eight weeks, past what the age allows; Conflict.
    """
    eis_toegang(wie)
    toewijzing = _toewijzing(wie, toewijzing_id)
    antwoord = antwoorden((DOORLOPEN,), [toewijzing], vandaag())[0][DOORLOPEN]
    if not mag_doorlopen(antwoord):
        raise Geweigerd(
            "Geen wet of afspraak zegt hier dat hulp doorloopt zolang je beoordeelt. Verleng de hulp, of beslis dat "
            "zij eindigt.",
            grondslag=grondslag_van(antwoord),
        )
    einde = max(toewijzing.einddatum or vandaag(), vandaag()) + BEOORDELING
    if tot > einde:
        tekst = f"Doorlopen kan tot en met {datum_kort(einde)}: acht weken om te beoordelen."
        raise Geweigerd(tekst, grondslag="Awb 4:13", velden={"tot": tekst})
    besluit = Eindbesluit(
        soort=Soort.LOOPT_DOOR, reden=reden.strip(), grondslag=grondslag_van(antwoord)[:300], betwist=antwoord.betwist
    )
    return _langer(wie, toewijzing, tot, besluit, versie)


def eindig(
    wie: Wie, toewijzing_id: UUID, vervolg: str, reden: str, *, verteld_op: date | None, verteld_door: str
) -> Eindbesluit:
    """Decide that help ends on its last day: what follows, why, and who told the family when.

    For the municipality, and for the provider where it extends by itself. Raises GeenRecht, NietGevonden, Geweigerd.
    """
    toewijzing = _toewijzing(wie, toewijzing_id)
    _mag_eindigen(wie, toewijzing)
    fouten = {}
    if vervolg not in Vervolg.values:
        fouten["vervolg"] = "Kies wat er na deze hulp komt."
    if not reden.strip():
        fouten["reden"] = "Schrijf op waarom de hulp eindigt."
    if verteld_op is None or not toewijzing.ingangsdatum <= verteld_op <= vandaag():
        fouten["verteld_op"] = "Vul in wanneer het gezin het hoorde: vandaag of eerder."
    if not verteld_door.strip():
        fouten["verteld_door"] = "Vul in wie het gezin heeft gesproken."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Awb 3:46", velden=fouten)
    with transaction.atomic():
        open_verlengingsbeurt(toewijzing, vandaag())  # also before its time: so that the day does not ask again
        besluit = _bewaar(wie, toewijzing, Eindbesluit(
            soort=Soort.EINDIGT, vervolg=vervolg, reden=reden.strip(), verteld_op=verteld_op,
            verteld_door=verteld_door.strip()[:200],
        ), toewijzing.einddatum)  # fmt: skip
        _sluit_beurten(toewijzing, toewijzing.einddatum)
    return besluit


def mag_doorlopen(antwoord: Antwoord) -> bool:
    """Tell whether a norm lets help go on while it is reviewed; one disputed "ja" is enough."""
    return antwoord.waarde == "ja" or (antwoord.betwist and any(n.waarde == "ja" for n in antwoord.normen))


def _langer(wie: Wie, toewijzing: Toewijzing, tot: date, besluit: Eindbesluit, versie: int) -> Eindbesluit:
    oud = toewijzing.einddatum
    if oud is not None and tot <= oud:
        tekst = f"Kies een dag na {datum_kort(oud)}."
        raise Geweigerd(tekst, velden={"tot": tekst})
    toets_leeftijd(toewijzing.kind, tot)
    with transaction.atomic():
        wijzig(wie, toewijzing.pk, Wens(einddatum=tot), VERLENGING, besluit.reden, versie=versie)
        besluit.nieuw_einde = tot
        _bewaar(wie, toewijzing, besluit, oud)
        _sluit_beurten(toewijzing, oud)
        if besluit.soort == Soort.LOOPT_DOOR:
            toewijzing.refresh_from_db()
            open_verlengingsbeurt(toewijzing, vandaag())
    return besluit


def _bewaar(wie: Wie, toewijzing: Toewijzing, besluit: Eindbesluit, einde: date | None) -> Eindbesluit:
    besluit.toewijzing, besluit.voor_einddatum = toewijzing, einde or vandaag()
    besluit.namens, besluit.besloten_door = wie.organisatie, wie.gebruiker
    besluit.save()
    leg_vast(wie, f"einde.{besluit.soort}", kind_id=toewijzing.kind_id, soort="toewijzing", onderwerp_id=toewijzing.pk,
             gegevens={"vervolg": besluit.vervolg, "betwist": besluit.betwist})  # fmt: skip
    return besluit


def _sluit_beurten(toewijzing: Toewijzing, einde: date | None) -> None:
    rond_af(sleutel_verlenging(toewijzing.pk, einde), sleutel_gevallen(toewijzing.pk, einde))


def _toewijzing(wie: Wie, toewijzing_id: UUID) -> Toewijzing:
    gevonden = (
        zichtbare_toewijzingen(wie).select_related("kind", "gemeente", "aanbieder").filter(pk=toewijzing_id).first()
    )
    if gevonden is None:
        raise NietGevonden("Deze toewijzing is er niet.")
    if gevonden.reden_wijziging == VERWIJDERD:
        raise Geweigerd("Deze toewijzing is verwijderd en geldt als nooit verstuurd.", grondslag="iJw JZ002, reden 13")
    return gevonden


def _mag_eindigen(wie: Wie, toewijzing: Toewijzing) -> None:
    if is_toegang(wie):
        return
    antwoord = antwoorden((VRAAG,), [toewijzing], vandaag())[0][VRAAG]
    if not (is_aanbieder(wie) and aanbieder_verlengt(toewijzing, antwoord)):
        raise GeenRecht("Over het einde van deze hulp beslist de gemeente.")
