"""Reads mined negatives by Hugging Face's datasets, through the card beside them: python load_rows.py FOLDER"""

import sys

from datasets import load_dataset

rows = load_dataset(sys.argv[1], split="train").filter(lambda row: row["negative"] is not None)
for row in rows.select(range(2)):
    print(row["caption"], "→", row["negative"])
print(rows.num_rows, "rows,", rows.features["concreteness"].dtype, "concreteness")
