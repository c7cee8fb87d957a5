"""Where a child lives by the residence rule: confirmed here, or elsewhere."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.haken import kind_gewijzigd
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import eis_toegang, zichtbare_kinderen


@dataclass(frozen=True)
class Adres:
    """A Dutch home address, as the assignment message needs it: postcode "8224AB", house number, the rest optional."""

    postcode: str
    huisnummer: int
    huisletter: str = ""
    toevoeging: str = ""
    straatnaam: str = ""
    plaatsnaam: str = ""


def bevestig_woonplaats(wie: Wie, kind_id: UUID, sinds: date, bron: str, *, adres: Adres | None = None) -> Kind:
    """Record that the child lives here by the residence rule (Jeugdwet 1.1), since when and where that was looked up.

    Raises Geweigerd for an empty source, or a date in the future or before the birth.
    """
    kind = _kind(wie, kind_id)
    fouten = {}
    if not bron.strip():
        fouten["bron"] = "Vul in waar je het hebt nagekeken, bijvoorbeeld: basisregistratie personen."
    if not kind.eerste_dag <= sinds <= vandaag():
        fouten["sinds"] = "Kies een dag tussen de geboorte van het kind en vandaag."
    _weiger_als(fouten)
    kind.woonplaats_sinds, kind.woonplaats_bron = sinds, bron.strip()[:200]
    velden = ["woonplaats_sinds", "woonplaats_bron"]
    if adres is not None:
        kind.postcode = adres.postcode.replace(" ", "").upper()
        kind.huisnummer, kind.huisletter, kind.toevoeging = adres.huisnummer, adres.huisletter, adres.toevoeging
        kind.straatnaam, kind.plaatsnaam = adres.straatnaam[:24], adres.plaatsnaam
        velden += ["postcode", "huisnummer", "huisletter", "toevoeging", "straatnaam", "plaatsnaam"]
    with transaction.atomic():
        kind.save(update_fields=velden)
        leg_vast(wie, "kind.woonplaats_bevestigd", kind_id=kind.pk, soort="kind", onderwerp_id=kind.pk)
        kind_gewijzigd(kind)
    return kind


def woonplaats_is_elders(wie: Wie, kind_id: UUID, bron: str) -> Kind:
    """Record that another municipality is responsible: from now on no new help can be assigned here."""
    kind = _kind(wie, kind_id)
    kind.woonplaats_sinds, kind.woonplaats_bron = None, bron.strip()[:200]
    with transaction.atomic():
        kind.save(update_fields=["woonplaats_sinds", "woonplaats_bron"])
        leg_vast(wie, "kind.woonplaats_elders", kind_id=kind.pk, soort="kind", onderwerp_id=kind.pk)
    return kind


def _kind(wie: Wie, kind_id: UUID) -> Kind:
    eis_toegang(wie)
    kind = zichtbare_kinderen(wie).select_related("gemeente").filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    return kind


def _weiger_als(fouten: dict[str, str]) -> None:
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), velden=fouten)
