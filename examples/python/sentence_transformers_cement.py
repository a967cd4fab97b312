"""The Cement loss in sentence-transformers' trainer, on FOLDER/records.parquet: sentence_transformers_cement.py FOLDER MODEL"""

import os
import sys

from datasets import Dataset, load_dataset
from sentence_transformers import (
    SentenceTransformer,
    SentenceTransformerTrainer,
    SentenceTransformerTrainingArguments,
)
from sentence_transformers.training_args import BatchSamplers

from slipform_torch import adaptive_margin
from slipform_torch.sentence_transformers import CementLoss

model_folder = os.path.abspath(sys.argv[2])
os.chdir(sys.argv[1])  # anchors are files of pictures, named from here
records = load_dataset("parquet", data_files="records.parquet", split="train").to_pandas()
tuples = [
    [own.filepath.iloc[0], own.caption.iloc[0], *own.negative[:2], [*own.concreteness[:2]]]
    for _, own in records.dropna(subset="negative").groupby("id")
    if len(own) >= 2  # each row has two negatives, and `label` their two concretenesses
]
names = ["anchor", "positive", "negative_1", "negative_2", "label"]
rows = Dataset.from_dict(dict(zip(names, zip(*tuples, strict=True), strict=True)))
model = SentenceTransformer(model_folder)
arguments = SentenceTransformerTrainingArguments(
    "trainer",
    num_train_epochs=10,
    logging_steps=1,
    learning_rate=1e-2,
    batch_sampler=BatchSamplers.NO_DUPLICATES,  # two captions of one picture would be each other's negatives
    report_to="none",
    save_strategy="no",
    disable_tqdm=True,
    use_cpu=True,
)
loss = CementLoss(model, adaptive_margin(max=2))
trainer = SentenceTransformerTrainer(model, arguments, train_dataset=rows, loss=loss)
trainer.train()
losses = [entry["loss"] for entry in trainer.state.log_history if "loss" in entry]
print(f"{rows.column_names} loss {float(losses[0]):.2f}, then {float(losses[-1]):.2f}")
