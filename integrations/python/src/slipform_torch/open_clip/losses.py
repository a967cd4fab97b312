"""The Cement loss where open_clip makes its own."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from .._texts import without_copies
from ..loss import CementLoss
from ..margins import Margin
from .options import Options


class Losses(dict[str, Tensor]):
    """Losses as open_clip takes them: it adds up `values()`, and logs `items()`.

    What is only to be logged is among the items and not among the values.
    """

    def __init__(self, losses: dict[str, Tensor], logged: dict[str, Tensor]) -> None:
        super().__init__({**losses, **logged})
        self._logged = frozenset(logged)

    def values(self) -> Any:
        """What the training minimises."""
        return {key: value for key, value in self.items() if key not in self._logged}.values()


class LossInTrainer(nn.Module):
    """CementLoss as open_clip's loop calls it, with two more figures in its log line.

    - `hard_share`: the gradient share of the own hard captions in rows of images, 0 to 1; mean over the rows
    - `margin`: mean margin of this rank's hard captions, in the margin's unit; absent for margins that are made row by row

    They are measured at the steps that are logged: every `log_every_n_steps` of an epoch, and its last of `steps`.
    """

    def __init__(self, options: Options, args: Any, steps: int) -> None:
        super().__init__()
        self.loss = CementLoss(
            margin=options.margin,
            layout=options.layout,
            local_loss=args.local_loss,
            gather_with_grad=args.gather_with_grad,
            rank=args.rank,
            world_size=args.world_size,
            own_negatives=options.own_negatives,
            keep_close=options.keep_close,
        )
        self.teacher_scale: Tensor | float | None = None
        """1/τ of the start or of the average, for `keep_close`."""
        self._accum, self._every, self._steps = args.accum_freq, args.log_every_n_steps, max(1, steps)
        self._calls = 0
        self._logged: dict[str, Tensor] = {}

    def forward(self, output_dict: bool = True, **model_out: Tensor) -> Losses:
        """What open_clip calls: the model's output by name. Returns `contrastive_loss`, and what is logged beside."""
        losses = self.loss(**model_out, teacher_logit_scale=self.teacher_scale, output_dict=True)
        step, part = divmod(self._calls, self._accum)
        step %= self._steps
        if part == 0 and (step % self._every == 0 or step + 1 == self._steps):
            self._logged = self._measure(
                {k: v for k, v in model_out.items() if k != "logit_bias" and not k.startswith("teacher_")}
            )
        self._calls += 1
        return Losses(losses, self._logged)

    @torch.no_grad()
    def _measure(self, model_out: dict[str, Tensor]) -> dict[str, Tensor]:
        budget = self.loss.gradient_budget(**model_out).image_to_text
        asked = budget.hard > 0  # rows with a hard caption
        logged = {"hard_share": (budget.hard[asked] / budget.pull[asked]).mean().nan_to_num()}
        there = without_copies(model_out["text_ids"], model_out["valid"])
        margin = mean_margin(self.loss.margin, model_out["concreteness"], there)
        return logged if margin is None else {**logged, "margin": margin}


def mean_margin(margin: Margin, concreteness: Tensor, valid: Tensor) -> Tensor | None:
    """The mean over the valid entries of `concreteness` [N, K], a scalar; 0 without any; None for a margin by rows."""
    there = valid.bool()
    margins = margin.per_negative(concreteness, there)
    if margins is None:
        return None
    return (margins * there).sum() / there.sum().clamp(min=1)
