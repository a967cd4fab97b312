"""Scikit-learn's numbers beside those of `slipform-bench icon-probe MODEL -o FOLDER`, on the same embeddings.

    pip install numpy scikit-learn
    slipform-bench icon-probe MODEL -o probe
    slipform-bench probe probe/single-train.npy probe/single-test.npy --strengths 10
    slipform-bench probe probe/multi-train.npy probe/multi-test.npy --strengths 10
    python bench/icon-probe.py probe 10
"""
import json
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

folder, C = sys.argv[1], float(sys.argv[2])


def side(name):
    with open(f"{folder}/{name}.labels.json") as file:
        return np.load(f"{folder}/{name}.npy").astype(np.float64), np.array(json.load(file))


def fit(X, y):
    return LogisticRegression(C=C, tol=1e-6, max_iter=5000).fit(X, y)


(X, y), (tX, ty) = side("single-train"), side("single-test")
print(f"accuracy {fit(X, y).score(tX, ty):.4f}, {len(set(y))} classes, {len(y)} and {len(ty)} rows, C = {C:g}")

(X, Y), (tX, tY) = side("multi-train"), side("multi-test")
scores = np.stack([fit(X, Y[:, c]).decision_function(tX) for c in range(Y.shape[1])], axis=1)
ap = [average_precision_score(tY[:, c], scores[:, c]) for c in range(Y.shape[1]) if tY[:, c].any()]
print(f"mAP {np.mean(ap):.4f}, {Y.shape[1]} labels, {len(Y)} and {len(tY)} rows, C = {C:g}")
