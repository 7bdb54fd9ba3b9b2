/**
 * What indexes of the pool in memory share: they hear who was changed since they last
 * read, on this node or another, and give small numbers to names. It knows consultants by
 * their ids only; the entities that are read into an index depend on it.
 */
@ApplicationModule(displayName = "Indexing", allowedDependencies = { "calendar", "operations" })
@NullMarked
package org.muster.indexing;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
