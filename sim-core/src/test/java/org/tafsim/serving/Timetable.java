package org.tafsim.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.model.PromptText;
import org.tafsim.model.ServedReplica;

/**
 * Scenario as text: arrivals in, one line per request out.
 *
 * <p>In: {@code name at-millis prompt output}, one a line, and what the prompt says where that is known: {@code A:32,B:8} is
 * 32 tokens of text A and 8 of B, with a {@code +} at the end if the answer goes on with B; then {@code p1} for a priority, {@code h3} for one that hands over with its third token, and {@code x50} for a client that goes at
 * 50 ms. Out: {@code name admitted 0 first 11 finished 22 ms}, whole
 * milliseconds.
 */
final class Timetable implements ServingListener {
    private final Kernel kernel = Kernels.create(KernelKind.HEAP);
    private final List<String> names = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final ServingSystem serving;
    private final int goneKind;

    Timetable(ServedReplica replica, StepMode mode) {
        serving = new ServingSystem(kernel, List.of(replica), this, mode);
        goneKind = kernel.register(EventRank.CONTROL, (request, unused) -> serving.cancel(0, request));
    }

    static String run(ServedReplica replica, StepMode mode, String arrivals) {
        return new Timetable(replica, mode).run(arrivals);
    }

    String run(String arrivals) {
        List<String[]> rows = arrivals.lines().map(line -> line.split(" +")).toList();
        int kind = kernel.register(EventRank.ARRIVAL, (request, unused) -> arrive(request, rows.get(request)));
        for (int request = 0; request < rows.size(); request++) {
            names.add(rows.get(request)[0]);
            lines.add("");
            kernel.schedule(Long.parseLong(rows.get(request)[1]) * 1_000_000, kind, request, 0);
        }
        kernel.runUntil(10_000_000_000L);
        serving.audit();
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    ServingSystem serving() {
        return serving;
    }

    private void arrive(int request, String[] row) {
        lines.set(request, names.get(request));
        PromptText text = PromptText.UNKNOWN;
        int priority = 0;
        int handOver = 0;
        for (int column = 4; column < row.length; column++) {
            if (row[column].contains(":")) {
                text = text(row[column]);
            } else if (row[column].startsWith("p")) {
                priority = Integer.parseInt(row[column].substring(1));
            } else if (row[column].startsWith("h")) {
                handOver = Integer.parseInt(row[column].substring(1));
            } else {
                kernel.schedule(Long.parseLong(row[column].substring(1)) * 1_000_000, goneKind, request, 0);
            }
        }
        if (!serving.submit(
                0, request, Integer.parseInt(row[2]), Integer.parseInt(row[3]), text, priority, handOver, 0)) {
            lines.set(request, names.get(request) + " can never fit");
        }
    }

    private static PromptText text(String stated) {
        String[] pieces = stated.replace("+", "").split(",", -1);
        long[] names = new long[pieces.length];
        int[] ends = new int[pieces.length];
        int end = 0;
        for (int i = 0; i < pieces.length; i++) {
            String[] piece = pieces[i].split(":", -1);
            names[i] = piece[0].hashCode();
            end += Integer.parseInt(piece[1]);
            ends[i] = end;
        }
        return new PromptText(names, ends, stated.endsWith("+"));
    }

    @Override
    public void onAdmitted(int request) {
        write(request, "admitted");
    }

    @Override
    public void onFirstToken(int request) {
        write(request, "first");
    }

    @Override
    public void onHandOver(int request) {
        write(request, "handed");
    }

    @Override
    public void onFinished(int request) {
        write(request, "finished");
    }

    @Override
    public void onCancelled(int request) {
        write(request, "cancelled");
    }

    private void write(int request, String what) {
        lines.set(
                request,
                String.format(Locale.ROOT, "%s %s %d", lines.get(request), what, kernel.nowNanos() / 1_000_000));
    }
}
