"""Help that ends, decided in every way in Lelystad and Dronten; and requests of families about their file."""

from datetime import date, timedelta

from jeugdregio.afspraken import actions as normen
from jeugdregio.afspraken.actions import BesluitVelden, NormVelden
from jeugdregio.afspraken.models import Rang
from jeugdregio.basis import klok
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.opslag import moment
from jeugdregio.demo.termijnen import maak_gezin
from jeugdregio.demo.verteller import Verteller
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.bewaren import actions as bewaren
from jeugdregio.toegang.bewaren.models import Dossierverzoek
from jeugdregio.toegang.bewaren.termijn import zet_op_vernietigingslijst
from jeugdregio.toegang.eindigen import actions as einde
from jeugdregio.toegang.models import Kind, Toewijzing
from jeugdregio.toegang.overlap import lopend_vanaf
from jeugdregio.toegang.verlengen import van_de_rechter, zonder_opvolger
from jeugdregio.toegang.woonplaats.actions import open_voortzettingsbeurten
from recht.datum import leeftijd, verjaardag

_BRON, _PLAATS = "Werkafspraak verlengen", "fictief, voor de demonstratie"
_NORMEN = (
    ("verlenging_vooraf", "twaalf weken voor het einde", "12"),
    ("verlenging_tijdens_beoordeling", "ja, tot het besluit er is", "ja"),
)
Staat, Soort = Dossierverzoek.Staat, Dossierverzoek.Soort


def laad_einde(register: Register, vandaag: date) -> None:
    """Decide about help that ends by the real acts, and let families ask about their file."""
    v = Verteller(register, vandaag)
    _normen_van_lelystad(v)
    for sleutel in ("lelystad", "dronten"):
        wie = v.wie(register.op_sleutel[sleutel], Rol.TOEGANG)
        _besluiten(v, wie)
        _achttien(v, wie)
    _dossierverzoeken(v)
    _bewaartermijn_voorbij(v)
    einde.open_gevallen(vandaag)
    einde.open_achttienbeurten(vandaag)
    open_voortzettingsbeurten(vandaag)


def _normen_van_lelystad(v: Verteller) -> None:
    """Lelystad looks earlier than others and lets help go on while it reviews."""
    gemeente = v.register.op_sleutel["lelystad"]
    beleid = v.wie(gemeente, Rol.BELEID)
    for vraag, antwoord, waarde in _NORMEN:
        with klok.op(moment(v.terug(200), 10)):
            velden = NormVelden(
                vraag=vraag, antwoord=antwoord, waarde=waarde, rang=Rang.LOKAAL, van=v.terug(200), bron=_BRON,
                plaats=_PLAATS,
            )  # fmt: skip
            norm = normen.maak_concept(beleid, velden)
            normen.stel_vast(beleid, norm.pk, BesluitVelden("College van Lelystad", v.terug(201)), versie=norm.versie)


def _eindigend(v: Verteller, wie: Wie) -> list[Toewijzing]:
    """Help of one's own municipality that ends within eight weeks, of youths far from eighteen."""
    uiterlijk = v.vandaag + timedelta(weeks=8)
    gevonden = zonder_opvolger(
        Toewijzing.objects.filter(gemeente=wie.organisatie, einddatum__gt=v.vandaag, einddatum__lte=uiterlijk)
    ).filter(frequentie="4", volume__isnull=False).order_by("einddatum", "nummer")  # fmt: skip
    return [t for t in gevonden[:60] if leeftijd(t.kind.geboortedatum, v.vandaag) < 16 and not van_de_rechter(t)]


def _besluiten(v: Verteller, wie: Wie) -> None:
    """Longer, on while it is reviewed where a norm says so, over with other help, over for good; the rest is open."""
    rijen = _eindigend(v, wie)
    dag = v.terug(2)
    with klok.op(moment(dag, 10)):
        for toewijzing, doe in zip(rijen, (_verleng, _ander, _doorlopen, _klaar), strict=False):
            doe(v, wie, toewijzing)


def _verleng(v: Verteller, wie: Wie, t: Toewijzing) -> None:
    einde.verleng(wie, t.pk, v.vandaag + timedelta(days=240), "De doelen zijn half gehaald.", versie=t.versie)


