"""What files call a caption and the place of its image, the first first.

A copy of internal/kit/src/captions/field-names.ts, by which slipform-plant, slipform-clip and slipform-bench read.
"""

from __future__ import annotations

CAPTIONS = ("caption", "title", "text")
PICTURES = ("filepath", "file_name", "filename", "image", "image_path", "path")
