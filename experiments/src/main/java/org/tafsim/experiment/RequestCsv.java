package org.tafsim.experiment;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.tafsim.engine.RequestRecord;
import org.tafsim.model.PolicySpec;

/**
 * {@code requests.csv}: every request of every run. Each run streams its requests to a file of its own; {@link #complete}
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
        "broken_rules"
    };

    private final RunDraft draft;
    private final SortedSet<Integer> parts = new ConcurrentSkipListSet<>();

    /** Of a run in the making. */
    public RequestCsv(RunDraft draft) {
        this.draft = draft;
    }

    @Override
    public Part open(int index, PolicySpec policy, int replication) throws IOException {
        parts.add(index);
        CsvWriter csv = Csv.to(draft.createTemporary(partName(index)));
        return new Part() {
            @Override
            public void record(RequestRecord request) {
                csv.writeRecord(row(policy.label(), replication, request));
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

    private static String[] row(String policy, int replication, RequestRecord request) {
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
            Integer.toString(request.brokenRules())
        };
    }

    private static String ifReached(long nanos) {
        return nanos == 0 ? "" : Decimals.seconds(nanos);
    }

    @Override
    public void complete() throws IOException {
        try (OutputStream file = draft.create(FILE)) {
            file.write((String.join(",", HEADER) + "\n").getBytes(StandardCharsets.UTF_8));
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
