"""Writing contracts and prices in the shape in which they are read, as workbook or text file."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Contract, Plafond, Tarief
from jeugdregio.zorglandschap.models.tarieven import ELEMENTEN
from jeugdregio.zorglandschap.permissions import zichtbare_contracten
from jeugdregio.zorglandschap.uitwisseling.vorm import BEDRAG, BLADEN, CONTRACTEN, TARIEVEN, Blad

Rijen = Iterable[list[object]]
UITLEG = "Uitleg"
_GEVAARLIJK = ("=", "+", "-", "@", "\t", "\r")


def rijen(wie: Wie, blad: Blad) -> Iterator[list[object]]:
    """Return the rows of a sheet that this person may see. Amounts in euro, lists as one text."""
    zichtbaar = zichtbare_contracten(wie)
    if blad == CONTRACTEN:
        yield from (_contract(c) for c in _met_alles(zichtbaar))
    elif blad == TARIEVEN:
        tarieven = Tarief.objects.filter(contract__in=zichtbaar).select_related("contract", "product")
        yield from (_tarief(t) for t in tarieven.order_by("contract__nummer", "product__code", "van"))
    else:
        plafonds = Plafond.objects.filter(contract__in=zichtbaar).select_related("contract", "gemeente")
        yield from (_plafond(p) for p in plafonds.order_by("contract__nummer", "jaar", "gemeente__code"))


def _met_alles(zichtbaar: "Iterable[Contract]") -> "Iterable[Contract]":
    return (
        Contract.objects.filter(pk__in=[c.pk for c in zichtbaar]).select_related("aanbieder", "perceel")
        .prefetch_related("deelnames__gemeente").order_by("nummer")
    )  # fmt: skip


def _contract(contract: Contract) -> list[object]:
    codes = sorted({deelname.gemeente.code or "" for deelname in contract.deelnames.all()})
    return [
        contract.nummer, contract.aanbieder.code, contract.aanbieder.naam, contract.perceel.naam, contract.van,
        contract.tot, " ".join(codes),
    ]  # fmt: skip


def _tarief(tarief: Tarief) -> list[object]:
    return [
        tarief.contract.nummer, tarief.product.code, tarief.product.naam, tarief.van, tarief.tot, _euro(tarief.centen),
        *(_euro(getattr(tarief, naam)) for naam in ELEMENTEN), tarief.toelichting or None,
    ]  # fmt: skip


def _plafond(plafond: Plafond) -> list[object]:
    gemeente = plafond.gemeente.code if plafond.gemeente else None
    return [plafond.contract.nummer, plafond.jaar, gemeente, _euro(plafond.centen)]


def _euro(centen: int | None) -> Decimal | None:
    return None if centen is None else Decimal(centen).scaleb(-2)


def veilig(tekst: str) -> str:
    """Return a text that no spreadsheet takes for a formula: guarded by a sign that the import takes off again."""
    return f"'{tekst}" if tekst.startswith(_GEVAARLIJK) else tekst


def werkmap(bladen: dict[Blad, Rijen]) -> bytes:
    """Return a workbook with these sheets and one that explains the columns."""
    boek = openpyxl.Workbook(write_only=True)
    for blad, inhoud in bladen.items():
        vel = boek.create_sheet(blad.naam)
        vel.freeze_panes = "A2"
        for plek, kolom in enumerate(blad.kolommen):
            vel.column_dimensions[chr(ord("A") + plek)].width = max(14, len(kolom.kop) + 2)
        vel.append([_vet(vel, kop) for kop in blad.koppen])
        for rij in inhoud:
            vel.append([_cel(vel, blad, plek, waarde) for plek, waarde in enumerate(rij)])
    _uitleg(boek)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _vet(vel: object, tekst: str) -> Any:
    cel = WriteOnlyCell(vel, value=tekst)  # type: ignore[arg-type]
    cel.font = Font(bold=True)
    return cel


def _cel(vel: object, blad: Blad, plek: int, waarde: object) -> object:
    if waarde is None:
        return None
    cel = WriteOnlyCell(vel, value=veilig(waarde) if isinstance(waarde, str) else waarde)  # type: ignore[arg-type]
    if isinstance(waarde, date):
        cel.number_format = "dd-mm-yyyy"
    elif blad.kolommen[plek].soort == BEDRAG:
        cel.number_format = "#,##0.00"
    elif isinstance(waarde, str):
        cel.number_format = "@"
    return cel


def _uitleg(boek: openpyxl.Workbook) -> None:
    vel = boek.create_sheet(UITLEG)
    for letter, breedte in (("A", 14), ("B", 30), ("C", 14), ("D", 50)):
        vel.column_dimensions[letter].width = breedte
    vel.append([_vet(vel, kop) for kop in ("Blad", "Kolom", "Moet gevuld", "Wat er staat")])
    for blad in BLADEN:
        for kolom in blad.kolommen:
            vel.append([blad.naam, kolom.kop, "ja" if kolom.moet else "nee", kolom.hint or kolom.soort])


def tekstbestand(blad: Blad, inhoud: Rijen) -> bytes:
    """Return a text file as a Dutch spreadsheet reads it: semicolons, decimal comma, UTF-8 with mark."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(blad.koppen)
    for rij in inhoud:
        schrijver.writerow([_als_tekst(waarde) for waarde in rij])
    return b"\xef\xbb\xbf" + uit.getvalue().encode()


def _als_tekst(waarde: object) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, date):
        return f"{waarde:%d-%m-%Y}"
    if isinstance(waarde, Decimal):
        return f"{waarde:.2f}".replace(".", ",")
    return veilig(str(waarde))


def uitvoer(wie: Wie) -> bytes:
    """Return all contracts, prices and ceilings that this person may see, as a workbook."""
    return werkmap({blad: rijen(wie, blad) for blad in BLADEN})


def sjabloon() -> bytes:
    """Return an empty workbook to fill in."""
    return werkmap(dict.fromkeys(BLADEN, ()))
