"""The rows of logits that the loss is a mean of: which captions an image's row sees, and which images a caption's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from ._texts import equal_to, stood_for

if TYPE_CHECKING:
    from .terms import KeepClose

# Of what takes no part. Finite, so that a row that is all masked is no NaN: e^(MASKED − z) is 0 for any logit z.
MASKED = -1e30

#: A margin for each row, from the log-sum-exp of its own hard negatives and of its others, without a margin.
RowMargin = Callable[[Tensor, Tensor], Tensor | None]


@dataclass(frozen=True)
class Rows:
    """One direction of one block, `[R]` each: log masses of a row's softmax, with margins."""

    positive: Tensor
    total: Tensor
    hard: Tensor | None
    """Of the own hard negatives; None where the direction has no such."""

    @property
    def losses(self) -> Tensor:
        """Each row's cross entropy."""
        return self.total - self.positive


@dataclass(frozen=True)
class Block:
    """Both directions of a matrix of logits, and which of its rows count."""

    images: Rows
    texts: Rows
    present: Tensor | None
    """`[R]`, bool; None where every row counts."""
    count: Tensor | int
    """How many rows count over all ranks; an int says that all do."""

    def mean(self, parts: int) -> Tensor:
        """½ mean of both directions over the rows of all ranks, or what these rows are of it.

        :param parts: how many ranks share the rows: DDP averages gradients over them, so each brings its part times that.
        """
        rows = (self.images.losses + self.texts.losses) / 2
        if self.present is not None:
            rows = torch.where(self.present, rows, torch.zeros_like(rows))
        return rows.sum() * parts / self.count


@dataclass(frozen=True)
class Pairs:
    """Embeddings of all ranks, prepared: in one type, what is missing is zero, whatever stood there."""

    images: Tensor  # [N, D]
    captions: Tensor  # [N, D]
    hard: Tensor  # [N, K, D]
    hard_images: Tensor | None  # [N, D]
    valid: Tensor | None  # [N, K]
    same: Tensor | None  # [N, N], whether two different pairs are of one group
    text_ids: Tensor | None  # [N, 1 + K]
    here: Tensor | None  # [n], the rows that this rank computes; None: all
    scale: Tensor  # scalar
    margins: Tensor | None  # [N, K], in logits
    row_margin: RowMargin | None
    cosine_margin: Callable[[Tensor], Tensor | None] | None
    raises_all: bool
    """Whether the margin by cosines holds for all negatives."""
    taught: Taught | None


@dataclass(frozen=True)
class Taught:
    """The embeddings of a teacher, in one type."""

    images: Tensor  # [N, D of the teacher]
    captions: Tensor  # [N, D of the teacher]
    hard: Tensor | None  # [N, K, D]
    scale: Tensor  # scalar


def captions_block(pairs: Pairs) -> Block:
    """Images see all captions and all hard captions, captions see the images."""
    return _block(pairs, _captions_sides(pairs))


def pairs_block(pairs: Pairs) -> Block:
    """Images see all captions and no hard ones, captions see the images."""
    easy, back, places = _easy(pairs, _captions_sides(pairs))
    return Block(_rows(easy, places), _rows(back, places), present=None, count=len(pairs.captions))


def own_logits(pairs: Pairs) -> tuple[Tensor, Tensor]:
    """`[R, 1 + K]` of each image with its caption and, with their margins, its own hard captions; `[R, K]` which there are."""
    here = pairs.here
    images = pairs.scale * _rows_of(pairs.images, here)
    texts = torch.cat([pairs.captions[:, None], pairs.hard], 1)
    logits = (images[:, None] * _rows_of(texts, here)).sum(2)
    positive, own = logits[:, :1], logits[:, 1:]
    lift = None if pairs.margins is None else _rows_of(pairs.margins, here)
    if pairs.cosine_margin is not None:
        lift = _by_cosines(pairs, own)
    if lift is not None:
        own = own + lift
    there = torch.ones_like(own, dtype=torch.bool) if pairs.valid is None else _rows_of(pairs.valid, here)
    return torch.cat([positive, own.masked_fill(~there, MASKED)], 1), there


def kept_distances(pairs: Pairs, term: KeepClose) -> Tensor:
    """`[R]`: each pair's part of the distance to the teacher, both ways."""
    taught, here = pairs.taught, pairs.here
    assert taught is not None  # the loss has read it
    if term.kind == "squared":
        away = (pairs.images - taught.images).square().sum(1) + (
            pairs.captions - taught.captions
        ).square().sum(1)
        if taught.hard is not None:
            of_hard = (pairs.hard - taught.hard).square().sum(2)
            away = away + (of_hard if pairs.valid is None else of_hard.masked_fill(~pairs.valid, 0.0)).sum(1)
        return term.weight * _rows_of(away, here)
    scale = pairs.scale if term.scale == "own" else taught.scale

    def logits(rows: Tensor, columns: Tensor, scale: Tensor) -> Tensor:
        return scale * _rows_of(rows, here) @ columns.T

    forth = term.rows(
        logits(pairs.images, pairs.captions, scale), logits(taught.images, taught.captions, taught.scale)
    )
    back = term.rows(
        logits(pairs.captions, pairs.images, scale), logits(taught.captions, taught.images, taught.scale)
    )
    return (forth + back) / 2


