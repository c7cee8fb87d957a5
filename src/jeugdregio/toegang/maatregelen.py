"""Measures of the court over a child: recording one, its end, and what is in force on a day."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.haken import kind_gewijzigd
from jeugdregio.toegang.models import Kind, Maatregel
from jeugdregio.toegang.permissions import eis_toegang, zichtbare_kinderen
from recht import Uitkomst, bescherming
from recht import stem as recht_stem
from recht.datum import datum_nl, verjaardag
from recht.toestemming import MEERDERJARIG

_S = Maatregel.Soort
_VERVALT = (_S.UITHUISPLAATSING, _S.GESLOTEN)
_ALS_RECHT = {
    _S.GESLOTEN: recht_stem.SoortMaatregel.GESLOTEN,
    _S.GESLOTEN_SPOED: recht_stem.SoortMaatregel.SPOED,
    _S.VOORWAARDELIJK: recht_stem.SoortMaatregel.GESLOTEN,
    _S.RECLASSERING: recht_stem.SoortMaatregel.RECLASSERING,
}


def langst(soort: str, uitspraak_op: date) -> Uitkomst | None:
    """Return the latest end the law allows for this kind (recht.bescherming); None when it sets none."""
    if soort not in set(bescherming.Machtiging):
        return None
    return bescherming.einde(bescherming.Machtiging(soort), uitspraak_op)


def leg_maatregel_vast(
    wie: Wie, kind_id: UUID, soort: str, uitspraak_op: date, tot: date | None, *, instantie: str,
    zaaknummer: str = "", gi: Organisatie | None = None,
) -> Maatregel:  # fmt: skip
    """Record a measure as the ruling says it. Without `tot` the longest duration of the law holds, where there is one.

    Raises Geweigerd for a day before the birth or in the future, an end before the start or later than the law allows,
    no court, or an executing organisation that is no certified institution; NietGevonden for another's child.
    """
    eis_toegang(wie)
    kind = zichtbare_kinderen(wie).filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    fouten = _fouten(kind, soort, uitspraak_op) | _fout_einde(soort, uitspraak_op, tot)
    if not instantie.strip():
        fouten["instantie"] = "Vul in welke rechtbank de uitspraak deed."
    if gi is not None and gi.soort != Soort.GI:
        fouten["gi"] = "Kies een gecertificeerde instelling."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag="BW boek 1, titel 14; Jeugdwet 6.1.12", velden=fouten)
    grens = langst(soort, uitspraak_op)
    with transaction.atomic():
        maatregel = Maatregel.objects.create(
            kind=kind, soort=soort, uitspraak_op=uitspraak_op, tot=tot or (grens.datum if grens else None),
            instantie=instantie.strip()[:200], zaaknummer=zaaknummer.strip()[:40], gi=gi, vastgelegd_door=wie.gebruiker,
        )  # fmt: skip
        leg_vast(wie, "maatregel.vastgelegd", kind_id=kind.pk, soort="maatregel", onderwerp_id=maatregel.pk,
                 gegevens={"soort": soort})  # fmt: skip
        kind_gewijzigd(kind)
    return maatregel


def _fouten(kind: Kind, soort: str, uitspraak_op: date) -> dict[str, str]:
    fouten = {}
    if soort not in _S.values:
        fouten["soort"] = "Kies welke maatregel of machtiging de rechter gaf."
    if not kind.eerste_dag <= uitspraak_op <= vandaag():
        fouten["uitspraak_op"] = "Kies een dag tussen de geboorte van het kind en vandaag."
    return fouten


def _fout_einde(soort: str, uitspraak_op: date, tot: date | None) -> dict[str, str]:
    if tot is None:
        return {}
    if tot < uitspraak_op:
        return {"tot": "De maatregel kan niet eindigen voor de uitspraak."}
    grens = langst(soort, uitspraak_op)
    if grens is None or grens.datum is None or tot <= grens.datum:
        return {}
    dag = datum_nl(grens.datum)
    return {"tot": f"Deze maatregel kan hoogstens duren tot en met {dag}. Kijk de uitspraak na."}


def beeindig_maatregel(wie: Wie, maatregel_id: UUID, op: date) -> Maatregel:
    """Record that a measure ended earlier than the ruling said; `op` is its last day. Again: changes nothing."""
    maatregel = te_wijzigen(wie, maatregel_id)
    if maatregel.beeindigd_op is not None:
        return maatregel
    if not maatregel.uitspraak_op <= op <= (maatregel.tot or vandaag()):
        tekst = "Kies een dag tussen de uitspraak en de einddatum van de maatregel."
        raise Geweigerd(tekst, velden={"op": tekst})
    return _zet(wie, maatregel, "beeindigd_op", op, "maatregel.beeindigd")


def voer_maatregel_uit(wie: Wie, maatregel_id: UUID, op: date) -> Maatregel:
    """Record the day of placement or admission; without it an authorisation lapses after three months."""
    maatregel = te_wijzigen(wie, maatregel_id)
    if not maatregel.uitspraak_op <= op <= vandaag():
        tekst = "Kies een dag tussen de uitspraak en vandaag."
        raise Geweigerd(tekst, velden={"op": tekst})
    return _zet(wie, maatregel, "uitgevoerd_op", op, "maatregel.uitgevoerd")


def te_wijzigen(wie: Wie, maatregel_id: UUID) -> Maatregel:
    """Return a measure this person may change. Raises GeenRecht, NietGevonden."""
    eis_toegang(wie)
    maatregel = Maatregel.objects.select_related("kind").filter(
        pk=maatregel_id, kind__in=zichtbare_kinderen(wie)
    ).first()  # fmt: skip
    if maatregel is None:
        raise NietGevonden("Deze maatregel is er niet.")
    return maatregel


def _zet(wie: Wie, maatregel: Maatregel, veld: str, op: date, handeling: str) -> Maatregel:
    setattr(maatregel, veld, op)
    with transaction.atomic():
        maatregel.save(update_fields=[veld])
        leg_vast(wie, handeling, kind_id=maatregel.kind_id, soort="maatregel", onderwerp_id=maatregel.pk)
        kind_gewijzigd(maatregel.kind)
    return maatregel


def laatste_dag(maatregel: Maatregel) -> date | None:
    """Return the last day a measure can be in force: its end, the day before it lapsed unused, or the eve of 18.

    `maatregel.kind` is read. Probation and closed care may run past eighteen; their ruling says until when.
    """
    einden = [dag for dag in (maatregel.tot, maatregel.beeindigd_op) if dag is not None]
    if maatregel.soort in _VERVALT and maatregel.uitgevoerd_op is None:
        vervalt = bescherming.verval(maatregel.uitspraak_op, maatregel.uitspraak_op).stappen[0].datum
        einden += [vervalt - timedelta(days=1)] if vervalt else []
    if maatregel.soort not in {_S.RECLASSERING, _S.GESLOTEN, _S.GESLOTEN_SPOED, _S.VOORWAARDELIJK}:
        achttien = verjaardag(maatregel.kind.geboortedatum, MEERDERJARIG.op(maatregel.uitspraak_op))
        einden.append(achttien - timedelta(days=1))
    return min(einden, default=None)


def geldt_op(maatregel: Maatregel, dag: date) -> bool:
    """Tell whether a measure is in force on a day."""
    einde = laatste_dag(maatregel)
    return maatregel.uitspraak_op <= dag and (einde is None or dag <= einde)


def geldend(maatregelen: Iterable[Maatregel], dag: date) -> list[Maatregel]:
    """Return the measures that are in force on a day, the newest first."""
    return sorted((m for m in maatregelen if geldt_op(m, dag)), key=lambda m: m.uitspraak_op, reverse=True)


def als_recht(maatregel: Maatregel) -> recht_stem.Maatregel:
    """Return a measure as `recht.toestemming` takes it."""
    soort = _ALS_RECHT.get(_S(maatregel.soort), recht_stem.SoortMaatregel.BESCHERMING)
    return recht_stem.Maatregel(soort, maatregel.uitspraak_op, laatste_dag(maatregel))
