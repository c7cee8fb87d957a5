"""The running account of a declaration: what earlier lines and earlier lines of this message used up.

Credits are booked before debits (OP366). Only a line without any finding is booked, so that a refused line
takes no room from a right one (chosen in favour of the provider; the standard is silent).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import chain

from ijw.berichten.jw323 import Prestatie
from ijw.eenheden import MINUUT, UUR, bedrag, datum, hoeveelheid, omschrijving
from ijw.omvang import periode_van, toegestaan_totaal
from ijw.overstijgend.dossier import Dossier, EerderePrestatie, Status, Toewijzing, telt
from ijw.overstijgend.prestatie import omvang_van
from ijw.overstijgend.tarief import MINUTEN_PER_UUR, eenheid_past

Sleutel = tuple[int, str, str, date, date]


class Boek:
    """Starts from the dossier and changes as lines are booked."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._gecrediteerd = set(dossier.gecrediteerd)
        self._gebruik: dict[int, list[int]] = {}
        self._debet_hier: dict[Sleutel, str] = {}
        self._debet_eerder: dict[Sleutel, list[str]] = {}
        for regel in chain.from_iterable(dossier.per_toewijzing.values()):
            if regel.debet and telt(regel):
                self._debet_eerder.setdefault(_sleutel_eerder(regel), []).append(regel.referentie)

    def boek(self, prestatie: Prestatie) -> None:
        """Books a line that was found right."""
        nummer = prestatie.toewijzing_nummer
        debet = prestatie.ingediend_bedrag.debet_credit == "D"
        teken = 1 if debet else -1
        gebruikt = self._gebruikt(nummer)
        gebruikt[0] += teken * _genormaliseerd(prestatie.geleverd_volume, prestatie.eenheid)
        gebruikt[1] += teken * prestatie.ingediend_bedrag.bedrag
        if debet:
            self._debet_hier[_sleutel(prestatie)] = prestatie.product_referentie.referentie_nummer
        elif prestatie.product_referentie.vorig_referentie_nummer is not None:
            self._gecrediteerd.add(prestatie.product_referentie.vorig_referentie_nummer)

    def tr322(self, prestatie: Prestatie, toewijzing: Toewijzing) -> str | None:
        """The sum of all volumes fits in the whole assignment."""
        omvang = omvang_van(toewijzing)
        if omvang is None or not eenheid_past(prestatie.eenheid, omvang[1]):
            return None
        volume, eenheid, frequentie = omvang
        totaal = toegestaan_totaal(volume, eenheid, frequentie, toewijzing.periode)
        if totaal.aantal is None:
            return None
        eerder = self._gebruikt(toewijzing.nummer)[0]
        som = eerder + _genormaliseerd(prestatie.geleverd_volume, prestatie.eenheid)
        if som <= _genormaliseerd(totaal.aantal, eenheid):
            return None
        return (
            f"Eerder {_leesbaar(eerder, eenheid)} gedeclareerd, nu "
            f"{hoeveelheid(prestatie.geleverd_volume, prestatie.eenheid)} erbij is "
            f"{_leesbaar(som, eenheid)}. "
            f"Toegewezen is {omschrijving(volume, eenheid, frequentie)}: over {toewijzing.periode} "
            f"ten hoogste {totaal.tekst}. {' '.join(totaal.stappen)}"
        )

    def tr369(self, prestatie: Prestatie, toewijzing: Toewijzing) -> str | None:
        """The sum of all amounts fits in the budget.

        TR369 sums GeleverdVolume, which is in cents for unit 83 and then equal to the amount (CS339). For
        other units only the amount can be compared with a budget, so the amount is used.
        """
        if toewijzing.budget is None:
            return None
        eerder = self._gebruikt(toewijzing.nummer)[1]
        som = eerder + prestatie.ingediend_bedrag.bedrag
        if som <= toewijzing.budget:
            return None
        return (
            f"Eerder {bedrag(eerder)} gedeclareerd, nu {bedrag(prestatie.ingediend_bedrag.bedrag)} erbij is "
            f"{bedrag(som)}. Het toegewezen budget is {bedrag(toewijzing.budget)}: "
            f"{bedrag(som - toewijzing.budget)} te veel."
        )

    def tr389(self, prestatie: Prestatie) -> str | None:
        """No second debit for the same assignment, product and period unless the first is credited.

        A refused debit does not count: it may be sent again and is never credited (IV085).
        """
        eerste = self._debet_hier.get(_sleutel(prestatie)) or self._open_debet(prestatie)
        if eerste is None:
            return None
        periode = periode_van(prestatie.product_periode.begindatum, prestatie.product_periode.einddatum)
        return (
            f"Voor toewijzing {prestatie.toewijzing_nummer}, productcode {prestatie.product_code}, "
            f"{periode} is al gedeclareerd met referentienummer {eerste}. Crediteer eerst die regel."
        )

    def tr323(self, prestatie: Prestatie, bsn: str) -> str | None:
        """A credit belongs to a granted debit and equals it, apart from references and C (IV091)."""
        vorig = prestatie.product_referentie.vorig_referentie_nummer
        eerder = self._dossier.prestaties.get(vorig) if vorig is not None else None
        if vorig is None:
            return "Het vorige referentienummer is niet ingevuld: onbekend welke regel wordt gecrediteerd."
        if eerder is None or not eerder.debet:
            return f"Er is geen debetregel met referentienummer {vorig} bekend. Controleer het nummer."
        if eerder.status is Status.AFGEWEZEN:
            return f"De debetregel {vorig} is afgewezen. Een afgewezen regel wordt niet gecrediteerd."
        if eerder.status is Status.IN_BEHANDELING:
            return f"De debetregel {vorig} is nog niet beantwoord. Crediteer pas na het antwoord."
        verschillen = list(_verschillen(prestatie, bsn, eerder))
        if not verschillen:
            return None
        return f"De creditregel is niet gelijk aan de debetregel {vorig}: {'; '.join(verschillen)}."

    def tr390(self, prestatie: Prestatie) -> str | None:
        """A debit is credited once."""
        vorig = prestatie.product_referentie.vorig_referentie_nummer
        if vorig not in self._gecrediteerd:
            return None
        return f"De regel met referentienummer {vorig} is al gecrediteerd."

    def _open_debet(self, prestatie: Prestatie) -> str | None:
        for referentie in self._debet_eerder.get(_sleutel(prestatie), ()):
            if referentie not in self._gecrediteerd:
                return referentie
        return None

    def _gebruikt(self, nummer: int) -> list[int]:
        """Volume (hours as minutes) and amount in cents that earlier lines and this message used up."""
        gebruikt = self._gebruik.get(nummer)
        if gebruikt is None:
            gebruikt = self._gebruik[nummer] = [0, 0]
            for regel in self._dossier.per_toewijzing.get(nummer, ()):
                if regel.status is not Status.AFGEWEZEN:
                    teken = 1 if regel.debet else -1
                    gebruikt[0] += teken * _genormaliseerd(regel.volume, regel.eenheid)
                    gebruikt[1] += teken * regel.bedrag
        return gebruikt


