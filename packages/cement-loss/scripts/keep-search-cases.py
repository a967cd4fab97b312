"""Writes fixtures/keep-search.json: margins by similarity, own negatives beside InfoNCE, and distances to a teacher, in float64.

The definition, entry by entry in plain loops, with PyTorch's autograd for the gradients. It shares no code with either package.

    python packages/cement-loss/scripts/keep-search-cases.py > packages/cement-loss/fixtures/keep-search.json
"""

import json
import math

import torch

torch.manual_seed(11)
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
        if margin["kind"] in ("none", "similarity"):
            return 0.0
        if margin["kind"] == "static":
            return margin["value"]
        place = rank(c, known) if margin.get("scale") == "rank" else (c - 1) / 4
        return margin["min"] + (margin["max"] - margin["min"]) * place

    return None if margin["kind"] == "balanced" else [[of(c) for c in row] for row in ratings]


def cross_entropy(positive, own, others, margins, share, alpha, all_alpha, scale):
    """−ln p of the positive; `share` is that of a balanced margin."""
    if share is not None and own and others:
        mass = [torch.logsumexp(torch.stack(z).detach(), 0) for z in (others, own)]
        lift = max(0.0, float(mass[0] - mass[1]) + math.log(share / (1 - share)))
        margins = [lift] * len(own)
    elif share is not None:
        margins = [0.0] * len(own)
    lifted = [z + m + alpha * (z / scale).detach() for z, m in zip(own, margins, strict=True)]
    others = [z + all_alpha * (z / scale).detach() for z in others]
    return torch.logsumexp(torch.stack([positive, *lifted, *others]), 0) - positive


def contrast(images, texts, z, groups, share, both_ways, alphas=(0.0, 0.0, 1.0)):
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
        of_images.append(cross_entropy(z(v, texts[i][0]), own, others, margins, share, *alphas))
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
        of_texts.append(cross_entropy(z(images[j][0], t), own, others, margins, share, *alphas))
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
    strength = margin.get("strength", 0.0)
    alphas = (strength, strength if margin.get("others") else 0.0, log_scale.exp())

    def z(a, b):
        return (a * b).sum() * log_scale.exp()

    pairs = range(rows)
    if case["layout"] == "pairs":
        texts = [(t[i], i, ids[i][0], True, None, 0.0) for i in pairs]
        return contrast([(v[i], i) for i in pairs], texts, z, groups, None, False)
    edited = [i for i in pairs if valid[i][0]]
    if case["layout"] == "paired":
        place = {i: rows + at for at, i in enumerate(edited)}
        texts = [(t[i], i, ids[i][0], True, place.get(i), margins[i][0]) for i in pairs]
        texts += [(h[i, 0], i, ids[i][1], False, i, margins[i][0]) for i in edited]
        images = [(v[i], i) for i in pairs] + [(u[i], i) for i in edited]
        return contrast(images, texts, z, groups, share, True, alphas)
    texts = [(t[i], i, ids[i][0], True, None, 0.0) for i in pairs]
    texts += [(h[i, k], i, ids[i][1 + k], False, i, margins[i][k]) for i in pairs for k in range(per_row) if valid[i][k]]
    loss = contrast([(v[i], i) for i in pairs], texts, z, groups, share, False, alphas)
    if case["layout"] == "triplet":
        turned = [(h[i, 0], i, ids[i][1], False, None, 0.0) for i in edited]
        turned += [(t[i], i, ids[i][0], True, at, margins[i][0]) for at, i in enumerate(edited)]
        loss = loss + contrast([(u[i], i) for i in edited], turned, z, groups, share, False, alphas)
    return loss


def own_negatives(case, parts, log_scale):
    """The focal, smoothed cross entropy of each true caption among its pair's own hard captions."""
    term, ids = case["ownNegatives"], case["textIds"]
    v, t, h = (parts[name] for name in ("images", "captions", "hardCaptions"))
    rows, per_row = len(ids), len(ids[0]) - 1
    valid = there(ids, case.get("valid", [[1] * per_row] * rows))
    margin = term["margin"]
    factor = log_scale.exp() if margin.get("unit") == "cosine" else 1.0
    margins = margins_of(margin, case["concreteness"], valid)
    losses = []
    for i in range(rows):
        there_are = [k for k in range(per_row) if valid[i][k]]
        if not there_are:
            continue
        logits = [(v[i] * t[i]).sum() * log_scale.exp()]
        for k in there_are:
            cosine = (v[i] * h[i, k]).sum()
            lift = margin.get("strength", 0.0) * cosine.detach() + margins[i][k] * factor
            logits.append(cosine * log_scale.exp() + lift)
        logs = torch.log_softmax(torch.stack(logits), 0)
        label = torch.full_like(logs, term["smoothing"] / len(logits)).detach()
        label[0] += 1 - term["smoothing"]
        losses.append((label * (1 - logs.exp()) ** term["focus"] * -logs).sum())
    return term["weight"] * torch.stack(losses).mean() if losses else torch.zeros((), dtype=torch.float64)


