"""Code list COD032: countries by ISO 3166 code."""

_TEKST = """
AD Andorra | AE Verenigde Arabische Emiraten | AF Afghanistan | AG Antigua en Barbuda | AI Anguila |
AL Albanie | AM Armenie | AO Angola | AQ Antarctica | AR Argentinie | AS Amerikaans-Samoa |
AT Oostenrijk | AU Australie | AW Aruba | AX Ålandseilanden | AZ Azerbeidzjan |
BA Bosnie en Herzegovina | BB Barbados | BD Bangladesh | BE Belgie | BF Burkina Faso | BG Bulgarije |
BH Bahrein | BI Burundi | BJ Benin | BL Saint Barthélemy | BM Bermuda | BN Brunei | BO Bolivia |
BQ Bonaire, Sint Eustatius en Saba | BR Brazilie | BS Bahama's | BT Bhutan | BV Bouvet | BW Botswana |
BY Wit-Rusland | BZ Belize | CA Canada | CC Cocoseilanden | CD Congo-Kinshasa |
CF Centraal-Afrikaanse Republiek | CG Congo-Brazzaville | CH Zwitserland | CI Ivoorkust |
CK Cookeilanden | CL Chili | CM Kameroen | CN China | CO Colombia | CR Costa Rica | CU Cuba |
CV Kaapverdie | CW Curaçao | CX Christmaseiland | CY Cyprus | CZ Tsjechie | DE Duitsland | DJ Djibouti |
DK Denemarken | DM Dominica | DO Dominicaanse Republiek | DZ Algerije | EC Ecuador | EE Estland |
EG Egypte | EH Westelijke Sahara | ER Eritrea | ES Spanje | ET Ethiopie | FI Finland | FJ Fiji |
FK Falklandeilanden | FM Micronesie | FO Faeröer | FR Frankrijk | GA Gabon | GB Verenigd Koninkrijk |
GD Grenada | GE Georgie | GF Frans-Guyana | GG Guernsey | GH Ghana | GI Gibraltar | GL Groenland |
GM Gambia | GN Guinea | GP Guadeloupe | GQ Equatoriaal-Guinea | GR Griekenland |
GS Zuid-Georgie en de Zuidelijke Sandwicheilanden | GT Guatemala | GU Guam | GW Guinee-Bissau |
GY Guyana | HK Hongkong | HM Heard en McDonaldeilanden | HN Honduras | HR Kroatie | HT Haïti |
HU Hongarije | ID Indonesie | IE Ierland | IL Israel | IM Isle of Man | IN India |
IO Brits Territorium in de Indische Oceaan | IQ Irak | IR Iran | IS IJsland | IT Italie | JE Jersey |
JM Jamaica | JO Jordanie | JP Japan | KE Kenia | KG Kirgizie | KH Cambodja | KI Kiribati | KM Comoren |
KN Saint Kitts en Nevis | KP Noord-Korea | KR Zuid-Korea | KW Koeweit | KY Caymaneilanden |
KZ Kazachstan | LA Laos | LB Libanon | LC Saint Lucia | LI Liechtenstein | LK Sri Lanka | LR Liberia |
LS Lesotho | LT Litouwen | LU Luxemburg | LV Letland | LY Libie | MA Marokko | MC Monaco | MD Moldavie |
ME Montenegro | MF Saint Martin | MG Madagaskar | MH Marshalleilanden | MK Macedonie | ML Mali |
MM Myanmar | MN Mongolie | MO Macau | MP Noordelijke Marianen | MQ Martinique | MR Mauritanie |
MS Montserrat | MT Malta | MU Mauritius | MV Maldiven | MW Malawi | MX Mexico | MY Maleisie |
MZ Mozambique | NA Namibie | NC Nieuw-Caledonie | NE Niger | NF Norfolk | NG Nigeria | NI Nicaragua |
NL Nederland | NO Noorwegen | NP Nepal | NR Nauru | NU Niue | NZ Nieuw-Zeeland | OM Oman | PA Panama |
PE Peru | PF Frans-Polynesie | PG Papoea-Nieuw-Guinea | PH Filipijnen | PK Pakistan | PL Polen |
PM Saint-Pierre en Miquelon | PN Pitcairneilanden | PR Puerto Rico | PS Palestijnse Autoriteit |
PT Portugal | PW Palau | PY Paraguay | QA Qatar | RE Réunion | RO Roemenie | RS Servie | RU Rusland |
RW Rwanda | SA Saoedi-Arabie | SB Salomonseilanden | SC Seychellen | SD Soedan | SE Zweden |
SG Singapore | SH Sint-Helena | SI Slovenie | SJ Spitsbergen en Jan Mayen | SK Slowakije |
SL Sierra Leone | SM San Marino | SN Senegal | SO Somalie | SR Suriname | SS Zuid Soedan |
ST Sao Tome en Principe | SV El Salvador | SX Sint Maarten (Nederlands deel) | SY Syrie | SZ Swaziland |
TC Turks- en Caicoseilanden | TD Tsjaad | TF Franse Zuidelijke en Antarctische gebieden | TG Togo |
TH Thailand | TJ Tadzjikistan | TK Tokelau | TL Oost-Timor | TM Turkmenistan | TN Tunesie | TO Tonga |
TR Turkije | TT Trinidad en Tobago | TV Tuvalu | TW Taiwan | TZ Tanzania | UA Oekraine | UG Oeganda |
UM Kleine Pacifische Eilanden van de Verenigde Staten | US Verenigde Staten | UY Uruguay |
UZ Oezbekistan | VA Vaticaanstad | VC Saint Vincent en de Grenadines | VE Venezuela |
VG Britse Maagdeneilanden | VI Amerikaanse Maagdeneilanden | VN Vietnam | VU Vanuatu |
WF Wallis en Futuna | WS Samoa | YE Jemen | YT Mayotte | ZA Zuid-Afrika | ZM Zambia | ZW Zimbabwe
"""

_PAREN = (paar.strip().partition(" ") for paar in _TEKST.split("|"))
LANDEN: dict[str, str] = {code: naam for code, _, naam in _PAREN}
