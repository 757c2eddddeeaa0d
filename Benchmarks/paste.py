#!/usr/bin/env python3
"""paste.py DOCUMENT FOLDER: puts each FOLDER/NAME.md into the document's block NAME, between its two comments."""
import re
import sys
from pathlib import Path

document, folder = Path(sys.argv[1]), Path(sys.argv[2])
text = document.read_text()
for table in sorted(folder.glob("*.md")):
    block = re.compile(rf"(<!-- measured: {re.escape(table.stem)} -->\n).*?(<!-- end -->)", re.S)
    new, count = block.subn(lambda found: found[1] + "\n" + table.read_text() + "\n" + found[2], text)
    print(f"{table.stem}: " + ("pasted" if count else f"no block for it in {document}"))
    text = new
document.write_text(text)
