"""Tokenizers of CLIP's kind as transformers has them: CLIP's own vocabulary, and a small one."""

import functools
import json
import tempfile
from pathlib import Path
from typing import Any

from open_clip.tokenizer import SimpleTokenizer
from transformers import CLIPTokenizerFast

START, END = "<|startoftext|>", "<|endoftext|>"


def of_parts(vocabulary: dict[str, int], merges: list[tuple[str, str]], length: int) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        vocab, pairs = Path(folder) / "vocab.json", Path(folder) / "merges.txt"
        vocab.write_text(json.dumps(vocabulary))
        pairs.write_text("\n".join(["#version: 0.2", *(" ".join(pair) for pair in merges)]) + "\n")
        (Path(folder) / "tokenizer_config.json").write_text(
            json.dumps(
                {
                    "tokenizer_class": "CLIPTokenizer",
                    "model_max_length": length,
                    "bos_token": START,
                    "eos_token": END,
                    "pad_token": END,
                    "unk_token": END,
                }
            )
        )
        return CLIPTokenizerFast.from_pretrained(folder)


@functools.cache
def clip_tokenizer() -> Any:
    """CLIP's own, from the file that open_clip brings."""
    own = SimpleTokenizer()
    merges = sorted(own.bpe_ranks, key=own.bpe_ranks.__getitem__)
    # The last two are start and end, whose names differ by the version of open_clip.
    tokens = [*list(own.encoder)[:-2], START, END]
    return of_parts({token: at for at, token in enumerate(tokens)}, merges, 77)


@functools.cache
def small_tokenizer() -> Any:
    """The first 200 merges of CLIP's own, 20 tokens of context."""
    own = SimpleTokenizer()
    merges = sorted(own.bpe_ranks, key=own.bpe_ranks.__getitem__)[:200]
    tokens = [*list(own.encoder)[:512], *("".join(pair) for pair in merges), START, END]
    return of_parts({token: at for at, token in enumerate(tokens)}, merges, 20)
