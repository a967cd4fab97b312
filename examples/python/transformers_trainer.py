"""The Cement loss in the Trainer of transformers, on a small CLIP: python transformers_trainer.py"""

import torch
from transformers import CLIPConfig, CLIPModel, Trainer, TrainingArguments

from slipform_torch import CementLoss, adaptive_margin

loss_of = CementLoss(adaptive_margin())


class CementTrainer(Trainer):
    def compute_loss(self, model, inputs, return_outputs=False, **_):
        pairs, hard = model(**inputs["pairs"]), model.get_text_features(inputs["hard"]).pooler_output
        h = torch.nn.functional.normalize(hard, dim=-1).unsqueeze(1)
        scale = model.logit_scale.exp()
        c = inputs["concreteness"]
        value = loss_of(pairs.image_embeds, pairs.text_embeds, scale, hard_text_features=h, concreteness=c)
        return (value, pairs) if return_outputs else value


def collate(rows):
    images, tokens, hard, concreteness = (torch.stack(x) for x in zip(*rows, strict=True))
    return {
        "pairs": {"pixel_values": images, "input_ids": tokens},
        "hard": hard,
        "concreteness": concreteness,
    }


torch.manual_seed(0)
tower = {"hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2}
words = {"vocab_size": 99, "max_position_embeddings": 8, "bos_token_id": 97, "eos_token_id": 98}
picture = {"image_size": 16, "patch_size": 8}
model = CLIPModel(CLIPConfig(text_config=tower | words, vision_config=tower | picture, projection_dim=16))
tokens = [torch.cat([torch.randint(1, 97, (7,)), torch.tensor([98])]) for _ in range(16)]
hard = [torch.cat([torch.randint(1, 97, (1,)), each[1:]]) for each in tokens]
rows = [(torch.rand(3, 16, 16), t, h, torch.rand(1) * 4 + 1) for t, h in zip(tokens, hard, strict=True)]
quiet = {"report_to": "none", "save_strategy": "no", "disable_tqdm": True, "remove_unused_columns": False}
options = {"per_device_train_batch_size": 16, "num_train_epochs": 20, "learning_rate": 1e-2, "use_cpu": True}
trainer = CementTrainer(
    model,
    TrainingArguments("trainer", logging_steps=1, **options, **quiet),
    data_collator=collate,
    train_dataset=rows,
)
trainer.train()
losses = [entry["loss"] for entry in trainer.state.log_history if "loss" in entry]
print(f"loss {float(losses[0]):.2f}, then {float(losses[-1]):.2f}")
