"""Small random CLIPs as transformers and open_clip save them, and what the two make of texts and pictures by them.

    python foreign_models.py FOLDER PICTURE...

FOLDER gets a folder for each model. Standard output gets JSON: the versions, the texts, and of each model what
seen_by.py says.
"""

import json
import sys
from pathlib import Path
from typing import Any

import open_clip
import torch
import transformers
from clip_tokenizers import clip_tokenizer, small_tokenizer
from PIL import Image
from safetensors.torch import save_file
from seen_by import TEXTS, seen_by_open_clip, seen_by_transformers
from transformers import CLIPConfig, CLIPImageProcessor, CLIPModel, CLIPProcessor

folder = Path(sys.argv[1])
pictures = [Image.open(name) for name in sys.argv[2:]]


def by_transformers(
    name: str,
    *,
    vision: dict[str, Any],
    text: dict[str, Any],
    size: int,
    tokenizer: Any = None,
    dtype: torch.dtype = torch.float32,
    shards: str | None = None,
    width: int = 12,
    pictures_as: dict[str, Any] | None = None,
    extra_tokens: int = 0,
) -> dict[str, Any]:
    tokenizer = tokenizer or clip_tokenizer()
    config = CLIPConfig(
        projection_dim=width,
        vision_config={
            "hidden_size": 24,
            "intermediate_size": 48,
            "num_hidden_layers": 2,
            "num_attention_heads": 3,
            "image_size": size,
            "patch_size": 8,
            **vision,
        },
        text_config={
            "hidden_size": 16,
            "intermediate_size": 40,
            "num_hidden_layers": 2,
            "num_attention_heads": 2,
            "max_position_embeddings": tokenizer.model_max_length,
            "vocab_size": len(tokenizer) + extra_tokens,
            "bos_token_id": tokenizer.bos_token_id,
            "eos_token_id": tokenizer.eos_token_id,
            **text,
        },
    )
    model = CLIPModel(config).to(dtype).eval()
    shape = {"size": {"shortest_edge": size}, "crop_size": {"height": size, "width": size}}
    processor = CLIPProcessor(CLIPImageProcessor(**{**shape, **(pictures_as or {})}), tokenizer)
    place = folder / name
    model.save_pretrained(place, **({"max_shard_size": shards} if shards else {}))
    processor.save_pretrained(place)
    return {"name": name, **seen_by_transformers(place, pictures)}


def by_open_clip(
    name: str,
    *,
    vision: dict[str, Any],
    text: dict[str, Any],
    pictures_as: dict[str, Any],
    **model_config: Any,
) -> dict[str, Any]:
    config = {
        "model_cfg": {
            "embed_dim": 12,
            "vision_cfg": {
                "image_size": 32,
                "patch_size": 8,
                "width": 24,
                "layers": 2,
                "head_width": 8,
                **vision,
            },
            "text_cfg": {
                "context_length": 77,
                "vocab_size": 49408,
                "width": 16,
                "heads": 2,
                "layers": 2,
                **text,
            },
            **model_config,
        },
        "preprocess_cfg": {"size": 32, **pictures_as},
    }
    place = folder / name
    place.mkdir(parents=True)
    (place / "open_clip_config.json").write_text(json.dumps(config))
    made = open_clip.create_model(f"local-dir:{place}", load_weights=False)
    # The fresh one's biases are zero and its projections small.
    with torch.no_grad():
        for parameter in made.parameters():
            parameter.add_(0.1 * torch.randn_like(parameter))
    save_file(
        {key: value.contiguous() for key, value in made.state_dict().items()},
        place / "open_clip_model.safetensors",
    )
    # A folder of open_clip's has no tokenizer where it is CLIP's own.
    seen = seen_by_open_clip(place, pictures)
    clip_tokenizer().save_pretrained(place)
    return {"name": name, **seen}


def main() -> None:
    torch.manual_seed(1)
    torch.set_num_threads(1)
    gelu = {"hidden_act": "gelu"}
    models = [
        by_transformers("quick-gelu", vision={}, text={}, size=32),
        by_transformers(
            "gelu-in-shards",
            vision=gelu,
            text=gelu,
            size=40,
            width=7,
            shards="500KB",
            pictures_as={"resample": 2, "image_mean": [0.5, 0.4, 0.3], "image_std": [0.2, 0.3, 0.4]},
        ),
        by_transformers(
            "half",
            vision={"patch_size": 16},
            text={},
            size=32,
            dtype=torch.float16,
            pictures_as={"size": {"shortest_edge": 45}},
        ),
        by_transformers(
            "brain",
            vision={"layer_norm_eps": 1e-6},
            text=gelu,
            size=32,
            dtype=torch.bfloat16,
            pictures_as={"do_center_crop": False, "size": {"height": 32, "width": 32}},
        ),
        # Configs of before June 2023 say 2, and the text is read at its largest id.
        by_transformers("old-end-token", vision={}, text={"bos_token_id": 0, "eos_token_id": 2}, size=32),
        by_transformers(
            "small-vocabulary", vision={}, text={}, size=32, tokenizer=small_tokenizer(), extra_tokens=10
        ),
        by_open_clip("open-clip-gelu", vision={}, text={}, pictures_as={}),
        by_open_clip(
            "open-clip-quick",
            vision={"mlp_ratio": 3},
            text={"mlp_ratio": 2},
            quick_gelu=True,
            pictures_as={"interpolation": "bilinear", "mean": [0.5, 0.4, 0.3], "std": [0.2, 0.3, 0.4]},
        ),
        by_open_clip(
            "open-clip-squash",
            vision={"act_kwargs": {"approximate": "tanh"}},
            text={"act_kwargs": {"approximate": "tanh"}},
            pictures_as={"resize_mode": "squash"},
        ),
    ]
    versions = {module.__name__: module.__version__ for module in (torch, transformers, open_clip)}
    print(json.dumps({"versions": versions, "texts": TEXTS, "models": models}))


if __name__ == "__main__":
    main()
