"""The script that the launcher starts: put this package on the path, then serve.

``start.py ROOT FD SLOT…``: the folder that holds ``backend``, the control socket, and the folders
that programs may write to.
"""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Serve until the control socket closes."""
    root, control, *slots = sys.argv[1:]
    sys.path[0] = root
    gc.disable()  # until all is imported: what is there by then stays, and is not searched
    from backend.sandbox.worker.zygote import serve

    serve(int(control), slots)


if __name__ == "__main__":
    main()
