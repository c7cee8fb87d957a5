"""The acts on a contract as one table: which form, which act, and what the screen says."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap import contractdaden, forms, ondertekenen, opties, taakdaden, tariefdaden
from jeugdregio.zorglandschap.models import Contract, Taakbedrag, Tarief, Verlengoptie

Gegevens = Any  # request.POST or None


@dataclass(frozen=True)
class Daad:
    """One act. `formulier` makes its form, `doe` carries it out, `over` tells what it is about (extra for the page)."""

    titel: str
    knop: str
    gedaan: str
    uitleg: str
    formulier: Callable[[Wie, Contract, UUID | None, Gegevens], Any]
    doe: Callable[[Wie, Contract, UUID | None, Any], object]
    over: Callable[[Wie, Contract, UUID | None], object] = lambda _wie, _contract, _deel: None


def _gewoon(soort: type[forms.Besluitform], **begin: object) -> Callable[[Wie, Contract, UUID | None, Gegevens], Any]:
    def maak(_wie: Wie, contract: Contract, _deel: UUID | None, gegevens: Gegevens) -> forms.Besluitform:
        return soort(gegevens, initial={"versie": contract.versie, **begin})

    return maak


def _besluit(form: Any) -> dict[str, Any]:
    return {"besluit": form.cleaned_data["besluit"], "versie": form.cleaned_data["versie"]}


def _eisen_form(_wie: Wie, contract: Contract, _deel: UUID | None, gegevens: Gegevens) -> forms.EisenForm:
    nu = [eis.pk for eis in contract.kwaliteitseisen.all()]
    return forms.EisenForm(gegevens, initial={"versie": contract.versie, "eisen": nu, "van": vandaag()})


def _onderteken_form(wie: Wie, contract: Contract, _deel: UUID | None, gegevens: Gegevens) -> forms.OndertekenForm:
    begin = {"versie": contract.versie, "getekend_op": vandaag()}
    return forms.OndertekenForm(gegevens, initial=begin, organen=ondertekenen.organen(wie))


def _bevoegdheden(wie: Wie, contract: Contract, _deel: UUID | None) -> object:
    """For each body that could sign: may it, for each municipality, today."""
    return {
        "bevoegdheden": [
            (orgaan, ondertekenen.bevoegdheden(contract, orgaan, vandaag())) for orgaan in ondertekenen.organen(wie)
        ]
    }


def _optie(_wie: Wie, contract: Contract, deel: UUID | None) -> object:
    optie = Verlengoptie.objects.filter(pk=_verplicht(deel), contract=contract).first()
    if optie is None:
        raise NietGevonden("Deze verlenging is er niet.")
    return {"optie": optie}


def _tarief(_wie: Wie, contract: Contract, deel: UUID | None) -> object:
    tarief = Tarief.objects.filter(pk=_verplicht(deel), contract=contract).select_related("product").first()
    if tarief is None:
        raise NietGevonden("Dit tarief is er niet.")
    return {"tarief": tarief}


def _taak(_wie: Wie, contract: Contract, deel: UUID | None) -> object:
    taak = Taakbedrag.objects.filter(pk=_verplicht(deel), contract=contract).select_related("product").first()
    if taak is None:
        raise NietGevonden("Dit bedrag is er niet.")
    return {"tarief": taak}


def _neem_op(wie: Wie, contract: Contract, _deel: UUID | None, form: Any) -> None:
    velden = form.cleaned_data
    contractdaden.neem_gemeente_op(
        wie, contract.pk, gemeente_id=velden["gemeente"].pk, van=velden["van"], tot=velden["tot"], **_besluit(form)
    )


def _beeindig(wie: Wie, contract: Contract, _deel: UUID | None, form: Any) -> None:
    velden = form.cleaned_data
    contractdaden.beeindig_deelname(
        wie, contract.pk, gemeente_id=velden["gemeente"].pk, tot=velden["tot"], **_besluit(form)
    )


def _einde(wie: Wie, contract: Contract, _deel: UUID | None, form: Any) -> None:
    contractdaden.wijzig_einde(wie, contract.pk, tot=form.cleaned_data["tot"], **_besluit(form))


def _plafond(wie: Wie, contract: Contract, _deel: UUID | None, form: Any) -> None:
    velden = form.cleaned_data
    gemeente = velden["gemeente"].pk if velden["gemeente"] else None
    contractdaden.zet_plafond(
        wie, contract.pk, jaar=velden["jaar"], gemeente_id=gemeente, centen=velden["centen"], **_besluit(form)
    )


def _voeg_optie_toe(wie: Wie, contract: Contract, _deel: UUID | None, form: Any) -> None:
    velden = form.cleaned_data
    opties.voeg_optie_toe(
        wie, contract.pk, tot=velden["tot"], beslissen_voor=velden["beslissen_voor"],
        automatisch=velden["automatisch"], **_besluit(form),
    )  # fmt: skip


def _beslis(wie: Wie, contract: Contract, deel: UUID | None, form: Any) -> None:
    velden = form.cleaned_data
    opties.beslis_optie(
        wie, contract.pk, optie_id=_verplicht(deel), verlengen=velden["verlengen"] == "ja",
        toelichting=velden["toelichting"], **_besluit(form),
    )  # fmt: skip


def _eisen(wie: Wie, contract: Contract, _deel: UUID | None, form: Any) -> None:
    velden = form.cleaned_data
    contractdaden.koppel_eisen(
        wie, contract.pk, eisen=[eis.pk for eis in velden["eisen"]], van=velden["van"], **_besluit(form)
    )


def _onderteken(wie: Wie, contract: Contract, _deel: UUID | None, form: Any) -> None:
    velden = form.cleaned_data
    ondertekenen.onderteken(
        wie, contract.pk, orgaan_id=velden["orgaan"].pk, getekend_op=velden["getekend_op"], **_besluit(form)
    )


def _tarief_nieuw(wie: Wie, contract: Contract, _deel: UUID | None, form: Any) -> None:
    velden = form.cleaned_data
    nieuw = tariefdaden.NieuwTarief(
        product_code=velden["product"].code, van=velden["van"], tot=velden["tot"], centen=velden["centen"],
        elementen=form.elementen, toelichting=velden["toelichting"],
    )  # fmt: skip
    tariefdaden.voeg_tarief_toe(wie, contract.pk, nieuw, **_besluit(form))


def _tarief_einde(wie: Wie, contract: Contract, deel: UUID | None, form: Any) -> None:
    tot = form.cleaned_data["tot"]
    tariefdaden.beeindig_tarief(wie, contract.pk, tarief_id=_verplicht(deel), tot=tot, **_besluit(form))


def _tarief_opbouw(wie: Wie, contract: Contract, deel: UUID | None, form: Any) -> None:
    tariefdaden.vul_opbouw_in(
        wie, contract.pk, tarief_id=_verplicht(deel), elementen=form.elementen,
        toelichting=form.cleaned_data["toelichting"], **_besluit(form),
    )  # fmt: skip


def _taak_nieuw(wie: Wie, contract: Contract, _deel: UUID | None, form: Any) -> None:
    velden = form.cleaned_data
    nieuw = taakdaden.NieuwTaakbedrag(
        product_code=velden["product"].code, gemeente_id=velden["gemeente"].pk if velden["gemeente"] else None,
        per=velden["per"], van=velden["van"], tot=velden["tot"], centen=velden["centen"], elementen=form.elementen,
        toelichting=velden["toelichting"],
    )  # fmt: skip
    taakdaden.voeg_taakbedrag_toe(wie, contract.pk, nieuw, **_besluit(form))


def _taak_einde(wie: Wie, contract: Contract, deel: UUID | None, form: Any) -> None:
    tot = form.cleaned_data["tot"]
    taakdaden.beeindig_taakbedrag(wie, contract.pk, taak_id=_verplicht(deel), tot=tot, **_besluit(form))


def _verplicht(deel: UUID | None) -> UUID:
    if deel is None:
        raise NietGevonden("Dit deel van het contract is er niet.")
    return deel


DADEN: dict[str, Daad] = {
    "gemeente": Daad(
        "Gemeente opnemen", "Neem op", "De gemeente doet mee.",
        "De gemeente moet in de hele periode meedoen in de regio.", _gewoon(forms.GemeenteForm), _neem_op,
    ),
    "gemeente-einde": Daad(
        "Deelname beëindigen", "Beëindig", "De deelname eindigt.",
        "Hulp die al is toegewezen, loopt door tot haar eigen einddatum.", _gewoon(forms.DeelnameEindeForm), _beeindig,
    ),
    "einde": Daad(
        "Einddatum wijzigen", "Wijzig", "De einddatum is gewijzigd.",
        "Verlengen volgens een afspraak in het contract doe je bij Verlengen.", _gewoon(forms.EindeForm), _einde,
    ),
    "plafond": Daad(
        "Plafond vastleggen", "Leg vast", "Het plafond is vastgelegd.",
        "Een plafond is nooit een reden om een kind hulp te weigeren. Bestaat het al, dan vervangt dit het.",
        _gewoon(forms.PlafondForm), _plafond,
    ),
    "optie": Daad(
        "Verlenging afspreken", "Leg vast", "De verlenging is vastgelegd. Je krijgt op tijd een beurt.",
        "De verlenging sluit aan op het contract of op de vorige verlenging.", _gewoon(forms.OptieForm),
        _voeg_optie_toe,
    ),
    "optie-besluit": Daad(
        "Beslissen over verlengen", "Leg besluit vast", "Het besluit is vastgelegd.", "",
        _gewoon(forms.OptieBesluitForm), _beslis, _optie,
    ),
    "eisen": Daad(
        "Kwaliteitseisen kiezen", "Leg vast", "De kwaliteitseisen zijn vastgelegd.",
        "Kies welke eisen uit het kwaliteitshandvest bij dit contract horen.", _eisen_form, _eisen,
    ),
    "ondertekenen": Daad(
        "Ondertekening vastleggen", "Leg vast", "Het contract is getekend en geldt.",
        "Het systeem kijkt in het mandaatregister of dit orgaan op die dag voor elke gemeente mag tekenen.",
        _onderteken_form, _onderteken, _bevoegdheden,
    ),
    "tarief": Daad(
        "Tarief vastleggen", "Leg vast", "Het tarief is vastgelegd.",
        "Een tarief bestaat uit vijf onderdelen die samen het tarief zijn (Besluit Jeugdwet 2.3 lid 1).",
        _gewoon(forms.TariefForm), _tarief_nieuw,
    ),
    "tarief-einde": Daad(
        "Tarief beëindigen", "Beëindig", "Het tarief eindigt.", "Daarna kan een nieuw tarief volgen.",
        _gewoon(forms.TariefEindeForm), _tarief_einde, _tarief,
    ),
    "taak": Daad(
        "Bedrag voor een taak vastleggen", "Leg vast", "Het bedrag is vastgelegd.",
        "Voor hulp die niet per kind wordt betaald: één bedrag voor een maand, kwartaal of jaar. Ook dit bedrag "
        "bestaat uit vijf onderdelen (Besluit Jeugdwet 2.3 lid 1).",
        _gewoon(forms.TaakbedragForm), _taak_nieuw,
    ),
    "taak-einde": Daad(
        "Bedrag voor een taak beëindigen", "Beëindig", "Het bedrag eindigt.", "Daarna kan een nieuw bedrag volgen.",
        _gewoon(forms.TariefEindeForm), _taak_einde, _taak,
    ),
    "tarief-opbouw": Daad(
        "Opbouw vastleggen", "Leg vast", "De opbouw is vastgelegd.",
        "Dit tarief is van voor de opbouw werd vastgelegd. Het tarief zelf verandert niet.",
        _gewoon(forms.OpbouwForm), _tarief_opbouw, _tarief,
    ),
}  # fmt: skip
