"""Whoever keeps every pack that was ever sent still finds nobody; of packs made each for itself they do."""

import pytest

from tests.conftest import LONG
from tests.disclosure.attacker import Attacker
from tests.disclosure.histories import found_out, history
from vcse_desktop.disclosure.policy import POLICIES, Policy

NHS, U5 = POLICIES["nhs_1_7_r5"], POLICIES["under_5"]
HISTORIES, PACKS = (1000, 6) if LONG else (10, 4)


@pytest.mark.usefixtures("inside")
@pytest.mark.parametrize("policy", [NHS, U5], ids=["nhs", "under_5"])
@pytest.mark.parametrize("seed", range(HISTORIES // 2))
def test_nothing_is_found_out_from_all_packs_together(seed: int, policy: Policy, attacker: Attacker) -> None:
    made, safe = history(seed, policy, PACKS)
    assert safe
    assert found_out(made, attacker) == []


@pytest.mark.usefixtures("inside")
@pytest.mark.parametrize("policy", [NHS, U5], ids=["nhs", "under_5"])
def test_control_packs_that_know_of_no_other_give_somebody_away(policy: Policy, attacker: Attacker) -> None:
    assert any(found_out(history(seed, policy, PACKS, alone=True)[0], attacker) for seed in range(5))
