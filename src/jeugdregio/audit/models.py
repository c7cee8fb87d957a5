"""The append-only log. A line is never changed or removed: not by the ORM, not by the database role of the app."""

from typing import Any, NoReturn

from django.db import models

from jeugdregio.basis.klok import nu


class Onveranderlijk(Exception):
    """Somebody tried to change or remove a line of the log."""


class RegelQuerySet(models.QuerySet["Regel"]):
    """Only reading and adding."""

    def update(self, **_kwargs: Any) -> NoReturn:
        """Refuse."""
        raise Onveranderlijk("Een regel van het logboek verandert nooit.")

    def delete(self) -> NoReturn:
        """Refuse."""
        raise Onveranderlijk("Een regel van het logboek wordt nooit verwijderd.")

    def bulk_update(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refuse."""
        raise Onveranderlijk("Een regel van het logboek verandert nooit.")


class Regel(models.Model):
    """One act or one look: who, for which organisation, in which role, what, of which child, when.

    Names are copied as text, so that a line stays true when a person leaves. `gegevens` holds no personal data.
    """

    tijdstip = models.DateTimeField(default=nu, db_index=True)
    gebruiker_id = models.UUIDField(null=True)
    gebruiker = models.CharField(max_length=200)
    organisatie_id = models.UUIDField(null=True, db_index=True)
    organisatie = models.CharField(max_length=200)
    rol = models.CharField(max_length=400)  # somebody may have every role of a municipality
    handeling = models.CharField(max_length=80)
    inzage = models.BooleanField(default=False)
    kind_id = models.UUIDField(null=True)
    onderwerp_soort = models.CharField(max_length=60, blank=True)
    onderwerp_id = models.CharField(max_length=60, blank=True)
    gegevens = models.JSONField(default=dict)

    objects = RegelQuerySet.as_manager()

    class Meta:
        ordering = ["-tijdstip", "-id"]
        indexes = [models.Index(fields=["kind_id", "-tijdstip"], name="audit_kind_tijd")]

    def __str__(self) -> str:
        return f"{self.tijdstip:%Y-%m-%d %H:%M} {self.gebruiker}: {self.handeling}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the line; refuse a second save."""
        if not self._state.adding:
            raise Onveranderlijk("Een regel van het logboek verandert nooit.")
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refuse."""
        raise Onveranderlijk("Een regel van het logboek wordt nooit verwijderd.")
