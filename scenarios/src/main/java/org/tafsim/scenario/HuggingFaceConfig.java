package org.tafsim.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tafsim.model.Attention;
import org.tafsim.model.FeedForward;
import org.tafsim.model.GroupedAttention;
import org.tafsim.model.LatentAttention;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.SlidingWindow;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the {@code config.json} that comes with a model's weights at Hugging Face: decoders with grouped or latent attention,
 * dense or with experts. The number of parameters, which such files do not state, is counted.
 */
public final class HuggingFaceConfig {

    /** What has one of these is computed in a way the iteration-time model does not know. */
    private static final Map<String, String> UNKNOWN_WAYS = Map.of(
            "linear_attn_config", "linear attention",
            "linear_num_key_heads", "linear attention",
            "ssm_state_size", "a state-space layer",
            "mamba_d_state", "a state-space layer",
            "index_topk", "sparse attention");

    private final ConfigFields fields;

    private HuggingFaceConfig(ConfigFields fields) {
        this.fields = fields;
    }

    /**
     * The model that a configuration describes.
     *
     * @param json text of the file
     * @param file its name, for messages
     * @param id what to call the model
     * @param provider seat of who trained it (ISO code)
     * @throws ScenarioException with everything that is missing or cannot be
     */
    public static ModelProfile read(String json, String file, String id, String provider) {
        ConfigFields fields = new ConfigFields(file, parse(json, file));
        ModelProfile model = new HuggingFaceConfig(fields).model(id, provider);
        fields.refuseProblems();
        return model;
    }

    private static JsonNode parse(String json, String file) {
        try {
            JsonNode root = JsonMapper.builder().build().readTree(json);
            if (!root.isObject()) {
                throw ConfigFields.refusal(file, "", "must hold an object, as config.json files do.");
            }
            return root.path("text_config").isObject() ? root.path("text_config") : root;
        } catch (JacksonException e) {
            throw ConfigFields.refusal(file, "", "is not JSON: " + e.getOriginalMessage());
        }
    }

    private ModelProfile model(String id, String provider) {
        fields.refuseWhere("is_encoder_decoder", "an encoder and a decoder: only decoders are modelled.");
        UNKNOWN_WAYS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(way -> fields.refuseWhere(way.getKey(), way.getValue() + " is not modelled."));
        int layers = fields.count("num_hidden_layers");
        int hidden = fields.count("hidden_size");
        int vocabulary = fields.count("vocab_size");
        int context = fields.count("max_position_embeddings");
        Attention attention = attention(hidden);
        FeedForward feedForward = feedForward(layers);
        SlidingWindow window = window(layers);
        fields.refuseProblems();
        return new ModelProfile(
                id,
                provider,
                layers,
                hidden,
                attention,
                window,
                feedForward,
                vocabulary,
                parameters(layers, hidden, vocabulary, attention, feedForward),
                context,
                "config.json; parameters counted");
    }

    private Attention attention(int hidden) {
        int heads = fields.count("num_attention_heads");
        if (fields.has("kv_lora_rank")) {
            int queryRank = fields.count("q_lora_rank");
            int kvRank = fields.count("kv_lora_rank");
            int rope = fields.count("qk_rope_head_dim");
            int nope = fields.count("qk_nope_head_dim");
            int value = fields.count("v_head_dim");
            return new LatentAttention(heads, queryRank, kvRank, rope, nope, value);
        }
        int kvHeads = fields.count(heads, "num_key_value_heads");
        int dimension = fields.count(Math.max(1, hidden / heads), "head_dim");
        return new GroupedAttention(heads, kvHeads, dimension);
    }

    private FeedForward feedForward(int layers) {
        int experts = fields.count(1, "num_local_experts", "n_routed_experts", "num_experts");
        int matrices = fields.isGated() ? 3 : 2;
        if (experts == 1) {
            return new FeedForward(fields.count("intermediate_size"), matrices, 1, 1, 0, 0, 0);
        }
        int active = fields.count("num_experts_per_tok");
        int size = fields.has("moe_intermediate_size")
                ? fields.count("moe_intermediate_size")
                : fields.count("intermediate_size");
        int shared = fields.countOrZero("n_shared_experts");
        int dense = Math.min(layers, fields.countOrZero("first_k_dense_replace"));
        int denseSize = dense == 0 ? 0 : fields.count("intermediate_size");
        return new FeedForward(size, matrices, experts, Math.min(active, experts), shared, dense, denseSize);
    }

    /** Layers are told apart by {@code layer_types}; where all of them have the window, the file says so otherwise. */
    private SlidingWindow window(int layers) {
        if (!fields.has("sliding_window") || fields.isFalse("use_sliding_window")) {
            return SlidingWindow.NONE;
        }
        List<String> types = fields.words("layer_types");
        int windowed = types.isEmpty()
                ? layers
                : (int) types.stream().filter("sliding_attention"::equals).count();
        Optional<String> other = types.stream()
                .filter(type -> !Set.of("sliding_attention", "full_attention").contains(type))
                .findFirst();
        other.ifPresent(type -> fields.refuse("layer_types", type + " is not modelled."));
        return windowed == 0 ? SlidingWindow.NONE : new SlidingWindow(windowed, fields.count("sliding_window"));
    }

    /** Embedding, LM head unless it is the same, attention, and the MLPs or experts with their router; norms are left out. */
    private long parameters(int layers, int hidden, int vocabulary, Attention attention, FeedForward feedForward) {
        double embeddings = (fields.isTrue("tie_word_embeddings") ? 1.0 : 2.0) * hidden * vocabulary;
        double expert = (double) feedForward.matrices() * hidden * feedForward.size();
        double dense = (double) feedForward.matrices() * hidden * feedForward.denseSize();
        double router = feedForward.experts() > 1 ? (double) hidden * feedForward.experts() : 0;
        double sparse = (feedForward.experts() + feedForward.shared()) * expert + router;
        int denseLayers = feedForward.denseLayers();
        return Math.round(embeddings
                + layers * attention.parameters(hidden)
                + denseLayers * dense
                + (layers - denseLayers) * sparse);
    }
}
