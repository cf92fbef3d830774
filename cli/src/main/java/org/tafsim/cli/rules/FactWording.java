package org.tafsim.cli.rules;

import org.tafsim.model.Fact;
import org.tafsim.model.Measure;

/** Facts and numbers in plain words. */
final class FactWording {

    private FactWording() {}

    static String of(Fact fact) {
        return switch (fact) {
            case PLACE_COUNTRY -> "the country of the place";
            case PLACE_CERTIFICATES -> "the certificates of the place";
            case PLACE_TIER -> "the tier of the site";
            case PLACE_HARDWARE -> "the seat of those who made its accelerators";
            case CACHE_SHARING -> "sharing of the prefix cache";
            case ACTOR_SEAT -> "the seat of the operator";
            case ACTOR_CONTROL -> "every country from which the operator is controlled";
            case ACTOR_EXPOSURE -> "the regimes that can compel the operator";
            case ACTOR_ESTABLISHMENTS -> "the countries in which the operator is established";
            case ACTOR_UNDERTAKINGS -> "what the operator bound itself to";
            case ASSET_ENCRYPTION -> "the encryption";
            case ASSET_FLAGS -> "the flags of the data";
            case ASSET_PURPOSE -> "the purpose";
            case KEY_COUNTRY -> "the country of those who hold the keys";
            case PATH_COUNTRIES -> "every country on the path";
            case SUBJECT_COUNTRY -> "the data subject's country";
            case SUBJECT_CONSENT -> "what the data subject consented to";
            case TENANT_COUNTRY -> "the tenant's country";
            case TENANT_SECTOR -> "the tenant's sector";
            case MODEL_PROVIDER -> "the country of the model's provider";
            case WORKLOAD_RISK -> "the risk class under the AI Act";
        };
    }

    static String of(Measure measure) {
        return switch (measure) {
            case PLACE_UAL -> "the Union assurance level of the site";
            case ACTOR_LARGEST_NON_EU_SHARE -> "the largest share in the operator held from outside the EU";
            case ACTOR_TOTAL_NON_EU_SHARE -> "all shares in the operator held from outside the EU together";
            case CACHE_TTL_SECONDS -> "the time for which KV blocks are kept";
            case TENANT_MIN_UAL -> "the Union assurance level that the tenant asks for";
            default -> {
                String objective = "SOV-" + measure.word().charAt(measure.word().length() - 1);
                yield measure.word().startsWith("tenant")
                        ? "the SEAL level that the tenant asks for in " + objective
                        : "the SEAL level of the site in " + objective;
            }
        };
    }
}
