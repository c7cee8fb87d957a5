"""Two sets of norms beside each other: what changes where, and how much running work and money it touches.

The figures go through the privacy rule here, so no screen, file or proposal can tell more.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jeugdregio.afspraken import permissions
from jeugdregio.afspraken.geldt import Antwoord, Normenset
from jeugdregio.afspraken.models import Norm
from jeugdregio.afspraken.raakvlak import Bereik, Telling, tel
from jeugdregio.afspraken.vragen import catalogus
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.geld import euro
from jeugdregio.basis.privacy import AFRONDEN_OP, Cel, Plaats, bescherm_tabel
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.wie import Wie

EURO_AFRONDEN = 100_000  # cents: money goes out in whole thousands of euro
VERBORGEN = "niet getoond"


@dataclass(frozen=True)
class Kant:
    """One side of a comparison: a day, with concept norms as if they were adopted."""

    datum: date
    concepten: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class Raakt:
    """What a change touches in one municipality, as it may be shown."""

    naam: str
    zaken: str
    geld: str


@dataclass(frozen=True)
class Wijziging:
    """One question in one municipality whose answer differs between the two sides."""

    vraag: str
    tekst: str
    gemeente: Organisatie
    bereik: tuple[str, str]
    voor: Antwoord
    na: Antwoord
    raakt: tuple[Raakt, ...] = ()


@dataclass(frozen=True)
class Vergelijking:
    """The outcome: what changes, between which sides."""

    voor: Kant
    na: Kant
    wijzigingen: tuple[Wijziging, ...]
    concepten: tuple[Norm, ...]

    @property
    def gemeenten(self) -> list[Organisatie]:
        """The municipalities where something changes."""
        return list(dict.fromkeys(w.gemeente for w in self.wijzigingen))


def concepten(wie: Wie) -> list[Norm]:
    """Return the concept norms somebody may see, to choose from."""
    gevonden = Norm.objects.filter(staat=Norm.Staat.CONCEPT).select_related("eigenaar").prefetch_related("gemeenten")
    return [norm for norm in gevonden.order_by("vraag", "rang") if permissions.mag_zien(wie, norm)]


def vergelijk(wie: Wie, voor: Kant, na: Kant) -> Vergelijking:
    """Compare two sides over all questions and municipalities of today's region.

    Raises NietGevonden for a concept this person may not see. The number of queries grows with the questions that
    change, not with norms, municipalities or children.
    """
    gekozen = _gekozen(wie, voor.concepten | na.concepten)
    teksten, gemeenten = catalogus(), list(deelnemers())
    links = Normenset(list(teksten), gemeenten, voor.datum, voor.concepten)
    rechts = Normenset(list(teksten), gemeenten, na.datum, na.concepten)
    gevonden = [
        Wijziging(vraag, tekst, gemeente, bereik, oud, nieuw)
        for vraag, tekst in teksten.items()
        for bereik in sorted({*links.bereiken(vraag), *rechts.bereiken(vraag)})
        for gemeente in gemeenten
        if _anders(oud := links.antwoord(vraag, gemeente, *bereik), nieuw := rechts.antwoord(vraag, gemeente, *bereik))
    ]
    return Vergelijking(voor, na, _met_raakvlak(_zonder_herhaling(gevonden), na.datum), gekozen)


def _gekozen(wie: Wie, ids: Collection[UUID]) -> tuple[Norm, ...]:
    gevonden = [norm for norm in concepten(wie) if norm.pk in ids]
    if len(gevonden) != len(ids):
        raise NietGevonden("Een van de gekozen concepten is er niet meer. Kies opnieuw.")
    return tuple(gevonden)


def _anders(oud: Antwoord, nieuw: Antwoord) -> bool:
    return (oud.waarde, oud.betwist) != (nieuw.waarde, nieuw.betwist)


def _zonder_herhaling(wijzigingen: Sequence[Wijziging]) -> list[Wijziging]:
    """Drop what only repeats the general change for one product or contract."""
    algemeen = {(w.vraag, w.gemeente.pk): w for w in wijzigingen if w.bereik == ("", "")}
    uit = []
    for w in wijzigingen:
        gelijk = algemeen.get((w.vraag, w.gemeente.pk))
        herhaalt = gelijk and gelijk is not w and (gelijk.voor.waarde, gelijk.na.waarde) == (w.voor.waarde, w.na.waarde)
        if not herhaalt:
            uit.append(w)
    return uit


def _met_raakvlak(wijzigingen: Sequence[Wijziging], datum: date) -> tuple[Wijziging, ...]:
    groepen: dict[tuple[str, str], list[Wijziging]] = {}
    for w in wijzigingen:
        groepen.setdefault((w.vraag, w.bereik[0]), []).append(w)
    geteld: dict[tuple[str, str, UUID], tuple[Raakt, ...]] = {}
    for (vraag, product), groep in groepen.items():
        bereik = Bereik(datum, [w.gemeente.pk for w in groep], (product,) if product else ())
        for gemeente_id, raakt in _beschermd(tel(vraag, bereik), bereik.gemeente_ids).items():
            geteld[vraag, product, gemeente_id] = raakt
    return tuple(
        Wijziging(
            w.vraag, w.tekst, w.gemeente, w.bereik, w.voor, w.na, geteld.get((w.vraag, w.bereik[0], w.gemeente.pk), ())
        )
        for w in wijzigingen
    )


def _beschermd(
    tellingen: Mapping[str, Mapping[UUID, Telling]], gemeente_ids: Collection[UUID]
) -> dict[UUID, tuple[Raakt, ...]]:
    """Put the privacy rule on the counts: a small number of children hides cases and money, and a second cell."""
    uit: dict[UUID, tuple[Raakt, ...]] = dict.fromkeys(gemeente_ids, ())
    for naam, per_gemeente in tellingen.items():
        # Nothing looks like everything else: a municipality without cases is hidden with its money.
        geen = Telling(0, 0, 0 if any(t.centen is not None for t in per_gemeente.values()) else None)
        cellen: dict[Plaats, int] = {(str(g), naam): per_gemeente.get(g, geen).kinderen for g in gemeente_ids}
        getoond = bescherm_tabel(cellen)
        for gemeente_id in gemeente_ids:
            telling = per_gemeente.get(gemeente_id, geen)
            uit[gemeente_id] += (_toon(naam, telling, getoond[str(gemeente_id), naam]),)
    return uit


def _toon(naam: str, telling: Telling, cel: Cel) -> Raakt:
    if cel.waarde is None:
        return Raakt(naam, VERBORGEN, "" if telling.centen is None else VERBORGEN)
    zaken = round(telling.zaken / AFRONDEN_OP) * AFRONDEN_OP
    return Raakt(naam, f"ongeveer {zaken}", "" if telling.centen is None else f"ongeveer {_duizenden(telling.centen)}")


def _duizenden(centen: int) -> str:
    """Whole thousands of euro as text, on one line."""
    return euro(round(centen / EURO_AFRONDEN) * EURO_AFRONDEN).removesuffix(",00").replace(" ", "\u00a0")


def als_gegevens(vergelijking: Vergelijking) -> list[dict[str, object]]:
    """Return the changes as a proposal keeps them: words, no people."""
    return [
        {
            "vraag": w.vraag, "tekst": w.tekst, "gemeente": w.gemeente.naam, "product": w.bereik[0],
            "contract": w.bereik[1], "nu": w.voor.antwoord, "wordt": w.na.antwoord, "nu_betwist": w.voor.betwist,
            "wordt_betwist": w.na.betwist, "bron": w.na.norm.vindplaats if w.na.norm else "",
            "raakt": [vars(r) for r in w.raakt],
        }
        for w in vergelijking.wijzigingen
    ]  # fmt: skip
