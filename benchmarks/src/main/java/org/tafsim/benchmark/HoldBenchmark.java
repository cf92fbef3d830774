package org.tafsim.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Hold operations per microsecond of wall time. On a busy machine {@link HoldMain}, in CPU time, is the fairer one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgs = "-XX:+UseParallelGC")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HoldBenchmark {
    private static final int EVENTS = 50_000;

    @Param
    HoldVariant variant = HoldVariant.TAFSIM_CALENDAR;

    @Param({"100", "10000", "1000000"})
    int pending;

    @SuppressWarnings("NullAway.Init") // JMH calls fill first
    private HoldModel model;

    /** Fills the calendar. */
    @Setup
    public void fill() {
        model = variant.create(pending);
    }

    /** Runs events and schedules as many. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long hold() {
        return model.hold(EVENTS);
    }
}
