"""What a decision rests on: the research and the plan of the family. What was written there is not asked again."""

from dataclasses import dataclass

from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.toegang.beschikkingen.models import Beschikking
from jeugdregio.toegang.beschikkingen.tweede_blik import deskundig
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.plannen.models import Onderzoek, Plankind, Planversie
from recht.beschikking import deskundigheid
from recht.uitkomst import Uitkomst

# Which answers of the research (plannen.catalogus) a field of the decision begins with.
_VELDEN = {
    "gevraagd": ("hulpvraag",),
    "behoeften": ("wens_jeugdige", "wens_ouders"),
    "geloof_cultuur": ("geloof_cultuur",),
    "keuze": ("keuze",),
}


@dataclass(frozen=True)
class Herkomst:
    """The research of the question and the agreed version of the plan, each as far as it is there."""

    onderzoek: Onderzoek | None
    planversie: Planversie | None


def herkomst(beschikking: Beschikking) -> Herkomst:
    """Return what this decision rests on. Two queries."""
    versies = Planversie.objects.filter(
        vastgesteld_op__isnull=False,
        plan__in=Plankind.objects.op(vandaag()).filter(kind=beschikking.kind).values("plan"),
    )
    return Herkomst(_onderzoek(beschikking.hulpvraag), versies.select_related("plan").order_by("-nummer").first())


def uit_onderzoek(hulpvraag: Hulpvraag) -> dict[str, str]:
    """Return the words with which a draft begins: the question, and what the research found. Two queries."""
    onderzoek = _onderzoek(hulpvraag)
    antwoorden = {a.vraag: a.tekst for a in onderzoek.antwoorden.all()} if onderzoek else {}
    gevonden = {
        veld: "\n".join(filter(None, (str(antwoorden.get(vraag) or "").strip() for vraag in vragen)))
        for veld, vragen in _VELDEN.items()
    }
    return gevonden | {"gevraagd": gevonden["gevraagd"] or hulpvraag.vraag}


def wie_bepaalt(beschikking: Beschikking, gebruiker: Gebruiker) -> Uitkomst:
    """Judge who decides which help is needed: the registered assessor who finished the research, else this worker."""
    onderzoek = _onderzoek(beschikking.hulpvraag)
    if onderzoek is not None and onderzoek.afgerond_op is not None:
        return deskundigheid(onderzoek.afgerond_op, onderzoek.afgerond_op)
    return deskundig(gebruiker, beschikking.gemeente, vandaag())


def _onderzoek(hulpvraag: Hulpvraag) -> Onderzoek | None:
    return Onderzoek.objects.filter(hulpvraag=hulpvraag).first()
