"""Running help that changes: asked by the provider, decided by the municipality, corrected; and task-based help."""

from datetime import date, timedelta

import ijw
from ijw.berichten import jw305
from ijw.berichten.basis import Achternaam, BerichtIdentificatie, Geboortedatum, Product, VerkorteNaam
from ijw.declaratie import EIGEN_XSD_VERSIE
from jeugdregio.basis import klok
from jeugdregio.demo.bevolking import verjaardag
from jeugdregio.demo.opslag import moment
from jeugdregio.demo.trajecten import werkdagen_terug
from jeugdregio.demo.verteller import Hoofdpersoon, Verteller, Vraag
from jeugdregio.toegang import actions as toegang
from jeugdregio.toegang.models import Toewijzing, Verzoek
from jeugdregio.toegang.wijzigen import actions as wijzigen

ALMERE, DRONTEN, LELYSTAD = "0034", "0303", "0995"
DE_BRUG = "42420001"
BEIDE_OUDERS = (("Sanne", "moeder"), ("Erik", "vader"))


def vertel_wijzigingen(v: Verteller) -> None:
    """Tell of help that changes, in every state of a request for change and of an assignment."""
    _gevraagd(v)
    _toegekend(v)
    _afgewezen(v)
    _wil_niet_meer(v)
    _verlengd_en_verkort(v)
    _verkeerd_ingevoerd(v)
    _tijdelijk_gestopt(v)
    _rechtstreeks(v)
    _taakgericht(v)


def _lopend(
    v: Verteller, voornaam: str, achternaam: str, gemeente: str = LELYSTAD, *, gestart: bool = True
) -> Toewijzing:
    """Ambulatory help that began four months ago and goes on for four."""
    persoon = Hoofdpersoon(voornaam, achternaam, "2" if voornaam.endswith("a") else "1", 11, BEIDE_OUDERS)
    begin = v.terug(120)
    op = werkdagen_terug(begin, 7)
    verzoek = v.verzoek(persoon, Vraag(
        aanbieder=DE_BRUG, gemeente=gemeente, product="45A04", verwijzer="02", op=op, ingang=begin,
        einde=v.vandaag + timedelta(days=120), volume=8,
    ))  # fmt: skip
    v.maak_toewijsbaar(verzoek, persoon, werkdagen_terug(begin, 6))
    toewijzing = v.wijs_toe(verzoek, werkdagen_terug(begin, 5))
    if gestart:
        v.start(toewijzing, begin, begin + timedelta(days=2))
    return Toewijzing.objects.select_related("gemeente", "aanbieder").get(pk=toewijzing.pk)


def _vraag(v: Verteller, toewijzing: Toewijzing, op: date, wens: wijzigen.Gewenst) -> Verzoek:
    with klok.op(moment(op, 10)):
        return wijzigen.vraag_wijziging(v.wie(toewijzing.aanbieder, "aanbieder"), toewijzing.pk, "1", {
            toewijzing.pk: wens,
        })  # fmt: skip


def _langer(v: Verteller) -> wijzigen.Gewenst:
    return wijzigen.Gewenst(einddatum=v.vandaag + timedelta(days=300))


def _meer(v: Verteller) -> wijzigen.Gewenst:
    return wijzigen.Gewenst(einddatum=v.vandaag + timedelta(days=200), volume=12, vanaf=v.vandaag + timedelta(days=14))


def _gevraagd(v: Verteller) -> None:
    """The municipality still has to answer: longer in Lelystad, more hours in Dronten."""
    _vraag(v, _lopend(v, "Isa", "Molenaar"), werkdagen_terug(v.vandaag, 2), _langer(v))
    _vraag(v, _lopend(v, "Boaz", "Kramer", DRONTEN), werkdagen_terug(v.vandaag, 1), _meer(v))


def _toegekend(v: Verteller) -> None:
    toewijzing = _lopend(v, "Nina", "Zwart")
    verzoek = _vraag(v, toewijzing, v.terug(9), _meer(v))
    with klok.op(moment(v.terug(6), 11)):
        wijzigen.ken_toe(v.wie(toewijzing.gemeente, "toegangsmedewerker"), verzoek.pk, versie=verzoek.versie)


def _afgewezen(v: Verteller) -> None:
    toewijzing = _lopend(v, "Tobias", "Hoekstra")
    verzoek = _vraag(v, toewijzing, v.terug(12), _langer(v))
    wie = v.wie(toewijzing.gemeente, "toegangsmedewerker")
    with klok.op(moment(v.terug(8), 11)):
        toegang.wijs_af(
            wie, verzoek.pk, [verzoek.regels.get().pk], "4", "De duur past niet bij het contract. Overleg eerst.",
            versie=verzoek.versie,
        )  # fmt: skip


