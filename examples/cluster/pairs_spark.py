"""Natural partners of many shards on Spark. The folder WORK must be one that all machines see.

    spark-submit pairs_spark.py work/ natural/ --tasks 50 'shards/*.jsonl'

What the steps read and write stands in packages/plant/docs/natural.md. A task may run twice at once (speculation) or again.
"""

import argparse
import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from operator import add
from pathlib import Path

from pyspark.sql import SparkSession

parser = argparse.ArgumentParser(description="Natural partners of many shards on Spark.")
parser.add_argument("work", help="a folder for hashes and groups")
parser.add_argument("out", help="the folder of the results, a file for each shard")
parser.add_argument("inputs", nargs="+")
parser.add_argument("--tasks", type=int, default=8)
parser.add_argument("--parts", type=int, default=8, help="parts of the keys that are grouped side by side")
parser.add_argument("--plant", default="slipform-plant", help="the command")
parser.add_argument("--hash-options", default="", help="options of pairs for hashes and join, such as --seed 7")
parser.add_argument("--join-options", default="", help="options of pairs for the join, such as --policy random")
args = parser.parse_args()

plant, tasks, parts = shlex.split(args.plant), args.tasks, args.parts
both, join = shlex.split(args.hash_options), shlex.split(args.join_options)
work, out = Path(args.work).resolve(), Path(args.out).resolve()
inputs = [each if each.startswith(("/", "@")) else os.path.join(os.getcwd(), each) for each in args.inputs]
hashes = work / "hashes"
work.mkdir(parents=True, exist_ok=True)
grouped = Path(tempfile.mkdtemp(prefix="grouped-", dir=work))
grouped.chmod(0o755)
sc = SparkSession.builder.appName("slipform-plant pairs").getOrCreate().sparkContext


def run_tasks(*words: str) -> None:
    """Runs a command once for each task; one that fails is tried again by Spark."""

    def run(task: int) -> None:
        share = ["--task", str(task), "--of", str(tasks), "--quiet"]
        subprocess.run([*plant, "pairs", *words, *share], check=True)

    sc.parallelize(range(tasks), tasks).foreach(run)


def write_shard(shard: int, lines: Iterator[str]) -> Iterator[int]:
    """Writes the rows of a shard, also where it has none; the file appears whole."""
    folder = grouped / "partners"
    folder.mkdir(exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=folder, prefix=".", delete=False) as file:
        for line in lines:
            file.write(line + "\n")
    os.chmod(file.name, 0o644)
    os.replace(file.name, folder / f"{shard:06d}.tsv")
    yield shard


def rows(name: str):
    return sc.textFile(f"file://{hashes}/*/{name}.tsv")


def sorted_by_byte(lines, count: int, part_of):
    """Lines in `count` parts, each sorted: the lines are ASCII."""
    return lines.map(lambda line: (line, None)).repartitionAndSortWithinPartitions(count, part_of).keys()


# 1. Each shard by itself: its captions, and rows of keys.
run_tasks(*inputs, "-o", str(hashes), "--hashes-only", *both)
shards = len(list(hashes.glob("*/state.json")))

# 2. Rows of one key stand together; each gets its partners.
group = shlex.join([*plant, "pairs", "--group", "-", "-o", "-", "--quiet"])
by_key = sorted_by_byte(rows("sites"), parts, lambda line: int(line[:8], 16) % parts)
partners = by_key.pipe(group, env=dict(os.environ), checkCode=True)

# 3. Rows of one shard stand together, in the order of its captions.
by_shard = sorted_by_byte(partners, shards, lambda line: int(line[:6]))
by_shard.mapPartitionsWithIndex(write_shard).count()
# How many pictures name which words: sums over all shards.
words = rows("words").map(lambda line: line.split("\t")).map(lambda cells: (cells[0], int(cells[1])))
words.reduceByKey(add).map(lambda row: f"{row[0]}\t{row[1]:010d}").saveAsTextFile(f"file://{grouped}/words")
# Images whose captions stand in several places.
images = rows("images").map(lambda line: (line[:16], line)).groupByKey().mapValues(list)
images.filter(lambda row: len(row[1]) > 1).flatMap(lambda row: row[1]).saveAsTextFile(f"file://{grouped}/images")

# 4. Each shard by itself: its captions choose among their partners.
run_tasks("--join", str(hashes), "--grouped", str(grouped), "-o", str(out), *both, *join)
shutil.rmtree(grouped)
