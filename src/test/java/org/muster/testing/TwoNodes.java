package org.muster.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.muster.MusterApplication;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two portals on one database of their own, which was empty before they were started; on
 * MySQL both at once. They serve all tests that ask for them.
 */
public final class TwoNodes {

	private static final String NAME = "muster_nodes";

	private static @Nullable TwoNodes started;

	private final List<ConfigurableApplicationContext> nodes;

	private TwoNodes(List<ConfigurableApplicationContext> nodes) {
		this.nodes = nodes;
	}

	public static synchronized TwoNodes start() {
		TwoNodes known = started;
		if (known == null) {
			known = new TwoNodes(startBoth());
			started = known;
		}
		return known;
	}

	private static List<ConfigurableApplicationContext> startBoth() {
		String url = System.getProperty("muster.database.url", "");
		String own = url.replace("jdbc:h2:mem:test", "jdbc:h2:mem:" + NAME).replace("/muster_test", "/" + NAME);
		// It is one for the process, and is set up already.
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
		try {
			Supplier<ConfigurableApplicationContext> node = () -> SpringApplication.run(MusterApplication.class,
					"--muster.database.url=" + own, "--server.port=0", "--muster.attachments.folder=target/attachments",
					"--spring.main.banner-mode=off");
			if (!url.startsWith("jdbc:mysql:")) {
				return List.of(node.get(), node.get());
			}
			drop(url);
			List<CompletableFuture<ConfigurableApplicationContext>> both = new ArrayList<>();
			both.add(CompletableFuture.supplyAsync(node, (start) -> new Thread(start).start()));
			both.add(CompletableFuture.supplyAsync(node, (start) -> new Thread(start).start()));
			return both.stream().map(CompletableFuture::join).toList();
		}
		finally {
			System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
		}
	}

	private static void drop(String url) {
		try (Connection connection = DriverManager.getConnection(url)) {
			connection.createStatement().execute("drop database if exists " + NAME);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public <T> T one(Class<T> type) {
		return this.nodes.get(0).getBean(type);
	}

	public <T> T other(Class<T> type) {
		return this.nodes.get(1).getBean(type);
	}

	/** What one node does is known to another by then. */
	public static void withinTwoSeconds(BooleanSupplier known) throws InterruptedException {
		long begun = System.nanoTime();
		while (!known.getAsBoolean() && System.nanoTime() - begun < Duration.ofSeconds(2).toNanos()) {
			Thread.sleep(20);
		}
		assertThat(known.getAsBoolean()).as("known within two seconds").isTrue();
	}

}
