"""The turns of research and plans: each names whose move it is, until when, and where it is done."""

from datetime import date

from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import NieuweBeurt, laat_vervallen, open_beurten, rond_af
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.models import Kind, Toewijzing
from jeugdregio.toegang.permissions import rol_van_aanbieder
from jeugdregio.toegang.plannen.models import Evaluatie, Onderzoek, Plan, Planactie
from recht import Uitkomst

ESCALATIE = "Teamleider toegang"


def open_reactie(onderzoek: Onderzoek, termijn: Uitkomst) -> None:
    """The family may react until a day; then it is the turn of the municipality to finish."""
    vraag = onderzoek.hulpvraag
    open_beurten([_gemeente(
        vraag.gemeente, vraag.kind, sleutel=f"onderzoek:{onderzoek.pk}:reactie", soort="onderzoek_reactie",
        titel="Reactie van het gezin op het verslag", tekst="Vraag na of het gezin het verslag heeft gelezen.",
        uiterlijk=termijn.datum, grondslag=termijn.grondslag, uitleg=[stap.tekst for stap in termijn.stappen],
        handeling="Bekijk het onderzoek", pad=f"/onderzoeken/{onderzoek.pk}/", kenmerk=vraag.kenmerk,
    )])  # fmt: skip


def sluit_reactie(onderzoek: Onderzoek, *, gedaan: bool = True) -> None:
    """The reaction came, or the report was taken back."""
    (rond_af if gedaan else laat_vervallen)(f"onderzoek:{onderzoek.pk}:reactie")


def open_antwoord(plan: Plan, kind: Kind) -> None:
    """The family was offered to make the plan itself; somebody asks what it wants."""
    tekst = "Vraag of het gezin zelf een plan wil maken."
    open_beurten([_plan(plan, kind, "antwoord", "Antwoord over een eigen plan van het gezin", tekst)])


def open_eigen_plan(plan: Plan, kind: Kind) -> None:
    """The family makes its plan until a day."""
    tekst = "Vraag het gezin hoe het gaat met zijn plan, en neem het over."
    titel = "Eigen plan van het gezin ontvangen"
    open_beurten([_plan(plan, kind, "eigen-plan", titel, tekst, uiterlijk=plan.gezin_klaar_op)])


def open_contact(plan: Plan, kind: Kind) -> None:
    """The contact person changed: the family must hear it."""
    tekst = "De contactpersoon is veranderd. Bel of schrijf het gezin."
    titel = "Gezin vertellen wie de contactpersoon is"
    open_beurten([_plan(plan, kind, f"contact:{plan.versie}", titel, tekst, uiterlijk=vandaag())])


def sluit(plan: Plan, *delen: str) -> None:
    """Close turns of a plan as done."""
    rond_af(*(f"plan:{plan.pk}:{deel}" for deel in delen))


def open_acties(plan: Plan, kind: Kind, acties: list[Planactie], toewijzingen: dict[object, Toewijzing]) -> None:
    """Open the turns of professionals. A provider gets its own only through the assignment it already has."""
    nieuw = []
    for actie in acties:
        if actie.eigenaar == Planactie.Eigenaar.TOEGANG:
            nieuw.append(_actie(plan, kind, actie, tekst="Doe wat in het plan is afgesproken."))
        elif actie.organisatie is not None and actie.organisatie_id in toewijzingen:
            tekst = (
                f"{actie.wat.rstrip('.')}. Klaar? Vertel het de contactpersoon van het gezin: die werkt het plan bij."
            )
            nieuw.append(_actie(plan, kind, actie, tekst=tekst, toewijzing=toewijzingen[actie.organisatie_id]))
    open_beurten(nieuw)


def open_evaluaties(plan: Plan, kind: Kind, evaluaties: list[Evaluatie]) -> None:
    """Open the turn to look back with the family."""
    open_beurten(
        _gemeente(
            plan.gemeente, kind, sleutel=sleutel_evaluatie(e), soort="plan_evaluatie",
            titel="Plan evalueren met het gezin", tekst="Kijk met het gezin terug op het plan.", uiterlijk=e.op,
            grondslag="Jeugdwet 4.1.3", handeling="Bekijk het plan", pad=f"/plannen/{plan.pk}/", kenmerk=plan.kenmerk,
        )
        for e in evaluaties
    )  # fmt: skip


def sleutel_actie(actie: Planactie) -> str:
    """Key of the turn of an action, through all versions."""
    return f"planactie:{actie.lijn}"


def sleutel_evaluatie(evaluatie: Evaluatie) -> str:
    """Key of the turn of a moment to look back, through all versions."""
    return f"planevaluatie:{evaluatie.lijn}"


def _plan(plan: Plan, kind: Kind, deel: str, titel: str, tekst: str, *, uiterlijk: date | None = None) -> NieuweBeurt:
    return _gemeente(
        plan.gemeente, kind, sleutel=f"plan:{plan.pk}:{deel}", soort=f"plan_{deel.partition(':')[0]}", titel=titel,
        tekst=tekst, uiterlijk=uiterlijk, grondslag="Jeugdwet 4.1.1 en 4.1.2", handeling="Bekijk het plan",
        pad=f"/plannen/{plan.pk}/", kenmerk=plan.kenmerk,
    )  # fmt: skip


def _gemeente(gemeente: Organisatie, kind: Kind, **velden: object) -> NieuweBeurt:
    return NieuweBeurt(
        organisatie=gemeente, rol=Rol.TOEGANG, begon_op=vandaag(), aanduiding=aanduiding(kind), kind_id=kind.pk,
        escalatie=ESCALATIE, **velden,  # type: ignore[arg-type]
    )  # fmt: skip


def _actie(
    plan: Plan, kind: Kind, actie: Planactie, *, tekst: str, toewijzing: Toewijzing | None = None
) -> NieuweBeurt:
    van = plan.gemeente if toewijzing is None else toewijzing.aanbieder
    return NieuweBeurt(
        sleutel=sleutel_actie(actie), soort="plan_actie", titel="Actie uit het gezinsplan", tekst=tekst,
        organisatie=van, rol=Rol.TOEGANG if toewijzing is None else rol_van_aanbieder(van), begon_op=vandaag(),
        uiterlijk=actie.uiterlijk, grondslag="Afgesproken in het plan",
        handeling="Bekijk wat er staat" if toewijzing is None else "Bekijk de toewijzing",
        pad=f"/plannen/{plan.pk}/" if toewijzing is None else f"/toewijzingen/{toewijzing.pk}/",
        aanduiding=aanduiding(kind), kenmerk=plan.kenmerk, kind_id=kind.pk,
        wachtende=None if toewijzing is None else plan.gemeente, escalatie=ESCALATIE,
    )  # fmt: skip
