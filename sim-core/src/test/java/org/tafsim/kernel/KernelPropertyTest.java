package org.tafsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.testing.SeedSource;

class KernelPropertyTest {

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 120)
    void everyKernelRunsTheReferencesTrajectory(long seed) {
        List<String> expected = new RandomModel(new ReferenceKernel(), seed).run();

        for (KernelKind kind : KernelKind.values()) {
            List<String> log = new RandomModel(Kernels.create(kind), seed).run();

            assertThat(log).as("%s, seed %d", kind, seed).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 10)
    void largePendingSetsRunInTheSameOrderToo(long seed) {
        long expected = trajectoryHash(Kernels.create(KernelKind.SSJ), seed);

        for (KernelKind kind : KernelKind.values()) {
            assertThat(trajectoryHash(Kernels.create(kind), seed))
                    .as("%s", kind)
                    .isEqualTo(expected);
        }
    }

    /** Fills a calendar, holds its size for a while, cancelling one event in ten, and empties it. */
    private static long trajectoryHash(Kernel kernel, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Delays delays = Delays.any(random);
        int pending = 20_000;
        long[] hash = {0};
        int[] kinds = new int[2];
        EventHandler handler = (entity, argument) -> {
            hash[0] = 31 * hash[0] + kernel.nowNanos() + entity;
            if (argument > 0) {
                long handle = kernel.schedule(
                        kernel.nowNanos() + delays.next(random), kinds[entity & 1], entity, argument - 1);
                if (random.nextInt(10) == 0) {
                    kernel.cancel(handle);
                }
            }
        };
        kinds[0] = kernel.register(EventRank.SERVICE, handler);
        kinds[1] = kernel.register(EventRank.ARRIVAL, handler);
        for (int entity = 0; entity < pending; entity++) {
            kernel.schedule(delays.next(random), kinds[entity & 1], entity, 4);
        }
        kernel.runUntil(1L << 52);
        return 31 * hash[0] + kernel.executedEvents();
    }

    /** Schedules, cancels, runs in pieces and stops at random, and writes down all it sees. */
    private static final class RandomModel {
        private static final int OPERATIONS = 1_500;
        private static final long END_NANOS = 1L << 52;

        private final Kernel kernel;
        private final SplittableRandom random;
        private final Delays delays;
        private final int[] kinds;
        private final long[] handles = new long[64];
        private final List<String> log = new ArrayList<>();
        private int operationsLeft = OPERATIONS;

        RandomModel(Kernel kernel, long seed) {
            this.kernel = kernel;
            random = new SplittableRandom(seed);
            delays = Delays.any(random);
            kinds = Arrays.stream(EventRank.values())
                    .mapToInt(rank -> kernel.register(rank, this::onEvent))
                    .toArray();
        }

        List<String> run() {
            int initial = 1 + random.nextInt(delays.maxPending());
            Arrays.fill(handles, schedule());
            for (int i = 0; i < initial; i++) {
                schedule();
            }
            for (int piece = 0; piece < 100; piece++) {
                runTo(kernel.nowNanos() + delays.next(random) / 4);
                schedule();
            }
            while (kernel.pendingEvents() > 0) {
                runTo(END_NANOS);
            }
            return log;
        }

        private void runTo(long untilNanos) {
            kernel.runUntil(untilNanos);
            log.add("now %d pending %d executed %d"
                    .formatted(kernel.nowNanos(), kernel.pendingEvents(), kernel.executedEvents()));
        }

        private void onEvent(int entity, int argument) {
            log.add(kernel.nowNanos() + " " + entity + " " + argument);
            for (int i = random.nextInt(4); i > 0 && operationsLeft > 0; i--) {
                operate();
            }
        }

        private void operate() {
            operationsLeft--;
            int place = random.nextInt(handles.length);
            switch (random.nextInt(12)) {
                case 0, 1 -> log.add("cancelled " + kernel.cancel(handles[place]));
                case 2 -> kernel.stop();
                default -> handles[place] = schedule();
            }
        }

        private long schedule() {
            long atNanos = kernel.nowNanos() + delays.next(random);
            int kind = kinds[random.nextInt(kinds.length)];
            return kernel.schedule(atNanos, kind, random.nextInt(1_000), random.nextInt());
        }
    }

    /** Regimes that have broken event queues before: ties, skew, long silence, bursts. */
    private enum Delays {
        SMOOTH {
            @Override
            long next(SplittableRandom random) {
                return random.nextLong(1_000_000);
            }
        },
        TIES {
            @Override
            long next(SplittableRandom random) {
                return 250_000L * random.nextInt(4);
            }
        },
        SKEWED {
            @Override
            long next(SplittableRandom random) {
                int z = random.nextInt(100);
                return random.nextLong(z < 90 ? 1_000_000L : z < 99 ? 1_000_000_000L : 86_400_000_000_000L);
            }
        },
        BURSTS {
            @Override
            long next(SplittableRandom random) {
                return random.nextInt(16) == 0 ? 100_000_000_000L : random.nextLong(3);
            }
        },
        EVERY_MAGNITUDE {
            @Override
            long next(SplittableRandom random) {
                return random.nextLong(1L << random.nextInt(1, 46));
            }
        };

        static Delays any(SplittableRandom random) {
            List<Delays> all = List.of(values());
            return all.get(random.nextInt(all.size()));
        }

        abstract long next(SplittableRandom random);

        int maxPending() {
            return this == SMOOTH || this == EVERY_MAGNITUDE ? 2_000 : 100;
        }
    }
}
