package org.tafsim.experiment.pack.crate;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Points to an entity.
 *
 * @param id of it
 */
public record Ref(@JsonProperty("@id") String id) {}
