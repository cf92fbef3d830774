package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Run with {@code -Dtafsim.reference=write} to write the page anew. */
class MetricReferenceTest {

    private static final Path PAGE = Path.of("../docs/reference/metrics.md");

    @Test
    void thePageListsTheCatalog() throws IOException {
        String page = MetricReference.page();
        if ("write".equals(System.getProperty("tafsim.reference"))) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }
}
