"""Registering an item, working on it, settling it. Each step is kept; the council that asked has the last word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.bestuur.toezeggingen import beurten, termijnen
from jeugdregio.bestuur.toezeggingen.models import Afdoening, Onderdeel, Raadsstuk, Stap
from jeugdregio.bestuur.toezeggingen.permissions import (
    eis,
    gemeente_van,
    mag_behandelen,
    mag_beoordelen,
    mag_registreren,
    zichtbare_stukken,
)
from jeugdregio.bestuur.toezeggingen.regels import toets_gedaan
from jeugdregio.beurten.actions import rond_af
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from recht.datum import datum_kort

Staat = Raadsstuk.Staat
OPEN = (Staat.GEREGISTREERD, Staat.IN_BEHANDELING, Staat.VOORGESTELD)
VAKKEN = {
    "motie": "Afdoening motie",
    "toezegging": "Afdoening toezegging",
    "raadsvragen": "Beantwoording raadsvragen",
    "actueel": "Informatie over een actueel onderwerp",
    "anders": "Anders",
}


@dataclass(frozen=True, kw_only=True)
class NieuwStuk:
    """What is written down about an item; `genoemd` is the day that was named, `onderdelen` what it consists of."""

    nummer: str
    soort: str
    vergadering: str
    vergadering_op: date
    kern: str
    indiener: str
    portefeuillehouder: str
    datumsoort: str
    zittingsperiode: str
    genoemd: date | None = None
    openbaar: bool = True
    bron: str = ""
    onderdelen: Sequence[str] = ()


def registreer(wie: Wie, nieuw: NieuwStuk) -> Raadsstuk:
    """Write down an item of the own council and give the college its turn.

    Raises GeenRecht, Geweigerd (field by field), Conflict when the number is taken.
    """
    eis(mag_registreren(wie), "Alleen een griffier of beleidsmedewerker van de gemeente legt vast wat de raad vroeg.")
    gemeente = gemeente_van(wie)
    assert gemeente is not None  # noqa: S101  mag_registreren
    _toets_nieuw(nieuw)
    termijn = termijnen.voor(nieuw.soort, gemeente, nieuw.vergadering_op, nieuw.datumsoort, nieuw.genoemd)
    velden = {naam: waarde for naam, waarde in vars(nieuw).items() if naam not in {"genoemd", "onderdelen"}}
    try:
        with transaction.atomic():
            stuk = Raadsstuk.objects.create(gemeente=gemeente, uiterlijk=termijn.uiterlijk, **velden)
            Onderdeel.objects.bulk_create(
                Onderdeel(stuk=stuk, volgorde=nummer, tekst=tekst) for nummer, tekst in enumerate(nieuw.onderdelen, 1)
            )
            _stap(wie, stuk, "Geregistreerd", " ".join(termijn.stappen), termijn.uiterlijk)
            beurten.open_afdoen(stuk, termijn.stappen)
    except IntegrityError as fout:
        raise Conflict(f"Nummer {nieuw.nummer} bestaat al. Kies een ander nummer, of open dat stuk.") from fout
    return stuk


def neem_in_behandeling(wie: Wie, stuk_id: UUID, *, versie: int) -> Raadsstuk:
    """Say that the college works on it."""
    with transaction.atomic():
        stuk = _pak(wie, stuk_id, versie, (Staat.GEREGISTREERD,))
        _eis_behandelen(wie, stuk)
        _naar(wie, stuk, Staat.IN_BEHANDELING, "In behandeling")
    return stuk


def stuur_tussenbericht(wie: Wie, stuk_id: UUID, *, versie: int, tekst: str, nieuwe_datum: date | None) -> Raadsstuk:
    """Tell the council why it takes longer and until when; may be done again.

    For "zodra er nieuws is" the new day is a quarter further when none is given.
    """
    with transaction.atomic():
        stuk = _pak(wie, stuk_id, versie, (Staat.GEREGISTREERD, Staat.IN_BEHANDELING))
        _eis_behandelen(wie, stuk)
        _eis_tekst(tekst, "tekst", "Schrijf op waarom het langer duurt.")
        if nieuwe_datum is None and stuk.datumsoort == Raadsstuk.Datumsoort.NIEUWS:
            nieuwe_datum = termijnen.zodra_er_nieuws_is(vandaag()).uiterlijk
        if nieuwe_datum is None or nieuwe_datum <= vandaag():
            raise Geweigerd("Noem een nieuwe dag.", velden={"nieuwe_datum": "Kies een dag na vandaag."})
        stuk.uiterlijk, stuk.staat = nieuwe_datum, Staat.IN_BEHANDELING
        stuk.save(update_fields=["uiterlijk", "staat"])
        _stap(wie, stuk, "Tussenbericht", tekst, nieuwe_datum)
        beurten.verzet_afdoen(stuk, (f"Tussenbericht van {datum_kort(vandaag())}: nieuwe dag.",))
    return stuk


def beantwoord_onderdeel(wie: Wie, stuk_id: UUID, onderdeel_id: UUID, *, versie: int, antwoord: str) -> Raadsstuk:
    """Write down the answer to one of the things that were promised."""
    with transaction.atomic():
        stuk = _pak(wie, stuk_id, versie, (Staat.GEREGISTREERD, Staat.IN_BEHANDELING))
        _eis_behandelen(wie, stuk)
        _eis_tekst(antwoord, "antwoord", "Schrijf het antwoord op.")
        onderdeel = stuk.onderdelen.filter(pk=onderdeel_id).first()
        if onderdeel is None:
            raise NietGevonden("Dit onderdeel hoort niet bij dit stuk.")
        onderdeel.antwoord, onderdeel.beantwoord_op = antwoord.strip(), vandaag()
        onderdeel.save(update_fields=["antwoord", "beantwoord_op"])
        _stap(wie, stuk, f"Onderdeel {onderdeel.volgorde} beantwoord")
    return stuk


def stel_afdoening_voor(
    wie: Wie, stuk_id: UUID, *, versie: int, document: str, verzonden_op: date | None, vakken: Iterable[str],
    gedaan: str,
) -> Afdoening:  # fmt: skip
    """Propose to the council that an item is settled, by a document that was sent.

    Raises Geweigerd when parts are open, a box of the form is missing, or the text does not say what was done.
    """
    with transaction.atomic():
        stuk = _pak(wie, stuk_id, versie, (Staat.GEREGISTREERD, Staat.IN_BEHANDELING))
        _eis_behandelen(wie, stuk)
        gekozen = sorted(set(vakken))
        _toets_afdoening(stuk, document, verzonden_op, gekozen, gedaan)
        assert verzonden_op is not None  # noqa: S101  _toets_afdoening
        afdoening = Afdoening.objects.create(
            stuk=stuk,
            document=document.strip(),
            verzonden_op=verzonden_op,
            vakken=gekozen,
            gedaan=gedaan.strip(),
        )
        _naar(wie, stuk, Staat.VOORGESTELD, "Afdoening voorgesteld", document)
        beurten.sluit_afdoen(stuk)
        beurten.open_beoordelen(afdoening)
    return afdoening


def beoordeel(wie: Wie, stuk_id: UUID, *, versie: int, akkoord: bool, reden: str) -> Raadsstuk:
    """Say for the council whether the item is settled; back to the college always with a reason."""
    with transaction.atomic():
        stuk = _pak(wie, stuk_id, versie, (Staat.VOORGESTELD,))
        eis(mag_beoordelen(wie, stuk), "Alleen de griffie van deze raad zegt of het stuk is afgedaan.")
        afdoening = stuk.afdoeningen.filter(oordeel="").latest("voorgesteld_op")
        if not akkoord:
            _eis_tekst(reden, "reden", "Schrijf op waarom het stuk teruggaat.")
        afdoening.oordeel = Afdoening.Oordeel.AFGEDAAN if akkoord else Afdoening.Oordeel.TERUG
        afdoening.oordeel_reden, afdoening.beoordeeld_op = reden.strip(), vandaag()
        afdoening.save(update_fields=["oordeel", "oordeel_reden", "beoordeeld_op"])
        rond_af(beurten.sleutel_beoordelen(afdoening.pk))
        if akkoord:
            _naar(wie, stuk, Staat.AFGEDAAN, "Afgedaan", reden)
        else:
            _naar(wie, stuk, Staat.IN_BEHANDELING, "Terug naar het college", reden)
            beurten.open_afdoen(stuk, (f"Teruggegeven door de raad: {reden}",), ronde=f":{afdoening.pk}")
    return stuk


def beeindig(wie: Wie, stuk_id: UUID, *, versie: int, staat: str, reden: str, zittingsperiode: str = "") -> Raadsstuk:
    """End an item otherwise: withdrawn, lapsed by explicit decision, or handed over to the next term of the council.

    Handed over it stays open for the new council: the same item with the new term of office. Raises Geweigerd.
    """
    with transaction.atomic():
        stuk = _pak(wie, stuk_id, versie, OPEN)
        eis(mag_beoordelen(wie, stuk), "Alleen de griffie van deze raad kan dit stuk beëindigen of overdragen.")
        _eis_tekst(reden, "reden", "Schrijf op welk besluit hierachter zit.")
        if staat == Staat.OVERGEDRAGEN:
            _draag_over(wie, stuk, reden, zittingsperiode)
            return stuk
        if staat not in {Staat.INGETROKKEN, Staat.VERVALLEN}:
            raise Geweigerd("Kies ingetrokken, vervallen of overgedragen.", velden={"staat": "Kies uit de lijst."})
        _naar(wie, stuk, staat, Staat(staat).label, reden)
        beurten.sluit_afdoen(stuk)
        rond_af(*(beurten.sleutel_beoordelen(a.pk) for a in stuk.afdoeningen.all()))
    return stuk


def _draag_over(wie: Wie, stuk: Raadsstuk, reden: str, zittingsperiode: str) -> None:
    if zittingsperiode <= stuk.zittingsperiode:
        raise Geweigerd(
            "Noem de volgende zittingsperiode.",
            velden={"zittingsperiode": f"Bijvoorbeeld de periode na {stuk.zittingsperiode}."},
        )
    stuk.zittingsperiode = zittingsperiode
    stuk.save(update_fields=["zittingsperiode"])
    _stap(wie, stuk, f"Overgedragen aan de raad van {zittingsperiode}", reden)


def _toets_nieuw(nieuw: NieuwStuk) -> None:
    velden = {
        naam: tekst
        for naam, tekst in (
            ("nummer", "Geef het stuk een nummer."),
            ("kern", "Neem de woorden over zoals ze zijn gezegd."),
            ("indiener", "Schrijf op wie het vroeg."),
            ("portefeuillehouder", "Schrijf op wie het toezegde of moet uitvoeren."),
            ("vergadering", "Kies in welke vergadering het was."),
            ("zittingsperiode", "Bijvoorbeeld 2022-2026."),
        )
        if not str(getattr(nieuw, naam)).strip()
    }
    if nieuw.vergadering_op > vandaag():
        velden["vergadering_op"] = "Deze dag moet nog komen."
    if nieuw.datumsoort == Raadsstuk.Datumsoort.GENOEMD and not nieuw.genoemd:
        velden["genoemd"] = "Vul de dag in die is genoemd."
    if nieuw.genoemd and nieuw.genoemd < nieuw.vergadering_op:
        velden["genoemd"] = "Deze dag ligt voor de vergadering."
    if velden:
        raise Geweigerd("Het stuk is nog niet compleet.", velden=velden)
    weiger_persoonsgegevens({"kern": nieuw.kern, **{f"onderdeel {n}": t for n, t in enumerate(nieuw.onderdelen, 1)}})


def _toets_afdoening(stuk: Raadsstuk, document: str, verzonden_op: date | None, vakken: list[str], gedaan: str) -> None:
    velden: dict[str, str] = {}
    if not document.strip():
        velden["document"] = "Noem het document waarmee je het afdoet."
    if verzonden_op is None or verzonden_op > vandaag():
        velden["verzonden_op"] = "Vul in op welke dag het document naar de raad is gestuurd."
    if not vakken or set(vakken) - VAKKEN.keys():
        velden["vakken"] = "Kruis aan wat dit document is."
    if fout := toets_gedaan(gedaan):
        velden["gedaan"] = fout
    if velden:
        raise Geweigerd("De afdoening is nog niet compleet.", velden=velden)
    open_delen = [deel.volgorde for deel in stuk.onderdelen.all() if deel.beantwoord_op is None]
    if open_delen:
        raise Geweigerd(f"Onderdeel {', '.join(map(str, open_delen))} is nog niet beantwoord. Beantwoord dat eerst.")
    weiger_persoonsgegevens({"gedaan": gedaan, "document": document})


def _eis_behandelen(wie: Wie, stuk: Raadsstuk) -> None:
    eis(mag_behandelen(wie, stuk), f"Alleen het college van {stuk.gemeente} werkt aan dit stuk.")


def _eis_tekst(tekst: str, veld: str, melding: str) -> None:
    if not tekst.strip():
        raise Geweigerd(melding, velden={veld: melding})
    weiger_persoonsgegevens({veld: tekst})


def _pak(wie: Wie, stuk_id: UUID, versie: int, staten: Iterable[str]) -> Raadsstuk:
    """Take the item for a step: the first of two people wins, the other is told."""
    stuk = zichtbare_stukken(wie).select_related("gemeente").filter(pk=stuk_id).first()
    if stuk is None:
        raise NietGevonden("Dit stuk is er niet.")
    gepakt = Raadsstuk.objects.filter(pk=stuk.pk, versie=versie).update(versie=F("versie") + 1)
    if not gepakt:
        raise Conflict("Iemand heeft dit stuk net gewijzigd. Bekijk het opnieuw.")
    stuk.versie = versie + 1
    if stuk.staat not in staten:
        raise Conflict(f"Dit kan nu niet: het stuk is {stuk.get_staat_display().lower()}.")
    return stuk


def _naar(wie: Wie, stuk: Raadsstuk, staat: str, wat: str, tekst: str = "") -> None:
    stuk.staat = staat
    stuk.save(update_fields=["staat"])
    _stap(wie, stuk, wat, tekst)


def _stap(wie: Wie, stuk: Raadsstuk, wat: str, tekst: str = "", nieuwe_datum: date | None = None) -> None:
    Stap.objects.create(
        stuk=stuk, wat=wat, tekst=tekst.strip(), nieuwe_datum=nieuwe_datum, door=wie.gebruiker,
        namens=Organisatie.objects.get(pk=wie.organisatie_id),
    )  # fmt: skip
    leg_vast(wie, "raadsstuk.stap", soort="raadsstuk", onderwerp_id=stuk.pk, gegevens={"stap": wat})
