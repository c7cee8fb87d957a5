"""Loading declarations with their lines and messages. Older ones are paid; the newest wait for somebody."""

from datetime import date, timedelta

from ijw.berichten import jw323, jw325
from ijw.bevinding import Bevinding
from ijw.declaratie import maak_antwoord
from ijw.eenheden import hoeveelheid
from ijw.omvang import Periode, toegestaan
from jeugdregio.demo.declaraties import Declaratie as Bron
from jeugdregio.demo.declaraties import Regel
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.laden_hulp import Hulplader
from jeugdregio.demo.opslag import Opslag, moment
from jeugdregio.demo.toeval import toeval
from jeugdregio.financien.boeken import boek
from jeugdregio.financien.messages import Declaratieregel, maak_jw323
from jeugdregio.financien.models import Declaratie, Prestatie
from recht.keten import declaratieantwoord

OPEN_DAGEN = 35
NOG_OPEN = 0.05  # of the declarations of the month before that: beyond the term of payment
MELDING = {
    "9321": ("TR321", "Het volume is hoger dan er in deze periode past bij de toewijzing. Verlaag het volume."),
    "0611": ("TR418", "Het tarief is niet dat van het contract. Gebruik het tarief van het contract."),
}


class Geldlader:
    """Turns declarations into rows and messages."""

    def __init__(self, opslag: Opslag, register: Register, hulp: Hulplader, zaad: int, vandaag: date) -> None:
        self._opslag, self._register, self._hulp, self._vandaag = opslag, register, hulp, vandaag
        self._bron = toeval(zaad, "geld")
        self._wachtend: list[tuple[Bron, list[Regel]]] = []

    def declaratie(self, declaratie: Bron) -> None:
        """Store a declaration that was handled, or keep it for `boek_wachtende`."""
        dagen = (self._vandaag - declaratie.ontvangen_op).days
        regels = _per_kind(declaratie.regels)
        if dagen <= OPEN_DAGEN or (dagen <= 2 * OPEN_DAGEN and self._bron.random() < NOG_OPEN):
            self._wachtend.append((declaratie, regels))
            return
        self._bulk(declaratie, regels)

    def boek_wachtende(self) -> int:
        """Book the newest declarations by the application's own act, so that their turns open; return how many."""
        for declaratie, regels in self._wachtend:
            aanbieder, gemeente = self._register.op_code[declaratie.agb], self._register.op_code[declaratie.gemeente]
            bericht = self._bericht(declaratie, regels)
            bevindingen = _bevindingen(regels)
            heen = self._hulp.postvak.ontvangen(
                bericht, aanbieder, gemeente, declaratie.ontvangen_op, bevindingen=bevindingen
            )
            antwoord = self._antwoord(bericht, bevindingen, declaratie.ontvangen_op)
            self._hulp.postvak.verzonden(antwoord, gemeente, aanbieder, declaratie.ontvangen_op, antwoord_op=heen.pk)
            self._opslag.schrijf()
            boek(bericht, heen, aanbieder, gemeente, bevindingen)
        return len(self._wachtend)

    def _bulk(self, declaratie: Bron, regels: list[Regel]) -> None:
        aanbieder, gemeente = self._register.op_code[declaratie.agb], self._register.op_code[declaratie.gemeente]
        op = declaratie.ontvangen_op
        bericht = self._bericht(declaratie, regels)
        bevindingen = _bevindingen(regels)
        heen = self._hulp.postvak.ontvangen(bericht, aanbieder, gemeente, op, bevindingen=bevindingen)
        antwoord = self._antwoord(bericht, bevindingen, op)
        self._hulp.postvak.verzonden(antwoord, gemeente, aanbieder, op, antwoord_op=heen.pk)
        rij = self._opslag.bij(
            Declaratie(
                bericht=heen, aanbieder=aanbieder, gemeente=gemeente, nummer=declaratie.nummer,
                begindatum=declaratie.begin, einddatum=declaratie.einde, ontvangen_op=op,
                antwoord_uiterlijk=declaratieantwoord(op).datum or op, ingediend=sum(r.bedrag for r in regels),
                toegekend=sum(r.toegekend for r in regels), staat=Declaratie.Staat.BETAALBAAR,
                betaalbaar_op=moment(min(op + timedelta(days=self._bron.randint(1, 25)), self._vandaag), 14),
            )
        )  # fmt: skip
        self._opslag.alle(self._prestatie(rij, regel) for regel in regels)

    def _prestatie(self, declaratie: Declaratie, regel: Regel) -> Prestatie:
        opdracht = regel.opdracht
        meldingen = (
            [{"regel": MELDING[regel.fout][0], "retourcode": regel.fout, "melding": _melding(regel)}]
            if regel.fout
            else []
        )
        return Prestatie(
            declaratie=declaratie, toewijzing=self._hulp.toewijzingen[opdracht.gemeente, opdracht.nummer],
            toewijzing_nummer=str(opdracht.nummer), referentie=regel.referentie, vorige_referentie=regel.vorige,
            categorie=opdracht.aanbod.categorie, code=opdracht.product, begindatum=regel.begin, einddatum=regel.einde,
            volume=regel.volume, eenheid=opdracht.aanbod.eenheid, tarief=regel.tarief, bedrag=regel.bedrag,
            toegekend=regel.toegekend, retourcodes=[regel.fout] if regel.fout else [], meldingen=meldingen,
        )  # fmt: skip

    def _bericht(self, declaratie: Bron, regels: list[Regel]) -> jw323.Bericht:
        return maak_jw323(
            [self._regel(regel) for regel in regels], aanbieder=declaratie.agb, gemeente=declaratie.gemeente,
            maand=declaratie.begin, nummer=declaratie.nummer, dagtekening=declaratie.ontvangen_op,
        )  # fmt: skip

    def _regel(self, regel: Regel) -> Declaratieregel:
        opdracht = regel.opdracht
        return Declaratieregel(
            bsn=self._hulp.kinderen[opdracht.kind].bsn or "", toewijzing_nummer=opdracht.nummer,
            categorie=opdracht.aanbod.categorie, code=opdracht.product, begindatum=regel.begin, einddatum=regel.einde,
            volume=regel.volume, eenheid=opdracht.aanbod.eenheid, tarief=regel.tarief, bedrag=abs(regel.bedrag),
            referentie=regel.referentie, vorige_referentie=regel.vorige or None,
        )  # fmt: skip

    def _antwoord(self, bericht: jw323.Bericht, bevindingen: list[Bevinding], dag: date) -> jw325.Bericht:
        return maak_antwoord(bericht, bevindingen, identificatie=self._hulp.postvak.nummer(), dagtekening=dag)


