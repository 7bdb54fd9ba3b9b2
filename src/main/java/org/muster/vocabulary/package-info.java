/**
 * The words that profiles, positions and rate cards are written in: roles, seniority,
 * employment, work modes and levels of languages, and how people write them in tables,
 * texts and searches. It knows neither people nor requests, so that both can be described
 * alike without knowing each other.
 */
@ApplicationModule(displayName = "Vocabulary", allowedDependencies = { "calendar", "forms" })
@NullMarked
package org.muster.vocabulary;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
