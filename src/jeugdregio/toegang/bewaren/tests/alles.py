"""A child with a row in every table that is about it, found by looking at the models: so a new table joins in."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any
from uuid import UUID, uuid4

from django.apps import apps
from django.db import connection, models

from jeugdregio.basis.klok import nu
from jeugdregio.basis.velden import VersleuteldeTekst
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.toegang.bewaren.leeg import houdt_woorden
from jeugdregio.toegang.models import Kind

MERK = "HERKENBAAR"
# These are about a child without a foreign key to it: by its file number, or through another table.
ZONDER_SLEUTEL = ("ruimte.Wachtende", "ruimte.Reservering", "plannen.Plan", "toegang.Gezin")
# The messages themselves hang on nothing of the child; the log is written by its own function only.
BERICHT, LOGBOEK = "postbus.Bericht", "audit.Regel"
_SLEUTELS = {"kind_id", "onderwerp_id"}


def modellen() -> list[type[models.Model]]:
    """Return every table that is about a child, directly or through another, and the messages."""
    wortels = [Kind, *map(apps.get_model, ZONDER_SLEUTEL), *_met_losse_sleutel()]
    gezien = dict.fromkeys(wortels)
    wachtrij = list(wortels)
    while wachtrij:
        for relatie in wachtrij.pop()._meta.get_fields(include_hidden=True):
            model = relatie.related_model
            if not ((relatie.auto_created and relatie.one_to_many) or (relatie.one_to_one and relatie.auto_created)):
                continue
            if isinstance(model, type) and model not in gezien and not model._meta.auto_created:  # type: ignore[attr-defined]
                gezien[model] = None
                wachtrij.append(model)
    return [*gezien, apps.get_model(BERICHT)]


def _met_losse_sleutel() -> Iterator[type[models.Model]]:
    for model in apps.get_models():
        if model._meta.label != LOGBOEK and any(
            veld.name in _SLEUTELS and not veld.is_relation for veld in model._meta.concrete_fields
        ):
            yield model


class Vuller:
    """Makes one row per table, with MERK in every field that can hold words. The child is the one in `kind`."""

    def __init__(self, gemeente: Organisatie, werker: Gebruiker) -> None:
        self.gemeente, self.werker = gemeente, werker
        self.over_het_kind = set(modellen())
        self.rijen: dict[type[models.Model], models.Model | None] = {}
        self.nummer = 0
        self.gezinslid = Gebruiker.objects.create_user(f"{MERK.lower()}@voorbeeld.nl", MERK)

    def alles(self) -> Kind:
        """Fill every table and return the child."""
        kind = self.maak(Kind)
        for model in self.over_het_kind:
            self.maak(model)
        assert isinstance(kind, Kind)
        return kind

    def maak(self, model: type[models.Model]) -> Any:
        """Return the row of a table; makes it, and what it hangs on, when it is not there yet."""
        if model is Organisatie:
            return self.gemeente
        if model not in self.rijen:
            # None while it is being made: a link back to itself stays empty.
            self.rijen[model] = None
            waarden = {v.attname: self._waarde(model, v) for v in model._meta.concrete_fields}
            self.rijen[model] = model._base_manager.bulk_create([model(**waarden)])[0]
        return self.rijen[model]

    def _waarde(self, model: type[models.Model], veld: "models.Field[Any, Any]") -> Any:
        if veld.primary_key:
            return None if isinstance(veld, models.AutoField) else uuid4()
        if isinstance(veld, models.ForeignKey):
            return self._koppeling(model, veld)
        if veld.name in _SLEUTELS:
            return self.rijen[Kind].pk  # type: ignore[union-attr]
        if veld.name == "kenmerk":
            return self._kenmerk(model)
        if model in self.over_het_kind and houdt_woorden(veld):
            return _gemerkt(veld)
        return None if veld.null else self._neutraal(veld)

    def _kenmerk(self, model: type[models.Model]) -> str:
        if model._meta.label in ZONDER_SLEUTEL and model._meta.app_label == "ruimte":
            return self.rijen[Kind].kenmerk  # type: ignore[union-attr]
        self.nummer += 1
        return f"T-{self.nummer}"

    def _koppeling(self, model: type[models.Model], veld: "models.ForeignKey[Any, Any]") -> UUID | None:
        naar = veld.related_model
        if naar is Gebruiker:
            return self.gezinslid.pk if model._meta.app_label == "mijn" else self.werker.pk
        if veld.null and naar not in self.over_het_kind:
            return None
        rij = self.maak(naar)
        return rij and rij.pk

    def _neutraal(self, veld: "models.Field[Any, Any]") -> Any:
        self.nummer += 1
        if veld.choices:
            return next(waarde for waarde, _ in veld.flatchoices if waarde != "")
        if veld.has_default():
            return veld.get_default()
        for soort, waarde in (
            (models.DateTimeField, nu()), (models.DateField, date(2014, 5, 6)), (models.TimeField, time(9)),
            (models.BooleanField, False), (models.UUIDField, uuid4()), (models.BinaryField, b"x"),
            (models.JSONField, {}), (models.EmailField, f"x{self.nummer}@voorbeeld.nl"),
            ((models.IntegerField, models.DecimalField), self.nummer),
        ):  # fmt: skip
            if isinstance(veld, soort):
                return waarde
        return str(self.nummer)[-(getattr(veld, "max_length", None) or 9) :]


def _gemerkt(veld: "models.Field[Any, Any]") -> Any:
    if isinstance(veld, models.JSONField):
        return [MERK] if veld.has_default() and isinstance(veld.get_default(), list) else {"tekst": MERK}
    if isinstance(veld, models.BinaryField) and not isinstance(veld, VersleuteldeTekst):
        return MERK.encode()
    return MERK


def nog_te_lezen() -> set[str]:
    """Return every field in the whole database in which MERK still stands, as "app.Model.veld"."""
    gevonden = set()
    for model in apps.get_models():
        if model._meta.db_table not in connection.introspection.table_names():
            continue
        for rij in model._base_manager.values():
            gevonden |= {f"{model._meta.label}.{naam}" for naam, w in rij.items() if MERK.lower() in str(w).lower()}
    return gevonden
