"""The safety net: help that stopped without a decision becomes a turn of the team leader. No child falls out unseen."""

from datetime import date

from jeugdregio.beurten.actions import NieuweBeurt, laat_vervallen, open_beurten
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.eindigen.stand import tussen_wal_en_schip
from jeugdregio.toegang.models import Toewijzing
from recht.datum import datum_kort

SOORT = "einde_zonder_besluit"


def sleutel_gevallen(toewijzing_id: object, einddatum: date | None) -> str:
    """Key of the turn about help that stopped without a decision."""
    return f"toewijzing:{toewijzing_id}:gevallen:{einddatum}"


def open_gevallen(dag: date) -> int:
    """Open a turn of the team leader for each help that ended without a decision; close those that were settled.

    Its term is the last day of the help, so it is late from the first day on. Return how many there are. Again:
    changes nothing. Three queries, whatever the number.
    """
    gevallen = list(tussen_wal_en_schip(dag))
    open_beurten(_beurt(toewijzing) for toewijzing in gevallen)
    nog = {sleutel_gevallen(t.pk, t.einddatum) for t in gevallen}
    open_ = Beurt.objects.filter(soort=SOORT, staat=Beurt.Staat.OPEN).values_list("sleutel", flat=True)
    laat_vervallen(*(sleutel for sleutel in open_ if sleutel not in nog))
    return len(gevallen)


def _beurt(toewijzing: Toewijzing) -> NieuweBeurt:
    einde = toewijzing.einddatum or toewijzing.ingangsdatum
    return NieuweBeurt(
        sleutel=sleutel_gevallen(toewijzing.pk, toewijzing.einddatum), soort=SOORT, titel="Hulp stopte zonder besluit",
        tekst="Niemand besloot wat er na deze hulp komt. Zorg dat iemand vandaag het gezin belt en beslist.",
        organisatie=toewijzing.gemeente, rol=Rol.TEAMLEIDER, begon_op=einde, uiterlijk=einde,
        grondslag="Jeugdwet 2.3 lid 1", uitleg=(f"De toewijzing eindigde op {datum_kort(einde)}.",),
        handeling="Bekijk de lijst", pad="/hulp-die-eindigt/", aanduiding=aanduiding(toewijzing.kind),
        kenmerk=toewijzing.nummer, kind_id=toewijzing.kind_id, escalatie="Gemeentebestuur",
    )  # fmt: skip
