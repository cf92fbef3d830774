package org.tafsim.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Progress;
import org.tafsim.experiment.ReplicationRunner;
import org.tafsim.experiment.RequestLog;
import org.tafsim.experiment.RunDraft;
import org.tafsim.experiment.SeriesCsv;
import org.tafsim.scenario.trace.FileHash;

class SeriesParquetTest {

    private final Path parent;

    SeriesParquetTest(@TempDir Path parent) {
        this.parent = parent;
    }

    @Test
    void itHoldsTheRowsAndDigitsOfTheCsv() throws Exception {
        Path run = write("run");

        assertThat(Sql.rows("FROM read_parquet('%s/series.parquet')".formatted(run)))
                .hasSize(2 * 2 * 6)
                .isEqualTo(Sql.rows(
                        "SELECT * REPLACE (t_s::DOUBLE AS t_s) FROM read_csv('%s/series.csv')".formatted(run)));
    }

    @Test
    void theSameSeriesGiveTheSameBytes() throws Exception {
        assertThat(write("one").resolve(SeriesParquet.FILE))
                .hasSameBinaryContentAs(write("again").resolve(SeriesParquet.FILE));
        assertThat(Files.readString(parent.resolve("one/manifest-sha256.txt")))
                .contains(FileHash.sha256(parent.resolve("again/series.parquet")) + "  series.parquet");
    }

    private Path write(String name) throws Exception {
        List<RunResult> results =
                new ReplicationRunner(2, Progress.NONE).run(Runs.POLICIES, 2, Runs::simulate, RequestLog.NONE);
        try (RunDraft draft = Runs.draft(parent.resolve(name))) {
            new SeriesParquet().write(draft, results);
            new SeriesCsv().write(draft, results);
            return draft.publish();
        }
    }
}
