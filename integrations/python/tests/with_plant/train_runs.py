"""Several runs of the trainer in one process, since importing it takes most of the time.

Arguments: a JSON list of `[port, argv]`. Each run has a process group of its own, at a port of its own; torchrun's store can't
be used twice.
"""

import json
import os
import sys

import torch

from slipform_torch.open_clip.__main__ import main

if __name__ == "__main__":
    torch.set_num_threads(1)
    os.environ["TORCHELASTIC_USE_AGENT_STORE"] = "False"
    codes = []
    for port, argv in json.loads(sys.argv[1]):
        os.environ["MASTER_PORT"] = str(port)
        codes.append(main(argv))
        torch.distributed.destroy_process_group()
    sys.exit(max(codes))
