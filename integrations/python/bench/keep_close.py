"""CPU time of a training step with `keep_close`, as multiples of the step without, in one run.

    python bench/keep_close.py [--rounds 15] [--batch 64]

The model is the yardstick's: two towers of width 128, 4 layers, pictures of 56 pixels in patches of 8, 16 tokens;
one hard caption a pair, AdamW, one thread. Every round takes a step of each kind, in turn; figures are medians over the rounds.
"""

from __future__ import annotations

import argparse
import statistics
import time

import open_clip
import torch
from torch.nn.functional import normalize

from slipform_torch import CementLoss, adaptive_margin, keep_close
from slipform_torch.open_clip.average import Average
from slipform_torch.open_clip.batch import Texts, take_hard_texts
from slipform_torch.open_clip.start import Start

VISION = {"image_size": 56, "patch_size": 8, "width": 128, "layers": 4, "head_width": 32}
TEXT = {"context_length": 16, "vocab_size": 1024, "width": 128, "heads": 4, "layers": 4}


class Step:
    """A step of one kind: without, with kept embeddings of the start, or with an average that embeds each batch."""

    def __init__(self, kind: str, batch: int) -> None:
        self.model = open_clip.CLIP(128, VISION, TEXT, output_dict=True)
        self.average = Average(self.model, 0.999) if kind == "average" else None
        average = self.average
        take_hard_texts(
            self.model,
            has_hard_images=False,
            teacher=lambda *given: None if average is None else average.embed(*given),
        )
        parts = {name: normalize(torch.randn(batch, 128), dim=-1).half() for name in ("images", "captions")}
        self.start = Start([{**parts, "logit_scale": torch.tensor(2.66)}]) if kind == "kept" else None
        self.loss = CementLoss(adaptive_margin(), keep_close=None if kind == "without" else keep_close())
        self.optimizer = torch.optim.AdamW(self.model.parameters(), 1e-3, foreach=True)

    def __call__(self, images: torch.Tensor, texts: Texts) -> None:
        if self.start is not None:
            kept, captions = self.start.of(texts.row)
            texts = texts._replace(teacher_image=kept, teacher_text=captions)
        self.optimizer.zero_grad()
        self.loss(**self.model(images, texts), teacher_logit_scale=14.3).backward()
        self.optimizer.step()
        if self.average is not None:
            self.average.follow()


def main() -> None:
    """Prints the medians."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--batch", type=int, default=64)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    n = options.batch
    images, numbers = torch.randn(n, 3, 56, 56), torch.arange(n)
    text, hard = torch.randint(3, 1000, (n, 16)), torch.randint(3, 1000, (n, 1, 16))
    texts = Texts(text, hard, 1 + 4 * torch.rand(n, 1), torch.ones(n, 1), numbers, torch.empty(0), numbers)
    steps = {kind: Step(kind, n) for kind in ("without", "kept", "average")}
    taken: dict[str, list[float]] = {kind: [] for kind in steps}
    for _ in range(2 + options.rounds):
        for kind, step in steps.items():
            before = time.process_time()
            step(images, texts)
            taken[kind].append(time.process_time() - before)
    medians = {kind: statistics.median(times[2:]) for kind, times in taken.items()}
    for kind, median in medians.items():
        print(f"{kind:8} {median / medians['without']:.2f}")


if __name__ == "__main__":
    main()
