package org.tafsim.experiment.pack.crate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The content of {@code ro-crate-metadata.json}.
 *
 * @param context that explains the names
 * @param graph all entities, the crate's own first
 */
public record Crate(
        @JsonProperty("@context") String context,
        @JsonProperty("@graph") List<CrateEntity> graph) {

    /** Context of RO-Crate 1.1. */
    public static final String CONTEXT = "https://w3id.org/ro/crate/1.1/context";

    /** RO-Crate 1.1. */
    public static final String SPECIFICATION = "https://w3id.org/ro/crate/1.1";

    /** The profile that packages keep. */
    public static final String PROFILE = "https://w3id.org/ro/wfrun/process/0.5";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Of these entities. */
    public Crate(List<CrateEntity> graph) {
        this(CONTEXT, List.copyOf(graph));
    }

    /** Indented JSON, ended by a line feed. */
    public String json() {
        return JSON.writeValueAsString(this).replace("\r\n", "\n") + "\n";
    }
}
