#!/usr/bin/env bash
# From drawings to a CLIP that open_clip trained on mined negatives, and that Node judges. Two processes train (gloo, no GPU).
#   bash examples/open-clip/run.sh [--quick] [FOLDER]        in a clone, after npm ci && npm run build
# PYTHON is the interpreter that has slipform-torch[open-clip] (default: python3). FOLDER gets the files (default: a temporary
# one). --quick: 640 icons of one set, two epochs and 1,000 questions, to see that it works; the whole takes two sets and six epochs.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
quick= folder=
for argument in "$@"; do
  case $argument in
    --quick) quick=yes ;;
    -*) echo "run.sh: there is no option $argument; there is --quick" >&2; exit 2 ;;
    *) folder=$argument ;;
  esac
done
python=${PYTHON:-python3}
case $python in */*) python=$(cd "$(dirname "$python")" && pwd)/$(basename "$python") ;; esac
folder=${folder:-$(mktemp -d)}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
export OMP_NUM_THREADS=1
step() { printf '\n== %s\n' "$*"; }
slipform() { (cd "$here" && npx --no -- "slipform-$1" "${@:2}"); }
module() { PYTHONPATH=$here/../../integrations/python/src${PYTHONPATH:+:$PYTHONPATH} "$python" -m "$@"; }

if ! "$python" -c 'import importlib.util as u; raise SystemExit(not u.find_spec("open_clip_train"))'; then
  echo 'run.sh: name a Python that has open_clip: PYTHON=…, with pip install "integrations/python[open-clip]"' >&2
  exit 1
fi
some=() few=()
if [ -n "$quick" ]; then sets=lucide epochs=2 some=(--limit 640) few=(--limit 1000); else sets=lucide,tabler epochs=6; fi

step "pictures and captions: icons of artists on whose sets nobody is judged"
slipform icons export "$folder/icons" --format coco --sets "$sets" "${some[@]}" --size 32 --force --quiet

step "negatives: words changed in captions, and captions of other pictures that differ in one word"
slipform plant mine "$folder/icons/captions.json" -o "$folder/mined.jsonl" --per-caption 4 --keep-all --force --quiet
slipform plant pairs "$folder/icons/captions.json" -o "$folder/natural.jsonl" --force --quiet

# Both runs have a global batch of 128, the same pairs, model, seed and steps.
options=(--model tiny --device cpu --precision fp32 --epochs "$epochs" --lr 1e-3 --warmup 20 --wd 0.1
  --workers 1 --log-every-n-steps 20 --seed 1 --aug-cfg 'scale=(0.9,1.0)')
negatives=("$folder/mined.jsonl" "$folder/natural.jsonl")

step "with hard captions: open_clip's trainer in two processes, through slipform_torch"
cd "$folder" # the logs go here
rm -rf logs
module torch.distributed.run --standalone --nproc_per_node=2 -m slipform_torch.open_clip "${options[@]}" --name cement \
  --model-config "$here/tiny.json" --batch-size 64 --local-loss --gather-with-grad \
  --negatives "${negatives[@]}" --image-root "$folder/icons/images" --hard 3 --margin adaptive:max=2 \
  --val-negatives "$folder/natural.jsonl" 2>&1 | grep -E 'Train Epoch|composition|retrieval|rror|slipform' || true
[ -f "logs/cement/checkpoints/epoch_$epochs.pt" ]

step "without: open_clip alone"
"$python" "$here/alone.py" "${options[@]}" --name alone --batch-size 128 --negatives "$folder/mined.jsonl" \
  --images "$folder/icons/images" --table "$folder/pairs.tsv" --model-config "$here/tiny.json" 2>&1 |
  grep -E 'Train Epoch|rror' || true
[ -f "logs/alone/checkpoints/epoch_$epochs.pt" ]

step "into Node: weights, tokenizer and preprocessing as @slipform/clip loads them"
for name in alone cement; do
  module slipform_torch.open_clip.export "logs/$name/checkpoints/epoch_$epochs.pt" "$folder/models/$name" \
    --model-config "$here/tiny.json"
done
slipform clip info "$folder/models/cement"

step "judged by Node, on icons of other artists: which name belongs to which picture?"
slipform icons export "$folder/pairs" --format winoground --split test --size 32 --per-word 30 --per-word-pair 3 "${few[@]}" --force --quiet
slipform bench run "$folder/models/alone" "$folder/models/cement" --no-blind \
  --benchmark "winoground=$folder/pairs/examples.jsonl" --images "$folder/pairs/images" \
  -o "$folder/results/{model}.json" --force

step "and back: saved by Node in open_clip's naming and in Hugging Face's, loaded in Python"
(cd "$here" && node save.mjs "$folder/models/cement" "$folder/back" "$folder/icons/images")
"$python" "$here/back.py" "$folder/models/cement" "$folder/back" "$folder/icons/images"
echo
echo "All files are in $folder"
