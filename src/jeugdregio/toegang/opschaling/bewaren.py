"""What a stuck case means for destroying a file: while it runs it keeps the file; afterwards its words are emptied."""

from jeugdregio.toegang.bewaren.beletsel import zolang
from jeugdregio.toegang.bewaren.leeg import maak_leeg, van
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.opschaling.models import Advies, AndersInzet, Casusvraag, Gastplek, Opschaling, Opvolging, Stap

Staat = Casusvraag.Staat


def lopende_opschaling(kind: Kind) -> str:
    """A case that still lies at a level, or waits for advice. Looking back later keeps nothing."""
    zaken = van(Opschaling, hulpvraag__kind=kind)
    wacht = van(Casusvraag, stap__opschaling__in=zaken, staat__in=Casusvraag.VOOR_ADVIES)
    loopt = zaken.filter(afgesloten_op__isnull=True).exists() or wacht.exists()
    return zolang(loopt, "Er loopt nog een opschaling: sluit die eerst af (Jeugdwet 2.3).")


def wis_opschaling(kind: Kind) -> int:
    """Empty what was stuck, tried, asked, advised and learnt. A team no longer looks back on a case that is gone."""
    casussen = van(Casusvraag, stap__opschaling__hulpvraag__kind=kind)
    casussen.filter(staat__in=(Staat.GEADVISEERD, Staat.GEREAGEERD)).update(staat=Staat.AFGEROND)
    bij_casus = (Advies, Opvolging, Gastplek)
    bij_zaak = (Stap, AndersInzet)
    return (
        sum(maak_leeg(van(deel, casusvraag__in=casussen)) for deel in bij_casus)
        + maak_leeg(casussen)
        + sum(maak_leeg(van(deel, opschaling__hulpvraag__kind=kind)) for deel in bij_zaak)
        + maak_leeg(van(Opschaling, hulpvraag__kind=kind))
    )
