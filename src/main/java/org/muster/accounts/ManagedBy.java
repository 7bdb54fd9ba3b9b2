package org.muster.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Whose clients a list is about: those of one account manager, those that have none, or
 * all.
 *
 * @param typed as addresses say it: {@code mine}, {@code none}, the id of an account, or
 * nothing for all
 * @param anybody whether it is about all clients
 * @param id of the account manager, or {@code null} for clients without one
 */
public record ManagedBy(String typed, boolean anybody, @Nullable Long id) {

	/** The condition for an organisation {@code o}, with this as {@code managed}. */
	public static final String CONDITION = """
			(:#{#managed.anybody()} = true or o.accountManager.id = :#{#managed.id()}
				or :#{#managed.nobody()} = true and o.accountManager is null)
			""";

	/**
	 * The ids of those organisations, with this as {@code managed}, unless it is
	 * anybody's: for queries that do without the organisation of each row.
	 */
	public static final String CLIENTS = """
			(select managing.id from Organisation managing where managing.accountManager.id = :#{#managed.id()}
				or :#{#managed.nobody()} = true and managing.accountManager is null)
			""";

	public static final ManagedBy ANYBODY = new ManagedBy("", true, null);

	static final String MINE = "mine";

	static final String NONE = "none";

	static final ManagedBy NOBODY = new ManagedBy(NONE, false, null);

	static ManagedBy me(CurrentUser user) {
		return new ManagedBy(MINE, false, user.id());
	}

	static ManagedBy one(Account manager) {
		return new ManagedBy(String.valueOf(manager.id()), false, manager.id());
	}

	public boolean nobody() {
		return !this.anybody && this.id == null;
	}

}
