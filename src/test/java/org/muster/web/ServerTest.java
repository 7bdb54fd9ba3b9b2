package org.muster.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.valves.RemoteIpValve;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muster.forms.PublicAddress;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** What the server itself believes and says, over a real connection. */
class ServerTest {

	private static final String FORWARDED = "X-Forwarded-For: 198.51.100.7\r\nX-Forwarded-Proto: https\r\n"
			+ "X-Forwarded-Host: evil.example\r\n";

	private @Nullable WebServer server;

	@AfterEach
	void stop() {
		Objects.requireNonNull(this.server).stop();
	}

	@SuppressWarnings("serial")
	private static final class Echo extends HttpServlet {

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			if (request.getParameter("away") != null) {
				response.sendRedirect("/login");
				return;
			}
			request.getSession();
			response.getWriter()
				.write(request.getRemoteAddr() + " " + request.getScheme() + " " + request.getServerName());
		}

	}

	private void start(String proxies, String url, boolean nativeForwarding) {
		TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
		if (nativeForwarding) {
			factory.addEngineValves(new RemoteIpValve());
		}
		new Server(proxies, new PublicAddress(new MockEnvironment().withProperty("muster.public-url", url)))
			.customize(factory);
		WebServer started = factory.getWebServer((context) -> context.addServlet("echo", new Echo()).addMapping("/*"));
		started.start();
		this.server = started;
	}

	private String answer(String line, String headers) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", Objects.requireNonNull(this.server).getPort())) {
			socket.getOutputStream()
				.write((line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n")
					.getBytes(StandardCharsets.ISO_8859_1));
			try (InputStream input = socket.getInputStream()) {
				return new String(input.readAllBytes(), StandardCharsets.ISO_8859_1);
			}
		}
	}

	@Test
	void whoeverIsNoProxyIsNotBelieved() throws IOException {
		start("10.0.0.0/8, 192.168.1.5", "http://localhost", true);
		assertThat(answer("GET /", FORWARDED)).contains("127.0.0.1 http localhost");
	}

	@Test
	void withoutAProxyNothingIsBelieved() throws IOException {
		start("", "http://localhost", false);
		assertThat(answer("GET /", FORWARDED)).contains("127.0.0.1 http localhost").doesNotContain("__Host-");
	}

	@Test
	void aConfiguredProxySaysWhoAsksAndHowButNotByWhichName() throws IOException {
		start("127.0.0.1", "http://localhost", false);
		assertThat(answer("GET /", FORWARDED)).contains("198.51.100.7 https localhost");
		assertThat(answer("GET /?away=1", FORWARDED)).contains("Location: /login").doesNotContain("evil.example");
	}

	@Test
	void theCookieBelongsToTheHostWhereThePortalIsEncrypted() throws IOException {
		start("", "https://muster.example", false);
		assertThat(answer("GET /", "")).contains("Set-Cookie: __Host-muster=").contains("Secure");
	}

	@Test
	void whatTheServerRefusesItselfHasTheHeadersOfAPageAndNothingElse() throws IOException {
		start("", "http://localhost", false);
		for (String line : new String[] { "GET /a<b", "GET /" + "x".repeat(20_000), "TRACE /", "GET /a/../../b" }) {
			assertThat(answer(line, "")).as(line)
				.startsWith("HTTP/1.1 4")
				.contains("Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff",
						"X-Frame-Options: DENY")
				.doesNotContain("<style", "Tomcat");
		}
	}

}
