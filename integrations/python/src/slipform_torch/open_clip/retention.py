"""What a model could do before the training and can do after it: retention beside composition."""

from __future__ import annotations

import argparse
import json
import math
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, Dataset

from ..data.choose import Choice, true_text
from ..data.dataset import Tokenizer, Transform
from ..data.errors import DataError
from ..data.files import read_negatives
from ..data.pictures import open_picture
from .options import Options


@dataclass(frozen=True)
class Score:
    """One line of the table: a share from 0 to 1 (or the difference of two), and of how many."""

    value: float
    count: int


Scores = dict[str, Score]
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif")


class _Pictures(Dataset[Tensor]):
    def __init__(
        self, pictures: list[tuple[Any, str]], transform: Transform, folders: tuple[str, ...]
    ) -> None:
        self._pictures, self._transform, self._folders = pictures, transform, folders

    def __len__(self) -> int:
        return len(self._pictures)

    def __getitem__(self, index: int) -> Tensor:
        picture, place = self._pictures[index]
        return self._transform(open_picture(picture, place, self._folders))


def check_held_out(options: Options) -> None:
    """:raises DataError: if held-out negatives can't be read, or name no pictures."""
    if options.val_negatives is None:
        return
    rows = read_negatives(options.val_negatives)
    for row in (rows[index] for index in range(len(rows))):
        if row.picture is None:
            raise DataError(
                f"--val-negatives: {row.place} names no picture, so that nothing can be measured on it"
            )


