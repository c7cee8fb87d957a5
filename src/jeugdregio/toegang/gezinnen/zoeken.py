"""Search before create: which files of the own municipality may be of this child already.

Nothing is told about another municipality, not even that a file exists there.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.aannemen import eis_aannemen
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import zichtbare_kinderen
from jeugdregio.toegang.weergave import naam

HOOGSTENS = 10


@dataclass(frozen=True)
class Signalement:
    """What is known of a child before it has a file."""

    achternaam: str
    geboortedatum: date
    voornamen: str = ""
    postcode: str = ""
    huisnummer: int | None = None
    bsn: str = ""

    @property
    def postcode_plat(self) -> str:
        """The postcode as it is kept."""
        return self.postcode.replace(" ", "").upper()


@dataclass(frozen=True)
class Treffer:
    """A file that may be of the same child; `zeker` when the BSN is the same."""

    kind: Kind
    naam: str
    waarom: str
    zeker: bool


def mogelijke_kinderen(wie: Wie, gezocht: Signalement) -> list[Treffer]:
    """Return files this person may see that may be of this child, the surest first. Logs the look.

    By BSN, by birth date with surname or first name, and by surname with address. A secret address is not matched on:
    a hit would tell where the child lives.
    """
    eis_aannemen(wie)
    lijkt = zichtbare_kinderen(wie).filter(_lijkt(gezocht))
    gevonden = list(lijkt.order_by("achternaam", "voornamen", "pk")[:HOOGSTENS])
    leg_inzage_vast(wie, [kind.pk for kind in gevonden], scherm="kind_zoeken")
    treffers = [_treffer(kind, gezocht) for kind in gevonden]
    return sorted(treffers, key=lambda t: not t.zeker)


def lijkt_buiten_zicht(wie: Wie, gezocht: Signalement) -> bool:
    """Tell whether the municipality has a file that looks alike and that this person may not see.

    For an executing organisation: it learns that there is one, not whose. Without a BSN nobody can be sure.
    """
    gemeente = eis_aannemen(wie)
    gezien = zichtbare_kinderen(wie).values("pk")
    return Kind.objects.filter(_lijkt(gezocht), gemeente=gemeente).exclude(pk__in=gezien).exists()


def _lijkt(gezocht: Signalement) -> Q:
    zoek = Q(geboortedatum=gezocht.geboortedatum) & (
        Q(achternaam__iexact=gezocht.achternaam.strip()) | _voornaam(gezocht)
    )
    if gezocht.bsn:
        zoek |= Q(bsn_zoek=zoeksleutel(gezocht.bsn))
    if gezocht.postcode:
        zoek |= Q(achternaam__iexact=gezocht.achternaam.strip(), postcode=gezocht.postcode_plat, geheim_adres=False)
    return zoek


def _voornaam(gezocht: Signalement) -> Q:
    eerste = gezocht.voornamen.split()
    return Q(voornamen__istartswith=eerste[0]) if eerste else Q(pk__in=[])


def _treffer(kind: Kind, gezocht: Signalement) -> Treffer:
    if gezocht.bsn and kind.bsn_zoek == zoeksleutel(gezocht.bsn):
        return Treffer(kind, naam(kind), "zelfde bsn", True)
    zelfde = []
    if kind.geboortedatum == gezocht.geboortedatum:
        zelfde.append("geboortedatum")
    if kind.achternaam.casefold() == gezocht.achternaam.strip().casefold():
        zelfde.append("achternaam")
    if gezocht.postcode and not kind.geheim_adres and kind.postcode == gezocht.postcode_plat:
        zelfde.append("postcode")
    if gezocht.voornamen and kind.voornamen.casefold().startswith(gezocht.voornamen.split()[0].casefold()):
        zelfde.append("voornaam")
    return Treffer(kind, naam(kind), f"zelfde {' en '.join(zelfde)}", False)
