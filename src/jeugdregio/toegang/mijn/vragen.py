"""What the family asks on its page, whose turn that is, and the answer."""

from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.beurten.actions import NieuweBeurt, open_beurten, rond_af
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.mijn.contact import houder
from jeugdregio.toegang.mijn.gezinslid import Gezinslid
from jeugdregio.toegang.mijn.models import Gezinsvraag
from jeugdregio.toegang.permissions import eis_toegang, zichtbare_kinderen
from recht.bewaren import verzoek
from recht.termijn import loopt_af, werkdagen

Soort = Gezinsvraag.Soort
# No law gives a term for an answer to a question; five working days is what this system promises the family.
ANTWOORD_WERKDAGEN = 5
GRONDSLAG = {
    Soort.VRAAG: "Awb 2:1 lid 1 (passende ondersteuning)",
    Soort.VERTROUWENSPERSOON: "Jeugdwet 2.5 lid 1",
    Soort.INZAGE: "Jeugdwet 7.3.10; AVG 12 lid 3",
    Soort.KLOPT_NIET: "AVG 16; Jeugdwet 7.3.8 lid 2",
}
_TITEL = {
    Soort.VRAAG: "Vraag van het gezin beantwoorden",
    Soort.VERTROUWENSPERSOON: "Vertrouwenspersoon regelen",
    Soort.INZAGE: "Verzoek om inzage beantwoorden",
    Soort.KLOPT_NIET: "Gezin zegt dat iets niet klopt",
}
_MAX = 4000


def stel_vraag(lid: Gezinslid, soort: str, tekst: str) -> Gezinsvraag:
    """Put a question to the municipality. Raises Geweigerd for an unknown kind, or a question without words."""
    fouten = {}
    if soort not in Soort.values:
        fouten["soort"] = "Kies waar het over gaat."
    if not tekst.strip() and soort in {Soort.VRAAG, Soort.KLOPT_NIET}:
        fouten["tekst"] = "Schrijf op wat je wilt vragen of zeggen."
    if len(tekst) > _MAX:
        fouten["tekst"] = f"Dit is te lang. Maak het korter dan {_MAX} tekens."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), velden=fouten)
    with transaction.atomic():
        vraag = Gezinsvraag.objects.create(toegang=lid.toegang, kind=lid.kind, soort=soort, tekst=tekst.strip())
        leg_vast(lid, "gezin.vraag_gesteld", kind_id=lid.kind.pk, soort="gezinsvraag", onderwerp_id=vraag.pk,
                 gegevens={"soort": soort})  # fmt: skip
        open_beurten([_beurt(lid, vraag)])
    return vraag


def beantwoord(wie: Wie, vraag_id: UUID, antwoord: str) -> Gezinsvraag:
    """Answer a question of the family; it reads the answer on its page. An answer stays as it is.

    Raises NietGevonden for another's child, Geweigerd without words or when it was answered already.
    """
    eis_toegang(wie)
    vraag = (
        Gezinsvraag.objects.filter(pk=vraag_id, kind__in=zichtbare_kinderen(wie))
        .select_related("kind", "toegang__gezagsdrager").first()
    )  # fmt: skip
    if vraag is None:
        raise NietGevonden("Deze vraag is er niet.")
    if not antwoord.strip():
        raise Geweigerd("Schrijf een antwoord.", velden={"antwoord": "Schrijf een antwoord."})
    with transaction.atomic():
        open_ = Gezinsvraag.objects.filter(pk=vraag.pk, beantwoord_op__isnull=True)
        if not open_.update(antwoord=antwoord.strip()[:_MAX], beantwoord_op=nu(), beantwoord_door=wie.gebruiker):
            raise Geweigerd("Een collega heeft deze vraag al beantwoord.")
        leg_vast(wie, "gezin.vraag_beantwoord", kind_id=vraag.kind_id, soort="gezinsvraag", onderwerp_id=vraag.pk)
        rond_af(sleutel(vraag.pk))
    vraag.refresh_from_db()
    return vraag


def sleutel(vraag_id: object) -> str:
    """Key of the turn to answer."""
    return f"gezinsvraag:{vraag_id}:beantwoorden"


def _beurt(lid: Gezinslid, vraag: Gezinsvraag) -> NieuweBeurt:
    soort = Soort(vraag.soort)
    if soort is Soort.INZAGE:
        uitkomst = verzoek(vandaag())
        uiterlijk, uitleg = uitkomst.datum, [stap.tekst for stap in uitkomst.stappen]
    else:
        afloop = loopt_af(werkdagen(ANTWOORD_WERKDAGEN), vandaag())
        uiterlijk, uitleg = afloop.datum, ["Eigen belofte aan het gezin.", *(stap.tekst for stap in afloop.stappen)]
    contact = houder(lid.kind)
    return NieuweBeurt(
        sleutel=sleutel(vraag.pk), soort="gezinsvraag", titel=_TITEL[soort], organisatie=lid.gemeente, rol=Rol.TOEGANG,
        contact=contact.gebruiker if contact and contact.organisatie_id == lid.gemeente.pk else None,
        begon_op=vandaag(), uiterlijk=uiterlijk, grondslag=GRONDSLAG[soort], uitleg=uitleg, handeling="Beantwoord",
        pad=f"/kinderen/{lid.kind.pk}/eigen-pagina/vragen/{vraag.pk}/", aanduiding=aanduiding(lid.kind),
        kenmerk=lid.kind.kenmerk, kind_id=lid.kind.pk, escalatie="Teamleider toegang",
    )  # fmt: skip
