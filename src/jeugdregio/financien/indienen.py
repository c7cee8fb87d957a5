"""A provider without software declares on the screens: the same JW323, over the same road as a message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

import ijw
from ijw.berichten import jw323
from ijw.eenheden import laatste_dag
from ijw.overstijgend import controleer
from jeugdregio.audit.actions import leg_inzage_vast, leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.financien.concept import Concept, ConceptRegel, maak_concept
from jeugdregio.financien.dossier import vul_dossier
from jeugdregio.financien.messages import Declaratieregel, bevindingen_per_regel, maak_jw323, prijs
from jeugdregio.financien.models import Declaratie, Prestatie
from jeugdregio.financien.nummers import declaratienummer, referenties
from jeugdregio.financien.permissions import eis_indienen, zichtbare_declaraties
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus import actions as postbus
from jeugdregio.postbus.models import Bericht


@dataclass(frozen=True, slots=True)
class Ingevuld:
    """What the provider filled in for one line of the proposal; `code` may be empty when there is one product."""

    volume: int
    code: str = ""


def concept(wie: Wie, gemeente_id: UUID, maand: date) -> Concept:
    """Return what can be declared to a municipality over a month. The look at the children is logged."""
    eis_indienen(wie)
    _eis_voorbij(maand)
    voorstel = maak_concept(wie.organisatie, _gemeente(gemeente_id), maand)
    leg_inzage_vast(wie, list({regel.toewijzing.kind_id for regel in voorstel.alle}), scherm="declareren")
    return voorstel


def dien_in(
    wie: Wie, gemeente_id: UUID, maand: date, regels: Mapping[str, Ingevuld], *, toch: bool = False
) -> Declaratie:
    """Declare these lines (by `ConceptRegel.sleutel`). Raises Geweigerd with the errors per line in `velden`.

    A line the municipality would refuse stops the declaration, unless the provider insists (`toch`): then it goes
    and the answer of the municipality decides. To a municipality elsewhere nothing goes that our own check refuses.
    """
    eis_indienen(wie)
    _eis_voorbij(maand)
    gemeente = _gemeente(gemeente_id)
    voorstel = maak_concept(wie.organisatie, gemeente, maand)
    gekozen = _gekozen(voorstel, regels)
    with transaction.atomic():
        sleutels = dict(zip(referenties(wie.organisatie, len(gekozen)), gekozen, strict=True))
        klaar = [_declaratieregel(regel, regels[regel.sleutel], ref) for ref, regel in sleutels.items()]
        bericht = _bericht(wie.organisatie, gemeente, maand, klaar)
        if not (toch and kan_toch(gemeente)):
            _toets_vooraf(wie, bericht, gemeente, klaar, {ref: regel.sleutel for ref, regel in sleutels.items()})
        ontvangen = _bied_aan(wie, bericht)
    return _verwerk(ontvangen)


def kan_toch(gemeente: Organisatie) -> bool:
    """Tell whether a provider may hand in what our check refuses: only where that municipality judges it here."""
    return gemeente.werkt_hier


def crediteer(wie: Wie, prestatie_id: int) -> Declaratie:
    """Take back a granted line: the same line as a credit, in a declaration of the last declared month (TR318)."""
    eis_indienen(wie)
    regel = (
        Prestatie.objects.filter(pk=prestatie_id, declaratie__in=zichtbare_declaraties(wie))
        .select_related("declaratie__gemeente", "toewijzing__kind")
        .first()
    )
    if regel is None:
        raise NietGevonden("Deze declaratieregel is er niet.")
    if regel.credit or regel.afgewezen or regel.toewijzing is None:
        raise Geweigerd("Je kunt alleen een toegekende debetregel crediteren.", grondslag="IV085")
    if regel.declaratie.staat == Declaratie.Staat.INGEDIEND:
        raise Geweigerd("De gemeente heeft deze regel nog niet beantwoord. Wacht op het antwoord.", grondslag="IV085")
    if Prestatie.objects.filter(
        declaratie__aanbieder=wie.organisatie, vorige_referentie=regel.referentie, retourcodes=[]
    ).exists():
        raise Geweigerd("Deze regel is al gecrediteerd.", grondslag="TR390")
    gemeente = regel.declaratie.gemeente
    laatste = Declaratie.objects.filter(aanbieder=wie.organisatie, gemeente=gemeente).order_by("-begindatum").first()
    maand = laatste.begindatum if laatste else regel.begindatum
    with transaction.atomic():
        (referentie,) = referenties(wie.organisatie, 1)
        credit = _creditregel(regel, regel.toewijzing.kind.bsn or "", referentie)
        ontvangen = _bied_aan(wie, _bericht(wie.organisatie, gemeente, maand, [credit]))
    return _verwerk(ontvangen)


def _gemeente(gemeente_id: UUID) -> Organisatie:
    gemeente = Organisatie.objects.filter(pk=gemeente_id, soort=Soort.GEMEENTE).first()
    if gemeente is None:
        raise NietGevonden("Deze gemeente is er niet.")
    return gemeente


def _eis_voorbij(maand: date) -> None:
    if laatste_dag(maand) >= vandaag():
        raise Geweigerd("Deze maand is nog niet voorbij. Declareer na de laatste dag van de maand.")


def _gekozen(voorstel: Concept, regels: Mapping[str, Ingevuld]) -> list[ConceptRegel]:
    """The lines that were filled in. A line that is not in the proposal any more is an error beside it."""
    bekend = {regel.sleutel: regel for regel in voorstel.alle}
    velden = {
        sleutel: "Deze regel is intussen al gedeclareerd of de hulp is gewijzigd. Laat hem leeg."
        for sleutel in regels
        if sleutel not in bekend
    }
    gekozen = [regel for sleutel, regel in bekend.items() if sleutel in regels]
    for regel in gekozen:
        invoer = regels[regel.sleutel]
        if regel.belemmering:
            velden[regel.sleutel] = regel.belemmering
        elif invoer.code and invoer.code not in regel.prijzen:
            velden[regel.sleutel] = "Dit product past niet bij de toewijzing. Kies een product uit de lijst."
        elif not invoer.code and len(regel.codes) > 1:
            velden[regel.sleutel] = "Kies welk product je hebt geleverd."
        elif invoer.volume < 1:
            velden[regel.sleutel] = "Vul een heel getal groter dan nul in, of laat het veld leeg."
    if velden:
        raise Geweigerd("Niet alle regels kloppen. Bij elke regel staat wat er moet gebeuren.", velden=velden)
    if not gekozen:
        raise Geweigerd("Vul bij minstens een regel in wat je hebt geleverd.")
    return gekozen


def _declaratieregel(regel: ConceptRegel, invoer: Ingevuld, referentie: str) -> Declaratieregel:
    code = invoer.code or regel.codes[0][0]
    geldt = regel.prijzen[code]
    tarief, bedrag = prijs(invoer.volume, regel.eenheid, geldt.centen, geldt.eenheid)
    return Declaratieregel(
        bsn=regel.toewijzing.kind.bsn or "",
        toewijzing_nummer=int(regel.toewijzing.nummer),
        categorie=regel.toewijzing.categorie or code[:2],
        code=code,
        begindatum=regel.begindatum,
        einddatum=regel.einddatum,
        volume=invoer.volume,
        eenheid=regel.eenheid,
        tarief=tarief,
        bedrag=bedrag,
        referentie=referentie,
    )


def _creditregel(regel: Prestatie, bsn: str, referentie: str) -> Declaratieregel:
    return Declaratieregel(
        bsn=bsn,
        toewijzing_nummer=int(regel.toewijzing_nummer),
        categorie=regel.categorie,
        code=regel.code,
        begindatum=regel.begindatum,
        einddatum=regel.einddatum,
        volume=regel.volume,
        eenheid=regel.eenheid,
        tarief=regel.tarief,
        bedrag=regel.bedrag,
        referentie=referentie,
        vorige_referentie=regel.referentie,
    )


def _bericht(
    aanbieder: Organisatie, gemeente: Organisatie, maand: date, regels: Sequence[Declaratieregel]
) -> jw323.Bericht:
    bericht = maak_jw323(
        regels,
        aanbieder=aanbieder.code or "",
        gemeente=gemeente.code or "",
        maand=maand,
        nummer=declaratienummer(aanbieder),
        dagtekening=vandaag(),
    )
    bericht.header.bericht_identificatie.identificatie = postbus.volgende_identificatie(aanbieder)
    return bericht


def _toets_vooraf(
    wie: Wie,
    bericht: jw323.Bericht,
    gemeente: Organisatie,
    regels: Sequence[Declaratieregel],
    sleutel_bij: Mapping[str, str],
) -> None:
    """Say before sending what the municipality would refuse, beside the line it is about."""
    bevindingen = [*ijw.lees(postbus.schrijf(bericht)).bevindingen]
    if not bevindingen:
        bevindingen = controleer(bericht, vul_dossier(bericht, wie.organisatie, gemeente), vandaag=vandaag())
    per_regel, algemeen = bevindingen_per_regel(regels, bevindingen)
    if not per_regel and not algemeen:
        return
    melding = " ".join(algemeen) or "De gemeente zal deze regels afwijzen. Verbeter ze, of dien ze toch in."
    raise Geweigerd(melding, velden={sleutel_bij[ref]: " ".join(teksten) for ref, teksten in per_regel.items()})


def _bied_aan(wie: Wie, bericht: jw323.Bericht) -> Bericht:
    ontvangen = postbus.ontvang(postbus.schrijf(bericht), kanaal="scherm", aangeboden_door=wie.organisatie)
    leg_vast(
        wie, "declaratie.ingediend", soort="bericht", onderwerp_id=ontvangen.pk,
        gegevens={"nummer": bericht.declaratie.declaratie_nummer},
    )  # fmt: skip
    return ontvangen


def _verwerk(ontvangen: Bericht) -> Declaratie:
    verwerkt = postbus.verwerk(ontvangen.pk)
    declaratie = Declaratie.objects.filter(bericht=verwerkt).first()
    if declaratie is None:
        meldingen = " ".join(bevinding.melding for bevinding in postbus.bevindingen_van(verwerkt))
        raise Geweigerd(f"De declaratie is als geheel afgekeurd. {meldingen}")
    return declaratie
