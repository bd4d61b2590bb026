# -*- coding: utf-8 -*-
"""Set up CAP Desktop on a fresh machine and run it: the one door of a developer.

Standard library only: this runs before anything is installed. The Makefile calls it; where there
is no make, `python3 bootstrap.py run` does the same. This file alone is read by any Python, even
by 2.7, so that one too old for the program says so instead of a syntax error; the work is done
in `installing/`.
"""

import sys

if not (3, 11) <= sys.version_info[:2] <= (3, 14):
    sys.stderr.write(
        "CAP Desktop demande Python 3.11, 3.12, 3.13 ou 3.14 ; celui-ci est le %d.%d. "
        "Installez-en un depuis www.python.org/downloads, par Homebrew ou par les paquets de "
        "votre système, puis nommez-le : « make run PYTHON=python3.13 » "
        "(sous Windows, « py -3.13 bootstrap.py run »).\n" % sys.version_info[:2]
    )
    sys.exit(2)

from installing.commands import main

if __name__ == "__main__":
    sys.exit(main())
