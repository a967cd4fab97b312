"""A tiny random CLIP of transformers, in ONNX, and what ONNX Runtime makes of texts and pictures by it.

    python onnx_clip.py FOLDER PICTURE...

FOLDER gets model/ (transformers' files), onnx/ (the same in ONNX), and the embeddings as images.npy with images.txt,
texts.npy with texts.json, images.parquet and texts.parquet. Standard output gets JSON: the versions and the texts.
"""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pyarrow
import pyarrow.parquet
import torch
import transformers
from PIL import Image
from transformers import CLIPConfig, CLIPImageProcessor, CLIPModel, CLIPProcessor

bench = Path(__file__).parents[2]
sys.path.insert(0, str(bench.parent / "clip" / "src" / "clients"))

from clip_tokenizers import clip_tokenizer  # noqa: E402

TEXTS = ["a red square", "a blue circle", "Two dogs, and a cat's ball!", "日本の猫", "a"]


def write(folder: Path, kind: str, column: str, names: list[str], vectors: np.ndarray) -> None:
    np.save(folder / f"{kind}.npy", vectors)
    table = {column: names, "embedding": [row.tolist() for row in vectors]}
    schema = pyarrow.schema([(column, pyarrow.string()), ("embedding", pyarrow.list_(pyarrow.float32()))])
    pyarrow.parquet.write_table(pyarrow.table(table, schema=schema), folder / f"{kind}.parquet")


def main() -> None:
    folder = Path(sys.argv[1])
    files = sys.argv[2:]
    torch.manual_seed(2)
    tokenizer = clip_tokenizer()
    tower = {"num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 48}
    ends = {"bos_token_id": tokenizer.bos_token_id, "eos_token_id": tokenizer.eos_token_id}
    config = CLIPConfig(
        projection_dim=12,
        vision_config={**tower, "hidden_size": 24, "image_size": 32, "patch_size": 8},
        text_config={**tower, **ends, "hidden_size": 16, "vocab_size": len(tokenizer)},
    )
    model = folder / "model"
    CLIPModel(config).eval().save_pretrained(model)
    tokenizer.save_pretrained(model)
    shape = {"size": {"shortest_edge": 32}, "crop_size": {"height": 32, "width": 32}}
    CLIPImageProcessor(**shape).save_pretrained(model)
    script = [str(bench / "bench" / "clip-to-onnx.py"), str(model), str(folder / "onnx")]
    subprocess.run([sys.executable, *script], check=True, stdout=sys.stderr)

    processor = CLIPProcessor.from_pretrained(model, backend="pil")
    pictures = [Image.open(file) for file in files]
    inputs = processor(text=TEXTS, images=pictures, return_tensors="pt", padding=True)

    def run(name: str, **given: np.ndarray) -> np.ndarray:
        session = onnxruntime.InferenceSession(folder / "onnx" / "onnx" / f"{name}.onnx")
        return session.run(None, given)[0]

    names = [Path(file).name for file in files]
    write(folder, "images", "image", names, run("vision_model", pixel_values=inputs["pixel_values"].numpy()))
    write(folder, "texts", "text", TEXTS, run("text_model", input_ids=inputs["input_ids"].numpy()))
    (folder / "images.txt").write_text("".join(f"{name}\n" for name in names))
    (folder / "texts.json").write_text(json.dumps(TEXTS))
    versions = {module.__name__: module.__version__ for module in (transformers, onnxruntime)}
    print(json.dumps({"versions": versions, "texts": TEXTS}))


if __name__ == "__main__":
    main()
