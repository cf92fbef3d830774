package org.tafsim.scenario;

import java.util.List;
import java.util.Map;
import org.tafsim.model.OnDemandSpec;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.ServedReplica;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Quantities;

/** Reads what a site loads on demand, as far as it can be understood before its replicas are known. */
final class OnDemandReader {

    private OnDemandReader() {}

    /**
     * What a site has on demand.
     *
     * @param at where the file speaks of it
     * @param models none where all decoders that the site serves are meant
     * @param modelsAt where these are listed
     * @param cards by accelerator; none where those are meant that nobody has for itself
     */
    record PlannedOnDemand(
            Place at,
            List<String> models,
            Place modelsAt,
            List<String> loaded,
            Place loadedAt,
            Map<String, Integer> cards,
            long keepAliveNanos,
            long hostBytes,
            boolean isOnDisk) {

        /** Whether a replica of the site is one of them. */
        boolean takes(ServedReplica replica) {
            return replica instanceof ReplicaSpec
                    && (models.isEmpty() || models.contains(replica.model().id()));
        }
    }

    static PlannedOnDemand read(Node node, Reading reading) {
        Keys keys = reading.keys(node, "what a site has on demand");
        PlannedOnDemand planned = new PlannedOnDemand(
                keys.at(),
                keys.oneOrMore("models", Format.TEXT),
                keys.at("models"),
                keys.oneOrMore("loaded", Format.TEXT),
                keys.at("loaded"),
                keys.map("cards", Quantities.count("1")),
                keys.optional("keepAlive", Quantities.DURATION, OnDemandSpec.USUAL_KEEP_ALIVE_NANOS),
                keys.optional("hostMemory", Quantities.SIZE, 0L),
                keys.optional("onDisk", Format.FLAG, false));
        keys.done();
        return planned;
    }
}
