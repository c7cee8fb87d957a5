"""Stories that begin at the municipality itself: an own application, and a crisis."""

from datetime import timedelta

from jeugdregio.basis import klok
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.beurten.actions import open_beurt
from jeugdregio.demo.bevolking import verjaardag
from jeugdregio.demo.opslag import moment
from jeugdregio.demo.trajecten import werkdagen_terug
from jeugdregio.demo.verteller import BRP, Verteller
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag
from jeugdregio.toegang.hulpvragen.models import Weg
from jeugdregio.toegang.models import Gezagsdrager, Kind
from jeugdregio.toegang.nummering import kenmerk

LELYSTAD, URK = "0995", "0184"


def verhaal_2(v: Verteller) -> None:
    """An own application for a boy of 9 in Lelystad: the eight weeks have just run out."""
    gemeente, aanvraag = v.register.op_code[LELYSTAD], werkdagen_terug(v.terug(58), 0)
    kind = _kind(v, gemeente, ("Thijs", "Zomer", "1"), 9, v.bsn())
    with klok.op(moment(aanvraag, 10)):
        open_hulpvraag(
            v.wie(gemeente, Rol.TOEGANG), kind.pk, Weg.EIGEN, aanvraag,
            vraag="Thijs is vaak boos, thuis en op school. Wij weten niet meer hoe wij hem kunnen helpen.",
        )  # fmt: skip


def verhaal_5(v: Verteller) -> None:
    """Crisis on Saturday night in Urk: help began at once, BSN and papers follow."""
    kind = _kind(v, v.register.op_code[URK], ("Onbekend", "Visser", "2"), 6, None)
    zaterdag = v.vandaag - timedelta(days=(v.vandaag.weekday() - 5) % 7)
    open_beurt(
        sleutel=f"kind:{kind.pk}:bsn", soort="crisis", titel="BSN en papieren aanvullen na crisis",
        tekst="De hulp begon zaterdagnacht op een spoedmachtiging. Het BSN was niet bekend.", organisatie=kind.gemeente,
        rol=Rol.TOEGANG, begon_op=zaterdag, uiterlijk=zaterdag + timedelta(days=4),
        grondslag="Jeugdwet 6.1.3 en 7.2.1", handeling="Open het kind", pad=f"/kinderen/{kind.pk}/",
        aanduiding=aanduiding(kind), kenmerk=kind.kenmerk, kind_id=kind.pk, escalatie="Crisisdienst",
    )  # fmt: skip


def _kind(v: Verteller, gemeente: Organisatie, wie: tuple[str, str, str], leeftijd: int, bsn: str | None) -> Kind:
    voornaam, achternaam, geslacht = wie
    geboren = verjaardag(v.vandaag, -leeftijd) - timedelta(days=40)
    kind = Kind.objects.create(
        kenmerk=kenmerk("K"), bsn=bsn, bsn_zoek=zoeksleutel(bsn) if bsn else None, geboortedatum=geboren,
        geslacht=geslacht, achternaam=achternaam, voornamen=voornaam, voorletters=voornaam[0], gemeente=gemeente,
        woonplaats_sinds=geboren if bsn else None, woonplaats_bron=BRP if bsn else "",
    )  # fmt: skip
    for naam, relatie in (("Kim", "moeder"), ("Rob", "vader")):
        Gezagsdrager.objects.create(kind=kind, naam=f"{naam} {achternaam}", relatie=relatie)
    return kind
