"""Hard captions on their way through open_clip's trainer, in the place of its texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from .._texts import text_ids
from ..data.errors import DataError


class Texts(NamedTuple):
    """The texts of a batch with their hard captions. open_clip's loop moves them to a device, and the model takes them."""

    text: Tensor  #: [N, L], ids
    hard_text: Tensor  #: [N, K, L], ids
    concreteness: Tensor  #: [N, K], 1 to 5
    valid: Tensor  #: [N, K], 1 or 0
    groups: Tensor  #: [N], equal for captions of one image
    hard_image: Tensor  #: [N, C, H, W] in the layouts triplet and paired, else empty
    row: Tensor  #: [N], the row of a table; -1 in shards
    teacher_image: Tensor = torch.empty(0)  #: [N, D], the start's embeddings, else empty
    teacher_text: Tensor = torch.empty(0)  #: [N, D]

    def to(self, *args: Any, **options: Any) -> Texts:
        """As Tensor.to, for each part."""
        return Texts(*(part.to(*args, **options) for part in self))

    def plain(self) -> Texts:
        """Without hard captions."""
        one = torch.zeros_like(self.valid[:, :1])
        return self._replace(
            hard_text=self.hard_text[:, :0], concreteness=one + 1, valid=one, hard_image=self.hard_image[:0]
        )


def texts_of(item: dict[str, Tensor], row: int = -1) -> Texts:
    """The item of a NegativesDataset, without its picture, and its row."""
    return Texts(
        item["text"],
        item["hard_text"],
        item["concreteness"],
        item["valid"],
        item["groups"],
        item.get("hard_image", torch.empty(0)),
        torch.tensor(row),
    )


Teacher = Callable[[Tensor, Tensor], "tuple[Tensor, Tensor] | None"]


def take_hard_texts(model: nn.Module, *, has_hard_images: bool, teacher: Teacher = lambda *_: None) -> None:
    """Lets a CLIP of open_clip take `Texts` for its texts; what it does with texts alone stays.

    Its output has, beside open_clip's entries, `hard_text_features` [N, K, D], `hard_image_features` [N, D] in triplet and
    paired, `concreteness`, `valid` and `groups` as they came, and `text_ids` [N, 1 + K]: the arguments of CementLoss. The
    teacher's embeddings are those of the texts, else what `teacher(image, text)` gives of the batch.
    """
    inner = model.forward

    def forward(image: Tensor | None = None, text: Tensor | Texts | None = None, *rest: Any) -> Any:
        if not isinstance(text, Texts):
            return inner(image, text, *rest)
        assert image is not None
        n, k = text.hard_text.shape[:2]
        both = text.hard_image.numel() > 0
        out = inner(
            torch.cat([image, text.hard_image.to(image.dtype)]) if both else image,
            torch.cat([text.text, text.hard_text.flatten(0, 1)]),
            *rest,
        )
        images, texts = out.pop("image_features"), out.pop("text_features")
        features = {
            "image_features": images[:n],
            "text_features": texts[:n],
            "hard_text_features": texts[n:].unflatten(0, (n, k)),
        }
        hard_ids = text.hard_text
        if k == 0:  # a batch without hard captions: one of each pair is missing
            hard_ids = text.text[:, None]
            features["hard_text_features"] = texts[:, None].detach()
        if both or has_hard_images:
            features["hard_image_features"] = images[n:] if both else images.detach()
        kept = text.teacher_image.numel() > 0
        taught = (text.teacher_image, text.teacher_text) if kept else teacher(image, text.text)
        if taught is not None:
            features["teacher_image_features"], features["teacher_text_features"] = taught
        marks = {
            "concreteness": text.concreteness,
            "valid": text.valid,
            "groups": text.groups,
            "text_ids": text_ids(text.text, hard_ids),
        }
        return {**features, **out, **marks}

    model.forward = forward


PARTS = torch.tensor([0, 21, 42])


class Packing:
    """One float32 vector for a sample's texts, since open_clip's webdataset pipeline carries one tensor for them.

    It holds `text` [L], `hard_text` [K, L], `concreteness` [K], `valid` [K], `groups` in three parts of 21 bits, and
    `hard_image` in triplet and paired. Ids are integers below 2^24, which float32 keeps.
    """

    def __init__(self, hard: int, length: int) -> None:
        self.hard, self.length = hard, length

    def pack(self, texts: Texts) -> Tensor:
        """[F], for the texts of one sample."""
        if int(texts.text.max()) >= 1 << 24:
            raise DataError("a tokenizer with ids of 2^24 or more is not supported")
        parts = texts._replace(groups=texts.groups[..., None] >> PARTS & (1 << 21) - 1)
        return torch.cat([part.flatten().float() for part in parts[:6]])

    def unpack(self, packed: Tensor, shape: torch.Size) -> Texts:
        """The texts of a batch of `packed` [N, F]; `shape` is that of one picture."""
        k, length, n = self.hard, self.length, len(packed)
        sizes = [length, k * length, k, k, len(PARTS)]
        text, hard, concreteness, valid, groups, picture = torch.split(
            packed, [*sizes, packed.shape[1] - sum(sizes)], dim=1
        )
        return Texts(
            text.long(),
            hard.long().view(n, k, length),
            concreteness.contiguous(),
            valid.contiguous(),
            (groups.long() << PARTS).sum(1),
            picture.reshape(n, *shape) if picture.numel() else picture,
            torch.full((n,), -1),
        )


class UnpackingLoader:
    """A loader of (images, packed texts) as one of (images, Texts); its other attributes are the loader's own.

    One that gives no batch at all is a DataError of the sentence `empty`.
    """

    def __init__(self, loader: Any, packing: Packing, empty: str) -> None:
        self._loader, self._packing, self._empty = loader, packing, empty

    def __iter__(self) -> Iterator[tuple[Tensor, Texts]]:
        given = False
        for images, packed in self._loader:
            given = True
            yield images, self._packing.unpack(packed, images.shape[1:])
        if not given:
            raise DataError(self._empty)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loader, name)


class ChangedLoader:
    """A loader of (images, Texts) whose texts a function changes, by the number of the batch; else the loader itself."""

    def __init__(self, loader: Any, change: Callable[[int, Texts], Texts]) -> None:
        self._loader, self._change = loader, change

    def __iter__(self) -> Iterator[tuple[Tensor, Texts]]:
        for index, (images, texts) in enumerate(self._loader):
            yield images, self._change(index, texts)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loader, name)
