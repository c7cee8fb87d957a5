"""What people of the municipality do on a day, chosen by lot."""

from collections import Counter
from datetime import date, timedelta
from random import Random

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.financien.actions import stel_betaalbaar
from jeugdregio.financien.models import Declaratie
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang import actions
from jeugdregio.toegang.gedeclareerd import toegekend_op
from jeugdregio.toegang.models import Toewijzing, Verzoek, VerzoekRegel
from jeugdregio.toegang.sturen import verstuur
from tests.tweesystemen.mensen import wie

VERWIJDERD, GECORRIGEERD, VERLENGD = "13", "14", ""


def dag(lot: Random) -> Counter[str]:
    """Answer requests, change assignments, release declarations; return how often what happened."""
    gedaan: Counter[str] = Counter()
    open_ = [VerzoekRegel.Staat.OPEN, VerzoekRegel.Staat.ONDERZOEK]
    for verzoek in Verzoek.objects.filter(regels__staat__in=open_).distinct().order_by("kenmerk"):
        if lot.random() < 0.6:
            gedaan[_beantwoord(verzoek, lot)] += 1
    lopend = Toewijzing.objects.exclude(reden_wijziging=VERWIJDERD).order_by("nummer")
    for toewijzing in lopend.filter(einddatum__gte=vandaag()):
        if lot.random() < 0.015:
            gedaan[_wijzig(toewijzing, lot)] += 1
    for declaratie in Declaratie.objects.filter(staat=Declaratie.Staat.BEANTWOORD).order_by("nummer"):
        if lot.random() < 0.3:
            stel_betaalbaar(wie(Rol.CONTROLLER), declaratie.pk)
            gedaan["betaalbaar"] += 1
    return gedaan


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
    if verzoek.kind.woonplaats_sinds is None:
        actions.bevestig_woonplaats(toegang, verzoek.kind_id, date(2015, 1, 1), "Basisregistratie personen")
        actions.leg_toestemming_vast(toegang, verzoek.kind_id, None, "ja", vandaag())
    try:
        actions.wijs_toe(toegang, verzoek.pk, regels, versie=verzoek.versie)
    except Geweigerd:
        actions.wijs_af(toegang, verzoek.pk, regels, "6", "Loopt al, of is voorbij.", versie=verzoek.versie)
        return "afgewezen na weigering"
    return "toegewezen"


def _wijzig(toewijzing: Toewijzing, lot: Random) -> str:
    """Extend, change, correct or withdraw; what would break a rule is refused and changes nothing."""
    wat = lot.choice(["verlengd", "omvang", "gecorrigeerd", "verwijderd"])
    if wat == "verlengd" and toewijzing.einddatum:
        toewijzing.einddatum += timedelta(days=lot.randint(20, 90))
    elif wat == "omvang" and toewijzing.volume:
        toewijzing.volume += lot.randint(1, 4)
    elif wat == "gecorrigeerd" and toewijzing.volume:
        toewijzing.volume, toewijzing.reden_wijziging = toewijzing.volume + 1, GECORRIGEERD
    elif toegekend_op(toewijzing).regels or toewijzing.leveringen.filter(verwijderd_op__isnull=True).exists():
        return "niet verwijderd"
    else:
        toewijzing.einddatum, toewijzing.reden_wijziging = toewijzing.ingangsdatum, VERWIJDERD
    toewijzing.toegewezen_op = nu()
    try:
        toewijzing.bericht = verstuur([toewijzing])
    except Geweigerd as fout:
        return f"niet {wat} ({fout.grondslag})"
    toewijzing.save()
    return wat
