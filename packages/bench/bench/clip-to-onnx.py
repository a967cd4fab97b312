"""A model folder of @slipform/clip as ONNX, beside its other files, as transformers.js loads it.

    pip install numpy onnx
    python bench/clip-to-onnx.py MODEL OUTPUT

OUTPUT gets the folder's JSON files and onnx/text_model.onnx (input_ids -> text_embeds) and onnx/vision_model.onnx
(pixel_values -> image_embeds), in float32. `transformersEncoder('./OUTPUT', { model: { dtype: 'fp32' } })` judges it.
"""
import json
import os
import shutil
import struct
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

folder, output = sys.argv[1], sys.argv[2]
config = json.load(open(f"{folder}/config.json"))


def read_weights():
    with open(f"{folder}/model.safetensors", "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    types = {"F16": np.float16, "F32": np.float32}
    return {
        name: np.frombuffer(data[slice(*entry["data_offsets"])], types[entry["dtype"]])
        .reshape(entry["shape"])
        .astype(np.float32)
        for name, entry in header.items()
        if name != "__metadata__"
    }


weights = read_weights()


class Graph:
    """Nodes in order; every method returns the name of what it computes."""

    def __init__(self):
        self.nodes, self.constants, self.count = [], {}, 0

    def op(self, kind, *inputs, **attributes):
        self.count += 1
        name = f"{kind}{self.count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def constant(self, value, dtype=np.float32):
        self.count += 1
        name = f"constant{self.count}"
        self.constants[name] = numpy_helper.from_array(np.asarray(value, dtype), name)
        return name

    def weight(self, name):
        self.constants.setdefault(name, numpy_helper.from_array(weights[name], name))
        return name

    def linear(self, x, name):
        y = self.op("MatMul", x, self.constant(weights[f"{name}.weight"].T))
        return self.op("Add", y, self.weight(f"{name}.bias")) if f"{name}.bias" in weights else y

    def norm(self, x, name, epsilon):
        return self.op(
            "LayerNormalization", x, self.weight(f"{name}.weight"), self.weight(f"{name}.bias"), axis=-1, epsilon=epsilon
        )

    def activate(self, x, kind):
        if kind == "quick_gelu":
            return self.op("Mul", x, self.op("Sigmoid", self.op("Mul", x, self.constant(1.702))))
        if kind == "gelu_new":
            cube = self.op("Mul", self.op("Mul", x, x), x)
            inner = self.op("Add", x, self.op("Mul", cube, self.constant(0.044715)))
            bend = self.op("Tanh", self.op("Mul", inner, self.constant(np.sqrt(2 / np.pi))))
        else:
            bend = self.op("Erf", self.op("Mul", x, self.constant(np.sqrt(0.5))))
        half = self.op("Mul", x, self.constant(0.5))
        return self.op("Mul", half, self.op("Add", bend, self.constant(1)))

    def layers(self, x, prefix, tower, mask=None):
        heads, width = tower["num_attention_heads"], tower["hidden_size"]
        epsilon, kind = tower.get("layer_norm_eps", 1e-5), tower.get("hidden_act", "quick_gelu")
        split = self.constant([0, -1, heads, width // heads], np.int64)
        joined = self.constant([0, -1, width], np.int64)
        for at in range(tower["num_hidden_layers"]):
            layer = f"{prefix}.encoder.layers.{at}"
            y = self.norm(x, f"{layer}.layer_norm1", epsilon)
            q, k, v = (
                self.op("Reshape", self.linear(y, f"{layer}.self_attn.{each}_proj"), split) for each in "qkv"
            )
            q = self.op("Transpose", q, perm=[0, 2, 1, 3])
            k = self.op("Transpose", k, perm=[0, 2, 3, 1])
            v = self.op("Transpose", v, perm=[0, 2, 1, 3])
            scores = self.op("Mul", self.op("MatMul", q, k), self.constant((width // heads) ** -0.5))
            if mask:
                scores = self.op("Add", scores, mask)
            mixed = self.op("MatMul", self.op("Softmax", scores, axis=-1), v)
            mixed = self.op("Reshape", self.op("Transpose", mixed, perm=[0, 2, 1, 3]), joined)
            x = self.op("Add", x, self.linear(mixed, f"{layer}.self_attn.out_proj"))
            y = self.linear(self.norm(x, f"{layer}.layer_norm2", epsilon), f"{layer}.mlp.fc1")
            x = self.op("Add", x, self.linear(self.activate(y, kind), f"{layer}.mlp.fc2"))
        return x

    def save(self, name, given, found):
        source, result = self.nodes[-1].output[0], found.name
        self.nodes.append(helper.make_node("Identity", [source], [result]))
        graph = helper.make_graph(self.nodes, name, [given], [found], list(self.constants.values()))
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
        onnx.checker.check_model(model)
        os.makedirs(f"{output}/onnx", exist_ok=True)
        onnx.save(model, f"{output}/onnx/{name}.onnx")


def embeds(name):
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", config["projection_dim"]])


def vision():
    tower, graph = config["vision_config"], Graph()
    size, patch, stem = tower["image_size"], tower["patch_size"], tower.get("stem", [])
    x, prefix = "pixel_values", "vision_model.embeddings"
    for at in range(len(stem)):
        # A row of zeros below and a column on the right, as TensorFlow pads an even size.
        name = f"{prefix}.stem.{at}"
        x = graph.op(
            "Conv", x, graph.weight(f"{name}.weight"), graph.weight(f"{name}.bias"), strides=[2, 2], pads=[0, 0, 1, 1]
        )
        x = graph.activate(x, tower.get("hidden_act", "quick_gelu"))
    cells = patch // 2 ** len(stem)
    x = graph.op("Conv", x, graph.weight(f"{prefix}.patch_embedding.weight"), strides=[cells, cells])
    count = (size // patch) ** 2
    x = graph.op("Reshape", x, graph.constant([0, tower["hidden_size"], count], np.int64))
    x = graph.op("Transpose", x, perm=[0, 2, 1])
    # One class token for each picture: zeros of a token's shape, and the token added.
    first = graph.op("Slice", x, *(graph.constant([each], np.int64) for each in (0, 1, 1)))
    token = graph.constant(weights[f"{prefix}.class_embedding"].reshape(1, 1, -1))
    token = graph.op("Add", graph.op("Mul", first, graph.constant(0)), token)
    x = graph.op("Concat", token, x, axis=1)
    x = graph.op("Add", x, graph.weight(f"{prefix}.position_embedding.weight"))
    epsilon = tower.get("layer_norm_eps", 1e-5)
    x = graph.layers(graph.norm(x, "vision_model.pre_layrnorm", epsilon), "vision_model", tower)
    x = graph.op("Gather", x, graph.constant(0, np.int64), axis=1)
    graph.linear(graph.norm(x, "vision_model.post_layernorm", epsilon), "visual_projection")
    pixels = helper.make_tensor_value_info("pixel_values", TensorProto.FLOAT, ["batch", 3, size, size])
    graph.save("vision_model", pixels, embeds("image_embeds"))


def text():
    tower, graph = config["text_config"], Graph()
    ids, prefix = "input_ids", "text_model.embeddings"
    length = graph.op("Gather", graph.op("Shape", ids), graph.constant([1], np.int64))
    zero, one = graph.constant([0], np.int64), graph.constant([1], np.int64)
    positions = graph.op("Slice", graph.weight(f"{prefix}.position_embedding.weight"), zero, length, zero)
    x = graph.op("Add", graph.op("Gather", graph.weight(f"{prefix}.token_embedding.weight"), ids), positions)
    most = tower["max_position_embeddings"]
    mask = graph.constant(np.triu(np.full((most, most), -1e9), 1))
    mask = graph.op("Slice", graph.op("Slice", mask, zero, length, zero), zero, length, one)
    x = graph.layers(x, "text_model", tower, mask)
    x = graph.norm(x, "text_model.final_layer_norm", tower.get("layer_norm_eps", 1e-5))
    # The end token has the highest number; padding has it too, but later.
    end = graph.op("ArgMax", ids, axis=1, keepdims=0)
    depth = graph.op("Squeeze", length)
    chosen = graph.op("OneHot", end, depth, graph.constant([0, 1]), axis=-1)
    chosen = graph.op("Unsqueeze", chosen, one)
    x = graph.op("Squeeze", graph.op("MatMul", chosen, x), one)
    graph.linear(x, "text_projection")
    given = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "length"])
    graph.save("text_model", given, embeds("text_embeds"))


vision()
text()
for name in os.listdir(folder):
    if name.endswith(".json"):
        shutil.copy(f"{folder}/{name}", output)
