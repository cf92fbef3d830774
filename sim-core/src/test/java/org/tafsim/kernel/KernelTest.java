package org.tafsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelTest {
    private final List<String> log = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void eventsRunInTimeOrder(KernelKind kernelKind) {
        Kernel kernel = Kernels.create(kernelKind);
        int kind = logging(kernel, EventRank.SERVICE);

        kernel.schedule(30, kind, 3, 0);
        kernel.schedule(10, kind, 1, 0);
        kernel.schedule(20, kind, 2, 0);
        kernel.runUntil(100);

        assertThat(log).containsExactly("10:1", "20:2", "30:3");
    }

    @ParameterizedTest
    @EnumSource
    void tiesRunByRankThenInSchedulingOrder(KernelKind kernelKind) {
        Kernel kernel = Kernels.create(kernelKind);
        int observation = logging(kernel, EventRank.OBSERVATION);
        int control = logging(kernel, EventRank.CONTROL);

        kernel.schedule(10, observation, 1, 0);
        kernel.schedule(10, control, 2, 0);
        kernel.schedule(10, observation, 3, 0);
        kernel.schedule(10, control, 4, 0);
        kernel.runUntil(10);

        assertThat(log).containsExactly("10:2", "10:4", "10:1", "10:3");
    }

    @ParameterizedTest
    @EnumSource
    void anEventOfSmallerRankScheduledNowRunsBeforeTheRestOfTheInstant(KernelKind kernelKind) {
        Kernel kernel = Kernels.create(kernelKind);
        int control = logging(kernel, EventRank.CONTROL);
        int service = kernel.register(EventRank.SERVICE, (entity, argument) -> {
            log.add("service " + entity);
            if (entity == 1) {
                kernel.schedule(kernel.nowNanos(), control, 7, 0);
            }
        });

        kernel.schedule(10, service, 1, 0);
        kernel.schedule(10, service, 2, 0);
        kernel.runUntil(10);

        assertThat(log).containsExactly("service 1", "10:7", "service 2");
    }

    @ParameterizedTest
    @EnumSource
    void handlersSeeTheEntityTheArgumentAndTheTime(KernelKind kernelKind) {
        Kernel kernel = Kernels.create(kernelKind);
        kernel.register(EventRank.CONTROL, (entity, argument) -> log.add("wrong kind"));
        int kind = kernel.register(
                EventRank.SERVICE, (entity, argument) -> log.add(kernel.nowNanos() + " " + entity + " " + argument));

        kernel.schedule(5, kind, Kernel.MAX_ENTITY, -1);
        kernel.schedule(6, kind, 0, Integer.MIN_VALUE);
        kernel.runUntil(10);

        assertThat(log).containsExactly("5 16777215 -1", "6 0 -2147483648");
    }

    @ParameterizedTest
    @EnumSource
    void aCancelledEventNeverRuns(KernelKind kernelKind) {
        Kernel kernel = Kernels.create(kernelKind);
        int kind = logging(kernel, EventRank.SERVICE);
        kernel.schedule(10, kind, 1, 0);
        long handle = kernel.schedule(20, kind, 2, 0);

        boolean first = kernel.cancel(handle);
        boolean second = kernel.cancel(handle);
        int pending = kernel.pendingEvents();
        kernel.runUntil(100);

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(pending).isEqualTo(1);
        assertThat(log).containsExactly("10:1");
        assertThat(kernel.executedEvents()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void anOldHandleCannotCancelTheEventThatTookItsSlot(KernelKind kernelKind) {
        Kernel kernel = Kernels.create(kernelKind);
        int kind = logging(kernel, EventRank.SERVICE);
        long old = kernel.schedule(10, kind, 1, 0);
        kernel.runUntil(10);
        kernel.schedule(20, kind, 2, 0);

        boolean cancelled = kernel.cancel(old);
        kernel.runUntil(20);

        assertThat(cancelled).isFalse();
        assertThat(log).containsExactly("10:1", "20:2");
    }

    @ParameterizedTest
    @EnumSource
    void aHandleThatWasNeverGivenCancelsNothing(KernelKind kernelKind) {
        Kernel kernel = Kernels.create(kernelKind);

        assertThat(kernel.cancel(-1)).isFalse();
        assertThat(kernel.cancel(0)).isFalse();
        assertThat(kernel.cancel(Long.MAX_VALUE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theClockMovesToTheEndOfTheRunAlsoWithoutEvents(KernelKind kernelKind) {
        Kernel kernel = Kernels.create(kernelKind);
        int kind = logging(kernel, EventRank.OBSERVATION);
        kernel.schedule(50, kind, 1, 0);
        kernel.schedule(51, kind, 2, 0);

        kernel.runUntil(20);
        long early = kernel.nowNanos();
        kernel.runUntil(50);

        assertThat(early).isEqualTo(20);
        assertThat(kernel.nowNanos()).isEqualTo(50);
        assertThat(log).containsExactly("50:1");
        assertThat(kernel.pendingEvents()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void anEventCanBeScheduledBetweenTheEndOfARunAndTheNextEvent(KernelKind kernelKind) {
        Kernel kernel = Kernels.create(kernelKind);
        int kind = logging(kernel, EventRank.SERVICE);
        kernel.schedule(1_000_000, kind, 2, 0);

        kernel.runUntil(500);
        kernel.schedule(600, kind, 1, 0);
        kernel.runUntil(2_000_000);

        assertThat(log).containsExactly("600:1", "1000000:2");
    }

    @ParameterizedTest
    @EnumSource
    void stopEndsTheRunAfterTheCurrentEventAndLeavesTheClockThere(KernelKind kernelKind) {
        Kernel kernel = Kernels.create(kernelKind);
        int kind = kernel.register(EventRank.SERVICE, (entity, argument) -> {
            log.add(kernel.nowNanos() + ":" + entity);
            kernel.stop();
        });
        kernel.schedule(10, kind, 1, 0);
        kernel.schedule(10, kind, 2, 0);

        kernel.runUntil(100);
        long stoppedAt = kernel.nowNanos();
        kernel.runUntil(100);

        assertThat(stoppedAt).isEqualTo(10);
        assertThat(log).containsExactly("10:1", "10:2");
    }

    @ParameterizedTest
    @EnumSource
    void aStopBeforeTheRunIsForgotten(KernelKind kernelKind) {
        Kernel kernel = Kernels.create(kernelKind);
        int kind = logging(kernel, EventRank.SERVICE);
        kernel.schedule(10, kind, 1, 0);

        kernel.stop();
        kernel.runUntil(100);

        assertThat(log).containsExactly("10:1");
        assertThat(kernel.nowNanos()).isEqualTo(100);
    }

    @ParameterizedTest
    @EnumSource
    void thePastIsRefusedWithBothTimes(KernelKind kernelKind) {
        Kernel kernel = Kernels.create(kernelKind);
        int kind = logging(kernel, EventRank.SERVICE);
        kernel.runUntil(100);

        assertThatThrownBy(() -> kernel.schedule(99, kind, 5, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("entity 5", "99 ns", "100 ns", "Maybe");
        assertThatThrownBy(() -> kernel.runUntil(99))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("99 ns", "100 ns");
    }

    @ParameterizedTest
    @EnumSource
    void unknownKindsAndEntitiesOutOfRangeAreRefused(KernelKind kernelKind) {
        Kernel kernel = Kernels.create(kernelKind);
        int kind = logging(kernel, EventRank.SERVICE);

        assertThatThrownBy(() -> kernel.schedule(1, kind + 1, 0, 0)).hasMessageContaining("kind of event (1)");
        assertThatThrownBy(() -> kernel.schedule(1, -1, 0, 0)).hasMessageContaining("kind of event (-1)");
        assertThatThrownBy(() -> kernel.schedule(1, kind, Kernel.MAX_ENTITY + 1, 0))
                .hasMessageContaining("16777216");
        assertThatThrownBy(() -> kernel.schedule(1, kind, -1, 0)).hasMessageContaining("entity (-1)");
    }

    @ParameterizedTest
    @EnumSource
    void theKindsAreLimited(KernelKind kernelKind) {
        Kernel kernel = Kernels.create(kernelKind);
        for (int i = 0; i < Kernel.MAX_KINDS; i++) {
            assertThat(logging(kernel, EventRank.SERVICE)).isEqualTo(i);
        }

        assertThatThrownBy(() -> logging(kernel, EventRank.SERVICE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("256");
    }

    @ParameterizedTest
    @EnumSource
    void aHandlerCannotRunTheKernel(KernelKind kernelKind) {
        Kernel kernel = Kernels.create(kernelKind);
        int kind = kernel.register(EventRank.SERVICE, (entity, argument) -> kernel.runUntil(20));
        kernel.schedule(10, kind, 0, 0);

        assertThatThrownBy(() -> kernel.runUntil(100))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("running already");
    }

    @ParameterizedTest
    @EnumSource
    void afterAHandlerFailedTheKernelCanRunOn(KernelKind kernelKind) {
        Kernel kernel = Kernels.create(kernelKind);
        int failing = kernel.register(EventRank.SERVICE, (entity, argument) -> {
            throw new IllegalStateException("broken");
        });
        int kind = logging(kernel, EventRank.SERVICE);
        kernel.schedule(10, failing, 0, 0);
        kernel.schedule(20, kind, 1, 0);

        assertThatThrownBy(() -> kernel.runUntil(100)).hasMessage("broken");
        kernel.runUntil(100);

        assertThat(log).containsExactly("20:1");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SSJ")
    void ourOwnKernelsReachTheEndOfTime(KernelKind kernelKind) {
        Kernel kernel = Kernels.create(kernelKind);
        int kind = logging(kernel, EventRank.SERVICE);
        kernel.schedule(Long.MAX_VALUE, kind, 2, 0);
        kernel.schedule(0, kind, 1, 0);

        kernel.runUntil(Long.MAX_VALUE);

        assertThat(log).containsExactly("0:1", Long.MAX_VALUE + ":2");
    }

    private int logging(Kernel kernel, EventRank rank) {
        return kernel.register(rank, (entity, argument) -> log.add(kernel.nowNanos() + ":" + entity));
    }
}
