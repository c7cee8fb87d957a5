"""Colleges and councils decide on exactly one version; only when all adopt the identical text, it is adopted."""

from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.overgangen import gelijk_regeleinde
from jeugdregio.bestuur.teksten import beurten
from jeugdregio.bestuur.teksten.models import Amendement, Collegebesluit, Raadsbesluit, Staat, Tekst, Tekstversie
from jeugdregio.bestuur.teksten.permissions import deelnemers_op, eis, gemeente_van, mag_college, mag_raad
from jeugdregio.bestuur.teksten.weg import (
    BIJ_DE_RADEN,
    deelnemers,
    eis_geweest,
    eis_tekst,
    ga_naar,
    laatste_versie,
    pak,
    schrijf_stap,
)
from jeugdregio.bestuur.toezeggingen.actions import NieuwStuk, registreer
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk
from jeugdregio.beurten.actions import heropen, rond_af
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie

_S, _U, _A = Staat, Raadsbesluit.Uitkomst, Amendement.Staat


@transaction.atomic
def leg_collegebesluit_vast(
    wie: Wie, tekst_id: UUID, *, versie: int, op: date, kenmerk: str, controletekst: str = ""
) -> Collegebesluit:
    """Record that the own college offers exactly this version. The last college brings the text a step further."""
    tekst = pak(wie, tekst_id, versie, (_S.REACTIENOTA,))
    eis(mag_college(wie), "Dit legt een wethouder, beleidsmedewerker of jurist van de gemeente vast.")
    gemeente = _deelnemer(tekst, wie.organisatie)
    laatste = laatste_versie(tekst)
    _eis_besluit(op, kenmerk)
    eis_gelijk(laatste, controletekst)
    if laatste.collegebesluiten.filter(gemeente=gemeente).exists():
        raise Conflict(f"Het besluit van het college van {gemeente} staat er al.")
    besluit = Collegebesluit.objects.create(tekstversie=laatste, gemeente=gemeente, op=op, kenmerk=kenmerk.strip())
    rond_af(beurten.sleutel_college(laatste, gemeente))
    schrijf_stap(wie, tekst, f"College van {gemeente} akkoord", f"{laatste}, {kenmerk}")
    klaar = set(laatste.collegebesluiten.values_list("gemeente_id", flat=True))
    if {g.pk for g in deelnemers(tekst)} <= klaar:
        ga_naar(wie, tekst, _S.COLLEGES, f"Alle colleges gaan akkoord met {laatste}")
    return besluit


@transaction.atomic
def leg_raadsbesluit_vast(
    wie: Wie, tekst_id: UUID, *, versie: int, uitkomst: str, op: date, kenmerk: str, reden: str = "",
    motie: str = "", motie_nummer: str = "", controletekst: str = "",
) -> Raadsbesluit:  # fmt: skip
    """Record what the own council did with this version; an amendment has an act of its own.

    A motion does not touch the text: it enters the register of motions, for the elaboration. Raises Geweigerd when the
    text the council adopted is not this one to the last space, Conflict when the council decided already.
    """
    tekst = pak(wie, tekst_id, versie, BIJ_DE_RADEN)
    besluit = eigen_besluit(wie, tekst)
    _eis_besluit(op, kenmerk)
    if uitkomst not in set(_U.values) - {_U.GEAMENDEERD, _U.GEAGENDEERD}:
        raise Geweigerd("Kies wat de raad besloot.", velden={"uitkomst": "Kies uit de lijst."})
    if uitkomst in {_U.AANGEHOUDEN, _U.VERWORPEN}:
        eis_tekst(reden=reden)
    if uitkomst in {_U.AANGENOMEN, _U.MET_MOTIE}:
        eis_gelijk(besluit.tekstversie, controletekst)
    if uitkomst == _U.MET_MOTIE:
        besluit.motie = maak_motie(wie, tekst, op, motie, motie_nummer)
    besluit.uitkomst, besluit.op, besluit.kenmerk, besluit.reden = uitkomst, op, kenmerk.strip(), reden.strip()
    besluit.save()
    if uitkomst != _U.AANGEHOUDEN:
        rond_af(beurten.sleutel_raad(besluit.tekstversie, besluit.gemeente_id))
    schrijf_stap(wie, tekst, f"Raad van {besluit.gemeente}: {besluit.get_uitkomst_display().lower()}", reden)
    zet_stand(wie, tekst)
    return besluit


