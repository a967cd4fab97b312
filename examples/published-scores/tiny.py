"""peers.py on a tiny random CLIP of open_clip, and on drawn captions in SugarCrepe's form.

    python tiny.py SCENES OUT

SCENES is a folder that `slipform-scenes` wrote. OUT gets model/ as open_clip saves it, with the files of CLIP's
tokenizer; root/ with SugarCrepe, COCO's captions and Winoground's Parquet, of the same pictures; and peers/.
"""

import json
import shutil
import sys
from pathlib import Path

import open_clip
import torch
from datasets import Dataset, Features, Image, Value
from safetensors.torch import save_file

sys.path.insert(0, str(Path(__file__).parents[2] / "packages" / "clip" / "src" / "clients"))

from clip_tokenizers import clip_tokenizer
from peers import score


def make_model(place: Path) -> None:
    vision = {"image_size": 32, "patch_size": 8, "width": 32, "layers": 2, "head_width": 8}
    text = {"context_length": 77, "vocab_size": 49408, "width": 24, "heads": 2, "layers": 2}
    config = {
        "model_cfg": {"embed_dim": 16, "quick_gelu": True, "vision_cfg": vision, "text_cfg": text},
        "preprocess_cfg": {"size": 32},
    }
    place.mkdir(parents=True)
    (place / "open_clip_config.json").write_text(json.dumps(config))
    torch.manual_seed(1)
    model = open_clip.create_model(f"local-dir:{place}", load_weights=False)
    # The fresh one's biases are zero and its projections small: all cosines would be nearly one.
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.1 * torch.randn_like(parameter))
    weights = {key: value.contiguous() for key, value in model.state_dict().items()}
    save_file(weights, place / "open_clip_model.safetensors")
    clip_tokenizer().save_pretrained(place)


def main() -> None:
    scenes, out = (Path(given).resolve() for given in sys.argv[1:3])
    model, root = out / "model", out / "root"
    make_model(model)
    root.mkdir(parents=True)
    shutil.copytree(scenes / "images", root / "val2017")
    shutil.copytree(scenes / "images", root / "val2014")
    captions, twins = {}, []
    for file in sorted(scenes.glob("*.json")):
        shutil.copy(file, root)
        for row in json.loads(file.read_text()).values():
            captions.setdefault(row["filename"], []).append(row["caption"])
            twins.append(
                (scenes / "images" / row["filename"], scenes / "hard-images" / row["negative_filename"], row)
            )
    # Each picture's own caption in five wordings, since no two captions of a test may be equal.
    wordings = ["{}", "a picture of {}", "here is {}", "{} on a white wall", "this shows {}"]
    coco = {"images": [], "annotations": []}
    for number, (name, own) in enumerate(sorted(captions.items())):
        coco["images"].append({"id": number, "file_name": name})
        for wording in wordings:
            caption = {"id": len(coco["annotations"]), "image_id": number, "caption": wording.format(own[0])}
            coco["annotations"].append(caption)
    (root / "coco_test_karpathy.json").write_text(json.dumps(coco))
    picture = Image()
    winoground = Dataset.from_dict(
        {
            "id": list(range(len(twins))),
            "image_0": [{"bytes": own.read_bytes(), "path": own.name} for own, _, _ in twins],
            "image_1": [{"bytes": hard.read_bytes(), "path": hard.name} for _, hard, _ in twins],
            "caption_0": [row["caption"] for _, _, row in twins],
            "caption_1": [row["negative_caption"] for _, _, row in twins],
        },
        features=Features(
            {
                "id": Value("int32"),
                "image_0": picture,
                "image_1": picture,
                "caption_0": Value("string"),
                "caption_1": Value("string"),
            }
        ),
    )
    place = root / "facebook" / "winoground"
    place.mkdir(parents=True)
    winoground.to_parquet(place / "test.parquet")
    score(model, root, out / "peers")
    print(json.dumps({"pairs": len(twins)}))


if __name__ == "__main__":
    main()
