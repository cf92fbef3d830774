package org.tafsim.experiment.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tafsim.experiment.Inputs;
import org.tafsim.experiment.pack.archive.ArchiveLimits;
import org.tafsim.experiment.pack.archive.PackageArchive;
import org.tafsim.experiment.pack.archive.UnsafeArchiveException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks at a package without running anything of it: every hash, every description, every number that follows from others. */
public final class PackageCheck {

    private final FileSet files;
    private final List<CheckReport.Step> steps = new ArrayList<>();

    private PackageCheck(FileSet files) {
        this.files = files;
    }

    /**
     * Checks a package.
     *
     * @throws IOException where the file cannot be read at all; what is wrong with it is reported
     */
    public static CheckReport check(Path zip) throws IOException {
        try (PackageArchive archive = PackageArchive.open(zip, ArchiveLimits.PACKAGE);
                Scratch scratch = Scratch.create()) {
            return check(archive, scratch, Optional.empty()).report();
        } catch (UnsafeArchiveException e) {
            return refusal(e);
        }
    }

    /** What is said of a zip that is not even opened. */
    static CheckReport refusal(UnsafeArchiveException e) {
        List<Finding> findings = e.faults().stream()
                .map(fault -> fault.entry().isEmpty()
                        ? new Finding("", "the zip " + fault.what())
                        : new Finding(fault.entry(), fault.what()))
                .toList();
        return new CheckReport("", List.of(new CheckReport.Step("archive", "refused", findings)));
    }

    /**
     * Checks an open package.
     *
     * @param scratch takes the inputs of its scenario
     * @param inputs folder with inputs that the package leaves out
     */
    static Checked check(PackageArchive archive, Scratch scratch, Optional<Path> inputs) {
        PackageCheck check = new PackageCheck(new ArchiveFiles(archive, ""));
        FileSet run = new ArchiveFiles(archive, Layout.RUN);
        FileSet sweep = new ArchiveFiles(archive, Layout.SWEEP);
        return check.check(run, sweep, scratch, inputs);
    }

    /**
     * What a check gave.
     *
     * @param run where the package holds one that is sound
     * @param sweep where the package holds one that is sound
     */
    record Checked(CheckReport report, Optional<CheckedRun> run, Optional<CheckedSweep> sweep) {}

    private Checked check(FileSet run, FileSet sweep, Scratch scratch, Optional<Path> inputs) {
        step("archive", "%d plain files".formatted(files.names().size()), new Findings());
        Findings bag = new Findings();
        SortedMap<String, String> hashes = new BagCheck(files, bag).check();
        step("hashes", "%d files have theirs".formatted(hashes.size()), bag);
        Findings crate = new Findings();
        Optional<CrateGraph> graph = crate(crate);
        step("crate", graph.map(g -> "%d entities".formatted(g.ids().size())).orElse("unreadable"), crate);
        if (run.names().isEmpty() == sweep.names().isEmpty()) {
            Findings none = new Findings();
            none.report(Layout.DATA, "holds neither a run nor a sweep, or both");
            step("results", "none", none);
            return new Checked(new CheckReport("", steps), Optional.empty(), Optional.empty());
        }
        return run.names().isEmpty()
                ? checkSweep(sweep, below(Layout.SWEEP, hashes), graph, scratch)
                : checkRun(run, below(Layout.RUN, hashes), graph, scratch, inputs);
    }

    private Optional<CrateGraph> crate(Findings findings) {
        Optional<CrateGraph> graph = findings.attempt(Layout.CRATE, () -> CrateGraph.parse(text(Layout.CRATE)));
        graph.ifPresent(found -> findings.attempt(Layout.CRATE, () -> {
            new CrateCheck(found, files, findings).check();
            return found;
        }));
        return graph;
    }

    private Checked checkRun(
            FileSet run,
            SortedMap<String, String> hashes,
            Optional<CrateGraph> graph,
            Scratch scratch,
            Optional<Path> inputs) {
        Findings findings = new Findings();
        Findings below = findings.below(Layout.RUN);
        boolean isComplete = below.attempt(Inputs.FILE, () -> scratch.layOut(run, InputList.read(run), inputs))
                .orElse(false);
        Optional<CheckedRun> checked =
                new RunCheck(run, hashes, below).check(isComplete ? Optional.of(scratch.folder()) : Optional.empty());
        checked.ifPresent(found -> {
            RunFacts facts = found.facts();
            Computation told = new Computation(facts.version(), Optional.of(facts.started()), facts.ended());
            checkComputation(told, graph, findings);
        });
        step("results", checked.map(PackageCheck::detail).orElse("not sound"), findings);
        CheckReport report =
                new CheckReport(checked.map(found -> found.facts().id()).orElse(""), steps);
        return new Checked(report, checked.filter(found -> report.isSound()), Optional.empty());
    }

