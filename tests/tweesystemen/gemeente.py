"""What people of the municipality do on a day, chosen by lot."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.financien.actions import stel_betaalbaar
from jeugdregio.financien.models import Declaratie
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.toegang import actions
from jeugdregio.toegang.models import Kind, Toewijzing, Verzoek, VerzoekRegel
from jeugdregio.toegang.nummering import kenmerk, toewijzingnummer
from jeugdregio.toegang.overlap import overlappende
from jeugdregio.toegang.partijen import kind_van
from jeugdregio.toegang.sturen import verstuur
from jeugdregio.toegang.tests.hulp import antwoord
from jeugdregio.toegang.wijzigen import veranderen
from jeugdregio.toegang.wijzigen.toekennen import ken_toe
from jeugdregio.toegang.wijzigen.veranderen import Wens
from tests.mensen import test_bsn
from tests.tweesystemen.inrichting import PRODUCTEN
from tests.tweesystemen.mensen import probeer, wie

VERWIJDERD = "13"


def dag(lot: Random) -> Counter[str]:
    """Answer requests, change assignments, release declarations; return how often what happened."""
    gedaan: Counter[str] = Counter()
    open_ = [VerzoekRegel.Staat.OPEN, VerzoekRegel.Staat.ONDERZOEK]
    for verzoek in Verzoek.objects.filter(regels__staat__in=open_).distinct().order_by("kenmerk"):
        if lot.random() < 0.6:
            gedaan[_beantwoord(verzoek, lot)] += 1
    if lot.random() < 0.06:
        gedaan[_wijs_rechtstreeks_toe(lot)] += 1
    with klok.op(nu() + timedelta(hours=2)):  # two versions of one assignment differ in their moment
        gedaan.update(_verander(lot))
    for declaratie in Declaratie.objects.filter(staat=Declaratie.Staat.BEANTWOORD).order_by("nummer"):
        if lot.random() < 0.3:
            stel_betaalbaar(wie(Rol.CONTROLLER), declaratie.pk)
            gedaan["betaalbaar"] += 1
    return gedaan


def _verander(lot: Random) -> Iterator[str]:
    lopend = Toewijzing.objects.exclude(reden_wijziging=VERWIJDERD).filter(einddatum__gte=vandaag())
    for toewijzing in lopend.order_by("nummer"):
        if lot.random() < 0.015:
            yield _wijzig(toewijzing, lot)


def _beantwoord(verzoek: Verzoek, lot: Random) -> str:
    toegang = wie(Rol.TOEGANG)
    regels = [r.pk for r in verzoek.regels.all() if r.staat in {"open", "onderzoek"}]
    keuze = lot.random()
    if keuze < 0.2 and verzoek.regels.filter(staat=VerzoekRegel.Staat.OPEN).exists():
        actions.neem_in_onderzoek(toegang, verzoek.pk, versie=verzoek.versie)
        return "in onderzoek"
    if keuze < 0.35:
        reden, elders = lot.choice([("3", ""), ("8", "0303")])
        actions.wijs_af(
            toegang, verzoek.pk, regels, reden, "Zo besloten.", versie=verzoek.versie, andere_gemeente=elders
        )
        return "afgewezen"
    if verzoek.soort == Verzoek.Soort.WIJZIGING:
        return _ken_toe(verzoek)
    if verzoek.kind.woonplaats_sinds is None:
        actions.bevestig_woonplaats(toegang, verzoek.kind_id, date(2015, 1, 1), "Basisregistratie personen")
    antwoord(toegang, verzoek, None, vandaag())
    try:
        actions.wijs_toe(toegang, verzoek.pk, regels, versie=verzoek.versie)
    except Geweigerd:
        actions.wijs_af(toegang, verzoek.pk, regels, "6", "Loopt al, of is voorbij.", versie=verzoek.versie)
        return "afgewezen na weigering"
    return "toegewezen"


def _ken_toe(verzoek: Verzoek) -> str:
    toegang = wie(Rol.TOEGANG)
    regels = [regel.pk for regel in verzoek.regels.all()]
    antwoord(toegang, verzoek, None, vandaag())
    try:
        ken_toe(toegang, verzoek.pk, versie=verzoek.versie, afgestemd="Noor, gisteren")
    except Geweigerd:
        actions.wijs_af(toegang, verzoek.pk, regels, "1", "Vraag het opnieuw.", versie=verzoek.versie)
        return "wijziging afgewezen"
    return "wijziging toegekend"


def _wijs_rechtstreeks_toe(lot: Random) -> str:
    """Assign without a request: the municipality knows the child, the provider does not yet."""
    aanbieder, eigen = Organisatie.objects.get(soort="aanbieder"), wie(Rol.TOEGANG).organisatie
    bsn, code = test_bsn(500 + lot.randrange(5)), lot.choice(list(PRODUCTEN))
    kind = kind_van(eigen, bsn) or Kind.objects.create(
        kenmerk=kenmerk("K"), gemeente=eigen, bsn=bsn, bsn_zoek=zoeksleutel(bsn), geboortedatum=date(2010, 5, 5),
        geslacht="1", achternaam="Rechtstreeks", postcode="8232AB", huisnummer=4, plaatsnaam="Lelystad",
    )  # fmt: skip
    begin = vandaag() + timedelta(days=lot.randint(0, 10))
    toewijzing = Toewijzing(
        nummer=toewijzingnummer(eigen), kind=kind, gemeente=eigen, aanbieder=aanbieder, categorie=code[:2], code=code,
        toegewezen_op=nu(), ingangsdatum=begin, einddatum=begin + timedelta(days=lot.randint(30, 120)),
        volume=lot.randint(4, 12), eenheid=PRODUCTEN[code], frequentie="4",
    )  # fmt: skip
    if overlappende(toewijzing).exists():
        return "niet rechtstreeks: loopt al"
    toewijzing.bericht = verstuur([toewijzing])
    toewijzing.save()
    return "rechtstreeks toegewezen"


def _wijzig(toewijzing: Toewijzing, lot: Random) -> str:
    """Extend, shorten, change, correct or withdraw; what would break a rule is refused and changes nothing."""
    wat = lot.choice(["verlengd", "ingekort", "omvang", "gecorrigeerd", "verwijderd"])
    toegang, versie, einde = wie(Rol.TOEGANG), toewijzing.versie, toewijzing.einddatum or vandaag()
    later, eerder = einde + timedelta(days=lot.randint(20, 90)), max(vandaag(), einde - timedelta(days=20))
    volume = (toewijzing.volume or 0) + lot.randint(1, 4)
    afgestemd = "Noor, gisteren"

    def wijzig(wens: Wens, reden: str) -> None:
        veranderen.wijzig(toegang, toewijzing.pk, wens, reden, "Anders nodig.", versie=versie)

    daden = {
        "verlengd": lambda: wijzig(Wens(einddatum=later), veranderen.VERLENGING),
        "ingekort": lambda: wijzig(Wens(einddatum=eerder, afgestemd=afgestemd), veranderen.VERKORTING),
        "omvang": lambda: wijzig(Wens(volume=volume, afgestemd=afgestemd), "03"),
        "gecorrigeerd": lambda: veranderen.corrigeer(
            toegang, toewijzing.pk, lot.choice([{"einddatum": later}, {"volume": volume}]), "Fout.", versie=versie
        ),
        "verwijderd": lambda: veranderen.verwijder(toegang, toewijzing.pk, "Vergissing.", versie=versie),
    }
    return probeer(wat, daden[wat])
