"""What the councils were promised: what the sources say, with their dates, and fictional items in every state."""

from datetime import date, timedelta

from jeugdregio.basis import klok
from jeugdregio.bestuur.toezeggingen import actions, regionaal
from jeugdregio.bestuur.toezeggingen.actions import NieuwStuk
from jeugdregio.bestuur.toezeggingen.models import Raadsregel, Raadsstuk
from jeugdregio.demo.laden_basis import Register
from jeugdregio.organisaties.models import Aanstelling, Organisatie, Rol
from jeugdregio.organisaties.wie import Wie, wie_is

_PERIODE = "2022-2026"
_AFKORTING = {"Almere": "ALM", "Dronten": "DRO", "Lelystad": "LEL", "Noordoostpolder": "NOP", "Urk": "URK"}


def laad_toezeggingen(register: Register, vandaag: date) -> None:
    """Tell what the councils asked, by the real acts, each on its own day."""
    gemeenten = {gemeente.naam.lower(): gemeente for gemeente in register.gemeenten}
    for gemeente in gemeenten.values():
        Raadsregel.objects.create(
            gemeente=gemeente, van=date(2018, 1, 1), antwoordtermijn_dagen=30, bron="Reglement van orde (fictief)"
        )
    _uit_de_bronnen(gemeenten, register.op_sleutel["regio"])
    _fictief(gemeenten, vandaag)


def _wie(organisatie: Organisatie, rol: str) -> Wie:
    gebruiker = Aanstelling.objects.filter(organisatie=organisatie, rol=rol).select_related("gebruiker")[0].gebruiker
    wie = wie_is(gebruiker, organisatie.pk)
    assert wie is not None  # noqa: S101  made by this demonstration
    return wie


def _leg_vast(gemeente: Organisatie, op: date, **velden: object) -> Raadsstuk:
    griffier = _wie(gemeente, Rol.GRIFFIER)
    nieuw = NieuwStuk(vergadering_op=op, zittingsperiode=_PERIODE, **velden)  # type: ignore[arg-type]
    with klok.op(op):
        return actions.registreer(griffier, nieuw)


def belofte_van_6_maart(gemeente: Organisatie) -> Raadsstuk:
    """Return the promise of 6 March 2025, 197 days before the advice, as one council has it.

    The cover form names the day and the promise, not the council; all five councils got the letter.
    """
    return _leg_vast(
        gemeente, date(2025, 3, 6), nummer=f"{_AFKORTING[gemeente.naam]}-TOE-25-03", soort="toezegging",
        vergadering="raad", kern="De bevindingen van de deskundigencommissie worden met de raad gedeeld.",
        indiener="niet genoemd in de bron", portefeuillehouder="wethouder jeugd", datumsoort="zonder",
        bron="Voorblad bij de raadsbrief over het advies; welke raad staat er niet bij (in vijf raden: fictief)",
    )  # fmt: skip


def _doe_af(stuk: Raadsstuk, op: date, document: str, gedaan: str) -> None:
    beleid = _wie(stuk.gemeente, Rol.BELEID)
    with klok.op(op):
        actions.stel_afdoening_voor(
            beleid, stuk.pk, versie=_versie(stuk), document=document, verzonden_op=op, vakken=["toezegging"],
            gedaan=gedaan,
        )  # fmt: skip


def _versie(stuk: Raadsstuk) -> int:
    return Raadsstuk.objects.values_list("versie", flat=True).get(pk=stuk.pk)


