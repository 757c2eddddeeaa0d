#!/usr/bin/env python3
"""stages.py --shared DIR --program StageBench: clean and extract alone, on one core, beside peers over the same pages.

Everybody passes a round in turn, each in a process of its own that reads its inputs first. CPU time decides: it is what
a core gives, whoever else wants it.
"""
import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path

from measuring import load, measure, seconds
from tables import table, today

PEERS = Path(__file__).parent / "peer_stages.py"


def run(command, log):
    sample = measure(command, log=log)
    if sample.code:
        return None, " ".join(sample.output.split())[-120:]
    said = json.loads(sample.output.strip().splitlines()[-1])
    said["peak"] = sample.peak
    return said, None


def contend(title, contenders, rounds, log, skipped):
    """The rounds of each, in turn; the first is this project's own."""
    said = {name: [] for name, _ in contenders}
    for _ in range(rounds):
        for name, command in contenders:
            if name not in said:
                continue
            one, why = run(command, log)
            if why and name == contenders[0][0]:
                # A peer may fail, this project's program may not.
                sys.exit(f"make bench: {name} failed: {why}")
            if why:
                skipped.append(f"{name}: not installed (make bench-peers)" if "ModuleNotFound" in why else f"{name}: {why}")
                del said[name]
                continue
            said[name].append(one)
            print(f"  {title}: {name:14} {one['cpu_s']:8.3f} s CPU {one['wall_s']:8.3f} s", file=sys.stderr, flush=True)
    return said


def least(said, field):
    return min(one[field] for one in said)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", required=True)
    parser.add_argument("--program", required=True, help="StageBench")
    parser.add_argument("--python", help="the Python that has the peers")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", default=".bench/work/stages")
    parser.add_argument("--to", default="build/bench")
    options = parser.parse_args()
    corpus = Path(options.shared) / "corpus"
    if not corpus.is_dir():
        print(f"Clean and extract alone are left out: the corpus is not in {options.shared}.")
        return
    work, to = Path(options.work), Path(options.to)
    work.mkdir(parents=True, exist_ok=True)
    to.mkdir(parents=True, exist_ok=True)
    python = options.python if options.python and Path(options.python).exists() else sys.executable
    ours, log, before = options.program, work / "log", load()
    pages, html = str(corpus), str(corpus / "html")

    skipped = []
    contenders = [("clean", [ours, "clean", html, "--rounds", "3"])]
    contenders += [(name, [python, str(PEERS), name, html, "1" if name == "trafilatura" else "3"]) for name in ("resiliparse", "trafilatura")]
    said = contend("clean", contenders, options.rounds, log, skipped)
    rows = []
    for name, samples in said.items():
        one, cpu = samples[0], least(samples, "cpu_s")
        rows.append(["this project's clean" if name == "clean" else name, f"{one['documents'] / cpu:.0f}",
                     f"{one['bytes'] / cpu / 1e6:.1f}", seconds(cpu), seconds(least(samples, "wall_s")), one["failed"]])
    largest = max(Path(html).rglob("*.html"), key=lambda path: path.stat().st_size)
    large = [("the largest of the corpus", largest)] + extremes(work)
    memory = []
    for name, page in large:
        one, why = run([ours, "clean", str(page), "--rounds", "1"], log)
        if why:
            sys.exit(f"make bench: clean failed: {why}")
        size = page.stat().st_size / 1e6
        allowed = 3 * size + 50
        held = ("met" if one["peak"] < allowed else "missed") + (", refused" if one["failed"] else "")
        memory.append([name, f"{size:.1f}", f"{one['peak']:.0f}", f"{allowed:.0f}", held])
    mean = sum(path.stat().st_size for path in Path(html).rglob("*.html")) / one_or(said, "documents")
    text = [
        f"Pages from memory, on one core, {one_or(said, 'documents')} pages of {mean / 1000:.0f} kB in the mean; {today()},"
        f" load {before} before, {load()} after. The least of {options.rounds} rounds.",
        table(["", "pages/s of CPU", "MB/s of CPU", "CPU s", "wall s", "pages without result"], rows),
        "Memory for large pages; the aim is under 3 x the page + 50 MB. All but the first are made for it: whatever a page"
        " can have hundreds of thousands of. Refused is what would take more.",
        table(["page", "MB", "peak MB", "aim: under", ""], memory),
    ]
    write(to / "clean.md", text, skipped)

    skipped = []
    body = work / "text.txt"
    with open(body, "wb") as file:
        subprocess.run([ours, "text", pages], stdout=file, check=True)
    # A part is enough to know a peer's speed.
    part = work / "part.txt"
    part.write_text(body.read_text(errors="ignore")[:300_000])
    contenders = [("extract", [ours, "extract", pages, "--rounds", "3"])]
    contenders += [("jionlp", [python, str(PEERS), "jionlp", str(part), "3"])]
    said = contend("extract", contenders, options.rounds, log, skipped)
    rows = []
    for name, samples in said.items():
        one, cpu = samples[0], least(samples, "cpu_s")
        speed = one["characters"] / cpu / 1e6
        if name == "extract":
            parts = [f"{one['characters'] / least(samples, part + '_cpu_s') / 1e6:.1f}" for part in ("normalize", "extract")]
            rows.append(["this project's normalize and extract", f"{speed:.2f}", f"{parts[0]} and {parts[1]}",
                         f"{one['observations'] / cpu:,.0f}", "met" if speed >= 10 else "missed"])
        else:
            rows.append([f"{name}, money only", f"{speed:.2f}", "", "", ""])
    text = [
        f"Bodies from memory, on one core; {today()}, load {before} before, {load()} after. The least of {options.rounds}"
        " rounds. The aim is 10 million characters a second.",
        table(["", "million characters/s of CPU", "each alone", "observations/s of CPU", "aim"], rows),
    ]
    write(to / "extract.md", text, skipped)
    shutil.rmtree(work, ignore_errors=True)


