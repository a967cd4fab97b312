"""Files that `slipform-plant` wrote, for the tests of the readers and of the trainer."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

PLANT = Path(__file__).parents[4] / "packages" / "plant"

# Numbers with zeros in front, which pandas would read as 1, 2, …; a caption with quotation marks; one without a negative.
CAPTIONS = [
    "A red dog runs over the grass.",
    "A black cat sleeps on the sofa.",
    "A white horse stands in a field.",
    'A bus with "City" on its side stops at a corner.',
    "A woman holds a green umbrella.",
    "A man rides a red bicycle on the sandy beach.",
    "A child eats a banana at the table.",
    "Two birds sit on a wooden fence.",
    "It was what it was.",
    "A yellow taxi waits beside a tree.",
    "A wooden boat lies on the blue lake.",
    "A pizza with mushrooms lies on a plate.",
]


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with twelve pictures, their captions (captions.csv) and the same as a shard (00000.tar)."""
    image = pytest.importorskip("PIL.Image", reason="Pillow is not installed")
    folder = tmp_path_factory.mktemp("corpus")
    lines = ["id,filepath,caption"]
    with tarfile.open(folder / "00000.tar", "w") as tar:
        for index, caption in enumerate(CAPTIONS):
            name = f"{index + 1:09d}"
            image.new("RGB", (20, 16), (index * 20, 255 - index * 20, index * 7)).save(folder / f"{name}.png")
            quoted = caption.replace('"', '""')
            lines.append(f'{name},{name}.png,"{quoted}"')
            (folder / "text").write_text(caption)
            tar.add(folder / f"{name}.png", f"{name}.png")
            tar.add(folder / "text", f"{name}.txt")
    (folder / "captions.csv").write_text("\n".join(lines) + "\n")
    return folder


@pytest.fixture(scope="session")
def mined(corpus: Path) -> Path:
    """The folder of the corpus, with what the command made of it: mined.jsonl, .tsv, .parquet and mined/00000.tar."""
    node = shutil.which("node")
    if node is None or not (PLANT / "dist").exists():
        pytest.skip("slipform-plant is not built here (npm ci && npm run build)")
    (corpus / "mined").mkdir()
    outputs = [("captions.csv", f"mined.{kind}") for kind in ("jsonl", "tsv", "parquet")]
    for source, output in [*outputs, ("00000.tar", "mined/00000.tar")]:
        command = [node, str(PLANT / "bin" / "slipform-plant.js"), "mine", str(corpus / source)]
        # Few sentences show little of what is sensible, and each is to have several negatives.
        options = ["-o", str(corpus / output), "--per-caption", "3", "--sense", "1", "--keep-all", "--quiet"]
        done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    return corpus
