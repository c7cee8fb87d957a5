"""What the municipality tests before it answers a request: residence, contract, consent, and what holds here."""

from dataclasses import dataclass

from jeugdregio.afspraken.geldt import Normenset
from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.afwijking import in_woorden
from jeugdregio.toegang.maatregelen import als_recht, geldend
from jeugdregio.toegang.models import Gezagsdrager, Kind, Toestemming, Verzoek, VerzoekRegel, ZonderToestemming
from jeugdregio.zorglandschap.queries import contract_voor
from recht import Uitkomst
from recht.datum import datum_kort
from recht.stem import Antwoord, Maatregel, SoortMaatregel, Stem
from recht.toestemming import toestemming

RECHTER = "08"
# COD327: certified institution, court. Their help carries out a measure.
BINNEN_MAATREGEL = ("04", RECHTER)
# Who refers decides that help is needed; the municipality does not judge that again.
VERWIJZERS_MET_GRONDSLAG = {
    "02": "Jeugdwet 2.6 lid 1 onder e",
    "03": "Jeugdwet 2.6 lid 1 onder e",
    "05": "Jeugdwet 2.6 lid 1 onder e",
    "04": "Jeugdwet 3.5 lid 1 en 2.4 lid 2 onder b",
    "08": "Jeugdwet 2.4 lid 2 onder b",
}


@dataclass(frozen=True)
class Toets:
    """One test. `goed` is None when nobody knows yet or nothing has to be judged; `waarop` says what it rests on."""

    naam: str
    uitkomst: str
    goed: bool | None
    waarop: str
    grondslag: str


def toetsen_voor(verzoek: Verzoek) -> tuple[Toets, ...]:
    """Return the tests of a request in the order in which they are read."""
    regels = list(verzoek.regels.all())
    if verzoek.soort == Verzoek.Soort.WIJZIGING:
        return (*_persoon(verzoek), _woonplaats(verzoek.kind), _toestemming(verzoek))
    contracten = (_contract(verzoek, regel) for regel in regels)
    return (*_persoon(verzoek), _woonplaats(verzoek.kind), *contracten, _toestemming(verzoek), *_geldt(verzoek, regels))


def _persoon(verzoek: Verzoek) -> tuple[Toets, ...]:
    """Only when the request describes another child than the file behind its BSN."""
    if not verzoek.afwijkend:
        return ()
    anders = " en ".join(verzoek.afwijkend)
    return (Toets("Is dit het kind?", f"Anders dan in het dossier: {anders}", False, in_woorden(verzoek), "AVG 5"),)


def _woonplaats(kind: Kind) -> Toets:
    grondslag = "Jeugdwet 1.1, woonplaats"
    if kind.woonplaats_sinds is None and kind.woonplaats_bron:
        return Toets("Woonplaats", "Andere gemeente", False, kind.woonplaats_bron, grondslag)
    if kind.woonplaats_sinds is None:
        waarop = "Kijk in de basisregistratie waar het kind woont."
        return Toets("Woonplaats", "Nog niet nagekeken", None, waarop, grondslag)
    sinds = f"{kind.gemeente.naam}, sinds {datum_kort(kind.woonplaats_sinds)}"
    return Toets("Woonplaats", sinds, True, kind.woonplaats_bron, grondslag)


def _contract(verzoek: Verzoek, regel: VerzoekRegel) -> Toets:
    naam = f"Contract voor {regel.code or regel.categorie or 'generiek budget'}"
    if not regel.code:
        return Toets(naam, "Niet per product te toetsen", None, "Het verzoek noemt geen productcode.", "Contract")
    uitkomst = contract_voor(verzoek.aanbieder, verzoek.gemeente, regel.code, regel.ingangsdatum)
    return Toets(naam, "Ja" if uitkomst.goed else "Nee", uitkomst.goed, uitkomst.uitleg, "Contract")


def _toestemming(verzoek: Verzoek) -> Toets:
    uitkomst = toestemming_nu(verzoek.kind, verzoek)
    oordeel = uitkomst.waarde
    waarop = " ".join(stap.tekst for stap in uitkomst.stappen)
    if uitkomst.ontbreekt and not oordeel.mag_starten:
        waarop = f"Nog nodig: {'; '.join(uitkomst.ontbreekt)}. {waarop}"
    goed = True if oordeel.mag_starten else (False if oordeel.geweigerd else None)
    return Toets("Toestemming", oordeel.status.value.capitalize(), goed, waarop, uitkomst.grondslag)


