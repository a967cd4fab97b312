"""`python -m slipform_torch.open_clip`: open_clip's trainer with hard captions and the Cement loss."""

from __future__ import annotations

import logging
import sys

from ..data.errors import DataError
from .options import make_parser, parse_options
from .trainer import load_trainer, train


def main(argv: list[str]) -> int:
    """Returns the exit code: 0, 1 for a failure, 2 for wrong usage."""
    if argv[:1] == ["--"]:  # torchrun takes `--logs` for one of its own options unless this stands before it
        argv = argv[1:]
    try:
        options, rest = parse_options(argv)
    except ValueError as error:
        print(f"slipform_torch.open_clip: {error}", file=sys.stderr)
        return 2
    try:
        if options is None:
            make_parser().print_help()
            trainer, _ = load_trainer()
            print("\nopen_clip's options:\n", flush=True)
            trainer.parse_args(["--help"])
            return 0
        return train(rest, options)
    except DataError as error:
        # a DataLoader's worker puts a traceback before the sentence
        sentence = str(error).strip().split("DataError: ")[-1].replace("(image_root)", "(--image-root)")
        print(f"slipform_torch.open_clip: {sentence}", file=sys.stderr)
        return 1
    finally:
        quieten_torch()


def quieten_torch() -> None:
    """open_clip sets the level of every logger to INFO, by which torch prints statistics of its compiler at the end."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "torch":
            logging.getLogger(name).setLevel(logging.WARNING)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
