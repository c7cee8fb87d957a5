"""Loading the whole demonstration region: its history in bulk, what lies open today by the real acts."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction

from jeugdregio.basis.klok import vandaag as vandaag_nu
from jeugdregio.demo.afspraken import laad_afspraken
from jeugdregio.demo.berichtenbureau import laad_berichtenbureau
from jeugdregio.demo.berichtkoppeling import koppel_berichten
from jeugdregio.demo.besluiten import laad_besluiten
from jeugdregio.demo.bestuur_consent import laad_consent
from jeugdregio.demo.bevolking import VENSTER_DAGEN, genereer
from jeugdregio.demo.bezwaren import laad_bezwaren
from jeugdregio.demo.brieven import laad_brieven
from jeugdregio.demo.contractbeheer import laad_contractbeheer
from jeugdregio.demo.declaraties import maak_declaraties
from jeugdregio.demo.einde import laad_einde
from jeugdregio.demo.geschillen import laad_geschillen
from jeugdregio.demo.gezinnen import laad_gezinnen
from jeugdregio.demo.laden_basis import laad_basis
from jeugdregio.demo.laden_geld import Geldlader
from jeugdregio.demo.laden_hulp import Hulplader, eerste_dagen
from jeugdregio.demo.leren import laad_leren
from jeugdregio.demo.mandaten import laad_basismandaten, laad_mandaten
from jeugdregio.demo.mensen import maak_personen
from jeugdregio.demo.opschaling import laad_opschaling
from jeugdregio.demo.opslag import Opslag
from jeugdregio.demo.plannen import laad_plannen
from jeugdregio.demo.plekken import laad_plekken
from jeugdregio.demo.signalen import laad_signalen
from jeugdregio.demo.startpakket import laad_startpakket
from jeugdregio.demo.teksten import laad_teksten
from jeugdregio.demo.termijnen import laad_termijnen
from jeugdregio.demo.toezeggingen import laad_toezeggingen
from jeugdregio.demo.trajecten import Opdracht, maak_opdrachten
from jeugdregio.demo.vergaderingen import laad_vergaderingen
from jeugdregio.demo.verhalen import laad_verhalen
from jeugdregio.demo.werkvoorraad import laad_werkvoorraad
from jeugdregio.demo.zorglandschap import laad_zorglandschap
from jeugdregio.toegang.models import Nummering

# How far back every message about a child is there: at the scale of the region half a year, for the time it takes.
BERICHTEN_DAGEN = {"klein": VENSTER_DAGEN, "regio": 183}
Melder = Callable[[str], None]


def laad(schaal: str, zaad: int, meld: Melder = lambda _tekst: None) -> dict[str, int]:
    """Load the region at a scale ("klein", "regio") into an empty database; return the rows written per table.

    The history goes in one transaction. The stories after it use the real acts, each with its own. Raises KeyError
    for another scale, VerhaalVastgelopen or the refusal of an act when a story cannot be told.
    """
    vandaag = vandaag_nu()
    meld("bevolking en hulp bedenken")
    jeugdigen = genereer(schaal, zaad, vandaag)
    opdrachten = maak_opdrachten(jeugdigen, zaad, vandaag)
    eerste = eerste_dagen(opdrachten)
    personen = maak_personen(jeugdigen, zaad)
    declaraties = maak_declaraties(opdrachten, {i for i, p in enumerate(personen) if p.bsn}, zaad, vandaag)
    opslag = Opslag(zaad)
    with transaction.atomic():
        meld("organisaties, accounts, contracten en afspraken")
        register = laad_basis(opslag, zaad, vandaag)
        laad_basismandaten(register)
        hulp = Hulplader(opslag, register, zaad, vandaag - timedelta(days=BERICHTEN_DAGEN[schaal]))
        meld(f"{len(jeugdigen)} kinderen")
        for nummer, (jeugdige, persoon) in enumerate(zip(jeugdigen, personen, strict=True)):
            hulp.kind(jeugdige, persoon, eerste.get(nummer, vandaag))
        meld(f"{len(opdrachten)} verzoeken en toewijzingen met hun berichten")
        for opdracht in opdrachten:
            hulp.opdracht(opdracht)
        meld(f"{len(declaraties)} declaraties")
        geld = Geldlader(opslag, register, hulp, zaad, vandaag)
        for declaratie in declaraties:
            geld.declaratie(declaratie)
        opslag.schrijf()
        _nummering(hulp, opdrachten)
        geld.boek_wachtende()
        koppel_berichten()
    meld("verhalen en wat er nu ligt")
    laad_verhalen(register, vandaag, schaal, zaad)
    laad_afspraken(register, vandaag)
    laad_einde(register, vandaag)
    laad_mandaten(register, vandaag)
    laad_berichtenbureau(register)
    laad_werkvoorraad(register, vandaag)
    laad_zorglandschap(register, vandaag)
    laad_plekken(register, vandaag)
    laad_contractbeheer(register, vandaag)
    laad_toezeggingen(register, vandaag)
    laad_brieven(register, vandaag)
    laad_signalen(register, vandaag)
    laad_consent(register, vandaag)
    laad_vergaderingen(register, vandaag)
    laad_teksten(register, vandaag)
    laad_geschillen(register, vandaag)
    laad_leren(register, vandaag)
    laad_startpakket(register, vandaag)
    laad_plannen(register, vandaag)
    laad_besluiten(register, vandaag)
    laad_termijnen(register, vandaag)
    laad_bezwaren(register, vandaag)
    laad_opschaling(register, vandaag)
    laad_gezinnen(register, vandaag)
    return opslag.geschreven


def _nummering(hulp: Hulplader, opdrachten: list[Opdracht]) -> None:
    """Let the application go on counting where the history stopped."""
    laatste = dict(hulp.reeksen)
    for opdracht in opdrachten:
        reeks = f"toewijzing:{opdracht.gemeente}"
        laatste[reeks] = max(opdracht.nummer, laatste.get(reeks, 0))
    Nummering.objects.bulk_create(Nummering(reeks=reeks, laatste=aantal) for reeks, aantal in laatste.items())
