"""Base classes of the tables."""

import uuid
from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q


class Basis(models.Model):
    """A row with a random key, fit for a URL because it tells nothing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


_M = TypeVar("_M", bound=models.Model, covariant=True)


class GedateerdQuerySet(models.QuerySet[_M]):
    """Rows that hold from a date until and including a date."""

    def op(self, datum: date) -> Self:
        """Return the rows that hold on this date."""
        return self.filter(Q(tot__isnull=True) | Q(tot__gte=datum), van__lte=datum)


class Gedateerd(Basis):
    """A fact that holds from `van` until and including `tot` (open when empty)."""

    van = models.DateField("geldig van")
    tot = models.DateField("geldig tot en met", null=True, blank=True)

    objects = GedateerdQuerySet.as_manager()

    class Meta:
        abstract = True

    def geldt_op(self, datum: date) -> bool:
        """Tell whether this fact holds on the date."""
        return self.van <= datum and (self.tot is None or datum <= self.tot)


def einde_na_begin(naam: str) -> models.CheckConstraint:
    """Return the constraint that a dated fact does not end before it begins."""
    return models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name=naam)
