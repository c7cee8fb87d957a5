"""What somebody does after a talk: noted with an owner and a day, done with a result or not done with a reason."""

from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.beurten.actions import rond_af
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.gesprekken import beurten
from jeugdregio.zorglandschap.gesprekken.models import Actie, Gesprek, Stap
from jeugdregio.zorglandschap.gesprekken.permissions import doet, eis, leidt, zichtbare_gesprekken
from recht.datum import datum_kort


def eigenaren(gesprek: Gesprek) -> list[Organisatie]:
    """Return who may own an action: both parties of the talk, and municipalities with a contract with the provider."""
    mee = Organisatie.objects.filter(contractdeelnames__contract__aanbieder=gesprek.aanbieder).distinct()
    return [gesprek.aanbieder, *dict.fromkeys([gesprek.beheerder, *mee])]


def spreek_af(wie: Wie, gesprek_id: UUID, *, wat: str, eigenaar_id: UUID, uiterlijk: date) -> Actie:
    """Note an action with its owner and day; the owner has a turn. Raises GeenRecht, NietGevonden, Geweigerd."""
    gesprek = zichtbare_gesprekken(wie).filter(pk=gesprek_id).first()
    if gesprek is None:
        raise NietGevonden("Dit gesprek is er niet.")
    eis(leidt(wie, gesprek), "Alleen de contractmanager die het gesprek leidt legt acties vast.")
    if gesprek.staat == Gesprek.Staat.VERVALLEN:
        raise Conflict("Dit gesprek is vervallen.")
    eigenaar = next((een for een in eigenaren(gesprek) if een.pk == eigenaar_id), None)
    if eigenaar is None:
        raise Geweigerd("Kies wie het doet.", velden={"eigenaar": "Kies iemand die bij dit contract hoort."})
    if not wat.strip():
        raise Geweigerd("Schrijf op wat er gebeurt.", velden={"wat": "Schrijf op wat er gebeurt."})
    if uiterlijk < vandaag():
        raise Geweigerd("Die dag is voorbij.", velden={"uiterlijk": "Kies vandaag of een latere dag."})
    weiger_persoonsgegevens({"wat": wat})
    with transaction.atomic():
        actie = Actie.objects.create(gesprek=gesprek, wat=wat.strip(), eigenaar=eigenaar, uiterlijk=uiterlijk)
        _stap(wie, actie, "Actie afgesproken", f"{actie.wat} ({eigenaar}, uiterlijk {datum_kort(uiterlijk)})")
        beurten.open_actie(actie, vandaag())
    return actie


def rond_actie_af(wie: Wie, actie_id: UUID, *, gedaan: bool, resultaat: str) -> Actie:
    """Say that an action is done with its result, or is not done and why.

    Raises NietGevonden, GeenRecht, Conflict when somebody was first.
    """
    with transaction.atomic():
        actie = (
            Actie.objects.filter(pk=actie_id, gesprek__in=zichtbare_gesprekken(wie).values("pk"))
            .select_for_update(of=("self",)).select_related("gesprek__aanbieder", "gesprek__beheerder").first()
        )  # fmt: skip
        if actie is None:
            raise NietGevonden("Deze actie is er niet.")
        eis(doet(wie, actie), "Alleen wie de actie doet, of de contractmanager die het gesprek leidt, rondt hem af.")
        if actie.staat != Actie.Staat.OPEN:
            raise Conflict("Deze actie is al afgerond.")
        if not resultaat.strip():
            melding = "Schrijf op wat het resultaat is." if gedaan else "Schrijf op waarom het niet is gedaan."
            raise Geweigerd(melding, velden={"resultaat": melding})
        weiger_persoonsgegevens({"resultaat": resultaat})
        actie.staat = Actie.Staat.GEDAAN if gedaan else Actie.Staat.NIET
        actie.resultaat, actie.afgerond_op = resultaat.strip(), vandaag()
        actie.save(update_fields=["staat", "resultaat", "afgerond_op"])
        _stap(wie, actie, f"Actie {actie.get_staat_display().lower()}", f"{actie.wat}: {actie.resultaat}")
        rond_af(beurten.sleutel_actie(actie))
    return actie


def _stap(wie: Wie, actie: Actie, wat: str, tekst: str) -> None:
    door = f"{wie.gebruikersnaam}, {wie.organisatienaam}" if wie.gebruiker else wie.organisatienaam
    Stap.objects.create(gesprek=actie.gesprek, wat=wat, tekst=tekst, door=door[:200])
    leg_vast(wie, "gespreksactie.gewijzigd", soort="gespreksactie", onderwerp_id=actie.pk, gegevens={"wat": wat})
