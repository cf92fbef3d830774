"""Reads what tafsim wrote, and draws it alike in every notebook.

Folders are looked for below the environment variable TAFSIM_RESULTS, or below results/ of the repository.
"""

import os
from functools import cached_property
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import Markdown, display

# Okabe and Ito (2008): told apart by those who are color-blind, too.
PALETTE = ["#0072B2", "#D55E00", "#009E73", "#E69F00", "#CC79A7", "#56B4E9", "#000000", "#999999"]
MARKERS = ["o", "s", "^", "D", "v", "P", "X", "*"]

plt.rcParams.update(
    {
        "figure.constrained_layout.use": True,
        "figure.dpi": 110,
        "axes.grid": True,
        "axes.axisbelow": True,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "grid.alpha": 0.3,
        "legend.frameon": False,
        "font.size": 10,
        "axes.titlesize": 11,
    }
)
pd.options.display.max_colwidth = 200
pd.options.display.float_format = "{:,.3f}".format


class Results:
    """The folder of a run or of a sweep; tables are read when they are asked for."""

    def __init__(self, path: Path, how: str):
        self.path = path
        self.how = how

    def __repr__(self) -> str:
        points = f", {self.summary['point'].nunique()} points" if "point" in self.summary else ""
        return f"{self.path.name}: {len(self.policies)} policies{points}, {self.replications} replications\nmade by: {self.how}"

    @cached_property
    def summary(self) -> pd.DataFrame:
        return self.table("summary")

    @cached_property
    def baseline(self) -> pd.DataFrame:
        return self.table("baseline")

    @cached_property
    def differences(self) -> pd.DataFrame:
        return self.table("differences")

    @cached_property
    def flows(self) -> pd.DataFrame:
        return self.table("flows")

    @cached_property
    def series(self) -> pd.DataFrame:
        """Of all replications; of a sweep with the number and name of its points."""
        if (self.path / "tasks").is_dir():
            points = self.table("points").set_index("point")
            parts = []
            for file in sorted(self.path.glob("tasks/*-*/series.csv")):
                point = int(file.parent.name.split("-")[0])
                name = points.loc[point].get("name", str(point))
                parts.append(pd.read_csv(file).assign(point=point, name=name))
            return pd.concat(parts, ignore_index=True).sort_values(["point", "policy", "replication", "t_s"])
        return self.table("series")

    @property
    def policies(self) -> list[str]:
        return list(dict.fromkeys(self.summary["policy"]))

    @property
    def points(self) -> list[str]:
        """Names of a sweep's points, in its order."""
        return list(dict.fromkeys(self.summary["name"].dropna()))

    @property
    def replications(self) -> int:
        return int(self.summary["n"].max())

    def table(self, name: str) -> pd.DataFrame:
        """A CSV file, or the Parquet file of that name if pyarrow or duckdb is there to read it."""
        parquet = self.path / f"{name}.parquet"
        if parquet.exists():
            return read_parquet(parquet)
        return pd.read_csv(self.path / f"{name}.csv", low_memory=False, dtype={"name": str})

    def of(self, metric: str, scope: str = "all") -> pd.DataFrame:
        """Lines of summary.csv: a mean with the half-width of its interval for each point and policy."""
        return pick(self.summary, metric, scope)

    def against_baseline(self, metric: str, scope: str = "all") -> pd.DataFrame:
        """Lines of baseline.csv: paired differences between points under the same policy."""
        return pick(self.baseline, metric, scope)


def pick(table: pd.DataFrame, metric: str, scope: str) -> pd.DataFrame:
    rows = table[(table["scope"] == scope) & (table["metric"] == metric)]
    if rows.empty:
        raise KeyError(f"no {metric} of {scope} here")
    return rows.reset_index(drop=True)


def one(rows: pd.DataFrame, column: str = "mean", **where) -> float:
    """The number of the only line that is so."""
    for key, value in where.items():
        rows = rows[rows[key] == value]
    if len(rows) != 1:
        raise KeyError(f"{len(rows)} lines are {where}, not one")
    return float(rows[column].iloc[0])


def read_parquet(file: Path) -> pd.DataFrame:
    try:
        return pd.read_parquet(file)
    except ImportError:
        try:
            import duckdb
        except ImportError:
            raise ImportError(f"{file.name} needs pyarrow or duckdb; or run it again with --requests=csv") from None
        return duckdb.read_parquet(str(file)).df()


def results_folder() -> Path:
    return Path(os.environ.get("TAFSIM_RESULTS", Path(__file__).resolve().parent.parent / "results"))


def run(name: str, how: str) -> Results:
    """The newest run of this scenario; how is the command that makes one."""
    return newest("runs", name, how)


def sweep(name: str) -> Results:
    """The newest sweep of this experiment."""
    return newest("sweeps", name, f"./tafsim sweep scenarios/experiments/{name}.yaml")


def newest(kind: str, name: str, how: str) -> Results:
    folder = results_folder() / kind
    found = [p for p in [folder / name, *folder.glob(f"{name}-{'[0-9a-f]' * 12}")] if (p / "summary.csv").is_file()]
    if not found:
        raise FileNotFoundError(f"there is no {name} below {folder}; make it by: {how}")
    return Results(max(found, key=lambda p: p.stat().st_mtime), how)


