"""Fewest requests waiting; of equals the shortest round trip."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir))

from tafsim_policy import Policy, run  # noqa: E402


class LeastWaiting(Policy):
    observations = ("waiting_requests", "round_trip_s")

    def route(self, request, candidates):
        waiting, round_trip = candidates.waiting_requests, candidates.round_trip_s
        return min(range(len(candidates)), key=lambda i: (waiting[i], round_trip[i]))


if __name__ == "__main__":
    run(LeastWaiting())
