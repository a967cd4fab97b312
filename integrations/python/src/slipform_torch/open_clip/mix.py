"""Weights between two checkpoints, and averages of several, each as a folder that open_clip, or for Hugging Face's folders
transformers, and `@slipform/clip` load.

    python -m slipform_torch.open_clip.mix logs/RUN/checkpoints/epoch_0.pt logs/RUN/checkpoints/epoch_5.pt \\
        --alpha 0,.25,.5,.75,1 -o mixed
    python -m slipform_torch.open_clip.mix --average SEED_0 SEED_1 SEED_2 -o averaged

α = 0 is BEFORE, 1 is AFTER. Half way to a fine-tuned model often keeps what it learnt and gives back what it lost (WiSE-FT,
arXiv 2109.01903). `mixed/mix.json` lists the folders.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence

import torch
from torch import Tensor

from ..data.errors import DataError, missing_package
from .export import export_checkpoint, load_weights

Weights = dict[str, Tensor]
# As open_clip and Hugging Face name them.
FILES = ("open_clip_model.safetensors", "model.safetensors")
# Of a folder that is copied, all weights stay behind: those in another format would be unmixed.
WEIGHTS = (
    "*.safetensors",
    "*.safetensors.index.json",
    "*.bin",
    "*.bin.index.json",
    "*.msgpack",
    "*.h5",
    "*.pt",
)


def interpolate(before: Weights, after: Weights, alpha: float) -> Weights:
    """(1 − α)·before + α·after, worked out in float64; α = 0 and 1 are the ends to the bit.

    :param alpha: −1 to 2; outside of 0 to 1 it goes beyond an end.
    :raises DataError: when names or shapes differ, or α does not lie there.
    """
    if not -1 <= alpha <= 2:
        raise DataError(f"--alpha must lie in -1 to 2, got {alpha:g}: 0 is BEFORE, 1 is AFTER")
    return weighted([before, after], [1 - alpha, alpha])


def average(models: Sequence[Weights]) -> Weights:
    """The mean of several, such as one for each seed.

    :raises DataError: when names or shapes differ.
    """
    return weighted(models, [1 / len(models)] * len(models))


def weighted(models: Sequence[Weights], shares: Sequence[float]) -> Weights:
    """Σ share·weights; numbers that are no floating-point ones are those of the last model."""
    first = models[0]
    for other in models[1:]:
        only = sorted(first.keys() ^ other.keys())
        if only:
            side = "first" if only[0] in first else "other"
            raise DataError(f"the checkpoints must be of one model, and {only[0]} is in the {side} one alone")
        for name, value in first.items():
            if value.shape != other[name].shape:
                raise DataError(
                    f"the checkpoints must be of one model, and {name} is {list(value.shape)} in the first one, "
                    f"{list(other[name].shape)} in the other"
                )
    mixed = {}
    for name, value in first.items():
        parts = [
            (model[name].double(), share) for model, share in zip(models, shares, strict=True) if share != 0
        ]
        if value.is_floating_point():
            mixed[name] = torch.stack([part * share for part, share in parts]).sum(0).to(value.dtype)
        else:
            mixed[name] = models[-1][name]
    return mixed


def read(path: str) -> Weights:
    """The weights of `epoch_N.pt`, or of a folder of `export`, open_clip or Hugging Face."""
    if not os.path.isdir(path):
        return load_weights(path)
    try:
        from safetensors.torch import load_file
    except ModuleNotFoundError as error:
        raise missing_package(str(error.name), "weights in safetensors", "open-clip") from error
    return dict(load_file(os.path.join(path, weights_file(path))))


def weights_file(folder: str) -> str:
    """The name of the folder's weights.

    :raises DataError: when they are not in one file of safetensors.
    """
    for name in FILES:
        if os.path.isfile(os.path.join(folder, name)):
            return name
    raise DataError(
        f"{folder} has no {' or '.join(FILES)}: name a checkpoint, or a folder with the weights in one such file "
        "(transformers: save_pretrained with a large max_shard_size)"
    )


def write(weights: Weights, like: str, folder: str, model: str | None, model_config: str | None) -> None:
    """A folder with these weights and all else that the checkpoint or folder `like` says of its model."""
    if os.path.isdir(like):
        from safetensors.torch import save_file

        name = weights_file(like)
        shutil.copytree(like, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*WEIGHTS))
        save_file(
            {name: value.contiguous() for name, value in weights.items()},
            os.path.join(folder, name),
            {"format": "pt"},
        )
        shutil.copymode(os.path.join(like, name), os.path.join(folder, name))
        return
    with tempfile.TemporaryDirectory() as aside:
        file = os.path.join(aside, "weights.pt")
        torch.save({"state_dict": weights}, file)
        export_checkpoint(file, folder, model=model, model_config=model_config, run_of=like)


def mix(before: str, after: str, alphas: Sequence[float], folder: str, **model: str | None) -> None:
    """Writes `alpha-A` for each α, and `mix.json`."""
    if not alphas:
        raise DataError("--alpha must hold at least one number, such as 0,.25,.5,.75,1")
    ends = read(before), read(after)
    mixed = [(alpha, interpolate(*ends, alpha)) for alpha in alphas]
    listed = []
    for alpha, weights in mixed:
        name = f"alpha-{alpha:g}"
        write(weights, after, os.path.join(folder, name), model.get("model"), model.get("model_config"))
        listed.append({"alpha": alpha, "folder": name})
    with open(os.path.join(folder, "mix.json"), "w", encoding="utf-8") as stream:
        json.dump({"before": before, "after": after, "alphas": listed}, stream, indent=2)
        stream.write("\n")


def parse_alphas(text: str) -> list[float]:
    """`0,.25,.5` as numbers."""
    try:
        return [float(part) for part in text.split(",") if part.strip()]
    except ValueError:
        raise DataError(
            f"--alpha must be numbers with commas between them, such as 0,.25,.5,.75,1, got {text!r}"
        ) from None


def main(argv: list[str]) -> int:
    """Returns the exit code: 0, 1 for a failure; argparse ends with 2."""
    parser = argparse.ArgumentParser(prog="python -m slipform_torch.open_clip.mix", allow_abbrev=False)
    parser.add_argument(
        "models",
        nargs="+",
        metavar="MODEL",
        help="BEFORE AFTER: epoch_N.pt, or folders of export or Hugging Face",
    )
    parser.add_argument(
        "--alpha", default="0,.25,.5,.75,1", help="0 is BEFORE, 1 is AFTER (default: 0,.25,.5,.75,1)"
    )
    parser.add_argument(
        "--average", action="store_true", help="the mean of all MODELs, such as one for each seed"
    )
    parser.add_argument(
        "-o", "--output", required=True, metavar="FOLDER", help="where the folders go; it must be new"
    )
    parser.add_argument(
        "--model", help="of .pt files: its name in open_clip (default: what the run's params.txt says)"
    )
    parser.add_argument("--model-config", metavar="FILE", help="of .pt files: JSON of a model of your own")
    known = parser.parse_args(argv)
    options = {"model": known.model, "model_config": known.model_config}
    if not known.average and len(known.models) != 2:
        parser.error(f"two models are mixed, BEFORE and AFTER, got {len(known.models)}; --average takes more")
    try:
        if os.path.exists(known.output):
            raise DataError(f"{known.output} is there already: name a new folder")
        # Written whole or not at all.
        aside = f"{known.output}.new"
        try:
            if known.average:
                weights = average([read(path) for path in known.models])
                write(weights, known.models[0], aside, **options)
            else:
                before, after = known.models
                mix(before, after, parse_alphas(known.alpha), aside, **options)
            os.rename(aside, known.output)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    except DataError as error:
        print(f"slipform_torch.open_clip.mix: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
