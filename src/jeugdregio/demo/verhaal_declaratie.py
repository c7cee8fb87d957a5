"""Story 9: a declaration of which each line gets its own answer, sent in as a real JW323."""

from datetime import date, timedelta

import ijw
from ijw.eenheden import laatste_dag
from jeugdregio.demo.opslag import moment
from jeugdregio.demo.trajecten import werkdagen_terug
from jeugdregio.demo.verteller import Hoofdpersoon, VerhaalVastgelopen, Verteller, Vraag
from jeugdregio.demo.zorgaanbod import UUR, tarief
from jeugdregio.financien.messages import Declaratieregel, maak_jw323
from jeugdregio.financien.models import Declaratie
from jeugdregio.postbus import actions as postbus
from jeugdregio.toegang.models import Toewijzing

DE_OEVER, DE_BRUG, LELYSTAD, PRODUCT = "42420112", "42420001", "0995", "45A04"
VOLUME = 8
OUDERS = (("Karin", "moeder"), ("Joost", "vader"))
# Of each child: what is wrong with its line.
KINDEREN = (("Finn", "goed"), ("Isa", "te veel"), ("Bas", "verwijderd"), ("Lina", "dubbel"), ("Omar", "tarief"))
VERWIJDERD = "13"


def vertel_declaratie(v: Verteller) -> None:
    """Send the declaration over the month before last; the earlier one it repeats a line of was fine."""
    maand = _maand_terug(_maand_terug(v.vandaag.replace(day=1)))
    eerder = _maand_terug(maand)
    toewijzingen = {wat: _toewijzing(v, naam, eerder) for naam, wat in KINDEREN}
    _verwijder(toewijzingen["verwijderd"])
    _stuur(v, eerder, [_regel(toewijzingen[wat], eerder, f"OE1{n}") for n, wat in enumerate(("goed", "dubbel"))])
    goed = toewijzingen["goed"]
    _stuur(v, maand, [
        _regel(goed, maand, "OE21"),
        _regel(toewijzingen["te veel"], maand, "OE22", volume=VOLUME + 5),
        _regel(toewijzingen["verwijderd"], maand, "OE23"),
        _regel(toewijzingen["dubbel"], eerder, "OE24"),
        _regel(goed, eerder, "OE25", vorige="OE-ONBEKEND"),
        _regel(toewijzingen["tarief"], maand, "OE26", tarief_=tarief(PRODUCT, maand) + 500),
        _regel(_van_een_ander(), maand, "OE27"),
    ])  # fmt: skip


def _maand_terug(maand: date) -> date:
    return (maand - timedelta(days=1)).replace(day=1)


def _toewijzing(v: Verteller, naam: str, eerder: date) -> Toewijzing:
    persoon = Hoofdpersoon(naam, "Oever", "1" if naam in {"Finn", "Bas", "Omar"} else "2", 9, OUDERS, "van den")
    ontvangen = werkdagen_terug(eerder, 10)
    verzoek = v.verzoek(persoon, Vraag(
        aanbieder=DE_OEVER, gemeente=LELYSTAD, product=PRODUCT, verwijzer="02", op=ontvangen, ingang=eerder,
        einde=eerder + timedelta(days=364), volume=VOLUME,
    ))  # fmt: skip
    v.maak_toewijsbaar(verzoek, persoon, werkdagen_terug(eerder, 8))
    toewijzing = v.wijs_toe(verzoek, werkdagen_terug(eerder, 7))
    v.start(toewijzing, eerder, eerder + timedelta(days=2))
    return toewijzing


def _verwijder(toewijzing: Toewijzing) -> None:
    """Withdraw an assignment. There is no act for it yet (next issue), so the row is set as that act will leave it."""
    toewijzing.leveringen.all().delete()
    Toewijzing.objects.filter(pk=toewijzing.pk).update(reden_wijziging=VERWIJDERD, einddatum=toewijzing.ingangsdatum)


def _van_een_ander() -> Toewijzing:
    gevonden = (
        Toewijzing.objects.filter(gemeente__code=LELYSTAD, aanbieder__code=DE_BRUG, kind__bsn_zoek__isnull=False)
        .select_related("kind").order_by("nummer").first()
    )  # fmt: skip
    if gevonden is None:
        raise VerhaalVastgelopen("Er is geen toewijzing van De Brug in Lelystad.")
    return gevonden


def _regel(
    toewijzing: Toewijzing, maand: date, referentie: str, *, volume: int = VOLUME - 1, tarief_: int | None = None,
    vorige: str | None = None,
) -> Declaratieregel:  # fmt: skip
    prijs = tarief(PRODUCT, maand) if tarief_ is None else tarief_
    return Declaratieregel(
        bsn=toewijzing.kind.bsn or "", toewijzing_nummer=int(toewijzing.nummer), categorie=toewijzing.categorie,
        code=toewijzing.code, begindatum=maand, einddatum=laatste_dag(maand), volume=volume, eenheid=UUR, tarief=prijs,
        bedrag=volume * prijs, referentie=referentie, vorige_referentie=vorige,
    )  # fmt: skip


def _stuur(v: Verteller, maand: date, regels: list[Declaratieregel]) -> None:
    volgende = laatste_dag(maand) + timedelta(days=1)
    op = werkdagen_terug(volgende.replace(day=5), 0)
    nummer = f"OE{maand:%y%m}01"
    bericht = maak_jw323(regels, aanbieder=DE_OEVER, gemeente=LELYSTAD, maand=maand, nummer=nummer, dagtekening=op)
    ontvangen = v.stuur(ijw.schrijf(bericht), v.register.op_code[DE_OEVER], moment(op, 9))
    if not Declaratie.objects.filter(bericht=ontvangen).exists():
        meldingen = "; ".join(b.melding for b in postbus.bevindingen_van(ontvangen))
        raise VerhaalVastgelopen(f"Declaratie {nummer} is niet geboekt: {meldingen}")
