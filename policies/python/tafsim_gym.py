"""tafsim as a Gymnasium environment: an agent decides where each request goes.

    import tafsim_gym

    env = tafsim_gym.TafsimEnv("scenarios/hello.yaml", tafsim="./tafsim")
    observation, info = env.reset(seed=1)
    terminated = False
    while not terminated:
        action = agent(observation, info["action_mask"])
        observation, reward, terminated, truncated, info = env.step(action)

An episode is one replication of the scenario, simulated by `tafsim run` in a process of its own, with the seed that `reset`
is given. It ends (`terminated`) with the run.

Observation: a float32 box, a row for each candidate, in the scenario's order; columns are those of `TafsimEnv.columns`:
`present` (1, or 0 for rows that are filled up), the features, and the request's prompt tokens. What is infinite is 1e9.

Action: the number of a row, or the last number to refuse. An action that the mask does not allow refuses, too.

Reward: of all requests that ended since the decision before, +1 for each that kept the promise, 0 for each that did not, -1
for each that was not completed; and -1 for a refusal. Requests that are under way when the run ends pay nothing.

`info` has `action_mask` (int8, 1 for each action that is allowed), `request` (of tafsim_policy), `candidates` (a list for each
observation, by name) and `time_s`.
"""

from __future__ import annotations

import json
import os
import shlex
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence, Tuple, Union

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from tafsim_policy import Choice, Connection, Policy, outcome_of, requests_of  # noqa: E402

FEATURES = (
    "round_trip_s",
    "predicted_ttft_s",
    "waiting_requests",
    "running_sequences",
    "in_flight_requests",
    "waiting_prefill_tokens",
    "kv_used",
    "broken_rules",
    "ready",
)
INFINITE = 1e9
REFUSAL = "agent"
LABEL = "agent"

_START_SECONDS = 120
_END_SECONDS = 20


def _bridge(path: str) -> None:
    """In the process that tafsim starts: hands its standard input and output to the environment, and waits."""
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(path)
        socket.send_fds(line, [b"."], [0, 1])
        line.recv(1)  # until the environment closes its end, or is gone


if __name__ == "__main__":
    _bridge(*sys.argv[1:])
    sys.exit(0)

try:
    import gymnasium
    import numpy as np
except ImportError as missing:
    raise ImportError("tafsim_gym needs Gymnasium and NumPy: pip install gymnasium numpy") from missing


class _Agent(Policy):
    """What tafsim is told of the agent."""

    name = "gymnasium"
    refusal_reasons = (REFUSAL,)

    def __init__(self, features: Sequence[str]) -> None:
        self.observations = tuple(features)


class TafsimEnv(gymnasium.Env):
    """Places the requests of one replication of a scenario."""

    metadata: Dict[str, Any] = {"render_modes": []}

    def __init__(
        self,
        scenario: Union[str, Path],
        tafsim: Union[str, Sequence[str]] = "tafsim",
        max_candidates: int = 16,
        features: Sequence[str] = FEATURES,
        arguments: Sequence[str] = (),
    ) -> None:
        """
        :param scenario: its policies do not matter
        :param tafsim: how to start it: a command line, or its words
        :param max_candidates: rows of the observation; candidates beyond are not seen, and cannot be chosen
        :param features: observations of docs/external-policies.md
        :param arguments: more options of `tafsim run`, e.g. ["--set", "run.duration=2 min"]
        """
        self.scenario = Path(scenario)
        self.tafsim = shlex.split(tafsim) if isinstance(tafsim, str) else list(tafsim)
        self.max_candidates = max_candidates
        self.features = tuple(features)
        self.arguments = list(arguments)
        self.columns = ("present", *self.features, "prompt_tokens")
        self.observation_space = gymnasium.spaces.Box(
            0.0, np.finfo(np.float32).max, (max_candidates, len(self.columns)), np.float32
        )
        self.action_space = gymnasium.spaces.Discrete(max_candidates + 1)
        self._run: Optional[_Run] = None
        self._requests: List[Tuple[Any, Any]] = []
        self._choices: List[Choice] = []
        self._question = 0
        self._reward = 0.0

    def reset(
        self, *, seed: Optional[int] = None, options: Optional[Dict[str, Any]] = None
    ) -> Tuple[np.ndarray, Dict[str, Any]]:
        """Starts a run. options["out"] names the folder of its results; else they are thrown away."""
        super().reset(seed=seed)
        run_seed = seed if seed is not None else int(self.np_random.integers(1, 2**31))
        self.close()
        self._run = _Run(self, run_seed, (options or {}).get("out"))
        self._requests, self._choices, self._reward = [], [], 0.0
        if self._next():
            raise RuntimeError(f"{self.scenario} asks for no decision at all")
        return self._observation(), self._info()

    def step(self, action: Any) -> Tuple[np.ndarray, float, bool, bool, Dict[str, Any]]:
        if self._run is None:
            raise gymnasium.error.ResetNeeded("the run is over: reset begins another")
        number = int(action)
        if number < min(len(self._candidates()), self.max_candidates):
            self._choices.append(number)
        else:
            self._choices.append(REFUSAL)
            self._reward -= 1.0
        is_over = self._next()
        reward, self._reward = self._reward, 0.0
        if is_over:
            self._run, run = None, self._run
            run.finish()
            self._requests = []
        return self._observation(), reward, is_over, False, self._info()

    def action_masks(self) -> np.ndarray:
        """Which actions are allowed, as sb3-contrib asks for it."""
        mask = np.zeros(self.max_candidates + 1, dtype=bool)
        mask[: len(self._candidates()) if self._requests else 0] = True
        mask[-1] = True
        return mask

    def close(self) -> None:
        """Ends the run, wherever it is."""
        run, self._run = self._run, None
        if run is not None:
            run.abort()

    def _candidates(self) -> Any:
        return self._requests[len(self._choices)][1]

    def _next(self) -> bool:
        """Goes on to the next request; true where there is none, as the run is over."""
        assert self._run is not None
        if len(self._choices) < len(self._requests):
            return False
        if self._requests:
            self._run.connection.decide(self._question, self._choices)
        while True:
            message = self._run.receive()
            kind = message["type"]
            if kind == "decide":
                self._question, self._requests, self._choices = message["id"], requests_of(message), []
                return False
            if kind == "outcome":
                outcome = outcome_of(message)
                self._reward += 1.0 if outcome.slo_met else 0.0 if outcome.completed else -1.0
            elif kind == "bye":
                return True

    def _observation(self) -> np.ndarray:
        seen = np.zeros(self.observation_space.shape, dtype=np.float32)
        if self._requests:
            request, candidates = self._requests[len(self._choices)]
            rows = min(len(candidates), self.max_candidates)
            seen[:rows, 0] = 1
            for column, feature in enumerate(self.features, start=1):
                values = candidates.columns[feature][:rows]
                seen[:rows, column] = [INFINITE if value is None else value for value in values]
            seen[:rows, -1] = request.prompt_tokens
        return seen

    def _info(self) -> Dict[str, Any]:
        info: Dict[str, Any] = {"action_mask": self.action_masks().astype(np.int8)}
        if self._requests:
            request, candidates = self._requests[len(self._choices)]
            info.update(request=request, candidates=candidates.columns, time_s=request.time_ns / 1e9)
        return info


