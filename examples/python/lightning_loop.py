"""The Cement loss in a LightningModule: python lightning_loop.py"""

import lightning
import torch

from slipform_torch import CementLoss, adaptive_margin


class Towers(lightning.LightningModule):
    def __init__(self):
        super().__init__()
        self.image, self.text, self.loss = torch.nn.Linear(48, 32), torch.nn.Linear(48, 32), CementLoss(adaptive_margin())

    def training_step(self, batch, _):
        v, t, h = (torch.nn.functional.normalize(x, dim=-1) for x in self.embed(*batch[:3]))
        value = self.loss(v, t, 1 / 0.07, hard_text_features=h, concreteness=batch[3])
        print(f"step {self.global_step}: loss {value.item():.2f}")
        return value

    def embed(self, pixels, captions, hard):
        return self.image(pixels), self.text(captions), self.text(hard)

    def configure_optimizers(self):
        return torch.optim.AdamW(self.parameters(), lr=1e-2)


lightning.seed_everything(0)
pairs = [(torch.randn(48), torch.randn(48), torch.randn(2, 48), 1 + 4 * torch.rand(2)) for _ in range(16)]
quiet = {"logger": False, "enable_checkpointing": False, "enable_progress_bar": False}
trainer = lightning.Trainer(max_epochs=20, accelerator="cpu", **quiet)
trainer.fit(Towers(), torch.utils.data.DataLoader(pairs, batch_size=16))
