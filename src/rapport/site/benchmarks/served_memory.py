"""The memory of all processes of `rapport up` together, after a member of 1,000 people has looked around, once the
worker of the first moments has gone home; beside it the most that they held while it was there.

Memory that several processes share counts once (PSS, where the system tells it). Files of libraries that programs of
other people on the machine have open too count in part only: up to 30 MB less than on a machine of Rapport's own.
"""

import time

from django.test import Client

from rapport.site.developing.benchmark import Benchmark, Measured
from rapport.site.developing.big import big_book
from rapport.site.developing.served import memory_mb, processes, served
from rapport.site.serving import PROCESSES

VISITS = 40
PATHS = ("/", "/people/", "/people/1/", "/people/1/timeline/", "/people/rings/", "/search/?q=ann", "/settings/")


def run() -> Measured:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(big_book(1_000, 10_000).account)
    session = client.cookies["sessionid"].value
    with served() as hub:
        most = 0.0
        for visit in range(VISITS):
            hub.page(PATHS[visit % len(PATHS)], session)
            most = max(most, memory_mb(hub.pid))
        while len(processes(hub.pid)) > 1 + PROCESSES:
            time.sleep(0.1)
        held = memory_mb(hub.pid)
    return Measured(held, peak_mb=most)


MEMORY = Benchmark("served-memory", "MB", 200, run)
