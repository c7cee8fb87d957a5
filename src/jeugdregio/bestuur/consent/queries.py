"""Reading proposals. What is sealed is never read here, except one's own position."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent import escaleren, handelingen
from jeugdregio.bestuur.consent.beurten import open_ronde
from jeugdregio.bestuur.consent.evalueren import zorgen_van_consent
from jeugdregio.bestuur.consent.handelingen import Handeling
from jeugdregio.bestuur.consent.inbrengen import vroegste_bijeenkomst
from jeugdregio.bestuur.consent.instellingen import STANDAARD, STANDAARD_BRON, Waarde
from jeugdregio.bestuur.consent.models import (
    Bekrachtiging,
    Bezwaar,
    Escalatie,
    Evaluatie,
    Keuze,
    Mandaat,
    Meting,
    Plaatsvervanging,
    Principe,
    Ronde,
    Spelregel,
    Staat,
    Versie,
    Voorstel,
    Vraag,
    Zorg,
)  # fmt: skip
from jeugdregio.bestuur.consent.permissions import (
    dossiers,
    mag_afspreken,
    mag_inbrengen,
    mag_voorstellen_zien,
    uitkomsten,
)
from jeugdregio.bestuur.consent.standpunten import lees, ontbrekend
from jeugdregio.beurten.models import Beurt
from jeugdregio.beurten.permissions import eigen_beurten
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie
from recht.uitkomst import Uitkomst

GESLOTEN = (Staat.BEEINDIGD, Staat.INGETROKKEN)


@dataclass(frozen=True)
class Lijst:
    """The first page: what waits for me, what runs, what holds, what ended."""

    beurten: list[Beurt]
    lopend: list[Voorstel]
    van_kracht: list[Voorstel]
    gesloten: list[Voorstel]
    mag_inbrengen: bool
    mag_lezen: bool

    @property
    def leeg(self) -> bool:
        """Tell whether there is nothing at all."""
        return not (self.beurten or self.lopend or self.van_kracht or self.gesloten)


def lijst(wie: Wie) -> Lijst:
    """Return the proposals this person may read, and what they wait for."""
    gevonden = {v.pk: v for v in dossiers(wie).select_related("inbrenger_organisatie")}
    gevonden |= {v.pk: v for v in uitkomsten(wie).select_related("inbrenger_organisatie")}
    alle = sorted(gevonden.values(), key=lambda v: v.gemaakt_op, reverse=True)
    beurten = eigen_beurten(wie).filter(staat=Beurt.Staat.OPEN, sleutel__startswith="consent:")
    return Lijst(
        beurten=list(beurten.select_related("organisatie").order_by("uiterlijk", "id")),
        lopend=[v for v in alle if v.staat not in (*GESLOTEN, Staat.VAN_KRACHT)],
        van_kracht=[v for v in alle if v.staat == Staat.VAN_KRACHT],
        gesloten=[v for v in alle if v.staat in GESLOTEN],
        mag_inbrengen=mag_inbrengen(wie),
        mag_lezen=mag_voorstellen_zien(wie),
    )


def voorstel(wie: Wie, voorstel_id: UUID) -> Voorstel:
    """Return one proposal of which this person may read everything; NietGevonden for anybody else."""
    gevonden = dossiers(wie).select_related("inbrenger", "inbrenger_organisatie", "aangehouden_wie")
    eerste = gevonden.filter(pk=voorstel_id).first()
    if eerste is None:
        raise NietGevonden("Dit voorstel is er niet.")
    return eerste


@dataclass(frozen=True)
class RondeBeeld:
    """The open round as this person may see it: what I said, and (only for the chair) who must still speak."""

    ronde: Ronde
    eigen: dict[str, Any] | None
    vastgelegd: list[str]
    ontbreekt: list[str] | None


def ronde_beeld(wie: Wie, v: Voorstel) -> RondeBeeld | None:
    """Return the open round; nobody reads the position of another, and only the chair sees who is missing."""
    ronde = open_ronde(v)
    if ronde is None:
        return None
    eigen = ronde.standpunten.filter(gemeente=wie.organisatie).first() if wie.heeft(Rol.WETHOUDER) else None
    zelf = ronde.standpunten.filter(door=wie.gebruiker, namens=True).select_related("gemeente")
    ontbreekt = [g.naam for g in ontbrekend(v, ronde)] if wie.heeft(Rol.VOORZITTER) else None
    return RondeBeeld(ronde, _in_woorden(lees(eigen)) if eigen else None, [s.gemeente.naam for s in zelf], ontbreekt)


def _in_woorden(inhoud: dict[str, Any]) -> dict[str, Any]:
    uit = {"Standpunt": Keuze(inhoud["keuze"]).label, "Mandaat": Mandaat(inhoud["mandaat"]).label}
    if "zorg" in inhoud:
        uit |= {"Zorg": inhoud["zorg"]["tekst"], "Waaraan we het zien": inhoud["zorg"]["criterium"]}
    if "bezwaar" in inhoud:
        uit |= {"Schade": inhoud["bezwaar"]["schade"], "Wie het raakt": inhoud["bezwaar"]["wie_raakt"]}
    return uit


@dataclass(frozen=True)
class MandaatRegel:
    """The mandate behind a position, after the round: who spoke for a municipality, and on what paper."""

    gemeente: str
    mandaat: str
    toelichting: str
    namens: str


@dataclass(frozen=True)
class Beeld:
    """The whole page of a proposal."""

    voorstel: Voorstel
    versies: list[Versie]
    handelingen: list[Handeling]
    vroegste: Uitkomst | None
    vragen: list[tuple[Vraag, list[Handeling]]]
    ronde: RondeBeeld | None
    bezwaren: list[tuple[Bezwaar, list[Handeling]]]
    zorgen: list[Zorg]
    mandaten: list[MandaatRegel]
    bekrachtigingen: list[tuple[Bekrachtiging, list[Handeling]]]
    evaluatie: Evaluatie | None
    metingen: list[tuple[str, list[tuple[str, str, str]]]]
    escalatie: Escalatie | None
    opschalen: str

    @property
    def kan_bij_onderdeel(self) -> bool:
        """Tell whether this person can do something with a question, an objection or a ratification."""
        onderdelen: list[tuple[Any, list[Handeling]]] = [*self.vragen, *self.bezwaren, *self.bekrachtigingen]
        return any(daden for _, daden in onderdelen)

    @property
    def versie(self) -> Versie:
        """The newest text."""
        return self.versies[-1]


def beeld(wie: Wie, voorstel_id: UUID) -> Beeld:
    """Return everything of one proposal that this person may read, and what can be done now."""
    v = voorstel(wie, voorstel_id)
    bezwaren = v.bezwaren.select_related("gemeente", "ronde")
    besluiten = v.bekrachtigingen.select_related("gemeente", "versie").order_by("-versie__nummer", "gemeente__naam")
    evaluatie = v.evaluaties.order_by("-nummer").first()
    return Beeld(
        voorstel=v, versies=list(v.versies.all()), handelingen=handelingen.mogelijk(wie, v),
        vroegste=vroegste_bijeenkomst(v.stukken_verzonden_op) if v.stukken_verzonden_op else None,
        vragen=[(vraag, handelingen.mogelijk_bij(wie, v, vraag)) for vraag in v.vragen.select_related("organisatie")],
        ronde=ronde_beeld(wie, v),
        bezwaren=[(bezwaar, handelingen.mogelijk_bij(wie, v, bezwaar)) for bezwaar in bezwaren],
        zorgen=_zorgen(v), mandaten=_mandaten(v),
        bekrachtigingen=[(rij, handelingen.mogelijk_bij(wie, v, rij)) for rij in besluiten],
        evaluatie=evaluatie, metingen=_metingen(v, evaluatie), escalatie=escaleren.lopende_escalatie(v),
        opschalen=escaleren.mag_opschalen(v)[1] if v.staat == Staat.INTEGRATIE else "",
    )  # fmt: skip


def _zorgen(v: Voorstel) -> list[Zorg]:
    """The concerns of the consent, or else of the last round that was opened up."""
    if gevonden := zorgen_van_consent(v):
        return gevonden
    ronde = v.rondes.filter(uitkomst=Ronde.Uitkomst.BEZWAAR).order_by("-nummer").first()
    return list(ronde.zorgen.select_related("gemeente")) if ronde else []


def _mandaten(v: Voorstel) -> list[MandaatRegel]:
    """The mandates of the last consent. What each one said is not beside it: nobody is counted."""
    ronde = v.rondes.filter(uitkomst=Ronde.Uitkomst.CONSENT).order_by("-nummer").first()
    if ronde is None:
        return []
    regels = []
    for s in ronde.standpunten.select_related("gemeente", "door", "plaatsvervanging"):
        namens = f"Vastgelegd namens {s.gemeente.naam} door {s.door.naam}" if s.namens else ""
        if s.plaatsvervanging:
            namens += f", op grond van {s.plaatsvervanging.stuk}"
        regels.append(MandaatRegel(s.gemeente.naam, s.get_mandaat_display(), s.mandaat_toelichting, namens))
    return regels


def _metingen(v: Voorstel, evaluatie: Evaluatie | None) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Per figure the rows (area, at the start, now); the start alone as long as there is no review."""
    start: dict[tuple[str, UUID | None], Meting] = {}
    nu: dict[tuple[str, UUID | None], Meting] = {}
    for meting in v.metingen.select_related("gemeente"):
        doel = (
            start if meting.evaluatie_id is None else nu if evaluatie and meting.evaluatie_id == evaluatie.pk else None
        )
        if doel is not None:
            doel[meting.cijfer, meting.gemeente_id] = meting
    uit: dict[str, list[tuple[str, str, str]]] = {}
    for sleutel, meting in (start | nu).items():
        gebied = meting.gemeente.naam if meting.gemeente else "Hele regio"
        bij, straks = start.get(sleutel), nu.get(sleutel)
        rij = (gebied, bij.tekst if bij else "–", straks.tekst if straks else "–")
        uit.setdefault(f"{meting.naam} ({meting.bron})", []).append(rij)
    return [(naam, sorted(rijen, key=lambda rij: (rij[0] == "Hele regio", rij[0]))) for naam, rijen in uit.items()]


