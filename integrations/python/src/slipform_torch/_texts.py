"""Equal texts of a batch: which hard captions there are, and which texts are no negatives of an image."""

from __future__ import annotations

import torch
from torch import Tensor


def text_ids(text: Tensor, hard_text: Tensor) -> Tensor:
    """Numbers that are equal for equal texts: the `text_ids` of CementLoss, from what a tokenizer gives.

    :param text: `[…, L]`, the ids of the captions' tokens.
    :param hard_text: `[…, K, L]`, those of their hard captions.
    :return: `[…, 1 + K]`, int64: the caption's number, then those of its hard captions. They are sums of the ids by fixed
        odd weights modulo 2^64, the same in every process; two different texts have the same one by a chance of at most
        2^-46, where there are fewer than 2^18 kinds of tokens.
    """
    if text.shape[-1] != hard_text.shape[-1]:
        raise ValueError(
            f"text_ids: text and hard_text must have as many tokens a row, got {text.shape[-1]} and {hard_text.shape[-1]}; "
            "pad both to one length."
        )
    texts = torch.cat([text[..., None, :], hard_text], -2).long()
    return (texts * _weights(texts.shape[-1], texts.device)).sum(-1)


def _weights(count: int, device: torch.device) -> Tensor:
    """`[count]`, fixed odd numbers of 64 bits, by the finaliser of SplitMix64."""
    weights = []
    for place in range(1, count + 1):
        x = place * 0x9E3779B97F4A7C15 % 2**64
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB % 2**64
        weights.append(((x ^ (x >> 31)) | 1) - 2**63)
    return torch.tensor(weights, dtype=torch.int64, device=device)


def without_copies(ids: Tensor, valid: Tensor | None) -> Tensor:
    """`[N, K]`, bool: `valid` without hard captions that are equal to their pair's caption or to an earlier hard one of it.

    :param ids: `[N, 1 + K]`.
    :param valid: `[N, K]`; None: all.
    """
    captions, hard = ids[:, :1], ids[:, 1:]
    there = torch.ones_like(hard, dtype=torch.bool) if valid is None else valid.bool()
    repeats = (hard[:, :, None] == hard[:, None, :]) & there[:, None, :]
    return there & (hard != captions) & ~repeats.tril(-1).any(2)


def equal_to(ids: Tensor) -> Tensor:
    """`[N, N]`, bool: whether two different rows have the same text. `ids` is `[N]`."""
    return (ids[:, None] == ids) & ~torch.eye(len(ids), dtype=torch.bool, device=ids.device)


def stood_for(ids: Tensor, hard: Tensor, valid: Tensor, here: Tensor | None) -> Tensor:
    """`[R, N·K]`, bool: the hard captions of other rows that are no negatives of a row.

    They are equal to the row's own text, or another one stands for them: a hard caption of the row's own, else the first of
    the batch.

    :param ids: `[N]`, the texts that are the rows' positives.
    :param hard: `[N, K]`, those that are negatives only.
    :param valid: `[N, K]`, bool, which of them there are.
    :param here: `[R]`, the rows that are asked for; None: all.
    """
    rows = torch.arange(len(ids), device=ids.device) if here is None else here
    columns, there = hard.flatten(), valid.flatten()
    # By text, and within a text those that are there first, each by its place.
    order = torch.argsort(~there, stable=True)
    order = order[torch.argsort(columns[order], stable=True)]
    ordered = columns[order]
    later = torch.cat([torch.zeros_like(there[:1]), ordered[1:] == ordered[:-1]])
    out = (ids[rows, None] == columns) | torch.empty_like(there).scatter(0, order, later)
    for slot in range(hard.shape[1]):
        out |= (hard[rows, slot, None] == columns) & valid[rows, slot, None]
    own = rows[:, None] * hard.shape[1] + torch.arange(hard.shape[1], device=ids.device)
    return out.scatter(1, own, False)