def _doorlopen(v: Verteller, wie: Wie, t: Toewijzing) -> None:
    if wie.organisatie.code == "0995" and t.einddatum is not None:
        tot = t.einddatum + timedelta(weeks=6)
        einde.laat_doorlopen(wie, t.pk, tot, "Het onderzoek is nog niet af.", versie=t.versie)


def _ander(v: Verteller, wie: Wie, t: Toewijzing) -> None:
    einde.eindig(
        wie, t.pk, "andere_hulp", "Na deze hulp volgt gezinsbehandeling.", verteld_op=v.terug(3),
        verteld_door="Consulent van dienst",
    )  # fmt: skip


def _klaar(v: Verteller, wie: Wie, t: Toewijzing) -> None:
    einde.eindig(
        wie, t.pk, "veld", "De doelen zijn gehaald; school kijkt mee.", verteld_op=v.terug(4),
        verteld_door="Consulent van dienst",
    )  # fmt: skip


def _achttien(v: Verteller, wie: Wie) -> None:
    """One youth who turns eighteen soon gets prolonged help; others wait for a decision."""
    jongst = verjaardag(v.vandaag + timedelta(weeks=20), -18)
    kinderen = Kind.objects.filter(gemeente=wie.organisatie, geboortedatum__lte=jongst).filter(
        geboortedatum__gt=verjaardag(v.vandaag, -18), pk__in=lopend_vanaf(v.vandaag).values("kind")
    )  # fmt: skip
    kind = kinderen.order_by("geboortedatum").first()
    if kind is not None:
        with klok.op(moment(v.terug(5), 13)):
            einde.beslis_achttien(
                wie, kind.pk, "verlengd", "De behandeling is nog nodig om zelfstandig te wonen.",
                verteld_op=v.terug(6),
            )  # fmt: skip


def _dossierverzoeken(v: Verteller) -> None:
    """To decide, granted with others to shield, refused while help runs."""
    gemeente = v.register.op_sleutel["lelystad"]
    wie, officier = v.wie(gemeente, Rol.TOEGANG), v.wie(gemeente, Rol.PRIVACY)
    jong = verjaardag(v.vandaag, -11)
    met_hulp = lopend_vanaf(v.vandaag).filter(gemeente=gemeente).values("kind")
    kinderen = list(Kind.objects.filter(pk__in=met_hulp, geboortedatum__gte=jong).order_by("kenmerk")[:3])
    if len(kinderen) < 3:
        return
    with klok.op(moment(v.terug(8), 11)):
        verzoeken = [
            bewaren.registreer(
                wie, kind.pk, soort=soort, verzoeker="ouder", wat=wat, identiteit="Paspoort aan de balie",
                ontvangen_op=v.terug(8),
            )
            for kind, (soort, wat) in zip(kinderen, (
                (Soort.INZAGE, "Wij willen lezen wat er over ons kind is opgeschreven."),
                (Soort.AFSCHRIFT, "Graag een kopie van alles, voor de nieuwe school."),
                (Soort.VERNIETIGING, "Wis alles van ons kind."),
            ), strict=True)
        ]  # fmt: skip
    with klok.op(moment(v.terug(4), 11)):
        bewaren.scherm_af(wie, verzoeken[1].pk, "Gespreksverslag, tweede alinea", "Gaat over een ander gezinslid.")
        bewaren.beslis(officier, verzoeken[1].pk, Staat.DEELS, "Kopie, zonder gegevens van anderen.", versie=1)
        bewaren.beslis(
            officier, verzoeken[2].pk, Staat.GEWEIGERD, "De hulp loopt nog. Vraag het opnieuw als de hulp klaar is.",
            versie=1,
        )  # fmt: skip


def _bewaartermijn_voorbij(v: Verteller) -> None:
    """A file that nobody changed for twenty years, taken over from an older system: it waits for a decision."""
    gemeente = v.register.op_sleutel["lelystad"]
    toen = verjaardag(v.terug(10), -20)
    with klok.op(moment(toen, 10)):
        kind = maak_gezin(v, gemeente, ("Sander", "Kolk", "1"), 35)
    # The number is of today's series, the file is not.
    Kind.objects.filter(pk=kind.pk).update(kenmerk=f"K-{toen.year}-00417")
    zet_op_vernietigingslijst(v.terug(2))
