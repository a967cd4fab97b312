"""What transformers and open_clip make of texts and pictures by a model folder.

Token ids of the texts, pixels of the pictures [height, width, channel] and embeddings at unit length, as lists.
"""

from pathlib import Path
from typing import Any

import open_clip
import torch
from PIL.Image import Image
from transformers import CLIPModel, CLIPProcessor

# What every tokenizer of CLIP must read alike. Entities of HTML are left out: transformers keeps them.
TEXTS = [
    "a photo of a cat",
    "Two DOGS, and it's raining; they've run 12 miles!",
    "   spaces \t and\nlines   everywhere ",
    "naïve café, jalapeño, Straße, Ærø, Žluťoučký kůň",
    "日本の猫 кошка قطة 고양이",
    "an emoji 😀👍🏽 and a flag 🇫🇷 and 3½ × 2²",
    "under_score semi-colon;hyphen-ated e.g. i.e. @user #tag $9.99 50% https://example.org/a?b=c",
    "",
    "word " * 100,
    "supercalifragilisticexpialidocious" * 4,
]


def rows(tensor: torch.Tensor) -> list[list[float]]:
    return [[round(value, 7) for value in row] for row in tensor.float().flatten(1).tolist()]


def unit(output: Any) -> list[list[float]]:
    """transformers 5 gives an object where 4 and open_clip give the tensor."""
    tensor = output if isinstance(output, torch.Tensor) else output.pooler_output
    return rows(torch.nn.functional.normalize(tensor.float(), dim=-1))


@torch.no_grad()
def seen_by_transformers(folder: Path, pictures: list[Image]) -> dict[str, Any]:
    model, info = CLIPModel.from_pretrained(folder, dtype=torch.float32, output_loading_info=True)
    model.eval()
    # Pillow resizes, as it did up to version 4; torchvision, the default since, rounds a few bytes otherwise.
    processor = CLIPProcessor.from_pretrained(folder, backend="pil")
    inputs = processor(text=TEXTS, images=pictures, return_tensors="pt", padding=True, truncation=True)
    by_default = CLIPProcessor.from_pretrained(folder)(images=pictures, return_tensors="pt")
    return {
        "wrong": sorted(str(each) for kind in info.values() for each in kind),
        "tokens": [processor.tokenizer(each, truncation=True)["input_ids"] for each in TEXTS],
        "pixels": rows(inputs["pixel_values"].permute(0, 2, 3, 1)),
        "pixels_by_default": rows(by_default["pixel_values"].permute(0, 2, 3, 1)),
        "images": unit(model.get_image_features(pixel_values=inputs["pixel_values"])),
        "texts": unit(model.get_text_features(inputs["input_ids"], inputs["attention_mask"])),
    }


@torch.no_grad()
def seen_by_open_clip(folder: Path, pictures: list[Image]) -> dict[str, Any]:
    name = f"local-dir:{folder}"
    model, _, preprocess = open_clip.create_model_and_transforms(name)
    model.eval().float()
    tokens = open_clip.get_tokenizer(name)(TEXTS)
    pixels = torch.stack([preprocess(picture) for picture in pictures])
    return {
        "wrong": [],
        "tokens": tokens.tolist(),
        "pixels": rows(pixels.permute(0, 2, 3, 1)),
        "pixels_by_default": rows(pixels.permute(0, 2, 3, 1)),
        "images": unit(model.encode_image(pixels)),
        "texts": unit(model.encode_text(tokens)),
    }
