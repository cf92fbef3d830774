package org.tafsim.experiment.pack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tafsim.experiment.Inputs;
import org.tafsim.experiment.pack.archive.EntryNames;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The traces that a run replayed, as {@code inputs.json} has them. */
final class InputList {

    private InputList() {}

    /**
     * One of them.
     *
     * @param name below the run's folder
     * @param bytes its size
     * @param sha256 in hex
     */
    record Entry(String name, long bytes, String sha256) {}

    /** Those of a run; none where it has no such file. */
    static List<Entry> read(FileSet run) throws IOException {
        if (!run.names().contains(Inputs.FILE)) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        JsonNode root = JsonMapper.shared().readTree(run.text(Inputs.FILE));
        for (JsonNode node : root.path("inputs")) {
            String name = node.path("name").asString("");
            String sha256 = node.path("sha256").asString("");
            boolean isPlain =
                    name.startsWith("inputs/") && EntryNames.findFault(name).isEmpty();
            if (!isPlain || !sha256.matches("[0-9a-f]{64}")) {
                throw new IOException("'%s' with the hash '%s' is no input".formatted(name, sha256));
            }
            entries.add(new Entry(name, node.path("bytes").asLong(-1), sha256));
        }
        return entries;
    }
}
