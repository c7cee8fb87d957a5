"""The doors of the main road: access, messages, declarations, people, turns."""

from tests.deuren.deur import BESLOTEN, GEMEENTE, IEDEREEN, REGIOKANTOOR, UITVOERDER, Deur

BEHEER = {"beheer_lelystad"}
# Where there is no manager, those who do the work keep the contact points.
CONTACTEN = BEHEER | {"noor", "iris", "gi_medewerker", "vt_medewerker", "secretaris"}
# People who work with children's files: those of Lelystad and De Brug get in, the same roles elsewhere see nothing.
TOEGANG, TOEGANG_ELDERS = {"fatima"}, {"bram"}
AANBIEDER, AANBIEDER_ELDERS = {"noor"}, {"iris", "gi_medewerker"}
BEIDE, BEIDE_ELDERS = TOEGANG | AANBIEDER, TOEGANG_ELDERS | AANBIEDER_ELDERS
BERICHTEN = {"berichten_lelystad", "noor"}
GELD = {"controller_lelystad", "berichten_lelystad", "noor"}
BEDRAGEN = {
    "controller_lelystad", "contract_lelystad", "analist_lelystad", "wethouder_lelystad", "directeur",
}  # fmt: skip
AANBIEDERS = AANBIEDER | AANBIEDER_ELDERS

DEUREN: dict[str, Deur] = {
    "afspraken:kaart": Deur(IEDEREEN),
    "beurten:herinner": Deur({"noor"}, onzichtbaar=IEDEREEN - {"noor"}, post=True, beurt_id="beurt"),
    "beurten:regio": Deur(GEMEENTE | REGIOKANTOOR),
    "beurten:start": Deur(IEDEREEN | BESLOTEN),
    "beurten:zoek": Deur(IEDEREEN | BESLOTEN, post=True),
    "financien:afgekeurd": Deur(GELD, onzichtbaar=AANBIEDER_ELDERS, bericht_id="afgekeurd"),
    "financien:bedragen": Deur(BEDRAGEN | AANBIEDERS),
    "financien:bedragen-csv": Deur(BEDRAGEN | AANBIEDERS),
    "financien:betaalbaar": Deur({"controller_lelystad"}, post=True, declaratie_id="declaratie"),
    "financien:crediteren": Deur(AANBIEDER, onzichtbaar=AANBIEDER_ELDERS, post=True, prestatie_id="prestatie"),
    "financien:declaratie": Deur(GELD, onzichtbaar=AANBIEDER_ELDERS, declaratie_id="declaratie"),
    "financien:herstel-afsluiten": Deur(AANBIEDER, onzichtbaar=AANBIEDER_ELDERS, post=True, declaratie_id="declaratie"),
    "financien:indienen": Deur(AANBIEDERS, gemeente_id="lelystad", jaar=2026, maand=9),
    "financien:kies": Deur(AANBIEDERS),
    "financien:lijst": Deur(GELD | AANBIEDERS),
    "logboek:kind": Deur({"privacy_lelystad"}, kind_id="kind"),
    "logboek:zoek": Deur({"privacy_lelystad"}),
    "monitor:verblijf": Deur(IEDEREEN),
    "monitor:verblijf-csv": Deur(IEDEREEN),
    "organisaties:bel": Deur(IEDEREEN),
    "organisaties:contact": Deur(BEHEER, onzichtbaar=IEDEREEN - BEHEER, punt_id="punt"),
    "organisaties:contact_bevestigen": Deur(BEHEER, onzichtbaar=IEDEREEN - BEHEER, post=True, punt_id="punt"),
    "organisaties:contact_bewaren": Deur(CONTACTEN),
    "organisaties:contacten": Deur(IEDEREEN),
    "organisaties:mens": Deur(BEHEER, gebruiker_id="fatima_id"),
    "organisaties:mensen": Deur(BEHEER),
    "organisaties:rol_beeindigen": Deur(BEHEER, post=True, gebruiker_id="fatima_id"),
    "organisaties:token_intrekken": Deur(BEHEER, post=True, token_id="token"),
    "organisaties:tokens": Deur(BEHEER),
    "organisaties:wissel": Deur(IEDEREEN | BESLOTEN),
    "postbus:aanbieden": Deur(BERICHTEN | AANBIEDER_ELDERS),
    "postbus:bericht": Deur(BERICHTEN, onzichtbaar=AANBIEDER_ELDERS, bericht_id="bericht"),
    "postbus:berichten": Deur(BERICHTEN | AANBIEDER_ELDERS),
    "postbus:opnieuw": Deur(BERICHTEN, onzichtbaar=AANBIEDER_ELDERS, post=True, bericht_id="bericht"),
    "postbus:xml": Deur(BERICHTEN, onzichtbaar=AANBIEDER_ELDERS, bericht_id="bericht"),
    "toegang:afwijzen": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, verzoek_id="verzoek"),
    "toegang:gezagsdrager": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, kind_id="kind"),
    "toegang:kind": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, kind_id="kind"),
    "toegang:kinderen": Deur(TOEGANG | TOEGANG_ELDERS | UITVOERDER),
    "toegang:onderzoek": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, post=True, verzoek_id="verzoek"),
    "toegang:rechtstreeks": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, kind_id="kind"),
    "toegang:start": Deur(AANBIEDER, onzichtbaar=AANBIEDER_ELDERS, toewijzing_id="toewijzing"),
    "toegang:start_intrekken": Deur(AANBIEDER, onzichtbaar=AANBIEDER_ELDERS, post=True, toewijzing_id="toewijzing"),
    "toegang:stop": Deur(AANBIEDER, onzichtbaar=AANBIEDER_ELDERS, toewijzing_id="toewijzing"),
    "toegang:toewijzen": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, verzoek_id="verzoek"),
    "toegang:toewijzing": Deur(BEIDE, onzichtbaar=BEIDE_ELDERS, toewijzing_id="toewijzing"),
    "toegang:toewijzingen": Deur(BEIDE | BEIDE_ELDERS | UITVOERDER),
    "toegang:verzoek": Deur(BEIDE, onzichtbaar=BEIDE_ELDERS, verzoek_id="verzoek"),
    "toegang:verzoek_nieuw": Deur(AANBIEDERS),
    "toegang:verzoeken": Deur(BEIDE | BEIDE_ELDERS | UITVOERDER),
    "toegang:woonplaats": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, kind_id="kind"),
    "wachtwoord": Deur(IEDEREEN | BESLOTEN),
    "zorglandschap:aanbieder": Deur(IEDEREEN, aanbieder_id="de_brug"),
    "zorglandschap:lijst": Deur(IEDEREEN),
}
