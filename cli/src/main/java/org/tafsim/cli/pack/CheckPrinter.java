package org.tafsim.cli.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.experiment.pack.CheckReport;
import org.tafsim.experiment.pack.Finding;

/** Tells what a look at a package gave. */
final class CheckPrinter {

    private final Terminal terminal;

    CheckPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A short table for people; what is wrong goes to the error stream. */
    void print(Path zip, CheckReport report) {
        TextTable table = TextTable.of("Looked at", "Found", "Verdict");
        for (CheckReport.Step step : report.steps()) {
            int count = step.findings().size();
            String verdict = count == 0 ? "ok" : count == 1 ? "1 problem" : count + " problems";
            table.add(step.name(), step.detail(), verdict);
        }
        terminal.out().println("%s%s".formatted(zip, report.id().isEmpty() ? "" : ": " + report.id()));
        table.print(terminal.out(), terminal.outAnsi());
        report.findings().forEach(finding -> terminal.err().println(finding));
    }

    /** The same for programs. */
    static Map<String, Object> facts(Path zip, CheckReport report) {
        List<Map<String, String>> problems = new ArrayList<>();
        for (Finding finding : report.findings()) {
            Map<String, String> problem = new LinkedHashMap<>();
            problem.put("file", finding.file());
            problem.put("problem", finding.what());
            problems.add(problem);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("package", zip.toString());
        facts.put("id", report.id());
        facts.put("sound", report.isSound());
        facts.put("problems", problems);
        return facts;
    }
}
