"""The turns of the talks: plan one each quarter, prepare it, write down what was agreed, do what was agreed."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from jeugdregio.beurten.actions import NieuweBeurt, laat_vervallen, open_beurten, rond_af, verzet
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.zorglandschap.gesprekken.kwartaal import Kwartaal, kwartaal_van
from jeugdregio.zorglandschap.gesprekken.models import Actie, Gesprek
from jeugdregio.zorglandschap.models import Contract
from recht.datum import datum_kort

# Chosen here; the council proposal on the regional vision only says: each quarter, from the figures.
VOORBEREIDEN = timedelta(days=14)
PLANNEN = timedelta(days=42)
GRONDSLAG = "Raadsvoorstel regiovisie jeugdhulp, evaluatie: elk kwartaal een gesprek op basis van de cijfers"


def sleutel(gesprek: Gesprek, wat: str) -> str:
    """Key of a turn of a talk: voorbereiden, lezen, houden."""
    return f"gesprek:{gesprek.pk}:{wat}"


def sleutel_plannen(aanbieder: Organisatie, kwartaal: Kwartaal) -> str:
    """Key of the turn to plan the talk of the region about a quarter."""
    return f"gesprek:plannen:{aanbieder.pk}:{kwartaal.code}"


def sleutel_actie(actie: Actie) -> str:
    """Key of the turn to do an action."""
    return f"gespreksactie:{actie.pk}"


def rol_van(organisatie: Organisatie) -> str:
    """Return who at an organisation has these turns."""
    rollen = {Soort.AANBIEDER: Rol.AANBIEDER, Soort.GI: Rol.GI}
    return rollen.get(Soort(organisatie.soort), Rol.CONTRACT)


def _van(gesprek: Gesprek, wat: str, organisatie: Organisatie, op: date, uiterlijk: date, **rest: Any) -> NieuweBeurt:
    ander = gesprek.aanbieder if organisatie == gesprek.beheerder else gesprek.beheerder
    return NieuweBeurt(
        sleutel=sleutel(gesprek, wat), soort=f"gesprek-{wat}", organisatie=organisatie, rol=rol_van(organisatie),
        begon_op=op, uiterlijk=uiterlijk, kenmerk=f"{gesprek.jaar} kwartaal {gesprek.kwartaal}", wachtende=ander,
        grondslag=GRONDSLAG, pad=reverse("gesprekken:gesprek", args=[gesprek.pk]), escalatie="regiodirecteur",
        uitleg=(f"Het gesprek is op {datum_kort(gesprek.op)}.",), **rest,
    )  # fmt: skip


def bij_plannen(gesprek: Gesprek, op: date) -> None:
    """Give who leads the talk the turn to prepare it, and close that to plan it."""
    rond_af(sleutel_plannen(gesprek.aanbieder, gesprek.periode))
    open_beurten([
        _van(
            gesprek, "voorbereiden", gesprek.beheerder, op, max(op, gesprek.op - VOORBEREIDEN),
            titel=f"Kwartaalgesprek met {gesprek.aanbieder} voorbereiden", handeling="Bereid voor",
            tekst=f"Het gesprek gaat over {gesprek.periode}. Maak de agenda uit de cijfers.",
        )
    ])  # fmt: skip


def bij_voorbereiden(gesprek: Gesprek, op: date) -> None:
    """Both have their turn now: the provider to read the agenda, who leads it to hold the talk."""
    rond_af(sleutel(gesprek, "voorbereiden"))
    open_beurten([
        _van(gesprek, "lezen", gesprek.aanbieder, op, gesprek.op, titel=f"Kwartaalgesprek met {gesprek.beheerder}",
             tekst="Lees de agenda en zet er zelf op wat je wilt bespreken.", handeling="Lees de agenda"),
        _van(gesprek, "houden", gesprek.beheerder, op, gesprek.op, handeling="Leg vast",
             titel=f"Kwartaalgesprek met {gesprek.aanbieder} houden", tekst="Leg daarna vast wat is afgesproken."),
    ])  # fmt: skip


def bij_verzetten(gesprek: Gesprek, op: date) -> None:
    """Move the open turns along with the talk."""
    uitleg = [f"Het gesprek is verzet naar {datum_kort(gesprek.op)}."]
    verzet(sleutel(gesprek, "voorbereiden"), max(op, gesprek.op - VOORBEREIDEN), uitleg)
    for wat in ("lezen", "houden"):
        verzet(sleutel(gesprek, wat), gesprek.op, uitleg)


def bij_gehouden(gesprek: Gesprek) -> None:
    """Close the turns of a talk that was held."""
    rond_af(*(sleutel(gesprek, wat) for wat in ("voorbereiden", "lezen", "houden")))


def bij_vervallen(gesprek: Gesprek) -> None:
    """Close the turns of a talk that will not be held."""
    laat_vervallen(*(sleutel(gesprek, wat) for wat in ("voorbereiden", "lezen", "houden")))


def open_actie(actie: Actie, op: date) -> None:
    """Give the owner of an action its turn."""
    gesprek = actie.gesprek
    ander = gesprek.aanbieder if actie.eigenaar != gesprek.aanbieder else gesprek.beheerder
    open_beurten([
        NieuweBeurt(
            sleutel=sleutel_actie(actie), soort="gespreksactie", titel="Actie uit kwartaalgesprek", tekst=actie.wat,
            organisatie=actie.eigenaar, rol=rol_van(actie.eigenaar), begon_op=op, uiterlijk=actie.uiterlijk,
            kenmerk=f"{gesprek.jaar} kwartaal {gesprek.kwartaal}", wachtende=ander, handeling="Rond af",
            grondslag=f"Afgesproken in het kwartaalgesprek van {datum_kort(gesprek.op)}",
            pad=f"{reverse('gesprekken:gesprek', args=[gesprek.pk])}#acties", escalatie="contractmanager",
        )
    ])  # fmt: skip


def bij_de_tijd(op: date) -> int:
    """Open the turns to plan the talks about the last quarter; again changes nothing. Returns how many wait."""
    beurten = list(_te_plannen(op))
    open_beurten(beurten)
    return len(beurten)


def _te_plannen(op: date) -> Iterator[NieuweBeurt]:
    """A talk of the region with every provider whose contract of the region holds, when there is none yet."""
    regio = Organisatie.objects.filter(soort=Soort.REGIOKANTOOR).first()
    if regio is None:
        return
    kwartaal = kwartaal_van(op).vorige
    gepland = Gesprek.objects.filter(beheerder=regio, jaar=kwartaal.jaar, kwartaal=kwartaal.nummer).exclude(
        staat=Gesprek.Staat.VERVALLEN
    )
    lopend = Contract.objects.op(op).filter(staat=Contract.Staat.GETEKEND, opdrachtgever=None)
    aanbieders = Organisatie.objects.filter(pk__in=lopend.values("aanbieder")).exclude(
        pk__in=gepland.values("aanbieder")
    )
    for aanbieder in aanbieders:
        yield NieuweBeurt(
            sleutel=sleutel_plannen(aanbieder, kwartaal), soort="gesprek-plannen", organisatie=regio, rol=Rol.CONTRACT,
            titel=f"Kwartaalgesprek met {aanbieder} plannen", tekst=f"Over {kwartaal} is er nog geen gesprek.",
            begon_op=kwartaal.volgende.van, uiterlijk=kwartaal.tot + PLANNEN, grondslag=GRONDSLAG,
            uitleg=(f"Het kwartaal eindigde op {datum_kort(kwartaal.tot)}; daarna zes weken om te plannen.",),
            handeling="Plan het gesprek", escalatie="regiodirecteur", kenmerk=kwartaal.code,
            pad=f"{reverse('gesprekken:nieuw')}?aanbieder={aanbieder.pk}&kwartaal={kwartaal.code}",
        )  # fmt: skip
