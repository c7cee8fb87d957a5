"""Forming a picture and opinions: questions, then one reaction of each delegate. No debate, no positions yet."""

from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.bestuur.consent.beurten import werk_beurten_bij
from jeugdregio.bestuur.consent.models import Reactie, Staat, Voorstel, Vraag
from jeugdregio.bestuur.consent.overgangen import ga_naar, pak
from jeugdregio.bestuur.consent.permissions import TAFEL, deelnemers_op, is_delegate, is_inbrenger
from jeugdregio.bestuur.consent.toetsen_invoer import eis_ingevuld
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie
from recht.datum import datum_nl


@transaction.atomic
def stel_vraag(wie: Wie, voorstel_id: UUID, *, tekst: str) -> Vraag:
    """Ask something while the picture is formed. Everybody at the table may ask."""
    voorstel = pak(wie, voorstel_id, Staat.BEELDVORMING)
    wie.eis(*TAFEL)
    eis_ingevuld({"tekst": tekst}, {"tekst": "Schrijf je vraag."})
    weiger_persoonsgegevens({"tekst": tekst})
    vraag = Vraag.objects.create(
        voorstel=voorstel, organisatie=wie.organisatie, door=wie.gebruikersnaam, tekst=tekst.strip()
    )
    leg_vast(wie, "voorstel.vraag_gesteld", soort="voorstel", onderwerp_id=voorstel.pk)
    werk_beurten_bij(voorstel)
    return vraag


@transaction.atomic
def doe_vraag_af(wie: Wie, vraag_id: UUID, *, antwoord: str = "", geparkeerd: str = "") -> Vraag:
    """Answer a question, or park it with what for. By who brought it in, or the secretary for him."""
    vraag = Vraag.objects.filter(pk=vraag_id).select_related("voorstel").first()
    if vraag is None:
        raise NietGevonden("Deze vraag is er niet.")
    voorstel = pak(wie, vraag.voorstel_id, Staat.BEELDVORMING)
    if not (is_inbrenger(wie, voorstel) or wie.heeft(Rol.SECRETARIS)):
        raise GeenRecht("Een vraag beantwoordt de inbrenger, of de secretaris namens hem.")
    vraag.refresh_from_db()
    if vraag.afgedaan_op is not None:
        raise Conflict(f"Deze vraag is al beantwoord of geparkeerd door {vraag.afgedaan_door}.")
    if bool(antwoord.strip()) == bool(geparkeerd.strip()):
        raise Geweigerd(
            "Geef een antwoord, of schrijf waarvoor je de vraag parkeert. Een van beide.",
            velden={"antwoord": "Geef een antwoord, of parkeer de vraag hieronder."},
        )
    weiger_persoonsgegevens({"antwoord": antwoord, "geparkeerd": geparkeerd})
    vraag.antwoord, vraag.geparkeerd = antwoord.strip(), geparkeerd.strip()
    vraag.afgedaan_door, vraag.afgedaan_op = wie.gebruikersnaam, nu()
    vraag.save()
    leg_vast(wie, "voorstel.vraag_afgedaan", soort="voorstel", onderwerp_id=voorstel.pk)
    werk_beurten_bij(voorstel)
    return vraag


@transaction.atomic
def rond_beeldvorming_af(wie: Wie, voorstel_id: UUID) -> Voorstel:
    """Close the forming of a picture: in the meeting, when every question is answered or parked."""
    voorstel = pak(wie, voorstel_id, Staat.BEELDVORMING)
    wie.eis(Rol.VOORZITTER)
    if voorstel.bijeenkomst_op and vandaag() < voorstel.bijeenkomst_op:
        raise Geweigerd(
            f"De bijeenkomst is op {datum_nl(voorstel.bijeenkomst_op)}. Tot dan kan iedereen lezen en vragen stellen."
        )
    if voorstel.vragen.filter(antwoord="", geparkeerd="").exists():
        raise Geweigerd("Er staan nog vragen open. Laat ze beantwoorden, of parkeer ze met de reden.")
    ga_naar(wie, voorstel, Staat.MENINGSVORMING)
    _verder_als_iedereen_reageerde(wie, voorstel)
    return voorstel


