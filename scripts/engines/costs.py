"""What mining costs: processor time and memory of the command, warm and cold, and over a million captions.

    python3 scripts/engines/costs.py domains NAME=FILE.jsonl ...    one process over 1 and over 4 shards of 2,500 captions each
    python3 scripts/engines/costs.py million TASKS FILE.jsonl ...   a million captions in 100 shards of 10,000, in so many tasks
    python3 scripts/engines/costs.py tars FILE.jsonl                2,500 captions as JSON lines and in a tar, 25 kB a picture

A FILE has one object a line with a field `caption`, or is a TSV with a column of that name. Processor time is user and system
time of the command and its threads; it grows by some tens of per cent where other programs compete for the caches.
"""

import hashlib
import io
import json
import os
import sys
import tarfile
import tempfile
import time
from pathlib import Path

PLANT = Path(__file__).parents[2] / "packages" / "plant" / "bin" / "slipform-plant.js"
CORES = 2


def captions_of(file: str) -> list[str]:
    """The captions of a file, in its order."""
    with open(file, encoding="utf-8") as lines:
        if not file.endswith(".tsv"):
            return [json.loads(line)["caption"] for line in lines]
        column = next(lines).rstrip("\n").split("\t").index("caption")
        return [line.rstrip("\n").split("\t")[column] for line in lines]


def write_shard(folder: Path, number: int, captions: list[str]) -> None:
    folder.mkdir(exist_ok=True)
    rows = "".join(json.dumps({"caption": caption}) + "\n" for caption in captions)
    (folder / f"{number:05}.jsonl").write_text(rows, encoding="utf-8")


def start(folder: Path, *options: str, suffix: str = "jsonl", out: str = "out") -> int:
    """Starts `mine` over the shards of a folder; returns its process id."""
    command = ["node", str(PLANT), "mine", str(folder / f"*.{suffix}"), "-o", f"{folder}-{out}/", "--quiet", *options]
    return os.posix_spawnp("node", command, os.environ)


def end(pid: int) -> tuple[float, float]:
    """Waits for a process; returns its processor time (s) and its largest resident size (MiB)."""
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f"costs: the command ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def tasks(folder: Path, of: int) -> tuple[float, float, float]:
    """All tasks, as many at a time as there are cores: processor time (s), largest resident size (MiB), wall time (s)."""
    began, spent, largest = time.monotonic(), 0.0, 0.0
    left, running = list(range(of)), []
    while left or running:
        while left and len(running) < CORES:
            running.append(start(folder, "--task", str(left.pop(0)), "--of", str(of)))
        seconds, size = end(running.pop(0))
        spent, largest = spent + seconds, max(largest, size)
    return spent, largest, time.monotonic() - began


def domains(root: Path, named: list[str]) -> None:
    print("| captions | cold: a process of one shard of 2,500 | warm: each later thousand | captions a second, warm | MiB |")
    print("| --- | --- | --- | --- | --- |")
    for word in named:
        name, file = word.split("=", 1)
        captions = captions_of(file)[:10_000]
        count = len(captions) // 2500
        one, many = root / f"{name}-1", root / f"{name}-{count}"
        write_shard(one, 0, captions[:2500])
        for number in range(count):
            write_shard(many, number, captions[number * 2500 : (number + 1) * 2500])
        cold, _ = end(start(one))
        all_of_them, size = end(start(many))
        warm = (all_of_them - cold) / (count - 1) / 2.5
        print(f"| {name} | {cold:.1f} s | {warm:.2f} s | {1000 / warm:.0f} | {size:.0f} |", flush=True)


def tars(root: Path, words: list[str]) -> None:
    captions = captions_of(words[0])[:2500]
    lines, packed = root / "lines", root / "packed"
    write_shard(lines, 0, captions)
    packed.mkdir()
    with tarfile.open(packed / "00000.tar", "w", format=tarfile.USTAR_FORMAT) as shard:
        for number, caption in enumerate(captions):
            for name, data in ((f"{number:09}.jpg", os.urandom(25_000)), (f"{number:09}.txt", caption.encode())):
                member = tarfile.TarInfo(name)
                member.size = len(data)
                shard.addfile(member, io.BytesIO(data))
    without, _ = end(start(lines))
    within, _ = end(start(packed, suffix="tar"))
    aside, _ = end(start(packed, "--output-format", "tar", "--without-images", suffix="tar", out="aside"))
    whole, _ = end(start(packed, "--output-format", "tar", suffix="tar", out="whole"))
    print("| 2,500 captions | processor time |")
    print("| --- | --- |")
    print(f"| JSON lines to JSON lines | {without:.1f} s |")
    print(f"| tar with pictures ({(packed / '00000.tar').stat().st_size / 1e6:.0f} MB) to JSON lines | {within:.1f} s |")
    print(f"| the same to a tar without pictures | {aside:.1f} s |")
    print(f"| the same to a tar with pictures | {whole:.1f} s |")


def million(root: Path, words: list[str]) -> None:
    of, files = int(words[0]), words[1:]
    known = list(dict.fromkeys(caption for file in files for caption in captions_of(file)))
    folder = root / "million"
    for number in range(100):
        write_shard(folder, number, [varied(known, number * 10_000 + line) for line in range(10_000)])
    each = 1_000_000 // len(known)
    print(f"{len(known):,} distinct captions, each {each} times or once more, with another place or time behind it")
    columns = "tasks, as many at a time as cores | processor time | captions a second a core | largest process"
    print(f"| {columns} | wall time | SHA-256 |")
    print("| --- | --- | --- | --- | --- | --- |", flush=True)
    spent, size, wall = tasks(folder, of)
    hashed = hashlib.sha256()
    for file in sorted(Path(f"{folder}-out").glob("*.jsonl")):
        hashed.update(file.read_bytes())
    print(f"| {of} | {spent:.0f} s | {1_000_000 / spent:.0f} | {size:.0f} MiB | {wall:.0f} s | {hashed.hexdigest()[:12]} |")


PLACES = ("at the market", "in the evening", "near the river", "at night", "in winter", "behind the house", "at the station")


def varied(known: list[str], index: int) -> str:
    """The same caption with what another round puts behind it; the first round has it as it is."""
    around, which = divmod(index, len(known))
    caption = known[which]
    if around == 0:
        return caption
    first, second = divmod(around - 1, len(PLACES))
    return " ".join([caption.rstrip(" ."), PLACES[second], *PLACES[:first]])


if __name__ == "__main__":
    kind, *given = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="slipform-costs-") as made:
        {"domains": domains, "million": million, "tars": tars}[kind](Path(made), given)
