"""Law as code for youth care: calendar, terms and rules, each with its source and its explanation.

Knows no framework and no clock: every date is an argument.
"""

from recht.datum import datum_kort, datum_nl, leeftijd
from recht.uitkomst import Stap, Uitkomst

__all__ = ["Stap", "Uitkomst", "datum_kort", "datum_nl", "leeftijd"]
