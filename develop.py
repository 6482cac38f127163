"""Make the environment and run one of the two first commands of the README.

    python develop.py demo    prints a rated real scorecard and its summary
    python develop.py test    runs the tests; further arguments go to pytest

Needs Python 3.11 or newer and nothing else: uv is put into `.tools/`, and uv makes `.venv/`.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 (it is the older Pythons that must read this)
    raise SystemExit("develop.py: needs Python 3.11 or newer; this is " + sys.version.split()[0])

ROOT = Path(__file__).resolve().parent
TOOLS = ROOT / ".tools"
TOOLS_PYTHON = TOOLS / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

SCORECARD = "examples/maidstone-2020-21-q3.csv"
# For each command what is installed beside the library's own needs, and what is run.
COMMANDS = {
    "demo": ([], ["councilperf", "assess", SCORECARD, "--rules", "maidstone"]),
    "test": (["--group", "test", "--group", "frames"], ["pytest"]),
}


def run(*command: str) -> None:
    """Run a command at the root of the repository and stop with its exit code if it fails."""
    environment = {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    environment.pop("VIRTUAL_ENV", None)  # uv would warn that it is not the project's own
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    if code:
        raise SystemExit(code)


def install_uv() -> None:
    """Put uv into `.tools/`, unless it is there."""
    if not TOOLS_PYTHON.exists():
        try:
            venv.create(TOOLS, clear=True, with_pip=True)
        except subprocess.CalledProcessError:
            raise SystemExit(
                "develop.py: this Python cannot make an environment with pip; "
                "install its venv package (on Debian and Ubuntu: apt install python3-venv)"
            ) from None
    probe = subprocess.run(
        [TOOLS_PYTHON, "-m", "uv", "--version"], capture_output=True, check=False
    )
    if probe.returncode:
        run(str(TOOLS_PYTHON), "-m", "pip", "install", "--quiet", "uv>=0.8")


def main(arguments: list[str]) -> None:
    """Run the command that is named first."""
    if not arguments or arguments[0] not in COMMANDS:
        raise SystemExit((__doc__ or "").strip())
    groups, command = COMMANDS[arguments[0]]
    install_uv()
    uv_run = [str(TOOLS_PYTHON), "-m", "uv", "run", "--quiet", "--python", sys.executable]
    run(*uv_run, "--no-default-groups", *groups, "python", "-m", *command, *arguments[1:])


if __name__ == "__main__":
    main(sys.argv[1:])
