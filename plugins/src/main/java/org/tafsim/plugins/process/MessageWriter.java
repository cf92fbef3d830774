package org.tafsim.plugins.process;

import java.util.List;
import java.util.Map;
import org.tafsim.model.App;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Population;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.OutcomeView;
import org.tafsim.policy.RequestView;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes what a program is told, a line each, into a buffer. */
final class MessageWriter {

    private final LineBuffer buffer;
    private final JsonGenerator json;

    MessageWriter(LineBuffer buffer) {
        this.buffer = buffer;
        json = JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .rootValueSeparator("")
                .build()
                .createGenerator(ObjectWriteContext.empty(), buffer, JsonEncoding.UTF8);
    }

    /** Who and what there is; later lines speak in indices of these lists. */
    void hello(Scenario scenario, PolicySpec policy, int replication) {
        begin("hello");
        json.writeNumberProperty("protocol", ExternalPolicy.PROTOCOL);
        json.writeStringProperty("scenario", scenario.name());
        json.writeStringProperty("policy", policy.label());
        json.writeNumberProperty("seed", scenario.run().seed());
        json.writeNumberProperty("replication", replication);
        json.writeNumberProperty("warmup_ns", scenario.run().warmupNanos());
        json.writeNumberProperty("horizon_ns", scenario.run().horizonNanos());
        json.writeObjectPropertyStart("parameters");
        for (Map.Entry<String, String> parameter : policy.parameters().entrySet()) {
            json.writeStringProperty(parameter.getKey(), parameter.getValue());
        }
        json.writeEndObject();
        words("observations", Observation.words());
        json.writeArrayPropertyStart("sites");
        scenario.sites().forEach(this::site);
        json.writeEndArray();
        json.writeArrayPropertyStart("replicas");
        List<String> sites = scenario.sites().stream().map(Site::id).toList();
        scenario.replicas().forEach(replica -> replica(replica, sites));
        json.writeEndArray();
        json.writeArrayPropertyStart("apps");
        scenario.apps().forEach(this::app);
        json.writeEndArray();
        json.writeArrayPropertyStart("populations");
        scenario.populations().forEach(this::population);
        json.writeEndArray();
        end();
    }

    private void site(Site site) {
        json.writeStartObject();
        json.writeStringProperty("id", site.id());
        json.writeStringProperty("city", site.city());
        json.writeStringProperty("country", site.countryCode());
        json.writeStringProperty("tier", site.tier().word());
        json.writeStringProperty("operator", site.operatorId());
        json.writeNumberProperty("latitude", site.location().latitudeDegrees());
        json.writeNumberProperty("longitude", site.location().longitudeDegrees());
        json.writeEndObject();
    }

    private void replica(ServedReplica replica, List<String> sites) {
        json.writeStartObject();
        json.writeStringProperty("id", replica.id());
        json.writeNumberProperty("site", sites.indexOf(replica.siteId()));
        json.writeStringProperty("model", replica.model().id());
        json.writeStringProperty("accelerator", replica.accelerator().id());
        json.writeNumberProperty("accelerators", replica.accelerators());
        json.writeEndObject();
    }

    private void app(App app) {
        json.writeStartObject();
        json.writeStringProperty("id", app.id());
        json.writeStringProperty("model", app.modelId());
        json.writeStringProperty("data_class", app.dataClass().name());
        json.writeStringProperty("sector", app.sector());
        json.writeObjectPropertyStart("slo");
        app.slo().timeToFirstTokenNanos().ifPresent(nanos -> json.writeNumberProperty("ttft_ns", nanos));
        app.slo().timePerOutputTokenNanos().ifPresent(nanos -> json.writeNumberProperty("tpot_ns", nanos));
        app.slo().endToEndNanos().ifPresent(nanos -> json.writeNumberProperty("e2e_ns", nanos));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void population(Population population) {
        json.writeStartObject();
        json.writeStringProperty("id", population.id());
        json.writeStringProperty("city", population.city());
        json.writeStringProperty("country", population.countryCode());
        json.writeNumberProperty("latitude", population.location().latitudeDegrees());
        json.writeNumberProperty("longitude", population.location().longitudeDegrees());
        json.writeEndObject();
    }

    /** Begins a question about requests that are placed at the same instant. */
    void beginDecide(long id, long nowNanos) {
        begin("decide");
        json.writeNumberProperty("id", id);
        json.writeNumberProperty("time_ns", nowNanos);
        json.writeArrayPropertyStart("requests");
    }

    /** One of them, with its candidates: an array for each thing that is told of them. */
    void request(RequestView request, CandidatesView candidates, List<Observation> observations) {
        json.writeStartObject();
        aboutRequest(request);
        json.writeNumberProperty("prompt_tokens", request.promptTokens());
        json.writeNumberProperty("session", request.session());
        json.writeNumberProperty("session_replica", request.sessionReplica());
        json.writeObjectPropertyStart("candidates");
        json.writeArrayPropertyStart("replica");
        for (int i = 0; i < candidates.size(); i++) {
            json.writeNumber(candidates.replicaIndex(i));
        }
        json.writeEndArray();
        for (int k = 0; k < observations.size(); k++) {
            observations.get(k).tell(json, request, candidates);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void aboutRequest(RequestView request) {
        json.writeNumberProperty("app", request.appIndex());
        json.writeNumberProperty("number", request.number());
        json.writeNumberProperty("population", request.populationIndex());
    }

    /** The question is complete. */
    void endDecide() {
        json.writeEndArray();
        end();
    }

    /** How a request ended. */
    void outcome(OutcomeView outcome) {
        begin("outcome");
        json.writeNumberProperty("time_ns", outcome.nowNanos());
        aboutRequest(outcome);
        json.writeNumberProperty("replica", outcome.replicaIndex());
        json.writeBooleanProperty("completed", outcome.isCompleted());
        json.writeBooleanProperty("slo_met", outcome.metSlo());
        json.writeNumberProperty("ttft_ns", outcome.timeToFirstTokenNanos());
        json.writeNumberProperty("e2e_ns", outcome.endToEndNanos());
        end();
    }

    /** The run is over. */
    void bye(long decisions) {
        begin("bye");
        json.writeNumberProperty("decisions", decisions);
        end();
    }

    private void words(String name, List<String> words) {
        json.writeArrayPropertyStart(name);
        words.forEach(json::writeString);
        json.writeEndArray();
    }

    private void begin(String type) {
        json.writeStartObject();
        json.writeStringProperty("type", type);
    }

    private void end() {
        json.writeEndObject();
        json.flush();
        buffer.write('\n');
    }
}
