"""Nouns for what news of a conflict counts besides people, and for what is a measure and no count; lists of our own."""

from __future__ import annotations

from sayso.figures.words import listed

THINGS = listed(
    "airstrikes strikes raids airraids sorties attacks assaults operations shells rockets missiles bombs mortars"
    " grenades barrels munitions mines landmines ieds devices explosions blasts bombings shootings clashes violations"
    " shellings bombardments massacres executions buses trucks lorries vehicles cars tanks ambulances motorcycles"
    " convoys helicopters planes aircraft warplanes jets drones boats ships houses homes buildings hospitals clinics"
    " schools mosques churches shops stalls shelters tents camps settlements checkpoints depots warehouses tunnels"
    " bridges weapons rifles graves bullets fires"
)
"""Things and events, in small letters."""

MEASURES = listed(
    "years year months month weeks week days day nights night hours hour minutes minute seconds second moments"
    " decades decade centuries century kilometres kilometre kilometers kilometer km kms metres metre meters meter"
    " miles mile feet foot inches yards hectares acres tonnes tons ton kilograms kilogrammes kg kilos pounds litres"
    " liters gallons degrees dollars euros lira liras rubles roubles cents percent percentage per points point times"
    " votes seats years-old goals games matches runs wins delegates electors mph kph magnitude barrels-a-day cattle"
    " sheep goats cows animals birds horses dogs chickens camels fish trees jobs bills amendments stages phases rounds"
    " fronts sides parts countries nations provinces states cities districts groups parties organisations"
    " organizations factions companies sources occasions ways reasons things questions issues"
)
"""Units of measure, and what is never killed, wounded, missing or displaced in the sense of a casualty figure."""
