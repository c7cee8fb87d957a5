"""What the municipality knows when it judges a declaration, gathered in a fixed number of queries.

No BSN is decrypted for it: the numbers of the message are turned into search keys, and an assignment of a child
that is not in the message gets its search key in the place of a BSN.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Max

from ijw.berichten import jw323
from ijw.overstijgend import Dossier, EerderePrestatie, Status, Tarief
from ijw.overstijgend import Toewijzing as BekendeToewijzing
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.financien.models import Declaratie, Prestatie
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.toegang.models import Kind, Toewijzing
from jeugdregio.zorglandschap.models import Product
from jeugdregio.zorglandschap.queries import tarieven_voor

_EEN_ANDER = "ander"
_ELDERS = 0  # assignment number of a line that belongs to another municipality: matches nothing here


def vul_dossier(bericht: jw323.Bericht, aanbieder: Organisatie, gemeente: Organisatie) -> Dossier:
    """Return the file for levels 3 and 4. Eight queries, whatever the number of lines."""
    bsn_bij = {zoeksleutel(client.bsn): client.bsn for client in bericht.declaratie.clienten}
    regels = [prestatie for client in bericht.declaratie.clienten for prestatie in client.prestaties]
    toewijzingen = _toewijzingen(regels, gemeente)
    return Dossier.van(
        aanbieder_agb=aanbieder.code or "",
        toewijzingen=[_bekend(toewijzing, aanbieder, gemeente, bsn_bij) for toewijzing in toewijzingen],
        prestaties=_eerdere(regels, toewijzingen, aanbieder, gemeente, bsn_bij),
        tarieven=_tarieven(aanbieder, gemeente),
        clienten=_clienten(bsn_bij, aanbieder, gemeente),
        declaratienummers=_nummers(bericht.declaratie.declaratie_nummer, aanbieder),
        laatste_declaratieperiode=_laatste(aanbieder, gemeente),
        producten=Product.objects.values_list("categorie", "code"),
    )


def _toewijzingen(regels: Iterable[jw323.Prestatie], gemeente: Organisatie) -> list[Toewijzing]:
    nummers = {str(regel.toewijzing_nummer) for regel in regels}
    return list(
        Toewijzing.objects.filter(gemeente=gemeente, nummer__in=nummers).select_related("kind").defer("kind__bsn")
    )


def _bekend(
    toewijzing: Toewijzing, aanbieder: Organisatie, gemeente: Organisatie, bsn_bij: Mapping[str, str]
) -> BekendeToewijzing:
    """An assignment for the rules; of another provider only that it is another matters."""
    return BekendeToewijzing(
        nummer=int(toewijzing.nummer),
        bsn=_bsn(toewijzing.kind, bsn_bij),
        aanbieder_agb=(aanbieder.code or "") if toewijzing.aanbieder_id == aanbieder.pk else _EEN_ANDER,
        gemeente=gemeente.code or "",
        categorie=toewijzing.categorie or None,
        code=toewijzing.code or None,
        ingangsdatum=toewijzing.ingangsdatum,
        einddatum=toewijzing.einddatum,
        volume=toewijzing.volume,
        eenheid=toewijzing.eenheid or None,
        frequentie=toewijzing.frequentie or None,
        budget=toewijzing.budget,
        reden_wijziging=toewijzing.reden_wijziging or None,
        referentie_aanbieder=toewijzing.referentie_aanbieder or None,
    )


def _bsn(kind: Kind, bsn_bij: Mapping[str, str]) -> str:
    sleutel = kind.bsn_zoek or str(kind.id)
    return bsn_bij.get(sleutel, sleutel)


def _eerdere(
    regels: Iterable[jw323.Prestatie],
    toewijzingen: Iterable[Toewijzing],
    aanbieder: Organisatie,
    gemeente: Organisatie,
    bsn_bij: Mapping[str, str],
) -> list[EerderePrestatie]:
    """Earlier lines on these assignments, and those that share a reference with this message."""
    referenties: set[str] = set()
    for regel in regels:
        referenties.add(regel.product_referentie.referentie_nummer)
        referenties.add(regel.product_referentie.vorig_referentie_nummer or "")
    basis = (
        Prestatie.objects.filter(declaratie__aanbieder=aanbieder)
        .select_related("declaratie", "toewijzing__kind")
        .defer("toewijzing__kind__bsn")
        .order_by()
    )
    op_toewijzing = basis.filter(toewijzing__in=[toewijzing.pk for toewijzing in toewijzingen])
    op_referentie = basis.filter(referentie__in=referenties - {""})
    gevonden = {regel.pk: regel for regel in (*op_toewijzing, *op_referentie)}
    return [_eerder(regel, gemeente, bsn_bij) for regel in gevonden.values()]


def _eerder(regel: Prestatie, gemeente: Organisatie, bsn_bij: Mapping[str, str]) -> EerderePrestatie:
    hier = regel.declaratie.gemeente_id == gemeente.id
    return EerderePrestatie(
        referentie=regel.referentie,
        bsn=_bsn(regel.toewijzing.kind, bsn_bij) if regel.toewijzing else "",
        toewijzing_nummer=int(regel.toewijzing_nummer or _ELDERS) if hier else _ELDERS,
        categorie=regel.categorie,
        code=regel.code,
        begindatum=regel.begindatum,
        einddatum=regel.einddatum,
        volume=regel.volume,
        eenheid=regel.eenheid,
        bedrag=abs(regel.bedrag),
        tarief=regel.tarief,
        debet=not regel.credit,
        vorige_referentie=regel.vorige_referentie or None,
        status=status_van(regel),
    )


def status_van(regel: Prestatie) -> Status:
    """Return what became of a line; reads its declaration."""
    if regel.afgewezen:
        return Status.AFGEWEZEN
    wacht = regel.declaratie.staat == Declaratie.Staat.INGEDIEND
    return Status.IN_BEHANDELING if wacht else Status.TOEGEKEND


def _tarieven(aanbieder: Organisatie, gemeente: Organisatie) -> list[Tarief]:
    return [
        Tarief(code=code, eenheid=prijs.eenheid, centen=prijs.centen, vanaf=prijs.van, tot=prijs.tot)
        for code, prijzen in tarieven_voor(aanbieder, gemeente).items()
        for prijs in prijzen
    ]


def _clienten(bsn_bij: Mapping[str, str], aanbieder: Organisatie, gemeente: Organisatie) -> list[str]:
    bekend = Kind.objects.filter(
        bsn_zoek__in=bsn_bij.keys(), toewijzingen__aanbieder=aanbieder, toewijzingen__gemeente=gemeente
    ).values_list("bsn_zoek", flat=True)
    return [bsn_bij[sleutel] for sleutel in bekend.distinct().order_by() if sleutel]


def _nummers(nummer: str, aanbieder: Organisatie) -> list[str]:
    return list(Declaratie.objects.filter(aanbieder=aanbieder, nummer=nummer).values_list("nummer", flat=True))


def _laatste(aanbieder: Organisatie, gemeente: Organisatie) -> date | None:
    eerder = Declaratie.objects.filter(aanbieder=aanbieder, gemeente=gemeente)
    laatste: date | None = eerder.aggregate(laatste=Max("begindatum"))["laatste"]
    return laatste
