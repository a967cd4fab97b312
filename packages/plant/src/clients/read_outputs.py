"""What real readers make of the outputs of slipform-plant.

    python read_outputs.py FOLDER

FOLDER holds negatives.{jsonl,tsv,parquet} and natural.{jsonl,tsv,parquet}, tars/ with shards and sizes.json, side/ with the
same shards without pictures, and natural.tar. Standard output gets JSON: what each reader saw, by its name.
"""

import ast
import csv
import json
import random
import sys
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import open_clip
import pandas as pd
import pyarrow.json
import pyarrow.parquet
import torch
import webdataset as wds
from open_clip_train.data import CsvDataset, get_wds_dataset
from PIL import Image
from torchvision import transforms

folder = Path(sys.argv[1])
as_lists = dict.fromkeys(("neg_caption", "neg_image", "concreteness"), ast.literal_eval)
to_tensor = transforms.Compose([transforms.Resize((8, 8)), transforms.ToTensor()])


def there(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows without what is missing: None, or NaN where pandas has a column of numbers."""
    return [{key: x for key, x in row.items() if x is not None and x == x} for row in rows]


def records(name: str) -> dict[str, Any]:
    table = pyarrow.parquet.read_table(folder / f"{name}.parquet")
    return {
        "pandas.read_json": there(
            pd.read_json(folder / f"{name}.jsonl", lines=True, dtype=False, precise_float=True).to_dict(
                "records"
            )
        ),
        "pyarrow.json": there(pyarrow.json.read_json(folder / f"{name}.jsonl").to_pylist()),
        "pandas.read_parquet": there(pd.read_parquet(folder / f"{name}.parquet").to_dict("records")),
        "pyarrow.parquet": there(table.to_pylist()),
        "types": {field.name: str(field.type) for field in table.schema},
        "pandas.read_csv": pd.read_csv(
            folder / f"{name}.tsv", sep="\t", converters=as_lists, keep_default_na=False
        ).to_dict("records"),
        "csv": list(csv.DictReader((folder / f"{name}.tsv").open(newline=""), delimiter="\t")),
    }


def by_datasets() -> list[dict[str, Any]] | None:
    """Hugging Face's datasets, where it is installed."""
    try:
        import datasets
    except ImportError:
        return None
    files = str(folder / "negatives.parquet")
    loaded = datasets.load_dataset(
        "parquet", data_files=files, split="train", cache_dir=str(folder / "cache")
    )
    return there(loaded)


def by_negclip() -> list[dict[str, Any]]:
    """As NegCLIP reads its table: one negative and one other picture, with that one's texts."""
    frame = pd.read_csv(folder / "negatives.tsv", sep="\t", converters=as_lists)
    images, titles = frame["filepath"].tolist(), frame["title"].tolist()
    hard_captions, hard_images = frame["neg_caption"].tolist(), frame["neg_image"].tolist()
    tokenize = open_clip.get_tokenizer("ViT-B-32")
    seen = []
    for at, title in enumerate(titles):
        other = random.choice(hard_images[at])
        captions = [
            title,
            random.choice(hard_captions[at]),
            titles[other],
            random.choice(hard_captions[other]),
        ]
        pictures = torch.stack([to_tensor(Image.open(images[place]).convert("RGB")) for place in (at, other)])
        seen.append(
            {
                "row": at,
                "other": other,
                "captions": captions,
                "files": [images[at], images[other]],
                "tokens": list(tokenize(captions).shape),
                "pictures": list(pictures.shape),
            }
        )
    return seen


def by_open_clip_csv() -> list[Any]:
    tokenize = open_clip.get_tokenizer("ViT-B-32")
    data = CsvDataset(
        str(folder / "negatives.tsv"), to_tensor, "filepath", "title", sep="\t", tokenizer=tokenize
    )
    return [
        [list(image.shape), tokens[:3].tolist()] for image, tokens in (data[at] for at in range(len(data)))
    ]


def by_open_clip_tars() -> dict[str, Any] | None:
    """open_clip's own reader, which reads no tar at all with a webdataset above the 0.2.86 that it asks for."""
    if tuple(int(part) for part in wds.__version__.split(".")[:3]) > (0, 2, 86):
        return None
    args = SimpleNamespace(
        train_data=str(folder / "tars" / "{0..1}.tar"),
        train_num_samples=None,
        train_data_upsampling_factors=None,
        dataset_resampled=False,
        seed=0,
        batch_size=4,
        workers=1,
        world_size=1,
    )
    tokenize = open_clip.get_tokenizer("ViT-B-32")
    data = get_wds_dataset(args, to_tensor, is_train=True, tokenizer=tokenize)
    images, tokens = next(iter(data.dataloader))
    return {
        "samples": data.dataloader.num_samples,
        "images": list(images.shape),
        "tokens": list(tokens.shape),
    }


def samples(path: Path) -> list[dict[str, Any]]:
    """Samples of a shard as webdataset decodes them; pictures by their size."""
    data = wds.WebDataset(str(path), shardshuffle=False).decode("pil")
    return [
        {
            key: list(value.size)
            if isinstance(value, Image.Image)
            else value.decode()
            if isinstance(value, bytes)
            else value
            for key, value in sample.items()
            if key not in ("__url__", "__local_path__")
        }
        for sample in data
    ]


def main() -> None:
    random.seed(1)
    tars = {str(path.relative_to(folder)): samples(path) for path in sorted(folder.glob("**/*.tar"))}
    versions = {
        "pandas": pd.__version__,
        "pyarrow": pyarrow.__version__,
        "webdataset": wds.__version__,
        "open_clip": open_clip.__version__,
    }
    print(
        json.dumps(
            {
                "versions": versions,
                "negatives": records("negatives"),
                "natural": records("natural"),
                "datasets": by_datasets(),
                "negclip": by_negclip(),
                "open_clip csv": by_open_clip_csv(),
                "open_clip tars": by_open_clip_tars(),
                "webdataset": tars,
            }
        )
    )


if __name__ == "__main__":
    main()
