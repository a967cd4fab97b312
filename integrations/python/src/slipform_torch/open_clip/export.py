"""A checkpoint of open_clip's trainer as a folder that `@slipform/clip` and open_clip load.

    python -m slipform_torch.open_clip.export logs/run/checkpoints/epoch_5.pt my-model

writes `open_clip_model.safetensors`, `open_clip_config.json` and, for open_clip's own tokenizer, `vocab.json`, `merges.txt` and
`tokenizer_config.json`. In Node: `await loadEncoder('my-model')`; in Python: `open_clip.create_model('local-dir:my-model')`.
"""

from __future__ import annotations

import argparse
import ast
import json
import logging
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch

from ..data.errors import DataError, missing_package

#: What open_clip's params.txt says of the model, and what create_model_and_transforms calls it.
SETTINGS = (
    "force_quick_gelu",
    "force_image_size",
    "force_context_length",
    "image_mean",
    "image_std",
    "image_interpolation",
    "image_resize_mode",
)


def export_checkpoint(
    checkpoint: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    model: str | None = None,
    model_config: str | os.PathLike[str] | None = None,
    run_of: str | None = None,
) -> None:
    """Writes the model of a checkpoint into a folder, which is made if it is not there.

    :param checkpoint: `epoch_N.pt` of open_clip's trainer, or a file with the model's `state_dict` alone.
    :param folder: where the files go; files of the same names are replaced.
    :param model: its name in open_clip; default: what the run's `params.txt` says.
    :param model_config: the JSON of a model of your own; default: the one that the run was given.
    :param run_of: the checkpoint whose run says all this, if it is another one.
    :raises DataError: for a checkpoint that can't be read, or of another model.
    """
    try:
        import open_clip
        from safetensors.torch import save_file
    except ModuleNotFoundError as error:
        raise missing_package(str(error.name), "a model of open_clip", "open-clip") from error
    path, target = os.fspath(checkpoint), os.fspath(folder)
    saved = load_weights(path)
    run = run_of or path
    params = _params(run)
    name = model or params.get("model")
    if not name:
        raise DataError(f"{path} does not say of which model it is: name it (model)")
    given = model_config or os.path.join(_run_folder(run), "model_config", f"{name}.json")
    if os.path.isfile(given):
        open_clip.add_model_config(given)
    elif model_config is not None:
        raise DataError(f"model_config {os.fspath(model_config)} is not there")
    settings = {key: params[key] for key in SETTINGS if params.get(key) is not None}
    try:
        with quiet():  # it warns of a model without weights
            clip = open_clip.create_model_and_transforms(name, **settings)[0]
        clip.load_state_dict(saved)
    except RuntimeError as error:
        raise DataError(f"{path} is not of the model {name}: {str(error).splitlines()[0]}") from error
    os.makedirs(target, exist_ok=True)
    weights = {key: value.detach().clone().contiguous() for key, value in clip.state_dict().items()}
    file = os.path.join(target, "open_clip_model.safetensors")
    save_file(weights, file, {"format": "pt"})
    _write(target, "open_clip_config.json", _config(open_clip, clip, name, settings))
    # safetensors lets nobody else read what it writes; what Python writes follows the umask.
    shutil.copymode(os.path.join(target, "open_clip_config.json"), file)
    tokenizer = open_clip.get_tokenizer(name, context_length=settings.get("force_context_length"))
    if isinstance(tokenizer, open_clip.SimpleTokenizer):
        _write_tokenizer(target, tokenizer)


