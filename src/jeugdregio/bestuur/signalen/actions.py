"""Giving a signal, answering, asking after it, passing it on, withdrawing; and letters for the archive."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.urls import reverse

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.bestuur.signalen.models import Antwoordtermijn, Archiefbrief, Geadresseerde, Signaal, Signaalstap
from jeugdregio.bestuur.signalen.permissions import (
    bij_overheid,
    eis,
    mag_antwoorden,
    mag_lezen,
    mag_opvolgen,
    zichtbare_signalen,
)
from jeugdregio.beurten.actions import laat_vervallen, open_beurt, rond_af, verzet
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.wie import Wie
from recht.datum import datum_kort

Staat = Signaal.Staat
BUITEN = (Geadresseerde.VNG, Geadresseerde.INSPECTIE, Geadresseerde.MINISTERIE)
ZONDER_REGEL_DAGEN = 42


@dataclass(frozen=True, kw_only=True)
class NieuwSignaal:
    """What is written down; `aan` is the municipality, empty for all others."""

    gedeeld: bool
    geadresseerde: str
    onderwerp: str
    tekst: str
    aan: UUID | None = None
    gevraagd: str = ""
    gemeld_op: date | None = None


def meld(wie: Wie, nieuw: NieuwSignaal, *, vervolg_op: Signaal | None = None) -> Signaal:
    """Give a signal and the addressee its turn; to somebody outside, the sender gets the turn to watch for the answer.

    Raises GeenRecht, Geweigerd (field by field; personal data of a family is never kept).
    """
    eis(mag_lezen(wie), "Signalen geven gemeenten, het regiokantoor en hun partners.")
    op = nieuw.gemeld_op or vandaag()
    _toets(wie, nieuw, op)
    aan = _aan(nieuw)
    termijn, uitleg = _termijn(nieuw.geadresseerde, op)
    for _poging in range(5):
        try:
            with transaction.atomic():
                signaal = Signaal.objects.create(
                    nummer=_nummer(op), afzender=wie.organisatie, geadresseerde=nieuw.geadresseerde, aan=aan,
                    onderwerp=nieuw.onderwerp.strip(), tekst=nieuw.tekst.strip(), gevraagd=nieuw.gevraagd.strip(),
                    gedeeld=nieuw.gedeeld, gemeld_op=op, antwoord_uiterlijk=termijn, gemeld_door=wie.gebruiker,
                    vervolg_op=vervolg_op,
                )  # fmt: skip
                _stap(wie, signaal, f"Gemeld aan {signaal.aan_naam}")
                _open_beurt(signaal, uitleg)
        except IntegrityError:
            continue  # somebody took the number at the same moment
        return signaal
    raise Conflict("Er worden nu veel signalen tegelijk gemeld. Probeer het nog eens.")


def antwoord(wie: Wie, signaal_id: UUID, *, versie: int, tekst: str, op: date) -> Signaal:
    """Write down the answer and its day."""
    with transaction.atomic():
        signaal = _pak(wie, signaal_id, versie)
        eis(mag_antwoorden(wie, signaal), f"Alleen {signaal.aan or signaal.afzender} legt het antwoord vast.")
        velden = {} if tekst.strip() else {"tekst": "Schrijf het antwoord op."}
        if not signaal.gemeld_op <= op <= vandaag():
            velden["op"] = "Kies een dag vanaf het signaal tot en met vandaag."
        if velden:
            raise Geweigerd("Het antwoord is nog niet compleet.", velden=velden)
        weiger_persoonsgegevens({"tekst": tekst})
        signaal.antwoord, signaal.antwoord_op, signaal.staat = tekst.strip(), op, Staat.BEANTWOORD
        signaal.save(update_fields=["antwoord", "antwoord_op", "staat"])
        _stap(wie, signaal, "Beantwoord", tekst)
        rond_af(sleutel(signaal))
    return signaal


def vraag_na(wie: Wie, signaal_id: UUID, *, versie: int, tekst: str) -> Signaal:
    """Ask again after the term: a new term runs from today. Raises Geweigerd when the term is not over yet."""
    with transaction.atomic():
        signaal = _pak(wie, signaal_id, versie)
        eis(mag_opvolgen(wie, signaal), f"Alleen {signaal.afzender} vraagt dit na.")
        if signaal.antwoord_uiterlijk >= vandaag():
            raise Geweigerd(
                f"De termijn loopt nog tot {datum_kort(signaal.antwoord_uiterlijk)}. Vraag daarna na.",
                velden={"tekst": "De termijn loopt nog."},
            )
        weiger_persoonsgegevens({"tekst": tekst})
        signaal.antwoord_uiterlijk, uitleg = _termijn(signaal.geadresseerde, vandaag())
        signaal.save(update_fields=["antwoord_uiterlijk"])
        _stap(wie, signaal, "Nagevraagd", tekst)
        verzet(sleutel(signaal), signaal.antwoord_uiterlijk, [f"Nagevraagd op {datum_kort(vandaag())}.", *uitleg])
    return signaal


def zet_door(wie: Wie, signaal_id: UUID, *, versie: int, geadresseerde: str, tekst: str) -> Signaal:
    """Pass a signal on to the region or outside it, as a signal of the own organisation; both stay linked.

    Who gave the first signal keeps seeing where it went. Returns the new signal.
    """
    with transaction.atomic():
        signaal = _pak(wie, signaal_id, versie)
        eis(bij_overheid(wie) and mag_antwoorden(wie, signaal), "Alleen de gemeente of regio die het kreeg zet door.")
        if geadresseerde not in {Geadresseerde.REGIO, *BUITEN} or geadresseerde == signaal.geadresseerde:
            raise Geweigerd("Kies aan wie je doorzet.", velden={"geadresseerde": "Kies een ander uit de lijst."})
        vervolg = meld(
            wie,
            NieuwSignaal(
                gedeeld=signaal.gedeeld, geadresseerde=geadresseerde, onderwerp=signaal.onderwerp,
                tekst=tekst.strip() or signaal.tekst, gevraagd=signaal.gevraagd,
            ),
            vervolg_op=signaal,
        )  # fmt: skip
        signaal.staat = Staat.DOORGEZET
        signaal.save(update_fields=["staat"])
        _stap(wie, signaal, f"Doorgezet aan {vervolg.aan_naam}", f"Verder onder nummer {vervolg.nummer}.")
        rond_af(sleutel(signaal))
    return vervolg


def trek_in(wie: Wie, signaal_id: UUID, *, versie: int, reden: str) -> Signaal:
    """Withdraw an own signal, with the reason."""
    with transaction.atomic():
        signaal = _pak(wie, signaal_id, versie)
        eis(mag_opvolgen(wie, signaal), f"Alleen {signaal.afzender} trekt dit signaal in.")
        if not reden.strip():
            raise Geweigerd("Schrijf op waarom.", velden={"reden": "Schrijf op waarom het signaal niet meer speelt."})
        weiger_persoonsgegevens({"reden": reden})
        signaal.staat = Staat.INGETROKKEN
        signaal.save(update_fields=["staat"])
        _stap(wie, signaal, "Ingetrokken", reden)
        laat_vervallen(sleutel(signaal))
    return signaal


def archiveer(
    wie: Wie, *, datum: date, van: str, aan: str, onderwerp: str, kenmerk: str = "", samenvatting: str = "",
    vindplaats: str = "", signaal_id: UUID | None = None,
) -> Archiefbrief:  # fmt: skip
    """Write down a letter that came or went, with where it is kept; may belong to a signal."""
    eis(bij_overheid(wie), "Alleen een gemeente of het regiokantoor houdt het brievenarchief bij.")
    teksten = {"van": van, "aan": aan, "onderwerp": onderwerp}
    velden = {naam: "Vul dit in." for naam, tekst in teksten.items() if not tekst.strip()}
    if datum > vandaag():
        velden["datum"] = "Deze dag moet nog komen."
    signaal = zichtbare_signalen(wie).filter(pk=signaal_id).first() if signaal_id else None
    if signaal_id and signaal is None:
        velden["signaal_id"] = "Kies een signaal uit de lijst."
    if velden:
        raise Geweigerd("De brief is nog niet compleet.", velden=velden)
    weiger_persoonsgegevens({"onderwerp": onderwerp, "samenvatting": samenvatting, "kenmerk": kenmerk})
    with transaction.atomic():
        brief = Archiefbrief.objects.create(
            datum=datum, van=van.strip(), aan=aan.strip(), onderwerp=onderwerp.strip(), kenmerk=kenmerk.strip(),
            samenvatting=samenvatting.strip(), vindplaats=vindplaats.strip(), signaal=signaal,
            eigenaar=wie.organisatie,
        )  # fmt: skip
        leg_vast(wie, "archiefbrief.vastgelegd", soort="archiefbrief", onderwerp_id=brief.pk)
    return brief


def sleutel(signaal: Signaal) -> str:
    """Key of the turn to answer, or to watch for the answer."""
    return f"signaal:{signaal.pk}:antwoord"


def _toets(wie: Wie, nieuw: NieuwSignaal, op: date) -> None:
    velden = {}
    if not nieuw.onderwerp.strip():
        velden["onderwerp"] = "Geef het signaal een onderwerp."
    if not nieuw.tekst.strip():
        velden["tekst"] = "Schrijf op wat je ziet."
    if nieuw.geadresseerde not in Geadresseerde.values:
        velden["geadresseerde"] = "Kies aan wie het signaal is."
    if nieuw.geadresseerde in BUITEN and not bij_overheid(wie):
        velden["geadresseerde"] = "Meld het aan een gemeente of de regio; die kan het doorzetten."
    if nieuw.geadresseerde == Geadresseerde.GEMEENTE and nieuw.aan is None:
        velden["aan"] = "Kies de gemeente."
    if op > vandaag():
        velden["gemeld_op"] = "Deze dag moet nog komen."
    if velden:
        raise Geweigerd("Het signaal is nog niet compleet.", velden=velden)
    weiger_persoonsgegevens({"onderwerp": nieuw.onderwerp, "tekst": nieuw.tekst, "gevraagd": nieuw.gevraagd})


def _aan(nieuw: NieuwSignaal) -> Organisatie | None:
    if nieuw.geadresseerde in BUITEN:
        return None
    if nieuw.geadresseerde == Geadresseerde.REGIO:
        aan = Organisatie.objects.filter(soort=Soort.REGIOKANTOOR).order_by("naam").first()
    else:
        aan = next((gemeente for gemeente in deelnemers() if gemeente.pk == nieuw.aan), None)
    if aan is None:
        raise Geweigerd("Kies een gemeente van de regio.", velden={"aan": "Kies een gemeente van de regio."})
    return aan


def _termijn(geadresseerde: str, vanaf: date) -> tuple[date, list[str]]:
    regel = Antwoordtermijn.objects.op(vanaf).filter(geadresseerde=geadresseerde).order_by("-van").first()
    dagen = regel.dagen if regel else ZONDER_REGEL_DAGEN
    bron = regel.bron if regel else "geen eigen regel: zes weken"
    uiterlijk = vanaf + timedelta(days=dagen)
    return uiterlijk, [f"{datum_kort(vanaf)} plus {dagen} dagen is {datum_kort(uiterlijk)} ({bron})."]


def _nummer(op: date) -> str:
    laatste = Signaal.objects.filter(nummer__startswith=f"S-{op.year}-").order_by("-nummer").first()
    volgende = int(laatste.nummer[-4:]) + 1 if laatste else 1
    return f"S-{op.year}-{volgende:04d}"


def _open_beurt(signaal: Signaal, uitleg: Iterable[str]) -> None:
    buiten = signaal.aan is None
    organisatie = signaal.aan or signaal.afzender
    open_beurt(
        sleutel=sleutel(signaal),
        soort="signaal_volgen" if buiten else "signaal_antwoorden",
        titel=f"Antwoord van {signaal.aan_naam} volgen" if buiten else "Signaal beantwoorden",
        kenmerk=signaal.nummer,
        tekst=signaal.onderwerp,
        organisatie=organisatie,
        rol=Rol.SECRETARIS if organisatie.soort == Soort.REGIOKANTOOR else Rol.BELEID,
        begon_op=signaal.gemeld_op,
        uiterlijk=signaal.antwoord_uiterlijk,
        grondslag="Afspraak over antwoord op signalen",
        uitleg=list(uitleg),
        handeling="Leg het antwoord vast, of vraag na" if buiten else "Beantwoord of zet door",
        pad=reverse("signalen:signaal", args=[signaal.pk]),
        wachtende=None if buiten else signaal.afzender,
    )


def _pak(wie: Wie, signaal_id: UUID, versie: int) -> Signaal:
    """Take an open signal for a step: the first of two people wins, the other is told."""
    signaal = zichtbare_signalen(wie).select_related("afzender", "aan").filter(pk=signaal_id).first()
    if signaal is None:
        raise NietGevonden("Dit signaal is er niet.")
    if not Signaal.objects.filter(pk=signaal.pk, versie=versie).update(versie=F("versie") + 1):
        raise Conflict("Iemand heeft dit signaal net gewijzigd. Bekijk het opnieuw.")
    signaal.versie = versie + 1
    if signaal.staat != Staat.OPEN:
        raise Conflict(f"Dit kan niet meer: het signaal is {signaal.get_staat_display().lower()}.")
    return signaal


def _stap(wie: Wie, signaal: Signaal, wat: str, tekst: str = "") -> None:
    Signaalstap.objects.create(signaal=signaal, wat=wat[:60], tekst=tekst.strip(), namens=wie.organisatie)
    leg_vast(wie, "signaal.stap", soort="signaal", onderwerp_id=signaal.pk, gegevens={"stap": wat})
