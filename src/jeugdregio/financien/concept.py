"""The lines a provider can declare: proposed from running deliveries, with what was refused before.

A line is proposed for every calendar month in which help was delivered and that was not declared yet: the month
itself and the two before it, and for a refused line up to a year back. The period of a line is the month as far as
the assignment holds (TR387, TR388).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Q

from ijw.eenheden import EURO, MINUUT, UUR, eenheid_naam, laatste_dag
from ijw.omvang import Periode, toegestaan
from jeugdregio.financien.models import Prestatie
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.toegang.models import Levering, Toewijzing
from jeugdregio.zorglandschap.models import Product
from jeugdregio.zorglandschap.queries import PrijsPeriode, prijs_op, tarieven_voor
from recht import keten

MAANDEN_TERUG = 2
AFGEWEZEN_TERUG = 12
_ETMAAL, _STUKS, _VERWIJDERD = "14", "82", "13"
PER_MAAND = "4"
_MAATREGELEN = frozenset({"47", "48"})  # youth probation and youth protection


@dataclass(slots=True)
class ConceptRegel:
    """One line to fill in. `sleutel` names it in the form: it tells nothing about the child.

    `codes` are the products that fit (one, unless the assignment leaves it open). `voorstel` is the volume to
    start from, `ten_hoogste` what fits in this period, in words. `fouten` says why the line was refused before.
    """

    toewijzing: Toewijzing
    begindatum: date
    einddatum: date
    codes: tuple[tuple[str, str], ...]
    prijzen: dict[str, PrijsPeriode]
    eenheid: str
    voorstel: int | None = None
    ten_hoogste: str = ""
    fouten: tuple[str, ...] = ()
    afgewezen_referentie: str = ""

    @property
    def sleutel(self) -> str:
        """Key of this line in the form."""
        return f"{self.toewijzing.pk.hex}-{self.begindatum:%Y%m}"

    @property
    def eenheid_tekst(self) -> str:
        """The unit in words."""
        return eenheid_naam(self.eenheid)[1]

    @property
    def belemmering(self) -> str:
        """Why this line cannot be declared now; empty when it can."""
        if not self.toewijzing.kind.bsn_zoek:
            return "Het bsn van dit kind is nog niet bekend. Declareer als het er is."
        if not self.codes:
            return "Er is geen tarief afgesproken voor dit product in deze maand. Bel de contractmanager."
        return ""


@dataclass(slots=True)
class Concept:
    """What a provider can declare to one municipality over one month."""

    gemeente: Organisatie
    maand: date
    regels: list[ConceptRegel] = field(default_factory=list)
    eerder: list[ConceptRegel] = field(default_factory=list)
    al_gedeclareerd: int = 0

    @property
    def alle(self) -> list[ConceptRegel]:
        """All lines, those of the month first."""
        return [*self.regels, *self.eerder]


def maak_concept(aanbieder: Organisatie, gemeente: Organisatie, maand: date) -> Concept:
    """Return the proposal. Four queries, whatever the number of lines."""
    eerste = maand.replace(day=1)
    begin = _maanden_terug(eerste, AFGEWEZEN_TERUG)
    toewijzingen = _met_leveringen(aanbieder, gemeente, begin, laatste_dag(maand))
    eerdere = _eerdere_regels(toewijzingen)
    bron = _Bron(tarieven_voor(aanbieder, gemeente), _productnamen())
    concept = Concept(gemeente=gemeente, maand=eerste)
    for toewijzing, leveringen in toewijzingen:
        for terug in range(AFGEWEZEN_TERUG + 1):
            dag = _maanden_terug(eerste, terug)
            periode = _periode(toewijzing, dag)
            if periode is None or not _geleverd(leveringen, periode):
                continue
            if _per_maand(toewijzing) and not _telt_als_maand(leveringen, dag):
                continue
            van_maand = [r for r in eerdere[toewijzing.pk] if r.begindatum.replace(day=1) == dag]
            if _staat_open(van_maand):
                concept.al_gedeclareerd += dag == eerste
                continue
            if terug > MAANDEN_TERUG and not any(regel.afgewezen for regel in van_maand):
                continue
            regel = _regel(toewijzing, leveringen, periode, van_maand, bron)
            (concept.regels if dag == eerste else concept.eerder).append(regel)
    concept.regels.sort(key=_volgorde)
    concept.eerder.sort(key=_volgorde)
    return concept


@dataclass(frozen=True, slots=True)
class _Bron:
    tarieven: dict[str, tuple[PrijsPeriode, ...]]
    producten: dict[str, tuple[str, str]]

    def codes(self, toewijzing: Toewijzing, datum: date) -> dict[str, PrijsPeriode]:
        """The products that fit the assignment, with their price on the day."""
        gevonden = {}
        for code, prijzen in self.tarieven.items():
            categorie = self.producten.get(code, ("", ""))[0]
            if toewijzing.code and code != toewijzing.code:
                continue
            if toewijzing.categorie and categorie != toewijzing.categorie:
                continue
            prijs = prijs_op(prijzen, datum)
            if prijs and _past(toewijzing.eenheid, prijs.eenheid):
                gevonden[code] = prijs
        return gevonden


def _past(toegewezen: str, afgesproken: str) -> bool:
    return toegewezen in {"", EURO, afgesproken} or (toegewezen, afgesproken) == (MINUUT, UUR)


def _productnamen() -> dict[str, tuple[str, str]]:
    return {
        code: (categorie, naam) for code, categorie, naam in Product.objects.values_list("code", "categorie", "naam")
    }


def _met_leveringen(
    aanbieder: Organisatie, gemeente: Organisatie, begin: date, eind: date
) -> list[tuple[Toewijzing, list[Levering]]]:
    leveringen = (
        Levering.objects.filter(
            Q(einddatum__isnull=True) | Q(einddatum__gte=begin),
            begindatum__lte=eind,
            verwijderd_op__isnull=True,
            toewijzing__aanbieder=aanbieder,
            toewijzing__gemeente=gemeente,
        )
        .exclude(toewijzing__reden_wijziging=_VERWIJDERD)
        .select_related("toewijzing__kind", "toewijzing__aanbieder")
    )
    per_toewijzing: dict[object, tuple[Toewijzing, list[Levering]]] = {}
    for levering in leveringen:
        _, lijst = per_toewijzing.setdefault(levering.toewijzing_id, (levering.toewijzing, []))
        lijst.append(levering)
    return list(per_toewijzing.values())


def _eerdere_regels(toewijzingen: Iterable[tuple[Toewijzing, object]]) -> dict[object, list[Prestatie]]:
    gevonden: dict[object, list[Prestatie]] = defaultdict(list)
    pks = [toewijzing.pk for toewijzing, _ in toewijzingen]
    for regel in Prestatie.objects.filter(toewijzing__in=pks).order_by("id"):
        gevonden[regel.toewijzing_id].append(regel)
    return gevonden


def _staat_open(regels: Sequence[Prestatie]) -> bool:
    """Tell whether a granted debit stands that was not taken back (TR389)."""
    terug = {regel.vorige_referentie for regel in regels if regel.credit and not regel.afgewezen}
    return any(not r.credit and not r.afgewezen and r.referentie not in terug for r in regels)


def _regel(
    toewijzing: Toewijzing,
    leveringen: Sequence[Levering],
    periode: Periode,
    van_maand: Sequence[Prestatie],
    bron: _Bron,
) -> ConceptRegel:
    prijzen = bron.codes(toewijzing, periode.begin)
    eenheid = toewijzing.eenheid or next((prijs.eenheid for prijs in prijzen.values()), UUR)
    afgewezen = next((regel for regel in reversed(van_maand) if regel.afgewezen and not regel.credit), None)
    return ConceptRegel(
        toewijzing=toewijzing,
        begindatum=periode.begin,
        einddatum=_eind(periode),
        codes=tuple((code, f"{code} {bron.producten[code][1]}") for code in prijzen),
        prijzen=prijzen,
        eenheid=eenheid,
        voorstel=afgewezen.volume if afgewezen else _voorstel(toewijzing, leveringen, periode, eenheid),
        ten_hoogste=_ten_hoogste(toewijzing, periode),
        fouten=tuple(str(melding["melding"]) for melding in afgewezen.meldingen) if afgewezen else (),
        afgewezen_referentie=afgewezen.referentie if afgewezen else "",
    )


def _per_maand(toewijzing: Toewijzing) -> bool:
    """A measure of the court goes by the month (SAP-GI); an advice by the piece does not."""
    maatregel = toewijzing.categorie in _MAATREGELEN and toewijzing.aanbieder.soort == Soort.GI
    return maatregel and (toewijzing.eenheid, toewijzing.frequentie) == (_STUKS, PER_MAAND)


def _telt_als_maand(leveringen: Sequence[Levering], eerste: date) -> bool:
    """The first broken month is not declared, the last one in full (SAP-GI)."""
    begin, eind = min(levering.begindatum for levering in leveringen), laatste_dag(eerste)
    return begin <= eind and f"{eerste:%Y-%m}" in keten.maanden_gi(begin, eind).waarde


def _voorstel(toewijzing: Toewijzing, leveringen: Sequence[Levering], periode: Periode, eenheid: str) -> int | None:
    """A month of a measure is one; nights follow from the delivery; hours only the provider knows."""
    if _per_maand(toewijzing):
        return 1
    if eenheid != _ETMAAL:
        return None
    return sum((_eind(deel) - deel.begin).days + 1 for deel in _geleverd(leveringen, periode))


def _ten_hoogste(toewijzing: Toewijzing, periode: Periode) -> str:
    if toewijzing.volume is None or not toewijzing.eenheid or not toewijzing.frequentie:
        return ""
    geldt = Periode(toewijzing.ingangsdatum, toewijzing.einddatum)
    return toegestaan(toewijzing.volume, toewijzing.eenheid, toewijzing.frequentie, periode, geldt).tekst


def _geleverd(leveringen: Iterable[Levering], periode: Periode) -> list[Periode]:
    delen = (periode.doorsnede(Periode(levering.begindatum, levering.einddatum)) for levering in leveringen)
    return [deel for deel in delen if deel is not None]


def _periode(toewijzing: Toewijzing, maand: date) -> Periode | None:
    geldt = Periode(toewijzing.ingangsdatum, toewijzing.einddatum)
    return geldt.doorsnede(Periode(maand, laatste_dag(maand)))


def _eind(periode: Periode) -> date:
    if periode.eind is None:
        raise ValueError("Een declaratieperiode heeft een einddatum.")
    return periode.eind


def _maanden_terug(eerste: date, aantal: int) -> date:
    for _ in range(aantal):
        eerste = (eerste - timedelta(days=1)).replace(day=1)
    return eerste


def _volgorde(regel: ConceptRegel) -> tuple[object, ...]:
    kind = regel.toewijzing.kind
    return kind.achternaam, kind.voornamen, regel.begindatum, regel.toewijzing.code
