"""The loss of sentence-transformers' trainer equals the loss that it stands for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.nn.functional import normalize

from slipform_torch import CementLoss as Plain
from slipform_torch import Margin, adaptive_margin, own_negatives, similarity_margin, static_margin
from slipform_torch.sentence_transformers import CementLoss

ROWS, DIM = 5, 4


class Model(nn.Module):
    """What a SentenceTransformer is to a loss: features in, embeddings out, of any length."""

    def __init__(self) -> None:
        super().__init__()
        self.layer = nn.Linear(DIM, DIM, dtype=torch.float64)

    def forward(self, features: dict[str, Tensor]) -> dict[str, Tensor]:
        return {"sentence_embedding": self.layer(features["pixels"])}


def columns(negatives: int) -> list[dict[str, Tensor]]:
    random = torch.Generator().manual_seed(negatives)
    draw = (torch.randn(ROWS, DIM, generator=random, dtype=torch.float64) for _ in range(2 + negatives))
    return [{"pixels": each} for each in draw]


def concreteness(negatives: int) -> Tensor:
    random = torch.Generator().manual_seed(9)
    return 1 + 4 * torch.rand(ROWS, negatives, generator=random, dtype=torch.float64)


@pytest.mark.parametrize("negatives", [1, 3])
@pytest.mark.parametrize(
    "margin", [0, 2.5, static_margin(0.1, "cosine"), adaptive_margin(), adaptive_margin(scale="rank")]
)
@pytest.mark.parametrize("terms", [None, own_negatives(weight=0.5, focus=2)])
def test_value_and_gradient_are_those_of_the_loss(negatives: int, margin: Margin | float, terms) -> None:
    model, features, label = Model(), columns(negatives), concreteness(negatives)
    # One negative has one number a row, as a column of floats gives it.
    labels = label[:, 0] if negatives == 1 else label
    found = CementLoss(model, margin, 30, terms)(features, labels)
    (gradient,) = torch.autograd.grad(found, model.layer.weight)
    v, t, *h = (normalize(model.layer(each["pixels"]), dim=-1) for each in features)
    hard = torch.stack(h, 1)
    wanted = Plain(margin, own_negatives=terms)(v, t, 30.0, hard_text_features=hard, concreteness=label)
    assert isinstance(wanted, Tensor)
    torch.testing.assert_close(found, wanted, rtol=1e-12, atol=0)
    (of_wanted,) = torch.autograd.grad(wanted, model.layer.weight)
    torch.testing.assert_close(gradient, of_wanted, rtol=1e-10, atol=1e-12)


def test_gradient_by_finite_differences() -> None:
    loss, label = CementLoss(Model(), adaptive_margin()), concreteness(2)
    embeddings = [each["pixels"].requires_grad_() for each in columns(2)]
    assert torch.autograd.gradcheck(
        lambda *each: loss.compute_loss_from_embeddings([*each], label), embeddings
    )


def test_the_card_says_the_options_and_json_holds_them() -> None:
    loss = CementLoss(Model(), similarity_margin(5), 50, own_negatives())
    said = json.loads(json.dumps(loss.get_config_dict()))
    assert "_SimilarityMargin(unit='logit', others=False, strength=5.0)" in said["margin"]
    assert (said["scale"], said["chunk_size"], said["gather_across_devices"]) == (50, None, False)
    assert "2604.13313" in loss.citation


def test_mistakes_are_one_sentence_each() -> None:
    loss = CementLoss(Model(), adaptive_margin())
    with pytest.raises(
        ValueError, match=r"^CementLoss: label must hold .*; rename the column concreteness to label\.$"
    ):
        loss(columns(1))
    with pytest.raises(
        ValueError, match=r"^CementLoss: sentence_features must have .* got 2; slipform-plant mine"
    ):
        loss(columns(0))
    with pytest.raises(ValueError, match=r"^CementLoss: scale must be finite and > 0, got 0"):
        CementLoss(Model(), scale=0)
    with pytest.raises(ValueError, match=r"^CementLoss: margin must be a finite number"):
        CementLoss(Model(), "adaptive")


def share(rank: int, folder: str) -> None:
    """One of two processes, which join after the loss was made, as with the trainer."""
    torch.manual_seed(0)
    model = Model()
    loss = CementLoss(model, adaptive_margin(scale="rank"), gather_across_devices=True)
    dist.init_process_group("gloo", init_method=f"file://{folder}/meeting", rank=rank, world_size=2)
    features, label = columns(2), concreteness(2)
    mine = slice(0, 2) if rank == 0 else slice(2, 4)
    found = loss([{"pixels": each["pixels"][mine]} for each in features], label[mine])
    found.backward()
    gradient = model.layer.weight.grad
    assert gradient is not None
    dist.all_reduce(gradient)  # DDP takes the mean
    if rank == 0:
        torch.save((found.detach(), gradient / 2), f"{folder}/found.pt")
    dist.destroy_process_group()


def test_two_processes_have_the_loss_of_one(tmp_path: Path) -> None:
    torch.multiprocessing.spawn(share, (str(tmp_path),), nprocs=2)
    model = Model()
    whole = CementLoss(model, adaptive_margin(scale="rank"))
    found = whole([{"pixels": each["pixels"][:4]} for each in columns(2)], concreteness(2)[:4])
    found.backward()
    torch.testing.assert_close(
        torch.load(tmp_path / "found.pt"), (found.detach(), model.layer.weight.grad), rtol=1e-12, atol=1e-14
    )
