"""What people of the provider do on a day, chosen by lot. They work on screens; messages follow from that."""

from collections import Counter
from contextlib import nullcontext
from datetime import date, timedelta
from random import Random

from jeugdregio.basis.klok import vandaag
from jeugdregio.financien.actions import Ingevuld, concept, crediteer, dien_in
from jeugdregio.financien.models import Declaratie, Prestatie
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.toegang import actions
from jeugdregio.toegang.aanvragen import Aanvraag, dien_verzoek_in
from jeugdregio.toegang.models import Levering, Toewijzing
from jeugdregio.toegang.wijzigen.vragen import Gewenst, vraag_wijziging
from tests.mensen import test_bsn
from tests.tweesystemen.fouten import foute_declaratie, slordige_software
from tests.tweesystemen.inrichting import PRODUCTEN
from tests.tweesystemen.mensen import probeer, wie

TIJDELIJK, VOLGENS_PLAN = "20", "31"


def dag(lot: Random, kinderen: int, *, fouten: bool) -> Counter[str]:
    """Ask, start, stop, declare; return how often what happened. `fouten`: people also declare what is wrong."""
    gedaan: Counter[str] = Counter()
    if lot.random() < 0.5:
        gedaan[probeer("gevraagd", lambda: _vraag(lot, kinderen))] += 1
    lopend = Toewijzing.objects.exclude(reden_wijziging="13").filter(ingangsdatum__lte=vandaag())
    for toewijzing in lopend.order_by("nummer"):
        if lot.random() < 0.25:
            gedaan[_lever(toewijzing, lot)] += 1
    if lot.random() < 0.15:
        gedaan[_vraag_wijziging(lot)] += 1
    if vandaag().day > 3:
        gedaan[_declareer(lot, fouten=fouten)] += 1
    if lot.random() < 0.08:
        gedaan[_crediteer(lot)] += 1
    if fouten and lot.random() < 0.08:
        gedaan[foute_declaratie(lot, _gemeente())] += 1
    return gedaan


def _gemeente() -> Organisatie:
    return Organisatie.objects.get(soort="gemeente")


def _vraag(lot: Random, kinderen: int) -> None:
    nummer = lot.randrange(kinderen)
    code = lot.choice(list(PRODUCTEN))
    begin = vandaag() + timedelta(days=lot.randint(-10, 20))
    dien_verzoek_in(wie(Rol.AANBIEDER), Aanvraag(
        gemeente_id=_gemeente().pk, bsn=test_bsn(nummer), geboortedatum=date(2009, 1 + nummer % 12, 1 + nummer % 28),
        geslacht="12"[nummer % 2], achternaam=f"Visser{'abcdefghij'[nummer % 10]}", product=code,
        ingangsdatum=begin, einddatum=begin + timedelta(days=lot.randint(40, 200)), volume=lot.randint(4, 20),
        eenheid=PRODUCTEN[code], frequentie="4", verwijzer_type="02", verwijzer_naam="Huisarts Van Vliet",
    ))  # fmt: skip


def _lever(toewijzing: Toewijzing, lot: Random) -> str:
    levering = toewijzing.leveringen.filter(verwijderd_op__isnull=True).order_by("-begindatum").first()
    if levering is None or (levering.reden_beeindiging == TIJDELIJK and lot.random() < 0.3):
        return _start(toewijzing, levering)
    if levering.einddatum is not None:
        return _verbeter_stop(toewijzing, levering, lot) if lot.random() < 0.1 else "gestopt"
    if lot.random() < 0.06:
        return probeer("start verwijderd", lambda: actions.verwijder_start(wie(Rol.AANBIEDER), toewijzing.pk))
    if lot.random() < 0.06:
        eerder = max(toewijzing.ingangsdatum, levering.begindatum - timedelta(days=1))
        return probeer("start gecorrigeerd", lambda: actions.corrigeer_start(wie(Rol.AANBIEDER), toewijzing.pk, eerder))
    voorbij = toewijzing.einddatum is not None and toewijzing.einddatum < vandaag()
    return _stop(toewijzing, lot, voorbij=voorbij) if voorbij or lot.random() < 0.08 else "levert"


