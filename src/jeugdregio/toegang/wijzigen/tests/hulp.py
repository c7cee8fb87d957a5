"""Steps of the tests about changing: running help of Mirthe, and messages that ask for a change."""

from datetime import date

from tests.berichten import MIRTHE_BSN, aangevraagd
from tests.mensen import Regiomensen

from ijw import lees, schrijf
from ijw.berichten import jw301, jw317
from ijw.berichten.basis import BerichtIdentificatie, Omvang
from ijw.declaratie import EIGEN_XSD_VERSIE
from jeugdregio.basis import klok
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import actions
from jeugdregio.toegang.models import Toewijzing, Verzoek
from jeugdregio.toegang.tests.hulp import maak_klaar, ontvang_verzoek, stem_allen_in

BEGIN, EINDE = date(2026, 9, 28), date(2027, 9, 27)


def wijs_hulp_toe(regio: Regiomensen, *producten: object, op: date = date(2026, 9, 10)) -> list[Toewijzing]:
    """Let De Brug ask help for Mirthe in Lelystad and assign all of it."""
    with klok.op(op):
        verzoek = ontvang_verzoek(*producten, identificatie=f"V{op:%m%d}", dagtekening=op)
        if verzoek.kind.woonplaats_sinds is None:
            maak_klaar(regio, verzoek.kind, op)
        else:
            stem_allen_in(regio, verzoek.kind, op)
        regels = [regel.pk for regel in verzoek.regels.all()]
        return actions.wijs_toe(regio.fatima, verzoek.pk, regels, versie=verzoek.versie)


def twee_producten(regio: Regiomensen) -> list[Toewijzing]:
    """Ambulatory help by the month, and diagnostics as a total."""
    totaal = Omvang(volume=10, eenheid="16", frequentie="6")
    return wijs_hulp_toe(regio, aangevraagd("A-1"), aangevraagd("A-2", "54001", omvang=totaal))


def jw317_xml(
    *, blijft: tuple[str, ...] = (), anders: tuple[jw317.TeWijzigenProduct, ...] = (),
    nieuw: tuple[jw317.NieuwProduct, ...] = (), dagtekening: date = date(2026, 10, 12), identificatie: str = "WIJZIG1",
    referentie: str = "W-1", afzender: str = "42420001", bsn: str = MIRTHE_BSN,
) -> bytes:  # fmt: skip
    """Return a request for change of De Brug to Lelystad."""
    return schrijf(
        jw317.Bericht(
            header=jw317.Header(
                bericht_code="486", bericht_versie=3, bericht_subversie=2, afzender=afzender, ontvanger="0995",
                bericht_identificatie=BerichtIdentificatie(identificatie=identificatie, dagtekening=dagtekening),
                xsd_versie=EIGEN_XSD_VERSIE,
            ),
            client=jw317.Client(
                bsn=bsn,
                verzoek=jw317.Verzoek(
                    referentie_aanbieder=referentie, reden_verzoek="1",
                    ongewijzigde_producten=tuple(jw317.OngewijzigdProduct(toewijzing_nummer=int(n)) for n in blijft),
                    te_wijzigen_producten=anders, nieuwe_producten=nieuw,
                ),
            ),
        )
    )  # fmt: skip


def uren(volume: int) -> Omvang:
    """Return so many hours a month."""
    return Omvang(volume=volume, eenheid="04", frequentie="4")


def laatste_jw301() -> dict[int, jw301.ToegewezenProduct]:
    """Return the products of the last assignment message, by number."""
    bericht = Bericht.objects.filter(soort="JW301").order_by("identificatie").last()
    assert bericht is not None
    lezing = lees(bytes(bericht.inhoud))
    assert lezing.geldig, lezing.bevindingen
    assert isinstance(lezing.bericht, jw301.Bericht)
    return {p.toewijzing_nummer: p for p in lezing.bericht.client.toegewezen_producten}


def wijzigingsverzoek() -> Verzoek:
    """Return the one request for change."""
    return Verzoek.objects.get(soort=Verzoek.Soort.WIJZIGING)
