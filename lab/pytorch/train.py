"""Trains a run of the lab in PyTorch with slipform_torch's losses, in the place of lab/src/machine/fine-tune.ts.

    python lab/pytorch/train.py FOLDER      # called by: npm run lab -- colours-pytorch

FOLDER/job.json has the run, the folder of its pictures and captions, and the model that training starts from. The trained
model is written to FOLDER/model, as Node reads it. Prints a line of JSON a step. Pictures, captions, mined negatives,
optimiser, steps and pictures a step are those of Node; the order of the batches is PyTorch's own.
"""

from __future__ import annotations

import gzip
import json
import math
import shutil
import sys
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import CLIPConfig, CLIPModel

from slipform_torch import CementLoss, adaptive_margin, keep_close, own_negatives, static_margin

STEM = "vision_model.embeddings.stem."
PATCHES = "vision_model.embeddings.patch_embedding."
DEVIATION, SHIFT = 0.4, 2


class Stem(nn.Module):
    """Convolutions of 3 × 3, two pixels apart, before the patch embedding; zeros below and to the right."""

    def __init__(self, channels: list[int], width: int, patch: int) -> None:
        super().__init__()
        inputs = [3, *channels[:-1]]
        self.stem = nn.ModuleList(nn.Conv2d(a, b, 3, stride=2) for a, b in zip(inputs, channels, strict=True))
        self.patches = nn.Conv2d(channels[-1], width, patch, stride=patch, bias=False)

    @property
    def weight(self) -> Tensor:
        """By which transformers finds the type of the numbers."""
        return self.patches.weight

    def forward(self, pixels: Tensor) -> Tensor:
        for convolution in self.stem:
            pixels = nn.functional.gelu(
                convolution(nn.functional.pad(pixels, (0, 1, 0, 1))), approximate="tanh"
            )
        return self.patches(pixels)


def to_torch(name: str) -> str:
    return name.replace(STEM, PATCHES + "stem.").replace(PATCHES + "weight", PATCHES + "patches.weight")


class Clip(nn.Module):
    """The towers of a folder that `@slipform/clip` saved; embeddings are of unit length."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        config = json.loads((folder / "config.json").read_text())
        vision, text = config["vision_config"], config["text_config"]
        self.model = CLIPModel(CLIPConfig(**{k: v for k, v in config.items() if k != "torch_dtype"}))
        stem = vision["stem"]
        patch = vision["patch_size"] // 2 ** len(stem)
        self.model.vision_model.embeddings.patch_embedding = Stem(stem, vision["hidden_size"], patch)
        saved = load_file(folder / "model.safetensors")
        self.names = list(saved)
        state = {to_torch(name): value.float() for name, value in saved.items()}
        missing, unknown = self.model.load_state_dict(state, strict=False)
        missing = [name for name in missing if not name.endswith("position_ids")]
        if missing or unknown:
            raise SystemExit(f"{folder} has {unknown} and lacks {missing}")
        self.end, self.context = text["eos_token_id"], text["max_position_embeddings"]
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.folder = folder

    def images(self, pixels: Tensor) -> Tensor:
        out = self.model.vision_model(pixel_values=pixels).pooler_output
        return nn.functional.normalize(self.model.visual_projection(out), dim=-1)

    def texts(self, texts: list[str]) -> Tensor:
        tokens = [self.tokenizer.encode(text).ids[: self.context] for text in texts]
        rows = torch.full((len(tokens), max(map(len, tokens))), self.end)
        for row, own in zip(rows, tokens, strict=True):
            row[: len(own)] = torch.tensor(own)
        out = self.model.text_model(input_ids=rows).pooler_output
        return nn.functional.normalize(self.model.text_projection(out), dim=-1)

    def scale(self) -> Tensor:
        return self.model.logit_scale.exp()

    def save(self, folder: Path) -> None:
        shutil.copytree(self.folder, folder)
        state = self.model.state_dict()
        save_file(
            {name: state[to_torch(name)].contiguous() for name in self.names}, folder / "model.safetensors"
        )


class Hard(NamedTuple):
    text: str
    concreteness: float
    row: int | None


class Example(NamedTuple):
    rows: list[int]
    caption: str
    hard: list[Hard]


def examples_of(prepared: dict[str, Any], negatives: dict[str, str] | None) -> tuple[list[Example], bool]:
    """Captions with the negative that the run's recipe mined; as further pairs, hard captions are captions like others."""
    own, further = [], []
    for example in prepared["examples"]:
        found = [h for h in example["hard"] if negatives and h["recipe"] == negatives["recipe"]]
        hard = [Hard(each["text"], each["concreteness"], each.get("row")) for each in found]
        own.append(Example(example["rows"], example["caption"], hard))
        further += [Example([each.row], each.text, []) for each in hard if each.row is not None]
    if negatives and negatives.get("as") == "pairs":
        return [example._replace(hard=[]) for example in own] + further, False
    return own, negatives is not None


