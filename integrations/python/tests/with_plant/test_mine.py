"""The miner from Python: the command's records, one warm process, and a sentence for each mistake."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import slipform
from slipform import _node

from .conftest import CAPTIONS, PLANT

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or not (PLANT / "dist" / "cli.js").exists(),
    reason="slipform-plant is not built here (npm ci && npm run build)",
)
SWAP = "a red car and a blue bus"


@pytest.fixture(scope="module")
def swaps() -> Iterator[slipform.Miner]:
    with slipform.Miner(operations=["swap"]) as miner:
        yield miner


def test_the_records_are_the_commands(tmp_path: Path) -> None:
    rows = [{"id": f"c{at}", "caption": caption, "image_id": at // 2} for at, caption in enumerate(CAPTIONS)]
    source = tmp_path / "captions.jsonl"
    source.write_text("".join(json.dumps({**row, "image_id": str(row["image_id"])}) + "\n" for row in rows))
    command = [
        _node.node(),
        _node.program("plant"),
        "mine",
        str(source),
        "-o",
        "-",
        "--seed",
        "3",
        "--sense",
        "all",
    ]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    expected = [json.loads(line) for line in said.splitlines()]
    assert len(expected) > 5
    assert list(slipform.mine(rows, seed=3, sense="all")) == expected


def test_captions_without_an_id_get_their_place() -> None:
    records = slipform.mine((caption for caption in CAPTIONS), sense="all")
    ids = [int(record["id"]) for record in records]
    assert ids == sorted(ids) and set(ids) <= set(range(1, len(CAPTIONS) + 1))


def test_one_process_answers_many_blocks_and_threads(swaps: slipform.Miner) -> None:
    found: list[str] = []

    def ask() -> None:
        for _ in range(5):
            [mined] = swaps.block([SWAP])
            found.append(mined["negatives"][0]["negative"])

    threads = [threading.Thread(target=ask) for _ in range(4)]
    process = swaps._process
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["a blue car and a red bus"] * 20
    assert process is None or swaps._process is process


def test_a_caption_without_a_negative_has_the_reason(swaps: slipform.Miner) -> None:
    assert swaps.block(["Idea."]) == [{"negatives": [], "reason": swaps.block(["Idea."])[0]["reason"]}]


def test_a_batch_of_a_dataset_gets_columns() -> None:
    add = slipform.negatives("text", operations=["swap"], prefix="hard_")
    batch = {"text": [SWAP, "Idea."], "other": [1, 2]}
    expected = {
        "hard_negative": ["a blue car and a red bus", None],
        "hard_operation": ["swap", None],
        "hard_slot": ["attribute", None],
    }
    for function in (add, pickle.loads(pickle.dumps(add))):
        columns = function(batch)
        assert {name: columns[name] for name in expected} == expected
        assert columns["hard_concreteness"][0] == pytest.approx(4.2, abs=0.5)


def test_a_row_without_a_caption_has_no_negative() -> None:
    columns = slipform.negatives(operations=["swap"])({"caption": [None, SWAP, float("nan"), "Idea."]})
    assert columns["negative"] == [None, "a blue car and a red bus", None, None]


def test_a_table_of_pandas_is_a_batch_and_no_list_of_captions() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    table = pandas.DataFrame({"caption": [SWAP, None], "price": [1, 2]})
    mined = table.assign(**slipform.negatives(operations=["swap"])(table))
    assert mined["negative"][0] == "a blue car and a red bus"
    assert mined["negative"].isna().tolist() == [False, True]
    assert len(list(slipform.mine(table["caption"][:1], operations=["swap"]))) == 1
    with pytest.raises(slipform.SlipformError, match="a column, not a whole table"):
        slipform.mine(table)


def test_it_maps_a_dataset() -> None:
    datasets = pytest.importorskip("datasets", reason="datasets is not installed")
    dataset = datasets.Dataset.from_dict({"caption": [SWAP, "Idea.", *CAPTIONS]})
    mined = dataset.map(slipform.negatives(sense="all"), batched=True)
    assert mined.column_names == ["caption", "negative", "concreteness", "operation", "slot"]
    assert sum(negative is not None for negative in mined["negative"]) > 6


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"sence": 1}, 'there is no option "sence"; there are policy, temperature,'),
        ({"max_gapp": 1}, 'there is no option "max_gapp"'),
        ({"sense": "maxGap"}, 'got "maxGap"'),
        ({"fit": "no.fit"}, "no.fit"),
        (
            {"sense": "loose"},
            'sense must be one of strict, usual, all, or a finite number above 0, got "loose"',
        ),
        ({"per_caption": 0}, "per_caption must be an integer from 1 to 100, got 0"),
    ],
)
def test_an_option_is_refused_in_one_sentence(options: dict[str, object], sentence: str) -> None:
    # At the call: nobody has to ask for a record.
    for call in (slipform.mine, slipform.negatives):
        with pytest.raises(slipform.SlipformError, match=sentence.replace("(", r"\(")):
            call(["a dog"], **options)  # type: ignore[operator]


def test_the_options_that_it_names_are_all_there_is_and_python_takes_each(tmp_path: Path) -> None:
    with pytest.raises(slipform.SlipformError, match="there is no option") as refused:
        slipform.mine([SWAP], sence=1)
    named = str(refused.value).rstrip(".").split("there are ")[1].split(", ")
    fit, norms = tmp_path / "corpus.fit", tmp_path / "norms.csv"
    norms.write_text("word,rating\nred,4.1\nblue,4.2\n")
    source = tmp_path / "captions.txt"
    source.write_text("\n".join(CAPTIONS))
    command = [_node.node(), _node.program("plant"), "fit", str(source), "-o", str(fit)]
    subprocess.run(command, check=True, capture_output=True)
    values: dict[str, object] = {
        **{"policy": "weighted", "temperature": 1, "balance": "none", "sense": "all", "per_caption": 2},
        **{"operations": ["swap"], "slots": ["attribute"], "seed": 1, "max_gap": 2, "context_length": 0},
        **{"mirror": False, "vocabulary": {"red", "blue"}, "contrasts": "couch\t*\tbench, bed"},
        **{"fit": fit, "norms": norms},
    }
    assert sorted(named) == sorted(values)
    [record] = slipform.mine([SWAP], **values)
    assert record["negative"] == "a blue car and a red bus"
    assert record["concretenessSource"] == "norms"


def test_a_text_alone_is_refused_at_the_call(swaps: slipform.Miner) -> None:
    for call in (slipform.mine, swaps.mine, swaps.block):
        for captions in (SWAP, b"a dog", {"caption": SWAP}, 3, None):
            with pytest.raises(slipform.SlipformError, match=r"must be a list .*; pass a list, even of one"):
                call(captions)  # type: ignore[operator]


def test_captions_of_one_file_are_of_one_image() -> None:
    rows = [
        {"caption": "A dog waits.", "filepath": "a.jpg"},
        {"caption": "The cat waits.", "filepath": "a.jpg"},
    ]
    for image, expected in (("a.jpg", []), ("b.jpg", ["A cat waits."])):
        first = {**rows[0], "filepath": image}
        records = slipform.mine([first, rows[1]], sense="all", vocabulary=["cat"], operations=["replace"])
        assert [record["negative"] for record in records] == expected


def test_other_mistakes_are_one_sentence(swaps: slipform.Miner) -> None:
    with pytest.raises(slipform.SlipformError, match="item 1 must be a text"):
        swaps.block([SWAP, 3])  # type: ignore[list-item]
    with pytest.raises(slipform.SlipformError, match="column must be one of the batch's"):
        slipform.negatives("caption")({"text": [SWAP]})
    with pytest.raises(
        slipform.SlipformError, match="per_caption must be 1, since a row gets one negative, got 3;"
    ):
        slipform.negatives("caption", per_caption=3)
    with pytest.raises(slipform.SlipformError, match="batched=True"):
        slipform.negatives("caption")({"caption": SWAP})
    # And it goes on.
    assert swaps.block([SWAP])[0]["negatives"]


def test_a_process_that_was_killed_is_one_sentence_and_the_next_call_starts_another() -> None:
    with slipform.Miner(operations=["swap"]) as miner:
        miner.block([SWAP])
        assert miner._process is not None
        miner._process.kill()
        with pytest.raises(slipform.SlipformError, match="the miner ended with exit code"):
            miner.block([SWAP])
        assert miner.block([SWAP])[0]["negatives"]


def test_the_miner_ends_with_its_parent() -> None:
    script = (
        "import slipform, os\nm = slipform.Miner()\nm.block(['A dog.'])\n"
        "print(m._process.pid, flush=True)\nos.kill(os.getpid(), 9)"
    )
    child = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=_environment())
    miner = int(child.stdout)
    while Path(f"/proc/{miner}").exists() and "Z" not in Path(f"/proc/{miner}/stat").read_text().split()[2]:
        pass


def test_without_node_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("SLIPFORM_NODE", raising=False)
    monkeypatch.setattr(_node, "_node_of_wheel", lambda: None)
    with pytest.raises(slipform.SlipformError, match=r"pip install 'slipform\[miner\]', or install Node"):
        list(slipform.mine([SWAP]))
    old = tmp_path / "node"
    old.write_text("#!/bin/sh\necho v18.2.0\n")
    old.chmod(0o755)
    with pytest.raises(slipform.SlipformError, match=r"needs Node 20\.19 or newer, and .*node is v18\.2\.0"):
        list(slipform.mine([SWAP]))


def test_the_command_passes_everything_on(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "slipform", "mine", str(tmp_path / "no.txt"), "-o", "-"]
    done = subprocess.run(command, capture_output=True, text=True, env=_environment())
    assert done.returncode == 1
    assert "no.txt" in done.stderr and len(done.stderr.splitlines()) == 1


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(slipform.__file__).parents[1])}
