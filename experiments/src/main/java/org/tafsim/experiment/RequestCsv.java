package org.tafsim.experiment;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.tafsim.engine.NetworkSegments;
import org.tafsim.engine.RequestRecord;
import org.tafsim.model.PolicySpec;

/**
 * {@code requests.csv}: every request of every run, with two columns more where there are sessions. Each run streams its requests to a file of its own; {@link #complete}
 * puts them together in the order of runs. Memory stays flat however many there are.
 */
public final class RequestCsv implements RequestFile {

    static final String FILE = "requests.csv";
    static final String[] HEADER = {
        "policy",
        "replication",
        "sequence",
        "app",
        "population",
        "replica",
        "outcome",
        "measured",
        "prompt_tokens",
        "output_tokens",
        "arrival_s",
        "reached_replica_s",
        "admitted_s",
        "first_token_s",
        "end_s",
        "broken_rules",
        "connect_s",
        "radio_up_s",
        "fiber_up_s",
        "links_up_s",
        "links_down_s",
        "fiber_down_s",
        "radio_down_s"
    };

    /** Of scenarios with sessions. */
    static final String[] SESSION_HEADER = {"session", "session_request"};

    private final RunDraft draft;
    private final boolean hasSessions;
    private final SortedSet<Integer> parts = new ConcurrentSkipListSet<>();

    /** Of a run in the making, without sessions. */
    public RequestCsv(RunDraft draft) {
        this(draft, false);
    }

    /** Of a run in the making. */
    public RequestCsv(RunDraft draft, boolean hasSessions) {
        this.draft = draft;
        this.hasSessions = hasSessions;
    }

    @Override
    public Part open(int index, PolicySpec policy, int replication) throws IOException {
        parts.add(index);
        CsvWriter csv = Csv.to(draft.createTemporary(partName(index)));
        return new Part() {
            @Override
            public void record(RequestRecord request) {
                csv.writeRecord(row(policy.label(), replication, request, hasSessions));
            }

            @Override
            public void close() throws IOException {
                csv.close();
            }
        };
    }

    private static String partName(int index) {
        return FILE + ".part-" + index;
    }

    /** Names of the columns. */
    static String[] header(boolean hasSessions) {
        return hasSessions ? joined(HEADER, SESSION_HEADER) : HEADER;
    }

    /** A request in a line. */
    static String[] row(String policy, int replication, RequestRecord request, boolean hasSessions) {
        String[] row = row(policy, replication, request);
        return hasSessions ? joined(row, sessionOf(request)) : row;
    }

    private static String[] row(String policy, int replication, RequestRecord request) {
        NetworkSegments network = request.segments();
        return new String[] {
            policy,
            Integer.toString(replication),
            Long.toString(request.sequence()),
            request.app(),
            request.population(),
            request.replica(),
            request.outcome().word(),
            Boolean.toString(request.measured()),
            Integer.toString(request.promptTokens()),
            Integer.toString(request.outputTokens()),
            Decimals.seconds(request.arrivalNanos()),
            ifReached(request.reachedReplicaNanos()),
            ifReached(request.admittedNanos()),
            ifReached(request.firstTokenNanos()),
            ifReached(request.endNanos()),
            Integer.toString(request.brokenRules()),
            Decimals.seconds(network.connectNanos()),
            Decimals.seconds(network.radioUpNanos()),
            Decimals.seconds(network.fiberUpNanos()),
            Decimals.seconds(network.linksUpNanos()),
            Decimals.seconds(network.linksDownNanos()),
            Decimals.seconds(network.fiberDownNanos()),
            Decimals.seconds(network.radioDownNanos())
        };
    }

    private static String[] sessionOf(RequestRecord request) {
        return request.session() < 0
                ? new String[] {"", ""}
                : new String[] {Long.toString(request.session()), Integer.toString(request.sessionRequest())};
    }

    private static String[] joined(String[] one, String[] other) {
        String[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static String ifReached(long nanos) {
        return nanos == 0 ? "" : Decimals.seconds(nanos);
    }

    @Override
    public void complete() throws IOException {
        try (OutputStream file = draft.create(FILE)) {
            file.write((String.join(",", header(hasSessions)) + "\n").getBytes(StandardCharsets.UTF_8));
            for (int index : parts) {
                Path part = draft.folder().resolve(partName(index));
                Files.copy(part, file);
                Files.delete(part);
            }
        }
    }

    /** Parts that are left go with the draft. */
    @Override
    public void close() {}
}
