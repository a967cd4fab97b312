"""The Cement loss as a loss of sentence-transformers.

```python
from slipform_torch import adaptive_margin
from slipform_torch.sentence_transformers import CementLoss

loss = CementLoss(model, adaptive_margin())  # the column `label` holds the concreteness
SentenceTransformerTrainer(model, arguments, train_dataset=rows, loss=loss).train()
```
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.nn.functional import normalize

from . import loss as slipform
from ._refuse import refuse
from .margins import Margin
from .terms import OwnNegatives


class CementLoss(nn.Module):
    """:class:`slipform_torch.CementLoss` for sentence-transformers' trainer.

    A row is an image, its caption, and K hard captions.

    :param model: the SentenceTransformer that is trained, a CLIP or another one whose columns may be images.
    :param margin: as there: logits for every hard caption, 2 by default, or what `adaptive_margin` and the others return.
    :param scale: 1/τ > 0, default 20, as sentence-transformers' losses have it. It is not trained; CLIP ended at 100.
    :param own_negatives: as there. Default None.
    :param chunk_size: as there: rows of logits that are held at a time. Default all.
    :param gather_across_devices: the batch is that of all processes. Default False: each has its own.
    :raises ValueError: when an option or a batch does not fit: one sentence.

    ================================================  =========================================
    Columns, in this order                            Column `label`
    ================================================  =========================================
    anchor (image), positive, negative_1, …           None, or the concreteness of the changed
                                                      words, a number or a list of K; adaptive
                                                      margins need it
    ================================================  =========================================

    Use `BatchSamplers.NO_DUPLICATES`: two captions of one image would be each other's negatives.
    """

    def __init__(
        self,
        model: nn.Module,
        margin: Margin | float = 2.0,
        scale: float = 20.0,
        own_negatives: OwnNegatives | None = None,
        chunk_size: int | None = None,
        gather_across_devices: bool = False,
    ) -> None:
        super().__init__()
        if isinstance(scale, bool) or not isinstance(scale, (int, float)) or not 0 < scale < float("inf"):
            refuse("CementLoss", "scale", "be finite and > 0", scale, "20 is sentence-transformers' default")
        self.model = model
        self.scale = scale
        self.gather_across_devices = gather_across_devices
        self._options: dict[str, Any] = {"own_negatives": own_negatives, "chunk_size": chunk_size}
        self._loss = slipform.CementLoss(margin, **self._options)

    def forward(self, sentence_features: Iterable[dict[str, Tensor]], labels: Tensor | None = None) -> Tensor:
        """The loss of a batch, as the trainer asks for it."""
        embeddings = [self.model(features)["sentence_embedding"] for features in sentence_features]
        return self.compute_loss_from_embeddings(embeddings, labels)

    def compute_loss_from_embeddings(self, embeddings: list[Tensor], labels: Tensor | None = None) -> Tensor:
        """The loss of the columns' embeddings, `[N, D]` each; they need not be of unit length."""
        if len(embeddings) < 3:
            remedy = "slipform-plant mine --output-format n-tuple writes them"
            rule = "have an image, its caption and a hard caption or more as columns"
            refuse("CementLoss", "sentence_features", rule, len(embeddings), remedy)
        if not self._loss.margin.needs_concreteness:
            labels = None
        elif labels is None:
            rule = "hold the concreteness of each hard caption, since the margin follows it"
            refuse("CementLoss", "label", rule, None, "rename the column concreteness to label")
        images, captions, *hard = (normalize(column, dim=-1) for column in embeddings)
        found = self._placed()(
            images, captions, self.scale, hard_text_features=torch.stack(hard, 1), concreteness=labels
        )
        assert isinstance(found, Tensor)
        return found

    def _placed(self) -> slipform.CementLoss:
        """The loss over all processes. The trainer may join them after this module was made."""
        if self.gather_across_devices and dist.is_available() and dist.is_initialized():
            world_size = dist.get_world_size()
            if self._loss.world_size != world_size:
                self._loss = slipform.CementLoss(
                    self._loss.margin,
                    gather_with_grad=True,
                    rank=dist.get_rank(),
                    world_size=world_size,
                    **self._options,
                )
        return self._loss

    def get_config_dict(self) -> dict[str, Any]:
        """What the model card says of the loss."""
        terms = self._options["own_negatives"]
        return {
            "margin": repr(self._loss.margin),
            "scale": self.scale,
            "own_negatives": None if terms is None else repr(terms),
            "chunk_size": self._options["chunk_size"],
            "gather_across_devices": self.gather_across_devices,
        }

    @property
    def citation(self) -> str:
        """What the model card cites."""
        return "@article{concretejungle2026, title={Concrete Jungle}, year={2026}, eprint={2604.13313}, archivePrefix={arXiv}}"
