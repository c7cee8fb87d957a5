"""The exceptions of the application. Their text is shown to the person who must act: plain Dutch."""


class JeugdregioFout(Exception):
    """Base of all refusals; `str()` is the text for the user."""


class GeenRecht(JeugdregioFout):
    """This user may not do this act. Screens answer 403."""


class NietGevonden(JeugdregioFout):
    """It does not exist, or not for this user: the answer is the same. Screens answer 404."""


class Geweigerd(JeugdregioFout):
    """A rule refuses the act. `velden` names per form field what is wrong and how to mend it."""

    def __init__(self, melding: str, *, grondslag: str = "", velden: dict[str, str] | None = None) -> None:
        super().__init__(melding)
        self.grondslag = grondslag
        self.velden = velden or {}


class Conflict(JeugdregioFout):
    """Somebody else changed this in the meantime. Screens answer 409 and keep the input."""
