package org.tafsim.report.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A sweep's folder while it fills. */
class SweepProgressTest {

    private final Path sweep;
    private final Served served;

    SweepProgressTest(@TempDir Path root) throws IOException {
        sweep = Files.createDirectories(root.resolve("sweeps/rates-0123"));
        Files.createDirectories(sweep.resolve("tasks"));
        write(
                "sweep.json",
                "{\"format\": 1, \"id\": \"rates-0123\", \"name\": \"rates\", \"points\": 5, \"replications\": 2}",
                0);
        write("experiment.yaml", "kind: Experiment\n", 0);
        served = new Served(root, Optional.empty());
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void itRunsFromItsBeginAndItsPaceTellsHowLongTheRestTakes() throws Exception {
        assertThat(progressAt(1).toString())
                .contains("\"total\":10", "\"done\":0", "\"state\":\"running\"", "\"etaS\":null");

        for (int task = 0; task < 4; task++) {
            task(task / 2 + "-" + task % 2, 10 + 2 * task); // one each 2 s, the last at 16
        }
        Files.createDirectories(sweep.resolve("tasks/.2-0.tmp")); // under way
        JsonNode some = progressAt(16);
        JsonNode later = progressAt(19);

        assertThat(some.path("done").asInt()).isEqualTo(4);
        assertThat(some.path("state").asString()).isEqualTo("running");
        assertThat(some.path("etaS").asLong()).isEqualTo(12);
        assertThat(later.path("etaS").asLong()).isEqualTo(18); // the fifth is late: 9 s for three tasks
        assertThat(later.path("quietS").asLong()).isEqualTo(3);
    }

    @Test
    void failuresAreCountedAndSayWhy() throws Exception {
        task("0-0", 10);
        Files.createDirectories(sweep.resolve("failed"));
        write("failed/0-1.txt", "point 0\nreplication 1\nPolicy <b>x</b> failed.\n\tat x\n", 11);

        JsonNode progress = progressAt(12);

        assertThat(progress.path("failed").asInt()).isEqualTo(1);
        assertThat(progress.path("failures").path(0).toString())
                .isEqualTo("{\"task\":\"0-1\",\"reason\":\"Policy <b>x</b> failed.\"}");
    }

    @Test
    void aSweepWithoutNewsIsQuietAndOneThatGoesOnIsPacedAnew() throws Exception {
        task("0-0", 10);
        task("0-1", 12);
        assertThat(progressAt(200).path("state").asString()).isEqualTo("quiet");
        assertThat(progressAt(200).path("etaS").isNull()).isTrue();

        task("1-0", 1000);
        task("1-1", 1004);
        JsonNode resumed = progressAt(1004);

        assertThat(resumed.path("state").asString()).isEqualTo("running");
        assertThat(resumed.path("etaS").asLong()).isEqualTo(24);
    }

    @Test
    void aSweepThatWasAddedUpIsCompleteAndTheTableIsToldToLookAgain() throws Exception {
        for (int task = 0; task < 10; task++) {
            task(task / 2 + "-" + task % 2, 10 + task);
        }
        String before = served.json("/api/progress").path("stamp").asString();
        assertThat(progressAt(20).path("state").asString()).isEqualTo("running");
        write("summary.csv", "point,policy,scope,metric,unit,mean,half_width,n\n", 21);

        JsonNode progress = progressAt(22);

        assertThat(progress.path("state").asString()).isEqualTo("complete");
        assertThat(progress.path("etaS").isNull()).isTrue();
        assertThat(served.json("/api/progress").path("stamp").asString()).isNotEqualTo(before);
    }

    @Test
    void aSearchDoesNotKnowHowManyTasksItNeeds() throws Exception {
        write("experiment.yaml", "kind: Experiment\nsearch: {path: x}\n", 0);
        task("0-0", 10);

        assertThat(progressAt(11).path("total").isNull()).isTrue();
    }

    private JsonNode progressAt(int second) throws Exception {
        served.setTime(at(second));
        return served.json("/api/progress").path("sweeps").path(0);
    }

    private static Instant at(int second) {
        return Served.NOON.plusSeconds(second);
    }

    private void task(String name, int second) throws IOException {
        Path task = Files.createDirectories(sweep.resolve("tasks").resolve(name));
        Files.setLastModifiedTime(task, FileTime.from(at(second)));
    }

    private void write(String name, String text, int second) throws IOException {
        Path file = sweep.resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(at(second)));
    }
}
