package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.model.App;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.Scenario;

class HelloTest {

    @Test
    void helloIsATwoSiteScenario() {
        Scenario hello = Readers.reader().read(Readers.shipped("hello.yaml"), List.of());

        assertThat(hello.name()).isEqualTo("hello");
        assertThat(hello.replicas())
                .extracting(ReplicaSpec::id)
                .containsExactly("edge/llama-3.1-8b/1", "edge/llama-3.1-8b/2", "cloud/llama-3.1-8b/1");
        assertThat(hello.replicas().get(0).constants().id()).isEqualTo("vllm/L4");
        assertThat(hello.apps()).extracting(App::arrivals).containsExactly(new ArrivalSpec.Poisson(2));
        assertThat(hello.populations().get(0).upfId()).isEqualTo("upf-munich");
        assertThat(hello.run().durationNanos()).isEqualTo(300_000_000_000L);
    }
}
