"""What :class:`slipform_torch.CementLoss` may add to its InfoNCE: own negatives beside it, and a distance to a teacher."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor

from ._refuse import refuse
from .margins import check_choice, check_number

Kind = Literal["kl", "crossEntropy", "squared"]
KeptScale = Literal["teacher", "own"]


@dataclass(frozen=True)
class OwnNegatives:
    """What :func:`own_negatives` returns."""

    weight: float
    focus: float
    smoothing: float

    def rows(self, logits: Tensor, there: Tensor) -> Tensor:
        """Each row's loss times the weight, `[R]`, 0 where no hard caption is there.

        :param logits: `[R, 1 + K]`, the true caption's first; what is missing is masked.
        :param there: `[R, K]`, bool.
        """
        logs = logits.log_softmax(1)
        labels = there.to(logs.dtype)
        share = self.smoothing / (1 + labels.sum(1, keepdim=True))
        labels = torch.cat([1 - self.smoothing + share, labels * share], 1)
        losses = labels * -logs.masked_fill(labels == 0, 0.0)
        if self.focus > 0:
            # 1 − p, as a sum of the others where p is large; 1e-30 has a slope where 0 has none.
            p = logs.exp()
            small = p.masked_fill(p > 0.5, 0.0)
            rest = torch.where(p > 0.5, small.sum(1, keepdim=True), 1 - p)
            losses = losses * rest.clamp(min=1e-30) ** self.focus
        return self.weight * losses.sum(1).masked_fill(~there.any(1), 0.0)


@dataclass(frozen=True)
class KeepClose:
    """What :func:`keep_close` returns."""

    weight: float
    kind: Kind
    scale: KeptScale

    def rows(self, own: Tensor, taught: Tensor) -> Tensor:
        """Each row's distance of softmaxes times the weight, `[R]`, from logits `[R, N]` and the teacher's."""
        logs, logs0 = own.log_softmax(1), taught.log_softmax(1)
        apart = logs0 - logs if self.kind == "kl" else -logs
        return self.weight * (logs0.exp() * apart).sum(1)


def own_negatives(*, weight: float = 0.5, focus: float = 0.0, smoothing: float = 0.0) -> OwnNegatives:
    """The true caption against the pair's own hard captions alone, beside an InfoNCE that does not see them.

    With z = s·logit_scale, K_i hard captions of pair i, the margin m of the loss, and c = 0 for the true caption,

        p_i = softmax(z(v_i,t_i), z(v_i,h_i1) + m_i1, …)
        L   = λ · mean_i Σ_c −y_c (1 − p_ic)^γ ln p_ic,   y_0 = 1 − ε + ε/(K_i + 1),  y_k = ε/(K_i + 1)

    The mean is over the pairs of all ranks that have a hard caption.

    :param weight: λ ≥ 0, what the term counts. Default 0.5, FSC-CLIP's.
    :param focus: γ, 0 to 100: how much less a row counts that is right already. Default 0, cross entropy; FSC-CLIP's is 2.
    :param smoothing: ε, 0 to 1: how much of the label is spread evenly over the row. Default 0; FSC-CLIP's is 0.02.
    :raises ValueError: when one does not lie there.

    Source: Oh et al. 2024 (FSC-CLIP, arXiv 2410.05210), the global term, with missing captions left out of the softmax.
    CLIC and DeGLA have γ = ε = 0.
    """
    check_number("own_negatives", "weight", weight)
    check_number("own_negatives", "focus", focus, 100.0)
    check_number("own_negatives", "smoothing", smoothing, 1.0)
    return OwnNegatives(float(weight), float(focus), float(smoothing))


def keep_close(*, weight: float = 1.0, kind: Kind = "kl", scale: KeptScale = "teacher") -> KeepClose:
    """How far the softmaxes over the batch are from those of a teacher: the start of the training, or an average (EMA).

    With images I, captions T of all ranks, the teacher's I₀, T₀ (`teacher_image_features`, `teacher_text_features` of a
    call) and its scale s₀ (`teacher_logit_scale`),

        L = λ · ½ [ mean_i KL( softmax_j(s₀ I₀T₀ᵀ)_i ‖ softmax_j(s I Tᵀ)_i ) + the same over the columns ],   s = s₀

    Hard captions take no part. `'squared'` is λ · mean_i ( ‖v_i − v⁰_i‖² + ‖t_i − t⁰_i‖² ), and + Σ_k ‖h_ik − h⁰_ik‖² with
    `teacher_hard_text_features`.

    :param weight: λ ≥ 0, what the term counts. Default 1.
    :param kind: `'kl'` (default); `'crossEntropy'`, which is KL plus a constant; `'squared'`, the squared distance.
    :param scale: `'teacher'` (default): the trained logits have the teacher's scale too, so that the learned one moves
        freely. `'own'`: the call's `logit_scale`, to which gradients flow.
    :raises ValueError: when an option is not known, or `weight` is negative.

    Source: Hinton et al. 2015 (arXiv 1503.02531); `'crossEntropy'` with `'own'` is open_clip's DistillClipLoss; `'squared'` is
    DeGLA's (arXiv 2504.16801), whose sum over the batch is this mean times N.
    """
    check_number("keep_close", "weight", weight)
    check_choice("keep_close", "kind", kind, ("kl", "crossEntropy", "squared"))
    check_choice("keep_close", "scale", scale, ("teacher", "own"))
    return KeepClose(float(weight), kind, scale)


def check_term(name: str, value: object, kind: type) -> None:
    """Refuses what is neither None nor what the function of that name returns."""
    if value is not None and not isinstance(value, kind):
        refuse("CementLoss", name, f"be what {name}() returns", value, "None leaves the term out")
