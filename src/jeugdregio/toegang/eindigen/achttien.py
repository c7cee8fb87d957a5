"""Turning eighteen while help runs: a turn in good time, and what the law lets go on (Jeugdwet 1.1, jeugdige)."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from jeugdregio.afspraken.geldt import Normenset
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import NieuweBeurt, open_beurten, rond_af
from jeugdregio.organisaties.models import Gebruiker, Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.eindigen.models import Achttienbesluit, Vervolg
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.overlap import lopend_vanaf
from jeugdregio.toegang.permissions import eis_toegang, zichtbare_kinderen
from jeugdregio.toegang.verlengen import MEESTE_WEKEN, regisseurs_van, weken_vooraf
from recht import Uitkomst
from recht.datum import datum_kort, maanden_erbij, verjaardag
from recht.meerderjarig import JEUGDIGE, VOLWASSEN, achttien

VRAAG = "achttien_vooraf"
HERVATTEN_BINNEN = 6  # months after help ended in which it can be resumed (1.1, jeugdige, onder 3 en 4)
Soort = Achttienbesluit.Soort
_GAAT_DOOR = (Soort.VERLENGD, Soort.PLEEGZORG, Soort.STRAFRECHT)


def uitkomst_voor(kind: Kind, soort: str = "") -> Uitkomst:
    """Return until when youth help may last after a decision of this kind; without one the ordinary rule."""
    return achttien(
        kind.geboortedatum, pleegzorg=soort == Soort.PLEEGZORG, noodzaak_bepaald=soort == Soort.VERLENGD,
        jeugdstrafrecht=soort == Soort.STRAFRECHT,
    )  # fmt: skip


def toets_leeftijd(kind: Kind, tot: date) -> None:
    """Raise Geweigerd when help would last past what the age allows and nobody decided that it may."""
    besluit = kind.achttienbesluiten.first()
    grens = uitkomst_voor(kind, besluit.soort if besluit else "").datum
    if grens is not None and tot > grens:
        tekst = f"Jeugdhulp kan hier duren tot en met {datum_kort(grens)}."
        raise Geweigerd(
            f"{tekst} Beslis eerst wat er na de achttiende verjaardag nodig is.", grondslag=JEUGDIGE,
            velden={"tot": tekst},
        )  # fmt: skip


def beslis_achttien(
    wie: Wie, kind_id: UUID, soort: str, reden: str, *, verteld_op: date | None, vervolg: str = ""
) -> Achttienbesluit:
    """Decide what happens when a youth turns eighteen, with reasons, and until when youth help can last then.

    Raises Geweigerd without reasons or what follows, before the youth was told, and when help ended too long ago to be
    resumed. NietGevonden for another's child.
    """
    eis_toegang(wie)
    kind = zichtbare_kinderen(wie).select_related("gemeente").filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    _toets(kind, soort, reden, vervolg, verteld_op)
    assert verteld_op is not None  # noqa: S101  _toets refuses it
    with transaction.atomic():
        besluit = Achttienbesluit.objects.create(
            kind=kind, soort=soort, vervolg="" if soort in _GAAT_DOOR else vervolg,
            tot=uitkomst_voor(kind, soort).datum, reden=reden.strip(), verteld_op=verteld_op,
            besloten_door=wie.gebruiker,
        )  # fmt: skip
        rond_af(sleutel_achttien(kind.pk))
        leg_vast(wie, "kind.achttien", kind_id=kind.pk, soort="kind", onderwerp_id=kind.pk, gegevens={"soort": soort})
    return besluit


def sleutel_achttien(kind_id: object) -> str:
    """Key of the turn about turning eighteen."""
    return f"kind:{kind_id}:achttien"


def open_achttienbeurten(dag: date) -> int:
    """Open a turn for each youth with running help who turns eighteen soon and for whom nobody decided.

    How soon is a norm of the municipality, else half a year. Return how many there are. Again: changes nothing. The
    number of queries does not grow with the children.
    """
    jongst = maanden_erbij(dag + timedelta(weeks=MEESTE_WEKEN), -12 * VOLWASSEN)
    oudst = maanden_erbij(dag, -12 * VOLWASSEN)
    kinderen = list(
        Kind.objects.filter(geboortedatum__gte=oudst, geboortedatum__lte=jongst, achttienbesluiten__isnull=True)
        .filter(pk__in=lopend_vanaf(dag).values("kind"))
        .select_related("gemeente")
    )
    normen = Normenset([VRAAG], list({k.gemeente_id: k.gemeente for k in kinderen}.values()), dag)
    weken = {k.gemeente_id: weken_vooraf(normen.antwoord(VRAAG, k.gemeente), MEESTE_WEKEN) for k in kinderen}
    nu = [k for k in kinderen if dag <= _jarig(k) <= dag + timedelta(weeks=weken[k.gemeente_id])]
    regie = regisseurs_van({k.pk for k in nu})
    open_beurten(_beurt(k, dag, regie.get(k.pk)) for k in nu)
    return len(nu)


def _jarig(kind: Kind) -> date:
    return verjaardag(kind.geboortedatum, VOLWASSEN)


def _beurt(kind: Kind, dag: date, contact: Gebruiker | None) -> NieuweBeurt:
    uitkomst = uitkomst_voor(kind)
    return NieuweBeurt(
        sleutel=sleutel_achttien(kind.pk), soort="achttien", titel="Beslissen over hulp na 18",
        tekst="De hulp loopt nog als deze jeugdige 18 wordt. Beslis wat er daarna is.",
        organisatie=kind.gemeente, rol=Rol.TOEGANG, contact=contact, begon_op=dag, uiterlijk=uitkomst.datum,
        grondslag=JEUGDIGE, uitleg=tuple(s.tekst for s in uitkomst.stappen), handeling="Bekijk en beslis",
        pad=f"/kinderen/{kind.pk}/achttien/", aanduiding=aanduiding(kind), kenmerk=kind.kenmerk, kind_id=kind.pk,
        escalatie="Teamleider toegang",
    )  # fmt: skip


def _toets(kind: Kind, soort: str, reden: str, vervolg: str, verteld_op: date | None) -> None:
    fouten = {}
    if soort not in Soort.values:
        fouten["soort"] = "Kies wat er na de achttiende verjaardag gebeurt."
    if soort in {Soort.OVERGANG, Soort.EINDIGT} and vervolg not in Vervolg.values:
        fouten["vervolg"] = "Kies wat er daarna komt."
    if not reden.strip():
        fouten["reden"] = "Schrijf op waarom."
    if verteld_op is None or not kind.geboortedatum < verteld_op <= vandaag():
        fouten["verteld_op"] = "Vul in wanneer de jeugdige het hoorde: vandaag of eerder."
    if soort in {Soort.VERLENGD, Soort.PLEEGZORG} and not _kan_nog(kind):
        fouten["soort"] = "De hulp is langer dan een half jaar geleden geëindigd. Dan kan zij niet meer doorgaan."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag=JEUGDIGE, velden=fouten)


def _kan_nog(kind: Kind) -> bool:
    """Before eighteen always; after it only while help runs or ended less than half a year ago."""
    if vandaag() < _jarig(kind):
        return True
    grens = maanden_erbij(vandaag(), -HERVATTEN_BINNEN)
    begon_eerder = Q(ingangsdatum__lt=_jarig(kind))
    return lopend_vanaf(grens).filter(begon_eerder, kind=kind).exists()
