package org.tafsim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Progress;
import org.tafsim.experiment.ReplicationRunner;
import org.tafsim.experiment.RequestCsv;
import org.tafsim.experiment.RequestFile;
import org.tafsim.experiment.ResultFiles;
import org.tafsim.experiment.RunDraft;
import org.tafsim.experiment.SeriesCsv;
import org.tafsim.experiment.SummaryTable;

class ResultStoreTest {

    private final Path root;

    ResultStoreTest(@TempDir Path root) {
        this.root = root;
    }

    @BeforeEach
    void write() throws Exception {
        write("runs/a", false);
        write("runs/b", true);
        Path sweep = Files.createDirectories(root.resolve("sweeps/s1"));
        Files.writeString(sweep.resolve("sweep.json"), "{\"id\": \"s1\"}");
        Files.writeString(sweep.resolve("points.csv"), "point,run.seed,tier\n0,7,edge\n1,8,cloud\n");
        Files.writeString(
                sweep.resolve("summary.csv"),
                "point,run.seed,policy,scope,metric,unit,mean,half_width,n\n0,7,nearest,all,ttft_p95,ms,1.5,,1\n");
    }

    @Test
    void csvAndParquetOfAllRunsAreOneTable() throws IOException {
        assertThat(ask("SELECT count(*), count(DISTINCT outcome) FROM requests"))
                .containsExactly("400,2");
        assertThat(ask("SELECT count(*), max(t_s) FROM series")).containsExactly("48,3.0");
    }

    @Test
    void runsTellWhatRan() throws IOException {
        assertThat(
                        ask(
                                "SELECT scenario, seed, replications, policies, wall_s, right(folder, 6) FROM runs ORDER BY folder"))
                .containsExactly(
                        "tiny,7,2,nearest, it's \"mine\", ⚡,0.0,runs/a",
                        "tiny,7,2,nearest, it's \"mine\", ⚡,0.0,runs/b");
    }

    @Test
    void sweepsBringTheColumnsTheyVary() throws IOException {
        assertThat(ask("SELECT id, point, \"run.seed\", tier FROM points ORDER BY point DESC"))
                .containsExactly("s1,1,8,cloud", "s1,0,7,edge");
        assertThat(ask("SELECT id, point, \"run.seed\" + 1, mean, half_width FROM summary"))
                .containsExactly("s1,0,8,1.5,null");
    }

    @Test
    void theOrderThatAQuestionAsksForIsKept() throws IOException {
        assertThat(
                        ask(
                                "SELECT sequence FROM requests WHERE id LIKE 'tiny%' AND replication = 0 ORDER BY sequence DESC"))
                .hasSize(200)
                .startsWith("49", "49", "49", "49", "48")
                .endsWith("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE runs",
                "SET threads = 1",
                "INSTALL httpfs",
                "LOAD httpfs",
                "ATTACH 'x.db'",
                "COPY (SELECT 1) TO 'x.csv'",
                "SELECT 1; SELECT 2",
                "PRAGMA version",
                "",
                "CREATE TABLE t AS SELECT 1"
            })
    void aQuestionIsOneSelect(String sql) {
        assertThatThrownBy(() -> ask(sql))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageMatching("(A question is one SELECT|The question is not SQL).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM read_text('/etc/hostname')",
                "SELECT * FROM glob('/etc/*')",
                "SELECT * FROM '/etc/passwd'"
            })
    void nothingButTheResultsCanBeRead(String sql) {
        assertThatThrownBy(() -> ask(sql)).isInstanceOf(ResultStoreException.class);
    }

    @Test
    void aWrongNameIsAnsweredWithASuggestion() {
        assertThatThrownBy(() -> ask("SELECT * FROM sumary")).hasMessage("There is no view 'sumary'. Maybe 'summary'?");
        assertThatThrownBy(() -> ask("SELECT polcy FROM summary"))
                .hasMessage("There is no column 'polcy'. Maybe 'policy'?");
        assertThatThrownBy(() -> ask("SELEC 1")).isInstanceOf(ResultStoreException.class);
    }

