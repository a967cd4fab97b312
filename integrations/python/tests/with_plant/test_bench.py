"""The benchmarks from Python: a CLIP of transformers gets the results that the command gives the same model."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import slipform
from slipform import _node

REPOSITORY = Path(__file__).parents[4]
BENCH = REPOSITORY / "packages" / "bench"

pytestmark = pytest.mark.skipif(
    not (BENCH / "dist" / "cli.js").exists(),
    reason="slipform-bench is not built here (npm ci && npm run build)",
)
COLOURS = ["red", "green", "blue", "black", "white", "yellow", "pink", "brown"]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight pictures, with questions in SugarCrepe's form and captions in COCO's."""
    image = pytest.importorskip("PIL.Image", reason="Pillow is not installed")
    folder = tmp_path_factory.mktemp("bench")
    (folder / "sugar").mkdir()
    rows = {}
    for at, colour in enumerate(COLOURS):
        image.new("RGB", (40 + at, 36), colour).save(folder / f"{at}.png")
        rows[at] = {
            "filename": f"{at}.png",
            "caption": f"a {colour} dog",
            "negative_caption": f"a {colour} cat",
        }
    (folder / "sugar" / "replace_obj.json").write_text(json.dumps(rows))
    captions = [{"image": row["filename"], "caption": row["caption"]} for row in rows.values()]
    (folder / "captions.json").write_text(json.dumps(captions))
    return folder


def by_length(texts: list[str]) -> list[list[int]]:
    return [[len(text), 1] for text in texts]


