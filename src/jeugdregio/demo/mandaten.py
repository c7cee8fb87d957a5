"""Who may decide in the demonstration: the chain of the sources with its dispute, and the mandates of each access.

The sources name the mandates to Almere (memo of 11 March 2025) but not the day they were given; that day is made up
here, and the records say so.
"""

from datetime import date, timedelta

from jeugdregio.basis import klok
from jeugdregio.bestuur.mandaten import actions
from jeugdregio.bestuur.mandaten.beurten import open_afloopbeurten
from jeugdregio.bestuur.mandaten.gebruik import geef_basismandaat
from jeugdregio.bestuur.mandaten.models import Intentie, Mandaat, Ondertekening
from jeugdregio.bestuur.mandaten.verlenen import Verlening, verleen
from jeugdregio.demo.laden_basis import Register
from jeugdregio.organisaties.models import Aanstelling, Organisatie, Rol
from jeugdregio.organisaties.wie import Wie, wie_is

BESLOTEN, BEGIN = date(2015, 1, 6), date(2015, 2, 1)
NOTA, MEMO = date(2025, 1, 16), date(2025, 3, 11)
REGELING = "Centrumregeling Sociaal Domein Flevoland"
_BRON = "memo aan de raad van Noordoostpolder, 11 maart 2025; de datum is voor de demonstratie aangenomen"
_BESLUITEN = ("handelingskader", "inkoopbesluit", "subsidie", "tarieven")


def laad_basismandaten(register: Register) -> None:
    """Let each college give its own access the power to decide on requests; before any decision is taken."""
    for gemeente in register.gemeenten:
        geef_basismandaat(
            gemeente, besluit=f"Mandaatbesluit toegang jeugd {gemeente}", besluit_op=BESLOTEN,
            document="Mandaatregister van de gemeente (fictief)",
        )  # fmt: skip


def laad_mandaten(register: Register, vandaag: date) -> None:
    """Tell the chain of the sources by the real acts, each on its own day, and cases in other states."""
    gemeenten = {gemeente.naam: gemeente for gemeente in register.gemeenten}
    almere = gemeenten.pop("Almere")
    regiokantoor = register.op_sleutel["regio"]
    naar_almere = {naam: _aan_almere(gemeente, almere) for naam, gemeente in gemeenten.items()}
    _onder(almere, regiokantoor, [*gemeenten.values(), almere])
    _lelystad(gemeenten["Lelystad"], naar_almere["Lelystad"], register.op_sleutel["jeugdlelystad"])
    _intentie([*gemeenten.values(), almere])
    _nu(gemeenten, almere, regiokantoor, vandaag)
    open_afloopbeurten(vandaag)


def _jurist(organisatie: Organisatie, rol: str = Rol.JURIST) -> Wie:
    aanstelling = Aanstelling.objects.filter(organisatie=organisatie, rol=rol).select_related("gebruiker")[0]
    wie = wie_is(aanstelling.gebruiker, organisatie.pk)
    assert wie is not None  # noqa: S101  made by this demonstration
    return wie


def _verleen(gever: Organisatie, ontvanger: Organisatie, op: date, **velden: object) -> Mandaat:
    vast = {"soort": "mandaat", "gemeenten": [gever], "besluit_op": op, "van": op, "document": _BRON} | velden
    with klok.op(op):
        return verleen(_jurist(gever), Verlening(gever=gever, ontvanger=ontvanger, **vast))  # type: ignore[arg-type]


def _aan_almere(gemeente: Organisatie, almere: Organisatie) -> Mandaat:
    """The mandate, power of attorney and authorisation that each college gave Almere; the first is returned."""
    gegeven = [
        _verleen(
            gemeente, almere, BESLOTEN, soort=soort, handelingen=handelingen, besluit=f"{REGELING}, {soort}", van=BEGIN,
            ondermandaat_vanaf=BEGIN, verantwoording="Twee financiële en twee inhoudelijke rapportages per jaar",
        )
        for soort, handelingen in (
            ("mandaat", _BESLUITEN), ("volmacht", ("contract_sluiten",)),
            ("machtiging", ("contractbeheer", "woordvoering")),
        )
    ]  # fmt: skip
    with klok.op(BEGIN):
        for mandaat in gegeven:
            actions.aanvaard(_jurist(almere), mandaat.pk, op=BESLOTEN, tekst="Collegebesluit Almere (datum aangenomen)")
    return gegeven[0]


def _onder(almere: Organisatie, regiokantoor: Organisatie, gemeenten: list[Organisatie]) -> None:
    """Almere passes on to the director of the region and to the contract managers."""
    vast: dict[str, object] = {"gemeenten": gemeenten, "van": BEGIN, "ondergeschikt": True}
    _verleen(
        almere, regiokantoor, BESLOTEN, ontvanger_functie=Rol.DIRECTEUR, handelingen=("handelingskader", "tarieven"),
        besluit="Ondermandaat regiodirecteur Sociaal Domein", **vast,
    )  # fmt: skip
    _verleen(
        almere, regiokantoor, BESLOTEN, ontvanger_functie=Rol.DIRECTEUR, soort="volmacht",
        handelingen=("contract_sluiten",), besluit="Ondervolmacht regiodirecteur Sociaal Domein",
        voorwaarden="alleen binnen de gunning waarover de colleges hebben besloten", **vast,
    )  # fmt: skip
    _verleen(
        almere, regiokantoor, BESLOTEN, ontvanger_functie=Rol.CONTRACT, soort="machtiging",
        handelingen=("contractbeheer",), besluit="Machtiging contractmanagement", **vast,
    )  # fmt: skip


