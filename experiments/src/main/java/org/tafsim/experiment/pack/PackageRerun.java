package org.tafsim.experiment.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.tafsim.experiment.Build;
import org.tafsim.experiment.PluginList;
import org.tafsim.experiment.Progress;
import org.tafsim.experiment.pack.archive.ArchiveLimits;
import org.tafsim.experiment.pack.archive.PackageArchive;
import org.tafsim.experiment.pack.archive.UnsafeArchiveException;
import org.tafsim.policies.PolicySet;

/** Runs a package again, once it is found sound, and holds the new numbers against the packed ones. */
public final class PackageRerun {

    private final RerunEngine engine;
    private final PolicySet policies;
    private final Build build;
    private final int threads;
    private final Progress progress;

    /**
     * A rerun.
     *
     * @param engine simulates
     * @param policies that there are here
     * @param build of this tafsim
     * @param threads runs at a time, at least 1
     * @param progress told of every finished run
     */
    public PackageRerun(RerunEngine engine, PolicySet policies, Build build, int threads, Progress progress) {
        this.engine = engine;
        this.policies = policies;
        this.build = build;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Checks, runs, compares.
     *
     * @throws IOException where the package cannot be read at all, lacks inputs, or results cannot be written
     */
    public RerunReport run(Path zip, RerunOptions options) throws IOException, InterruptedException {
        try (PackageArchive archive = PackageArchive.open(zip, ArchiveLimits.PACKAGE);
                Scratch scratch = Scratch.create()) {
            PackageCheck.Checked checked = PackageCheck.check(archive, scratch, options.inputs());
            if (checked.run().isPresent()) {
                CheckedRun run = checked.run().get();
                checkPlugins(run.facts().plugins());
                FileSet files = new ArchiveFiles(archive, Layout.RUN);
                RerunOutcome outcome = new RunRerun(run, files, scratch.folder(), policies, options)
                        .simulate(engine, build, threads, progress);
                return report(checked.report(), outcome, run.facts().version());
            }
            if (checked.sweep().isPresent()) {
                CheckedSweep sweep = checked.sweep().get();
                checkPlugins(sweep.facts().plugins());
                FileSet files = new ArchiveFiles(archive, Layout.SWEEP);
                RerunOutcome outcome =
                        new SweepRerun(sweep, files, scratch.folder(), options).simulate(engine, threads, progress);
                return report(checked.report(), outcome, sweep.facts().version());
            }
            return new RerunReport(checked.report(), Optional.empty(), "", Optional.empty());
        } catch (UnsafeArchiveException e) {
            return new RerunReport(PackageCheck.refusal(e), Optional.empty(), "", Optional.empty());
        }
    }

    private void checkPlugins(PluginList plugins) throws IOException {
        Optional<String> missing = plugins.findMissing(policies);
        if (missing.isPresent()) {
            throw new IOException("The package needs plug-ins that are not here:\n" + missing.get());
        }
    }

    private RerunReport report(CheckReport check, RerunOutcome outcome, String version) {
        Optional<String> note = version.equals(build.version())
                ? Optional.empty()
                : Optional.of("tafsim %s made this package; this is %s.".formatted(version, build.version()));
        return new RerunReport(check, Optional.of(outcome.verdict()), outcome.ran(), note);
    }
}
