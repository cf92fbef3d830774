"""The environment, with tafsim: TAFSIM says how to start it, TAFSIM_SCENARIOS where the scenarios are."""

import os
import shlex
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))

try:
    import gymnasium
    import numpy as np
    from gymnasium.utils.env_checker import check_env

    import tafsim_gym
except ImportError as missing:
    raise unittest.SkipTest(f"no Gymnasium here: {missing}")

SCENARIO = HERE.parent.parent / "scenarios" / "hello.yaml"
SHORT = ["--set", "run.duration=10 s", "--set", "run.warmup=2 s", "--set", "apps[id=chat].arrivals.rate=3 /s"]


@unittest.skipUnless("TAFSIM" in os.environ, "TAFSIM does not say how to start tafsim")
class GymTest(unittest.TestCase):
    def env(self, *more, **settings):
        env = tafsim_gym.TafsimEnv(
            SCENARIO, tafsim=shlex.split(os.environ["TAFSIM"]), arguments=[*SHORT, *more], **settings
        )
        self.addCleanup(env.close)
        return env

    def play(self, env, seed, choose, **options):
        """Steps, sum of rewards, last info."""
        observation, info = env.reset(seed=seed, options=options)
        steps, total, is_over = 0, 0.0, False
        while not is_over:
            self.assertTrue(env.observation_space.contains(observation))
            observation, reward, is_over, truncated, info = env.step(choose(observation, info))
            self.assertFalse(truncated)
            steps, total = steps + 1, total + reward
        return steps, total, observation, info

    def test_gymnasium_finds_nothing_wrong(self):
        check_env(self.env(max_candidates=4), skip_render_check=True)

    def test_rows_are_candidates_and_the_rest_is_filled_up(self):
        env = self.env(max_candidates=5)
        observation, info = env.reset(seed=1)

        self.assertEqual(observation.shape, (5, len(env.columns)))
        self.assertEqual(list(observation[:, 0]), [1, 1, 1, 0, 0])
        self.assertEqual(list(info["action_mask"]), [1, 1, 1, 0, 0, 1])
        self.assertEqual(observation[0, -1], info["request"].prompt_tokens)
        round_trip = env.columns.index("round_trip_s")
        np.testing.assert_allclose(observation[:3, round_trip], info["candidates"]["round_trip_s"], rtol=1e-6)

    def test_candidates_beyond_the_rows_cannot_be_chosen(self):
        env = self.env(max_candidates=1)
        _, info = env.reset(seed=1)
        self.assertEqual(list(info["action_mask"]), [1, 1])

    def test_kept_promises_pay_and_refusals_cost(self):
        steps, first, last, info = self.play(self.env(max_candidates=4), 1, lambda seen, info: 0)
        self.assertGreater(first, 0)
        self.assertLessEqual(first, steps)
        self.assertFalse(last.any())
        self.assertEqual(list(info["action_mask"]), [0, 0, 0, 0, 1])

        refused, total, _, _ = self.play(self.env(max_candidates=4), 1, lambda seen, info: 4)
        self.assertEqual(total, -refused)
        masked, total, _, _ = self.play(self.env(max_candidates=4), 1, lambda seen, info: 3)
        self.assertEqual(total, -masked)

    def test_the_seed_fixes_the_episode(self):
        env = self.env(max_candidates=4)
        first = self.play(env, 7, lambda seen, info: 1)[:2]
        self.assertEqual(first, self.play(env, 7, lambda seen, info: 1)[:2])
        self.assertNotEqual(first, self.play(env, 8, lambda seen, info: 1)[:2])

    def test_results_are_kept_where_they_are_asked_for(self):
        with tempfile.TemporaryDirectory() as folder:
            out = os.path.join(folder, "run")
            self.play(self.env(), 1, lambda seen, info: 0, out=out)
            self.assertTrue(os.path.exists(os.path.join(out, "choices", "policy1-replication1.txt")))

    def test_an_episode_can_be_left_at_any_time(self):
        env = self.env()
        env.reset(seed=1)
        env.step(0)
        run = env._run
        env.reset(seed=2)
        self.assertNotEqual(run._process.returncode, 0)
        env.close()
        with self.assertRaises(gymnasium.error.ResetNeeded):
            env.step(0)

    def test_what_tafsim_says_is_told(self):
        with self.assertRaisesRegex(RuntimeError, "did not begin: .*run.length"):
            self.env("--set", "run.length=1 s").reset(seed=1)


if __name__ == "__main__":
    unittest.main()