def captions_logits(pairs: Pairs) -> Logits:
    """The logits of :func:`captions_block`."""
    return _logits(pairs, _captions_sides(pairs))


def _captions_sides(pairs: Pairs) -> _Sides:
    return _Sides(
        images=pairs.images,
        texts=pairs.captions,
        hard=pairs.hard,
        hard_there=pairs.valid,
        ids=None if pairs.text_ids is None else (pairs.text_ids[:, 0], pairs.text_ids[:, 1:]),
        same_texts=pairs.same,
        same_hard=None,
        present=None,
    )


def edited_block(pairs: Pairs) -> Block:
    """The second half of the layout triplet: hard images see their hard captions, and the true ones as hard ones."""
    assert pairs.hard_images is not None
    sides = _Sides(
        images=pairs.hard_images,
        texts=pairs.hard[:, 0],
        hard=pairs.captions[:, None],
        hard_there=pairs.valid,
        ids=None if pairs.text_ids is None else (pairs.text_ids[:, 1], pairs.text_ids[:, :1]),
        same_texts=None,
        same_hard=pairs.same,
        present=None if pairs.valid is None else pairs.valid[:, 0],
    )
    return _block(pairs, sides)


@dataclass(frozen=True)
class _Sides:
    """What a block's images see: texts, one of them the positive, and hard ones, some of them their own."""

    images: Tensor
    texts: Tensor
    hard: Tensor
    hard_there: Tensor | None
    ids: tuple[Tensor, Tensor] | None
    same_texts: Tensor | None
    same_hard: Tensor | None
    present: Tensor | None


@dataclass(frozen=True)
class Logits:
    """Two matrices side by side; what is no negative of a row is masked."""

    easy: Tensor  # [R, N], images by texts
    beside: Tensor  # [R, N·K], images by hard ones
    back: Tensor  # [R, N], texts by images
    places: Tensor  # [R], the columns of easy and back that are positives
    own: Tensor  # [R, K], the columns of beside that are the row's own


def _easy(pairs: Pairs, sides: _Sides) -> tuple[Tensor, Tensor, Tensor]:
    """`[R, N]` images by texts and texts by images, and `[R]` the places of the positives."""
    here, scale = pairs.here, pairs.scale
    images, texts, same_texts = sides.images, sides.texts, sides.same_texts
    if sides.ids is not None:
        same_texts = _either(same_texts, equal_to(sides.ids[0]))
    places = torch.arange(len(texts), device=images.device) if here is None else here
    bias = None if sides.present is None else _bias(sides.present)
    easy = _mask(scale * _rows_of(images, here) @ texts.T, bias, here, same_texts)
    if here is None:
        return easy, easy.T, places
    back = _mask(scale * texts[here] @ images.T, bias, here, None if same_texts is None else same_texts.T)
    return easy, back, places


def _logits(pairs: Pairs, sides: _Sides) -> Logits:
    here, hard, ids = pairs.here, sides.hard, sides.ids
    per_row = hard.shape[1]
    easy, back, places = _easy(pairs, sides)
    beside = pairs.scale * _rows_of(sides.images, here) @ hard.flatten(0, 1).T
    if sides.hard_there is not None:
        beside.add_(_bias(sides.hard_there.flatten()))
    if sides.same_hard is not None:
        beside.masked_fill_(_rows_of(sides.same_hard, here), MASKED)
    if ids is not None:
        assert sides.hard_there is not None  # the loss has worked it out
        beside.masked_fill_(stood_for(*ids, sides.hard_there, here), MASKED)
    own = places[:, None] * per_row + torch.arange(per_row, device=hard.device)
    return Logits(easy, beside, back, places, own)


def _block(pairs: Pairs, sides: _Sides) -> Block:
    logits, here = _logits(pairs, sides), pairs.here
    easy, beside, places, own = logits.easy, logits.beside, logits.places, logits.own
    present = sides.present
    there = None if sides.hard_there is None else _rows_of(sides.hard_there, here)
    lift = _lift(pairs, easy, beside, places, own, there)
    back = logits.back
    if pairs.raises_all:
        easy, back, beside = (
            _raised(pairs, easy, places),
            _raised(pairs, back, places),
            _raised(pairs, beside),
        )
    elif lift is not None:
        beside.scatter_add_(1, own, lift)
    return Block(
        images=_rows(easy, places, beside, own),
        texts=_rows(back, places),
        present=None if present is None else _rows_of(present, here),
        count=len(sides.texts) if present is None else present.sum().clamp(min=1),
    )


