"""Start (JW305) and stop (JW307) of help: what the provider reports becomes a Levering."""

from datetime import date

from ijw import Bericht as IjwBericht
from ijw.berichten import jw305, jw307
from ijw.overstijgend import controleer
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.beurten.actions import heropen, rond_af
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import systeem
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.register import Afhandeling
from jeugdregio.toegang.beurten import sleutel_start, sleutel_stop
from jeugdregio.toegang.dossier import dossier_levering
from jeugdregio.toegang.kinderen import nieuw_kind
from jeugdregio.toegang.messages import VERWIJDEREN
from jeugdregio.toegang.models import Kind, Levering, Toewijzing
from jeugdregio.toegang.partijen import kind_van, partijen
from jeugdregio.toegang.poort import zie_begin
from jeugdregio.toegang.taakgericht import beeindig, haal_stop_weg, start_taak, stop_taak
from jeugdregio.zorglandschap.ruimte import uit_feiten
from jeugdregio.zorglandschap.ruimte.reserveren import hulp_begonnen


def verwerk_start(inhoud: IjwBericht, opgeslagen: Bericht) -> Afhandeling:
    """Take a start message: new deliveries, and removals of starts reported by mistake (first, IV008)."""
    if not isinstance(inhoud, jw305.Bericht):
        raise TypeError(type(inhoud).__name__)
    aanbieder, gemeente = partijen(opgeslagen)
    client = inhoud.client
    kind = kind_van(gemeente, client.bsn)
    nummers = [product.toewijzing_nummer for product in client.start_producten]
    dossier = dossier_levering(gemeente, aanbieder, kind, client.bsn, nummers)
    bevindingen = controleer(inhoud, dossier, vandaag=vandaag())
    if bevindingen:  # refuses the whole message (IV032)
        return Afhandeling(bevindingen)
    for product in sorted(client.start_producten, key=lambda p: p.status_aanlevering != VERWIJDEREN):
        if product.toewijzing_nummer is None:
            kind = kind or nieuw_kind(gemeente, client)
            start_taak(kind, product, opgeslagen)
            continue
        toewijzing = _toewijzing(gemeente, aanbieder, kind, product.toewijzing_nummer)
        if toewijzing is None:
            continue
        if product.status_aanlevering == VERWIJDEREN:
            _verwijder_start(toewijzing, product, opgeslagen)
        else:
            _start(toewijzing, product, opgeslagen)
    return Afhandeling()


def verwerk_stop(inhoud: IjwBericht, opgeslagen: Bericht) -> Afhandeling:
    """Take a stop message: the end of deliveries, and removals of stops reported by mistake (first, IV008)."""
    if not isinstance(inhoud, jw307.Bericht):
        raise TypeError(type(inhoud).__name__)
    aanbieder, gemeente = partijen(opgeslagen)
    client = inhoud.client
    kind = kind_van(gemeente, client.bsn)
    nummers = [product.toewijzing_nummer for product in client.stop_producten]
    dossier = dossier_levering(gemeente, aanbieder, kind, client.bsn, nummers)
    bevindingen = controleer(inhoud, dossier, vandaag=vandaag())
    if bevindingen:  # refuses the whole message (IV032)
        return Afhandeling(bevindingen)
    for product in sorted(client.stop_producten, key=lambda p: p.status_aanlevering != VERWIJDEREN):
        if product.toewijzing_nummer is None:
            stop_taak(kind, product, opgeslagen)
            continue
        toewijzing = _toewijzing(gemeente, aanbieder, kind, product.toewijzing_nummer)
        levering = _levering(toewijzing, product.begindatum) if toewijzing else None
        if levering is None:
            continue
        if product.status_aanlevering == VERWIJDEREN:
            _verwijder_stop(levering, product.reden_beeindiging, opgeslagen)
        else:
            _stop(levering, product, opgeslagen)
    return Afhandeling()


def _start(toewijzing: Toewijzing, product: jw305.StartProduct, opgeslagen: Bericht) -> None:
    Levering.objects.create(toewijzing=toewijzing, begindatum=product.begindatum, startbericht=opgeslagen)
    rond_af(sleutel_start(toewijzing.pk))
    hulp_begonnen(
        toewijzing.gemeente, toewijzing.aanbieder, toewijzing.code, toewijzing.kind.kenmerk, product.begindatum
    )
    uit_feiten.hulp_begonnen(toewijzing.gemeente, toewijzing.code, toewijzing.kind.kenmerk, product.begindatum)
    zie_begin(toewijzing)
    _log(toewijzing, "levering.gestart", opgeslagen)


def _verwijder_start(toewijzing: Toewijzing, product: jw305.StartProduct, opgeslagen: Bericht) -> None:
    toewijzing.leveringen.filter(begindatum=product.begindatum, verwijderd_op__isnull=True).update(verwijderd_op=nu())
    if not toewijzing.leveringen.filter(verwijderd_op__isnull=True).exists():
        heropen(sleutel_start(toewijzing.pk))
        uit_feiten.start_ingetrokken(toewijzing.gemeente, toewijzing.code, toewijzing.kind.kenmerk, product.begindatum)
    _log(toewijzing, "levering.verwijderd", opgeslagen)


def _stop(levering: Levering, product: jw307.StopProduct, opgeslagen: Bericht) -> None:
    beeindig(levering, product, opgeslagen)
    rond_af(sleutel_stop(levering.pk))
    _log(levering.toewijzing, "levering.gestopt", opgeslagen)


def _verwijder_stop(levering: Levering, reden: str, opgeslagen: Bericht) -> None:
    haal_stop_weg(levering, reden, opgeslagen)
    if levering.einddatum is None:
        heropen(sleutel_stop(levering.pk))
    _log(levering.toewijzing, "levering.stop_verwijderd", opgeslagen)


def _toewijzing(
    gemeente: Organisatie, aanbieder: Organisatie, kind: Kind | None, nummer: int | None
) -> Toewijzing | None:
    """The assignment of this child to this sender. The rules say so too; this lock holds when they would not."""
    if nummer is None or kind is None:
        return None
    return Toewijzing.objects.filter(gemeente=gemeente, aanbieder=aanbieder, kind=kind, nummer=str(nummer)).first()


def _levering(toewijzing: Toewijzing, begindatum: date) -> Levering | None:
    return toewijzing.leveringen.filter(begindatum=begindatum, verwijderd_op__isnull=True).first()


def _log(toewijzing: Toewijzing, handeling: str, opgeslagen: Bericht) -> None:
    leg_vast(
        systeem(toewijzing.gemeente), handeling, kind_id=toewijzing.kind_id, soort="toewijzing",
        onderwerp_id=toewijzing.pk, gegevens={"bericht": str(opgeslagen.pk)},
    )  # fmt: skip
