"""open_clip's own trainer with hard captions, in one process and in two."""

from __future__ import annotations

import json
import logging
import os
import re
import socket
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from slipform_torch.data import read_negatives
from slipform_torch.data.table import TableRows
from slipform_torch.open_clip import export, mix
from slipform_torch.open_clip.__main__ import main
from slipform_torch.open_clip.average import Average
from slipform_torch.open_clip.tables import JoinedRows, merge

pytest.importorskip("open_clip_train.main", reason="open_clip is not installed")

TINY = {
    "embed_dim": 16,
    "vision_cfg": {"image_size": 16, "layers": 1, "width": 16, "patch_size": 8, "head_width": 8},
    "text_cfg": {"context_length": 16, "vocab_size": 49408, "width": 16, "heads": 2, "layers": 1},
}
# The whole picture each time, so that runs can be compared, and an epsilon of AdamW against which rounding is nothing.
SAME = [
    "--aug-cfg",
    "scale=(1.0,1.0)",
    "--seed",
    "3",
    "--workers",
    "0",
    "--log-every-n-steps",
    "1",
    "--wd",
    "0",
]
OPTIONS = ["--device", "cpu", "--precision", "fp32", "--lr", "1e-2", "--eps", "1e-2", "--warmup", "1", *SAME]
LINE = re.compile(r"Contrastive_loss: ([\d.]+) .*Hard_share: ([\d.]+) .*Margin: ([\d.]+) .* Loss: ([\d.]+)")


def runs_in(folder: Path, mined: Path) -> Any:
    """Arguments of a run by name, which writes into a folder."""
    (folder / "tiny.json").write_text(json.dumps(TINY))

    def arguments(name: str, *more: str, batch: int = 12, epochs: int = 2) -> list[str]:
        model = ["--model-config", str(folder / "tiny.json"), "--model", "tiny", "--logs", str(folder)]
        size = ["--name", name, "--batch-size", str(batch), "--epochs", str(epochs)]
        return [*model, *OPTIONS, *size, "--image-root", str(mined), *more]

    return arguments


@pytest.fixture
def run(mined: Path, tmp_path: Path) -> Any:
    return runs_in(tmp_path, mined)


@pytest.fixture(autouse=True)
def logging_stays() -> Iterator[None]:
    """open_clip adds a handler to the root logger for each run, and sets the level of every logger, torch's too."""
    before = logging.root.handlers[:]
    levels = {logger: logger.level for logger in loggers()}
    yield
    for handler in set(logging.root.handlers) - set(before):
        logging.root.removeHandler(handler)
        handler.close()
    for logger in loggers():
        logger.setLevel(levels.get(logger, logging.NOTSET))


def loggers() -> list[logging.Logger]:
    known = logging.root.manager.loggerDict.values()
    return [logging.root, *(one for one in known if isinstance(one, logging.Logger))]


def weights(folder: Path, name: str, epoch: int = 2) -> dict[str, torch.Tensor]:
    saved = torch.load(
        folder / name / "checkpoints" / f"epoch_{epoch}.pt", map_location="cpu", weights_only=False
    )
    return {key.removeprefix("module."): value for key, value in saved["state_dict"].items()}


