"""Several acts in the same moment, each in a thread with a database connection of its own."""

from collections.abc import Callable
from threading import Barrier, Thread
from time import sleep

from django.db import OperationalError, connection


def at_once(*acts: Callable[[], object], silent: tuple[type[Exception], ...] = ()) -> None:
    """Raises what an act raised, except the kinds named in `silent`. For tests with `transaction=True`."""
    barrier, raised = Barrier(len(acts)), list[Exception]()

    def run(act: Callable[[], object]) -> None:
        barrier.wait()
        try:
            _patiently(act)
        except silent:
            pass
        except Exception as error:  # noqa: BLE001 - handed on below, in the thread of the test
            raised.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if raised:
        raise raised[0]


def _patiently(act: Callable[[], object]) -> object:
    """The tests' database lies in memory, where SQLite refuses a second writer at once; in a file it waits."""
    while True:
        try:
            return act()
        except OperationalError as error:
            if "locked" not in str(error):
                raise
            sleep(0.002)
