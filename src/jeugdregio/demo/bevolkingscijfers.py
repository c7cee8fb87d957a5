"""What the made-up population is measured against: figures with their origin.

Population on 1-1-2021: CBS, youths per municipality. Shares of youth help: CBS StatLine 85098NED (Flevoland 2023),
85097NED (referrers, first half of 2023) and 85096NED (durations, 2021). Shares per municipality: chosen so that they
meet the regional total of 2020 and the published order of municipalities.
"""

from dataclasses import dataclass

GROEI = 1.04  # youths 2021-2026; Almere grew 6% in seven years, the others less

JEUGDHULP_AANDEEL = 0.956  # of the youths with any form; the others have a measure only in that year
VERBLIJF_AANDEEL = 0.091  # of the youths with jeugdhulp (85098NED, 2023)
JB_AANDEEL_0_17 = 0.014
JB_MET_VERBLIJF = 0.445
JB_ZONDER_HULP = 0.06  # of the youths with a measure who live at home
JR_AANDEEL_12_22 = 0.005
JR_ZONDER_HULP = 0.25
TRAJECTEN_PER_JEUGDIGE = 1.375  # active in a year (85096NED: 625,545 trajectories)
BEGONNEN_PER_JEUGDIGE = 0.634  # begun in a year
PLEEGZORG_PER_JEUGDIGE = 560 / 12300  # trajectories on a date per youth in the year
DEEL_12_22 = 0.49  # of 0-22


@dataclass(frozen=True)
class Gemeentecijfers:
    """One municipality: youths 0-17 and 0-22 in 2021, share with any form, share with a measure (2019)."""

    code: str
    naam: str
    jeugd_0_17: int
    jeugd_0_22: int
    jeugdzorg: float
    bescherming: float


GEMEENTEN = (
    Gemeentecijfers("0034", "Almere", 48060, 61490, 0.096, 0.0083),
    Gemeentecijfers("0303", "Dronten", 8620, 11300, 0.105, 0.0128),
    Gemeentecijfers("0995", "Lelystad", 17200, 21900, 0.110, 0.0116),
    Gemeentecijfers("0171", "Noordoostpolder", 10550, 13420, 0.095, 0.0120),
    Gemeentecijfers("0184", "Urk", 6960, 8670, 0.050, 0.0138),
)

# (days from, days until, share) of ended trajectories
DUREN = (
    (7, 91, 0.161), (92, 182, 0.172), (183, 365, 0.296), (366, 730, 0.233),
    (731, 1095, 0.067), (1096, 1460, 0.031), (1461, 2900, 0.040),
)  # fmt: skip
VERWIJZERS = (
    ("02", 0.355), ("01", 0.328), ("06", 0.147), ("04", 0.085), ("05", 0.045), ("03", 0.031),
    ("08", 0.003), ("", 0.005),
)  # fmt: skip


def quotum(cijfers: Gemeentecijfers) -> dict[str, int]:
    """Return how many youths of each kind one municipality has in a year.

    `totaal` any form, `jb` a child-protection measure, `jb_verblijf` of those with stay, `jr` probation, `verblijf`
    stay without a measure.
    """
    regio_jb = sum(g.bescherming * g.jeugd_0_17 for g in GEMEENTEN) / sum(g.jeugd_0_17 for g in GEMEENTEN)
    jb = cijfers.bescherming * cijfers.jeugd_0_17 * GROEI * JB_AANDEEL_0_17 / regio_jb
    totaal = cijfers.jeugdzorg * cijfers.jeugd_0_22 * GROEI
    regio_totaal = sum(g.jeugdzorg * g.jeugd_0_22 for g in GEMEENTEN) * GROEI
    regio_jb_aantal = sum(g.jeugd_0_17 for g in GEMEENTEN) * GROEI * JB_AANDEEL_0_17
    vrij_verblijf = VERBLIJF_AANDEEL * JEUGDHULP_AANDEEL * regio_totaal - JB_MET_VERBLIJF * regio_jb_aantal
    return {
        "totaal": round(totaal),
        "jb": round(jb),
        "jb_verblijf": round(jb * JB_MET_VERBLIJF),
        "jr": round(JR_AANDEEL_12_22 * DEEL_12_22 * cijfers.jeugd_0_22 * GROEI),
        "verblijf": round(vrij_verblijf * (totaal - jb) / (regio_totaal - regio_jb_aantal)),
    }
