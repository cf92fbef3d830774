package org.tafsim.cli;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tafsim.cli.audit.AuditCommand;
import org.tafsim.cli.audit.ExplainCommand;
import org.tafsim.cli.bench.BenchCoexistenceCommand;
import org.tafsim.cli.bench.BenchCommand;
import org.tafsim.cli.bench.BenchEw1Command;
import org.tafsim.cli.bench.BenchExternalCommand;
import org.tafsim.cli.bench.BenchLawCommand;
import org.tafsim.cli.bench.BenchRadioCommand;
import org.tafsim.cli.bench.BenchServingCommand;
import org.tafsim.cli.bench.BenchStoreCommand;
import org.tafsim.cli.bench.TheoryCommand;
import org.tafsim.cli.catalog.CatalogCommand;
import org.tafsim.cli.catalog.CatalogModelAddCommand;
import org.tafsim.cli.catalog.CatalogModelCommand;
import org.tafsim.cli.catalog.PoliciesCommand;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.cli.league.TournamentCommand;
import org.tafsim.cli.manual.CompletionCommand;
import org.tafsim.cli.manual.ManCommand;
import org.tafsim.cli.mobility.MobilityCommand;
import org.tafsim.cli.pack.PackCommand;
import org.tafsim.cli.pack.RerunCommand;
import org.tafsim.cli.pack.VerifyCommand;
import org.tafsim.cli.plugin.NewPolicyCommand;
import org.tafsim.cli.report.ReportCommand;
import org.tafsim.cli.results.ResultsCommand;
import org.tafsim.cli.rules.RulesCommand;
import org.tafsim.cli.run.CompareCommand;
import org.tafsim.cli.run.OptimumCommand;
import org.tafsim.cli.run.RunCommand;
import org.tafsim.cli.run.ScenarioEngine;
import org.tafsim.cli.run.SimulationEngine;
import org.tafsim.cli.scenario.CheckCommand;
import org.tafsim.cli.scenario.NewCommand;
import org.tafsim.cli.serve.ServeCommand;
import org.tafsim.cli.sweep.SweepCommand;
import org.tafsim.cli.sweep.TaskCommand;
import org.tafsim.cli.topology.TopologyCommand;
import org.tafsim.cli.trace.TraceCommand;
import org.tafsim.cli.validate.CalibrateCommand;
import org.tafsim.cli.validate.ValidateCommand;
import org.tafsim.cli.validate.ValidateNetworkCommand;
import org.tafsim.cli.validate.ValidateServingCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Wires the commands. */
final class Commands {

    private final Terminal terminal;
    private final ScenarioEngine engine;

