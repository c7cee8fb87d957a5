"""The fourteen messages of iJw 3.2 as typed objects. Treat them as immutable: the library does too."""

from types import ModuleType

from ijw.berichten import (
    jw301,
    jw302,
    jw305,
    jw306,
    jw307,
    jw308,
    jw315,
    jw316,
    jw317,
    jw318,
    jw319,
    jw320,
    jw323,
    jw325,
)

Bericht = (
    jw301.Bericht
    | jw302.Bericht
    | jw305.Bericht
    | jw306.Bericht
    | jw307.Bericht
    | jw308.Bericht
    | jw315.Bericht
    | jw316.Bericht
    | jw317.Bericht
    | jw318.Bericht
    | jw319.Bericht
    | jw320.Bericht
    | jw323.Bericht
    | jw325.Bericht
)

MODULES: tuple[ModuleType, ...] = (
    jw301,
    jw302,
    jw305,
    jw306,
    jw307,
    jw308,
    jw315,
    jw316,
    jw317,
    jw318,
    jw319,
    jw320,
    jw323,
    jw325,
)

BERICHTEN: dict[str, type[Bericht]] = {module.Bericht.SOORT: module.Bericht for module in MODULES}
"""Message class by kind, such as `BERICHTEN["JW315"]`."""
