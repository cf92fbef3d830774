package org.tafsim.cli.run;

import java.io.IOException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.Words;
import org.tafsim.experiment.RequestCsv;
import org.tafsim.experiment.RequestFile;
import org.tafsim.experiment.RunDraft;
import org.tafsim.experiment.SeriesCsv;
import org.tafsim.experiment.SeriesFile;
import org.tafsim.store.RequestParquet;
import org.tafsim.store.SeriesParquet;

/** How tables are written. */
public enum TableFormat {
    CSV,
    PARQUET;

    /** The file that takes a run's requests; none where no format is given. */
    static RequestFile requestFile(@Nullable TableFormat format, RunDraft draft, boolean hasSessions)
            throws IOException {
        if (format == null) {
            return RequestFile.NONE;
        }
        return format == CSV ? new RequestCsv(draft, hasSessions) : new RequestParquet(draft, hasSessions);
    }

    SeriesFile seriesFile() {
        return this == CSV ? new SeriesCsv() : new SeriesParquet();
    }

    /** From their words. */
    public static final class Converter extends Words<TableFormat> {
        Converter() {
            super(TableFormat.class);
        }
    }

    /** For help and completion. */
    public static final class Names extends ArrayList<String> {
        Names() {
            super(Words.all(TableFormat.class));
        }
    }
}
