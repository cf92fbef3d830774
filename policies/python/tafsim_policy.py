"""Routing policies for tafsim in Python. One file, nothing but the standard library; Python 3.9 or later.

    from tafsim_policy import Policy, run

    class LeastWaiting(Policy):
        observations = ("waiting_requests",)

        def route(self, request, candidates):
            return min(range(len(candidates)), key=candidates.waiting_requests.__getitem__)

    if __name__ == "__main__":
        run(LeastWaiting())

A scenario names it `{type: external, parameters: {command: python3 least_waiting.py}}`, and is run with --allow-external.
docs/external-policies.md has the protocol, and what each number means. What a policy prints goes to standard error, as
standard output is tafsim's.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Dict, List, Optional, Sequence, Tuple, Union

PROTOCOL = 1

# A candidate, counted from 0, or one of the policy's refusal reasons.
Choice = Union[int, str]


class ProtocolError(Exception):
    """What came is not what this version of the protocol has."""


@dataclass(frozen=True)
class Site:
    """A place with accelerators. `tier` is far-edge, near-edge, regional or cloud."""

    id: str
    city: str
    country: str
    tier: str
    operator: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Replica:
    """A copy of a model that serves; `site` counts in `Scenario.sites`."""

    id: str
    site: int
    model: str
    accelerator: str
    accelerators: int


@dataclass(frozen=True)
class App:
    """Who sends requests; `slo` has those of ttft_ns, tpot_ns, e2e_ns that were promised."""

    id: str
    model: str
    data_class: str
    sector: str
    slo: Dict[str, int]


@dataclass(frozen=True)
class Population:
    """Users of one place."""

    id: str
    city: str
    country: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Scenario:
    """Who and what there is in the run at hand; requests and candidates speak in indices of these lists."""

    name: str
    policy: str
    seed: int
    replication: int
    warmup_ns: int
    horizon_ns: int
    parameters: Dict[str, str]
    observations: Tuple[str, ...]
    sites: Tuple[Site, ...]
    replicas: Tuple[Replica, ...]
    apps: Tuple[App, ...]
    populations: Tuple[Population, ...]

    @staticmethod
    def of(hello: Dict[str, Any]) -> "Scenario":
        return Scenario(
            hello["scenario"],
            hello["policy"],
            hello["seed"],
            hello["replication"],
            hello["warmup_ns"],
            hello["horizon_ns"],
            hello["parameters"],
            tuple(hello["observations"]),
            tuple(_only(Site, site) for site in hello["sites"]),
            tuple(_only(Replica, replica) for replica in hello["replicas"]),
            tuple(_only(App, app) for app in hello["apps"]),
            tuple(_only(Population, population) for population in hello["populations"]),
        )


def _only(kind: Any, fields: Dict[str, Any]) -> Any:
    """Leaves out what a later tafsim may add."""
    return kind(**{name: value for name, value in fields.items() if name in kind.__dataclass_fields__})


class Candidates:
    """Replicas that a request may go to. Each observation is an attribute, a list with one number for each of them.

    `replica` has their indices in `Scenario.replicas`. None stands for a number that is infinite or not known.
    """

    def __init__(self, columns: Dict[str, List[Any]]) -> None:
        self.__dict__ = columns
        self.replica: List[int]

    def __len__(self) -> int:
        return len(self.replica)

    @property
    def columns(self) -> Dict[str, List[Any]]:
        """All of them, by name."""
        return self.__dict__


@dataclass
class Request:
    """What is to be placed. `session` is -1 where it stands alone; `session_replica` served the session's last request."""

    time_ns: int
    app: int
    number: int
    population: int
    prompt_tokens: int
    session: int
    session_replica: int


@dataclass
class Outcome:
    """How a request ended. `ttft_ns` is 0 where there was no first token; `app` and `number` are those of the request."""

    time_ns: int
    app: int
    number: int
    population: int
    replica: int
    completed: bool
    slo_met: bool
    ttft_ns: int
    e2e_ns: int


