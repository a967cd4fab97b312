"""The margins that :class:`slipform_torch.CementLoss` puts on the logits of each pair's own hard captions.

A margin m multiplies the odds of the hard caption by e^m in `'logit'` units, and by e^(m·logit_scale) in `'cosine'` units.
No gradient flows through a margin: the loss always grows with it, so that a trained one would run to −∞.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar, Literal

import torch
from torch import Tensor

from ._refuse import refuse

Unit = Literal["logit", "cosine"]
Scale = Literal["linear", "rank"]


@dataclass(frozen=True)
class Margin:
    """What the functions of this module return. A margin of your own is a subclass with one of the two methods.

    `unit` says what a margin of `per_negative` is added to: `'logit'` to s·logit_scale, so that its effect does not change
    while the scale is learned; `'cosine'` to the cosine s, so that it also enters the gradient of `logit_scale`.
    """

    unit: Unit = "logit"
    needs_concreteness: ClassVar[bool] = False
    """Whether the batch must bring `concreteness`."""
    others: bool = False
    """Whether `per_cosine` also holds for the row's other negatives, in both directions."""

    def per_negative(self, concreteness: Tensor | None, valid: Tensor) -> Tensor | float | None:
        """A margin for each hard caption, `[N, K]` in this margin's unit, or one number for all; None: no such margin.

        N counts the pairs of all ranks. `concreteness` `[N, K]` lies in 1 to 5 where `valid` `[N, K]` (bool) holds.
        """
        return None

    def per_row(self, own: Tensor, others: Tensor) -> Tensor | None:
        """A margin for each row of logits, `[R]` in logits; None: no such margin.

        `own` `[R]` is the log-sum-exp of the logits of the row's own hard negatives, `others` `[R]` that of its other
        negatives, both without any margin. R counts the rows that this rank computes.
        """
        return None

    def per_cosine(self, cosines: Tensor) -> Tensor | None:
        """A margin for each hard caption from its cosine to the image, in the same shape, in logits; None: no such margin."""
        return None


@dataclass(frozen=True)
class _NoMargin(Margin):
    pass


@dataclass(frozen=True)
class _StaticMargin(Margin):
    value: float = 0.0

    def per_negative(self, concreteness: Tensor | None, valid: Tensor) -> float:
        return self.value


@dataclass(frozen=True)
class _AdaptiveMargin(Margin):
    min: float = 0.0
    max: float = 2.0
    scale: Scale = "linear"
    needs_concreteness: ClassVar[bool] = True

    def per_negative(self, concreteness: Tensor | None, valid: Tensor) -> Tensor:
        assert concreteness is not None  # the loss has checked it
        place = _ranks(concreteness, valid) if self.scale == "rank" else (concreteness - 1) / 4
        return self.min + (self.max - self.min) * place


@dataclass(frozen=True)
class _BalancedMargin(Margin):
    share: float = 0.5

    def per_row(self, own: Tensor, others: Tensor) -> Tensor:
        return (others - own + math.log(self.share / (1 - self.share))).clamp(min=0)


@dataclass(frozen=True)
class _SimilarityMargin(Margin):
    strength: float = 5.0

    def per_cosine(self, cosines: Tensor) -> Tensor:
        return self.strength * cosines


def no_margin() -> Margin:
    """m = 0: InfoNCE with hard captions. It is NegCLIP's loss in the layout captions, TripletCLIP's in triplet."""
    return _NoMargin()


def static_margin(value: float, unit: Unit = "logit") -> Margin:
    """The same margin for every hard caption, m(c) = value: the paper's ablation. It needs no concreteness.

    :param value: finite. In logits it multiplies the odds of the hard caption by e^value, whatever the scale is; in cosine
        units by e^(value·logit_scale), so that useful values are a few times 1/logit_scale. A negative one softens.
    :param unit: `'logit'` (default) or `'cosine'`.
    :raises ValueError: when `value` is not finite or `unit` is not known.

    Source: "Concrete Jungle" (arXiv 2604.13313), ablation; in logits it is SimCSE's hard-negative weight (arXiv 2104.08821).
    """
    check_finite("static_margin", "value", value)
    check_choice("static_margin", "unit", unit, ("logit", "cosine"))
    return _StaticMargin(unit=unit, value=float(value))


