"""A batch whose shapes, types and (on CPU) values have been checked."""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch
from torch import Tensor

from ._refuse import refuse, shape_of


@dataclass(frozen=True)
class Call:
    """The arguments of a call as they came; None where they were left out."""

    image_features: Tensor
    text_features: Tensor
    logit_scale: Tensor | float
    hard_text_features: Tensor | None = None
    hard_image_features: Tensor | None = None
    concreteness: Tensor | None = None
    valid: Tensor | None = None
    groups: Tensor | None = None
    text_ids: Tensor | None = None
    teacher_image_features: Tensor | None = None
    teacher_text_features: Tensor | None = None
    teacher_hard_text_features: Tensor | None = None
    teacher_logit_scale: Tensor | float | None = None


@dataclass(frozen=True)
class Batch:
    """The entries that a loss reads; of this rank, or of all ranks after they were gathered."""

    images: Tensor  # [N, D]
    captions: Tensor  # [N, D]
    hard_captions: Tensor  # [N, K, D]
    hard_images: Tensor | None  # [N, D]; None in the layout captions
    concreteness: Tensor | None  # [N, K], floating point; None where no margin needs it
    valid: Tensor | None  # [N, K], bool; None where every hard caption is there
    groups: Tensor | None  # [N]
    text_ids: Tensor | None  # [N, 1 + K]
    teacher_images: Tensor | None = None  # [N, D of the teacher]
    teacher_captions: Tensor | None = None  # [N, D of the teacher]
    teacher_hard: Tensor | None = None  # [N, K, D]
    teacher_scale: Tensor | None = None  # scalar, the same on all ranks


def read_batch(where: str, layout: str, needs_concreteness: bool, call: Call, *, first: bool) -> Batch:
    """Checks what came; raises a ValueError of one sentence, which begins with `where`.

    Values are read on the CPU; on another device of the `first` batch only, and none while torch.compile reads the code.
    """
    images = _embeddings(where, "image_features", call.image_features)
    if images.ndim != 2 or images.numel() == 0:
        refuse(where, "image_features", "be [N, D] with N, D ≥ 1", images, "one row is one image")
    captions = _like_images(where, "text_features", call.text_features, images)
    hard = _hard_captions(where, call.hard_text_features, images)
    hard_images = None
    if layout != "captions":
        if hard.shape[1] > 1:
            rule = f"have K = 1 in the layout {layout}"
            refuse(where, "hard_text_features", rule, hard, "the layout captions takes more")
        if call.hard_image_features is None:
            rule = f"be passed in the layout {layout}"
            remedy = "the layout captions needs no images of the hard captions"
            refuse(where, "hard_image_features", rule, None, remedy)
        hard_images = _like_images(where, "hard_image_features", call.hard_image_features, images)
    there = None if call.valid is None else _valid(where, call.valid, hard, first)
    concreteness, groups, text_ids = call.concreteness, call.groups, call.text_ids
    if not needs_concreteness:
        concreteness = None
    elif concreteness is None:
        remedy = "static_margin, balanced_margin and no_margin do without"
        refuse(where, "concreteness", "be passed, since the margin follows it", None, remedy)
    else:
        concreteness = _concreteness(where, concreteness, there, hard, first)
    if groups is not None:
        remedy = "pairs with equal numbers are no negatives of each other"
        _whole(where, "groups", groups, remedy)
        if groups.shape != images.shape[:1]:
            refuse(where, "groups", f"have one entry for each pair, [{len(images)}]", groups, remedy)
    if text_ids is not None:
        remedy = "slipform_torch.text_ids makes them of tokens"
        _whole(where, "text_ids", text_ids, remedy)
        wanted = [len(images), 1 + hard.shape[1]]
        if list(text_ids.shape) != wanted:
            rule = f"have one entry for the caption and each hard caption, {wanted}"
            refuse(where, "text_ids", rule, text_ids, remedy)
    _unit(where, "image_features", images, None, first)
    _unit(where, "text_features", captions, None, first)
    _unit(where, "hard_text_features", hard, there, first)
    if hard_images is not None:
        _unit(where, "hard_image_features", hard_images, None if there is None else there[:, 0], first)
    return Batch(images, captions, hard, hard_images, concreteness, there, groups, text_ids)


def read_teacher(where: str, batch: Batch, squared: bool, call: Call, *, first: bool) -> Batch:
    """The batch with the embeddings of a teacher, checked as its own are."""
    images, hard = batch.images, batch.hard_captions
    dim = images.shape[1] if squared else None
    found = []
    for name in ("teacher_image_features", "teacher_text_features"):
        value = getattr(call, name)
        rule = f"be [{len(images)}, {'D' if dim is None else dim}], the teacher's of the same pairs"
        if value is None:
            refuse(
                where, name, rule, None, "keep_close needs them; embed the pairs by the model you start from"
            )
        tensor = _embeddings(where, name, value)
        if tensor.ndim != 2 or len(tensor) != len(images) or tensor.shape[1] != (dim or tensor.shape[1]):
            refuse(where, name, rule, tensor, "row i belongs to pair i")
        _unit(where, name, tensor, None, first)
        dim = tensor.shape[1]
        found.append(tensor.detach())
    taught_hard = None
    if squared and call.teacher_hard_text_features is not None:
        name = "teacher_hard_text_features"
        taught_hard = _embeddings(where, name, call.teacher_hard_text_features)
        if taught_hard.numel() != hard.numel() or taught_hard.shape[-1] != hard.shape[-1]:
            refuse(
                where,
                name,
                f"be {shape_of(hard)} like hard_text_features",
                taught_hard,
                "None leaves them out",
            )
        taught_hard = taught_hard.detach().reshape(hard.shape)
        _unit(where, name, taught_hard, batch.valid, first)
    scale = 1.0 if squared else read_scale(where, call.teacher_logit_scale, first, "teacher_logit_scale")
    scale = torch.as_tensor(scale, device=images.device).detach()
    return replace(
        batch,
        teacher_images=found[0],
        teacher_captions=found[1],
        teacher_hard=taught_hard,
        teacher_scale=scale,
    )


