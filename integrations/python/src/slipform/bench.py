"""The field's benchmarks for a model of any Python library: it embeds, and `slipform-bench` scores."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from ._errors import SlipformError
from ._node import node, program

Place = str | PathLike[str]


def score(
    embed_images: Callable[[list[str]], Any],
    embed_texts: Callable[[list[str]], Any],
    benchmarks: Mapping[str, Place | None],
    *,
    images: Place | Sequence[Place] = (),
    module: Place | Sequence[Place] = (),
    name: str = "model",
    blind: bool = True,
    seed: int = 0,
    batch_size: int = 64,
    folder: Place | None = None,
) -> list[dict[str, Any]]:
    """Judges a model on benchmarks, as ``slipform-bench run`` does, and returns its results: those of ``run --json``.

    Each picture and each text is embedded once; a score is the cosine of the two vectors, which need not be of unit length.

    :param embed_images: from the files of some pictures to their vectors, ``[n, width]``: a tensor or an array
    :param embed_texts: from some texts to their vectors, likewise
    :param benchmarks: from a benchmark's name to its file or folder; ``slipform bench benchmarks`` lists the names. None where
        a module's benchmark brings its questions with it; ``{}``: all that the modules register
    :param images: the folder of the benchmarks' pictures, or several
    :param module: a module of JavaScript that registers benchmarks, a file or a package such as ``@slipform/icons/files``, or
        several
    :param name: the model's, in results
    :param blind: whether a model that reads only the text is judged too, so that the last results are its own
    :param seed: of everything random: the questions that are drawn and the intervals
    :param batch_size: pictures or texts of one call
    :param folder: where the embeddings are kept; ``slipform bench run FOLDER`` judges them again. Default: nowhere
    :raises SlipformError: one sentence, as the command says it

    >>> def embed_images(files):  # doctest: +SKIP
    ...     return model.encode_image(torch.stack([preprocess(Image.open(file).convert("RGB")) for file in files]))
    >>> [result, blind] = score(  # doctest: +SKIP
    ...     embed_images, lambda texts: model.encode_text(tokenizer(texts)), {"sugarcrepe": "data"}, images="val2017"
    ... )
    >>> result["kinds"]["swap_att"]["value"], result["mean"]["interval"]  # doctest: +SKIP
    """
    folders = [images] if isinstance(images, (str, PathLike)) else list(images)
    modules = [module] if isinstance(module, (str, PathLike)) else list(module)
    asked = [f"--seed={seed}"]
    for benchmark, place in benchmarks.items():
        asked += ["--benchmark", benchmark if place is None else f"{benchmark}={fspath(place)}"]
    for each in modules:
        asked += ["--module", fspath(each)]
    for each in folders:
        asked += ["--images", fspath(each)]
    with ExitStack() as stack:
        if folder is None:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="slipform-"))
        place = Path(folder)
        _command("inputs", str(place), *asked)
        for part, embed in (("images", embed_images), ("texts", embed_texts)):
            inputs = json.loads((place / f"{part}.json").read_text("utf-8"))
            _save(place / f"{part}.npy", f"embed_{part}", embed, inputs, batch_size)
        said = _command(
            "run", str(place), *asked, f"--name={name}", "--json", *([] if blind else ["--no-blind"])
        )
    results: list[dict[str, Any]] = json.loads(said)
    return results


def _save(
    file: Path, argument: str, embed: Callable[[list[str]], Any], inputs: list[str], batch_size: int
) -> None:
    try:
        import numpy
    except ImportError as error:
        raise SlipformError("slipform.bench: it needs NumPy; pip install numpy.") from error
    vectors = []
    for start in range(0, len(inputs), batch_size):
        batch = inputs[start : start + batch_size]
        made = embed(batch)
        if hasattr(made, "detach"):
            made = made.detach().float().cpu().numpy()
        try:
            rows = numpy.asarray(made, dtype=numpy.float32)
        except (TypeError, ValueError):
            rows = numpy.empty(0, dtype=numpy.float32)
        if rows.ndim != 2 or len(rows) != len(batch):
            got = list(rows.shape) if rows.size else type(made).__name__
            raise SlipformError(
                f"slipform.bench: {argument} must return a tensor of [{len(batch)}, width] for {len(batch)} inputs, got {got}; "
                "return a row for each, in their order."
            )
        vectors.append(rows)
    width = {rows.shape[1] for rows in vectors}
    if len(width) > 1:
        raise SlipformError(
            f"slipform.bench: {argument} must return vectors of one width, got {sorted(width)}; use one model."
        )
    numpy.save(file, numpy.concatenate(vectors) if vectors else numpy.empty((0, 1), numpy.float32))


def _command(*arguments: str) -> str:
    done = subprocess.run(
        [node(), program("bench"), *arguments],
        capture_output=True,
        encoding="utf-8",
    )
    *told, last = done.stderr.splitlines() or [""]
    sentence = last.removeprefix("slipform-bench: ")
    if done.returncode == 0:
        sys.stderr.write(done.stderr)
    elif done.stdout == "":
        raise SlipformError(f"slipform.bench: {sentence or f'the command ended with {done.returncode}.'}")
    else:
        # Some benchmarks asked nothing; the results are those of the others.
        sys.stderr.writelines(f"{line}\n" for line in told)
        warnings.warn(f"slipform.bench: {sentence}", stacklevel=3)
    return done.stdout
