package org.muster;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.muster.DatabaseChoice.DemoRefused;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Asks the database itself where it is before anything is written to it: a data source
 * can come from more places than {@link DatabaseChoice} knows.
 */
@Component
@Profile("demo")
class DemoGuard implements BeanPostProcessor {

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (bean instanceof DataSource source && !DatabaseChoice.isEmbedded(address(source))) {
			throw new DemoRefused();
		}
		return bean;
	}

	private static String address(DataSource source) {
		try (Connection connection = source.getConnection()) {
			return connection.getMetaData().getURL();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
