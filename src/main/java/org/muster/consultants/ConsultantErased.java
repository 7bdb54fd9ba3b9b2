package org.muster.consultants;

/**
 * A person is being erased, in the same transaction: whoever has told others of the
 * person by name takes that back.
 */
public record ConsultantErased(long consultantId, String name) {
}
