"""Answering a transfer: the receiving side accepts with its own evidence, or disputes with a ground."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.gezag import bevestig_woonplaats
from jeugdregio.toegang.models import Gezagsdrager, Kind, Toestemming
from jeugdregio.toegang.nummering import kenmerk
from jeugdregio.toegang.woonplaats import beurten, inhoud
from jeugdregio.toegang.woonplaats.feiten import NieuwFeit, leg_feit_vast
from jeugdregio.toegang.woonplaats.gemeenten import bestaat
from jeugdregio.toegang.woonplaats.models import Overdracht, Standpunt, Woonfeit
from jeugdregio.toegang.woonplaats.overdragen import pak, zeg
from jeugdregio.toegang.woonplaats.permissions import overdracht_voor

Staat = Overdracht.Staat
OPEN = (Staat.AANGEBODEN, Staat.BETWIST)


def aanvaard(wie: Wie, overdracht_id: UUID, bron: str, *, versie: int) -> Overdracht:
    """Accept a child: a file of one's own from what went along, residence confirmed by one's own look.

    The other municipality keeps its file and its history. Then each help that runs is a turn to join on. A move is no
    application, so no question for help opens and no term of the Awb runs. Raises Geweigerd without a source, Conflict.
    """
    overdracht = overdracht_voor(wie, overdracht_id, "naar")
    if not bron.strip():
        tekst = "Vul in waar je zelf nakeek dat het kind hier hoort, bijvoorbeeld: basisregistratie personen."
        raise Geweigerd(tekst, grondslag="Jeugdwet 1.1, woonplaats", velden={"bron": tekst})
    with transaction.atomic():
        pak(overdracht, versie, *OPEN)
        kind = _dossier(wie, overdracht)
        bevestig_woonplaats(wie, kind.pk, overdracht.verhuisd_op, bron)
        _feit(wie, kind, overdracht, bron)
        overdracht.nieuw_kind = kind
        _antwoord(overdracht, wie.gebruikersnaam, vandaag())
        leg_vast(wie, "overdracht.aanvaard", kind_id=kind.pk, soort="overdracht", onderwerp_id=overdracht.pk)
    return overdracht


def betwist(wie: Wie, overdracht_id: UUID, tekst: str, gemeente_code: str = "", *, versie: int) -> Overdracht:
    """Refuse a child with a ground, and name who is responsible instead when that is known. Both sides see it.

    Raises Geweigerd without a ground or for one's own municipality, Conflict.
    """
    overdracht = overdracht_voor(wie, overdracht_id, "naar")
    if gemeente_code and (not bestaat(gemeente_code) or gemeente_code == wie.organisatie.code):
        fout = "Kies de gemeente die volgens jou wel verantwoordelijk is."
        raise Geweigerd(fout, velden={"gemeente": fout})
    with transaction.atomic():
        pak(overdracht, versie, Staat.AANGEBODEN)
        _betwist(wie, overdracht, tekst, gemeente_code, door=wie.gebruikersnaam, organisatie=wie.organisatie)
    return overdracht


def leg_antwoord_buiten_vast(
    wie: Wie, overdracht_id: UUID, *, akkoord: bool, tekst: str, door: str, op: date, versie: int
) -> Overdracht:
    """Record what a municipality that does not work here answered: who said it and when. Raises Geweigerd, Conflict."""
    overdracht = overdracht_voor(wie, overdracht_id, "van")
    fouten = {}
    if overdracht.naar is not None:
        raise Geweigerd("Deze gemeente antwoordt zelf in dit systeem.")
    if not door.strip():
        fouten["door"] = "Vul in wie van die gemeente het zei."
    if not overdracht.aangeboden_op <= op <= vandaag():
        fouten["op"] = "Kies een dag tussen de overdracht en vandaag."
    if not akkoord and not tekst.strip():
        fouten["tekst"] = "Schrijf op waarom die gemeente het niet overneemt."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), velden=fouten)
    with transaction.atomic():
        pak(overdracht, versie, *OPEN)
        if akkoord:
            _antwoord(overdracht, door.strip(), op)
            leg_vast(wie, "overdracht.aanvaard_buiten", kind_id=overdracht.kind_id, soort="overdracht",
                     onderwerp_id=overdracht.pk)  # fmt: skip
        else:
            _betwist(wie, overdracht, tekst, door=door.strip())
    return overdracht


def _antwoord(overdracht: Overdracht, door: str, op: date) -> None:
    """Accepted: with running help the joining on still has to come."""
    beurten.sluit_overleg(overdracht)
    loopt = overdracht.voortzettingen.exists()
    overdracht.staat = Staat.AANVAARD if loopt else Staat.AANGESLOTEN
    overdracht.beantwoord_op, overdracht.beantwoord_door = op, door[:200]
    overdracht.save(update_fields=["staat", "beantwoord_op", "beantwoord_door", "nieuw_kind"])
    beurten.open_beurten_aansluiten(overdracht)


def _betwist(
    wie: Wie, overdracht: Overdracht, tekst: str, gemeente_code: str = "", *, door: str,
    organisatie: Organisatie | None = None,
) -> None:  # fmt: skip
    beurten.sluit_overleg(overdracht)
    zeg(wie, overdracht, Standpunt.Soort.BETWIST, tekst, gemeente_code)
    overdracht.staat, overdracht.beantwoord_op, overdracht.beantwoord_door = Staat.BETWIST, vandaag(), door[:200]
    overdracht.save(update_fields=["staat", "beantwoord_op", "beantwoord_door"])
    beurten.open_beurt_betwist(overdracht, organisatie.naam if organisatie else door)


def _dossier(wie: Wie, overdracht: Overdracht) -> Kind:
    """The file of the receiving municipality: the one it already has of this BSN, else a new one."""
    mee = inhoud.lees(overdracht)
    velden = inhoud.kind_velden(mee)
    sleutel = zoeksleutel(velden["bsn"]) if velden["bsn"] else None
    kind = Kind.objects.filter(gemeente=wie.organisatie, bsn_zoek=sleutel).first() if sleutel else None
    if kind is None:
        kind = Kind.objects.create(
            kenmerk=kenmerk("K"), gemeente=wie.organisatie, bsn_zoek=sleutel,
            geheim_adres=overdracht.kind.geheim_adres, **velden,
        )  # fmt: skip
        leg_vast(wie, "kind.aangemaakt", kind_id=kind.pk, soort="kind", onderwerp_id=kind.pk)
    _gezin(wie, kind, mee)
    return kind


def _gezin(wie: Wie, kind: Kind, mee: dict[str, Any]) -> None:
    """Take over who has authority and who agreed, as far as it went along and is not known here yet."""
    bekend = {d.naam: d for d in kind.gezagsdragers.all()}
    for rij in mee.get(inhoud.GEZAG, []):
        if rij["naam"] not in bekend:
            bekend[rij["naam"]] = Gezagsdrager.objects.create(kind=kind, **rij)
    for rij in mee.get(inhoud.TOESTEMMINGEN, []):
        drager = bekend.get(rij["wie"])
        if rij["wie"] and drager is None:
            continue
        Toestemming.objects.create(
            kind=kind, gezagsdrager=drager, antwoord=rij["antwoord"], op=date.fromisoformat(rij["op"]),
            vastgelegd_door=wie.gebruiker,
        )  # fmt: skip


def _feit(wie: Wie, kind: Kind, overdracht: Overdracht, bron: str) -> None:
    """The new home address, when that is what the finding rests on (part 1)."""
    if overdracht.vaststelling is None or overdracht.vaststelling.onderdeel != "1":
        return
    leg_feit_vast(wie, kind.pk, NieuwFeit(
        soort=Woonfeit.Soort.WOONADRES, van=overdracht.verhuisd_op, bron=bron, nagekeken_op=vandaag(),
        gemeente_code=wie.organisatie.code or "",
    ))  # fmt: skip
