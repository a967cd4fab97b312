"""The Cement loss for PyTorch and open_clip: InfoNCE with hard-negative captions and a margin on each pair's own."""

__version__ = "0.1.0"
