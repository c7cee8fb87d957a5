"""What can be done with an objection, a case at the court or a complaint: the acts, their forms, and when each fits."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.bezwaren import beslissen, forms, horen, klachten, ontvangen, rechter, zaakforms
from jeugdregio.toegang.bezwaren.models import Beroep, Bezwaar, Klacht
from jeugdregio.toegang.bezwaren.permissions import is_jurist

Velden = dict[str, Any]


@dataclass(frozen=True)
class Daad:
    """One act: its form, what happens then, whether it fits now, and doing it; by the lawyer, unless it says so."""

    titel: str
    knop: str
    formulier: type[forms.OpVersie]
    gevolg: str
    past: Callable[[Any], bool]
    doe: Callable[[Wie, Any, Velden], object]
    alleen_jurist: bool = True
    gevaar: bool = False


def _loopt(b: Bezwaar) -> bool:
    return b.staat == Bezwaar.Staat.LOOPT


def _gepland(b: Bezwaar) -> bool:
    return _loopt(b) and any(not z.gehouden and not z.afgezegd for z in b.zittingen.all())


def _zitting_was(b: Bezwaar) -> bool:
    return _gepland(b) and any(z.op <= vandaag() for z in b.zittingen.all() if not z.afgezegd)


def _gehoord(b: Bezwaar) -> bool:
    return bool(b.afzien) or any(z.gehouden for z in b.zittingen.all())


BEZWAAR: dict[str, Daad] = {
    "bevestigen": Daad(
        "Ontvangst bevestigen", "Bevestigd", forms.BevestigForm,
        "Je stuurt vandaag een brief: het bezwaar is binnen, en dit zijn de stappen. De brief staat daarna klaar.",
        lambda b: b.open and not b.bevestigd_op,
        lambda w, b, v: ontvangen.bevestig(w, b.pk, commissie=v["commissie"], versie=v["versie"]),
    ),
    "te-laat": Daad(
        "Beoordelen: te laat", "Leg het oordeel vast", forms.TeLaatForm,
        "Het systeem wijst nooit vanzelf af. Vraag de indiener waarom het later kwam, en beslis zelf (Awb 6:11).",
        lambda b: b.staat == Bezwaar.Staat.TE_LAAT,
        lambda w, b, v: ontvangen.beoordeel_te_laat(
            w, b.pk, verschoonbaar=v["verschoonbaar"], reden=v["reden"], versie=v["versie"]
        ),
    ),
    "dossier": Daad(
        "Dossier leveren", "Dossier is geleverd", forms.AlleenVersieForm,
        "Je geeft de jurist alle stukken over het besluit. Die liggen ter inzage voor de hoorzitting.",
        lambda b: b.open and not b.dossier_op and b.verschoonbaar is not False,
        lambda w, b, v: ontvangen.lever_dossier(w, b.pk, versie=v["versie"]), alleen_jurist=False,
    ),
    "zitting": Daad(
        "Hoorzitting plannen", "Plan en nodig uit", forms.ZittingForm,
        "Iedere ouder met gezag wordt uitgenodigd, en het kind zelf vanaf 12 jaar. De brieven staan daarna klaar.",
        lambda b: _loopt(b) and not _gepland(b) and not _gehoord(b),
        lambda w, b, v: horen.plan_zitting(
            w, b.pk, op=v["op"], tijd=v["tijd"], waar=v["waar"], hoorders=list(v["hoorders"]), versie=v["versie"]
        ),
    ),
    "verslag": Daad(
        "Verslag vastleggen", "Leg vast", forms.VerslagForm, "Daarna kan er worden beslist (Awb 7:7).",
        _zitting_was,
        lambda w, b, v: horen.leg_verslag_vast(w, b.pk, v["verslag"], v["aanwezig"], versie=v["versie"]),
    ),
    "afzeggen": Daad(
        "Hoorzitting afzeggen", "Zeg af", forms.AfzegForm, "Laat het de genodigden weten. Plan daarna een nieuwe dag.",
        _gepland, lambda w, b, v: horen.zeg_zitting_af(w, b.pk, v["reden"], versie=v["versie"]),
    ),
    "niet-horen": Daad(
        "Niet horen", "Leg vast", forms.AfzienForm, "Horen is de regel; alleen hierom hoeft het niet (Awb 7:3).",
        lambda b: _loopt(b) and not _gepland(b) and not _gehoord(b),
        lambda w, b, v: horen.zie_af_van_horen(w, b.pk, v["grond"], v["reden"], versie=v["versie"]),
    ),
    "advies": Daad(
        "Advies van de commissie", "Leg vast", forms.AdviesForm, "Het advies komt in de beslissing.",
        lambda b: _loopt(b) and b.commissie and not b.advies_op,
        lambda w, b, v: horen.leg_advies_vast(w, b.pk, v["advies"], v["op"], versie=v["versie"]),
    ),
    "beslissen": Daad(
        "Beslissen op het bezwaar", "Teken de beslissing", forms.BeslisForm,
        "Je tekent namens het college. De beslissing geldt pas als zij is verzonden.",
        lambda b: _loopt(b) and not beslissen.wat_ontbreekt(b),
        lambda w, b, v: beslissen.beslis(
            w, b.pk, beslissen.Besluittekst(
                uitkomst=v["uitkomst"], motivering=v["motivering"], voorschrift=v["voorschrift"],
                rechtbank=v["rechtbank"], afwijkt_van_advies=v.get("afwijkt_van_advies", ""),
            ), versie=v["versie"],
        ), alleen_jurist=False,
    ),
    "verzenden": Daad(
        "Beslissing verzenden", "Verzend vandaag", forms.AlleenVersieForm,
        "De brief ligt daarna vast. Vanaf morgen loopt de termijn voor beroep: zes weken.",
        lambda b: b.staat == Bezwaar.Staat.GETEKEND,
        lambda w, b, v: beslissen.verzend(w, b.pk, versie=v["versie"]),
    ),
    "uitvoeren": Daad(
        "Nieuw besluit is er", "Het nieuwe besluit is verzonden", forms.AlleenVersieForm,
        "Zeg dat het besluit is veranderd zoals in de beslissing op bezwaar staat.",
        lambda b: b.staat == Bezwaar.Staat.VERZONDEN and b.beslissing.uitkomst in {"gegrond", "deels"},
        lambda w, b, v: beslissen.voer_uit(w, b.pk, versie=v["versie"]), alleen_jurist=False,
    ),
    "rechter": Daad(
        "Zaak bij de rechter", "Leg vast", zaakforms.BeroepForm, "Neem het nummer over uit de brief van de rechtbank.",
        lambda b: b.staat != Bezwaar.Staat.INGETROKKEN,
        lambda w, b, v: rechter.registreer_beroep(
            w, b.pk, soort=v["soort"], rechtbank=v["rechtbank"], zaaknummer=v["zaaknummer"],
            ingesteld_op=v["ingesteld_op"],
        ),
    ),
    "intrekken": Daad(
        "Bezwaar is ingetrokken", "Leg de intrekking vast", forms.OpDagForm,
        "De indiener schreef of zei op de zitting dat het bezwaar niet meer hoeft (Awb 6:21). Alle termijnen stoppen.",
        lambda b: b.staat in {Bezwaar.Staat.LOOPT, Bezwaar.Staat.TE_LAAT},
        lambda w, b, v: ontvangen.trek_in(w, b.pk, v["op"], versie=v["versie"]), gevaar=True,
    ),
}  # fmt: skip

RECHTER: dict[str, Daad] = {
    "gronden": Daad(
        "Gronden ontvangen", "Leg vast", zaakforms.GrondenForm, "Stuur binnen vier weken de stukken en je verweer.",
        lambda b: not b.uitspraak and not b.gronden_verzonden_op,
        lambda w, b, v: rechter.ontvang_gronden(w, b.pk, v["verzonden_op"], versie=v["versie"]),
    ),
    "verweer": Daad(
        "Verweer is verstuurd", "Vandaag verstuurd", forms.AlleenVersieForm, "De termijn voor het verweer stopt.",
        lambda b: bool(b.gronden_verzonden_op) and not b.verweer_op and not b.uitspraak,
        lambda w, b, v: rechter.stuur_verweer(w, b.pk, versie=v["versie"]),
    ),
    "uitspraak": Daad(
        "Uitspraak vastleggen", "Leg vast", zaakforms.UitspraakForm,
        "Vraagt de rechter een nieuw besluit, dan krijgt de toegang een beurt met die termijn.",
        lambda b: not b.uitspraak,
        lambda w, b, v: rechter.leg_uitspraak_vast(
            w, b.pk, uitspraak=v["uitspraak"], op=v["op"], tekst=v["tekst"], weken=v["weken"], versie=v["versie"]
        ),
    ),
    "nieuw-besluit": Daad(
        "Nieuw besluit is er", "Leg vast", forms.OpDagForm, "De termijn die de rechter gaf, stopt.",
        lambda b: b.uitspraak == Beroep.Uitspraak.NIEUW_BESLUIT and not b.nieuw_besluit_op,
        lambda w, b, v: rechter.neem_nieuw_besluit(w, b.pk, v["op"], versie=v["versie"]), alleen_jurist=False,
    ),
}  # fmt: skip


def _van_ons(k: Klacht) -> bool:
    return k.open and k.over == Klacht.Over.GEMEENTE


def _van_aanbieder(k: Klacht) -> bool:
    return k.open and k.over == Klacht.Over.AANBIEDER


KLACHT: dict[str, Daad] = {
    "bevestigen": Daad(
        "Ontvangst bevestigen", "Bevestigd", zaakforms.KlachtBevestigForm,
        "Je stuurt de klager vandaag een brief. Los het liefst samen op, met een gesprek (Awb 9:5).",
        lambda k: _van_ons(k) and not k.bevestigd_op,
        lambda w, k, v: klachten.bevestig(w, k.pk, commissie=v["commissie"], versie=v["versie"]),
    ),
    "verdagen": Daad(
        "Verdagen", "Verdaag vier weken", forms.AlleenVersieForm,
        "Je schrijft de klager vandaag dat het vier weken langer duurt. Dat kan een keer.",
        lambda k: _van_ons(k) and not k.verdaagd_op,
        lambda w, k, v: klachten.verdaag(w, k.pk, versie=v["versie"]),
    ),
    "doorsturen": Daad(
        "Doorsturen naar de klachtencommissie", "Vandaag doorgestuurd", forms.AlleenVersieForm,
        "De klachtencommissie van de aanbieder behandelt de klacht. Laat het de klager weten.",
        lambda k: _van_aanbieder(k) and not k.doorgestuurd_op,
        lambda w, k, v: klachten.stuur_door(w, k.pk, versie=v["versie"]),
    ),
    "oordeel": Daad(
        "Oordeel van de commissie", "Leg vast", forms.OpDagForm,
        "Op welke dag kreeg de aanbieder het oordeel? Hij zegt binnen een maand wat hij ermee doet.",
        lambda k: _van_aanbieder(k) and not k.commissieoordeel_op,
        lambda w, k, v: klachten.leg_commissieoordeel_vast(w, k.pk, v["op"], versie=v["versie"]),
    ),
    "reactie": Daad(
        "Reactie van de aanbieder", "Leg vast", forms.OpDagForm, "De aanbieder zei wat hij met het oordeel doet.",
        lambda k: _van_aanbieder(k) and bool(k.commissieoordeel_op) and not k.reactie_op,
        lambda w, k, v: klachten.leg_reactie_vast(w, k.pk, v["op"], versie=v["versie"]),
    ),
    "afhandelen": Daad(
        "Klacht afhandelen", "Handel af", zaakforms.AfhandelForm, "De klager krijgt je oordeel en conclusie per brief.",
        lambda k: k.open,
        lambda w, k, v: klachten.handel_af(
            w, k.pk, oordeel=v["oordeel"], conclusie=v["conclusie"], gehoord_op=v["gehoord_op"], versie=v["versie"]
        ),
    ),
}  # fmt: skip


def mogelijk(daden: dict[str, Daad], wie: Wie, zaak: Any) -> list[tuple[str, Daad]]:
    """Return what this person can do with it now."""
    jurist = is_jurist(wie)
    return [(naam, daad) for naam, daad in daden.items() if (jurist or not daad.alleen_jurist) and daad.past(zaak)]


def te_laat_voor_beroep(beroep: Beroep) -> bool:
    """Tell whether an appeal came after its term: the judge decides what that means."""
    beslissing = getattr(beroep.bezwaar, "beslissing", None)
    tot = beslissing.beroep_tot if beslissing else None
    return beroep.soort == Beroep.Soort.BEROEP and tot is not None and beroep.ingesteld_op > tot
