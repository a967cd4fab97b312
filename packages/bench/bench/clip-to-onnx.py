"""A model folder of @slipform/clip as ONNX, beside its other files, as transformers.js loads it.

    pip install torch transformers onnx
    python bench/clip-to-onnx.py MODEL OUTPUT

OUTPUT gets the folder's JSON files and onnx/text_model.onnx (input_ids -> text_embeds) and onnx/vision_model.onnx
(pixel_values -> image_embeds), in float32. `transformersEncoder('./OUTPUT', { model: { dtype: 'fp32' } })` judges it.
"""
import json
import os
import shutil
import sys

import torch
from safetensors.torch import load_file
from torch import nn
from transformers import CLIPConfig, CLIPModel
from transformers.activations import ACT2FN


class Stem(nn.Module):
    """Convolutions before the patches, which transformers' CLIP has not: `vision_config.stem` has their channels."""

    def __init__(self, channels, patch, tower):
        super().__init__()
        pairs = zip([3, *channels], channels)
        self.stem = nn.ModuleList(nn.Conv2d(given, found, 3, stride=2) for given, found in pairs)
        self.patch = nn.Conv2d(channels[-1], tower.hidden_size, patch, stride=patch, bias=False)
        self.activate = ACT2FN[tower.hidden_act]

    @property
    def weight(self):
        return self.patch.weight

    def forward(self, x):
        for convolution in self.stem:
            # A row of zeros below and a column on the right, as TensorFlow pads an even size.
            x = self.activate(convolution(nn.functional.pad(x, (0, 1, 0, 1))))
        return self.patch(x)


class Tower(nn.Module):
    """One tower of a CLIPModel with its projection."""

    def __init__(self, tower, projection):
        super().__init__()
        self.tower, self.projection = tower, projection

    def forward(self, x):
        return self.projection(self.tower(x).pooler_output)


def read(folder):
    """The model in float32, without transformers' own loader, which knows no stem."""
    with open(f"{folder}/config.json") as file:
        config = json.load(file)
    model = CLIPModel._from_config(CLIPConfig.from_dict(config), attn_implementation="eager").float().eval()
    weights = {name: value.float() for name, value in load_file(f"{folder}/model.safetensors").items()}
    tower, embeddings = config["vision_config"], model.vision_model.embeddings
    if stem := tower.get("stem"):
        embeddings.patch_embedding = Stem(stem, tower["patch_size"] // 2 ** len(stem), model.config.vision_config)
        here = "vision_model.embeddings."
        weights = {
            name.replace(f"{here}stem.", f"{here}patch_embedding.stem.").replace(
                f"{here}patch_embedding.weight", f"{here}patch_embedding.patch.weight"
            ): value
            for name, value in weights.items()
        }
    missing, unknown = model.load_state_dict(weights, strict=False)
    if missing or set(unknown) - {name for name in unknown if name.endswith("position_ids")}:
        raise SystemExit(f"{folder}: the weights must be those of config.json; missing {missing}, unknown {unknown}")
    return model


def main(folder, output):
    model = read(folder)
    vision, text = model.config.vision_config, model.config.text_config
    pixels = torch.zeros(2, 3, vision.image_size, vision.image_size)
    tokens = torch.full((2, text.max_position_embeddings), text.eos_token_id)
    towers = [
        ("vision_model", Tower(model.vision_model, model.visual_projection), pixels, "pixel_values", "image_embeds"),
        ("text_model", Tower(model.text_model, model.text_projection), tokens, "input_ids", "text_embeds"),
    ]
    os.makedirs(f"{output}/onnx", exist_ok=True)
    for name, tower, example, given, found in towers:
        axes = {given: {0: "batch", **({1: "length"} if given == "input_ids" else {})}, found: {0: "batch"}}
        with torch.inference_mode():
            torch.onnx.export(
                tower,
                (example,),
                f"{output}/onnx/{name}.onnx",
                input_names=[given],
                output_names=[found],
                dynamic_axes=axes,
                opset_version=17,
                dynamo=False,
            )
    for name in os.listdir(folder):
        if name.endswith(".json"):
            shutil.copy(f"{folder}/{name}", output)


if __name__ == "__main__":
    main(*sys.argv[1:])