def colors(names: list[str]) -> dict[str, str]:
    return dict(zip(names, PALETTE * (1 + len(names) // len(PALETTE))))


def bars(axis, rows: pd.DataFrame, by: str, value: str = "mean", scale: float = 1, order: list[str] | None = None) -> None:
    """Side by side: a group for each point (or policy, of a run), a bar for each value of `by`, with its interval."""
    groups = order or list(dict.fromkeys(rows["name"]))
    kinds = list(dict.fromkeys(rows[by]))
    width = 0.8 / len(kinds)
    for number, (kind, color) in enumerate(colors(kinds).items()):
        line = rows[rows[by] == kind].set_index("name").reindex(groups)
        places = [place - 0.4 + width * (number + 0.5) for place in range(len(groups))]
        axis.bar(places, scale * line[value], width, color=color, label=kind)
        axis.errorbar(places, scale * line[value], scale * line["half_width"].fillna(0), fmt="none", ecolor="black", capsize=2)
    axis.set_xticks(range(len(groups)), groups)
    axis.axhline(0, color="black", linewidth=0.8)
    axis.grid(axis="x", visible=False)


def over_time(axis, series: pd.DataFrame, label: str, color: str, scale: float = 1, marker: str | None = None) -> pd.DataFrame:
    """Mean over replications, with the 95 % interval of the mean (Student) as a band."""
    line = mean_over_time(series)
    axis.plot(line["t"], scale * line["mean"], color=color, label=label, marker=marker, markersize=3, linewidth=1.6)
    axis.fill_between(
        line["t"],
        scale * (line["mean"] - line["half_width"]),
        scale * (line["mean"] + line["half_width"]),
        color=color,
        alpha=0.2,
        linewidth=0,
    )
    return line


def mean_over_time(series: pd.DataFrame) -> pd.DataFrame:
    groups = series.groupby("t_s")["value"]
    line = pd.DataFrame({"t": groups.mean().index, "mean": groups.mean().values})
    line["half_width"] = [half_width(values) for _, values in groups]
    return line


# Student's t, two-sided 95 %, by degrees of freedom; beyond 30 the normal distribution's is near enough.
STUDENT = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131]
STUDENT += [2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042]


def half_width(values) -> float:
    """Of the 95 % interval of the mean; none of a single value."""
    n = len(values)
    if n < 2:
        return float("nan")
    return (STUDENT[n - 2] if n <= len(STUDENT) + 1 else 1.96) * float(pd.Series(values).std()) / n**0.5


def sankey(axis, flows: pd.DataFrame, left: str, right: str, value: str, shade: dict[str, str]) -> None:
    """Bands from left to right, as thick as `value`, in the color of where they end; both sides in the order in which they come."""
    whole = flows[value].sum()
    if whole == 0:
        axis.text(0.5, 0.5, "none", ha="center", transform=axis.transAxes)
    gap, thickness = 0.04, 1 / max(whole, 1e-300)
    edges = {}
    for side, x in [(left, 0.0), (right, 1.0)]:
        top = 0.0
        for kind, size in flows.groupby(side, sort=False)[value].sum().items():
            edges[side, kind] = top
            axis.add_patch(plt.Rectangle((x - 0.01, -top - size * thickness), 0.02, size * thickness, color="black"))
            words = f"{kind}  {size:,.0f}"
            axis.text(x + (0.03 if x else -0.03), -top - size * thickness / 2, words, ha="left" if x else "right", va="center", fontsize=9)
            top += size * thickness + gap
    across = [step / 40 for step in range(41)]
    curve = [x * x * (3 - 2 * x) for x in across]
    for _, row in flows.iterrows():
        size = row[value] * thickness
        start, end = edges[left, row[left]], edges[right, row[right]]
        upper = [-(start + (end - start) * y) for y in curve]
        axis.fill_between(across, [y - size for y in upper], upper, color=shade[row[right]], alpha=0.6, linewidth=0)
        edges[left, row[left]] += size
        edges[right, row[right]] += size
    axis.set_xlim(-1, 2)
    axis.axis("off")


def note(figure, text: str) -> None:
    """A line below a figure that says what bars and bands mean."""
    figure.supxlabel(text, fontsize=8, color="#555555", x=0.01, ha="left")


def intervals(results: Results) -> str:
    return f"n = {results.replications} replications; bars and bands are 95 % intervals of the mean (Student)"


def plus_minus(row, scale: float = 1, digits: int = 1, value: str = "mean") -> str:
    half = row["half_width"]
    number = f"{scale * row[value]:,.{digits}f}"
    return number if pd.isna(half) else f"{number}\u00a0±\u00a0{scale * half:,.{digits}f}"  # not broken between lines


def table(rows: pd.DataFrame, index: str, columns: str, scale: float = 1, digits: int = 1, value: str = "mean") -> pd.DataFrame:
    """A line for each of `index` and a column for each of `columns`, each with its interval, in the order of the file."""
    cells = rows.assign(cell=[plus_minus(row, scale, digits, value) for _, row in rows.iterrows()])
    wide = cells.pivot(index=index, columns=columns, values="cell")
    wide = wide.reindex(index=list(dict.fromkeys(rows[index])), columns=list(dict.fromkeys(rows[columns])))
    return wide.rename_axis(index=None, columns=None).fillna("–")


def found(row) -> bool:
    """Whether the interval of a difference leaves out 0."""
    return bool(abs(row["mean_difference"]) > (0 if pd.isna(row["half_width"]) else row["half_width"]))


def change(row, unit: str, scale: float = 1, digits: int = 1) -> str:
    """A difference in words: "rises by 12.0 ± 3.0 ms", or "does not change that could be found (1.0 ± 3.0 ms)"."""
    half = "" if pd.isna(row["half_width"]) else f" ± {scale * row['half_width']:,.{digits}f}"
    difference = scale * row["mean_difference"]
    if found(row):
        return f"{'rises' if difference > 0 else 'falls'} by {abs(difference):,.{digits}f}{half} {unit}"
    return f"does not change that could be found ({difference:+,.{digits}f}{half} {unit})"


def conclude(*sentences: str) -> None:
    """Shows what came out, as text."""
    display(Markdown("\n".join(f"- {sentence}" for sentence in sentences)))
