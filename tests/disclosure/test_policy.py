"""The rules for hiding do exactly what their table says."""

from dataclasses import replace
from itertools import product

import pytest

from vcse_desktop.disclosure.policy import (
    POLICIES,
    ROUND_5,
    Policy,
    Status,
    not_looser,
    publish,
    publish_minutes,
)

HIDDEN = (Status.HIDDEN, None, (0, None))
NHS, U10R5, U10, U5 = (POLICIES[code] for code in ("nhs_1_7_r5", "under_10_r5", "under_10", "under_5"))


def rounded(near: int, low: int, high: int) -> tuple[Status, int, tuple[int, int]]:
    return Status.ROUNDED, near, (low, high)


def shown(value: int) -> tuple[Status, int, tuple[int, int]]:
    return Status.SHOWN, value, (value, value)


def test_the_default_hides_1_to_7_and_rounds_to_5() -> None:
    expected: dict[int, object] = {
        0: shown(0),
        8: rounded(10, 8, 12),
        9: rounded(10, 8, 12),
        12: rounded(10, 8, 12),
    }
    expected |= {13: rounded(15, 13, 17), 14: rounded(15, 13, 17), 47: rounded(45, 43, 47)}
    expected |= dict.fromkeys(range(1, 8), HIDDEN)
    assert {value: publish(NHS, value) for value in expected} == expected


def test_under_10_r5_hides_up_to_9_and_never_says_less_than_10() -> None:
    expected: dict[int, object] = {0: shown(0), 9: HIDDEN, 10: rounded(10, 10, 12), 12: rounded(10, 10, 12)}
    expected |= {13: rounded(15, 13, 17)}
    assert {value: publish(U10R5, value) for value in expected} == expected


@pytest.mark.parametrize("policy", [U5, U10], ids=lambda policy: str(policy.code))
def test_exact_rules_hide_what_is_small_and_show_the_rest(policy: Policy) -> None:
    assert publish(policy, 0) == shown(0)
    assert {publish(policy, value) for value in range(1, policy.threshold)} == {HIDDEN}
    assert publish(policy, policy.threshold) == shown(policy.threshold)


def test_rounding_alone_hides_nothing_and_leaves_zero_open() -> None:
    expected = {0: rounded(0, 0, 2), 1: rounded(0, 0, 2), 2: rounded(0, 0, 2)}
    expected |= dict.fromkeys(range(3, 8), rounded(5, 3, 7))
    assert {value: publish(ROUND_5, value) for value in expected} == expected


@pytest.mark.parametrize("policy", [*POLICIES.values(), ROUND_5], ids=lambda policy: policy.code)
def test_the_window_holds_the_true_number_and_all_that_look_like_it(policy: Policy) -> None:
    for value in range(200):
        status, near, (low, high) = publish(policy, value)
        alike = [other for other in range(400) if publish(policy, other)[:2] == (status, near)]
        assert high is None or (alike[0], alike[-1]) == (low, high)


def test_hours_go_to_the_nearest_five_or_to_the_nearest_quarter() -> None:
    assert publish_minutes(NHS, 0) == shown(0)
    assert publish_minutes(NHS, 149) == rounded(0, 1, 149)
    assert publish_minutes(NHS, 150) == rounded(300, 150, 449)
    assert publish_minutes(U5, 7) == rounded(0, 1, 7)
    assert publish_minutes(U5, 8) == rounded(15, 8, 22)


NO, YES = False, True
TABLE = {  # policy: floors nhs_1_7_r5, under_10_r5, under_10, under_5
    NHS: (YES, NO, NO, YES),
    U10R5: (YES, YES, YES, YES),
    U10: (NO, NO, YES, YES),
    U5: (NO, NO, NO, YES),
    ROUND_5: (NO, NO, NO, NO),
}
PAIRS = [
    (policy, floor, answer)
    for policy, row in TABLE.items()
    for floor, answer in zip((NHS, U10R5, U10, U5), row, strict=True)
]


@pytest.mark.parametrize(("policy", "floor", "answer"), PAIRS, ids=lambda x: getattr(x, "code", ""))
def test_a_stricter_rule_may_stand_in_for_the_floor(policy: Policy, floor: Policy, answer: bool) -> None:
    assert not_looser(policy, floor) is answer
    if policy is ROUND_5:
        assert not_looser(policy, floor, sensitive=False)


def test_protected_zeros_and_the_share_never_shrink() -> None:
    for zeros, share in product((frozenset({"condition"}), frozenset[str]()), (9, 10, 11)):
        policy = replace(NHS, zero_protected=zeros, share_pct=share)
        assert not_looser(policy, NHS) is (share >= 10)
        assert not_looser(NHS, policy) is (not zeros and share <= 10)
