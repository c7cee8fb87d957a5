"""From what a provider fills in to a JW323, and from a path in a finding back to the line."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ijw.berichten import jw323
from ijw.berichten.basis import BedragMetDC, BerichtIdentificatie, GeslotenPeriode, Referentie
from ijw.bevinding import Bevinding
from ijw.declaratie import EIGEN_XSD_VERSIE, als_totaal, met_teken
from ijw.eenheden import EURO, MINUUT, UUR, laatste_dag

_REGEL = re.compile(r"/Bericht/Declaratie/Clienten/Client\[(\d{1,6})\](?:/Prestaties/Prestatie\[(\d{1,6})\])?")


@dataclass(frozen=True, slots=True)
class Declaratieregel:
    """A line to declare, ready for the message. `tarief` and `bedrag` in cents; `bedrag` positive, also a credit."""

    bsn: str
    toewijzing_nummer: int
    categorie: str
    code: str
    begindatum: date
    einddatum: date
    volume: int
    eenheid: str
    tarief: int | None
    bedrag: int
    referentie: str
    vorige_referentie: str | None = None

    @property
    def credit(self) -> bool:
        """True when the line takes back an earlier one."""
        return self.vorige_referentie is not None


def prijs(volume: int, eenheid: str, centen: int, per: str) -> tuple[int | None, int]:
    """Return tariff and amount of a line in cents, given a price of `centen` per unit `per` (TR346, IV081).

    Minutes under an hourly price are rounded once, at the end. Euro lines (unit 83) have no tariff.
    """
    if eenheid == EURO:
        return None, volume
    if eenheid == MINUUT and per == UUR:
        return (centen + 30) // 60, (centen * volume + 30) // 60
    return centen, centen * volume


def maak_jw323(
    regels: Sequence[Declaratieregel], *, aanbieder: str, gemeente: str, maand: date, nummer: str, dagtekening: date
) -> jw323.Bericht:
    """Return the declaration of a month. `aanbieder` is an AGB code, `gemeente` a CBS code."""
    periode = GeslotenPeriode(begindatum=maand.replace(day=1), einddatum=laatste_dag(maand))
    clienten = tuple(
        jw323.Client(bsn=bsn, prestaties=tuple(_prestatie(regel) for regel in van_kind))
        for bsn, van_kind in per_client(regels)
    )
    totaal = sum(met_teken(prestatie.ingediend_bedrag) for client in clienten for prestatie in client.prestaties)
    return jw323.Bericht(
        header=jw323.Header(
            bericht_code=jw323.Bericht.CODE,
            bericht_versie=3,
            bericht_subversie=2,
            afzender=aanbieder,
            ontvanger=gemeente,
            bericht_identificatie=BerichtIdentificatie(identificatie=nummer, dagtekening=dagtekening),
            xsd_versie=EIGEN_XSD_VERSIE,
        ),
        declaratie=jw323.Declaratie(
            declaratie_nummer=nummer,
            declaratie_periode=periode,
            declaratie_dagtekening=dagtekening,
            totaal_ingediend_bedrag=als_totaal(totaal),
            clienten=clienten,
        ),
    )


def per_client(regels: Iterable[Declaratieregel]) -> list[tuple[str, list[Declaratieregel]]]:
    """Return the lines grouped by child, in the order of the message."""
    groepen: dict[str, list[Declaratieregel]] = {}
    for regel in regels:
        groepen.setdefault(regel.bsn, []).append(regel)
    return list(groepen.items())


def bevindingen_per_regel(
    regels: Sequence[Declaratieregel], bevindingen: Iterable[Bevinding]
) -> tuple[dict[str, list[str]], list[str]]:
    """Return the messages of findings by reference of the line, and those about the declaration as a whole."""
    groepen = per_client(regels)
    per_regel: dict[str, list[str]] = {}
    algemeen = []
    for bevinding in bevindingen:
        plaats = _REGEL.match(bevinding.pad)
        if plaats is None:
            algemeen.append(bevinding.melding)
            continue
        van_kind = groepen[int(plaats[1]) - 1][1]
        geraakt = [van_kind[int(plaats[2]) - 1]] if plaats[2] else van_kind
        for regel in geraakt:
            per_regel.setdefault(regel.referentie, []).append(bevinding.melding)
    return per_regel, algemeen


def _prestatie(regel: Declaratieregel) -> jw323.Prestatie:
    return jw323.Prestatie(
        product_referentie=Referentie(
            referentie_nummer=regel.referentie, vorig_referentie_nummer=regel.vorige_referentie
        ),
        toewijzing_nummer=regel.toewijzing_nummer,
        product_categorie=regel.categorie,
        product_code=regel.code,
        product_periode=GeslotenPeriode(begindatum=regel.begindatum, einddatum=regel.einddatum),
        geleverd_volume=regel.volume,
        eenheid=regel.eenheid,
        product_tarief=regel.tarief,
        ingediend_bedrag=BedragMetDC(bedrag=regel.bedrag, debet_credit="C" if regel.credit else "D"),
    )
