"""A server is warm before its first visitor comes."""

import gc

from jeugdregio.monitor import grafiek
from jeugdregio.web.toepassing import klaar_voor_bezoek


def test_de_server_laadt_schermen_en_tekenaar_en_zet_ze_weg_van_de_opruimer() -> None:
    grafiek.verblijf_svg.cache_clear()
    try:
        klaar_voor_bezoek()
        assert grafiek.verblijf_svg.cache_info().currsize == 1
        assert gc.get_freeze_count() > 10_000
    finally:
        gc.unfreeze()
