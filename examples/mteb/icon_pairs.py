"""Icon pairs as a task of mteb.

    slipform-bench export icon-pairs icon-pairs --size 224
    python icon_pairs.py icon-pairs MODEL

MODEL is one that mteb knows, openai/clip-vit-base-patch32, or open_clip's local-dir:FOLDER. In a program:

    mteb.evaluate(model, icon_pairs("icon-pairs"))
"""

import json
import sys
from pathlib import Path
from typing import Any

import mteb
import torch
from mteb.abstasks.image.image_text_pair_classification import AbsTaskImageTextPairClassification
from mteb.abstasks.task_metadata import TaskMetadata
from mteb.models.abs_encoder import AbsEncoder
from mteb.models.model_meta import ModelMeta


class IconPairs(AbsTaskImageTextPairClassification):
    """Two icons of one artist whose names differ in one word: which name belongs to which picture?"""

    images_column_names = ("image_0", "image_1")
    texts_column_names = ("caption_0", "caption_1")
    metadata = TaskMetadata(
        name="SlipformIconPairs",
        description="Natural minimal pairs of icons: one artist drew both, and their names differ in one word.",
        reference=None,
        # Made by `slipform-bench export`; the name at the hub, once somebody has put it there.
        dataset={"path": "icon-pairs", "revision": "main"},
        type="Compositionality",
        category="i2t",
        eval_splits=["test"],
        eval_langs=["eng-Latn"],
        main_score="accuracy",
        date=("2012-01-01", "2026-11-30"),
        domains=["Constructed"],
        task_subtypes=["Caption Pairing"],
        license="not specified",
        annotations_creators="human-annotated",
        dialect=[],
        modalities=["text", "image"],
        sample_creation="found",
        bibtex_citation="",
    )


def icon_pairs(folder: str | Path) -> IconPairs:
    """The task on a folder that `slipform-bench export icon-pairs` wrote."""
    task = IconPairs()
    where = {"path": str(folder), "revision": "main"}
    task.metadata = IconPairs.metadata.model_copy(update={"dataset": where})
    return task


class LocalOpenClip(AbsEncoder):
    """A model folder in open_clip's form, in full precision; mteb's own loader takes names at the hub alone."""

    def __init__(self, folder: str) -> None:
        import open_clip

        self.model, _, self.transform = open_clip.create_model_and_transforms(f"local-dir:{folder}")
        self.model.eval().float()
        self.tokenizer = open_clip.get_tokenizer(f"local-dir:{folder}")
        name = f"local/{Path(folder).resolve().name}"
        facts = {"name": name, "revision": "local", "modalities": ["image", "text"]}
        self.mteb_model_meta = ModelMeta.create_empty(facts)

    @torch.no_grad()
    def encode(self, inputs: Any, **_: Any) -> torch.Tensor:
        batches = []
        for batch in inputs:
            if "image" in batch:
                pictures = torch.stack([self.transform(picture) for picture in batch["image"]])
                batches.append(self.model.encode_image(pictures, normalize=True))
            else:
                batches.append(self.model.encode_text(self.tokenizer(batch["text"]), normalize=True))
        return torch.cat(batches)


def judge(model: Any, folder: str | Path) -> dict[str, float]:
    """mteb's three scores: the text, image and group score of Winoground."""
    result = mteb.evaluate(model, icon_pairs(folder), cache=None, show_progress_bar=False)
    (scores,) = result.task_results[0].scores["test"]
    return {key: scores[key] for key in ("text_acc", "image_acc", "accuracy")}


if __name__ == "__main__":
    folder, name = sys.argv[1:3]
    local = "local-dir:"
    chosen = LocalOpenClip(name.removeprefix(local)) if name.startswith(local) else mteb.get_model(name)
    print(json.dumps(judge(chosen, folder)))
