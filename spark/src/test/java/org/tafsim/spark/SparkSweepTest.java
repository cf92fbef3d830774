package org.tafsim.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On Spark inside this JVM, with a shell script for a task verb. Standalone Spark is tested by .ci/spark/test.sh. */
final class SparkSweepTest {

    /** Notes its range; a file named after the range makes it end, once, with the exit code that the file holds. */
    private static final String VERB = """
            cd "$0"
            if [ -f "trap-$2" ]; then
                code=$(cat "trap-$2")
                rm "trap-$2"
                echo "caught at $2"
                exit "$code"
            fi
            echo "$2" >>ran
            """;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void callsTheVerbForEveryChunkOnce(@TempDir Path temp) throws IOException {
        int code = sweep(temp, "7", "3");

        assertThat(code).isZero();
        assertThat(Files.readAllLines(temp.resolve("ran"))).containsExactlyInAnyOrder("0-2", "3-5", "6-6");
    }

    @Test
    void saysWhichChunkFailedForGoodAfterAllOthersRan(@TempDir Path temp) throws IOException {
        Files.writeString(temp.resolve("trap-0-2"), "1");

        int code = sweep(temp, "7", "3");

        assertThat(code).isEqualTo(1);
        assertThat(said()).contains("points 0-2 ended with exit code 1: caught at 0-2");
        assertThat(Files.readAllLines(temp.resolve("ran"))).containsExactlyInAnyOrder("3-5", "6-6");
    }

    @Test
    void triesAChunkAgainThatAsksForIt(@TempDir Path temp) throws IOException {
        Files.writeString(temp.resolve("trap-3-5"), "75");

        int code = sweep(temp, "7", "3");

        assertThat(code).isZero();
        assertThat(Files.readAllLines(temp.resolve("ran"))).containsExactlyInAnyOrder("0-2", "3-5", "6-6");
    }

    @Test
    void asksItsCallerForAnotherTryWhereSparkGivesUp(@TempDir Path temp) throws IOException {
        Files.writeString(temp.resolve("trap-0-6"), "75");

        int code = SparkSweep.start(argumentsOf(temp, "7", "7"), conf("local[1]"), stream());

        assertThat(code).isEqualTo(75);
        assertThat(said()).contains("Spark gave up").contains("Points 0-6 ask for another try: caught at 0-6");
    }

    @Test
    void refusesCountsThatAreNone() {
        assertThat(SparkSweep.start(List.of("0", "1", "true"), conf("local[1]"), stream()))
                .isEqualTo(2);
        assertThat(SparkSweep.start(List.of("4", "2"), conf("local[1]"), stream()))
                .isEqualTo(2);
        assertThat(said()).contains("usage: SparkSweep POINTS CHUNK VERB...");
    }

    private int sweep(Path folder, String points, String chunk) {
        // local[cores, failures]: without the second Spark tries nothing twice.
        return SparkSweep.start(argumentsOf(folder, points, chunk), conf("local[2, 4]"), stream());
    }

    private static List<String> argumentsOf(Path folder, String points, String chunk) {
        return List.of(points, chunk, "sh", "-c", VERB, folder.toString());
    }

    private static SparkConf conf(String master) {
        return new SparkConf(false)
                .setMaster(master)
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1");
    }

    private PrintStream stream() {
        return new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
