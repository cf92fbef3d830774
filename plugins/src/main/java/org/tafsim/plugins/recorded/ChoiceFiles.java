package org.tafsim.plugins.recorded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tafsim.model.PolicySpec;

/** Where the decisions of runs are kept. */
public final class ChoiceFiles {

    /** Folder of them, below that of the results. */
    public static final String FOLDER = "choices/";

    private ChoiceFiles() {}

    /**
     * Name of one run's, e.g. {@code choices/policy2-replication1.txt}: both numbers are from 1.
     *
     * @param labels of all policies, in their order
     * @param label of the run's
     * @param replication from 0
     */
    public static String name(List<String> labels, String label, int replication) {
        int position = labels.indexOf(label);
        if (position < 0) {
            throw new IllegalArgumentException("There is no policy %s among %s.".formatted(label, labels));
        }
        return "%spolicy%d-replication%d.txt".formatted(FOLDER, position + 1, replication + 1);
    }

    /**
     * Reads one run's, and closes it.
     *
     * @return how many decisions it has
     * @throws IOException where it is not of this policy and replication, or a line is no decision
     */
    public static long count(InputStream file, String label, int replication) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            ChoiceHeader.read(lines).checkIs(label, replication);
            long count = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ChoiceRow.parse(line);
                count++;
            }
            return count;
        } catch (RecordedChoiceException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The name, of the policies of a scenario. */
    public static String nameOf(List<PolicySpec> policies, PolicySpec policy, int replication) {
        return name(policies.stream().map(PolicySpec::label).toList(), policy.label(), replication);
    }
}
