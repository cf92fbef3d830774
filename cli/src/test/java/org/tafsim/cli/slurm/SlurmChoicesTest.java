package org.tafsim.cli.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.experiment.slurm.SlurmOptions;
import org.tafsim.experiment.slurm.SlurmOptions.OnInterrupt;
import picocli.CommandLine;

final class SlurmChoicesTest {

    @Test
    void asksForTheUsualWhereNothingIsSaid() {
        assertThat(read()).isEqualTo(SlurmOptions.DEFAULT);
    }

    @Test
    void readsQuantitiesWithUnitsAndFurtherArguments() {
        SlurmOptions options = read(
                "--slurm-chunk=5",
                "--slurm-at-once=8",
                "--slurm-time=90 min",
                "--slurm-memory=2 GiB",
                "--slurm-arg=--partition=long",
                "--slurm-arg=--account=telco",
                "--slurm-cancel");

        assertThat(options)
                .isEqualTo(new SlurmOptions(
                        5,
                        8,
                        Duration.ofMinutes(90),
                        2048,
                        1,
                        SlurmOptions.DEFAULT.requeues(),
                        SlurmOptions.DEFAULT.submissions(),
                        OnInterrupt.CANCEL,
                        List.of("--partition=long", "--account=telco")));
    }

    @Test
    void refusesATimeWithoutUnit() {
        assertThatThrownBy(() -> read("--slurm-time=90"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("--slurm-time: \"90\" is not a duration; expected e.g. \"10 min\".");
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatThrownBy(() -> read("--slurm-chunk=0"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("The points of an element (0) must be 1 or more.");
        assertThatThrownBy(() -> read("--slurm-memory=1 kB")).hasMessageContaining("must be 1 or more");
    }

    private static SlurmOptions read(String... args) {
        SlurmChoices choices = new SlurmChoices();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("slurm", CommandLine.Model.CommandSpec.forAnnotatedObject(choices)))
                .parseArgs(args);
        return choices.options(10);
    }
}
