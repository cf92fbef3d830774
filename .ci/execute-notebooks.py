"""Executes notebooks, two at a time, and writes each as a page: execute-notebooks.py FOLDER NOTEBOOK…"""

import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter
from nbconvert.preprocessors import ExecutePreprocessor


def execute(notebook: Path, folder: Path) -> str:
    """One line of what became of it; raises what a cell raised."""
    start = time.monotonic()
    content = nbformat.read(notebook, as_version=4)
    ExecutePreprocessor(timeout=120, extra_arguments=["--log-level=ERROR"]).preprocess(content, {"metadata": {"path": str(notebook.parent)}})
    page, _ = HTMLExporter().from_notebook_node(content)
    (folder / f"{notebook.stem}.html").write_text(page, encoding="utf-8")
    return f"executed: {notebook.name} in {time.monotonic() - start:.1f} s"


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    notebooks = [Path(name).resolve() for name in sys.argv[2:]]
    with ProcessPoolExecutor(2) as pool:
        for future in [pool.submit(execute, notebook, folder) for notebook in notebooks]:
            print(future.result(), flush=True)


if __name__ == "__main__":
    main()
