package org.muster.operations;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

import org.hibernate.TransactionException;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;

class OutageTest {

	private static final String TIMED_OUT = "HikariPool-1 - Connection is not available, request timed out after 5001ms";

	static Stream<Throwable> lost() {
		TransactionSystemException rollback = new TransactionSystemException("Could not roll back JPA transaction");
		rollback.initApplicationException(new JDBCConnectionException("Lost", new SQLException()));
		IllegalStateException hidden = new IllegalStateException("Template");
		hidden.addSuppressed(new SQLRecoverableException("Communications link failure"));
		SQLException batch = new SQLException("Batch");
		batch.setNextException(new SQLException("Server shutdown in progress", "08S01"));
		return Stream.of(
				new JpaSystemException(new TransactionException("Unable to rollback against JDBC Connection",
						new SQLException("Connection is closed"))),
				new JpaSystemException(new TransactionException("Unable to commit against JDBC Connection",
						new SQLNonTransientConnectionException("Gone", "08007"))),
				rollback, hidden, batch, new SQLException("No operations allowed after statement closed.", "S1009"),
				new SQLException("Query execution was interrupted", "70100"),
				new CannotCreateTransactionException("Could not open"),
				new SQLTransientConnectionException(TIMED_OUT + " (total=0, active=0, idle=0, waiting=3)"),
				new SQLTransientConnectionException(TIMED_OUT + " (total=10, active=10, idle=0, waiting=3)", "08S01",
						new SQLRecoverableException("Communications link failure")));
	}

	@ParameterizedTest
	@MethodSource("lost")
	void everyKindOfLostConnectionIsKnown(Throwable thrown) {
		assertThat(Outage.of(thrown)).contains(Outage.LOST);
	}

	@Test
	void aPoolWhoseConnectionsAreAllTakenIsNotADatabaseThatIsAway() {
		SQLException taken = new SQLTransientConnectionException(
				TIMED_OUT + " (total=10, active=10, idle=0, waiting=3)");
		assertThat(Outage.of(new CannotCreateTransactionException("Could not open", taken))).contains(Outage.BUSY);
	}

	@Test
	void otherProblemsAreNoOutage() {
		assertThat(Outage.of(new DataIntegrityViolationException("Taken", new SQLException("Duplicate", "23505"))))
			.isEmpty();
		assertThat(Outage.of(new IllegalStateException(new NullPointerException()))).isEmpty();
	}

}
