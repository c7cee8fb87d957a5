"""The doors of the questions for help, of measures and of one child, one family."""

from datetime import date

from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.models import Gezagsdrager, Gezin, Kind, Maatregel
from tests.deuren.deur import GEMEENTE, UITVOERDER, Deur
from tests.deuren.kern import TOEGANG, TOEGANG_ELDERS
from tests.wereld import DAG, Wereld


def _eigen(**sleutels: object) -> Deur:
    """A door of the access of the municipality of the child."""
    return Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, **sleutels)  # type: ignore[arg-type]


VERDEELT = {"beheer_lelystad", "beleid_lelystad"}

DEUREN: dict[str, Deur] = {
    "hulpvragen:lijst": Deur(TOEGANG | TOEGANG_ELDERS | UITVOERDER),
    "hulpvragen:verdeling": Deur(GEMEENTE | UITVOERDER),
    "hulpvragen:verdeling_wijzig": Deur(VERDEELT),
    "hulpvragen:hulpvraag": _eigen(hulpvraag_id="vraag"),
    "hulpvragen:rol": _eigen(hulpvraag_id="vraag", rol="contact"),
    "hulpvragen:overleg": _eigen(hulpvraag_id="vraag"),
    "hulpvragen:afsluiten": _eigen(hulpvraag_id="vraag"),
    "hulpvragen:heropenen": _eigen(post=True, hulpvraag_id="vraag"),
    "hulpvragen:nieuw": _eigen(kind_id="kind"),
    "hulpvragen:spoed": _eigen(kind_id="kind"),
    "hulpvragen:maatregel": _eigen(kind_id="kind"),
    "hulpvragen:maatregel_einde": _eigen(maatregel_id="maatregel"),
    "hulpvragen:maatregel_uitgevoerd": _eigen(maatregel_id="maatregel"),
    "gezinnen:zoek": Deur(TOEGANG | TOEGANG_ELDERS),
    "gezinnen:nieuw": Deur(TOEGANG | TOEGANG_ELDERS, post=True),
    "gezinnen:bsn": _eigen(kind_id="kind"),
    "gezinnen:geheim": _eigen(kind_id="kind"),
    "gezinnen:koppel": _eigen(kind_id="kind"),
    "gezinnen:ontkoppel": _eigen(post=True, kind_id="kind"),
    "gezinnen:neem_over": _eigen(kind_id="kind", drager_id="vader"),
    "gezinnen:gezag": _eigen(drager_id="gezagsdrager"),
    "gezinnen:gezag_einde": _eigen(drager_id="gezagsdrager"),
}


def maak(wereld: Wereld) -> dict[str, object]:
    """Make a question, a measure, and a brother with a father, all in Lelystad."""
    vraag = Hulpvraag.objects.create(
        kenmerk="H-2026-00001", kind=wereld.kind, gemeente=wereld.regio.lelystad, weg="eigen", ontvangen_op=DAG
    )
    maatregel = Maatregel.objects.create(
        kind=wereld.kind, soort="uithuisplaatsing", uitspraak_op=DAG, tot=date(2027, 9, 10), instantie="Rechtbank"
    )
    gezin = Gezin.objects.create(kenmerk="G-2026-00001", gemeente=wereld.regio.lelystad)
    broer = Kind.objects.create(
        kenmerk="K-2026-00900", geboortedatum=date(2015, 3, 1), geslacht="1", achternaam="Visser", voornamen="Bas",
        gemeente=wereld.regio.lelystad, gezin=gezin,
    )  # fmt: skip
    Kind.objects.filter(pk=wereld.kind.pk).update(gezin=gezin)
    vader = Gezagsdrager.objects.create(kind=broer, naam="Erik Visser", relatie="vader")
    return {"vraag": vraag, "maatregel": maatregel, "broer": broer, "vader": vader}
