"""A llama of random weights behind llama.cpp's own server, to try `mine --rewriter` and `--scorer` against it.

    pip install xllamacpp gguf numpy
    python scripts/tiny-llama.py 18080
    SLIPFORM_LLAMA=http://127.0.0.1:18080/v1 npx vitest --project node run packages/plant/src/run/llama.test.ts
"""

import sys
import tempfile
import time

import gguf
import numpy
import xllamacpp

WIDTH, LAYERS, HEADS, INNER, CONTEXT = 64, 2, 4, 128, 4096
SPECIAL, BYTE, PLAIN = 3, 6, 1


def write_model(path: str) -> None:
    """Two layers of random weights; a token for each byte, letter and sign."""
    draw = numpy.random.default_rng(0)
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;!?'\"-[]{}()/▁"
    tokens = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256)), *letters]
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0] * len(tokens))
    writer.add_token_types([2, SPECIAL, SPECIAL, *[BYTE] * 256, *[PLAIN] * len(letters)])
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)

    def add(name: str, *shape: int) -> None:
        weights = draw.normal(0, 0.3, shape) if len(shape) > 1 else numpy.ones(shape)
        writer.add_tensor(f"{name}.weight", weights.astype(numpy.float32))

    add("token_embd", len(tokens), WIDTH)
    add("output", len(tokens), WIDTH)
    add("output_norm", WIDTH)
    for layer in range(LAYERS):
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            add(f"blk.{layer}.{name}", WIDTH, WIDTH)
        add(f"blk.{layer}.ffn_gate", INNER, WIDTH)
        add(f"blk.{layer}.ffn_up", INNER, WIDTH)
        add(f"blk.{layer}.ffn_down", WIDTH, INNER)
        add(f"blk.{layer}.attn_norm", WIDTH)
        add(f"blk.{layer}.ffn_norm", WIDTH)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


with tempfile.NamedTemporaryFile(suffix=".gguf") as model:
    write_model(model.name)
    settings = xllamacpp.CommonParams()
    settings.model.path = model.name
    settings.n_ctx = CONTEXT
    settings.n_parallel = 4
    settings.cpuparams.n_threads = 1
    settings.warmup = False
    settings.port = int(sys.argv[1])
    server = xllamacpp.Server(settings)
    print(server.listening_address, flush=True)
    while True:
        time.sleep(1)