def eigen_besluit(wie: Wie, tekst: Tekst) -> Raadsbesluit:
    """Return the open decision of the own council on the newest version.

    Raises GeenRecht for who is no registry, Geweigerd for a council outside the region, Conflict when it decided.
    """
    eis(mag_raad(wie), "Alleen de griffie legt vast wat haar raad besloot.")
    gemeente = _deelnemer(tekst, gemeente_van(wie))
    besluiten = laatste_versie(tekst).raadsbesluiten.select_related("gemeente", "tekstversie")
    besluit = besluiten.filter(gemeente=gemeente).first()
    if besluit is None:
        raise Conflict("De tekst ligt nog niet bij deze raad: de gemeente doet pas sinds kort mee.")
    if besluit.uitkomst not in {_U.GEAGENDEERD, _U.AANGEHOUDEN}:
        raise Conflict(f"Het besluit van deze raad staat er al: {besluit.get_uitkomst_display().lower()}.")
    return besluit


def maak_motie(wie: Wie, tekst: Tekst, op: date, kern: str, nummer: str) -> Raadsstuk:
    """Put a motion in the register of motions, with as scope the elaboration of this text."""
    eis_tekst(motie=kern, motie_nummer=nummer)
    return registreer(
        wie,
        NieuwStuk(
            nummer=nummer.strip(), soort=Raadsstuk.Soort.MOTIE, vergadering=Raadsstuk.Vergadering.RAAD,
            vergadering_op=op, kern=kern, indiener="raad", portefeuillehouder="wethouder jeugd",
            datumsoort=Raadsstuk.Datumsoort.ZONDER, zittingsperiode=zittingsperiode(op),
            bron=f"Uitwerking van {tekst.titel}"[:300],
        ),
    )  # fmt: skip


def zittingsperiode(op: date) -> str:
    """Return the term of the council on a day; councils change at the end of March, every four years since 2018."""
    begin = op.year - (op.year - 2018) % 4
    if (op.year - 2018) % 4 == 0 and op < date(op.year, 4, 1):
        begin -= 4
    return f"{begin}-{begin + 4}"


def eis_gelijk(versie: Tekstversie, controletekst: str) -> None:
    """Raise Geweigerd when the text that was decided on differs from this version, naming the first difference."""
    anders = gelijk_regeleinde(controletekst)
    if not anders or anders == versie.tekst:
        return
    paren = zip(versie.tekst, anders, strict=False)
    plek = next((n for n, (a, b) in enumerate(paren) if a != b), min(len(versie.tekst), len(anders)))
    regel = versie.tekst.count("\n", 0, plek) + 1
    melding = (
        f"Deze tekst is niet gelijk aan {versie}: het eerste verschil staat in regel {regel}, na "
        f"'{versie.tekst[max(0, plek - 20) : plek]}'. Ook een spatie telt."
    )
    raise Geweigerd(melding, velden={"controletekst": melding})


def zet_stand(wie: Wie, tekst: Tekst) -> None:
    """Put the text in the state that follows from what the councils decided on the newest version."""
    versie = laatste_versie(tekst)
    uitkomsten = {b.gemeente_id: b for b in versie.raadsbesluiten.all()}
    staten = set(versie.amendementen.values_list("staat", flat=True))
    nodig = [uitkomsten.get(g.pk) for g in deelnemers(tekst)]
    if _A.VERZOENING in staten or any(b and b.uitkomst == _U.VERWORPEN for b in nodig):
        nieuw = tekst.staat != _S.VERZOENING
        ga_naar(wie, tekst, _S.VERZOENING, "De raden komen nog niet op dezelfde tekst uit")
        if nieuw:
            beurten.open_verzoening(tekst)
        return
    if tekst.staat == _S.VERZOENING:
        rond_af(beurten.sleutel_verzoening(tekst))
    if staten & {_A.RONDGANG, _A.AANVAARD}:
        ga_naar(wie, tekst, _S.RONDGANG, "Een amendement gaat rond langs de andere raden")
    elif all(b is not None and b.is_aangenomen for b in nodig):
        tekst.vastgesteld_op = max(b.op for b in nodig if b is not None and b.op is not None)
        ga_naar(wie, tekst, _S.VASTGESTELD, f"Alle {len(nodig)} raden stelden {versie} vast")
    else:
        ga_naar(wie, tekst, _S.RAADSBEHANDELING, f"De raden besluiten over {versie}")


def heropen_besluit(tekst: Tekst, besluit: Raadsbesluit) -> None:
    """Let a council decide again on the version it amended before."""
    besluit.uitkomst, besluit.op, besluit.kenmerk = _U.GEAGENDEERD, None, ""
    besluit.save(update_fields=["uitkomst", "op", "kenmerk"])
    heropen(beurten.sleutel_raad(besluit.tekstversie, besluit.gemeente_id))


def _deelnemer(tekst: Tekst, gemeente: Organisatie | None) -> Organisatie:
    if gemeente is None or gemeente not in deelnemers_op(tekst.regio, vandaag()):
        raise Geweigerd("Deze gemeente doet vandaag niet mee aan de regio. Haar besluit telt hier niet.")
    return gemeente


def _eis_besluit(op: date, kenmerk: str) -> None:
    eis_tekst(kenmerk=kenmerk)
    if op > vandaag():
        raise eis_geweest("op", aan="het besluit")
