package org.tafsim.experiment.audit;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.tafsim.engine.Outcome;
import org.tafsim.engine.RequestRecord;
import org.tafsim.engine.Simulation;
import org.tafsim.experiment.RequestFile;
import org.tafsim.experiment.RunDraft;
import org.tafsim.experiment.RunInfo;
import org.tafsim.model.PolicySpec;

/**
 * {@code decisions.jsonl}: decisions about requests that found no lawful place, or went to one that breaks a rule, and a sample of
 * the others, in a {@link Chain}. Requests go on to another file. Which ones are sampled depends on their numbers alone.
 */
public final class DecisionFile implements RequestFile {

    /** Its name in a run's folder. */
    public static final String FILE = "decisions.jsonl";

    private final RunDraft draft;
    private final RequestFile further;
    private final DecisionFacts facts;
    private final int every;
    private final SortedSet<Integer> parts = new ConcurrentSkipListSet<>();

    /**
     * Of a run in the making.
     *
     * @param further takes all requests, too
     * @param simulation that decides
     * @param every one of so many ordinary decisions is written down
     */
    public DecisionFile(RunDraft draft, RequestFile further, Simulation simulation, int every) {
        this.draft = draft;
        this.further = further;
        this.every = every;
        facts = new DecisionFacts(simulation);
    }

    @Override
    public Part open(int index, PolicySpec policy, int replication) throws IOException {
        parts.add(index);
        Part inner = further.open(index, policy, replication);
        Writer lines = new BufferedWriter(
                new OutputStreamWriter(draft.createTemporary(partName(index)), StandardCharsets.UTF_8));
        return new Part() {
            @Override
            public void record(RequestRecord request) {
                inner.record(request);
                if (isWrittenDown(request)) {
                    write(lines, Chain.JSON.writeValueAsString(facts.of(policy.label(), replication, request)));
                }
            }

            @Override
            public void close() throws IOException {
                lines.close();
                inner.close();
            }
        };
    }

    private boolean isWrittenDown(RequestRecord request) {
        return request.outcome() == Outcome.REJECTED_NO_LAWFUL_PLACE
                || request.brokenRules() > 0
                || Math.floorMod((request.sequence() * 0x9E3779B97F4A7C15L) >>> 32, every) == 0;
    }

    private static void write(Writer lines, String line) {
        try {
            lines.write(line);
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String partName(int index) {
        return FILE + ".part-" + index;
    }

    /** Chains the decisions of all runs, in the order of results. */
    @Override
    public void complete() throws IOException {
        Chain chain = new Chain();
        long decisions = 0;
        try (Writer file = new BufferedWriter(new OutputStreamWriter(draft.create(FILE), StandardCharsets.UTF_8))) {
            write(file, chain.next(begin()));
            for (int index : parts) {
                Path part = draft.folder().resolve(partName(index));
                decisions += copy(part, chain, file);
                Files.delete(part);
            }
            write(file, chain.next(Chain.end(decisions)));
        }
        further.complete();
    }

    private static long copy(Path part, Chain chain, Writer file) throws IOException {
        long lines = 0;
        try (BufferedReader reader = Files.newBufferedReader(part)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String linked = "%s,\"%s\":\"%s\"}"
                        .formatted(line.substring(0, line.length() - 1), Chain.PREVIOUS, chain.previous());
                write(file, chain.accept(linked));
                lines++;
            }
        }
        return lines;
    }

    private Map<String, Object> begin() {
        RunInfo info = draft.info();
        Map<String, Object> begin = new LinkedHashMap<>();
        begin.put(Chain.KIND, Chain.BEGIN);
        begin.put("run", info.id().value());
        begin.put("tafsim_version", info.version());
        begin.put("seed", info.seed());
        begin.put("one_of", every);
        begin.put("notice", "Modelled, not legal advice.");
        return begin;
    }

    @Override
    public void close() throws IOException {
        further.close();
    }
}