def read_scale(where: str, value: object, first: bool, name: str = "logit_scale") -> Tensor | float:
    """A scale, whose value is read as those of a batch are."""
    remedy = "CLIP's is model.logit_scale.exp()"
    if isinstance(value, Tensor) and value.numel() == 1:
        value = value.reshape(())
        if not _can_be_read(value, first):
            return value
    elif isinstance(value, bool) or not isinstance(value, (int, float)):
        refuse(where, name, "be a number or a tensor with one entry", value, remedy)
    number = value.item() if isinstance(value, Tensor) else float(value)
    if not 0 < number < float("inf"):
        refuse(where, name, "be finite and > 0", number, remedy)
    return value


def _unit(where: str, name: str, value: Tensor, there: Tensor | None, first: bool) -> None:
    """One in twenty is more than half precision rounds, and less than embeddings that nobody normalized."""
    if not _can_be_read(value, first):
        return
    lengths = value.detach().float().norm(dim=-1)
    lengths = lengths if there is None else lengths[there.to(lengths.device)]
    wrong = lengths[~((lengths - 1).abs() <= 0.05)]
    if len(wrong) > 0:
        remedy = "torch.nn.functional.normalize(x, dim=-1) brings embeddings there"
        refuse(where, name, "have rows of length 1", round(wrong[0].item(), 4), remedy)


def _whole(where: str, name: str, value: object, remedy: str) -> None:
    if not isinstance(value, Tensor) or value.is_floating_point() or value.is_complex():
        refuse(where, name, "be a tensor of whole numbers", value, remedy)


def _embeddings(where: str, name: str, value: object) -> Tensor:
    if not isinstance(value, Tensor) or not value.is_floating_point():
        refuse(where, name, "be a floating-point tensor", value, "pass what the model's towers give")
    return value


def _like_images(where: str, name: str, value: object, images: Tensor) -> Tensor:
    tensor = _embeddings(where, name, value)
    if tensor.shape != images.shape:
        rule = f"be {shape_of(images)} like image_features"
        refuse(where, name, rule, tensor, "row i of both belongs to pair i")
    return tensor


def _hard_captions(where: str, value: object, images: Tensor) -> Tensor:
    rows, dim = images.shape
    rule = f"be [{rows}, K, {dim}], or [{rows}, {dim}] for K = 1"
    if value is None:
        remedy = "for a pair that has no hard caption, set valid to 0; without any, use open_clip's ClipLoss"
        refuse(where, "hard_text_features", rule, None, remedy)
    tensor = _embeddings(where, "hard_text_features", value)
    fits = tensor.ndim in (2, 3) and tensor.shape[0] == rows and tensor.shape[-1] == dim
    if not fits or tensor.numel() == 0:
        refuse(where, "hard_text_features", rule, tensor, "encode the K hard captions of each pair")
    return tensor.reshape(rows, -1, dim)


def _one_per_hard_caption(where: str, name: str, value: object, hard: Tensor) -> Tensor:
    rows, per_row = hard.shape[:2]
    rule = f"be [{rows}, {per_row}] like the hard captions"
    if per_row == 1:
        rule += f", or [{rows}]"
    if not isinstance(value, Tensor) or value.is_complex():
        refuse(where, name, "be a tensor of numbers", value, "torch.as_tensor makes one")
    if value.shape != hard.shape[:2] and not (per_row == 1 and value.shape == hard.shape[:1]):
        refuse(where, name, rule, value, "it has one entry for each hard caption")
    return value.reshape(rows, per_row)


def _valid(where: str, value: object, hard: Tensor, first: bool) -> Tensor:
    tensor = _one_per_hard_caption(where, "valid", value, hard)
    there = tensor != 0
    if _can_be_read(tensor, first) and not bool(((tensor == 1) | ~there).all()):
        wrong = tensor[(tensor != 1) & there][0].item()
        refuse(where, "valid", "hold 0 and 1 only", wrong, "1 means that the pair has this hard caption")
    return there


def _concreteness(where: str, value: object, there: Tensor | None, hard: Tensor, first: bool) -> Tensor:
    tensor = _one_per_hard_caption(where, "concreteness", value, hard)
    if _can_be_read(tensor, first):
        # A missing hard caption has no changed word, so that whatever stands there is not a rating.
        ratings = tensor if there is None else tensor[there.to(tensor.device)]
        wrong = ratings[~((ratings >= 1) & (ratings <= 5))]
        if len(wrong) > 0:
            remedy = "map your scale to 1 (abstract) to 5 (concrete) first"
            refuse(where, "concreteness", "lie in [1, 5]", wrong[0].item(), remedy)
    return tensor if tensor.is_floating_point() else tensor.to(torch.float32)


def _can_be_read(tensor: Tensor, first: bool) -> bool:
    """Reading values back stalls a GPU, and stops torch.compile."""
    return (first or tensor.device.type == "cpu") and not torch.compiler.is_compiling()
