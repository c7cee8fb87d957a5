"""What the family itself is asked now: an answer to help, a reaction to a report, an own plan, what it promised."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.mijn.gezinslid import Gezinslid
from jeugdregio.toegang.mijn.instemmen import instemmingen
from jeugdregio.toegang.mijn.plan import Planbeeld, plan_van, verslagen
from jeugdregio.toegang.plannen.models import Planactie


@dataclass(frozen=True)
class Gevraagd:
    """One thing we ask: in a sentence, where to do it, and until when."""

    zin: str
    adres: str
    uiterlijk: date | None = None

    @property
    def voorbij(self) -> bool:
        """True when its day has gone: then the page asks what stands in the way, and no longer "graag voor"."""
        return self.uiterlijk is not None and self.uiterlijk < vandaag()


def wat_we_vragen(lid: Gezinslid) -> list[Gevraagd]:
    """Return what this person can do now. A fixed number of queries."""
    sleutel = lid.toegang.pk
    uit = [
        Gevraagd(f"Ben je het eens met deze hulp? {i.vraag.titel}", reverse("mijn:antwoorden", args=[sleutel, n]))
        for n, i in enumerate(instemmingen(lid), 1) if i.open
    ]  # fmt: skip
    uit += [
        Gevraagd("Lees het verslag en zeg wat je ervan vindt.", reverse("mijn:verslag", args=[sleutel, v.onderzoek.pk]),
                 v.onderzoek.reactie_tot)
        for v in verslagen(lid) if v.mag_reageren
    ]  # fmt: skip
    beeld = plan_van(lid)
    return [*uit, *_van_plan(lid, beeld)] if beeld else uit


def _van_plan(lid: Gezinslid, beeld: Planbeeld) -> list[Gevraagd]:
    adres = reverse("mijn:plan", args=[lid.toegang.pk])
    if not beeld.plan.antwoord and beeld.plan.afgezien_op is None and beeld.versie is None:
        return [Gevraagd("Denk na of jullie zelf een plan willen maken. Vertel het je contactpersoon.", adres)]
    if beeld.versie is None:
        return []
    eigenaar = Planactie.Eigenaar.OUDERS if lid.gezagsdrager else Planactie.Eigenaar.JEUGDIGE
    acties = (a for doel in beeld.versie.doelen.all() for a in doel.acties.all())
    return [Gevraagd(a.wat, adres, a.uiterlijk) for a in acties if a.eigenaar == eigenaar and a.gedaan_op is None]
