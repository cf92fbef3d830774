package org.tafsim.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tafsim.cli.console.InvalidInputException;

/** The trace of the shared edge workload: lines {@code arrival_us,site,service_us}, whole numbers, sorted by arrival. */
final class EdgeTrace {

    private static final int MOST_PROBLEMS = 20;
    private static final int MOST_SITES = 1 << 20;

    private final Path file;
    private final List<String> problems = new ArrayList<>();
    private long[] arrivalMicros = new long[1 << 12];
    private int[] site = new int[1 << 12];
    private long[] serviceMicros = new long[1 << 12];
    private int requests;
    private int sites;

    private EdgeTrace(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInputException that names the bad lines, the first 20
     */
    static EdgeTrace read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(
                    "the trace %s %s.".formatted(file, Files.exists(file) ? "is not a file" : "does not exist"));
        }
        EdgeTrace trace = new EdgeTrace(file);
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            trace.readAll(lines);
        }
        return trace.checked();
    }

    long[] arrivalMicros() {
        return Arrays.copyOf(arrivalMicros, requests);
    }

    int[] site() {
        return Arrays.copyOf(site, requests);
    }

    long[] serviceMicros() {
        return Arrays.copyOf(serviceMicros, requests);
    }

    /** One more than the largest site named. */
    int sites() {
        return sites;
    }

    private void readAll(BufferedReader lines) throws IOException {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                add(line);
            } catch (BadLine bad) {
                if (problems.size() == MOST_PROBLEMS) {
                    problems.add("… and perhaps more.");
                    return;
                }
                problems.add("%s:%d: %s".formatted(file, number, bad.getMessage()));
            }
        }
    }

    private EdgeTrace checked() {
        if (requests == 0 && problems.isEmpty()) {
            problems.add("%s: the trace is empty.".formatted(file));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(String.join("\n", problems));
        }
        return this;
    }

    private void add(String line) throws BadLine {
        int first = line.indexOf(',');
        int second = line.indexOf(',', first + 1);
        if (first < 0 || second < 0 || line.indexOf(',', second + 1) >= 0) {
            throw new BadLine("\"%s\" is not arrival_us,site,service_us.".formatted(shown(line)));
        }
        long arrival = number(line, 0, first, "arrival (µs)", 0, Long.MAX_VALUE / 1_000_000);
        long place = number(line, first + 1, second, "site", 0, MOST_SITES - 1);
        long service = number(line, second + 1, line.length(), "service (µs)", 1, Long.MAX_VALUE / 1_000_000);
        if (requests > 0 && arrival < arrivalMicros[requests - 1]) {
            throw new BadLine("arrival (%d µs) comes before that of the line above (%d µs)."
                    .formatted(arrival, arrivalMicros[requests - 1]));
        }
        append(arrival, (int) place, service);
    }

    private void append(long arrival, int place, long service) {
        if (requests == site.length) {
            int larger = requests + (requests >> 1);
            arrivalMicros = Arrays.copyOf(arrivalMicros, larger);
            site = Arrays.copyOf(site, larger);
            serviceMicros = Arrays.copyOf(serviceMicros, larger);
        }
        arrivalMicros[requests] = arrival;
        site[requests] = place;
        serviceMicros[requests++] = service;
        sites = Math.max(sites, place + 1);
    }

    private static long number(String line, int from, int to, String quantity, long least, long most) throws BadLine {
        try {
            long value = Long.parseLong(line, from, to, 10);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new BadLine("\"%s\" is not a %s; expected a whole number of at least %d."
                .formatted(shown(line.substring(from, to)), quantity, least));
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }

    private static final class BadLine extends Exception {
        BadLine(String message) {
            super(message);
        }
    }
}
