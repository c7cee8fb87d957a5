"""Rows on their way to the database: gathered per table and written in bulk. Tables hold each other's keys, so
everything happens in one transaction and the database checks the keys at its end."""

from collections.abc import Iterable
from datetime import date, datetime, time
from itertools import count
from typing import TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Model, UUIDField

from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.demo.toeval import toeval, uuid_uit

GROOTTE = 4000
EERSTE_SLEUTEL = 0x1A2B_0000_0000
M = TypeVar("M", bound=Model)


def moment(dag: date, uur: int = 9, minuut: int = 0) -> datetime:
    """Return a time of the day in Amsterdam."""
    return datetime.combine(dag, time(uur, minuut), AMSTERDAM)


class Opslag:
    """Gathers rows and writes them when there are enough. Gives keys that depend on the seed only."""

    def __init__(self, zaad: int) -> None:
        self._bron = toeval(zaad, "sleutels")
        self._volgnummer = count(EERSTE_SLEUTEL)
        self._rijen: dict[type[Model], list[Model]] = {}
        self._aantal = 0
        self.geschreven: dict[str, int] = {}

    def sleutel(self) -> UUID:
        """Return a new key."""
        return uuid_uit(self._bron, next(self._volgnummer))

    def bij(self, rij: M) -> M:
        """Take a row; give it its key."""
        if isinstance(rij._meta.pk, UUIDField):
            rij.pk = self.sleutel()
        self._rijen.setdefault(type(rij), []).append(rij)
        self._aantal += 1
        if self._aantal >= GROOTTE:
            self.schrijf()
        return rij

    def alle(self, rijen: Iterable[Model]) -> None:
        """Take several rows."""
        for rij in rijen:
            self.bij(rij)

    def schrijf(self) -> None:
        """Write what was gathered."""
        for model, rijen in self._rijen.items():
            _voeg_in(model, rijen)
            self.geschreven[model.__name__] = self.geschreven.get(model.__name__, 0) + len(rijen)
        self._rijen.clear()
        self._aantal = 0


def _voeg_in(model: type[Model], rijen: list[Model]) -> None:
    """Insert rows. `bulk_create` spends most of its time on building statements; this prepares one for all rows."""
    velden = [veld for veld in model._meta.concrete_fields if veld.get_internal_type() != "BigAutoField"]
    naam = connection.ops.quote_name
    kolommen = ", ".join(naam(str(veld.column)) for veld in velden)
    sql = f"INSERT INTO {naam(model._meta.db_table)} ({kolommen}) VALUES ({', '.join(['%s'] * len(velden))})"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.executemany(
            sql, [[veld.get_db_prep_save(getattr(rij, veld.attname), connection) for veld in velden] for rij in rijen]
        )
