"""Positions: sealed until every participating municipality spoke, then opened together. Nobody is ever counted."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.bestuur.consent.beurten import GRONDSLAG, open_ronde, werk_beurten_bij
from jeugdregio.bestuur.consent.evalueren import sluit_evaluatie
from jeugdregio.bestuur.consent.gesprek import eis_deelnemer
from jeugdregio.bestuur.consent.models import Bezwaar, Keuze, Mandaat, Ronde, Staat, Standpunt, Voorstel, Zorg
from jeugdregio.bestuur.consent.overgangen import ga_naar, pak
from jeugdregio.bestuur.consent.permissions import deelnemers_op, is_delegate, vervanging
from jeugdregio.bestuur.consent.toetsen_invoer import eis_cijfer, eis_ingevuld, eis_keuze
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.beurten.actions import open_beurt
from jeugdregio.beurten.models import VERZEGELD
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie

_SCHADE = {"schade": "Schrijf welke schade je ziet.", "wie_raakt": "Schrijf wie dat raakt."}
TESTS = ("o1", "o2", "o3", "o4", "o5")
VOORBEHOUD = (Mandaat.VOORBEHOUD_COLLEGE, Mandaat.VOORBEHOUD_RAAD)


@dataclass(frozen=True)
class NieuweZorg:
    """A worry with how to see at the review whether it came true."""

    tekst: str
    criterium: str
    cijfer: str = ""


@dataclass(frozen=True)
class NieuwBezwaar:
    """The harm, whom it hits, a repair, and the objector's own answer to each of the five tests."""

    schade: str
    wie_raakt: str
    tests: Mapping[str, bool]
    tests_uitleg: str = ""
    herstel: str = ""


@transaction.atomic
def neem_standpunt_in(
    wie: Wie, voorstel_id: UUID, *, tekst_hash: str, keuze: str, mandaat: str, mandaat_toelichting: str = "",
    zorg: NieuweZorg | None = None, bezwaar: NieuwBezwaar | None = None, gemeente: Organisatie | None = None,
) -> Standpunt:  # fmt: skip
    """Speak for a municipality about exactly the text with this hash. The last one to speak opens the round.

    `gemeente` is the own one, or one for which this person has a paper. Raises Conflict after closing, on an older
    text and the second time; GeenRecht without mandate; Geweigerd when an objection names no harm (offer a concern).
    """
    voorstel = pak(wie, voorstel_id, Staat.CONSENTRONDE, Staat.EVALUATIE)
    ronde = open_ronde(voorstel)
    if ronde is None:
        raise Conflict("Er is nu geen ronde open. Kijk op de pagina van het voorstel wat er nu kan.")
    gemeente = gemeente or wie.organisatie
    eis_deelnemer(voorstel, gemeente)
    if not is_delegate(wie, gemeente, vandaag()):
        raise GeenRecht(
            f"Alleen de wethouder van {gemeente.naam} neemt dit standpunt in, of wie hem op schrift vervangt."
        )
    if tekst_hash != ronde.hash:
        raise Conflict("De tekst is intussen veranderd. Lees de nieuwe versie en neem daarover een standpunt in.")
    if ronde.standpunten.filter(gemeente=gemeente).exists():
        raise Conflict(f"Voor {gemeente.naam} is in deze ronde al gesproken. Een standpunt verandert niet meer.")
    inhoud = _inhoud(keuze, mandaat, mandaat_toelichting, zorg, bezwaar)
    standpunt = _bewaar(wie, voorstel, ronde, gemeente, inhoud)
    if iedereen_sprak(voorstel, ronde):
        _open(wie, voorstel, ronde)
    else:
        werk_beurten_bij(voorstel)
    return standpunt


def iedereen_sprak(voorstel: Voorstel, ronde: Ronde) -> bool:
    """Tell whether every municipality that takes part today has spoken. Silence is not consent."""
    return not ontbrekend(voorstel, ronde).exists()


def ontbrekend(voorstel: Voorstel, ronde: Ronde) -> QuerySet[Organisatie]:
    """Return the municipalities that take part today and have not spoken. Only for the chair."""
    return deelnemers_op(voorstel, vandaag()).exclude(pk__in=ronde.standpunten.values("gemeente_id"))


def _inhoud(
    keuze: str, mandaat: str, toelichting: str, zorg: NieuweZorg | None, bezwaar: NieuwBezwaar | None
) -> dict[str, Any]:
    eis_keuze({"keuze": keuze}, Keuze.values)
    eis_keuze({"mandaat": mandaat}, Mandaat.values)
    if mandaat in VOORBEHOUD:
        eis_ingevuld(
            {"mandaat_toelichting": toelichting},
            {"mandaat_toelichting": "Schrijf wat het voorbehoud is en wanneer je college of raad besluit."},
        )
    weiger_persoonsgegevens({"mandaat_toelichting": toelichting})
    inhoud: dict[str, Any] = {"keuze": keuze, "mandaat": mandaat, "toelichting": toelichting.strip()}
    if keuze == Keuze.ZORG:
        inhoud["zorg"] = _zorg(zorg)
    if keuze == Keuze.BEZWAAR:
        inhoud["bezwaar"] = bezwaar_inhoud(bezwaar)
    return inhoud


def _zorg(zorg: NieuweZorg | None) -> dict[str, str]:
    velden = {"zorg": zorg.tekst if zorg else "", "zorg_criterium": zorg.criterium if zorg else ""}
    eis_ingevuld(
        velden,
        {
            "zorg": "Schrijf wat je zorg is.",
            "zorg_criterium": "Schrijf waaraan we bij de evaluatie zien of je zorg uitkwam.",
        },
    )
    weiger_persoonsgegevens(velden)
    cijfer = zorg.cijfer if zorg else ""
    eis_cijfer({"zorg_cijfer": cijfer})
    return {"tekst": velden["zorg"].strip(), "criterium": velden["zorg_criterium"].strip(), "cijfer": cijfer}


