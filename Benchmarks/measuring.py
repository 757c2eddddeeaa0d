"""One process measured, and what several measurements say."""
import os
import resource
import statistics
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Sample:
    """Seconds of wall time, seconds of CPU time and megabytes at the peak, of a process and all that it waited for."""

    wall: float
    cpu: float
    peak: float
    code: int = 0
    output: str = ""


def measure(command, folder=".", env=None, log=None, limit=None):
    """Runs a command to its end. The peak is at least that of this program, some 15 MB: the system counts it so."""
    with open(log or os.devnull, "wb") as file:
        start = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=file, stderr=file,
                                 start_new_session=True)
        status, usage = wait(child.pid, start + limit if limit else None)
        wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    output = open(log, errors="replace").read() if log else ""
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6, child.returncode, output)


def wait(process, end):
    if end is None:
        _, status, usage = os.wait4(process, 0)
        return status, usage
    pause = 0.0005
    while True:
        done, status, usage = os.wait4(process, os.WNOHANG)
        if done:
            return status, usage
        if time.perf_counter() > end:
            # The command leads its own group: nothing that it started stays behind.
            os.killpg(process, 9)
            _, status, usage = os.wait4(process, 0)
            return status, usage
        # A longer run bears a longer look.
        time.sleep(pause)
        pause = min(0.05, pause * 1.05)


def wall(samples):
    """The least is what the program needs; the median says how noisy the machine was."""
    if not samples:
        return ""
    least = min(sample.wall for sample in samples)
    if len(samples) == 1:
        return seconds(least)
    return f"{seconds(least)} ({seconds(statistics.median(sample.wall for sample in samples))})"


def cpu(samples):
    return seconds(min(sample.cpu for sample in samples)) if samples else ""


def peak(samples):
    if not samples:
        return ""
    highest, least = max(sample.peak for sample in samples), own_peak()
    return f"{highest:.0f}" if highest > least + 1 else f"< {least:.0f}"


def own_peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def seconds(value):
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def load():
    return f"{os.getloadavg()[0]:.1f}"


def cores():
    return len(os.sched_getaffinity(0))
