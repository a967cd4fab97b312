"""What open_clip and CLIP_benchmark's own code make of a model on SugarCrepe, Winoground and COCO.

    python peers.py MODEL ROOT OUT

MODEL is a folder in open_clip's form. ROOT holds what CLIP_benchmark would download, where it looks for it:
add_att.json … swap_obj.json, those that are there, with val2017/; coco_test_karpathy.json with val2014/; and
facebook/winoground/ as the hub has it. OUT gets published.json, CLIP_benchmark's scores in the form that compare.mjs
reads, and answers.jsonl, each question with open_clip's two cosines.
"""

import contextlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from clip_benchmark.datasets.builder import build_dataset, get_dataset_collate_fn, get_dataset_default_task
from clip_benchmark.metrics import image_caption_selection, zeroshot_retrieval
from clip_benchmark.models import load_clip

Answer = dict[str, Any]
EXACT = 1e-6
KINDS = ["add_att", "add_obj", "replace_att", "replace_obj", "replace_rel", "swap_att", "swap_obj"]


def row(benchmark: str, score: str, value: float, total: int) -> dict[str, Any]:
    return {
        "benchmark": benchmark,
        "score": score,
        "value": value,
        "unit": EXACT,
        "total": total,
        "source": "clip_benchmark",
    }


class Peer:
    """A model, and what the two libraries say of it."""

    def __init__(self, folder: Path) -> None:
        self.model, self.transform, self.tokenizer = load_clip(
            "open_clip", f"local-dir:{folder}", "", None, "cpu"
        )
        self.model.eval().float()

    def dataset(self, name: str, root: Path) -> Any:
        task = get_dataset_default_task(name)
        return build_dataset(name, root=str(root), transform=self.transform, split="test", task=task)

    def loader(self, name: str, dataset: Any, size: int = 64) -> Any:
        collate = get_dataset_collate_fn(name)
        return torch.utils.data.DataLoader(dataset, batch_size=size, collate_fn=collate)

    def selection(self, name: str, dataset: Any, size: int = 64) -> dict[str, float]:
        """By CLIP_benchmark's own evaluation, in full precision."""
        loader = self.loader(name, dataset, size)
        return image_caption_selection.evaluate(self.model, loader, self.tokenizer, "cpu", amp=False)

    @torch.no_grad()
    def cosines(self, images: torch.Tensor, texts: list[str]) -> torch.Tensor:
        """Images by texts, by open_clip alone."""
        pictures = self.model.encode_image(images, normalize=True)
        return pictures @ self.model.encode_text(self.tokenizer(texts), normalize=True).T


def tightest(pairs: list[tuple[float, float]]) -> dict[str, float]:
    right, wrong = min(pairs, key=lambda pair: pair[0] - pair[1])
    return {"right": right, "wrong": wrong}


def check(answers: list[Answer], score: float) -> float:
    """CLIP_benchmark's score is what open_clip's cosines say, where no two are equal."""
    correct = sum(answer["right"] > answer["wrong"] for answer in answers)
    assert abs(correct / len(answers) - score) < EXACT, (correct, len(answers), score)
    return score


def sugar_crepe(peer: Peer, root: Path, kind: str) -> tuple[list[dict[str, Any]], list[Answer]]:
    name = f"sugar_crepe/{kind}"
    data = peer.dataset(name, root)
    answers = []
    for key, (image, texts) in zip(data.idx_strings, data, strict=True):
        right, wrong = peer.cosines(image[None], texts)[0].tolist()
        answers.append({"benchmark": "SugarCrepe", "id": f"{kind}/{key}", "right": right, "wrong": wrong})
    score = check(answers, peer.selection(name, data)["acc"])
    return [row("SugarCrepe", kind, score, len(data))], answers


def winoground(peer: Peer, root: Path) -> tuple[list[dict[str, Any]], list[Answer]]:
    data = peer.dataset("winoground", root)
    answers: dict[str, list[Answer]] = {"text": [], "image": [], "group": []}
    for source, (images, texts) in zip(data.ds, data, strict=True):
        (a, b), (c, d) = peer.cosines(images, texts).tolist()
        pairs = {"text": [(a, b), (d, c)], "image": [(a, c), (d, b)]}
        pairs["group"] = pairs["text"] + pairs["image"]
        for kind, list_of in answers.items():
            list_of.append(
                {"benchmark": "Winoground", "id": f"{kind}/{source['id']}", **tightest(pairs[kind])}
            )
    # Their names of the three scores.
    scores = peer.selection("winoground", data)
    theirs = {"text": scores["text_acc"], "image": scores["image_acc"], "group": scores["acc"]}
    rows = [row("Winoground", kind, check(answers[kind], theirs[kind]), len(data)) for kind in answers]
    return rows, [answer for list_of in answers.values() for answer in list_of]


def coco(peer: Peer, root: Path) -> list[dict[str, Any]]:
    name = "mscoco_captions"
    data = peer.dataset(name, root)
    scores = zeroshot_retrieval.evaluate(
        peer.model, peer.loader(name, data), peer.tokenizer, "cpu", amp=False, recall_k_list=[1, 5, 10]
    )
    captions = sum(len(texts) for _, texts in data)
    return [
        row("Retrieval", f"{ours}@{k}", scores[f"{theirs}_retrieval_recall@{k}"], total)
        for ours, theirs, total in [("imageToText", "text", len(data)), ("textToImage", "image", captions)]
        for k in (1, 5, 10)
    ]


def parts(peer: Peer, root: Path) -> Iterator[tuple[list[dict[str, Any]], list[Answer]]]:
    for kind in KINDS:
        if (root / f"{kind}.json").exists():
            yield sugar_crepe(peer, root, kind)
    if (root / "facebook" / "winoground").exists():
        yield winoground(peer, root)
    if (root / "coco_test_karpathy.json").exists():
        yield coco(peer, root), []


def score(model: Path, root: Path, out: Path) -> dict[str, int]:
    """Writes what the two libraries say, and counts it."""
    model, root, out = model.resolve(), root.resolve(), out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    # `facebook/winoground` is a folder here, in the place of the hub's.
    os.chdir(root)
    torch.set_num_threads(1)
    rows, answers = [], []
    # pycocotools talks on standard output.
    with contextlib.redirect_stdout(sys.stderr):
        for some_rows, some_answers in parts(Peer(model), root):
            rows += some_rows
            answers += some_answers
    published = {
        "model": str(model),
        "about": "computed by CLIP_benchmark and open_clip",
        "mayDiffer": {"share": 0, "rows": 0},
        "sources": {
            "clip_benchmark": "CLIP_benchmark's evaluation of the model by open_clip, in full precision"
        },
        "rows": rows,
    }
    (out / "published.json").write_text(json.dumps(published, indent=1))
    (out / "answers.jsonl").write_text("".join(f"{json.dumps(answer)}\n" for answer in answers))
    return {"rows": len(rows), "answers": len(answers)}


if __name__ == "__main__":
    print(json.dumps(score(*(Path(given) for given in sys.argv[1:4]))))
