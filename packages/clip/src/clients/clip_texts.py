"""Texts that every tokenizer of CLIP must read alike. Entities of HTML are left out: transformers keeps them."""

TEXTS = [
    "a photo of a cat",
    "Two DOGS, and it's raining; they've run 12 miles!",
    "   spaces \t and\nlines   everywhere ",
    "naïve café, jalapeño, Straße, Ærø, Žluťoučký kůň",
    "日本の猫 кошка قطة 고양이",
    "an emoji 😀👍🏽 and a flag 🇫🇷 and 3½ × 2²",
    "under_score semi-colon;hyphen-ated e.g. i.e. @user #tag $9.99 50% https://example.org/a?b=c",
    "",
    "word " * 100,
    "supercalifragilisticexpialidocious" * 4,
]
