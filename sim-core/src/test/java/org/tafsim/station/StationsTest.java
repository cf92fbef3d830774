package org.tafsim.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;

/** Small timetables in, one line per departure out: "time station:customer". */
class StationsTest {
    private final Kernel kernel = Kernels.create(KernelKind.CALENDAR);
    private final List<String> departures = new ArrayList<>();

    @Test
    void oneServerServesInOrderOfArrival() {
        QueueingStations stations = new FifoStations(kernel, 1, 1, this::log);

        at(0, () -> stations.arrive(0, 1, 10));
        at(2, () -> stations.arrive(0, 2, 1));
        at(3, () -> stations.arrive(0, 3, 5));
        at(40, () -> stations.arrive(0, 4, 5));
        kernel.runUntil(100);

        assertThat(departures).containsExactly("10 0:1", "11 0:2", "16 0:3", "45 0:4");
    }

    @Test
    void aSecondServerLetsTheShortOvertake() {
        QueueingStations stations = new FifoStations(kernel, 1, 2, this::log);

        at(0, () -> stations.arrive(0, 1, 10));
        at(2, () -> stations.arrive(0, 2, 1));
        at(2, () -> stations.arrive(0, 3, 5));
        kernel.runUntil(100);

        assertThat(departures).containsExactly("3 0:2", "8 0:3", "10 0:1");
    }

    @Test
    void stationsDoNotDisturbEachOther() {
        QueueingStations stations = new FifoStations(kernel, 3, 1, this::log);

        at(0, () -> stations.arrive(0, 1, 10));
        at(0, () -> stations.arrive(2, 2, 10));
        at(1, () -> stations.arrive(2, 3, 10));
        kernel.runUntil(100);

        assertThat(departures).containsExactly("10 0:1", "10 2:2", "20 2:3");
    }

    @Test
    void sharedWorkTakesAsManyTimesLongerAsCustomersArePresent() {
        QueueingStations stations = new ProcessorSharingStations(kernel, 1, this::log);

        at(0, () -> stations.arrive(0, 1, 100));
        at(50, () -> stations.arrive(0, 2, 20)); // alone 50; then halves: 20 of work take 40
        kernel.runUntil(1_000);

        assertThat(departures).containsExactly("90 0:2", "120 0:1");
    }

    @Test
    void sharedDeparturesAreRoundedUpWithoutAddingUp() {
        QueueingStations stations = new ProcessorSharingStations(kernel, 1, this::log);

        at(0, () -> stations.arrive(0, 1, 10));
        at(1, () -> stations.arrive(0, 2, 1)); // at half speed until 3
        at(2, () -> stations.arrive(0, 3, 1)); // at a third from 2 on: 2 leaves at 3.5, 3 at 4.5, 1 at 12
        kernel.runUntil(100);

        assertThat(departures).containsExactly("4 0:2", "5 0:3", "12 0:1");
    }

    @Test
    void equalCustomersLeaveInOrderOfArrival() {
        QueueingStations stations = new ProcessorSharingStations(kernel, 1, this::log);

        for (int customer = 0; customer < 5; customer++) {
            int number = customer;
            at(0, () -> stations.arrive(0, number, 10));
        }
        kernel.runUntil(100);

        assertThat(departures).containsExactly("50 0:0", "50 0:1", "50 0:2", "50 0:3", "50 0:4");
    }

    @Test
    void aDepartureMayBringTheCustomerBack() {
        List<QueueingStations> loop = new ArrayList<>();
        loop.add(new ProcessorSharingStations(kernel, 1, (station, customer) -> {
            log(station, customer);
            if (departures.size() == 1) {
                loop.get(0).arrive(station, customer, 10);
            }
        }));

        at(0, () -> loop.get(0).arrive(0, 1, 10));
        at(0, () -> loop.get(0).arrive(0, 2, 30));
        kernel.runUntil(1_000);

        assertThat(departures).containsExactly("20 0:1", "40 0:1", "50 0:2");
        assertThat(kernel.pendingEvents()).isZero();
    }

    @Test
    void aBusyLossStationTurnsCustomersAway() {
        LossStations stations = new LossStations(kernel, 1, 1, this::log);
        List<Boolean> served = new ArrayList<>();

        at(0, () -> served.add(stations.arrive(0, 1, 10)));
        at(9, () -> served.add(stations.arrive(0, 2, 10)));
        at(11, () -> served.add(stations.arrive(0, 3, 10)));
        kernel.runUntil(100);

        assertThat(served).containsExactly(true, false, true);
        assertThat(departures).containsExactly("10 0:1", "21 0:3");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        QueueingStations stations = new FifoStations(kernel, 1, 1, this::log);

        assertThatThrownBy(() -> stations.arrive(0, 7, -1)).hasMessageContainingAll("customer 7", "-1 ns");
        assertThatThrownBy(() -> new LossStations(kernel, 0, 1, this::log)).hasMessageContaining("stations (0)");
        assertThatThrownBy(() -> new FifoStations(kernel, 1, 0, this::log)).hasMessageContaining("servers each (0)");
    }

    private void log(int station, int customer) {
        departures.add(kernel.nowNanos() + " " + station + ":" + customer);
    }

    private void at(long nanos, Runnable action) {
        int kind = kernel.register(EventRank.ARRIVAL, (entity, argument) -> action.run());
        kernel.schedule(nanos, kind, 0, 0);
    }
}
