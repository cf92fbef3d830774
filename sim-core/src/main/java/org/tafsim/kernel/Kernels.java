package org.tafsim.kernel;

/** Makes kernels. */
public final class Kernels {

    private Kernels() {}

    /** A kernel of the given kind, its clock at 0 and its calendar empty. */
    public static Kernel create(KernelKind kind) {
        return switch (kind) {
            case CALENDAR -> new CalendarKernel(CalendarQueue::new);
            case RADIX -> new CalendarKernel(RadixHeap::new);
            case HEAP -> new CalendarKernel(FourAryHeap::new);
            case SSJ -> new SsjKernel();
        };
    }
}
