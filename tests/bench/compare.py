"""Solves the same instances with the engine, LEMON and scipy, and prints how long each took.

    compare.py BENCH LEMON FOLDER quick|full [INSTANCE...]

Every solver reads the instance once and then waits; rounds go round the solvers in turn, so that whatever else the machine does falls
on all of them. What is compared are medians of seconds of the processor for the solving alone. A difference in the number of matches or
in the total, or a certificate that does not hold, ends the run with the exit code 1. Results are also written to FOLDER/results.json.

MENTORING_BENCH_PEERS names the peers to run, divided by commas ("lemon simplex,scipy sparse"); all where it is not set. The slowest take
minutes for each round of the instances of 100,000. MENTORING_BENCH_ROUNDS is how many rounds there are, 5 where it is not set.
"""
import json
import os
import statistics
import subprocess
import sys

PEERS = ["lemon simplex", "lemon scaling", "scipy sparse", "scipy dense"]
INSTANCES = {
    "quick": "p500 u500 g500 p2000 u2000 g2000 s10k t10k l10k",
    "full": "p500 u500 g500 p2000 u2000 g2000 p5000 u5000 g5000 p10000 s10k t10k l10k l50k s100k l100k",
}
# The peers that can take an instance of this size in reasonable time and memory.
MOST_FOR_LEMON = 5000  # mentees of a dense instance
MOST_FOR_COST_SCALING = 2000


def size(name):
    return int(name[1:-1]) * 1000 if name.endswith("k") else int(name[1:])


def peers(name, lemon, file, everybody):
    scipy = ["/usr/bin/python3", os.path.join(os.path.dirname(os.path.abspath(__file__)), "rivals", "scipy_solve.py"), file]
    full = ["full"] if everybody else []
    is_dense = name[0] in "pug"
    if not is_dense or size(name) <= MOST_FOR_LEMON:
        yield "lemon simplex", [lemon, file, "simplex", *full]
    if not is_dense or size(name) <= MOST_FOR_COST_SCALING:
        yield "lemon scaling", [lemon, file, "scaling", *full]
    yield "scipy sparse", [*scipy, "sparse", *full]
    if is_dense:
        yield "scipy dense", [*scipy, "dense", *full]


class Solver:
    """A process that has read the instance and solves it once for every line that it is sent."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def round(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.process.args} ended without an answer.")
        return json.loads(line)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def compare(name, bench, lemon, folder, rounds, wanted):
    file = os.path.join(folder, name + ".txt")
    if not os.path.exists(file):
        subprocess.run([bench, "make", name, file + ".part"], check=True)
        os.rename(file + ".part", file)
    solvers = {"engine": Solver([bench, "solve", file])}
    first = solvers["engine"].round()
    for solver, command in peers(name, lemon, file, everybody=first["count"] == size(name)):
        if solver in wanted:
            solvers[solver] = Solver(command)
    answers = {solver: [] for solver in solvers}
    for _ in range(rounds):
        for solver, process in solvers.items():
            answers[solver].append(process.round())
    for process in solvers.values():
        process.close()

    expected = (first["count"], first["total"])
    for solver, rounds_of_it in answers.items():
        for answer in rounds_of_it:
            if (answer["count"], answer["total"]) != expected or answer["faults"]:
                sys.exit(f"{name}: the engine finds {expected}, {solver} says {answer}.")
    medians = {solver: statistics.median(answer["seconds"] for answer in list_) for solver, list_ in answers.items()}
    memory = {solver: max(answer["megabytes"] for answer in list_) for solver, list_ in answers.items()}
    return {"instance": name, "count": expected[0], "total": expected[1], "seconds": medians, "megabytes": memory}


def mean(numbers):
    return statistics.geometric_mean(numbers) if numbers else float("nan")


def main():
    bench, lemon, folder, mode = sys.argv[1:5]
    names = sys.argv[5:] or INSTANCES[mode].split()
    columns = PEERS
    rounds = int(os.environ.get("MENTORING_BENCH_ROUNDS", "5"))
    wanted = [peer.strip() for peer in os.environ.get("MENTORING_BENCH_PEERS", ",".join(PEERS)).split(",")]
    if unknown := set(wanted) - set(PEERS):
        sys.exit(f"MENTORING_BENCH_PEERS names {', '.join(sorted(unknown))}. The peers are {', '.join(PEERS)}.")
    print("| Instance | matched | total | engine s | MB | " + " | ".join(f"{column} s" for column in columns) + " | best peer / engine |")
    print("|---|--:|--:|--:|--:|" + "--:|" * len(columns) + "--:|")
    results = []
    for name in names:
        result = compare(name, bench, lemon, folder, rounds, wanted)
        seconds = result["seconds"]
        result["ratio"] = min((seconds[column] for column in columns if column in seconds), default=float("nan")) / seconds["engine"]
        results.append(result)
        cells = " | ".join(f"{seconds[column]:.4f}" if column in seconds else "–" for column in columns)
        print(f"| {name} | {result['count']} | {result['total']} | {seconds['engine']:.4f} | {result['megabytes']['engine']} | {cells} | {result['ratio']:.1f} |", flush=True)
    print()
    for kinds, what in (("p", "people"), ("u", "uniform"), ("g", "geometric"), ("stl", "sparse")):
        ratios = [result["ratio"] for result in results if result["instance"][0] in kinds]
        if ratios:
            print(f"{what}: geometric mean {mean(ratios):.1f}, lowest {min(ratios):.1f}")
    with open(os.path.join(folder, "results.json"), "w", encoding="ascii") as file:
        json.dump(results, file, indent=1)


main()
