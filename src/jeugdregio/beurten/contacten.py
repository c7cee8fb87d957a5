"""Contact points that somebody must mend become turns: missing, vacant, or not checked for half a year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import NieuweBeurt, heropen, open_beurten, rond_af
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.bellen import CONTROLE_NA
from jeugdregio.organisaties.models import Aanstelling, Contactpunt, Organisatie, Rol, Soort
from jeugdregio.organisaties.permissions import contactbeheerders
from jeugdregio.organisaties.queries import missende_onderwerpen
from recht.datum import datum_kort
from recht.kalender import volgende_werkdag

_TWEE_WEKEN = timedelta(weeks=2)
_GROND = "Regionale afspraak: elk half jaar controleren"
# The college keeps a contact point for Veilig Thuis (Wmo 2015 4.1.1 lid 4), and help in a crisis at all times.
_GROND_PER_ONDERWERP: dict[str, str] = {
    Contactpunt.Onderwerp.VEILIG_THUIS: "Wmo 2015 4.1.1 lid 4",
    Contactpunt.Onderwerp.CRISIS: "Jeugdwet 2.6 lid 1 onder b",
}


def sleutel_ontbreekt(organisatie: Organisatie, onderwerp: str) -> str:
    """Key of the turn to fill in a contact point that is not there."""
    return f"contact:{organisatie.pk}:{onderwerp}:ontbreekt"


def sleutel_vacant(punt: Contactpunt) -> str:
    """Key of the turn to fill a vacant post; each vacancy is a turn of its own."""
    return f"contact:{punt.pk}:vacant:{punt.vacant_sinds}"


def sleutel_verouderd(punt: Contactpunt) -> str:
    """Key of the turn to check a contact point; each check that runs out is a turn of its own."""
    return f"contact:{punt.pk}:nakijken:{punt.gecontroleerd_op}"


def open_contactbeurten(op: date) -> int:
    """Open the turns for contact points that somebody must mend; return how many there are. Again changes nothing."""
    gebreken = [*_ontbrekende(op), *_bestaande(op)]
    houders = _Houders(op)
    open_beurten(_beurt(gebrek, houders) for gebrek in gebreken)
    # A post that was filled in once and is gone again: its turn has the same key.
    heropen(*(g.sleutel for g in gebreken if g.sleutel.endswith(":ontbreekt")))
    return len(gebreken)


def werk_bij(punt: Contactpunt) -> None:
    """Close the turns that saving or confirming a contact point settles; a vacancy stays until it is filled."""
    rond_af(sleutel_ontbreekt(punt.organisatie, punt.onderwerp))
    open_ = Beurt.objects.filter(sleutel__startswith=f"contact:{punt.pk}:", staat=Beurt.Staat.OPEN)
    blijft = sleutel_vacant(punt) if punt.vacant_sinds else ""
    rond_af(*(s for s in open_.values_list("sleutel", flat=True) if s != blijft))
    if punt.vacant_sinds and punt.vacant_sinds <= vandaag():
        open_beurten([_beurt(_vacature(punt), _Houders(vandaag()))])


@dataclass(frozen=True)
class _Gebrek:
    """What is wrong with a contact point, and by when it must be right."""

    organisatie: Organisatie
    sleutel: str
    titel: str
    tekst: str
    begon: date
    uiterlijk: date
    pad: str
    grond: str = _GROND


def _ontbrekende(op: date) -> Iterator[_Gebrek]:
    for gemeente, onderwerpen in missende_onderwerpen():
        for onderwerp in onderwerpen:
            label = Contactpunt.Onderwerp(onderwerp).label.lower()
            yield _Gebrek(
                gemeente, sleutel_ontbreekt(gemeente, onderwerp), "Contactpunt ontbreekt",
                f"Niemand kan zien wie je bij {gemeente} belt over: {label}.", op, volgende_werkdag(op),
                f"/organisaties/contacten/bewaren/?onderwerp={onderwerp}&organisatie={gemeente.pk}",
                _GROND_PER_ONDERWERP.get(onderwerp, _GROND),
            )  # fmt: skip


def _bestaande(op: date) -> Iterator[_Gebrek]:
    for punt in Contactpunt.objects.select_related("organisatie__hoort_bij"):
        if punt.vacant_sinds and punt.vacant_sinds <= op:
            yield _vacature(punt)
        elif punt.gecontroleerd_op < op - CONTROLE_NA:
            begin = punt.gecontroleerd_op + CONTROLE_NA
            tekst = f"{punt.get_onderwerp_display()}: klopt dit nog? Laatst gecontroleerd op"
            yield _Gebrek(
                punt.organisatie, sleutel_verouderd(punt), "Contactpunt nakijken",
                f"{tekst} {datum_kort(punt.gecontroleerd_op)}.", begin, begin + _TWEE_WEKEN, _pad(punt),
            )  # fmt: skip


def _vacature(punt: Contactpunt) -> _Gebrek:
    sinds = punt.vacant_sinds or vandaag()
    return _Gebrek(
        punt.organisatie, sleutel_vacant(punt), "Contactpunt is vacant",
        f"{punt.get_onderwerp_display()}: {punt.naam} is er niet. Zet er een opvolger in.", sinds,
        volgende_werkdag(sinds), _pad(punt), _GROND_PER_ONDERWERP.get(punt.onderwerp, _GROND),
    )  # fmt: skip


def _pad(punt: Contactpunt) -> str:
    return f"/organisaties/contacten/{punt.pk}/"


class _Houders:
    """Who keeps the contact points of each organisation on a day, and is really there."""

    def __init__(self, op: date) -> None:
        self.aangesteld = set(Aanstelling.objects.op(op).values_list("organisatie_id", "rol").distinct())
        self.regiokantoor = Organisatie.objects.filter(soort=Soort.REGIOKANTOOR).first()

    def van(self, organisatie: Organisatie) -> tuple[Organisatie, str]:
        """Return who gets the turn: the first keeper that has somebody, else the secretary of the region."""
        keuzes = contactbeheerders(organisatie)
        gevonden = next(((o, rol) for o, rol in keuzes if (o.pk, rol) in self.aangesteld), None)
        if gevonden is None and self.regiokantoor is not None:
            return self.regiokantoor, Rol.SECRETARIS
        return gevonden or keuzes[0]


def _beurt(gebrek: _Gebrek, houders: _Houders) -> NieuweBeurt:
    organisatie, rol = houders.van(gebrek.organisatie)
    voor = "" if organisatie.pk == gebrek.organisatie.pk else f"{gebrek.organisatie}. "
    return NieuweBeurt(
        sleutel=gebrek.sleutel, soort="contactpunt", titel=gebrek.titel, tekst=f"{voor}{gebrek.tekst}",
        organisatie=organisatie, rol=rol, begon_op=gebrek.begon, uiterlijk=gebrek.uiterlijk, grondslag=gebrek.grond,
        handeling="Kijk na", pad=gebrek.pad, escalatie="Regiokantoor",
    )  # fmt: skip
