"""The error of files that can't be used."""

from __future__ import annotations


class DataError(ValueError):
    """A file of negatives, a table of pairs, a shard or a picture that can't be used: one sentence with file and line.

    `str(error)` is the sentence. It takes one text alone, so that a DataLoader can raise it again in the process
    that trains.
    """


def missing_package(package: str, what_for: str, extra: str) -> DataError:
    """The sentence for a package that is not installed."""
    return DataError(f'{what_for} needs the package {package}: pip install "slipform-torch[{extra}]"')


def shorten(text: str) -> str:
    """A text for an error."""
    return repr(text if len(text) <= 60 else text[:57] + "...")
