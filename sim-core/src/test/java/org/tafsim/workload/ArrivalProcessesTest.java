package org.tafsim.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.ArrivalSpec.OnOff;
import org.tafsim.model.ArrivalSpec.Poisson;
import org.tafsim.model.ArrivalSpec.Renewal;
import org.tafsim.model.ArrivalSpec.Renewal.Family;
import org.tafsim.model.DiurnalProfile;

class ArrivalProcessesTest {

    @Test
    void equalStreamsGiveEqualArrivals() {
        OnOff spec = new OnOff(50, 0, 1_000_000_000L, 2_000_000_000L);

        assertThat(first(1000, ArrivalCounts.process(spec, Optional.empty(), 3)))
                .isEqualTo(first(1000, ArrivalCounts.process(spec, Optional.empty(), 3)))
                .isNotEqualTo(first(1000, ArrivalCounts.process(spec, Optional.empty(), 4)))
                .isSorted();
    }

    @Test
    void crowdedArrivalsShareANanosecondButNeverGoBack() {
        long[] arrivals = first(10_000, ArrivalCounts.process(new Poisson(1e10), Optional.empty(), 0));

        assertThat(arrivals).isSorted();
        assertThat(LongStream.of(arrivals).distinct().count()).isLessThan(5_000);
    }

    @Test
    void theProcessEndsWhereNanosecondsEnd() {
        ArrivalProcess process = ArrivalCounts.process(new Poisson(1e-12), Optional.empty(), 0);

        assertThat(first(3, process)).containsOnly(ArrivalProcess.END);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.009, 21, 100})
    void aVariationOutOfRangeIsRefused(double variation) {
        assertThatThrownBy(() -> ArrivalCounts.process(new Renewal(1, Family.WEIBULL, variation), Optional.empty(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("variation")
                .hasMessageContaining("[0.01, 20.0]");
    }

    @Test
    void aTraceKeepsItsTimesAndIsClosedAtItsEnd() {
        ListedTrace trace = new ListedTrace(row(0), row(7), row(7), row(9_007_199_254_740_993L));

        assertThat(first(6, replay(trace, 1)))
                .containsExactly(0, 7, 7, 9_007_199_254_740_993L, ArrivalProcess.END, ArrivalProcess.END);
        assertThat(trace.closings()).isOne();
    }

    @Test
    void aTraceReplayedAtDoubleSpeedTakesHalfTheTime() {
        ListedTrace trace = new ListedTrace(row(0), row(10), row(40));

        assertThat(first(4, replay(trace, 2))).containsExactly(0, 5, 20, ArrivalProcess.END);
    }

    @Test
    void aTraceThatGoesBackIsRefused() {
        ArrivalProcess process = replay(new ListedTrace(row(5), row(4)), 1);
        process.nextNanos();

        assertThatThrownBy(process::nextNanos)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The trace day.csv goes back from 5 ns to 4 ns. Maybe it is not sorted.");
    }

    @Test
    void aTraceTakesNoProfile() {
        Optional<DiurnalProfile> profile = Optional.of(new DiurnalProfile(Collections.nCopies(24, 1.0), 0));

        assertThatThrownBy(() -> ArrivalProcesses.of(
                        new ArrivalSpec.Trace("day.csv", 1),
                        profile,
                        new RandomStreams(1, 0).stream("arrivals"),
                        TraceOpener.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The trace day.csv has its own shape over the day. Maybe drop the diurnal profile.");
    }

    private static long[] row(long arrivalNanos) {
        return new long[] {arrivalNanos, 1, 1};
    }

    private static ArrivalProcess replay(ListedTrace trace, double speed) {
        return ArrivalProcesses.of(
                new ArrivalSpec.Trace("day.csv", speed),
                Optional.empty(),
                new RandomStreams(1, 0).stream("arrivals"),
                opened -> trace);
    }

    private static long[] first(int count, ArrivalProcess process) {
        return LongStream.generate(process::nextNanos).limit(count).toArray();
    }
}