    @Test
    void aBrokenFileIsNamed() throws IOException {
        Files.writeString(root.resolve("runs/b/requests.parquet"), "not Parquet at all, though long enough");

        assertThatThrownBy(() -> ask("SELECT count(*) FROM requests"))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageContaining("runs/b/requests.parquet");
        assertThat(ask("SELECT count(*) FROM runs")).containsExactly("2");
    }

    @Test
    void aCsvThatDoesNotFitItsColumnsIsNamed() throws IOException {
        Files.writeString(
                root.resolve("runs/a/summary.csv"),
                "policy,scope,metric,unit,mean,half_width,n\nnearest,all,ttft_p95,ms,many,,1\n");

        assertThatThrownBy(() -> ask("SELECT sum(mean) FROM summary"))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageContaining("runs/a/summary.csv");
    }

    @Test
    void aFolderOfANewerVersionIsRefusedByName() throws IOException {
        Path file = root.resolve("runs/a/run.json");
        Files.writeString(file, Files.readString(file).replace("\"format_version\" : 1", "\"format_version\" : 2"));

        assertThatThrownBy(() -> ask("SELECT 1"))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageContainingAll("runs/a/run.json", "format version 2");
    }

    @Test
    void withoutAnyFileAViewHasItsColumnsAndNoRows(@TempDir Path empty) throws IOException {
        Rows rows = new Rows();

        new ResultStore(ResultFolders.below(empty)).query("SELECT * FROM requests", rows);

        assertThat(rows.texts).isEmpty();
        assertThat(rows.columns).extracting(RowSink.Column::name).contains("id", "arrival_s", "broken_rules");
    }

    @Test
    void answersAndTablesCanBeTakenAway(@TempDir Path target) throws Exception {
        ResultStore store = new ResultStore(ResultFolders.below(root));
        store.writeParquet("SELECT id, mean FROM summary; ", target.resolve("deep/answer.parquet"));
        List<Path> written =
                ResultStore.export(ResultFolders.below(root.resolve("runs/b")).get("tiny"), false, target);

        assertThat(Sql.rows("FROM '%s/deep/answer.parquet'".formatted(target))).containsExactly("s1,1.5");
        assertThat(target.resolve("deep")).isDirectoryNotContaining("glob:**/.*");
        assertThat(written).extracting(file -> file.getFileName().toString()).contains("summary.csv", "requests.csv");
        assertThat(target.resolve("summary.csv")).hasSameBinaryContentAs(root.resolve("runs/b/summary.csv"));
        assertThat(Sql.rows("FROM read_csv('%s/requests.csv')".formatted(target)))
                .isEqualTo(Sql.rows("FROM '%s/runs/b/requests.parquet'".formatted(root)));
    }

    private List<String> ask(String sql) throws IOException {
        Rows rows = new Rows();
        new ResultStore(ResultFolders.below(root)).query(sql, rows);
        return rows.texts;
    }

    private void write(String name, boolean isParquet) throws Exception {
        try (RunDraft draft = Runs.draft(root.resolve(name));
                RequestFile requests = isParquet ? new RequestParquet(draft) : new RequestCsv(draft)) {
            List<RunResult> results =
                    new ReplicationRunner(2, Progress.NONE).run(Runs.POLICIES, 2, Runs::simulate, requests);
            requests.complete();
            new ResultFiles(draft, isParquet ? new SeriesParquet() : new SeriesCsv())
                    .write(Runs.SCENARIO, results, SummaryTable.of(results));
            draft.publish();
        }
    }

    private static final class Rows implements RowSink {

        private final List<String> texts = new ArrayList<>();
        private List<Column> columns = List.of();

        @Override
        public void columns(List<Column> columns) {
            this.columns = columns;
        }

        @Override
        public void row(List<@Nullable String> cells) {
            texts.add(String.join(",", cells.stream().map(String::valueOf).toList()));
        }
    }
}
