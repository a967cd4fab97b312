"""Mixing folders as Hugging Face writes them."""

import json
from pathlib import Path

import pytest
import torch

pytest.importorskip("safetensors", reason="safetensors is not installed")
from safetensors.torch import load_file, save_file

from slipform_torch.open_clip import mix


def folder(path: Path, value: float) -> str:
    path.mkdir()
    weights = {"logit_scale": torch.tensor(value), "text_model.ids": torch.arange(3)}
    save_file(weights, path / "model.safetensors", {"format": "pt"})
    (path / "config.json").write_text(json.dumps({"model_type": "clip", "of": value}))
    (path / "pytorch_model.bin").write_bytes(b"the same weights in another format")
    return str(path)


def test_folders_of_hugging_face_are_mixed_and_weights_in_other_formats_stay_behind(tmp_path: Path) -> None:
    before, after = folder(tmp_path / "before", 1.0), folder(tmp_path / "after", 3.0)
    assert mix.main([before, after, "--alpha", "0,.25", "-o", str(tmp_path / "mixed")]) == 0
    mixed = tmp_path / "mixed" / "alpha-0.25"
    assert sorted(path.name for path in mixed.iterdir()) == ["config.json", "model.safetensors"]
    assert json.loads((mixed / "config.json").read_text())["of"] == 3
    weights = load_file(mixed / "model.safetensors")
    assert weights["logit_scale"].item() == 1.5
    assert weights["text_model.ids"].tolist() == [0, 1, 2]
    assert load_file(tmp_path / "mixed" / "alpha-0" / "model.safetensors")["logit_scale"].item() == 1


def test_weights_in_several_files_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = folder(tmp_path / "before", 1.0)
    (tmp_path / "shards").mkdir()
    (tmp_path / "shards" / "model.safetensors.index.json").write_text("{}")
    assert mix.main([before, str(tmp_path / "shards"), "-o", str(tmp_path / "mixed")]) == 1
    assert "shards has no open_clip_model.safetensors or model.safetensors" in capsys.readouterr().err
    assert not (tmp_path / "mixed").exists()
