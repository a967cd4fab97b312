"""Times and memory of the Cement loss, forward and backward, as multiples of open_clip's ClipLoss in the same run.

    python bench/loss.py [--pairs 1024] [--dim 512] [--rounds 20] [--threads N] [--device cpu]

Every round calls each loss once, in turn, so that a busy machine slows them all; the figure is the median over the rounds, of
CPU time on CPU. The memory is what a call's peak adds (on CPU by /proc, so on Linux only).
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from slipform_torch import CementLoss, adaptive_margin, balanced_margin, no_margin

Loss = Callable[[Tensor, Tensor, Tensor, Tensor, Tensor], Tensor]


def clip(v: Tensor, t: Tensor, h: Tensor, c: Tensor, scale: Tensor) -> Tensor:
    """open_clip's ClipLoss on one rank, which sees no hard captions."""
    logits = scale * v @ t.T
    labels = torch.arange(len(v), device=v.device)
    return (F.cross_entropy(logits, labels) + F.cross_entropy(logits.T, labels)) / 2


def negclip(v: Tensor, t: Tensor, h: Tensor, c: Tensor, scale: Tensor) -> Tensor:
    """NegCLIP's way: hard captions behind the true ones, one matrix, rows of hard captions left out."""
    logits = scale * v @ torch.cat([t, h.flatten(0, 1)]).T
    labels = torch.arange(len(v), device=v.device)
    return (F.cross_entropy(logits, labels) + F.cross_entropy(logits.T[: len(v)], labels)) / 2


def ours(loss: CementLoss, holes: bool = False, grouped: bool = False, equal: bool = False) -> Loss:
    """A Cement loss of the batch; one pair in ten without a hard caption, ten pairs a group, or equal texts."""

    def call(v: Tensor, t: Tensor, h: Tensor, c: Tensor, scale: Tensor) -> Tensor:
        numbers = torch.arange(len(v), device=v.device)
        valid = (numbers % 10 > 0)[:, None].expand(h.shape[:2]) if holes else None
        groups = numbers // 10 if grouped else None
        ids = numbers[:, None] * (1 + h.shape[1]) + torch.arange(1 + h.shape[1], device=v.device)
        ids[::10, 1] = 1  # one text
        marks = {"valid": valid, "groups": groups, "text_ids": ids if equal else None}
        value = loss(v, t, scale, hard_text_features=h, concreteness=c, **marks)
        assert isinstance(value, Tensor)
        return value

    return call


LOSSES: dict[str, tuple[int, Loss]] = {
    "ClipLoss, no hard captions": (1, clip),
    "hard captions concatenated, as NegCLIP": (1, negclip),
    "Cement, no margin": (1, ours(CementLoss(no_margin()))),
    "Cement, adaptive": (1, ours(CementLoss(adaptive_margin()))),
    "Cement, adaptive by rank": (1, ours(CementLoss(adaptive_margin(scale="rank")))),
    "Cement, balanced": (1, ours(CementLoss(balanced_margin(0.3)))),
    "Cement, adaptive, holes": (1, ours(CementLoss(adaptive_margin()), holes=True)),
    "Cement, adaptive, groups": (1, ours(CementLoss(adaptive_margin()), grouped=True)),
    "Cement, adaptive, equal texts": (1, ours(CementLoss(adaptive_margin()), equal=True)),
    "concatenated, four hard captions": (4, negclip),
    "Cement, adaptive, four hard captions": (4, ours(CementLoss(adaptive_margin()))),
    "Cement, adaptive, four, chunks of 128": (4, ours(CementLoss(adaptive_margin(), chunk_size=128))),
    "Cement, adaptive, four, equal texts": (4, ours(CementLoss(adaptive_margin()), equal=True)),
}


def batch(pairs: int, dim: int, per_row: int, device: str) -> tuple[Tensor, ...]:
    """Random unit embeddings, ratings, and the scale 1/0.07."""
    torch.manual_seed(0)

    def draw(*shape: int) -> Tensor:
        return F.normalize(torch.randn(*shape, dim, device=device), dim=-1).requires_grad_()

    ratings = 1 + 4 * torch.rand(pairs, per_row, device=device)
    scale = torch.tensor(1 / 0.07, device=device, requires_grad=True)
    return draw(pairs), draw(pairs), draw(pairs, per_row), ratings, scale


def step(loss: Loss, inputs: tuple[Tensor, ...]) -> float:
    """Seconds of one forward and backward pass."""
    for each in inputs:
        each.grad = None
    if not inputs[0].is_cuda:
        started = time.process_time()
        loss(*inputs).backward()
        return time.process_time() - started
    torch.cuda.synchronize()
    started = time.perf_counter()
    loss(*inputs).backward()
    torch.cuda.synchronize()
    return time.perf_counter() - started


def peak(loss: Loss, inputs: tuple[Tensor, ...]) -> float:
    """MB that one pass adds at its peak."""
    if inputs[0].is_cuda:
        torch.cuda.reset_peak_memory_stats()
        before = torch.cuda.memory_allocated()
        step(loss, inputs)
        return (torch.cuda.max_memory_allocated() - before) / 2**20
    try:
        Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
    except OSError:
        return float("nan")
    before = resident("VmRSS")
    step(loss, inputs)
    return resident("VmHWM") - before


def resident(name: str) -> float:
    """MB of this process."""
    found = re.search(rf"^{name}:\s*(\d+) kB", Path("/proc/self/status").read_text(), re.MULTILINE)
    return int(found[1]) / 1024 if found else float("nan")


def main() -> None:
    """Prints one row a loss."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=int, default=1024)
    parser.add_argument("--dim", type=int, default=512)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--threads", type=int)
    parser.add_argument("--device", default="cpu")
    options = parser.parse_args()
    if options.threads:
        torch.set_num_threads(options.threads)
    if "MALLOC_MMAP_THRESHOLD_" not in os.environ:
        # Else glibc keeps what is freed, and the next peak does not show.
        os.execve(
            sys.executable, [sys.executable, *sys.argv], {**os.environ, "MALLOC_MMAP_THRESHOLD_": "65536"}
        )
    print(
        f"torch {torch.__version__}, {options.device}, {torch.get_num_threads()} threads, "
        f"{options.pairs} pairs, {options.dim} dimensions, float32"
    )
    inputs = {per_row: batch(options.pairs, options.dim, per_row, options.device) for per_row in (1, 4)}
    times: dict[str, list[float]] = {name: [] for name in LOSSES}
    for turn in range(options.rounds + 2):
        for name, (per_row, loss) in LOSSES.items():
            seconds = step(loss, inputs[per_row])
            if turn >= 2:
                times[name].append(seconds)
    memory = {name: peak(loss, inputs[per_row]) for name, (per_row, loss) in LOSSES.items()}
    first = statistics.median(next(iter(times.values())))
    for name in LOSSES:
        median = statistics.median(times[name])
        print(f"{name:42} {median / first:6.2f} ×  {median * 1000:8.1f} ms  {memory[name]:7.0f} MB")


if __name__ == "__main__":
    main()
