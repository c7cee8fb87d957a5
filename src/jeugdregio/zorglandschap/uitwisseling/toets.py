"""What a file would change, row by row against what is there, and everything that forbids it. Reads only."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jeugdregio.basis.geld import euro
from jeugdregio.organisaties.models import Deelname, Organisatie, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Contract, Plafond, Product, Tarief
from jeugdregio.zorglandschap.models.tarieven import ELEMENTEN
from jeugdregio.zorglandschap.opbouw import Periode, toets_opbouw, toets_periode
from jeugdregio.zorglandschap.pakken import niet_in_regio
from jeugdregio.zorglandschap.permissions import LEVERANCIERS, beheert_contract
from jeugdregio.zorglandschap.uitwisseling.lezen import Gelezen, Rij
from jeugdregio.zorglandschap.uitwisseling.vorm import CONTRACTEN, PLAFONDS, TARIEVEN, Bevinding

NIEUW, ANDERS, GELIJK = "nieuw", "anders", "gelijk"


@dataclass(frozen=True, slots=True)
class Verandering:
    """What one row does: new, other than now, or the same; `wat` says it in Dutch."""

    rij: Rij
    soort: str
    wat: str
    contract: Contract | None = None
    tarief: Tarief | None = None


@dataclass(slots=True)
class Voorstel:
    """All rows with what they do, and what forbids the whole."""

    veranderingen: list[Verandering] = field(default_factory=list)
    bevindingen: list[Bevinding] = field(default_factory=list)

    def aantal(self, soort: str) -> int:
        """Return how many rows are new, other or the same."""
        return sum(verandering.soort == soort for verandering in self.veranderingen)

    @property
    def verandert(self) -> list[Verandering]:
        """The rows that change something."""
        return [verandering for verandering in self.veranderingen if verandering.soort != GELIJK]


def toets(wie: Wie, gelezen: Gelezen) -> Voorstel:
    """Return what the rows of a file would change for this person, with everything that is wrong."""
    return _Toetser(wie, gelezen).voorstel


class _Toetser:
    """Holds what is there, fetched once, while the rows are judged. The number of queries does not grow with rows."""

    def __init__(self, wie: Wie, gelezen: Gelezen) -> None:
        self.wie = wie
        self.voorstel = Voorstel(bevindingen=list(gelezen.bevindingen))
        self.nieuwe = {rij.waarden["nummer"]: rij for rij in gelezen.van(CONTRACTEN)}
        nummers = {rij.waarden["nummer"] for rij in gelezen.rijen}
        self.contracten = {
            contract.nummer: contract
            for contract in Contract.objects.filter(nummer__in=nummers).select_related("perceel", "aanbieder")
            .prefetch_related("deelnames__gemeente", "plafonds__gemeente")
        }  # fmt: skip
        self.aanbieders = {o.code: o for o in Organisatie.objects.filter(soort__in=LEVERANCIERS)}
        self.gemeenten = {o.code: o for o in Organisatie.objects.filter(soort=Soort.GEMEENTE)}
        self.producten = {product.code: product for product in Product.objects.all()}
        self.leden: dict[Any, list[Deelname]] = defaultdict(list)
        for deelname in Deelname.objects.all():
            self.leden[deelname.organisatie_id].append(deelname)
        for rij in gelezen.van(CONTRACTEN):
            self._contract(rij)
        self._tarieven(gelezen.van(TARIEVEN))
        for rij in gelezen.van(PLAFONDS):
            self._plafond(rij)

    def _meld(self, rij: Rij, kolom: str, melding: str) -> None:
        self.voorstel.bevindingen.append(rij.bevinding(kolom, melding))

    def _beheerd(self, rij: Rij) -> bool:
        """Tell whether the contract of a row is there or in the file, and managed by this person; say so if not."""
        nummer = rij.waarden["nummer"]
        contract = self.contracten.get(nummer)
        if contract is not None and beheert_contract(self.wie, contract):
            return True
        if contract is None and nummer in self.nieuwe:
            return True
        # One sentence for both: whose contract it is, is nobody else's business.
        melding = "Dit contract ken ik niet, of je beheert het niet."
        self._meld(rij, "nummer", f"{melding} Zet het op het blad Contracten, of verbeter het nummer.")
        return False

    def _periode(self, nummer: str) -> Periode:
        """Return the days of a contract as the file would leave it."""
        if rij := self.nieuwe.get(nummer):
            return Periode(rij.waarden["van"], rij.waarden["tot"])
        contract = self.contracten[nummer]
        return Periode(contract.van, contract.tot)

    # Contracts

    def _contract(self, rij: Rij) -> None:
        w = rij.waarden
        fouten = len(self.voorstel.bevindingen)
        contract = self.contracten.get(w["nummer"])
        if contract is not None and not self._beheerd(rij):
            return
        if len(w["nummer"]) > 40:
            self._meld(rij, "nummer", "Een contractnummer heeft hoogstens 40 tekens. Maak het korter.")
        if len(w["perceel"]) > 200:
            self._meld(rij, "perceel", "Een perceel heeft hoogstens 200 tekens. Maak het korter.")
        if w["agb"] not in self.aanbieders:
            self._meld(rij, "agb", f"Ik ken geen aanbieder met AGB-code {w['agb']}. Verbeter de code.")
        if w["tot"] is not None and w["tot"] < w["van"]:
            self._meld(rij, "tot", "De einddatum ligt voor de begindatum. Verbeter een van de twee.")
        else:
            self._gemeenten(rij)
        if contract is not None:
            self._vast(rij, contract)
        if len(self.voorstel.bevindingen) == fouten:
            self._zeg_contract(rij, contract)

    def _gemeenten(self, rij: Rij) -> None:
        eigen = self.wie.organisatie
        for code in rij.waarden["gemeenten"]:
            gemeente = self.gemeenten.get(code)
            if gemeente is None:
                self._meld(rij, "gemeenten", f"Ik ken geen gemeente met code {code}. Verbeter de code.")
                continue
            if eigen.soort == Soort.GEMEENTE and gemeente != eigen:
                self._meld(rij, "gemeenten", f"Je kunt alleen voor {eigen.naam} een contract maken. Haal {code} weg.")
            contract = self.contracten.get(rij.waarden["nummer"])
            if contract is not None and gemeente in {d.gemeente for d in contract.deelnames.all()}:
                continue
            periode = Periode(rij.waarden["van"], rij.waarden["tot"])
            if reden := niet_in_regio(gemeente, periode, self.leden[gemeente.pk]):
                self._meld(rij, "gemeenten", reden)

    def _vast(self, rij: Rij, contract: Contract) -> None:
        """What of a contract that is there cannot change by import."""
        w = rij.waarden
        if w["agb"] in self.aanbieders and contract.aanbieder.code != w["agb"]:
            self._meld(rij, "agb", f"Contract {contract.nummer} is van een andere aanbieder. Gebruik een ander nummer.")
        if contract.van != w["van"]:
            melding = f"Het contract begint op {contract.van:%d-%m-%Y}; dat verandert niet meer. Zet die datum terug."
            self._meld(rij, "van", melding)
        weg = {d.gemeente.code for d in contract.deelnames.all()} - set(w["gemeenten"])
        if weg:
            codes = ", ".join(sorted(code or "" for code in weg))
            self._meld(rij, "gemeenten", f"Gemeente {codes} ontbreekt. Beëindig de deelname op het scherm.")

    def _zeg_contract(self, rij: Rij, contract: Contract | None) -> None:
        w = rij.waarden
        if contract is None:
            wat = f"Contract {w['nummer']} met {self.aanbieders[w['agb']].naam}, in concept"
            self.voorstel.veranderingen.append(Verandering(rij, NIEUW, wat))
            return
        oud = {d.gemeente.code for d in contract.deelnames.all()}
        delen = []
        if contract.perceel.naam != w["perceel"]:
            delen.append(f"perceel {contract.perceel} wordt {w['perceel']}")
        if contract.tot != w["tot"]:
            delen.append(f"einddatum {_dag(contract.tot)} wordt {_dag(w['tot'])}")
        delen += [f"{self.gemeenten[code].naam} doet mee" for code in w["gemeenten"] if code not in oud]
        self._zeg(rij, f"Contract {contract.nummer}", delen, contract=contract)

    def _zeg(
        self, rij: Rij, naam: str, delen: list[str], *, contract: Contract | None = None, tarief: Tarief | None = None
    ) -> None:
        soort, wat = (ANDERS, f"{naam}: {', '.join(delen)}") if delen else (GELIJK, naam)
        self.voorstel.veranderingen.append(Verandering(rij, soort, wat, contract, tarief))

    # Prices

    def _tarieven(self, rijen: list[Rij]) -> None:
        bestaand: dict[tuple[str, str], dict[date, Tarief]] = defaultdict(dict)
        tarieven = Tarief.objects.filter(contract__in=self.contracten.values()).select_related("product", "contract")
        for tarief in tarieven:
            bestaand[tarief.contract.nummer, tarief.product.code][tarief.van] = tarief
        per_product: dict[tuple[str, str], list[Rij]] = defaultdict(list)
        for rij in rijen:
            if self._beheerd(rij) and self._product(rij):
                # Without an end of its own a price holds as long as its contract.
                rij.waarden["tot"] = rij.waarden["tot"] or self._periode(rij.waarden["nummer"]).tot
                per_product[rij.waarden["nummer"], rij.waarden["product"]].append(rij)
        for sleutel, groep in per_product.items():
            self._tarieven_van_product(groep, bestaand[sleutel])

    def _product(self, rij: Rij) -> bool:
        if rij.waarden["product"] in self.producten:
            return True
        self._meld(rij, "product", "Dit product staat niet in de catalogus. Verbeter de code.")
        return False

    def _tarieven_van_product(self, rijen: list[Rij], bestaand: dict[date, Tarief]) -> None:
        in_bestand = {rij.waarden["van"] for rij in rijen}
        perioden = [Periode(t.van, t.tot) for van, t in bestaand.items() if van not in in_bestand]
        for rij in sorted(rijen, key=lambda rij: rij.waarden["van"]):
            w, oud = rij.waarden, bestaand.get(rij.waarden["van"])
            fouten = len(self.voorstel.bevindingen)
            periode = Periode(w["van"], w["tot"])
            bezwaren = toets_periode(periode, self._periode(w["nummer"]), perioden)
            if not _zelfde(rij, oud):
                elementen = {naam: w[naam] for naam in ELEMENTEN}
                bezwaren += toets_opbouw(w["centen"], elementen, w["toelichting"] or "")
            for bezwaar in bezwaren:
                self._meld(rij, bezwaar.veld, bezwaar.melding)
            perioden.append(periode)
            if len(self.voorstel.bevindingen) == fouten:
                self._zeg_tarief(rij, oud)

    def _zeg_tarief(self, rij: Rij, oud: Tarief | None) -> None:
        w = rij.waarden
        naam = f"Tarief {w['product']} in {w['nummer']}, {Periode(w['van'], w['tot'])}"
        if oud is None:
            self.voorstel.veranderingen.append(Verandering(rij, NIEUW, f"{naam}: {euro(w['centen'])}"))
            return
        delen = []
        if oud.centen != w["centen"]:
            delen.append(f"{euro(oud.centen)} wordt {euro(w['centen'])}")
        if oud.tot != w["tot"]:
            delen.append(f"einddatum {_dag(oud.tot)} wordt {_dag(w['tot'])}")
        if any(getattr(oud, element) != w[element] for element in ELEMENTEN):
            delen.append("andere opbouw" if oud.opbouw else "opbouw vastgelegd")
        if oud.toelichting != (w["toelichting"] or ""):
            delen.append("andere toelichting")
        self._zeg(rij, naam, delen, tarief=oud)

    # Ceilings

    def _plafond(self, rij: Rij) -> None:
        w = rij.waarden
        if not self._beheerd(rij):
            return
        periode = self._periode(w["nummer"])
        if w["jaar"] < periode.van.year or (periode.tot is not None and w["jaar"] > periode.tot.year):
            self._meld(rij, "jaar", f"Het contract loopt niet in {w['jaar']} ({periode}). Verbeter het jaar.")
            return
        if w["gemeente"] is not None and w["gemeente"] not in self._deelnemers(w["nummer"]):
            self._meld(rij, "gemeente", f"Gemeente {w['gemeente']} doet niet mee aan dit contract. Verbeter de code.")
            return
        contract = self.contracten.get(w["nummer"])
        oud = _plafond_van(contract, w["jaar"], w["gemeente"])
        voor = self.gemeenten[w["gemeente"]].naam if w["gemeente"] else "alle gemeenten samen"
        naam = f"Plafond {w['jaar']} in {w['nummer']} voor {voor}"
        if oud is None:
            self.voorstel.veranderingen.append(Verandering(rij, NIEUW, f"{naam}: {euro(w['centen'])}"))
            return
        anders = oud.centen != w["centen"]
        self._zeg(rij, naam, [f"{euro(oud.centen)} wordt {euro(w['centen'])}"] if anders else [])

    def _deelnemers(self, nummer: str) -> set[str]:
        contract, rij = self.contracten.get(nummer), self.nieuwe.get(nummer)
        codes = {d.gemeente.code or "" for d in contract.deelnames.all()} if contract else set()
        return codes | set(rij.waarden["gemeenten"] if rij else ())


def _zelfde(rij: Rij, oud: Tarief | None) -> bool:
    """Tell whether the price and its build-up are those that are there: an unknown build-up may stay unknown."""
    if oud is None or oud.centen != rij.waarden["centen"]:
        return False
    return all(getattr(oud, naam) == rij.waarden[naam] for naam in ELEMENTEN)


def _plafond_van(contract: Contract | None, jaar: int, gemeente: str | None) -> Plafond | None:
    plafonds: Iterable[Plafond] = contract.plafonds.all() if contract else ()
    for plafond in plafonds:
        if plafond.jaar == jaar and (plafond.gemeente.code if plafond.gemeente else None) == gemeente:
            return plafond
    return None


def _dag(dag: date | None) -> str:
    return f"{dag:%d-%m-%Y}" if dag else "geen"
