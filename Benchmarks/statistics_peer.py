"""The peers' side of statistics_compare.py: the same computations with NumPy, statsmodels and scikit-learn.

usage: statistics_peer.py FOLDER write | FOLDER NAME REPEATS
"""

import json
import pathlib
import sys
import time

import numpy as np


def write(folder):
    """Writes the input of every computation as arrays of doubles."""
    rng = np.random.default_rng(20240101)
    arrays = {}
    skill = rng.beta(1, 1, 164)
    first = rng.binomial(200, skill) / 200
    second = rng.binomial(200, np.clip(skill + rng.normal(0.01, 0.1, 164), 0, 1)) / 200
    arrays["differences"] = first - second
    rows, groups = 1_000_000, 20_000
    clusters = rng.integers(0, groups, rows)
    for name in ("x1", "x2", "x3"):
        arrays[name] = rng.normal(size=rows) + rng.normal(size=groups)[clusters]
    arrays["y"] = 0.1 * arrays["x1"] + rng.normal(size=groups)[clusters] + rng.normal(size=rows)
    arrays["clusters"] = clusters
    units = 100_000
    arrays["scores"] = rng.beta(2, 3, units)
    arrays["treated"] = rng.random(units) < arrays["scores"]
    arrays["outcomes"] = arrays["treated"] + 2 * arrays["scores"] + rng.normal(size=units)
    for name, values in arrays.items():
        values.astype("<f8").tofile(folder / f"{name}.f64")


def bootstrap(read):
    differences = read("differences")

    def compute():
        rng = np.random.default_rng(1)
        means = differences[rng.integers(0, len(differences), (10_000, len(differences)))].mean(axis=1)
        low, high = np.quantile(means, (0.025, 0.975))
        return {"low": low, "high": high}

    return compute


def permutation(read):
    differences = read("differences")

    def compute():
        rng = np.random.default_rng(1)
        signs = rng.integers(0, 2, (10_000, len(differences))) * 2 - 1
        extreme = np.sum(np.abs(signs @ differences) >= abs(differences.sum()) - 1e-12)
        return {"p": (extreme + 1) / 10_001}

    return compute


def regression(read):
    import statsmodels.api as sm

    columns, response = [read(name) for name in ("x1", "x2", "x3")], read("y")
    clusters = read("clusters").astype(int)

    def compute():
        fit = sm.OLS(response, sm.add_constant(np.column_stack(columns))).fit(
            cov_type="cluster", cov_kwds={"groups": clusters}
        )
        return {"coefficient": fit.params[1], "error": fit.bse[1]}

    return compute


def matching(read):
    from sklearn.neighbors import NearestNeighbors

    scores, treated, outcomes = read("scores"), read("treated") == 1, read("outcomes")

    def compute():
        control = scores[~treated].reshape(-1, 1)
        nearest = NearestNeighbors(n_neighbors=1).fit(control)
        found = nearest.kneighbors(scores[treated].reshape(-1, 1), return_distance=False)[:, 0]
        return {"effect": np.mean(outcomes[treated] - outcomes[~treated][found])}

    return compute


def main():
    folder = pathlib.Path(sys.argv[1])
    if sys.argv[2] == "write":
        write(folder)
        return
    name, repeats = sys.argv[2], int(sys.argv[3])
    compute = {f.__name__: f for f in (bootstrap, permutation, regression, matching)}[name](
        lambda array: np.fromfile(folder / f"{array}.f64", dtype="<f8")
    )
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        answers = compute()
        seconds.append(time.perf_counter() - start)
    print(json.dumps({"seconds": seconds, "answers": {name: float(value) for name, value in answers.items()}}))


if __name__ == "__main__":
    main()