def largest_difference(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> float:
    assert one.keys() == other.keys()
    return max((one[key] - other[key]).abs().max().item() for key in one)


def logged(folder: Path, name: str) -> list[list[float]]:
    return [[float(x) for x in found] for found in LINE.findall((folder / name / "out.log").read_text())]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


LOCAL = ["--local-loss", "--gather-with-grad"]
KEEPING = [
    "--keep-close",
    "1",
    "--own-negatives",
    "0.5,focus=2",
    "--plain-every",
    "3",
    "--warm-statistics",
    "2",
]
MEAN = ["--keep-close", "5", "--keep-close-ema", "0.5"]
CLOSE = ["--keep-close", "3", "--own-negatives", "1", "--hard", "2"]


@pytest.fixture(scope="module")
def two_processes(mined: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all runs of two processes lie. The same two make them one after the other: to start takes longer than to train."""
    folder = tmp_path_factory.mktemp("two")
    run = runs_in(folder, mined)
    tsv = ["--negatives", str(mined / "mined.tsv"), "--hard", "2"]
    records = ["--negatives", str(mined / "mined.jsonl")]
    steady = ["--lr-scheduler", "const", "--gather-with-grad"]
    runs = [
        run("two", *tsv, "--gather-with-grad", batch=6),
        run("local", *tsv, *LOCAL, batch=6),
        run("whole", *records, *KEEPING, *steady, batch=2),
        run("broken", *records, *KEEPING, *steady, batch=2, epochs=1),
        run("broken", *records, *KEEPING, *steady, "--resume", "latest", batch=2),
        run("free", *records, *KEEPING[2:], *steady, batch=2),
        run("close", *records, *CLOSE, *LOCAL, batch=6),
        run("mean", *records, *MEAN, *steady, batch=2),
        run("mean-broken", *records, *MEAN, *steady, batch=2, epochs=1),
        run("mean-broken", *records, *MEAN, *steady, "--resume", "latest", batch=2),
        run("mean-start", *records, *MEAN[:2], *steady, batch=2),
        run("mean-itself", *records, *MEAN[:2], "--keep-close-ema", "0", *steady, batch=2),
    ]
    torchrun = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node=2"]
    command = [
        *torchrun,
        str(Path(__file__).with_name("train_runs.py")),
        json.dumps([[free_port(), argv] for argv in runs]),
    ]
    source = str(Path(__file__).parents[2] / "src")
    environment = {**os.environ, "PYTHONPATH": source, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_two_processes_equal_one(run: Any, mined: Path, tmp_path: Path, two_processes: Path) -> None:
    # An epoch is one step on all twelve pairs, since open_clip's sampler orders them otherwise for two processes.
    assert main(run("one", "--negatives", str(mined / "mined.tsv"), "--hard", "2")) == 0
    first = logged(tmp_path, "one")
    assert len(first) == 2
    for loss, share, margin, total in first:
        assert loss == total  # what is only logged is not trained on
        assert 0 < share < 1
        assert 1.5 < margin < 2
    for step, (one, two) in enumerate(zip(first, logged(two_processes, "two")[:2], strict=True)):
        assert two[:2] == pytest.approx(one[:2], rel=1e-4), step
    before = largest_difference(weights(tmp_path, "one", 1), weights(tmp_path, "one", 2))
    assert before > 1e-4
    for name in ("two", "local"):
        assert largest_difference(weights(tmp_path, "one"), weights(two_processes, name)) < before / 50, name


def test_a_frozen_image_tower_stays(run: Any, mined: Path, tmp_path: Path) -> None:
    assert main(run("locked", "--negatives", str(mined / "mined.tsv"), "--lock-image")) == 0
    one, two = (weights(tmp_path, "locked", epoch) for epoch in (1, 2))
    moved = {name.split(".")[0] for name in one if not one[name].equal(two[name])}
    assert "visual" not in moved
    assert {"transformer", "token_embedding", "logit_scale"} <= moved


def write_triplets(folder: Path, target: Path) -> None:
    """Records whose negative has the picture of the next row, as naturally occurring pairs have."""
    lines = [json.loads(line) for line in (folder / "mined.jsonl").read_text().splitlines()]
    for index, record in enumerate(lines):
        if "negative" in record and index % 5:
            record["negativeFilepath"] = lines[(index + 4) % len(lines)]["filepath"]
    target.write_text("\n".join(json.dumps(line) for line in lines) + "\n")


@pytest.mark.parametrize("layout", ["triplet", "paired"])
def test_layouts_with_pictures(run: Any, mined: Path, tmp_path: Path, layout: str) -> None:
    write_triplets(mined, tmp_path / "hard.jsonl")
    options = ["--layout", layout, "--negatives", str(tmp_path / "hard.jsonl"), "--margin", "static:1.5"]
    assert main(run("layout", *options, "--hard-image-root", str(mined), batch=4, epochs=1)) == 0
    steps = logged(tmp_path, "layout")
    assert len(steps) == 3
    assert all(margin == 1.5 for _, _, margin, _ in steps)
    assert all(value.isfinite().all() for value in weights(tmp_path, "layout", 1).values())


def test_a_table_is_joined_to_negatives_of_another_file(run: Any, mined: Path, tmp_path: Path) -> None:
    table = ["--train-data", str(mined / "captions.csv"), "--dataset-type", "csv", "--csv-separator", ","]
    columns = ["--csv-caption-key", "caption", "--hard", "2"]
    for kind in ("jsonl", "tsv"):
        assert main(run(kind, *table, *columns, "--negatives", str(mined / f"mined.{kind}"))) == 0
    assert main(run("alone", "--negatives", str(mined / "mined.jsonl"), "--hard", "2")) == 0
    # By id the same hard captions are drawn as of the records alone, so that the same model comes out.
    assert largest_difference(weights(tmp_path, "jsonl"), weights(tmp_path, "alone")) < 1e-6


def test_rows_of_several_files_are_one(mined: Path, tmp_path: Path) -> None:
    lines = (mined / "mined.jsonl").read_text().splitlines(keepends=True)
    (tmp_path / "first.jsonl").write_text("".join(lines[:7]) + lines[-1])
    (tmp_path / "second.jsonl").write_text("".join(lines[5:]))
    merged = merge([str(tmp_path / "first.jsonl"), str(tmp_path / "second.jsonl")])
    whole = read_negatives(mined / "mined.jsonl")
    by_id = {whole[index].id: whole[index] for index in range(len(whole))}
    rows = [merged[index] for index in range(len(merged))]
    assert [row.id for row in rows][:4] == ["000000001", "000000002", "000000003", "000000012"]
    assert len(rows) == len(whole)
    for row in rows:
        assert {n.caption for n in row.negatives} == {n.caption for n in by_id[row.id].negatives}
        assert len(row.negatives) == len(by_id[row.id].negatives)


def test_negatives_of_another_table(
    run: Any, mined: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other.tsv").write_text("filepath\ttitle\tneg_caption\na.png\ta dog\t['a cat']\n")
    table = ["--train-data", str(mined / "captions.csv"), "--csv-caption-key", "caption"]
    assert main(run("other", *table, "--negatives", str(tmp_path / "other.tsv"))) == 1
    said = capfd.readouterr().err.splitlines()[-1]
    assert "0 of 1 captions with negatives find a pair in " in said
    assert "'000000001.png' in the table, 'a.png' in the records" in said


def test_a_join_that_loses_most_negatives_is_refused_before_a_folder_is_made(
    run: Any, mined: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    # The table names folders and the records none; ids of the records are lines, and one line has the same caption.
    lines = (mined / "captions.csv").read_text().splitlines()
    table = [line.partition(",")[2].replace(".png", ".jpg") for line in lines]
    table[1:] = [f"val/{line}" for line in table[1:]]
    (tmp_path / "table.csv").write_text("\n".join(table) + "\n")
    records = [json.loads(line) for line in (mined / "mined.jsonl").read_text().splitlines()]
    numbered = [{**record, "id": str(int(record["id"]) + 1)} for record in records]
    (tmp_path / "numbered.jsonl").write_text("".join(json.dumps(record) + "\n" for record in numbered))
    options = ["--train-data", str(tmp_path / "table.csv"), "--csv-caption-key", "caption"]
    assert main(run("lost", *options, "--negatives", str(tmp_path / "numbered.jsonl"))) == 1
    said = capfd.readouterr().err
    assert said.count("\n") == 1
    assert "0 of 11 captions with negatives find a pair in " in said
    assert "'val/000000001.jpg' in the table, '000000001.png' in the records" in said
    assert not (tmp_path / "lost").exists()


def test_a_table_of_a_part_of_the_captions_is_joined(mined: Path, tmp_path: Path) -> None:
    lines = (mined / "captions.csv").read_text().splitlines()
    (tmp_path / "part.csv").write_text("\n".join(lines[:4]) + "\n")
    pairs = TableRows(str(tmp_path / "part.csv"), negatives=False)
    rows = JoinedRows(pairs, read_negatives(mined / "mined.jsonl"), "part.csv")
    assert [bool(rows[index].negatives) for index in range(len(rows))] == [True] * 3


def test_a_run_that_is_resumed_equals_the_unbroken_one(run: Any, mined: Path, tmp_path: Path) -> None:
    options = ["--negatives", str(mined / "mined.jsonl"), "--lr-scheduler", "const"]
    assert main(run("whole", *options)) == 0
    assert main(run("broken", *options, epochs=1)) == 0
    assert main(run("broken", *options, "--resume", "latest")) == 0
    assert largest_difference(weights(tmp_path, "whole"), weights(tmp_path, "broken")) < 1e-6


def test_two_processes_that_keep_close_are_resumed_to_the_bit(two_processes: Path) -> None:
    assert largest_difference(weights(two_processes, "whole"), weights(two_processes, "broken")) == 0
    assert largest_difference(weights(two_processes, "whole"), weights(two_processes, "free")) > 1e-4
    assert sorted(file.name for file in (two_processes / "whole" / "start").iterdir()) == [
        "0-of-2.pt",
        "1-of-2.pt",
    ]


def test_two_processes_that_keep_close_equal_one(
    run: Any, mined: Path, tmp_path: Path, two_processes: Path
) -> None:
    records = ["--negatives", str(mined / "mined.jsonl")]
    assert main(run("one", *records, *CLOSE)) == 0
    assert main(run("free", *records, *CLOSE[2:])) == 0
    moved = largest_difference(weights(tmp_path, "one"), weights(tmp_path, "free"))
    assert moved > 1e-4
    assert largest_difference(weights(tmp_path, "one"), weights(two_processes, "close")) < moved / 20


def test_two_processes_that_keep_close_to_their_average_are_resumed_to_the_bit(
    run: Any, mined: Path, two_processes: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    whole = weights(two_processes, "mean")
    assert largest_difference(whole, weights(two_processes, "mean-broken")) == 0
    # Not the start, and not the model itself, from which nothing is far.
    for other in ("mean-start", "mean-itself"):
        assert largest_difference(whole, weights(two_processes, other)) > 1e-4, other
    kept = two_processes / "mean" / "average" / "epoch_2.pt"
    assert largest_difference(torch.load(kept, weights_only=True), whole) > 1e-4
    (two_processes / "mean-broken" / "average" / "epoch_2.pt").unlink()
    options = ["--negatives", str(mined / "mined.jsonl"), *MEAN, "--logs", str(two_processes)]
    assert main(run("mean-broken", *options, "--resume", "latest", epochs=3)) == 1
    said = capfd.readouterr().err.splitlines()[-1]
    assert said.startswith("slipform_torch.open_clip: --keep-close-ema needs the average of the run, and ")


def test_the_average_follows_the_model_by_its_decay() -> None:
    model = torch.nn.Linear(2, 1)
    average = Average(model, 0.75)
    before = model.weight.detach().clone()
    with torch.no_grad():
        model.weight += 8
    average.follow()
    average.follow()
    assert torch.allclose(average._mean.weight, before + 8 * (1 - 0.75**2))


def test_warm_statistics_move_nothing_and_gather_moments(run: Any, mined: Path, tmp_path: Path) -> None:
    options = ["--negatives", str(mined / "mined.jsonl"), "--warm-statistics", "1", "--save-most-recent"]
    assert main(run("warm", *options)) == 0
    assert main(run("still", *options, epochs=1)) == 0
    first, second = weights(tmp_path, "warm", 1), weights(tmp_path, "warm", 2)
    assert largest_difference(first, weights(tmp_path, "still", 1)) == 0
    assert largest_difference(first, second) > 1e-4
    saved = torch.load(tmp_path / "still" / "checkpoints" / "epoch_1.pt", weights_only=False)
    assert max(state["exp_avg"].abs().max() for state in saved["optimizer"]["state"].values()) > 0


def test_plain_steps_have_no_hard_captions(run: Any, mined: Path, tmp_path: Path) -> None:
    options = ["--negatives", str(mined / "mined.jsonl"), "--plain-every", "2"]
    assert main(run("plain", *options, batch=4)) == 0
    shares = [share for _, share, _, _ in logged(tmp_path, "plain")]
    assert len(shares) == 6
    assert [share > 0 for share in shares] == [True, False] * 3
    write_triplets(mined, tmp_path / "hard.jsonl")
    pictures = [
        "--layout",
        "paired",
        "--negatives",
        str(tmp_path / "hard.jsonl"),
        "--hard-image-root",
        str(mined),
    ]
    assert main(run("paired", *pictures, "--plain-every", "2", batch=4, epochs=1)) == 0
    assert [share > 0 for _, share, _, _ in logged(tmp_path, "paired")] == [True, False, True]


def test_a_run_without_its_start_is_not_resumed(
    run: Any, mined: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    options = ["--negatives", str(mined / "mined.jsonl")]
    assert main(run("bare", *options, epochs=1)) == 0
    assert main(run("bare", *options, "--keep-close", "1", "--resume", "latest")) == 1
    said = capfd.readouterr().err.splitlines()[-1]
    assert said.startswith("slipform_torch.open_clip: --keep-close needs the embeddings of the start, and ")


def test_accumulated_steps(run: Any, mined: Path, tmp_path: Path) -> None:
    options = ["--negatives", str(mined / "mined.jsonl")]
    assert main(run("parts", *options, "--accum-freq", "2", batch=6)) == 0
    assert main(run("whole", *options)) == 0
    # the feature of open_clip computes the gradient of the whole batch in parts
    assert logged(tmp_path, "parts")[0][0] == pytest.approx(logged(tmp_path, "whole")[0][0], rel=1e-4)


@pytest.fixture
def shards(mined: Path, tmp_path: Path) -> Path:
    """Two shards of pairs, and two with their negatives (full ones and side tars)."""
    with tarfile.open(mined / "mined" / "00000.tar") as whole:
        members = whole.getmembers()
        for kind in ("full", "side", "bare"):
            (tmp_path / kind).mkdir()
            for shard in (0, 1):
                with tarfile.open(tmp_path / kind / f"0000{shard}.tar", "w") as part:
                    for info in members:
                        picture, ours = info.name.endswith("png"), ".neg" in info.name
                        left_out = (kind == "side" and picture) or (kind == "bare" and ours)
                        if (int(info.name[:9]) > 6) == bool(shard) and not left_out:
                            part.addfile(info, whole.extractfile(info))
    return tmp_path


def test_shards_with_negatives_in_them_or_beside_them(run: Any, shards: Path, mined: Path) -> None:
    pytest.importorskip("webdataset", reason="webdataset is not installed")

    def train(name: str, folder: str, *more: str) -> dict[str, torch.Tensor]:
        data = ["--train-data", str(shards / folder / "{00000..00001}.tar"), "--train-num-samples", "12"]
        return trained(name, *data, *more)

    def trained(name: str, *more: str, hard: int = 2) -> dict[str, torch.Tensor]:
        # Shards come in another order each time, so sums are rounded otherwise; this epsilon makes 1e-7 of that.
        assert main(run(name, *more, "--eps", "1e-1", "--hard", str(hard), epochs=1)) == 0
        return weights(shards, name, 1)

    full = train("full-run", "full")
    for name, negatives in (
        ("side-run", str(shards / "side" / "{00000..00001}.tar")),
        ("lines", "mined.jsonl"),
    ):
        beside = train(name, "bare", "--negatives", str(mined / negatives))
        assert largest_difference(full, beside) < 1e-6
    # A table gives the same as the shards: one step on all pairs, and the draw depends on the id.
    table = ["--negatives", str(mined / "mined.jsonl")]
    assert largest_difference(full, trained("table", *table)) < 1e-6
    # With one negative for two, the weights are seen to be others.
    assert largest_difference(full, trained("fewer", *table, hard=1)) > 1e-3


def test_shards_without_negatives(run: Any, shards: Path, capfd: pytest.CaptureFixture[str]) -> None:
    data = ["--train-data", str(shards / "bare" / "{00000..00001}.tar"), "--train-num-samples", "12"]
    assert main(run("bare-run", *data)) == 1
    assert re.search(r"0000\d.tar has no negatives in it", capfd.readouterr().err.splitlines()[-1])
    assert (
        main(
            run("other", *data, "--negatives", str(shards / "side" / "00000.tar"), str(shards / "tiny.json"))
        )
        == 1
    )
    assert "00001.tar has no file of negatives" in capfd.readouterr().err.splitlines()[-1]


def test_an_epoch_without_a_batch_is_refused_before_the_model_is_built(
    run: Any, mined: Path, shards: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    table = ["--negatives", str(mined / "mined.jsonl")]
    assert main(run("wide", *table, batch=13)) == 1
    said = capfd.readouterr().err
    assert said == (
        "slipform_torch.open_clip: an epoch of 12 pairs has no batch of 13: take a smaller --batch-size, or more pairs\n"
    )
    assert main(run("often", *table, "--accum-freq", "2", batch=7)) == 1
    assert "12 pairs has no 2 batches of 7: " in capfd.readouterr().err
    pytest.importorskip("webdataset", reason="webdataset is not installed")
    data = ["--train-data", str(shards / "full" / "{00000..00001}.tar"), "--train-num-samples"]
    assert main(run("shards", *data, "12", batch=13)) == 1
    assert "12 pairs has no batch of 13: " in capfd.readouterr().err
    assert not any((tmp_path / name).exists() for name in ("wide", "often", "shards"))
    # What the user says of shards may be wrong.
    assert main(run("fewer", *data, "13", batch=13)) == 1
    assert "a pass over these shards has no batch of 13: " in capfd.readouterr().err.splitlines()[-1]


def test_held_out_negatives_are_checked_before_the_model_is_built(
    run: Any, mined: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bare.jsonl").write_text(
        '{"id": "1", "caption": "a dog", "negative": "a cat", "concreteness": 4}\n'
    )
    options = ["--negatives", str(mined / "mined.jsonl"), "--val-negatives", str(tmp_path / "bare.jsonl")]
    assert main(run("bare", *options)) == 1
    sentence = (
        r"slipform_torch.open_clip: --val-negatives: .*bare.jsonl, line 1 names no picture, so that .*\n"
    )
    assert re.fullmatch(sentence, capfd.readouterr().err)
    assert not (tmp_path / "bare").exists()


def test_an_error_of_the_data_is_one_sentence(run: Any, mined: Path, tmp_path: Path, capfd: Any) -> None:
    options = ["--negatives", str(mined / "mined.jsonl"), "--image-root", str(tmp_path), "--workers", "1"]
    assert main(run("broken", *options)) == 1
    said = capfd.readouterr().err
    sentence = r"slipform_torch.open_clip: .* is not there: name its folder \(--image-root\)\n"
    assert re.fullmatch(sentence, said)
    assert not (tmp_path / "broken").exists()
    # Only the first pictures are looked at before: what a worker says of another one is a sentence, too.
    for picture in sorted(mined.glob("*.png"))[:8]:
        (tmp_path / picture.name).write_bytes(picture.read_bytes())
    assert main(run("later", *options)) == 1
    assert re.fullmatch(sentence.strip("\\n"), capfd.readouterr().err.splitlines()[-1])


def test_retention_is_printed_beside_composition(run: Any, mined: Path, tmp_path: Path) -> None:
    for name in ("red", "blue_green"):
        (tmp_path / "classes" / name).mkdir(parents=True)
        for picture in ("000000001.png", "000000012.png"):
            (tmp_path / "classes" / name / picture).write_bytes((mined / picture).read_bytes())
    validation = ["--val-data", str(mined / "mined.tsv"), "--dataset-type", "csv"]
    asked = ["--val-negatives", str(mined / "mined.jsonl"), "--zeroshot", str(tmp_path / "classes")]
    here = os.getcwd()
    os.chdir(mined)  # open_clip's own reader of tables takes paths from here
    try:
        assert main(run("judged", "--negatives", str(mined / "mined.jsonl"), *validation, *asked)) == 0
        assert main(run("plain", "--negatives", str(mined / "mined.jsonl"), *validation)) == 0
    finally:
        os.chdir(here)
    text = (tmp_path / "judged" / "out.log").read_text()
    assert "11 of them with hard captions; the others" in text
    assert "Before the training and after epoch 1 of 2:" in text
    table = text[text.index("Before the training and after epoch 2 of 2:") :].splitlines()[1:13]
    assert table[0].split() == ["before", "after", "change", "asked"]
    names = [
        "composition, own minus another picture",
        "composition with its own picture",
        "composition with another",
    ]
    for line, name in zip(table[1:4], names, strict=True):
        assert line.startswith(name) and line.endswith(" 11")
    found = json.loads((tmp_path / "judged" / "retention.json").read_text())
    assert found["before"].keys() == found["after"].keys()
    assert found["after"]["zero-shot, 2 classes"] == {"value": 0.5, "count": 4}  # each picture lies in both
    assert found["after"]["retrieval image to text @1, of 12"]["count"] == 12
    assert "--val-data retrieval text to image @1, of 12" in found["after"]
    # measuring changes nothing of the training
    assert largest_difference(weights(tmp_path, "judged"), weights(tmp_path, "plain")) == 0


def test_a_checkpoint_becomes_a_folder_that_open_clip_loads(run: Any, mined: Path, tmp_path: Path) -> None:
    open_clip = pytest.importorskip("open_clip")
    options = [
        "--negatives",
        str(mined / "mined.jsonl"),
        "--image-mean",
        "0.5",
        "0.5",
        "0.5",
        "--force-quick-gelu",
    ]
    assert main(run("made", *options, epochs=1)) == 0
    checkpoint = tmp_path / "made" / "checkpoints" / "epoch_1.pt"
    assert export.main([str(checkpoint), str(tmp_path / "model")]) == 0
    clip, _, preprocess = open_clip.create_model_and_transforms(f"local-dir:{tmp_path / 'model'}")
    assert largest_difference(dict(clip.state_dict()), weights(tmp_path, "made", 1)) == 0
    assert tuple(preprocess.transforms[-1].mean) == (0.5, 0.5, 0.5)
    assert "QuickGELU" in str(clip)
    tokenizer = open_clip.get_tokenizer(f"local-dir:{tmp_path / 'model'}")
    assert tokenizer(["a dog"]).shape == (1, 16)
    modes = {file.stat().st_mode for file in (tmp_path / "model").iterdir()}
    assert len(modes) == 1  # that of the umask
    vocabulary = json.loads((tmp_path / "model" / "vocab.json").read_text())
    assert len(vocabulary) == 49408
    assert (vocabulary["<|startoftext|>"], vocabulary["<|endoftext|>"], vocabulary["dog</w>"]) == (
        49406,
        49407,
        1929,
    )
    assert len((tmp_path / "model" / "merges.txt").read_text().splitlines()) == 48895


def test_a_checkpoint_that_can_not_be_exported(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.pt").write_text("no checkpoint")
    torch.save({"state_dict": {"a": torch.zeros(1)}}, tmp_path / "other.pt")
    cases = [
        (["bad.pt"], "bad.pt can't be read as a checkpoint"),
        (["none.pt"], "none.pt can't be read as a checkpoint"),
        (["other.pt"], "other.pt does not say of which model it is"),
        (["other.pt", "--model", "RN50"], "other.pt is not of the model RN50"),
        (["other.pt", "--model", "x", "--model-config", "no.json"], "model_config no.json is not there"),
    ]
    for (name, *options), message in cases:
        assert export.main([str(tmp_path / name), str(tmp_path / "model"), *options]) == 1
        assert message in capfd.readouterr().err.splitlines()[-1]


def test_weights_between_two_checkpoints(
    run: Any, mined: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    from safetensors.torch import load_file

    assert main(run("made", "--negatives", str(mined / "mined.jsonl"))) == 0
    ends = [str(tmp_path / "made" / "checkpoints" / f"epoch_{epoch}.pt") for epoch in (1, 2)]
    assert mix.main([*ends, "--alpha", "0,.25,1", "-o", str(tmp_path / "mixed")]) == 0
    listed = json.loads((tmp_path / "mixed" / "mix.json").read_text())
    assert listed == {
        "before": ends[0],
        "after": ends[1],
        "alphas": [{"alpha": alpha, "folder": f"alpha-{alpha:g}"} for alpha in (0, 0.25, 1)],
    }

    def at(folder: str) -> dict[str, torch.Tensor]:
        return load_file(tmp_path / folder / "open_clip_model.safetensors")

    first, last = weights(tmp_path, "made", 1), weights(tmp_path, "made", 2)
    assert (
        largest_difference(at("mixed/alpha-0"), first) == largest_difference(at("mixed/alpha-1"), last) == 0
    )
    quarter = {name: 0.75 * value + 0.25 * last[name] for name, value in first.items()}
    assert largest_difference(at("mixed/alpha-0.25"), quarter) < 1e-6
    assert (tmp_path / "mixed" / "alpha-0.25" / "vocab.json").exists()
    # Of folders, and the mean of several: of three at 0, ¼ and 1 it is at 5/12.
    folders = [str(tmp_path / "mixed" / f"alpha-{alpha}") for alpha in ("0", "0.25", "1")]
    assert mix.main(["--average", *folders, "-o", str(tmp_path / "mean")]) == 0
    mean = {name: value + 5 / 12 * (last[name] - value) for name, value in first.items()}
    assert largest_difference(at("mean"), mean) < 1e-6
    capfd.readouterr()

    torch.save({"state_dict": {**first, "logit_scale": torch.zeros(2)}}, tmp_path / "other.pt")
    torch.save({"state_dict": {"a": torch.zeros(2)}}, tmp_path / "else.pt")
    for argv, message in (
        ([ends[0], str(tmp_path / "other.pt")], "and logit_scale is [] in the first one, [2] in the other"),
        (
            [ends[0], str(tmp_path / "else.pt")],
            "the checkpoints must be of one model, and a is in the other one alone",
        ),
        ([*ends, "--alpha", "3"], "--alpha must lie in -1 to 2, got 3"),
        ([*ends, "--alpha", "half"], "--alpha must be numbers with commas between them"),
        ([ends[0], str(mined)], "has no open_clip_model.safetensors or model.safetensors: name a checkpoint"),
        ([*ends, "-o", str(tmp_path / "mixed")], "mixed is there already: name a new folder"),
    ):
        assert mix.main(["-o", str(tmp_path / "new"), *argv]) == 1
        said = capfd.readouterr().err
        assert message in said and said.count("\n") == 1
        assert not (tmp_path / "new").exists() and not (tmp_path / "new.new").exists()
