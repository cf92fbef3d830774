package org.tafsim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.engine.NetworkSegments;
import org.tafsim.engine.Outcome;
import org.tafsim.engine.RequestRecord;
import org.tafsim.experiment.RequestCsv;
import org.tafsim.experiment.RequestFile;
import org.tafsim.experiment.RequestLog;
import org.tafsim.experiment.RunDraft;

/** One request out of a file of many, exact to the nanosecond. */
class RequestFinderTest {

    private static final String APP = "it's, \"odd\"";

    private static final RequestRecord WHOLE = new RequestRecord(
            70_002,
            7,
            2,
            APP,
            "münchen",
            "hall/0",
            Outcome.COMPLETED,
            true,
            128,
            20,
            86_399_123_456_789L,
            86_399_163_456_790L,
            86_399_200_000_001L,
            86_399_400_000_007L,
            86_400_123_456_789L,
            3,
            new NetworkSegments(1, 20_000_003, 5_000_007, 999_999, 17, 5_000_011, 8_000_001));

    private static final RequestRecord REFUSED =
            new RequestRecord(4, APP, "münchen", "", Outcome.REJECTED_BY_POLICY, true, 1, 1, 5, 0, 0, 0, 6, 0);

    private final Path run;

    RequestFinderTest(@TempDir Path parent) {
        run = parent.resolve("it's a run");
    }

    @BeforeEach
    void write() throws IOException {
        try (RunDraft draft = Runs.draft(run);
                RequestParquet parquet = new RequestParquet(draft, true);
                RequestCsv csv = new RequestCsv(draft, true)) {
            for (RequestFile file : List.of(parquet, csv)) {
                for (int i = 0; i < Runs.POLICIES.size(); i++) {
                    try (RequestLog.Part part = file.open(i, Runs.POLICIES.get(i), 1)) {
                        part.record(REFUSED);
                        part.record(WHOLE);
                    }
                }
                file.complete();
            }
            draft.publish();
        }
    }

    private RequestFinder finder() {
        return RequestFinder.in(run).orElseThrow();
    }

    @Test
    void parquetGivesEveryPolicysRequestAsItWas() throws IOException {
        assertThat(finder().file()).hasFileName("requests.parquet");
        assertThat(finder().find(APP, 70_002, 1)).containsExactlyElementsOf(underBoth(WHOLE));
        assertThat(finder().find(APP, 4, 1)).containsExactlyElementsOf(underBoth(REFUSED));
    }

    @Test
    void csvGivesTheSame() throws IOException {
        Files.delete(run.resolve("requests.parquet"));

        assertThat(finder().file()).hasFileName("requests.csv");
        assertThat(finder().find(APP, 70_002, 1)).containsExactlyElementsOf(underBoth(WHOLE));
        assertThat(finder().find(APP, 4, 1)).containsExactlyElementsOf(underBoth(REFUSED));
    }

    private static List<StoredRequest> underBoth(RequestRecord request) {
        return Runs.POLICIES.stream()
                .map(policy -> new StoredRequest(policy.label(), 1, request))
                .toList();
    }

    @Test
    void whatIsNotThereIsNotFoundAndNamesNeverBecomeSql() throws IOException {
        for (String app : List.of("' OR 1 = 1 --", "chat")) {
            assertThat(finder().find(app, 4, 1)).isEmpty();
        }
        assertThat(finder().find(APP, 4, 0)).isEmpty();
        assertThat(RequestFinder.in(run.resolve("nowhere"))).isEqualTo(Optional.empty());
    }

    @Test
    void aFileOfAnOlderTafsimAndABrokenOneAreTold() throws IOException {
        Files.delete(run.resolve("requests.parquet"));
        Path csv = run.resolve("requests.csv");
        String whole = Files.readString(csv);

        Files.writeString(csv, whole.replace("connect_s", "wire_s"));
        assertThatThrownBy(() -> finder().find(APP, 4, 1))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageContaining("no column 'connect_s'");

        Files.writeString(csv, whole.replace("rejected_by_policy", "vanished"));
        assertThatThrownBy(() -> finder().find(APP, 4, 1))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageContaining("requests.csv:2: is no request: 'vanished' is no outcome.");
    }
}
