"""Published rule sets as constants, each with its source and what the source leaves unstated.

Each is put together when it is first asked for: nobody pays for other councils' rules.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from councilperf.presets._anglesey import ANGLESEY
    from councilperf.presets._argyll_bute import ARGYLL_BUTE
    from councilperf.presets._belfast import BELFAST
    from councilperf.presets._birmingham import BIRMINGHAM
    from councilperf.presets._bracknell_forest import BRACKNELL_FOREST, BRACKNELL_FOREST_5_10
    from councilperf.presets._brent import BRENT
    from councilperf.presets._buckinghamshire import BUCKINGHAMSHIRE
    from councilperf.presets._cambridgeshire import CAMBRIDGESHIRE_2018
    from councilperf.presets._cheshire_east import CHESHIRE_EAST
    from councilperf.presets._chesterfield import CHESTERFIELD
    from councilperf.presets._chorley import CHORLEY_2019
    from councilperf.presets._cornwall import CORNWALL_2016
    from councilperf.presets._darlington import DARLINGTON
    from councilperf.presets._devon import DEVON
    from councilperf.presets._durham import DURHAM_2008, DURHAM_2014
    from councilperf.presets._east_riding import EAST_RIDING
    from councilperf.presets._east_sussex import EAST_SUSSEX
    from councilperf.presets._flintshire import FLINTSHIRE_2011, FLINTSHIRE_2014
    from councilperf.presets._gateshead import GATESHEAD
    from councilperf.presets._halton import HALTON
    from councilperf.presets._hambleton import HAMBLETON
    from councilperf.presets._havering import HAVERING_2013, HAVERING_2014, HAVERING_2017
    from councilperf.presets._highland import HIGHLAND_2019
    from councilperf.presets._huntingdonshire import HUNTINGDONSHIRE_2023
    from councilperf.presets._lancaster import LANCASTER
    from councilperf.presets._london_borough import LONDON_BOROUGH_2016
    from councilperf.presets._maidstone import MAIDSTONE, MAIDSTONE_2016
    from councilperf.presets._medway import MEDWAY_2009, MEDWAY_2010, MEDWAY_2018
    from councilperf.presets._mid_devon import MID_DEVON
    from councilperf.presets._mid_east_antrim import MID_EAST_ANTRIM
    from councilperf.presets._middlesbrough import MIDDLESBROUGH
    from councilperf.presets._north_herts import NORTH_HERTS
    from councilperf.presets._northumberland import NORTHUMBERLAND
    from councilperf.presets._oldham import OLDHAM
    from councilperf.presets._orkney import ORKNEY
    from councilperf.presets._plymouth import PLYMOUTH
    from councilperf.presets._redditch import REDDITCH
    from councilperf.presets._registry import PRESETS, find_preset
    from councilperf.presets._sd_commission import SD_COMMISSION
    from councilperf.presets._selby import SELBY
    from councilperf.presets._slough import SLOUGH
    from councilperf.presets._south_ribble import SOUTH_RIBBLE
    from councilperf.presets._st_helens import ST_HELENS
    from councilperf.presets._stirling import STIRLING
    from councilperf.presets._surrey import SURREY_2018
    from councilperf.presets._tower_hamlets import TOWER_HAMLETS_2008, TOWER_HAMLETS_2019
    from councilperf.presets._warwickshire import WARWICKSHIRE
    from councilperf.presets._west_berkshire import WEST_BERKSHIRE
    from councilperf.presets._wirral import WIRRAL
    from councilperf.presets._worcestershire import WORCESTERSHIRE

__all__ = [
    "ANGLESEY",
    "ARGYLL_BUTE",
    "BELFAST",
    "BIRMINGHAM",
    "BRACKNELL_FOREST",
    "BRACKNELL_FOREST_5_10",
    "BRENT",
    "BUCKINGHAMSHIRE",
    "CAMBRIDGESHIRE_2018",
    "CHESHIRE_EAST",
    "CHESTERFIELD",
    "CHORLEY_2019",
    "CORNWALL_2016",
    "DARLINGTON",
    "DEVON",
    "DURHAM_2008",
    "DURHAM_2014",
    "EAST_RIDING",
    "EAST_SUSSEX",
    "FLINTSHIRE_2011",
    "FLINTSHIRE_2014",
    "GATESHEAD",
    "HALTON",
    "HAMBLETON",
    "HAVERING_2013",
    "HAVERING_2014",
    "HAVERING_2017",
    "HIGHLAND_2019",
    "HUNTINGDONSHIRE_2023",
    "LANCASTER",
    "LONDON_BOROUGH_2016",
    "MAIDSTONE",
    "MAIDSTONE_2016",
    "MEDWAY_2009",
    "MEDWAY_2010",
    "MEDWAY_2018",
    "MIDDLESBROUGH",
    "MID_DEVON",
    "MID_EAST_ANTRIM",
    "NORTHUMBERLAND",
    "NORTH_HERTS",
    "OLDHAM",
    "ORKNEY",
    "PLYMOUTH",
    "PRESETS",
    "REDDITCH",
    "SD_COMMISSION",
    "SELBY",
    "SLOUGH",
    "SOUTH_RIBBLE",
    "STIRLING",
    "ST_HELENS",
    "SURREY_2018",
    "TOWER_HAMLETS_2008",
    "TOWER_HAMLETS_2019",
    "WARWICKSHIRE",
    "WEST_BERKSHIRE",
    "WIRRAL",
    "WORCESTERSHIRE",
    "find_preset",
]


_EDITION = re.compile(r"(?:_[0-9]+)+$")


def __dir__() -> list[str]:
    return __all__.copy()


# Type checkers read the imports above; seeing this too, they would believe any name at all.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load a rule set from the module of its council, which is named like it, once."""
        if name not in __all__:
            raise AttributeError(f"councilperf.presets offers no {name!r}; PRESETS holds them all")
        council = _EDITION.sub("", name).lower()
        module = "registry" if name in ("PRESETS", "find_preset") else council
        found = getattr(import_module(f"councilperf.presets._{module}"), name)
        globals()[name] = found
        return found
