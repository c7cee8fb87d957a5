"""Refusing a request, or saying that residence is being looked into (JW319)."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.beurten.actions import verzet
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus import actions as postbus
from jeugdregio.toegang.besluit import (
    beurt_beantwoorden,
    eis_bevoegd,
    kies_regels,
    pak,
    sluit_beurt_als_klaar,
    te_beslissen,
)
from jeugdregio.toegang.messages import AFGEWEZEN, IN_ONDERZOEK, WOONPLAATSBEGINSEL, antwoordbericht
from jeugdregio.toegang.models import Verzoek, VerzoekAntwoord, VerzoekRegel
from jeugdregio.toegang.toetsen import VERWIJZERS_MET_GRONDSLAG
from jeugdregio.zorglandschap.ruimte.reserveren import verzoek_afgewezen
from recht import keten

BUDGET, ZORGINHOUDELIJK = "2", "7"
REDENEN_AFWIJZING: dict[str, str] = {  # WJ759 as far as the law lets a municipality use it on a request
    "3": "Geen contract",
    "4": "Past niet binnen contract",
    "5": "Andere gemeente",
    "6": "Stapeling",
    "7": "Zorginhoudelijke afkeur",
    "8": "Woonplaatsbeginsel",
    "9": "Leeftijdsgrens is bereikt",
}
NIEUWE_AANVRAAG = "1"
REDENEN_WIJZIGING: dict[str, str] = {  # on a request for change
    NIEUWE_AANVRAAG: "Geen wijziging, maar nieuwe aanvraag",
    **REDENEN_AFWIJZING,
}


def redenen_voor(verzoek: Verzoek) -> dict[str, str]:
    """Return the reasons with which this request may be refused."""
    return REDENEN_WIJZIGING if verzoek.soort == Verzoek.Soort.WIJZIGING else REDENEN_AFWIJZING


def neem_in_onderzoek(wie: Wie, verzoek_id: UUID, *, versie: int) -> Verzoek:
    """Tell the provider that residence is being looked into; the turn stays, its term becomes that of the research.

    Takes every line still open. May be done once per line (TR360): raises Conflict when nothing is left to take.
    """
    verzoek = te_beslissen(wie, verzoek_id)
    termijn = keten.onderzoek(verzoek.ontvangen_op)
    with transaction.atomic():
        pak(verzoek, versie)
        ids = verzoek.regels.filter(staat=VerzoekRegel.Staat.OPEN).values_list("pk", flat=True)
        regels = kies_regels(verzoek, ids, (VerzoekRegel.Staat.OPEN,))
        for regel in regels:
            _antwoord(verzoek, regel, IN_ONDERZOEK)
            regel.staat = VerzoekRegel.Staat.ONDERZOEK
            regel.save(update_fields=["staat"])
        verzoek.antwoord_uiterlijk = termijn.datum or verzoek.antwoord_uiterlijk
        verzoek.save(update_fields=["antwoord_uiterlijk"])
        leg_vast(wie, "verzoek.in_onderzoek", kind_id=verzoek.kind_id, soort="verzoek", onderwerp_id=verzoek.pk)
        verzet(beurt_beantwoorden(verzoek.pk), termijn.datum, [stap.tekst for stap in termijn.stappen])
    return verzoek


def wijs_af(
    wie: Wie, verzoek_id: UUID, regel_ids: Iterable[UUID], reden: str, motivering: str, *, versie: int,
    andere_gemeente: str = "",
) -> Verzoek:  # fmt: skip
    """Refuse lines with a reason of WJ759 and a written motive; reason 8 names the municipality that is responsible.

    Raises Geweigerd: budget is never a reason, and need is not judged again after a referral by a doctor, a certified
    institution or the court (the article is in `grondslag`).
    """
    verzoek = te_beslissen(wie, verzoek_id)
    with transaction.atomic():
        pak(verzoek, versie)
        eis_bevoegd(wie, verzoek, "afwijzen")
        regels = kies_regels(verzoek, regel_ids)
        _toets_reden(verzoek, regels, reden, motivering, andere_gemeente)
        for regel in regels:
            _antwoord(verzoek, regel, AFGEWEZEN, reden, andere_gemeente)
            regel.staat, regel.besloten_op = VerzoekRegel.Staat.AFGEWEZEN, nu()
            regel.reden_afwijzing, regel.motivering = reden, motivering.strip()
            regel.save(update_fields=["staat", "besloten_op", "reden_afwijzing", "motivering"])
        codes = [regel.code for regel in regels]
        verzoek_afgewezen(verzoek.gemeente, verzoek.aanbieder, codes, verzoek.kind.kenmerk)
        leg_vast(
            wie,
            "verzoek.afgewezen",
            kind_id=verzoek.kind_id,
            soort="verzoek",
            onderwerp_id=verzoek.pk,
            gegevens={"reden": reden, "regels": len(regels)},
        )
        sluit_beurt_als_klaar(verzoek)
    return verzoek


def _antwoord(verzoek: Verzoek, regel: VerzoekRegel, antwoord: str, reden: str = "", andere_gemeente: str = "") -> None:
    elders = andere_gemeente if reden == WOONPLAATSBEGINSEL else ""
    bericht = antwoordbericht(
        regel, verzoek.gemeente, verzoek.aanbieder, antwoord=antwoord, reden=reden, andere_gemeente=elders,
        identificatie=postbus.volgende_identificatie(verzoek.gemeente), dagtekening=vandaag(),
    )  # fmt: skip
    verzonden = postbus.zet_klaar(
        bericht, afzender=verzoek.gemeente, ontvanger=verzoek.aanbieder,
        antwoord_uiterlijk=keten.retour(vandaag()).datum,
    )  # fmt: skip
    VerzoekAntwoord.objects.create(
        regel=regel, bericht=verzonden, antwoord=antwoord, reden=reden, andere_gemeente=elders
    )


def _toets_reden(
    verzoek: Verzoek, regels: list[VerzoekRegel], reden: str, motivering: str, andere_gemeente: str
) -> None:
    if reden == BUDGET:
        raise Geweigerd(
            "Geld is geen reden om hulp te weigeren. De gemeente moet hulp geven aan een kind dat die nodig heeft.",
            grondslag="Jeugdwet 2.3 lid 1", velden={"reden": "Kies een andere reden, of wijs toe."},
        )  # fmt: skip
    if reden not in redenen_voor(verzoek):
        raise Geweigerd("Deze reden bestaat niet.", velden={"reden": "Kies een reden uit de lijst."})
    grondslagen = {VERWIJZERS_MET_GRONDSLAG.get(regel.verwijzer_type, "") for regel in regels} - {""}
    if reden == ZORGINHOUDELIJK and grondslagen:
        raise Geweigerd(
            "Je kunt niet weigeren omdat de hulp niet nodig zou zijn: dat heeft de verwijzer al bepaald. Overleg met "
            "de verwijzer als je twijfelt.",
            grondslag="; ".join(sorted(grondslagen)), velden={"reden": "Kies een andere reden, of wijs toe."},
        )  # fmt: skip
    if not motivering.strip():
        raise Geweigerd(
            "Schrijf op waarom je afwijst.", grondslag="Awb 3:46",
            velden={"motivering": "Schrijf op waarom je afwijst."},
        )  # fmt: skip
    eigen = verzoek.gemeente.code
    geldig = len(andere_gemeente) == 4 and andere_gemeente.isdigit() and andere_gemeente != eigen
    if reden == WOONPLAATSBEGINSEL and not geldig:
        raise Geweigerd(
            "Noem de gemeente die wel verantwoordelijk is.", grondslag="Jeugdwet 1.1, woonplaats; iJw TR377",
            velden={"andere_gemeente": "Kies de gemeente die wel verantwoordelijk is."},
        )  # fmt: skip
