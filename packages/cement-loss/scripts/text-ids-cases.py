"""Writes fixtures/text-ids.json: values and gradients of the Cement loss of batches with equal texts, in float64.

The definition, entry by entry in plain loops, with PyTorch's autograd for the gradients. It shares no code with either package.

    python packages/cement-loss/scripts/text-ids-cases.py > packages/cement-loss/fixtures/text-ids.json
"""

import json
import math

import torch

torch.manual_seed(7)
DIM = 6


def unit(*shape):
    x = torch.randn(*shape, DIM, dtype=torch.float64)
    return (x / x.norm(dim=-1, keepdim=True)).mul(1e6).round() / 1e6


def there(ids, valid):
    """Which hard captions take part: of each row, none that is its caption's text or that of an earlier one."""
    found = []
    for (caption, *hard), row in zip(ids, valid, strict=True):
        seen = {caption}
        found.append([])
        for text, one in zip(hard, row, strict=True):
            found[-1].append(one == 1 and text not in seen)
            if one == 1:
                seen.add(text)
    return found


def rank(value, values):
    below = sum(other < value for other in values)
    ties = sum(other == value for other in values)
    return (below + (ties - 1) / 2) / (len(values) - 1) if len(values) > 1 else 0.5


def margins_of(margin, ratings, valid):
    known = [c for row, there in zip(ratings, valid, strict=True) for c, one in zip(row, there, strict=True) if one]

    def of(c):
        if margin["kind"] == "none":
            return 0.0
        if margin["kind"] == "static":
            return margin["value"]
        place = rank(c, known) if margin.get("scale") == "rank" else (c - 1) / 4
        return margin["min"] + (margin["max"] - margin["min"]) * place

    return None if margin["kind"] == "balanced" else [[of(c) for c in row] for row in ratings]


def cross_entropy(positive, own, others, margins, share):
    """−ln p of the positive; `share` is that of a balanced margin."""
    if share is not None and own and others:
        mass = [torch.logsumexp(torch.stack(z).detach(), 0) for z in (others, own)]
        lift = max(0.0, float(mass[0] - mass[1]) + math.log(share / (1 - share)))
        margins = [lift] * len(own)
    elif share is not None:
        margins = [0.0] * len(own)
    lifted = [z + m for z, m in zip(own, margins, strict=True)]
    return torch.logsumexp(torch.stack([positive, *lifted, *others]), 0) - positive


def contrast(images, texts, z, groups, share, both_ways):
    """½ mean over images + ½ mean over texts.

    An image is (vector, pair), in the order of its positive among `texts`. A text is (vector, pair, id, is a caption, the
    image that it is a hard caption of or None, its margin). Those beyond the images have no row.
    """
    of_images, of_texts = [], []
    for i, (v, pair) in enumerate(images):
        own, others, margins = [], [], []
        # Texts that are negatives only and that this image has met: its own ones come first.
        met = {text[2] for text in texts[len(images) :] if text[4] == i}
        for j, (t, other, name, is_caption, hard_of, margin) in enumerate(texts):
            if j == i:
                continue
            if hard_of == i:
                own.append(z(v, t))
                margins.append(margin)
            elif is_caption and pair != other and groups[pair] == groups[other]:
                continue
            elif name == texts[i][2]:
                continue
            elif j < len(images):
                others.append(z(v, t))
            elif name not in met:
                met.add(name)
                others.append(z(v, t))
        of_images.append(cross_entropy(z(v, texts[i][0]), own, others, margins, share))
    for j, (t, pair, name, is_caption, hard_of, _) in enumerate(texts[: len(images)]):
        own, others, margins = [], [], []
        for i, (v, other) in enumerate(images):
            if i == j:
                continue
            if both_ways and hard_of == i:
                own.append(z(v, t))
                margins.append(texts[i][5])
            elif is_caption and pair != other and groups[pair] == groups[other]:
                continue
            elif texts[i][2] != name:
                others.append(z(v, t))
        of_texts.append(cross_entropy(z(images[j][0], t), own, others, margins, share))
    return (torch.stack(of_images).mean() + torch.stack(of_texts).mean()) / 2


def loss_of(case, parts, log_scale):
    v, t, h, u = (parts[name] for name in ("images", "captions", "hardCaptions", "hardImages"))
    ids, margin = case["textIds"], case["margin"]
    rows, per_row = len(ids), len(ids[0]) - 1
    valid = there(ids, case.get("valid", [[1] * per_row] * rows))
    groups = case.get("groups", list(range(rows)))
    factor = log_scale.exp() if margin.get("unit") == "cosine" else 1.0
    margins = margins_of(margin, case["concreteness"], valid)
    margins = [[(0.0 if margins is None else margins[i][k]) * factor for k in range(per_row)] for i in range(rows)]
    share = margin.get("share")

    def z(a, b):
        return (a * b).sum() * log_scale.exp()

    pairs = range(rows)
    edited = [i for i in pairs if valid[i][0]]
    if case["layout"] == "paired":
        place = {i: rows + at for at, i in enumerate(edited)}
        texts = [(t[i], i, ids[i][0], True, place.get(i), margins[i][0]) for i in pairs]
        texts += [(h[i, 0], i, ids[i][1], False, i, margins[i][0]) for i in edited]
        images = [(v[i], i) for i in pairs] + [(u[i], i) for i in edited]
        return contrast(images, texts, z, groups, share, True)
    texts = [(t[i], i, ids[i][0], True, None, 0.0) for i in pairs]
    texts += [(h[i, k], i, ids[i][1 + k], False, i, margins[i][k]) for i in pairs for k in range(per_row) if valid[i][k]]
    loss = contrast([(v[i], i) for i in pairs], texts, z, groups, share, False)
    if case["layout"] == "triplet":
        turned = [(h[i, 0], i, ids[i][1], False, None, 0.0) for i in edited]
        turned += [(t[i], i, ids[i][0], True, at, margins[i][0]) for at, i in enumerate(edited)]
        loss = loss + contrast([(u[i], i) for i in edited], turned, z, groups, share, False)
    return loss


