package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tafsim.policies.Candidate.at;
import static org.tafsim.policies.Candidate.edge;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.model.Tier;
import org.tafsim.policies.score.Score;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;

class ScoreTest {

    private static final FakeCandidates FOUR = FakeCandidates.of(
            at(Tier.FAR_EDGE).rtt(4).load(4, 8).kv(0.95).ttft(300),
            at(Tier.NEAR_EDGE).rtt(8).load(2, 8).kv(0.60).ttft(200).in("FR"),
            at(Tier.REGIONAL).rtt(12).load(0, 6).kv(0.40).ttft(100).priced(2, 0.3),
            at(Tier.CLOUD).rtt(24).load(0, 5).kv(0.10).ttft(150).breaking(1).carbon(50));

    @Test
    void withoutParametersItIsLeastLoaded() {
        assertThat(choice(Map.of())).isEqualTo(3); // 12, 10, 6 and 5 in flight
    }

    @Test
    void scoresAreScaledBetweenTheLeastAndTheMostThenWeighedAndAdded() {
        // queue 4, 2, 0, 0: 0, 0.5, 1, 1; rtt 4, 8, 12, 24: 1, 0.8, 0.6, 0
        assertThat(choice(Map.of("scores", "queue: 1, rtt: 1"))).isEqualTo(2); // 1, 1.3, 1.6, 1
        assertThat(choice(Map.of("scores", "queue: 1, rtt: 4"))).isEqualTo(0); // 4, 3.7, 3.4, 1
        assertThat(choice(Map.of("scores", "queue: 1, rtt: 2.2"))).isEqualTo(2); // 2.2, 2.26, 2.32, 1
    }

    @Test
    void filtersChangeWhatIsLeastAndMost() {
        // Without the cloud rtt is 1, 0.5, 0; queue 0, 0.5, 1.
        assertThat(choice(Map.of("filters", "lawful", "scores", "queue: 1, rtt: 1.1")))
                .isEqualTo(0); // 1.1, 1.05, 1
    }

    @Test
    void aRefusalNamesTheFilterThatLeftNobody() {
        RoutingPolicy policy = FakeContext.policy("score", Map.of("filters", "cloud, within(1 s), lawful"));

        assertThat(policy.refusalReasons()).containsExactly("cloud", "within", "lawful", "no-score");
    }

    @Test
    void refusesWhereNonePassesAllFilters() {
        assertThat(choice(Map.of("filters", "cloud, lawful"))).isEqualTo(RoutingPolicy.refusal(1));
        assertThat(choice(Map.of("filters", "when(RTT_MS > 100)"))).isEqualTo(RoutingPolicy.REFUSE);
    }

