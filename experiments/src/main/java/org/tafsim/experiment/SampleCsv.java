package org.tafsim.experiment;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import org.tafsim.engine.RequestRecord;
import org.tafsim.model.PolicySpec;

/** {@code sample.csv}: a {@link RequestSample} of the first replication of each policy, with the columns of {@link RequestCsv}. */
public final class SampleCsv implements RequestLog {

    /** Its name in a run's folder. */
    public static final String FILE = "sample.csv";

    private final RequestLog further;
    private final boolean hasSessions;
    private final Map<Integer, Sampled> samples = new ConcurrentSkipListMap<>();

    /** A run's sample. */
    private record Sampled(String policy, RequestSample sample) {}

    /**
     * Of runs to come.
     *
     * @param further takes all requests, too
     */
    public SampleCsv(RequestLog further, boolean hasSessions) {
        this.further = further;
        this.hasSessions = hasSessions;
    }

    @Override
    public Part open(int index, PolicySpec policy, int replication) throws IOException {
        Part part = further.open(index, policy, replication);
        if (replication > 0) {
            return part;
        }
        RequestSample sample = new RequestSample();
        samples.put(index, new Sampled(policy.label(), sample));
        return new Part() {
            @Override
            public void record(RequestRecord request) {
                part.record(request);
                sample.record(request);
            }

            @Override
            public void close() throws IOException {
                part.close();
            }
        };
    }

    /** Writes the file, once the runs are over. */
    public void write(RunDraft draft) throws IOException {
        try (CsvWriter csv = Csv.to(draft.create(FILE))) {
            write(csv);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /** What the file holds. */
    public String text() {
        return CsvText.of(this::write);
    }

    private void write(CsvWriter csv) {
        csv.writeRecord(RequestCsv.header(hasSessions));
        for (Sampled sampled : samples.values()) {
            for (RequestRecord request : sampled.sample().requests()) {
                csv.writeRecord(RequestCsv.row(sampled.policy(), 0, request, hasSessions));
            }
        }
    }
}
