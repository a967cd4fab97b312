"""spark-submit spark.py 'in/*.jsonl' out/ 50: the tasks of a Spark job. What follows 50 goes to mine."""

import os
import subprocess
import sys

from pyspark import SparkConf, SparkContext

# Where a task runs, another folder is the current one. A folder's name ends in a slash.
inputs, output = os.path.abspath(sys.argv[1]), os.path.join(os.path.abspath(sys.argv[2]), "")
of, options = int(sys.argv[3]), sys.argv[4:]


def mine(task: int) -> None:
    command = ["slipform-plant", "mine", inputs, "-o", output, "--task", str(task), "--of", str(of), "--quiet"]
    subprocess.run([*command, *options], check=True)


if __name__ == "__main__":
    conf = SparkConf().setAppName("mine").set("spark.task.maxFailures", "4").set("spark.speculation", "true")
    SparkContext(conf=conf).parallelize(range(of), of).foreach(mine)
    sys.exit(subprocess.run(["slipform-plant", "merge", output, "--inputs", inputs]).returncode)
