package org.muster;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Connects once before anything else does: pool, migrations and Hibernate would each
 * explain in a hundred lines why they cannot.
 */
class DatabaseCheck {

	private static final String ADDRESS = "spring.datasource.url";

	private static final String MYSQL = "jdbc:mysql:";

	/** Of user or password. */
	private static final String REFUSED = "28000";

	private static final String NO_CONNECTION = "08";

	private final Environment environment;

	DatabaseCheck(Environment environment) {
		this.environment = environment;
	}

	/** Why the database cannot be used, and what to do. */
	Optional<String> problem() {
		String url = this.environment.getProperty(ADDRESS, "");
		if (url.startsWith("jdbc:h2:") || url.isBlank()) {
			return Optional.empty();
		}
		if (!url.startsWith(MYSQL)) {
			return Optional
				.of("The address of the database is \"%s\". Muster runs on MySQL: set MUSTER_DATABASE_URL to an address such as jdbc:mysql://localhost:3306/muster."
					.formatted(withoutSettings(url)));
		}
		String user = this.environment.getProperty("spring.datasource.username", "");
		try {
			DriverManager.getConnection(url, settings(user)).close();
			return Optional.empty();
		}
		catch (SQLException ex) {
			return Optional.of(sentence(ex, withoutSettings(url), user));
		}
	}

	private Properties settings(String user) {
		Properties settings = new Properties();
		settings.putAll(Binder.get(this.environment)
			.bind(DatabaseChoice.DRIVER, Bindable.mapOf(String.class, String.class))
			.orElseGet(Map::of));
		if (!user.isEmpty()) {
			settings.put("user", user);
			settings.put("password", this.environment.getProperty("spring.datasource.password", ""));
		}
		return settings;
	}

	private static String sentence(SQLException problem, String url, String user) {
		String state = String.valueOf(problem.getSQLState());
		if (state.equals(REFUSED)) {
			return "The database at %s refuses the user \"%s\" with this password. Check MUSTER_DATABASE_USERNAME and MUSTER_DATABASE_PASSWORD."
				.formatted(url, user);
		}
		if (state.startsWith(NO_CONNECTION) && problem.getCause() != null) {
			return "No database answers at %s. Check that it runs, and MUSTER_DATABASE_URL.".formatted(url);
		}
		return "The database at %s cannot be used: %s. Check MUSTER_DATABASE_URL.".formatted(url,
				String.valueOf(problem.getMessage()).lines().findFirst().orElse(state));
	}

	/** What follows the question mark can hold a password. */
	private static String withoutSettings(String url) {
		return url.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//");
	}

}
