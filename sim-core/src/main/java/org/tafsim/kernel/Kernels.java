package org.tafsim.kernel;

/** Makes kernels. */
public final class Kernels {

    private Kernels() {}

    /** A kernel of the given kind, its clock at 0 and its calendar empty. */
    public static Kernel create(KernelKind kind) {
        return switch (kind) {
            case CALENDAR -> new CalendarKernel(new CalendarQueue());
            case RADIX -> new CalendarKernel(new RadixHeap());
            case HEAP -> new CalendarKernel(new FourAryHeap());
            case SSJ -> new SsjKernel();
        };
    }
}
