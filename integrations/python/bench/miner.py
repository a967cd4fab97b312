"""slipform.mine beside the command on the same captions: python bench/miner.py CAPTIONS [--rounds 3]

CAPTIONS is a text, one caption a line. A round mines it by both, in one thread each, and writes the records. It prints the
medians over the rounds of the ratio of their rates, by processor time of all processes and by the clock; records must be equal.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import slipform
from slipform._node import node, program


def by_python(captions: str, output: str) -> None:
    with open(captions, encoding="utf-8") as lines, open(output, "w", encoding="utf-8") as file:
        for record in slipform.mine(line.rstrip("\n") for line in lines):
            file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")


def cost(command: list[str]) -> tuple[float, float]:
    """Seconds of the processor and of the clock, of a command and the processes that it starts."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return used, time.perf_counter() - start


def race(captions: str, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder) / "python.jsonl", Path(folder) / "command.jsonl"
        mine = [node(), program("plant"), "mine", captions, "-o", str(theirs), "--force"]
        ratios = []
        for _ in range(rounds):
            command = cost(mine)
            python = cost([sys.executable, __file__, captions, "--write", str(ours)])
            ratios.append([a / b for a, b in zip(command, python, strict=True)])
        records = [[json.loads(line) for line in file.open(encoding="utf-8")] for file in (ours, theirs)]
        same = "equal" if records[0] == records[1] else "NOT equal"
    processor, clock = (statistics.median(each) for each in zip(*ratios, strict=True))
    rows = len(records[0])
    print(f"rate of slipform.mine / the command: {processor:.2f} by processor time, {clock:.2f} by the clock")
    print(f"{rows} records, {same}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("captions")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write")
    arguments = parser.parse_args()
    if arguments.write:
        by_python(arguments.captions, arguments.write)
    else:
        race(arguments.captions, arguments.rounds)
