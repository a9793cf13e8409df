"""Conversions in a process of their own, under a limit of time and memory: a file may be a bomb."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from generator.read.parsed import Unreadable

_SECONDS = 60
_MEGABYTES = 1500
_REMEDY = "give its text as .txt beside it, or a smaller file"


def limited(function: Callable[..., Any], *arguments: Any, seconds: int = _SECONDS, megabytes: int = _MEGABYTES) -> Any:
    """What `function` gives, computed in a child process that may take so much time and memory beyond ours.

    Raises:
        Unreadable: it raised that, or took too much.
    """
    # A fork shares the libraries that are loaded already; where there is none, they are loaded anew.
    context: Any = get_context("fork" if "fork" in get_all_start_methods() else "spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_run, args=(theirs, function, arguments, seconds, megabytes), daemon=True)
    child.start()
    theirs.close()
    try:
        answer = ours.recv() if ours.poll(seconds) else None
    except EOFError:  # the child was ended by its limits
        answer = None
    finally:
        child.kill()
        child.join()
        ours.close()
    if answer is None:
        raise Unreadable("takes more time or memory than a document may", _REMEDY)
    if isinstance(answer, Unreadable):
        raise answer
    return answer


def _run(
    to: Connection, function: Callable[..., Any], arguments: tuple[Any, ...], seconds: int, megabytes: int
) -> None:
    _set_limits(seconds, megabytes)
    try:
        to.send(function(*arguments))
    except Unreadable as fault:
        to.send(fault)
    except MemoryError:
        to.send(Unreadable("takes more memory than a document may", _REMEDY))
    except Exception as fault:  # whatever a library makes of a damaged file
        to.send(Unreadable(f"is damaged ({type(fault).__name__}: {str(fault)[:80]})", _REMEDY))


def _set_limits(seconds: int, megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # no such limits on this system; the time limit of the parent still holds
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    used = Path("/proc/self/statm")
    if used.exists():  # elsewhere than on Linux nothing tells what the process has already
        most = int(used.read_text().split()[0]) * resource.getpagesize() + megabytes * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
