#!/usr/bin/env python3
"""multiply.py SAMPLES REGIONS.tsv FOLDER COUNT: many reports out of few, for a warehouse of some size.

Each copy is of another city, and its figures differ: nothing of one can serve another, and no region has more reports
than a real one has.
"""
import re
import sys
from pathlib import Path

HOMES = ("芜湖", "安庆", "蚌埠")
FIGURE = re.compile(rb"(\d\.)(\d)")


def cities(table):
    names = []
    for line in Path(table).read_text().splitlines():
        cells = line.split("\t")
        if len(cells) > 4 and cells[2] == "prefecture" and not cells[4] and re.fullmatch("..市", cells[1]):
            names.append(cells[1][:2])
    return [name for name in dict.fromkeys(names) if name not in HOMES]


def multiply(samples, table, folder, count):
    originals = sorted(path for home in ("wuhu", "anqing", "bengbu") for path in Path(samples, home).glob("*.*"))
    texts = [(path, path.read_bytes()) for path in originals]
    names = cities(table)
    for number in range(count):
        path, text = texts[number % len(texts)]
        turn = number // len(texts)
        city = names[turn % len(names)]
        for home in HOMES:
            for code in ("utf-8", "gb18030"):
                # In the page's own encoding one of the two is there.
                text = text.replace(home.encode(code), city.encode(code))
        places = iter(range(1 << 30))

        def other(found):
            step = turn // 10 ** (next(places) % 4) % 10
            return found[1] + b"%d" % ((int(found[2]) + step) % 10)

        target = Path(folder, f"{turn:04d}")
        target.mkdir(parents=True, exist_ok=True)
        name = re.sub("wuhu|anqing|bengbu|芜湖市", f"city{turn:04d}-{number % len(texts):02d}", path.name)
        (target / name).write_bytes(FIGURE.sub(other, text))


if __name__ == "__main__":
    multiply(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
