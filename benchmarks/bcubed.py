"""B-cubed precision, recall and F1 of a grouping where an item may stand in several groups, or in none."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def bcubed(made: Mapping[str, frozenset[str]], gold: Mapping[str, frozenset[str]]) -> Score:
    """How well the groups of `made` agree with those of `gold`; both give for each item the names of its groups.

    For each item, and for each item that shares a group with it, the multiplicity precision (recall) is the smaller of
    the numbers of shared groups in `made` and `gold`, over that in `made` (`gold`); these are averaged per item, then
    over the items that have such a partner. An item is its own partner. Names need not be the same on both sides.

    Method: Bagga and Baldwin, 'Entity-Based Cross-Document Coreferencing Using the Vector Space Model' (1998), extended
    for items in several groups by Amigó et al., 'A comparison of extrinsic clustering evaluation metrics based on
    formal constraints' (2009).
    """
    return Score(_mean(made, gold), _mean(gold, made))


def _mean(one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]) -> float:
    """The mean, over the items that `one` groups, of their mean multiplicity precision."""
    members: dict[str, list[str]] = {}
    for item, groups in sorted(one.items()):
        for group in groups:
            members.setdefault(group, []).append(item)
    means = []
    for item, groups in sorted(one.items()):
        partners = {partner for group in groups for partner in members[group]}
        if partners:
            shares = [_share(item, partner, one, other) for partner in sorted(partners)]
            means.append(sum(shares) / len(shares))
    return sum(means) / len(means) if means else 0.0


def _share(item: str, partner: str, one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]) -> float:
    shared = len(one[item] & one[partner])
    elsewhere = len(other.get(item, frozenset()) & other.get(partner, frozenset()))
    return min(shared, elsewhere) / shared
