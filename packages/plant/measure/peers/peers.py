"""Negatives of other miners for the captions of a set, one a caption, as JSON lines; peers.ts measures them beside ours.

    python peers.py CAPTIONS.jsonl OUT.jsonl --peer PEER --fsc-clip CHECKOUT [--limit N]

CAPTIONS.jsonl has { id, image_id?, caption }. PEER is one of
    negclip   swaps of two phrases or words of one part of speech (Yuksekgonul et al. 2023), as FSC-CLIP's code has them
    replace   WordNet antonyms and cousins by frequency, as FSC-CLIP's code has them (after SugarCrepe's REPLACE)
    svlc      words of lists by random words of the same list (Doveh et al. 2023), as FSC-CLIP's code has them
    fsc-clip  one of FSC-CLIP's three kinds (negclip, replace, shuffled bigrams) by chance (Oh et al. 2024)
    random    VL-CheckList's rule (Zhao et al. 2022), written here: a noun, adjective, verb or preposition by chance gives
              way to another of its tag that the same captions have, by chance

CHECKOUT is a clone of github.com/ytaek-oh/fsc-clip, whose code is imported and not copied. It needs spaCy with
en_core_web_sm (--model names another), nltk 3.8 with WordNet (NLTK_DATA), SceneGraphParser, pyinflect and filelock.
OUT.jsonl.summary has captions, negatives, seconds of processor time and threads, as JSON.
"""
import argparse, json, os, random, sys, time

for name in ('OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS'):
    os.environ.setdefault(name, '1')
import spacy

options = argparse.ArgumentParser()
options.add_argument('captions'); options.add_argument('out'); options.add_argument('--peer', required=True)
options.add_argument('--fsc-clip', default='.'); options.add_argument('--model', default='en_core_web_sm'); options.add_argument('--limit', type=int)
options = options.parse_args()
load = spacy.load
spacy.load = lambda name, *rest, **more: load(options.model if name in ('en', 'en_core_web_sm') else name, *rest, **more)
rows = [json.loads(line) for line in open(options.captions, encoding='utf8')][: options.limit]
random.seed(1)


def of_random_words(docs):
    """VL-CheckList's rule: the words of the same captions, by tag, are what is drawn from."""
    kinds = {'NN', 'NNS', 'JJ', 'VBG', 'VBZ', 'VBN', 'IN'}
    docs = list(docs)
    words = {}
    for doc in docs:
        for token in doc:
            if token.tag_ in kinds:
                words.setdefault(token.tag_, set()).add(token.text.lower())
    words = {tag: sorted(some) for tag, some in words.items()}
    for doc in docs:
        places = [token for token in doc if token.tag_ in kinds and len(words[token.tag_]) > 1]
        if not places:
            yield None
            continue
        token = random.choice(places)
        other = random.choice(words[token.tag_])
        yield doc.text[: token.idx] + other + doc.text[token.idx + len(token) :] if other != token.text.lower() else None


if options.peer == 'random':
    nlp = spacy.load('en_core_web_sm')
    negatives = of_random_words
else:
    sys.path.insert(0, os.path.join(options.fsc_clip, 'src'))
    from training.text_negatives import text_negatives_data as peer
    peer.maybe_nltk_download = lambda *_: None
    nlp = peer.NLP
    from functools import partial
    kinds = {
        'negclip': [peer._generate_hard_negatives_like_negclip],
        'replace': [peer._generate_hard_negatives_like_replace],
        'svlc': [peer.create_rule_based_negatives],
        'fsc-clip': [peer._generate_hard_negatives_like_negclip, peer._generate_hard_negatives_like_replace, partial(peer.shuffle_ngrams, n=2)],
    }[options.peer]

    def negatives(docs):
        """FSC-CLIP makes all three for each caption; what is kept is one of them, so that each caption counts once."""
        for doc in docs:
            made = [some[0] for some in (make(doc, n_choices=1) for make in kinds) if len(some)]
            yield random.choice(made) if made else None


start = time.process_time()
count = 0
with open(options.out, 'w', encoding='utf8') as out:
    docs = nlp.pipe((row['caption'] for row in rows), batch_size=256)
    for row, negative in zip(rows, negatives(docs)):
        if negative is None or negative == row['caption']:
            continue
        count += 1
        out.write(json.dumps({'id': row['id'], 'image_id': row.get('image_id'), 'caption': row['caption'], 'negative': negative}, ensure_ascii=False) + '\n')
summary = json.dumps({'peer': options.peer, 'captions': len(rows), 'negatives': count, 'seconds': round(time.process_time() - start, 2), 'threads': 1})
open(options.out + '.summary', 'w').write(summary + '\n')
print(summary, file=sys.stderr)
