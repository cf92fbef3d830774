package org.tafsim.cli;

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
import picocli.AutoComplete;
import picocli.CommandLine;

/** Wires the commands. */
final class Commands {

    private Commands() {}

    /** The command line that writes to a terminal. */
    static CommandLine line(Terminal terminal) {
        return line(terminal, new SimulationEngine());
    }

    /** The same, on an engine of the caller's. */
    static CommandLine line(Terminal terminal, ScenarioEngine engine) {
        CommandLine line = new CommandLine(new Tafsim(terminal))
                .addSubcommand(new RunCommand(terminal, engine))
                .addSubcommand(new CompareCommand(terminal, engine))
                .addSubcommand(new OptimumCommand(terminal, engine))
                .addSubcommand(new TournamentCommand(terminal, engine))
                .addSubcommand(SweepCommand.line(terminal))
                .addSubcommand(new TaskCommand(terminal))
                .addSubcommand(new ReportCommand(terminal))
                .addSubcommand(new PackCommand(terminal))
                .addSubcommand(new VerifyCommand(terminal))
                .addSubcommand(new RerunCommand(terminal, engine))
                .addSubcommand(ResultsCommand.line(terminal))
                .addSubcommand(new ServeCommand(terminal))
                .addSubcommand(new CheckCommand(terminal))
                .addSubcommand(new CommandLine(new NewCommand(terminal)).addSubcommand(new NewPolicyCommand(terminal)))
                .addSubcommand(new PoliciesCommand(terminal))
                .addSubcommand(new CommandLine(new CatalogCommand(terminal))
                        .addSubcommand(new CommandLine(new CatalogModelCommand())
                                .addSubcommand(new CatalogModelAddCommand(terminal))))
                .addSubcommand(new CalibrateCommand(terminal))
                .addSubcommand(TopologyCommand.line(terminal))
                .addSubcommand(TraceCommand.line(terminal))
                .addSubcommand(MobilityCommand.line(terminal))
                .addSubcommand(RulesCommand.line(terminal))
                .addSubcommand(AuditCommand.line(terminal))
                .addSubcommand(new ExplainCommand(terminal))
                .addSubcommand(new TheoryCommand(terminal))
                .addSubcommand(new CommandLine(new ValidateCommand())
                        .addSubcommand(new ValidateServingCommand(terminal))
                        .addSubcommand(new ValidateNetworkCommand(terminal)))
                .addSubcommand(new CommandLine(new BenchCommand())
                        .addSubcommand(new BenchEw1Command(terminal))
                        .addSubcommand(new BenchServingCommand(terminal))
                        .addSubcommand(new BenchLawCommand(terminal))
                        .addSubcommand(new BenchRadioCommand(terminal))
                        .addSubcommand(new BenchCoexistenceCommand(terminal))
                        .addSubcommand(new BenchStoreCommand(terminal))
                        .addSubcommand(new BenchExternalCommand(terminal)))
                .addSubcommand(new CommandLine.HelpCommand())
                .addSubcommand(new AutoComplete.GenerateCompletion());
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
}
