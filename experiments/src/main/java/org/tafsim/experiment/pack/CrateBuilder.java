package org.tafsim.experiment.pack;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.tafsim.experiment.pack.archive.FileKind;
import org.tafsim.experiment.pack.crate.Crate;
import org.tafsim.experiment.pack.crate.CrateEntity;
import org.tafsim.experiment.pack.crate.CrateEntity.CreateAction;
import org.tafsim.experiment.pack.crate.CrateEntity.FileEntity;
import org.tafsim.experiment.pack.crate.CrateEntity.MetadataFile;
import org.tafsim.experiment.pack.crate.CrateEntity.MissingInput;
import org.tafsim.experiment.pack.crate.CrateEntity.Person;
import org.tafsim.experiment.pack.crate.CrateEntity.PropertyValue;
import org.tafsim.experiment.pack.crate.CrateEntity.RootDataset;
import org.tafsim.experiment.pack.crate.CrateEntity.SoftwareApplication;
import org.tafsim.experiment.pack.crate.CrateEntity.Work;
import org.tafsim.experiment.pack.crate.Ref;

/** Describes a package: one action of tafsim that made results of a scenario, and every file. */
final class CrateBuilder {

    static final String ACTION = "#computation";
    static final String COMPLETED = "http://schema.org/CompletedActionStatus";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);
    private static final String AUTHOR = "#author";

    private final Subject subject;
    private final PackOptions options;

    CrateBuilder(Subject subject, PackOptions options) {
        this.subject = subject;
        this.options = options;
    }

    /** The program, by the URL of packages: it has no home page of its own that would name the version. */
    static String softwareId(String version) {
        return "pkg:maven/org.tafsim/tafsim@" + version;
    }

    /**
     * The crate.
     *
     * @param sizes of all files but the crate's own description, by name; empty for those that are written after it
     */
    Crate build(SortedMap<String, OptionalLong> sizes) {
        List<CrateEntity> graph = new ArrayList<>();
        graph.add(MetadataFile.create());
        graph.add(root(sizes));
        graph.add(new Work(Crate.PROFILE, "CreativeWork", "Process Run Crate", Optional.empty(), Optional.of("0.5")));
        graph.add(new Work(
                license(), "CreativeWork", options.license(), Optional.of("License of the results"), Optional.empty()));
        graph.add(action());
        graph.add(software());
        options.author().ifPresent(name -> graph.add(new Person(AUTHOR, "Person", name)));
        subject.missing().forEach(input -> addMissing(input, graph));
        sizes.forEach((name, size) -> graph.add(file(name, size)));
        return new Crate(graph);
    }

    private RootDataset root(SortedMap<String, OptionalLong> sizes) {
        return new RootDataset(
                RootDataset.ID,
                "Dataset",
                subject.title(),
                subject.description(),
                subject.id(),
                subject.ended().toString().substring(0, 10),
                new Ref(license()),
                new Ref(Crate.PROFILE),
                author(),
                new Ref(ACTION),
                sizes.keySet().stream().map(Ref::new).toList());
    }

    private CreateAction action() {
        List<Ref> objects = new ArrayList<>();
        subject.objects().forEach(name -> objects.add(new Ref(name)));
        subject.missing().forEach(input -> objects.add(new Ref(missingId(input))));
        List<Ref> results = subject.files().keySet().stream()
                .filter(name -> !subject.objects().contains(name))
                .map(Ref::new)
                .toList();
        return new CreateAction(
                ACTION,
                "CreateAction",
                "Simulation " + subject.id(),
                subject.description(),
                new Ref(softwareId(subject.version())),
                author(),
                objects,
                results,
                subject.started().map(CrateBuilder::time),
                time(subject.ended()),
                COMPLETED);
    }

    /** ISO 8601 with an offset and milliseconds, as validators of the profile have it. */
    static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private SoftwareApplication software() {
        return new SoftwareApplication(
                softwareId(subject.version()),
                "SoftwareApplication",
                "tafsim",
                subject.version(),
                Optional.of("Discrete-event simulator of telco AI factories"
                        + subject.commit().map(commit -> ", commit " + commit).orElse("")));
    }

    private void addMissing(Subject.Missing input, List<CrateEntity> graph) {
        PropertyValue hash = PropertyValue.sha256(input.sha256());
        graph.add(new MissingInput(
                missingId(input),
                "CreativeWork",
                input.name(),
                "A trace that was replayed (%s bytes); not in this package".formatted(input.bytes()),
                new Ref(hash.id()),
                input.source().map(Ref::new)));
        graph.add(hash);
    }

    private static String missingId(Subject.Missing input) {
        return "#input-" + input.name();
    }

    private static FileEntity file(String name, OptionalLong size) {
        return new FileEntity(
                name,
                FileEntity.TYPE,
                name.substring(name.lastIndexOf('/') + 1),
                FileNotes.find(name),
                FileKind.find(name).map(FileKind::mediaType).orElse("application/octet-stream"),
                size.isPresent() ? Optional.of(Long.toString(size.getAsLong())) : Optional.empty());
    }

    private Optional<Ref> author() {
        return options.author().map(name -> new Ref(AUTHOR));
    }

    private String license() {
        return "https://spdx.org/licenses/" + options.license();
    }
}
