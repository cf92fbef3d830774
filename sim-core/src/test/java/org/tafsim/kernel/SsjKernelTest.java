package org.tafsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import umontreal.ssj.simevents.Simulator;

class SsjKernelTest {
    private static final long LAST_EXACT_NANOS = 1L << 53;

    @Test
    void timesThatADoubleCannotHoldAreRefused() {
        Kernel kernel = Kernels.create(KernelKind.SSJ);
        List<Long> times = new ArrayList<>();
        int kind = kernel.register(EventRank.SERVICE, (entity, argument) -> times.add(kernel.nowNanos()));

        kernel.schedule(LAST_EXACT_NANOS - 1, kind, 0, 0);
        kernel.schedule(LAST_EXACT_NANOS, kind, 0, 0);
        assertThatThrownBy(() -> kernel.schedule(LAST_EXACT_NANOS + 1, kind, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("9007199254740993", "104 days", "another kernel");
        kernel.runUntil(Long.MAX_VALUE);

        assertThat(times).containsExactly(LAST_EXACT_NANOS - 1, LAST_EXACT_NANOS);
        assertThat(kernel.nowNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void theDefaultSimulatorOfSsjStaysUntouched() {
        Simulator untouched = Simulator.defaultSimulator;
        Kernel kernel = Kernels.create(KernelKind.SSJ);
        int kind = kernel.register(EventRank.SERVICE, (entity, argument) -> {});
        kernel.schedule(10, kind, 0, 0);

        kernel.runUntil(20);

        assertThat(Simulator.defaultSimulator).isSameAs(untouched);
    }
}
