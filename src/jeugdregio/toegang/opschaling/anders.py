"""Acts on Team AnderS: start, stop, evaluate. No decision, assignment or message; the direction stays where it was."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import open_beurten, rond_af
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.opschaling import beurten
from jeugdregio.toegang.opschaling.anoniem import eis_zonder_naam
from jeugdregio.toegang.opschaling.models import AndersInzet, Niveau, Opschaling
from jeugdregio.toegang.opschaling.niveaus import regel_voor
from jeugdregio.toegang.opschaling.permissions import zichtbare_opschalingen
from jeugdregio.toegang.opschaling.trajecten import log, open_stap, pak
from jeugdregio.toegang.poort import TeStarten, eis_toestemming


def start(wie: Wie, opschaling_id: UUID, *, versie: int, doel: str, aanpak: str, op: date) -> AndersInzet:
    """Let Team AnderS begin for a case that lies at its level. Needs consent, as all help; no beschikking.

    Raises Geweigerd (another level, no consent, wrong day), Conflict when it runs already.
    """
    with transaction.atomic():
        opschaling = pak(wie, opschaling_id, versie)
        if open_stap(opschaling).niveau != Niveau.ANDERS:
            raise Geweigerd("Breng de zaak eerst naar Team AnderS.")
        eis_toestemming(opschaling.hulpvraag.kind, TeStarten(hulpvraag_id=opschaling.hulpvraag_id))
        fouten = _dagfout(opschaling, op)
        if doel not in AndersInzet.Doel.values:
            fouten["doel"] = "Kies waar het om gaat."
        if not aanpak.strip():
            fouten["aanpak"] = "Schrijf op wat jullie gaan doen."
        _weiger_als(fouten)
        eis_zonder_naam(opschaling.hulpvraag.kind, {"aanpak": aanpak})
        try:
            with transaction.atomic():
                inzet = AndersInzet.objects.create(
                    opschaling=opschaling, doel=doel, aanpak=aanpak.strip(), gestart_op=op,
                    gestart_door=wie.gebruikersnaam,
                )  # fmt: skip
        except IntegrityError as fout:
            raise Conflict("Team AnderS is hier al bezig.") from fout
        log(wie, opschaling, "anders_gestart", {"op": op.isoformat()})
    return inzet


def stop(wie: Wie, opschaling_id: UUID, *, versie: int, op: date, reden_einde: str, toelichting: str) -> AndersInzet:
    """Let Team AnderS end, with the reason; the municipality is to evaluate within the agreed days."""
    with transaction.atomic():
        opschaling = pak(wie, opschaling_id, versie)
        inzet = opschaling.inzetten.filter(gestopt_op__isnull=True).first()
        if inzet is None:
            raise NietGevonden("Team AnderS is hier niet bezig.")
        fouten = {} if inzet.gestart_op <= op <= vandaag() else {"op": "Kies een dag van de start tot en met vandaag."}
        if reden_einde not in AndersInzet.Reden.values:
            fouten["reden_einde"] = "Kies waarom het stopt."
        if not toelichting.strip():
            fouten["toelichting"] = "Licht toe waarom het stopt."
        _weiger_als(fouten)
        eis_zonder_naam(opschaling.hulpvraag.kind, {"toelichting": toelichting})
        inzet.gestopt_op, inzet.reden_einde = op, reden_einde
        inzet.toelichting, inzet.gestopt_door = toelichting.strip(), wie.gebruikersnaam
        inzet.save(update_fields=["gestopt_op", "reden_einde", "toelichting", "gestopt_door"])
        regel = regel_voor(opschaling.gemeente, Niveau.ANDERS)
        inzet.opschaling = opschaling
        open_beurten([beurten.evalueren(inzet, open_stap(opschaling), regel.evaluatie_dagen, regel.bron)])
        log(wie, opschaling, "anders_gestopt", {"reden": reden_einde})
    return inzet


def evalueer(
    wie: Wie, opschaling_id: UUID, inzet_id: UUID, *, voorkomen: str, geleerd: str, gezin_vindt: str
) -> AndersInzet:
    """Write down what came of it, what was learnt, and what the family thinks of it. Also after the case is closed."""
    opschaling = (
        zichtbare_opschalingen(wie).select_related("hulpvraag__kind").filter(pk=opschaling_id).first()
    )  # fmt: skip
    if opschaling is None:
        raise NietGevonden("Deze zaak is er niet.")
    fouten = {} if voorkomen in AndersInzet.Voorkomen.values else {"voorkomen": "Kies een antwoord."}
    if not geleerd.strip():
        fouten["geleerd"] = "Schrijf op wat we hiervan leren."
    _weiger_als(fouten)
    eis_zonder_naam(opschaling.hulpvraag.kind, {"geleerd": geleerd, "gezin_vindt": gezin_vindt})
    with transaction.atomic():
        inzet = opschaling.inzetten.select_for_update().filter(pk=inzet_id, gestopt_op__isnull=False).first()
        if inzet is None:
            raise NietGevonden("Deze inzet is er niet, of loopt nog.")
        if inzet.geevalueerd_op is not None:
            raise Conflict("Deze inzet is al geëvalueerd.")
        inzet.voorkomen, inzet.geleerd, inzet.gezin_vindt = voorkomen, geleerd.strip(), gezin_vindt.strip()
        inzet.geevalueerd_op = vandaag()
        inzet.save(update_fields=["voorkomen", "geleerd", "gezin_vindt", "geevalueerd_op"])
        rond_af(beurten.sleutel_evaluatie(inzet.pk))
        log(wie, opschaling, "anders_geevalueerd", {"voorkomen": voorkomen})
    return inzet


def _dagfout(opschaling: Opschaling, op: date) -> dict[str, str]:
    if opschaling.geopend_op <= op <= vandaag():
        return {}
    return {"op": f"Kies een dag van {opschaling.geopend_op:%d-%m-%Y} tot en met vandaag."}


def _weiger_als(fouten: dict[str, str]) -> None:
    if fouten:
        raise Geweigerd("Er ontbreekt nog iets.", velden=fouten)
