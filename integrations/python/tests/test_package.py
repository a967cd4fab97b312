"""What an installed package says of itself."""

import tomllib
from pathlib import Path

import slipform_torch

ROOT = Path(__file__).parents[1]


def test_version_is_that_of_pyproject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["version"] == slipform_torch.__version__


def test_torch_is_the_only_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert [name for name in project["dependencies"]] == ["torch>=2.4"]
