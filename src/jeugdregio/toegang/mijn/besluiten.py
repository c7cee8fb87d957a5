"""The decisions and letters of the family, and objecting to them."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.beschikkingen.models import Beschikking, Soort, Staat
from jeugdregio.toegang.bezwaren.models import Beslissing, Bezwaar, Hoorzitting, Kanaal
from jeugdregio.toegang.bezwaren.ontvangen import Binnengekomen, registreer_bezwaar
from jeugdregio.toegang.mijn.gezinslid import Gezinslid

# What a decision says, in the words of the family; the register has its own.
IN_HET_KORT: dict[str, str] = {
    Soort.NATURA: "Er komt hulp van een aanbieder",
    Soort.PGB: "Er komt een budget om zelf hulp te regelen (pgb)",
    Soort.GEDEELTELIJK: "Een deel van de gevraagde hulp komt er",
    Soort.WEIGERING: "De gevraagde hulp komt er niet",
    Soort.WIJZIGING: "De hulp verandert",
    Soort.INTREKKING: "De hulp stopt",
    Soort.VOORTZETTING: "De hulp gaat door",
}


@dataclass(frozen=True)
class Brief:
    """A decision that was sent, with what this person objected, if anything."""

    besluit: Beschikking
    bezwaar: Bezwaar | None

    @property
    def in_het_kort(self) -> str:
        """What was decided, in the words of the family."""
        return IN_HET_KORT[self.besluit.soort]

    @property
    def kan_bezwaar(self) -> bool:
        """True while objecting is in time and this person did not do so yet."""
        tot = self.besluit.bezwaar_tot
        return self.bezwaar is None and tot is not None and vandaag() <= tot

    @property
    def beslissing(self) -> Beslissing | None:
        """What was decided on the objection; None until that was sent."""
        gevonden = getattr(self.bezwaar, "beslissing", None)
        return gevonden if gevonden is not None and gevonden.verzonden_op else None

    @property
    def kan_beroep(self) -> bool:
        """True while going to court is in time."""
        tot = self.beslissing.beroep_tot if self.beslissing else None
        return tot is not None and vandaag() <= tot

    @property
    def zitting(self) -> Hoorzitting | None:
        """The hearing that is still to come."""
        komend = self.bezwaar.zittingen.all() if self.bezwaar else ()
        return next((z for z in komend if not z.gehouden and not z.afgezegd and z.op >= vandaag()), None)

    @property
    def is_vervangen(self) -> bool:
        """True when a later decision took its place."""
        return any(later.staat == Staat.VERZONDEN for later in self.besluit.vervangen_door.all())


def brieven(lid: Gezinslid) -> list[Brief]:
    """Return the decisions that were sent about this child, newest first. At most four queries."""
    besluiten = _verzonden(lid).prefetch_related("vervangen_door").order_by("-verzonden_op", "-kenmerk")
    eigen = _eigen_bezwaren(lid).exclude(staat=Bezwaar.Staat.INGETROKKEN)
    lezen = eigen.select_related("beslissing").defer("beslissing__pdf").prefetch_related("zittingen")
    per_besluit = {b.beschikking_id: b for b in lezen}
    return [Brief(besluit, per_besluit.get(besluit.pk)) for besluit in besluiten]


def brief(lid: Gezinslid, beschikking_id: UUID) -> Brief:
    """Return one decision that was sent. Raises NietGevonden."""
    gevonden = next((b for b in brieven(lid) if b.besluit.pk == beschikking_id), None)
    if gevonden is None:
        raise NietGevonden("Deze brief is er niet.")
    return gevonden


def brief_pdf(lid: Gezinslid, beschikking_id: UUID) -> tuple[str, bytes]:
    """Return the letter as it was sent, with a name without personal data; logs the look. Raises NietGevonden."""
    besluit = _verzonden(lid).filter(pk=beschikking_id, brief__isnull=False).select_related("brief").first()
    if besluit is None:
        raise NietGevonden("Deze brief is er niet.")
    leg_inzage_vast(lid, [lid.kind.pk], scherm="mijn_brief", soort="beschikking", onderwerp_id=besluit.pk)
    return f"besluit-{besluit.kenmerk}.pdf", bytes(besluit.brief.pdf)


def beslissing_pdf(lid: Gezinslid, bezwaar_id: UUID) -> tuple[str, bytes]:
    """Return the letter with the decision on one's own objection; logs the look. Raises NietGevonden."""
    eigen = _eigen_bezwaren(lid).filter(pk=bezwaar_id, beslissing__verzonden_op__isnull=False)
    bezwaar = eigen.select_related("beslissing").first()
    if bezwaar is None:
        raise NietGevonden("Deze brief is er niet.")
    leg_inzage_vast(lid, [lid.kind.pk], scherm="mijn_beslissing", soort="bezwaar", onderwerp_id=bezwaar.pk)
    return f"beslissing-{bezwaar.kenmerk}.pdf", bytes(bezwaar.beslissing.pdf)


def maak_bezwaar(lid: Gezinslid, beschikking_id: UUID, gronden: str) -> Bezwaar:
    """Object to a decision, today. Late is possible too: somebody judges whether it may (Awb 6:11).

    Raises NietGevonden for a decision that is not of this child or not sent, Geweigerd without words or when this
    person objected already.
    """
    if not gronden.strip():
        fout = "Schrijf op waarom je het er niet mee eens bent. Een paar woorden is genoeg."
        raise Geweigerd(fout, grondslag="Awb 6:5 lid 1 onder d", velden={"gronden": fout})
    besluit = (
        _verzonden(lid).select_related("kind__gemeente", "gemeente", "hulpvraag").filter(pk=beschikking_id).first()
    )
    if besluit is None:
        raise NietGevonden("Deze brief is er niet.")
    drager = lid.gezagsdrager
    binnen = Binnengekomen(
        kanaal=Kanaal.PAGINA, ontvangen_op=vandaag(), gronden=gronden, gezagsdrager_id=drager.pk if drager else None
    )
    return registreer_bezwaar(lid, besluit, binnen)


def _eigen_bezwaren(lid: Gezinslid) -> QuerySet[Bezwaar]:
    return Bezwaar.objects.filter(kind=lid.kind, gezagsdrager=lid.gezagsdrager, indiener="")


def _verzonden(lid: Gezinslid) -> QuerySet[Beschikking]:
    return Beschikking.objects.filter(kind=lid.kind, staat=Staat.VERZONDEN)
