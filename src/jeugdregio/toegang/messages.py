"""Translation between the tables of this room and the messages of iJw 3.2. Nothing here decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ijw.berichten import jw301, jw305, jw307, jw315, jw319
from ijw.berichten.basis import (
    Achternaam,
    Adres,
    BerichtIdentificatie,
    Geboortedatum,
    Huis,
    Omvang,
    Product,
    VerkorteNaam,
    VolledigeNaam,
)
from ijw.declaratie import EIGEN_XSD_VERSIE
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.organisaties.models import Contactpunt, Organisatie
from jeugdregio.toegang.models import Gezagsdrager, Kind, Levering, Toewijzing, VerzoekRegel
from jeugdregio.toegang.relaties import relatie, telefoon

XSD_VERSIE = EIGEN_XSD_VERSIE
BRP_ADRES, CORRESPONDENTIEADRES = "01", "02"
EIGEN_NAAM = "1"
AFGEWEZEN, IN_ONDERZOEK = "1", "2"
EERSTE, VERWIJDEREN = "1", "3"
WOONPLAATSBEGINSEL = "8"


def regel_uit(product: jw315.AangevraagdProduct) -> VerzoekRegel:
    """Return the line of a request (without its request) from an asked product."""
    omvang, verwijzer = product.omvang, product.verwijzer
    return VerzoekRegel(
        referentie_aanbieder=product.referentie_aanbieder,
        categorie=product.product.categorie if product.product else "",
        code=(product.product.code if product.product else None) or "",
        ingangsdatum=product.toewijzing_ingangsdatum,
        einddatum=product.toewijzing_einddatum,
        volume=omvang.volume if omvang else None,
        eenheid=omvang.eenheid if omvang else "",
        frequentie=omvang.frequentie if omvang else "",
        budget=product.budget,
        verwijzer_type=verwijzer.type,
        verwijzer_naam=verwijzer.naam or "",
        verwijzer_code=verwijzer.zorgverlener_code or "",
        raamcontract=product.raamcontract == "1",
        commentaar=product.commentaar or "",
    )


def toewijzingsbericht(
    kind: Kind, toewijzingen: list[Toewijzing], *, identificatie: str, dagtekening: date,
    ongewijzigd: Sequence[Toewijzing] = (), referentie: str = "", gezag: Sequence[Gezagsdrager] = (),
) -> jw301.Bericht:  # fmt: skip
    """Return the JW301 for assignments of one child at one provider.

    `ongewijzigd` are the other assignments that hold today or later and go along (OP087), without a reason of change
    and with `referentie` when all of it answers one request for change (IV093, IV097). `gezag` are the people with
    authority to name (OP002). Raises Geweigerd when there is no way to reach anybody (TR006, TR061).
    """
    gemeente, aanbieder = toewijzingen[0].gemeente, toewijzingen[0].aanbieder
    return jw301.Bericht(
        header=jw301.Header(
            bericht_code="436", bericht_versie=3, bericht_subversie=2, afzender=gemeente.code or "",
            ontvanger=aanbieder.code or "",
            bericht_identificatie=BerichtIdentificatie(identificatie=identificatie, dagtekening=dagtekening),
            xsd_versie=XSD_VERSIE,
        ),
        client=jw301.Client(
            bsn=kind.bsn or "",
            geboortedatum=Geboortedatum(datum=kind.geboortedatum),
            geslacht=kind.geslacht,
            naam=VolledigeNaam(
                geslachtsnaam=_achternaam(kind), voornamen=kind.voornamen or None,
                voorletters=kind.voorletters or None, naam_gebruik=EIGEN_NAAM,
            ),
            juridische_status=kind.juridische_status or None,
            relaties=tuple(relatie(drager) for drager in gezag),
            contactgegevens=(_contact(kind),),
            toegewezen_producten=(
                *(_toegewezen(t, t.referentie_aanbieder, t.reden_wijziging) for t in toewijzingen),
                *(_toegewezen(t, referentie, "") for t in ongewijzigd),
            ),
        ),
    )  # fmt: skip


def antwoordbericht(
    regel: VerzoekRegel, gemeente: Organisatie, aanbieder: Organisatie, *, antwoord: str, reden: str = "",
    andere_gemeente: str = "", identificatie: str, dagtekening: date,
) -> jw319.Bericht:  # fmt: skip
    """Return the JW319 for one line: in research ("2") or refused ("1", with a reason of WJ759)."""
    elders = jw319.Woonplaatsbeginsel(gemeente=andere_gemeente) if andere_gemeente else None
    return jw319.Bericht(
        header=jw319.Header(
            bericht_code="488", bericht_versie=3, bericht_subversie=2, afzender=gemeente.code or "",
            ontvanger=aanbieder.code or "",
            bericht_identificatie=BerichtIdentificatie(identificatie=identificatie, dagtekening=dagtekening),
            xsd_versie=XSD_VERSIE,
        ),
        antwoord=jw319.Antwoord(
            referentie_aanbieder=regel.referentie_aanbieder, verzoek_antwoord=antwoord,
            reden_afwijzing_verzoek=reden or None, woonplaatsbeginsel=elders,
        ),
    )  # fmt: skip


def startbericht(
    toewijzing: Toewijzing, begindatum: date, *, status: str = EERSTE, verwijder: date | None = None,
    identificatie: str, dagtekening: date,
) -> jw305.Bericht:  # fmt: skip
    """Return the JW305 for one assignment: a start, or with status "3" its removal.

    `verwijder` is the start that gives way to this one (a correction): removed first, in the same message (IV008).
    """
    regels = [(begindatum, status)] if verwijder is None else [(verwijder, VERWIJDEREN), (begindatum, status)]
    kind = toewijzing.kind
    return jw305.Bericht(
        header=jw305.Header(
            bericht_code="438", bericht_versie=3, bericht_subversie=2, afzender=toewijzing.aanbieder.code or "",
            ontvanger=toewijzing.gemeente.code or "",
            bericht_identificatie=BerichtIdentificatie(identificatie=identificatie, dagtekening=dagtekening),
            xsd_versie=XSD_VERSIE,
        ),
        client=jw305.Client(
            bsn=kind.bsn or "", geboortedatum=Geboortedatum(datum=kind.geboortedatum), geslacht=kind.geslacht,
            naam=_korte_naam(kind),
            start_producten=tuple(
                jw305.StartProduct(
                    toewijzing_nummer=int(toewijzing.nummer), product=_product(toewijzing),
                    toewijzing_ingangsdatum=toewijzing.ingangsdatum, begindatum=dag, status_aanlevering=soort,
                )
                for dag, soort in regels
            ),
        ),
    )  # fmt: skip


@dataclass(frozen=True)
class StopRegel:
    """One stop in a JW307: the last day, the reason (JZ588), and whether it is reported or removed."""

    einddatum: date
    reden: str
    status: str = EERSTE


def stopbericht(
    levering: Levering, einddatum: date, reden: str, *, status: str = EERSTE, verwijder: StopRegel | None = None,
    identificatie: str, dagtekening: date,
) -> jw307.Bericht:  # fmt: skip
    """Return the JW307 that ends a delivery, with a reason of JZ588, or with status "3" the removal of such a stop.

    `verwijder` is the stop that gives way to this one (a correction): removed first, in the same message (IV008).
    """
    regels = [StopRegel(einddatum, reden, status)]
    if verwijder is not None:
        regels.insert(0, StopRegel(verwijder.einddatum, verwijder.reden, VERWIJDEREN))
    toewijzing = levering.toewijzing
    kind = toewijzing.kind
    return jw307.Bericht(
        header=jw307.Header(
            bericht_code="440", bericht_versie=3, bericht_subversie=2, afzender=toewijzing.aanbieder.code or "",
            ontvanger=toewijzing.gemeente.code or "",
            bericht_identificatie=BerichtIdentificatie(identificatie=identificatie, dagtekening=dagtekening),
            xsd_versie=XSD_VERSIE,
        ),
        client=jw307.Client(
            bsn=kind.bsn or "", geboortedatum=Geboortedatum(datum=kind.geboortedatum), geslacht=kind.geslacht,
            naam=_korte_naam(kind),
            stop_producten=tuple(
                jw307.StopProduct(
                    toewijzing_nummer=int(toewijzing.nummer), product=_product(toewijzing),
                    toewijzing_ingangsdatum=toewijzing.ingangsdatum, begindatum=levering.begindatum,
                    reden_beeindiging=regel.reden, einddatum=regel.einddatum, status_aanlevering=regel.status,
                )
                for regel in regels
            ),
        ),
    )  # fmt: skip


def _toegewezen(toewijzing: Toewijzing, referentie: str, reden: str) -> jw301.ToegewezenProduct:
    moment = toewijzing.toegewezen_op.astimezone(AMSTERDAM)
    return jw301.ToegewezenProduct(
        toewijzing_nummer=int(toewijzing.nummer),
        referentie_aanbieder=referentie or None,
        product=_product(toewijzing),
        toewijzingsdatum=moment.date(),
        toewijzingstijd=moment.time().replace(microsecond=0, tzinfo=None),
        ingangsdatum=toewijzing.ingangsdatum,
        einddatum=toewijzing.einddatum,
        reden_wijziging=reden or None,
        omvang=_omvang(toewijzing),
        budget=toewijzing.budget,
    )


def _omvang(toewijzing: Toewijzing) -> Omvang | None:
    if toewijzing.volume is None:
        return None
    return Omvang(volume=toewijzing.volume, eenheid=toewijzing.eenheid, frequentie=toewijzing.frequentie)


def _product(toewijzing: Toewijzing) -> Product | None:
    if not toewijzing.categorie:
        return None
    return Product(categorie=toewijzing.categorie, code=toewijzing.code or None)


def _achternaam(kind: Kind) -> Achternaam:
    return Achternaam(achternaam=kind.achternaam, voorvoegsel=kind.voorvoegsel or None)


def _korte_naam(kind: Kind) -> VerkorteNaam:
    return VerkorteNaam(
        geslachtsnaam=_achternaam(kind), voornamen=kind.voornamen or None, voorletters=kind.voorletters or None
    )


def _contact(kind: Kind) -> jw301.Contact:
    """The home address; through the municipality when it is secret or not known."""
    if kind.postcode and kind.huisnummer and not kind.geheim_adres:
        huis = Huis(
            huisnummer=kind.huisnummer, huisletter=kind.huisletter or None,
            huisnummer_toevoeging=kind.toevoeging or None,
        )  # fmt: skip
        adres = Adres(
            huis=huis, postcode=kind.postcode, straatnaam=kind.straatnaam or None,
            plaatsnaam=kind.plaatsnaam or None, land_code="NL",
        )  # fmt: skip
        return jw301.Contact(soort=BRP_ADRES, adres=adres, telefoon=telefoon(kind.telefoon))
    bereikbaar = telefoon(_nummer_van(kind.gemeente))
    if bereikbaar is None:
        raise Geweigerd(
            "Het adres van het kind is niet bekend en er is geen telefoonnummer van de gemeente. Vul het adres van "
            "het kind in, of laat de functioneel beheerder het contactpunt voor toewijzingen invullen.",
            grondslag="iJw TR006 en TR061",
        )
    return jw301.Contact(
        soort=CORRESPONDENTIEADRES, organisatie=f"Gemeente {kind.gemeente.naam}"[:35], telefoon=bereikbaar
    )


def _nummer_van(gemeente: Organisatie) -> str:
    """The number for assignments, else any number of the municipality; digits only."""
    punten = Contactpunt.objects.filter(organisatie=gemeente).exclude(telefoon="")
    punt = punten.filter(onderwerp=Contactpunt.Onderwerp.TOEWIJZING).first() or punten.first()
    return "".join(teken for teken in punt.telefoon if teken.isdigit())[:15] if punt else ""
