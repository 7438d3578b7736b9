"""Solves a file of instances' text format with scipy and prints a line of JSON for every line that it is sent.

    scipy_solve.py FILE sparse|dense [full]

A mentor with several places is that many columns. Scipy's sparse solver wants everybody placed: where that cannot be (no "full"), each
mentee gets a column of its own that costs more than any chain of scores can gain. Only the solver is timed, in seconds of the processor.
"""
import json
import resource
import sys
import time

import numpy
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

NOT_POSSIBLE = -2147483648


def read(name):
    with open(name, encoding="ascii") as text:
        dense = text.readline() == "mentoring-pairs 1 dense\n"
        mentees, mentors = map(int, text.readline().split())
        places = numpy.array(text.readline().split(), dtype=numpy.int64)
        rows = [numpy.array(text.readline().split(), dtype=numpy.int32) for _ in range(mentees)]
    if dense:
        starts = [(row != NOT_POSSIBLE).sum() for row in rows]
        columns = [numpy.flatnonzero(row != NOT_POSSIBLE) for row in rows]
        scores = [row[row != NOT_POSSIBLE] for row in rows]
    else:
        starts = [len(row) // 2 for row in rows]
        columns, scores = [row[0::2] for row in rows], [row[1::2] for row in rows]
    return mentees, mentors, places, numpy.concatenate([[0], numpy.cumsum(starts)]), numpy.concatenate(columns), numpy.concatenate(scores)


def one_column_a_place(mentees, places, starts, columns, scores):
    first = numpy.concatenate([[0], numpy.cumsum(places)])
    copies = places[columns]
    rows = numpy.repeat(numpy.repeat(numpy.arange(mentees), numpy.diff(starts)), copies)
    before = numpy.concatenate([[0], numpy.cumsum(copies)])
    place = numpy.arange(before[-1]) - numpy.repeat(before[:-1], copies)
    return rows, numpy.repeat(first[columns], copies) + place, numpy.repeat(scores, copies), int(first[-1])


def main():
    name, kind, full = sys.argv[1], sys.argv[2], sys.argv[3:] == ["full"]
    mentees, _, places, starts, columns, scores = read(name)
    rows, columns, scores, width = one_column_a_place(mentees, places, starts, columns, scores)
    best = int(scores.max(initial=0))
    if kind == "dense":
        table = numpy.zeros((mentees, width))
        table[rows, columns] = scores - best - 1
    else:
        cost = best + 1 - scores.astype(numpy.int64)
        if not full:
            bonus = (best - int(scores.min(initial=0)) + 2) * (mentees + 1)
            rows = numpy.concatenate([rows, numpy.arange(mentees)])
            columns = numpy.concatenate([columns, width + numpy.arange(mentees)])
            cost = numpy.concatenate([cost, numpy.full(mentees, bonus)])
        matrix = csr_matrix((cost.astype(float), (rows, columns)), shape=(mentees, width + (0 if full else mentees)))
    for _ in sys.stdin:
        before = time.process_time()
        if kind == "dense":
            who, where = linear_sum_assignment(table, maximize=True)
            seconds = time.process_time() - before
            count, total = len(who), int(round(table[who, where].sum())) + len(who) * (best + 1)
        else:
            who, where = min_weight_full_bipartite_matching(matrix)
            seconds = time.process_time() - before
            real = where < width
            count = int(real.sum())
            total = count * (best + 1) - int(round(numpy.asarray(matrix[who[real], where[real]]).sum()))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        print(json.dumps({"solver": "scipy " + kind, "seconds": seconds, "megabytes": peak, "count": count, "total": total, "faults": 0}), flush=True)


main()
