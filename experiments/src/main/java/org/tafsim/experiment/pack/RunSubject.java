package org.tafsim.experiment.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tafsim.experiment.Environment;
import org.tafsim.experiment.Inputs;
import org.tafsim.experiment.Provenance;
import org.tafsim.scenario.trace.FileHash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gathers what is to be packed of a run's folder: what its manifest lists, and its inputs. */
final class RunSubject {

    /** Traces up to this size go into a package unasked (bytes). */
    static final long SMALL_INPUT_BYTES = 8L << 20;

    private final Path folder;
    private final PackOptions options;
    private final SortedMap<String, Path> files = new TreeMap<>();
    private final List<String> objects = new ArrayList<>();
    private final List<Subject.Missing> missing = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private RunSubject(Path folder, PackOptions options) {
        this.folder = folder;
        this.options = options;
    }

    /** Whether a folder looks like that of a run. */
    static boolean isAt(Path folder) {
        return Files.isRegularFile(folder.resolve(RunFacts.FILE));
    }

    /** @throws IOException where it is not a complete run with all that a package needs */
    static Subject read(Path folder, PackOptions options) throws IOException {
        try {
            return new RunSubject(folder, options).read();
        } catch (tools.jackson.core.JacksonException e) {
            throw new IOException("%s: a file of the run is not JSON: %s".formatted(folder, e.getOriginalMessage()), e);
        }
    }

    private Subject read() throws IOException {
        DiskFiles run = DiskFiles.of(folder);
        for (String name : RunCheck.REQUIRED) {
            if (!run.names().contains(name)) {
                throw new IOException("%s has no %s. Maybe an older tafsim wrote it: run the scenario again."
                        .formatted(folder, name));
            }
        }
        RunFacts facts = facts(run);
        addFiles(run);
        for (InputList.Entry input : InputList.read(run)) {
            addInput(input);
        }
        for (String name : List.of(RunCheck.RESOLVED, Provenance.GIVEN_FILE)) {
            if (files.containsKey(Layout.RUN + name)) {
                objects.add(Layout.RUN + name);
            }
        }
        return new Subject(
                facts.id(),
                "Run %s of tafsim".formatted(facts.id()),
                "The scenario %s, simulated by tafsim %s under %s: %s replications, seed %s."
                                .formatted(
                                        facts.scenario(),
                                        facts.version(),
                                        String.join(", ", facts.policies()),
                                        facts.replications(),
                                        facts.seed())
                        + facts.plugins().note(),
                facts.version(),
                commit(run),
                Optional.of(facts.started()),
                facts.ended(),
                files,
                objects,
                missing,
                notes);
    }

    private RunFacts facts(DiskFiles run) throws IOException {
        try {
            return RunFacts.parse(run.text(RunFacts.FILE));
        } catch (IOException e) {
            throw new IOException("%s %s.".formatted(folder.resolve(RunFacts.FILE), e.getMessage()), e);
        }
    }

    private static Optional<String> commit(DiskFiles run) throws IOException {
        JsonNode commit = JsonMapper.shared()
                .readTree(run.text(Environment.FILE))
                .path("tafsim")
                .path("commit");
        return commit.isString() ? Optional.of(commit.asString()) : Optional.empty();
    }

    private void addFiles(DiskFiles run) throws IOException {
        SortedMap<String, String> listed = HashList.parse(run.text(RunCheck.MANIFEST));
        for (String name : run.names()) {
            if (listed.containsKey(name) || name.equals(RunCheck.MANIFEST)) {
                files.put(Layout.RUN + name, folder.resolve(name));
            } else {
                notes.add("%s is not the run's: left out.".formatted(name));
            }
        }
    }

    private void addInput(InputList.Entry input) throws IOException {
        String name = input.name().substring(input.name().indexOf('/') + 1);
        Optional<Path> place = place(input, name);
        if (place.isPresent() && (options.withInputs() || input.bytes() <= SMALL_INPUT_BYTES)) {
            files.put(Layout.RUN + input.name(), place.get());
            objects.add(Layout.RUN + input.name());
            return;
        }
        missing.add(new Subject.Missing(
                name,
                input.bytes(),
                input.sha256(),
                Optional.ofNullable(options.sources().get(name))));
        notes.add(
                place.isPresent()
                        ? "%s (%d bytes) stays out; --with-inputs takes it along.".formatted(name, input.bytes())
                        : "%s is no longer where it was, or was changed: it stays out.".formatted(name));
    }

    /** Where the very file is that the run read. */
    private Optional<Path> place(InputList.Entry input, String name) throws IOException {
        List<Path> places = new ArrayList<>();
        options.inputFolder().ifPresent(inputs -> places.add(inputs.resolve(name)));
        Path origin = folder.resolve(Inputs.ORIGIN_FILE);
        if (Files.exists(origin)) {
            String place = JsonMapper.shared()
                    .readTree(Files.readString(origin))
                    .path("inputs")
                    .path(input.name())
                    .asString("");
            if (!place.isEmpty()) {
                places.add(Path.of(place));
            }
        }
        for (Path place : places) {
            if (Files.isRegularFile(place) && FileHash.sha256(place).equals(input.sha256())) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }
}