class Shown(NamedTuple):
    row: int
    caption: str
    hard: Hard | None


def shown(example: Example, random: np.random.Generator) -> Shown:
    """One of its drawings and one of its hard captions; where there is one alone nothing is drawn by chance."""

    def one(of: list[Any]) -> Any:
        return of[random.integers(len(of))] if len(of) > 1 else next(iter(of), None)

    return Shown(one(example.rows), example.caption, one(example.hard))


def pixels_of(pictures: np.ndarray, rows: list[int], shifts: np.ndarray) -> Tensor:
    """Pictures, each moved by up to two pixels; what comes in from outside is paper."""
    size = pictures.shape[1]
    out = np.full((len(rows), size, size, 3), 255, dtype=np.uint8)
    for at, (row, (x, y)) in enumerate(zip(rows, shifts, strict=True)):
        here = [slice(max(0, d), size + min(0, d)) for d in (y, x)]
        there = [slice(max(0, -d), size + min(0, -d)) for d in (y, x)]
        out[at, here[0], here[1]] = pictures[row, there[0], there[1]]
    return torch.from_numpy((out.astype(np.float32) / 255 - 1) / DEVIATION).permute(0, 3, 1, 2)


def without_some(text: str, share: float, random: np.random.Generator) -> str:
    """A text with words left out by chance."""
    words = text.split()
    kept = [word for word, lot in zip(words, random.random(len(words)), strict=True) if lot >= share]
    return " ".join(kept or words)


def loss_of(run: dict[str, Any], has_hard: bool) -> CementLoss:
    loss, layout = run["loss"], run["layout"] if has_hard else "captions"
    margin = {
        "static": lambda: static_margin(loss["value"]),
        "adaptive": lambda: adaptive_margin(max=loss["max"], scale=loss.get("scale", "linear")),
        "infoNce": lambda: static_margin(0.0),
        "ownNegatives": lambda: static_margin(loss["value"]),
        "noMargin": lambda: static_margin(0.0),
    }[loss["name"]]()
    keep = keep_close(weight=run["keep"]) if "keep" in run else None
    own = own_negatives(weight=loss["weight"]) if loss["name"] == "ownNegatives" else None
    return CementLoss(margin=margin, layout=layout, keep_close=keep, own_negatives=own)


