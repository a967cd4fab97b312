"""Hard-negative captions, the losses that train with them, and the benchmarks that judge.

``slipform.mine`` and ``slipform.negatives`` call the miner, ConcretePlant, and ``slipform.bench.score`` the benchmarks. They
are programs for Node, which this package brings along; they need Node 20.19 or newer on the PATH, or ``pip install
'slipform[miner]'``. ``slipform_torch`` has the losses, the data and the trainer around open_clip: ``pip install
'slipform[torch]'``.
"""

from __future__ import annotations

from . import bench
from ._errors import SlipformError
from .miner import Miner, Negatives, mine, negatives

__all__ = ["Miner", "Negatives", "SlipformError", "bench", "mine", "negatives"]
