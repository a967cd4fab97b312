"""The wheel, as a stranger gets it: built, installed into an empty folder, and used as the README says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REPOSITORY = ROOT.parents[1]
README = (ROOT / "README.md").read_text()
PROGRAM = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("hatchling", reason="hatchling is not installed")
    built = [(REPOSITORY / "packages" / name / "dist/cli.js").exists() for name in ("plant", "bench")]
    if shutil.which("node") and all(built):
        script = REPOSITORY / "scripts/python/bundle-programs.mjs"
        subprocess.run(["node", str(script)], check=True, capture_output=True)
    folder = tmp_path_factory.mktemp("wheel")
    run(
        "-m",
        "pip",
        "wheel",
        str(ROOT),
        "--no-deps",
        "--no-build-isolation",
        "--quiet",
        "--wheel-dir",
        str(folder),
    )
    (found,) = folder.glob("*.whl")
    return found


def run(*arguments: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", **environment},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_holds_the_package_with_its_types_and_licence_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = archive.read(next(name for name in names if name.endswith("/METADATA"))).decode()
    sources = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.py")}
    types = {"slipform/py.typed", "slipform_torch/py.typed"}
    own = {name for name in names if ".dist-info/" not in name and not name.startswith("slipform/programs/")}
    assert own == {*sources, *types}
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert "Requires-Dist: torch>=2.4; extra == 'torch'\n" in metadata
    assert "License-Expression: Apache-2.0\n" in metadata


def test_the_programs_run_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        if "slipform/programs/plant.js" not in archive.namelist():
            pytest.skip("the packages are not built here (npm ci && npm run build)")
        assert "wink-nlp" in archive.read("slipform/programs/NOTICE").decode()
    folder = tmp_path / "installed"
    run("-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), str(wheel))
    program = (
        f"import slipform as s; assert s.__file__.startswith({str(folder)!r}), s.__file__\n"
        "from slipform.__main__ import main; assert main(['bench', '--version']) == 0\n"
        "print(*(row['negative'] for row in s.mine(['a red car and a blue bus'], operations=['swap'])))"
    )
    assert (
        run("-I", "-c", f"import sys; sys.path.insert(0, {str(folder)!r})\n{program}")
        == "0.0.0\na blue car and a red bus\n"
    )


def test_the_readmes_program_runs_on_it_and_prints_what_the_readme_says(wheel: Path, tmp_path: Path) -> None:
    folder = tmp_path / "installed"
    run("-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), str(wheel))
    check = f"import slipform_torch as s; assert s.__file__.startswith({str(folder)!r}), s.__file__"
    program = tmp_path / "program.py"
    program.write_text(f"{check}\n{PROGRAM}")
    printed = [float(line) for line in run(str(program), PYTHONPATH=str(folder)).split()]
    said = re.search(r"^prints `(\S+)` and `(\S+)`", README, re.MULTILINE)
    assert said is not None
    assert printed == pytest.approx([float(figure) for figure in said.groups()], abs=0.05)