def main(folder: Path) -> None:
    job = json.loads((folder / "job.json").read_text())
    run, training = job["run"], job["run"]["training"]
    torch.set_num_threads(1)
    torch.manual_seed(run["seed"])
    random = np.random.default_rng(run["seed"])
    prepared_folder = Path(job["prepared"])
    prepared = json.loads(gzip.decompress((prepared_folder / "prepared.json.gz").read_bytes()))
    size = job["size"]
    pictures = np.memmap(prepared_folder / "pictures.bin", dtype=np.uint8, mode="r").reshape(
        -1, size, size, 3
    )
    if job.get("examples") == "pretraining":
        examples = [Example(each["rows"], each["caption"], []) for each in prepared["pretraining"]]
        has_hard = False
    else:
        examples, has_hard = examples_of(prepared, run.get("negatives"))
    paired = has_hard and run["layout"] == "paired"
    batch_size = training["batchSize"] // 2 if paired else training["batchSize"]

    clip = Clip(Path(job["model"]))
    teacher = Clip(Path(job["model"])).eval().requires_grad_(False) if "keep" in run else None
    loss = loss_of(run, has_hard)
    matrices = [p for p in clip.parameters() if p.ndim > 1]
    others = [p for p in clip.parameters() if p.ndim <= 1]
    groups = [
        {"params": matrices, "weight_decay": training["weightDecay"]},
        {"params": others, "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, lr=training["learningRate"], betas=(0.9, 0.98), eps=1e-6)
    steps, warmup = training["steps"], training["warmupSteps"]

    def rate(step: int) -> float:
        if step < warmup:
            return (step + 1) / warmup
        return 0.5 * (1 + math.cos(math.pi * (step - warmup) / (steps - warmup)))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)

    order: list[int] = []
    for step in range(steps):
        if len(order) < batch_size:
            order = random.permutation(len(examples)).tolist()
        drawn = [shown(examples[order.pop()], random) for _ in range(batch_size)]
        shifts = random.integers(-SHIFT, SHIFT + 1, (batch_size, 2))
        pixels = pixels_of(pictures, [each.row for each in drawn], shifts)
        captions = [each.caption for each in drawn]
        numbers: dict[str, int] = {}
        fields: dict[str, Any] = {
            "groups": torch.tensor([numbers.setdefault(text, len(numbers)) for text in captions])
        }
        own = [
            each.hard if not paired or (each.hard and each.hard.row is not None) else None for each in drawn
        ]
        hard_texts = [hard.text if hard else each.caption for hard, each in zip(own, drawn, strict=True)]
        hard_pixels = None
        if has_hard:
            fields["valid"] = torch.tensor([[1.0 if hard else 0.0] for hard in own])
            fields["concreteness"] = torch.tensor([[hard.concreteness if hard else 1.0] for hard in own])
            fields["hard_text_features"] = clip.texts(hard_texts)
        if paired:
            rows = [hard.row if hard else each.row for hard, each in zip(own, drawn, strict=True)]
            hard_pixels = pixels_of(pictures, rows, shifts)
            fields["hard_image_features"] = clip.images(hard_pixels)
        if teacher is not None:
            with torch.no_grad():
                fields["teacher_image_features"] = teacher.images(pixels)
                fields["teacher_text_features"] = teacher.texts(captions)
                fields["teacher_logit_scale"] = teacher.scale()
        if "dropWords" in training:
            captions = [without_some(text, training["dropWords"], random) for text in captions]
        images, texts = clip.images(pixels), clip.texts(captions)
        if not has_hard:
            fields["hard_text_features"] = torch.zeros_like(texts)
            fields["valid"] = torch.zeros(batch_size, 1)
        value = loss(images, texts, clip.scale(), **fields)
        said = {"step": step + 1, "loss": value.item(), "logit scale": clip.scale().item()}
        if has_hard and ((step + 1) % training["measureEvery"] == 0 or step == 0):
            fields = {name: field for name, field in fields.items() if not name.startswith("teacher")}
            share = loss.gradient_budget(images, texts, clip.scale(), **fields).image_to_text
            said["budget"] = {"hard": share.hard.mean().item(), "easy": share.easy.mean().item()}
        optimizer.zero_grad()
        value.backward()
        optimizer.step()
        schedule.step()
        with torch.no_grad():
            clip.model.logit_scale.clamp_(max=math.log(100))
        print(json.dumps(said), flush=True)
    clip.save(folder / "model")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
