"""Translation between a request for change in the tables and the JW317. Nothing here decides."""

from collections.abc import Mapping
from datetime import date

from ijw.berichten import jw317
from ijw.berichten.basis import BerichtIdentificatie, Omvang, Product
from ijw.wijzigen import Afspraak
from jeugdregio.toegang.messages import XSD_VERSIE
from jeugdregio.toegang.models import GevraagdeWijziging, Kind, Toewijzing, Verzoek

Soort = GevraagdeWijziging.Soort


def nummers_in(verzoek: jw317.Verzoek) -> list[int]:
    """Return the assignments a request names."""
    blijft = [product.toewijzing_nummer for product in verzoek.ongewijzigde_producten]
    return blijft + [product.toewijzing_nummer for product in verzoek.te_wijzigen_producten]


def wijzigingen_uit(
    gevraagd: jw317.Verzoek, verzoek: Verzoek, toewijzingen: Mapping[int, Toewijzing]
) -> list[GevraagdeWijziging]:
    """Return the rows (not yet saved) of what a message asks, in the order of the message."""
    rijen = [
        GevraagdeWijziging(soort=Soort.BLIJFT, toewijzing=toewijzingen[blijft.toewijzing_nummer])
        for blijft in gevraagd.ongewijzigde_producten
    ]
    rijen += [
        GevraagdeWijziging(soort=Soort.ANDERS, toewijzing=toewijzingen[anders.toewijzing_nummer], **_wens(anders))
        for anders in gevraagd.te_wijzigen_producten
    ]
    rijen += [
        GevraagdeWijziging(
            soort=Soort.NIEUW, categorie=nieuw.product.categorie if nieuw.product else "",
            code=(nieuw.product.code if nieuw.product else None) or "", **_wens(nieuw),
        )
        for nieuw in gevraagd.nieuwe_producten
    ]  # fmt: skip
    for volgorde, rij in enumerate(rijen, start=1):
        rij.verzoek, rij.volgorde = verzoek, volgorde
    return rijen


def wijzigingsbericht(
    kind: Kind, toewijzing: Toewijzing, *, reden: str, referentie: str, wijzigingen: list[GevraagdeWijziging],
    identificatie: str, dagtekening: date,
) -> jw317.Bericht:  # fmt: skip
    """Return the JW317 for a child of one municipality and provider (those of `toewijzing`)."""
    per_soort = {soort: [w for w in wijzigingen if w.soort == soort] for soort in Soort}
    return jw317.Bericht(
        header=jw317.Header(
            bericht_code="486", bericht_versie=3, bericht_subversie=2, afzender=toewijzing.aanbieder.code or "",
            ontvanger=toewijzing.gemeente.code or "",
            bericht_identificatie=BerichtIdentificatie(identificatie=identificatie, dagtekening=dagtekening),
            xsd_versie=XSD_VERSIE,
        ),
        client=jw317.Client(
            bsn=kind.bsn or "",
            verzoek=jw317.Verzoek(
                referentie_aanbieder=referentie, reden_verzoek=reden,
                ongewijzigde_producten=tuple(
                    jw317.OngewijzigdProduct(toewijzing_nummer=_nummer(w)) for w in per_soort[Soort.BLIJFT]
                ),
                te_wijzigen_producten=tuple(
                    jw317.TeWijzigenProduct(
                        toewijzing_nummer=_nummer(w), gewenste_ingangsdatum=w.ingangsdatum or dagtekening,
                        einddatum=w.einddatum, omvang=_omvang(w), budget=w.budget,
                    )
                    for w in per_soort[Soort.ANDERS]
                ),
                nieuwe_producten=tuple(
                    jw317.NieuwProduct(
                        product=Product(categorie=w.categorie, code=w.code or None) if w.categorie else None,
                        gewenste_ingangsdatum=w.ingangsdatum or dagtekening, einddatum=w.einddatum,
                        omvang=_omvang(w), budget=w.budget,
                    )
                    for w in per_soort[Soort.NIEUW]
                ),
            ),
        ),
    )  # fmt: skip


def afspraak(rij: Toewijzing | GevraagdeWijziging) -> Afspraak:
    """Return what an assignment says or a change wishes, as the rules compare them."""
    if rij.ingangsdatum is None:
        raise ValueError("what stays as it is wishes nothing")
    return Afspraak(
        ingangsdatum=rij.ingangsdatum, einddatum=rij.einddatum, volume=rij.volume, eenheid=rij.eenheid or None,
        frequentie=rij.frequentie or None, budget=rij.budget,
    )  # fmt: skip


def _wens(product: jw317.TeWijzigenProduct | jw317.NieuwProduct) -> dict[str, object]:
    omvang = product.omvang
    return {
        "ingangsdatum": product.gewenste_ingangsdatum, "einddatum": product.einddatum, "budget": product.budget,
        "volume": omvang.volume if omvang else None, "eenheid": omvang.eenheid if omvang else "",
        "frequentie": omvang.frequentie if omvang else "",
    }  # fmt: skip


def _nummer(wijziging: GevraagdeWijziging) -> int:
    if wijziging.toewijzing is None:
        raise ValueError("a change needs its assignment")
    return int(wijziging.toewijzing.nummer)


def _omvang(wijziging: GevraagdeWijziging) -> Omvang | None:
    if wijziging.volume is None:
        return None
    return Omvang(volume=wijziging.volume, eenheid=wijziging.eenheid, frequentie=wijziging.frequentie)