def keep_close(case, parts, log_scale):
    """KL, cross entropy or squared distance to the teacher, entry by entry."""
    term, teacher, ids = case["keepClose"], case["teacher"], case["textIds"]
    v, t, h = (parts[name] for name in ("images", "captions", "hardCaptions"))
    v0, t0, h0 = (torch.tensor(teacher[name], dtype=torch.float64) for name in ("images", "captions", "hardCaptions"))
    rows = len(v)
    if term["kind"] == "squared":
        valid = there(ids, case.get("valid", [[1] * (len(ids[0]) - 1)] * rows))
        total = 0.0
        for i in range(rows):
            total = total + ((v[i] - v0[i]) ** 2).sum() + ((t[i] - t0[i]) ** 2).sum()
            if case.get("teacherOfHard", True):
                total = total + sum(((h[i, k] - h0[i, k]) ** 2).sum() for k, one in enumerate(valid[i]) if one)
        return term["weight"] * total / rows
    scale0 = teacher["logitScale"]
    scale = log_scale.exp() if term["scale"] == "own" else scale0
    total = 0.0
    for i in range(rows):
        for own, taught in (
            ([(v[i] * t[j]).sum() for j in range(rows)], [(v0[i] * t0[j]).sum() for j in range(rows)]),
            ([(v[j] * t[i]).sum() for j in range(rows)], [(v0[j] * t0[i]).sum() for j in range(rows)]),
        ):
            logs = torch.log_softmax(torch.stack(own) * scale, 0)
            logs0 = torch.log_softmax(torch.stack(taught) * scale0, 0)
            total = total - (logs0.exp() * logs).sum()
            if term["kind"] == "kl":
                total = total + (logs0.exp() * logs0).sum()
    return term["weight"] * total / (2 * rows)


NONE = {"kind": "none"}
STATIC = {"kind": "static", "value": 1.5, "unit": "logit"}
COSINE = {"kind": "adaptive", "min": -0.05, "max": 0.2, "scale": "linear", "unit": "cosine"}
RANK = {"kind": "adaptive", "min": 0.0, "max": 2.0, "scale": "rank", "unit": "logit"}
BALANCED = {"kind": "balanced", "share": 0.4}

SIMILAR = {"kind": "similarity", "strength": 5.0, "others": False}
ALL_SIMILAR = {"kind": "similarity", "strength": 2.5, "others": True}
FOCUSED = {"weight": 0.5, "focus": 2.0, "smoothing": 0.02}
PLAIN = {"weight": 0.1, "focus": 0.0, "smoothing": 0.0}
KEEP = {"weight": 1.0, "kind": "kl", "scale": "teacher"}

# By row: the caption, then its hard captions.
ONE = [[1, 2], [2, 1], [3, 7], [4, 7], [5, 7], [6, 6]]
THREE = [[1, 2, 9, 9], [2, 9, 1, 8], [3, 3, 8, 9], [4, 9, 5, 4], [5, 7, 7, 7], [2, 6, 8, 1]]
APART = [[10 * i + k for k in range(3)] for i in range(5)]
HOLES_ONE = {"valid": [[1], [1], [0], [1], [1], [1]]}
HOLES = {"valid": [[1, 0], [1, 1], [0, 0], [0, 1], [1, 1]]}
GROUPS = {"groups": [0, 0, 1, 2, 2, 3]}


def own(margin=NONE, **more):
    return {"ownNegatives": {**FOCUSED, **more, "margin": margin}}


def keep(**more):
    return {"keepClose": {**KEEP, **more}}


