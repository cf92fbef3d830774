package org.tafsim.model;

import java.util.List;
import java.util.Optional;

/**
 * An application: who sends which requests to which model, and what they were promised.
 *
 * @param id unique
 * @param modelId the model it asks for
 * @param dataClass sensitivity of what it sends
 * @param sector of its tenant, e.g. {@code health}, {@code public}, {@code industry}, {@code consumer}
 * @param arrivals how requests arrive, over all populations together
 * @param profile shape over the day; flat where absent
 * @param prompt prompt lengths; a trace brings its own
 * @param output output lengths; a trace brings its own
 * @param payload bytes on the network
 * @param slo the promise
 * @param populationIds who uses it, in scenario order; each request's population is drawn by weight
 * @param terms what else is known of its data
 * @param requestTerms how its requests are treated
 * @param pipeline what its requests go through after the model they ask for first
 */
public record App(
        String id,
        String modelId,
        DataClass dataClass,
        String sector,
        ArrivalSpec arrivals,
        Optional<DiurnalProfile> profile,
        LengthSpec prompt,
        LengthSpec output,
        Payload payload,
        Slo slo,
        List<String> populationIds,
        DataTerms terms,
        RequestTerms requestTerms,
        Pipeline pipeline) {

    /**
     * Bytes of a request and its answer on the network, and how they travel.
     *
     * @param requestBytes per request, whatever its length (headers, an image)
     * @param promptTokenBytes per prompt token, or unit of input
     * @param outputTokenBytes per output token, or unit of the input that the last stage answered, framing included
     * @param sliceId slice of the cells that they go by
     * @param connection round trips that the transport protocol adds on the way up
     */
    public record Payload(
            long requestBytes,
            double promptTokenBytes,
            double outputTokenBytes,
            String sliceId,
            ConnectionSpec connection) {

        /** Text: about 4 bytes a token up, one framed event a token down. */
        public static final Payload TEXT = new Payload(1000, 4, 250);

        /** In the usual slice, over a connection that is open and warm. */
        public Payload(long requestBytes, double promptTokenBytes, double outputTokenBytes) {
            this(requestBytes, promptTokenBytes, outputTokenBytes, NetworkSlice.USUAL, ConnectionSpec.NONE);
        }

        /** Checks. */
        public Payload {
            Require.atLeastZero(requestBytes, "Payload", "request (bytes)");
            Require.atLeastZero(promptTokenBytes, "Payload", "prompt token (bytes)");
            Require.atLeastZero(outputTokenBytes, "Payload", "output token (bytes)");
        }
    }

    /** The same application, asking for another model or sending data of another class. */
    public App variant(String otherId, String otherModelId, DataClass otherClass) {
        return new App(
                otherId,
                otherModelId,
                otherClass,
                sector,
                arrivals,
                profile,
                prompt,
                output,
                payload,
                slo,
                populationIds,
                terms,
                requestTerms,
                pipeline);
    }

    /** The same application with other arrivals. */
    public App with(ArrivalSpec otherArrivals) {
        return new App(
                id,
                modelId,
                dataClass,
                sector,
                otherArrivals,
                profile,
                prompt,
                output,
                payload,
                slo,
                populationIds,
                terms,
                requestTerms,
                pipeline);
    }

    /** An application whose requests end with the model they ask for. */
    public App(
            String id,
            String modelId,
            DataClass dataClass,
            String sector,
            ArrivalSpec arrivals,
            Optional<DiurnalProfile> profile,
            LengthSpec prompt,
            LengthSpec output,
            Payload payload,
            Slo slo,
            List<String> populationIds,
            DataTerms terms,
            RequestTerms requestTerms) {
        this(
                id,
                modelId,
                dataClass,
                sector,
                arrivals,
                profile,
                prompt,
                output,
                payload,
                slo,
                populationIds,
                terms,
                requestTerms,
                Pipeline.NONE);
    }

    /** An application whose requests are treated like any other. */
    public App(
            String id,
            String modelId,
            DataClass dataClass,
            String sector,
            ArrivalSpec arrivals,
            Optional<DiurnalProfile> profile,
            LengthSpec prompt,
            LengthSpec output,
            Payload payload,
            Slo slo,
            List<String> populationIds,
            DataTerms terms) {
        this(
                id,
                modelId,
                dataClass,
                sector,
                arrivals,
                profile,
                prompt,
                output,
                payload,
                slo,
                populationIds,
                terms,
                RequestTerms.DEFAULT);
    }

    /** An ordinary service. */
    public App(
            String id,
            String modelId,
            DataClass dataClass,
            String sector,
            ArrivalSpec arrivals,
            Optional<DiurnalProfile> profile,
            LengthSpec prompt,
            LengthSpec output,
            Payload payload,
            Slo slo,
            List<String> populationIds) {
        this(
                id,
                modelId,
                dataClass,
                sector,
                arrivals,
                profile,
                prompt,
                output,
                payload,
                slo,
                populationIds,
                DataTerms.ORDINARY);
    }

    /** Copies and checks. */
    public App {
        Require.name(id, "App");
        populationIds = List.copyOf(populationIds);
        Require.positive(populationIds.size(), "App " + id, "number of populations");
        if (requestTerms.session().isPresent()) {
            requireTurns(id, arrivals, pipeline);
        }
        if (pipeline.goesOn() && requestTerms.hedge().isPresent()) {
            throw new IllegalArgumentException(
                    "App %s: its requests go through several stages, and such cannot be hedged.".formatted(id));
        }
    }

    /** Sessions make their own requests, each to one model. */
    private static void requireTurns(String id, ArrivalSpec arrivals, Pipeline pipeline) {
        if (pipeline.goesOn()) {
            throw new IllegalArgumentException("App %s: a session has turns to one model, no pipeline.".formatted(id));
        }
        if (arrivals instanceof ArrivalSpec.Trace) {
            throw new IllegalArgumentException("App %s: a trace has its own requests, no sessions.".formatted(id));
        }
    }
}
