"""The doors of the family's page. Nobody with an appointment is family: they see nothing behind these."""

from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.toegang.mijn.models import Gezinstoegang, Gezinsvraag
from tests.deuren.deur import PERSONEN, Deur
from tests.deuren.kern import TOEGANG, TOEGANG_ELDERS
from tests.wereld import Wereld

_GEMEENTE = {"onzichtbaar": TOEGANG_ELDERS}

ALLEN = set(PERSONEN)
# With a code of the municipality anybody makes an account; without one it opens nothing.
OPEN = {"mijn:aanmelden"}

DEUREN: dict[str, Deur] = {
    "mijn:start": Deur(ALLEN),
    "mijn:kind": Deur(set(), onzichtbaar=ALLEN, toegang_id="gezinstoegang"),
    "mijn:vragen": Deur(set(), onzichtbaar=ALLEN, toegang_id="gezinstoegang"),
    "mijn:bekeken": Deur(set(), onzichtbaar=ALLEN, toegang_id="gezinstoegang"),
    "mijn:meekijken": Deur(set(), onzichtbaar=ALLEN, toegang_id="gezinstoegang"),
    "mijn:plan": Deur(set(), onzichtbaar=ALLEN, toegang_id="gezinstoegang"),
    "mijn:verslag": Deur(set(), onzichtbaar=ALLEN, toegang_id="gezinstoegang", onderzoek_id="kind"),
    "mijn:brieven": Deur(set(), onzichtbaar=ALLEN, toegang_id="gezinstoegang"),
    "mijn:brief": Deur(set(), onzichtbaar=ALLEN, toegang_id="gezinstoegang", beschikking_id="kind"),
    "mijn:bezwaar": Deur(set(), onzichtbaar=ALLEN, toegang_id="gezinstoegang", beschikking_id="kind"),
    "mijn:beslissing": Deur(set(), onzichtbaar=ALLEN, toegang_id="gezinstoegang", bezwaar_id="kind"),
    "mijn:toestemming": Deur(set(), onzichtbaar=ALLEN, toegang_id="gezinstoegang"),
    "mijn:antwoorden": Deur(set(), onzichtbaar=ALLEN, toegang_id="gezinstoegang", nummer=1),
    "mijn:intrekken": Deur(
        set(), onzichtbaar=ALLEN, post=True, toegang_id="gezinstoegang", toestemming_id="toestemming"
    ),
    "gezin:gezin": Deur(TOEGANG, **_GEMEENTE, kind_id="kind"),
    "gezin:sluiten": Deur(TOEGANG, **_GEMEENTE, kind_id="kind", toegang_id="gezinstoegang"),
    "gezin:vraag": Deur(TOEGANG, **_GEMEENTE, kind_id="kind", vraag_id="gezinsvraag"),
}


def maak(wereld: Wereld) -> dict[str, object]:
    """Let Sanne look along with Mirthe, and let her ask something."""
    sanne = Gebruiker.objects.create_user("sanne@gezin.example", "Sanne Visser", "de fiets staat achter")
    toegang = Gezinstoegang.objects.create(gebruiker=sanne, kind=wereld.kind, gezagsdrager=wereld.gezagsdrager)
    vraag = Gezinsvraag.objects.create(toegang=toegang, kind=wereld.kind, soort="vraag", tekst="Wanneer begint het?")
    return {"gezinstoegang": toegang, "gezinsvraag": vraag}
