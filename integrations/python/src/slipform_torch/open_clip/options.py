"""The options that are ours; all others are open_clip's."""

from __future__ import annotations

import argparse
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..data.choose import Choice, Layout
from ..data.errors import DataError
from ..loss import CementLoss
from ..margins import (
    Margin,
    adaptive_margin,
    balanced_margin,
    no_margin,
    similarity_margin,
    static_margin,
)
from ..terms import KeepClose, OwnNegatives, keep_close, own_negatives

MARGINS: dict[str, Callable[..., Margin]] = {
    "none": no_margin,
    "static": static_margin,
    "adaptive": adaptive_margin,
    "balanced": balanced_margin,
    "similarity": similarity_margin,
}

USAGE = """python -m slipform_torch.open_clip [open_clip's options] [--negatives FILES] [options below]

Trains open_clip's own trainer on hard captions that slipform-plant mined, with the Cement loss. Under torchrun it trains in
several processes. These options are ours; open_clip's follow below and mean what they mean there.

  python -m slipform_torch.open_clip --train-data pairs.tsv --negatives negatives.jsonl --model ViT-B-32 --pretrained openai
  python -m slipform_torch.open_clip --negatives negatives.tsv --image-root photos --model ViT-B-32
  torchrun --nproc_per_node=8 -m slipform_torch.open_clip --train-data 'mined/{00000..00999}.tar' --model ViT-B-32 \\
      --local-loss --gather-with-grad"""


@dataclass(frozen=True)
class Options:
    """What was asked for on the command line, checked."""

    negatives: list[str] | None
    hard: int
    layout: Layout
    margin: Margin
    margin_text: str
    own_negatives: OwnNegatives | None
    keep_close: KeepClose | None
    keep_close_ema: float | None
    plain_every: int
    warm_statistics: int
    image_root: str | None
    hard_image_root: str | None
    model_config: str | None
    val_negatives: list[str] | None
    zeroshot: str | None
    zeroshot_prompt: str


