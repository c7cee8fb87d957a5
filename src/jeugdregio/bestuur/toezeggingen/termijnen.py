"""When an item is due. A named day counts as it is; what was left open gets the day on which it is asked about."""

from dataclasses import dataclass
from datetime import date, timedelta

from jeugdregio.bestuur.toezeggingen.models import Raadsregel, Raadsstuk
from jeugdregio.organisaties.models import Organisatie
from recht.datum import datum_kort, maanden_erbij
from recht.kalender import reden_geen_werkdag, rol_door

ANTWOORD_DAGEN = 30
KWARTAAL = 3


@dataclass(frozen=True, slots=True)
class Termijn:
    """The day something is due, with the steps that explain it."""

    uiterlijk: date
    stappen: tuple[str, ...]


def zonder_datum(vergadering_op: date) -> Termijn:
    """Return the first 1 July or 31 December after the meeting: where councils look back when no day was named."""
    juli, december = date(vergadering_op.year, 7, 1), date(vergadering_op.year, 12, 31)
    dagen = (juli, december, date(vergadering_op.year + 1, 7, 1))
    uiterlijk = next(dag for dag in dagen if dag > vergadering_op)
    return Termijn(uiterlijk, (f"Er is geen datum genoemd: de raad kijkt op {datum_kort(uiterlijk)} terug.",))


def zodra_er_nieuws_is(na: date) -> Termijn:
    """Return the day of the quarterly reminder: three months after the meeting or the last message."""
    uiterlijk = maanden_erbij(na, KWARTAAL)
    return Termijn(
        uiterlijk, (f"Zodra er nieuws is: elk kwartaal een bericht, dus uiterlijk {datum_kort(uiterlijk)}.",)
    )


def kwartalen_erbij(dag: date, aantal: int) -> date:
    """Return the day so many quarters later; counted from the first day, so that 30 November stays the 30th."""
    return maanden_erbij(dag, aantal * KWARTAAL)


def antwoord(gemeente: Organisatie, gesteld_op: date) -> Termijn:
    """Return the day on which written questions must be answered, by the council's own rules of order.

    Without such rules on record 30 days, which is what most councils use. The day rolls only when those rules say so:
    the Algemene termijnenwet is about statutes, not about rules of order.
    """
    regel = Raadsregel.objects.op(gesteld_op).filter(gemeente=gemeente).first()
    dagen = regel.antwoordtermijn_dagen if regel else ANTWOORD_DAGEN
    ruw = gesteld_op + timedelta(days=dagen)
    bron = regel.bron if regel else "gebruikelijk; het reglement van deze raad is niet vastgelegd"
    stappen = [f"{dagen} dagen na {datum_kort(gesteld_op)} is {datum_kort(ruw)} ({bron})."]
    vrij = reden_geen_werkdag(ruw)
    if vrij and regel and regel.rolt_door:
        ruw = rol_door(ruw)
        stappen.append(f"Dat is {vrij}; volgens het reglement schuift het door naar {datum_kort(ruw)}.")
    elif vrij:
        stappen.append(f"Dat is {vrij}. Het reglement laat de termijn niet doorschuiven.")
    return Termijn(ruw, tuple(stappen))


def voor(soort: str, gemeente: Organisatie, vergadering_op: date, datumsoort: str, genoemd: date | None) -> Termijn:
    """Return the term of a new item. Raises ValueError when a day was named but is not given."""
    if datumsoort == Raadsstuk.Datumsoort.GENOEMD and genoemd:
        return Termijn(genoemd, (f"Toegezegd voor {datum_kort(genoemd)}.",))
    if datumsoort == Raadsstuk.Datumsoort.GENOEMD:
        raise ValueError("Er is een datum genoemd, maar die is niet ingevuld.")
    if soort == Raadsstuk.Soort.RAADSVRAAG:
        return antwoord(gemeente, vergadering_op)
    if datumsoort == Raadsstuk.Datumsoort.NIEUWS:
        return zodra_er_nieuws_is(vergadering_op)
    return zonder_datum(vergadering_op)
