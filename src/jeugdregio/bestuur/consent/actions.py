"""Beginning a proposal; the acts after it are in the module of their phase."""

from collections.abc import Sequence

from django.db import transaction

from jeugdregio.basis.fouten import GeenRecht, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.models import Voorstel, Zichtbaarheid
from jeugdregio.bestuur.consent.overgangen import begin, nieuwe_versie
from jeugdregio.bestuur.consent.permissions import mag_inbrengen
from jeugdregio.bestuur.consent.toetsen_invoer import eis_ingevuld, eis_keuze
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.organisaties.models import Deelname, Organisatie, Regio
from jeugdregio.organisaties.wie import Wie


@transaction.atomic
def maak_concept(
    wie: Wie, *, titel: str, aanleiding: str, tekst: str, voorbeeld: str = "",
    gemeenten: Sequence[Organisatie] = (), raakt: Sequence[dict[str, object]] = (),
    zichtbaarheid: str = Zichtbaarheid.DELEGATIES, zicht_uitkomst: str = Zichtbaarheid.OPENBAAR,
) -> Voorstel:  # fmt: skip
    """Begin a proposal: title, driver (with a concrete example) and a first text. Makes version 1.

    `raakt` holds the norms that would change, as the room of agreements describes them. Raises GeenRecht when this
    person may not bring in, Geweigerd when something is missing or a family can be recognised.
    """
    if not mag_inbrengen(wie) or wie.gebruiker is None:
        raise GeenRecht("Een voorstel brengt een wethouder, beleidsmedewerker, jurist of het regiokantoor in.")
    velden = {"titel": titel, "aanleiding": aanleiding, "tekst": tekst, "voorbeeld": voorbeeld}
    eis_ingevuld(
        velden,
        {
            "titel": "Geef het voorstel een titel.",
            "aanleiding": "Schrijf waarom dit voorstel nodig is.",
            "tekst": "Schrijf een eerste tekst van het besluit.",
        },
    )
    weiger_persoonsgegevens(velden)
    eis_keuze({"zichtbaarheid": zichtbaarheid, "zicht_uitkomst": zicht_uitkomst}, Zichtbaarheid.values)
    voorstel = Voorstel.objects.create(
        regio=_regio_van(wie), titel=titel.strip(), aanleiding=aanleiding, voorbeeld=voorbeeld,
        inbrenger=wie.gebruiker, inbrenger_organisatie=wie.organisatie, raakt=list(raakt),
        zichtbaarheid=zichtbaarheid, zicht_uitkomst=zicht_uitkomst,
    )  # fmt: skip
    voorstel.gemeenten.set(gemeenten)
    nieuwe_versie(wie, voorstel, tekst, "Eerste tekst")
    begin(wie, voorstel)
    return voorstel


def _regio_van(wie: Wie) -> Regio:
    """Return the region somebody brings it in for: that of the municipality, else the only one there is."""
    deelname = Deelname.objects.op(vandaag()).filter(organisatie=wie.organisatie).select_related("regio").first()
    if deelname:
        return deelname.regio
    regios = list(Regio.objects.all()[:2])
    if len(regios) != 1:
        raise Geweigerd("Je organisatie doet vandaag niet mee aan de regio. Alleen deelnemers brengen iets in.")
    return regios[0]
