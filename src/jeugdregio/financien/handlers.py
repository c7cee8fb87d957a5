"""What happens when a JW323 comes in. Runs inside the one transaction of `postbus.verwerk`."""

from collections.abc import Sequence

from ijw import Bevinding
from ijw.berichten import Bericht as IjwBericht
from ijw.berichten import jw323, jw325
from ijw.declaratie import maak_antwoord
from ijw.overstijgend import Dossier, controleer
from jeugdregio.basis.klok import vandaag
from jeugdregio.financien.aanbiederkant import boek_ingediend, verwerk_antwoord
from jeugdregio.financien.boeken import boek, geheel_afgekeurd
from jeugdregio.financien.dossier import vul_dossier
from jeugdregio.postbus import voortgang
from jeugdregio.postbus.actions import volgende_identificatie
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.register import Afhandeling, registreer
from jeugdregio.postbus.uitgangstoets import BerichtNietInOrde


def declaratie(bericht: IjwBericht, opgeslagen: Bericht) -> Afhandeling:
    """Judge a declaration against assignments, earlier lines and contract; book it and answer it (JW325).

    An own declaration for a municipality elsewhere is only booked: its answer comes from there.
    """
    inhoud = _jw323(bericht)
    aanbieder, gemeente = opgeslagen.afzender, opgeslagen.ontvanger
    if aanbieder is None or gemeente is None:
        raise ValueError("Van een declaratie zijn afzender en ontvanger bekend voordat zij wordt beoordeeld.")
    if opgeslagen.richting == Bericht.Richting.UIT:
        return boek_ingediend(inhoud, opgeslagen, aanbieder, gemeente)
    regels = sum(len(client.prestaties) for client in inhoud.declaratie.clienten)
    voortgang.meld(voortgang.TOETSEN, 0, regels)
    bevindingen = controleer(inhoud, vul_dossier(inhoud, aanbieder, gemeente), vandaag=vandaag())
    voortgang.meld(voortgang.BOEKEN, 0, regels)
    if not geheel_afgekeurd(bevindingen):
        boek(inhoud, opgeslagen, aanbieder, gemeente, bevindingen)
    voortgang.meld(voortgang.ANTWOORDEN, regels, regels)
    return Afhandeling(bevindingen=bevindingen, antwoord=afkeur(inhoud, opgeslagen, bevindingen))


def afkeur(bericht: IjwBericht, opgeslagen: Bericht, bevindingen: Sequence[Bevinding]) -> IjwBericht:
    """Make the JW325 from the findings, also when the declaration is refused as a whole (level 2, TR056)."""
    if opgeslagen.ontvanger is None:
        raise ValueError("Zonder gemeente is er niemand die de declaratie beantwoordt.")
    declaratie_ = _jw323(bericht)
    antwoord = maak_antwoord(
        declaratie_,
        bevindingen,
        identificatie=volgende_identificatie(opgeslagen.ontvanger),
        dagtekening=vandaag(),
    )
    _eis_in_orde(antwoord, declaratie_)
    return antwoord


def _eis_in_orde(antwoord: jw325.Bericht, declaratie_: jw323.Bericht) -> None:
    """Levels 3 and 4 as the provider will judge the answer; here, where the declaration is at hand (OP192)."""
    dossier = Dossier.van(aanbieder_agb=declaratie_.header.afzender, declaraties=[declaratie_])
    bevindingen = controleer(antwoord, dossier, vandaag=vandaag())
    if bevindingen:
        raise BerichtNietInOrde(antwoord.SOORT, bevindingen)


def _jw323(bericht: IjwBericht) -> jw323.Bericht:
    if not isinstance(bericht, jw323.Bericht):
        raise TypeError(f"Dit is geen JW323 maar een {bericht.SOORT}.")
    return bericht


def aanmelden() -> None:
    """Tell the post room that this room handles declarations."""
    registreer("JW323", declaratie, afkeur=afkeur)
    registreer("JW325", verwerk_antwoord)
