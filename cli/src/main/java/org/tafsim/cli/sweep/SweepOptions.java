package org.tafsim.cli.sweep;

import org.tafsim.cli.console.ProgressDisplay;
import org.tafsim.cli.console.ProgressOption;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.Words;
import org.tafsim.cli.plugin.OpenPolicies;
import org.tafsim.cli.plugin.PolicyOptions;
import org.tafsim.cli.run.ExternalOption;
import org.tafsim.cli.slurm.SlurmChoices;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How to carry out a sweep; changes no result. */
final class SweepOptions {

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "Who runs the tasks: local (default), slurm.",
            converter = EngineWords.class)
    private Engine engine = Engine.LOCAL;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Tasks at a time on this machine (default: one per core).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private ProgressOption progressOption = new ProgressOption();

    @Mixin
    private SweepOutput output = new SweepOutput();

    @Mixin
    private PolicyOptions policies = new PolicyOptions();

    @Mixin
    private ExternalOption external = new ExternalOption();

    @Mixin
    private SlurmChoices slurm = new SlurmChoices();

    /** Engines as users type them. */
    static final class EngineWords extends Words<Engine> {
        EngineWords() {
            super(Engine.class);
        }
    }

    void check(CommandSpec spec) {
        if (threads < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--threads (%d) must be at least 1.".formatted(threads));
        }
    }

    /** The policies that there are. */
    OpenPolicies openPolicies(Terminal terminal) {
        if (engine != Engine.LOCAL) {
            policies.refuse("--plugins: plug-ins work on this machine only. Leave out --engine.");
        }
        return policies.open(terminal);
    }

    Engine engine() {
        return engine;
    }

    ExternalOption external() {
        return external;
    }

    SlurmChoices slurm() {
        return slurm;
    }

    int threads() {
        return threads;
    }

    SweepOutput output() {
        return output;
    }

    ProgressDisplay progress(Terminal terminal) {
        return progressOption.display(terminal);
    }
}
