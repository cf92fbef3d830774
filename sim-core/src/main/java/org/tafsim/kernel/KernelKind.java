package org.tafsim.kernel;

/** The kernels to choose from. All give the same digits; they differ in speed and in who wrote them. */
public enum KernelKind {
    /** Calendar queue on arrays: the default, fastest in most cases. */
    CALENDAR,
    /** Monotone radix heap on arrays: its cost does not depend on how events spread over time. */
    RADIX,
    /** 4-ary heap on arrays: the plain reference. */
    HEAP,
    /** SSJ's {@code Simulator}: somebody else's kernel, as an independent oracle. */
    SSJ
}
