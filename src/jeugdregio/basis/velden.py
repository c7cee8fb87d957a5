"""Model fields that keep their value encrypted in the database."""

from typing import Any

from django.db import models

from jeugdregio.basis.versleuteling import ontsleutel, versleutel


class VersleuteldeBytes(models.BinaryField):  # type: ignore[type-arg]
    """Bytes, encrypted at rest. Cannot be searched."""

    def get_prep_value(self, value: Any) -> Any:
        """Encrypt on the way to the database."""
        return None if value is None else versleutel(bytes(value))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Wrap for the driver without encrypting twice."""
        gereed = value if prepared else self.get_prep_value(value)
        return None if gereed is None else connection.Database.Binary(gereed)

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> bytes | None:
        """Decrypt what comes from the database."""
        return None if value is None else ontsleutel(bytes(value))


class VersleuteldeTekst(VersleuteldeBytes):
    """Text, encrypted at rest. Cannot be searched; put a `zoeksleutel` beside it when it must be found."""

    def get_prep_value(self, value: Any) -> Any:
        """Encrypt on the way to the database."""
        return None if value is None else versleutel_tekst(value)

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> Any:
        """Decrypt what comes from the database."""
        return None if value is None else ontsleutel(bytes(value)).decode()


def versleutel_tekst(value: str) -> bytes:
    """Encrypt a text as UTF-8."""
    return versleutel(value.encode())
