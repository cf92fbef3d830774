package org.tafsim.benchmark;

import org.tafsim.kernel.KernelKind;
import umontreal.ssj.simevents.eventlist.BinaryTree;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.RedblackTree;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** The event lists to compare. */
public enum HoldVariant {
    /** Our calendar queue, the default kernel. */
    TAFSIM_CALENDAR,
    /** Our radix heap. */
    TAFSIM_RADIX,
    /** Our 4-ary heap. */
    TAFSIM_HEAP,
    /** SSJ's default list. */
    SSJ_SPLAY_TREE,
    /** SSJ's wrapper of a Java tree map. */
    SSJ_REDBLACK_TREE,
    /** SSJ's unbalanced tree. */
    SSJ_BINARY_TREE,
    /** SSJ's Henriksen list. */
    SSJ_HENRIKSEN,
    /** Java's binary heap of objects. */
    JAVA_PRIORITY_QUEUE;

    HoldModel create(int pending) {
        return switch (this) {
            case TAFSIM_CALENDAR -> new KernelHold(KernelKind.CALENDAR, pending);
            case TAFSIM_RADIX -> new KernelHold(KernelKind.RADIX, pending);
            case TAFSIM_HEAP -> new KernelHold(KernelKind.HEAP, pending);
            case SSJ_SPLAY_TREE -> new SsjHold(new SplayTree(), pending);
            case SSJ_REDBLACK_TREE -> new SsjHold(new RedblackTree(), pending);
            case SSJ_BINARY_TREE -> new SsjHold(new BinaryTree(), pending);
            case SSJ_HENRIKSEN -> new SsjHold(new Henriksen(), pending);
            case JAVA_PRIORITY_QUEUE -> new PriorityQueueHold(pending);
        };
    }

    boolean isSsj() {
        return name().startsWith("SSJ");
    }
}
