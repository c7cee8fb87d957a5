"""Families whose question came in at the municipality itself, told by the real acts: own request, transfer, crisis."""

from datetime import date, datetime, time, timedelta

from jeugdregio.basis import klok
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.demo.bevolking import verjaardag
from jeugdregio.demo.opslag import moment
from jeugdregio.demo.trajecten import werkdagen_terug
from jeugdregio.demo.verteller import BRP, Verteller
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang import actions as toegang
from jeugdregio.toegang.gezinnen import broers
from jeugdregio.toegang.gezinnen.aanmaken import NieuwKind, maak_kind
from jeugdregio.toegang.gezinnen.aannemen import Vraag, neem_aan
from jeugdregio.toegang.gezinnen.adres import zet_geheim
from jeugdregio.toegang.gezinnen.zoeken import Signalement
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag, sluit_hulpvraag
from jeugdregio.toegang.hulpvragen.models import Afloop, Casusrol, Hulpvraag, Weg
from jeugdregio.toegang.hulpvragen.overleg import leg_raadpleging_vast
from jeugdregio.toegang.hulpvragen.spoed import start_spoedhulp, wie_heeft_dienst
from jeugdregio.toegang.hulpvragen.wisselen import wijs_rol_toe
from jeugdregio.toegang.maatregelen import leg_maatregel_vast
from jeugdregio.toegang.models import Kind, Maatregel
from jeugdregio.toegang.toestemming import actions as toestemming

ALMERE, DRONTEN, LELYSTAD, NOORDOOSTPOLDER, URK = "0034", "0303", "0995", "0171", "0184"
OUDERS = (("Kim", "moeder"), ("Rob", "vader"))
RECHTBANK = "Rechtbank Midden-Nederland"


def _wie(v: Verteller, gemeente: str) -> Wie:
    return v.wie(v.register.op_code[gemeente], Rol.TOEGANG)


def _maak(
    v: Verteller, gemeente: str, wie_het_is: tuple[str, str, str], geboren: date, op: date, *, zonder: str = "",
    uitleg: str = "",
) -> Kind:  # fmt: skip
    """Make the file of a child by the real act, with its parents; without BSN for the reason `zonder`."""
    voornaam, achternaam, geslacht = wie_het_is
    wie = _wie(v, gemeente)
    signalement = Signalement(
        achternaam=achternaam, voornamen=voornaam, geboortedatum=geboren, bsn="" if zonder else v.bsn()
    )
    nieuw = NieuwKind(signalement=signalement, geslacht=geslacht, zonder_bsn=zonder, zonder_bsn_uitleg=uitleg)
    with klok.op(moment(op, 10)):
        kind = maak_kind(wie, nieuw, ander_kind=True)
        for naam, relatie in OUDERS:
            toegang.voeg_gezagsdrager_toe(
                wie, kind.pk, f"{naam} {achternaam}", relatie, bron="register", nagekeken_op=op
            )
    return kind


def _jaren(v: Verteller, leeftijd: int) -> date:
    return verjaardag(v.vandaag, -leeftijd) - timedelta(days=40)


def _ja(v: Verteller, vraag: Hulpvraag, op: date, *, zonder: tuple[str, ...] = (), nee: tuple[str, ...] = ()) -> None:
    """Record the answers of the parents to the help of a question."""
    wie = v.wie(vraag.gemeente, Rol.TOEGANG)
    with klok.op(moment(op, 13)):
        for drager in vraag.kind.gezagsdragers.all():
            if drager.relatie in zonder:
                continue
            toestemming.leg_toestemming_vast(
                wie, vraag.kind_id, drager.pk, "nee" if drager.relatie in nee else "ja", op,
                voor=toestemming.Voor(hulpvraag_id=vraag.pk),
                uitleg=toestemming.Uitleg(tekst="Wat de hulp inhoudt en wat er gebeurt zonder hulp.", op=op),
            )  # fmt: skip


def verhaal_2(v: Verteller) -> None:
    """An own application for a boy of 9 in Lelystad: the eight weeks have just run out, one parent did not answer."""
    aanvraag = werkdagen_terug(v.terug(58), 0)
    thijs = _maak(v, LELYSTAD, ("Thijs", "Zomer", "1"), _jaren(v, 9), aanvraag)
    with klok.op(moment(aanvraag, 11)):
        toegang.bevestig_woonplaats(_wie(v, LELYSTAD), thijs.pk, thijs.geboortedatum, BRP)
        vraag = open_hulpvraag(
            _wie(v, LELYSTAD), thijs.pk, Weg.EIGEN, aanvraag,
            vraag="Thijs slaapt slecht en wordt op school snel boos. Wij weten niet meer wat helpt.",
        )  # fmt: skip
    _ja(v, vraag, werkdagen_terug(v.terug(40), 0), zonder=("vader",))
    _geheim_adres(v)
    _bij_de_uitvoerder(v)


def _bij_de_uitvoerder(v: Verteller) -> None:
    """A girl whose parents went to the organisation that indicates for Lelystad; it wrote the question down itself."""
    op = werkdagen_terug(v.terug(3), 0)
    uitvoerder = v.wie(v.register.op_sleutel["jeugdlelystad"], Rol.TOEGANG)
    yara = Signalement(achternaam="Kuiper", voornamen="Yara", geboortedatum=_jaren(v, 11), bsn=v.bsn())
    with klok.op(moment(op, 15)):
        neem_aan(
            uitvoerder, NieuwKind(signalement=yara, geslacht="2"),
            Vraag(Weg.EIGEN, op, "Yara eet slecht en komt haar kamer niet meer uit."), ander_kind=True,
        )  # fmt: skip