def _per_kind(regels: list[Regel]) -> list[Regel]:
    """Put the lines of one child together, as the message has them."""
    groepen: dict[int, list[Regel]] = {}
    for regel in regels:
        groepen.setdefault(regel.opdracht.kind, []).append(regel)
    return [regel for groep in groepen.values() for regel in groep]


def _melding(regel: Regel) -> str:
    """What is wrong with a line; with the sum where it asks for more than fits."""
    vast = MELDING[regel.fout][1]
    opdracht, eenheid = regel.opdracht, regel.opdracht.aanbod.eenheid
    if regel.fout != "9321":
        return vast
    periode = Periode(regel.begin, regel.einde)
    past = toegestaan(
        opdracht.volume, eenheid, opdracht.aanbod.frequentie, periode, Periode(opdracht.ingang, opdracht.einde)
    )
    if past.aantal is None or regel.volume <= past.aantal:
        return vast
    te_veel = hoeveelheid(regel.volume - past.aantal, eenheid)
    return (
        f"{hoeveelheid(regel.volume, eenheid)} gedeclareerd in {periode}, ten hoogste {past.tekst} past: "
        f"{te_veel} te veel. {' '.join(past.stappen)}"
    )


def _bevindingen(regels: list[Regel]) -> list[Bevinding]:
    """Return what is wrong with the lines, by their place in the message; `regels` stand per child."""
    gevonden, client, prestatie, vorig = [], 0, 0, -1
    for regel in regels:
        if regel.opdracht.kind != vorig:
            client, prestatie, vorig = client + 1, 0, regel.opdracht.kind
        prestatie += 1
        if regel.fout:
            code, melding = MELDING[regel.fout][0], _melding(regel)
            pad = f"/Bericht/Declaratie/Clienten/Client[{client}]/Prestaties/Prestatie[{prestatie}]"
            gevonden.append(Bevinding(3 if code == "TR321" else 4, code, pad, melding, regel.fout))
    return gevonden
