package org.muster.operations;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * The time limit of the connections to MySQL is for pages: a migration of a large table
 * takes what it takes. The pool sets the limit again when it gets a connection back.
 */
@Component
class UnhurriedMigrations implements FlywayConfigurationCustomizer {

	@Override
	public void customize(FluentConfiguration configuration) {
		@Nullable DataSource pool = configuration.getDataSource();
		if (pool != null) {
			configuration.dataSource(new DelegatingDataSource(pool) {
				@Override
				public Connection getConnection() throws SQLException {
					Connection connection = super.getConnection();
					connection.setNetworkTimeout(Runnable::run, 0);
					return connection;
				}
			});
		}
	}

}
