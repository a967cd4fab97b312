"""PyTorch's side of lab/speed/fine-tune.ts: the text tower of a CLIP trained with the Cement loss on kept embeddings.

    python fine-tune.py FOLDER THREADS RANK
        RANK 0 trains all of the text tower; else W + B A in place of each matrix of its layers, A [RANK, in] from
        factors.bin, B [out, RANK] zero, and all else fixed. Prints a JSON line when it is ready; each line
        {"steps": N} on standard input is answered with one: seconds by the clock and of the processor, and losses.

The layers are those of yardstick.py, the loss is slipform_torch's, AdamW has rate 1e-4, betas 0.9 and 0.98, epsilon 1e-6, and
decay 0.1 on matrices. FOLDER is one of fine-tune.ts.
"""
import json
import os
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F
from yardstick import Clip

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, '../../integrations/python/src'))
from slipform_torch import CementLoss  # noqa: E402


class LowRankClip(Clip):
    """A Clip whose text layers' matrices have factors A and B beside them, for queries, keys and values apart."""

    def __init__(self, folder, rank):
        super().__init__(folder)
        self.factors = {}
        if rank == 0:
            return
        start, at = np.fromfile(os.path.join(folder, 'factors.bin'), '<f4'), 0
        for i in range(self.config['text_config']['num_hidden_layers']):
            for matrix, parts in (('self_attn.qkv_proj', 3), ('self_attn.out_proj', 1), ('mlp.fc1', 1), ('mlp.fc2', 1)):
                name = f'text_model.encoder.layers.{i}.{matrix}'
                out, width = self.weights[f'{name}.weight'].shape
                self.factors[name] = []
                for _ in range(parts):
                    a = torch.from_numpy(start[at : at + rank * width].reshape(rank, width).copy())
                    at += rank * width
                    self.factors[name].append((a, torch.zeros(out // parts, rank)))

    def linear(self, x, name):
        y = super().linear(x, name)
        if name not in self.factors:
            return y
        return y + torch.cat([F.linear(F.linear(x, a), b) for a, b in self.factors[name]], -1)


def read(folder, name, kind, *shape):
    return torch.from_numpy(np.fromfile(os.path.join(folder, f'{name}.bin'), kind).reshape(shape))


def training(folder, rank):
    """A function that takes a step and returns its loss."""
    model = LowRankClip(folder, rank)
    with open(os.path.join(folder, 'batches.json')) as f:
        shape = json.load(f)
    batches, batch = shape['batches'], shape['batch']
    positions = 'text_model.embeddings.position_embedding.weight'
    model.weights[positions] = model.weights[positions][: shape['length']].clone()
    images = read(folder, 'images', '<f4', batches, batch, shape['embeddingSize'])
    captions = read(folder, 'captions', '<i4', batches, batch, shape['length']).long()
    hard = read(folder, 'hard', '<i4', batches, batch, shape['length']).long()
    concreteness = read(folder, 'concreteness', '<f4', batches, batch)
    trained = [tensor for name, tensor in model.weights.items() if name.startswith('text_')]
    if rank > 0:
        trained = [factor for pairs in model.factors.values() for pair in pairs for factor in pair]
    for tensor in trained:
        tensor.requires_grad_()
    groups = [
        {'params': [p for p in trained if p.dim() > 1], 'weight_decay': 0.1},
        {'params': [p for p in trained if p.dim() < 2], 'weight_decay': 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, lr=1e-4, betas=(0.9, 0.98), eps=1e-6, fused=True)
    loss_of, step = CementLoss(), 0

    def take():
        nonlocal step
        at = step % batches
        step += 1
        optimizer.zero_grad()
        texts = model.embed_texts(torch.cat([captions[at], hard[at]]))
        loss = loss_of(
            F.normalize(images[at], dim=-1),
            texts[:batch],
            model.weights['logit_scale'].exp(),
            hard_text_features=texts[batch:],
            concreteness=concreteness[at],
        )
        loss.backward()
        optimizer.step()
        return loss.item()

    return take


def main(folder, threads, rank):
    torch.set_num_threads(int(threads))
    take = training(folder, int(rank))
    print(json.dumps({'threads': torch.get_num_threads()}), flush=True)
    for line in sys.stdin:
        wall, cpu = time.perf_counter(), time.process_time()
        losses = [take() for _ in range(json.loads(line)['steps'])]
        seconds = {'seconds': time.perf_counter() - wall, 'cpuSeconds': time.process_time() - cpu}
        print(json.dumps({**seconds, 'losses': losses}), flush=True)


if __name__ == '__main__':
    main(*sys.argv[1:])