def paired_block(pairs: Pairs) -> Block:
    """The union of true and edited pairs: each pair's partner is its own hard negative, in both directions."""
    assert pairs.hard_images is not None
    here, scale, same = pairs.here, pairs.scale, pairs.same
    count = len(pairs.images)
    images = torch.cat([pairs.images, pairs.hard_images])
    texts = torch.cat([pairs.captions, pairs.hard[:, 0]])
    places = torch.arange(2 * count, device=images.device)
    present = valid = None
    if pairs.valid is not None:
        present = torch.cat([torch.ones_like(pairs.valid[:, 0]), pairs.valid[:, 0]])
        valid = pairs.valid.repeat(2, 1)
    own = places.roll(count)[:, None]
    if here is not None:
        here = torch.cat([here, here + count])
        places, own = places[here], own[here]
    masked = None
    if same is not None:
        # Only the true captions, the first half, leave: for both images of a pair of the group.
        masked = torch.cat([same, torch.zeros_like(same)], 1).repeat(2, 1)
    if pairs.text_ids is not None:
        masked = _either(masked, equal_to(pairs.text_ids.T.flatten()))
    bias = None if present is None else _bias(present)
    forth = _mask(scale * _rows_of(images, here) @ texts.T, bias, here, masked)
    transposed = None if masked is None else masked.T
    back = forth.T if here is None else _mask(scale * texts[here] @ images.T, bias, here, transposed)
    there = None if valid is None else _rows_of(valid, here)
    margins = None if pairs.margins is None else pairs.margins.repeat(2, 1)
    both = replace(pairs, here=here, margins=margins)
    # Out of place: one may be a view of the other, and a margin of rows is that of its own direction.
    lifts = [_lift(both, logits, logits, places, own, there) for logits in (forth, back)]
    of_images, of_texts = (
        _raised(pairs, logits, places)
        if pairs.raises_all
        else logits
        if lift is None
        else logits.scatter_add(1, own, lift)
        for logits, lift in zip((forth, back), lifts, strict=True)
    )
    return Block(
        images=_rows(of_images, places, of_images, own),
        texts=_rows(of_texts, places, of_texts, own),
        present=None if present is None else _rows_of(present, here),
        count=2 * count if present is None else present.sum(),
    )


def _rows(logits: Tensor, places: Tensor, beside: Tensor | None = None, own: Tensor | None = None) -> Rows:
    """Rows of `logits` `[R, C]` with the positives at `places`, and of `beside` if it is another matrix."""
    positive = logits.gather(1, places[:, None])[:, 0]
    total = logits.logsumexp(1)
    if beside is None or own is None:
        return Rows(positive, total, None)
    if beside is not logits:
        total = torch.logaddexp(total, beside.logsumexp(1))
    return Rows(positive, total, beside.gather(1, own).logsumexp(1))


def _lift(
    pairs: Pairs, logits: Tensor, beside: Tensor, places: Tensor, own: Tensor, there: Tensor | None
) -> Tensor | None:
    """The margins of the own hard negatives, `[R, K]` in logits: those of the batch, or made of the rows."""
    if pairs.margins is not None:
        return _rows_of(pairs.margins, pairs.here)
    if pairs.cosine_margin is not None:
        return _by_cosines(pairs, beside.gather(1, own))
    if pairs.row_margin is None:
        return None
    with torch.no_grad():
        away = torch.cat([own, places[:, None]], 1) if beside is logits else places[:, None]
        others = logits.scatter(1, away, MASKED).logsumexp(1)
        if beside is not logits:
            others = torch.logaddexp(others, beside.scatter(1, own, MASKED).logsumexp(1))
        margin = pairs.row_margin(beside.gather(1, own).logsumexp(1), others)
        if margin is None:
            return None
        lift = margin.to(logits.dtype)[:, None].expand_as(own)
        # Where no own hard negative is there, the margin that would give it a share lifts the mask itself.
        return lift if there is None else torch.where(there, lift, torch.zeros_like(lift))


@torch.no_grad()
def _by_cosines(pairs: Pairs, logits: Tensor) -> Tensor | None:
    """The margins of logits by their cosines, 0 for what is masked."""
    assert pairs.cosine_margin is not None
    masked = logits < MASKED / 2
    margin = pairs.cosine_margin((logits / pairs.scale).masked_fill(masked, 0.0))
    return None if margin is None else margin.to(logits.dtype).masked_fill(masked, 0.0)


def _raised(pairs: Pairs, logits: Tensor, places: Tensor | None = None) -> Tensor:
    """Logits with the margins by cosines on all but the positives at `places`. Out of place: one may be a view of another."""
    margin = _by_cosines(pairs, logits)
    if margin is None:
        return logits
    return logits + (margin if places is None else margin.scatter(1, places[:, None], 0.0))


def _mask(logits: Tensor, bias: Tensor | None, here: Tensor | None, same: Tensor | None) -> Tensor:
    if bias is not None:
        logits.add_(bias).add_(_rows_of(bias, here)[:, None])
    if same is not None:
        logits.masked_fill_(_rows_of(same, here), MASKED)
    return logits


def _either(a: Tensor | None, b: Tensor) -> Tensor:
    return b if a is None else a | b


def _bias(present: Tensor) -> Tensor:
    """0 where it is there, else what masks a logit that it is added to."""
    return torch.where(present, 0.0, MASKED)


def _rows_of(x: Tensor, here: Tensor | None) -> Tensor:
    return x if here is None else x[here]