def _geheim_adres(v: Verteller) -> None:
    """A girl whose address nobody may name; her question came in last week."""
    op = werkdagen_terug(v.terug(6), 0)
    kind = _maak(v, DRONTEN, ("Nina", "Veld", "2"), _jaren(v, 8), op)
    with klok.op(moment(op, 12)):
        zet_geheim(_wie(v, DRONTEN), kind.pk, geheim=True)
        open_hulpvraag(_wie(v, DRONTEN), kind.pk, Weg.EIGEN, op, vraag="Hulp na het vertrek van vader.")


def verhaal_4(v: Verteller) -> None:
    """Veilig Thuis transfers three children in Noordoostpolder; for one a parent says no, and nothing starts."""
    op = werkdagen_terug(v.terug(12), 0)
    wie, veilig_thuis = _wie(v, NOORDOOSTPOLDER), v.register.op_sleutel["veiligthuis"]
    kinderen = [
        _maak(v, NOORDOOSTPOLDER, (naam, "Haan", geslacht), _jaren(v, leeftijd), op)
        for naam, geslacht, leeftijd in (("Bas", "1", 11), ("Fenna", "2", 8), ("Otis", "1", 5))
    ]
    with klok.op(moment(op, 14)):
        for kind in kinderen[1:]:
            broers.koppel(wie, kinderen[0].pk, kind.kenmerk)
        vragen = [
            open_hulpvraag(wie, kind.pk, Weg.VEILIG_THUIS, op, van=veilig_thuis, vraag="Rust en veiligheid thuis.")
            for kind in kinderen
        ]
        for vraag in vragen:
            wijs_rol_toe(wie, vraag.pk, Casusrol.CONTACT, wie.organisatie, versie=1, gebruiker=wie.gebruiker)
    _ja(v, vragen[0], werkdagen_terug(v.terug(5), 0))
    _ja(v, vragen[1], werkdagen_terug(v.terug(5), 0), nee=("vader",))
    with klok.op(moment(werkdagen_terug(v.terug(3), 0), 16)):
        sluit_hulpvraag(
            wie, vragen[1].pk, Afloop.GEEN_HULP, "Vader stemt niet in met de hulp. De gemeente bespreekt de zorgen "
            "met Veilig Thuis.", versie=2,
        )  # fmt: skip


def verhaal_5(v: Verteller) -> None:
    """Crisis on Saturday night in Urk: help began at once, BSN and papers follow."""
    zaterdag = v.vandaag - timedelta(days=(v.vandaag.weekday() - 5) % 7 or 7)
    nacht = datetime.combine(zaterdag, time(23, 30), AMSTERDAM)
    wie = _wie(v, URK)
    with klok.op(nacht):
        dienst = wie_heeft_dienst(wie, wie.organisatie).kaart
    kind = _maak(v, URK, ("Onbekend", "Visser", "2"), _jaren(v, 6), zaterdag, zonder="spoed",
                 uitleg="De ouders waren niet aanspreekbaar en er waren geen papieren.")  # fmt: skip
    with klok.op(nacht + timedelta(minutes=20)):
        start_spoedhulp(
            wie, kind.pk, nacht, door="Pleeggezin via de crisisdienst", gebeld=dienst.naam if dienst else "",
            waarom="Beide ouders zijn aangehouden. Er was niemand die voor het meisje kon zorgen.",
        )  # fmt: skip
    with klok.op(moment(zaterdag + timedelta(days=1), 12)):
        leg_maatregel_vast(
            wie, kind.pk, Maatregel.Soort.VOTS, zaterdag + timedelta(days=1), None, instantie=RECHTBANK, gi=_gi(v)
        )


def verhaal_gi(v: Verteller) -> None:
    """A certified institution consulted Almere and decided otherwise; and an unborn child waits for its birth."""
    op, wie = werkdagen_terug(v.terug(9), 0), _wie(v, ALMERE)
    kind = _maak(v, ALMERE, ("Sami", "Dijk", "1"), _jaren(v, 13), op)
    with klok.op(moment(op, 15)):
        leg_maatregel_vast(wie, kind.pk, Maatregel.Soort.OTS, op - timedelta(days=14), None, instantie=RECHTBANK,
                           zaaknummer="C/16/26-411", gi=_gi(v))  # fmt: skip
        vraag = open_hulpvraag(wie, kind.pk, Weg.GI, op, van=_gi(v), vraag="Een plek waar Sami tot rust komt.")
        leg_raadpleging_vast(
            wie, vraag.pk, _gi(v), op, namens_gi="Gezinsvoogd van Sami", namens_gemeente=wie.gebruikersnaam,
            advies="Probeer eerst hulp thuis.", bepaling="Verblijf in een gezinshuis, vanwege de veiligheid.",
        )  # fmt: skip
    baby = _maak(v, ALMERE, ("", "Bos", "0"), v.vandaag + timedelta(days=60), op, zonder="ongeboren")
    with klok.op(moment(op, 16)):
        open_hulpvraag(wie, baby.pk, Weg.EIGEN, op, vraag="Hulp voor als de baby er is.")


def _gi(v: Verteller) -> Organisatie:
    return next(o for o in v.register.op_sleutel.values() if o.soort == "gi")
