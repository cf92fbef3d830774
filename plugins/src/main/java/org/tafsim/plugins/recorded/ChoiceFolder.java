package org.tafsim.plugins.recorded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.PolicySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded decisions of a run's folder. */
public final class ChoiceFolder implements ReplayedRouting.Files {

    private static final String RUN = "run.json";

    private final Path folder;
    private final List<String> labels = new ArrayList<>();

    /** @throws IOException where it is not a run's folder */
    public ChoiceFolder(Path folder) throws IOException {
        this.folder = folder;
        if (!Files.isRegularFile(folder.resolve(RUN))) {
            throw new IOException("%s is not a run's folder: it has no %s.".formatted(folder, RUN));
        }
        try {
            JsonNode run = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve(RUN)));
            run.path("policies")
                    .forEach(policy -> labels.add(policy.path("label").asString("")));
        } catch (JacksonException e) {
            throw new IOException("%s is not a run's folder: its %s is not JSON.".formatted(folder, RUN), e);
        }
    }

    /** Whether it has decisions of a policy in all of so many replications. */
    public boolean has(PolicySpec policy, int replications) {
        for (int replication = 0; replication < replications; replication++) {
            if (find(policy, replication).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Optional<InputStream> open(PolicySpec policy, int replication) throws IOException {
        Optional<Path> file = find(policy, replication);
        return file.isPresent() ? Optional.of(Files.newInputStream(file.get())) : Optional.empty();
    }

    private Optional<Path> find(PolicySpec policy, int replication) {
        return labels.contains(policy.label())
                ? Optional.of(folder.resolve(ChoiceFiles.name(labels, policy.label(), replication)))
                        .filter(Files::isRegularFile)
                : Optional.empty();
    }
}
