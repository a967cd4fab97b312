"""PyTorch's side of lab/speed/race.ts: a CLIP of transformers on the CPU, float32.

    python race.py FOLDER THREADS IMAGES TEXTS
        Prints one JSON line when one image and one text are embedded. Each line {"steps": N} on standard input is
        answered with one: seconds and embeddings of the runs of lab/speed/race/work.ts. The end of the input ends it.

FOLDER is one of write-task-folder.ts.
"""
import json
import sys
import time

import torch
from transformers import CLIPModel
from yardstick import read_batches


class Tower(torch.nn.Module):
    """One tower of a CLIPModel with its projection, as get_image_features and get_text_features compute it."""

    def __init__(self, tower, projection):
        super().__init__()
        self.tower, self.projection = tower, projection

    def forward(self, x):
        return self.projection(self.tower(x).pooler_output)


def load(folder):
    """The image tower and the text tower."""
    options = {'attn_implementation': 'sdpa', 'dtype': torch.float32, 'local_files_only': True}
    clip = CLIPModel.from_pretrained(folder, **options).eval()
    return Tower(clip.vision_model, clip.visual_projection), Tower(clip.text_model, clip.text_projection)


def embed(folder, threads, *counts):
    torch.set_num_threads(threads)
    images, tokens = (rows[0] for rows in read_batches(folder))
    rows = {'image': images.permute(0, 3, 1, 2).contiguous(), 'text': tokens}
    towers = dict(zip(rows, load(folder)))

    @torch.inference_mode()
    def run(tower, start, size):
        return torch.nn.functional.normalize(towers[tower](rows[tower][start : start + size]), dim=-1).tolist()

    def timed(tower, batch, count):
        run(tower, 0, batch)
        wall, cpu, embeddings = time.perf_counter(), time.process_time(), []
        rows_there = len(rows[tower])
        for start in range(0, count, batch):
            found = run(tower, start % rows_there, batch)
            embeddings += found if start >= count - rows_there else []
        return {
            **{'tower': tower, 'batch': batch, 'count': count, 'embeddings': embeddings},
            **{'seconds': time.perf_counter() - wall, 'cpuSeconds': time.process_time() - cpu},
        }

    for tower in rows:
        run(tower, 0, 1)
    print(json.dumps({'threads': torch.get_num_threads()}), flush=True)
    for line in sys.stdin:
        steps = json.loads(line)['steps']
        runs = [timed('image', 8, 8 * steps)] if steps else [
            timed(tower, batch, -(-count // batch) * batch)
            for tower, count in zip(rows, counts)
            for batch in (1, 8)
        ]
        print(json.dumps({'runs': runs}), flush=True)


if __name__ == '__main__':
    folder, *counts = sys.argv[1:]
    embed(folder, *map(int, counts))