NONE = {"kind": "none"}
STATIC = {"kind": "static", "value": 1.5, "unit": "logit"}
COSINE = {"kind": "adaptive", "min": -0.05, "max": 0.2, "scale": "linear", "unit": "cosine"}
RANK = {"kind": "adaptive", "min": 0.0, "max": 2.0, "scale": "rank", "unit": "logit"}
BALANCED = {"kind": "balanced", "share": 0.4}

# By row: the caption, then its hard captions.
ONE = [[1, 2], [2, 1], [3, 7], [4, 7], [5, 7], [6, 6]]
THREE = [[1, 2, 9, 9], [2, 9, 1, 8], [3, 3, 8, 9], [4, 9, 5, 4], [5, 7, 7, 7], [2, 6, 8, 1]]
HOLES_ONE = [[1], [1], [0], [1], [1], [1]]
HOLES_THREE = [[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1], [0, 1, 1], [1, 1, 0]]
SAME_NAMES = [[1, 2], [1, 3], [2, 1], [2, 3], [3, 2], [1, 2]]

CASES = [
    ("captions, a hard caption of another row is the caption", "captions", NONE, [[1, 9], [2, 1], [3, 8], [4, 7]], {}),
    ("captions, the own hard caption is the caption", "captions", STATIC, [[1, 9], [2, 2], [3, 8], [4, 7]], {}),
    ("captions, equal hard captions of several rows", "captions", STATIC, [[1, 9], [2, 8], [3, 9], [4, 9]], {}),
    ("captions, equal captions", "captions", STATIC, [[1, 9], [1, 8], [3, 7], [1, 6]], {}),
    ("captions, all kinds, K = 3", "captions", COSINE, THREE, {}),
    ("captions, all kinds, K = 3, holes, by rank", "captions", RANK, THREE, {"valid": HOLES_THREE}),
    ("captions, all kinds, K = 3, holes, groups, balanced", "captions", BALANCED, THREE, {"valid": HOLES_THREE, "groups": [0, 1, 0, 2, 3, 3]}),
    ("captions, one text only", "captions", STATIC, [[5, 5]] * 4, {}),
    ("triplet, all kinds", "triplet", STATIC, ONE, {}),
    ("triplet, all kinds, holes, groups", "triplet", RANK, ONE, {"valid": HOLES_ONE, "groups": [0, 0, 1, 2, 2, 3]}),
    ("triplet, pictures of the same names, balanced", "triplet", BALANCED, SAME_NAMES, {}),
    ("paired, all kinds", "paired", STATIC, ONE, {}),
    ("paired, all kinds, holes, groups", "paired", COSINE, ONE, {"valid": HOLES_ONE, "groups": [0, 0, 1, 2, 2, 3]}),
    ("paired, pictures of the same names, balanced", "paired", BALANCED, SAME_NAMES, {}),
]  # fmt: skip

cases = []
for name, layout, margin, ids, rest in CASES:
    rows, per_row = len(ids), len(ids[0]) - 1
    parts = {"images": unit(rows), "captions": unit(rows), "hardCaptions": unit(rows, per_row), "hardImages": unit(rows)}
    log_scale = torch.tensor(-math.log(0.1), dtype=torch.float64, requires_grad=True)
    case = {
        "name": name,
        "layout": layout,
        "tau": 0.1,
        "margin": margin,
        **{key: part.tolist() for key, part in parts.items()},
        "concreteness": [[round(1 + 4 * ((3 * i + 2 * k) % 7) / 6, 6) for k in range(per_row)] for i in range(rows)],
        "textIds": ids,
        **rest,
    }
    leaves = {key: part.requires_grad_() for key, part in parts.items()}
    loss = loss_of(case, leaves, log_scale)
    loss.backward()
    gradients = {key: (torch.zeros_like(x) if x.grad is None else x.grad).tolist() for key, x in leaves.items()}
    cases.append({**case, "loss": loss.item(), "gradients": {**gradients, "logScale": log_scale.grad.item()}})


def short(value):
    if isinstance(value, float):
        return float(f"{value:.12g}")
    if isinstance(value, dict):
        return {key: short(entry) for key, entry in value.items()}
    return [short(entry) for entry in value] if isinstance(value, list) else value


note = "python packages/cement-loss/scripts/text-ids-cases.py; textIds [N, 1 + K], equal for equal texts; else as losses.json"
text = json.dumps(short({"dtype": "float64", "note": note, "cement": cases}))
print(text.replace('{"name"', '\n{"name"'))
