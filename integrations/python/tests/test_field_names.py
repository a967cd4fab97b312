"""One file with all the names that captions and images go by, which plant, clip and bench read too."""

from __future__ import annotations

from pathlib import Path

import pytest

from slipform_torch.data import read_negatives
from slipform_torch.data.table import TableRows

BOTH = Path(__file__).parents[3] / "scripts" / "fixtures" / "both-names"
EXPECTED = [("a red dog", "a.jpg"), ("a cat on a mat", "b.jpg"), ("a bird", "d.jpg"), ("two boats", "e.jpg")]


@pytest.mark.parametrize("form", ["tsv", "csv", "jsonl", "parquet"])
def test_captions_and_images_go_by_the_same_names(form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    rows = TableRows(str(BOTH / "both.csv")) if form == "csv" else read_negatives(str(BOTH / f"both.{form}"))
    found = [rows[index] for index in range(len(rows))]
    assert [(row.caption, row.picture) for row in found] == EXPECTED
    assert all(row.negatives[0].caption == "a stone" for row in found)


def test_a_shard_without_txt_has_the_captions_of_its_records() -> None:
    rows = read_negatives(str(BOTH / "both.tar"))
    assert [rows[index].caption for index in range(len(rows))] == [caption for caption, _ in EXPECTED]