def _sleutel(prestatie: Prestatie) -> Sleutel:
    periode = prestatie.product_periode
    return (
        prestatie.toewijzing_nummer,
        prestatie.product_categorie,
        prestatie.product_code,
        periode.begindatum,
        periode.einddatum,
    )


def _sleutel_eerder(regel: EerderePrestatie) -> Sleutel:
    return regel.toewijzing_nummer, regel.categorie, regel.code, regel.begindatum, regel.einddatum


def _genormaliseerd(volume: int, eenheid: str) -> int:
    """Hours as minutes, so that hours and minutes on one assignment add up."""
    return volume * MINUTEN_PER_UUR if eenheid == UUR else volume


def _leesbaar(genormaliseerd: int, eenheid: str) -> str:
    if eenheid != UUR:
        return hoeveelheid(genormaliseerd, eenheid)
    uren, minuten = divmod(genormaliseerd, MINUTEN_PER_UUR)
    if minuten == 0:
        return hoeveelheid(uren, UUR)
    return f"{hoeveelheid(uren, UUR)} en {hoeveelheid(minuten, MINUUT)}"


def _verschillen(prestatie: Prestatie, bsn: str, eerder: EerderePrestatie) -> Iterable[str]:
    periode = prestatie.product_periode
    if bsn != eerder.bsn:
        yield "de cliënt is een andere"
    vergelijk: tuple[tuple[str, object, object], ...] = (
        ("toewijzingnummer", prestatie.toewijzing_nummer, eerder.toewijzing_nummer),
        ("productcategorie", prestatie.product_categorie, eerder.categorie),
        ("productcode", prestatie.product_code, eerder.code),
        ("begindatum", periode.begindatum, eerder.begindatum),
        ("einddatum", periode.einddatum, eerder.einddatum),
        ("volume", prestatie.geleverd_volume, eerder.volume),
        ("eenheid", prestatie.eenheid, eerder.eenheid),
        ("tarief", prestatie.product_tarief, eerder.tarief),
        ("bedrag", prestatie.ingediend_bedrag.bedrag, eerder.bedrag),
    )
    for naam, nu, toen in vergelijk:
        if nu != toen:
            yield f"{naam} {_tekst(naam, nu)} in plaats van {_tekst(naam, toen)}"


def _tekst(naam: str, waarde: object) -> str:
    if isinstance(waarde, date):
        return datum(waarde)
    if naam in ("tarief", "bedrag") and isinstance(waarde, int):
        return bedrag(waarde)
    return "leeg" if waarde is None else str(waarde)
