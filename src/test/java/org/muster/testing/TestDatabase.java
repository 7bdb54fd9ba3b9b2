package org.muster.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Chooses the database of the integration tests before any of them starts: H2, or a
 * MySQL-compatible server where {@code -Dmuster.test.database=mysql} says so.
 */
public class TestDatabase implements LauncherSessionListener, ExecutionCondition {

	private static final String H2 = "jdbc:h2:mem:test;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
			+ "CASE_INSENSITIVE_IDENTIFIERS=TRUE;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1";

	private static final String SKIPPED = "The tests on MySQL were SKIPPED: there is no MUSTER_TEST_MYSQL_URL,"
			+ " no Docker and no mysqld (MUSTER_TEST_MYSQLD, or on the path).";

	private static boolean missing;

	@Override
	public void launcherSessionOpened(LauncherSession session) {
		System.setProperty("muster.database.url", H2);
		System.setProperty("muster.seller.name", "Muster Consulting");
		System.setProperty("muster.seller.country", "PT");
		if ("mysql".equals(System.getProperty("muster.test.database"))) {
			MySqlServer.find()
				.ifPresentOrElse((url) -> System.setProperty("muster.database.url", url), TestDatabase::missing);
		}
	}

	private static void missing() {
		if ("true".equals(System.getenv("MUSTER_REQUIRE_MYSQL"))) {
			throw new IllegalStateException("MUSTER_REQUIRE_MYSQL is set. " + SKIPPED);
		}
		missing = true;
		System.err.println("\n*** " + SKIPPED + " ***\n");
	}

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return missing ? ConditionEvaluationResult.disabled(SKIPPED) : ConditionEvaluationResult.enabled("");
	}

}
