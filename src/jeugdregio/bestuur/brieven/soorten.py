"""What kinds of letter there are and which parts each has. The order is the order on paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deel:
    """One part of the text; `hint` says what belongs there."""

    code: str
    kop: str
    nodig: bool = True
    hint: str = ""


_AANLEIDING = Deel("aanleiding", "Aanleiding", hint="Waarom nu, en welke eerdere brieven waren er?")
_KERN = Deel("kern", "Kernboodschap", hint="Wat moet de raad onthouden? Hooguit vijf zinnen.")
_TOELICHTING = Deel("toelichting", "Toelichting", nodig=False)
_VERVOLG = Deel("vervolg", "Vervolg", hint="Wat gebeurt er nu, en wanneer hoort de raad weer iets?")

DELEN: dict[str, tuple[Deel, ...]] = {
    "raadsbrief": (_AANLEIDING, _KERN, _TOELICHTING, _VERVOLG),
    "informatienota": (
        Deel("kennis", "De raad neemt kennis van", hint="Waarvan neemt de raad kennis? Een besluit vraag je niet."),
        _AANLEIDING,
        _KERN,
        _TOELICHTING,
        _VERVOLG,
    ),
    "memo": (_AANLEIDING, _KERN, Deel("vervolg", "Vervolg", nodig=False)),
    "raadsvoorstel": (
        Deel("voorstel", "De raad besluit", hint="De beslispunten, elk op een eigen regel."),
        _AANLEIDING,
        Deel("grondslag", "Wettelijke grondslag", hint="Het artikel waarop de raad besluit, en waarom de raad."),
        Deel("argumenten", "Argumenten"),
        Deel("alternatieven", "Alternatieven", hint="Wat kan de raad ook besluiten, en wat gebeurt er dan?"),
        Deel("risicos", "Kanttekeningen en risico's"),
        Deel("geld", "Geld", hint="Kosten, dekking en wat het de gemeente zelf kost."),
        Deel("participatie", "Participatie", hint="Wie dachten mee, en wat is daarmee gedaan?"),
        Deel("communicatie", "Communicatie", nodig=False),
        Deel("evaluatie", "Evaluatie", hint="Wanneer en waaraan ziet de raad of het werkt?"),
    ),
}


def ontbrekend(soort: str, delen: dict[str, str]) -> list[Deel]:
    """Return the parts this kind needs that are still empty."""
    return [deel for deel in DELEN[soort] if deel.nodig and not delen.get(deel.code, "").strip()]
