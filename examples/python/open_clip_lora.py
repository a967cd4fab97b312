"""LoRA in open_clip, by torch alone, on mined hard captions: open_clip_lora.py FOLDER CONFIG (of a model, JSON)"""

import sys
from pathlib import Path

import open_clip
import torch
from torch.nn.utils import parametrize

from slipform_torch import CementLoss, adaptive_margin
from slipform_torch.data import NegativesDataset


class LowRank(torch.nn.Module):
    """W + B·A in the place of a fixed W."""

    def __init__(self, weight, rank):
        super().__init__()
        self.a = torch.nn.Parameter(torch.randn(rank, weight.shape[1]) / weight.shape[1] ** 0.5)
        self.b = torch.nn.Parameter(torch.zeros(weight.shape[0], rank))

    def forward(self, weight):
        return weight + self.b @ self.a


def add_lora(model, rank=4):
    """Fixes all weights, and adds low-rank ones to the attention and the layers of every block. Returns the places."""
    model.requires_grad_(False)
    places = [
        (module, name)
        for path, module in model.named_modules()
        if "resblocks" in path
        for name in ("in_proj_weight", "weight")
        if getattr(module, name, None) is not None and getattr(module, name).ndim == 2
    ]
    for module, name in places:
        parametrize.register_parametrization(module, name, LowRank(getattr(module, name), rank))
    return places


torch.manual_seed(0)
folder, config = Path(sys.argv[1]), Path(sys.argv[2])
open_clip.add_model_config(config)
model, _, preprocess = open_clip.create_model_and_transforms(config.stem)
start = {name: value.clone() for name, value in model.state_dict().items()}
places = add_lora(model)  # a frozen image tower in its place: model.lock_image_tower()
trained = [each for each in model.parameters() if each.requires_grad]
data = NegativesDataset(
    folder / "records.jsonl", open_clip.get_tokenizer(config.stem), preprocess, hard=2, image_root=folder
)
loss_of, optimizer = CementLoss(adaptive_margin()), torch.optim.AdamW(trained, lr=1e-2)
for epoch in range(20):
    data.set_epoch(epoch)
    for batch in torch.utils.data.DataLoader(data, batch_size=16, shuffle=True):
        hard, valid = batch["hard_text"], batch["valid"]
        v = model.encode_image(batch["image"], normalize=True)
        t = model.encode_text(batch["text"], normalize=True)
        h = model.encode_text(hard.flatten(0, 1), normalize=True).unflatten(0, valid.shape)
        marks = {name: batch[name] for name in ("concreteness", "valid", "text_ids", "groups")}
        loss = loss_of(v, t, model.logit_scale.exp(), hard_text_features=h, **marks)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    if epoch % 19 == 0:
        print(f"loss {loss.item():.2f}")
model.eval()
before = model.encode_text(batch["text"])
for module, name in places:  # merged: the weights have open_clip's own names again
    parametrize.remove_parametrizations(module, name, leave_parametrized=True)
print(f"merged, moved {(model.encode_text(batch['text']) - before).abs().max().item():.1e}")
changed = [name for name, value in model.state_dict().items() if not value.equal(start[name])]
print(f"{sum(each.numel() for each in trained)} weights trained; {len(changed)} of {len(start)} tensors are other ones")
torch.save({"state_dict": model.state_dict()}, folder / "lora.pt")
open_clip.create_model(config.stem, pretrained=str(folder / "lora.pt"), weights_only=True)
