"""People around a child: who has authority, where that was seen, and until when."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.haken import kind_gewijzigd
from jeugdregio.toegang.models import Gezagsbron, Gezagsdrager, Gezagseinde, Kind
from jeugdregio.toegang.permissions import eis_toegang, zichtbare_kinderen
from recht.datum import leeftijd
from recht.gezag import KAN, kan_gezag


def voeg_gezagsdrager_toe(
    wie: Wie, kind_id: UUID, naam: str, relatie: str, *, gezag: bool = True, telefoon: str = "", bron: str = "",
    nagekeken_op: date | None = None,
) -> Gezagsdrager:  # fmt: skip
    """Add a parent or guardian. `relatie` is a word such as "moeder"; it is how texts name the person.

    `bron` (Gezagsbron) says where authority was seen, and on which day. A parent may be recorded before it is looked
    up; anybody else is refused without the register or a ruling, and so is a third person with authority
    (recht.gezag). With a telephone number the assignment can name this person to the provider (OP002, OP130).
    """
    eis_toegang(wie)
    kind = zichtbare_kinderen(wie).filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    fouten = _fout_gezag(kind, relatie, bron, nagekeken_op) if gezag and relatie.strip() else {}
    if not naam.strip():
        fouten["naam"] = "Vul de naam in."
    if not relatie.strip():
        fouten["relatie"] = "Vul in wat deze persoon van het kind is, bijvoorbeeld: moeder."
    _weiger_als(fouten)
    with transaction.atomic():
        drager = Gezagsdrager.objects.create(
            kind=kind,
            naam=naam.strip()[:200],
            relatie=relatie.strip()[:60],
            gezag=gezag,
            telefoon="".join(teken for teken in telefoon if teken.isdigit())[:15],
            gezag_bron=bron if gezag else "",
            gezag_nagekeken_op=nagekeken_op if gezag else None,
        )
        leg_vast(wie, "gezagsdrager.toegevoegd", kind_id=kind.pk, soort="gezagsdrager", onderwerp_id=drager.pk)
    return drager


def _fout_gezag(kind: Kind, relatie: str, bron: str, nagekeken_op: date | None) -> dict[str, str]:
    if bron and bron not in Gezagsbron.values:
        return {"bron": "Kies waar je het gezag hebt nagekeken."}
    if nagekeken_op is not None and nagekeken_op > vandaag():
        return {"nagekeken_op": "Kies een dag tot en met vandaag."}
    met_gezag = sum(d.heeft_gezag_op(vandaag()) for d in kind.gezagsdragers.all())
    uitkomst = kan_gezag(relatie, bron, met_gezag)
    if uitkomst.waarde == KAN:
        return {}
    veld = "bron" if uitkomst.ontbreekt else "gezag"
    return {veld: f"{uitkomst.stappen[0].tekst} ({uitkomst.stappen[0].grondslag})"}


def leg_gezag_vast(wie: Wie, gezagsdrager_id: UUID, bron: str, nagekeken_op: date) -> Gezagsdrager:
    """Record where and when authority was looked up. Raises Geweigerd for an unknown source or a day in the future."""
    drager = te_wijzigen(wie, gezagsdrager_id)
    fouten = {}
    if bron not in Gezagsbron.values:
        fouten["bron"] = "Kies waar je het gezag hebt nagekeken."
    if nagekeken_op > vandaag():
        fouten["nagekeken_op"] = "Kies een dag tot en met vandaag."
    _weiger_als(fouten)
    drager.gezag_bron, drager.gezag_nagekeken_op = bron, nagekeken_op
    with transaction.atomic():
        drager.save(update_fields=["gezag_bron", "gezag_nagekeken_op"])
        leg_vast(wie, "gezag.nagekeken", kind_id=drager.kind_id, soort="gezagsdrager", onderwerp_id=drager.pk,
                 gegevens={"bron": bron})  # fmt: skip
    return drager


def eindig_gezag(wie: Wie, gezagsdrager_id: UUID, tot: date, waarom: str) -> Gezagsdrager:
    """Record the last day somebody had authority and why it ended (Gezagseinde); what was said before it stays.

    Raises Geweigerd for a day before the birth or in the future, without a reason, or for coming of age of a child
    that is not 18 the day after.
    """
    drager = te_wijzigen(wie, gezagsdrager_id)
    fouten = {}
    if not drager.kind.eerste_dag <= tot <= vandaag():
        fouten["tot"] = "Kies een dag tussen de geboorte van het kind en vandaag."
    if waarom not in Gezagseinde.values:
        fouten["waarom"] = "Kies waarom het gezag eindigde."
    elif waarom == Gezagseinde.MEERDERJARIG and leeftijd(drager.kind.geboortedatum, tot + timedelta(days=1)) < 18:
        fouten["waarom"] = "Dit kind was toen nog geen 18 jaar (BW 1:233)."
    _weiger_als(fouten)
    drager.gezag_tot, drager.gezag_einde = tot, waarom
    with transaction.atomic():
        drager.save(update_fields=["gezag_tot", "gezag_einde"])
        leg_vast(wie, "gezag.geeindigd", kind_id=drager.kind_id, soort="gezagsdrager", onderwerp_id=drager.pk,
                 gegevens={"waarom": waarom})  # fmt: skip
        kind_gewijzigd(drager.kind)
    return drager


def te_wijzigen(wie: Wie, gezagsdrager_id: UUID) -> Gezagsdrager:
    """Return somebody around a child this person may change. Raises GeenRecht, NietGevonden."""
    eis_toegang(wie)
    gevonden = Gezagsdrager.objects.filter(pk=gezagsdrager_id, kind__in=zichtbare_kinderen(wie))
    drager = gevonden.select_related("kind__gemeente").first()
    if drager is None:
        raise NietGevonden("Deze persoon is er niet.")
    return drager


def _weiger_als(fouten: dict[str, str]) -> None:
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), velden=fouten)
