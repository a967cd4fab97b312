"""What every error of this package looks like: one sentence with the argument, the rule, what came, and the remedy."""

from __future__ import annotations

from typing import NoReturn

import torch


def refuse(where: str, name: str, rule: str, got: object, remedy: str) -> NoReturn:
    """Raises a ValueError: `where: name must rule, got …; remedy.`"""
    raise ValueError(f"{where}: {name} must {rule}, got {describe(got)}; {remedy}.")


def describe(value: object) -> str:
    """A value as an error shows it: short, on one line, a tensor by its dtype and shape."""
    if isinstance(value, torch.Tensor):
        return f"{str(value.dtype).removeprefix('torch.')} {shape_of(value)}"
    if value is None or isinstance(value, (bool, int, float)):
        return repr(value)
    if isinstance(value, str):
        return repr(value[:40])
    if isinstance(value, (list, tuple)):
        return f"a {type(value).__name__} of {len(value)}"
    return f"a value of type {type(value).__name__}"


def shape_of(value: torch.Tensor) -> str:
    """`[8, 2, 512]`"""
    return f"[{', '.join(str(int(size)) for size in value.shape)}]"