# name, layout ("pairs" is InfoNCE of the pairs alone), the base's margin, ids, the rest
CASES = [
    ("similarity, captions", "captions", SIMILAR, APART, {}),
    ("similarity, captions, equal texts, groups", "captions", SIMILAR, THREE, GROUPS),
    ("similarity, triplet, holes", "triplet", SIMILAR, ONE, HOLES_ONE),
    ("similarity, paired, groups", "paired", SIMILAR, ONE, GROUPS),
    ("similarity of all negatives, captions, holes", "captions", ALL_SIMILAR, APART, HOLES),
    ("similarity of all negatives, captions, equal texts", "captions", ALL_SIMILAR, THREE, {}),
    ("similarity of all negatives, triplet, groups", "triplet", ALL_SIMILAR, ONE, GROUPS),
    ("similarity of all negatives, paired, holes", "paired", ALL_SIMILAR, ONE, HOLES_ONE),
    ("own negatives, focus and smoothing (FSC-CLIP)", "pairs", NONE, APART, own()),
    ("own negatives, holes", "pairs", NONE, APART, {**own(), **HOLES}),
    ("own negatives, equal texts, groups", "pairs", NONE, THREE, {**own(), **GROUPS}),
    ("own negatives, cross entropy", "pairs", NONE, APART, own(**PLAIN)),
    ("own negatives, smoothing alone", "pairs", NONE, APART, {**own(weight=1.0, focus=0.0, smoothing=0.3), **HOLES}),
    ("own negatives, focus of a half", "pairs", NONE, APART, own(focus=0.5, smoothing=0.0)),
    ("own negatives, focus of 1", "pairs", NONE, APART, own(focus=1.0, smoothing=0.1)),
    ("own negatives, static margin", "pairs", NONE, APART, own(STATIC)),
    ("own negatives, adaptive margin in cosines, holes", "pairs", NONE, APART, {**own(COSINE), **HOLES}),
    ("own negatives, margin by rank, equal texts", "pairs", NONE, THREE, own(RANK)),
    ("own negatives, margin by similarity", "pairs", NONE, APART, own(SIMILAR)),
    ("own negatives, none is there", "pairs", NONE, APART, {**own(), "valid": [[0, 0]] * 5}),
    ("keep close, KL", "pairs", NONE, APART, keep()),
    ("keep close, KL, own scale", "pairs", NONE, APART, keep(scale="own", weight=0.7)),
    ("keep close, cross entropy, own scale (open_clip)", "pairs", NONE, APART, keep(kind="crossEntropy", scale="own")),
    ("keep close, cross entropy", "pairs", NONE, APART, keep(kind="crossEntropy", weight=2.0)),
    ("keep close, squared, holes", "pairs", NONE, APART, {**keep(kind="squared"), **HOLES}),
    ("keep close, squared, without hard captions", "pairs", NONE, APART, {**keep(kind="squared"), "teacherOfHard": False}),
    ("Cement kept close, equal texts, groups", "captions", RANK, THREE, {**keep(), **GROUPS}),
    ("Cement paired, kept close", "paired", STATIC, ONE, {**keep(), **HOLES_ONE}),
    ("own negatives with a margin, kept close", "pairs", NONE, APART, {**own(STATIC), **keep(), **HOLES}),
    ("own negatives, kept close by squares (DeGLA)", "pairs", NONE, APART, {**own(**PLAIN), **keep(kind="squared", weight=0.025)}),
]  # fmt: skip

cases = []
for name, layout, margin, ids, rest in CASES:
    rows, per_row = len(ids), len(ids[0]) - 1
    parts = {"images": unit(rows), "captions": unit(rows), "hardCaptions": unit(rows, per_row), "hardImages": unit(rows)}
    log_scale = torch.tensor(-math.log(0.1), dtype=torch.float64, requires_grad=True)
    teacher = {key: unit(*part.shape[:-1]).tolist() for key, part in parts.items() if key != "hardImages"}
    case = {
        "name": name,
        "layout": layout,
        "tau": 0.1,
        "margin": margin,
        **{key: part.tolist() for key, part in parts.items()},
        "concreteness": [[round(1 + 4 * ((3 * i + 2 * k) % 7) / 6, 6) for k in range(per_row)] for i in range(rows)],
        "textIds": ids,
        **rest,
        **({"teacher": {**teacher, "logitScale": 14.0}} if "keepClose" in rest else {}),
    }
    leaves = {key: part.requires_grad_() for key, part in parts.items()}
    loss = loss_of(case, leaves, log_scale)
    if "ownNegatives" in case:
        loss = loss + own_negatives(case, leaves, log_scale)
    if "keepClose" in case:
        loss = loss + keep_close(case, leaves, log_scale)
    loss.backward()
    gradients = {key: (torch.zeros_like(x) if x.grad is None else x.grad).tolist() for key, x in leaves.items()}
    if case.pop("teacherOfHard", True) is False:
        del case["teacher"]["hardCaptions"]
    cases.append({**case, "loss": loss.item(), "gradients": {**gradients, "logScale": log_scale.grad.item()}})


def short(value):
    if isinstance(value, float):
        return float(f"{value:.12g}")
    if isinstance(value, dict):
        return {key: short(entry) for key, entry in value.items()}
    return [short(entry) for entry in value] if isinstance(value, list) else value


note = "layout 'pairs' is InfoNCE without hard captions; ownNegatives and keepClose are added; else as text-ids.json"
text = json.dumps(short({"dtype": "float64", "note": note, "cases": cases}))
print(text.replace('{"name"', '\n{"name"'))
