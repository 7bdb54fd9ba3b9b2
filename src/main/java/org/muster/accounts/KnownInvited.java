package org.muster.accounts;

import org.muster.audit.Actor;

/**
 * Somebody who has an account was invited. Only the account's owner hears of it.
 *
 * @param account the id of the account
 * @param organisation into which
 * @param elsewhere whether the account is another organisation's, which learns nothing of
 * this one
 */
public record KnownInvited(long account, Actor by, Organisation organisation, boolean elsewhere) {
}
