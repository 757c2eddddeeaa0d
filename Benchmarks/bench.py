#!/usr/bin/env python3
"""bench.py --shared DIR --program gongbao: time, memory and disk of the whole pipeline, from web page to warehouse.

Cold; with nothing to do; and with a warehouse that somebody touched, so that everything that it says it holds is
compared with what it holds. Over the samples, the corpus where it is, and reports made of the samples.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from measuring import cores, cpu, load, measure, peak, wall
from tables import row, table, today

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent


class Pipeline:
    def __init__(self, name, globs, folder, options):
        self.name, self.folder, self.options = name, folder, options
        self.inputs = [path for glob in globs for path in Path("/").glob(glob.lstrip("/"))]
        self.config = folder / "pipeline.json"
        self.globs = globs

    def forget(self):
        shutil.rmtree(self.folder / "run", ignore_errors=True)
        (self.folder / "run").mkdir(parents=True)
        content = {"sources": [{"files": self.globs}], "store": "run/store.sqlite", "warehouse": "run/warehouse.sqlite"}
        self.config.write_text(json.dumps(content))

    def run(self):
        command = [self.options.program, "run", "--config", str(self.config), "--quiet"]
        if self.options.jobs:
            command += ["--jobs", str(self.options.jobs)]
        sample = measure(command, log=self.folder / "log")
        # 65: documents that fail, which the corpus has.
        if sample.code not in (0, 65):
            sys.exit(f"make bench: the program ended with {sample.code}: {sample.output[-500:]}")
        return sample

    def measure(self):
        cold, idle, compared = [], [], []
        for _ in range(self.options.rounds):
            self.forget()
            cold.append(self.run())
            for _ in range(self.options.rounds):
                idle.append(self.run())
            for _ in range(self.options.rounds):
                # A time is all that differs: the run must find out by itself that the rows are right.
                os.utime(self.folder / "run" / "warehouse.sqlite")
                compared.append(self.run())
            if cold[-1].wall > 60:
                break
        documents = len(self.inputs)
        given = sum(path.stat().st_size for path in self.inputs)
        kept = sum(path.stat().st_size for path in (self.folder / "run").glob("store.sqlite*"))
        loaded = sum(path.stat().st_size for path in (self.folder / "run").glob("warehouse.sqlite*"))
        rate = documents / min(sample.wall for sample in cold)
        return [self.name, f"{documents:,}", wall(cold), cpu(cold), f"{rate:.0f}", wall(idle), cpu(idle), wall(compared),
                cpu(compared), f"{peak(cold)} / {peak(idle)} / {peak(compared)}", f"{given / 1e6:.1f}",
                f"{kept / given:.2f} x", f"{loaded / given:.2f} x"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", required=True)
    parser.add_argument("--program", required=True)
    parser.add_argument("--documents", type=int, default=2000, help="reports to make of the samples")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("--work", default=".bench/work")
    parser.add_argument("--to", default="build/bench")
    options = parser.parse_args()
    options.program = str(Path(options.program).resolve())
    work = Path(options.work).resolve() / "pipeline"
    shutil.rmtree(work, ignore_errors=True)
    corpus = Path(options.shared).resolve() / "corpus"
    sets = [("samples", [f"{ROOT}/samples/**/*.html", f"{ROOT}/samples/**/*.txt"])]
    notes = []
    if corpus.is_dir():
        sets.append(("corpus", [f"{corpus}/**/*.html", f"{corpus}/**/*.txt"]))
    else:
        notes.append(f"The corpus is left out: it is not in {options.shared}.")
    if options.documents:
        made = work / "made"
        regions = ROOT / "Sources" / "Lexicon" / "Data" / "regions.tsv"
        subprocess.run([sys.executable, HERE / "multiply.py", ROOT / "samples", regions, made, str(options.documents)],
                       check=True)
        sets.append(("made of the samples", [f"{made}/**/*.html", f"{made}/**/*.txt"]))
    rows, before = [], load()
    for name, globs in sets:
        folder = work / name.replace(" ", "-")
        folder.mkdir(parents=True)
        rows.append(Pipeline(name, globs, folder, options).measure())
        print(row(*rows[-1]), file=sys.stderr, flush=True)
    shutil.rmtree(work, ignore_errors=True)
    head = ["", "documents", "cold", "CPU", "documents/s", "no-op", "CPU", "everything compared", "CPU",
            "peak MB, each", "input MB", "store / input", "warehouse / input"]
    text = "\n\n".join([
        f"The whole pipeline, {options.jobs or cores()} workers on {cores()} cores; {today()}. Seconds of wall time: the"
        f" least of {options.rounds} rounds, and in brackets the median.",
        table(head, rows),
        *notes,
        f"Load of the machine: {before} before, {load()} after.",
    ]) + "\n"
    Path(options.to).mkdir(parents=True, exist_ok=True)
    Path(options.to, "pipeline.md").write_text(text)
    print(text)


if __name__ == "__main__":
    main()