def _wil_niet_meer(v: Verteller) -> None:
    toewijzing = _lopend(v, "Sofia", "Bakels")
    verzoek = _vraag(v, toewijzing, werkdagen_terug(v.vandaag, 3), _langer(v))
    with klok.op(moment(werkdagen_terug(v.vandaag, 1), 9)):
        toegang.vraag_intrekking(
            v.wie(toewijzing.aanbieder, "aanbieder"),
            verzoek.pk,
            "Het gezin gaat verder met het wijkteam.",
        )


def _verlengd_en_verkort(v: Verteller) -> None:
    langer, korter = _lopend(v, "Mila", "Timmer"), _lopend(v, "Jurre", "Steen")
    wie = v.wie(langer.gemeente, "toegangsmedewerker")
    with klok.op(moment(v.terug(5), 14)):
        wijzigen.wijzig(
            wie, langer.pk, wijzigen.Wens(einddatum=v.vandaag + timedelta(days=240)), "04",
            "Het doel is bijna gehaald; een half jaar erbij.", versie=langer.versie,
        )  # fmt: skip
        wijzigen.wijzig(
            wie, korter.pk, wijzigen.Wens(einddatum=v.vandaag + timedelta(days=30), afgestemd="Noor, vorige week"),
            "05", "Het gaat goed: eerder klaar dan gedacht.", versie=korter.versie,
        )  # fmt: skip


def _verkeerd_ingevoerd(v: Verteller) -> None:
    fout, weg = _lopend(v, "Eva", "Prent", gestart=False), _lopend(v, "Ravi", "Blauw", gestart=False)
    wie = v.wie(fout.gemeente, "toegangsmedewerker")
    with klok.op(moment(v.terug(100), 14)):
        wijzigen.corrigeer(
            wie, fout.pk, {"code": "45A05", "categorie": "45"}, "Begeleiding in plaats van behandeling.",
            versie=fout.versie,
        )  # fmt: skip
        wijzigen.verwijder(wie, weg.pk, "Voor het verkeerde kind ingevoerd.", versie=weg.versie)


def _tijdelijk_gestopt(v: Verteller) -> None:
    toewijzing = _lopend(v, "Lena", "Vink")
    v.stop(toewijzing, v.terug(20), "20", v.terug(18))


def _rechtstreeks(v: Verteller) -> None:
    """Other help after the own look of the municipality: the running help goes on, this comes beside it."""
    loopt = _lopend(v, "Isa", "Berg")
    with klok.op(moment(v.terug(3), 11)):
        toegang.wijs_rechtstreeks_toe(
            v.wie(loopt.gemeente, "toegangsmedewerker"), loopt.kind_id, toegang.Hulp(
                aanbieder_id=loopt.aanbieder_id, code="45A05", ingangsdatum=v.vandaag + timedelta(days=4),
                einddatum=v.vandaag + timedelta(days=184), volume=4, eenheid="04", frequentie="4",
            ),
        )  # fmt: skip


def _taakgericht(v: Verteller) -> None:
    """Help from a neighbourhood task in Almere: a start without an assignment."""
    aanbieder = v.register.op_code[DE_BRUG]
    geboren = verjaardag(v.vandaag, -9) - timedelta(days=40)
    bericht = jw305.Bericht(
        header=jw305.Header(
            bericht_code="438", bericht_versie=3, bericht_subversie=2, afzender=DE_BRUG, ontvanger=ALMERE,
            bericht_identificatie=BerichtIdentificatie(identificatie=v.nummer("VT"), dagtekening=v.terug(15)),
            xsd_versie=EIGEN_XSD_VERSIE,
        ),
        client=jw305.Client(
            bsn=v.bsn(), geboortedatum=Geboortedatum(datum=geboren), geslacht="1",
            naam=VerkorteNaam(geslachtsnaam=Achternaam(achternaam="Oort"), voornamen="Finn"),
            start_producten=(
                jw305.StartProduct(
                    product=Product(categorie="45", code="45A04"), toewijzing_ingangsdatum=v.terug(18),
                    begindatum=v.terug(18), status_aanlevering="1",
                ),
            ),
        ),
    )  # fmt: skip
    v.stuur(ijw.schrijf(bericht), aanbieder, moment(v.terug(15), 9))
