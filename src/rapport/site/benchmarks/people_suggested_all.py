"""Whom each of 100,000 members may want to meet, by the graph alone, in one process, reading it included."""

import time

import numpy as np

from rapport.network.closeness import Graph, closest
from rapport.network.models import Neighbours
from rapport.network.packing import arcs
from rapport.site.developing.benchmark import Benchmark, Measured
from rapport.site.developing.big import NOW
from rapport.site.developing.big_hub import YEARS, big_hub

MEMBERS, CONNECTIONS, FEW = 100_000, 2_000_000, 12


def run() -> Measured:
    big_hub(MEMBERS, CONNECTIONS)
    began = time.process_time()
    graph = _whole_hub()
    found = [closest(node, graph.look)[0][:FEW] for node in range(len(graph.starts) - 1)]
    value = time.process_time() - began
    if sum(len(each) == FEW for each in found) < MEMBERS * 0.99:
        raise AssertionError("Many get no suggestions.")
    return Measured(value)


def _whole_hub() -> Graph:
    rows = list(Neighbours.objects.order_by("pk").values_list("pk", "packed"))
    read = arcs([packed for _, packed in rows], NOW.toordinal(), float(YEARS.days))
    starts = np.concatenate(([0], np.cumsum(read.counts)))
    return Graph(starts, np.searchsorted(np.array([pk for pk, _ in rows]), read.ends), read.fresh)


ALL = Benchmark("people-suggested-all", "s cpu", 60, run)
