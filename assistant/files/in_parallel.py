"""Files answered side by side: a transcript or a conversation at a time, each worker with an assistant of its own."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import chain
from multiprocessing import get_context

from assistant.asking import Asker
from assistant.files.checking import Checked, check
from assistant.files.questions import Asked
from assistant.files.running import Done, run
from assistant.files.transcript import Transcript

_FEW = 60  # exchanges that are answered in the time it takes to start a worker
_asker: Asker
Answering = Callable[[Iterable[Asked]], Iterator[Done]]


def check_all(open_asker: Callable[[], Asker], transcripts: Sequence[Transcript], jobs: int) -> Iterator[list[Checked]]:
    """The results of each transcript, in the order given, from at most `jobs` workers.

    `open_asker` gives an assistant and must be picklable. Little work is done here, without workers.
    """
    exchanges = sum(len(block.exchanges) for each in transcripts for block in each.blocks)
    workers = min(jobs, len(transcripts), 1 + exchanges // _FEW)
    if workers < 2:
        asker = open_asker()
        try:
            for transcript in transcripts:
                yield check(asker, transcript)
        finally:
            asker.close()
        return
    with _pool(open_asker, workers) as pool:
        yield from pool.map(_check, transcripts)


@contextmanager
def answering(open_asker: Callable[[], Asker], asker: Asker, jobs: int) -> Iterator[Answering]:
    """What answers the lines of a file, in their order: `asker` alone, or `jobs` workers by conversations."""
    if jobs < 2:
        yield partial(run, asker)
        return
    with _pool(open_asker, jobs) as pool:
        yield lambda lines: chain.from_iterable(pool.map(_run, conversations(lines)))


def conversations(lines: Iterable[Asked]) -> Iterator[list[Asked]]:
    """The lines, a list for each conversation."""
    so_far: list[Asked] = []
    for asked in lines:
        if asked.opens and so_far:
            yield so_far
            so_far = []
        so_far.append(asked)
    if so_far:
        yield so_far


@contextmanager
def _pool(open_asker: Callable[[], Asker], workers: int) -> Iterator[ProcessPoolExecutor]:
    # Spawned, not forked: a fork would share the threads and locks of whatever is open here.
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_begin, initargs=(open_asker,))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(open_asker: Callable[[], Asker]) -> None:
    global _asker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started the workers is told, and stops them
    _asker = open_asker()


def _check(transcript: Transcript) -> list[Checked]:
    return check(_asker, transcript)


def _run(conversation: Sequence[Asked]) -> list[Done]:
    return list(run(_asker, conversation))
