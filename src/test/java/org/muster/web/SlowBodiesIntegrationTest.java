package org.muster.web;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.testing.TestDatabase;
import org.muster.testing.TwoNodes;

import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Forms that never arrive, and connections that say nothing, from somebody who has not
 * signed in.
 */
@Tag("integration")
@ExtendWith(TestDatabase.class)
class SlowBodiesIntegrationTest {

	private static final String FORM = """
			POST /login HTTP/1.1\r
			Host: localhost\r
			Content-Type: application/x-www-form-urlencoded\r
			Content-Length: 100000\r
			\r
			u""";

	/** More than Tomcat has threads. */
	private static final int MANY = 250;

	/** Less than that of the server, which ends connections that say nothing. */
	private static final int PATIENCE = 8000;

	private int port;

	@BeforeEach
	void start() {
		this.port = TwoNodes.start().one(Environment.class).getRequiredProperty("local.server.port", Integer.class);
	}

	@Test
	void keepNobodyElseOut() throws Exception {
		// The first page of a portal takes a while anyway.
		page("/login", 60_000);
		List<Socket> slow = new ArrayList<>();
		try {
			for (int count = 0; count < MANY; count++) {
				Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
				slow.add(socket);
				socket.getOutputStream().write(FORM.getBytes(StandardCharsets.ISO_8859_1));
			}
			for (int count = 0; count < 5; count++) {
				assertThat(page("/login", PATIENCE)).isEqualTo(200);
				assertThat(page("/livez", PATIENCE)).isEqualTo(200);
			}
			Socket refused = slow.get(MANY - 1);
			refused.setSoTimeout(2000);
			assertThat(new String(refused.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
				.startsWith("HTTP/1.1 503");
		}
		finally {
			for (Socket socket : slow) {
				socket.close();
			}
		}
	}

	@Test
	void connectionsOfOneAddressAreBounded() throws Exception {
		page("/login", 60_000);
		List<Socket> open = new ArrayList<>();
		try {
			for (int count = 0; count < BoundedConnections.FROM_ONE_ADDRESS + 100; count++) {
				open.add(new Socket(InetAddress.getLoopbackAddress(), this.port));
			}
			Socket last = open.get(open.size() - 1);
			// Less than the time after which the server ends whatever says nothing.
			last.setSoTimeout(PATIENCE);
			assertThat(isClosed(last)).isTrue();
		}
		finally {
			for (Socket socket : open) {
				socket.close();
			}
		}
	}

	@Test
	void whoeverAsksForHealthGetsNoSession() throws Exception {
		page("/login", 60_000);
		for (String path : List.of("/livez", "/readyz", "/actuator/health")) {
			HttpURLConnection connection = (HttpURLConnection) URI.create("http://localhost:" + this.port + path)
				.toURL()
				.openConnection();
			assertThat(connection.getResponseCode()).as(path).isEqualTo(200);
			assertThat(connection.getHeaderField("Set-Cookie")).as(path).isNull();
		}
	}

	/** Silence is a time-out, the end of a connection is told. */
	private static boolean isClosed(Socket socket) {
		try {
			return socket.getInputStream().read() < 0;
		}
		catch (SocketTimeoutException ex) {
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

	@Test
	void parametersThatAreNoTextAreNoFaultOfOurs() throws Exception {
		page("/login", 60_000);
		for (String path : List.of("/livez", "/login", "/requests")) {
			assertThat(page(path + "?q=%ED%A0%80", PATIENCE)).as(path).isEqualTo(400);
		}
	}

	@Test
	void whatIsRefusedForItsParametersSaysSoAndHasTheHeadersOfAPage() throws Exception {
		HttpURLConnection connection = (HttpURLConnection) URI
			.create("http://localhost:" + this.port + "/login?q=%ff%fe")
			.toURL()
			.openConnection();
		assertThat(connection.getResponseCode()).isEqualTo(400);
		assertThat(connection.getHeaderField("Content-Type")).startsWith("text/plain");
		assertThat(connection.getHeaderField("Content-Security-Policy")).isNotBlank();
		assertThat(new String(connection.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
			.isEqualTo("400 Bad Request\n");
	}

	private int page(String path, int milliseconds) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) URI.create("http://localhost:" + this.port + path)
			.toURL()
			.openConnection();
		connection.setConnectTimeout(milliseconds);
		connection.setReadTimeout(milliseconds);
		try {
			return connection.getResponseCode();
		}
		finally {
			connection.disconnect();
		}
	}

}
