#!/usr/bin/env bash
# Natural partners of many shards, with coreutils between the steps.
#
#   pairs-sort.sh WORK OUT TASKS INPUTS...
#   pairs-sort.sh work/ natural/ 8 'shards/*.jsonl'; cat natural/*.jsonl > natural.jsonl
#
# Safe to start twice, and again after a kill. Each step is one line, so that a scheduler can run it: step 1 and step 4 as
# an array of tasks, step 2 and step 3 as one job. HASH_OPTIONS are for both, JOIN_OPTIONS (--policy …) for step 4;
# JOBS is how many tasks run at once, PLANT the command.
set -euo pipefail
export LC_ALL=C
[ $# -ge 4 ] || { sed -n '2,10s/^# \?//p' "$0" >&2; exit 2; }
work=${1%/} out=$2 tasks=$3
shift 3
read -ra plant <<<"${PLANT:-slipform-plant}"
read -ra both <<<"${HASH_OPTIONS:-}"
read -ra join <<<"${JOIN_OPTIONS:-}"
mkdir -p "$work"
work=$(cd "$work" && pwd)
each_task() { seq 0 $((tasks - 1)) | xargs -P "${JOBS:-2}" -I{} "$@" --task {} --of "$tasks" --quiet; }

# 1. Each shard by itself: its captions, and rows of keys.
each_task "${plant[@]}" pairs "$@" -o "$work/hashes" --hashes-only ${both[@]+"${both[@]}"}

# 2. and 3. Equal keys meet. Two runs at once take turns, and the second finds it done.
exec 9>"$work/grouping.lock"
flock 9
stamp=$(cat "$work"/hashes/*/state.json | sha256sum)
if [ "$(cat "$work/grouped/stamp" 2>/dev/null || true)" != "$stamp" ]; then
  new=$work/grouping
  rm -rf "$work/grouped" "$new"
  mkdir -p "$new/partners"
  files() { printf '%s\0' "$work"/hashes/*/"$1"; }

  # 2. Rows of one key stand together; each gets its partners.
  files sites.tsv | sort -m --files0-from=- | "${plant[@]}" pairs --group - -o "$new/partners.tsv" --quiet

  # The quotes in awk make words of what looks like numbers.
  # 3. Rows of one shard stand together, in the order of its captions.
  shards=("$work"/hashes/*/state.json)
  for ((shard = 0; shard < ${#shards[@]}; shard++)); do : >"$new/partners/$(printf %06d $shard).tsv"; done
  sort --parallel="${JOBS:-2}" -T "$new" "$new/partners.tsv" | awk -F'\t' -v folder="$new/partners/" \
    '$1 "" != shard { if (NR > 1) close(file); shard = $1 ""; file = folder shard ".tsv" } { print > file }'
  rm "$new/partners.tsv"
  # How many pictures name which words: sums over all shards.
  files words.tsv | sort -m --files0-from=- |
    awk -F'\t' '$1 "" != word { if (NR > 1) printf "%s\t%010d\n", word, sum; word = $1 ""; sum = 0 }
      { sum += $2 } END { printf "%s\t%010d\n", word, sum }' >"$new/words.tsv"
  # Images whose captions stand in several places.
  files images.tsv | sort -m --files0-from=- |
    awk -F'\t' '$1 "" == key { if (first != "") print first; print; first = ""; next } { key = $1 ""; first = $0 }' >"$new/images.tsv"
  printf '%s\n' "$stamp" >"$new/stamp"
  mv "$new" "$work/grouped"
fi
exec 9>&-

# 4. Each shard by itself: its captions choose among their partners.
each_task "${plant[@]}" pairs --join "$work/hashes" --grouped "$work/grouped" -o "$out" \
  ${both[@]+"${both[@]}"} ${join[@]+"${join[@]}"}
