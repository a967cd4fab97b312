"""What transformers and open_clip make of model folders that Slipform saved.

    python read_models.py MODELS.json

MODELS.json: { models: [{ name, folder, naming }], pictures }. Standard output gets JSON: what seen_by.py says, by name.
"""

import json
import sys
from pathlib import Path

import torch
from PIL import Image
from seen_by import seen_by_open_clip, seen_by_transformers


def main() -> None:
    torch.set_num_threads(1)
    asked = json.loads(Path(sys.argv[1]).read_text())
    pictures = [Image.open(name) for name in asked["pictures"]]
    readers = {"huggingface": seen_by_transformers, "open_clip": seen_by_open_clip}
    found = {
        model["name"]: readers[model["naming"]](Path(model["folder"]), pictures) for model in asked["models"]
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