    private Checked checkSweep(
            FileSet sweep, SortedMap<String, String> hashes, Optional<CrateGraph> graph, Scratch scratch) {
        Findings findings = new Findings();
        Findings below = findings.below(Layout.SWEEP);
        Optional<CheckedSweep> checked = new SweepCheck(sweep, hashes, below, scratch.folder()).check();
        checked.ifPresent(found -> findings.attempt(Layout.SWEEP + SweepProvenance.COLLECTED, () -> {
            Instant ended = SweepFacts.collectedAt(sweep.text(SweepProvenance.COLLECTED));
            checkComputation(new Computation(found.facts().version(), Optional.empty(), ended), graph, findings);
            return ended;
        }));
        step(
                "results",
                checked.map(found -> "%d tasks at %d points"
                                .formatted(found.tasks().size(), found.facts().points()))
                        .orElse("not sound"),
                findings);
        CheckReport report =
                new CheckReport(checked.map(found -> found.facts().id()).orElse(""), steps);
        return new Checked(report, Optional.empty(), checked.filter(found -> report.isSound()));
    }

    private static String detail(CheckedRun run) {
        String scenario =
                run.scenario().isPresent() ? "" : "; the scenario was not read, as its traces are not at hand";
        return "%d metrics of %d runs%s"
                .formatted(
                        run.results().stream()
                                .mapToInt(result -> result.metrics().size())
                                .sum(),
                        run.results().size(),
                        scenario);
    }

    /**
     * What the results tell of how they came about.
     *
     * @param version of tafsim
     * @param started when it started, where that is known
     * @param ended when it ended
     */
    private record Computation(String version, Optional<Instant> started, Instant ended) {}

    /** The crate and the bill of materials tell the same. */
    private void checkComputation(Computation told, Optional<CrateGraph> graph, Findings findings) {
        graph.ifPresent(crate -> checkAction(crate, told, findings));
        if (files.names().contains(Layout.SBOM)) {
            findings.attempt(Layout.SBOM, () -> checkSbom(told.version()));
        }
    }

    private static void checkAction(CrateGraph graph, Computation told, Findings findings) {
        JsonNode action = graph.get(CrateBuilder.ACTION);
        String started = told.started().map(CrateBuilder::time).orElse("");
        boolean isTimed = action.path("startTime").asString("").equals(started)
                && action.path("endTime").asString("").equals(CrateBuilder.time(told.ended()));
        if (!isTimed) {
            findings.report(Layout.CRATE, "its startTime and endTime are not those of the results");
        }
        String tool = CrateBuilder.softwareId(told.version());
        boolean isTool = CrateGraph.refs(action.path("instrument")).contains(tool)
                && graph.get(tool).path("softwareVersion").asString("").equals(told.version());
        if (!isTool) {
            findings.report(
                    Layout.CRATE, "its instrument is not tafsim %s, as the results say".formatted(told.version()));
        }
    }

    private JsonNode checkSbom(String version) throws IOException {
        JsonNode bom = JsonMapper.shared().readTree(text(Layout.SBOM));
        String found = bom.path("metadata").path("component").path("version").asString("");
        if (!bom.path("bomFormat").asString("").equals("CycloneDX") || !found.equals(version)) {
            throw new IOException("is not the bill of materials of tafsim %s".formatted(version));
        }
        return bom;
    }

    private String text(String name) throws IOException {
        if (!files.names().contains(name)) {
            throw new IOException("is missing");
        }
        return files.text(name);
    }

    private static SortedMap<String, String> below(String folder, SortedMap<String, String> hashes) {
        SortedMap<String, String> below = new TreeMap<>();
        hashes.forEach((name, hash) -> {
            if (name.startsWith(folder)) {
                below.put(name.substring(folder.length()), hash);
            }
        });
        return below;
    }

    private void step(String name, String detail, Findings findings) {
        steps.add(new CheckReport.Step(name, detail, findings.list()));
    }
}
