"""Countries and the adjectives of their people, by ISO 3166-1 code; a list of our own.

They tell which of several towns of one name an article means, and where a figure is when no town is named.
"""

from __future__ import annotations

# Code, names, adjectives; a name of several words has underscores.
_ROWS = """
AF Afghanistan/Afghan AL Albania/Albanian DZ Algeria/Algerian AO Angola/Angolan AR Argentina/Argentine,Argentinian
AM Armenia/Armenian AU Australia/Australian AT Austria/Austrian AZ Azerbaijan/Azerbaijani BH Bahrain/Bahraini
BD Bangladesh/Bangladeshi BY Belarus/Belarusian BE Belgium/Belgian BJ Benin/Beninese BO Bolivia/Bolivian
BA Bosnia/Bosnian BW Botswana/Batswana BR Brazil/Brazilian BG Bulgaria/Bulgarian BF Burkina_Faso/Burkinabe
BI Burundi/Burundian KH Cambodia/Cambodian CM Cameroon/Cameroonian CA Canada/Canadian
CF Central_African_Republic/Central_African TD Chad/Chadian CL Chile/Chilean CN China/Chinese CO Colombia/Colombian
CD Congo/Congolese CR Costa_Rica/Costa_Rican CI Ivory_Coast/Ivorian HR Croatia/Croatian CU Cuba/Cuban CY Cyprus/Cypriot
CZ Czechia,Czech_Republic/Czech DK Denmark/Danish DJ Djibouti/Djiboutian DO Dominican_Republic/Dominican
EC Ecuador/Ecuadorian EG Egypt/Egyptian SV El_Salvador/Salvadoran ER Eritrea/Eritrean EE Estonia/Estonian
ET Ethiopia/Ethiopian FI Finland/Finnish FR France/French GA Gabon/Gabonese GM Gambia/Gambian GE Georgia/Georgian
DE Germany/German GH Ghana/Ghanaian GR Greece/Greek GT Guatemala/Guatemalan GN Guinea/Guinean HT Haiti/Haitian
HN Honduras/Honduran HU Hungary/Hungarian IS Iceland/Icelandic IN India/Indian ID Indonesia/Indonesian IR Iran/Iranian
IQ Iraq/Iraqi IE Ireland/Irish IL Israel/Israeli IT Italy/Italian JM Jamaica/Jamaican JP Japan/Japanese
JO Jordan/Jordanian KZ Kazakhstan/Kazakh KE Kenya/Kenyan KW Kuwait/Kuwaiti KG Kyrgyzstan/Kyrgyz LA Laos/Laotian
LV Latvia/Latvian LB Lebanon/Lebanese LR Liberia/Liberian LY Libya/Libyan LT Lithuania/Lithuanian
LU Luxembourg/Luxembourgish MK Macedonia/Macedonian MG Madagascar/Malagasy MW Malawi/Malawian MY Malaysia/Malaysian
ML Mali/Malian MT Malta/Maltese MR Mauritania/Mauritanian MX Mexico/Mexican MD Moldova/Moldovan MN Mongolia/Mongolian
ME Montenegro/Montenegrin MA Morocco/Moroccan MZ Mozambique/Mozambican MM Myanmar,Burma/Burmese NA Namibia/Namibian
NP Nepal/Nepalese,Nepali NL Netherlands/Dutch NZ New_Zealand/New_Zealander NI Nicaragua/Nicaraguan NE Niger/Nigerien
NG Nigeria/Nigerian KP North_Korea/North_Korean NO Norway/Norwegian OM Oman/Omani PK Pakistan/Pakistani
PS Palestine,Gaza_Strip,West_Bank/Palestinian PA Panama/Panamanian PG Papua_New_Guinea/Papuan PY Paraguay/Paraguayan
PE Peru/Peruvian PH Philippines/Philippine,Filipino PL Poland/Polish PT Portugal/Portuguese QA Qatar/Qatari
RO Romania/Romanian RU Russia/Russian RW Rwanda/Rwandan SA Saudi_Arabia/Saudi SN Senegal/Senegalese RS Serbia/Serbian
SL Sierra_Leone/Sierra_Leonean SG Singapore/Singaporean SK Slovakia/Slovak SI Slovenia/Slovenian SO Somalia/Somali
ZA South_Africa/South_African KR South_Korea/South_Korean SS South_Sudan/South_Sudanese ES Spain/Spanish
LK Sri_Lanka/Sri_Lankan SD Sudan/Sudanese SE Sweden/Swedish CH Switzerland/Swiss SY Syria/Syrian TW Taiwan/Taiwanese
TJ Tajikistan/Tajik TZ Tanzania/Tanzanian TH Thailand/Thai TG Togo/Togolese TN Tunisia/Tunisian
TR Turkey,Türkiye/Turkish TM Turkmenistan/Turkmen UG Uganda/Ugandan UA Ukraine/Ukrainian
AE United_Arab_Emirates/Emirati GB United_Kingdom,Britain,England,Scotland,Wales,Northern_Ireland/British,Scottish
US United_States,America/American UY Uruguay/Uruguayan UZ Uzbekistan/Uzbek VE Venezuela/Venezuelan VN Vietnam/Vietnamese
XK Kosovo/Kosovar YE Yemen/Yemeni ZM Zambia/Zambian ZW Zimbabwe/Zimbabwean
"""
_WORDS = _ROWS.split()
_PARTS = [
    (code, *parts.replace("_", " ").lower().split("/")) for code, parts in zip(_WORDS[::2], _WORDS[1::2], strict=True)
]

COUNTRIES = {name: code for code, names, _ in _PARTS for name in names.split(",")}
"""Code by the country's name, in small letters."""

ADJECTIVES = {adjective: code for code, _, adjectives in _PARTS for adjective in adjectives.split(",")}
"""Code by the adjective, in small letters."""
