"""The turns around a proposal, worked out anew from where it stands: none can be forgotten or stay behind.

`gewenst` says who is to act now; `werk_beurten_bij` opens what is missing and closes what is no longer needed.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID

from django.urls import reverse

from jeugdregio.basis import klok
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.instellingen import REACTIE_WERKDAGEN, geldt
from jeugdregio.bestuur.consent.models import Bekrachtiging, Bezwaar, Ronde, Staat, Voorstel
from jeugdregio.bestuur.consent.permissions import INBRENGERS, deelnemers_op
from jeugdregio.beurten.actions import NieuweBeurt, heropen, open_beurten, rond_af
from jeugdregio.beurten.models import VERZEGELD, Beurt
from jeugdregio.organisaties.models import Aanstelling, Organisatie, Rol, Soort
from recht.datum import datum_kort
from recht.kalender import werkdagen_erbij

GRONDSLAG = "Werkwijze consent van de regio"


@dataclass
class _Schrijver:
    """Writes the turns of one proposal as it stands now. Those that exist (`bekend`) keep their words and term."""

    voorstel: Voorstel
    bekend: Collection[str] = ()
    nieuw: list[NieuweBeurt] = field(default_factory=list)
    sleutels: set[str] = field(default_factory=set)

    @cached_property
    def regiokantoor(self) -> Organisatie | None:
        return Organisatie.objects.filter(soort=Soort.REGIOKANTOOR).order_by("naam").first()

    @cached_property
    def reactietijd(self) -> tuple[date, list[str]]:
        """The day by which an answer is expected that has no other term, explained."""
        regel = geldt(REACTIE_WERKDAGEN, vandaag())
        laatste = self.voorstel.overgangen.order_by("-stap").first()
        sinds = laatste.op.date() if laatste else vandaag()
        dag = werkdagen_erbij(sinds, regel.waarde)
        return dag, [
            f"De fase begon op {datum_kort(sinds)}.",
            f"Daarna zijn er {regel.waarde} werkdagen om te reageren: tot en met {datum_kort(dag)}.",
            f"Bron: {regel.bron}",
        ]

    def voeg_toe(
        self, soort: str, titel: str, organisatie: Organisatie | None, rol: str, handeling: str, *,
        onderdeel: str = "", uiterlijk: date | None = None, tekst: str = "", contact: bool = False,
        grondslag: str = GRONDSLAG,
    ) -> None:  # fmt: skip
        """Write down one turn. Without organisation (no regional office yet) there is nobody to ask."""
        if organisatie is None:
            return
        v = self.voorstel
        sleutel = f"consent:{v.pk.hex}:{v.stap}:{soort}:{onderdeel}"
        self.sleutels.add(sleutel)
        if sleutel in self.bekend:
            return
        dag, uitleg = (uiterlijk, []) if uiterlijk else self.reactietijd
        self.nieuw.append(
            NieuweBeurt(
                sleutel=sleutel, soort=soort, titel=titel,
                organisatie=organisatie, rol=rol, begon_op=vandaag(), uiterlijk=dag, uitleg=uitleg,
                grondslag=grondslag, handeling=handeling, pad=reverse("consent:voorstel", args=[v.pk]),
                aanduiding=v.titel, tekst=tekst, contact=v.inbrenger if contact else None,
                escalatie="De technisch voorzitter",
            )
        )  # fmt: skip

    def inbrenger(self, soort: str, titel: str, handeling: str, *, tekst: str = "", onderdeel: str = "") -> None:
        """Write down a turn for who brought it in."""
        v = self.voorstel
        self.voeg_toe(
            soort, titel, v.inbrenger_organisatie, _rol_inbrenger(v), handeling, tekst=tekst, contact=True,
            onderdeel=onderdeel,
        )  # fmt: skip

    def kantoor(self, rol: str, soort: str, titel: str, handeling: str, *, uiterlijk: date | None = None,
                tekst: str = "", onderdeel: str = "") -> None:  # fmt: skip
        """Write down a turn for a role at the regional office."""
        self.voeg_toe(
            soort, titel, self.regiokantoor, rol, handeling, uiterlijk=uiterlijk, tekst=tekst, onderdeel=onderdeel
        )

    def delegaties(self, soort: str, titel: str, handeling: str, behalve: set[object], *,
                   uiterlijk: date | None = None) -> None:  # fmt: skip
        """Write down a turn for the delegate of each participating municipality, except some."""
        for gemeente in deelnemers_op(self.voorstel, vandaag()):
            if gemeente.pk not in behalve:
                self.voeg_toe(
                    soort, titel, gemeente, Rol.WETHOUDER, handeling, onderdeel=gemeente.pk.hex, uiterlijk=uiterlijk
                )


def _rol_inbrenger(voorstel: Voorstel) -> str:
    rollen = set(
        Aanstelling.objects.op(vandaag())
        .filter(gebruiker_id=voorstel.inbrenger_id, organisatie_id=voorstel.inbrenger_organisatie_id)
        .values_list("rol", flat=True)
    )
    return next((rol for rol in INBRENGERS if rol in rollen), INBRENGERS[0])


def _concept(s: _Schrijver) -> None:
    s.inbrenger("voorstel_indienen", "Voorstel afmaken en indienen", "Afmaken")


def _intake(s: _Schrijver) -> None:
    if s.voorstel.stukken_verzonden_op is None:
        s.kantoor(Rol.SECRETARIS, "voorstel_intake", "Intake doen en stukken versturen", "Bekijken")
    else:
        s.kantoor(Rol.VOORZITTER, "voorstel_agenderen", "Voorstel agenderen", "Agenderen")


def _beeldvorming(s: _Schrijver) -> None:
    dag = s.voorstel.bijeenkomst_op
    s.delegaties("voorstel_lezen", "Stukken lezen en vragen stellen", "Lezen", set(), uiterlijk=dag)
    open_ = s.voorstel.vragen.filter(antwoord="", geparkeerd="").count()
    if open_:
        s.inbrenger("voorstel_vragen", "Vragen over je voorstel beantwoorden", "Beantwoorden")
    s.kantoor(Rol.VOORZITTER, "voorstel_beeld_sluiten", "Beeldvorming afronden", "Bekijken", uiterlijk=dag)


def _meningsvorming(s: _Schrijver) -> None:
    gegeven: set[object] = set(s.voorstel.reacties.values_list("gemeente_id", flat=True))
    s.delegaties(
        "voorstel_reactie", "Reactie op een voorstel geven", "Reageren", gegeven | {s.voorstel.inbrenger_organisatie_id}
    )


def _bijstelling(s: _Schrijver) -> None:
    s.inbrenger("voorstel_bijstellen", "Voorstel bijstellen en voorleggen", "Bijstellen")


def _standpunten(s: _Schrijver) -> None:
    ronde = open_ronde(s.voorstel)
    if ronde is None:
        return
    gesproken: set[object] = set(ronde.standpunten.values_list("gemeente_id", flat=True))
    s.delegaties(VERZEGELD + "standpunt", "Standpunt innemen", "Standpunt innemen", gesproken)
    s.kantoor(Rol.VOORZITTER, "consent_ronde", "Ronde bewaken", "Bekijken", onderdeel=ronde.pk.hex)


def _toetsing(s: _Schrijver) -> None:
    for bezwaar in s.voorstel.bezwaren.filter(staat=Bezwaar.Staat.INGEDIEND).select_related("gemeente"):
        if bezwaar.redenering_klopt is None:
            s.kantoor(
                Rol.BEGELEIDER, "bezwaar_toetsen", "Bezwaar toetsen", "Toetsen", onderdeel=bezwaar.pk.hex,
                tekst=f"Bezwaar van {bezwaar.gemeente.naam}",
            )  # fmt: skip
        else:
            s.voeg_toe(
                "bezwaar_bevinding", "Reageren op de toets van je bezwaar", bezwaar.gemeente, Rol.WETHOUDER,
                "Reageren", onderdeel=bezwaar.pk.hex,
            )  # fmt: skip
    if not s.voorstel.bezwaren.filter(staat=Bezwaar.Staat.INGEDIEND).exists():
        s.kantoor(Rol.BEGELEIDER, "toetsing_afronden", "Toetsing afronden", "Afronden")


def _integratie(s: _Schrijver) -> None:
    bezwaar = s.voorstel.bezwaren.filter(staat=Bezwaar.Staat.IN_INTEGRATIE).select_related("gemeente").first()
    if bezwaar is None:
        return
    if not bezwaar.wijziging:
        s.inbrenger(
            "bezwaar_herstellen", "Herstel voorstellen voor een bezwaar", "Herstel voorstellen",
            tekst=f"Bezwaar van {bezwaar.gemeente.naam}", onderdeel=bezwaar.pk.hex,
        )  # fmt: skip
        return
    if not bezwaar.akkoord_indiener_op:
        s.voeg_toe(
            "herstel_indiener", "Bevestigen dat je bezwaar is hersteld", bezwaar.gemeente, Rol.WETHOUDER, "Bekijken",
            onderdeel=bezwaar.pk.hex,
        )  # fmt: skip
    if not bezwaar.akkoord_inbrenger_op:
        s.inbrenger("herstel_inbrenger", "Herstel van een bezwaar bevestigen", "Bekijken", onderdeel=bezwaar.pk.hex)


def _aangehouden(s: _Schrijver) -> None:
    v = s.voorstel
    wie = v.aangehouden_wie
    if wie is None or wie.soort == Soort.REGIOKANTOOR:
        s.kantoor(
            Rol.SECRETARIS, "aangehouden", "Uitzoeken wat nodig is voor het herstel", "Bekijken",
            uiterlijk=v.terug_op, tekst=v.aangehouden_wat,
        )  # fmt: skip
    else:
        s.voeg_toe(
            "aangehouden", "Uitzoeken wat nodig is voor het herstel", wie, Rol.WETHOUDER, "Bekijken",
            uiterlijk=v.terug_op, tekst=v.aangehouden_wat,
        )  # fmt: skip


def _escalatie(s: _Schrijver) -> None:
    s.kantoor(Rol.VOORZITTER, "escalatie", "Weg na de escalatie kiezen en afronden", "Bekijken")


def _consent(s: _Schrijver) -> None:
    s.kantoor(Rol.SECRETARIS, "bekrachtiging_uitzetten", "Bekrachtiging uitzetten", "Uitzetten")


def _bekrachtiging(s: _Schrijver) -> None:
    te_doen = s.voorstel.bekrachtigingen.filter(staat=Bekrachtiging.Staat.OPEN).select_related("gemeente", "versie")
    for rij in te_doen:
        s.voeg_toe(
            "bekrachtigen", f"Bekrachtiging door {'de raad' if rij.orgaan == 'raad' else 'het college'} vastleggen",
            rij.gemeente, Rol.WETHOUDER, "Vastleggen", onderdeel=rij.pk.hex, uiterlijk=rij.uiterlijk,
        )  # fmt: skip


def _evaluatie(s: _Schrijver) -> None:
    if open_ronde(s.voorstel):
        _standpunten(s)
    else:
        s.kantoor(Rol.SECRETARIS, "evaluatie", "Evaluatie voorbereiden", "Voorbereiden")


_PER_STAAT: dict[str, Callable[[_Schrijver], None]] = {
    Staat.CONCEPT: _concept,
    Staat.INTAKE: _intake,
    Staat.BEELDVORMING: _beeldvorming,
    Staat.MENINGSVORMING: _meningsvorming,
    Staat.BIJSTELLING: _bijstelling,
    Staat.CONSENTRONDE: _standpunten,
    Staat.TOETSING: _toetsing,
    Staat.INTEGRATIE: _integratie,
    Staat.AANGEHOUDEN: _aangehouden,
    Staat.ESCALATIE: _escalatie,
    Staat.CONSENT: _consent,
    Staat.BEKRACHTIGING: _bekrachtiging,
    Staat.EVALUATIE: _evaluatie,
}


def open_ronde(voorstel: Voorstel) -> Ronde | None:
    """Return the round that is open now; there is at most one."""
    return voorstel.rondes.filter(uitkomst=Ronde.Uitkomst.OPEN).select_related("versie", "evaluatie").first()


# Per proposal how it stood after its last act, and the day of that act.
_Uitstel = dict[UUID, tuple[Voorstel, date]]
_UITGESTELD: ContextVar[_Uitstel | None] = ContextVar("uitgestelde_beurten", default=None)


def gewenst(voorstel: Voorstel, bekend: Collection[str] = ()) -> _Schrijver:
    """Return the turns that belong to where the proposal stands now; of those in `bekend` only the key."""
    schrijver = _Schrijver(voorstel, bekend)
    if schrijf := _PER_STAAT.get(voorstel.staat):
        schrijf(schrijver)
    return schrijver


def werk_beurten_bij(voorstel: Voorstel) -> None:
    """Open the turns that belong to now, close the others. Called by every act, inside its transaction."""
    wachtend = _UITGESTELD.get()
    if wachtend is not None:
        wachtend[voorstel.pk] = voorstel, vandaag()
        return
    bestaand = dict(
        Beurt.objects.filter(sleutel__startswith=f"consent:{voorstel.pk.hex}:").values_list("sleutel", "staat")
    )
    open_ = {sleutel for sleutel, staat in bestaand.items() if staat == Beurt.Staat.OPEN}
    nodig = gewenst(voorstel, bestaand)
    rond_af(*open_ - nodig.sleutels)
    heropen(*(nodig.sleutels & (bestaand.keys() - open_)))
    open_beurten(nodig.nieuw)


@contextmanager
def in_een_keer() -> Iterator[None]:
    """Work the turns out once after a series of acts, as of the day of the last, for loading many acts at a time.

    The turns that are open afterwards are the same; those that came and went in between are not there. Wrap it in a
    transaction, so that acts and turns come together.
    """
    wachtend: _Uitstel = {}
    merk = _UITGESTELD.set(wachtend)
    try:
        yield
    finally:
        _UITGESTELD.reset(merk)
    for voorstel, dag in wachtend.values():
        with klok.op(dag):
            werk_beurten_bij(voorstel)
