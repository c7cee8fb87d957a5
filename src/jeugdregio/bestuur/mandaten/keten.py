"""Finding and weighing the chain of decisions behind an act: from who wants to act up to who has the power by law."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from jeugdregio.bestuur.mandaten.handelingen import Handeling, Orgaan
from jeugdregio.bestuur.mandaten.models import Betwisting, Gebeurtenis, Intentie, Mandaat, Soort
from jeugdregio.bestuur.mandaten.namen import partij, zin
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.models import Soort as Organisatiesoort
from recht.datum import datum_kort
from recht.mandaat import PAST, Gewogen, Slotsom, schakel, soort_past, weeg_keten
from recht.mandaat import Soort as Rechtssoort
from recht.uitkomst import Stap

Plek = tuple[UUID, str]
_EINDE = {Gebeurtenis.Soort.INGETROKKEN, Gebeurtenis.Soort.VERVANGEN}
_VOORKEUR = [Slotsom.BEVOEGD, Slotsom.BEVOEGD_MITS, Slotsom.BETWIST, Slotsom.ONBEVOEGD]


@dataclass(frozen=True)
class Schakel:
    """One link as it stands on the day: does it hold, on what conditions, who disputes it, what is missing."""

    mandaat: Mandaat
    stappen: tuple[Stap, ...]
    ontbreekt: tuple[str, ...]
    voorwaarden: tuple[str, ...]
    betwistingen: tuple[Betwisting, ...]

    @property
    def gewogen(self) -> Gewogen:
        """The link for recht.mandaat."""
        return Gewogen(not self.ontbreekt, self.voorwaarden, bool(self.betwistingen))


@dataclass(frozen=True)
class Bevoegdheid:
    """The answer to "may this body do this here on this day?", with the whole chain from the body of the law down."""

    uitkomst: Slotsom
    orgaan: Organisatie
    functie: str
    handeling: Handeling
    gemeente: Organisatie
    datum: date
    schakels: tuple[Schakel, ...] = ()
    stappen: tuple[Stap, ...] = ()
    ontbreekt: tuple[str, ...] = ()

    @property
    def mag(self) -> bool:
        """True when the body may act; a dispute or a missing link is not a yes."""
        return self.uitkomst in {Slotsom.BEVOEGD, Slotsom.BEVOEGD_MITS}

    @property
    def voorwaarden(self) -> tuple[str, ...]:
        """On what conditions."""
        return tuple(dict.fromkeys(v for s in self.schakels for v in s.voorwaarden))

    @property
    def betwistingen(self) -> tuple[Betwisting, ...]:
        """The open disputes on the chain."""
        return tuple(b for s in self.schakels for b in s.betwistingen)

    @property
    def ondertekening(self) -> str:
        """The line under a letter (Awb 10:10); empty when the body acts in its own name or may not act."""
        if not self.schakels or self.uitkomst is Slotsom.ONBEVOEGD:
            return ""
        eerste = self.schakels[0].mandaat
        return f"Namens {partij(eerste.gever, eerste.gever_functie)}, {partij(self.orgaan, self.functie)}"

    @property
    def zin(self) -> str:
        """The answer in one sentence."""
        woord = {
            Slotsom.BEVOEGD: "mag dit",
            Slotsom.BEVOEGD_MITS: "mag dit onder voorwaarden",
            Slotsom.BETWIST: "kan zich op een keten van besluiten beroepen, maar die is betwist",
            Slotsom.ONBEVOEGD: "mag dit niet",
        }[self.uitkomst]
        return f"{zin(partij(self.orgaan, self.functie))} {woord}."

    def als_dict(self) -> dict[str, object]:
        """The answer as plain values, to keep with a decision."""
        return {
            "uitkomst": self.uitkomst.value,
            "handeling": self.handeling.code,
            "zin": self.zin,
            "ondertekening": self.ondertekening,
            "stappen": [f"{s.tekst} ({s.grondslag})" if s.grondslag else s.tekst for s in self.stappen],
            "voorwaarden": list(self.voorwaarden),
            "ontbreekt": list(self.ontbreekt),
            "mandaten": [str(s.mandaat.pk) for s in self.schakels],
        }


@dataclass
class Register:
    """Everything known about one act in one municipality on one day, read once."""

    handeling: Handeling
    gemeente: Organisatie
    datum: date
    geval: str = ""
    alles: list[Mandaat] = field(default_factory=list)

    def __post_init__(self) -> None:
        gevonden = Mandaat.objects.filter(gemeenten=self.gemeente).order_by("van", "id")
        gevonden = gevonden.select_related("gever", "ontvanger__hoort_bij", "gever__hoort_bij")
        self.alles = list(gevonden.prefetch_related("gebeurtenissen__door", "betwistingen__door"))
        nodig = PAST[self.handeling.aard].value
        self.schakels = [
            m
            for m in self.alles
            if m.soort == nodig and self.handeling.code in m.handelingen and self._voor_dit_geval(m)
        ]
        self.top = self._top()

    def _voor_dit_geval(self, mandaat: Mandaat) -> bool:
        return mandaat.algemeen or self.geval in {"", mandaat.geval}

    def _top(self) -> Plek | None:
        if self.handeling.orgaan is Orgaan.COLLEGE:
            return (self.gemeente.pk, "")
        raad = Organisatie.objects.filter(soort=Organisatiesoort.RAAD, hoort_bij=self.gemeente).first()
        return (raad.pk, "") if raad else None

    def paden(self, plek: Plek, gezien: frozenset[Plek] = frozenset()) -> Iterator[tuple[Mandaat, ...]]:
        """Yield every chain from a body up, as far as the records go; first the link to the body itself."""
        boven = [m for m in self.schakels if (m.ontvanger_id, m.ontvanger_functie) == plek]
        gezien |= {plek}
        for mandaat in boven:
            gever = (mandaat.gever_id, mandaat.gever_functie)
            if gever == self.top:
                yield (mandaat,)
            elif gever not in gezien:
                verder = list(self.paden(gever, gezien))
                yield from ((mandaat, *rest) for rest in verder)
                if not verder:
                    yield (mandaat,)

    def weeg(self, pad: Sequence[Mandaat]) -> tuple[Schakel, ...]:
        """Judge the links of a chain; the result runs from the body of the law down."""
        boven = [*pad[1:], None]
        return tuple(reversed([self._schakel(m, hoger) for m, hoger in zip(pad, boven, strict=True)]))

    def _schakel(self, mandaat: Mandaat, hoger: Mandaat | None) -> Schakel:
        onder = (mandaat.gever_id, mandaat.gever_functie) != self.top
        uitkomst = schakel(
            self.datum, mandaat.besluit_op, mandaat.van, tot=mandaat.tot, beeindigd=beeindigd_op(mandaat),
            ondergeschikt=mandaat.ondergeschikt, ingestemd=ingestemd_op(mandaat), algemeen=mandaat.algemeen,
            schriftelijk=mandaat.schriftelijk, ondermandaat=onder and hoger is not None,
            ondermandaat_vanaf=hoger.ondermandaat_vanaf if hoger else None,
        )  # fmt: skip
        voorwaarden = mandaat.voorwaarde_lijst
        if not mandaat.algemeen and not self.geval:
            voorwaarden = (*voorwaarden, "alleen voor de ene zaak waarvoor dit is gegeven")
        return Schakel(mandaat, uitkomst.stappen, uitkomst.ontbreekt, voorwaarden, self._betwist(mandaat))

    def _betwist(self, mandaat: Mandaat) -> tuple[Betwisting, ...]:
        return tuple(
            b
            for b in mandaat.betwistingen.all()
            if b.geldt_op(self.datum)
            and b.gemeente_id in {None, self.gemeente.pk}
            and (not b.handelingen or self.handeling.code in b.handelingen)
        )


def beeindigd_op(mandaat: Mandaat) -> date | None:
    """Return the first day a mandate no longer holds because it was withdrawn or replaced."""
    return min((g.op for g in mandaat.gebeurtenissen.all() if g.soort in _EINDE and g.op), default=None)


def instemmers(mandaat: Mandaat) -> set[UUID]:
    """Return who must agree (Awb 10:4): the recipient and whom it works under; nobody when that is the giver."""
    if mandaat.ondergeschikt:
        return set()
    leiding = mandaat.ontvanger.hoort_bij_id
    return {mandaat.ontvanger_id} | ({leiding} if leiding and leiding != mandaat.gever_id else set())


def ingestemd_op(mandaat: Mandaat) -> date | None:
    """Return the day on which everybody who must agree had agreed; None when one is missing or has no day."""
    dagen = {g.door_id: g.op for g in mandaat.gebeurtenissen.all() if g.soort == Gebeurtenis.Soort.AANVAARD and g.op}
    nodig = instemmers(mandaat)
    return max((dagen[wie] for wie in nodig), default=None) if nodig <= dagen.keys() else None


def zoek(register: Register, orgaan: Organisatie, functie: str = "") -> Bevoegdheid:
    """Return the best chain for a body: one that holds, else with conditions, else disputed, else what is missing."""
    vraag = (orgaan, functie, register.handeling, register.gemeente, register.datum)
    if register.top == (orgaan.pk, functie):
        tekst = f"{zin(partij(orgaan))} heeft deze bevoegdheid zelf, volgens de wet."
        return Bevoegdheid(Slotsom.BEVOEGD, *vraag, stappen=(Stap(tekst, None, register.handeling.grondslag),))
    kandidaten = [_antwoord(register, vraag, pad) for pad in register.paden((orgaan.pk, functie))]
    if not kandidaten:
        return _geen_schakel(register, vraag)
    return min(kandidaten, key=lambda b: (_VOORKEUR.index(b.uitkomst), len(b.ontbreekt), len(b.schakels)))


Vraag = tuple[Organisatie, str, Handeling, Organisatie, date]


def _antwoord(register: Register, vraag: Vraag, pad: tuple[Mandaat, ...]) -> Bevoegdheid:
    schakels = register.weeg(pad)
    hoogste = schakels[0].mandaat
    heel = (hoogste.gever_id, hoogste.gever_functie) == register.top
    stappen = [] if heel else [_gat(register, hoogste)]
    stappen += [stap for s in schakels for stap in _stappen(s)]
    ontbreekt = [f"{_titel(s.mandaat)}: {mist}" for s in schakels for mist in s.ontbreekt]
    if not heel:
        ontbreekt.insert(0, f"een {_nodig(register)} van {_bovenaan(register)} aan {_gever(hoogste)}")
    slotsom = weeg_keten([s.gewogen for s in schakels]) if heel else Slotsom.ONBEVOEGD
    return Bevoegdheid(slotsom, *vraag, schakels=schakels, stappen=tuple(stappen), ontbreekt=tuple(ontbreekt))


def _stappen(s: Schakel) -> Iterator[Stap]:
    m = s.mandaat
    waar = f" ({m.document})" if m.document else ""
    tekst = f"{zin(_gever(m))} gaf {m.soort} aan {_ontvanger(m)}: {m.besluit}, {datum_kort(m.besluit_op)}{waar}."
    yield Stap(tekst, m.besluit_op, "Awb 10:1" if m.soort == Soort.MANDAAT else "Awb 10:12")
    yield from s.stappen
    yield from (Stap(f"Voorwaarde: {v}.") for v in s.voorwaarden)
    for b in s.betwistingen:
        bron = f" ({b.bron})" if b.bron else ""
        yield Stap(f"{b.door} betwist dit sinds {datum_kort(b.van)}: {b.grond}{bron}.", b.van)


def _gat(register: Register, hoogste: Mandaat) -> Stap:
    tekst = f"{zin(_gever(hoogste))} kreeg deze bevoegdheid niet van {_bovenaan(register)}."
    return Stap(tekst, None, "Awb 10:1")


def _geen_schakel(register: Register, vraag: Vraag) -> Bevoegdheid:
    """Say which link is missing, and why what looks like one is none."""
    orgaan, functie = vraag[0], vraag[1]
    wie = partij(orgaan, functie)
    mist = f"een {_nodig(register)} van {_bovenaan(register)} aan {wie} voor: {register.handeling.tekst.lower()}"
    if register.handeling.niet_door:
        mist = f"een besluit van {_bovenaan(register)} zelf"
    stappen = [Stap(f"Deze bevoegdheid ligt bij {_bovenaan(register)}.", None, register.handeling.grondslag)]
    if register.handeling.niet_door:
        stappen.append(Stap(register.handeling.niet_door, None, "Awb 10:3"))
    stappen += _lijkt_erop(register, (orgaan.pk, functie))
    stappen.append(Stap(f"Er is geen besluit waarmee {wie} dit in {register.gemeente} mag doen."))
    return Bevoegdheid(Slotsom.ONBEVOEGD, *vraag, stappen=tuple(stappen), ontbreekt=(mist,))


def _lijkt_erop(register: Register, plek: Plek) -> Iterator[Stap]:
    for m in register.alles:
        if (m.ontvanger_id, m.ontvanger_functie) != plek:
            continue
        if register.handeling.code in m.handelingen and not m.algemeen:
            yield Stap(f"{_titel(m)} geldt voor een andere zaak.", m.besluit_op, "Awb 10:5 lid 1")
        elif m.soort != PAST[register.handeling.aard].value:
            past = soort_past(Rechtssoort(m.soort), register.handeling.aard)
            yield Stap(f"Er is wel een {m.soort}: {m.besluit}. {past.stappen[0].tekst}", m.besluit_op, "Awb 10:12")
        else:
            yield Stap(f"{_titel(m)} gaat over iets anders.", m.besluit_op)
    getekend = Intentie.objects.filter(
        ondertekeningen__organisatie=register.gemeente, ondertekeningen__getekend=True
    )  # fmt: skip
    for intentie in getekend:
        tekst = f"{register.gemeente} tekende wel: {intentie.titel}. Dat is een voornemen en geeft geen bevoegdheid."
        yield Stap(tekst, None, "Awb 10:1")


def _nodig(register: Register) -> str:
    return PAST[register.handeling.aard].value


def _bovenaan(register: Register) -> str:
    return (
        "de raad van " + register.gemeente.naam
        if register.handeling.orgaan is Orgaan.RAAD
        else partij(register.gemeente)
    )


def _gever(m: Mandaat) -> str:
    return partij(m.gever, m.gever_functie)


def _ontvanger(m: Mandaat) -> str:
    return partij(m.ontvanger, m.ontvanger_functie)


def _titel(m: Mandaat) -> str:
    return f"{m.get_soort_display()} van {_gever(m)} aan {_ontvanger(m)} ({m.besluit})"
