"""Reading norms for the screens. Adopted norms are public within the region; a concept is for who governs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, Q

from jeugdregio.afspraken import permissions
from jeugdregio.afspraken.botsingen import Geval, vind
from jeugdregio.afspraken.geldt import Antwoord, Normenset, wat_geldt_overal
from jeugdregio.afspraken.models import Norm, Standpunt
from jeugdregio.afspraken.vragen import VRAGEN, catalogus
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.basis.modellen import GedateerdQuerySet
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.wie import Wie

PER_PAGINA = 25


@dataclass(frozen=True)
class Vraagkaart:
    """One question with what holds in each municipality."""

    code: str
    tekst: str
    antwoorden: tuple[tuple[Organisatie, Antwoord], ...]

    @property
    def verschilt(self) -> bool:
        """Tell whether municipalities give different answers."""
        return len({antwoord.waarde for _, antwoord in self.antwoorden}) > 1

    @property
    def betwist(self) -> bool:
        """Tell whether the answer is disputed somewhere."""
        return any(antwoord.betwist for _, antwoord in self.antwoorden)

    @property
    def bekend(self) -> bool:
        """Tell whether a norm answers it anywhere."""
        return any(antwoord.norm for _, antwoord in self.antwoorden)

    @property
    def groepen(self) -> tuple[tuple[Antwoord, tuple[Organisatie, ...]], ...]:
        """Return each different answer once, with the municipalities where it holds; the most widely held first."""
        per: dict[tuple[str, bool], list[tuple[Antwoord, Organisatie]]] = {}
        for gemeente, antwoord in self.antwoorden:
            per.setdefault((antwoord.antwoord, antwoord.betwist), []).append((antwoord, gemeente))
        rijen = sorted(per.values(), key=len, reverse=True)
        return tuple((rij[0][0], tuple(gemeente for _, gemeente in rij)) for rij in rijen)

    @property
    def gevraagd_door_software(self) -> bool:
        """Tell whether the software itself asks this question at decisions."""
        return self.code in VRAGEN


def kaart(_wie: Wie, datum: date) -> Sequence[Vraagkaart]:
    """Return every question of the catalogue with the answer in each municipality of today's region."""
    gemeenten, teksten = list(deelnemers()), catalogus()
    antwoorden = wat_geldt_overal(teksten, gemeenten, datum)
    return [
        Vraagkaart(code, tekst, tuple((gemeente, antwoorden[code, gemeente.pk]) for gemeente in gemeenten))
        for code, tekst in teksten.items()
    ]


@dataclass(frozen=True)
class Vraagblad:
    """The page of one question: what holds where, its conflicts, and every norm there was and will be."""

    kaart: Vraagkaart
    product_code: str
    contract_nummer: str
    bereiken: tuple[tuple[str, str], ...]
    botsingen: tuple[Geval, ...]
    normen: tuple[Norm, ...]


def vraagblad(wie: Wie, code: str, datum: date, *, product_code: str = "", contract_nummer: str = "") -> Vraagblad:
    """Return the page of a question on a day. Raises NietGevonden for a question that is not in the catalogue."""
    teksten = catalogus()
    if code not in teksten:
        raise NietGevonden("Deze vraag staat niet in de lijst.")
    gemeenten = list(deelnemers())
    normen = Normenset([code], gemeenten, datum)
    antwoorden = tuple((g, normen.antwoord(code, g, product_code, contract_nummer)) for g in gemeenten)
    return Vraagblad(
        kaart=Vraagkaart(code, teksten[code], antwoorden),
        product_code=product_code,
        contract_nummer=contract_nummer,
        bereiken=tuple(b for b in normen.bereiken(code) if b != ("", "")),
        botsingen=tuple(vind(datum, [code]).gevallen.values()),
        normen=tuple(_normen(wie).filter(vraag=code)),
    )


def botsingen(_wie: Wie, datum: date) -> list[Geval]:
    """Return every conflict of the day."""
    return list(vind(datum).gevallen.values())


def botsing(_wie: Wie, sleutel: str) -> Geval:
    """Return one conflict of today. Raises NietGevonden when it is not there (any more)."""
    geval = vind(vandaag()).gevallen.get(sleutel)
    if geval is None:
        raise NietGevonden("Deze botsing is er niet meer: de afspraken spreken elkaar hier niet meer tegen.")
    return geval


@dataclass(frozen=True)
class Normenzeef:
    """What the register of norms is filtered on."""

    vraag: str = ""
    staat: str = ""
    gemeente: str = ""


def normen(wie: Wie, zeef: Normenzeef, pagina: int = 1) -> Page[Norm]:
    """Return one page of the register of norms this person may see."""
    gevonden = _normen(wie)
    if zeef.vraag:
        gevonden = gevonden.filter(vraag=zeef.vraag)
    if zeef.staat == "geldt":
        gevonden = gevonden.op(vandaag()).filter(staat=Norm.Staat.VASTGESTELD)
    elif zeef.staat in Norm.Staat.values:
        gevonden = gevonden.filter(staat=zeef.staat)
    if zeef.gemeente:
        gevonden = gevonden.filter(Q(gemeenten__isnull=True) | Q(gemeenten__code=zeef.gemeente))
    return Paginator(gevonden, PER_PAGINA).get_page(pagina)


def norm(wie: Wie, norm_id: UUID) -> Norm:
    """Return one norm with its versions and positions. Raises NietGevonden when this person may not see it."""
    gevonden = (
        _normen(wie)
        .prefetch_related(Prefetch("standpunten", Standpunt.objects.select_related("gemeente").order_by("-van")))
        .filter(pk=norm_id)
        .first()
    )
    if gevonden is None:
        raise NietGevonden("Deze norm is er niet.")
    return gevonden


def versies(wie: Wie, een: Norm) -> list[Norm]:
    """Return the earlier and later versions of a norm that this person may see, oldest first."""
    alle, nieuw = {een.pk: een}, {een.pk}
    while nieuw:
        rij = _normen(wie).filter(Q(vorige_id__in=nieuw) | Q(opvolgers__in=nieuw)).distinct()
        gevonden = {n.pk: n for n in rij if n.pk not in alle}
        alle |= gevonden
        nieuw = set(gevonden)
    return sorted(alle.values(), key=lambda n: (n.van, n.vastgelegd_op))


def _normen(wie: Wie) -> GedateerdQuerySet[Norm]:
    zichtbaar = Norm.objects.select_related("besluit", "eigenaar", "vorige").prefetch_related("gemeenten")
    if not permissions.ziet_concepten(wie):
        zichtbaar = zichtbaar.filter(staat=Norm.Staat.VASTGESTELD)
    return zichtbaar.order_by("vraag", "rang", "-van")
