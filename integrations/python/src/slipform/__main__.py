"""``slipform mine`` and so on: the commands of ``slipform-plant``. ``slipform bench …`` is ``slipform-bench …``, and
``slipform audit …`` its audit."""

from __future__ import annotations

import os
import subprocess
import sys

from ._errors import SlipformError
from ._node import node, program


def main(args: list[str] | None = None) -> int:
    """Runs the command with its arguments, in the caller's terminal, and returns its exit code."""
    given = sys.argv[1:] if args is None else args
    name = "bench" if given[:1] in (["bench"], ["audit"]) else "plant"
    try:
        command = [node(), program(name), *given[given[:1] == ["bench"] :]]
    except SlipformError as error:
        print(error, file=sys.stderr)
        return 1
    if os.name == "posix" and args is None:
        # The command takes this process's place: signals, exit code and terminal are its own.
        os.execv(command[0], command)
    return subprocess.run(command).returncode


if __name__ == "__main__":
    sys.exit(main())
