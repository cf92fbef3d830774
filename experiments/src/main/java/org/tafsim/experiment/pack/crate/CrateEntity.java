package org.tafsim.experiment.pack.crate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/** Something that the crate's graph describes. What is empty is left out; names are those of schema.org. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface CrateEntity {

    /** Unique in the crate: a path in it, {@code #} and a name, or a URI. */
    @JsonProperty("@id")
    String id();

    /** The crate's description of itself. */
    record MetadataFile(
            @JsonProperty("@id") String id,
            @JsonProperty("@type") String type,
            Ref conformsTo,
            Ref about) implements CrateEntity {

        /** Its name, which the standard fixes. */
        public static final String NAME = "ro-crate-metadata.json";

        /** For the one crate of a package. */
        public static MetadataFile create() {
            return new MetadataFile(NAME, "CreativeWork", new Ref(Crate.SPECIFICATION), new Ref(RootDataset.ID));
        }
    }

    /** The package as a whole. */
    record RootDataset(
            @JsonProperty("@id") String id,
            @JsonProperty("@type") String type,
            String name,
            String description,
            String identifier,
            String datePublished,
            Ref license,
            Ref conformsTo,
            Optional<Ref> author,
            Ref mentions,
            List<Ref> hasPart)
            implements CrateEntity {

        /** The folder that holds the crate. */
        public static final String ID = "./";
    }

    /**
     * A file of the package.
     *
     * @param contentSize bytes, as text, as schema.org has it
     */
    record FileEntity(
            @JsonProperty("@id") String id,
            @JsonProperty("@type") String type,
            String name,
            Optional<String> description,
            String encodingFormat,
            Optional<String> contentSize)
            implements CrateEntity {

        /** What the standard calls a file (schema.org: MediaObject). */
        public static final String TYPE = "File";
    }

    /** A file that the run read and the package leaves out, told by its hash. */
    record MissingInput(
            @JsonProperty("@id") String id,
            @JsonProperty("@type") String type,
            String name,
            String description,
            Ref identifier,
            Optional<Ref> url)
            implements CrateEntity {}

    /** A named value. */
    record PropertyValue(
            @JsonProperty("@id") String id,
            @JsonProperty("@type") String type,
            String name,
            @JsonProperty("propertyID") String propertyId,
            String value)
            implements CrateEntity {

        /** A file's SHA-256. */
        public static PropertyValue sha256(String hash) {
            return new PropertyValue("#sha256-" + hash, "PropertyValue", "SHA-256", "sha256", hash);
        }
    }

    /** What happened: tafsim made these results of that scenario. */
    record CreateAction(
            @JsonProperty("@id") String id,
            @JsonProperty("@type") String type,
            String name,
            String description,
            Ref instrument,
            Optional<Ref> agent,
            List<Ref> object,
            List<Ref> result,
            Optional<String> startTime,
            String endTime,
            String actionStatus)
            implements CrateEntity {}

    /** A program. */
    record SoftwareApplication(
            @JsonProperty("@id") String id,
            @JsonProperty("@type") String type,
            String name,
            String softwareVersion,
            Optional<String> description)
            implements CrateEntity {}

    /** Whoever made the results. */
    record Person(
            @JsonProperty("@id") String id,
            @JsonProperty("@type") String type,
            String name) implements CrateEntity {}

    /** A work that is referred to: a profile, a license, a status. */
    record Work(
            @JsonProperty("@id") String id,
            @JsonProperty("@type") String type,
            String name,
            Optional<String> description,
            Optional<String> version)
            implements CrateEntity {}
}