class _Run:
    """`tafsim run` in a process of its own, whose external policy is this one."""

    def __init__(self, env: TafsimEnv, seed: int, out: Optional[str]) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="tafsim-")
        self._line: Optional[socket.socket] = None
        place = Path(self._folder.name)
        self._errors = place / "errors.txt"
        self._process: Optional[subprocess.Popen] = None
        self._streams: List[Any] = []
        try:
            with socket.socket(socket.AF_UNIX) as server, open(self._errors, "wb") as errors:
                server.bind(str(place / "line"))
                server.listen(1)
                self._process = subprocess.Popen(
                    self._command(env, seed, str(place / "line"), out or str(place / "run")),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=errors,
                )
                self._line = self._accept(server)
            _, fds, _, _ = socket.recv_fds(self._line, 1, 2)
            self._streams = [os.fdopen(fds[0], "rb"), os.fdopen(fds[1], "wb")]
            self.connection = Connection(*self._streams)
            self.connection.hello()
            self.connection.ready(_Agent(env.features), True)
        except BaseException:
            self.abort()
            raise

    @staticmethod
    def _command(env: TafsimEnv, seed: int, line: str, out: str) -> List[str]:
        words = [sys.executable, os.path.abspath(__file__), line]
        command = " ".join(f"'{word}'" for word in words)
        policies = [
            {"type": "external", "label": LABEL, "parameters": {"command": command, "timeout": "24 h"}}
        ]
        return [
            *env.tafsim,
            "run",
            str(env.scenario),
            *("--set", "policies=" + json.dumps(policies)),
            *("--seed", str(seed), "--replications", "1", "--threads", "1"),
            *("--allow-external", "--quiet", "--no-figures", "--out", out),
            *env.arguments,
        ]

    def _accept(self, server: socket.socket) -> socket.socket:
        server.settimeout(0.2)
        end = time.monotonic() + _START_SECONDS
        while time.monotonic() < end:
            try:
                return server.accept()[0]
            except socket.timeout:
                assert self._process is not None
                if self._process.poll() is not None:
                    raise RuntimeError(self._told("did not begin")) from None
        raise RuntimeError(self._told(f"did not begin within {_START_SECONDS} s"))

    def receive(self) -> Dict[str, Any]:
        message = self.connection.receive()
        if message is None:
            self._end(wait=_END_SECONDS)
            raise RuntimeError(self._told("ended before its time"))
        return message

    def finish(self) -> None:
        """The run is over: its results are written."""
        self._end(wait=None)
        assert self._process is not None
        if self._process.returncode != 0:
            raise RuntimeError(self._told("failed"))
        self._folder.cleanup()

    def abort(self) -> None:
        """Whoever waits for an answer sees that there is none."""
        self._end(wait=_END_SECONDS)
        self._folder.cleanup()

    def _end(self, wait: Optional[float]) -> None:
        for stream in self._streams:
            try:
                stream.close()
            except OSError:
                pass  # the other end is closed
        if self._line is not None:
            self._line.close()
        if self._process is None:
            return
        try:
            self._process.wait(wait)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _told(self, what: str) -> str:
        text = self._errors.read_text(errors="replace") if self._errors.exists() else ""
        return f"tafsim {what}: {text[-2000:].strip()}"


gymnasium.register(id="tafsim/Routing-v0", entry_point=TafsimEnv)
