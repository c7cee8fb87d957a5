"""Loading families with their requests, assignments and deliveries, and the messages behind them."""

from collections import Counter
from datetime import date, timedelta
from functools import cache
from random import Random

from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.demo.berichten import Postvak, verzoekbericht
from jeugdregio.demo.bevolking import Jeugdige, verjaardag
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.mensen import Persoon
from jeugdregio.demo.opslag import Opslag, moment
from jeugdregio.demo.toeval import toeval
from jeugdregio.demo.trajecten import Opdracht, werkdagen_terug
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.toegang import messages
from jeugdregio.toegang.models import Gezagsdrager, Kind, Levering, Toestemming, Toewijzing, Verzoek, VerzoekRegel
from recht import keten

MEEBESLISSEN = 12
MOTIVERING = {
    "3": "De regio heeft geen contract met deze aanbieder; het gesprek over een andere aanbieder loopt.",
    "6": "Voor dezelfde hulp loopt al een toewijzing.",
    "8": "Het kind hoort volgens het woonplaatsbeginsel bij een andere gemeente.",
}
ANDERE_GEMEENTE = "0050"
REEKS_KIND, REEKS_VERZOEK = "K", "V"


class Hulplader:
    """Turns youths and assignments into rows and, from `berichten_van` on, the messages behind them.

    A request rests on its message, so before that day there are assignments without their request.
    """

    def __init__(self, opslag: Opslag, register: Register, zaad: int, berichten_van: date) -> None:
        self._opslag, self._register, self._van = opslag, register, berichten_van
        self._bron = toeval(zaad, "laden")
        self.postvak = Postvak(opslag)
        self.reeksen: Counter[str] = Counter()
        self.kinderen: list[Kind] = []
        self.toewijzingen: dict[tuple[str, int], Toewijzing] = {}

    def kenmerk(self, letter: str, jaar: int) -> str:
        """Return the next file number of a year, as the application gives them."""
        reeks = f"{letter}:{jaar}"
        self.reeksen[reeks] += 1
        return f"{letter}-{jaar}-{self.reeksen[reeks]:05d}"

    def kind(self, jeugdige: Jeugdige, persoon: Persoon, eerste: date) -> None:
        """Store a child, its family and their consent."""
        gemeente = self._register.op_code[jeugdige.gemeente]
        kind = self._opslag.bij(
            Kind(
                kenmerk=self.kenmerk(REEKS_KIND, eerste.year), bsn=persoon.bsn,
                bsn_zoek=zoeksleutel(persoon.bsn) if persoon.bsn else None, geboortedatum=jeugdige.geboortedatum,
                geslacht=jeugdige.geslacht, achternaam=persoon.achternaam, voorvoegsel=persoon.voorvoegsel,
                voornamen=persoon.voornaam, voorletters=persoon.voorletters, gemeente=gemeente,
                woonplaats_sinds=max(jeugdige.geboortedatum, eerste - timedelta(days=self._bron.randint(200, 3000))),
                woonplaats_bron="basisregistratie personen", straatnaam=persoon.straat, huisnummer=persoon.huisnummer,
                postcode=persoon.postcode, plaatsnaam=gemeente.naam, aangemaakt_op=moment(eerste),
            )
        )  # fmt: skip
        self.kinderen.append(kind)
        for gezag in persoon.gezag:
            drager = self._opslag.bij(Gezagsdrager(kind=kind, naam=gezag.naam, relatie=gezag.relatie))
            self._toestemming(kind, drager, eerste)
        if verjaardag(jeugdige.geboortedatum, MEEBESLISSEN) <= eerste:
            self._toestemming(kind, None, eerste)

    def _toestemming(self, kind: Kind, drager: Gezagsdrager | None, op: date) -> None:
        op = max(op, kind.geboortedatum)
        self._opslag.bij(
            Toestemming(kind=kind, gezagsdrager=drager, antwoord="ja", op=op, vastgelegd_op=moment(op, 11))
        )

    def opdracht(self, opdracht: Opdracht) -> None:
        """Store an assignment (or a refused request), its delivery and the messages of the window."""
        kind = self.kinderen[opdracht.kind]
        aanbieder = self._register.op_code[opdracht.agb]
        met_berichten = kind.bsn is not None
        regel = None
        if opdracht.verzocht_op and opdracht.verzocht_op >= self._van and met_berichten:
            regel = self._verzoek(opdracht, kind, aanbieder)
        if opdracht.afwijzing:
            return
        toewijzing = self._toewijzing(opdracht, kind, aanbieder, regel)
        if met_berichten and opdracht.toegewezen_op >= self._van:
            inhoud = messages.toewijzingsbericht(
                kind, [toewijzing], identificatie=self.postvak.nummer(), dagtekening=opdracht.toegewezen_op
            )
            toewijzing.bericht = self.postvak.uit_met_retour(inhoud, kind.gemeente, aanbieder, opdracht.toegewezen_op)
        self._opslag.bij(toewijzing)
        self.toewijzingen[opdracht.gemeente, opdracht.nummer] = toewijzing
        if opdracht.start:
            self._levering(opdracht, toewijzing, opdracht.start, met_berichten=met_berichten)

    def _verzoek(self, opdracht: Opdracht, kind: Kind, aanbieder: Organisatie) -> VerzoekRegel:
        op = opdracht.verzocht_op or opdracht.toegewezen_op
        aanbod = opdracht.aanbod
        naam, code = verwijzer(opdracht.verwijzer, self._bron)
        regel = VerzoekRegel(
            referentie_aanbieder=opdracht.referentie, categorie=aanbod.categorie, code=aanbod.code,
            ingangsdatum=opdracht.ingang, einddatum=opdracht.einde, volume=opdracht.volume, eenheid=aanbod.eenheid,
            frequentie=aanbod.frequentie, verwijzer_type=opdracht.verwijzer, verwijzer_naam=naam, verwijzer_code=code,
            raamcontract=opdracht.afwijzing != "3", staat="afgewezen" if opdracht.afwijzing else "toegewezen",
            besloten_op=moment(opdracht.toegewezen_op, 15), reden_afwijzing=opdracht.afwijzing,
            motivering=MOTIVERING.get(opdracht.afwijzing, ""),
        )  # fmt: skip
        inhoud = verzoekbericht(
            kind, regel, aanbieder, kind.gemeente, identificatie=self.postvak.nummer(), dagtekening=op
        )
        regel.verzoek = self._opslag.bij(
            Verzoek(
                kenmerk=self.kenmerk(REEKS_VERZOEK, op.year), kind=kind, gemeente=kind.gemeente, aanbieder=aanbieder,
                bericht=self.postvak.in_met_retour(inhoud, aanbieder, kind.gemeente, op), ontvangen_op=op,
                antwoord_uiterlijk=antwoord_uiterlijk(op), gezagsdrager_bekend=True,
            )
        )  # fmt: skip
        if opdracht.onderzoek_op and opdracht.onderzoek_op >= op:
            self._antwoord(regel, aanbieder, opdracht.onderzoek_op, messages.IN_ONDERZOEK)
        if opdracht.afwijzing:
            self._antwoord(regel, aanbieder, opdracht.toegewezen_op, messages.AFGEWEZEN)
        return self._opslag.bij(regel)

    def _antwoord(self, regel: VerzoekRegel, aanbieder: Organisatie, dag: date, antwoord: str) -> None:
        gemeente = regel.verzoek.gemeente
        reden = regel.reden_afwijzing if antwoord == messages.AFGEWEZEN else ""
        inhoud = messages.antwoordbericht(
            regel, gemeente, aanbieder, antwoord=antwoord, reden=reden,
            andere_gemeente=ANDERE_GEMEENTE if reden == messages.WOONPLAATSBEGINSEL else "",
            identificatie=self.postvak.nummer(), dagtekening=dag,
        )  # fmt: skip
        self.postvak.uit_met_retour(inhoud, gemeente, aanbieder, dag)

    def _toewijzing(
        self, opdracht: Opdracht, kind: Kind, aanbieder: Organisatie, regel: VerzoekRegel | None
    ) -> Toewijzing:
        aanbod = opdracht.aanbod
        return Toewijzing(
            nummer=str(opdracht.nummer), kind=kind, gemeente=kind.gemeente, aanbieder=aanbieder, verzoek_regel=regel,
            referentie_aanbieder=regel.referentie_aanbieder if regel else "", categorie=aanbod.categorie,
            code=aanbod.code, toegewezen_op=moment(opdracht.toegewezen_op, 15), ingangsdatum=opdracht.ingang,
            einddatum=opdracht.einde, volume=opdracht.volume, eenheid=aanbod.eenheid, frequentie=aanbod.frequentie,
        )  # fmt: skip

    def _levering(self, opdracht: Opdracht, toewijzing: Toewijzing, start: date, *, met_berichten: bool) -> None:
        levering = Levering(
            toewijzing=toewijzing, begindatum=start, einddatum=opdracht.stop,
            reden_beeindiging=opdracht.reden_einde,
        )  # fmt: skip
        van, aan, nummer = toewijzing.aanbieder, toewijzing.gemeente, self.postvak.nummer
        dag = opdracht.start_gemeld
        if met_berichten and dag and dag >= self._van:
            inhoud = messages.startbericht(toewijzing, start, identificatie=nummer(), dagtekening=dag)
            levering.startbericht = self.postvak.in_met_retour(inhoud, van, aan, dag)
        dag = opdracht.stop_gemeld
        if met_berichten and opdracht.stop and dag and dag >= self._van:
            stop = messages.stopbericht(
                levering, opdracht.stop, opdracht.reden_einde, identificatie=nummer(), dagtekening=dag
            )
            levering.stopbericht = self.postvak.in_met_retour(stop, van, aan, dag)
        self._opslag.bij(levering)


