"""An assignment that arrives at a provider (JW301): new, changed, extended, withdrawn (13) or corrected (14)."""

from datetime import datetime

from ijw import Bericht as IjwBericht
from ijw.berichten import jw301
from ijw.overstijgend import controleer
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.klok import AMSTERDAM, vandaag
from jeugdregio.beurten.actions import laat_vervallen, open_beurten, verzet
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import systeem
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.register import Afhandeling
from jeugdregio.toegang.aanbiederkant.dossier import dossier_toewijzing
from jeugdregio.toegang.aanbiederkant.kind import neem_kind_over
from jeugdregio.toegang.besluit import sluit_beurt_als_klaar
from jeugdregio.toegang.beurten import beurt_start, sleutel_start
from jeugdregio.toegang.models import Kind, Toewijzing, VerzoekRegel
from jeugdregio.toegang.overlap import VERWIJDERD
from jeugdregio.toegang.partijen import kind_van, partijen
from recht import keten


def verwerk_toewijzing(inhoud: IjwBericht, opgeslagen: Bericht) -> Afhandeling:
    """Take the products of a JW301 over as assignments; each new one is a turn to report the start.

    A finding anywhere refuses the whole message (IV032).
    """
    if not isinstance(inhoud, jw301.Bericht):
        raise TypeError(type(inhoud).__name__)
    gemeente, aanbieder = partijen(opgeslagen)
    client = inhoud.client
    kind = kind_van(gemeente, client.bsn)
    dossier = dossier_toewijzing(gemeente, aanbieder, kind, client)
    bevindingen = controleer(inhoud, dossier, vandaag=vandaag())
    if bevindingen:
        return Afhandeling(bevindingen)
    kind = neem_kind_over(kind, gemeente, aanbieder, client)
    for product in client.toegewezen_producten:
        _boek(product, kind, aanbieder, opgeslagen)
    return Afhandeling()


def _boek(product: jw301.ToegewezenProduct, kind: Kind, aanbieder: Organisatie, opgeslagen: Bericht) -> None:
    """The moment of assigning orders the versions: one that was overtaken on its way changes nothing any more."""
    moment = datetime.combine(product.toewijzingsdatum, product.toewijzingstijd, AMSTERDAM)
    nummer = str(product.toewijzing_nummer)
    bestaand = Toewijzing.objects.filter(gemeente=kind.gemeente, nummer=nummer).first()
    if bestaand is not None and bestaand.toegewezen_op > moment:
        _log(bestaand, "toewijzing.achterhaald", opgeslagen)
        return
    if bestaand is not None and not _vul(bestaand, product, moment):
        return  # a JW301 also holds what stays as it is (OP087)
    toewijzing = bestaand or Toewijzing(gemeente=kind.gemeente, nummer=nummer, kind=kind, aanbieder=aanbieder)
    _vul(toewijzing, product, moment)
    toewijzing.bericht = opgeslagen
    regel = _regel(toewijzing)
    toewijzing.verzoek_regel = regel or toewijzing.verzoek_regel
    toewijzing.save()
    if regel is not None:
        _sluit_regel(regel, moment)
    _zet_startbeurt(toewijzing, nieuw=bestaand is None)
    _log(toewijzing, "toewijzing.gewijzigd" if bestaand else "toewijzing.ontvangen", opgeslagen)


def _vul(toewijzing: Toewijzing, product: jw301.ToegewezenProduct, moment: datetime) -> bool:
    """Put on the assignment what the message says of it; tell whether anything is new."""
    omvang, hulp = product.omvang, product.product
    # What stays as it is comes along without its reason, and with the reference of what the message answers.
    blijft = toewijzing.toegewezen_op == moment
    referentie, reden = product.referentie_aanbieder or "", product.reden_wijziging or ""
    velden: dict[str, object] = {
        "referentie_aanbieder": (blijft and toewijzing.referentie_aanbieder) or referentie,
        "categorie": hulp.categorie if hulp else "",
        "code": (hulp.code if hulp else None) or "",
        "toegewezen_op": moment,
        "ingangsdatum": product.ingangsdatum,
        "einddatum": product.einddatum,
        "volume": omvang.volume if omvang else None,
        "eenheid": omvang.eenheid if omvang else "",
        "frequentie": omvang.frequentie if omvang else "",
        "budget": product.budget,
        "reden_wijziging": reden or (toewijzing.reden_wijziging if blijft else ""),
    }
    anders = {naam: waarde for naam, waarde in velden.items() if getattr(toewijzing, naam) != waarde}
    for naam, waarde in anders.items():
        setattr(toewijzing, naam, waarde)
    return bool(anders)


def _regel(toewijzing: Toewijzing) -> VerzoekRegel | None:
    """The line of the own request that this assignment grants."""
    if not toewijzing.referentie_aanbieder:
        return None
    return (
        VerzoekRegel.objects.filter(
            verzoek__aanbieder=toewijzing.aanbieder, verzoek__gemeente=toewijzing.gemeente,
            verzoek__kind=toewijzing.kind, referentie_aanbieder=toewijzing.referentie_aanbieder,
        )
        .select_related("verzoek")
        .first()
    )  # fmt: skip


def _sluit_regel(regel: VerzoekRegel, moment: datetime) -> None:
    if regel.staat == VerzoekRegel.Staat.TOEGEWEZEN:
        return
    regel.staat, regel.besloten_op = VerzoekRegel.Staat.TOEGEWEZEN, moment
    regel.save(update_fields=["staat", "besloten_op"])
    sluit_beurt_als_klaar(regel.verzoek)


def _zet_startbeurt(toewijzing: Toewijzing, *, nieuw: bool) -> None:
    sleutel = sleutel_start(toewijzing.pk)
    if toewijzing.reden_wijziging == VERWIJDERD:
        laat_vervallen(sleutel)
    elif nieuw:
        open_beurten([beurt_start(toewijzing)])
    else:
        termijn = keten.startmelding(toewijzing.ingangsdatum, vandaag())
        verzet(sleutel, termijn.datum, [stap.tekst for stap in termijn.stappen])


def _log(toewijzing: Toewijzing, handeling: str, opgeslagen: Bericht) -> None:
    leg_vast(
        systeem(toewijzing.aanbieder), handeling, kind_id=toewijzing.kind_id, soort="toewijzing",
        onderwerp_id=toewijzing.pk, gegevens={"bericht": str(opgeslagen.pk)},
    )  # fmt: skip
