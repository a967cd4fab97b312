"""Pictures from files, tars and streams."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .bytes import reason
from .errors import DataError, missing_package, shorten
from .rows import Member, Picture

if TYPE_CHECKING:
    from PIL.Image import Image


def open_picture(picture: Picture, place: str, folders: Sequence[str] = ("",)) -> Image:
    """A picture, decoded. A path is looked for in the folders in order; "" is where the program runs.

    Raises DataError that names the row, and the file, for one that is missing or broken, or that leaves its folders.
    """
    try:
        from PIL import Image
    except ImportError as error:
        raise missing_package("pillow", "a picture", "data") from error
    if isinstance(picture, Image.Image):
        return picture
    name = "its picture"
    try:
        if isinstance(picture, str):
            paths = [os.path.join(folder, picture) for folder in folders if _stays_in(folder, picture)]
            if not paths:
                raise DataError(
                    f"{place}: the picture {shorten(picture)} leaves the folder {folders[-1]}: name the folder that its "
                    "path starts from (image_root)"
                )
            name = next((path for path in paths if os.path.exists(path)), paths[0])
            image = Image.open(name)
        elif isinstance(picture, Member):
            with open(picture.tar, "rb") as file:
                file.seek(picture.offset)
                image = Image.open(io.BytesIO(file.read(picture.size)))
        else:
            image = Image.open(io.BytesIO(picture))
        image.load()
        return image
    except DataError:
        raise
    except FileNotFoundError as error:
        raise DataError(f"{place}: the picture {name} is not there: name its folder (image_root)") from error
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise DataError(f"{place}: {name} can't be read as a picture: {reason(error)}") from error


def _stays_in(folder: str, path: str) -> bool:
    """Whether a path that starts from a folder ends in it; the paths alone are looked at, and no links."""
    root, target = os.path.abspath(folder), os.path.abspath(os.path.join(folder, path))
    return folder == "" or os.path.commonpath([root, target]) == root
