"""Our options beside open_clip's."""

from __future__ import annotations

import pytest
import torch

from slipform_torch import (
    adaptive_margin,
    balanced_margin,
    keep_close,
    no_margin,
    own_negatives,
    similarity_margin,
    static_margin,
)
from slipform_torch.open_clip.__main__ import main
from slipform_torch.open_clip.batch import Packing, Texts
from slipform_torch.open_clip.losses import Losses, mean_margin
from slipform_torch.open_clip.options import parse_margin, parse_options


def test_margins_of_a_command_line() -> None:
    assert parse_margin("none") == no_margin()
    assert parse_margin("static:2") == parse_margin("static:value=2") == static_margin(2.0)
    assert parse_margin("adaptive") == adaptive_margin()
    assert parse_margin("adaptive:max=1,min=3,scale=rank,unit=cosine") == adaptive_margin(
        min=3, max=1, scale="rank", unit="cosine"
    )
    assert parse_margin("balanced:0.3") == balanced_margin(0.3)
    assert parse_margin("similarity:3,others=true") == similarity_margin(3, others=True)


def test_terms_of_a_command_line() -> None:
    options, rest = parse_options(
        ["--keep-close", "1", "--own-negatives", "weight=0.5,focus=2,smoothing=0.02"]
    )
    assert options is not None and rest == []
    assert options.keep_close == keep_close(weight=1)
    assert options.own_negatives == own_negatives(weight=0.5, focus=2, smoothing=0.02)
    options, _ = parse_options(
        ["--keep-close", "2,kind=squared", "--plain-every", "2", "--warm-statistics", "5"]
    )
    assert options is not None and options.keep_close == keep_close(weight=2, kind="squared")
    assert (options.plain_every, options.warm_statistics, options.own_negatives) == (2, 5, None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("best", "--margin must be one of none, static, adaptive, balanced, .* got 'best'"),
        ("static", "--margin static needs value, such as static:2"),
        ("balanced", "--margin balanced needs share, such as balanced:0.3"),
        ("adaptive:2", r"--margin adaptive takes min=…, max=…, unit=…, scale=…, got '2'"),
        ("none:2", "--margin none takes no options"),
        ("static:big", "static_margin: value must be a finite number, got 'big'"),
        ("balanced:3", "balanced_margin: share must lie between 0 and 1, got 3"),
    ],
)
def test_margins_that_are_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_margin(text)


def test_what_is_not_ours_is_left_to_open_clip() -> None:
    options, rest = parse_options(
        ["--negatives", "a", "b", "--hard", "2", "--model", "RN50", "--val-data", "x"]
    )
    assert options is not None
    assert (options.negatives, options.hard, options.layout) == (["a", "b"], 2, "captions")
    assert rest == ["--model", "RN50", "--val-data", "x"]


@pytest.mark.parametrize(
    ("argv", "code", "message"),
    [
        (["--hard", "0"], 2, "hard must be an integer from 1 to 100, got 0"),
        (["--layout", "pairs"], 2, "layout must be one of captions, triplet, paired, got 'pairs'"),
        (["--hard", "2", "--layout", "triplet"], 2, "hard must be 1 in the triplet layout"),
        (
            ["--keep-close", "kind=mse"],
            2,
            "keep_close: kind must be 'kl' or 'crossEntropy' or 'squared', got 'mse'",
        ),
        (["--keep-close", "1,speed=2"], 2, "--keep-close takes weight=…, kind=…, scale=…, got 'speed=2'"),
        (["--own-negatives", "-1"], 2, "own_negatives: weight must be a number ≥ 0, got -1.0"),
        (["--own-negatives", "1", "--layout", "paired"], 2, "layout must be 'captions' with own_negatives"),
        (["--plain-every", "1"], 2, "--plain-every must be a whole number ≥ 2, got 1; leave it out for none"),
        (["--warm-statistics", "-1"], 2, "--warm-statistics must be a whole number ≥ 1, got -1"),
        (
            ["--negatives", "a.tsv", "--warm-statistics", "1", "--skip-scheduler"],
            1,
            "--warm-statistics sets the rate to 0",
        ),
        (
            ["--train-data", "a.tar", "--keep-close", "1"],
            1,
            "--keep-close keeps an embedding of each row of a table",
        ),
        (["--zeroshot-prompt", "a dog"], 2, "--zeroshot-prompt must hold {}"),
        ([], 1, "nothing to train on: name --negatives, or --train-data"),
        (["--negatives", "a.tsv", "--local-loss"], 1, "--local-loss needs --gather-with-grad"),
        (["--negatives", "a.tsv", "--siglip"], 1, "--siglip of open_clip can't be used with hard captions"),
        (["--dataset-type", "synthetic", "--train-data", "x"], 1, "synthetic has no hard captions"),
        (["--negatives", "a.tsv", "--model-config", "no.json"], 1, "--model-config no.json is not there"),
    ],
)
def test_wrong_usage_is_one_sentence(
    argv: list[str], code: int, message: str, capfd: pytest.CaptureFixture[str]
) -> None:
    if code == 1:
        pytest.importorskip("open_clip_train", reason="open_clip is not installed")
    assert main(argv) == code
    lines = capfd.readouterr().err.strip().splitlines()
    assert lines[-1].startswith("slipform_torch.open_clip: ")
    assert message in lines[-1]
    assert not any("Traceback" in line for line in lines)


def test_help_has_our_options_before_those_of_open_clip(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("open_clip_train", reason="open_clip is not installed")
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    out = capsys.readouterr().out
    assert ended.value.code == 0
    assert 0 < out.index("--negatives") < out.index("open_clip's options:") < out.rindex("--local-loss ")


def test_losses_are_added_up_without_what_is_only_logged() -> None:
    losses = Losses({"contrastive_loss": torch.tensor(2.0)}, {"margin": torch.tensor(5.0)})
    total = sum(losses.values())
    losses["loss"] = total
    assert total == 2.0
    assert {name: value.item() for name, value in losses.items()} == {
        "contrastive_loss": 2.0,
        "margin": 5.0,
        "loss": 2.0,
    }


def test_the_mean_margin_is_over_what_is_there() -> None:
    valid = torch.tensor([[1.0, 0.0]])
    concreteness = torch.tensor([[5.0, 1.0]])
    assert mean_margin(adaptive_margin(max=3), concreteness, valid) == 3.0
    assert mean_margin(adaptive_margin(max=3), concreteness, 0 * valid) == 0.0
    assert mean_margin(balanced_margin(0.3), concreteness, valid) is None


@pytest.mark.parametrize("size", [0, 4])
def test_packed_texts_come_out_as_they_went_in(size: int) -> None:
    n, k, length = 3, 2, 5
    texts = Texts(
        torch.randint(0, 49408, (n, length)),
        torch.randint(0, 49408, (n, k, length)),
        torch.rand(n, k) * 4 + 1,
        torch.tensor([[1.0, 0.0]] * n),
        torch.tensor([0, 2**63 - 1, 0x123456789ABCDEF]),
        torch.rand(n, 3, size, size),
        torch.full((n,), -1),
    )
    packing = Packing(k, length)
    packed = torch.stack([packing.pack(Texts(*(part[i] for part in texts[:7]))) for i in range(n)])
    for part, came in zip(texts, packing.unpack(packed, torch.Size([3, size, size])), strict=True):
        assert torch.equal(part.flatten(), came.flatten())
        assert part.dtype == came.dtype