def make_parser() -> argparse.ArgumentParser:
    """The parser of our options."""
    parser = argparse.ArgumentParser(
        prog="python -m slipform_torch.open_clip",
        usage=USAGE,
        add_help=False,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    ours = parser.add_argument_group("negatives and loss")
    ours.add_argument(
        "--negatives",
        nargs="+",
        metavar="FILE",
        help=(
            "what slipform-plant wrote: .jsonl, .tsv, .parquet or .tar, a glob or a brace list. Without --train-data it is "
            "trained on alone; with a table or shards it is joined to them. Left out: --train-data has its negatives in it"
        ),
    )
    ours.add_argument(
        "--hard",
        type=int,
        default=1,
        metavar="K",
        help=(
            "hard captions of a pair, drawn anew for each epoch; a pair with fewer has masked ones (default 1)"
        ),
    )
    ours.add_argument(
        "--layout",
        default="captions",
        metavar="LAYOUT",
        help=("captions (default); triplet or paired, which need a picture of each hard caption"),
    )
    ours.add_argument(
        "--margin",
        default="adaptive",
        metavar="MARGIN",
        help=(
            "none, static:2, adaptive (default; also adaptive:max=2,min=0,scale=rank,unit=cosine), balanced:0.3 or similarity:5"
        ),
    )
    ours.add_argument("--image-root", metavar="FOLDER", help="where the pictures of tables and records lie")
    ours.add_argument(
        "--hard-image-root", metavar="FOLDER", help="where those of the hard captions lie, if elsewhere"
    )
    ours.add_argument(
        "--model-config", metavar="FILE", help="JSON of a model of your own; --model is its name"
    )
    keeping = parser.add_argument_group("keeping what the model could do")
    keeping.add_argument(
        "--keep-close",
        metavar="WEIGHT",
        help=(
            "adds the distance of the batch's softmaxes to those of the start, whose embeddings are made once, before the "
            "training: 1, or weight=1,kind=kl,scale=teacher (kind: kl, crossEntropy, squared; scale: teacher, own). Tables"
        ),
    )
    keeping.add_argument(
        "--keep-close-ema",
        type=float,
        metavar="DECAY",
        help="--keep-close to an exponential moving average of the model instead of the start, such as 0.999; shards too",
    )
    keeping.add_argument(
        "--own-negatives",
        metavar="WEIGHT",
        help=(
            "takes hard captions out of the InfoNCE, into a softmax of their own beside it: 0.5, or "
            "weight=0.5,focus=2,smoothing=0.02 (FSC-CLIP's)"
        ),
    )
    keeping.add_argument(
        "--plain-every",
        type=int,
        default=0,
        metavar="N",
        help="every N-th step has no hard captions (CLIC: 2)",
    )
    keeping.add_argument(
        "--warm-statistics",
        type=int,
        default=0,
        metavar="N",
        help="the first N steps have the rate 0, so that AdamW gathers its moments before anything moves",
    )
    kept = parser.add_argument_group(
        "what was kept and what was learnt: measured before and after, and printed"
    )
    kept.add_argument(
        "--val-negatives",
        nargs="+",
        metavar="FILE",
        help=(
            "held-out negatives: how often a picture is nearer to its caption than to a hard one, and retrieval among them"
        ),
    )
    kept.add_argument(
        "--zeroshot",
        metavar="FOLDER",
        help=(
            "a folder of pictures for each class, named as the class: accuracy of zero-shot classification"
        ),
    )
    kept.add_argument(
        "--zeroshot-prompt",
        default="a photo of a {}.",
        metavar="TEXT",
        help=("the text of a class (default: 'a photo of a {}.')"),
    )
    parser.add_argument("-h", "--help", action="store_true", help="this page and open_clip's")
    return parser


def parse_options(argv: list[str]) -> tuple[Options | None, list[str]]:
    """Our options, or None where --help was asked for, and the rest, which is open_clip's.

    Raises ValueError of one sentence for a value that can't be.
    """
    known, rest = make_parser().parse_known_args(argv)
    if known.help:
        return None, rest
    Choice(known.hard, known.layout, 0)  # checks both
    if "{}" not in known.zeroshot_prompt:
        raise DataError(
            f"--zeroshot-prompt must hold {{}} for the name of the class, got {known.zeroshot_prompt!r}"
        )
    for name, least in (("plain_every", 2), ("warm_statistics", 1)):
        value = getattr(known, name)
        if value != 0 and value < least:
            raise DataError(
                f"--{name.replace('_', '-')} must be a whole number ≥ {least}, got {value}; leave it out for none"
            )
    if known.keep_close_ema is not None and not 0 <= known.keep_close_ema < 1:
        raise DataError(f"--keep-close-ema must lie in [0, 1), got {known.keep_close_ema}; 0.999 is usual")
    if known.keep_close_ema is not None and known.keep_close is None:
        raise DataError(
            "--keep-close-ema names the teacher of --keep-close, which is not there: add --keep-close 1"
        )
    made: dict[str, Any] = {
        "margin": parse_margin(known.margin),
        "own_negatives": None
        if known.own_negatives is None
        else parse_call("--own-negatives", own_negatives, known.own_negatives),
        "keep_close": None
        if known.keep_close is None
        else parse_call("--keep-close", keep_close, known.keep_close),
    }
    CementLoss(layout=known.layout, **made)  # checks what goes together
    options = {name: value for name, value in vars(known).items() if name != "help"}
    return Options(**{**options, **made, "margin_text": known.margin}), rest


def parse_margin(text: str) -> Margin:
    """A margin as a command line names it: `none`, `static:2`, `adaptive:max=2,scale=rank`, `balanced:share=0.3`."""
    name, _, inner = text.partition(":")
    make = MARGINS.get(name)
    if make is None:
        raise DataError(
            f"--margin must be one of {', '.join(MARGINS)}, with options behind a colon, got {text!r}"
        )
    made: Margin = parse_call(
        f"--margin {name}", make, inner, takes_first=name in ("static", "balanced", "similarity")
    )
    return made


def parse_call(what: str, make: Callable[..., Any], inner: str, *, takes_first: bool = True) -> Any:
    """What a function returns of options `name=value` with commas between them, the first of which may lack its name."""
    takes = list(inspect.signature(make).parameters)
    options: dict[str, Any] = {}
    for part in filter(None, inner.split(",")):
        key, sign, value = part.rpartition("=")
        if not sign and takes_first:
            key = takes[0]
        if key not in takes:
            raise DataError(
                f"{what} takes {', '.join(f'{key}=…' for key in takes) or 'no options'}, got {part!r} in {inner!r}"
            )
        try:
            options[key] = (
                {"true": True, "false": False}[value] if value in ("true", "false") else float(value)
            )
        except ValueError:
            options[key] = value
    missing = [
        key
        for key, p in inspect.signature(make).parameters.items()
        if p.default is p.empty and key not in options
    ]
    if missing:
        name = what.rpartition(" ")[2]
        raise DataError(f"{what} needs {missing[0]}, such as {name}:{'2' if name == 'static' else '0.3'}")
    return make(**options)
