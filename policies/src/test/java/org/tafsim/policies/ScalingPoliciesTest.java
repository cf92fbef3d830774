package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafsim.policy.ScalingPolicy;
import org.tafsim.policy.ScalingPolicyType;
import org.tafsim.policy.ScalingView;

class ScalingPoliciesTest {

    /** Ten usable replicas; a decision every 30 s, a start of 60 s. */
    private record Seen(long seconds, int on, int starting, int inFlight, int waiting, double busyFraction)
            implements ScalingView {

        static Seen at(long seconds, int on) {
            return new Seen(seconds, on, 0, 0, 0, 0);
        }

        Seen inFlight(int requests) {
            return new Seen(seconds, on, starting, requests, waiting, busyFraction);
        }

        Seen waiting(int requests) {
            return new Seen(seconds, on, starting, inFlight, requests, busyFraction);
        }

        Seen busy(double share) {
            return new Seen(seconds, on, starting, inFlight, waiting, share);
        }

        Seen starting(int replicas) {
            return new Seen(seconds, on, replicas, inFlight, waiting, busyFraction);
        }

        @Override
        public double arrivalsPerSecond() {
            return 0;
        }

        @Override
        public long nowNanos() {
            return seconds * 1_000_000_000L;
        }

        @Override
        public double hourOfDay() {
            return seconds / 3600.0 % 24;
        }

        @Override
        public double periodSeconds() {
            return 30;
        }

        @Override
        public double startSeconds() {
            return 60;
        }

        @Override
        public int usable() {
            return 10;
        }

        @Override
        public double kvUsedFraction() {
            return 0;
        }
    }

    private static ScalingPolicy policy(String id, Map<String, String> parameters) {
        return RolePoliciesTest.policy(ScalingPolicyType.class, id, parameters);
    }

    @Test
    void fixedNeverChanges() {
        assertThat(policy("fixed", Map.of("replicas", "4")).replicas(Seen.at(0, 1)))
                .isEqualTo(4);
    }

    @Test
    void aScheduleFollowsTheHourOfTheDayAcrossMidnight() {
        ScalingPolicy policy = policy("schedule", Map.of("hours", "7-19: 8, 22-6: 3", "else", "5"));

        assertThat(policy.replicas(Seen.at(7 * 3600, 1))).isEqualTo(8);
        assertThat(policy.replicas(Seen.at(19 * 3600, 1))).isEqualTo(5);
        assertThat(policy.replicas(Seen.at(23 * 3600, 1))).isEqualTo(3);
        assertThat(policy.replicas(Seen.at(5 * 3600, 1))).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy("schedule", Map.of("hours", "7-25: 8")))
                .withMessageContaining("expected hours and a number, e.g. 7-19: 8, found \"7-25: 8\"");
    }

    /** 33 in flight at 8 each are 5 replicas; with 8 they would be 1, but only when the window is over. */
    @Test
    void inFlightScalesUpAtOnceAndDownAfterItsWindow() {
        ScalingPolicy policy = policy("target-in-flight", Map.of("target", "8", "window", "60 s"));

        assertThat(policy.replicas(Seen.at(30, 2).inFlight(33))).isEqualTo(5);
        assertThat(policy.replicas(Seen.at(60, 5).inFlight(8))).isEqualTo(5);
        assertThat(policy.replicas(Seen.at(90, 5).inFlight(8))).isEqualTo(5);
        assertThat(policy.replicas(Seen.at(91, 5).inFlight(8))).isEqualTo(1);
    }

    @Test
    void aQueueAddsToThoseOnLessWhatIsStarting() {
        ScalingPolicy policy = policy("target-queue", Map.of("target", "4", "window", "0 s"));

        assertThat(policy.replicas(Seen.at(30, 2).waiting(9))).isEqualTo(5);
        assertThat(policy.replicas(Seen.at(60, 5).starting(3).waiting(9))).isEqualTo(5);
        assertThat(policy.replicas(Seen.at(90, 5))).isEqualTo(4);
    }

    /** 4 x 0.9 / 0.6 = 6; 4 x 0.63 / 0.6 is within a tenth; 4 x 0.3 / 0.6 = 2. */
    @Test
    void utilizationFollowsTheHorizontalAutoscaler() {
        ScalingPolicy policy = policy("target-utilization", Map.of("target", "60 %", "window", "0 s"));

        assertThat(policy.replicas(Seen.at(30, 4).busy(0.9))).isEqualTo(6);
        assertThat(policy.replicas(Seen.at(60, 4).busy(0.63))).isEqualTo(4);
        assertThat(policy.replicas(Seen.at(90, 4).busy(0.3))).isEqualTo(2);
    }

    /** 32 and then 64 in flight: level 48, trend 0.25 x 16 / 30 a second; in 90 s 60, at 16 each 3.75. */
    @Test
    void aForecastStaffsForWhenAStartIsOver() {
        ScalingPolicy policy = policy("forecast", Map.of("level", "50 %", "trend", "25 %"));

        assertThat(policy.replicas(Seen.at(30, 4).inFlight(32))).isEqualTo(2);
        assertThat(policy.replicas(Seen.at(60, 4).inFlight(64))).isEqualTo(4);
    }

    @Test
    void aForecastLearnsNothingBetweenTwoPeriods() {
        ScalingPolicy policy = policy("forecast", Map.of("level", "50 %", "trend", "25 %"));

        policy.replicas(Seen.at(30, 4).inFlight(32));
        assertThat(policy.replicas(Seen.at(31, 3).inFlight(640))).isEqualTo(2);
        assertThat(policy.replicas(Seen.at(60, 4).inFlight(64))).isEqualTo(4);
    }

    /** 64 in flight at 16 each take 4, and 2 x 2 more. */
    @Test
    void squareRootStaffingAddsTheSquareRootOfTheLoad() {
        ScalingPolicy policy = policy("forecast", Map.of("staffing", "square-root", "beta", "2"));

        assertThat(policy.replicas(Seen.at(30, 4).inFlight(64))).isEqualTo(8);
    }
}
