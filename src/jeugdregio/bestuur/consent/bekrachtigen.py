"""Ratification: every college, and each council that must, on exactly the text there was consent about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.beurten import werk_beurten_bij
from jeugdregio.bestuur.consent.evalueren import meet
from jeugdregio.bestuur.consent.gevolgen import voer_uit
from jeugdregio.bestuur.consent.models import Bekrachtiging, Bezwaar, Ronde, Staat, Voorstel
from jeugdregio.bestuur.consent.overgangen import ga_naar, laatste_versie, pak, vingerafdruk
from jeugdregio.bestuur.consent.permissions import deelnemers_op
from jeugdregio.bestuur.consent.standpunten import NieuwBezwaar, bezwaar_inhoud
from jeugdregio.bestuur.consent.toetsen_invoer import eis_ingevuld, eis_keuze
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie
from recht.datum import datum_kort

_S = Bekrachtiging.Staat


@dataclass(frozen=True)
class TeBesluiten:
    """A college or council that must still decide, with the day."""

    gemeente: Organisatie
    orgaan: str
    uiterlijk: date


@transaction.atomic
def zet_uit(wie: Wie, voorstel_id: UUID, organen: Sequence[TeBesluiten]) -> Voorstel:
    """List who must still decide. Each participating college is on it: consent at the table binds no college."""
    voorstel = pak(wie, voorstel_id, Staat.CONSENT)
    wie.eis(Rol.SECRETARIS)
    _toets_lijst(voorstel, organen)
    versie = laatste_versie(voorstel)
    for rij in organen:
        bestaand, nieuw = Bekrachtiging.objects.get_or_create(
            versie=versie, gemeente=rij.gemeente, orgaan=rij.orgaan,
            defaults={"voorstel": voorstel, "uiterlijk": rij.uiterlijk},
        )  # fmt: skip
        # A decision on this same text still counts; who declined it decides again.
        if not nieuw and bestaand.staat != _S.BEKRACHTIGD:
            bestaand.staat, bestaand.uiterlijk = _S.OPEN, rij.uiterlijk
            bestaand.save(update_fields=["staat", "uiterlijk"])
    ga_naar(wie, voorstel, Staat.BEKRACHTIGING)
    _verder_als_klaar(wie, voorstel)
    return voorstel


def _toets_lijst(voorstel: Voorstel, organen: Sequence[TeBesluiten]) -> None:
    eis_keuze({f"orgaan_{n}": rij.orgaan for n, rij in enumerate(organen)}, Bekrachtiging.Orgaan.values)
    deelnemers = {g.pk: g.naam for g in deelnemers_op(voorstel, vandaag())}
    vreemd = [rij.gemeente.naam for rij in organen if rij.gemeente.pk not in deelnemers]
    if vreemd:
        raise Geweigerd(f"{', '.join(vreemd)} doet niet mee aan de regio. Haal dit van de lijst.")
    colleges = {rij.gemeente.pk for rij in organen if rij.orgaan == Bekrachtiging.Orgaan.COLLEGE}
    mist = [naam for pk, naam in deelnemers.items() if pk not in colleges]
    if mist:
        raise Geweigerd(
            f"Op de lijst mist het college van {', '.join(mist)}. Ieder college besluit zelf.",
            velden={"uiterlijk": "Zet ieder college op de lijst."},
        )
    if any(rij.uiterlijk < vandaag() for rij in organen):
        raise Geweigerd("De dag van besluiten is al voorbij.", velden={"uiterlijk": "Kies vandaag of later."})


@transaction.atomic
def bekrachtig(
    wie: Wie, bekrachtiging_id: UUID, *, tekst_hash: str, kenmerk: str, besloten_op: date, besluittekst: str = ""
) -> Bekrachtiging:
    """Record that a college or council adopted exactly this text. The last one puts the decision into force.

    `besluittekst` may hold the text as it was decided there: one character of difference is refused.
    """
    voorstel, rij = _pak(wie, bekrachtiging_id)
    eis_ingevuld({"kenmerk": kenmerk}, {"kenmerk": "Vul het kenmerk van het besluit in."})
    weiger_persoonsgegevens({"kenmerk": kenmerk})
    if tekst_hash != rij.versie.hash or (besluittekst.strip() and vingerafdruk(besluittekst) != rij.versie.hash):
        raise Geweigerd(
            "Dit besluit gaat over een andere tekst. Bekrachtigen kan alleen op precies de tekst waarover consent is; "
            "ook een spatie telt.",
            velden={"besluittekst": "Deze tekst is niet gelijk aan de tekst van het voorstel."},
        )
    if besloten_op > vandaag():
        raise Geweigerd(
            "Het besluit ligt in de toekomst.", velden={"besloten_op": f"Kies {datum_kort(vandaag())} of eerder."}
        )
    rij.staat, rij.hash, rij.kenmerk = _S.BEKRACHTIGD, rij.versie.hash, kenmerk.strip()
    rij.besloten_op, rij.door = besloten_op, wie.gebruikersnaam
    rij.save()
    leg_vast(wie, "bekrachtiging.vastgelegd", soort="bekrachtiging", onderwerp_id=rij.pk)
    werk_beurten_bij(voorstel)
    _verder_als_klaar(wie, voorstel)
    return rij


@transaction.atomic
def weiger(wie: Wie, bekrachtiging_id: UUID, *, besloten_op: date, bezwaar: NieuwBezwaar) -> Bezwaar:
    """Record that a college or council declined. Its written reason becomes a late objection, visible as such."""
    voorstel, rij = _pak(wie, bekrachtiging_id)
    inhoud = bezwaar_inhoud(bezwaar)
    ronde = voorstel.rondes.filter(soort=Ronde.Soort.VOORSTEL, uitkomst=Ronde.Uitkomst.CONSENT).order_by("-nummer")[0]
    rij.staat, rij.reden, rij.besloten_op, rij.door = _S.GEWEIGERD, bezwaar.schade, besloten_op, wie.gebruikersnaam
    rij.hash = rij.versie.hash
    rij.save()
    laat = Bezwaar.objects.create(voorstel=voorstel, ronde=ronde, gemeente=rij.gemeente, laat=True, **inhoud)
    leg_vast(wie, "bekrachtiging.geweigerd", soort="bekrachtiging", onderwerp_id=rij.pk)
    ga_naar(wie, voorstel, Staat.TOETSING, f"Laat bezwaar: {rij.get_orgaan_display().lower()} {rij.gemeente.naam}")
    return laat


def _pak(wie: Wie, bekrachtiging_id: UUID) -> tuple[Voorstel, Bekrachtiging]:
    gevonden = Bekrachtiging.objects.filter(pk=bekrachtiging_id).values_list("voorstel_id", flat=True).first()
    if gevonden is None:
        raise NietGevonden("Deze bekrachtiging is er niet.")
    voorstel = pak(wie, gevonden, Staat.BEKRACHTIGING)
    rij = Bekrachtiging.objects.select_related("gemeente", "versie").get(pk=bekrachtiging_id)
    if rij.gemeente_id != wie.organisatie_id or not wie.heeft(Rol.WETHOUDER, Rol.BELEID):
        raise GeenRecht(f"Dit legt {rij.gemeente.naam} zelf vast: de wethouder of een beleidsmedewerker.")
    if rij.staat != _S.OPEN:
        raise Conflict(f"Dit besluit is al vastgelegd door {rij.door or 'iemand anders'}.")
    return voorstel, rij


def _verder_als_klaar(wie: Wie, voorstel: Voorstel) -> None:
    versie = laatste_versie(voorstel)
    besluiten = voorstel.bekrachtigingen.filter(versie=versie)
    if besluiten.exclude(staat=_S.BEKRACHTIGD, hash=versie.hash).exists():
        return
    voorstel.van_kracht_op = vandaag()
    meet(voorstel, None)
    ga_naar(wie, voorstel, Staat.VAN_KRACHT, f"Alle besluiten zijn binnen; van kracht op {datum_kort(vandaag())}")
    voer_uit(voorstel)
