package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tafsim.model.GroupedAttention;
import org.tafsim.model.LatentAttention;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.SlidingWindow;
import org.tafsim.scenario.catalog.Catalog;

/** A model's config.json becomes what the catalog says of the same model. */
class HuggingFaceConfigTest {

    private static final String LLAMA = """
            {"architectures": ["LlamaForCausalLM"], "hidden_act": "silu", "hidden_size": 4096, "intermediate_size": 14336,
             "max_position_embeddings": 131072, "num_attention_heads": 32, "num_hidden_layers": 32, "num_key_value_heads": 8,
             "tie_word_embeddings": false, "vocab_size": 128256, "sliding_window": null}
            """;

    private static final String DEEPSEEK = """
            {"hidden_size": 7168, "intermediate_size": 18432, "moe_intermediate_size": 2048, "max_position_embeddings": 131072,
             "num_attention_heads": 128, "num_key_value_heads": 128, "num_hidden_layers": 61, "vocab_size": 129280,
             "n_routed_experts": 256, "num_experts_per_tok": 8, "n_shared_experts": 1, "first_k_dense_replace": 3,
             "q_lora_rank": 1536, "kv_lora_rank": 512, "qk_rope_head_dim": 64, "qk_nope_head_dim": 128, "v_head_dim": 128}
            """;

    private static ModelProfile read(String json) {
        return HuggingFaceConfig.read(json, "config.json", "own", "FR");
    }

    @Test
    void aDenseModelIsThatOfTheCatalogWithItsParametersCounted() {
        ModelProfile shipped = Objects.requireNonNull(Catalog.shipped().models().get("llama-3.1-8b"));

        ModelProfile model = read(LLAMA);

        assertThat(model.attention()).isEqualTo(shipped.attention()).isEqualTo(new GroupedAttention(32, 8, 128));
        assertThat(model.feedForward()).isEqualTo(shipped.feedForward());
        assertThat(model.window()).isEqualTo(SlidingWindow.NONE);
        assertThat((double) model.parameters()).isCloseTo(8.03e9, within(0.01e9));
    }

    private static Offset<Double> within(double value) {
        return Offset.offset(value);
    }

    @Test
    void latentAttentionAndSharedExpertsAreRead() {
        ModelProfile shipped = Objects.requireNonNull(Catalog.shipped().models().get("deepseek-v3"));

        ModelProfile model = read(DEEPSEEK);

        assertThat(model.attention()).isInstanceOf(LatentAttention.class).isEqualTo(shipped.attention());
        assertThat(model.feedForward()).isEqualTo(shipped.feedForward());
        assertThat((double) model.parameters()).isCloseTo(671e9, within(2e9));
    }

    @Test
    void layersWithAWindowAreCounted() {
        ModelProfile model = read(
                LLAMA.replace(
                        "\"sliding_window\": null",
                        "\"sliding_window\": 128, \"layer_types\": [\"sliding_attention\", \"full_attention\", \"sliding_attention\"]"));

        assertThat(model.window()).isEqualTo(new SlidingWindow(2, 128));
    }

    @Test
    void aModelOfImagesAndTextIsReadByItsText() {
        ModelProfile model = read("{\"vision_config\": {}, \"text_config\": " + LLAMA + "}");

        assertThat(model.layers()).isEqualTo(32);
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() {
        String json = LLAMA.replace("num_hidden_layers", "num_hiden_layers")
                .replace("\"vocab_size\": 128256", "\"vocab_size\": -1");

        assertThatThrownBy(() -> read(json))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("config.json: num_hidden_layers: is missing")
                .hasMessageContaining("Maybe 'num_hiden_layers'?")
                .hasMessageContaining("vocab_size: '-1' is not a whole number");
    }

    @Test
    void whatIsNotModelledIsRefused() {
        String linear = LLAMA.replace("{\"arch", "{\"linear_num_key_heads\": 16, \"arch");

        assertThatThrownBy(() -> read(linear)).hasMessageContaining("linear attention is not modelled");
        assertThatThrownBy(() -> read("[1]")).hasMessageContaining("must hold an object");
        assertThatThrownBy(() -> read("{")).hasMessageContaining("is not JSON");
    }
}
