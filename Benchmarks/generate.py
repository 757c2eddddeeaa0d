#!/usr/bin/env python3
"""generate.py FOLDER COUNT [BYTES=20000]: text files of about so many bytes, a hundred a folder, the same every time.

Lines of made-up words, a fifth of them with a capital, with double spaces here and there: what the trivial stages of
the engine's bench change. No two files are alike.
"""
import random
import sys
from pathlib import Path


def lines(rng):
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = ["".join(rng.choices(letters, k=rng.randint(2, 10))) for _ in range(4000)]
    words = [word.title() if rng.random() < 0.2 else word for word in words]
    for _ in range(6000):
        gap = "  " if rng.random() < 0.2 else " "
        yield (gap.join(rng.choices(words, k=rng.randint(6, 14))) + "\n").encode()


def generate(folder, count, size):
    rng = random.Random(20260101)
    pool = list(lines(rng))
    mean = sum(map(len, pool)) / len(pool)
    wanted = max(1, round(size / mean))
    for number in range(count):
        if number % 100 == 0:
            here = Path(folder, f"{number // 100:03d}")
            here.mkdir(parents=True, exist_ok=True)
        # Each file takes lines from its own place in the pool and in its own stride.
        first, stride = rng.randrange(6000), rng.choice((1, 7, 11, 13, 17, 19, 23, 29))
        text = b"".join(pool[(first + step * stride) % 6000] for step in range(wanted))
        with open(f"{here}/d{number:06d}.txt", "wb") as file:
            file.write(b"Document %d\n" % number + text)


if __name__ == "__main__":
    generate(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 20_000)