class Judge:
    """Measures a model of open_clip on what the user named: held-out negatives, a folder of classes, open_clip's own data."""

    def __init__(
        self, options: Options, args: Any, transform: Transform, tokenizer: Tokenizer, data: Any
    ) -> None:
        self._options, self._args, self._data = options, args, data
        self._transform, self._tokenizer = transform, tokenizer

    @property
    def has_questions(self) -> bool:
        """Whether there is anything to measure."""
        mine = self._options.val_negatives is not None or self._options.zeroshot is not None
        return mine or any(name in self._data for name in ("val", "imagenet-val", "imagenet-v2"))

    def measure(self, model: nn.Module) -> Scores:
        """All scores. The model comes back in the mode it was in, and no random number is drawn."""
        scores: Scores = {}
        with _judged(model), torch.random.fork_rng(devices=[]):
            if self._options.val_negatives is not None:
                scores |= self._held_out(model)
            if "val" in self._data:
                scores |= self._validation(model)
            if self._options.zeroshot is not None:
                scores |= self._zeroshot(model, self._options.zeroshot)
            if "imagenet-val" in self._data or "imagenet-v2" in self._data:
                scores |= self._imagenet(model)
        return scores

    def embed(
        self, pictures: list[tuple[Any, str]], captions: list[str], model: nn.Module
    ) -> tuple[Tensor, Tensor]:
        """Embeddings of unmoved pictures and of captions; the model comes back as it was, and no random number is drawn."""
        with _judged(model), torch.random.fork_rng(devices=[]):
            found = _Pictures(pictures, self._transform, (self._options.image_root or "",))
            return self._images(model, found), self._texts(model, captions)

    def _held_out(self, model: nn.Module) -> Scores:
        rows = read_negatives(self._options.val_negatives or [])
        choice = Choice(self._options.hard, "captions", 0)
        places: dict[Any, int] = {}
        pictures: list[tuple[Any, str]] = []
        captions: list[str] = []
        hard: list[str] = []
        owner: list[int] = []
        caption_of: list[int] = []
        for row in (rows[index] for index in range(len(rows))):
            if row.picture not in places:
                places[row.picture] = len(pictures)
                pictures.append((row.picture, row.place))
            chosen = choice(row, 0)
            for negative in chosen:
                hard.append(negative.caption)
                caption_of.append(len(captions))
            captions.append(true_text(row, chosen))
            owner.append(places[row.picture])
        root = self._options.image_root or ""
        images = self._images(model, _Pictures(pictures, self._transform, (root,)))
        texts, against = self._texts(model, captions), self._texts(model, hard)
        own = torch.tensor(owner)
        scores = recalls(images, texts, own)
        if hard:
            index = torch.tensor(caption_of)
            scores = {**composition(images, own[index], texts[index], against), **scores}
        return scores

    def _validation(self, model: nn.Module) -> Scores:
        images, texts = [], []
        for image, text in self._data["val"].dataloader:
            images.append(self._embed(model.encode_image, image))
            texts.append(self._embed(model.encode_text, text))
        found = recalls(torch.cat(images), torch.cat(texts), torch.arange(sum(map(len, images))))
        return {f"--val-data {name}": score for name, score in found.items()}

    def _zeroshot(self, model: nn.Module, folder: str) -> Scores:
        classes = sorted(entry.name for entry in os.scandir(folder) if entry.is_dir())
        pictures: list[tuple[Any, str]] = []
        labels: list[int] = []
        for label, name in enumerate(classes):
            files = sorted(f for f in os.listdir(os.path.join(folder, name)) if f.lower().endswith(PICTURES))
            pictures += [(os.path.join(folder, name, file), f"the class {name}") for file in files]
            labels += [label] * len(files)
        if len(classes) < 2 or not pictures:
            raise DataError(
                f"--zeroshot {folder} must have a folder of pictures for each of at least 2 classes"
            )
        prompts = [self._options.zeroshot_prompt.replace("{}", name.replace("_", " ")) for name in classes]
        images = self._images(model, _Pictures(pictures, self._transform, ("",)))
        right = (images @ self._texts(model, prompts).T).argmax(1) == torch.tensor(labels)
        return {f"zero-shot, {len(classes)} classes": share(right)}

    def _imagenet(self, model: nn.Module) -> Scores:
        from open_clip_train.zero_shot import zero_shot_eval

        args = argparse.Namespace(**{**vars(self._args), "distributed": False})
        found = zero_shot_eval(model, self._data, args.epochs, args, tokenizer=self._tokenizer)
        return {name: Score(float(value), 0) for name, value in found.items()}

    def _images(self, model: nn.Module, pictures: Dataset[Tensor]) -> Tensor:
        loader = DataLoader(
            pictures,
            batch_size=self._args.batch_size,
            num_workers=self._args.workers,
            generator=torch.Generator(),
        )
        return torch.cat([self._embed(model.encode_image, batch) for batch in loader])

    def _texts(self, model: nn.Module, texts: list[str]) -> Tensor:
        size = self._args.batch_size
        starts = range(0, len(texts), size)
        parts = [self._embed(model.encode_text, self._tokenizer(texts[at : at + size])) for at in starts]
        return torch.cat(parts) if parts else torch.empty(0)

    def _embed(self, encode: Any, batch: Tensor) -> Tensor:
        """Embeddings of unit length [n, D], float32 on CPU."""
        from open_clip import get_input_dtype
        from open_clip_train.precision import get_autocast

        device = torch.device(self._args.device)
        if batch.is_floating_point():
            batch = batch.to(get_input_dtype(self._args.precision))
        with torch.inference_mode(), get_autocast(self._args.precision, device_type=device.type)():
            embeddings = encode(batch.to(device), normalize=True)
        return torch.as_tensor(embeddings).float().cpu().clone()


@contextmanager
def _judged(model: nn.Module) -> Iterator[None]:
    training = model.training
    model.eval()
    try:
        yield
    finally:
        model.train(training)


def share(right: Tensor) -> Score:
    """How many of these are true."""
    return Score(right.float().mean().item(), len(right))


def composition(images: Tensor, owner: Tensor, texts: Tensor, against: Tensor, rounds: int = 20) -> Scores:
    """How often a picture is nearer to its caption than to the hard one, and how often another picture is.

    Another picture shows nothing of the caption: what it gets right, texts alone give away. So the difference comes first.
    It is the mean of `rounds` derangements of the pictures, the same ones in each call; of one picture there is none.

    `images` [n, D], `owner` [m] the picture of each question, `texts` and `against` [m, D].
    """

    def right(pictures: Tensor) -> Tensor:
        return (pictures * texts).sum(1) > (pictures * against).sum(1)

    own = share(right(images[owner]))
    scores = {"composition with its own picture": own}
    if len(images) < 2:
        return scores
    random = torch.Generator().manual_seed(0)
    blind = 0.0
    for _ in range(rounds):
        cycle = torch.randperm(len(images), generator=random)
        other = torch.empty_like(cycle)
        other[cycle] = cycle.roll(1)  # one cycle through all pictures leaves none in its place
        blind += share(right(images[other[owner]])).value
    blind /= rounds
    return {
        "composition, own minus another picture": Score(own.value - blind, own.count),
        **scores,
        "composition with another picture": Score(blind, own.count),
    }


