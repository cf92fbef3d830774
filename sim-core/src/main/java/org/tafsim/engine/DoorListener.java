package org.tafsim.engine;

import org.tafsim.network.DeliveryListener;
import org.tafsim.serving.ServingListener;

/** Stands before the life of requests where models are on demand: hears of what was pulled, and counts who leaves a replica. */
final class DoorListener implements ServingListener, DeliveryListener {
    private final RequestLife life;

    DoorListener(RequestLife life) {
        this.life = life;
    }

    @Override
    public void onDelivered(int token, int leg) {
        if (leg == Pulls.LEG) {
            life.doors().pieceCame(token);
        } else {
            life.onDelivered(token, leg);
        }
    }

    @Override
    public void onUndeliverable(int token, int leg) {
        life.onUndeliverable(token, leg);
    }

    @Override
    public void onAdmitted(int slot) {
        life.onAdmitted(slot);
    }

    @Override
    public void onFirstToken(int slot) {
        life.onFirstToken(slot);
    }

    @Override
    public void onHandOver(int slot) {
        life.onHandOver(slot);
    }

    @Override
    public void onFinished(int slot) {
        int replica = life.requests().replica[slot];
        life.onFinished(slot);
        life.doors().left(replica);
    }

    @Override
    public void onCancelled(int slot) {
        int replica = life.requests().replica[slot];
        life.onCancelled(slot);
        life.doors().left(replica);
    }

    @Override
    public void onLost(int slot) {
        int replica = life.requests().replica[slot];
        life.onLost(slot);
        life.doors().left(replica);
    }
}
