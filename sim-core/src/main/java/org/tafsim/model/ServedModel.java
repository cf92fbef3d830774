package org.tafsim.model;

/** A model that replicas serve: a decoder, batched continuously, or one that takes whole batches. */
public sealed interface ServedModel permits ModelProfile, BatchModel {

    /** Unique among all models. */
    String id();

    /** Seat of who trained it (ISO code). */
    String providerCountry();
}
