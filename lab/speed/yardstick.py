"""The PyTorch side of lab/speed/yardstick.ts: a CLIP of a folder, trained or embedding, float32, on the CPU.

    python yardstick.py describe
        One JSON line: PyTorch's version and settings, the libraries that multiply matrices, threads, and the rate
        of a product of 512 x 512 matrices on one thread.

    python yardstick.py train FOLDER THREADS BATCH
    python yardstick.py embed FOLDER THREADS BATCH
        Prints one JSON line, with its threads, when it is ready. Then each line {"steps": N} on standard input asks for N steps, which
        are answered with one line: milliseconds of each step, and numbers to compare (losses of the steps, or the
        first embedding). The end of the input ends it.

FOLDER: config.json and model.safetensors in Hugging Face's naming, float32; batches.json {"batches", "rows", "size",
"length"}; images.f32 [batches, rows, size, size, 3]; tokens.i32 [batches, rows, length]. Step s takes the first BATCH
rows of batch s mod `batches`.

The step: both towers of CLIP (Radford et al. 2021, section 2.4), unit length, the symmetric InfoNCE with a learned
logit scale, AdamW with rate 1e-3, betas 0.9 and 0.98, epsilon 1e-6, and decay 0.1 on matrices only. A layer is written
as open_clip writes it: queries, keys and values in one product, scaled_dot_product_attention, one fused AdamW. A model
without `vision_model.pre_layrnorm` has no norm before its layers.
"""
import json
import os
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

ACTIVATIONS = {
    'gelu': F.gelu,
    'gelu_pytorch_tanh': lambda x: F.gelu(x, approximate='tanh'),
    'quick_gelu': lambda x: x * torch.sigmoid(1.702 * x),
}


def read_weights(file):
    """Tensors by name; queries', keys' and values' weights and biases are joined into one `qkv_proj`."""
    with open(file, 'rb') as f:
        size = int.from_bytes(f.read(8), 'little')
        header = json.loads(f.read(size))
    data = np.memmap(file, np.uint8, 'r', 8 + size)
    tensors = {}
    for name, entry in header.items():
        if name == '__metadata__':
            continue
        if entry['dtype'] != 'F32':
            raise SystemExit(f'{file}: {name} must be F32, got {entry["dtype"]}')
        start, end = entry['data_offsets']
        tensors[name] = torch.from_numpy(np.array(data[start:end]).view('<f4').reshape(entry['shape']))
    for name in [name for name in tensors if '.q_proj.' in name]:
        parts = [tensors.pop(name.replace('q_proj', f'{letter}_proj')) for letter in 'qkv']
        tensors[name.replace('q_proj', 'qkv_proj')] = torch.cat(parts)
    return tensors