@transaction.atomic
def reageer(
    wie: Wie, voorstel_id: UUID, *, tekst: str = "", gepast: bool = False, gemeente: Organisatie | None = None
) -> Reactie:
    """Give the one reaction of a municipality, or pass. Who brought it in is silent and listens."""
    voorstel = pak(wie, voorstel_id, Staat.MENINGSVORMING)
    gemeente = gemeente or wie.organisatie
    eis_deelnemer(voorstel, gemeente)
    if not is_delegate(wie, gemeente, vandaag()):
        raise GeenRecht("Een reactie geeft de wethouder, of wie hem schriftelijk vervangt.")
    if gemeente.pk == voorstel.inbrenger_organisatie_id:
        raise Geweigerd("Je brengt dit voorstel zelf in. In deze ronde luister je naar de anderen.")
    if voorstel.reacties.filter(gemeente=gemeente).exists():
        raise Conflict(f"{gemeente.naam} heeft al gereageerd. Iedere gemeente reageert een keer; er is geen debat.")
    if not gepast:
        eis_ingevuld({"tekst": tekst}, {"tekst": "Schrijf je reactie, of kies dat je past."})
    return _bewaar_reactie(wie, voorstel, gemeente, "" if gepast else tekst, gepast=gepast)


@transaction.atomic
def geef_stem(wie: Wie, voorstel_id: UUID, *, tekst: str) -> Reactie:
    """Let an adviser or expert by experience be heard: a voice, no consent right."""
    voorstel = pak(wie, voorstel_id, Staat.BEELDVORMING, Staat.MENINGSVORMING)
    if not wie.heeft(*TAFEL) or wie.heeft(Rol.WETHOUDER, Rol.VOORZITTER, Rol.BEGELEIDER):
        raise GeenRecht("Deze plek is voor adviseurs en ervaringsdeskundigen.")
    eis_ingevuld({"tekst": tekst}, {"tekst": "Schrijf wat je wilt meegeven."})
    return _bewaar_reactie(wie, voorstel, None, tekst, gepast=False)


def eis_deelnemer(voorstel: Voorstel, gemeente: Organisatie) -> None:
    """Raise Geweigerd unless this municipality takes part in the region today."""
    if not deelnemers_op(voorstel, vandaag()).filter(pk=gemeente.pk).exists():
        raise Geweigerd(
            f"{gemeente.naam} doet vandaag niet mee aan de regio en heeft hier geen stem.",
            velden={"gemeente": "Kies een gemeente die meedoet."},
        )


def _bewaar_reactie(wie: Wie, voorstel: Voorstel, gemeente: Organisatie | None, tekst: str, *, gepast: bool) -> Reactie:
    weiger_persoonsgegevens({"tekst": tekst})
    reactie = Reactie.objects.create(
        voorstel=voorstel, gemeente=gemeente, door=wie.gebruikersnaam, rol=wie.rolnaam[:100], tekst=tekst.strip(),
        gepast=gepast,
    )  # fmt: skip
    leg_vast(wie, "voorstel.reactie", soort="voorstel", onderwerp_id=voorstel.pk)
    if voorstel.staat != Staat.MENINGSVORMING or not _verder_als_iedereen_reageerde(wie, voorstel):
        werk_beurten_bij(voorstel)
    return reactie


def _verder_als_iedereen_reageerde(wie: Wie, voorstel: Voorstel) -> bool:
    nodig = set(deelnemers_op(voorstel, vandaag()).values_list("pk", flat=True)) - {voorstel.inbrenger_organisatie_id}
    if nodig <= set(voorstel.reacties.values_list("gemeente_id", flat=True)):
        ga_naar(wie, voorstel, Staat.BIJSTELLING, "Iedere gemeente heeft gereageerd of gepast")
        return True
    return False
