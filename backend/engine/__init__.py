"""Where programs run beyond this machine: on the nodes of a Ray cluster.

Rules of this room: a program runs in a sandbox of its node, never in Ray's own processes; what a
node says of a program is judged here, as if the program had run here; nothing but `node` and its
like runs on a node; Ray is not imported before a run asks for it.
"""
