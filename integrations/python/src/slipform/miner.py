"""ConcretePlant from Python: one warm process of Node, a line of JSON to it and a line back."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ._errors import SlipformError
from ._node import node, program

#: Captions that are mined together, as the command's --block-size has it: they exchange words.
BLOCK = 16_384

Caption = str | Mapping[str, Any]
Record = dict[str, Any]


class Miner:
    """A process that mines blocks of captions until it is closed. Safe to share between threads; a fork starts its own.

    :param options: those of ``createPlant``, with underscores: ``balance="composition"``, ``sense="strict"``,
        ``per_caption=3``, ``policy``, ``temperature``, ``operations``, ``slots``, ``seed``, ``max_gap``, ``context_length``,
        ``mirror``; ``fit`` and ``norms`` are names of files, ``vocabulary`` is a list of words, ``contrasts`` a text
    :raises SlipformError: for an option that does not exist or breaks its rule, and where there is no Node

    >>> with Miner(operations=["swap"]) as miner:
    ...     [mined] = miner.block(["a red car and a blue bus"])
    >>> mined["negatives"][0]["negative"]
    'a blue car and a red bus'
    """

    def __init__(self, **options: Any) -> None:
        self.__setstate__({"_options": {name: value for name, value in options.items() if value is not None}})
        with self._lock:
            self._start()

    def block(self, captions: Sequence[Caption]) -> list[dict[str, Any]]:
        """Mines captions together.

        :param captions: texts, or mappings with ``caption`` and perhaps ``id`` and ``image_id``; captions of one image are no
            negatives of each other
        :returns: for each caption ``{"negatives": [record, …]}``, and ``"reason"`` where there is none. A record is a
            row that the command writes
        """
        rows = [_row(caption, at) for at, caption in enumerate(_checked(captions))]
        return self._ask({"captions": rows})["mined"]  # type: ignore[no-any-return]

    def mine(self, captions: Iterable[Caption]) -> Iterator[Record]:
        """An iterator of the records of a stream of captions, in their order; not more than two blocks are held."""
        return self._mine(_checked(captions))

    def _mine(self, captions: Iterable[Caption]) -> Iterator[Record]:
        for block in _blocks(captions):
            for mined in self._ask({"captions": block})["mined"]:
                yield from mined["negatives"]

    def close(self) -> None:
        """Ends the process. The next call starts another."""
        with self._lock:
            self._stop()

    def __enter__(self) -> Miner:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if self._owner == os.getpid():
            self._stop()

    def __getstate__(self) -> dict[str, Any]:
        return {"_options": self._options}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self._options: dict[str, Any] = state["_options"]
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner: int | None = None

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        with self._lock:
            if self._process is None or self._owner != os.getpid():
                self._start()
            return self._say(question)

    def _start(self) -> None:
        command = [node(), program("plant"), "serve"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._owner = os.getpid()
        try:
            self._say({"options": {_camel(name): value for name, value in self._options.items()}})
        except SlipformError:
            self._stop()
            raise

    def _say(self, question: dict[str, Any]) -> dict[str, Any]:
        process = self._process
        assert process is not None and process.stdin is not None and process.stdout is not None
        try:
            process.stdin.write(json.dumps(question, default=_plain).encode() + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except KeyboardInterrupt:
            # An answer that nobody reads would be taken for the next one's.
            self._stop()
            raise
        except OSError:
            line = b""
        if line == b"":
            code = process.wait()
            self._stop()
            raise SlipformError(
                f"slipform.mine: the miner ended with exit code {code}; what it printed above says why."
            )
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise SlipformError(_snaked(answer["error"]))
        return answer

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.terminate()
        process.wait()


def mine(captions: Iterable[Caption], **options: Any) -> Iterator[Record]:
    """Hard-negative captions of an iterable of captions: an iterator of the records that ``slipform-plant mine`` writes.

    Each record has ``id`` (the caption's, else its place from 1), ``caption``, ``negative``, ``operation``, ``slot``,
    ``keyword``, ``replacement``, ``concreteness`` and more; a caption without a negative has none. The same captions and
    options give the same records as the command. Options are checked at the call; blocks of 16,384 captions are read and
    mined as the iterator comes to them. ``list(mine(…))`` mines all.

    :param captions: a list, a column, a generator of texts, or of mappings with ``caption`` and perhaps ``id``, ``image_id``
        and ``filepath``
    :param options: see :class:`Miner`
    :raises SlipformError: one sentence, as the command says it

    >>> [row["negative"] for row in mine(["a red car and a blue bus"], operations=["swap"])]
    ['a blue car and a red bus']
    """
    _checked(captions)
    return _mine_and_close(Miner(**options), captions)


def _mine_and_close(miner: Miner, captions: Iterable[Caption]) -> Iterator[Record]:
    with miner:
        yield from miner.mine(captions)


class Negatives:
    """A function for ``datasets.Dataset.map(…, batched=True)`` that adds a column of negatives; see :func:`negatives`."""

    def __init__(self, column: str, image_column: str | None, prefix: str, options: dict[str, Any]) -> None:
        self._column, self._image_column, self._prefix = column, image_column, prefix
        self._miner = Miner(**options)

    def __call__(self, batch: Mapping[str, Sequence[Any]]) -> dict[str, list[Any]]:
        for name in (self._column, self._image_column):
            if name is not None and name not in batch:
                raise SlipformError(
                    f"slipform.negatives: column must be one of the batch's ({', '.join(batch)}), got {name!r}; "
                    "and pass batched=True to map."
                )
        texts = batch[self._column]
        if isinstance(texts, str):
            raise SlipformError("slipform.negatives: map must be called with batched=True, got a single row.")
        images = batch[self._image_column] if self._image_column is not None else [None] * len(texts)
        rows: list[Caption] = [
            {"caption": text, "image_id": image} if image is not None else text
            for text, image in zip(texts, images, strict=True)
            if not _is_missing(text)
        ]
        mined = iter(self._miner.block(rows))
        found = [None if _is_missing(text) else next(iter(next(mined)["negatives"]), None) for text in texts]
        return {
            f"{self._prefix}{name}": [row and row[name] for row in found]
            for name in ("negative", "concreteness", "operation", "slot")
        }


def negatives(
    column: str = "caption", *, image_column: str | None = None, prefix: str = "", **options: Any
) -> Callable[[Mapping[str, Sequence[Any]]], dict[str, list[Any]]]:
    """A function for ``datasets.Dataset.map`` that mines a column of captions.

    It adds one ``negative`` a row, ``concreteness`` (of the word that changed, 1 to 5), ``operation`` and ``slot``; all are
    None where a caption has no negative, or a row no caption (None, NaN). :func:`mine` gives several a caption, and
    :meth:`Miner.block` says why one has none. A table of pandas is a batch: ``df.assign(**negatives("caption")(df))``. A
    batch is a block: captions exchange words within it, so large batches are better than small ones.

    :param column: of the captions
    :param image_column: of the images' ids: captions of one image are no negatives of each other
    :param prefix: before the new columns' names
    :param options: see :class:`Miner`

    >>> dataset = dataset.map(negatives("caption", balance="composition"), batched=True, batch_size=10_000)  # doctest: +SKIP
    """
    several = options.get("per_caption", options.get("perCaption"))
    if isinstance(several, int) and several > 1:
        raise SlipformError(
            f"slipform.negatives: per_caption must be 1, since a row gets one negative, got {several}; "
            "slipform.mine gives several a caption."
        )
    return Negatives(column, image_column, prefix, options)


def _is_missing(text: Any) -> bool:
    """Whether a row has no caption, as tables say it: None, or NaN."""
    return text is None or text != text


def _blocks(captions: Iterable[Caption]) -> Iterator[list[dict[str, Any]]]:
    """As the command cuts them: a block ends when it is full and the next caption is of another image."""
    block: list[dict[str, Any]] = []
    for at, caption in enumerate(captions):
        row = {"id": str(at + 1), **_row(caption, at)}
        image = row.get("imageId")
        is_border = image is None or not block or image != block[-1].get("imageId")
        if len(block) >= 2 * BLOCK or (len(block) >= BLOCK and is_border):
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _checked(captions: Any) -> Any:
    """The captions; refuses one text or mapping, whose letters or names would be mined, and what is no iterable."""
    if hasattr(captions, "columns"):
        raise SlipformError(
            "slipform.mine: captions must be a column, not a whole table, whose names would be mined; pass table['caption']."
        )
    if isinstance(captions, str | bytes | Mapping) or not isinstance(captions, Iterable):
        raise SlipformError(
            f"slipform.mine: captions must be a list or another iterable of captions, got {captions!r:.80}; "
            "pass a list, even of one caption."
        )
    return captions


def _row(caption: Caption, at: int) -> dict[str, Any]:
    if isinstance(caption, str):
        return {"caption": caption}
    if not isinstance(caption, Mapping) or not isinstance(caption.get("caption"), str):
        raise SlipformError(
            f"slipform.mine: item {at} must be a text, or a mapping with a text under 'caption', got {caption!r:.80}; "
            "leave rows without a caption out."
        )
    known = {
        "caption": "caption",
        "id": "id",
        "image_id": "imageId",
        "imageId": "imageId",
        "filepath": "filepath",
    }
    row = {known[name]: str(value) for name, value in caption.items() if name in known and value is not None}
    # As the command has it: captions of one file are of one image.
    return {"imageId": row["filepath"], **row} if "filepath" in row else row


def _plain(value: Any) -> Any:
    """What JSON has no form for: a path is its name, a set or an array a list."""
    return os.fspath(value) if isinstance(value, os.PathLike) else list(value)


def _camel(name: str) -> str:
    return re.sub(r"_(\w)", lambda match: match.group(1).upper(), name)


def _snaked(sentence: str) -> str:
    """The miner's sentence with Python's names of options. What stands in quotes is the caller's, but for an unknown name."""
    parts = sentence.replace("createPlant:", "slipform.mine:").split('"')
    is_unknown = parts[0].endswith("there is no option ")
    for at in range(0, len(parts), 1 if is_unknown else 2):
        parts[at] = re.sub(r"(?<=[a-z])[A-Z]", lambda match: "_" + match.group().lower(), parts[at])
    return '"'.join(parts)
