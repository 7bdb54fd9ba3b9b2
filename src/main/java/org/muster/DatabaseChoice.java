package org.muster;

import java.util.HashMap;
import java.util.List;
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
 * listens to this machine only, since the passwords of the demo are public. With one,
 * whatever the property that says so, it runs on that database, and refuses to put the
 * demo into it.
 */
class DatabaseChoice implements EnvironmentPostProcessor, Ordered {

	/** After the configuration files have been read. */
	static final int ORDER = Ordered.LOWEST_PRECEDENCE - 10;

	private static final String DEMO = "demo";

	/** Where the driver's own settings stand. */
	static final String DRIVER = "spring.datasource.hikari.data-source-properties";

	private static final String EMBEDDED = "jdbc:h2:file:./data/muster;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
			+ "CASE_INSENSITIVE_IDENTIFIERS=TRUE;LOCK_TIMEOUT=10000";

	/** Spring's own names, each of which wins over what is chosen here. */
	private static final List<String> ADDRESSES = List.of("spring.datasource.hikari.jdbc-url", "spring.datasource.url");

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		String url = environment.getProperty("muster.database.url", "");
		String address = ADDRESSES.stream()
			.map((name) -> environment.getProperty(name, ""))
			.filter((one) -> !one.isBlank())
			.findFirst()
			.orElse(url);
		Map<String, Object> chosen = new HashMap<>();
		if (url.isBlank() && (address.isBlank() || isEmbedded(address))) {
			environment.addActiveProfile(DEMO);
			chosen.put("spring.datasource.url", EMBEDDED);
			chosen.put("spring.datasource.username", "sa");
			chosen.put("spring.datasource.password", "");
			chosen.put("server.address", "127.0.0.1");
		}
		else if (environment.acceptsProfiles(Profiles.of(DEMO))) {
			throw new DemoRefused();
		}
		else {
			chosen.put("spring.datasource.url", address);
			chosen.put("spring.datasource.username", environment.getProperty("muster.database.username", ""));
			chosen.put("spring.datasource.password", environment.getProperty("muster.database.password", ""));
			if (address.startsWith("jdbc:mysql:")) {
				chosen.put(DRIVER + ".connectionTimeZone", "UTC");
				chosen.put(DRIVER + ".forceConnectionTimeZoneToSession", "true");
				limit(chosen, address, "connectTimeout", "5000");
				limit(chosen, address, "socketTimeout", "60000");
			}
		}
		// Last: whatever is set elsewhere wins, so that an operator can tell otherwise.
		environment.getPropertySources().addLast(new MapPropertySource("databaseChoice", chosen));
	}

	/** Whether a database lives in this process, and so is nobody else's. */
	static boolean isEmbedded(String address) {
		return address.startsWith("jdbc:h2:") && !address.matches("jdbc:h2:(tcp|ssl):.*");
	}

	/** The driver waits for ever by default, also for a machine that has vanished. */
	private static void limit(Map<String, Object> chosen, String url, String name, String milliseconds) {
		if (!url.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT) + "=")) {
			chosen.put(DRIVER + "." + name, milliseconds);
		}
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	/** The demo was asked for beside a configured database. */
	static class DemoRefused extends IllegalStateException {

		DemoRefused() {
			super("The profile 'demo' is refused with a configured database: "
					+ "its accounts have a public password, and its data would mix with yours.");
		}

	}

}
