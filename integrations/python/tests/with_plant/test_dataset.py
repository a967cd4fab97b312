"""Batches of the Dataset and of webdataset's stages."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from torch.utils.data import DataLoader

from slipform_torch import CementLoss, no_margin, text_ids
from slipform_torch.data import (
    DataError,
    DecodeNegatives,
    JoinNegatives,
    Negative,
    NegativesDataset,
    Row,
    read_negatives,
)


def tokenizer(texts: list[str]) -> torch.Tensor:
    """Letters as ids, 80 of them."""
    return torch.tensor([[ord(letter) for letter in text[:80].ljust(80)] for text in texts])


def text_of(ids: torch.Tensor) -> str:
    return "".join(chr(int(number)) for number in ids).rstrip()


def transform(picture: Any) -> torch.Tensor:
    """The colour of a corner [3, 1, 1]."""
    return torch.tensor(picture.convert("RGB").getpixel((0, 0))).float().view(3, 1, 1)


@pytest.fixture
def dataset(mined: Path) -> NegativesDataset:
    return NegativesDataset(mined / "mined.jsonl", tokenizer, transform, hard=2, image_root=mined)


def test_a_batch_has_what_the_loss_needs(dataset: NegativesDataset) -> None:
    batch = next(iter(DataLoader(dataset, batch_size=12)))
    shapes = {name: list(value.shape) for name, value in batch.items()}
    assert shapes == {
        "text": [12, 80],
        "image": [12, 3, 1, 1],
        "hard_text": [12, 2, 80],
        "concreteness": [12, 2],
        "valid": [12, 2],
        "text_ids": [12, 3],
        "groups": [12],
    }
    assert torch.equal(batch["text_ids"], text_ids(batch["text"], batch["hard_text"]))
    assert batch["valid"].sum(1).tolist() == [2.0] * 8 + [0.0] + [2.0] * 3
    for index, row in enumerate(dataset.rows[i] for i in range(12)):
        known = {n.caption: n.concreteness for n in row.negatives}
        for text, rating, valid in zip(
            *(batch[n][index] for n in ("hard_text", "concreteness", "valid")), strict=True
        ):
            assert known.get(text_of(text), 1.0) == pytest.approx(rating.item())
            assert (text_of(text) in known) == bool(valid)


def drawn(dataset: NegativesDataset, workers: int = 0) -> list[str]:
    loader = DataLoader(dataset, batch_size=3, num_workers=workers)
    return [text_of(text) for batch in loader for text in batch["hard_text"].flatten(0, 1)]


def test_the_draw_depends_on_seed_and_epoch_alone(dataset: NegativesDataset, mined: Path) -> None:
    first = drawn(dataset)
    assert drawn(dataset, workers=2) == first
    # a rank that has every second row draws the same of them
    assert [text_of(t) for i in range(1, 12, 2) for t in dataset[i]["hard_text"]] == [
        text for row in range(1, 12, 2) for text in first[2 * row : 2 * row + 2]
    ]
    dataset.set_epoch(1)
    assert drawn(dataset) != first
    dataset.set_epoch(0)
    assert drawn(dataset) == first
    other = NegativesDataset(mined / "mined.jsonl", tokenizer, transform, hard=2, image_root=mined, seed=1)
    assert drawn(other) != first


def test_workers_that_live_on_see_the_epoch(dataset: NegativesDataset) -> None:
    loader = DataLoader(dataset, batch_size=12, num_workers=1, persistent_workers=True)
    first = next(iter(loader))["hard_text"]
    dataset.set_epoch(1)
    assert not torch.equal(next(iter(loader))["hard_text"], first)
    dataset.set_epoch(0)
    assert torch.equal(next(iter(loader))["hard_text"], first)


def rows_with_pictures(mined: Path) -> list[Row]:
    """Each negative has a picture but those of the second row; that of the first row's is the second row's."""
    found = read_negatives(mined / "mined.jsonl")
    rows = [found[0], found[1]]
    hard = tuple(replace(n, picture=rows[1].picture) for n in rows[0].negatives)
    return [replace(rows[0], negatives=hard), rows[1]]


@pytest.mark.parametrize("layout", ["triplet", "paired"])
def test_layouts_with_pictures_mask_what_has_none(mined: Path, layout: Any) -> None:
    data = NegativesDataset(rows_with_pictures(mined), tokenizer, transform, layout=layout, image_root=mined)
    batch = next(iter(DataLoader(data, batch_size=2)))
    assert batch["valid"].tolist() == [[1.0], [0.0]]
    assert batch["hard_image"][0].equal(batch["image"][1])
    assert batch["hard_image"][1].eq(0).all()


def test_pictures_of_hard_captions_lie_beside_the_file_or_elsewhere(mined: Path, tmp_path: Path) -> None:
    rows = rows_with_pictures(mined)
    data = NegativesDataset(
        rows, tokenizer, transform, layout="triplet", image_root=mined, hard_image_root=tmp_path
    )
    with pytest.raises(DataError, match=f"line 1: the picture {tmp_path}/000000002.png is not there"):
        data[0]


def test_pictures_beside_a_file_whose_folder_has_a_comma_and_a_space(mined: Path, tmp_path: Path) -> None:
    folder = tmp_path / "set, v2"
    folder.mkdir()
    first = json.loads((mined / "mined.jsonl").read_text().split("\n")[0])
    record = {**first, "negativeFilepath": Path(first["filepath"]).name}
    (folder / "n.jsonl").write_text(json.dumps(record) + "\n")
    shutil.copy(mined / first["filepath"], folder / record["negativeFilepath"])
    data = NegativesDataset(folder / "n.jsonl", tokenizer, transform, layout="triplet", image_root=mined)
    assert data[0]["hard_image"].squeeze(0).equal(data[0]["image"])


def test_what_is_refused(mined: Path) -> None:
    cases: list[tuple[dict[str, Any], str]] = [
        ({"hard": 0}, "hard must be an integer from 1 to 100, got 0"),
        ({"hard": 2, "layout": "paired"}, "hard must be 1 in the paired layout"),
        ({"layout": "both"}, "layout must be one of captions, triplet, paired, got 'both'"),
        ({"layout": "triplet", "transform": None}, "the triplet layout needs pictures"),
    ]
    for options, message in cases:
        with pytest.raises(DataError, match=message):
            NegativesDataset(mined / "mined.jsonl", tokenizer, **options)
    with pytest.raises(
        DataError, match=r"mined.jsonl, line 1: the picture 000000001.png is not there: name its folder"
    ):
        NegativesDataset(mined / "mined.jsonl", tokenizer, transform)[0]
    row = Row("1", "a dog", None, (Negative("a cat"),), "a.tsv, line 2")
    with pytest.raises(DataError, match=r"a.tsv, line 2 has no concreteness"):
        NegativesDataset([row], tokenizer)[0]
    with pytest.raises(DataError, match=r"a.tsv, line 2 names no picture"):
        NegativesDataset([row], tokenizer, transform, rated=False)[0]
    assert NegativesDataset([row], tokenizer, rated=False)[0]["concreteness"].tolist() == [1.0]


def test_a_broken_picture_names_row_and_file(mined: Path, tmp_path: Path) -> None:
    (tmp_path / "000000001.png").write_bytes((mined / "000000001.png").read_bytes()[:60])
    data = NegativesDataset(mined / "mined.jsonl", tokenizer, transform, image_root=tmp_path)
    with pytest.raises(DataError, match=r"line 1: .*000000001.png can't be read as a picture"):
        data[0]


def test_a_picture_outside_its_folder_is_refused(mined: Path, tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    inside, outside = mined / "000000001.png", tmp_path / "root"
    for path, root in (("../000000001.png", mined / "mined"), (str(inside), outside)):
        row = Row("1", "a dog", path, (), "a.tsv, line 2")
        with pytest.raises(
            DataError, match=r"a.tsv, line 2: the picture .* leaves the folder .*\(image_root\)"
        ):
            NegativesDataset([row], tokenizer, transform, image_root=root)[0]
    # An absolute path in the folder stays in it; without a folder any path is taken.
    row = Row("1", "a dog", str(inside), (), "a.tsv, line 2")
    for root in (mined, None):
        assert NegativesDataset([row], tokenizer, transform, image_root=root)[0]["image"].numel() == 3


def test_an_error_of_a_worker_is_a_data_error(mined: Path) -> None:
    data = NegativesDataset(mined / "mined.jsonl", tokenizer, transform)
    with pytest.raises(DataError, match="name its folder"):
        next(iter(DataLoader(data, num_workers=1)))


def test_equal_texts_have_equal_numbers_and_are_masked(mined: Path, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in (mined / "mined.jsonl").read_text().splitlines()]
    rows = list({line["id"]: line for line in lines if line.get("negative")}.values())[:4]
    rows[0]["negative"] = rows[1]["caption"]
    rows[2]["negative"] = rows[3]["negative"]
    (tmp_path / "equal.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    data = NegativesDataset(tmp_path / "equal.jsonl", tokenizer, transform, image_root=mined)
    batch = next(iter(DataLoader(data, batch_size=4)))
    ids = batch["text_ids"]
    assert ids[0, 1] == ids[1, 0] and ids[2, 1] == ids[3, 1] and len(ids.unique()) == 6

    v, t, h = torch.nn.functional.normalize(torch.randn(3, 4, 8, dtype=torch.float64), dim=-1)
    marks = {name: batch[name] for name in ("concreteness", "valid", "text_ids")}
    found = CementLoss(no_margin())(v, t, 10.0, hard_text_features=h, **marks)
    hard = 10 * v @ h.T
    hard[1, 0] = hard[[0, 1], [3, 3]] = hard[2, 3] = hard[3, 2] = -torch.inf
    z = 10 * v @ t.T
    places = torch.arange(4)
    cross_entropy = torch.nn.functional.cross_entropy
    expected = (cross_entropy(torch.cat([z, hard], 1), places) + cross_entropy(z.T, places)) / 2
    assert found.item() == pytest.approx(expected.item(), rel=1e-12)


def test_captions_of_one_image_are_no_negatives_of_each_other(mined: Path, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in (mined / "mined.jsonl").read_text().splitlines()]
    rows = list({line["id"]: line for line in lines if line.get("negative")}.values())[:5]
    rows[0]["imageId"], rows[1]["imageId"] = 7, "7"  # a number and a text are the same id
    rows[3]["filepath"] = rows[2]["filepath"]
    for row in rows[2:]:
        row.pop("imageId", None)  # the file alone says it
    (tmp_path / "images.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    data = NegativesDataset(tmp_path / "images.jsonl", tokenizer, transform, image_root=mined)
    groups = next(iter(DataLoader(data, batch_size=5)))["groups"]
    assert groups[0] == groups[1] and groups[2] == groups[3] and len(groups.unique()) == 3
    # A process with other hashes of texts has the same numbers.
    assert data.rows[0].group == 0x7EC06F795FB6FB96

    batch = next(iter(DataLoader(data, batch_size=5)))
    v, t, h = torch.nn.functional.normalize(torch.randn(3, 5, 8, dtype=torch.float64), dim=-1)
    marks = {name: batch[name] for name in ("concreteness", "valid", "text_ids", "groups")}
    loss, z = CementLoss(no_margin()), 10 * v @ t.T
    found = loss(v, t, 10.0, hard_text_features=h, **marks)
    z[[0, 1, 2, 3], [1, 0, 3, 2]] = -torch.inf
    places, cross_entropy = torch.arange(5), torch.nn.functional.cross_entropy
    expected = (cross_entropy(torch.cat([z, 10 * v @ h.T], 1), places) + cross_entropy(z.T, places)) / 2
    assert found.item() == pytest.approx(expected.item(), rel=1e-12)


def test_a_negative_of_a_positive_stands_beside_it_and_beside_no_other(mined: Path, tmp_path: Path) -> None:
    line = (mined / "mined.jsonl").read_text().splitlines()[0]
    plain = {**json.loads(line), "caption": "A dog.", "negative": "A cat."}
    detailed = {**plain, "positive": "A red dog.", "negative": "A blue dog."}
    (tmp_path / "details.jsonl").write_text(f"{json.dumps(plain)}\n{json.dumps(detailed)}\n")
    data = NegativesDataset(tmp_path / "details.jsonl", tokenizer, transform, hard=2, image_root=mined)
    assert [n.positive for n in data.rows[0].negatives] == [None, "A red dog."]
    seen = set()
    for epoch in range(20):
        data.set_epoch(epoch)
        item = data[0]
        assert item["valid"].tolist() == [1.0, 0.0]
        seen.add((text_of(item["text"]), text_of(item["hard_text"][0])))
    assert seen == {("A dog.", "A cat."), ("A red dog.", "A blue dog.")}


SHARD = "mined/00000.tar"


@pytest.mark.parametrize("decoded", [False, True])
def test_webdataset_samples_get_their_hard_captions(
    mined: Path, decoded: bool, dataset: NegativesDataset
) -> None:
    wds = pytest.importorskip("webdataset", reason="webdataset is not installed")
    samples = wds.WebDataset(str(mined / SHARD), shardshuffle=False)
    if decoded:
        samples = samples.decode("pilrgb")
    found = list(samples.map(DecodeNegatives(tokenizer, hard=2)))
    assert [text_of(text) for sample in found for text in sample["hard_text"]] == drawn(dataset)
    assert torch.stack([sample["valid"] for sample in found]).sum() == 22


@pytest.mark.parametrize("negatives", ["mined.jsonl", "mined.parquet", "mined/00000.tar"])
def test_files_beside_the_shards_are_joined_by_key(
    mined: Path, negatives: str, dataset: NegativesDataset
) -> None:
    wds = pytest.importorskip("webdataset", reason="webdataset is not installed")
    if negatives.endswith("parquet"):
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    samples = wds.WebDataset(str(mined / "00000.tar"), shardshuffle=False)
    joined = samples.compose(JoinNegatives(mined / negatives)).map(DecodeNegatives(tokenizer, hard=2))
    assert [text_of(text) for sample in joined for text in sample["hard_text"]] == drawn(dataset)


def test_files_of_other_shards_are_noticed(mined: Path, tmp_path: Path) -> None:
    other = (mined / "mined.jsonl").read_text()
    for name in ("00000", "00001"):
        (tmp_path / f"{name}.jsonl").write_text(other.replace("A red dog runs", "A red dog walks"))
    join = JoinNegatives(str(tmp_path / "{00000..00001}.jsonl"))
    with pytest.raises(
        DataError, match=r"b/00002.tar has no file of negatives: its name would be 00002.jsonl"
    ):
        join.file_for("b/00002.tar")
    sample = {"__key__": "000000001", "__url__": "a/00001.tar", "txt": b"A red dog runs over the grass."}
    with pytest.raises(DataError, match=r"00001.jsonl belongs to other shards: its caption of 000000001"):
        list(join([sample]))


def test_shards_whose_keys_are_others_are_refused(mined: Path, tmp_path: Path) -> None:
    for name in ("00000", "00001"):
        shutil.copy(mined / "mined.jsonl", tmp_path / f"{name}.jsonl")
    join = JoinNegatives(str(tmp_path / "{00000..00001}.jsonl"))
    rows = read_negatives(mined / "mined.jsonl")
    whole = [{"__key__": rows[i].id, "__url__": "a/00000.tar"} for i in range(len(rows))]
    assert len(list(join(whole))) == 12
    others = [{"__key__": f"val/{sample['__key__']}", "__url__": "a/00001.tar"} for sample in whole]
    message = r"0 of 11 captions with .*00001.jsonl find a sample in a/00001.tar: 'val/000000012' in the shard, '000000001' in"
    for samples in (others, [*others, *whole]):
        with pytest.raises(DataError, match=message):
            list(join(samples))


def test_hard_pictures_of_a_shard(mined: Path) -> None:
    picture = (mined / "000000002.png").read_bytes()
    sample = {
        "__key__": "1",
        "__url__": "a.tar",
        "png": (mined / "000000001.png").read_bytes(),
        "txt": b"a dog",
        "neg_caption": b"a cat",
        "neg.png": picture,
    }
    decode = DecodeNegatives(tokenizer, transform, layout="paired", rated=False)
    got = decode(sample)
    assert got["valid"].tolist() == [1.0]
    assert got["hard_image"].flatten().tolist() == [20.0, 235.0, 7.0]
    assert got["image"].flatten().tolist() == [0.0, 255.0, 0.0]
    bare = decode({**sample, "neg_caption": b""})
    assert bare["valid"].tolist() == [0.0]
