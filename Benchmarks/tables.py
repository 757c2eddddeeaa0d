"""What was measured, as Markdown."""
import datetime
import statistics

from measuring import cores, cpu, peak, seconds, wall


def row(*cells):
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def table(head, rows):
    return "\n".join([row(*head), row(*["---"] * len(head)), *[row(*cells) for cells in rows]])


def today():
    return datetime.date.today().isoformat()


def least(one, phase, clock="wall"):
    samples = one.samples.get(phase, []) if one else []
    return min((getattr(sample, clock) for sample in samples), default=None)


def verdict(value, limit):
    return "" if value is None or limit is None else "met" if value < limit else "missed"


def engines(bench):
    parts = [
        f"{bench.count:,} files of {bench.size:,} bytes, {bench.rounds} rounds, {bench.jobs} workers on {cores()} cores;"
        f" {today()}. Seconds of wall time: the least, and in brackets the median.",
        contenders(bench),
    ]
    if any(one.name == "engine" for one in bench.contenders):
        parts.append(aims(bench))
    if bench.skipped:
        parts.append("Left out: " + "; ".join(bench.skipped) + ".")
    if bench.loads:
        low, high = min(bench.loads), max(bench.loads)
        parts.append(
            f"Load of the machine meanwhile: {low:.1f} to {high:.1f}, {statistics.mean(bench.loads):.1f} in the mean"
            f" (the bench itself is up to {bench.jobs} of it)."
        )
    return "\n\n".join(parts) + "\n"


def contenders(bench):
    head = ["", "cold", "CPU", "no-op", "CPU", "one changed", "white space only", "touched only", "one deleted",
            "peak MB cold / no-op", "kept on disk / input"]
    rows = []
    for one in sorted(bench.contenders, key=lambda one: least(one, "no-op") or 0):
        samples = one.samples

        def both(phase):
            text = wall(samples.get(phase, []))
            steps = one.steps.get(phase)
            return f"{text}: {steps}" if text and steps else text

        share = f"{one.state / bench.inputs:.2f}" if one.state and bench.inputs else ""
        rows.append([
            one.title, wall(samples.get("cold", [])), cpu(samples.get("cold", [])), wall(samples.get("no-op", [])),
            cpu(samples.get("no-op", [])), both("changed"), both("white space"), both("touched"),
            wall(samples.get("deleted", [])),
            f"{peak(samples.get('cold', [])) or '-'} / {peak(samples.get('no-op', []))}", share,
        ])
    return table(head, rows)


def aims(bench):
    found = {one.name: one for one in bench.contenders}
    ours, walk, ninja = found["engine"], found.get("walk"), found.get("ninja")
    idle, floor, other = least(ours, "no-op"), least(walk, "no-op"), least(ninja, "no-op")
    rows = []

    def add(what, value, aim, beside, met):
        rows.append([what, value, aim, beside, met])

    if idle is not None:
        if bench.count <= 10_000:
            add("no-op", f"{seconds(idle)} s ({seconds(least(ours, 'no-op', 'cpu'))} s CPU)", "faster than ninja",
                f"ninja {seconds(other)} s ({seconds(least(ninja, 'no-op', 'cpu'))} s CPU)" if other else "not run",
                verdict(idle, other))
        if floor is not None:
            add("no-op over the walk in C", f"{idle / floor:.1f} x", "under 2 x" if bench.count >= 100_000 else "",
                f"walk {seconds(floor)} s", verdict(idle, 2 * floor) if bench.count >= 100_000 else "")
    for phase, what in (("changed", "one file changed, over a no-op"), ("deleted", "one file deleted, over a no-op")):
        changed = least(ours, phase)
        if idle is None or changed is None:
            continue
        peers = least(ninja, phase)
        work = least(ours, phase, "cpu") - least(ours, "no-op", "cpu")
        add(what, f"{(changed - idle) * 1000:.0f} ms ({work * 1000:.0f} ms CPU)", "under 30 ms" if phase == "changed" else "",
            f"ninja {(peers - other) * 1000:.0f} ms" if peers and other else "",
            verdict(changed - idle, 0.030) if phase == "changed" else "")
    for phase, wanted, what in (("white space", "1 stage, 1 file read", "white space changed"),
                                ("touched", "0 stages, 1 file read", "touched only")):
        if phase in ours.steps:
            add(what, ours.steps[phase], wanted, "", "met" if ours.steps[phase] == wanted else "missed")
    for phase, workers in (("cold, one worker", "one worker"), ("cold", f"{bench.jobs} workers")):
        details = [sample.details for sample in ours.samples.get(phase, []) if hasattr(sample, "details")]
        if not details:
            continue
        own = min(one["own_us_per_step"] for one in details)
        processor = min(one["own_cpu_us_per_step"] for one in details)
        total = min(one["total_us_per_step"] for one in details)
        # With more workers than one, waiting counts too: only the first is the figure.
        add(f"own cost a stage and document, {workers}", f"{own / 1000:.4f} ms wall, {processor / 1000:.4f} ms CPU",
            "under 0.05 ms", f"in all {total / 1000:.4f} ms" + reference(found.get("ref"), phase, bench),
            verdict(own, 50) if workers == "one worker" else "")
    for phase in ("cold", "no-op"):
        samples = ours.samples.get(phase, [])
        if samples:
            highest = max(sample.peak for sample in samples)
            beside = f"ninja {peak(ninja.samples[phase])} MB" if ninja and phase in ninja.samples else ""
            add(f"peak memory, {phase}", f"{highest:.0f} MB", "under 100 MB", beside, verdict(highest, 100))
    if ours.state and bench.inputs:
        share = ours.state / bench.inputs
        ref = found.get("ref")
        add("store over input", f"{share:.2f} x", "under 0.7 x",
            f"reference {ref.state / bench.inputs:.2f} x" if ref and ref.state else "", verdict(share, 0.7))
    return table(["this engine", "measured", "aim", "beside", ""], rows)


def reference(ref, phase, bench):
    cold = least(ref, "cold")
    return f", reference {cold * 1000 / (bench.count * 3):.4f} ms" if cold and phase == "cold, one worker" else ""


def raw(bench):
    """Every sample, for who wants to look again."""
    return {
        "count": bench.count, "size": bench.size, "rounds": bench.rounds, "workers": bench.jobs, "cores": cores(),
        "date": today(), "inputs": bench.inputs, "skipped": bench.skipped, "loads": bench.loads,
        "contenders": {
            one.name: {
                "state": one.state, "steps": one.steps,
                "phases": {
                    phase: [{"wall": s.wall, "cpu": s.cpu, "peak": s.peak, **getattr(s, "details", {})} for s in samples]
                    for phase, samples in one.samples.items()
                },
            }
            for one in bench.contenders
        },
    }