class Policy:
    """Override `route`, and what else you need."""

    # What to be told of candidates; fewer is faster. None: everything.
    observations: Optional[Sequence[str]] = None

    # For which it may refuse, lower-case words joined by hyphens; `route` returns one of them.
    refusal_reasons: Sequence[str] = ()

    @property
    def name(self) -> str:
        return type(self).__name__

    def start(self, scenario: Scenario) -> None:
        """A run begins."""

    def route(self, request: Request, candidates: Candidates) -> Choice:
        """The candidate that serves the request, counted from 0, or a refusal reason."""
        raise NotImplementedError

    def route_together(self, requests: Sequence[Tuple[Request, Candidates]]) -> List[Choice]:
        """The same of requests that are placed at the same instant; one after the other unless overridden."""
        return [self.route(request, candidates) for request, candidates in requests]

    def outcome(self, outcome: Outcome) -> None:
        """A request has ended. Override it to be told."""

    def end(self) -> None:
        """The run is over."""


@dataclass
class Connection:
    """Lines of JSON, one way and the other. For those who drive a policy from outside; policies need `run` only."""

    incoming: BinaryIO
    outgoing: BinaryIO
    decisions: int = field(default=0)

    def receive(self) -> Optional[Dict[str, Any]]:
        """The next message; None at the end."""
        line = self.incoming.readline()
        return json.loads(line) if line else None

    def hello(self) -> Scenario:
        message = self.receive()
        if message is None or message.get("type") != "hello":
            raise ProtocolError(f"expected hello, not {message}")
        if message.get("protocol") != PROTOCOL:
            # tafsim compares as well, and says so in its own words
            self.send({"type": "ready", "protocol": PROTOCOL})
            raise ProtocolError(f"tafsim speaks version {message.get('protocol')} of the protocol, this file {PROTOCOL}")
        return Scenario.of(message)

    def ready(self, policy: Policy, outcomes: bool) -> None:
        message: Dict[str, Any] = {
            "type": "ready",
            "protocol": PROTOCOL,
            "name": policy.name,
            "outcomes": outcomes,
            "refusal_reasons": list(policy.refusal_reasons),
        }
        if policy.observations is not None:
            message["observations"] = list(policy.observations)
        self.send(message)

    def decide(self, number: int, choices: Sequence[Choice]) -> None:
        self.decisions += len(choices)
        if len(choices) == 1 and type(choices[0]) is int:  # faster than json
            self._write(b'{"type":"decision","id":%d,"choices":[%d]}\n' % (number, choices[0]))
        else:
            plain = [choice if isinstance(choice, str) else int(choice) for choice in choices]
            self.send({"type": "decision", "id": number, "choices": plain})

    def send(self, message: Dict[str, Any]) -> None:
        self._write(json.dumps(message, separators=(",", ":")).encode() + b"\n")

    def _write(self, line: bytes) -> None:
        self.outgoing.write(line)
        self.outgoing.flush()


def requests_of(message: Dict[str, Any]) -> List[Tuple[Request, Candidates]]:
    """What a message `decide` asks about."""
    now = message["time_ns"]
    return [
        (
            Request(
                now,
                one["app"],
                one["number"],
                one["population"],
                one["prompt_tokens"],
                one["session"],
                one["session_replica"],
            ),
            Candidates(one["candidates"]),
        )
        for one in message["requests"]
    ]


def outcome_of(message: Dict[str, Any]) -> Outcome:
    """What a message `outcome` tells."""
    return Outcome(
        message["time_ns"],
        message["app"],
        message["number"],
        message["population"],
        message["replica"],
        message["completed"],
        message["slo_met"],
        message["ttft_ns"],
        message["e2e_ns"],
    )


def run(policy: Policy) -> None:
    """Decides until the run is over. Call it once, last of all."""
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a print in a policy must not be taken for an answer
    serve(policy, Connection(sys.stdin.buffer, outgoing))


def serve(policy: Policy, connection: Connection) -> None:
    """The same over another connection."""
    policy.start(connection.hello())
    connection.ready(policy, type(policy).outcome is not Policy.outcome)
    receive, decide = connection.receive, connection.decide
    while True:
        message = receive()
        if message is None:
            return  # tafsim is gone
        kind = message["type"]
        if kind == "decide":
            decide(message["id"], policy.route_together(requests_of(message)))
        elif kind == "outcome":
            policy.outcome(outcome_of(message))
        elif kind == "bye":
            policy.end()
            return
