package org.tafsim.experiment.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A decision as a log has it.
 *
 * @param policy label
 * @param replication from 0
 * @param request its application and number
 * @param arrivedSeconds since the start of the run, as text
 * @param population id
 * @param subject country of the data's subjects
 * @param dataClass of the application
 * @param outcome its word
 * @param chosen site; empty where there was none
 * @param isLawful whether the chosen site was lawful for the request as it came
 * @param capableSites with its model
 * @param lawfulSites of these
 * @param refusals by rule and stage
 */
public record LoggedDecision(
        String policy,
        int replication,
        String request,
        String arrivedSeconds,
        String population,
        String subject,
        String dataClass,
        String outcome,
        Optional<String> chosen,
        boolean isLawful,
        int capableSites,
        int lawfulSites,
        List<Refusal> refusals) {

    /**
     * What one rule said against places at one stage.
     *
     * @param rule id
     * @param anchor it stands on
     * @param mode it is in
     * @param stage at which
     * @param verdict {@code DENY} or {@code UNKNOWN}
     * @param places countries in which the stage happens, by site
     * @param furtherPlaces not written down
     */
    public record Refusal(
            String rule,
            String anchor,
            String mode,
            String stage,
            String verdict,
            Map<String, List<String>> places,
            int furtherPlaces) {}

    /** Takes decisions one by one. */
    @FunctionalInterface
    public interface Visitor {
        /** Called for each, in the order of the log. */
        void visit(LoggedDecision decision);
    }

    /**
     * Reads a log, line by line.
     *
     * @throws IOException where a line is not one of a decision log, with its number
     */
    public static void read(Path file, Visitor visitor) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            long number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode node = parsed(file, number++, line);
                if (node.path(Chain.KIND).asString("").equals(Chain.DECISION)) {
                    visitor.visit(of(node));
                }
            }
        }
    }

    private static JsonNode parsed(Path file, long number, String line) throws IOException {
        try {
            return Chain.JSON.readTree(line);
        } catch (JacksonException e) {
            throw new IOException("%s:%d: not a line of a decision log.".formatted(file, number), e);
        }
    }

    private static LoggedDecision of(JsonNode node) {
        List<Refusal> refusals = new ArrayList<>();
        node.path("refusals").forEach(refusal -> refusals.add(refusal(refusal)));
        return new LoggedDecision(
                text(node, "policy"),
                node.path("replication").asInt(0),
                text(node, "request"),
                text(node, "arrived_s"),
                text(node, "population"),
                text(node, "subject"),
                text(node, "class"),
                text(node, "outcome"),
                node.has("chosen") ? Optional.of(text(node, "chosen")) : Optional.empty(),
                node.path("is_lawful").asBoolean(false),
                node.path("capable_sites").asInt(0),
                node.path("lawful_sites").asInt(0),
                List.copyOf(refusals));
    }

    private static Refusal refusal(JsonNode node) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        node.path("places").properties().forEach(place -> {
            List<String> countries = new ArrayList<>();
            place.getValue().forEach(country -> countries.add(country.asString("")));
            places.put(place.getKey(), List.copyOf(countries));
        });
        return new Refusal(
                text(node, "rule"),
                text(node, "anchor"),
                text(node, "mode"),
                text(node, "stage"),
                text(node, "verdict"),
                places,
                node.path("further_places").asInt(0));
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }
}