def _uit_de_bronnen(gemeenten: dict[str, Organisatie], regio: Organisatie) -> None:
    """The motion of Lelystad and the letter due in 2022. The promise of 6 March 2025 comes with its letter."""
    rib = _leg_vast(
        gemeenten["noordoostpolder"], date(2021, 12, 13), nummer="NOP-TOE-21-11", soort="toezegging",
        vergadering="raad", kern="Eind 2022 volgt een raadsinformatiebrief over de uitkomsten van de aanbesteding.",
        indiener="college, in het raadsvoorstel regiovisie (dag van de vergadering fictief)",
        portefeuillehouder="wethouder jeugd", datumsoort="genoemd", genoemd=date(2022, 12, 31),
        bron="Raadsvoorstel regiovisie jeugdhulp, slotalinea",
        onderdelen=["de aanbesteding", "het doel", "de voortgang"],
    )  # fmt: skip
    beleid = _wie(gemeenten["noordoostpolder"], Rol.BELEID)
    for nummer, deel in enumerate(rib.onderdelen.all()[:2]):
        with klok.op(date(2022, 12, 15)):
            actions.beantwoord_onderdeel(
                beleid,
                rib.pk,
                deel.pk,
                versie=_versie(rib),
                antwoord=("Gegund.", "Minder verblijf, meer dichtbij.")[nummer],
            )
    motie = _leg_vast(
        gemeenten["lelystad"], date(2024, 6, 25), nummer="LEL-MOT-24-07", soort="motie", vergadering="raad",
        kern="Breng de manier waarop we het proces lokaal inrichten, om meer grip te houden, ook regionaal in.",
        indiener="raad van Lelystad (dag van de vergadering fictief)", portefeuillehouder="wethouder jeugd",
        datumsoort="zonder", bron="Informatienota aan de raad van Lelystad, 16 januari 2025",
    )  # fmt: skip
    secretaris = _wie(regio, Rol.SECRETARIS)
    with klok.op(date(2024, 9, 2)):
        actie = regionaal.begin_actie(
            secretaris, titel="Lokale processen in de regio naast elkaar", tekst="Wat kunnen gemeenten overnemen?",
            uiterlijk=date(2025, 6, 30), stukken=[motie.pk],
        )  # fmt: skip
    with klok.op(date(2025, 6, 12)):
        regionaal.rond_actie_af(
            secretaris, actie.pk, gedaan=False,
            resultaat="De gemeenten zijn het niet eens over een gezamenlijk proces; het verschil is voorgelegd aan "
            "de deskundigencommissie.",
        )  # fmt: skip


def _fictief(gemeenten: dict[str, Organisatie], vandaag: date) -> None:
    """Items of now in every state; all fictional."""
    vragen = _leg_vast(
        gemeenten["urk"], vandaag - timedelta(days=41), nummer="URK-VRG-26-04", soort="raadsvraag",
        vergadering="schriftelijk",
        kern="Hoe lang wachten jongeren op ambulante hulp, en wat doet het college daaraan?",
        indiener="fractie Zuiderzee", portefeuillehouder="wethouder jeugd", datumsoort="zonder",
    )  # fmt: skip
    van_urk, van_dronten = _wie(gemeenten["urk"], Rol.BELEID), _wie(gemeenten["dronten"], Rol.BELEID)
    with klok.op(vandaag - timedelta(days=30)):
        actions.neem_in_behandeling(van_urk, vragen.pk, versie=1)
    nieuws = _leg_vast(
        gemeenten["dronten"], vandaag - timedelta(days=120), nummer="DRO-TOE-26-02", soort="toezegging",
        vergadering="commissie", kern="Zodra er nieuws is over de inkoop van 2027 hoort de commissie het.",
        indiener="fractie Polderbelang", portefeuillehouder="wethouder jeugd", datumsoort="nieuws",
    )  # fmt: skip
    with klok.op(vandaag - timedelta(days=32)):
        actions.stuur_tussenbericht(
            van_dronten, nieuws.pk, versie=1, nieuwe_datum=None,
            tekst="De planning van de inkoop is nog niet vastgesteld.",
        )  # fmt: skip
    klaar = _leg_vast(
        gemeenten["lelystad"], vandaag - timedelta(days=90), nummer="LEL-TOE-26-05", soort="toezegging",
        vergadering="commissie", kern="De commissie krijgt een overzicht van wie ouders kunnen bellen.",
        indiener="fractie Bataviastad", portefeuillehouder="wethouder jeugd", datumsoort="genoemd",
        genoemd=vandaag - timedelta(days=20),
    )  # fmt: skip
    gedaan = "Het overzicht met telefoonnummers per onderwerp staat op de website en ging per brief naar alle scholen."
    _doe_af(klaar, vandaag - timedelta(days=28), "Memo met overzicht", gedaan)
    griffier = _wie(gemeenten["lelystad"], Rol.GRIFFIER)
    with klok.op(vandaag - timedelta(days=9)):
        actions.beoordeel(griffier, klaar.pk, versie=_versie(klaar), akkoord=True, reden="")
    _leg_vast(
        gemeenten["lelystad"], vandaag - timedelta(days=12), nummer="LEL-TOE-26-09", soort="toezegging",
        vergadering="raad", kern="Het college informeert de raad besloten over het gesprek met een aanbieder.",
        indiener="fractie Bataviastad", portefeuillehouder="wethouder jeugd", datumsoort="genoemd",
        genoemd=vandaag + timedelta(days=18), openbaar=False,
    )  # fmt: skip
