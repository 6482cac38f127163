"""Run the command line as `python -m councilperf`."""

from councilperf.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
