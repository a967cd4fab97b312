"""open_clip's own trainer, without Slipform: the same pairs as a table, its own reader, its own loss."""

import argparse
import json
import os
import sys

import open_clip
from open_clip_train.main import main

parser = argparse.ArgumentParser(allow_abbrev=False)
for name in ("negatives", "images", "table", "model-config"):
    parser.add_argument(f"--{name}")
ours, theirs = parser.parse_known_args()

seen = set()
with open(ours.negatives, encoding="utf-8") as lines, open(ours.table, "w", encoding="utf-8") as table:
    table.write("filepath\ttitle\n")
    for record in map(json.loads, lines):
        if record["id"] not in seen:
            seen.add(record["id"])
            table.write(f"{os.path.join(ours.images, record['filepath'])}\t{record['caption']}\n")

open_clip.add_model_config(ours.model_config)
sys.exit(main([*theirs, "--train-data", ours.table, "--dataset-type", "csv"]))
