"""Own requests in every state of their term: standing still, going on, adjourned, in default with a penalty."""

from collections.abc import Callable
from datetime import date, timedelta

from jeugdregio.basis import klok
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.demo.bevolking import verjaardag
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.opslag import moment
from jeugdregio.demo.verteller import BRP, Verteller
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag
from jeugdregio.toegang.hulpvragen.models import Hulpvraag, Weg
from jeugdregio.toegang.models import Gezagsdrager, Kind
from jeugdregio.toegang.nummering import kenmerk
from jeugdregio.toegang.termijnen.actions import loopt_er
from jeugdregio.toegang.termijnen.dagwerk import bij_de_tijd
from jeugdregio.toegang.termijnen.ingebreke import stel_in_gebreke
from jeugdregio.toegang.termijnen.models import Klok, Opschorting
from jeugdregio.toegang.termijnen.opschorten import geef_uitstel, neem_aanvulling_in, vraag_aanvulling
from jeugdregio.toegang.termijnen.verdagen import verdaag

Persoon = tuple[str, str, str]


def laad_termijnen(register: Register, vandaag: date) -> None:
    """Open the requests, each on its own day, and let happen what happened since."""
    v = Verteller(register, vandaag)
    for vertel in (_staat_stil, _ging_verder, _verdaagd, _dwangsom, _niet_aangevuld):
        vertel(v)
    bij_de_tijd(vandaag)


def maak_gezin(v: Verteller, gemeente: Organisatie, wie: Persoon, leeftijd: int) -> Kind:
    """Make a child with two parents, known in the register of persons; without a BSN in use elsewhere."""
    voornaam, achternaam, geslacht = wie
    geboren = verjaardag(v.vandaag, -leeftijd) - timedelta(days=70)
    bsn = v.bsn()
    while Kind.objects.filter(bsn_zoek=zoeksleutel(bsn)).exists():
        bsn = v.bsn()
    kind = Kind.objects.create(
        kenmerk=kenmerk("K"), bsn=bsn, bsn_zoek=zoeksleutel(bsn), geboortedatum=geboren, geslacht=geslacht,
        achternaam=achternaam, voornamen=voornaam, voorletters=voornaam[0], gemeente=gemeente, woonplaats_sinds=geboren,
        woonplaats_bron=BRP,
    )  # fmt: skip
    for naam, relatie in (("Anouk", "moeder"), ("Jeroen", "vader")):
        Gezagsdrager.objects.create(kind=kind, naam=f"{naam} {achternaam}", relatie=relatie)
    return kind


def vraag_aan(v: Verteller, plaats: str, wie: Persoon, leeftijd: int, dagen_terug: int) -> Hulpvraag:
    """Let a family ask for help itself, so many days back."""
    gemeente = v.register.op_sleutel[plaats]
    op = v.terug(dagen_terug)
    with klok.op(moment(op, 10)):
        kind = maak_gezin(v, gemeente, wie, leeftijd)
        return open_hulpvraag(
            v.wie(gemeente, Rol.TOEGANG), kind.pk, Weg.EIGEN, op,
            vraag="Het gaat thuis en op school niet goed. Wij willen hulp.",
        )  # fmt: skip


def _op(v: Verteller, hulpvraag: Hulpvraag, dagen_terug: int, doe: Callable[[Klok], object]) -> None:
    """Do something with the decision term of a question, so many days back."""
    with klok.op(moment(v.terug(dagen_terug), 11)):
        lopend = loopt_er("awb-beslistermijn", ("hulpvraag", hulpvraag.pk))
        if lopend is not None:
            doe(lopend)


def _staat_stil(v: Verteller) -> None:
    vraag = vraag_aan(v, "lelystad", ("Sem", "Akkerman", "1"), 8, 24)
    wie = v.wie(vraag.gemeente, Rol.TOEGANG)
    _op(v, vraag, 4, lambda k: vraag_aanvulling(
        wie, k.pk, v.terug(-10), "Het verslag van de school en de uitslag van het onderzoek.", versie=k.versie
    ))  # fmt: skip


def _ging_verder(v: Verteller) -> None:
    vraag = vraag_aan(v, "almere", ("Noa", "Dijkgraaf", "2"), 11, 45)
    wie = v.wie(vraag.gemeente, Rol.TOEGANG)
    _op(v, vraag, 34, lambda k: vraag_aanvulling(wie, k.pk, v.terug(20), "Het plan van de school.", versie=k.versie))
    _op(v, vraag, 21, lambda k: neem_aanvulling_in(
        wie, k.pk, k.opschortingen.get().pk, v.terug(21), versie=k.versie
    ))  # fmt: skip
    _op(v, vraag, 12, lambda k: geef_uitstel(
        wie, k.pk, Opschorting.Soort.INSTEMMING, vanaf=v.terug(11), tot=v.terug(4),
        reden="Mail van moeder: een week later, want het gezin was op vakantie.", versie=k.versie,
    ))  # fmt: skip


def _verdaagd(v: Verteller) -> None:
    vraag = vraag_aan(v, "dronten", ("Daan", "Westra", "1"), 15, 52)
    wie = v.wie(vraag.gemeente, Rol.TOEGANG)
    _op(v, vraag, 5, lambda k: verdaag(
        wie, k.pk, k.einde + timedelta(days=21), "De gedragswetenschapper kan pas over twee weken.", versie=k.versie
    ))  # fmt: skip


def _dwangsom(v: Verteller) -> None:
    vraag = vraag_aan(v, "urk", ("Lotte", "Romkes", "2"), 13, 105)
    wie = v.wie(vraag.gemeente, Rol.TOEGANG)
    _op(v, vraag, 60, lambda k: stel_in_gebreke(wie, k.pk, v.terug(60)))  # too early: no effect
    _op(v, vraag, 34, lambda k: stel_in_gebreke(wie, k.pk, v.terug(35)))


def _niet_aangevuld(v: Verteller) -> None:
    vraag = vraag_aan(v, "noordoostpolder", ("Finn", "Hoekstra", "1"), 6, 40)
    wie = v.wie(vraag.gemeente, Rol.TOEGANG)
    _op(v, vraag, 30, lambda k: vraag_aanvulling(
        wie, k.pk, v.terug(9), "Toestemming van vader, en zijn adres.", versie=k.versie
    ))  # fmt: skip
