"""The list as CSV: out for any spreadsheet, in from the list a registry already keeps. In is all or nothing."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.bestuur.toezeggingen.actions import NieuwStuk, registreer
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk
from jeugdregio.bestuur.toezeggingen.permissions import gemeente_van
from jeugdregio.bestuur.toezeggingen.queries import Regel
from jeugdregio.organisaties.wie import Wie

GROOTST = 1_000_000
KOLOMMEN = (
    "nummer", "soort", "gemeente", "vergadering", "vergadering_op", "kern", "indiener", "portefeuillehouder",
    "datumsoort", "uiterlijk", "zittingsperiode", "openbaar", "staat", "dagen_open", "bron",
)  # fmt: skip
_VERPLICHT = (
    "nummer", "soort", "vergadering", "vergadering_op", "kern", "indiener", "portefeuillehouder", "datumsoort",
    "zittingsperiode",
)  # fmt: skip
_KEUZES: dict[str, dict[str, str]] = {
    "soort": {label.lower(): code for code, label in Raadsstuk.Soort.choices},
    "vergadering": {label.lower(): code for code, label in Raadsstuk.Vergadering.choices},
    "datumsoort": {label.lower(): code for code, label in Raadsstuk.Datumsoort.choices},
}


@dataclass(frozen=True, slots=True)
class Inlezing:
    """What a file would do or did: how many new, how many known already, and what is wrong in which row."""

    nieuw: int
    bekend: int
    fouten: tuple[str, ...]


def csv_regels(regels: Iterable[Regel]) -> Iterator[list[str]]:
    """Yield the head and a row per item. A text that a spreadsheet would run as formula gets an apostrophe."""
    yield list(KOLOMMEN)
    for regel in regels:
        s = regel.stuk
        yield [veilig(tekst) for tekst in (
            s.nummer, s.get_soort_display(), s.gemeente.naam, s.get_vergadering_display(),
            s.vergadering_op.isoformat(), s.kern, s.indiener, s.portefeuillehouder, s.get_datumsoort_display(),
            s.uiterlijk.isoformat(), s.zittingsperiode, "ja" if s.openbaar else "nee", s.get_staat_display(),
            str(regel.dagen_open), s.bron,
        )]  # fmt: skip


def veilig(tekst: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula."""
    return f"'{tekst}" if tekst[:1] in {"=", "+", "-", "@", "\t"} else tekst


def lees_in(wie: Wie, inhoud: bytes) -> Inlezing:
    """Take in the list of the own council; with one wrong row nothing is kept.

    A number that is known stays as it is. Raises Geweigerd when the file is no CSV with the right columns, GeenRecht.
    """
    rijen = _rijen(inhoud)
    gemeente = gemeente_van(wie)
    bekend = set(Raadsstuk.objects.filter(gemeente=gemeente).values_list("nummer", flat=True))
    fouten: list[str] = []
    nieuwe: list[tuple[int, NieuwStuk]] = []
    for nummer, rij in rijen:
        stuk, rijfouten = _stuk(rij)
        fouten += [f"Rij {nummer}, kolom {fout}" for fout in rijfouten]
        if stuk and stuk.nummer not in bekend:
            nieuwe.append((nummer, stuk))
    if fouten:
        return Inlezing(0, 0, tuple(fouten))
    try:
        with transaction.atomic():
            for nummer, stuk in nieuwe:
                _registreer(wie, nummer, stuk)
    except Geweigerd as fout:
        return Inlezing(0, 0, tuple(fout.velden.values()) or (str(fout),))
    return Inlezing(len(nieuwe), len(rijen) - len(nieuwe), ())


def _registreer(wie: Wie, nummer: int, stuk: NieuwStuk) -> None:
    try:
        registreer(wie, stuk)
    except (Geweigerd, Conflict) as fout:
        delen = [f"{veld}: {tekst}" for veld, tekst in getattr(fout, "velden", {}).items()] or [str(fout)]
        raise Geweigerd(str(fout), velden={"rij": f"Rij {nummer}, kolom {'; '.join(delen)}"}) from fout


def _rijen(inhoud: bytes) -> list[tuple[int, dict[str, str]]]:
    if len(inhoud) > GROOTST:
        raise Geweigerd("Het bestand is groter dan 1 MB. Splits het.")
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = inhoud.decode("cp1252", errors="replace")
    kop = tekst.partition("\n")[0]
    lezer = csv.DictReader(io.StringIO(tekst), delimiter=";" if kop.count(";") >= kop.count(",") else ",")
    ontbreekt = [naam for naam in _VERPLICHT if naam not in (lezer.fieldnames or [])]
    if ontbreekt:
        raise Geweigerd(f"In het bestand ontbreken deze kolommen: {', '.join(ontbreekt)}. Begin met de download.")
    try:
        rijen = list(enumerate(lezer, 2))
    except csv.Error as fout:
        raise Geweigerd("Dit bestand is niet als CSV te lezen. Sla het opnieuw op als CSV (UTF-8).") from fout
    return [(nummer, {k: (v or "").strip() for k, v in rij.items() if isinstance(k, str)}) for nummer, rij in rijen]


def _stuk(rij: dict[str, str]) -> tuple[NieuwStuk | None, list[str]]:
    fouten: list[str] = []

    def keuze(veld: str) -> str:
        waarde = rij.get(veld, "").lower()
        codes = _KEUZES[veld]
        if waarde not in codes and waarde not in codes.values():
            fouten.append(f"{veld}: kies uit {', '.join(codes)}.")
        return codes.get(waarde, waarde)

    def dag(veld: str) -> date | None:
        waarde = rij.get(veld, "")
        for vorm in ("%Y-%m-%d", "%d-%m-%Y"):
            try:
                return datetime.strptime(waarde, vorm).date()  # noqa: DTZ007  a day has no zone
            except ValueError:
                continue
        if waarde or veld == "vergadering_op":
            fouten.append(f"{veld}: '{waarde[:20]}' is geen datum. Schrijf 2026-03-06 of 06-03-2026.")
        return None

    soort, vergadering, datumsoort = keuze("soort"), keuze("vergadering"), keuze("datumsoort")
    vergadering_op, uiterlijk = dag("vergadering_op"), dag("uiterlijk")
    if fouten or vergadering_op is None:
        return None, fouten
    genoemd = uiterlijk if datumsoort == Raadsstuk.Datumsoort.GENOEMD else None
    stuk = NieuwStuk(
        nummer=rij["nummer"], soort=soort, vergadering=vergadering, vergadering_op=vergadering_op,
        kern=rij["kern"], indiener=rij["indiener"], portefeuillehouder=rij["portefeuillehouder"],
        datumsoort=datumsoort, genoemd=genoemd, zittingsperiode=rij["zittingsperiode"][:9],
        openbaar=rij.get("openbaar", "ja").lower() != "nee", bron=rij.get("bron", ""),
    )  # fmt: skip
    return stuk, []
