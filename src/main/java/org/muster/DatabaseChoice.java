package org.muster;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Without a database address the portal runs the demo on an embedded database, and
 * listens to this machine only, since the passwords of the demo are public. With one it
 * runs on that database, and refuses to put the demo into it.
 */
class DatabaseChoice implements EnvironmentPostProcessor, Ordered {

	private static final String DEMO = "demo";

	/** Where the driver's own settings stand. */
	private static final String DRIVER = "spring.datasource.hikari.data-source-properties.";

	private static final String EMBEDDED = "jdbc:h2:file:./data/muster;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
			+ "CASE_INSENSITIVE_IDENTIFIERS=TRUE;LOCK_TIMEOUT=10000";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		String url = environment.getProperty("muster.database.url", "");
		boolean asked = environment.acceptsProfiles(Profiles.of(DEMO));
		Map<String, Object> chosen = new HashMap<>();
		if (url.isBlank()) {
			environment.addActiveProfile(DEMO);
			chosen.put("spring.datasource.url", EMBEDDED);
			chosen.put("spring.datasource.username", "sa");
			chosen.put("spring.datasource.password", "");
			chosen.put("server.address", "127.0.0.1");
		}
		else if (asked) {
			throw new DemoRefused();
		}
		else {
			chosen.put("spring.datasource.url", url);
			chosen.put("spring.datasource.username", environment.getProperty("muster.database.username", ""));
			chosen.put("spring.datasource.password", environment.getProperty("muster.database.password", ""));
			if (url.startsWith("jdbc:mysql:")) {
				chosen.put(DRIVER + "connectionTimeZone", "UTC");
				chosen.put(DRIVER + "forceConnectionTimeZoneToSession", "true");
				limit(chosen, url, "connectTimeout", "5000");
				limit(chosen, url, "socketTimeout", "60000");
			}
		}
		// Last: whatever is set elsewhere wins, so that an operator can tell otherwise.
		environment.getPropertySources().addLast(new MapPropertySource("databaseChoice", chosen));
	}

	/** The driver waits for ever by default, also for a machine that has vanished. */
	private static void limit(Map<String, Object> chosen, String url, String name, String milliseconds) {
		if (!url.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT) + "=")) {
			chosen.put(DRIVER + name, milliseconds);
		}
	}

	/** After the configuration files have been read. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	/** The demo was asked for beside a configured database. */
	static class DemoRefused extends IllegalStateException {

		DemoRefused() {
			super("The profile 'demo' is refused beside a configured database: "
					+ "its accounts have a public password, and its data would mix with yours.");
		}

	}

}
