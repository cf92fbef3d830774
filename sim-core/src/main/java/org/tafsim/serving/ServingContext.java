package org.tafsim.serving;

import org.tafsim.kernel.Kernel;

/**
 * What the replicas of a system share.
 *
 * @param kernel whose time they live in
 * @param eventKind of the end of a run of iterations
 * @param requests at all of them
 * @param listener their owner
 * @param mode closed form or step by step
 * @param paces on whole accelerators and on parts of them
 */
record ServingContext(
        Kernel kernel, int eventKind, RequestTable requests, ServingListener listener, StepMode mode, Paces paces) {}
