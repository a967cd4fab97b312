"""Writes a CLIP of transformers with random weights that reads letters, in place of a real one: python tiny_clip.py FOLDER"""

import string
import sys

import torch
from transformers import CLIPConfig, CLIPImageProcessor, CLIPModel, CLIPProcessor, CLIPTokenizer

letters = [f"{letter}{end}" for letter in string.ascii_lowercase + ".," for end in ("", "</w>")]
vocabulary = {word: at for at, word in enumerate([*letters, "<|startoftext|>", "<|endoftext|>"])}
tokenizer = CLIPTokenizer(vocab=vocabulary, merges=[], model_max_length=77)
size = {"height": 16, "width": 16}
pictures = CLIPImageProcessor(size={"shortest_edge": 16}, crop_size=size)
tower = {"hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2}
words = {"vocab_size": len(vocabulary), "bos_token_id": len(letters), "eos_token_id": len(letters) + 1}
torch.manual_seed(0)
picture = {"image_size": 16, "patch_size": 8}
model = CLIPModel(CLIPConfig(text_config=tower | words, vision_config=tower | picture, projection_dim=16))
model.save_pretrained(sys.argv[1])
CLIPProcessor(pictures, tokenizer).save_pretrained(sys.argv[1])
