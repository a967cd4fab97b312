#!/usr/bin/env bash
# The margin sweep, three seeds each, with its outcomes. NEVER RUN AT THIS SIZE. PAIRS, IMAGES, NEGATIVES and MODEL as in
# finetune.mjs; SUGARCREPE is the folder of its JSON files, WINOGROUND its examples.jsonl beside its pictures, RETRIEVAL
# Karpathy's dataset_coco.json, VAL the folder of COCO's validation pictures. What is interrupted goes on by the same command.
set -euo pipefail
: "${RUNS:=runs}" "${BACKEND:=node-gpu}" "${SEEDS:=0 1 2}" "${MARGINS:=0.5 1 2 4}" "${STEPS:=}"
here=$(cd "$(dirname "$0")" && pwd)
run() { # NAME SEED LOSS MARGIN
  local out="$RUNS/$1-seed-$2"
  [ -f "$out.json" ] && return
  LOSS=$3 MARGIN=$4 npx slipform-clip train "$here/finetune.mjs" --seed "$2" --backend "$BACKEND" -o "$out" \
    --checkpoint-every 100 --metrics "$out.jsonl" --resume ${STEPS:+--steps "$STEPS"}
  npx slipform-bench run "$out" --name "$1" --backend "$BACKEND" -o "$out.json" \
    --benchmark "sugarcrepe=$SUGARCREPE" --benchmark "winoground=$WINOGROUND" --benchmark "retrieval=$RETRIEVAL" \
    --images "$VAL" --images "$(dirname "$WINOGROUND")"
}
mkdir -p "$RUNS"
for seed in $SEEDS; do
  run infonce "$seed" infoNce 0
  run no-margin "$seed" noMargin 0
  for margin in $MARGINS; do
    run "static-$margin" "$seed" static "$margin"
    run "adaptive-$margin" "$seed" adaptive "$margin"
  done
done
