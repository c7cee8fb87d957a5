"""A request for change (JW317) that came in: taken over as a whole or not at all (IV092, IV093)."""

from collections.abc import Iterable

from ijw import Bericht as IjwBericht
from ijw.berichten import jw317
from ijw.overstijgend import controleer
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.klok import AMSTERDAM, vandaag
from jeugdregio.organisaties.wie import systeem
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.register import Afhandeling
from jeugdregio.toegang.beurten import open_beurt_verzoek
from jeugdregio.toegang.dossier import dossier_wijziging
from jeugdregio.toegang.models import GevraagdeWijziging, Kind, Toewijzing, Verzoek, VerzoekRegel
from jeugdregio.toegang.nummering import kenmerk
from jeugdregio.toegang.partijen import kind_van, partijen
from jeugdregio.toegang.wijzigen.messages import nummers_in, wijzigingen_uit
from recht import keten


def verwerk_wijziging(inhoud: IjwBericht, opgeslagen: Bericht) -> Afhandeling:
    """Take a request for change. It is one coherent wish, so a finding anywhere leaves all of it."""
    if not isinstance(inhoud, jw317.Bericht):
        raise TypeError(type(inhoud).__name__)
    aanbieder, gemeente = partijen(opgeslagen)
    client = inhoud.client
    kind = kind_van(gemeente, client.bsn)
    dossier = dossier_wijziging(
        gemeente, aanbieder, kind, bsn=client.bsn, referentie=client.verzoek.referentie_aanbieder,
        nummers=nummers_in(client.verzoek),
    )  # fmt: skip
    bevindingen = controleer(inhoud, dossier, vandaag=vandaag())
    if not bevindingen and kind is not None:
        _maak_verzoek(opgeslagen, kind, client.verzoek)
    return Afhandeling(bevindingen)


def _maak_verzoek(opgeslagen: Bericht, kind: Kind, gevraagd: jw317.Verzoek) -> None:
    aanbieder, gemeente = partijen(opgeslagen)
    rijen = Toewijzing.objects.filter(
        gemeente=gemeente, aanbieder=aanbieder, kind=kind, nummer__in=[str(n) for n in nummers_in(gevraagd)]
    ).select_related("verzoek_regel")
    toewijzingen = {int(rij.nummer): rij for rij in rijen}
    ontvangen = opgeslagen.ontvangen_op.astimezone(AMSTERDAM).date()
    termijn = keten.antwoord(ontvangen)
    verzoek = Verzoek.objects.create(
        soort=Verzoek.Soort.WIJZIGING, reden=gevraagd.reden_verzoek, kenmerk=kenmerk("V"), kind=kind,
        gemeente=gemeente, aanbieder=aanbieder, bericht=opgeslagen, ontvangen_op=ontvangen,
        antwoord_uiterlijk=termijn.datum or ontvangen,
    )  # fmt: skip
    wijzigingen = wijzigingen_uit(gevraagd, verzoek, toewijzingen)
    GevraagdeWijziging.objects.bulk_create(wijzigingen)
    VerzoekRegel.objects.create(
        verzoek=verzoek, referentie_aanbieder=gevraagd.referentie_aanbieder, raamcontract=True,
        ingangsdatum=min((w.ingangsdatum for w in wijzigingen if w.ingangsdatum), default=ontvangen),
        **_verwijzer(toewijzingen.values()),
    )  # fmt: skip
    leg_vast(
        systeem(gemeente), "wijziging.gevraagd", kind_id=kind.pk, soort="verzoek", onderwerp_id=verzoek.pk,
        gegevens={"bericht": str(opgeslagen.pk)},
    )  # fmt: skip
    open_beurt_verzoek(verzoek, termijn)


def _verwijzer(toewijzingen: Iterable[Toewijzing]) -> dict[str, str]:
    """Who referred to the help that is to change: what may be judged now follows from that as well."""
    for toewijzing in toewijzingen:
        regel = toewijzing.verzoek_regel
        if regel is not None and regel.verwijzer_type:
            return {
                "verwijzer_type": regel.verwijzer_type, "verwijzer_naam": regel.verwijzer_naam,
                "verwijzer_code": regel.verwijzer_code,
            }  # fmt: skip
    return {}
