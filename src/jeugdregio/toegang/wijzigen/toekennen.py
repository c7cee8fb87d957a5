"""Granting a request for change: all of it, as asked, in one assignment message (IV093, OP348)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import transaction

from ijw.wijzigen import Afspraak, Vorm, vorm_van_wijziging
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.besluit import kies_regels, sluit_beurt_als_klaar, te_beslissen
from jeugdregio.toegang.besluit import pak as pak_verzoek
from jeugdregio.toegang.models import GevraagdeWijziging, Toewijzing, Verzoek, VerzoekRegel
from jeugdregio.toegang.nummering import toewijzingnummer
from jeugdregio.toegang.overlap import VERWIJDERD
from jeugdregio.toegang.poort import TeStarten, eis_toestemming
from jeugdregio.toegang.toewijzen import toets_periode
from jeugdregio.toegang.wijzigen.messages import afspraak
from jeugdregio.toegang.wijzigen.vastleggen import Verandering, leg_vast_en_stuur
from jeugdregio.toegang.wijzigen.veranderen import verander
from jeugdregio.zorglandschap.queries import contract_voor

AANBIEDER_VROEG = "12"
Soort = GevraagdeWijziging.Soort


def ken_toe(
    wie: Wie, verzoek_id: UUID, *, versie: int, vanaf: Mapping[UUID, date] | None = None, afgestemd: str = "",
    zonder_contract_reden: str = "",
) -> list[Toewijzing]:  # fmt: skip
    """Grant a request for change and return what changed and what is new.

    `vanaf` holds, per asked change, another first day than was asked: only when that day has passed by now, and agreed
    with the provider (`afgestemd`). Raises Geweigerd when a change begins in the past without that agreement, a new
    product lacks consent or a contract, or the message would fail our own check; Conflict when it was answered.
    """
    verzoek = te_beslissen(wie, verzoek_id)
    if verzoek.soort != Verzoek.Soort.WIJZIGING:
        raise Geweigerd("Dit is een verzoek om toewijzing. Wijs de gevraagde hulp toe.")
    with transaction.atomic():
        pak_verzoek(verzoek, versie)
        (regel,) = kies_regels(verzoek, verzoek.regels.values_list("pk", flat=True))
        gevraagd = list(verzoek.wijzigingen.select_related("toewijzing__kind__gemeente", "toewijzing__gemeente",
                                                            "toewijzing__aanbieder"))  # fmt: skip
        _toets_nieuw(verzoek, gevraagd, zonder_contract_reden)
        verandering = _verandering(verzoek, regel, gevraagd, vanaf or {}, afgestemd)
        leg_vast_en_stuur(
            wie, verandering, toelichting=f"Verzoek {verzoek.kenmerk} van {verzoek.aanbieder}",
            referentie=regel.referentie_aanbieder,
        )  # fmt: skip
        regel.staat, regel.besloten_op = VerzoekRegel.Staat.TOEGEWEZEN, nu()
        regel.save(update_fields=["staat", "besloten_op"])
        leg_vast(
            wie, "wijziging.toegekend", kind_id=verzoek.kind_id, soort="verzoek", onderwerp_id=verzoek.pk,
            gegevens={"toewijzingen": [t.nummer for t in verandering.alle], "afgestemd": afgestemd.strip()},
        )  # fmt: skip
        sluit_beurt_als_klaar(verzoek)
    return verandering.alle


def gewenst(wijziging: GevraagdeWijziging, vanaf: date | None) -> Afspraak:
    """Return what is asked, with the day on which it begins moved to `vanaf` if that is given."""
    wens = afspraak(wijziging)
    return wens if vanaf is None else replace(wens, ingangsdatum=vanaf)


def _verandering(
    verzoek: Verzoek, regel: VerzoekRegel, gevraagd: list[GevraagdeWijziging], vanaf: Mapping[UUID, date],
    afgestemd: str,
) -> Verandering:  # fmt: skip
    """The changes first: they make room for what is new."""
    alles, referentie = Verandering(), regel.referentie_aanbieder
    for wijziging in gevraagd:
        toewijzing = wijziging.toewijzing
        if wijziging.soort != Soort.ANDERS or toewijzing is None:
            continue
        wens = gewenst(wijziging, vanaf.get(wijziging.pk))
        _nog_actueel(toewijzing)
        vorm = vorm_van_wijziging(afspraak(toewijzing), wens, vandaag())
        if vorm is Vorm.BLIJFT:
            continue
        if vorm is Vorm.NIEUW_NUMMER:
            _toets_begin(wens.ingangsdatum, afgestemd)
        stuk = verander(toewijzing, wens, AANBIEDER_VROEG, referentie=referentie)
        alles.anders += stuk.anders
        alles.nieuw += stuk.nieuw
        for opvolger in stuk.nieuw:
            opvolger.verzoek_regel = regel
    alles.nieuw += [_nieuw(verzoek, regel, w, vanaf.get(w.pk), afgestemd) for w in gevraagd if w.soort == Soort.NIEUW]
    if not alles.alle:
        raise Geweigerd("Alles wat dit verzoek vraagt geldt al. Wijs het af met reden 1: nieuwe aanvraag.")
    return alles


def _nieuw(
    verzoek: Verzoek, regel: VerzoekRegel, wijziging: GevraagdeWijziging, vanaf: date | None, afgestemd: str
) -> Toewijzing:
    wens = gewenst(wijziging, vanaf)
    _toets_begin(wens.ingangsdatum, afgestemd)
    nieuw = Toewijzing(
        nummer=toewijzingnummer(verzoek.gemeente), kind=verzoek.kind, gemeente=verzoek.gemeente,
        aanbieder=verzoek.aanbieder, verzoek_regel=regel, referentie_aanbieder=regel.referentie_aanbieder,
        categorie=wijziging.categorie, code=wijziging.code, toegewezen_op=nu(), ingangsdatum=wens.ingangsdatum,
        einddatum=wens.einddatum, volume=wens.volume, eenheid=wens.eenheid or "", frequentie=wens.frequentie or "",
        budget=wens.budget,
    )  # fmt: skip
    if nieuw.einddatum is not None and nieuw.einddatum < nieuw.ingangsdatum:
        toets_periode(nieuw)
    return nieuw


def _toets_begin(begin: date, afgestemd: str) -> None:
    if begin < vandaag() and not afgestemd.strip():
        raise Geweigerd(
            "De gevraagde dag is voorbij. Spreek met de aanbieder af of het met terugwerkende kracht kan, of op welke "
            "dag de wijziging dan ingaat.",
            grondslag="iJw IV093 en OP348",
            velden={"afgestemd": "Vul in met wie bij de aanbieder je dit afsprak, en wanneer."},
        )


def _nog_actueel(toewijzing: Toewijzing) -> None:
    verlopen = toewijzing.einddatum is not None and toewijzing.einddatum < vandaag()
    if verlopen or toewijzing.reden_wijziging == VERWIJDERD:
        raise Geweigerd(
            f"Toewijzing {toewijzing.nummer} geldt niet meer. Wijs het verzoek af met reden 1: nieuwe aanvraag.",
            grondslag="iJw TR351",
        )


def _toets_nieuw(verzoek: Verzoek, gevraagd: list[GevraagdeWijziging], zonder_contract_reden: str) -> None:
    """A new kind of help asks for consent and a contract; changing what runs already has them."""
    nieuw = [w for w in gevraagd if w.soort == Soort.NIEUW]
    if not nieuw:
        return
    eis_toestemming(verzoek.kind, *(TeStarten(code, verzoek) for code in sorted({w.code for w in nieuw})))
    zonder = [w.code for w in nieuw if w.code and not contract_voor(
        verzoek.aanbieder, verzoek.gemeente, w.code, w.ingangsdatum or vandaag()).goed]  # fmt: skip
    if zonder and not zonder_contract_reden.strip():
        raise Geweigerd(
            f"Er is geen contract met {verzoek.aanbieder.naam} voor {', '.join(zonder)}. Leg uit waarom je toch "
            "toekent, of wijs af.",
            grondslag="Jeugdwet 2.6 lid 1 onder a",
            velden={"zonder_contract_reden": "Leg uit waarom je zonder contract toekent."},
        )
