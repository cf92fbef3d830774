package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tafsim.model.App;
import org.tafsim.model.BatchReplicaSpec;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.Pipeline;
import org.tafsim.model.Scenario;

/** Batches and pipelines as scenarios state them. */
class PipelineSectionTest {

    private static App app(Scenario scenario, String id) {
        return scenario.apps().stream()
                .filter(app -> app.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The first whose id ends so. */
    private static BatchReplicaSpec replica(Scenario scenario, String id) {
        return scenario.replicas().stream()
                .filter(replica -> replica.id().endsWith(id))
                .map(BatchReplicaSpec.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstStageIsTheApplicationsModelAndOthersFollow() {
        App talk = app(Readers.everything(), "talk");

        assertThat(talk.modelId()).isEqualTo("own-ear");
        assertThat(talk.prompt()).isEqualTo(new LengthSpec.Fixed(4));
        assertThat(talk.pipeline().first())
                .isEqualTo(new Pipeline.Stage("listen", OptionalInt.empty(), OptionalLong.of(200_000_000)));
        assertThat(talk.pipeline().then()).hasSize(2);
        assertThat(talk.pipeline().then().get(0).stage().handsOver()).hasValue(15);
        assertThat(talk.pipeline().then().get(0).bytesPerUnit()).isEqualTo(6);
    }

    @Test
    void aStageWithoutAnInputTakesWhatTheOneBeforeGivesAndIsCalledByItsModel() {
        Pipeline.Step voice =
                app(Readers.everything(), "talk").pipeline().then().get(1);

        assertThat(voice.stage().id()).isEqualTo("own-voice");
        assertThat(voice.input()).isEqualTo(Optional.empty());
        assertThat(voice.output()).isEqualTo(new LengthSpec.Fixed(1));
    }

    @Test
    void anApplicationWithoutPipelineEndsWithItsModel() {
        assertThat(app(Readers.everything(), "watch").pipeline()).isEqualTo(Pipeline.NONE);
    }

    @Test
    void batchesTakeAsMuchAsTheirLatenciesKnowUnlessToldOtherwise() {
        assertThat(replica(Readers.everything(), "camera").maxItems()).isEqualTo(16);
        assertThat(replica(Readers.everything(), "/own-voice/1").maxItems()).isEqualTo(1);
        BatchReplicaSpec ear = replica(Readers.everything(), "/own-ear/1");
        assertThat(ear.maxItems()).isEqualTo(4);
        assertThat(ear.maxDelayNanos()).isEqualTo(12_500_000);
    }
}