def _geldt(verzoek: Verzoek, regels: list[VerzoekRegel]) -> tuple[Toets, ...]:
    gevraagd = [("toets_bij_verwijzing", "")]
    gevraagd += [("zonder_contract", r.code) for r in regels if not contract_goed(verzoek, r)]
    normen = Normenset(["toets_bij_verwijzing", "zonder_contract"], [verzoek.gemeente], vandaag())
    alle = [normen.antwoord(vraag, verzoek.gemeente, code) for vraag, code in gevraagd]
    antwoorden = list({(a.vraag, a.stappen): a for a in alle}.values())  # two products, one answer: shown once
    return tuple(
        Toets(
            "Wat geldt hier" + (" (betwist)" if a.betwist else ""), a.antwoord, None, " ".join(a.stappen),
            f"{a.norm.bron}, {a.norm.plaats}" if a.norm else "",
        )
        for a in antwoorden
    )  # fmt: skip


def contract_goed(verzoek: Verzoek, regel: VerzoekRegel) -> bool:
    """Tell whether there is a contract with a price for this line; True when it names no product."""
    if not regel.code:
        return True
    return contract_voor(verzoek.aanbieder, verzoek.gemeente, regel.code, regel.ingangsdatum).goed


def toestemming_nu(kind: Kind, verzoek: Verzoek | None = None) -> Uitkomst:
    """Judge today whether help may start as far as consent goes (recht.toestemming).

    People with authority are called by their relation ("moeder"); two with the same relation get a number. A
    request brings its recorded exception (Jeugdwet 7.3.4 lid 2, 7.3.15, 7.3.16) or measure of the court.
    """
    dragers = [d for d in kind.gezagsdragers.all() if d.heeft_gezag_op(vandaag())]
    namen = _namen(dragers)
    stemmen = tuple(stem for antwoord in kind.toestemmingen.all() for stem in _stemmen(antwoord, namen))
    grond = verzoek.zonder_toestemming_grond if verzoek else ""
    reden = verzoek.zonder_toestemming_reden if verzoek else ""
    return toestemming(
        min(kind.geboortedatum, vandaag()),  # an unborn child counts as born (BW 1:2)
        vandaag(),
        tuple(namen.values()),
        stemmen,
        maatregel=_maatregel(kind, verzoek),
        ernstig_nadeel=reden if grond == ZonderToestemming.ERNSTIG_NADEEL else "",
        weloverwogen=reden if grond == ZonderToestemming.WELOVERWOGEN else "",
        spoed=reden if grond == ZonderToestemming.SPOED else "",
        niet_ingrijpend=reden if grond == ZonderToestemming.NIET_INGRIJPEND else "",
    )


def _maatregel(kind: Kind, verzoek: Verzoek | None) -> Maatregel | None:
    """The measure in force today that this help carries out; one ground of the file where it was not recorded."""
    if verzoek is None or any(r.verwijzer_type in BINNEN_MAATREGEL for r in verzoek.regels.all()):
        geldt = geldend(kind.maatregelen.all(), vandaag())
        if geldt:
            return als_recht(geldt[0])
    if verzoek and verzoek.zonder_toestemming_grond == ZonderToestemming.MAATREGEL:
        return Maatregel(SoortMaatregel.BESCHERMING, verzoek.ontvangen_op)
    return None


def _stemmen(antwoord: Toestemming, namen: dict[object, str]) -> list[Stem]:
    """A withdrawn yes is a no from that day on: help may not rest on an older yes either."""
    wie = namen.get(antwoord.gezagsdrager_id) if antwoord.gezagsdrager_id else "kind"
    if wie is None:
        return []
    gegeven = Stem(wie, Antwoord(antwoord.antwoord), antwoord.op)
    if antwoord.ingetrokken_op is None:
        return [gegeven]
    # The newest answer of a day must come first: recht takes the first of the latest day.
    return [Stem(wie, Antwoord.NEE, antwoord.ingetrokken_op), gegeven]


def _namen(dragers: list[Gezagsdrager]) -> dict[object, str]:
    namen: dict[object, str] = {}
    for drager in dragers:
        zelfde = sum(1 for naam in namen.values() if naam.split(" (")[0] == drager.relatie)
        namen[drager.pk] = f"{drager.relatie} ({zelfde + 1})" if zelfde else drager.relatie
    return namen
