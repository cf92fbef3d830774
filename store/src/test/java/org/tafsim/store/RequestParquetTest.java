package org.tafsim.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.engine.NetworkSegments;
import org.tafsim.engine.Outcome;
import org.tafsim.engine.RequestRecord;
import org.tafsim.experiment.Progress;
import org.tafsim.experiment.ReplicationRunner;
import org.tafsim.experiment.RequestCsv;
import org.tafsim.experiment.RequestFile;
import org.tafsim.experiment.RequestLog;
import org.tafsim.experiment.RunDraft;
import org.tafsim.scenario.trace.FileHash;

class RequestParquetTest {

    private final Path parent;

    RequestParquetTest(@TempDir Path parent) {
        this.parent = parent;
    }

    @Test
    void itHoldsTheRowsOfTheCsvInItsOrder() throws Exception {
        Path run = write("run", 2);

        List<String> parquet = Sql.rows("SELECT * FROM read_parquet('%s/requests.parquet')".formatted(run));
        List<String> csv = Sql.rows("SELECT * FROM read_csv('%s/requests.csv')".formatted(run));
        assertThat(parquet).hasSize(2 * 3 * 50).isEqualTo(csv);
        assertThat(parquet.get(3))
                .contains("chat,münchen,null,rejected_no_lawful_place,false")
                .contains("null,null,null");
    }

    @Test
    void columnsHaveTheTypesThatTheirNumbersNeed() throws Exception {
        Path run = write("run", 1);

        assertThat(Sql.rows(
                        "SELECT column_name, column_type FROM (DESCRIBE FROM '%s/requests.parquet')".formatted(run)))
                .containsExactly(
                        "policy,VARCHAR",
                        "replication,INTEGER",
                        "sequence,BIGINT",
                        "app,VARCHAR",
                        "population,VARCHAR",
                        "replica,VARCHAR",
                        "outcome,VARCHAR",
                        "measured,BOOLEAN",
                        "prompt_tokens,INTEGER",
                        "output_tokens,INTEGER",
                        "arrival_s,DOUBLE",
                        "reached_replica_s,DOUBLE",
                        "admitted_s,DOUBLE",
                        "first_token_s,DOUBLE",
                        "end_s,DOUBLE",
                        "broken_rules,INTEGER",
                        "connect_s,DOUBLE",
                        "radio_up_s,DOUBLE",
                        "fiber_up_s,DOUBLE",
                        "links_up_s,DOUBLE",
                        "links_down_s,DOUBLE",
                        "fiber_down_s,DOUBLE",
                        "radio_down_s,DOUBLE");
    }

    @Test
    void sessionsHaveColumnsWhereThereAreAny() throws Exception {
        Path run = parent.resolve("run");
        try (RunDraft draft = Runs.draft(run);
                RequestParquet file = new RequestParquet(draft, true)) {
            try (RequestLog.Part part = file.open(0, Runs.POLICIES.get(0), 0)) {
                part.record(new RequestRecord(3, "a", "b", "c", Outcome.COMPLETED, true, 5, 6, 1, 2, 3, 4, 5, 0));
                part.record(new RequestRecord(
                        70_002,
                        7,
                        2,
                        "a",
                        "b",
                        "c",
                        Outcome.COMPLETED,
                        true,
                        5,
                        6,
                        1,
                        2,
                        3,
                        4,
                        5,
                        0,
                        NetworkSegments.NONE));
            }
            file.complete();
            draft.publish();
        }

        assertThat(Sql.rows("SELECT sequence, session, session_request FROM '%s/requests.parquet'".formatted(run)))
                .containsExactly("3,null,null", "70002,7,2");
    }

    @Test
    void bytesDoNotDependOnThreads() throws Exception {
        byte[] one = Files.readAllBytes(write("one", 1).resolve(RequestParquet.FILE));
        byte[] again = Files.readAllBytes(write("again", 1).resolve(RequestParquet.FILE));
        byte[] three = Files.readAllBytes(write("three", 3).resolve(RequestParquet.FILE));

        assertThat(one).isEqualTo(again).isEqualTo(three);
    }

    @Test
    void theManifestHasItsHashAndNothingElseIsLeftInTheFolder() throws Exception {
        Path run = write("run", 2);

        assertThat(Files.readString(run.resolve("manifest-sha256.txt")))
                .contains(FileHash.sha256(run.resolve(RequestParquet.FILE)) + "  requests.parquet\n");
        assertThat(names(run)).containsExactly("manifest-sha256.txt", "requests.csv", "requests.parquet", "run.json");
        assertThat(names(parent)).containsExactly("run");
    }

    @Test
    void aRunWithoutRequestsGivesAFileWithoutRows() throws Exception {
        Path run = parent.resolve("run");
        try (RunDraft draft = Runs.draft(run);
                RequestParquet file = new RequestParquet(draft)) {
            file.open(0, Runs.POLICIES.get(0), 0).close();
            file.complete();
            draft.publish();
        }

        assertThat(Sql.rows("SELECT * FROM read_parquet('%s/requests.parquet')".formatted(run)))
                .isEmpty();
    }

    /** Both kinds of file, of the same runs. */
    private Path write(String name, int threads) throws IOException, InterruptedException {
        Path folder = parent.resolve(name);
        try (RunDraft draft = Runs.draft(folder);
                RequestFile parquet = new RequestParquet(draft)) {
            simulateInto(parquet, threads);
            simulateInto(new RequestCsv(draft), threads);
            return draft.publish();
        }
    }

    private static void simulateInto(RequestFile file, int threads) throws IOException, InterruptedException {
        new ReplicationRunner(threads, Progress.NONE).run(Runs.POLICIES, 3, Runs::simulate, file);
        file.complete();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
