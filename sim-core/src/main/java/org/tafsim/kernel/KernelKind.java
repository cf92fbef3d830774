package org.tafsim.kernel;

/** The kernels to choose from. All give the same digits; they differ in speed and in who wrote them. */
public enum KernelKind {
    /** Calendar queue on arrays: the default, fastest up to about 100,000 pending events. */
    CALENDAR,
    /** Monotone radix heap on arrays: for larger pending sets. */
    RADIX,
    /** 4-ary heap on arrays: the plain reference. */
    HEAP,
    /** SSJ's {@code Simulator}: somebody else's kernel, as an independent oracle. */
    SSJ
}
