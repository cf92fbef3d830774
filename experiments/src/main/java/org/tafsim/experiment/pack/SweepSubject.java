package org.tafsim.experiment.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tafsim.experiment.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gathers what is to be packed of a sweep's folder: what sweeps write, and nothing else. */
final class SweepSubject {

    private static final Pattern OURS = Pattern.compile("[a-z.-]+\\.(csv|json|yaml)"
            + "|report\\.html"
            + "|points/\\d+/scenario\\.resolved\\.yaml"
            + "|tasks/\\d+-\\d+/(task\\.json|metrics\\.csv|series\\.csv)"
            + "|figures/[a-z0-9.-]+\\.(svg|png)");
    private static final Pattern OBJECTS = Pattern.compile("experiment\\.yaml|points/.*");

    private SweepSubject() {}

    /** Whether a folder looks like that of a sweep. */
    static boolean isAt(Path folder) {
        return Files.isRegularFile(folder.resolve(SweepFacts.FILE));
    }

    /** @throws IOException where it is not a sweep that was collected */
    static Subject read(Path folder) throws IOException {
        DiskFiles sweep = DiskFiles.of(folder);
        for (String name : SweepCheck.REQUIRED) {
            if (!sweep.names().contains(name)) {
                throw new IOException(
                        "%s has no %s. Maybe run: tafsim sweep resume %s".formatted(folder, name, folder));
            }
        }
        SweepFacts facts = SweepFacts.parse(sweep.text(SweepFacts.FILE));
        refuseTraces(folder, sweep);
        SortedMap<String, Path> files = new TreeMap<>();
        List<String> objects = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (String name : sweep.names()) {
            if (OURS.matcher(name).matches()) {
                files.put(Layout.SWEEP + name, folder.resolve(name));
                if (OBJECTS.matcher(name).matches()) {
                    objects.add(Layout.SWEEP + name);
                }
            } else {
                notes.add("%s is not a result of the sweep: left out.".formatted(name));
            }
        }
        return new Subject(
                facts.id(),
                "Sweep %s of tafsim".formatted(facts.id()),
                "The experiment %s, simulated by tafsim %s: %s points, at least %s replications each."
                                .formatted(facts.name(), facts.version(), facts.points(), facts.replications())
                        + facts.plugins().note(),
                facts.version(),
                commit(sweep),
                Optional.empty(),
                SweepFacts.collectedAt(sweep.text(SweepProvenance.COLLECTED)),
                files,
                objects,
                List.of(),
                notes);
    }

    /** Points do not pin their traces as runs do, so a package could not tell the right ones. */
    private static void refuseTraces(Path folder, DiskFiles sweep) throws IOException {
        String first = CheckedSweep.scenarioOf(0);
        if (sweep.names().contains(first) && sweep.text(first).contains("arrivals: {type: trace,")) {
            throw new IOException("%s replays a trace: such sweeps cannot be packed yet. Pack a run of the scenario."
                    .formatted(folder));
        }
    }

    private static Optional<String> commit(FileSet sweep) throws IOException {
        JsonNode commit = JsonMapper.shared()
                .readTree(sweep.text(Environment.FILE))
                .path("tafsim")
                .path("commit");
        return commit.isString() ? Optional.of(commit.asString()) : Optional.empty();
    }
}
