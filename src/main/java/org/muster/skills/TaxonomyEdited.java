package org.muster.skills;

/** The taxonomy is another from now on: what was derived from it has to be so anew. */
public record TaxonomyEdited() {
}