def _lelystad(lelystad: Organisatie, aan_almere: Mandaat, uitvoerder: Organisatie) -> None:
    """Lelystad disputes the handelingskader; its executing organisation only indicates."""
    with klok.op(NOTA):
        actions.betwist(
            _jurist(lelystad), aan_almere.pk, van=NOTA, gemeente=lelystad, handelingen=("handelingskader",),
            grond="Lelystad stelde het handelingskader niet vast: het laat te weinig ruimte voor lokaal beleid",
            bron="informatienota 25.054 aan de raad, 16 januari 2025", dossier="Geschil artikel 15 Centrumregeling",
        )  # fmt: skip
    with klok.op(MEMO):
        actions.verantwoord(
            _jurist(aan_almere.ontvanger), aan_almere.pk, op=MEMO,
            tekst="Handelingskader vastgesteld op 4 maart 2025 door de regiodirecteur; colleges geïnformeerd",
        )  # fmt: skip
    _verleen(
        lelystad, uitvoerder, BESLOTEN, soort="machtiging", handelingen=("indiceren",), van=BEGIN, ondergeschikt=True,
        besluit="Machtiging Uitvoering Jeugd Lelystad", document="Advies deskundigencommissie: alleen indicatie",
    )  # fmt: skip


def _intentie(gemeenten: list[Organisatie]) -> None:
    intentie = Intentie.objects.create(
        titel="Intentieovereenkomst regionale samenwerking jeugd",
        bron="Memo aan de raad van Noordoostpolder, 11 maart 2025, en informatienota 25.054 van Lelystad",
    )
    for gemeente in gemeenten:
        nee = gemeente.naam == "Lelystad"
        Ondertekening.objects.create(
            intentie=intentie, organisatie=gemeente, getekend=not nee,
            reden="Niet duidelijk of het een voornemen is of een verborgen overdracht van mandaat" if nee else "",
        )  # fmt: skip


def _nu(
    gemeenten: dict[str, Organisatie], almere: Organisatie, regiokantoor: Organisatie, vandaag: date
) -> None:  # fmt: skip
    """Fictional, for today: one that waits for agreement, one that ends soon, one withdrawn, one replaced."""
    document = "Collegebesluit (fictief)"
    _verleen(
        gemeenten["Urk"], almere, vandaag - timedelta(days=9), handelingen=("subsidie",), document=document,
        besluit="Subsidie Veilig Thuis 2027", van=vandaag - timedelta(days=9),
    )  # fmt: skip
    _verleen(
        gemeenten["Dronten"], gemeenten["Dronten"], vandaag - timedelta(days=320), handelingen=("bezwaar",),
        ontvanger_functie=Rol.JURIST, ondergeschikt=True, tot=vandaag + timedelta(days=40), document=document,
        besluit="Mandaat beslissen op bezwaar jeugd", van=vandaag - timedelta(days=320),
        voorwaarden="niet als het advies van de bezwaarcommissie wordt gepasseerd",
    )  # fmt: skip
    oud = _verleen(
        gemeenten["Noordoostpolder"], gemeenten["Noordoostpolder"], vandaag - timedelta(days=700),
        handelingen=("afwijzen", "toewijzen"), ontvanger_functie=Rol.TEAMLEIDER, ondergeschikt=True, document=document,
        besluit="Mandaat teamleider toegang", van=vandaag - timedelta(days=700),
    )  # fmt: skip
    op = vandaag - timedelta(days=60)
    with klok.op(op):
        nieuw = Verlening(
            soort="mandaat", gever=oud.gever, ontvanger=oud.ontvanger, ontvanger_functie=Rol.TEAMLEIDER,
            handelingen=("afwijzen", "toewijzen"), gemeenten=[oud.gever], besluit="Mandaat teamleider toegang, herzien",
            besluit_op=op, van=op, document=document, ondergeschikt=True, voorwaarden="hulp tot een jaar",
        )  # fmt: skip
        verleen(_jurist(oud.gever), nieuw, vervangt=oud.pk)
    weg = _verleen(
        almere, regiokantoor, vandaag - timedelta(days=400), ontvanger_functie=Rol.BELEID, soort="machtiging",
        handelingen=("woordvoering",), gemeenten=[almere], ondergeschikt=True, document=document,
        besluit="Woordvoering door het regiokantoor", van=vandaag - timedelta(days=400),
    )  # fmt: skip
    with klok.op(vandaag - timedelta(days=30)):
        dag = vandaag - timedelta(days=30)
        actions.trek_in(_jurist(almere), weg.pk, per=dag, besluit_op=dag, tekst="De wethouder doet dit weer zelf")
