#!/usr/bin/env python3
"""score.py SHARED PROGRAM: runs the program over the gold and the corpus, then the scorers, and prints one table.

Pipelines and warehouses lie under build/score. Where SHARED has no scorers, it says so and ends well.
"""
import json
import shutil
import subprocess
import sys
from pathlib import Path

shared, program = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
scorers, gold, corpus = shared / "score", shared / "gold", shared / "corpus"
work = Path("build/score").resolve()


def run(name, globs):
    """A run of its own over the globs; the path of its warehouse."""
    folder = work / name
    # What an older program made there says nothing of this one.
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    config = folder / "pipeline.json"
    text = json.dumps({"name": name, "sources": [{"files": globs}], "store": "store.sqlite", "warehouse": "warehouse.sqlite"}, indent=2)
    if not config.exists() or config.read_text() != text:
        config.write_text(text)
    print(f"running {name}", flush=True)
    done = subprocess.run([program, "run", "--config", config, "--quiet"])
    if done.returncode not in (0, 65):
        sys.exit(done.returncode)
    return folder / "warehouse.sqlite"


def figures(scorer, *arguments):
    """What a scorer says in its last line."""
    done = subprocess.run([sys.executable, scorer, *arguments], capture_output=True, text=True)
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return {}
    return json.loads(done.stdout.strip().splitlines()[-1])


if not (scorers / "score.py").exists():
    print(f"make score: there are no scorers in {scorers}; set SHARED to the folder that holds score, gold and corpus.")
    sys.exit(0)

of_gold = run("gold", [f"{gold}/[0-9]*.txt", f"{gold}/*.html"])
of_corpus = run("corpus", [f"{corpus}/html/reports/*.html", f"{corpus}/text/**/*.txt"])
pairs = []
for rows in sorted(gold.glob("*.jsonl")):
    texts = [rows.with_suffix(".txt"), rows.with_suffix(".html.txt")]
    pairs += [(text, rows) for text in texts if text.exists()]
observations = figures(scorers / "score.py", of_gold, *[part for pair in pairs for part in pair])
each = [(text.name, figures(scorers / "score.py", of_gold, text, rows)) for text, rows in pairs]
pages = figures(scorers / "pages.py", of_corpus, gold / "pages.jsonl")
documents = figures(scorers / "documents.py", of_gold, gold / "documents.jsonl")
facts = figures(scorers / "facts.py", of_corpus, corpus / "facts.csv")
sentences = figures(Path(__file__).with_name("sentences.py"), shared, program)

table = [("observations", key, value) for key, value in observations.items()]
for name, found in each:
    table += [(name, key, found.get(key)) for key in ("f1", "exact")]
table += [("sentences", key, value) for key, value in sentences.items()]
table += [("pages", key, value) for key, value in pages.items()]
table += [("documents", key, value) for key, value in documents.items()]
table += [("facts", key, value) for key, value in facts.items()]
width = max(len(row[0]) for row in table), max(len(row[1]) for row in table)
print(f"\n{'what':{width[0]}}  {'figure':{width[1]}}    value")
last = None
for what, key, value in table:
    shown = f"{value:9.4f}" if isinstance(value, float) else f"{str(value):>9}"
    print(f"{what if what != last else '':{width[0]}}  {key:{width[1]}}{shown}")
    last = what
