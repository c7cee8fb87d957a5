"""What the municipality tests before it answers a request: residence, contract, consent, and what holds here."""

from collections.abc import Sequence
from dataclasses import dataclass

from jeugdregio.afspraken.geldt import Normenset
from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.afwijking import in_woorden
from jeugdregio.toegang.models import GevraagdeWijziging, Kind, Verzoek, VerzoekRegel
from jeugdregio.toegang.poort import TeStarten, oordelen
from jeugdregio.zorglandschap.queries import contract_voor
from recht import Uitkomst
from recht.datum import datum_kort

RECHTER = "08"
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
        return (*_persoon(verzoek), _woonplaats(verzoek.kind), *_bij_wijziging(verzoek))
    contracten = (_contract(verzoek, regel) for regel in regels)
    return (*_persoon(verzoek), _woonplaats(verzoek.kind), *contracten,
            *_toestemmingen(verzoek, sorted({regel.code for regel in regels})), *_geldt(verzoek, regels))  # fmt: skip


def _bij_wijziging(verzoek: Verzoek) -> tuple[Toets, ...]:
    nieuw = verzoek.wijzigingen.filter(soort=GevraagdeWijziging.Soort.NIEUW).values_list("code", flat=True)
    if codes := sorted(set(nieuw)):
        return _toestemmingen(verzoek, codes)
    waarop = "Het verzoek verandert hulp die al loopt; daarvoor is eerder toestemming gegeven."
    return (Toets("Toestemming", "Niet opnieuw nodig", True, waarop, "Jeugdwet 7.3.4"),)


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


def _toestemmingen(verzoek: Verzoek, codes: Sequence[str]) -> tuple[Toets, ...]:
    """One test per product: a yes to one help is no yes to another. Products judged alike are shown once."""
    uitkomsten = oordelen(verzoek.kind, [TeStarten(code, verzoek) for code in codes])
    if all(uitkomst == uitkomsten[0] for uitkomst in uitkomsten):
        return tuple(_toestemming("Toestemming", uitkomst) for uitkomst in uitkomsten[:1])
    paren = zip(codes, uitkomsten, strict=True)
    return tuple(_toestemming(f"Toestemming voor {code or 'budget'}", uitkomst) for code, uitkomst in paren)


def _toestemming(naam: str, uitkomst: Uitkomst) -> Toets:
    oordeel = uitkomst.waarde
    waarop = " ".join(stap.tekst for stap in uitkomst.stappen)
    if uitkomst.ontbreekt and not oordeel.mag_starten:
        waarop = f"Nog nodig: {'; '.join(uitkomst.ontbreekt)}. {waarop}"
    goed = True if oordeel.mag_starten else (False if oordeel.geweigerd else None)
    return Toets(naam, oordeel.status.value.capitalize(), goed, waarop, uitkomst.grondslag)


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
