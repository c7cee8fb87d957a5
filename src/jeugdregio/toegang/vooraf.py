"""A provider on our screens sends only what its municipality would take: judged before it is stored (OP192)."""

from collections.abc import Callable, Sequence

from ijw import Bericht as IjwBericht
from ijw import Bevinding
from ijw.berichten import jw305, jw307, jw315, jw317
from ijw.overstijgend import Dossier, controleer
from ijw.regels import controleer as controleer_inhoud
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.toegang.dossier import dossier_levering, dossier_verzoek, dossier_wijziging
from jeugdregio.toegang.partijen import kind_van


def bevindingen_vooraf(bericht: IjwBericht, aanbieder: Organisatie, gemeente: Organisatie) -> Sequence[Bevinding]:
    """Return what levels 2, 3 and 4 find on a message of this provider; nothing is stored."""
    bevindingen = controleer_inhoud(bericht)
    dossier = _dossier(bericht, aanbieder, gemeente)
    if bevindingen or dossier is None:
        return bevindingen
    return controleer(bericht, dossier(), vandaag=vandaag())


def _dossier(bericht: IjwBericht, aanbieder: Organisatie, gemeente: Organisatie) -> Callable[[], Dossier] | None:
    match bericht:
        case jw315.Bericht(client=client):
            kind = kind_van(gemeente, client.bsn)
            referenties = [p.referentie_aanbieder for p in client.aangevraagde_producten]
            return lambda: dossier_verzoek(gemeente, aanbieder, kind, client.bsn, referenties)
        case jw317.Bericht(client=wens):
            kind = kind_van(gemeente, wens.bsn)
            vast, anders = wens.verzoek.ongewijzigde_producten, wens.verzoek.te_wijzigen_producten
            huidig = [p.toewijzing_nummer for p in vast] + [p.toewijzing_nummer for p in anders]
            return lambda: dossier_wijziging(
                gemeente, aanbieder, kind, bsn=wens.bsn, referentie=wens.verzoek.referentie_aanbieder,
                nummers=huidig,
            )  # fmt: skip
        case jw305.Bericht(client=start):
            nummers = [p.toewijzing_nummer for p in start.start_producten]
            return lambda: dossier_levering(gemeente, aanbieder, kind_van(gemeente, start.bsn), start.bsn, nummers)
        case jw307.Bericht(client=stop):
            nummers = [p.toewijzing_nummer for p in stop.stop_producten]
            return lambda: dossier_levering(gemeente, aanbieder, kind_van(gemeente, stop.bsn), stop.bsn, nummers)
    return None