def recalls(images: Tensor, texts: Tensor, owner: Tensor, chunk: int = 1024) -> Scores:
    """Recall@1 and @5 both ways: `images` [n, D], `texts` [m, D], `owner` [m] the picture of each text.

    A picture is right if one of its texts is among the k nearest, a text if its picture is. Held at a time: [chunk, m].
    """
    scores: Scores = {}
    tops = {"image to text": _tops(images, texts, chunk), "text to image": _tops(texts, images, chunk)}
    for name, top in tops.items():
        for k in (1, 5):
            near = top[:, :k]
            hits = (
                owner[near] == torch.arange(len(images))[:, None]
                if name == "image to text"
                else near == owner[:, None]
            )
            scores[f"retrieval {name} @{k}, of {len(texts if name == 'image to text' else images)}"] = share(
                hits.any(1)
            )
    return scores


def _tops(queries: Tensor, keys: Tensor, chunk: int) -> Tensor:
    count = min(5, len(keys))
    return torch.cat([(part @ keys.T).topk(count, dim=1).indices for part in torch.split(queries, chunk)])


def table(before: Scores, after: Scores) -> str:
    """The two measurements beside each other, as text."""
    rows = [("", "before", "after", "change", "asked")]
    for name, score in after.items():
        first = before.get(name)
        change = "" if first is None else f"{score.value - first.value:+.3f}"
        old = "" if first is None else f"{first.value:.3f}"
        rows.append((name, old, f"{score.value:.3f}", change, str(score.count or "")))
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return "\n".join(
        "  ".join(
            [
                row[0].ljust(widths[0]),
                *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
            ]
        )
        for row in rows
    )


def _error_of(score: Score) -> float:
    return math.sqrt(score.value * (1 - score.value) / max(1, score.count))


def fallen(before: Scores, after: Scores) -> str | None:
    """A sentence about the retrieval that fell most, where it fell by more than a tenth of what it was, and by more than
    two standard errors of what it was: of few queries, one or two make a tenth."""
    shares = {
        name: after[name].value / score.value
        for name, score in before.items()
        if "retrieval" in name and name in after and score.value - after[name].value > 2 * _error_of(score)
    }
    worst = min(shares, key=shares.__getitem__, default=None)
    if worst is None or shares[worst] >= 0.9:
        return None
    return (
        f"{worst} fell from {before[worst].value:.3f} to {after[worst].value:.3f}, by more than a tenth: --keep-close 1 keeps "
        "it, and so may weights half way back to the start (python -m slipform_torch.open_clip.mix)"
    )


def remember(file: str, measure: Callable[[], Scores]) -> Scores:
    """The scores that the file holds since the run began; else they are measured and written."""
    if os.path.exists(file):
        with open(file, encoding="utf-8") as stream:
            return {name: Score(**score) for name, score in json.load(stream)["before"].items()}
    scores = measure()
    write(file, {"before": scores})
    return scores


def write(file: str, scores: dict[str, Scores]) -> None:
    """Scores as JSON."""
    plain = {when: {name: vars(score) for name, score in found.items()} for when, found in scores.items()}
    with open(file, "w", encoding="utf-8") as stream:
        json.dump(plain, stream, indent=2)
        stream.write("\n")


def unwrapped(model: Any) -> nn.Module:
    """The model inside DistributedDataParallel and torch.compile."""
    for name in ("module", "_orig_mod", "module"):
        model = getattr(model, name, model)
    assert isinstance(model, nn.Module)
    return model
