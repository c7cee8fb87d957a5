"""Experts, their independence and expertises, the assignment, and what is known of the research."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.geschillen import beurten
from jeugdregio.bestuur.geschillen.models import (
    Afwijking,
    Deskundige,
    Dossierstuk,
    Expertise,
    Geschil,
    Gesprek,
    Opdracht,
    Staat,
)
from jeugdregio.bestuur.geschillen.permissions import deelnemers, eis_college
from jeugdregio.bestuur.geschillen.weg import ga_naar, pak, schrijf_stap
from jeugdregio.bestuur.teksten.permissions import eis_regie, mag_regie
from jeugdregio.bestuur.teksten.weg import eis_geweest, eis_tekst
from jeugdregio.beurten.actions import rond_af
from jeugdregio.organisaties.wie import Wie
from recht.datum import datum_nl

_S = Staat
LOOPT = (_S.GEEN_OVEREENSTEMMING, _S.COMPLEET, _S.OPDRACHT, _S.ONDERZOEK)


@transaction.atomic
def kondig_aan(wie: Wie, geschil_id: UUID, *, versie: int, op: date, verwacht_op: date) -> Geschil:
    """Record the day the councils heard that article 15 begins, and by when advice was promised."""
    geschil = pak(wie, geschil_id, versie, LOOPT)
    eis_regie(wie)
    if verwacht_op <= op:
        raise Geweigerd("Het advies komt na de aankondiging.", velden={"verwacht_op": "Kies een latere dag."})
    if op > vandaag():
        raise eis_geweest("op", aan="de aankondiging")
    geschil.aangekondigd_op, geschil.verwacht_op = op, verwacht_op
    geschil.save(update_fields=["aangekondigd_op", "verwacht_op"])
    schrijf_stap(wie, geschil, "Aangekondigd", f"Advies uiterlijk {datum_nl(verwacht_op)}")
    return geschil


@transaction.atomic
def wijs_deskundige_aan(
    wie: Wie, geschil_id: UUID, *, versie: int, naam: str, expertises: Iterable[str], onafhankelijk_op: date | None,
    alleen_voorzitter: bool = False,
) -> Deskundige:  # fmt: skip
    """Appoint an expert for the own college; the regional office records those whom all appoint together.

    Raises Geweigerd without a statement of independence, Conflict when the college appointed one already.
    """
    geschil = pak(wie, geschil_id, versie, (_S.GEEN_OVEREENSTEMMING, _S.COMPLEET))
    college = None if mag_regie(wie) else eis_college(wie, geschil)
    eis_tekst(naam=naam)
    gekozen = [code for code in Expertise.values if code in set(expertises)]
    if not gekozen:
        raise Geweigerd("Kies wat de deskundige weet.", velden={"expertises": "Kies een of meer."})
    if onafhankelijk_op is None or onafhankelijk_op > vandaag():
        melding = "Zonder verklaring van onafhankelijkheid kan niemand deskundige zijn. Vul de dag ervan in."
        raise Geweigerd(melding, grondslag="Centrumregeling artikel 15", velden={"onafhankelijk_op": melding})
    if college and geschil.deskundigen.filter(aangewezen_door=college).exists():
        raise Conflict("Je college heeft al een deskundige aangewezen.")
    deskundige = Deskundige.objects.create(
        dossier=geschil, naam=naam.strip(), aangewezen_door=college, expertises=gekozen,
        onafhankelijk_op=onafhankelijk_op, alleen_voorzitter=alleen_voorzitter,
    )  # fmt: skip
    if college:
        rond_af(beurten.sleutel(geschil, "deskundige", college.pk))
    schrijf_stap(wie, geschil, f"Deskundige aangewezen: {naam}")
    return deskundige


@transaction.atomic
def stel_afwijking_voor(wie: Wie, geschil_id: UUID, *, versie: int, soort: str, reden: str) -> Afwijking:
    """Propose to do something else than the clause says; it holds only when every participant agrees."""
    geschil = pak(wie, geschil_id, versie, LOOPT)
    eis_regie(wie)
    eis_tekst(reden=reden)
    if soort not in Afwijking.Soort.values:
        raise Geweigerd("Kies waarvan wordt afgeweken.", velden={"soort": "Kies uit de lijst."})
    try:
        with transaction.atomic():
            afwijking = Afwijking.objects.create(dossier=geschil, soort=soort, reden=reden.strip())
    except IntegrityError as fout:
        raise Conflict("Deze afwijking is al voorgesteld.") from fout
    schrijf_stap(wie, geschil, f"Afwijking voorgesteld: {afwijking}", reden)
    return afwijking


@transaction.atomic
def stem_in(wie: Wie, geschil_id: UUID, afwijking_id: UUID, *, versie: int) -> Afwijking:
    """Agree for the own college to a deviation."""
    geschil = pak(wie, geschil_id, versie, LOOPT)
    college = eis_college(wie, geschil)
    afwijking = geschil.afwijkingen.filter(pk=afwijking_id).first()
    if afwijking is None:
        raise NietGevonden("Deze afwijking hoort niet bij dit geschil.")
    afwijking.akkoord.add(college)
    schrijf_stap(wie, geschil, f"{college} stemt in: {afwijking}")
    return afwijking


def geldt(geschil: Geschil, soort: str) -> bool:
    """Tell whether a deviation was agreed to by every participant."""
    afwijking = geschil.afwijkingen.filter(soort=soort).first()
    return afwijking is not None and {g.pk for g in deelnemers(geschil)} <= {g.pk for g in afwijking.akkoord.all()}


def signalen(geschil: Geschil) -> list[str]:
    """Return where the committee differs from what article 15 says, in sentences; agreed or not."""
    uit = []
    deskundigen = [d for d in geschil.deskundigen.all() if not d.alleen_voorzitter]
    nodig = len(deelnemers(geschil))
    if deskundigen and len(deskundigen) < nodig:
        uit.append(f"{len(deskundigen)} deskundigen; de regeling vraagt er een per deelnemer: {nodig}.")
    voorzitter = next((d for d in geschil.deskundigen.all() if d.voorzitter), None)
    if voorzitter and not voorzitter.alleen_voorzitter:
        uit.append("De voorzitter komt uit hun eigen midden; de regeling vraagt dat zij samen iemand benoemen.")
    return uit


def ontbrekende_expertises(geschil: Geschil) -> list[str]:
    """Return which of the five expertises nobody brings."""
    gedekt = {code for d in geschil.deskundigen.all() for code in d.expertises}
    return [Expertise(code).label for code in Expertise.values if code not in gedekt]


@transaction.atomic
def verklaar_compleet(wie: Wie, geschil_id: UUID, *, versie: int) -> Geschil:
    """Say that the committee is there: an expert per participant, or a deviation all agreed to."""
    geschil = pak(wie, geschil_id, versie, (_S.GEEN_OVEREENSTEMMING,))
    eis_regie(wie)
    door = set(geschil.deskundigen.values_list("aangewezen_door_id", flat=True))
    missend = [g.naam for g in deelnemers(geschil) if g.pk not in door]
    afgeweken = geldt(geschil, Afwijking.Soort.AANTAL) and geschil.deskundigen.exists()
    if missend and not afgeweken:
        raise Geweigerd(
            f"Nog geen deskundige van: {', '.join(missend)}. Willen de deelnemers het anders? Leg dan een afwijking "
            "vast waar iedere deelnemer mee instemt.",
            grondslag="Centrumregeling artikel 15",
        )
    ga_naar(wie, geschil, _S.COMPLEET, " ".join(signalen(geschil)))
    beurten.sluit(geschil, "deskundige")
    return geschil


@transaction.atomic
def benoem_voorzitter(wie: Wie, geschil_id: UUID, deskundige_id: UUID, *, versie: int) -> Deskundige:
    """Record whom the experts together appointed to chair. From their own midst is flagged, not stopped."""
    geschil = pak(wie, geschil_id, versie, (_S.COMPLEET,))
    eis_regie(wie)
    deskundige = geschil.deskundigen.filter(pk=deskundige_id).first()
    if deskundige is None:
        raise NietGevonden("Deze deskundige hoort niet bij dit geschil.")
    geschil.deskundigen.update(voorzitter=False)
    deskundige.voorzitter = True
    deskundige.save(update_fields=["voorzitter"])
    schrijf_stap(wie, geschil, f"Voorzitter: {deskundige}", " ".join(signalen(geschil)))
    return deskundige


@transaction.atomic
def geef_opdracht(
    wie: Wie, geschil_id: UUID, *, versie: int, vraag: str, afbakening: str, planning: str, privacy: str, toegang: str,
    notities: str, niet_bindend: bool, budget_centen: int | None = None,
) -> Opdracht:  # fmt: skip
    """Record what the participants together ask. Raises Geweigerd without chair, coverage, or as a binding advice."""
    geschil = pak(wie, geschil_id, versie, (_S.COMPLEET,))
    eis_regie(wie)
    eis_tekst(
        vraag=vraag, afbakening=afbakening, planning=planning, privacy=privacy, toegang=toegang, notities=notities
    )
    if not geschil.deskundigen.filter(voorzitter=True).exists():
        raise Geweigerd("De deskundigen hebben nog geen voorzitter benoemd.", grondslag="Centrumregeling artikel 15")
    if mist := ontbrekende_expertises(geschil):
        raise Geweigerd(f"Nog niet gedekt: {', '.join(mist)}. Wijs een deskundige aan die dit weet.")
    if not niet_bindend:
        melding = "Artikel 15 geeft een niet-bindend advies. Bevestig dat."
        raise Geweigerd(melding, grondslag="Centrumregeling artikel 15", velden={"niet_bindend": melding})
    velden = {
        "vraag": vraag, "afbakening": afbakening, "planning": planning, "privacy": privacy, "toegang": toegang,
        "notities": notities, "budget_centen": budget_centen,
    }  # fmt: skip
    opdracht, _ = Opdracht.objects.update_or_create(dossier=geschil, defaults=velden)
    ga_naar(wie, geschil, _S.OPDRACHT, vraag)
    return opdracht


@transaction.atomic
def start_onderzoek(wie: Wie, geschil_id: UUID, *, versie: int, op: date) -> Geschil:
    """Record the day the committee began."""
    geschil = pak(wie, geschil_id, versie, (_S.OPDRACHT,))
    eis_regie(wie)
    if op > vandaag():
        raise eis_geweest("op", aan="de start")
    if geschil.aangekondigd_op and op < geschil.aangekondigd_op:
        raise Geweigerd("De start ligt voor de aankondiging.", velden={"op": "Kies een latere dag."})
    geschil.gestart_op = op
    ga_naar(wie, geschil, _S.ONDERZOEK, f"Gestart per {datum_nl(op)}")
    beurten.open_secretaris(geschil, "advies", "Advies van de commissie vastleggen", geschil.verwacht_op)
    return geschil


@transaction.atomic
def registreer_stukken(
    wie: Wie, geschil_id: UUID, *, versie: int, groep: str, titels: str, zichtbaarheid: str
) -> list[Dossierstuk]:
    """List papers that the committee received, one title a line."""
    geschil = pak(wie, geschil_id, versie, (_S.OPDRACHT, _S.ONDERZOEK))
    eis_regie(wie)
    eis_tekst(groep=groep, titels=titels)
    regels = [regel.strip()[:200] for regel in titels.splitlines() if regel.strip()]
    stukken = Dossierstuk.objects.bulk_create(
        Dossierstuk(dossier=geschil, groep=groep.strip(), titel=titel, zichtbaarheid=zichtbaarheid) for titel in regels
    )
    schrijf_stap(wie, geschil, f"{len(stukken)} stukken: {groep}")
    return stukken


@transaction.atomic
def registreer_gesprek(
    wie: Wie, geschil_id: UUID, *, versie: int, op: date, functie: str, personen: int = 1, erbij: str = "",
    rol_van: date | None = None, rol_tot: date | None = None, herhaling: bool = False,
) -> Gesprek:  # fmt: skip
    """List a talk: day, role, how many people. Outside the days of the role it is marked, not refused."""
    geschil = pak(wie, geschil_id, versie, (_S.OPDRACHT, _S.ONDERZOEK))
    eis_regie(wie)
    eis_tekst(functie=functie)
    if not 1 <= personen <= 50:
        raise Geweigerd("Met hoeveel mensen?", velden={"personen": "Vul een getal van 1 tot 50 in."})
    gesprek = Gesprek.objects.create(
        dossier=geschil, op=op, functie=functie.strip(), personen=personen, erbij=erbij.strip(), rol_van=rol_van,
        rol_tot=rol_tot, herhaling=herhaling,
    )  # fmt: skip
    let_op = "Let op: op deze dag had deze persoon de rol niet." if gesprek.buiten_rol else ""
    schrijf_stap(wie, geschil, f"Gesprek op {datum_nl(op)}", let_op)
    return gesprek
