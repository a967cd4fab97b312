"""The Cement loss for PyTorch and open_clip: InfoNCE with hard-negative captions and a margin on each pair's own.

```python
from slipform_torch import CementLoss, adaptive_margin

loss = CementLoss(margin=adaptive_margin(max=2.0))
loss(image_features, text_features, logit_scale, hard_text_features=hard, concreteness=c, valid=valid)
```
"""

from ._texts import text_ids
from .baselines import CeClipLoss, HnNceLoss, SigLipLoss
from .loss import CementLoss, DirectionBudget, GradientBudget, Layout
from .margins import (
    Margin,
    adaptive_margin,
    balanced_margin,
    no_margin,
    similarity_margin,
    static_margin,
)
from .terms import keep_close, own_negatives

__version__ = "0.1.0"

__all__ = [
    "CeClipLoss",
    "CementLoss",
    "DirectionBudget",
    "GradientBudget",
    "HnNceLoss",
    "Layout",
    "Margin",
    "SigLipLoss",
    "adaptive_margin",
    "balanced_margin",
    "keep_close",
    "no_margin",
    "own_negatives",
    "similarity_margin",
    "static_margin",
    "text_ids",
]
