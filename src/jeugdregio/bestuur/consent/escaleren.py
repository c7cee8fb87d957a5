"""When repair does not come: warning, letting go, and escalation with a summary both sides find fair."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.bestuur.consent.beurten import werk_beurten_bij
from jeugdregio.bestuur.consent.herstellen import volgende
from jeugdregio.bestuur.consent.inbrengen import sluit_verzegeld
from jeugdregio.bestuur.consent.instellingen import MAX_DAGEN, MAX_RONDES, geldt
from jeugdregio.bestuur.consent.models import Bezwaar, Escalatie, Ronde, Staat, Voorstel
from jeugdregio.bestuur.consent.overgangen import BEZWAAR_OPEN, ga_naar, pak
from jeugdregio.bestuur.consent.permissions import is_delegate, is_inbrenger
from jeugdregio.bestuur.consent.toetsen import eis_bezwaar_in, pak_bezwaar
from jeugdregio.bestuur.consent.toetsen_invoer import eis_ingevuld, eis_keuze
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie
from recht.datum import datum_kort

_B = Bezwaar.Staat
INDIENER, INBRENGER = "indiener", "inbrenger"
KANTEN = {INDIENER: "De indiener van het bezwaar", INBRENGER: "De inbrenger van het voorstel"}


@transaction.atomic
def waarschuw(wie: Wie, bezwaar_id: UUID, *, kant: str, reden: str) -> Bezwaar:
    """Note that a side does not look for repair in good faith. After this the facilitator may let go of it."""
    voorstel, bezwaar = pak_bezwaar(wie, bezwaar_id, Staat.INTEGRATIE)
    _eis_begeleider(wie, bezwaar, kant, reden)
    setattr(bezwaar, f"waarschuwing_{kant}", reden.strip())
    bezwaar.save()
    leg_vast(wie, "bezwaar.waarschuwing", soort="bezwaar", onderwerp_id=bezwaar.pk, gegevens={"kant": kant})
    werk_beurten_bij(voorstel)
    return bezwaar


@transaction.atomic
def laat_vallen(wie: Wie, bezwaar_id: UUID, *, kant: str, reden: str) -> Bezwaar:
    """Let go of the objection (or, on the proposer's side, the proposal) after a warning, with the reason."""
    voorstel, bezwaar = pak_bezwaar(wie, bezwaar_id, Staat.INTEGRATIE)
    _eis_begeleider(wie, bezwaar, kant, reden)
    if not getattr(bezwaar, f"waarschuwing_{kant}"):
        raise Geweigerd(
            f"{KANTEN[kant]} kreeg nog geen waarschuwing. Waarschuw eerst, met de reden.",
            velden={"kant": "Waarschuw eerst."},
        )
    bezwaar.vervallen_reden = reden.strip()
    leg_vast(wie, "bezwaar.losgelaten", soort="bezwaar", onderwerp_id=bezwaar.pk, gegevens={"kant": kant})
    if kant == INBRENGER:
        bezwaar.save()
        ga_naar(wie, voorstel, Staat.INGETROKKEN, f"Losgelaten door de begeleider: {reden.strip()}")
        return bezwaar
    bezwaar.staat, bezwaar.afgedaan_op = _B.VERVALLEN, nu()
    bezwaar.save()
    volgende(wie, voorstel)
    werk_beurten_bij(voorstel)
    return bezwaar


@transaction.atomic
def kom_op_tegen_loslaten(wie: Wie, bezwaar_id: UUID, *, reden: str) -> Escalatie:
    """Escalate the decision of the facilitator to let go. Each of these decisions can be escalated once."""
    voorstel, bezwaar = pak_bezwaar(
        wie, bezwaar_id, Staat.INTEGRATIE, Staat.CONSENTRONDE, Staat.TOETSING, Staat.INGETROKKEN
    )
    if not bezwaar.vervallen_reden:
        raise Geweigerd("De begeleider heeft dit niet losgelaten. Er is niets om tegenop te komen.")
    raakt_bezwaar = bezwaar.staat == _B.VERVALLEN
    mag = is_delegate(wie, bezwaar.gemeente, vandaag()) if raakt_bezwaar else is_inbrenger(wie, voorstel)
    if not mag:
        raise GeenRecht("Alleen wie het raakt kan hiertegen opkomen.")
    if bezwaar.tegen_verval_op is not None:
        raise Conflict("Tegen dit besluit van de begeleider is al een keer opgekomen. Dat kan één keer.")
    eis_ingevuld({"reden": reden}, {"reden": "Schrijf waarom je het niet eens bent met het loslaten."})
    weiger_persoonsgegevens({"reden": reden})
    bezwaar.tegen_verval_op = nu()
    if raakt_bezwaar:
        bezwaar.staat = _B.GEESCALEERD
    bezwaar.save()
    escalatie = Escalatie.objects.create(
        voorstel=voorstel, samenvatting=reden.strip(), door=wie.gebruikersnaam, wegens_verval=True
    )
    _escaleer(wie, voorstel, "Opgekomen tegen het loslaten door de begeleider")
    return escalatie


def _eis_begeleider(wie: Wie, bezwaar: Bezwaar, kant: str, reden: str) -> None:
    wie.eis(Rol.BEGELEIDER)
    eis_keuze({"kant": kant}, KANTEN)
    eis_bezwaar_in(bezwaar, _B.IN_INTEGRATIE)
    eis_ingevuld({"reden": reden}, {"reden": "Schrijf wat je ziet en waarom."})
    weiger_persoonsgegevens({"reden": reden})


def mag_opschalen(voorstel: Voorstel) -> tuple[bool, str]:
    """Tell whether the agreed rounds or days have passed, with the sentence that explains it."""
    rondes = list(_rondes_van_nu(voorstel))
    aantal, dagen = geldt(MAX_RONDES, vandaag()).waarde, geldt(MAX_DAGEN, vandaag()).waarde
    gehad = sum(ronde.uitkomst == Ronde.Uitkomst.BEZWAAR for ronde in rondes)
    vanaf = min(ronde.geopend_op.date() for ronde in rondes) + timedelta(days=dagen) if rondes else None
    if gehad >= aantal or (vanaf is not None and vandaag() >= vanaf):
        return True, "Opschalen kan."
    wanneer = f"of vanaf {datum_kort(vanaf)} ({dagen} dagen na de eerste ronde)" if vanaf else ""
    return False, f"Opschalen kan na {aantal} rondes met een bezwaar (nu {gehad}) {wanneer}.".replace("  ", " ")


def _rondes_van_nu(voorstel: Voorstel) -> list[Ronde]:
    """Return the rounds since the last review: what was decided before it is another conversation."""
    laatste = voorstel.evaluaties.order_by("-nummer").first()
    rondes = voorstel.rondes.filter(soort=Ronde.Soort.VOORSTEL)
    return list(rondes.filter(geopend_op__gte=laatste.geopend_op) if laatste else rondes)


@transaction.atomic
def stel_samenvatting_voor(wie: Wie, voorstel_id: UUID, *, samenvatting: str) -> Escalatie:
    """Write the summary of where it is stuck. Another one takes the place of the last; both sides look again."""
    voorstel = pak(wie, voorstel_id, Staat.INTEGRATIE)
    partij = any(is_delegate(wie, b.gemeente, vandaag()) for b in _open_bezwaren(voorstel))
    if not (partij or is_inbrenger(wie, voorstel) or wie.heeft(Rol.VOORZITTER, Rol.BEGELEIDER)):
        raise GeenRecht("Opschalen kan een partij, de voorzitter of de begeleider.")
    mag, uitleg = mag_opschalen(voorstel)
    if not mag:
        raise Geweigerd(uitleg, velden={"samenvatting": uitleg})
    eis_ingevuld({"samenvatting": samenvatting}, {"samenvatting": "Vat samen waar het vastloopt, voor beide kanten."})
    weiger_persoonsgegevens({"samenvatting": samenvatting})
    lopend_ = lopende_escalatie(voorstel) or Escalatie(voorstel=voorstel)
    lopend_.samenvatting, lopend_.door, lopend_.voorgesteld_op = samenvatting.strip(), wie.gebruikersnaam, nu()
    lopend_.eerlijk_indiener_op = lopend_.eerlijk_inbrenger_op = None
    lopend_.save()
    leg_vast(wie, "escalatie.samenvatting", soort="voorstel", onderwerp_id=voorstel.pk)
    return lopend_


@transaction.atomic
def vind_eerlijk(wie: Wie, voorstel_id: UUID) -> Escalatie:
    """Accept the summary as fair, as objector or as proposer."""
    voorstel = pak(wie, voorstel_id, Staat.INTEGRATIE)
    escalatie = _eis_lopend(voorstel)
    indiener = any(
        is_delegate(wie, b.gemeente, vandaag()) for b in _open_bezwaren(voorstel) if b.staat == _B.IN_INTEGRATIE
    )
    inbrenger = is_inbrenger(wie, voorstel)
    if not (indiener or inbrenger):
        raise GeenRecht("Of de samenvatting eerlijk is, zeggen de indiener van het bezwaar en de inbrenger.")
    if indiener:
        escalatie.eerlijk_indiener_op = escalatie.eerlijk_indiener_op or nu()
    if inbrenger:
        escalatie.eerlijk_inbrenger_op = escalatie.eerlijk_inbrenger_op or nu()
    return _verder_als_compleet(wie, voorstel, escalatie)


@transaction.atomic
def leg_goede_trouw_vast(wie: Wie, voorstel_id: UUID, *, bevinding: str) -> Escalatie:
    """Write down how both sides looked for repair: the good-faith check of the facilitator."""
    voorstel = pak(wie, voorstel_id, Staat.INTEGRATIE)
    wie.eis(Rol.BEGELEIDER)
    escalatie = _eis_lopend(voorstel)
    eis_ingevuld({"bevinding": bevinding}, {"bevinding": "Schrijf hoe beide kanten naar herstel zochten."})
    weiger_persoonsgegevens({"bevinding": bevinding})
    escalatie.goede_trouw, escalatie.goede_trouw_op = bevinding.strip(), nu()
    return _verder_als_compleet(wie, voorstel, escalatie)


@transaction.atomic
def kies_vervolg(wie: Wie, voorstel_id: UUID, *, vervolg: str) -> Escalatie:
    """Choose the road: an extra guided session, a wider circle of colleges, or the dispute procedure."""
    voorstel = pak(wie, voorstel_id, Staat.ESCALATIE)
    wie.eis(Rol.VOORZITTER)
    eis_keuze({"vervolg": vervolg}, Escalatie.Vervolg.values)
    escalatie = _eis_lopend(voorstel)
    escalatie.vervolg = vervolg
    escalatie.save()
    leg_vast(wie, "escalatie.vervolg", soort="voorstel", onderwerp_id=voorstel.pk, gegevens={"vervolg": vervolg})
    werk_beurten_bij(voorstel)
    return escalatie


@transaction.atomic
def rond_escalatie_af(wie: Wie, voorstel_id: UUID, *, naar: str, verslag: str) -> Voorstel:
    """End the escalation: back to the text, or withdrawn. What was advised there never changes a text by itself."""
    voorstel = pak(wie, voorstel_id, Staat.ESCALATIE)
    wie.eis(Rol.VOORZITTER)
    escalatie = _eis_lopend(voorstel)
    eis_keuze({"naar": naar}, [Staat.BIJSTELLING, Staat.INGETROKKEN])
    eis_ingevuld({"verslag": verslag}, {"verslag": "Schrijf wat de uitkomst is."})
    weiger_persoonsgegevens({"verslag": verslag})
    if not escalatie.vervolg:
        raise Geweigerd("Kies eerst welke weg na de escalatie is gevolgd.")
    escalatie.verslag, escalatie.afgerond_op = verslag.strip(), nu()
    escalatie.save()
    ga_naar(wie, voorstel, naar, verslag)
    return voorstel


def lopende_escalatie(voorstel: Voorstel) -> Escalatie | None:
    """Return the escalation that has not ended, also while its summary is still looked at."""
    return voorstel.escalaties.filter(afgerond_op__isnull=True).order_by("-voorgesteld_op").first()


def _eis_lopend(voorstel: Voorstel) -> Escalatie:
    escalatie = lopende_escalatie(voorstel)
    if escalatie is None:
        raise Geweigerd("Er is nog geen samenvatting. Schrijf eerst waar het vastloopt.")
    return escalatie


def _open_bezwaren(voorstel: Voorstel) -> list[Bezwaar]:
    return list(voorstel.bezwaren.filter(staat__in=BEZWAAR_OPEN).select_related("gemeente"))


def _verder_als_compleet(wie: Wie, voorstel: Voorstel, escalatie: Escalatie) -> Escalatie:
    escalatie.save()
    leg_vast(wie, "escalatie.stap", soort="voorstel", onderwerp_id=voorstel.pk)
    if escalatie.compleet:
        _escaleer(wie, voorstel, escalatie.samenvatting)
    return escalatie


def _escaleer(wie: Wie, voorstel: Voorstel, toelichting: str) -> None:
    sluit_verzegeld(voorstel, toelichting)
    voorstel.bezwaren.filter(staat__in=BEZWAAR_OPEN).update(staat=_B.GEESCALEERD)
    ga_naar(wie, voorstel, Staat.ESCALATIE, toelichting)
