"""What `read_negatives` reads, of files that the command wrote and of broken ones."""

from __future__ import annotations

import ast
import gzip
import io
import json
import pickle
import tarfile
from pathlib import Path
from typing import Any

import pytest

from slipform_torch.data import DataError, Row, Rows, read_negatives
from slipform_torch.data.files import expand_braces

from .conftest import CAPTIONS

FORMATS = ["jsonl", "tsv", "parquet", "tar"]


def mined_file(folder: Path, kind: str) -> Path:
    return folder / ("mined/00000.tar" if kind == "tar" else f"mined.{kind}")


def records_of(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The records of the JSON lines by id, read by Python's own means."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for line in (folder / "mined.jsonl").read_text().splitlines():
        record = json.loads(line)
        rows.setdefault(record["id"], []).append(record)
    return rows


def all_of(rows: Rows) -> list[Row]:
    return [rows[index] for index in range(len(rows))]


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_gives_the_same_captions_and_negatives(mined: Path, kind: str) -> None:
    if kind == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    rows = all_of(read_negatives(mined_file(mined, kind)))
    expected = records_of(mined)
    assert [row.caption for row in rows] == CAPTIONS == [group[0]["caption"] for group in expected.values()]
    for row, group in zip(rows, expected.values(), strict=True):
        assert [n.caption for n in row.negatives] == [r["negative"] for r in group if "negative" in r]
        assert [n.concreteness for n in row.negatives] == [
            r["concreteness"] for r in group if "negative" in r
        ]
        if kind != "tar":  # there a picture is a member
            assert row.picture == group[0]["filepath"]
    assert [row.caption for row in rows if not row.negatives] == ["It was what it was."]


@pytest.mark.parametrize("kind", ["jsonl", "parquet", "tar"])
def test_ids_stay_texts(mined: Path, kind: str) -> None:
    rows = read_negatives(mined_file(mined, kind))
    assert [row.id for row in all_of(rows)] == [f"{number:09d}" for number in range(1, 13)]


def test_a_table_without_ids_has_its_lines(mined: Path) -> None:
    assert [row.id for row in all_of(read_negatives(mined / "mined.tsv"))] == [
        str(line) for line in range(2, 14)
    ]


def test_pandas_reads_the_same_table(mined: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    lists = ("neg_caption", "neg_filepath", "concreteness")
    frame = pandas.read_csv(mined / "mined.tsv", sep="\t", converters=dict.fromkeys(lists, ast.literal_eval))
    rows = all_of(read_negatives(mined / "mined.tsv"))
    assert list(frame.title) == [row.caption for row in rows]
    assert list(frame.filepath) == [row.picture for row in rows]
    assert list(frame.neg_caption) == [[n.caption for n in row.negatives] for row in rows]
    assert list(frame.concreteness) == [[n.concreteness for n in row.negatives] for row in rows]


def test_packed_files_and_several_files(mined: Path, tmp_path: Path) -> None:
    for number, kind in ((0, "jsonl"), (1, "tsv")):
        with gzip.open(tmp_path / f"part-{number}.{kind}.gz", "wb") as packed:
            packed.write((mined / f"mined.{kind}").read_bytes())
    rows = read_negatives([tmp_path / "part-0.jsonl.gz", tmp_path / "part-1.tsv.gz"])
    assert [row.caption for row in all_of(rows)] == CAPTIONS * 2
    assert len(read_negatives(str(tmp_path / "part-*.gz"))) == 24
    with pytest.raises(IndexError):
        rows[24]


def test_rows_can_be_sent_to_another_process(mined: Path) -> None:
    for kind in ("jsonl", "tsv", "tar"):
        rows = read_negatives(mined_file(mined, kind))
        before = all_of(rows)
        assert all_of(pickle.loads(pickle.dumps(rows))) == before


def test_brace_lists_are_those_of_webdataset() -> None:
    braceexpand = pytest.importorskip("braceexpand", reason="braceexpand is not installed")
    for pattern in ("a", "s-{00000..00003}.tar", "{8..11}", "{3..1}", "{a,b}/{0..1}.tar", "x{1}y", "a{,b}"):
        assert expand_braces(pattern) == list(braceexpand.braceexpand(pattern)), pattern


RECORD = '{"id":"1","caption":"a dog","negative":"a cat","concreteness":4.8}\n'
HEADER = "filepath\ttitle\tneg_caption\tconcreteness\n"
BROKEN = {
    "an empty file": ("a.jsonl", "", "a.jsonl is empty"),
    "a line that is cut off": ("a.jsonl", RECORD + RECORD[:40], "line 2 is no JSON .*cut off"),
    "a line that is no object": ("a.jsonl", "[1]\n", "line 1 must be an object .* got list"),
    "a record without a negative": ("a.jsonl", '{"caption":"a dog"}\n', "line 1 has no field negative"),
    "a record without a caption": ("a.jsonl", '{"negative":"a dog"}\n', "line 1 has no field caption"),
    "a rating of another scale": (
        "a.jsonl",
        RECORD.replace("4.8", "480"),
        "line 1: concreteness .* 1 to 5 .* 480",
    ),
    "a caption that is a list": (
        "a.jsonl",
        RECORD.replace('"a dog"', "[]"),
        r"line 1: caption must be a text, got \[\]",
    ),
    "files put together": (
        "a.jsonl",
        RECORD + RECORD.replace('"1"', '"2"') + RECORD.replace("dog", "bus"),
        "line 3 has the id of line 1, .* ids must be unique",
    ),
    "one id with two captions": (
        "a.jsonl",
        RECORD + RECORD.replace("dog", "bus"),
        "line 2: one id has two captions",
    ),
    "not UTF-8": ("a.jsonl", RECORD.replace("dog", "d\xf6g"), "line 1 is no JSON"),
    "no header": ("a.tsv", "", "a.tsv is empty: its first line must name the columns"),
    "a header alone": ("a.tsv", HEADER, "a.tsv has a header and no rows"),
    "a wrong column": (
        "a.tsv",
        "filepath\tlabel\n",
        "no column caption or title or text for the captions; there are filepath, label",
    ),
    "no negatives": ("a.tsv", "filepath\ttitle\nx\ty\n", "no column neg_caption"),
    "a row that is cut off": ("a.tsv", HEADER + "a.png\ta d", "a.tsv, line 2 has 2 cells, and the header 4"),
    "a list that is cut off": (
        "a.tsv",
        HEADER + "a\tb\t['c\t[1]\n",
        r"line 2: neg_caption must be a list .* \"\['c\"",
    ),
    "an open quote": ("a.tsv", HEADER + 'a\t"b\t[]\t[]\n', "line 2 can't be read: unexpected end of data"),
    "bytes of another code": ("a.tsv", HEADER + "a\tb\xe4\t[]\t[]\n", "line 2 is not UTF-8"),
    "another format": ("a.txt", "a dog\n", "a.txt must end in .jsonl, .tsv"),
    "JSON that is nested deeply": (
        "a.jsonl",
        RECORD.replace("4.8", "[" * 200_000),
        "line 1 is nested too deeply",
    ),
    "a value of three million letters": (
        "a.jsonl",
        RECORD.replace("4.8", '"' + "x" * 3_000_000 + '"'),
        "line 1: concreteness .{1,200}$",
    ),
    "no tar": ("a.tar", "a dog" * 400, "a.tar can't be read as a tar"),
    "no Parquet": ("a.parquet", "a dog", "a.parquet can't be read as Parquet"),
    "no gzip": ("a.jsonl.gz", "a dog", "a.jsonl.gz can't be read: Not a gzipped file"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_one_sentence_with_its_place(tmp_path: Path, name: str) -> None:
    file, content, message = BROKEN[name]
    if file.endswith(".parquet"):
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    (tmp_path / file).write_bytes(content.encode("latin-1"))
    with pytest.raises(DataError, match=message) as caught:
        read_negatives(tmp_path / file)
    assert "\n" not in str(caught.value)
    assert isinstance(caught.value, ValueError)


def test_lists_of_unequal_length(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(HEADER + "a\tb\t['c', 'd']\t[1.0]\n")
    with pytest.raises(DataError, match=r"line 2: concreteness has 1 entries, and neg_caption 2"):
        read_negatives(tmp_path / "a.tsv")[0]


def test_two_lists_in_one_cell(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(HEADER + """a\tb\t['c'],['d']\t[1.0]\n""")
    with pytest.raises(DataError, match="line 2: neg_caption must be one list"):
        read_negatives(tmp_path / "a.tsv")[0]


def shard_of(path: Path, members: dict[str, bytes], **headers: str) -> Path:
    with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as tar:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size, info.pax_headers = len(content), headers
            tar.addfile(info, io.BytesIO(content))
    return path


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"1.txt": b"d\xf6g", "1.neg_caption.txt": b"a cat"}, "sample 1: txt is not UTF-8"),
        ({"1.txt": b"a dog", "1.neg_caption.txt": b"c\xe4t"}, "sample 1: neg_caption is not UTF-8"),
        (
            {"1.txt": b"a dog", "1.negatives.json": b"[" * 200_000},
            "sample 1: negatives.json is nested too deeply",
        ),
    ],
    ids=["caption", "hard caption", "deep JSON"],
)
def test_members_that_are_no_text(tmp_path: Path, members: dict[str, bytes], message: str) -> None:
    rows = read_negatives(shard_of(tmp_path / "a.tar", members))
    with pytest.raises(DataError, match=f"a.tar, {message}"):
        rows[0]


def test_sparse_members(tmp_path: Path) -> None:
    members = {"1.txt": b"a dog"}
    half = shard_of(
        tmp_path / "a.tar",
        members,
        **{"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.realsize": "5"},
    )
    with pytest.raises(DataError, match=r"a.tar can't be read as a tar: not enough values"):
        read_negatives(half)
    whole = shard_of(tmp_path / "b.tar", members, **{"GNU.sparse.map": "0,5", "GNU.sparse.size": "5"})
    with pytest.raises(DataError, match=r"b.tar has sparse files, as '1.txt'"):
        read_negatives(whole)


@pytest.mark.parametrize("pattern", ["{0..99999999}.jsonl", "{a,b}" * 23, "{a,b}" * 3000])
def test_lists_without_end_are_refused(pattern: str) -> None:
    with pytest.raises(DataError, match=r"^.{1,80} expands to more than 500,000 names"):
        read_negatives(pattern)
    assert len(expand_braces("{0..499999}")) == 500_000


def test_a_shard_that_is_cut_off(mined: Path, tmp_path: Path) -> None:
    whole = mined_file(mined, "tar").read_bytes()
    for name, size in (("in a member", 5000), ("between members", len(whole) - 1024)):
        (tmp_path / f"{name}.tar").write_bytes(whole[: size if name == "in a member" else size // 512 * 512])
        with pytest.raises(DataError, match=f"{name}.tar (is cut off|can't be read as a tar)"):
            read_negatives(tmp_path / f"{name}.tar")


def test_a_shard_without_negatives(corpus: Path, tmp_path: Path) -> None:
    rows = read_negatives(corpus / "00000.tar")
    with pytest.raises(
        DataError, match=r"00000.tar, sample 000000001 has neither .negatives.json nor .neg_caption"
    ):
        rows[0]
    with tarfile.open(tmp_path / "empty.tar", "w"):
        pass
    with pytest.raises(DataError, match="has no samples"):
        read_negatives(tmp_path / "empty.tar")


def test_files_that_are_not_there(tmp_path: Path) -> None:
    for source in (tmp_path / "a.jsonl", str(tmp_path / "{0..1}.jsonl"), str(tmp_path / "*.jsonl"), []):
        with pytest.raises(DataError, match=r"is not there|no file matches|no file is named"):
            read_negatives(source)


def test_a_file_that_changes_meanwhile(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(RECORD)
    rows = read_negatives(tmp_path / "a.jsonl")
    (tmp_path / "a.jsonl").write_text(RECORD * 2)
    with pytest.raises(DataError, match="changed while it was read"):
        rows[0]
