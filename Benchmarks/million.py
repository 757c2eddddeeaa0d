#!/usr/bin/env python3
"""million.py PROGRAM [COUNT=1000000] [BYTES=200]: the engine's memory and time over very many files, for make soak.

Needs some 10 GB of disk for a million, all of it given back.
"""
import json
import shutil
import subprocess
import sys
from pathlib import Path

from measuring import load, measure, seconds
from tables import table, today

program = Path(sys.argv[1]).resolve()
count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
size = int(sys.argv[3]) if len(sys.argv) > 3 else 200
work = Path(".bench/work").resolve() / f"files-{count}"
shutil.rmtree(work, ignore_errors=True)
work.mkdir(parents=True)
try:
    subprocess.run([sys.executable, Path(__file__).parent / "generate.py", work / "src", str(count), str(size)], check=True)
    rows, aim = [], 150
    for phase in ("cold", "no-op", "no-op"):
        sample = measure([program, "src", "store.sqlite"], work, log=work / "log")
        if sample.code:
            sys.exit(f"{phase}: ended with {sample.code}: {sample.output}")
        said = json.loads(sample.output)
        rows.append([phase, f"{seconds(sample.wall)} s", f"{seconds(sample.cpu)} s", f"{sample.peak:.0f} MB",
                     "met" if sample.peak < aim else "missed", f"{said['own_cpu_us_per_step']:.1f} µs",
                     f"{said['store_bytes'] / said['input_bytes']:.2f} x"])
        print(*rows[-1], file=sys.stderr, flush=True)
finally:
    # rm is quicker at this than Python.
    subprocess.run(["rm", "-rf", work], check=True)
text = "\n\n".join([
    f"{count:,} files of {size} bytes; {today()}, load of the machine {load()}. The aim is a peak under {aim} MB.",
    table(["", "wall", "CPU", "peak", "", "own CPU a stage and document", "store / input"], rows),
]) + "\n"
Path("build/bench").mkdir(parents=True, exist_ok=True)
Path(f"build/bench/files-{count}.md").write_text(text)
print(text)
sys.exit("missed" in (row[4] for row in rows))
