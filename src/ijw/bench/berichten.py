"""The messages that are measured: one client with many products, or a declaration of many clients."""

import datetime
from itertools import count, islice

from ijw.berichten import basis, jw301, jw305, jw323

REGELS = 10_000
PER_CLIENT = 10
MAX_CLIENTEN = 5_000

_MAAND = basis.GeslotenPeriode(begindatum=datetime.date(2026, 4, 1), einddatum=datetime.date(2026, 4, 30))
_VERSIE = basis.XsdVersie(basisschema_xsd_versie="1.0.0", bericht_xsd_versie="1.0.0")
_KENMERK = basis.BerichtIdentificatie(identificatie="BENCH", dagtekening=datetime.date(2026, 5, 1))
_NAAM = basis.VolledigeNaam(geslachtsnaam=basis.Achternaam(achternaam="Wit", voorvoegsel="de"), naam_gebruik="1")
_ADRES = basis.Adres(postcode="1315AA", land_code="NL", huis=basis.Huis(huisnummer=1), plaatsnaam="Almere")
_OMVANG = basis.Omvang(volume=4, eenheid="04", frequentie="2")


def _bsn(nummer: int) -> str:
    """The `nummer`-th citizen service number in the test range that passes the eleven test."""
    goed = (b for b in map(str, count(999_900_000)) if _elfproef(b))
    return next(islice(goed, nummer, None))


def _elfproef(bsn: str) -> bool:
    return sum(int(c) * w for c, w in zip(bsn, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11 == 0


def toewijzing(aantal: int = REGELS) -> jw301.Bericht:
    """A JW301 for one client with `aantal` assigned products."""
    producten = tuple(
        jw301.ToegewezenProduct(
            toewijzing_nummer=nummer,
            product=basis.Product(categorie="45", code=f"{nummer:05}"),
            toewijzingsdatum=datetime.date(2026, 4, 1),
            toewijzingstijd=datetime.time(9, 30),
            ingangsdatum=datetime.date(2026, 4, 1) + datetime.timedelta(days=nummer // 1000),
            einddatum=datetime.date(2027, 3, 31),
            omvang=_OMVANG,
        )
        for nummer in range(1, aantal + 1)
    )
    return jw301.Bericht(
        header=jw301.Header(
            bericht_code="436", bericht_versie=3, bericht_subversie=2, afzender="0034",
            ontvanger="99990001", bericht_identificatie=_KENMERK, xsd_versie=_VERSIE,
        ),
        client=jw301.Client(
            bsn=_bsn(0),
            geboortedatum=basis.Geboortedatum(datum=datetime.date(2015, 6, 1)),
            geslacht="1",
            naam=_NAAM,
            contactgegevens=(jw301.Contact(soort="01", adres=_ADRES),),
            toegewezen_producten=producten,
        ),
    )  # fmt: skip


def start(aantal: int = REGELS) -> jw305.Bericht:
    """A JW305 for one client with `aantal` started products."""
    producten = tuple(
        jw305.StartProduct(
            toewijzing_nummer=nummer,
            product=basis.Product(categorie="45", code=f"{nummer:05}"),
            toewijzing_ingangsdatum=datetime.date(2026, 4, 1),
            begindatum=datetime.date(2026, 4, 1) + datetime.timedelta(days=nummer // 1000),
            status_aanlevering="1",
        )
        for nummer in range(1, aantal + 1)
    )
    return jw305.Bericht(
        header=jw305.Header(
            bericht_code="438", bericht_versie=3, bericht_subversie=2, afzender="99990001",
            ontvanger="0034", bericht_identificatie=_KENMERK, xsd_versie=_VERSIE,
        ),
        client=jw305.Client(
            bsn=_bsn(0),
            geboortedatum=basis.Geboortedatum(datum=datetime.date(2015, 6, 1)),
            geslacht="1",
            naam=basis.VerkorteNaam(geslachtsnaam=_NAAM.geslachtsnaam),
            start_producten=producten,
        ),
    )  # fmt: skip


def declaratie(aantal: int = REGELS) -> jw323.Bericht:
    """A JW323 with `aantal` lines, ten per client, or more when the test range of numbers would run out."""
    per_client = max(PER_CLIENT, aantal // MAX_CLIENTEN)
    bsns = (b for b in map(str, count(999_900_000)) if _elfproef(b))
    clienten = tuple(
        jw323.Client(
            bsn=next(bsns),
            prestaties=tuple(map(_prestatie, range(begin, min(begin + per_client, aantal)))),
        )
        for begin in range(0, aantal, per_client)
    )
    return jw323.Bericht(
        header=jw323.Header(
            bericht_code="490", bericht_versie=3, bericht_subversie=2, afzender="99990001",
            ontvanger="0034", bericht_identificatie=_KENMERK, xsd_versie=_VERSIE,
        ),
        declaratie=jw323.Declaratie(
            declaratie_nummer="BENCH1",
            declaratie_periode=_MAAND,
            declaratie_dagtekening=datetime.date(2026, 5, 1),
            totaal_ingediend_bedrag=basis.TotaalBedragMetDC(totaal_bedrag=5000 * aantal, debet_credit="D"),
            clienten=clienten,
        ),
    )  # fmt: skip


def _prestatie(nummer: int) -> jw323.Prestatie:
    return jw323.Prestatie(
        product_referentie=basis.Referentie(referentie_nummer=f"R{nummer}"),
        toewijzing_nummer=nummer + 1,
        product_categorie="45",
        product_code="45A03",
        product_periode=_MAAND,
        geleverd_volume=4,
        eenheid="04",
        product_tarief=1250,
        ingediend_bedrag=basis.BedragMetDC(bedrag=5000, debet_credit="D"),
    )
