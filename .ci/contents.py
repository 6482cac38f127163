"""Look at what is in the archives of a release.

    python .ci/contents.py dist

Every file of the package is in the wheel, and no other; what a tester needs is in the sdist.
"""

from __future__ import annotations

import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: Each of these must be in the sdist, beside the package.
FOR_TESTERS = (
    "tests",
    "docs",
    "examples",
    "typing_tests",
    "conformance",
    "CHANGELOG.md",
    "README.md",
)


def package_files() -> set[str]:
    """Return the files of the package as they stand in the checkout."""
    return {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src" / "councilperf").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def problems(folder: Path) -> list[str]:
    """Return what is wrong with the archives."""
    [wheel] = folder.glob("*.whl")
    [sdist] = folder.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as archive:
        in_wheel = set(archive.namelist())
    with tarfile.open(sdist) as archive:
        in_sdist = {name.partition("/")[2] for name in archive.getnames()}
    of_package = package_files()
    beside = {name for name in in_wheel if ".dist-info/" not in name}
    wrong = [f"{wheel.name}: {name} is missing" for name in sorted(of_package - beside)]
    wrong += [f"{wheel.name}: {name} is no part" for name in sorted(beside - of_package)]
    told = {name.rpartition("/")[2] for name in in_wheel if ".dist-info/" in name}
    for name in ("LICENSE", "METADATA", "entry_points.txt"):
        if name not in told:
            wrong.append(f"{wheel.name}: {name} is missing")
    if "councilperf/py.typed" not in in_wheel:
        wrong.append(f"{wheel.name}: the mark that it is typed is missing")
    for name in FOR_TESTERS:
        if not any(each == name or each.startswith(f"{name}/") for each in in_sdist):
            wrong.append(f"{sdist.name}: {name} is missing")
    wrong += [
        f"{sdist.name}: {name} is no part"
        for name in sorted(in_sdist)
        if "__pycache__" in name or name.endswith("uv.lock")
    ]
    return wrong


def main() -> int:
    """Print what is wrong; 1 where anything is."""
    wrong = problems(Path(sys.argv[1]))
    print("\n".join(wrong) or "the archives hold what they should")
    return bool(wrong)


if __name__ == "__main__":
    raise SystemExit(main())