def test_a_clip_of_transformers_is_judged_as_the_command_judges_it(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers", reason="transformers is not installed")
    image = pytest.importorskip("PIL.Image")
    monkeypatch.syspath_prepend(str(REPOSITORY / "packages/clip/src/clients"))
    tokenizer = __import__("clip_tokenizers").clip_tokenizer()
    torch.manual_seed(2)
    tower = {"num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 48}
    ends = {"bos_token_id": tokenizer.bos_token_id, "eos_token_id": tokenizer.eos_token_id}
    config = transformers.CLIPConfig(
        projection_dim=12,
        vision_config={**tower, "hidden_size": 24, "image_size": 32, "patch_size": 8},
        text_config={**tower, **ends, "hidden_size": 16, "vocab_size": len(tokenizer)},
    )
    model = transformers.CLIPModel(config).eval()
    shape = {"size": {"shortest_edge": 32}, "crop_size": {"height": 32, "width": 32}}
    for part in (model, tokenizer, transformers.CLIPImageProcessor(**shape)):
        part.save_pretrained(data / "model")
    processor = transformers.CLIPProcessor.from_pretrained(data / "model", backend="pil")

    def embed_images(files: list[str]) -> Any:
        inputs = processor(images=[image.open(file) for file in files], return_tensors="pt")
        return model.visual_projection(model.vision_model(**inputs).pooler_output)

    def embed_texts(texts: list[str]) -> Any:
        inputs = processor(text=texts, return_tensors="pt", padding=True)
        return model.text_projection(model.text_model(**inputs).pooler_output)

    benchmarks = {"sugarcrepe": data / "sugar", "retrieval": data / "captions.json"}
    found = slipform.bench.score(embed_images, embed_texts, benchmarks, images=data, batch_size=3)
    assert "8 pictures and 16 texts to embed" in capsys.readouterr().err

    asked = [f"{name}={place}" for name, place in benchmarks.items()]
    options = [*(word for each in asked for word in ("--benchmark", each)), "--images", str(data)]
    command = [_node.node(), str(BENCH / "bin/slipform-bench.js"), "run", str(data / "model"), *options]
    said = subprocess.run(
        [*command, "--backend", "cpu", "--workers", "0", "--json"], capture_output=True, check=True
    )
    assert found == json.loads(said.stdout)
    assert [result.get("blind", False) for result in found] == [False, False, True]


def test_the_embeddings_are_kept_and_the_command_judges_them_again(data: Path) -> None:
    kept = data / "kept"
    arguments = {
        "benchmarks": {"sugarcrepe": data / "sugar"},
        "images": [data],
        "blind": False,
        "folder": kept,
    }
    [result] = slipform.bench.score(lambda files: [[3, 1]] * len(files), by_length, **arguments)
    # "a red dog" and "a red cat" are of one length, and a tie is wrong.
    assert result["kinds"]["replace_obj"]["correct"] == 0
    command = [sys.executable, "-m", "slipform", "bench", "run", str(kept), "--no-blind", "--json"]
    options = ["--benchmark", f"sugarcrepe={data / 'sugar'}", "--images", str(data), "--name", "model"]
    environment = {**os.environ, "PYTHONPATH": str(Path(slipform.__file__).parents[1])}
    again = subprocess.run([*command, *options], capture_output=True, check=True, env=environment)
    assert json.loads(again.stdout) == [result]
    with pytest.raises(slipform.SlipformError, match=r"^slipform\.bench: .*images\.json exists"):
        slipform.bench.score(by_length, by_length, **arguments)


def test_eccv_captions_positives_beside_the_captions_give_its_metrics(data: Path, tmp_path: Path) -> None:
    rows = range(len(COLOURS))
    captions = {
        "images": [{"id": at, "file_name": f"{at}.png"} for at in rows],
        "annotations": [
            {"id": 100 + at, "image_id": at, "caption": f"a {COLOURS[at]} dog" + "!" * at} for at in rows
        ],
    }
    (tmp_path / "captions.json").write_text(json.dumps(captions))
    # The first two captions are true of the first two pictures.
    (tmp_path / "eccv_image_to_caption.json").write_text(json.dumps({"0": [100, 101], "1": [101, 100]}))
    (tmp_path / "eccv_caption_to_image.json").write_text(json.dumps({"100": [0, 1]}))

    def embed_images(files: list[str]) -> list[list[float]]:
        return [[1, 0.1 * int(Path(file).stem)] for file in files]

    def embed_texts(texts: list[str]) -> list[list[float]]:
        return [[1, 0.1 * text.count("!")] for text in texts]

    benchmarks = {"retrieval": tmp_path / "captions.json"}
    [result] = slipform.bench.score(embed_images, embed_texts, benchmarks, images=data, blind=False)
    found = result["retrieval"]["positives"]
    # The second picture finds its own caption, then the third, and the first no longer counts.
    assert found["imageToText"]["queries"] == 2
    assert found["imageToText"]["recallAt1"]["value"] == 1
    assert found["imageToText"]["mapAtR"]["value"] == 0.75
    assert found["textToImage"]["rPrecision"]["value"] == 1
    assert found["coverage"] == {"scored": 6, "total": 6}


@pytest.mark.parametrize("benchmarks", [{}, {"mine": None}])
def test_a_module_registers_a_benchmark(data: Path, tmp_path: Path, benchmarks: dict[str, Any]) -> None:
    image = json.dumps(str(data / "0.png"))
    question = f"""{{ id: "0", kind: "colour", group: "0", rule: "all",
        right: [{{ image: {image}, text: "a red dog" }}], wrong: [{{ image: {image}, text: "a dog" }}] }}"""
    module = tmp_path / "mine.mjs"
    module.write_text(
        f"export const benchmarks = {{ mine: () => ({{ name: 'Mine', chance: 0.5, questions: [{question}] }}) }};"
    )
    [result] = slipform.bench.score(
        lambda files: [[1, 0]] * len(files), by_length, benchmarks, module=module, blind=False
    )
    assert result["benchmark"] == "Mine"
    assert result["kinds"]["colour"]["correct"] == 1


def test_a_mistake_is_one_sentence(data: Path) -> None:
    sugar = {"sugarcrepe": data / "sugar"}
    with pytest.raises(
        slipform.SlipformError, match="there is no benchmark sugercrepe; did you mean sugarcrepe"
    ):
        slipform.bench.score(by_length, by_length, {"sugercrepe": data / "sugar"})
    with pytest.raises(slipform.SlipformError, match=r"embed_texts must return a tensor of \[16, width\]"):
        slipform.bench.score(by_length, lambda texts: [1, 2, 3], sugar, images=data)
    with pytest.raises(slipform.SlipformError, match="embed_images must return vectors of one width"):
        slipform.bench.score(
            lambda files: [[1] * len(files)] * len(files), by_length, sugar, images=data, batch_size=3
        )
    with pytest.raises(slipform.SlipformError, match="vectors have 3 numbers"):
        slipform.bench.score(lambda files: [[1, 2, 3]] * len(files), by_length, sugar, images=data)
