"""Files that `slipform-plant` wrote, for training in PyTorch.

    from slipform_torch.data import NegativesDataset
    data = NegativesDataset("negatives.tsv", tokenizer, preprocess, hard=2, image_root="photos")
    loader = torch.utils.data.DataLoader(data, batch_size=256, shuffle=True)

A batch has `image` [N, C, H, W], `text` [N, L], `hard_text` [N, K, L], `concreteness` [N, K], `valid` [N, K],
`text_ids` [N, 1 + K] and `groups` [N].
"""

from .choose import Epoch, Layout
from .dataset import NegativesDataset, Tokenizer, Transform
from .errors import DataError
from .files import read_negatives
from .rows import Member, Negative, Picture, Row, Rows
from .streams import DecodeNegatives, JoinNegatives

__all__ = [
    "DataError",
    "DecodeNegatives",
    "Epoch",
    "JoinNegatives",
    "Layout",
    "Member",
    "Negative",
    "NegativesDataset",
    "Picture",
    "Row",
    "Rows",
    "Tokenizer",
    "Transform",
    "read_negatives",
]
