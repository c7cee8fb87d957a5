"""Own declarations of a provider that works here, to a municipality elsewhere: handed in, and answered (JW325)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.conf import settings

from ijw import Bericht as IjwBericht
from ijw import Bevinding, lees
from ijw.berichten import jw323, jw325
from ijw.codelijsten import omschrijving
from ijw.declaratie import met_teken, totaal_met_teken
from ijw.overstijgend import Dossier, controleer
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import NieuweBeurt, open_beurten, rond_af
from jeugdregio.financien.boeken import beurt_herstel, maak_declaratie, maak_regels
from jeugdregio.financien.dossier import vul_dossier
from jeugdregio.financien.herstel import sluit_herstelde
from jeugdregio.financien.models import Declaratie, Prestatie
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import systeem
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.register import Afhandeling
from jeugdregio.toegang.aanbiederkant.geweigerd import codes_van
from jeugdregio.toegang.aanbiederkant.retour import open_herstelbeurt

ANTWOORD = "/Bericht/DeclaratieAntwoord"
_GEEN_DECLARATIE = "Dit antwoord hoort bij geen declaratie die hier is verstuurd. Controleer de identificatie."
_GOED = frozenset({"0200", "0233", "8001"})  # no remark; not judged because of what stands above it; all granted


def boek_ingediend(
    inhoud: jw323.Bericht, opgeslagen: Bericht, aanbieder: Organisatie, gemeente: Organisatie
) -> Afhandeling:
    """Book a declaration that leaves; its lines wait for the answer. The turn to answer is the municipality's.

    Judged as the municipality will (levels 3 and 4, on the same books): a declaration with a finding stays here,
    whichever road it came (OP192).
    """
    bevindingen = controleer(inhoud, vul_dossier(inhoud, aanbieder, gemeente), vandaag=vandaag())
    if bevindingen:
        return Afhandeling(bevindingen)
    declaratie = maak_declaratie(inhoud, opgeslagen, aanbieder, gemeente)
    declaratie.staat = Declaratie.Staat.INGEDIEND
    declaratie.save()
    Prestatie.objects.bulk_create(maak_regels(inhoud, declaratie))
    open_beurten([_beurt_beantwoorden(declaratie)])
    return Afhandeling()


def verwerk_antwoord(inhoud: IjwBericht, opgeslagen: Bericht) -> Afhandeling:
    """Book the answer to an own declaration: per line granted or refused, or refused as a whole (IV087).

    An answer that does not fit what was sent changes nothing and becomes a turn: somebody must call the municipality.
    """
    if not isinstance(inhoud, jw325.Bericht):
        raise TypeError(f"Dit is geen JW325 maar een {inhoud.SOORT}.")
    heen = opgeslagen.antwoord_op
    declaratie = _declaratie(heen)
    if heen is None or declaratie is None:
        return Afhandeling((Bevinding(3, "TR337", "/Bericht/Header", _GEEN_DECLARATIE),))
    if _geheel_afgewezen(inhoud):
        codes = sorted(set(codes_van(inhoud)) - _GOED)
        _vergeet(declaratie)
        open_herstelbeurt(opgeslagen, heen, codes)
        return Afhandeling([Bevinding(3, "RETOUR", ANTWOORD, omschrijving("WJ001", code), code) for code in codes])
    regels = list(declaratie.prestaties.order_by("id"))
    _verdeel(regels, inhoud)
    bevindingen = [*_controleer(inhoud, heen), *_totaal(regels, inhoud)]
    if bevindingen:
        open_herstelbeurt(opgeslagen, heen, [])
        return Afhandeling(bevindingen)
    _leg_vast(declaratie, regels)
    return Afhandeling()


def _declaratie(heen: Bericht | None) -> Declaratie | None:
    if heen is None:
        return None
    gevonden = Declaratie.objects.select_for_update(of=("self",)).select_related("aanbieder", "gemeente")
    return gevonden.filter(bericht=heen, staat=Declaratie.Staat.INGEDIEND).first()


def _geheel_afgewezen(inhoud: jw325.Bericht) -> bool:
    antwoord = inhoud.declaratie_antwoord
    return antwoord is None or bool({*inhoud.header.retour_codes, *antwoord.retour_codes} - _GOED)


def _vergeet(declaratie: Declaratie) -> None:
    """A declaration that is refused as a whole counts as not sent; the message itself tells what was in it."""
    rond_af(_sleutel_beantwoorden(declaratie))
    leg_vast(
        systeem(declaratie.aanbieder), "declaratie.geheel_afgewezen", soort="declaratie", onderwerp_id=declaratie.pk,
        gegevens={"nummer": declaratie.nummer, "ingediend": declaratie.ingediend},
    )  # fmt: skip
    declaratie.delete()


def _controleer(inhoud: jw325.Bericht, heen: Bericht) -> list[Bevinding]:
    verstuurd = lees(bytes(heen.inhoud), niveau=1, max_bytes=settings.BERICHT_MAX_BYTES).bericht
    verzonden = [verstuurd] if isinstance(verstuurd, jw323.Bericht) else []
    dossier = Dossier.van(aanbieder_agb=heen.afzender_code, declaraties=verzonden)
    return controleer(inhoud, dossier, vandaag=vandaag())


def _verdeel(regels: Iterable[Prestatie], inhoud: jw325.Bericht) -> None:
    """Put on each line what the answer says of it; what the answer does not name is granted (OP304)."""
    afgewezen = defaultdict(list)
    for sleutel, codes in _afgewezen(inhoud):
        afgewezen[sleutel].append(codes)
    for regel in regels:
        codes = afgewezen[_sleutel(regel)].pop(0) if afgewezen[_sleutel(regel)] else []
        regel.retourcodes = codes
        regel.meldingen = [{"regel": "", "retourcode": code, "melding": omschrijving("WJ001", code)} for code in codes]
        regel.toegekend = 0 if codes else regel.bedrag


def _afgewezen(inhoud: jw325.Bericht) -> Iterator[tuple[tuple[object, ...], list[str]]]:
    antwoord = inhoud.declaratie_antwoord
    for client in antwoord.clienten if antwoord else ():
        for terug in client.prestaties:
            codes = [code for code in (*client.retour_codes, *terug.retour_codes) if code not in _GOED]
            periode = terug.product_periode
            sleutel = (
                terug.product_referentie.referentie_nummer, str(terug.toewijzing_nummer), periode.begindatum,
                periode.einddatum, terug.geleverd_volume, met_teken(terug.ingediend_bedrag),
            )  # fmt: skip
            yield sleutel, list(dict.fromkeys(codes))


def _sleutel(regel: Prestatie) -> tuple[object, ...]:
    """What tells one line of a declaration from another, also when a reference was used twice."""
    return regel.referentie, regel.toewijzing_nummer, regel.begindatum, regel.einddatum, regel.volume, regel.bedrag


def _totaal(regels: Iterable[Prestatie], inhoud: jw325.Bericht) -> list[Bevinding]:
    antwoord = inhoud.declaratie_antwoord
    som = sum(regel.toegekend for regel in regels)
    if antwoord is None or som == totaal_met_teken(antwoord.totaal_toegekend_bedrag):
        return []
    melding = "Het toegekende totaal is niet de som van de toegekende regels. Bel de gemeente."
    return [Bevinding(3, "IV087", f"{ANTWOORD}/TotaalToegekendBedrag", melding)]


def _leg_vast(declaratie: Declaratie, regels: Sequence[Prestatie]) -> None:
    Prestatie.objects.bulk_update(regels, ["retourcodes", "meldingen", "toegekend"], batch_size=500)
    declaratie.toegekend = sum(regel.toegekend for regel in regels)
    declaratie.staat = Declaratie.Staat.BEANTWOORD
    declaratie.save(update_fields=["toegekend", "staat"])
    rond_af(_sleutel_beantwoorden(declaratie))
    afgewezen = sum(regel.afgewezen for regel in regels)
    if afgewezen:
        open_beurten([beurt_herstel(declaratie, afgewezen, len(regels))])
    sluit_herstelde(declaratie)
    leg_vast(
        systeem(declaratie.aanbieder), "declaratie.antwoord_ontvangen", soort="declaratie", onderwerp_id=declaratie.pk,
        gegevens={"regels": len(regels), "afgewezen": afgewezen, "toegekend": declaratie.toegekend},
    )  # fmt: skip


def _sleutel_beantwoorden(declaratie: Declaratie) -> str:
    return f"declaratie:{declaratie.pk}:beantwoorden"


def _beurt_beantwoorden(declaratie: Declaratie) -> NieuweBeurt:
    return NieuweBeurt(
        sleutel=_sleutel_beantwoorden(declaratie), soort="Declaratie", titel="Declaratie beantwoorden",
        aanduiding=f"{declaratie.aanbieder.naam}, {declaratie.begindatum:%m-%Y}", kenmerk=declaratie.nummer,
        organisatie=declaratie.gemeente, rol=Rol.CONTROLLER, wachtende=declaratie.aanbieder,
        begon_op=declaratie.ontvangen_op, uiterlijk=declaratie.antwoord_uiterlijk, grondslag="iJw 3.2 OP090x4",
        handeling="Wacht op het antwoord", pad=f"/declaraties/{declaratie.pk}/",
        escalatie="Berichtenbeheerder gemeente",
    )  # fmt: skip
