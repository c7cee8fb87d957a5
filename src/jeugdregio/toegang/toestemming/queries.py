"""Reading the consent of one child: per help who must agree and who did, and what was shared. Logs the look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.maatregelen import geldend
from jeugdregio.toegang.models import (
    GevraagdeWijziging,
    Gezagsdrager,
    Kind,
    Maatregel,
    Toestemming,
    Verzoek,
    VerzoekRegel,
)
from jeugdregio.toegang.poort import TeStarten, hulp_van
from jeugdregio.toegang.toestemming.herzien import lopende_toewijzingen
from jeugdregio.toegang.toestemming.models import Afwijking, Deling, Herziening, Wilsoordeel
from jeugdregio.toegang.toestemming.oordeel import (
    binding_van,
    gelezen,
    oordeel_van,
    wilsoordeel_op,
)
from jeugdregio.toegang.toestemming.permissions import te_behandelen_kind
from jeugdregio.toegang.weergave import product, productnamen
from recht import Uitkomst
from recht.toestemming import volgende_grens

TOON = {"voldaan": "goed", "niet nodig": "goed", "uitzondering": "info", "ontbreekt": "let-op", "geweigerd": "gevaar"}


@dataclass(frozen=True)
class Persoon:
    """One person who must agree to a help, and the answer."""

    naam: str
    stand: str
    toon: str


@dataclass(frozen=True)
class Vraag:
    """One help that runs or is asked, with the judgement of today. `keuze` is what the form of an answer takes."""

    titel: str
    onder: str
    keuze: str
    hulp: TeStarten
    uitkomst: Uitkomst
    loopt: bool = False

    @property
    def toon(self) -> str:
        """The tone of the badge."""
        return TOON[self.uitkomst.waarde.status.value]

    @property
    def personen(self) -> tuple[Persoon, ...]:
        """Who must agree, in the order of the law."""
        oordeel = self.uitkomst.waarde
        standen = dict.fromkeys(oordeel.gegeven, ("ja", "goed"))
        standen |= dict.fromkeys(oordeel.geweigerd, ("nee", "gevaar"))
        return tuple(Persoon(wie, *standen.get(wie, ("nog niet gevraagd", "let-op"))) for wie in oordeel.vereist)


@dataclass(frozen=True)
class Overzicht:
    """All that is known about the consent of one child."""

    kind: Kind
    dragers: tuple[Gezagsdrager, ...]
    vragen: tuple[Vraag, ...]
    antwoorden: tuple[Toestemming, ...]
    afwijkingen: tuple[Afwijking, ...]
    wil: Wilsoordeel | None
    maatregelen: tuple[Maatregel, ...]
    herzieningen: tuple[Herziening, ...]
    delingen: tuple[Deling, ...]
    grens: date | None

    @property
    def te_herzien(self) -> tuple[Herziening, ...]:
        """Running help that must be talked about."""
        return tuple(h for h in self.herzieningen if h.afgerond_op is None)


def overzicht(wie: Wie, kind_id: UUID) -> Overzicht:
    """Return the consent of one child and log the look. Raises GeenRecht, NietGevonden."""
    kind = gelezen(te_behandelen_kind(wie, kind_id))
    leg_inzage_vast(wie, [kind.pk], scherm="toestemmingen", soort="kind", onderwerp_id=kind.pk)
    dag = vandaag()
    return Overzicht(
        kind=kind,
        dragers=tuple(kind.gezagsdragers.all()),
        vragen=vragen_van(kind, dag),
        antwoorden=tuple(kind.toestemmingen.all()),
        afwijkingen=tuple(kind.afwijkingen.select_related("vastgelegd_door")),
        wil=wilsoordeel_op(kind, dag),
        maatregelen=tuple(geldend(kind.maatregelen.all(), dag)),
        herzieningen=tuple(kind.herzieningen.select_related("toewijzing__aanbieder")),
        delingen=tuple(kind.delingen.select_related("gedeeld_door")),
        grens=volgende_grens(kind.geboortedatum, dag),
    )


def vragen_van(kind: Kind, dag: date) -> tuple[Vraag, ...]:
    """Return every help of a child (read with `gelezen`) that is asked or runs, judged on a day."""
    lopend = _lopend(kind, dag)
    paren = [*_gevraagd(kind), *_hulpvragen(kind), *lopend]
    loopt = {keuze_van(hulp) for _, _, hulp in lopend}
    namen = productnamen(hulp.code for _, _, hulp in paren)
    uniek: dict[str, Vraag] = {}
    for onder, categorie, hulp in paren:
        keuze = keuze_van(hulp)
        if keuze not in uniek:
            titel = product(hulp.code, categorie, namen) if hulp.code or categorie else "Alle hulp van deze hulpvraag"
            uniek[keuze] = Vraag(titel, onder, keuze, hulp, oordeel_van(kind, hulp, dag), keuze in loopt)
    return tuple(uniek.values())


def keuze_van(hulp: TeStarten) -> str:
    """Return the value a form uses for this help: "verzoek|<id>|45A04"."""
    if hulp.verzoek is not None:
        return f"verzoek|{hulp.verzoek.pk}|{hulp.code}"
    return f"hulpvraag|{hulp.hulpvraag_id or ''}|{hulp.code}"


def antwoord_waarvoor(antwoord: Toestemming) -> str:
    """Tell in words what an answer was for."""
    binding = binding_van(antwoord)
    if binding is None:
        return "Alle jeugdhulp (vastgelegd voordat doelen werden bijgehouden)"
    delen = [binding.get_doel_display()]
    vraag = binding.verzoek or binding.hulpvraag
    if binding.code:
        delen.append(binding.code)
    if vraag is not None:
        delen.append(vraag.kenmerk)
    if binding.wat:
        delen.append(f"{binding.wat} aan {binding.met_wie}" if binding.met_wie else binding.wat)
    return ", ".join(delen)


_Paar = tuple[str, str, TeStarten]


def _gevraagd(kind: Kind) -> Sequence[_Paar]:
    """What providers ask and was not refused, as long as it waits for an answer."""
    open_ = (VerzoekRegel.Staat.OPEN, VerzoekRegel.Staat.ONDERZOEK)
    nieuw = GevraagdeWijziging.objects.filter(
        verzoek__kind=kind, verzoek__regels__staat__in=open_, soort=GevraagdeWijziging.Soort.NIEUW
    ).select_related("verzoek__aanbieder")
    regels = (
        VerzoekRegel.objects.filter(
            verzoek__kind=kind, staat__in=open_, verzoek__soort=Verzoek.Soort.TOEWIJZING
        )
        .select_related("verzoek__aanbieder").order_by("verzoek__ontvangen_op", "code")
    )  # fmt: skip
    gevraagd: list[VerzoekRegel | GevraagdeWijziging] = [*regels, *nieuw]
    return [
        (f"Gevraagd door {r.verzoek.aanbieder}, {r.verzoek.kenmerk}", r.categorie, TeStarten(r.code, r.verzoek))
        for r in gevraagd
    ]


def _hulpvragen(kind: Kind) -> Sequence[_Paar]:
    vragen = Hulpvraag.objects.filter(kind=kind, afgesloten_op__isnull=True, verzoek__isnull=True)
    return [(f"{v.get_weg_display()}, {v.kenmerk}", "", TeStarten(hulpvraag_id=v.pk)) for v in vragen]


def _lopend(kind: Kind, dag: date) -> Sequence[_Paar]:
    return [
        (f"Toegewezen aan {t.aanbieder}, toewijzing {t.nummer}", t.categorie, hulp_van(t))
        for t in lopende_toewijzingen([kind], dag)
    ]
