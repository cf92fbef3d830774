package org.tafsim.kernel;

/** What every kernel refuses, in the same words. */
final class KernelChecks {

    private KernelChecks() {}

    static void roomForKind(int kinds) {
        if (kinds == Kernel.MAX_KINDS) {
            throw new IllegalStateException("""
                    All %d kinds of event are registered. \
                    Maybe a kind is registered per entity: register one and tell entities apart by their index.""".formatted(Kernel.MAX_KINDS));
        }
    }

    static void event(long atNanos, long nowNanos, int kind, int kinds, int entity) {
        if (atNanos < nowNanos || Integer.compareUnsigned(kind, kinds) >= 0 || (entity & ~Kernel.MAX_ENTITY) != 0) {
            throw new IllegalArgumentException(whyRefused(atNanos, nowNanos, kind, kinds, entity));
        }
    }

    private static String whyRefused(long atNanos, long nowNanos, int kind, int kinds, int entity) {
        if (atNanos < nowNanos) {
            return """
                    The time of an event of kind %d for entity %d (%d ns) must not be before the clock (%d ns). \
                    Maybe a duration was given: the kernel takes a point in time.""".formatted(kind, entity, atNanos, nowNanos);
        }
        if (Integer.compareUnsigned(kind, kinds) >= 0) {
            return "The kind of event (%d) must be one of the %d registered. Maybe it belongs to another kernel."
                    .formatted(kind, kinds);
        }
        return """
                The entity (%d) of an event of kind %d must be in [0, %d]. \
                Maybe an identifier was given: the kernel takes an index.""".formatted(entity, kind, Kernel.MAX_ENTITY);
    }

    static void sequence(long sequence) {
        if (sequence > OrderWord.MAX_SEQUENCE) {
            throw new IllegalStateException("One run can schedule at most %d events. Maybe split it into replications."
                    .formatted(OrderWord.MAX_SEQUENCE + 1));
        }
    }

    static void run(long untilNanos, long nowNanos, boolean isRunning) {
        if (isRunning) {
            throw new IllegalStateException(
                    "The kernel is running already (at %d ns). Maybe a handler called runUntil.".formatted(nowNanos));
        }
        if (untilNanos < nowNanos) {
            throw new IllegalArgumentException(
                    "The end of the run (%d ns) must not be before the clock (%d ns).".formatted(untilNanos, nowNanos));
        }
    }
}
