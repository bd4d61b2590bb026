"""Start the window, or the command line when there is something on it."""

import sys


def main() -> int:
    """Return the exit code of the window or of the command."""
    if len(sys.argv) > 1:
        from cap_desktop.cli.main import run  # start-up: the window needs no command line

        return run()
    from cap_desktop.app import main as open_window  # start-up: the command line needs no Qt

    return open_window()


if __name__ == "__main__":
    sys.exit(main())
