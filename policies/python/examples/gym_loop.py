"""A Gymnasium loop: least requests in flight, for an episode.

    TAFSIM=./tafsim python3 gym_loop.py RESULTS [OPTIONS OF tafsim run]
"""

import os
import shlex
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import numpy as np  # noqa: E402

import tafsim_gym  # noqa: E402


def main(out, *arguments):
    env = tafsim_gym.TafsimEnv(
        HERE.parents[2] / "scenarios" / "hello.yaml",
        tafsim=shlex.split(os.environ.get("TAFSIM", "tafsim")),
        max_candidates=4,
        arguments=arguments,
    )
    in_flight = env.columns.index("in_flight_requests")
    observation, info = env.reset(seed=1, options={"out": out})
    steps, total, is_over = 0, 0.0, False
    while not is_over:
        open_rows = info["action_mask"][:-1] == 1
        action = int(np.argmin(np.where(open_rows, observation[:, in_flight], np.inf)))
        observation, reward, is_over, _, info = env.step(action)
        steps, total = steps + 1, total + reward
    print(f"{steps} decisions, reward {total:.0f}, results in {out}")


if __name__ == "__main__":
    main(*sys.argv[1:])
