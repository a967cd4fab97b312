"""python ray_mine.py 'in/*.jsonl' out/ 50: the tasks of Ray, on RAY_ADDRESS's cluster or here. What follows 50 goes to mine."""

import os
import subprocess
import sys

import ray

# Where a task runs, another folder is the current one. A folder's name ends in a slash.
inputs, output = os.path.abspath(sys.argv[1]), os.path.join(os.path.abspath(sys.argv[2]), "")
of, options = int(sys.argv[3]), sys.argv[4:]


@ray.remote(num_cpus=1, max_retries=3, retry_exceptions=True)
def mine(task: int) -> None:
    command = ["slipform-plant", "mine", inputs, "-o", output, "--task", str(task), "--of", str(of), "--quiet"]
    subprocess.run([*command, *options], check=True)


if __name__ == "__main__":
    ray.init()
    ray.get([mine.remote(task) for task in range(of)])
    sys.exit(subprocess.run(["slipform-plant", "merge", output, "--inputs", inputs]).returncode)
