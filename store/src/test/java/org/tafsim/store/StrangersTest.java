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

/** Questions of people who need not be trusted, and folders that are not as they should be. */
class StrangersTest {

    private static final QueryLimits LIMITS = new QueryLimits(3, 10_000, 1);

    private final Path root;
    private final Path outside;

    StrangersTest(@TempDir Path folder) throws IOException {
        root = Files.createDirectories(folder.resolve("results"));
        outside = Files.createDirectories(folder.resolve("outside"));
    }

    @BeforeEach
    void write() throws IOException {
        run("a", "ok", 1);
        Files.writeString(outside.resolve("secret.csv"), "secret\n42\n");
        Files.writeString(root.resolve("note.txt"), "not a result");
    }

    private Path run(String name, String status, int version) throws IOException {
        Path run = Files.createDirectories(root.resolve("runs").resolve(name));
        Files.writeString(
                run.resolve("run.json"),
                "{\"format_version\": %d, \"status\": \"%s\", \"id\": \"%s\"}".formatted(version, status, name));
        Files.writeString(
                run.resolve("summary.csv"),
                "policy,scope,metric,unit,mean,half_width,n\nnearest,all,ttft_p95,ms,1.5,,1\nnearest,all,ttft_p50,ms,1,,1\n");
        return run;
    }

    @Test
    void theViewsAnswerThem() throws IOException {
        Rows rows = new Rows();

        assertThat(ask("SELECT id, mean FROM summary ORDER BY mean DESC;", rows))
                .isTrue();

        assertThat(rows.texts).containsExactly("a,1.5", "a,1.0");
    }

    @Test
    void anAnswerEndsAtTheMostRowsAndSaysSo() throws IOException {
        Rows rows = new Rows();

        assertThat(ask("SELECT range FROM range(10) ORDER BY range DESC", rows)).isFalse();

        assertThat(rows.texts).containsExactly("9", "8", "7");
    }

    @Test
    void whatTakesTooLongIsStopped() {
        assertThatThrownBy(() -> ask("SELECT count(*) FROM range(100000000000) t(i) WHERE hash(i) % 7 = 3"))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageContaining("took longer than 1 s");
    }

    @Test
    void anAnswerOfTooManyCharactersIsRefused() {
        assertThatThrownBy(() -> ask("SELECT repeat('x', 20000)"))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageContaining("more than 10,000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM read_text('{root}/note.txt')",
                "FROM read_csv('{root}/runs/a/summary.csv')",
                "FROM read_blob('/etc/hostname')",
                "FROM glob('{root}/*')",
                "FROM sniff_csv('/etc/passwd')",
                "FROM parquet_metadata('{root}/x.parquet')",
                "FROM query('SELECT 1')",
                "FROM enable_logging(storage := 'file', storage_path := '{root}/log')",
                "FROM enable_profiling(save_location := '{root}/profile')",
                "SELECT (SELECT count(*) FROM READ_TEXT('{root}/note.txt'))",
                "WITH x AS (FROM duckdb_settings()) FROM x"
            })
    void functionsThatReachFilesAreRefusedByName(String sql) {
        assertThatThrownBy(() -> ask(sql.replace("{root}", root.toString())))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageContaining("may not be called here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM '{root}/note.txt'",
                "FROM '{root}/../outside/secret.csv'",
                "FROM '/etc/passwd'",
                "COPY (SELECT 1) TO '{root}/x.csv'",
                "ATTACH '{root}/x.db'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SET enable_external_access = true",
                "SELECT 1; COPY (SELECT 1) TO '{root}/x.csv'",
                "CREATE TABLE t AS SELECT 1",
                "EXPORT DATABASE '{root}'"
            })
    void filesAndStatementsAreRefused(String sql) throws IOException {
        assertThatThrownBy(() -> ask(sql.replace("{root}", root.toString()))).isInstanceOf(ResultStoreException.class);
        assertThat(root.toFile().list()).containsExactlyInAnyOrder("runs", "note.txt");
    }

    @Test
    void aTableThatIsALinkOutOfTheRootIsNotRead() throws IOException {
        Files.createSymbolicLink(root.resolve("runs/a/cdf.csv"), outside.resolve("secret.csv"));

        assertThatThrownBy(() -> ask("FROM cdf"))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageContaining("leads out of");
    }

    @Test
    void brokenFoldersHideNoOthersAndEachSaysWhy() throws IOException {
        run("newer", "ok", 2);
        run("running", "running", 1);
        run(".b.tmp-1-1", "running", 1);
        Files.delete(run("cut", "ok", 1).resolve("summary.csv"));
        Files.writeString(run("garbled", "ok", 1).resolve("run.json"), "{");
        Files.createSymbolicLink(root.resolve("runs/link"), outside);

        ResultSurvey survey = ResultSurvey.below(root);

        assertThat(survey.folders()).extracting(ResultFolder::id).containsExactly("a");
        assertThat(survey.flaws())
                .extracting(flaw -> flaw.folder().getFileName() + ": " + flaw.reason())
                .satisfiesExactly(
                        text -> assertThat(text).startsWith(".b.tmp-1-1: A run that is not done"),
                        text -> assertThat(text).contains("cut: ", "no summary.csv"),
                        text -> assertThat(text).contains("garbled: ", "is not JSON"),
                        text -> assertThat(text).contains("link: ", "not followed"),
                        text -> assertThat(text).contains("newer: ", "format version 2", "reads version 1"),
                        text -> assertThat(text).contains("running: ", "status 'running'"));
    }

    private void ask(String sql) throws IOException { // for its failure
        ask(sql, new Rows());
    }

    private boolean ask(String sql, Rows rows) throws IOException {
        return new ResultStore(ResultSurvey.below(root).results()).query(sql, LIMITS, rows);
    }

    private static final class Rows implements RowSink {

        private final List<String> texts = new ArrayList<>();

        @Override
        public void columns(List<Column> columns) {
            texts.clear();
        }

        @Override
        public void row(List<@Nullable String> cells) {
            texts.add(String.join(",", cells.stream().map(String::valueOf).toList()));
        }
    }
}
