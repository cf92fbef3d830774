"""The site that kept most promises so far; now and then another one, to learn.

    command: python3 epsilon_greedy.py 0.1

The argument is the share of decisions that explore (0.1 where there is none). Draws come from the run's seed and
replication, so that the same run decides the same.
"""

import os
import random
import sys
from collections import defaultdict

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir))

from tafsim_policy import Policy, run  # noqa: E402


class EpsilonGreedy(Policy):
    observations = ("in_flight_requests",)

    def __init__(self, epsilon=0.1):
        self.epsilon = epsilon

    def start(self, scenario):
        self.site_of = [replica.site for replica in scenario.replicas]
        self.random = random.Random(f"{scenario.seed}/{scenario.replication}")
        self.ended = defaultdict(int)
        self.kept = defaultdict(int)

    def route(self, request, candidates):
        sites = [self.site_of[replica] for replica in candidates.replica]
        if self.random.random() < self.epsilon:
            site = self.random.choice(sorted(set(sites)))
        else:
            site = max(sorted(set(sites)), key=self.mean)
        in_flight = candidates.in_flight_requests
        return min((i for i, at in enumerate(sites) if at == site), key=in_flight.__getitem__)

    def mean(self, site):
        ended = self.ended[site]
        return self.kept[site] / ended if ended else 1.0  # what was never tried is worth a try

    def outcome(self, outcome):
        site = self.site_of[outcome.replica]
        self.ended[site] += 1
        self.kept[site] += outcome.slo_met


if __name__ == "__main__":
    run(EpsilonGreedy(*map(float, sys.argv[1:2])))
