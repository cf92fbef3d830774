package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.model.App;
import org.tafsim.model.AssetKind;
import org.tafsim.model.AssetSpec;

/** What every request of an application leaves behind: what it states, and prompt and response, which go with the request. */
final class Holdings {

    private Holdings() {}

    static List<AssetSpec> of(App app) {
        List<AssetSpec> assets = new ArrayList<>();
        App.Payload payload = app.payload();
        if (!states(app, AssetKind.PROMPT)) {
            assets.add(new AssetSpec(AssetKind.PROMPT, payload.requestBytes(), payload.promptTokenBytes(), 0, 0));
        }
        if (!states(app, AssetKind.RESPONSE)) {
            assets.add(new AssetSpec(AssetKind.RESPONSE, 0, 0, payload.outputTokenBytes(), 0));
        }
        assets.addAll(app.terms().assets());
        return assets;
    }

    private static boolean states(App app, AssetKind kind) {
        return app.terms().assets().stream().anyMatch(asset -> asset.kind() == kind);
    }
}
