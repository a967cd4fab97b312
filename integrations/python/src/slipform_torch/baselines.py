"""Losses that Cement is compared with, in the idiom of open_clip's ClipLoss: SigLIP, HN-NCE and CE-CLIP.

InfoNCE, NegCLIP and TripletCLIP are CementLoss with `no_margin()`.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn
from torch.nn.functional import relu

from ._batch import Call
from ._refuse import refuse
from ._rows import MASKED, Pairs, captions_logits
from .loss import CementLoss
from .margins import check_number, no_margin


@dataclass(frozen=True)
class _Logits:
    """What a baseline reads: logits, those that take no part masked."""

    positive: Tensor  # [N]
    from_images: Tensor  # [N, N + NK], of all negatives of an image
    from_texts: Tensor  # [N, N]
    own: Tensor  # [N, K], of the pair's own hard captions


class _Baseline(nn.Module):
    def __init__(
        self,
        use_hard_captions: bool = False,
        local_loss: bool = False,
        gather_with_grad: bool = True,
        cache_labels: bool = False,
        rank: int = 0,
        world_size: int = 1,
        use_horovod: bool = False,
    ) -> None:
        super().__init__()
        self._name = type(self).__name__
        if local_loss:
            refuse(
                self._name, "local_loss", "be False", local_loss, "only CementLoss shares rows among ranks"
            )
        self.use_hard_captions = use_hard_captions
        # It reads, checks and gathers batches; its loss is not asked.
        self._reader = CementLoss(
            no_margin(),
            gather_with_grad=gather_with_grad,
            cache_labels=cache_labels,
            rank=rank,
            world_size=world_size,
            use_horovod=use_horovod,
        )
        self._reader._where = self._reader._gather.where = self._name

    def forward(
        self,
        image_features: Tensor,
        text_features: Tensor,
        logit_scale: Tensor | float,
        logit_bias: Tensor | float | None = None,
        *,
        hard_text_features: Tensor | None = None,
        concreteness: Tensor | None = None,
        valid: Tensor | None = None,
        groups: Tensor | None = None,
        text_ids: Tensor | None = None,
        output_dict: bool = False,
    ) -> Tensor | dict[str, Tensor]:
        """The loss of a batch of N pairs: a scalar, or `{'contrastive_loss': scalar}` with `output_dict`.

        The arguments are those of :class:`~slipform_torch.CementLoss`. Where the loss reads no hard captions
        (`use_hard_captions=False`), they may be left out; `concreteness` is not read.
        """
        call = Call(
            image_features,
            text_features,
            logit_scale,
            hard_text_features,
            valid=valid,
            groups=groups,
            text_ids=text_ids,
        )
        pairs = self._pairs(call)
        with torch.autocast(pairs.images.device.type, enabled=False):
            total = self._loss(pairs, logit_bias)
        return {"contrastive_loss": total} if output_dict else total

    def _needs_hard_captions(self) -> bool:
        return self.use_hard_captions

    @abstractmethod
    def _loss(self, pairs: Pairs, logit_bias: Tensor | float | None) -> Tensor: ...

    def _pairs(self, call: Call) -> Pairs:
        captions, ids = call.text_features, call.text_ids
        if not self._needs_hard_captions() and isinstance(captions, Tensor):
            # One hard caption of each pair, which is missing.
            call = replace(
                call,
                hard_text_features=captions,
                valid=torch.zeros(captions.shape[:1], device=captions.device),
                text_ids=None if ids is None else ids[:, :1].expand(-1, 2),
            )
        return self._reader._pairs(call)

    @staticmethod
    def _logits(pairs: Pairs, with_hard: bool) -> _Logits:
        found = captions_logits(pairs)
        positive = found.easy.gather(1, found.places[:, None])
        easy, back = (x.scatter(1, found.places[:, None], MASKED) for x in (found.easy, found.back))
        negatives = torch.cat([easy, found.beside], 1) if with_hard else easy
        return _Logits(positive[:, 0], negatives, back, found.beside.gather(1, found.own))


class SigLipLoss(_Baseline):
    """The sigmoid loss: each image and caption of the batch is a yes-or-no question of its own, so no row is normalised.

        L = −1/N Σ_i Σ_j ln σ( y_ij (z_ij + b) ),   z = s·logit_scale,   y_ii = 1, y_ij = −1

    b is the `logit_bias` of a call, to which gradients flow; −10 where none is passed, where SigLIP starts. Entries between
    pairs of one group, or with equal texts, are left out.

    :param use_hard_captions: whether all hard captions are questions too, of every image. Default False, as published.
    :param gather_with_grad: as in CementLoss, like `rank` and `world_size`; `cache_labels`, `use_horovod` and `local_loss`
        are accepted as False since open_clip passes them.
    :raises ValueError: when an option, a shape, a type or on CPU a value does not fit: one sentence.

    Source: Zhai et al. 2023 (arXiv 2303.15343), equation 1; equal to open_clip's SigLipLoss.
    """

    def _loss(self, pairs: Pairs, logit_bias: Tensor | float | None) -> Tensor:
        bias = -10.0 if logit_bias is None else logit_bias
        logits = self._logits(pairs, self.use_hard_captions)
        answers = _softplus(-logits.positive - bias).sum() + _softplus(logits.from_images + bias).sum()
        return answers / len(logits.positive)


class HnNceLoss(_Baseline):
    """Hard-negative NCE: InfoNCE whose negatives are weighted by how hard they are; gradients flow through the weights.

        L(v→t)_i = −ln( e^{z_ii} / [ α e^{z_ii} + Σ_{j≠i} w_ij e^{z_ij} ] ),   w_ij = n e^{β z_ij} / Σ_{k≠i} e^{β z_ik}

    with z = s·logit_scale and the n negatives that the row has; alike from captions to images, and L is half of each mean. With
    α = 1, β = 0 it is InfoNCE, with α = 0, β = 0 the decoupled loss (arXiv 2110.06848). For β → ∞ only the hardest negative
    counts, n times. A row without negatives is ln α, or 0 for α = 0.

    :param alpha: what the positive counts in its denominator, ≥ 0. Default 1.
    :param beta: how much more harder negatives count, 0 to 100. Default 0.25.
    :param use_hard_captions: whether all hard captions are negatives of every image. Default False, as published.
    :param gather_with_grad: as in CementLoss, like `rank` and `world_size`; `cache_labels`, `use_horovod` and `local_loss`
        are accepted as False since open_clip passes them.
    :raises ValueError: when an option, a shape, a type or on CPU a value does not fit: one sentence.

    Source: DiHT, Radenovic et al. 2023 (arXiv 2301.02280), section 3.3; the mean over both directions instead of their sum.
    """

    def __init__(
        self,
        alpha: float = 1.0,
        beta: float = 0.25,
        use_hard_captions: bool = False,
        local_loss: bool = False,
        gather_with_grad: bool = True,
        cache_labels: bool = False,
        rank: int = 0,
        world_size: int = 1,
        use_horovod: bool = False,
    ) -> None:
        super().__init__(
            use_hard_captions, local_loss, gather_with_grad, cache_labels, rank, world_size, use_horovod
        )
        self.alpha = check_number(self._name, "alpha", alpha)
        self.beta = check_number(self._name, "beta", beta, 100.0)

    def _loss(self, pairs: Pairs, logit_bias: Tensor | float | None) -> Tensor:
        logits = self._logits(pairs, self.use_hard_captions)
        directions = (logits.from_images, logits.from_texts)
        total = torch.stack(
            [self._rows(negatives, logits.positive).mean() for negatives in directions]
        ).mean()
        return _with_bias(total, logit_bias)

    def _rows(self, negatives: Tensor, positive: Tensor) -> Tensor:
        """`[N]`: ln(α + W) with ln W = ln n + LSE((1 + β)g) − LSE(βg), over the gaps g to the positive."""
        there = negatives > MASKED / 2
        gaps = (negatives - positive[:, None]).masked_fill(~there, 0.0)
        count = there.sum(1)
        harder, lighter = (
            (times * gaps).masked_fill(~there, MASKED).logsumexp(1) for times in (1 + self.beta, self.beta)
        )
        log_w = harder - lighter + count.clamp(min=1).to(gaps.dtype).log()
        log_w = torch.where(count > 0, log_w, torch.full_like(log_w, MASKED))
        if self.alpha > 0:
            return torch.logaddexp(log_w, torch.full_like(log_w, self.alpha).log())
        return torch.where(count > 0, log_w, torch.zeros_like(log_w))


class CeClipLoss(_Baseline):
    """CE-CLIP's cross-modal rank loss beside the contrastive loss, a curriculum.

    Each true caption must be ahead of its k-th hard caption by a threshold that follows how far ahead true captions are on
    average.

        L = L_contrastive + λ · mean_{i,k} max(0, z(v_i,h_ik) − z(v_i,t_i) + Th_k),   z = s·logit_scale
        Th_k = min(u, mean_i [ z(v_i,t_i) − z(v_i,h_ik) ])

    L_contrastive is NegCLIP's (CementLoss with `no_margin()`), or InfoNCE with `use_hard_captions=False`. Hard captions
    that are missing leave both means. No gradient flows through thresholds. CE-CLIP's contrast among captions is not here.

    :param rank_weight: λ ≥ 0. Default 0.2.
    :param upper_bound: u ≥ 0, in logits. Default 10.
    :param use_hard_captions: whether hard captions also join the denominators of the image rows. Default True.
    :param gather_with_grad: as in CementLoss, like `rank` and `world_size`; `cache_labels`, `use_horovod` and `local_loss`
        are accepted as False since open_clip passes them.
    :raises ValueError: when an option, a shape, a type or on CPU a value does not fit: one sentence.

    Thresholds are those of the batch itself. The authors take those of the step before: set `thresholds` to what
    :meth:`thresholds_of` returned for it.

    Source: Zhang et al. 2024 (arXiv 2306.08832); λ, u and the use of logits are those of the authors' code.
    """

    def __init__(
        self,
        rank_weight: float = 0.2,
        upper_bound: float = 10.0,
        use_hard_captions: bool = True,
        local_loss: bool = False,
        gather_with_grad: bool = True,
        cache_labels: bool = False,
        rank: int = 0,
        world_size: int = 1,
        use_horovod: bool = False,
    ) -> None:
        super().__init__(
            use_hard_captions, local_loss, gather_with_grad, cache_labels, rank, world_size, use_horovod
        )
        self.rank_weight = check_number(self._name, "rank_weight", rank_weight)
        self.upper_bound = check_number(self._name, "upper_bound", upper_bound)
        self.thresholds: Tensor | None = None
        """`[K]`, in logits, for the next calls; None: those of the batch."""

    @torch.no_grad()
    def thresholds_of(
        self,
        image_features: Tensor,
        text_features: Tensor,
        logit_scale: Tensor | float,
        *,
        hard_text_features: Tensor | None = None,
        valid: Tensor | None = None,
        text_ids: Tensor | None = None,
    ) -> Tensor:
        """`[K]`, in logits: how far true captions are ahead of their k-th hard captions on average, at most `upper_bound`."""
        call = Call(
            image_features, text_features, logit_scale, hard_text_features, valid=valid, text_ids=text_ids
        )
        pairs = self._pairs(call)
        with torch.autocast(pairs.images.device.type, enabled=False):
            return self._ahead(*self._gaps(self._logits(pairs, True)))

    def _needs_hard_captions(self) -> bool:
        return True

    def _loss(self, pairs: Pairs, logit_bias: Tensor | float | None) -> Tensor:
        logits = self._logits(pairs, self.use_hard_captions)
        total = torch.stack(
            [
                torch.logaddexp(negatives.logsumexp(1), logits.positive).sub(logits.positive).mean()
                for negatives in (logits.from_images, logits.from_texts)
            ]
        ).mean()
        gaps, there = self._gaps(logits)
        thresholds = self.thresholds
        if thresholds is None:
            thresholds = self._ahead(gaps.detach(), there)
        elif list(thresholds.shape) not in ([], [1], [gaps.shape[1]]):
            rule = f"be one number or of shape [{gaps.shape[1]}]"
            refuse(self._name, "thresholds", rule, thresholds, "thresholds_of(…) makes them")
        behind = relu(gaps + thresholds.to(gaps)).masked_fill(~there, 0.0)
        return _with_bias(total + self.rank_weight * behind.sum() / there.sum().clamp(min=1), logit_bias)

    @staticmethod
    def _gaps(logits: _Logits) -> tuple[Tensor, Tensor]:
        """`[N, K]`: how far each own hard caption is ahead of the true one, 0 where it is missing; and where it is there."""
        there = logits.own > MASKED / 2
        return (logits.own - logits.positive[:, None]).masked_fill(~there, 0.0), there

    def _ahead(self, gaps: Tensor, there: Tensor) -> Tensor:
        return (-gaps.sum(0) / there.sum(0).clamp(min=1)).clamp(max=self.upper_bound)


def _softplus(x: Tensor) -> Tensor:
    """ln(1 + e^x), to the last digit; torch's own is x beyond 20."""
    return torch.logaddexp(x, torch.zeros_like(x))


def _with_bias(total: Tensor, logit_bias: Tensor | float | None) -> Tensor:
    """In the graph without effect: a constant on all logits changes no softmax, and DDP asks every parameter for a gradient."""
    return total + 0 * logit_bias.sum() if isinstance(logit_bias, Tensor) else total
