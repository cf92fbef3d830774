package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.tafsim.model.App;
import org.tafsim.model.LifeSpec;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.OnDemandSpec;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;

/**
 * A small world with models of 3.8 GB that Munich (site 0) loads on demand from Zurich, onto one card of 24 GB; Zurich and Virginia
 * have a replica of each for themselves. One app for each model. Replicas are numbered site by site.
 */
final class LifeWorld {
    static final long SECOND = 1_000_000_000L;

    /** Image 2 GB, engine 2 s, warm-up 3 s, disk 2 GB/s, host link 20 GB/s; everything stays on disk. */
    static final LifeSpec LIFE =
            new LifeSpec("zurich", 2_000_000_000L, 2 * SECOND, 3 * SECOND, 2e9, 20e9, 1L << 40, true, List.of());

    private final SmallWorld world;
    private int models = 1;
    private LifeSpec life = LIFE;
    private UnaryOperator<OnDemandSpec> onDemand = spec -> spec;

    LifeWorld(SmallWorld world) {
        this.world = world;
    }

    LifeWorld models(int count) {
        models = count;
        return this;
    }

    LifeWorld life(LifeSpec other) {
        life = other;
        return this;
    }

    /** What Munich has on demand: usually all models, evicted as soon as they are idle, without host memory, none on disk. */
    LifeWorld onDemand(UnaryOperator<OnDemandSpec> change) {
        onDemand = change;
        return this;
    }

    Scenario build() {
        Scenario plain = world.build();
        List<String> ids = IntStream.range(0, models).mapToObj(i -> "tiny-" + i).toList();
        List<ServedReplica> replicas = new ArrayList<>();
        for (ServedReplica replica : plain.replicas()) {
            ids.forEach(id -> replicas.add(of((ReplicaSpec) replica, id)));
        }
        App app = plain.apps().get(0);
        List<App> apps = ids.stream()
                .map(id -> app.variant(id.equals("tiny-0") ? app.id() : "app-" + id, id, app.dataClass()))
                .toList();
        OnDemandSpec munich =
                onDemand.apply(new OnDemandSpec("munich", ids, List.of(), Map.of("card", 1), 0, 0, false));
        LifeSpec all = new LifeSpec(
                life.registrySiteId(),
                life.imageBytes(),
                life.startNanos(),
                life.warmupNanos(),
                life.storageBytesPerSecond(),
                life.hostLinkBytesPerSecond(),
                life.diskBytes(),
                life.keepsOnDisk(),
                List.of(munich));
        return new Scenario(
                plain.name(),
                plain.description(),
                plain.run(),
                plain.operators(),
                plain.services(),
                plain.sites(),
                plain.upfs(),
                plain.accesses(),
                plain.populations(),
                replicas,
                apps,
                plain.transport(),
                plain.sovereignty(),
                plain.energy(),
                Optional.of(all),
                plain.policies());
    }

    private static ReplicaSpec of(ReplicaSpec replica, String id) {
        ModelProfile model = replica.model();
        ModelProfile named = new ModelProfile(
                id,
                model.providerCountry(),
                model.layers(),
                model.hiddenSize(),
                model.attention(),
                model.window(),
                model.feedForward(),
                model.vocabularySize(),
                model.parameters(),
                model.contextTokens(),
                model.source());
        return new ReplicaSpec(
                replica.siteId() + "/" + id,
                replica.siteId(),
                named,
                replica.accelerator(),
                replica.parallelism(),
                replica.precision(),
                replica.limits(),
                replica.constants());
    }
}
