"""Keeping the division of roles of a municipality: dated, with its source, and its gaps."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from jeugdregio.afspraken.geldt import Antwoord, wat_geldt
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import rond_af
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.models import Casusrol, Hulpvraag, Rolhouder, Rolverdeling, Weg
from jeugdregio.toegang.hulpvragen.permissions import eis_verdeling, leest_verdeling
from jeugdregio.toegang.hulpvragen.rollen import TE_VERDELEN, nodige_rollen, sleutel_gat

# The question of the agreements that says who directs a case; the division names the organisation that does it here.
VRAAG = "casusregie"


@dataclass(frozen=True)
class Cel:
    """What was agreed for one road and role; `rij` is None for a gap, `nodig` False where the law gave it away."""

    weg: str
    rol: Casusrol
    rij: Rolverdeling | None
    nodig: bool

    @property
    def gat(self) -> bool:
        """True when the role must be divided here and nobody has it."""
        return self.nodig and (self.rij is None or self.rij.organisatie_id is None)


@dataclass(frozen=True)
class Verdelingsbeeld:
    """The division of one municipality: a row per road, what holds by norm, and what was agreed before."""

    gemeente: Organisatie
    rijen: tuple[tuple[Weg, tuple[Cel, ...]], ...]
    norm: Antwoord
    gaten: int
    eerder: tuple[Rolverdeling, ...]


def eigen_gemeente(wie: Wie) -> Organisatie:
    """Return the municipality this person works for. Raises NietGevonden when there is none."""
    if not leest_verdeling(wie):
        raise NietGevonden("Je organisatie heeft geen rolverdeling.")
    return wie.organisatie.hoort_bij if wie.organisatie.soort == Soort.UITVOERDER else wie.organisatie  # type: ignore[return-value]


def verdelingsbeeld(wie: Wie) -> Verdelingsbeeld:
    """Return the division of roles of one's own municipality as it holds today, with its gaps."""
    gemeente = eigen_gemeente(wie)
    alle = list(Rolverdeling.objects.filter(gemeente=gemeente).select_related("organisatie"))
    nu = {(rij.weg, rij.rol): rij for rij in alle if rij.geldt_op(vandaag())}
    rijen = tuple((weg, tuple(_cel(nu, weg, rol) for rol in TE_VERDELEN)) for weg in Weg)
    return Verdelingsbeeld(
        gemeente, rijen, wat_geldt(VRAAG, gemeente, vandaag()), sum(cel.gat for _, cellen in rijen for cel in cellen),
        tuple(rij for rij in alle if rij.tot is not None and rij.tot < vandaag()),
    )  # fmt: skip


def _cel(nu: dict[tuple[str, str], Rolverdeling], weg: Weg, rol: Casusrol) -> Cel:
    return Cel(weg, rol, nu.get((weg, rol)) or nu.get(("", rol)), rol in nodige_rollen(weg))


def kan_verdeeld(gemeente: Organisatie) -> QuerySet[Organisatie]:
    """Return who can be given a role: the municipality, what works for it, and partners of the region."""
    return Organisatie.objects.filter(
        Q(pk=gemeente.pk) | Q(hoort_bij=gemeente, soort=Soort.UITVOERDER) | Q(soort__in=(Soort.GI, Soort.VEILIG_THUIS))
    ).order_by("naam")


@transaction.atomic
def bewaar_verdeling(
    wie: Wie, rol: str, weg: str, organisatie_id: UUID | None, *, bron: str, van: date | None = None
) -> Rolverdeling:
    """Agree who holds a role from a day; what held before ends the day before. Open questions keep their holder.

    Raises Geweigerd for an unknown role or road, an organisation that cannot hold it, no source, or a day before the
    row that holds now.
    """
    eis_verdeling(wie)
    gemeente, vanaf = wie.organisatie, van or vandaag()
    organisatie = kan_verdeeld(gemeente).filter(pk=organisatie_id).first() if organisatie_id else None
    vorige = Rolverdeling.objects.filter(gemeente=gemeente, weg=weg, rol=rol, tot__isnull=True).first()
    fouten = _fouten(rol, weg, bron)
    if organisatie_id and organisatie is None:
        fouten["organisatie"] = "Kies een organisatie die hier een rol kan hebben."
    if vorige is not None and vanaf < vorige.van:
        fouten["van"] = "Kies een dag na het begin van wat nu geldt."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), velden=fouten)
    if vorige is not None:
        _beeindig(vorige, vanaf)
    rij = Rolverdeling.objects.create(
        gemeente=gemeente, weg=weg, rol=rol, organisatie=organisatie, bron=bron.strip()[:300], van=vanaf
    )
    leg_vast(wie, "rolverdeling.bewaard", soort="rolverdeling", onderwerp_id=rij.pk,
             gegevens={"rol": rol, "weg": weg})  # fmt: skip
    if organisatie is not None:
        rond_af(*(sleutel_gat(gemeente.pk, w, rol) for w in ([weg] if weg else Weg.values)))
        vul_gaten(gemeente, weg, rol, organisatie)
    return rij


def vul_gaten(gemeente: Organisatie, weg: str, rol: str, organisatie: Organisatie) -> int:
    """Give open questions on which nobody holds the role its holder; those that have one keep it."""
    wegen = [w for w in ([weg] if weg else Weg.values) if rol in nodige_rollen(w)]
    zonder = Hulpvraag.objects.filter(gemeente=gemeente, weg__in=wegen, afgesloten_op__isnull=True).exclude(
        rolhouders__in=Rolhouder.objects.filter(rol=rol, tot__isnull=True)
    )
    nieuw = [Rolhouder(hulpvraag_id=pk, rol=rol, organisatie=organisatie, van=vandaag())
             for pk in zonder.values_list("pk", flat=True)]  # fmt: skip
    return len(Rolhouder.objects.bulk_create(nieuw, batch_size=500))


def _fouten(rol: str, weg: str, bron: str) -> dict[str, str]:
    fouten = {}
    if rol not in TE_VERDELEN:
        fouten["rol"] = "Kies een rol die de gemeente verdeelt."
    if weg and weg not in Weg.values:
        fouten["weg"] = "Kies een weg, of alle wegen."
    if not bron.strip():
        fouten["bron"] = "Vul in waar dit is afgesproken, bijvoorbeeld: werkafspraak van 4 maart 2026."
    return fouten


def _beeindig(vorige: Rolverdeling, vanaf: date) -> None:
    if vorige.van >= vanaf:
        vorige.delete()
        return
    vorige.tot = vanaf - timedelta(days=1)
    vorige.save(update_fields=["tot"])
