package org.tafsim.policies.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.tafsim.policies.harvest.FakeHarvestView.at;
import static org.tafsim.policies.harvest.FakeHarvestView.need;
import static org.tafsim.policies.harvest.FakeHarvestView.policy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafsim.policy.HarvestPolicy;
import org.tafsim.policy.HarvestPolicyType;

/** Decisions worked by hand. */
class HarvestDecisionsTest {

    private static final long HOUR = 3600;

    @Test
    void aStaticSplitIsTheSameAtAllLoads() {
        assertThat(policy(StaticSplit.TYPE, Map.of()).ranShare(at(0, 0.9))).isEqualTo(0.5);
        assertThat(policy(StaticSplit.TYPE, Map.of("share", "30 %")).ranShare(at(0, 0)))
                .isEqualTo(0.3);
    }

    @Test
    void followingKeepsAMarginOfLoadAndNoMoreThanFullLoadNeeds() {
        HarvestPolicy follow = policy(Follow.TYPE, Map.of());

        assertThat(follow.ranShare(at(0, 0.4))).isEqualTo(need(0.5)); // 1.25 × 0.4
        assertThat(follow.ranShare(at(10, 0.9))).isEqualTo(need(1));
    }

    @Test
    void thresholdsRaiseAtOnceAndLowerOnlyAfterTheHold() {
        HarvestPolicy threshold = policy(Threshold.TYPE, Map.of("hold", "30 s"));

        assertThat(threshold.ranShare(at(0, 0.3))).isEqualTo(0.5); // 0.34 of 0.5: between
        assertThat(threshold.ranShare(at(10, 0.45))).isCloseTo(0.6, within(1e-12)); // 0.46 of 0.5: above 85 %
        assertThat(threshold.ranShare(at(20, 0.45))).isCloseTo(0.6, within(1e-12)); // 0.46 of 0.6: between
        assertThat(threshold.ranShare(at(30, 0.2))).isCloseTo(0.6, within(1e-12)); // 0.26 of 0.6: low, but 20 s only
        assertThat(threshold.ranShare(at(40, 0.2))).isCloseTo(0.5, within(1e-12)); // 30 s
        assertThat(threshold.ranShare(at(50, 0.2))).isCloseTo(0.5, within(1e-12)); // held anew
    }

    @Test
    void thresholdsKeepTheReservation() {
        HarvestPolicy threshold = policy(Threshold.TYPE, Map.of("hold", "0 s", "step", "45 %", "low", "70 %"));

        assertThat(threshold.ranShare(at(0, 0))).isEqualTo(0.1);
        assertThat(threshold.ranShare(at(10, 0))).isCloseTo(0.55, within(1e-12)); // its 0.1 is all in use
    }

    /** Quarters of a day: 0.1, 0.2, 0.4, 0.3; on the second day the first is 0.3. */
    @Test
    void aForecastIsYesterdayAndHalfOfWhatTheLastLoadWasAboveIt() {
        HarvestPolicy forecast = policy(Forecast.TYPE, Map.of("bucket", "6 h", "deviations", "0"));

        assertThat(forecast.ranShare(quarter(0, 0.1))).isEqualTo(need(0.1)); // nothing seen before
        assertThat(forecast.ranShare(quarter(1, 0.1))).isEqualTo(need(0.1));
        forecast.ranShare(quarter(2, 0.2));
        forecast.ranShare(quarter(3, 0.4));
        forecast.ranShare(quarter(4, 0.3));
        assertThat(forecast.ranShare(quarter(5, 0.3))).isCloseTo(need(0.4), within(1e-12)); // yesterday's 0.2 and 0.4
        assertThat(forecast.ranShare(quarter(6, 0.2))).isCloseTo(need(0.5), within(1e-12)); // 0.4 + half of 0.3 − 0.1
    }

    @Test
    void aForecastThatErredKeepsMore() {
        HarvestPolicy certain = policy(Forecast.TYPE, Map.of("bucket", "6 h", "deviations", "0"));
        HarvestPolicy careful = policy(Forecast.TYPE, Map.of("bucket", "6 h", "deviations", "2"));
        double less = 0;
        double more = 0;
        for (int quarter = 0; quarter < 4; quarter++) {
            less = certain.ranShare(quarter(quarter, quarter == 2 ? 0.4 : 0.2));
            more = careful.ranShare(quarter(quarter, quarter == 2 ? 0.4 : 0.2));
        }
        // One error of 0.2 in two buckets, squared and weighted by 1/20: 2 · 0.2 / √20.
        assertThat(more - less).isCloseTo(0.8 * 0.4 / Math.sqrt(20), within(1e-12));
    }

    @Test
    void aLearnerTriesEveryShareOnceAndKeepsTheOneThatPaid() {
        HarvestPolicy learner = policy(UpperConfidence.TYPE, Map.of("shares", "2", "exploration", "0"));

        assertThat(learner.ranShare(at(0, 0.1))).isEqualTo(1);
        assertThat(learner.ranShare(at(10, 0.1).after(0, 0))).isEqualTo(0.5); // the whole card paid 0
        assertThat(learner.ranShare(at(20, 0.1).after(0.5, 0))).isEqualTo(0.5); // half of it paid 0.5
        assertThat(learner.ranShare(at(30, 0.1).after(0.5, 1e-4))).isEqualTo(0.5); // missed: 0, in the mean 0.25
        assertThat(learner.ranShare(at(40, 0.95).after(0.5, 0))).isEqualTo(1); // another load: all anew
    }

    @Test
    void settingsOutOfRangeAreRefusedByName() {
        refuses(Follow.TYPE, Map.of("margin", "0.5"), "parameter 'margin': \"0.5\" must lie between 1.0 and 100.0");
        refuses(
                StaticSplit.TYPE,
                Map.of("share", "130 %"),
                "parameter 'share': \"130 %\" must lie between 0 % and 100 %");
        refuses(StaticSplit.TYPE, Map.of("share", "half"), "\"half\" is not a number");
        refuses(Threshold.TYPE, Map.of("low", "90 %"), "'low' (0.9) must be below 'high' (0.85)");
        refuses(Forecast.TYPE, Map.of("bucket", "7 min"), "a day a whole number of it");
        refuses(UpperConfidence.TYPE, Map.of("share", "2"), "has no parameter 'share'; it takes shares, exploration.");
    }

    private static void refuses(HarvestPolicyType type, Map<String, String> parameters, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(type, parameters))
                .withMessageContaining(message);
    }

    private static FakeHarvestView quarter(int number, double load) {
        return at(6 * HOUR * number, load).every(6 * HOUR);
    }
}
