"""Whom to call now: one answer for a municipality or partner and a subject, with what stands behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from jeugdregio.organisaties.bereikbaar import moment_in_woorden
from jeugdregio.organisaties.models import Contactpunt, Organisatie, Soort
from jeugdregio.organisaties.signalen import Geldt, norm_bij
from jeugdregio.organisaties.wie import Wie

_O = Contactpunt.Onderwerp
# Half a year: a contact point that nobody checked for longer may be wrong.
CONTROLE_NA = timedelta(days=183)
# What everybody must be able to find at a municipality.
NODIG: tuple[str, ...] = (_O.CRISIS, _O.ZORGEN, _O.TOEWIJZING, _O.GI, _O.VEILIG_THUIS, _O.BEZWAAR, _O.BERICHTEN)


@dataclass(frozen=True)
class Belkaart:
    """One contact point as it is now. `waarom` says why this one; `straks` when it is reachable again."""

    punt: Contactpunt
    nu: bool | None
    straks: str
    verouderd: bool
    waarom: str = ""

    @property
    def telefoon(self) -> str:
        """The number to call: that of the substitute when the post is vacant."""
        return self.punt.vervanger_telefoon if self.punt.vacant_sinds else self.punt.telefoon

    @property
    def naam(self) -> str:
        """Who answers."""
        return self.punt.vervanger or "niemand" if self.punt.vacant_sinds else self.punt.naam


@dataclass(frozen=True)
class Belantwoord:
    """Whom to call: `kaart` first; `anderen` besides; `ontbreekt` names the post that nobody filled in."""

    plek: Organisatie
    onderwerp: str
    kaart: Belkaart | None
    anderen: tuple[Belkaart, ...]
    ontbreekt: str
    norm: Geldt | None

    @property
    def crisis(self) -> bool:
        """True when it is about danger now."""
        return self.onderwerp == _O.CRISIS


def bel(wie: Wie, plek: Organisatie, onderwerp: str, moment: datetime) -> Belantwoord:
    """Return whom to call at a municipality or partner about a subject at a moment. The directory is open to everybody.

    First the contact point that the place keeps for the own organisation, then its general one, then that of its
    executing organisation. In a crisis who can be reached now goes first: outside the hours of the municipality that
    is who has duty in the region. What a norm says about the contact is shown beside it.
    """
    alle = _punten(plek, onderwerp)
    eigen = _eigen(wie, plek, onderwerp, alle)
    norm = norm_bij(plek, onderwerp, moment.date()) if plek.soort == Soort.GEMEENTE else None
    kaarten = [_kaart(punt, moment) for punt in eigen]
    dienst = [
        _kaart(p, moment, f"Heeft dienst in de regio, ook voor {plek}.") for p in alle if p.organisatie_id != plek.pk
    ]  # fmt: skip
    dienst = [k for k in dienst if k.punt not in eigen and k.nu and k.telefoon]
    if onderwerp == _O.CRISIS and dienst and not any(k.nu and k.telefoon for k in kaarten):
        kaarten = [*dienst, *kaarten]
    elif onderwerp in {_O.CRISIS, _O.ZORGEN}:
        kaarten += dienst
    volgens_norm = _volgens_norm(wie, plek, onderwerp, norm, moment)
    rest = [k for k in (*volgens_norm, *kaarten[1:]) if not kaarten or k.punt != kaarten[0].punt]
    if not eigen and onderwerp not in {_O.CRISIS, _O.ZORGEN}:
        rest += [_kaart(p, moment, "Neemt je vraag aan en brengt je verder.") for p in _toegang(plek)]
    ontbreekt = "" if eigen else f"{plek} heeft geen contactpunt voor {_O(onderwerp).label.lower()}."
    return Belantwoord(plek, onderwerp, kaarten[0] if kaarten else None, _uniek(rest), ontbreekt, norm)


def _punten(plek: Organisatie, onderwerp: str) -> list[Contactpunt]:
    """The contact points on a subject of a place, of what works for it, and of who has duty for the whole region."""
    hier = Q(organisatie=plek) | Q(organisatie__hoort_bij=plek, organisatie__soort=Soort.UITVOERDER)
    regionaal = Q(organisatie__soort__in=(Soort.VEILIG_THUIS,))
    gevonden = Contactpunt.objects.filter(hier | regionaal, onderwerp=onderwerp)
    return list(gevonden.select_related("organisatie", "voor").order_by("organisatie__naam"))


def _eigen(wie: Wie, plek: Organisatie, onderwerp: str, alle: Sequence[Contactpunt]) -> list[Contactpunt]:
    def volgorde(punt: Contactpunt) -> int:
        if punt.organisatie_id == plek.pk:
            return 0 if punt.voor_id == wie.organisatie_id else 1
        return 2

    hier = [p for p in alle if plek.pk in {p.organisatie_id, p.organisatie.hoort_bij_id}]
    return sorted((p for p in hier if p.voor_id in {None, wie.organisatie_id}), key=volgorde)


def _toegang(plek: Organisatie) -> list[Contactpunt]:
    gevonden = Contactpunt.objects.filter(organisatie=plek, onderwerp=_O.ZORGEN, voor__isnull=True)
    return list(gevonden.select_related("organisatie"))


def _volgens_norm(
    wie: Wie, plek: Organisatie, onderwerp: str, norm: Geldt | None, moment: datetime
) -> list[Belkaart]:  # fmt: skip
    if norm is None or norm.onderwerp in {"", onderwerp}:
        return []
    punten = _eigen(wie, plek, norm.onderwerp, _punten(plek, norm.onderwerp))[:1]
    return [_kaart(punt, moment, f"Volgens de afspraak: {norm.antwoord}.") for punt in punten]


def _kaart(punt: Contactpunt, moment: datetime, waarom: str = "") -> Belkaart:
    volgende = punt.uren.volgende(moment)
    nu = None if punt.vacant_sinds else punt.uren.open_op(moment)
    return Belkaart(punt, nu, moment_in_woorden(volgende) if volgende else "", is_verouderd(punt, moment), waarom)


def is_verouderd(punt: Contactpunt, moment: datetime) -> bool:
    """Tell whether nobody checked a contact point for more than half a year."""
    return punt.gecontroleerd_op < moment.date() - CONTROLE_NA


def _uniek(kaarten: Iterable[Belkaart]) -> tuple[Belkaart, ...]:
    return tuple({kaart.punt.pk: kaart for kaart in kaarten}.values())
