"""Acts of the secretary: plan a session with who is there, put a case on its agenda (one hour), keep the members."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import laat_vervallen, open_beurten
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Aanstelling, Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.opschaling import beurten
from jeugdregio.toegang.opschaling.casussen import pak_casus
from jeugdregio.toegang.opschaling.models import Aanwezige, Agendapunt, Casusvraag, Expertteam, Teamlid, Zitting
from jeugdregio.toegang.opschaling.permissions import eis_secretaris, teams


def plan_zitting(
    wie: Wie, team_id: UUID, *, op: date, begint: time, uren: int, plaats: str, leden: Sequence[UUID]
) -> Zitting:
    """Plan a session of a number of hours with the members who come; each hour has room for one case."""
    team = _team(wie, team_id)
    fouten = {}
    if op < vandaag():
        fouten["op"] = "Kies vandaag of een latere dag."
    if not 1 <= uren <= 8:
        fouten["uren"] = "Kies 1 tot en met 8 uur."
    gekozen = list(Teamlid.objects.op(op).filter(team=team, pk__in=leden))
    if not gekozen or len(gekozen) != len(set(leden)):
        fouten["leden"] = "Kies wie er dan bij zijn, uit de leden van dit team."
    if fouten:
        raise Geweigerd("De zitting kan zo niet.", velden=fouten)
    try:
        with transaction.atomic():
            zitting = Zitting.objects.create(team=team, op=op, begint=begint, uren=uren, plaats=plaats.strip())
            Aanwezige.objects.bulk_create(Aanwezige(zitting=zitting, lid=lid) for lid in gekozen)
            leg_vast(wie, "zitting.gepland", soort="zitting", onderwerp_id=zitting.pk)
    except IntegrityError as fout:
        melding = "Op deze dag is er al een zitting. Kies een andere dag."
        raise Geweigerd(melding, velden={"op": melding}) from fout
    return zitting


def zet_op_agenda(wie: Wie, casus_id: UUID, *, versie: int, zitting_id: UUID, uur: int) -> Agendapunt:
    """Give a screened case one hour of a session. From then on its members see the case, others not."""
    with transaction.atomic():
        casus = pak_casus(wie, casus_id, versie, (Casusvraag.Staat.COMPLEET,))
        eis_secretaris(wie, casus.team)
        zitting = Zitting.objects.select_for_update().filter(pk=zitting_id, team=casus.team, op__gte=vandaag()).first()
        if zitting is None:
            raise NietGevonden("Deze zitting is er niet.")
        if not 1 <= uur <= zitting.uren:
            melding = f"Deze zitting heeft {zitting.uren} uur. Kies een uur daarvan."
            raise Geweigerd(melding, velden={"uur": melding})
        if zitting.agendapunten.filter(uur=uur).exists():
            raise Conflict("Dit uur is net vergeven. Kies een ander uur.")
        punt = Agendapunt.objects.create(zitting=zitting, casusvraag=casus, uur=uur)
        open_beurten(beurten.voorbereiden(punt))
        casus.staat = Casusvraag.Staat.GEPLAND
        casus.save(update_fields=["staat"])
        leg_vast(
            wie, "casus.gepland", kind_id=casus.stap.opschaling.hulpvraag.kind_id, soort="casusvraag",
            onderwerp_id=casus.pk, gegevens={"zitting": zitting.op.isoformat(), "uur": uur},
        )  # fmt: skip
    return punt


def voeg_lid_toe(wie: Wie, team_id: UUID, *, email: str, deskundigheid: str, is_secretaris: bool = False) -> Teamlid:
    """Add somebody with the role of expert at an organisation; a new secretary takes over the turns of the former."""
    team = _team(wie, team_id)
    aanstelling = (
        Aanstelling.objects.op(vandaag()).filter(gebruiker__email=email.strip().lower(), rol=Rol.EXPERT)
        .select_related("gebruiker", "organisatie").first()
    )  # fmt: skip
    if aanstelling is None:
        melding = "Geef deze persoon eerst de rol van expertteamlid bij de eigen organisatie."
        raise Geweigerd(melding, velden={"email": melding})
    if not deskundigheid.strip():
        raise Geweigerd("Vul de deskundigheid in.", velden={"deskundigheid": "Vul de deskundigheid in."})
    with transaction.atomic():
        vorige = team.leden.select_for_update().filter(is_secretaris=True, tot__isnull=True).first()
        if is_secretaris and vorige is not None:
            vorige.is_secretaris = False
            vorige.save(update_fields=["is_secretaris"])
        lid, _ = Teamlid.objects.update_or_create(
            team=team, gebruiker=aanstelling.gebruiker, tot=None,
            defaults={"organisatie": aanstelling.organisatie, "deskundigheid": deskundigheid.strip(),
                      "is_secretaris": is_secretaris},
            create_defaults={"organisatie": aanstelling.organisatie, "deskundigheid": deskundigheid.strip(),
                             "is_secretaris": is_secretaris, "van": vandaag()},
        )  # fmt: skip
        if is_secretaris and vorige is not None and vorige.pk != lid.pk:
            _draag_over(team, lid)
        leg_vast(wie, "teamlid.bewaard", soort="teamlid", onderwerp_id=lid.pk)
    return lid


def _draag_over(team: Expertteam, secretaris: Teamlid) -> None:
    """Give the open turns of the team to its new secretary."""
    sleutels = []
    for casus in team.casusvragen.filter(staat__in=Casusvraag.LOPEND):
        sleutels += [beurten.sleutel_stap(casus.stap_id), beurten.sleutel_casus(casus.pk, "screenen")]
    Beurt.objects.filter(sleutel__in=sleutels, staat=Beurt.Staat.OPEN).update(
        contact=secretaris.gebruiker, organisatie=secretaris.organisatie
    )


def beeindig_lid(wie: Wie, team_id: UUID, lid_id: UUID) -> Teamlid:
    """End a membership: from now on this person sees no case of the team. The secretary hands over first."""
    team = _team(wie, team_id)
    lid = team.leden.filter(pk=lid_id, tot__isnull=True).first()
    if lid is None:
        raise NietGevonden("Dit lid is er niet.")
    if lid.is_secretaris:
        raise Geweigerd("Dit is de secretaris. Wijs eerst een andere secretaris aan.")
    with transaction.atomic():
        lid.tot = max(vandaag() - timedelta(days=1), lid.van)
        lid.save(update_fields=["tot"])
        Aanwezige.objects.filter(lid=lid, zitting__op__gte=vandaag()).delete()
        lopend = team.casusvragen.filter(staat=Casusvraag.Staat.GEPLAND)
        laat_vervallen(*(beurten.sleutel_voorbereiden(casus, lid) for casus in lopend))
        leg_vast(wie, "teamlid.beeindigd", soort="teamlid", onderwerp_id=lid.pk)
    return lid


def _team(wie: Wie, team_id: UUID) -> Expertteam:
    team = teams(wie).select_related("organisatie").filter(pk=team_id).first()
    if team is None:
        raise NietGevonden("Dit team is er niet.")
    eis_secretaris(wie, team)
    return team