def adaptive_margin(
    *, min: float = 0.0, max: float = 2.0, unit: Unit = "logit", scale: Scale = "linear"
) -> Margin:
    """A margin that follows the concreteness c of the changed word, m(c) = min + (max − min)·r(c): the Cement margin.

    :param min: the margin of the most abstract word (c = 1, or the lowest rank), finite, default 0. Above `max` the
        direction reverses.
    :param max: the margin of the most concrete word (c = 5, or the highest rank), finite, default 2.
    :param unit: `'logit'` (default) or `'cosine'`.
    :param scale: `'linear'` (default): r(c) = (c − 1)/4. `'rank'`: c's rank among the hard captions of the batch of all
        ranks, 0 to 1, ties averaged, missing ones left out; it spreads margins out where all words are about equally
        concrete. Where all are one tie it is ½.
    :raises ValueError: when `min` or `max` is not finite, or `unit` or `scale` is not known.

    Source: "Concrete Jungle" (arXiv 2604.13313); direction, zero, unit and size are Slipform's definitions.
    """
    check_finite("adaptive_margin", "min", min)
    check_finite("adaptive_margin", "max", max)
    check_choice("adaptive_margin", "unit", unit, ("logit", "cosine"))
    check_choice("adaptive_margin", "scale", scale, ("linear", "rank"))
    return _AdaptiveMargin(unit=unit, min=float(min), max=float(max), scale=scale)


def balanced_margin(share: float) -> Margin:
    """The margin, in logits and anew for each row, with which the own hard captions get at least the gradient share `share`.

    Of the gradient on a row's negatives the share is p_H/(p_H + p_E), whatever the batch size is:

        μ = max(0, LSE_others − LSE_own + ln(share / (1 − share)))

    LSE_own runs over the row's own hard captions, LSE_others over its other negatives; both are constants to the gradient. A
    static margin that does the same grows as ln N. In the layout captions only rows of images have own hard captions.

    :param share: ρ, between 0 and 1, both excluded.
    :raises ValueError: when `share` does not lie there.

    Source: Slipform.
    """
    if isinstance(share, bool) or not isinstance(share, (int, float)) or not 0 < share < 1:
        refuse(
            "balanced_margin", "share", "lie between 0 and 1", share, "0.3 gives the own hard captions 30 %"
        )
    return _BalancedMargin(share=float(share))


def similarity_margin(strength: float = 5.0, *, others: bool = False) -> Margin:
    """A margin that follows how similar the model finds the hard caption itself: m = strength·s(v_i, h_ik), in logits.

    No gradient flows through it, so that the more similar negatives count e^(strength·s) times.

    :param strength: α ≥ 0: what a hard caption at cosine 1 gets. Default 5, EmbeddingGemma's.
    :param others: whether the row's other negatives get theirs too, in both directions. Default False.
    :raises ValueError: when `strength` is negative or `others` is neither True nor False.

    Source: EmbeddingGemma (arXiv 2509.20354); sentence-transformers' `hardness_mode`: `"hard_negatives"`, and with `others`
    `"all_negatives"` (arXiv 2503.04812 has α = 9).
    """
    check_number("similarity_margin", "strength", strength)
    if not isinstance(others, bool):
        refuse(
            "similarity_margin", "others", "be True or False", others, "False raises own hard captions alone"
        )
    return _SimilarityMargin(strength=float(strength), others=others)


def _ranks(concreteness: Tensor, valid: Tensor) -> Tensor:
    """Ranks 0 to 1 among the valid entries, ties averaged, in the shape of `concreteness`; ½ where all are one tie."""
    last = torch.full_like(concreteness, torch.inf)
    there = torch.where(valid, concreteness, last)
    ordered = there.flatten().sort().values
    below = torch.searchsorted(ordered, there.contiguous())
    through = torch.searchsorted(ordered, there.contiguous(), right=True)
    others = valid.sum() - 1
    ranks = (below + through - 1).to(concreteness.dtype) / (2 * others.clamp(min=1))
    return torch.where(others > 0, ranks, torch.full_like(ranks, 0.5))


def check_finite(where: str, name: str, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        refuse(
            where, name, "be a finite number", value, "2 logits multiply the odds of a hard caption by 7.4"
        )


def check_choice(where: str, name: str, value: object, choices: tuple[str, ...]) -> None:
    if value not in choices:
        rule = f"be {' or '.join(repr(choice) for choice in choices)}"
        refuse(where, name, rule, value, f"leave it out for {choices[0]!r}")


def check_number(where: str, name: str, value: object, most: float = math.inf) -> float:
    """A number from 0 to `most`."""
    if (
        isinstance(value, bool)
        or not isinstance(value, (int, float))
        or not (0 <= value <= most and value < math.inf)
    ):
        rule = "be a number ≥ 0" if most == math.inf else f"be a number from 0 to {most:g}"
        refuse(where, name, rule, value, "the default is the published one")
    return float(value)
