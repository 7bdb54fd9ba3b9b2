package org.muster.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;

/**
 * A MySQL-compatible server for the tests: the one that is given, one from
 * Testcontainers, or a throw-away instance of a mysqld on this machine, in that order.
 */
public final class MySqlServer {

	private MySqlServer() {
	}

	/** Its JDBC address, if there is one. */
	public static Optional<String> find() {
		String given = System.getenv("MUSTER_TEST_MYSQL_URL");
		if (given != null && !given.isBlank()) {
			return Optional.of(given);
		}
		if (Files.exists(Path.of("/var/run/docker.sock")) && DockerClientFactory.instance().isDockerAvailable()) {
			return Optional.of(container());
		}
		return mysqld().map(MySqlServer::start);
	}

	/** Lives as long as the tests: Testcontainers ends it with their process. */
	@SuppressWarnings("resource")
	private static String container() {
		MySQLContainer container = new MySQLContainer("mysql:8.4").withUsername("root").withPassword("test");
		container.start();
		return container.getJdbcUrl() + "?user=root&password=test&allowPublicKeyRetrieval=true&useSSL=false";
	}

	private static Optional<Path> mysqld() {
		String given = System.getenv("MUSTER_TEST_MYSQLD");
		if (given != null && !given.isBlank()) {
			return Optional.of(Path.of(given));
		}
		String path = System.getenv("PATH");
		return Stream
			.concat(Arrays.stream(((path != null) ? path : "").split(File.pathSeparator)), Stream.of("/usr/sbin"))
			.map((folder) -> Path.of(folder, "mysqld"))
			.filter(Files::isExecutable)
			.findFirst();
	}

	private static String start(Path mysqld) {
		try {
			Path folder = Files.createTempDirectory("muster-mysql");
			Path data = folder.resolve("data");
			@Nullable String user = "root".equals(System.getProperty("user.name")) ? "--user=root" : "--skip-name-resolve";
			run(folder, mysqld.toString(), "--no-defaults", user, "--initialize-insecure", "--datadir=" + data)
				.waitFor();
			int port = freePort();
			Process server = run(folder, mysqld.toString(), "--no-defaults", user, "--datadir=" + data,
					"--port=" + port, "--bind-address=127.0.0.1", "--socket=" + folder.resolve("s"),
					"--pid-file=" + folder.resolve("pid"), "--secure-file-priv=NULL", "--mysqlx=OFF");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
			await(server, port, folder);
			return "jdbc:mysql://127.0.0.1:" + port
					+ "/muster_test?createDatabaseIfNotExist=true&user=root&allowPublicKeyRetrieval=true&useSSL=false";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static Process run(Path folder, String... command) throws IOException {
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
			.start();
	}

	private static void await(Process server, int port, Path folder) throws IOException, InterruptedException {
		Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
		while (server.isAlive() && Instant.now().isBefore(deadline)) {
			try {
				new Socket(InetAddress.getLoopbackAddress(), port).close();
				return;
			}
			catch (IOException ex) {
				server.waitFor(200, java.util.concurrent.TimeUnit.MILLISECONDS);
			}
		}
		throw new IllegalStateException("mysqld did not start:\n" + Files.readString(folder.resolve("log")));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static void end(Process server, Path folder) {
		server.destroyForcibly();
		try (Stream<Path> files = Files.walk(folder)) {
			server.waitFor();
			files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
		}
		catch (IOException | InterruptedException ex) {
			// A folder in the temporary directory stays behind.
		}
	}

}
