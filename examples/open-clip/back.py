"""back.py MODEL BACK IMAGES: a model in open_clip, in Node, and in Python again after Node saved it: the same embeddings?"""

import json
import os
import subprocess
import sys
from pathlib import Path

import open_clip
import torch
from PIL import Image
from torch.nn.functional import normalize

model, back, images = sys.argv[1:]
with open(os.path.join(back, "embeddings.json"), encoding="utf-8") as file:
    node = json.load(file)
pictures = [Image.open(os.path.join(images, name)).convert("RGB") for name in node["pictures"]]


def by_open_clip(folder: str) -> torch.Tensor:
    """Of the pictures and the captions, of unit length."""
    clip, _, preprocess = open_clip.create_model_and_transforms(f"local-dir:{folder}")
    tokens = open_clip.get_tokenizer(f"local-dir:{folder}")(node["captions"])
    clip.eval()
    with torch.inference_mode():
        pixels = torch.stack([preprocess(picture) for picture in pictures])
        return normalize(torch.cat([clip.encode_image(pixels), clip.encode_text(tokens)]), dim=1)


def compare(name: str, embeddings: torch.Tensor, most: float = 1e-4) -> None:
    """Prints how far these are from the trained model's, and ends if that is too far."""
    difference = (embeddings - trained).abs().max().item()
    print(f"{name}: largest difference {difference:.1e}")
    if difference > most:
        sys.exit(f"{name} differs by more than {most}")


trained = by_open_clip(model)
compare("Node", torch.tensor(node["embeddings"]))
compare("saved by Node, in open_clip", by_open_clip(os.path.join(back, "open_clip")))
try:
    from transformers import CLIPModel, CLIPProcessor
except ImportError:
    print("transformers is not installed: its part is left out")
    sys.exit()
folder = os.path.join(back, "transformers")
clip, processor = CLIPModel.from_pretrained(folder), CLIPProcessor.from_pretrained(folder)
with torch.inference_mode():
    out = clip(**processor(text=node["captions"], images=pictures, return_tensors="pt", padding=True))
compare("saved by Node, in transformers", torch.cat([out.image_embeds, out.text_embeds]))
try:
    import onnx  # noqa: F401  the script below needs it
    from onnxruntime import InferenceSession
except ImportError:
    print("onnx or onnxruntime is not installed: this part is left out")
    sys.exit()
script = Path(__file__).parents[2] / "packages/bench/bench/clip-to-onnx.py"
quiet = [sys.executable, "-W", "ignore"]
subprocess.run([*quiet, script, folder, os.path.join(back, "onnx")], check=True, stdout=subprocess.DEVNULL)
inputs = processor(text=node["captions"], images=pictures, return_tensors="np", padding=True)
found = []
for tower, given in (("vision_model", "pixel_values"), ("text_model", "input_ids")):
    session = InferenceSession(os.path.join(back, "onnx", "onnx", f"{tower}.onnx"))
    found.append(torch.tensor(session.run(None, {given: inputs[given]})[0]))
compare("that in ONNX", normalize(torch.cat(found), dim=1))
