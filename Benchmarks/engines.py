#!/usr/bin/env python3
"""engines.py --shared DIR --program EngineBench [...]: engines side by side over generated files.

All contenders pass each phase in turn before the next begins, several rounds of it, so that what else the machine does
falls on all alike. The least of the rounds is reported, the median beside it in brackets.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import tables
from contenders import contender
from measuring import cores, load

# Between an edit and the run, for tools whose clock ticks in whole seconds.
PAUSE = 1.05
ALL = ["ninja", "make", "doit", "dvc", "cocoindex", "ref"]


class Bench:
    def __init__(self, options):
        self.count = options.count
        self.size = options.size or (20_000 if options.count <= 10_000 else 4_000)
        self.rounds, self.limit, self.jobs = options.rounds, options.limit, options.jobs or cores()
        self.shared, self.engine = Path(options.shared).resolve(), Path(options.program).resolve()
        self.work = Path(options.work).resolve() / f"engines-{self.count}-{self.size}"
        python = Path(options.python).absolute() if options.python else None
        self.python = python if python and python.exists() else None
        self.walk = self.work / "walk.out"
        self.names = ALL if options.peers == "all" else options.peers.replace(",", " ").split()
        self.skipped, self.contenders, self.loads = [], [], []
        self.inputs = 0

    # Setting up

    def set_up(self):
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)
        source = self.work / "files"
        here = Path(__file__).parent
        say(f"generating {self.count} files of {self.size} bytes")
        # In a process of its own: this one has to stay small, see measure().
        subprocess.run([sys.executable, here / "generate.py", source, str(self.count), str(self.size)], check=True)
        compiler = shutil.which("cc") or shutil.which("clang")
        names = ["engine"] + (["walk"] if compiler else []) + self.names
        if compiler:
            subprocess.run([compiler, "-O2", "-o", self.walk, here / "walk.c"], check=True)
        else:
            self.skipped.append("the walk in C: no C compiler")
        for name in names:
            one = contender(name, self.work / name, self)
            if why := one.missing():
                self.skipped.append(f"{one.title}: {why}")
                continue
            one.folder.mkdir()
            subprocess.run(["cp", "-rl", source, one.folder / "src"], check=True)
            self.contenders.append(one)
        for one in list(self.contenders):
            try:
                one.prepare()
            except RuntimeError as error:
                self.drop(one, str(error))
        subprocess.run(["rm", "-rf", source], check=True)
        # So that nobody has to take a file for one that may still change (the reference waits two seconds).
        time.sleep(2.1)

    def drop(self, one, why):
        self.contenders.remove(one)
        self.skipped.append(f"{one.title}: {why}")
        say(f"{one.title} is left out: {why}")

    # Phases

    def run_all(self):
        self.cold()
        for _ in range(self.rounds):
            self.phase("no-op", lambda round: None)
        for round in range(self.rounds):
            self.phase("changed", lambda name: self.append(name), self.file(17 + round))
        for round in range(self.rounds):
            self.phase("white space", lambda name: self.widen(name), self.file(42 + round))
        for round in range(self.rounds):
            self.phase("touched", lambda name: os.utime(self.anywhere(name)), self.file(23 + round))
        self.phase("deleted", self.delete, self.file(99))
        for one in self.contenders:
            one.measure_state()

    def cold(self):
        for one in list(self.contenders):
            if one.name == "walk":
                continue
            for round in range(self.rounds):
                if round:
                    one.forget()
                    one.prepare()
                os.sync()
                if not self.run(one, "cold"):
                    break
                # Once is enough of what takes long.
                if one.samples["cold"][-1].wall > 20:
                    break
        engine = next((one for one in self.contenders if one.name == "engine"), None)
        if engine:
            # With one worker the engine's own wall time is a plain difference.
            engine.jobs = 1
            for _ in range(self.rounds):
                engine.forget()
                os.sync()
                self.run(engine, "cold, one worker")
            engine.jobs = None

    def phase(self, name, edit, file=None):
        edit(file)
        if file:
            time.sleep(PAUSE)
        for one in list(self.contenders):
            if name == "deleted":
                one.deleted()
            if one.name == "walk" and name != "no-op":
                continue
            self.run(one, name)

    def run(self, one, phase):
        self.loads.append(os.getloadavg()[0])
        sample = one.run(phase)
        say(f"  {one.title:26} {phase:17} {sample.wall:9.3f} s  {sample.cpu:8.3f} s CPU  {sample.peak:7.1f} MB"
            f"  {one.steps.get(phase) or ''}")
        if sample.code:
            tail = " ".join(sample.output.split())[-200:]
            why = f"longer than {self.limit} s" if sample.code == -9 else f"ended with {sample.code} {tail}"
            self.drop(one, f"{phase}: {why}")
            return False
        if phase == "cold" and not self.inputs and hasattr(sample, "details"):
            self.inputs = sample.details["input_bytes"]
        return True

    # Edits

    def file(self, number):
        number = number % self.count
        return f"src/{number // 100:03d}/d{number:06d}.txt"

    def anywhere(self, name):
        return self.contenders[0].folder / name

    def append(self, name):
        with open(self.anywhere(name), "ab") as file:
            file.write(b"Some NEW words at the end\n")

    def widen(self, name):
        """More blanks between the words of some lines: the first stage makes the same of it. In place, for all links."""
        path = self.anywhere(name)
        rows = path.read_bytes().split(b"\n")
        rows[1:9] = [row.replace(b" ", b"   ") for row in rows[1:9]]
        with open(path, "r+b") as file:
            file.write(b"\n".join(rows))

    def delete(self, name):
        for one in self.contenders:
            (one.folder / name).unlink()


def say(text):
    print(text, file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", required=True)
    parser.add_argument("--program", required=True, help="EngineBench")
    parser.add_argument("--python", help="the Python that has the peers")
    parser.add_argument("--peers", default="ninja make ref", help="names, or all")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--size", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("--limit", type=int, default=1800, help="seconds after which a run is ended")
    parser.add_argument("--work", default=".bench/work")
    parser.add_argument("--to", default="build/bench")
    options = parser.parse_args()
    bench = Bench(options)
    say(f"load before: {load()}")
    bench.set_up()
    try:
        bench.run_all()
    finally:
        text = tables.engines(bench)
        folder = Path(options.to)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"engines-{bench.count}-{bench.size}.md").write_text(text)
        (folder / f"engines-{bench.count}-{bench.size}.json").write_text(json.dumps(tables.raw(bench), indent=1))
        shutil.rmtree(bench.work, ignore_errors=True)
    print(text)
    # A peer may fail, this project's engine may not.
    if all(one.name != "engine" for one in bench.contenders):
        sys.exit("make bench: the engine failed")


if __name__ == "__main__":
    main()
