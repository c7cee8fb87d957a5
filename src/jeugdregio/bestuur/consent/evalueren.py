"""The review: it opens by itself, brings the agreed figures and the concerns, and ends by consent too."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import GeenRecht, Geweigerd
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.bestuur import cijfers
from jeugdregio.bestuur.consent.beurten import open_ronde, werk_beurten_bij
from jeugdregio.bestuur.consent.models import Bezwaar, Evaluatie, Meting, Ronde, Staat, Voorstel, Zorg
from jeugdregio.bestuur.consent.overgangen import ga_naar, laatste_versie, pak, vingerafdruk
from jeugdregio.bestuur.consent.permissions import deelnemers_op, is_delegate, is_inbrenger
from jeugdregio.bestuur.consent.rondes import nieuwe_ronde
from jeugdregio.bestuur.consent.toetsen_invoer import eis_evaluatiedatum, eis_ingevuld, eis_keuze
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie
from recht.datum import datum_kort

VRAGEN = {
    "werkte": "Wat werkte?",
    "werkte_niet": "Wat werkte niet?",
    "geleerd": "Wat hebben we geleerd?",
    "verandert": "Wat verandert er?",
}


def zorgen_van_consent(voorstel: Voorstel) -> list[Zorg]:
    """Return the concerns of the round that gave consent: they come back at the review."""
    ronde = (
        voorstel.rondes.filter(soort=Ronde.Soort.VOORSTEL, uitkomst=Ronde.Uitkomst.CONSENT).order_by("-nummer").first()
    )
    return list(ronde.zorgen.select_related("gemeente")) if ronde else []


def open_evaluatie(wie: Wie, voorstel: Voorstel, *, feiten: str = "", geroepen_door: str = "") -> Evaluatie:
    """Open the review, with the figures of today beside those of the start. Inside a transaction, proposal locked."""
    evaluatie = Evaluatie.objects.create(
        voorstel=voorstel, nummer=voorstel.evaluaties.count() + 1, nieuwe_feiten=feiten, geroepen_door=geroepen_door
    )
    meet(voorstel, evaluatie)
    waarom = f"Nieuwe feiten: {feiten}" if feiten else f"De afgesproken dag, {_dag(voorstel.evaluatie_op)}"
    ga_naar(wie, voorstel, Staat.EVALUATIE, waarom)
    return evaluatie


def _dag(dag: date | None) -> str:
    return datum_kort(dag) if dag else "onbekend"


def meet(voorstel: Voorstel, evaluatie: Evaluatie | None) -> None:
    """Write down the agreed figures of today, of the region and each municipality (no evaluation: the start)."""
    gemeenten: list[Organisatie | None] = [None, *deelnemers_op(voorstel, vandaag())]
    if evaluatie is None:
        voorstel.metingen.filter(evaluatie__isnull=True).delete()
    Meting.objects.bulk_create(
        _meting(voorstel, evaluatie, code, gemeente) for code in _codes(voorstel) for gemeente in gemeenten
    )


def _codes(voorstel: Voorstel) -> Iterator[str]:
    gekozen = [c.cijfer for c in voorstel.criteria.filter(vervallen=False)]
    gekozen += [zorg.cijfer for zorg in zorgen_van_consent(voorstel)]
    yield from (code for code in dict.fromkeys(gekozen) if code and cijfers.bestaat(code))


def _meting(voorstel: Voorstel, evaluatie: Evaluatie | None, code: str, gemeente: Organisatie | None) -> Meting:
    stand = cijfers.cijfer(code, vandaag(), gemeente)
    return Meting(
        voorstel=voorstel, evaluatie=evaluatie, cijfer=code, naam=cijfers.naam_van(code), gemeente=gemeente,
        tekst=stand.tekst[:200], peildatum=stand.peildatum, bron=stand.bron[:300],
    )  # fmt: skip


@transaction.atomic
def roep_op(wie: Wie, voorstel_id: UUID, *, nieuwe_feiten: str) -> Evaluatie:
    """Call for a review before its day, because something is new since there was consent. Any delegate may."""
    voorstel = pak(wie, voorstel_id, Staat.VAN_KRACHT)
    if not any(is_delegate(wie, gemeente, vandaag()) for gemeente in deelnemers_op(voorstel, vandaag())):
        raise GeenRecht("Vervroegd evalueren vraagt een wethouder van een deelnemende gemeente.")
    eis_ingevuld({"nieuwe_feiten": nieuwe_feiten}, {"nieuwe_feiten": "Schrijf wat er nieuw is sinds het consent."})
    weiger_persoonsgegevens({"nieuwe_feiten": nieuwe_feiten})
    return open_evaluatie(wie, voorstel, feiten=nieuwe_feiten.strip(), geroepen_door=wie.organisatienaam)


def lopende_evaluatie(voorstel: Voorstel) -> Evaluatie | None:
    """Return the review that has not ended."""
    return voorstel.evaluaties.filter(gesloten_op__isnull=True).order_by("-nummer").first()


@transaction.atomic
def leg_evaluatie_voor(
    wie: Wie, voorstel_id: UUID, *, werkte: str, werkte_niet: str, geleerd: str, verandert: str, uitkomst: str,
    nieuwe_datum: date | None = None,
) -> Ronde:  # fmt: skip
    """Put the four answers and what follows from them to the delegates: a round of consent like any other."""
    voorstel = pak(wie, voorstel_id, Staat.EVALUATIE)
    if not (is_inbrenger(wie, voorstel) or wie.heeft(Rol.SECRETARIS)):
        raise GeenRecht("De evaluatie legt de secretaris of de inbrenger voor.")
    evaluatie = lopende_evaluatie(voorstel)
    if evaluatie is None or open_ronde(voorstel):
        raise Geweigerd("Er loopt al een ronde over deze evaluatie.")
    velden = {"werkte": werkte, "werkte_niet": werkte_niet, "geleerd": geleerd, "verandert": verandert}
    eis_ingevuld(velden, {veld: f"Beantwoord: {vraag.lower()}" for veld, vraag in VRAGEN.items()})
    weiger_persoonsgegevens(velden)
    eis_keuze({"uitkomst": uitkomst}, Evaluatie.Uitkomst.values)
    evaluatie.nieuwe_datum = None
    if uitkomst == Evaluatie.Uitkomst.DOOR:
        evaluatie.nieuwe_datum = eis_evaluatiedatum(nieuwe_datum, vandaag(), "nieuwe_datum")
    for veld, tekst in velden.items():
        setattr(evaluatie, veld, tekst.strip())
    evaluatie.uitkomst = uitkomst
    evaluatie.save()
    ronde = nieuwe_ronde(voorstel, laatste_versie(voorstel), evaluatie, tekst_hash(evaluatie))
    leg_vast(wie, "evaluatie.voorgelegd", soort="voorstel", onderwerp_id=voorstel.pk)
    werk_beurten_bij(voorstel)
    return ronde


def tekst_hash(evaluatie: Evaluatie) -> str:
    """Return the fingerprint of what is put to the delegates."""
    delen = [getattr(evaluatie, veld) for veld in VRAGEN]
    return vingerafdruk("\n".join([*delen, evaluatie.uitkomst, str(evaluatie.nieuwe_datum or "")]))


def sluit_evaluatie(wie: Wie, voorstel: Voorstel, ronde: Ronde) -> None:
    """Act on a closed round about a review: with an objection it stays open and must be put otherwise."""
    evaluatie = ronde.evaluatie
    if evaluatie is None or ronde.uitkomst != Ronde.Uitkomst.CONSENT:
        voorstel.bezwaren.filter(ronde=ronde).update(staat=Bezwaar.Staat.GELDIG)
        werk_beurten_bij(voorstel)
        return
    # Who objected in an earlier round about this review has now said that this outcome meets it.
    eerder = voorstel.bezwaren.filter(ronde__evaluatie=evaluatie, staat=Bezwaar.Staat.GELDIG)
    eerder.update(staat=Bezwaar.Staat.OPGELOST, afgedaan_op=nu())
    evaluatie.gesloten_op = nu()
    evaluatie.save(update_fields=["gesloten_op"])
    if evaluatie.uitkomst == Evaluatie.Uitkomst.DOOR:
        voorstel.evaluatie_op = evaluatie.nieuwe_datum
    if evaluatie.uitkomst == Evaluatie.Uitkomst.STOPPEN:
        voorstel.beeindigd_op = vandaag()
    ga_naar(wie, voorstel, evaluatie.uitkomst, f"{evaluatie.get_uitkomst_display()}. {evaluatie.verandert}")
