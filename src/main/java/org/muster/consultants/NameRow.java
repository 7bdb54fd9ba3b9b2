package org.muster.consultants;

/** What a consultant is called. */
public record NameRow(String reference, String name) {
}
