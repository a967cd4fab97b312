#!/bin/bash
# bash parallel.sh 'in/*.jsonl' out/ 50: GNU parallel, as many tasks at a time as there are cores. What follows 50 goes to mine.
# With --sshlogin or --sshloginfile it uses other machines that see the same folders.
inputs=$1 output=$2 of=$3
shift 3
seq 0 $((of - 1)) |
  parallel --quote --joblog mine.joblog --retries 3 \
    slipform-plant mine "$inputs" -o "$output" --task {} --of "$of" --quiet "$@" &&
  slipform-plant merge "$output" --inputs "$inputs"
