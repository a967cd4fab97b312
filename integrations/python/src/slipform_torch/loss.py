"""The Cement loss: InfoNCE with hard-negative captions and a margin on each pair's own."""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

import torch
from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint

from ._batch import Batch, Call, read_batch, read_scale, read_teacher
from ._gather import Gatherer
from ._refuse import refuse
from ._rows import (
    Block,
    Pairs,
    Rows,
    Taught,
    captions_block,
    edited_block,
    kept_distances,
    own_logits,
    paired_block,
    pairs_block,
)
from ._texts import without_copies
from .margins import Margin, static_margin
from .terms import KeepClose, OwnNegatives, check_term

Layout = Literal["captions", "triplet", "paired"]
LAYOUTS: tuple[Layout, ...] = ("captions", "triplet", "paired")


@dataclass(frozen=True)
class DirectionBudget:
    """How hard one direction of the loss pulls and pushes, `[rows]` each: sums of |∂L/∂s| over a row's entries of a kind.

    L is the loss of one row and s the cosine. All are ≥ 0, and `pull` is `hard + easy`.
    """

    pull: Tensor
    """Of the positive: (p_H + p_E)·logit_scale."""
    hard: Tensor
    """Of the pair's own hard captions together: p_H·logit_scale."""
    easy: Tensor
    """Of all other negatives together: p_E·logit_scale."""


@dataclass(frozen=True)
class GradientBudget:
    """Where the gradient of each row's loss goes, in both directions."""

    image_to_text: DirectionBudget
    text_to_image: DirectionBudget