def extremes(work):
    """Pages of up to 21 MB, each of another thing that a page can have very many of."""
    head = "<html><head><title>2024年清河市年鉴</title></head><body><div>"
    text = "全市经济运行总体平稳，地区生产总值增长百分之五点二，居民收入稳步提高。"
    short = "第%d段，全市经济运行总体平稳。"
    kinds = [
        ("paragraphs", 90_000, f"<p>第%d段：{text}{text}</p>\n", "utf-8"),
        ("paragraphs in GB18030", 200_000, f"<p>第%d段：{text}工作稳步。</p>\n", "gb18030"),
        ("paragraphs in UTF-16", 180_000, f"<p>第%d段：{text}</p>\n", "utf-16"),
        ("short paragraphs", 380_000, f"<p>{short}", "utf-8"),
        ("short lines", 380_000, f"{short}<br>", "utf-8"),
        ("short items", 350_000, f"<li>{short}</li>", "utf-8"),
        ("cells of one row", 200_000, "<td>第%d格</td>", "utf-8"),
        ("cells without a table", 350_000, "<td>单元格之%d的内容，有一些文字在里面</td>", "utf-8"),
        ("tables of one row", 107_000, f"<table><tr><td>第%d行第一格：{text}</td><td>第二格，其后还有</td></tr></table>\n", "utf-8"),
        ("links in one line", 300_000, "<a href='/content/2024/%d.html'>第%d条标题</a>", "utf-8"),
        ("spans in each other", 95_000, "<span><span>第%d</span>段</span>", "utf-8"),
        ("entities", 1_800_000, "&#20013;&amp;", "utf-8"),
        ("sentences of one paragraph", 190_000, text, "utf-8"),
        ("lines of a text", 190_000, f"第%d段：{text}\n", "utf-8"),
        ("short lines of a text", 175_000, f"{short}\n", "utf-8"),
        ("paragraphs of three letters, more than the limits", 950_000, "<p>第%d段", "utf-8"),
        ("lines of three letters, more than the limits", 950_000, "第%d段\n", "utf-8"),
    ]
    pages = []
    for number, (name, count, piece, charset) in enumerate(kinds):
        is_text = "<" not in piece and "&" not in piece and name != "sentences of one paragraph"
        path = work / f"extreme-{number}.{'txt' if is_text else 'html'}"
        # Piece by piece: what the bench itself holds would count for the programs that it starts.
        with open(path, "w", encoding=charset) as file:
            file.write("" if is_text else head + ("<table><tr>" if name == "cells of one row" else ""))
            file.writelines(piece.replace("%d", str(index)) for index in range(count))
        pages.append((f"{count:,} {name}", path))
    return pages


def one_or(said, field):
    return next((samples[0][field] for samples in said.values() if samples), 1)


def write(path, parts, skipped):
    if skipped:
        parts.append("Left out: " + "; ".join(skipped) + ".")
    path.write_text("\n\n".join(parts) + "\n")
    print(path.read_text())


if __name__ == "__main__":
    main()
