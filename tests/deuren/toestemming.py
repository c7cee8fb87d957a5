"""The doors of consent and sharing: only the access of the municipality of the child."""

from datetime import date

from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.toestemming.models import Afwijking, Herziening
from tests.deuren.deur import Deur
from tests.deuren.kern import TOEGANG, TOEGANG_ELDERS
from tests.wereld import DAG, Wereld


def _deur(*, post: bool = False, **sleutels: object) -> Deur:
    return Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, post=post, kind_id="kind", **sleutels)


DEUREN: dict[str, Deur] = {
    "toestemming:overzicht": _deur(),
    "toestemming:vastleggen": _deur(doel="hulp"),
    "toestemming:intrekken": _deur(toestemming_id="toestemming"),
    "toestemming:afwijken": _deur(),
    "toestemming:afwijking_beeindigen": _deur(post=True, afwijking_id="afwijking"),
    "toestemming:wil": _deur(),
    "toestemming:wil_beeindigen": Deur(
        TOEGANG, onzichtbaar=TOEGANG_ELDERS, post=True, kind_id="kind",
    ),
    "toestemming:herziening": _deur(herziening_id="herziening"),
    "toestemming:delen": _deur(),
}  # fmt: skip


def maak(wereld: Wereld) -> dict[str, object]:
    """Make a question, a ground of the law and running help that must be talked about."""
    vraag = Hulpvraag.objects.create(
        kenmerk="H-PROEF", kind=wereld.kind, gemeente=wereld.kind.gemeente, weg="eigen", ontvangen_op=DAG
    )
    afwijking = Afwijking.objects.create(
        kind=wereld.kind, hulpvraag=vraag, grond="spoed", reden="Geen tijd.", van=date(2026, 9, 1)
    )
    herziening = Herziening.objects.create(
        kind=wereld.kind, toewijzing=wereld.toewijzing, aanleiding="ingetrokken", op=DAG, uiterlijk=DAG
    )
    wereld.kind.wilsoordelen.create(reden="Kan dit niet.", beoordelaar="Arts", van=DAG)
    return {"afwijking": afwijking, "herziening": herziening}
