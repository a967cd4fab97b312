"""One batch out of the batches of all ranks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any

import torch
import torch.distributed as dist
from torch import Tensor

from ._batch import Batch
from ._refuse import refuse


@dataclass
class Gatherer:
    """Gathers batches over `world_size` ranks, in their order.

    Where `with_grad` holds, gradients flow back to all ranks; else only this rank's rows have one. As open_clip's loss, it
    needs the same number of pairs on every rank. That is checked with each batch where tensors lie on the processor, and
    with the first one elsewhere, since the check waits for the device.
    """

    rank: int
    world_size: int
    with_grad: bool
    where: str
    """What messages begin with."""
    _checked: bool = False

    @torch.compiler.disable  # collectives stand between graphs
    def __call__(self, batch: Batch) -> Batch:
        """The batch of all ranks; the same one where there is one rank."""
        if not dist.is_available() or not dist.is_initialized():
            remedy = "call torch.distributed.init_process_group first, or leave world_size at 1"
            refuse(self.where, "world_size", "be 1 outside torch.distributed", self.world_size, remedy)
        if dist.get_world_size() != self.world_size or dist.get_rank() != self.rank:
            raise ValueError(
                f"{self.where}: rank and world_size must be those of torch.distributed's process group, "
                f"got rank {self.rank} of {self.world_size}; "
                f"there it is rank {dist.get_rank()} of {dist.get_world_size()}."
            )
        if batch.images.device.type == "cpu" or not self._checked:
            self._check_alike(batch)
            self._checked = True
        parts = {field.name: getattr(batch, field.name) for field in fields(batch)}
        return replace(
            batch, **{name: self._gather(part) for name, part in parts.items() if part is not None}
        )

    def _check_alike(self, batch: Batch) -> None:
        """Every rank must bring the same entries in the same shapes, or a later collective would hang or mix rows."""
        rows, per_row, dim = batch.hard_captions.shape
        optional = (batch.hard_images, batch.concreteness, batch.valid, batch.groups, batch.text_ids)
        mine = torch.tensor(
            [rows, per_row, dim, *(part is not None for part in optional)], device=batch.images.device
        )
        parts = [torch.empty_like(mine) for _ in range(self.world_size)]
        dist.all_gather(parts, mine)
        all_ = [part.tolist() for part in parts]
        if any(part[:3] != all_[0][:3] for part in all_):
            rule = "have the same N, K and D on every rank"
            came = "; ".join(f"N {n}, K {k}, D {d}" for n, k, d, *_ in all_)
            raise ValueError(
                f"{self.where}: the batch must {rule}, got {came}; let the loader drop its last, smaller batch."
            )
        if any(part != all_[0] for part in all_):
            raise ValueError(
                f"{self.where}: hard_image_features, concreteness, valid, groups and text_ids must each be passed on every "
                "rank or on no rank, got a mixture; pass valid of ones where all hard captions are there."
            )

    def _gather(self, part: Tensor) -> Tensor:
        part = part.contiguous()
        if part.dtype == torch.bool:
            return self._gather(part.to(torch.uint8)) != 0
        if self.with_grad:
            gather: Callable[[Tensor, int, int], Tensor] = _AllGather.apply
            return gather(part, self.rank, self.world_size)
        parts = _all_parts(part, self.world_size)
        parts[self.rank] = part  # this rank's own rows keep their gradient
        return torch.cat(parts)


def _all_parts(part: Tensor, world_size: int) -> list[Tensor]:
    parts = [torch.empty_like(part) for _ in range(world_size)]
    dist.all_gather(parts, part.detach())
    return parts


class _AllGather(torch.autograd.Function):
    """`[N, …]` of each rank as `[N·world_size, …]` on every rank; its gradient is the sum of those of all ranks."""

    @staticmethod
    def forward(ctx: Any, part: Tensor, rank: int, world_size: int) -> Tensor:
        ctx.rank, ctx.world_size = rank, world_size
        return torch.cat(_all_parts(part, world_size))

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, None, None]:
        gradient = gradients[0].contiguous()
        if dist.get_backend() == dist.Backend.NCCL:
            mine = gradient.new_empty(len(gradient) // ctx.world_size, *gradient.shape[1:])
            dist.reduce_scatter_tensor(mine, gradient)
            return mine, None, None
        summed = gradient.clone()
        dist.all_reduce(summed)
        return summed.chunk(ctx.world_size)[ctx.rank], None, None