def _start(toewijzing: Toewijzing, vorige: Levering | None) -> str:
    begin = max(toewijzing.ingangsdatum, vorige.einddatum + timedelta(days=1) if vorige else date.min)
    if begin > vandaag():
        return "nog niets te starten"
    return probeer("gestart", lambda: actions.meld_start(wie(Rol.AANBIEDER), toewijzing.pk, begin))


def _stop(toewijzing: Toewijzing, lot: Random, *, voorbij: bool) -> str:
    reden = VOLGENS_PLAN if voorbij else lot.choice([TIJDELIJK, VOLGENS_PLAN])
    einde = min(vandaag(), toewijzing.einddatum or vandaag())
    return probeer(f"gestopt {reden}", lambda: actions.meld_stop(wie(Rol.AANBIEDER), toewijzing.pk, einde, reden))


def _verbeter_stop(toewijzing: Toewijzing, levering: Levering, lot: Random) -> str:
    medewerker = wie(Rol.AANBIEDER)
    if lot.random() < 0.5:
        return probeer("stop verwijderd", lambda: actions.verwijder_stop(medewerker, toewijzing.pk))
    dag_ = levering.begindatum + (vandaag() - levering.begindatum) * lot.random()
    return probeer(
        "stop gecorrigeerd", lambda: actions.corrigeer_stop(medewerker, toewijzing.pk, dag_, levering.reden_beeindiging)
    )


def _vraag_wijziging(lot: Random) -> str:
    """Ask to stretch or enlarge running help (JW317)."""
    lopend = list(Toewijzing.objects.filter(einddatum__gte=vandaag()).exclude(reden_wijziging="13").order_by("nummer"))
    if not lopend:
        return "niets te wijzigen"
    toewijzing = lot.choice(lopend)
    volume = (toewijzing.volume or 0) + lot.randint(0, 4)
    wens = Gewenst(einddatum=toewijzing.einddatum + timedelta(days=lot.randint(0, 60)), volume=volume, vanaf=vandaag())
    return probeer(
        "wijziging gevraagd", lambda: vraag_wijziging(wie(Rol.AANBIEDER), toewijzing.pk, "1", {toewijzing.pk: wens})
    )


def _declareer(lot: Random, *, fouten: bool) -> str:
    """Declare last month once; what was refused or forgotten goes along."""
    gemeente, maand = _gemeente(), (vandaag().replace(day=1) - timedelta(days=1)).replace(day=1)
    if Declaratie.objects.filter(staat=Declaratie.Staat.INGEDIEND).exists():
        return "declaratie loopt nog"
    voorstel = concept(wie(Rol.AANBIEDER), gemeente.pk, maand)
    if not voorstel.regels and (not voorstel.eerder or lot.random() < 0.7):
        return "niets te declareren"
    regels = {}
    for regel in voorstel.alle:
        volume = 1 + lot.randrange(3)
        if fouten and lot.random() < 0.12:
            volume = 900
        if not regel.belemmering and not (fouten and lot.random() < 0.1):
            regels[regel.sleutel] = Ingevuld(volume=volume, code=regel.codes[0][0] if regel.codes else "")
    toch = fouten and lot.random() < 0.9
    with slordige_software() if toch else nullcontext():
        return probeer("gedeclareerd", lambda: dien_in(wie(Rol.AANBIEDER), gemeente.pk, maand, regels, toch=toch))


def _crediteer(lot: Random) -> str:
    toegekend = Prestatie.objects.filter(toegekend__gt=0).order_by("referentie")
    if not toegekend.exists():
        return "niets te crediteren"
    return probeer("gecrediteerd", lambda: crediteer(wie(Rol.AANBIEDER), lot.choice(list(toegekend)).pk))
