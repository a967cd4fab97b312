"""An exponential moving average of the trained model, as the teacher of `keep_close`."""

from __future__ import annotations

import copy
import os
import re
from typing import Any

import torch
from torch import Tensor, nn

from ..data.errors import DataError


class Average:
    """A copy of a CLIP of open_clip that follows it: after each step θ' ← d·θ' + (1 − d)·θ.

    :param model: the model that is trained, unwrapped; the average begins as it is.
    :param decay: d, 0 to 1 (excluded).

    Source: Tarvainen & Valpola 2017 (arXiv 1703.01780).
    """

    def __init__(self, model: nn.Module, decay: float) -> None:
        self._model, self._decay = model, decay
        self._mean = copy.deepcopy(model).eval().requires_grad_(False)

    @torch.no_grad()
    def follow(self) -> None:
        """One step towards the model."""
        for weights, now in zip(self._mean.parameters(), self._model.parameters(), strict=True):
            weights.lerp_(now.to(weights.dtype), 1 - self._decay)
        for kept, new in zip(self._mean.buffers(), self._model.buffers(), strict=True):
            kept.copy_(new)

    @torch.no_grad()
    def embed(self, images: Tensor, captions: Tensor) -> tuple[Tensor, Tensor]:
        """Its embeddings of images `[N, C, H, W]` and of ids of captions `[N, L]`, `[N, D]` each, of unit length."""
        mean: Any = self._mean
        return mean.encode_image(images, normalize=True), mean.encode_text(captions, normalize=True)

    @property
    def scale(self) -> Tensor:
        """Its 1/τ, a scalar."""
        mean: Any = self._mean
        return mean.logit_scale.detach().exp()  # type: ignore[no-any-return]

    def save(self, folder: str, epoch: int, every: int) -> None:
        """Keeps it after an epoch, beside those of the checkpoints that open_clip keeps and of the last two epochs."""
        os.makedirs(folder, exist_ok=True)
        file = os.path.join(folder, f"epoch_{epoch}.pt")
        torch.save(self._mean.state_dict(), f"{file}.new")
        os.replace(f"{file}.new", file)
        for name in os.listdir(folder):
            found = re.fullmatch(r"epoch_(\d+)\.pt", name)
            if found and int(found[1]) < epoch - 1 and not (every > 0 and int(found[1]) % every == 0):
                os.remove(os.path.join(folder, name))

    def load(self, folder: str, epoch: int) -> None:
        """What `save` kept after an epoch.

        :raises DataError: where it is not there.
        """
        file = os.path.join(folder, f"epoch_{epoch}.pt")
        if not os.path.isfile(file):
            raise DataError(
                f"--keep-close-ema needs the average of the run, and {file} is not there: start a new run"
            )
        self._mean.load_state_dict(torch.load(file, map_location="cpu", weights_only=True))
