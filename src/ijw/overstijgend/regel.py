"""What a rule is: its code, return code, level and source, and how its finding is made."""

from __future__ import annotations

from dataclasses import dataclass

from ijw.bevinding import Bevinding


@dataclass(frozen=True, slots=True)
class Regel:
    """A technical rule of the standard that reaches beyond one message.

    `niveau` 3 compares with other messages, 4 with an external source. `retourcode` (WJ001) is None where
    the standard gives none. `berichten` are the kinds of message it applies to, `bron` where it is written.
    """

    code: str
    retourcode: str | None
    berichten: tuple[str, ...]
    bron: str
    niveau: int = 3

    def bevinding(self, pad: str, melding: str) -> Bevinding:
        """The finding of this rule at the message class `pad`."""
        return Bevinding(self.niveau, self.code, pad, melding, self.retourcode)


def _regels(*regels: Regel) -> dict[str, Regel]:
    return {regel.code: regel for regel in regels}


_VERZOEK = ("JW315", "JW317")
_START_STOP = ("JW305", "JW307")
_HEEN = ("JW301", "JW305", "JW307", "JW315", "JW317", "JW319", "JW323", "JW325")
_MET_PRODUCT = ("JW301", "JW305", "JW307", "JW315", "JW317", "JW323")

REGELS: dict[str, Regel] = _regels(
    Regel("TR019", "9019", _START_STOP, "TR019"),
    Regel("TR056", "9056", _HEEN, "TR056"),
    Regel("TR063", "9063", _START_STOP, "TR063, IV008"),
    Regel("TR071", "9071", ("JW305",), "TR071, OP033"),
    Regel("TR074", "9074", _START_STOP, "TR074, IV008"),
    Regel("TR135", "8848", _HEEN, "TR135", niveau=4),
    Regel("TR304", "8187", ("JW317", "JW323", "JW325"), "TR304, OP276"),
    Regel("TR307", "9307", ("JW323",), "TR307, OP279"),
    Regel("TR308", "9308", ("JW323",), "TR308, OP279"),
    Regel("TR314", "8021", ("JW323",), "TR314, OP283"),
    Regel("TR318", "8214", ("JW323",), "TR318, OP284, IV090"),
    Regel("TR319", "9319", ("JW323",), "TR319, OP280"),
    Regel("TR321", "9321", ("JW323",), "TR321, OP365, IV076 t/m IV078"),
    Regel("TR322", "9322", ("JW323",), "TR322, OP365, IV077"),
    Regel("TR323", "8017", ("JW323",), "TR323, IV085, IV091"),
    Regel("TR326", "9326", ("JW305",), "TR326, OP289"),
    Regel("TR332", "9332", ("JW301",), "TR332"),
    Regel("TR333", "9333", ("JW323",), "TR333, OP349"),
    Regel("TR337", None, ("JW325",), "TR337, OP355"),
    Regel("TR338", "9338", ("JW323",), "TR338, OP302"),
    Regel("TR339", "9339", ("JW323",), "TR339, OP302"),
    Regel("TR340", "9340", ("JW323",), "TR340, OP302"),
    Regel("TR341", "9341", ("JW323",), "TR341, OP267"),
    Regel("TR346", "9346", ("JW323",), "TR346, IV081", niveau=4),
    Regel("TR347", "9347", _VERZOEK, "TR347"),
    Regel("TR349", "9349", ("JW317",), "TR349, IV092"),
    Regel("TR350", "9350", ("JW317",), "TR350, IV092"),
    Regel("TR351", "9351", ("JW317",), "TR351, IV092"),
    Regel("TR355", "9355", ("JW319",), "TR355"),
    Regel("TR357", "9357", ("JW317",), "TR357, IV092"),
    Regel("TR359", "9359", ("JW319",), "TR359"),
    Regel("TR360", "9360", ("JW319",), "TR360"),
    Regel("TR361", "9361", ("JW317",), "TR361"),
    Regel("TR365", "9365", ("JW319",), "TR365"),
    Regel("TR366", "9366", ("JW325",), "TR366, OP303"),
    Regel("TR367", "9367", ("JW325",), "TR367"),
    Regel("TR369", "9369", ("JW323",), "TR369, OP302"),
    Regel("TR371", None, ("JW325",), "TR371"),
    Regel("TR373", "9373", ("JW317",), "TR373, IV092"),
    Regel("TR374", "9374", _VERZOEK, "TR374"),
    Regel("TR375", "9375", ("JW317",), "TR375"),
    Regel("TR376", None, ("JW325",), "TR376, OP355"),
    Regel("TR378", "S300", _HEEN, "TR378", niveau=4),
    Regel("TR379", "9379", ("JW301",), "TR379, IV097"),
    Regel("TR381", "S329", _MET_PRODUCT, "TR381", niveau=4),
    Regel("TR382", "9069", ("JW307",), "TR382, OP072, OP155"),
    Regel("TR384", "9384", ("JW323",), "TR384"),
    Regel("TR385", "9385", ("JW301",), "TR385, OP362"),
    Regel("TR387", "9387", ("JW323",), "TR387, IV089"),
    Regel("TR388", "9388", ("JW323",), "TR388, IV089"),
    Regel("TR389", "9389", ("JW323",), "TR389, OP366"),
    Regel("TR390", "9390", ("JW323",), "TR390, OP360"),
    Regel("TR411", "9411", ("JW317",), "TR411"),
    Regel("TR412", "9412", ("JW317",), "TR412"),
    Regel("TR413", "9413", ("JW307",), "TR413, OP378"),
    Regel("TR414", "9414", ("JW307",), "TR414, OP377"),
    Regel("TR415", "9415", ("JW307",), "TR415, OP377"),
    Regel("TR418", "0611", ("JW323",), "TR418, OP262, IV081"),
)
"""Every technical rule of levels 3 and 4 in iJw 3.2, by code."""