def bezwaar_inhoud(bezwaar: NieuwBezwaar | None) -> dict[str, Any]:
    """Return the fields of an objection; raise Geweigerd when it names no harm, or leaves a test open."""
    nieuw = bezwaar or NieuwBezwaar("", "", {})
    velden = {"schade": nieuw.schade, "wie_raakt": nieuw.wie_raakt, "herstel": nieuw.herstel,
              "tests_uitleg": nieuw.tests_uitleg}  # fmt: skip
    if not nieuw.schade.strip() or not nieuw.wie_raakt.strip():
        raise Geweigerd(
            "Een bezwaar noemt de schade en wie die raakt. Weet je dat niet? Kies dan 'Geen bezwaar, wel een zorg'. "
            "Je zorg blijft staan en komt terug bij de evaluatie.",
            velden={
                veld: tekst
                for veld, tekst in {
                    "schade": "Schrijf welke schade je ziet.",
                    "wie_raakt": "Schrijf wie dat raakt.",
                }.items()
                if not velden[veld].strip()
            },
        )
    open_ = [test for test in TESTS if test not in nieuw.tests]
    if open_:
        raise Geweigerd("Beantwoord alle vijf de toetsvragen.", velden=dict.fromkeys(open_, "Kies ja of nee."))
    if not nieuw.tests["o1"] and not nieuw.tests["o5"]:
        raise Geweigerd(
            "Volgens je eigen antwoorden is er geen schade (vraag 1) en geen strijd met wet of mandaat (vraag 5). "
            "Kies dan 'Geen bezwaar, wel een zorg', of pas je antwoorden aan.",
            velden={"o1": "Kies ja als er schade is, of maak er een zorg van."},
        )
    weiger_persoonsgegevens(velden)
    return {veld: tekst.strip() for veld, tekst in velden.items()} | {t: bool(nieuw.tests[t]) for t in TESTS}


def _bewaar(wie: Wie, voorstel: Voorstel, ronde: Ronde, gemeente: Organisatie, inhoud: dict[str, Any]) -> Standpunt:
    eigen = wie.heeft(Rol.WETHOUDER) and wie.organisatie_id == gemeente.pk
    if wie.gebruiker is None:
        raise GeenRecht("Een standpunt neemt een mens in, geen systeem.")
    standpunt = Standpunt.objects.create(
        ronde=ronde, gemeente=gemeente, verzegeld=json.dumps(inhoud), door=wie.gebruiker, namens=not eigen,
        plaatsvervanging=None if eigen else vervanging(wie, gemeente, vandaag()),
    )  # fmt: skip
    # The log says that somebody spoke, never what.
    leg_vast(
        wie, "consent.standpunt", soort="voorstel", onderwerp_id=voorstel.pk,
        gegevens={"ronde": ronde.nummer, "gemeente": gemeente.code or "", "namens": not eigen},
    )  # fmt: skip
    if not eigen:
        _laat_nakijken(wie, voorstel, standpunt)
    return standpunt


def _laat_nakijken(wie: Wie, voorstel: Voorstel, standpunt: Standpunt) -> None:
    """Tell the delegate that somebody spoke for him."""
    open_beurt(
        sleutel=f"namens:{standpunt.pk}", soort=f"{VERZEGELD}namens", titel="Nakijken wat namens jou is vastgelegd",
        organisatie=standpunt.gemeente, rol=Rol.WETHOUDER, begon_op=vandaag(), uiterlijk=None, grondslag=GRONDSLAG,
        handeling="Nakijken", pad=reverse("consent:voorstel", args=[voorstel.pk]), aanduiding=voorstel.titel,
        tekst=f"Vastgelegd door {wie.gebruikersnaam}",
    )  # fmt: skip


def lees(standpunt: Standpunt) -> dict[str, Any]:
    """Return what was said. The caller has checked that it may be read: one's own, or the round is open."""
    inhoud: dict[str, Any] = json.loads(standpunt.verzegeld)
    return inhoud


def _open(wie: Wie, voorstel: Voorstel, ronde: Ronde) -> None:
    """Open all positions at once and take the step that follows from them."""
    bezwaren = []
    for standpunt in ronde.standpunten.select_related("gemeente"):
        inhoud = lees(standpunt)
        standpunt.keuze, standpunt.mandaat = inhoud["keuze"], inhoud["mandaat"]
        standpunt.mandaat_toelichting = inhoud["toelichting"]
        standpunt.save(update_fields=["keuze", "mandaat", "mandaat_toelichting"])
        if "zorg" in inhoud:
            Zorg.objects.create(voorstel=voorstel, ronde=ronde, gemeente=standpunt.gemeente, **inhoud["zorg"])
        if "bezwaar" in inhoud:
            bezwaren.append(Bezwaar(voorstel=voorstel, ronde=ronde, gemeente=standpunt.gemeente, **inhoud["bezwaar"]))
    Bezwaar.objects.bulk_create(bezwaren)
    ronde.uitkomst = Ronde.Uitkomst.BEZWAAR if bezwaren else Ronde.Uitkomst.CONSENT
    ronde.gesloten_op = nu()
    ronde.save(update_fields=["uitkomst", "gesloten_op"])
    if ronde.evaluatie is not None:
        sluit_evaluatie(wie, voorstel, ronde)
        return
    ga_naar(wie, voorstel, Staat.TOETSING if bezwaren else Staat.CONSENT)
