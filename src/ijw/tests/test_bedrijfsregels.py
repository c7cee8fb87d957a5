"""Every business rule of the standard has a state, and says where it is kept or why not."""

from tests.shared import REGELS, heeft_shared

from ijw.bedrijfsregels import BEDRIJFSREGELS

BLADEN = REGELS / "bedrijfsregels"


@heeft_shared
def test_elke_bedrijfsregel_van_de_standaard_staat_op_de_lijst() -> None:
    van_de_standaard = sorted(blad.stem for blad in BLADEN.glob("OP*.md"))
    assert van_de_standaard
    assert [regel.code for regel in BEDRIJFSREGELS] == van_de_standaard


def test_elke_regel_zegt_waar_of_waarom() -> None:
    assert len({regel.code for regel in BEDRIJFSREGELS}) == len(BEDRIJFSREGELS)
    assert all(regel.waar.endswith(".") for regel in BEDRIJFSREGELS)
