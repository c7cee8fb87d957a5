"""The round that gives everything that stands still a turn, and ends the turn when it moves again."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import NieuweBeurt, heropen, open_beurten, rond_af
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Deelname, Organisatie, Soort
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.stilstand import ANTWOORD, FILTER, MISLUKT, OPHALEN, WACHT, Onderweg, stilstaand
from jeugdregio.postbus.vastgelopen import rol_van_berichten
from recht import keten

_VOOR = "postbus:"
_TITEL = {
    WACHT: "Berichten blijven liggen",
    OPHALEN: "Berichten ophalen",
    ANTWOORD: "Antwoord op berichten is te laat",
    MISLUKT: "Bericht kon niet worden bezorgd",
}
_TEKST = {
    WACHT: "Ze hadden al verwerkt of bezorgd moeten zijn. Vraag de technisch beheerder of het achtergrondwerk draait.",
    OPHALEN: "Er staan berichten van {ander} voor je klaar die je systeem niet ophaalt.",
    ANTWOORD: "{ander} stuurde het retourbericht niet op tijd. Bel, of stuur het bericht nog eens.",
    MISLUKT: "Bezorgen lukte vijf keer niet. Neem de oorzaak weg en bezorg opnieuw.",
}


@dataclass(frozen=True)
class _Groep:
    """Whose turn it is for one reason, about which other side."""

    reden: str
    aan_zet: UUID
    ander: UUID | None

    @property
    def sleutel(self) -> str:
        return f"{_VOOR}{self.reden}:{self.aan_zet}:{self.ander or ''}"


def bewaak() -> tuple[int, int]:
    """Open a turn for everything that stands still and close those that are over; return how many of each.

    One turn for each reason and pair of organisations: forty messages that one provider does not fetch are one thing
    to do. Again: changes nothing.
    """
    with transaction.atomic():
        groepen = _groepen()
        open_nu = set(
            Beurt.objects.filter(sleutel__startswith=_VOOR, staat=Beurt.Staat.OPEN).values_list("sleutel", flat=True)
        )
        nieuw = {sleutel: groep for sleutel, groep in groepen.items() if sleutel not in open_nu}
        organisaties = Organisatie.objects.in_bulk({pk for g, _ in nieuw.values() for pk in (g.aan_zet, g.ander) if pk})
        open_beurten(_beurt(groep, sinds, organisaties) for groep, sinds in nieuw.values())
        heropen(*nieuw)
        over = open_nu - groepen.keys()
        rond_af(*over)
    return len(nieuw), len(over)


def zonder_uitweg() -> list[Bericht]:
    """Return the messages that hang: they stand still and it is nobody's turn. After `bewaak` there are none."""
    open_nu = set(Beurt.objects.filter(staat=Beurt.Staat.OPEN).values_list("sleutel", flat=True))
    hangt = [rij.pk for reden, rij in stilstaand() if _groep(reden, rij).sleutel not in open_nu]
    return list(Bericht.objects.filter(pk__in=hangt).defer("inhoud", "bevindingen"))


def _groepen() -> dict[str, tuple[_Groep, date]]:
    """The groups by key, each with the day of its oldest message."""
    uit: dict[str, tuple[_Groep, date]] = {}
    for reden, rij in stilstaand():
        groep = _groep(reden, rij)
        uit.setdefault(groep.sleutel, (groep, rij.ontvangen))
    return uit


def _groep(reden: str, rij: Onderweg) -> _Groep:
    if reden == OPHALEN and rij.ontvanger_id:
        return _Groep(reden, rij.ontvanger_id, rij.afzender_id)
    if rij.richting == Bericht.Richting.UIT and rij.afzender_id:
        return _Groep(reden, rij.afzender_id, rij.ontvanger_id)
    # What came in and was not read yet has no parties: who offered it, else the centre municipality.
    return _Groep(reden, rij.ontvanger_id or rij.aangeboden_door_id or _centrumgemeente(), None)


def _centrumgemeente() -> UUID:
    """Who looks after what belongs to nobody; without a centre municipality the first municipality there is."""
    centrum = Deelname.objects.op(vandaag()).filter(rol=Deelname.Rol.CENTRUMGEMEENTE).order_by("organisatie")
    gevonden = centrum.values_list("organisatie", flat=True).first()
    return gevonden or Organisatie.objects.filter(soort=Soort.GEMEENTE).order_by("code").values_list("pk", flat=True)[0]


def _beurt(groep: _Groep, sinds: date, organisaties: dict[UUID, Organisatie]) -> NieuweBeurt:
    wie, ander = organisaties[groep.aan_zet], organisaties.get(groep.ander) if groep.ander else None
    termijn = keten.retour(sinds)
    return NieuweBeurt(
        sleutel=groep.sleutel, soort="bericht", titel=_TITEL[groep.reden], aanduiding=ander.naam if ander else "",
        tekst=_TEKST[groep.reden].format(ander=ander.naam if ander else "de afzender"), organisatie=wie,
        rol=rol_van_berichten(wie), wachtende=ander if groep.reden == OPHALEN else None, begon_op=sinds,
        uiterlijk=termijn.datum, grondslag=termijn.grondslag,
        uitleg=tuple(stap.tekst for stap in termijn.stappen), handeling="Bekijk de berichten",
        pad=f"/berichten/?{FILTER[groep.reden]}", escalatie="Functioneel beheerder",
    )  # fmt: skip
