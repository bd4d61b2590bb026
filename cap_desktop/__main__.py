"""Start the window, or the command line when there is something on it."""

import gc
import os
import sys


def main() -> int:
    """Return the exit code of the window or of the command; 2 where no window can open."""
    if len(sys.argv) > 1:
        from cap_desktop.cli.main import run  # start-up: the window needs no command line

        return run()
    return _open_window()


def _open_window() -> int:
    from cap_desktop import screen  # start-up: the command line needs none

    refused = screen.why_no_window() or screen.why_no_folder()
    if refused is None:
        # A start makes much and throws nothing away; `WindowCollector` collects from then on.
        gc.disable()
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        try:
            from cap_desktop import app  # only where a window can open: Qt aborts elsewhere
        except ImportError as error:
            refused = screen.why_no_qt(error)
            if refused is None:
                raise
        else:
            refused = screen.why_no_platform()
    if refused is None:
        return app.main()
    sys.stderr.write(refused + "\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
