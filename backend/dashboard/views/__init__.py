"""One file per part of the page, each with ``render``. A view draws values and reads no file."""
