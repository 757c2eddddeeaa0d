#!/usr/bin/env python3
"""sentences.py SHARED PROGRAM: reads each sentence of SHARED/score/sentences.jsonl with `gongbao read`, which is told what the
sentence's report says of it, and counts the rows that are right in value, unit, measure, comparator, period and status.

The last line is JSON: rows, right, share, and how many figures were read that no row has. With -v the wrong rows stand before.
"""
import json
import subprocess
import sys
from pathlib import Path

shared, program = Path(sys.argv[1]), sys.argv[2]
sys.path.insert(0, str(shared / "score"))
from canon import canon  # noqa: E402
from score import number, unit  # noqa: E402


def arguments(context):
    """What `gongbao read` is told; its year is that of the report, which looks back on the one before."""
    options = []
    if context.get("area"):
        options += ["--area", context["area"]]
    year, section = context.get("report_year"), context.get("section")
    if year:
        is_of_one_year = context["report_type"] == "statistical_bulletin"
        if is_of_one_year or section == "review" and context.get("review_year") == year:
            year += 1
        options += ["--year", str(year)]
    if section in ("review", "plan"):
        options += ["--section", section]
    return options


def figures(sentence):
    done = subprocess.run(
        [program, "read", "--json", *arguments(sentence["context"])], input=sentence["input"], capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def wrong(row, figure):
    """The fields in which a figure is not what the row says."""
    pairs = ("value", "value_text"), ("value_high", "value_high")
    fields = [name for name, read in pairs if number(figure.get(read)) != number(row.get(name))]
    if unit(figure.get("unit")) != unit(row["unit"]):
        fields.append("unit")
    plain = ("measure", "comparator", "period", "status")
    return fields + [name for name in plain if (figure.get(name) or None) != (row.get(name) or None)]


def overlap(one, other):
    return canon(one) in canon(other) or canon(other) in canon(one)


rows = right = surplus = 0
for line in (shared / "score" / "sentences.jsonl").read_text().splitlines():
    sentence = json.loads(line)
    left = figures(sentence)
    for row in sentence["rows"]:
        rows += 1
        found = [figure for figure in left if overlap(figure["quote"], row["quote"])]
        best = min(found, key=lambda figure: (len(wrong(row, figure)), figure["quote"] != row["quote"]), default=None)
        if best is not None:
            left.remove(best)
        fields = ["not found"] if best is None else wrong(row, best)
        right += not fields
        if fields and "-v" in sys.argv:
            print(sentence["id"], row["quote"], row["indicator"], ", ".join(fields))
    known = [one if isinstance(one, str) else one.get("quote", "") for one in sentence["attributes"]]
    surplus += sum(not any(overlap(figure["quote"], one) for one in known) for figure in left)
print(json.dumps({"rows": rows, "right": right, "share": round(right / rows, 4), "surplus": surplus}))
