package org.muster.personaldata;

/**
 * A person is being erased, in the same transaction: whoever has told others of the
 * person takes it back.
 *
 * @param neutralName what stands for the name from now on
 */
public record ConsultantErased(long consultantId, String name, String neutralName) {
}
