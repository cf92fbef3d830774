package org.tafsim.scenario;

import java.util.Optional;
import org.tafsim.model.LifeSpec;
import org.tafsim.model.OnDemandSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.Site;

/** Writes how models are loaded, and which are on demand. */
final class LifeWriter {

    private LifeWriter() {}

    static String life(LifeSpec life) {
        return new Entry()
                .word("registry", life.registrySiteId())
                .raw("image", life.imageBytes() + " B")
                .duration("engineStart", life.startNanos())
                .duration("warmup", life.warmupNanos())
                .quantity("storage", life.storageBytesPerSecond(), "B/s")
                .quantity("hostLink", life.hostLinkBytesPerSecond(), "B/s")
                .raw("disk", life.diskBytes() + " B")
                .raw("keepOnDisk", Boolean.toString(life.keepsOnDisk()))
                .toString();
    }

    /** What a site has on demand, if anything. */
    static Optional<String> onDemand(Scenario scenario, Site site) {
        return scenario.life().stream()
                .flatMap(life -> life.onDemand().stream())
                .filter(here -> here.siteId().equals(site.id()))
                .map(LifeWriter::onDemand)
                .findFirst();
    }

    private static String onDemand(OnDemandSpec here) {
        Entry cards = new Entry();
        here.cards().forEach((id, count) -> cards.number(id, (long) count));
        Entry entry = new Entry().words("models", here.modelIds());
        if (!here.loadedIds().isEmpty()) {
            entry.words("loaded", here.loadedIds());
        }
        return entry.raw("cards", cards.toString())
                .duration("keepAlive", here.keepAliveNanos())
                .raw("hostMemory", here.hostBytes() + " B")
                .raw("onDisk", Boolean.toString(here.isOnDisk()))
                .toString();
    }
}
