#!/usr/bin/env python3
"""bench.py SHARED PROGRAM: time and memory of a cold run and of one with nothing to do.

Each row is the best of three, in a process of its own. Peers are compared in a later version; they are named below.
"""
import json
import os
import shutil
import sys
import time
from pathlib import Path

shared, program = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
work = Path("build/bench").resolve()
PEERS = ("ninja", "resiliparse", "trafilatura", "jionlp", "sqlite3 .import")


def measure(config):
    """Seconds of wall time, seconds of CPU time and megabytes at the peak."""
    start = time.perf_counter()
    child = os.posix_spawn(program, [program, "run", "--config", str(config), "--quiet"], os.environ)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 65):
        sys.exit(f"make bench: the program ended with {code}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000


def best(rows):
    return min(row[0] for row in rows), min(row[1] for row in rows), max(row[2] for row in rows)


def bench(name, globs):
    folder = work / name
    cold, idle = [], []
    for _ in range(3):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        config = folder / "pipeline.json"
        config.write_text(json.dumps({"sources": [{"files": globs}], "store": "s.sqlite", "warehouse": "w.sqlite"}))
        cold.append(measure(config))
        idle.append(measure(config))
    for label, rows in (("cold", cold), ("nothing to do", idle)):
        wall, cpu, memory = best(rows)
        print(f"{name:10}  {label:14}{wall:8.3f} s{cpu:9.3f} s{memory:9.1f} MB", flush=True)


print(f"{'documents':10}  {'run':14}{'wall':>10}{'CPU':>11}{'peak':>12}")
here = Path.cwd()
bench("samples", [f"{here}/samples/**/*.html", f"{here}/samples/**/*.txt"])
if (shared / "corpus").is_dir():
    bench("corpus", [f"{shared}/corpus/**/*.html", f"{shared}/corpus/**/*.txt"])
else:
    print(f"corpus      skipped: not in {shared}")
print(f"Not compared yet: {', '.join(PEERS)}.")
