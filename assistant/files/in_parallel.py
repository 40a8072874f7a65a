"""Transcripts run side by side, a file at a time, each worker with an assistant of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from assistant.asking import Asker
from assistant.files.checking import Checked, check
from assistant.files.transcript import Transcript

_FEW = 60  # exchanges that are answered in the time it takes to start a worker
_asker: Asker


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
    # Spawned, not forked: a fork would share the threads and locks of whatever is open here.
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, context, initializer=_begin, initargs=(open_asker,)) as pool:
        yield from pool.map(_check, transcripts)


def _begin(open_asker: Callable[[], Asker]) -> None:
    global _asker
    _asker = open_asker()


def _check(transcript: Transcript) -> list[Checked]:
    return check(_asker, transcript)
