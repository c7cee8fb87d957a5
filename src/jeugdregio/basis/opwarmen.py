"""What a server does before its first visitor: load what is slow to load, and keep the collector off it.

A full collection walks every object of the process, which takes longer than most pages. What is there when the server
starts stays anyway, so it is put aside.
"""

import gc
from collections.abc import Callable

_werk: list[Callable[[], object]] = []


def registreer_opwarmer(doe: Callable[[], object]) -> None:
    """Add work that is slow the first time. Called from `AppConfig.ready()`; again changes nothing."""
    if doe not in _werk:
        _werk.append(doe)


def warm_op() -> None:
    """Do that work and put what is loaded aside from garbage collection."""
    for doe in _werk:
        doe()
    gc.collect()
    gc.freeze()