    @Test
    void aPreferenceCountsWhereAnyMeetsIt() {
        assertThat(choice(Map.of("prefers", "edge", "scores", "queue"))).isEqualTo(1); // 4 and 2 wait there
        assertThat(choice(Map.of("prefers", "rtt(1 ms), edge", "scores", "queue")))
                .isEqualTo(1); // none is so near
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "queue, rtt | 2",
                "running: -1, rtt | 0", // 8, 8, 6, 5 running: −0, −0, −2/3, −1
                "token-load(1000), rtt | 2", // 2000, 1000, 0, 0 tokens: 0, 0, 1, 1
                "kv | 3",
                "session | 1",
                "ttft | 2",
                "headroom | 2",
                "headroom(pack) | 1", // promised 250 ms: 50 ms left
                "law, rtt | 0",
                "carbon, rtt | 0",
                "price: -1, rtt: 0.1 | 2",
                "contract: -1, rtt: 0.1 | 2",
                "tier | 0",
                "tier: -1 | 3",
                "least-allocated | 3",
                "most-allocated | 0",
                "ratio(31:0 32:10 33:0) | 1", // in use: 0.498, 0.320, 0.212, 0.060
                "spread(country): 1, rtt: 0.1 | 1", // 23 in flight in DE, 10 in FR
                "rank(-abs(RTT_MS - 13)) | 2",
                "in-flight: 0, rtt: 0, ready: 0, start: 0, energy: 0, ttft: 0.1 | 2"
            })
    void everyScorerHasItsFavourite(String scores, int favourite) {
        RequestView request = new FakeRequest(0, 1, 250);

        assertThat(policy(Map.of("scores", scores)).route(request, FOUR)).isEqualTo(favourite);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ready | 0",
                "within-slo | 1", // 250 ms
                "lawful | 0",
                "within(120 ms) | 2",
                "kv(50 %) | 2",
                "room | 2", // nobody waits
                "room(0.2) | 3",
                "waiting(2) | 1",
                "edge | 0",
                "cloud | 3",
                "session | 1",
                "skew(tier 2) | 2", // 12, 10, 6 and 5 in flight, with one more at most 7
                "when(KV_USED < 0.5 & COUNTRY = \"DE\") | 2",
                "domestic, when(TIER != \"far-edge\") | 2"
            })
    void everyFilterLeavesTheFirstThatPasses(String filters, int first) {
        RequestView request = new FakeRequest(0, 1, 250);
        RoutingPolicy policy = policy(Map.of("filters", filters, "scores", "", "pick", "first"));

        assertThat(policy.route(request, FOUR)).isEqualTo(first);
    }

    @Test
    void headroomGoesToTheIdleWhereNoneKeepsThePromise() {
        FakeCandidates candidates =
                FakeCandidates.of(edge().ttft(110).load(0, 1), edge().ttft(200), edge().ttft(190), edge().ttft(120));
        RoutingPolicy policy = policy(Map.of("scores", "headroom"));

        assertThat(policy.route(FakeRequest.promised(100), candidates)).isEqualTo(3); // idle, misses by 20 ms
        assertThat(policy.route(FakeRequest.promised(115), candidates)).isEqualTo(0); // keeps it
    }

    @Test
    void whatHasNoNumberIsNotPicked() {
        FakeCandidates candidates =
                FakeCandidates.of(edge().ttft(Double.NaN), edge().ttft(Double.POSITIVE_INFINITY), edge());

        assertThat(policy(Map.of("scores", "ttft")).route(FakeRequest.OF_FIRST_APP, candidates))
                .isEqualTo(2);
        assertThat(policy(Map.of("scores", "rank(1/0)", "pick", "top:2")).route(FakeRequest.OF_FIRST_APP, candidates))
                .isEqualTo(RoutingPolicy.REFUSE);
    }

    @Test
    void ofEqualsOneAtRandomOrTheFirst() {
        FakeCandidates candidates = FakeCandidates.of(edge().rtt(9), edge().rtt(4), edge().rtt(4));
        RoutingPolicy drawn = Score.TYPE.create(new ScriptedStream(Map.of("scores", "rtt"), 1));

        assertThat(drawn.route(FakeRequest.OF_FIRST_APP, candidates)).isEqualTo(2);
        assertThat(policy(Map.of("scores", "rtt", "pick", "first")).route(FakeRequest.OF_FIRST_APP, candidates))
                .isEqualTo(1);
    }

    @Test
    void oneOfTheBestFewAtRandom() {
        // rtt scores 1, 0.8, 0.6, 0: the best two are 0 and 1
        RoutingPolicy policy = Score.TYPE.create(new ScriptedStream(Map.of("scores", "rtt", "pick", "top:2"), 1, 0));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, FOUR)).isEqualTo(1);
        assertThat(policy.route(FakeRequest.OF_FIRST_APP, FOUR)).isEqualTo(0);
    }

    /** Chances 1, 0.8, 0.6 and 0 of 2.4: within four standard deviations. */
    @Test
    void weightedRandomPicksInProportionToTheScores() {
        RoutingPolicy policy = policy(Map.of("scores", "rtt", "pick", "weighted-random"));
        int[] picked = new int[4];
        int draws = 10_000;
        for (int i = 0; i < draws; i++) {
            picked[policy.route(FakeRequest.OF_FIRST_APP, FOUR)]++;
        }

        double[] chances = {1 / 2.4, 0.8 / 2.4, 0.6 / 2.4, 0};
        for (int i = 0; i < 4; i++) {
            double deviation = Math.sqrt(draws * chances[i] * (1 - chances[i]));
            assertThat(picked[i] - draws * chances[i]).isBetween(-4 * deviation, 4 * deviation);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scores | queue: 2, kvv: 1 | character 11 of \"queue: 2, kvv: 1\": there is no scorer kvv; expected one of queue, running, | Maybe 'kv'?",
                "scores | queue: much | character 8 of \"queue: much\": \"much\" is not a weight; | from -1000000 to 1000000.",
                "scores | queue kv | character 7 of \"queue kv\": expected ,, found k. | k.",
                "scores | queue, | character 7 of \"queue,\": expected a name, found the end. | end.",
                "scores | rtt(3) | character 5 of \"rtt(3)\": rtt takes nothing in parentheses. | parentheses.",
                "scores | headroom(spred) | character 10 of \"headroom(spred)\": expected one of pack, spread, found \"spred\". | Maybe 'spread'?",
                "scores | ratio(0:0 80:11) | character 7 of \"ratio(0:0 80:11)\": \"80:11\" in \"0:0 80:11\" is no point; | 100:0\".",
                "scores | spread(contry) | character 8 of \"spread(contry)\": expected one of country, site, operator, tier, replica, found \"contry\". | Maybe 'country'?",
                "scores | rank(RTT_M) | character 6 of \"rank(RTT_M)\": character 1 of \"RTT_M\": there is no attribute RTT_M. | Maybe 'RTT_MS'?",
                "filters | within(400) | character 8 of \"within(400)\": \"400\" is not a duration; | \"400 ms\"?",
                "filters | kv(120 %) | character 4 of \"kv(120 %)\": \"120 %\" is not a number between 0 and 1.0, as kv takes. | takes.",
                "filters | lawfull | character 1 of \"lawfull\": there is no filter lawfull; expected one of ready, lawful, | Maybe 'lawful'?",
                "filters | lawful: 2 | character 7 of \"lawful: 2\": expected ,, found :. | :.",
                "filters | skew(country) | character 6 of \"skew(country)\": expected what is counted and how far apart, e.g. skew(country 5), | \"country\".",
                "prefers | within(1 s | character 7 of \"within(1 s\": the parenthesis is never closed. | closed.",
                "pick | best | \"best\" picks nothing; expected max, first, weighted-random or top:3. | top:3."
            })
    void mistakesAreShownAtTheirCharacter(String name, String text, String start, String end) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(Map.of(name, text)))
                .withMessageStartingWith("The policy score, parameter '%s': %s", name, start)
                .withMessageEndingWith(end);
    }

    @Test
    void chancesCannotBeBelowZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(Map.of("scores", "rtt: -1", "pick", "weighted-random")))
                .withMessage(
                        "The policy score: chances of weighted-random need weights of 0 and more. Maybe pick: max?");
    }

    private static RoutingPolicy policy(Map<String, String> parameters) {
        return FakeContext.policy("score", parameters);
    }

    private static int choice(Map<String, String> parameters) {
        return policy(parameters).route(FakeRequest.OF_FIRST_APP, FOUR);
    }
}
