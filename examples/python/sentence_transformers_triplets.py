"""A small CLIP of sentence-transformers on FOLDER/triplets.parquet: sentence_transformers_triplets.py FOLDER MODEL"""

import os
import sys

from datasets import load_dataset
from sentence_transformers import (
    SentenceTransformer,
    SentenceTransformerTrainer,
    SentenceTransformerTrainingArguments,
)
from sentence_transformers.losses import MultipleNegativesRankingLoss
from sentence_transformers.training_args import BatchSamplers

model_folder = os.path.abspath(sys.argv[2])
os.chdir(sys.argv[1])  # anchors are files of pictures, named from here
triplets = load_dataset("parquet", data_files="triplets.parquet", split="train")
model = SentenceTransformer(model_folder)
quiet = {"report_to": "none", "save_strategy": "no", "disable_tqdm": True, "use_cpu": True}
arguments = SentenceTransformerTrainingArguments(
    "trainer",
    num_train_epochs=10,
    logging_steps=1,
    learning_rate=1e-2,
    batch_sampler=BatchSamplers.NO_DUPLICATES,  # two captions of one picture would be each other's negatives
    **quiet,
)
loss = MultipleNegativesRankingLoss(model)
trainer = SentenceTransformerTrainer(model, arguments, train_dataset=triplets, loss=loss)
trainer.train()
losses = [entry["loss"] for entry in trainer.state.log_history if "loss" in entry]
print(f"{triplets.column_names} loss {float(losses[0]):.2f}, then {float(losses[-1]):.2f}")