class CementLoss(nn.Module):
    """InfoNCE with hard-negative captions and a margin on each pair's own, in the idiom of open_clip's ClipLoss.

    With image embeddings v, captions t, K hard captions h for each pair, s the cosine, z = s·logit_scale and a margin m
    (in logits), the layout captions is

        L(v→t)_i = −ln( e^{z(v_i,t_i)} / [ Σ_j e^{z(v_i,t_j)} + Σ_k e^{z(v_i,h_ik) + m_ik} + Σ_{j≠i,k} e^{z(v_i,h_jk)} ] )
        L(t→v)_i = −ln( e^{z(t_i,v_i)} / Σ_j e^{z(t_i,v_j)} )
        L        = ½ mean_i L(v→t)_i + ½ mean_i L(t→v)_i

    With an image u of every hard caption, triplet adds the same loss of (u, h, t), a mean over the pairs that have a hard
    caption, and paired is InfoNCE over the union of both kinds of pairs, with m between partners in both directions.
    Without a margin these are the losses of NegCLIP, TripletCLIP and CLIP.

    :param margin: logits for every hard caption; default 2, which reads no ratings, and warns once where `concreteness` is
        passed and no margin was chosen; or what
        :func:`~slipform_torch.adaptive_margin` (the paper's: it follows the concreteness), `static_margin`, `balanced_margin`,
        `similarity_margin` or `no_margin` returns.
    :param layout: `'captions'` (default; only captions are changed, K ≥ 1), `'triplet'` or `'paired'` (images too, K = 1).
    :param local_loss: each rank computes the rows of its own pairs, instead of all rows. It needs `gather_with_grad`: in
        the layout captions a hard caption is a column only, and a column that is gathered without gradient is never
        trained.
    :param gather_with_grad: gradients flow to the embeddings of all ranks (default). Without it, as in open_clip without
        its option, the gradient of the towers after DDP's mean is 1/world_size of the true one.
    :param cache_labels: accepted since open_clip passes it; without effect.
    :param rank: this process among `world_size`, as torch.distributed counts. Default 0.
    :param world_size: how many processes share the batch; all must bring equally many pairs. Default 1.
    :param use_horovod: accepted as False since open_clip passes it.
    :param own_negatives: what :func:`~slipform_torch.own_negatives` returns: hard captions then stand beside an InfoNCE that
        does not see them, with the margin in their own softmax. In the layout captions. Default None.
    :param keep_close: what :func:`~slipform_torch.keep_close` returns: a distance to a teacher is added. Default None.
    :param chunk_size: rows of logits that are held at a time, ≥ 1. Each chunk is worked out once more for its gradient: memory
        of chunk_size × (N + NK) logits instead of N × (N + NK), for twice the time or more. Default: all rows at once.
    :raises ValueError: when an option is not known, or `local_loss` lacks `gather_with_grad`.

    Embeddings must be of unit length, as open_clip's model gives them. Logits are float32 at least, also under autocast. Values
    (lengths, the scale, ratings from 1 to 5, ones and zeros) are checked in each call on the CPU, and in the first call
    elsewhere, since reading them back stalls a GPU; shapes and types always. Ranks tell each other what they found: where one
    refuses, all raise its sentence.

    Source: "Concrete Jungle" (arXiv 2604.13313). The paper does not publish the margin's direction, zero, unit and size: they
    are Slipform's definitions, and options.
    """

    def __init__(
        self,
        margin: Margin | float | None = None,
        layout: Layout = "captions",
        local_loss: bool = False,
        gather_with_grad: bool = True,
        cache_labels: bool = False,
        rank: int = 0,
        world_size: int = 1,
        use_horovod: bool = False,
        chunk_size: int | None = None,
        own_negatives: OwnNegatives | None = None,
        keep_close: KeepClose | None = None,
    ) -> None:
        super().__init__()
        check_term("own_negatives", own_negatives, OwnNegatives)
        check_term("keep_close", keep_close, KeepClose)
        self._ratings_are_news = margin is None
        margin = 2.0 if margin is None else margin
        if not isinstance(margin, Margin):
            if isinstance(margin, bool) or not isinstance(margin, (int, float)) or not math.isfinite(margin):
                remedy = "2.0 is the default, and adaptive_margin() follows the concreteness"
                refuse("CementLoss", "margin", "be a finite number of logits or a margin", margin, remedy)
            margin = static_margin(margin)
        if layout not in LAYOUTS:
            remedy = "captions is the one without images of the hard captions"
            refuse("CementLoss", "layout", "be 'captions', 'triplet' or 'paired'", layout, remedy)
        if local_loss and not gather_with_grad:
            remedy = "hard captions of other ranks would get no gradient, so set both"
            refuse("CementLoss", "gather_with_grad", "hold where local_loss does", gather_with_grad, remedy)
        if use_horovod:
            refuse("CementLoss", "use_horovod", "be False", True, "gather with torch.distributed")
        if not isinstance(world_size, int) or world_size < 1:
            remedy = "torch.distributed.get_world_size() counts the processes"
            refuse("CementLoss", "world_size", "be a whole number ≥ 1", world_size, remedy)
        if not isinstance(rank, int) or not 0 <= rank < world_size:
            rule = f"lie in 0 to world_size − 1 = {world_size - 1}"
            refuse("CementLoss", "rank", rule, rank, "take both from torch.distributed")
        if chunk_size is not None and (not isinstance(chunk_size, int) or chunk_size < 1):
            refuse(
                "CementLoss", "chunk_size", "be a whole number ≥ 1", chunk_size, "None takes all rows at once"
            )
        if own_negatives is not None:
            if layout != "captions":
                remedy = "hard captions are rows of the other layouts"
                refuse("CementLoss", "layout", "be 'captions' with own_negatives", layout, remedy)
            if margin.others or type(margin).per_row is not Margin.per_row:
                remedy = "their softmax has no other negatives"
                refuse(
                    "CementLoss", "margin", "be one of each hard caption with own_negatives", margin, remedy
                )
        self.own_negatives = own_negatives
        self.keep_close = keep_close
        self.margin: Margin = margin
        self.layout: Layout = layout
        self.local_loss = local_loss
        self.gather_with_grad = gather_with_grad
        self.rank = rank
        self.world_size = world_size
        self.chunk_size = chunk_size
        self._where = "CementLoss"
        self._is_first = True
        self._gather = Gatherer(rank, world_size, gather_with_grad, self._where)

    def forward(
        self,
        image_features: Tensor,
        text_features: Tensor,
        logit_scale: Tensor | float,
        logit_bias: Tensor | None = None,
        *,
        hard_text_features: Tensor | None = None,
        hard_image_features: Tensor | None = None,
        concreteness: Tensor | None = None,
        valid: Tensor | None = None,
        groups: Tensor | None = None,
        text_ids: Tensor | None = None,
        teacher_image_features: Tensor | None = None,
        teacher_text_features: Tensor | None = None,
        teacher_hard_text_features: Tensor | None = None,
        teacher_logit_scale: Tensor | float | None = None,
        output_dict: bool = False,
    ) -> Tensor | dict[str, Tensor]:
        """The loss of a batch of N pairs: a scalar, or `{'contrastive_loss': scalar}` with `output_dict`.

        :param image_features: `[N, D]`, of unit length.
        :param text_features: `[N, D]`, of unit length; row i is the true caption of image i.
        :param logit_scale: 1/τ > 0, a number or a scalar tensor that gradients flow to; CLIP's is e^(model.logit_scale).
        :param logit_bias: accepted since open_clip passes it; a constant on all logits changes no softmax.
        :param hard_text_features: `[N, K, D]`, or `[N, D]` for K = 1: embeddings of the hard captions.
        :param hard_image_features: `[N, D]`: images of the hard captions, for triplet and paired; not read in captions.
        :param concreteness: `[N, K]`, or `[N]` for K = 1: of the changed word, 1 (abstract) to 5 (concrete). Adaptive margins
            need it; the others don't read it.
        :param valid: `[N, K]`, or `[N]` for K = 1: 0 where the pair has no such hard caption. It takes no part then, neither
            as a column nor in a mean, and its embeddings and its concreteness may be anything, NaN too. Default: all 1.
        :param groups: `[N]`, whole numbers: pairs of one group (captions of one image, equal captions) are no negatives of
            each other. An entry between an image of one pair and the true caption of another leaves both directions; hard
            captions stay.
        :param text_ids: `[N, 1 + K]`, whole numbers, equal for equal texts: the caption's, then those of its hard captions;
            :func:`~slipform_torch.text_ids` makes them of tokens. A text that is equal to an image's own caption (in triplet
            and paired also: to the hard caption of a hard image) is no negative of that image, in either direction. A hard
            caption that is equal to its own pair's caption, or to an earlier hard caption of it, is missing, as if `valid`
            were 0. Equal hard captions that are only negatives count once for an image: its own one, else the first of the
            batch of all ranks. Ids in empty slots are ignored. Default: all texts are taken for different ones.
        :param teacher_image_features: `[N, D₀]`, of unit length: the teacher's, for `keep_close`; likewise
            `teacher_text_features`, and `teacher_hard_text_features` for `kind='squared'`. No gradient flows to them.
        :param teacher_logit_scale: its 1/τ > 0; not read by `kind='squared'`.
        :raises ValueError: when a shape, a type, or on CPU a value does not fit: one sentence.
        """
        call = Call(
            image_features,
            text_features,
            logit_scale,
            hard_text_features,
            hard_image_features,
            concreteness,
            valid,
            groups,
            text_ids,
            teacher_image_features,
            teacher_text_features,
            teacher_hard_text_features,
            teacher_logit_scale,
        )
        pairs = self._pairs(call, taught=self.keep_close is not None)
        with torch.autocast(pairs.images.device.type, enabled=False):
            total = self._total(pairs)
        if logit_bias is not None:
            total = (
                total + 0 * logit_bias.sum()
            )  # in the graph, since DDP asks every parameter for a gradient
        return {"contrastive_loss": total} if output_dict else total

    @torch.no_grad()
    def gradient_budget(
        self,
        image_features: Tensor,
        text_features: Tensor,
        logit_scale: Tensor | float,
        *,
        hard_text_features: Tensor | None = None,
        hard_image_features: Tensor | None = None,
        concreteness: Tensor | None = None,
        valid: Tensor | None = None,
        groups: Tensor | None = None,
        text_ids: Tensor | None = None,
    ) -> GradientBudget:
        """Where the gradient of each row's loss goes: to the positive, to the own hard captions, to everything else.

        The arguments are those of a call. `budget.image_to_text.hard / budget.image_to_text.pull` is the gradient share
        of the own hard captions. Rows are N; in triplet and paired 2N, edited pairs last, and a missing pair's row is
        0. In captions and triplet rows of captions have no own hard negative, so `text_to_image.hard` is 0. With
        `local_loss` the rows are those of this rank. It costs about a forward pass and keeps no gradient. Own negatives are
        in it, and `keep_close`, which has no negatives, is not.
        """
        call = Call(
            image_features,
            text_features,
            logit_scale,
            hard_text_features,
            hard_image_features,
            concreteness,
            valid,
            groups,
            text_ids,
        )
        pairs = self._pairs(call)
        with torch.autocast(pairs.images.device.type, enabled=False):
            blocks = self._blocks(pairs)
            own = (
                None
                if self.own_negatives is None
                else self._own_budget(pairs, self.own_negatives) * logit_scale
            )
        of_images = _budget([(block, block.images) for block in blocks], logit_scale)
        if own is not None:
            of_images = replace(of_images, hard=of_images.hard + own, pull=of_images.pull + own)
        return GradientBudget(
            image_to_text=of_images,
            text_to_image=_budget([(block, block.texts) for block in blocks], logit_scale),
        )

    def _total(self, pairs: Pairs) -> Tensor:
        parts = self.world_size if self.local_loss else 1

        def part(here: Tensor | None) -> Tensor:
            some = replace(pairs, here=here)
            terms = [block.mean(parts) for block in self._blocks(some)]
            if self.own_negatives is not None:
                rows = self.own_negatives.rows(*own_logits(some))
                terms.append(rows.sum() * parts / _asked(pairs))
            if self.keep_close is not None:
                terms.append(kept_distances(some, self.keep_close).sum() * parts / len(pairs.images))
            return torch.stack(terms).sum()

        if self.chunk_size is None:
            return part(pairs.here)
        rows = (
            torch.arange(len(pairs.images), device=pairs.images.device) if pairs.here is None else pairs.here
        )
        chunks = [checkpoint(part, here, use_reentrant=False) for here in rows.split(self.chunk_size)]
        return torch.stack(chunks).sum()

    def _blocks(self, pairs: Pairs) -> list[Block]:
        if self.layout == "paired":
            return [paired_block(pairs)]
        if self.layout == "triplet":
            return [captions_block(pairs), edited_block(pairs)]
        return [captions_block(pairs) if self.own_negatives is None else pairs_block(pairs)]

    def _own_budget(self, pairs: Pairs, term: OwnNegatives) -> Tensor:
        """`[R]`: what the own negatives add to the push of a row's loss, which the whole loss has by half of 1/N."""
        logits, there = own_logits(pairs)
        with torch.enable_grad():
            leaf = logits.detach().requires_grad_()
            (gradient,) = torch.autograd.grad(term.rows(leaf, there).sum(), leaf)
        return gradient[:, 1:].sum(1) * 2 * len(pairs.images) / _asked(pairs)

    def _pairs(self, call: Call, *, taught: bool = False) -> Pairs:
        here = None
        read = partial(self._read, call, taught)
        if self.world_size == 1:
            batch, scale = read()
        else:
            batch, scale = self._gather(read)
            if self.local_loss:
                rows = len(batch.images) // self.world_size
                here = torch.arange(rows, device=batch.images.device) + rows * self.rank
        # Without autocast: a logit of 90 in bfloat16 is a multiple of ½.
        with torch.autocast(batch.images.device.type, enabled=False):
            return self._prepare(batch, scale, here)

    def _read(self, call: Call, taught: bool) -> tuple[Batch, Tensor | float]:
        first = self._is_first
        if not torch.compiler.is_compiling():
            self._is_first = False
            self._warn_of_ratings(call)
        batch = read_batch(self._where, self.layout, self.margin.needs_concreteness, call, first=first)
        scale = read_scale(self._where, call.logit_scale, first)
        if taught and self.keep_close is not None:
            batch = read_teacher(self._where, batch, self.keep_close.kind == "squared", call, first=first)
        return batch, scale

    def _warn_of_ratings(self, call: Call) -> None:
        if not self._ratings_are_news or call.concreteness is None:
            return
        self._ratings_are_news = False
        warnings.warn(
            "CementLoss: concreteness is not read by the default margin, 2 logits for every hard caption; choose "
            "adaptive_margin(), which follows it, or static_margin(2).",
            stacklevel=2,
        )

    def _prepare(self, batch: Batch, logit_scale: Tensor | float, here: Tensor | None) -> Pairs:
        """In float32 at least, without what stands where a hard caption is missing, and with margins in logits."""
        if batch.text_ids is not None:
            batch = replace(batch, valid=without_copies(batch.text_ids, batch.valid))
        images, valid = batch.images, batch.valid
        dtype = torch.float32
        for part in (images, batch.captions, batch.hard_captions):
            dtype = torch.promote_types(dtype, part.dtype)
        scale = torch.as_tensor(logit_scale, dtype=dtype, device=images.device)
        hard, hard_images = batch.hard_captions, batch.hard_images
        if valid is not None:
            hard = hard.masked_fill(~valid[..., None], 0.0)
            hard_images = None if hard_images is None else hard_images.masked_fill(~valid, 0.0)
        same = None
        if batch.groups is not None:
            same = batch.groups[:, None] == batch.groups
            same = same & ~torch.eye(len(same), dtype=torch.bool, device=same.device)
        kind, margin = type(self.margin), self.margin
        overrides_rows, by_cosines = (
            kind.per_row is not Margin.per_row,
            kind.per_cosine is not Margin.per_cosine,
        )
        return Pairs(
            images=images.to(dtype),
            captions=batch.captions.to(dtype),
            hard=hard.to(dtype),
            hard_images=None if hard_images is None else hard_images.to(dtype),
            valid=valid,
            same=same,
            text_ids=batch.text_ids,
            here=here,
            scale=scale,
            margins=self._margins(batch, scale),
            row_margin=margin.per_row if overrides_rows else None,
            cosine_margin=margin.per_cosine if by_cosines else None,
            raises_all=by_cosines and margin.others,
            taught=self._taught(batch, dtype),
        )

    @staticmethod
    def _taught(batch: Batch, dtype: torch.dtype) -> Taught | None:
        images, captions, hard, scale = (
            None if x is None else x.to(device=batch.images.device, dtype=dtype)
            for x in (batch.teacher_images, batch.teacher_captions, batch.teacher_hard, batch.teacher_scale)
        )
        if images is None or captions is None or scale is None:
            return None
        if hard is not None and batch.valid is not None:
            hard = hard.masked_fill(~batch.valid[..., None], 0.0)
        return Taught(images, captions, hard, scale)

    def _margins(self, batch: Batch, scale: Tensor) -> Tensor | None:
        shape = batch.hard_captions.shape[:2]
        valid = batch.valid
        there = torch.ones(shape, dtype=torch.bool, device=scale.device) if valid is None else valid
        concreteness = batch.concreteness
        if concreteness is not None:
            concreteness = concreteness.to(
                device=scale.device, dtype=torch.promote_types(concreteness.dtype, scale.dtype)
            )
        with torch.no_grad():
            margins = self.margin.per_negative(concreteness, there)
            if margins is None:
                return None
            if not isinstance(margins, Tensor):
                margins = torch.full(shape, margins, dtype=scale.dtype, device=scale.device)
            elif margins.shape != shape:
                rule = f"return {list(shape)}, one margin for each hard caption"
                refuse("CementLoss", "margin.per_negative", rule, margins, "or one number for all")
            margins = margins.to(scale.dtype).masked_fill(~there, 0.0)
        return margins * scale if self.margin.unit == "cosine" else margins

    def extra_repr(self) -> str:
        """What `print(loss)` shows."""
        modes = f"local_loss={self.local_loss}, gather_with_grad={self.gather_with_grad}"
        chunks = "" if self.chunk_size is None else f", chunk_size={self.chunk_size}"
        terms = {"own_negatives": self.own_negatives, "keep_close": self.keep_close}
        beside = "".join(f", {name}={term}" for name, term in terms.items() if term is not None)
        place = f"rank={self.rank}, world_size={self.world_size}"
        return f"margin={self.margin}, layout={self.layout!r}, {modes}, {place}{chunks}{beside}"


def _asked(pairs: Pairs) -> Tensor | int:
    """How many pairs of all ranks have a hard caption, at least 1."""
    return len(pairs.images) if pairs.valid is None else pairs.valid.any(1).sum().clamp(min=1)


def _budget(directions: list[tuple[Block, Rows]], logit_scale: Tensor | float) -> DirectionBudget:
    hard: list[Tensor] = []
    easy: list[Tensor] = []
    for block, rows in directions:
        of_hard = torch.zeros_like(rows.total) if rows.hard is None else (rows.hard - rows.total).exp()
        # All that is neither the positive nor an own hard negative; rounding may leave a little below zero.
        of_easy = (1 - (rows.positive - rows.total).exp() - of_hard).clamp(min=0)
        for parts, part in ((hard, of_hard), (easy, of_easy)):
            there = part if block.present is None else part.masked_fill(~block.present, 0.0)
            parts.append(there * logit_scale)
    of_hard, of_easy = torch.cat(hard), torch.cat(easy)
    return DirectionBudget(pull=of_hard + of_easy, hard=of_hard, easy=of_easy)
