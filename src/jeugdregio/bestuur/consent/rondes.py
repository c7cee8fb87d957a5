"""Opening a round: the adjusted text, frozen, with review date, criteria and sources of harm; and breaking one off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.inbrengen import sluit_verzegeld
from jeugdregio.bestuur.consent.models import Bekrachtiging, Criterium, Evaluatie, Ronde, Staat, Versie, Voorstel
from jeugdregio.bestuur.consent.overgangen import ga_naar, gelijk_regeleinde, laatste_versie, nieuwe_versie, pak
from jeugdregio.bestuur.consent.permissions import eis_inbrenger
from jeugdregio.bestuur.consent.toetsen_invoer import eis_cijfer, eis_evaluatiedatum, eis_ingevuld, eis_keuze
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie

HOUDEN, VERDUIDELIJKEN, WIJZIGEN = "houden", "verduidelijken", "wijzigen"
BIJSTELLINGEN = {
    HOUDEN: "De tekst blijft zoals hij is",
    VERDUIDELIJKEN: "De tekst wordt duidelijker, de bedoeling blijft",
    WIJZIGEN: "Het voorstel verandert",
}


@dataclass(frozen=True)
class Maatstaf:
    """A criterion for the review, with the figure it is read from (a code of `bestuur.cijfers`, or none)."""

    tekst: str
    cijfer: str = ""


@transaction.atomic
def leg_voor(
    wie: Wie, voorstel_id: UUID, *, keuze: str, tekst: str, toelichting: str, evaluatie_op: date | None,
    criteria: Sequence[Maatstaf], schadebronnen: str,
) -> Ronde:  # fmt: skip
    """Keep, clarify or amend the text, freeze it, and ask every municipality for its position."""
    voorstel = pak(wie, voorstel_id, Staat.BIJSTELLING)
    eis_inbrenger(wie, voorstel)
    eis_keuze({"keuze": keuze}, BIJSTELLINGEN)
    versie = laatste_versie(voorstel)
    gewijzigd = gelijk_regeleinde(tekst) != versie.tekst
    _eis_past_bij_keuze(keuze, tekst, gewijzigd=gewijzigd)
    voorstel.evaluatie_op = eis_evaluatiedatum(evaluatie_op, vandaag())
    eis_ingevuld(
        {"schadebronnen": schadebronnen},
        {"schadebronnen": "Schrijf waar dit voorstel schade zou kunnen doen. Dat helpt de anderen twijfel te noemen."},
    )
    gevuld = [maatstaf for maatstaf in criteria if maatstaf.tekst.strip()]
    if not gevuld:
        raise Geweigerd(
            "Schrijf ten minste een criterium voor de evaluatie.", velden={"criterium_1": "Schrijf een criterium."}
        )
    eis_cijfer({f"cijfer_{nummer}": maatstaf.cijfer for nummer, maatstaf in enumerate(criteria, start=1)})
    weiger_persoonsgegevens(
        {"tekst": tekst, "toelichting": toelichting, "schadebronnen": schadebronnen}
        | {f"criterium_{nummer}": maatstaf.tekst for nummer, maatstaf in enumerate(criteria, start=1)}
    )
    if gewijzigd:
        versie = nieuwe_versie(wie, voorstel, tekst, toelichting)
        vervallen_bekrachtiging(voorstel)
    voorstel.schadebronnen = schadebronnen
    _vervang_criteria(voorstel, gevuld)
    ronde = nieuwe_ronde(voorstel, versie)
    ga_naar(wie, voorstel, Staat.CONSENTRONDE, f"{BIJSTELLINGEN[keuze]}. {toelichting}".strip())
    return ronde


def _eis_past_bij_keuze(keuze: str, tekst: str, *, gewijzigd: bool) -> None:
    eis_ingevuld({"tekst": tekst}, {"tekst": "De tekst mag niet leeg zijn."})
    if keuze == HOUDEN and gewijzigd:
        raise Geweigerd(
            "Je koos dat de tekst blijft zoals hij is, maar de tekst is anders. Ook een spatie telt.",
            velden={"tekst": "Zet de oude tekst terug, of kies dat de tekst verandert."},
        )
    if keuze != HOUDEN and not gewijzigd:
        raise Geweigerd(
            "Je koos dat de tekst verandert, maar hij is nog hetzelfde.",
            velden={"tekst": "Pas de tekst aan, of kies dat hij blijft zoals hij is."},
        )


def _vervang_criteria(voorstel: Voorstel, criteria: Sequence[Maatstaf]) -> None:
    voorstel.criteria.update(vervallen=True)
    Criterium.objects.bulk_create(
        Criterium(voorstel=voorstel, tekst=m.tekst.strip(), cijfer=m.cijfer, volgorde=nummer)
        for nummer, m in enumerate(criteria, start=1)
    )


def nieuwe_ronde(voorstel: Voorstel, versie: Versie, evaluatie: Evaluatie | None = None, hash_: str = "") -> Ronde:
    """Open the next round, on a text or on the outcome of a review. Earlier positions do not count in it."""
    return Ronde.objects.create(
        voorstel=voorstel, versie=versie, evaluatie=evaluatie, nummer=voorstel.rondes.count() + 1,
        soort=Ronde.Soort.EVALUATIE if evaluatie else Ronde.Soort.VOORSTEL, hash=hash_ or versie.hash,
    )  # fmt: skip


def vervallen_bekrachtiging(voorstel: Voorstel) -> None:
    """Let go of what colleges and councils were asked or decided about an older text; their decisions stay readable."""
    open_ = voorstel.bekrachtigingen.filter(staat__in=[Bekrachtiging.Staat.OPEN, Bekrachtiging.Staat.BEKRACHTIGD])
    open_.update(staat=Bekrachtiging.Staat.VERVALLEN)


@transaction.atomic
def breek_ronde_af(wie: Wie, voorstel_id: UUID, *, reden: str) -> Voorstel:
    """Break a round off, because the text must change first. What was said in it stays sealed for ever."""
    voorstel = pak(wie, voorstel_id, Staat.CONSENTRONDE)
    wie.eis(Rol.VOORZITTER)
    eis_ingevuld({"reden": reden}, {"reden": "Schrijf waarom je de ronde afbreekt."})
    weiger_persoonsgegevens({"reden": reden})
    sluit_verzegeld(voorstel, reden)
    ga_naar(wie, voorstel, Staat.BIJSTELLING, reden)
    return voorstel
