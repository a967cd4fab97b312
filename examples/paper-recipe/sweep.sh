#!/usr/bin/env bash
# The margin sweep, three seeds each. NOT RUN BY US. PAIRS, IMAGES, NEGATIVES and MODEL as in finetune.mjs; SUGARCREPE is
# the folder of its JSON files, VAL the folder of COCO's validation pictures. What is interrupted goes on by the same command.
set -euo pipefail
run() { # NAME SEED LOSS MARGIN
  local out="runs/$1-seed-$2"
  [ -f "$out.json" ] && return
  LOSS=$3 MARGIN=$4 npx slipform-clip train finetune.mjs --seed "$2" --backend node-gpu -o "$out" \
    --checkpoint-every 100 --metrics "$out.jsonl" --resume
  npx slipform-bench run "$out" --name "$1" --benchmark "sugarcrepe=$SUGARCREPE" --images "$VAL" --backend node-gpu -o "$out.json"
}
mkdir -p runs
for seed in 0 1 2; do
  run infonce "$seed" infoNce 0
  run no-margin "$seed" noMargin 0
  for margin in 0.5 1 2 4; do
    run "static-$margin" "$seed" static "$margin"
    run "adaptive-$margin" "$seed" adaptive "$margin"
  done
done
