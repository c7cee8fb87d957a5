"""Chances behind a trajectory: what is drawn how often. Tuned until `ijking` finds the published figures."""

# (age at first start, weight)
LEEFTIJDEN = {
    "hulp": tuple(enumerate((2, 2, 3, 4, 6, 7, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 8, 6, 2, 1, 1, 1))),
    "jb": tuple(enumerate((4, 3, 3, 3, 4, 4, 5, 5, 6, 6, 6, 7, 7, 8, 8, 7, 4))),
    "jr": tuple((leeftijd, 1.0) for leeftijd in (12, 13, 14, 15, 15, 16, 16, 17, 17, 18, 19, 20)),
}
# (number of trajectories without stay, weight), beside stay and without it
AANTAL_TRAJECTEN = {
    "alleen": ((1, 0.46), (2, 0.32), (3, 0.15), (4, 0.07)),
    "erbij": ((0, 0.34), (1, 0.42), (2, 0.24)),
}
OVERLAP = 0.62  # a next trajectory begins before the one before it ends

VORMEN = (("45A04", 0.33), ("45A05", 0.24), ("45A48", 0.16), ("41A03", 0.07), ("54003", 0.15), ("54007", 0.05))
VORMEN_KORT = (("45A04", 0.30), ("45A05", 0.20), ("45A48", 0.14), ("54001", 0.16), ("54003", 0.14), ("46A01", 0.06))
VERBLIJF_VORM = (("44A08", 0.50), ("43A01", 0.13), ("43A07", 0.29), ("43A12", 0.08))

# (days from, days until, share)
DUUR_VERBLIJF = {
    "44A08": ((30, 365, 0.20), (366, 1095, 0.37), (1096, 3000, 0.43)),
    "43A01": ((60, 365, 0.45), (366, 1095, 0.35), (1096, 2200, 0.20)),
    "43A07": ((21, 182, 0.45), (183, 365, 0.30), (366, 900, 0.25)),
    "43A12": ((30, 182, 0.65), (183, 365, 0.35)),
}
DUUR_OTS = ((330, 366, 0.35), (367, 1096, 0.45), (1097, 2200, 0.20))
DUUR_VOOGDIJ = ((900, 1800, 0.30), (1801, 3200, 0.45), (3201, 4000, 0.25))
DUUR_RECLASSERING = ((90, 270, 0.60), (271, 500, 0.40))

VERWIJZER_JB = (
    ("04", 0.62), ("01", 0.17), ("02", 0.10), ("05", 0.03), ("03", 0.02), ("06", 0.04), ("08", 0.02),
)  # fmt: skip
VERWIJZER_VRIJ = (
    ("02", 0.395), ("01", 0.350), ("06", 0.163), ("04", 0.004), ("05", 0.048), ("03", 0.033),
    ("08", 0.001), ("", 0.006),
)  # fmt: skip
