"""Who runs in the engine's bench: this project's engine, the walk in C, and the peers.

The peers' adapters lie in SHARED/bench/tools, a shell file each: prepare (untimed), run_it (timed), on_delete, statedir.
Each has a folder of its own in which src holds the same files: hard links, so that one edit is everybody's.
"""
import json
import os
import shutil
import subprocess
from pathlib import Path

from measuring import measure

NAMES = {"engine": "this engine", "walk": "readdir + fstatat in C", "ref": "45-line SQLite reference",
         "cocoindex": "CocoIndex", "dvc": "DVC", "make": "GNU make"}


class Contender:
    def __init__(self, name, folder, bench):
        self.name, self.folder, self.bench = name, folder, bench
        self.title = NAMES.get(name, name)
        self.samples, self.steps, self.state = {}, {}, 0

    def missing(self):
        """What keeps it from running here; None when nothing does."""

    def prepare(self):
        pass

    def deleted(self):
        pass

    def run(self, phase):
        sample = measure(self.command(), self.folder, self.environment(), self.folder / f"log.{phase}", self.bench.limit)
        self.samples.setdefault(phase, []).append(sample)
        if sample.code == 0:
            self.steps[phase] = self.counted(sample)
        return sample

    def command(self):
        raise NotImplementedError

    def environment(self):
        return None

    def counted(self, sample):
        return None

    def forget(self):
        """Back to the state before the first run, the sources aside."""
        for path in self.folder.iterdir():
            if path.name != "src":
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def measure_state(self):
        self.state = 0

    def size(self, paths):
        total = 0
        for path in paths:
            for top in self.folder.glob(path):
                files = top.rglob("*") if top.is_dir() else [top]
                total += sum(file.lstat().st_size for file in files if file.is_file())
        return total


class Engine(Contender):
    """This project's engine with trivial stages (Benchmarks/EngineBench)."""

    jobs = None

    def command(self):
        jobs = self.jobs or self.bench.jobs
        return [str(self.bench.engine), "src", "store.sqlite", "--jobs", str(jobs)]

    def counted(self, sample):
        # What the program says of itself goes along for the table of the engine's own cost.
        sample.details = json.loads(sample.output)
        return f"{plural(sample.details['ran'], 'stage')}, {plural(sample.details['read'], 'file')} read"

    def measure_state(self):
        self.state = self.size(["store.sqlite*"])


class Walk(Contender):
    def command(self):
        return [str(self.bench.walk), "src"]


class Adapter(Contender):
    """A peer by its shell file."""

    programs = {"ninja": ["ninja"], "make": ["make"], "ref": []}
    modules = {"doit": "doit", "dvc": "dvc", "cocoindex": "cocoindex"}

    def missing(self):
        if not self.script.exists():
            return f"no adapter in {self.bench.shared}/bench/tools"
        for program in self.programs.get(self.name, []):
            if not shutil.which(program):
                return "not installed"
        if module := self.modules.get(self.name):
            if not self.bench.python:
                return "not installed (make bench-peers)"
            code = f"import importlib.util as u, sys; sys.exit(u.find_spec('{module}') is None)"
            if subprocess.run([self.bench.python, "-c", code], capture_output=True).returncode:
                return "not installed (make bench-peers)"
        return None

    @property
    def script(self):
        return self.bench.shared / "bench" / "tools" / f"{self.name}.sh"

    def environment(self):
        python = self.bench.python or shutil.which("python3")
        return {**os.environ, "HERE": str(self.bench.shared / "bench"), "W": str(self.folder), "PY": str(python),
                "BIN": str(Path(python).parent), "J": str(self.bench.jobs), "N": str(self.bench.count),
                "PYTHONDONTWRITEBYTECODE": ""}

    def call(self, function):
        return ["bash", "-c", f'. "{self.script}" && {function}']

    def command(self):
        return self.call("run_it")

    def prepare(self):
        done = subprocess.run(self.call("prepare"), cwd=self.folder, env=self.environment(), capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{self.name}: prepare failed: {done.stderr.strip()[-300:]}")

    def deleted(self):
        script = f'. "{self.script}" && if [ "$(type -t on_delete)" = function ]; then on_delete; fi'
        subprocess.run(["bash", "-c", script], cwd=self.folder, env=self.environment(), capture_output=True)

    def run(self, phase):
        # What is newer than this was made by the run.
        mark = self.folder / ".mark"
        mark.touch()
        self.mark = mark.stat().st_mtime_ns
        return super().run(phase)

    def counted(self, sample):
        count = self.folder / "steps.count"
        if count.exists():
            text = count.read_text().strip()
            count.unlink()
            return plural(int(text), "step")
        made = sum(
            entry.stat().st_mtime_ns > self.mark
            for folder, _, _ in os.walk(self.folder / "out")
            for entry in os.scandir(folder)
            if entry.is_file()
        )
        return f"{plural(made, 'file')} made"

    def measure_state(self):
        named = subprocess.run(self.call('echo "$statedir"'), cwd=self.folder, env=self.environment(),
                               capture_output=True, text=True).stdout.split()
        inside = [path for path in named if not path.startswith("/")]
        # Where the results are files they are part of what is kept.
        self.state = self.size(inside + [path + "-wal" for path in inside] + ["out"])


def plural(count, noun):
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def contender(name, folder, bench):
    kind = {"engine": Engine, "walk": Walk}.get(name, Adapter)
    return kind(name, folder, bench)
