package org.muster.testing;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Counts the SQL statements of the current thread, or loses the database at one of them.
 */
public final class Statements {

	private static final ThreadLocal<Integer> LEFT = new ThreadLocal<>();

	private static final ThreadLocal<Boolean> COMMITTING = new ThreadLocal<>();

	private Statements() {
	}

	/** An act that may throw. */
	@FunctionalInterface
	public interface Act {

		void run() throws Exception;

	}

	public static long count(Act act) throws Exception {
		QueryCountHolder.clear();
		act.run();
		return QueryCountHolder.getGrandTotal().getTotal();
	}

	/**
	 * Runs an act in the middle of which the database goes away.
	 * @param statements how many are answered before it does
	 */
	public static void losingDatabaseAfter(int statements, Act act) throws Exception {
		LEFT.set(statements);
		try {
			act.run();
		}
		finally {
			LEFT.remove();
		}
	}

	/**
	 * Runs an act whose first commit succeeds, and is the last that the database says.
	 */
	public static void losingDatabaseAtCommit(Act act) throws Exception {
		COMMITTING.set(true);
		try {
			act.run();
		}
		finally {
			COMMITTING.remove();
			LEFT.remove();
		}
	}

	private static final class Failure implements QueryExecutionListener, MethodExecutionListener {

		private static final Set<String> TALKING = Set.of("commit", "rollback", "setAutoCommit");

		/** As Hikari does with a connection that it has thrown away. */
		@Override
		public void beforeMethod(MethodExecutionContext context) {
			Integer left = LEFT.get();
			if (left != null && left <= 0 && TALKING.contains(context.getMethod().getName())) {
				Failure.<RuntimeException>raise(new SQLException("Connection is closed"));
			}
		}

		@Override
		public void afterMethod(MethodExecutionContext context) {
			if (COMMITTING.get() != null && LEFT.get() == null && context.getMethod().getName().equals("commit")) {
				LEFT.set(0);
				Failure.<RuntimeException>raise(new SQLNonTransientConnectionException("Gone away", "08S01"));
			}
		}

		@Override
		public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
			Integer left = LEFT.get();
			if (left != null) {
				LEFT.set(left - 1);
				if (left <= 0) {
					// As Connector/J does; JDBC's methods declare it, this one does not.
					Failure.<RuntimeException>raise(new SQLNonTransientConnectionException("Gone away", "08S01"));
				}
			}
		}

		@SuppressWarnings("unchecked")
		private static <T extends Exception> void raise(Exception exception) throws T {
			throw (T) exception;
		}

		@Override
		public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
		}

	}

	/** Puts the counter between the pool and everybody who uses it. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Configuration {

		@Bean
		static BeanPostProcessor countingDataSource() {
			return new BeanPostProcessor() {
				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					Failure failure = new Failure();
					return (bean instanceof DataSource source) ? ProxyDataSourceBuilder.create(source)
						.countQuery()
						.listener(failure)
						.methodListener(failure)
						.build() : bean;
				}
			};
		}

	}

}