@cache
def antwoord_uiterlijk(ontvangen: date) -> date:
    """Return the last day to answer a request; the rule is `recht.keten.antwoord`."""
    datum = keten.antwoord(ontvangen).datum
    if datum is None:
        raise ValueError(f"Geen antwoorddatum bij {ontvangen}.")
    return datum


def verwijzer(soort: str, bron: Random) -> tuple[str, str]:
    """Return name and AGB code of a referrer: one of the two (CD066, CD067, CD068)."""
    if soort in {"02", "05"} and bron.random() < 0.6:
        return "", f"{'01' if soort == '02' else '03'}9{bron.randint(10000, 10400)}"
    namen = {
        "02": f"Huisartsenpraktijk {bron.choice(('De Wierde', 'Zilverpark', 'Kamperfoelie', 'De Botter'))}",
        "03": "Jeugdgezondheidszorg", "04": "Gecertificeerde instelling", "05": "Kinderarts", "08": "Rechtbank",
    }  # fmt: skip
    return namen.get(soort, ""), ""


def eerste_dagen(opdrachten: list[Opdracht]) -> dict[int, date]:
    """Return per child the day its file began: shortly before its first assignment or request in the window."""
    eerste: dict[int, date] = {}
    for opdracht in opdrachten:
        dag = opdracht.verzocht_op or werkdagen_terug(opdracht.toegewezen_op, 3)
        eerste[opdracht.kind] = min(dag, eerste.get(opdracht.kind, dag))
    return eerste
