#!/usr/bin/env python3
"""peer_stages.py PEER PLACE [ROUNDS]: a peer's part of the stages' bench, run with the Python that has the peers.

resiliparse and trafilatura clean the pages below a folder; jionlp reads the money out of a text. Prints one line of JSON.
"""
import json
import sys
import time
from pathlib import Path

peer, place, rounds = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 3


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    def page(data):
        return extract_plain_text(bytes_to_str(data, detect_encoding(data)), main_content=True)

    return page


def trafilatura():
    from trafilatura import extract

    return lambda data: extract(data, include_tables=True, with_metadata=True)


def jionlp():
    import contextlib
    import io

    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp

    def text(lines):
        return sum(len(jionlp.ner.extract_money(line, with_parsing=True)) for line in lines)

    return text


work = {"resiliparse": resiliparse, "trafilatura": trafilatura, "jionlp": jionlp}[peer]()
if peer == "jionlp":
    lines = [line for line in place.read_text().split("\n") if line.strip()]
    inputs, count, characters = [lines], 0, sum(map(len, lines))
    size = place.stat().st_size
else:
    inputs = [path.read_bytes() for path in sorted(place.rglob("*.htm*"))]
    count, characters, size = len(inputs), 0, sum(map(len, inputs))
walls, cpus, failed = [], [], 0
for _ in range(rounds):
    failed = 0
    wall, cpu = time.perf_counter(), time.process_time()
    for data in inputs:
        try:
            failed += not work(data)
        except Exception:
            failed += 1
    walls.append(time.perf_counter() - wall)
    cpus.append(time.process_time() - cpu)
print(json.dumps({"documents": count, "failed": failed, "bytes": size, "characters": characters,
                  "wall_s": min(walls), "cpu_s": min(cpus)}))