    private Commands(Terminal terminal, ScenarioEngine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    /**
     * One command of those that {@code tafsim} lists.
     *
     * @param type says its name and what it is for
     * @param whole builds it, with its subcommands; that takes some milliseconds
     */
    private record Entry(Class<?> type, Supplier<Object> whole) {

        String name() {
            return said().name();
        }

        /** What the list of commands says of it, and no more: it cannot be run. */
        CommandSpec sign() {
            CommandSpec sign = CommandSpec.create().name(name());
            sign.usageMessage()
                    .header(said().header())
                    .description(said().description())
                    .hidden(said().hidden());
            return sign;
        }

        private Command said() {
            return type.getAnnotation(Command.class);
        }
    }

    /** The command line that writes to a terminal. */
    static CommandLine line(Terminal terminal) {
        return line(terminal, new SimulationEngine());
    }

    /** The same, on an engine of the caller's. */
    static CommandLine line(Terminal terminal, ScenarioEngine engine) {
        return new Commands(terminal, engine).line(name -> true);
    }

    /** The command line for these arguments alone: of commands that they do not name there is the name only. */
    static CommandLine lineFor(Terminal terminal, List<String> args) {
        boolean isInFile =
                args.stream().anyMatch(arg -> arg.startsWith("@")); // picocli reads arguments from such files
        return new Commands(terminal, new SimulationEngine()).line(name -> isInFile || args.contains(name));
    }

    private CommandLine line(Predicate<String> isWanted) {
        CommandLine line = new CommandLine(new Tafsim(terminal));
        for (Entry entry : entries()) {
            line.addSubcommand(
                    entry.name(), isWanted.test(entry.name()) ? entry.whole().get() : entry.sign());
        }
        Failures failures = new Failures(terminal);
        return line.setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.outAnsi()))
                .setUsageHelpWidth(TextTable.WIDTH)
                .setUsageHelpAutoWidth(false)
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    private List<Entry> entries() {
        return List.of(
                new Entry(RunCommand.class, () -> new RunCommand(terminal, engine)),
                new Entry(CompareCommand.class, () -> new CompareCommand(terminal, engine)),
                new Entry(OptimumCommand.class, () -> new OptimumCommand(terminal, engine)),
                new Entry(TournamentCommand.class, () -> new TournamentCommand(terminal, engine)),
                new Entry(SweepCommand.class, () -> SweepCommand.line(terminal)),
                new Entry(TaskCommand.class, () -> new TaskCommand(terminal)),
                new Entry(ReportCommand.class, () -> new ReportCommand(terminal)),
                new Entry(PackCommand.class, () -> new PackCommand(terminal)),
                new Entry(VerifyCommand.class, () -> new VerifyCommand(terminal)),
                new Entry(RerunCommand.class, () -> new RerunCommand(terminal, engine)),
                new Entry(ResultsCommand.class, () -> ResultsCommand.line(terminal)),
                new Entry(ServeCommand.class, () -> new ServeCommand(terminal)),
                new Entry(CheckCommand.class, () -> new CheckCommand(terminal)),
                new Entry(NewCommand.class, this::newLine),
                new Entry(PoliciesCommand.class, () -> new PoliciesCommand(terminal)),
                new Entry(CatalogCommand.class, this::catalogLine),
                new Entry(CalibrateCommand.class, () -> new CalibrateCommand(terminal)),
                new Entry(TopologyCommand.class, () -> TopologyCommand.line(terminal)),
                new Entry(TraceCommand.class, () -> TraceCommand.line(terminal)),
                new Entry(MobilityCommand.class, () -> MobilityCommand.line(terminal)),
                new Entry(RulesCommand.class, () -> RulesCommand.line(terminal)),
                new Entry(AuditCommand.class, () -> AuditCommand.line(terminal)),
                new Entry(ExplainCommand.class, () -> new ExplainCommand(terminal)),
                new Entry(TheoryCommand.class, () -> new TheoryCommand(terminal)),
                new Entry(ValidateCommand.class, this::validateLine),
                new Entry(BenchCommand.class, this::benchLine),
                new Entry(CompletionCommand.class, () -> new CompletionCommand(terminal, this::whole)),
                new Entry(ManCommand.class, () -> new ManCommand(terminal, this::whole)),
                new Entry(PrimeCommand.class, PrimeCommand::new),
                new Entry(CommandLine.HelpCommand.class, CommandLine.HelpCommand::new));
    }

    /** All commands, for those that tell about all. */
    private CommandLine whole() {
        return line(name -> true);
    }

    private CommandLine newLine() {
        return new CommandLine(new NewCommand(terminal)).addSubcommand(new NewPolicyCommand(terminal));
    }

    private CommandLine catalogLine() {
        return new CommandLine(new CatalogCommand(terminal))
                .addSubcommand(
                        new CommandLine(new CatalogModelCommand()).addSubcommand(new CatalogModelAddCommand(terminal)));
    }

    private CommandLine validateLine() {
        return new CommandLine(new ValidateCommand())
                .addSubcommand(new ValidateServingCommand(terminal))
                .addSubcommand(new ValidateNetworkCommand(terminal));
    }

    private CommandLine benchLine() {
        return new CommandLine(new BenchCommand())
                .addSubcommand(new BenchEw1Command(terminal))
                .addSubcommand(new BenchServingCommand(terminal))
                .addSubcommand(new BenchLawCommand(terminal))
                .addSubcommand(new BenchRadioCommand(terminal))
                .addSubcommand(new BenchCoexistenceCommand(terminal))
                .addSubcommand(new BenchStoreCommand(terminal))
                .addSubcommand(new BenchExternalCommand(terminal));
    }
}
