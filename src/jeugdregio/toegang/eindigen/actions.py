"""The acts of this sub-room, gathered."""

from jeugdregio.toegang.eindigen.achttien import beslis_achttien, open_achttienbeurten
from jeugdregio.toegang.eindigen.besluiten import eindig, laat_doorlopen, verleng
from jeugdregio.toegang.eindigen.vangnet import open_gevallen

__all__ = ["beslis_achttien", "eindig", "laat_doorlopen", "open_achttienbeurten", "open_gevallen", "verleng"]
