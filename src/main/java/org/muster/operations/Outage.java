package org.muster.operations;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Why the database did not answer, read out of whatever was thrown: each layer wraps the
 * driver's exception in one of its own, or hides it behind a rollback that failed too.
 */
public enum Outage {

	/** The connection was lost, or none can be made. */
	LOST,

	/** All connections are taken: the database is there. */
	BUSY;

	/** More than any layers of ours wrap. */
	private static final int DEEPEST = 50;

	/** What Hikari says where it gave up waiting for a connection that others have. */
	private static final Pattern TAKEN = Pattern.compile("request timed out.*\\(total=(\\d+), active=(\\d+)");

	public static Optional<Outage> of(Throwable thrown) {
		@Nullable Outage found = null;
		for (Throwable cause : causes(thrown)) {
			if (isExhausted(cause)) {
				return Optional.of(BUSY);
			}
			if (isLost(cause)) {
				found = LOST;
			}
		}
		return Optional.ofNullable(found);
	}

	/** Without a cause: with one, no new connection can be made. */
	private static boolean isExhausted(Throwable cause) {
		if (!(cause instanceof SQLTransientConnectionException) || cause.getCause() != null) {
			return false;
		}
		Matcher taken = TAKEN.matcher(String.valueOf(cause.getMessage()));
		return taken.find() && taken.group(1).equals(taken.group(2)) && !taken.group(1).equals("0");
	}

	private static boolean isLost(Throwable cause) {
		return cause instanceof JDBCConnectionException || cause instanceof DataAccessResourceFailureException
				|| cause instanceof CannotCreateTransactionException || cause instanceof SQLTransientConnectionException
				|| cause instanceof SQLNonTransientConnectionException || cause instanceof SQLRecoverableException
				|| cause instanceof SQLException problem && isLost(problem);
	}

	/**
	 * By the SQL state (08: connection, 70100: killed), or in the words of Hikari, and of
	 * the driver where a batch goes on with the statement of a connection that is lost.
	 */
	private static boolean isLost(SQLException problem) {
		String state = String.valueOf(problem.getSQLState());
		String message = String.valueOf(problem.getMessage());
		return state.startsWith("08") || state.equals("70100") || message.equals("Connection is closed")
				|| message.startsWith("No operations allowed after");
	}

	/** All that was thrown, the outermost first. */
	private static Set<Throwable> causes(Throwable thrown) {
		Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>());
		Deque<Throwable> open = new ArrayDeque<>();
		open.add(thrown);
		while (!open.isEmpty() && found.size() < DEEPEST) {
			Throwable next = open.remove();
			if (found.add(next)) {
				add(open, next.getCause());
				for (Throwable suppressed : next.getSuppressed()) {
					add(open, suppressed);
				}
				if (next instanceof SQLException problem) {
					add(open, problem.getNextException());
				}
				if (next instanceof TransactionSystemException rollback) {
					add(open, rollback.getApplicationException());
				}
			}
		}
		return found;
	}

	private static void add(Deque<Throwable> open, @Nullable Throwable cause) {
		if (cause != null) {
			open.add(cause);
		}
	}

	/** What the innermost of the causes says, in one line. */
	public static String reason(Throwable thrown) {
		Throwable innermost = thrown;
		for (int depth = 0; innermost.getCause() != null && depth < DEEPEST; depth++) {
			innermost = innermost.getCause();
		}
		return innermost.toString().replaceAll("\\s+", " ");
	}

}
