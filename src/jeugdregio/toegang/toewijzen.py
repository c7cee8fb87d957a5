"""Assigning help: from lines of a request to assignments, their JW301 and the turns of the provider."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from ijw.codelijsten import CODELIJSTEN
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.besluit import eis_bevoegd, kies_regels, pak, sluit_beurt_als_klaar, te_beslissen
from jeugdregio.toegang.beurten import open_beurten_toewijzing
from jeugdregio.toegang.haken import kind_gewijzigd
from jeugdregio.toegang.models import Kind, Toewijzing, Verzoek, VerzoekRegel
from jeugdregio.toegang.nummering import toewijzingnummer
from jeugdregio.toegang.overlap import overlappende
from jeugdregio.toegang.poort import TeStarten, eis_toestemming
from jeugdregio.toegang.sturen import verstuur
from jeugdregio.toegang.toetsen import contract_goed
from recht.datum import datum_kort


@dataclass(frozen=True)
class Wijziging:
    """What the municipality assigns otherwise than asked; None keeps what was asked."""

    ingangsdatum: date | None = None
    einddatum: date | None = None
    volume: int | None = None
    eenheid: str | None = None
    frequentie: str | None = None


def wijs_toe(
    wie: Wie, verzoek_id: UUID, regel_ids: Iterable[UUID], *, versie: int,
    wijzigingen: Mapping[UUID, Wijziging] | None = None, zonder_contract_reden: str = "",
    juridische_status: str | None = None,
) -> list[Toewijzing]:  # fmt: skip
    """Assign lines of a request: makes the assignments, one JW301, and the turns of the provider.

    `wijzigingen` per line id. Raises Geweigerd when residence is not confirmed, consent is missing (and no exception
    was recorded), there is no contract (and no `zonder_contract_reden`), the period is over or turned round, it
    overlaps a running assignment of the same product, or the message would break a rule of the standard. What a
    certified institution asks is assigned as asked or refused (SAP-GI). `juridische_status` (WJ232) is kept with the
    child; None leaves it.
    """
    verzoek = te_beslissen(wie, verzoek_id)
    if verzoek.soort != Verzoek.Soort.TOEWIJZING:
        raise Geweigerd("Dit is een verzoek om wijziging. Dat ken je als geheel toe, of wijs je af.", grondslag="IV093")
    with transaction.atomic():
        pak(verzoek, versie)
        eis_bevoegd(wie, verzoek, "toewijzen")
        regels = kies_regels(verzoek, regel_ids)
        _toets(verzoek, regels, zonder_contract_reden)
        _zet_juridische_status(verzoek, juridische_status)
        toewijzingen = [_maak(verzoek, regel, (wijzigingen or {}).get(regel.pk, Wijziging())) for regel in regels]
        bericht = verstuur(toewijzingen, gezag_bekend=verzoek.gezagsdrager_bekend)
        for toewijzing, regel in zip(toewijzingen, regels, strict=True):
            toewijzing.bericht = bericht
            toewijzing.save()
            regel.staat, regel.besloten_op = VerzoekRegel.Staat.TOEGEWEZEN, toewijzing.toegewezen_op
            regel.save(update_fields=["staat", "besloten_op"])
        leg_vast(
            wie,
            "verzoek.toegewezen",
            kind_id=verzoek.kind_id,
            soort="verzoek",
            onderwerp_id=verzoek.pk,
            gegevens={"toewijzingen": [t.nummer for t in toewijzingen], "zonder_contract": bool(zonder_contract_reden)},
        )
        open_beurten_toewijzing(toewijzingen, bericht)
        sluit_beurt_als_klaar(verzoek)
        kind_gewijzigd(verzoek.kind)
    return toewijzingen


def _toets(verzoek: Verzoek, regels: list[VerzoekRegel], zonder_contract_reden: str) -> None:
    eis_woonplaats(verzoek.kind)
    eis_toestemming(verzoek.kind, *(TeStarten(code, verzoek) for code in sorted({regel.code for regel in regels})))
    zonder = [regel.code for regel in regels if not contract_goed(verzoek, regel)]
    eis_contract(verzoek.aanbieder, zonder, zonder_contract_reden)


def eis_woonplaats(kind: Kind) -> None:
    """Raise Geweigerd while nobody looked up whether this municipality is responsible."""
    if kind.woonplaats_sinds is None:
        raise Geweigerd(
            "Kijk eerst na of het kind volgens het woonplaatsbeginsel bij jouw gemeente hoort, en leg dat vast.",
            grondslag="Jeugdwet 1.1, woonplaats",
            velden={"woonplaats": "De woonplaats is nog niet nagekeken."},
        )


def eis_contract(aanbieder: Organisatie, zonder: Iterable[str], reden: str) -> None:
    """Raise Geweigerd when there are products without a contract and nobody said why they are assigned yet."""
    codes = ", ".join(zonder)
    if codes and not reden.strip():
        raise Geweigerd(
            f"Er is geen contract met {aanbieder.naam} voor {codes}. Leg uit waarom je toch toewijst, of doe het niet.",
            grondslag="Jeugdwet 2.6 lid 1 onder a",
            velden={"zonder_contract_reden": "Leg uit waarom je zonder contract toewijst."},
        )


def _zet_juridische_status(verzoek: Verzoek, status: str | None) -> None:
    if status is None or status == verzoek.kind.juridische_status:
        return
    if status and status not in CODELIJSTEN["WJ232"]:
        raise Geweigerd("Deze juridische status bestaat niet.", velden={"juridische_status": "Kies uit de lijst."})
    verzoek.kind.juridische_status = status
    verzoek.kind.save(update_fields=["juridische_status"])


def _zoals_gevraagd(regel: VerzoekRegel, anders: Wijziging) -> bool:
    """Tell whether nothing differs from what was asked; None keeps what was asked."""
    paren = (
        (anders.ingangsdatum, regel.ingangsdatum), (anders.einddatum, regel.einddatum),
        (anders.volume, regel.volume), (anders.eenheid, regel.eenheid), (anders.frequentie, regel.frequentie),
    )  # fmt: skip
    return all(nieuw is None or nieuw == oud for nieuw, oud in paren)


def _maak(verzoek: Verzoek, regel: VerzoekRegel, anders: Wijziging) -> Toewijzing:
    if verzoek.aanbieder.soort == Soort.GI and not _zoals_gevraagd(regel, anders):
        raise Geweigerd(
            "Een verzoek van een gecertificeerde instelling wijs je toe zoals het is gevraagd. Klopt het niet, overleg "
            "dan met de instelling en wijs het verzoek af; zij vraagt opnieuw.",
            grondslag="SAP-GI 1.3, afwijkende toewijzing",
        )
    begin = anders.ingangsdatum or regel.ingangsdatum
    eind = anders.einddatum or regel.einddatum
    toewijzing = Toewijzing(
        nummer=toewijzingnummer(verzoek.gemeente),
        kind=verzoek.kind,
        gemeente=verzoek.gemeente,
        aanbieder=verzoek.aanbieder,
        verzoek_regel=regel,
        referentie_aanbieder=regel.referentie_aanbieder,
        categorie=regel.categorie,
        code=regel.code,
        toegewezen_op=nu(),
        ingangsdatum=begin,
        einddatum=eind,
        volume=regel.volume if anders.volume is None else anders.volume,
        eenheid=anders.eenheid or regel.eenheid,
        frequentie=anders.frequentie or regel.frequentie,
        budget=regel.budget,
    )
    toets_periode(toewijzing)
    return toewijzing


def toets_periode(toewijzing: Toewijzing) -> None:
    """Raise Geweigerd for a period turned round, over, before birth or over another assignment of the product."""
    begin, eind = toewijzing.ingangsdatum, toewijzing.einddatum
    if eind is not None and eind < begin:
        raise Geweigerd(
            "De hulp eindigt voor zij begint.", grondslag="iJw CS003",
            velden={"einddatum": "Kies een einddatum op of na de ingangsdatum."},
        )  # fmt: skip
    # A measure of the court starts at once and is asked afterwards, so it may be over by now (SAP-GI).
    if eind is not None and eind < vandaag() and toewijzing.aanbieder.soort != Soort.GI:
        raise Geweigerd(
            f"De hulp zou al op {datum_kort(eind)} zijn geëindigd.",
            velden={"einddatum": "Kies een einddatum die nog niet voorbij is."},
        )
    if begin < toewijzing.kind.geboortedatum:
        raise Geweigerd(
            "De hulp zou beginnen voor het kind geboren is.", velden={"ingangsdatum": "Verbeter de ingangsdatum."}
        )
    botsing = overlappende(toewijzing).first()
    if botsing is not None:
        tot = datum_kort(botsing.einddatum) if botsing.einddatum else "een open einde"
        raise Geweigerd(
            f"Toewijzing {botsing.nummer} geldt al voor dit product, van {datum_kort(botsing.ingangsdatum)} tot "
            f"{tot}. Pas de periode aan, of wijzig die toewijzing.",
            grondslag="iJw TR302 en OP347",
            velden={"ingangsdatum": "Deze periode overlapt een lopende toewijzing."},
        )
