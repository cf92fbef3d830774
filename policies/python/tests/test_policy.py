"""The client file, without tafsim: messages go in and come out."""

import io
import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HERE), str(HERE / "examples")]

import tafsim_policy  # noqa: E402
from epsilon_greedy import EpsilonGreedy  # noqa: E402
from least_waiting import LeastWaiting  # noqa: E402

HELLO = {
    "type": "hello",
    "protocol": 1,
    "scenario": "test",
    "policy": "mine",
    "seed": 1,
    "replication": 0,
    "warmup_ns": 0,
    "horizon_ns": 10**9,
    "parameters": {"command": "x"},
    "observations": ["waiting_requests", "round_trip_s"],
    "sites": [
        {"id": s, "city": s, "country": "DE", "tier": "cloud", "operator": "o", "latitude": 1.5, "longitude": 2, "new": 1}
        for s in ("here", "there")
    ],
    "replicas": [
        {"id": r, "site": i, "model": "m", "accelerator": "L4", "accelerators": 1} for i, r in enumerate("ab")
    ],
    "apps": [{"id": "chat", "model": "m", "data_class": "PER", "sector": "x", "slo": {"ttft_ns": 5}}],
    "populations": [{"id": "p", "city": "p", "country": "DE", "latitude": 1, "longitude": 2}],
}


def decide(number, *requests):
    return {
        "type": "decide",
        "id": number,
        "time_ns": 7,
        "requests": [
            {
                "app": 0,
                "number": 3,
                "population": 0,
                "prompt_tokens": 100,
                "session": -1,
                "session_replica": -1,
                "candidates": columns,
            }
            for columns in requests
        ],
    }


def outcome(replica, slo_met):
    return {
        "type": "outcome",
        "time_ns": 9,
        "app": 0,
        "number": 3,
        "population": 0,
        "replica": replica,
        "completed": True,
        "slo_met": slo_met,
        "ttft_ns": 1,
        "e2e_ns": 2,
    }


BYE = {"type": "bye", "decisions": 1}
TWO = {"replica": [0, 1], "waiting_requests": [3, 1], "round_trip_s": [0.1, None], "in_flight_requests": [4, 2]}


def lines(*messages):
    return "".join(json.dumps(message) + "\n" for message in messages).encode()


def answers(policy, *messages):
    out = io.BytesIO()
    tafsim_policy.serve(policy, tafsim_policy.Connection(io.BytesIO(lines(*messages)), out))
    return [json.loads(line) for line in out.getvalue().splitlines()]


class Remembering(tafsim_policy.Policy):
    refusal_reasons = ("too-late",)

    def __init__(self):
        self.heard = []

    def start(self, scenario):
        self.heard.append(scenario)

    def route(self, request, candidates):
        self.heard.append((request, dict(candidates.columns)))
        return "too-late" if len(candidates) == 1 else 1

    def outcome(self, outcome):
        self.heard.append(outcome)

    def end(self):
        self.heard.append("end")


class PolicyTest(unittest.TestCase):
    def test_a_policy_hears_all_in_order_and_its_answers_go_out(self):
        policy = Remembering()
        said = answers(policy, HELLO, decide(0, TWO), outcome(1, True), decide(1, TWO, {"replica": [1]}), BYE)

        self.assertEqual(
            said,
            [
                {
                    "type": "ready",
                    "protocol": 1,
                    "name": "Remembering",
                    "outcomes": True,
                    "refusal_reasons": ["too-late"],
                },
                {"type": "decision", "id": 0, "choices": [1]},
                {"type": "decision", "id": 1, "choices": [1, "too-late"]},
            ],
        )
        scenario, (request, columns), ended, *others = policy.heard
        self.assertEqual(scenario.sites[1].id, "there")
        self.assertEqual(scenario.apps[0].slo, {"ttft_ns": 5})
        self.assertEqual((request.time_ns, request.prompt_tokens), (7, 100))
        self.assertEqual(columns, TWO)
        self.assertEqual((ended.replica, ended.slo_met), (1, True))
        self.assertEqual([type(one) for one in others], [tuple, tuple, str])

    def test_a_policy_that_does_not_listen_is_told_no_outcomes(self):
        self.assertEqual(
            answers(LeastWaiting(), HELLO, BYE)[0],
            {
                "type": "ready",
                "protocol": 1,
                "name": "LeastWaiting",
                "outcomes": False,
                "refusal_reasons": [],
                "observations": ["waiting_requests", "round_trip_s"],
            },
        )

    def test_the_end_of_the_input_is_the_end(self):
        self.assertEqual(len(answers(LeastWaiting(), HELLO)), 1)

    def test_another_version_is_answered_with_this_one(self):
        out = io.BytesIO()
        with self.assertRaisesRegex(tafsim_policy.ProtocolError, "version 2 of the protocol, this file 1"):
            tafsim_policy.serve(
                LeastWaiting(), tafsim_policy.Connection(io.BytesIO(lines({**HELLO, "protocol": 2})), out)
            )
        self.assertEqual(json.loads(out.getvalue()), {"type": "ready", "protocol": 1})

    def test_something_else_than_hello_is_refused(self):
        with self.assertRaisesRegex(tafsim_policy.ProtocolError, "expected hello"):
            answers(LeastWaiting(), BYE)

    def test_prints_do_not_reach_tafsim(self):
        program = (
            "import sys; sys.path.insert(0, %r)\n"
            "from tafsim_policy import Policy, run\n"
            "class Chatty(Policy):\n"
            "    def route(self, request, candidates):\n"
            "        print('hm', len(candidates), flush=True)\n"
            "        return 0\n"
            "run(Chatty())\n" % str(HERE)
        )
        done = subprocess.run(
            [sys.executable, "-c", program],
            input=lines(HELLO, decide(0, TWO), BYE),
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )
        self.assertEqual([json.loads(line)["type"] for line in done.stdout.splitlines()], ["ready", "decision"])
        self.assertEqual(done.stderr.split(), [b"hm", b"2"])


class ExamplesTest(unittest.TestCase):
    def test_least_waiting_takes_the_fewest_waiting(self):
        self.assertEqual(answers(LeastWaiting(), HELLO, decide(0, TWO), BYE)[1]["choices"], [1])

    def test_of_equals_least_waiting_takes_the_shortest_round_trip(self):
        columns = {"replica": [0, 1], "waiting_requests": [1, 1], "round_trip_s": [0.3, 0.2]}
        self.assertEqual(answers(LeastWaiting(), HELLO, decide(0, columns), BYE)[1]["choices"], [1])

    def test_greedy_goes_where_promises_were_kept(self):
        history = [outcome(0, False), outcome(1, True)]
        self.assertEqual(answers(EpsilonGreedy(0), HELLO, *history, decide(0, TWO), BYE)[1]["choices"], [1])
        history = [outcome(0, True), outcome(1, False)]
        self.assertEqual(answers(EpsilonGreedy(0), HELLO, *history, decide(0, TWO), BYE)[1]["choices"], [0])

    def test_the_same_seed_explores_the_same(self):
        questions = [decide(number, TWO) for number in range(50)]
        first = answers(EpsilonGreedy(0.5), HELLO, *questions, BYE)
        self.assertEqual(first, answers(EpsilonGreedy(0.5), HELLO, *questions, BYE))
        self.assertEqual({answer["choices"][0] for answer in first[1:]}, {0, 1})


if __name__ == "__main__":
    unittest.main()
