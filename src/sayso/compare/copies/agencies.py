"""News agencies by the names under which papers credit them.

Of our own making: the agencies whose texts others print, world-wide or in one region, and broadcasters with a text
service of that kind. A name is here because a credit with it says whose text it is. Written as papers write it:
capitals count, "ap" and "sana" are words.
"""

from __future__ import annotations

_LINES = """
AFP: AFP, Agence France-Presse, Agence France Presse
AP: AP, Associated Press
Reuters: Reuters, REUTERS, Thomson Reuters
dpa: DPA, dpa, Deutsche Presse-Agentur
EFE: EFE, Agencia EFE
ANSA: ANSA
UPI: UPI, United Press International
PA Media: PA Media, Press Association
Bloomberg: Bloomberg News
Xinhua: Xinhua
Kyodo: Kyodo News, Kyodo
Jiji Press: Jiji Press
Yonhap: Yonhap
TASS: TASS, ITAR-TASS, Itar-Tass
Interfax: Interfax
RIA Novosti: RIA Novosti
Sputnik: Sputnik
Anadolu Agency: Anadolu Agency, Anadolu
SANA: SANA, Syrian Arab News Agency
IRNA: IRNA
ISNA: ISNA
Fars: Fars News Agency, FNA
Tasnim: Tasnim News Agency, Tasnim
Press TV: Press TV, PressTV
KUNA: KUNA
QNA: QNA
SPA: Saudi Press Agency
WAM: WAM
WAFA: WAFA
Petra: Petra
NNA: NNA
PTI: PTI, Press Trust of India
ANI: ANI
IANS: IANS
AAP: AAP, Australian Associated Press
The Canadian Press: Canadian Press
CNN Wire: CNN Wire
"""

AGENCIES = {
    alias.strip(): name.strip()
    for name, _, aliases in (line.partition(":") for line in _LINES.strip().splitlines())
    for alias in aliases.split(",")
}
"""The name of an agency by each of the names that it goes by."""
