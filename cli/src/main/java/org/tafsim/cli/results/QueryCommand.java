package org.tafsim.cli.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Terminal;
import org.tafsim.store.ResultStore;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a question in SQL. */
@Command(
        name = "query",
        header = "Ask results in SQL.",
        description =
                "Views: runs, points, summary, replications, differences, series, cdf, requests; each holds the files of that "
                        + "name of all results, with a column id. One SELECT of DuckDB's SQL; nothing can be changed.%n",
        footer = {
            "  tafsim results query \"SELECT id, policy, mean FROM summary WHERE metric = 'ttft_p95' AND scope = 'all'\"",
            "  tafsim results query \"SELECT app, quantile_cont(end_s - arrival_s, 0.99) FROM requests GROUP BY app\" --csv"
        })
final class QueryCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "SQL", description = "The question.")
    private String sql = "";

    @Mixin
    private RootOption root = new RootOption();

    @ArgGroup
    private Form form = new Form();

    QueryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** How the answer is given; a table where none is chosen. */
    private static final class Form {

        @Option(names = "--csv", description = "Print CSV.")
        private boolean isCsv;

        @Option(names = "--json", description = "Print JSON: a list of rows.")
        private boolean isJson;

        @Option(names = "--parquet", paramLabel = "FILE", description = "Write a Parquet file.")
        private @Nullable Path parquet;
    }

    @Override
    public Integer call() throws IOException {
        ResultStore store = new ResultStore(root.folders());
        if (form.parquet != null) {
            store.writeParquet(sql, form.parquet);
            terminal.out().println("Written to " + form.parquet);
            return ExitCodes.OK;
        }
        Answer answer = form.isCsv
                ? new CsvAnswer(terminal.out())
                : form.isJson ? new JsonAnswer(terminal.out()) : new TableAnswer(terminal);
        store.query(sql, answer);
        answer.end();
        return ExitCodes.OK;
    }
}