def uitkomst(wie: Wie, voorstel_id: UUID) -> Voorstel:
    """Return a decision that this person may read, without how it came about."""
    gevonden = uitkomsten(wie).select_related("inbrenger_organisatie").filter(pk=voorstel_id).first()
    if gevonden is None:
        raise NietGevonden("Dit voorstel is er niet.")
    return gevonden


def vervangingen(wie: Wie) -> Sequence[Plaatsvervanging]:
    """Return who may replace whom: of the own municipality, or all for the secretary."""
    alle = Plaatsvervanging.objects.select_related("gemeente", "vervanger").order_by("-van")
    return list(alle if wie.heeft(Rol.SECRETARIS) else alle.filter(gemeente=wie.organisatie))


@dataclass(frozen=True)
class Regelbeeld:
    """One number of the procedure: what holds today, and the other rows."""

    naam: str
    geldt: Waarde
    andere: list[Spelregel]


@dataclass(frozen=True)
class Afspraken:
    """What the region agreed about deciding itself."""

    regels: list[Regelbeeld]
    principes: list[Principe]
    mag_afspreken: bool


def afspraken_over_besluiten(wie: Wie) -> Afspraken:
    """Return the numbers and principles; they are no secret for who may open the list. Two queries."""
    if not mag_voorstellen_zien(wie):
        return Afspraken([], [], mag_afspreken=False)
    rijen = list(Spelregel.objects.order_by("van"))
    regels = []
    for code, standaard in STANDAARD.items():
        eigen = [rij for rij in rijen if rij.code == code]
        geldig = [rij for rij in eigen if rij.geldt_op(vandaag())]
        waarde = Waarde(geldig[-1].waarde, geldig[-1].bron) if geldig else Waarde(standaard.waarde, STANDAARD_BRON)
        regels.append(Regelbeeld(standaard.naam, waarde, [rij for rij in eigen if rij not in geldig[-1:]]))
    return Afspraken(regels, list(Principe.objects.order_by("tot", "van", "tekst")), mag_afspreken=mag_afspreken(wie))
