"""JW323: a declaration against assignments, earlier lines and contract (levels 3 and 4).

Order (IV087): a fault in the header ends the check, so does one in the declaration itself; lines of a client
with a fault are not judged. Credits are judged before debits (OP366), and reported in the order of the
message. Time grows linearly with the number of lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from ijw.berichten import jw323
from ijw.bevinding import Bevinding
from ijw.eenheden import EURO, datum
from ijw.overstijgend.boek import Boek
from ijw.overstijgend.dossier import Dossier, Toewijzing
from ijw.overstijgend.kop import controleer_kop
from ijw.overstijgend.prestatie import VAN_DE_REGEL, VAN_DE_TOEWIJZING, VAN_DEBET, Omgeving, tr384
from ijw.overstijgend.regel import REGELS
from ijw.overstijgend.tarief import Tarievenboek

DECLARATIE = "/Bericht/Declaratie"

Overtreding = tuple[str, str]
"""Rule code and explanation."""


def controleer_declaratie(bericht: jw323.Bericht, dossier: Dossier, vandaag: date) -> list[Bevinding]:
    """All findings of levels 3 and 4 on a declaration, in the order of the message and then of the rules."""
    kop = controleer_kop(bericht.header, dossier, gemeente=bericht.header.ontvanger, vandaag=vandaag)
    if kop:
        return kop
    klasse = [*tr318(bericht.declaratie, dossier), *tr333(bericht.declaratie, dossier)]
    if klasse:
        return klasse
    return list(_Beoordeling(bericht, dossier).bevindingen())


def tr318(declaratie: jw323.Declaratie, dossier: Dossier) -> Iterator[Bevinding]:
    """The declaration period is not before the last one.

    Whether care was given in a skipped month cannot be known, and a gap is allowed then (OP284); a second
    declaration for the last month is too (IV090). So only going back is refused.
    """
    begin, laatste = declaratie.declaratie_periode.begindatum, dossier.laatste_declaratieperiode
    if laatste is not None and begin < laatste:
        yield REGELS["TR318"].bevinding(
            DECLARATIE,
            f"De declaratieperiode begint op {datum(begin)}, maar de periode die begint op "
            f"{datum(laatste)} is al gedeclareerd. Declareer deze regels in die periode of een latere.",
        )


def tr333(declaratie: jw323.Declaratie, dossier: Dossier) -> Iterator[Bevinding]:
    """The declaration number is new for this provider."""
    nummer = declaratie.declaratie_nummer
    if nummer in dossier.declaratienummers:
        yield REGELS["TR333"].bevinding(
            DECLARATIE, f"Declaratienummer {nummer} is al gebruikt. Geef de declaratie een nieuw nummer."
        )


def tr304_client(client: jw323.Client, dossier: Dossier) -> str | None:
    """The child has, or had, an assignment for this provider (OP276).

    A child that only another provider has an assignment for gets the same answer as a child unknown to the
    municipality: the answer must not tell a provider that the child is known elsewhere.
    """
    if client.bsn in dossier.clienten:
        return None
    return "Voor deze cliënt heeft deze aanbieder hier geen toewijzing. Controleer het bsn en de gemeente."


def tr338(prestatie: jw323.Prestatie, aanbieder: str, gemeente: str, dossier: Dossier) -> str | None:
    """The line names an assignment of this municipality, and one given to this provider."""
    nummer = prestatie.toewijzing_nummer
    toewijzing = dossier.toewijzingen.get(nummer)
    if toewijzing is None or toewijzing.gemeente != gemeente:
        return f"Toewijzing {nummer} is niet bekend. Controleer het toewijzingnummer."
    if toewijzing.aanbieder_agb != aanbieder:
        return f"Toewijzing {nummer} is aan een andere aanbieder gegeven. Controleer het toewijzingnummer."
    return None


def tr304_prestatie(prestatie: jw323.Prestatie, bsn: str, dossier: Dossier) -> str | None:
    """The assignment is for this child."""
    toewijzing = dossier.toewijzingen.get(prestatie.toewijzing_nummer)
    if toewijzing is None or toewijzing.bsn == bsn:
        return None
    return f"Toewijzing {toewijzing.nummer} is voor een andere cliënt. Controleer bsn en toewijzingnummer."


class _Beoordeling:
    """One run over the lines of a declaration."""

    def __init__(self, bericht: jw323.Bericht, dossier: Dossier) -> None:
        self._kop = bericht.header
        self._declaratie = bericht.declaratie
        self._dossier = dossier
        self._boek = Boek(dossier)
        aantallen = Counter(
            prestatie.product_referentie.referentie_nummer
            for client in bericht.declaratie.clienten
            for prestatie in client.prestaties
        )
        self._omgeving = Omgeving(
            dossier=dossier,
            periode=bericht.declaratie.declaratie_periode,
            dubbel=frozenset(referentie for referentie, aantal in aantallen.items() if aantal > 1),
            tarieven=Tarievenboek(dossier),
        )

    def bevindingen(self) -> Iterator[Bevinding]:
        """Client and line findings in the order of the message."""
        per_client = {
            nummer: melding
            for nummer, client in enumerate(self._declaratie.clienten)
            if (melding := tr304_client(client, self._dossier)) is not None
        }
        per_regel = self._per_regel(overgeslagen=per_client.keys())
        for nummer, client in enumerate(self._declaratie.clienten):
            pad = f"{DECLARATIE}/Clienten/Client[{nummer + 1}]"
            if nummer in per_client:
                yield REGELS["TR304"].bevinding(pad, per_client[nummer])
                continue
            for index in range(len(client.prestaties)):
                for code, melding in sorted(per_regel.get((nummer, index), ())):
                    yield REGELS[code].bevinding(f"{pad}/Prestaties/Prestatie[{index + 1}]", melding)

    def _per_regel(self, overgeslagen: Iterable[int]) -> dict[tuple[int, int], list[Overtreding]]:
        """Findings per line; a line without any is booked at once, credits first (OP366)."""
        zonder = set(overgeslagen)
        gevonden: dict[tuple[int, int], list[Overtreding]] = {}
        for soort in ("C", "D"):
            for nummer, client in enumerate(self._declaratie.clienten):
                if nummer in zonder:
                    continue
                for index, prestatie in enumerate(client.prestaties):
                    if prestatie.ingediend_bedrag.debet_credit != soort:
                        continue
                    overtredingen = self._toets(prestatie, client.bsn)
                    if overtredingen:
                        gevonden[nummer, index] = overtredingen
                    else:
                        self._boek.boek(prestatie)
        return gevonden

    def _toets(self, prestatie: jw323.Prestatie, bsn: str) -> list[Overtreding]:
        uit: list[Overtreding] = []
        kop = self._kop
        _noteer(uit, "TR338", tr338(prestatie, kop.afzender, kop.ontvanger, self._dossier))
        _noteer(uit, "TR304", tr304_prestatie(prestatie, bsn, self._dossier))
        hoort_erbij = not uit
        for code, toets in VAN_DE_REGEL.items():
            _noteer(uit, code, toets(prestatie, self._omgeving))
        if prestatie.ingediend_bedrag.debet_credit == "C":
            _noteer(uit, "TR323", self._boek.tr323(prestatie, bsn))
            _noteer(uit, "TR390", self._boek.tr390(prestatie))
            return uit
        for code, toets in VAN_DEBET.items():
            _noteer(uit, code, toets(prestatie, self._omgeving))
        if hoort_erbij:
            self._toets_op_toewijzing(uit, prestatie, self._dossier.toewijzingen[prestatie.toewijzing_nummer])
        return uit

    def _toets_op_toewijzing(self, uit: list[Overtreding], prestatie: jw323.Prestatie, toewijzing: Toewijzing) -> None:
        """Only for debits: a municipality cannot contest a credit (IV085), and it equals its debit (IV091).

        On a withdrawn assignment the other rules would judge dates and sizes that were never meant.
        """
        _noteer(uit, "TR389", self._boek.tr389(prestatie))
        if toewijzing.verwijderd:
            _noteer(uit, "TR384", tr384(prestatie, toewijzing, self._omgeving))
            return
        for code, toets in VAN_DE_TOEWIJZING.items():
            melding = toets(prestatie, toewijzing, self._omgeving)
            if melding is not None:
                uit.append((code, melding))
        _noteer(uit, "TR322", self._boek.tr322(prestatie, toewijzing))
        _noteer(uit, "TR369", self._boek.tr369(prestatie, toewijzing))


def _noteer(uit: list[Overtreding], code: str, melding: str | None) -> None:
    if melding is not None:
        uit.append((code, melding))


def signalen_declaratie(bericht: jw323.Bericht, dossier: Dossier) -> Iterator[str]:
    """Dutch sentences on what could not be tested for lack of data; no ground for refusal."""
    if dossier.producten is None:
        yield "Productcodes zijn niet getoetst (TR381): er is geen productcodelijst."
    boek, gemeld = Tarievenboek(dossier), set()
    for client in bericht.declaratie.clienten:
        for prestatie in client.prestaties:
            toewijzing = dossier.toewijzingen.get(prestatie.toewijzing_nummer)
            if toewijzing is None or prestatie.eenheid == EURO or prestatie.product_code in gemeld:
                continue
            if not boek.bruikbaar(prestatie, toewijzing):
                gemeld.add(prestatie.product_code)
                yield (
                    f"Het tarief van productcode {prestatie.product_code} is niet getoetst (TR418): "
                    "er is geen afgesproken tarief in deze eenheid bekend."
                )
