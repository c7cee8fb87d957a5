"""From concept to the invitation: finishing it, handing it in, sending the papers, putting it on the agenda."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.bestuur.consent.beurten import open_ronde, werk_beurten_bij
from jeugdregio.bestuur.consent.instellingen import STUKKEN_WERKDAGEN, geldt
from jeugdregio.bestuur.consent.models import Principe, Ronde, Staat, Tafel, Voorstel, Zichtbaarheid
from jeugdregio.bestuur.consent.overgangen import (
    VOOR_CONSENT,
    ga_naar,
    gelijk_regeleinde,
    laatste_versie,
    nieuwe_versie,
    pak,
)  # fmt: skip
from jeugdregio.bestuur.consent.permissions import deelnemers_op, eis_inbrenger
from jeugdregio.bestuur.consent.toetsen_invoer import eis_ingevuld, eis_keuze
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie
from recht.datum import datum_kort, datum_nl
from recht.kalender import is_werkdag, reden_geen_werkdag, werkdagen_erbij
from recht.uitkomst import Stap, Uitkomst

_VERPLICHT = {
    "voorbeeld": "Geef een concreet voorbeeld van wat er nu schuurt.",
    "bijdrage": "Schrijf hoe het voorstel bijdraagt aan de gekozen principes.",
    "grondslag": "Noem de wet of afspraak waarop het voorstel rust.",
    "kosten": "Geef een indicatie van de kosten. Kost het niets? Schrijf dat.",
}


def vroegste_bijeenkomst(verzonden_op: date) -> Uitkomst:
    """Return the earliest day of a meeting about papers sent on a day, with the steps that lead to it."""
    regel = geldt(STUKKEN_WERKDAGEN, verzonden_op)
    dag = werkdagen_erbij(verzonden_op, regel.waarde)
    dagen = [date.fromordinal(n) for n in range(verzonden_op.toordinal() + 1, dag.toordinal())]
    vrij = [f"{datum_kort(d)} ({reden_geen_werkdag(d)})" for d in dagen if not is_werkdag(d) and d.weekday() < 5]
    stappen = [
        Stap(f"De stukken zijn verstuurd op {datum_nl(verzonden_op)}.", verzonden_op),
        Stap(f"Daarna zijn {regel.waarde} werkdagen nodig om ze te lezen. Bron: {regel.bron}"),
    ]
    if vrij:
        stappen.append(Stap(f"Deze dagen tellen niet mee: {', '.join(vrij)}."))
    stappen.append(Stap(f"De eerste dag voor de bijeenkomst is {datum_nl(dag)}.", dag))
    return Uitkomst(datum=dag, stappen=tuple(stappen))


@transaction.atomic
def wijzig_concept(
    wie: Wie, voorstel_id: UUID, *, titel: str, aanleiding: str, voorbeeld: str, tekst: str,
    bijdrage: str, grondslag: str, kosten: str, tafel: str, zichtbaarheid: str, zicht_uitkomst: str,
    principes: Sequence[Principe] = (), gemeenten: Sequence[Organisatie] = (),
) -> Voorstel:  # fmt: skip
    """Write in a concept. Another text becomes the next version."""
    voorstel = pak(wie, voorstel_id, Staat.CONCEPT)
    eis_inbrenger(wie, voorstel)
    velden = {
        "titel": titel, "aanleiding": aanleiding, "voorbeeld": voorbeeld, "tekst": tekst, "bijdrage": bijdrage,
        "grondslag": grondslag, "kosten": kosten,
    }  # fmt: skip
    eis_ingevuld(
        velden, {"titel": "Geef een titel.", "aanleiding": "Schrijf de aanleiding.", "tekst": "Schrijf de tekst."}
    )
    weiger_persoonsgegevens(velden)
    eis_keuze({"zichtbaarheid": zichtbaarheid, "zicht_uitkomst": zicht_uitkomst}, Zichtbaarheid.values)
    eis_keuze({"tafel": tafel}, Tafel.values)
    for naam in ("titel", "aanleiding", "voorbeeld", "bijdrage", "grondslag", "kosten"):
        setattr(voorstel, naam, velden[naam])
    voorstel.tafel, voorstel.zichtbaarheid, voorstel.zicht_uitkomst = tafel, zichtbaarheid, zicht_uitkomst
    voorstel.save()
    voorstel.principes.set(principes)
    voorstel.gemeenten.set(gemeenten)
    if gelijk_regeleinde(tekst) != laatste_versie(voorstel).tekst:
        nieuwe_versie(wie, voorstel, tekst, "Concept bijgewerkt")
    return voorstel


@transaction.atomic
def dien_in(wie: Wie, voorstel_id: UUID) -> Voorstel:
    """Hand a concept in for intake. Everything of the intake sheet must be there."""
    voorstel = pak(wie, voorstel_id, Staat.CONCEPT)
    eis_inbrenger(wie, voorstel)
    eis_ingevuld(vars(voorstel), _VERPLICHT)
    if not voorstel.principes.exists():
        raise Geweigerd("Kies ten minste een leidend principe.", velden={"principes": "Kies een leidend principe."})
    geraakt = set(voorstel.gemeenten.values_list("pk", flat=True))
    if not geraakt:
        raise Geweigerd("Kies welke gemeenten het voorstel raakt.", velden={"gemeenten": "Kies een gemeente."})
    if not geraakt <= set(deelnemers_op(voorstel, vandaag()).values_list("pk", flat=True)):
        raise Geweigerd(
            "Een van de gekozen gemeenten doet vandaag niet mee aan de regio.",
            velden={"gemeenten": "Kies alleen gemeenten die meedoen."},
        )
    ga_naar(wie, voorstel, Staat.INTAKE)
    return voorstel


@transaction.atomic
def stuur_terug(wie: Wie, voorstel_id: UUID, *, reden: str, tafel: str = "") -> Voorstel:
    """Send it back at intake: something is missing, or it belongs on another table (`tafel`)."""
    voorstel = pak(wie, voorstel_id, Staat.INTAKE)
    wie.eis(Rol.SECRETARIS)
    eis_ingevuld({"reden": reden}, {"reden": "Schrijf wat er mist, of waarom het op een andere tafel hoort."})
    weiger_persoonsgegevens({"reden": reden})
    toelichting = reden
    if tafel:
        eis_keuze({"tafel": tafel}, Tafel.values)
        voorstel.tafel = tafel
        toelichting = f"Hoort op de {Tafel(tafel).label.lower()}. {reden}"
    voorstel.stukken_verzonden_op = None
    ga_naar(wie, voorstel, Staat.CONCEPT, toelichting)
    return voorstel


@transaction.atomic
def verzend_stukken(wie: Wie, voorstel_id: UUID) -> Voorstel:
    """Record that the papers went out today; from now on the earliest meeting is known."""
    voorstel = pak(wie, voorstel_id, Staat.INTAKE)
    wie.eis(Rol.SECRETARIS)
    if voorstel.stukken_verzonden_op is not None:
        raise Geweigerd(f"De stukken zijn al verstuurd, op {datum_kort(voorstel.stukken_verzonden_op)}.")
    if voorstel.tafel != Tafel.BESTUURLIJK:
        raise Geweigerd(
            f"Dit voorstel hoort op de {voorstel.get_tafel_display().lower()}. Stuur het terug met die reden.",
        )
    _verzonden(wie, voorstel)
    return voorstel


@transaction.atomic
def verzend_met_vergadering(wie: Wie, voorstel_id: UUID, bijeenkomst_op: date) -> None:
    """Let the papers of a proposal in intake go out with those of the meeting it is on the agenda of.

    Papers that went before keep their day; a proposal past intake had its papers. Raises GeenRecht, and Geweigerd when
    the meeting comes before there was time to read, or is of another table.
    """
    wie.eis(Rol.SECRETARIS, Rol.VOORZITTER)
    voorstel = Voorstel.objects.select_for_update().filter(pk=voorstel_id, staat=Staat.INTAKE).first()
    if voorstel is None:
        return
    if voorstel.tafel != Tafel.BESTUURLIJK:
        raise Geweigerd(f"Het voorstel '{voorstel.titel}' hoort op de {voorstel.get_tafel_display().lower()}.")
    eis_leestijd(voorstel.stukken_verzonden_op or vandaag(), bijeenkomst_op, f"Het voorstel '{voorstel.titel}': ")
    if voorstel.stukken_verzonden_op is None:
        _verzonden(wie, voorstel)


def _verzonden(wie: Wie, voorstel: Voorstel) -> None:
    voorstel.stukken_verzonden_op = vandaag()
    voorstel.save(update_fields=["stukken_verzonden_op"])
    leg_vast(wie, "voorstel.stukken_verzonden", soort="voorstel", onderwerp_id=voorstel.pk)
    werk_beurten_bij(voorstel)


def eis_leestijd(verzonden_op: date, bijeenkomst_op: date, waarover: str = "") -> None:
    """Raise Geweigerd when a meeting comes before the working days to read its papers are over."""
    vroegste = vroegste_bijeenkomst(verzonden_op)
    dag = vroegste.datum
    if dag is not None and bijeenkomst_op < dag:
        raise Geweigerd(
            f"{waarover}Dat is te vroeg. {' '.join(stap.tekst for stap in vroegste.stappen)}",
            velden={"bijeenkomst_op": f"Kies {datum_kort(dag)} of later."},
        )


@transaction.atomic
def agendeer(wie: Wie, voorstel_id: UUID, *, bijeenkomst_op: date) -> Voorstel:
    """Put it on the agenda of a day that leaves enough working days to read; the delegates are invited."""
    voorstel = pak(wie, voorstel_id, Staat.INTAKE)
    wie.eis(Rol.VOORZITTER)
    if voorstel.stukken_verzonden_op is None:
        raise Geweigerd("De stukken zijn nog niet verstuurd. De secretaris doet dat eerst.")
    eis_leestijd(voorstel.stukken_verzonden_op, bijeenkomst_op)
    voorstel.bijeenkomst_op = bijeenkomst_op
    ga_naar(wie, voorstel, Staat.BEELDVORMING, f"Bijeenkomst op {datum_nl(bijeenkomst_op)}")
    return voorstel


@transaction.atomic
def trek_in(wie: Wie, voorstel_id: UUID, *, reden: str) -> Voorstel:
    """Withdraw a proposal, any time before there is consent. What was said stays; a running round stays sealed."""
    voorstel = pak(wie, voorstel_id, *VOOR_CONSENT)
    eis_inbrenger(wie, voorstel)
    eis_ingevuld({"reden": reden}, {"reden": "Schrijf waarom je het voorstel intrekt."})
    weiger_persoonsgegevens({"reden": reden})
    sluit_verzegeld(voorstel, reden)
    ga_naar(wie, voorstel, Staat.INGETROKKEN, reden)
    return voorstel


def sluit_verzegeld(voorstel: Voorstel, reden: str) -> None:
    """End the open round, if any, without opening what was said in it."""
    ronde = open_ronde(voorstel)
    if ronde is not None:
        ronde.uitkomst, ronde.gesloten_op, ronde.reden = Ronde.Uitkomst.AFGEBROKEN, nu(), reden
        ronde.save(update_fields=["uitkomst", "gesloten_op", "reden"])