class Clip:
    def __init__(self, folder):
        with open(os.path.join(folder, 'config.json')) as f:
            self.config = json.load(f)
        self.weights = read_weights(os.path.join(folder, 'model.safetensors'))

    def linear(self, x, name):
        return F.linear(x, self.weights[f'{name}.weight'], self.weights.get(f'{name}.bias'))

    def norm(self, x, name, tower):
        weight, bias = self.weights[f'{name}.weight'], self.weights[f'{name}.bias']
        return F.layer_norm(x, weight.shape, weight, bias, tower['layer_norm_eps'])

    def layers(self, x, name, tower, causal):
        """x [batch, tokens, width] through all layers of a tower."""
        batch, tokens, width = x.shape
        heads = tower['num_attention_heads']
        activate = ACTIVATIONS[tower['hidden_act']]
        for i in range(tower['num_hidden_layers']):
            layer = f'{name}.encoder.layers.{i}'
            qkv = self.linear(self.norm(x, f'{layer}.layer_norm1', tower), f'{layer}.self_attn.qkv_proj')
            q, k, v = qkv.view(batch, tokens, 3, heads, width // heads).permute(2, 0, 3, 1, 4)
            mixed = F.scaled_dot_product_attention(q, k, v, is_causal=causal)
            mixed = mixed.transpose(1, 2).reshape(batch, tokens, width)
            x = x + self.linear(mixed, f'{layer}.self_attn.out_proj')
            hidden = activate(self.linear(self.norm(x, f'{layer}.layer_norm2', tower), f'{layer}.mlp.fc1'))
            x = x + self.linear(hidden, f'{layer}.mlp.fc2')
        return x

    def embed_images(self, images):
        """Pixels [batch, size, size, 3] -> embeddings [batch, embedding size] of unit length."""
        tower, embeddings = self.config['vision_config'], 'vision_model.embeddings'
        filters = self.weights[f'{embeddings}.patch_embedding.weight']
        side = tower['patch_size']
        batch, size = images.shape[:2]
        grid = size // side
        # A convolution whose stride is its filter's size is one product.
        patches = images.view(batch, grid, side, grid, side, 3).permute(0, 1, 3, 5, 2, 4)
        x = F.linear(patches.reshape(batch, grid * grid, -1), filters.flatten(1))
        token = self.weights[f'{embeddings}.class_embedding'].reshape(1, 1, -1).expand(batch, 1, -1)
        x = torch.cat([token, x], 1) + self.weights[f'{embeddings}.position_embedding.weight']
        if 'vision_model.pre_layrnorm.weight' in self.weights:
            x = self.norm(x, 'vision_model.pre_layrnorm', tower)
        x = self.layers(x, 'vision_model', tower, False)[:, 0]
        x = self.norm(x, 'vision_model.post_layernorm', tower)
        return F.normalize(self.linear(x, 'visual_projection'), dim=-1)

    def embed_texts(self, tokens):
        """Tokens [batch, length] -> embeddings [batch, embedding size] of unit length, read at the first end token."""
        tower, embeddings = self.config['text_config'], 'text_model.embeddings'
        x = F.embedding(tokens, self.weights[f'{embeddings}.token_embedding.weight'])
        x = x + self.weights[f'{embeddings}.position_embedding.weight']
        x = self.layers(x, 'text_model', tower, True)
        end = (tokens == tower['eos_token_id']).int().argmax(1)
        x = self.norm(x[torch.arange(len(x)), end], 'text_model.final_layer_norm', tower)
        return F.normalize(self.linear(x, 'text_projection'), dim=-1)

    def loss(self, images, tokens):
        scale = self.weights['logit_scale'].exp()
        logits = scale * self.embed_images(images) @ self.embed_texts(tokens).T
        pairs = torch.arange(len(images))
        return (F.cross_entropy(logits, pairs) + F.cross_entropy(logits.T, pairs)) / 2


def read_batches(folder):
    with open(os.path.join(folder, 'batches.json')) as f:
        shape = json.load(f)
    first = (shape['batches'], shape['rows'])
    images = np.fromfile(os.path.join(folder, 'images.f32'), '<f4')
    tokens = np.fromfile(os.path.join(folder, 'tokens.i32'), '<i4')
    images = torch.from_numpy(images.reshape(*first, shape['size'], shape['size'], 3))
    return images, torch.from_numpy(tokens.reshape(*first, shape['length'])).long()


def training(folder, batch):
    """A function that takes a step and returns its loss."""
    model, (images, tokens), step = Clip(folder), read_batches(folder), 0
    parameters = [tensor.requires_grad_() for tensor in model.weights.values()]
    groups = [
        {'params': [p for p in parameters if p.dim() > 1], 'weight_decay': 0.1},
        {'params': [p for p in parameters if p.dim() < 2], 'weight_decay': 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, lr=1e-3, betas=(0.9, 0.98), eps=1e-6, fused=True)

    def take():
        nonlocal step
        at = step % len(images)
        step += 1
        optimizer.zero_grad()
        loss = model.loss(images[at, :batch], tokens[at, :batch])
        loss.backward()
        optimizer.step()
        return [loss.item()]

    return take


def embedding(folder, batch):
    """A function that embeds a batch of images and returns the first numbers of the first embedding."""
    model, (images, _), step = Clip(folder), read_batches(folder), 0

    def take():
        nonlocal step
        at = step % len(images)
        step += 1
        with torch.inference_mode():
            return model.embed_images(images[at, :batch])[0, :12].tolist()

    return take


def serve(take):
    def say(answer):
        print(json.dumps(answer), flush=True)

    say({'threads': torch.get_num_threads()})
    for line in sys.stdin:
        ms, check = [], []
        for _ in range(json.loads(line)['steps']):
            start = time.perf_counter()
            check.append(take())
            ms.append(1000 * (time.perf_counter() - start))
        say({'ms': ms, 'check': [number for numbers in check for number in numbers]})


def product_rate():
    """GFLOP/s of a product of 512 x 512 matrices, at best, on the threads that are set."""
    a, b, best = torch.randn(512, 512), torch.randn(512, 512), float('inf')
    for _ in range(40):
        start = time.perf_counter()
        a @ b
        best = min(best, time.perf_counter() - start)
    return 2 * 512**3 / best / 1e9


def loaded_libraries():
    """Files of libraries that multiply matrices or make threads, of those that this process has loaded (Linux)."""
    try:
        with open('/proc/self/maps') as f:
            files = {line.split(None, 5)[5].strip() for line in f if '.so' in line}
    except OSError:
        return []
    words = ('blas', 'blis', 'atlas', 'mkl', 'dnnl', 'omp')
    return sorted(file for file in files if any(word in os.path.basename(file).lower() for word in words))


def pools():
    """What threadpoolctl says, where it is installed."""
    try:
        from threadpoolctl import threadpool_info
    except ImportError:
        return []
    return [{key: pool.get(key) for key in ('internal_api', 'version', 'num_threads')} for pool in threadpool_info()]


def describe():
    torch.set_num_threads(1)
    rate = product_rate()
    return {
        'version': torch.__version__,
        'python': sys.version.split()[0],
        'settings': torch.__config__.show(),
        'libraries': loaded_libraries(),
        'pools': pools(),
        'threads': torch.get_num_threads(),
        'interopThreads': torch.get_num_interop_threads(),
        'productRate': rate,
    }


def main(task, *args):
    if task == 'describe':
        print(json.dumps(describe()))
        return
    folder, threads, batch = args[0], int(args[1]), int(args[2])
    torch.set_num_threads(threads)
    serve({'train': training, 'embed': embedding}[task](folder, batch))


if __name__ == '__main__':
    main(*sys.argv[1:])
