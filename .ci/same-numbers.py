"""Whether a run says the same everywhere: same-numbers.py RUN_FOLDER TERMINAL_TEXT NOTEBOOK_JSON.

The notebook's numbers are those of summary.csv and summary.json exactly; the table on the terminal shows them to its last digit.
"""

import csv
import json
import re
import sys
from decimal import Decimal
from pathlib import Path

folder, terminal, notebook = (Path(argument) for argument in sys.argv[1:])

# How a line of the table begins, and by what its numbers are more than those of summary.csv. p95 and mean belong to the line above them.
ROWS = {
    "slo_attainment": (r"SLO attainment +%", 100),
    "ttft_p95": (r"Time to first token, .*?\n +p95 +ms", 1),
    "e2e_mean": (r"End to end, .*?\n +mean +ms", 1),
    "network_mean": (r" *network +ms", 1),
    "queue_mean": (r" *queue +ms", 1),
    "compute_mean": (r" *compute +ms", 1),
    "violations": (r"Violations", 1),
    "operator_control": (r"Under operator control +%", 100),
}


def of_all(rows):
    return {(row["policy"], row["metric"]): row["mean"] for row in rows if row["scope"] == "all"}


with open(folder / "summary.csv", encoding="utf-8", newline="") as file:
    table = {key: Decimal(text) for key, text in of_all(csv.DictReader(file)).items()}
programs = of_all(json.loads((folder / "summary.json").read_text(encoding="utf-8"), parse_float=Decimal)["summary"])
numbers = json.loads(notebook.read_text(encoding="utf-8"))
text = terminal.read_text(encoding="utf-8")

wrong, compared = [], 0
for policy, metrics in numbers.items():
    for metric, read in metrics.items():
        for name, other in [("summary.csv", table), ("summary.json", programs)]:
            compared += 1
            if float(other[policy, metric]) != read:
                wrong.append(f"{policy} {metric}: {read} in the notebook, {other[policy, metric]} in {name}")
for metric, (line, scale) in ROWS.items():
    found = re.search(rf"^{line} +(.*)$", text, re.MULTILINE)
    shown = re.findall(r"(?:^|(?<= ))-?[\d,]*\d(?:\.\d+)?", found.group(1)) if found else []
    if len(shown) != len(numbers):
        wrong.append(f"{metric}: {len(shown)} numbers on the terminal for {len(numbers)} policies")
        continue
    for policy, digits in zip(numbers, shown):
        compared += 1
        number = Decimal(digits.replace(",", ""))
        last = Decimal(1).scaleb(number.as_tuple().exponent)
        if abs(number - scale * table[policy, metric]) > last / 2 + scale * Decimal("0.0000005"):  # summary.csv is rounded, too
            wrong.append(f"{policy} {metric}: {digits} on the terminal, {table[policy, metric]} in summary.csv")
if wrong:
    sys.exit("\n".join(wrong))
print(f"the same in notebook, summary.csv, summary.json and on the terminal: {compared} comparisons")
