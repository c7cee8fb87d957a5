"""Gathering the pack from the rooms that know: contacts, mandates, proposals, promises, disputes, what holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jeugdregio.afspraken import queries as afspraken
from jeugdregio.afspraken.wegen import Antwoord
from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent import queries as consent
from jeugdregio.bestuur.consent.models import Voorstel
from jeugdregio.bestuur.mandaten import queries as mandaten
from jeugdregio.bestuur.mandaten.models import Betwisting
from jeugdregio.bestuur.mandaten.permissions import zichtbaar
from jeugdregio.bestuur.toezeggingen import queries as toezeggingen
from jeugdregio.beurten.models import Beurt
from jeugdregio.leren.startpakket.handvest import Rolregel, handvest
from jeugdregio.leren.startpakket.models import Prioriteit
from jeugdregio.leren.startpakket.permissions import gemeente_voor, mag_lezen, mag_prioriteiten
from jeugdregio.organisaties import queries as organisaties
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.wie import Wie


@dataclass(frozen=True, slots=True)
class Geldt:
    """What holds here on one question: the answer, the source, and whether it differs or is disputed."""

    code: str
    vraag: str
    antwoord: Antwoord
    verschilt: bool

    @property
    def bron(self) -> str:
        """Where it rests on."""
        return self.antwoord.norm.bron if self.antwoord.norm else "geen norm"

    @property
    def waarom(self) -> str:
        """Why it is the answer, from the steps of the weighing."""
        return " ".join(self.antwoord.stappen)


@dataclass(frozen=True, slots=True)
class Pakket:
    """Everything a new alderman of one municipality begins with, as this reader may see it."""

    gemeente: Organisatie
    op: date
    mag_prioriteiten: bool
    contacten: Sequence[organisaties.Contactregel]
    mandaten: Sequence[mandaten.Rij]
    beurten: Sequence[Beurt]
    voorstellen: Sequence[Voorstel]
    toezeggingen: Sequence[toezeggingen.Regel]
    betwistingen: Sequence[Betwisting]
    geldt: Sequence[Geldt]
    nu: Sequence[Prioriteit]
    later: Sequence[Prioriteit]
    handvest: Sequence[Rolregel]


def pakket(wie: Wie, code: str = "") -> Pakket:
    """Return the pack of a municipality. Raises GeenRecht, NietGevonden."""
    if not mag_lezen(wie):
        raise GeenRecht("Het startpakket is voor wie het college of het regiokantoor helpt.")
    gemeente, dag = gemeente_voor(wie, code), vandaag()
    voorstellen = consent.lijst(wie)
    stukken = toezeggingen.lijst(wie, toezeggingen.Zeef(gemeente=gemeente.code or "", stand="open"))
    prioriteiten = list(Prioriteit.objects.filter(gemeente=gemeente))
    betwist = (
        Betwisting.objects.op(dag).filter(mandaat__in=zichtbaar(wie)).select_related("mandaat", "door", "gemeente")
    )
    return Pakket(
        gemeente=gemeente,
        op=dag,
        mag_prioriteiten=mag_prioriteiten(wie, gemeente),
        contacten=_contacten(wie, gemeente),
        mandaten=mandaten.lijst(wie, dag, gemeente=str(gemeente.pk)),
        beurten=voorstellen.beurten,
        voorstellen=voorstellen.lopend,
        toezeggingen=toezeggingen.als_regels(list(stukken)),
        betwistingen=[b for b in betwist if not b.afloop and b.gemeente_id in {None, gemeente.pk}],
        geldt=_geldt(wie, gemeente, dag),
        nu=[p for p in prioriteiten if p.wanneer == Prioriteit.Wanneer.NU],
        later=[p for p in prioriteiten if p.wanneer == Prioriteit.Wanneer.LATER],
        handvest=handvest(dag),
    )


def _contacten(wie: Wie, gemeente: Organisatie) -> list[organisaties.Contactregel]:
    """Whom to call in the own municipality, and at the organisations that work for all."""
    samen = {Soort.REGIOKANTOOR, Soort.VEILIG_THUIS, Soort.RVDK, Soort.GI}
    return [
        regel
        for regel in organisaties.contacten(wie)
        if gemeente.pk in {regel.punt.organisatie_id, regel.punt.organisatie.hoort_bij_id}
        or (regel.punt.organisatie.soort in samen and regel.punt.voor_id in {None, gemeente.pk})
    ]


def _geldt(wie: Wie, gemeente: Organisatie, dag: date) -> list[Geldt]:
    return [
        Geldt(vraag.code, vraag.tekst, dict(vraag.antwoorden)[gemeente], vraag.verschilt)
        for vraag in afspraken.kaart(wie, dag)
        if gemeente in dict(vraag.antwoorden)
    ]
