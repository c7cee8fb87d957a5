"""The charter of roles: what belongs to an alderman in the region and what to others. Own words, after the advice of
the committee of experts (19 September 2025), the Jeugdwet and the joint arrangement.
"""

HANDVEST: tuple[tuple[str, str, str], ...] = (
    ("Raad", "Stelt het plan en de regels vast, geeft geld en controleert.", "Jeugdwet 2.2 en 2.9; Gemeentewet 147"),
    ("College", "Zorgt dat er hulp is, beslist over hulp en geeft mandaat.", "Jeugdwet 2.3 en 2.6; Awb 10:1"),
    (
        "Wethouder",
        "Bepaalt de richting, neemt met de andere wethouders besluiten en legt uit aan de eigen raad.",
        "Gemeentewet 169; advies van de deskundigen",
    ),
    (
        "Wethouder, wat niet",
        "Beslist niet over de hulp aan één gezin en spreekt niet in de media over een collega.",
        "Advies van de deskundigen; gedragsafspraak",
    ),
    ("Regiokantoor", "Bereidt voor, koopt in en voert uit wat is besloten, binnen het mandaat.", "Centrumregeling"),
    ("Toegang en verwijzers", "Kijken met het gezin welke hulp past.", "Jeugdwet 2.3 en 2.6 lid 1 onder g"),
    ("Aanbieders", "Geven de hulp en zeggen het als het niet lukt.", "Contracten; Jeugdwet hoofdstuk 4"),
)
