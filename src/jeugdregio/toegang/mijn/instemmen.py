"""Saying yes or no to help on one's own page, taking a yes back, and who got something from the file."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery

from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.beschikkingen.models import Beschikking, Soort, Staat
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.mijn.gezinslid import Gezinslid
from jeugdregio.toegang.models import Toestemming
from jeugdregio.toegang.poort import TeStarten
from jeugdregio.toegang.toestemming.models import Deling, Doel, Herziening, Wijze
from jeugdregio.toegang.toestemming.oordeel import KIND, binding_van, gelezen, hoort_bij, namen_van
from jeugdregio.toegang.toestemming.queries import Vraag, vragen_van
from jeugdregio.toegang.toestemming.vastleggen import Uitleg, Voor, bewaar_intrekking, bewaar_toestemming


@dataclass(frozen=True)
class Instemming:
    """One help that runs or is asked: whether this person must agree, and what this person said last.

    `afgedaan` when the municipality refused it or closed its question: then nobody is asked any more.
    """

    vraag: Vraag
    gevraagd: bool
    eigen: Toestemming | None
    afgedaan: bool = False

    @property
    def ja(self) -> bool:
        """True when this person's last answer is a yes that stands."""
        return self.eigen is not None and self.eigen.antwoord == "ja" and self.eigen.ingetrokken_op is None

    @property
    def open(self) -> bool:
        """True when this person must agree and has not answered."""
        return self.gevraagd and self.eigen is None


def instemmingen(lid: Gezinslid) -> list[Instemming]:
    """Return every help of this child with this person's part in it. A fixed number of queries."""
    kind = gelezen(lid.kind)
    drager_id = lid.gezagsdrager.pk if lid.gezagsdrager else None
    naam = KIND if drager_id is None else namen_van(kind.gezagsdragers.all(), vandaag()).get(drager_id, "")
    eigen = [t for t in kind.toestemmingen.all() if t.gezagsdrager_id == drager_id]
    afgedaan = _afgedaan(lid)
    uit = []
    for vraag in vragen_van(kind, vandaag()):
        laatste = next((t for t in eigen if hoort_bij(binding_van(t), vraag.hulp)), None)
        klaar = not vraag.loopt and (vraag.hulp.hulpvraag_id in afgedaan or _verzoek_id(vraag.hulp) in afgedaan)
        uit.append(Instemming(vraag, naam in vraag.uitkomst.waarde.vereist and not klaar, laatste, klaar))
    return uit


def _verzoek_id(hulp: TeStarten) -> UUID | None:
    return hulp.verzoek.pk if hulp.verzoek else None


def _afgedaan(lid: Gezinslid) -> set[UUID | None]:
    """Return the questions, and their requests, that are closed or whose last decision is a refusal that was sent.

    A newer decision, also one in the making (after an objection), opens the question again.
    """
    besluiten = Beschikking.objects.filter(hulpvraag=OuterRef("pk")).exclude(staat=Staat.VERVALLEN)
    laatste = besluiten.order_by("-aangemaakt_op", "-kenmerk")
    vragen = Hulpvraag.objects.filter(kind=lid.kind).annotate(
        soort=Subquery(laatste.values("soort")[:1]), staat=Subquery(laatste.values("staat")[:1])
    )
    klaar = vragen.filter(Q(afgesloten_op__isnull=False) | Q(soort=Soort.WEIGERING, staat=Staat.VERZONDEN))
    return {deel for paar in klaar.values_list("pk", "verzoek_id") for deel in paar if deel}


def antwoord(lid: Gezinslid, keuze: str, ja_of_nee: str, *, uitleg_gehad: bool) -> Toestemming:
    """Keep the yes or no of this person to one help (`keuze` as `instemmingen` gives it).

    A yes needs an explanation first (Jeugdwet 7.3.2). Raises Geweigerd, NietGevonden for help of another child.
    """
    instemming = next((i for i in instemmingen(lid) if i.vraag.keuze == keuze), None)
    if instemming is None:
        raise NietGevonden("Deze vraag is er niet.")
    if ja_of_nee == "ja" and not uitleg_gehad:
        fout = "Heb je nog geen uitleg gehad? Bel dan eerst je contactpersoon. Een ja zonder uitleg telt niet."
        raise Geweigerd(fout, grondslag="Jeugdwet 7.3.2", velden={"uitleg_gehad": fout})
    hulp = instemming.vraag.hulp
    voor = Voor(
        doel=Doel.HULP, code=hulp.code, verzoek_id=hulp.verzoek.pk if hulp.verzoek else None,
        hulpvraag_id=None if hulp.verzoek else hulp.hulpvraag_id,
    )  # fmt: skip
    tekst = f"Gelezen op de eigen pagina: {instemming.vraag.titel}. Zegt uitleg te hebben gehad en die te begrijpen."
    if ja_of_nee == "nee":
        tekst = f"Gelezen op de eigen pagina: {instemming.vraag.titel}."
    uitleg = Uitleg(tekst=tekst, op=vandaag(), wijze=Wijze.BRIEF)
    return bewaar_toestemming(
        lid, lid.kind, lid.gezagsdrager, ja_of_nee, vandaag(), voor=voor, uitleg=uitleg, door=lid.gebruiker
    )


def trek_in(lid: Gezinslid, toestemming_id: UUID) -> Toestemming:
    """Take one's own yes back, from today. Raises NietGevonden for somebody else's."""
    eigen = Toestemming.objects.select_related("kind__gemeente").filter(
        pk=toestemming_id, kind=lid.kind, gezagsdrager=lid.gezagsdrager
    )  # fmt: skip
    gevonden = eigen.first()
    if gevonden is None:
        raise NietGevonden("Deze toestemming is er niet.")
    return bewaar_intrekking(lid, gevonden, vandaag())


def wordt_besproken(lid: Gezinslid) -> bool:
    """Return whether somebody has the turn to talk with the family: only about help that runs or was assigned."""
    return Herziening.objects.filter(kind=lid.kind, afgerond_op__isnull=True).exists()


def gedeeld(lid: Gezinslid) -> list[Deling]:
    """Return what of the file was shared with whom, newest first."""
    return list(Deling.objects.filter(kind=lid.kind).order_by("-op", "-vastgelegd_op"))
