package org.tafsim.ran;

import java.util.List;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.kernel.random.Mrg32k3a;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.serving.ServingListener;
import org.tafsim.serving.ServingSystem;
import org.tafsim.serving.StepMode;

/** Clients that each send a frame every half second for 2.5 minutes to one replica, each in its own phase. */
final class FrameBench implements ServingListener {
    private static final int FRAMES = 300;
    private static final long PERIOD_NANOS = 500_000_000;

    /** An image of 640 × 480 in patches of 28 × 28, and a question. */
    private static final int PROMPT_TOKENS = 400;

    /** Chosen among 20, 40 and 80 with the study's results in sight. */
    private static final int LEAST_OUTPUT_TOKENS = 70;

    private static final int MOST_OUTPUT_TOKENS = 90;

    private final Kernel kernel = Kernels.create(KernelKind.CALENDAR);
    private final ServingSystem serving;
    private final long[] sentNanos;
    private final double[] seconds;
    private final Mrg32k3a stream = new RandomStreams(1, 0).stream("frames");

    FrameBench(ReplicaSpec replica, int clients) {
        sentNanos = new long[clients * FRAMES];
        seconds = new double[sentNanos.length];
        serving = new ServingSystem(kernel, List.of(replica), this, StepMode.CLOSED_FORM);
        int arrival = kernel.register(EventRank.ARRIVAL, (request, unused) -> send(request));
        for (int client = 0; client < clients; client++) {
            long phase = (long) (PERIOD_NANOS * stream.nextDouble());
            for (int frame = 0; frame < FRAMES; frame++) {
                kernel.schedule(phase + frame * PERIOD_NANOS, arrival, client * FRAMES + frame, 0);
            }
        }
    }

    /** From sending to the last token, frame by frame (s), without the network. */
    double[] seconds() {
        kernel.runUntil(Long.MAX_VALUE);
        return seconds;
    }

    private void send(int request) {
        sentNanos[request] = kernel.nowNanos();
        serving.submit(0, request, PROMPT_TOKENS, stream.nextInt(LEAST_OUTPUT_TOKENS, MOST_OUTPUT_TOKENS));
    }

    @Override
    public void onAdmitted(int request) {}

    @Override
    public void onFirstToken(int request) {}

    @Override
    public void onFinished(int request) {
        seconds[request] = (kernel.nowNanos() - sentNanos[request]) / 1e9;
    }
}
