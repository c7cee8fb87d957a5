"""The lowest room; also where the database connection gets its limits."""

import sqlite3
from typing import Any

from django.apps import AppConfig
from django.db.backends.signals import connection_created


def _grotere_bundels(connection: Any, **_kwargs: Any) -> None:
    """Tell Django how many values one SQLite query really takes, so that 10,000 lines are one insert, not 200."""
    if connection.vendor == "sqlite":
        grens = connection.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
        connection.features.max_query_params = grens


class BasisConfig(AppConfig):
    name = "jeugdregio.basis"
    label = "basis"

    def ready(self) -> None:
        """Set the limits on every new connection."""
        connection_created.connect(_grotere_bundels, dispatch_uid="basis-grotere-bundels")
