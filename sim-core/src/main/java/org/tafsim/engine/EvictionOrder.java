package org.tafsim.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tafsim.kernel.Kernel;
import org.tafsim.life.Keeping;
import org.tafsim.life.ModelLife;
import org.tafsim.life.OnDemandReplica;
import org.tafsim.model.ServedReplica;
import org.tafsim.policy.EvictionPolicy;
import org.tafsim.policy.LoadedReplicaView;
import org.tafsim.units.Durations;

/** Asks a policy who makes room; the view that it sees is this, turned to one replica after the other. */
final class EvictionOrder implements Keeping, LoadedReplicaView {

    private final Kernel kernel;
    private final List<ServedReplica> replicas;
    private final OnDemandTable table;
    private final EvictionPolicy policy;
    private final PolicyStack policies;
    private @Nullable ModelLife life;
    private int number;

    EvictionOrder(
            Kernel kernel,
            List<ServedReplica> replicas,
            OnDemandTable table,
            EvictionPolicy policy,
            PolicyStack policies) {
        this.kernel = kernel;
        this.replicas = replicas;
        this.table = table;
        this.policy = policy;
        this.policies = policies;
    }

    /** The replicas' life; it needs the order to be built. */
    void of(ModelLife ofReplicas) {
        life = ofReplicas;
    }

    private ModelLife life() {
        if (life == null) {
            throw new IllegalStateException("Nobody lives yet.");
        }
        return life;
    }

    @Override
    public double value(int replica) {
        number = replica;
        return policies.guarded("on an eviction", () -> policy.keepValue(this));
    }

    @Override
    public void evicted(int replica) {
        number = replica;
        policies.guarded("on an eviction", () -> {
            policy.onEvicted(this);
            return true;
        });
    }

    @Override
    public ServedReplica replica() {
        return replicas.get(replicaIndex());
    }

    @Override
    public int replicaIndex() {
        return table.replicaOf(number);
    }

    @Override
    public double idleSeconds() {
        return Durations.secondsOfNanos(kernel.nowNanos() - life().idleNanos(number));
    }

    @Override
    public double loadedSeconds() {
        return Durations.secondsOfNanos(kernel.nowNanos() - life().loadedNanos(number));
    }

    @Override
    public long requests() {
        return life().served(number);
    }

    @Override
    public long memoryBytes() {
        OnDemandReplica replica = table.replicas().get(number);
        return replica.cards() * replica.bytesPerCard();
    }

    @Override
    public double startSeconds() {
        return life().returnSeconds(number);
    }
}
