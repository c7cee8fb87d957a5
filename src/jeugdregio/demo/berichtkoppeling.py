"""Which child each message of the history is about: taken from the tables that the messages made."""

from django.db import connection

_KOPPEL = """
INSERT INTO postbus_betrokkene (bericht_id, kind_id)
SELECT bericht_id, kind_id FROM toegang_verzoek WHERE bericht_id IS NOT NULL
UNION SELECT bericht_id, kind_id FROM toegang_toewijzing WHERE bericht_id IS NOT NULL
UNION SELECT l.startbericht_id, t.kind_id FROM toegang_levering l
    JOIN toegang_toewijzing t ON t.id = l.toewijzing_id WHERE l.startbericht_id IS NOT NULL
UNION SELECT l.stopbericht_id, t.kind_id FROM toegang_levering l
    JOIN toegang_toewijzing t ON t.id = l.toewijzing_id WHERE l.stopbericht_id IS NOT NULL
UNION SELECT d.bericht_id, t.kind_id FROM financien_declaratie d
    JOIN financien_prestatie p ON p.declaratie_id = d.id JOIN toegang_toewijzing t ON t.id = p.toewijzing_id
"""


def koppel_berichten() -> None:
    """Tie the messages written in bulk to their children; before the stories, which do so themselves."""
    with connection.cursor() as cursor:
        cursor.execute(_KOPPEL)
