package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.engine.RunResult;
import org.tafsim.model.PolicySpec;

class ReplicationRunnerTest {

    private static final List<PolicySpec> POLICIES = Runs.policies("nearest", "cloud-only", "random");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64})
    void resultsComeInTheOrderOfPoliciesAndReplicationsWhateverTheThreads(int threads) throws Exception {
        RunTask lastOneIsFastest = (policy, replication, sink) -> {
            spin((3 - replication) * 200_000);
            return Runs.simulate(policy, replication, sink);
        };

        List<RunResult> results =
                new ReplicationRunner(threads, Progress.NONE).run(POLICIES, 3, lastOneIsFastest, RequestLog.NONE);

        assertThat(results).isEqualTo(inOrder(3));
    }

    @Test
    void progressCountsEveryRunOnceOnTheCallingThread() throws Exception {
        ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
        Thread caller = Thread.currentThread();
        Progress progress = (done, total, label) ->
                seen.add("%d/%d %s %s".formatted(done, total, label, Thread.currentThread() == caller));

        new ReplicationRunner(1, progress).run(Runs.policies("a", "b"), 2, Runs::simulate, RequestLog.NONE);

        assertThat(seen)
                .containsExactly(
                        "0/4  true",
                        "1/4 a, replication 1 true",
                        "2/4 a, replication 2 true",
                        "3/4 b, replication 1 true",
                        "4/4 b, replication 2 true");
    }

    @Test
    void failureNamesPolicyAndReplicationAndNothingStartsAfterIt() {
        AtomicInteger started = new AtomicInteger();
        RunTask failsInTheSecond = (policy, replication, sink) -> {
            if (started.incrementAndGet() == 2) {
                throw new IllegalStateException("out of luck");
            }
            return Runs.simulate(policy, replication, sink);
        };

        ReplicationRunner runner = new ReplicationRunner(1, Progress.NONE);
        Throwable thrown = catchThrowable(() -> runner.run(POLICIES, 50, failsInTheSecond, RequestLog.NONE));

        assertThat(thrown)
                .isInstanceOf(RunFailedException.class)
                .hasMessage("Policy nearest, replication 2: out of luck")
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(started).hasValue(2);
    }

    @Test
    void failureStopsRunsThatAreUnderWay() throws Exception {
        CountDownLatch underWay = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        RunTask task = (policy, replication, sink) -> {
            if (policy.label().equals("random")) {
                await(underWay);
                throw new IllegalStateException("out of luck");
            }
            end.set(catchThrowable(() -> {
                while (true) {
                    sink.record(Runs.request(0, 1));
                    underWay.countDown();
                }
            }));
            throw new IllegalStateException("stopped");
        };

        ReplicationRunner runner = new ReplicationRunner(2, Progress.NONE);
        assertThatThrownBy(() -> runner.run(Runs.policies("endless", "random"), 1, task, RequestLog.NONE))
                .hasMessageContaining("Policy random, replication 1");

        assertThat(end.get()).isInstanceOf(PlannedRun.StoppedException.class);
    }

    @Test
    void interruptEndsTheCallAndTheRuns() throws Exception {
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        RunTask endless = (policy, replication, sink) -> {
            try {
                while (true) {
                    sink.record(Runs.request(0, 1));
                    underWay.countDown();
                }
            } finally {
                over.countDown();
            }
        };
        Thread caller = new Thread(() -> thrown.set(catchThrowable(
                () -> new ReplicationRunner(1, Progress.NONE).run(POLICIES, 2, endless, RequestLog.NONE))));

        caller.start();
        underWay.await();
        caller.interrupt();
        caller.join();

        assertThat(over.getCount()).isZero();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void logThatCannotBeOpenedFailsItsRunWithTheReason() {
        RequestLog broken = (index, policy, replication) -> {
            throw new NoSuchFileException("parts");
        };

        ReplicationRunner runner = new ReplicationRunner(2, Progress.NONE);
        assertThatThrownBy(() -> runner.run(POLICIES, 1, Runs::simulate, broken))
                .isInstanceOf(RunFailedException.class)
                .hasMessageMatching("Policy .*, replication 1: parts");
    }

    @Test
    void messageOfAnUncheckedIoErrorIsThatOfItsCause() {
        RunTask full = (policy, replication, sink) -> {
            throw new UncheckedIOException(new IOException("No space left on device"));
        };

        ReplicationRunner runner = new ReplicationRunner(1, Progress.NONE);
        assertThatThrownBy(() -> runner.run(POLICIES, 1, full, RequestLog.NONE))
                .hasMessage("Policy nearest, replication 1: No space left on device");
    }

    @Test
    void resultOfAnotherRunIsRefused() {
        RunTask confused = (policy, replication, sink) -> Runs.of(policy.label(), replication + 1, "ttft_p95", 1);

        ReplicationRunner runner = new ReplicationRunner(1, Progress.NONE);
        assertThatThrownBy(() -> runner.run(POLICIES, 1, confused, RequestLog.NONE))
                .hasMessageContaining("The result is of policy nearest, replication 2");
    }

    @Test
    void atLeastOneThreadPolicyAndReplicationAreNeeded() {
        ReplicationRunner runner = new ReplicationRunner(1, Progress.NONE);

        assertThatThrownBy(() -> new ReplicationRunner(0, Progress.NONE)).hasMessageContaining("threads (0)");
        assertThatThrownBy(() -> runner.run(List.of(), 1, Runs::simulate, RequestLog.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> runner.run(POLICIES, 0, Runs::simulate, RequestLog.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<RunResult> inOrder(int replications) {
        return POLICIES.stream()
                .flatMap(policy -> IntStream.range(0, replications)
                        .mapToObj(replication -> Runs.simulate(policy, replication, request -> {})))
                .toList();
    }

    private static void spin(int times) {
        for (int i = 0; i < times; i++) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
