"""What can be done with a proposal, as data: name, phase, who, form and act. Pages show what is possible now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent import (
    bekrachtigen,
    escaleren,
    evalueren,
    forms,
    gesprek,
    herstellen,
    inbrengen,
    rondes,
    standpunten,
    toetsen,
)  # fmt: skip
from jeugdregio.bestuur.consent.bekrachtigen import TeBesluiten
from jeugdregio.bestuur.consent.beurten import open_ronde
from jeugdregio.bestuur.consent.models import Bekrachtiging, Bezwaar, Staat, Voorstel, Vraag
from jeugdregio.bestuur.consent.overgangen import VOOR_CONSENT
from jeugdregio.bestuur.consent.permissions import TAFEL, deelnemers_op, is_inbrenger, spreekt_voor
from jeugdregio.bestuur.consent.rondes import Maatstaf
from jeugdregio.bestuur.consent.standpuntform import BezwaarForm, StandpuntForm
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie

Mag = Callable[[Wie, Voorstel, Any], bool]
Doe = Callable[[Wie, Any, Any], object]
_S, _B = Staat, Bezwaar.Staat


@dataclass(frozen=True)
class Handeling:
    """One act on a screen. `model` is the part it is about (an objection, a question, a ratification)."""

    code: str
    knop: str
    staten: Sequence[str]
    mag: Mag
    form: type[Any]
    doe: Doe
    uitleg: str = ""
    gelukt: str = "Vastgelegd."
    model: type[Any] | None = None
    soort: str = "tweede"
    sjabloon: str = "consent/handeling.html"


def _inbrenger(wie: Wie, v: Voorstel, _deel: Any) -> bool:
    return is_inbrenger(wie, v)


def _rol(*rollen: str) -> Mag:
    return lambda wie, _v, _deel: wie.heeft(*rollen)


def _gemeenten(wie: Wie, v: Voorstel) -> frozenset[UUID]:
    """Return the municipalities this person may speak for; asked once for all acts on the page of a proposal."""
    bekend: dict[object, frozenset[UUID]] = v.__dict__.setdefault("_spreekt_voor", {})
    sleutel = (wie.gebruiker_id, wie.organisatie_id)
    if sleutel not in bekend:
        bekend[sleutel] = spreekt_voor(wie, vandaag())
    return bekend[sleutel]


def _delegate(wie: Wie, v: Voorstel, _deel: Any) -> bool:
    eigen = _gemeenten(wie, v)
    return bool(eigen) and deelnemers_op(v, vandaag()).filter(pk__in=eigen).exists()


def _spreekt(wie: Wie, v: Voorstel, _deel: Any) -> bool:
    """Somebody may still speak: for the own municipality, or for one by a paper (who spoke there is not told)."""
    ronde = open_ronde(v)
    if ronde is None or not _delegate(wie, v, None):
        return False
    eigen = wie.heeft(Rol.WETHOUDER) and ronde.standpunten.filter(gemeente=wie.organisatie).exists()
    return not eigen


def _reageert(wie: Wie, v: Voorstel, _deel: Any) -> bool:
    if wie.organisatie_id == v.inbrenger_organisatie_id or not _delegate(wie, v, None):
        return False
    return not v.reacties.filter(gemeente=wie.organisatie).exists()


def _indiener(wie: Wie, v: Voorstel, deel: Bezwaar) -> bool:
    return deel.gemeente_id in _gemeenten(wie, v)


def _mag_antwoorden(wie: Wie, v: Voorstel, deel: Bezwaar) -> bool:
    return deel.staat in {_B.INGEDIEND, _B.GELDIG, _B.IN_INTEGRATIE} and _indiener(wie, v, deel)


def _herstelt(wie: Wie, v: Voorstel, deel: Bezwaar) -> bool:
    partij = is_inbrenger(wie, v) or _indiener(wie, v, deel) or wie.heeft(Rol.BEGELEIDER)
    return deel.staat == _B.IN_INTEGRATIE and partij


def _bevestigt(wie: Wie, v: Voorstel, deel: Bezwaar) -> bool:
    if deel.staat != _B.IN_INTEGRATIE or not deel.wijziging:
        return False
    indiener = _indiener(wie, v, deel) and deel.akkoord_indiener_op is None
    return indiener or (is_inbrenger(wie, v) and deel.akkoord_inbrenger_op is None)


def _begeleidt(staat: str) -> Mag:
    return lambda wie, _v, deel: wie.heeft(Rol.BEGELEIDER) and deel.staat == staat


def _komt_op(wie: Wie, v: Voorstel, deel: Bezwaar) -> bool:
    if not deel.vervallen_reden or deel.tegen_verval_op:
        return False
    return _indiener(wie, v, deel) if deel.staat == _B.VERVALLEN else is_inbrenger(wie, v)


def _schaalt_op(wie: Wie, v: Voorstel, _deel: Any) -> bool:
    geldig = v.bezwaren.filter(staat__in=[_B.GELDIG, _B.IN_INTEGRATIE])
    partij = geldig.filter(gemeente__in=_gemeenten(wie, v)).exists()
    return (partij or is_inbrenger(wie, v) or wie.heeft(Rol.VOORZITTER, Rol.BEGELEIDER)) and escaleren.mag_opschalen(v)[
        0
    ]


def _eerlijk(wie: Wie, v: Voorstel, _deel: Any) -> bool:
    escalatie = escaleren.lopende_escalatie(v)
    if escalatie is None:
        return False
    indiener = v.bezwaren.filter(staat=_B.IN_INTEGRATIE, gemeente__in=_gemeenten(wie, v)).exists()
    return (indiener and not escalatie.eerlijk_indiener_op) or (
        is_inbrenger(wie, v) and not escalatie.eerlijk_inbrenger_op
    )


def _goede_trouw(wie: Wie, v: Voorstel, _deel: Any) -> bool:
    escalatie = escaleren.lopende_escalatie(v)
    return wie.heeft(Rol.BEGELEIDER) and escalatie is not None and escalatie.goede_trouw_op is None


def _eigen_besluit(wie: Wie, _v: Voorstel, deel: Bekrachtiging) -> bool:
    eigen = deel.gemeente_id == wie.organisatie_id and wie.heeft(Rol.WETHOUDER, Rol.BELEID)
    return eigen and deel.staat == Bekrachtiging.Staat.OPEN


def _beantwoordt(wie: Wie, v: Voorstel, deel: Vraag) -> bool:
    return deel.afgedaan_op is None and (is_inbrenger(wie, v) or wie.heeft(Rol.SECRETARIS))


def _legt_evaluatie_voor(wie: Wie, v: Voorstel, _deel: Any) -> bool:
    return open_ronde(v) is None and (is_inbrenger(wie, v) or wie.heeft(Rol.SECRETARIS))


def _adviseert(wie: Wie, _v: Voorstel, _deel: Any) -> bool:
    return wie.heeft(*TAFEL) and not wie.heeft(Rol.WETHOUDER, Rol.VOORZITTER, Rol.BEGELEIDER)


def _leg_voor(wie: Wie, v: Voorstel, form: Any) -> object:
    velden = dict(form.cleaned_data)
    criteria = [Maatstaf(velden.pop(f"criterium_{n}"), velden.pop(f"cijfer_{n}")) for n in (1, 2, 3)]
    return rondes.leg_voor(wie, v.pk, criteria=criteria, **velden)


def _spreek(wie: Wie, v: Voorstel, form: StandpuntForm) -> object:
    velden = form.cleaned_data
    return standpunten.neem_standpunt_in(
        wie, v.pk, tekst_hash=velden["tekst_hash"], keuze=velden["keuze"], mandaat=velden["mandaat"],
        mandaat_toelichting=velden["mandaat_toelichting"], zorg=form.nieuwe_zorg(), bezwaar=form.bezwaar(),
        gemeente=form.gekozen(),
    )  # fmt: skip


def _zet_uit(wie: Wie, v: Voorstel, form: forms.UitzettenForm) -> object:
    dag, raden = form.cleaned_data["uiterlijk"], set(form.cleaned_data["raden"])
    lijst = [TeBesluiten(g, "college", dag) for g in form.gemeenten]
    lijst += [TeBesluiten(g, "raad", dag) for g in form.gemeenten if str(g.pk) in raden]
    return bekrachtigen.zet_uit(wie, v.pk, lijst)


def _toets(wie: Wie, bezwaar: Bezwaar, form: Any) -> object:
    velden = form.cleaned_data
    klopt = velden["redenering_klopt"] == "ja"
    return toetsen.toets(wie, bezwaar.pk, redenering_klopt=klopt, bevinding=velden["bevinding"])


def _met(functie: Callable[..., object]) -> Doe:
    """Call an act with the key of what it is about and the fields of the form."""
    return lambda wie, ding, form: functie(wie, ding.pk, **form.cleaned_data)


_ALLE = (
    Handeling("wijzigen", "Verder schrijven", [_S.CONCEPT], _inbrenger, forms.ConceptForm,
              _met(inbrengen.wijzig_concept), "Vul het intakeblad in. Daarna dien je het voorstel in.", "Bewaard."),
    Handeling("indienen", "Indienen", [_S.CONCEPT], _inbrenger, forms.LeegForm, _met(inbrengen.dien_in),
              "De secretaris kijkt of alles er is en verstuurt de stukken.", "Ingediend.", soort="hoofd"),
    Handeling("stukken", "Stukken zijn verstuurd", [_S.INTAKE],
              lambda wie, v, _d: wie.heeft(Rol.SECRETARIS) and v.stukken_verzonden_op is None, forms.LeegForm,
              _met(inbrengen.verzend_stukken), "Leg vast dat de stukken vandaag naar alle deelnemers zijn verstuurd.",
              soort="hoofd"),
    Handeling("terugsturen", "Terugsturen", [_S.INTAKE], _rol(Rol.SECRETARIS), forms.TerugForm,
              _met(inbrengen.stuur_terug), "Er mist iets, of het hoort eerst op een andere tafel."),
    Handeling("agenderen", "Agenderen", [_S.INTAKE],
              lambda wie, v, _d: wie.heeft(Rol.VOORZITTER) and v.stukken_verzonden_op is not None, forms.AgendaForm,
              _met(inbrengen.agendeer), "De delegaties krijgen een uitnodiging.", soort="hoofd"),
    Handeling("vraag", "Vraag stellen", [_S.BEELDVORMING], _rol(*TAFEL), forms.VraagForm, _met(gesprek.stel_vraag),
              "Iedereen aan tafel mag vragen stellen. Meningen komen later."),
    Handeling("antwoord", "Beantwoorden", [_S.BEELDVORMING], _beantwoordt, forms.AntwoordForm,
              _met(gesprek.doe_vraag_af), model=Vraag),
    Handeling("beeld-klaar", "Beeldvorming afronden", [_S.BEELDVORMING], _rol(Rol.VOORZITTER), forms.LeegForm,
              _met(gesprek.rond_beeldvorming_af), "Alle vragen zijn beantwoord of geparkeerd.", soort="hoofd"),
    Handeling("reactie", "Reageren", [_S.MENINGSVORMING], _reageert, forms.ReactieForm,
              lambda wie, v, form: gesprek.reageer(
                  wie, v.pk, tekst=form.cleaned_data["tekst"], gepast=form.cleaned_data["gepast"],
                  gemeente=form.gekozen()),
              "Iedere gemeente reageert een keer. De inbrenger luistert.", soort="hoofd"),
    Handeling("stem", "Iets meegeven", [_S.BEELDVORMING, _S.MENINGSVORMING], _adviseert, forms.StemForm,
              _met(gesprek.geef_stem), "Adviseurs en ervaringsdeskundigen worden gehoord; zij beslissen niet mee."),
    Handeling("voorleggen", "Bijstellen en voorleggen", [_S.BIJSTELLING], _inbrenger, forms.VoorleggenForm, _leg_voor,
              "Hierna staat de tekst vast. Iedere gemeente spreekt over precies deze tekst.", "Voorgelegd.",
              soort="hoofd"),
    Handeling("standpunt", "Standpunt innemen", [_S.CONSENTRONDE, _S.EVALUATIE], _spreekt, StandpuntForm, _spreek,
              "Je standpunt blijft verzegeld tot iedere gemeente heeft gesproken. Het verandert daarna niet meer.",
              "Je standpunt is vastgelegd.", soort="hoofd", sjabloon="consent/standpunt.html"),
    Handeling("afbreken", "Ronde afbreken", [_S.CONSENTRONDE], _rol(Rol.VOORZITTER), forms.RedenForm,
              _met(rondes.breek_ronde_af),
              "De tekst moet eerst anders. Wat al is gezegd blijft voor altijd verzegeld.", soort="gevaar"),
    Handeling("toetsen", "Toetsen", [_S.TOETSING], _begeleidt(_B.INGEDIEND), forms.ToetsForm, _toets, model=Bezwaar,
              soort="hoofd"),
    Handeling("antwoord-bezwaar", "Zeggen wat je met je bezwaar doet", [_S.TOETSING, _S.INTEGRATIE], _mag_antwoorden,
              forms.ToetsantwoordForm, _met(toetsen.antwoord_op_toets),
              "Alleen jij beslist over je bezwaar. Houd je het vast, dan blijft het geldig.", model=Bezwaar),
    Handeling("toetsing-klaar", "Toetsing afronden", [_S.TOETSING], _rol(Rol.BEGELEIDER), forms.VolgordeForm,
              lambda wie, v, form: toetsen.rond_toetsing_af(
                  wie, v.pk, volgorde=form.volgorde(), groepen=form.groepen()),
              "Geldige bezwaren worden een voor een hersteld. Is er geen meer, dan spreekt iedereen opnieuw.",
              soort="hoofd"),
    Handeling("herstel", "Herstel voorstellen", [_S.INTEGRATIE], _herstelt, forms.HerstelForm,
              _met(herstellen.stel_herstel_voor), "Verander niet meer dan nodig is om de schade weg te houden.",
              model=Bezwaar),
    Handeling("herstel-bevestigen", "Bevestigen dat dit het bezwaar wegneemt", [_S.INTEGRATIE], _bevestigt,
              forms.HerstelBevestigForm, _met(herstellen.bevestig_herstel),
              "Pas als de indiener en de inbrenger allebei bevestigen, is het bezwaar opgelost.", model=Bezwaar,
              soort="hoofd"),
    Handeling("aanhouden", "Aanhouden", [_S.INTEGRATIE], _rol(Rol.VOORZITTER), forms.AanhoudenForm,
              _met(herstellen.houd_aan), "Voor het herstel zijn feiten of geld nodig die er nog niet zijn."),
    Handeling("hervatten", "Hervatten", [_S.AANGEHOUDEN], _rol(Rol.VOORZITTER), forms.ToelichtingForm,
              _met(herstellen.hervat), "Op de afgesproken dag komt het vanzelf terug. Eerder kan ook."),
    Handeling("waarschuwen", "Waarschuwen", [_S.INTEGRATIE], _begeleidt(_B.IN_INTEGRATIE), forms.KantForm,
              _met(escaleren.waarschuw), "Leg vast dat een kant niet te goeder trouw naar herstel zoekt.",
              model=Bezwaar, soort="stil"),
    Handeling("loslaten", "Loslaten", [_S.INTEGRATIE], _begeleidt(_B.IN_INTEGRATIE), forms.KantForm,
              _met(escaleren.laat_vallen), "Alleen na een waarschuwing. De ander kan er een keer tegen opkomen.",
              model=Bezwaar, soort="stil"),
    Handeling("opkomen", "Opkomen tegen het loslaten", [_S.INTEGRATIE, _S.CONSENTRONDE, _S.TOETSING, _S.INGETROKKEN],
              _komt_op, forms.RedenForm, _met(escaleren.kom_op_tegen_loslaten), model=Bezwaar),
    Handeling("opschalen", "Opschalen", [_S.INTEGRATIE], _schaalt_op, forms.SamenvattingForm,
              _met(escaleren.stel_samenvatting_voor), "Beide kanten moeten de samenvatting eerlijk vinden."),
    Handeling("eerlijk", "Samenvatting is eerlijk", [_S.INTEGRATIE], _eerlijk, forms.LeegForm,
              _met(escaleren.vind_eerlijk)),
    Handeling("goede-trouw", "Goede trouw vastleggen", [_S.INTEGRATIE], _goede_trouw, forms.BevindingForm,
              _met(escaleren.leg_goede_trouw_vast)),
    Handeling("vervolg", "Weg kiezen", [_S.ESCALATIE], _rol(Rol.VOORZITTER), forms.VervolgForm,
              _met(escaleren.kies_vervolg)),
    Handeling("escalatie-klaar", "Escalatie afronden", [_S.ESCALATIE], _rol(Rol.VOORZITTER), forms.AfrondForm,
              _met(escaleren.rond_escalatie_af), "Een advies verandert nooit vanzelf de tekst."),
    Handeling("uitzetten", "Bekrachtiging uitzetten", [_S.CONSENT], _rol(Rol.SECRETARIS), forms.UitzettenForm, _zet_uit,
              "Ieder college besluit zelf, op precies deze tekst.", soort="hoofd"),
    Handeling("bekrachtigen", "Besluit vastleggen", [_S.BEKRACHTIGING], _eigen_besluit, forms.BekrachtigForm,
              _met(bekrachtigen.bekrachtig), "Leg vast dat je college of raad precies deze tekst heeft vastgesteld.",
              model=Bekrachtiging, soort="hoofd"),
    Handeling("weigeren", "Niet bekrachtigd", [_S.BEKRACHTIGING], _eigen_besluit, BezwaarForm,
              lambda wie, rij, form: bekrachtigen.weiger(wie, rij.pk, besloten_op=vandaag(), bezwaar=form.bezwaar()),
              "De reden wordt een laat bezwaar, zichtbaar als laat. Het eerdere consent blijft te lezen.",
              model=Bekrachtiging),
    Handeling("nieuwe-feiten", "Evaluatie vervroegen", [_S.VAN_KRACHT], _delegate, forms.FeitenForm,
              _met(evalueren.roep_op), "Er is iets nieuws sinds het consent."),
    Handeling("evaluatie", "Evaluatie voorleggen", [_S.EVALUATIE], _legt_evaluatie_voor, forms.EvaluatieForm,
              _met(evalueren.leg_evaluatie_voor), "De gemeenten besluiten hierover ook met consent.", soort="hoofd"),
    Handeling("intrekken", "Voorstel intrekken", VOOR_CONSENT, _inbrenger, forms.RedenForm, _met(inbrengen.trek_in),
              "Het voorstel stopt. Wat is vastgelegd blijft te lezen.", soort="stil"),
)  # fmt: skip
HANDELINGEN = {handeling.code: handeling for handeling in _ALLE}


def mogelijk(wie: Wie, voorstel: Voorstel) -> list[Handeling]:
    """Return what this person can do with the proposal now, the main act first."""
    nu = [h for h in _ALLE if h.model is None and voorstel.staat in h.staten and h.mag(wie, voorstel, None)]
    return sorted(nu, key=lambda h: h.soort != "hoofd")


def mogelijk_bij(wie: Wie, voorstel: Voorstel, deel: Any) -> list[Handeling]:
    """Return what this person can do with one part of it: an objection, a question, a ratification."""
    return [h for h in _ALLE if h.model is type(deel) and voorstel.staat in h.staten and h.mag(wie, voorstel, deel)]