@contextmanager
def quiet() -> Iterator[None]:
    """No warnings in the log."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(before)


def load_weights(path: str) -> dict[str, torch.Tensor]:
    """The weights of a checkpoint of open_clip's trainer, in float32.

    :raises DataError: where the file holds no weights.
    """
    try:
        saved = torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, RuntimeError, ValueError, EOFError, Exception) as error:
        raise DataError(f"{path} can't be read as a checkpoint: {str(error).splitlines()[0]}") from error
    state = saved.get("state_dict", saved) if isinstance(saved, dict) else None
    if not isinstance(state, dict) or not all(isinstance(value, torch.Tensor) for value in state.values()):
        raise DataError(f"{path} holds no weights of a model")
    return {
        key.removeprefix("module.").removeprefix("_orig_mod."): value.float() for key, value in state.items()
    }


def _run_folder(checkpoint: str) -> str:
    return os.path.dirname(os.path.dirname(os.path.abspath(checkpoint)))


def _params(checkpoint: str) -> dict[str, Any]:
    """open_clip's params.txt, which lies above the folder of checkpoints: `name: value`, a line each."""
    file = os.path.join(_run_folder(checkpoint), "params.txt")
    params: dict[str, Any] = {}
    if os.path.isfile(file):
        with open(file, encoding="utf-8") as stream:
            for line in stream:
                key, _, value = line.rstrip("\n").partition(": ")
                try:
                    params[key] = ast.literal_eval(value)
                except (ValueError, SyntaxError):
                    params[key] = value
    return params


def _config(open_clip: Any, clip: Any, name: str, settings: dict[str, Any]) -> dict[str, Any]:
    if name.startswith("local-dir:"):
        with open(
            os.path.join(name.removeprefix("local-dir:"), "open_clip_config.json"), encoding="utf-8"
        ) as stream:
            config = json.load(stream)["model_cfg"]
    else:
        config = open_clip.get_model_config(name)
    if "force_quick_gelu" in settings:
        config["quick_gelu"] = bool(settings["force_quick_gelu"] or config.get("quick_gelu"))
    if "force_image_size" in settings:
        config["vision_cfg"]["image_size"] = settings["force_image_size"]
    if "force_context_length" in settings:
        config["text_cfg"]["context_length"] = settings["force_context_length"]
    return {"model_cfg": config, "preprocess_cfg": dict(open_clip.get_model_preprocess_cfg(clip))}


def _write(folder: str, name: str, value: object) -> None:
    with open(os.path.join(folder, name), "w", encoding="utf-8") as stream:
        json.dump(value, stream, indent=None if name == "vocab.json" else 2, ensure_ascii=False)
        stream.write("\n")


def _write_tokenizer(folder: str, tokenizer: Any) -> None:
    """open_clip's byte-pair tokenizer in the files, and with the names of the ends, that Hugging Face's CLIPTokenizer has."""
    ends = dict(zip(tokenizer.all_special_ids, ("<|startoftext|>", "<|endoftext|>"), strict=False))
    _write(
        folder, "vocab.json", {ends.get(number, token): number for token, number in tokenizer.encoder.items()}
    )
    _write(folder, "tokenizer_config.json", {"model_max_length": tokenizer.context_length})
    merges = sorted(tokenizer.bpe_ranks, key=tokenizer.bpe_ranks.__getitem__)
    with open(os.path.join(folder, "merges.txt"), "w", encoding="utf-8") as stream:
        stream.write("#version: 0.2\n" + "".join(f"{left} {right}\n" for left, right in merges))


def main(argv: list[str]) -> int:
    """Returns the exit code: 0, 1 for a failure; argparse ends with 2."""
    parser = argparse.ArgumentParser(prog="python -m slipform_torch.open_clip.export", allow_abbrev=False)
    parser.add_argument("checkpoint", help="epoch_N.pt of open_clip's trainer")
    parser.add_argument("folder", help="where the files go")
    parser.add_argument("--model", help="its name in open_clip (default: what the run's params.txt says)")
    parser.add_argument(
        "--model-config", metavar="FILE", help="JSON of a model of your own (default: that of the run)"
    )
    known = parser.parse_args(argv)
    try:
        export_checkpoint(known.checkpoint, known.folder, model=known.model, model_config=known.model_config)
    except DataError as error:
        print(f"slipform_torch.open_clip.export: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
