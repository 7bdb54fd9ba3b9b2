package org.muster.operations;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A number for each thing that every node holds in memory, or that only one may do at a
 * time. Whoever changes the thing raises its number, in the same transaction.
 */
@Component
public class SharedVersions {

	private final JdbcClient jdbc;

	SharedVersions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public long of(String thing) {
		return number("select version from shared_version where name = ?", thing);
	}

	/**
	 * Others who lock it wait for the end of the transaction. Has to be the first that
	 * the transaction asks: MySQL shows it what was there then.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void lock(String thing) {
		number("select version from shared_version where name = ? for update", thing);
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void raise(String thing) {
		this.jdbc.sql("update shared_version set version = version + 1 where name = ?").param(thing).update();
	}

	private long number(String query, String thing) {
		return this.jdbc.sql(query).param(thing).query(Long.class).single();
	}

}
