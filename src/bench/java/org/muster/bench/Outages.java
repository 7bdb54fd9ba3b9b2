package org.muster.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.muster.MusterApplication;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.testing.World;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Kills the database and the portal, as often as it is told, while an approver accepts a proposal, and
 * looks what came of it: whatever was acknowledged is there, an accepted proposal has its engagement, no
 * page has said that nothing was saved where it was, and what was not accepted can be. How many lines the
 * portal has logged from one kill of the database to the next is counted.
 *
 *     ./mvnw -q -Pbench verify -Dbench=outages -Drounds=200       with MUSTER_TEST_MYSQLD
 *     ./mvnw -q -Pbench verify -Dbench=outages -Dvictim=portal    one of them only
 */
final class Outages {

	private enum Victim {

		MYSQLD, PORTAL

	}

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	/** Of a page: the machine may be busy, and the portal has just been started. */
	private static final Duration PAGE = Duration.ofMinutes(2);

	private final Path folder = Files.createTempDirectory("muster-outages");

	private final int mysqlPort = freePort();

	private final int port = freePort();

	private final Random random = new Random(1);

	private Process mysqld;

	private Process portal;

	private HttpClient browser;

	private int acknowledged;

	private int accepted;

	private int lost;

	private int falselyDenied;

	private int withoutEngagement;

	private int notAcceptedAgain;

	private long longestHealing;

	private long longestLog;

	private Outages() throws IOException {
	}

	/**
	 * Kills each victim of the name, {@code mysqld}, {@code portal} or {@code both}, in so many rounds.
	 */
	static void run(int rounds, String victim) throws Exception {
		List<Victim> victims = victim.equals("both") ? List.of(Victim.values())
				: List.of(Victim.valueOf(victim.toUpperCase(Locale.ROOT)));
		for (Victim one : victims) {
			new Outages().play(rounds, one);
		}
	}

	private void play(int rounds, Victim victim) throws Exception {
		mysql("--initialize-insecure").waitFor();
		startMysql();
		try (ConfigurableApplicationContext builder = SpringApplication.run(
				new Class<?>[] { MusterApplication.class, World.class },
				new String[] { "--server.port=0", "--muster.database.url=" + url(), "--muster.seller.name=Muster Consulting",
						"--muster.seller.country=PT", "--spring.main.banner-mode=off" })) {
			startPortal();
			World world = builder.getBean(World.class);
			JdbcTemplate jdbc = builder.getBean(JdbcTemplate.class);
			Organisation client = world.organisation();
			CurrentUser approver = world.person(Role.APPROVER, client);
			CurrentUser manager = world.manager();
			for (int round = 1; round <= rounds; round++) {
				play(round, victim, world.sent(approver, manager).reference(), approver, jdbc);
			}
		}
		finally {
			this.portal.destroyForcibly();
			this.mysqld.destroyForcibly();
		}
		System.out.printf(
				"RESULT outages victim=%s rounds=%d acknowledged=%d accepted=%d lost=%d falsely_denied=%d without_engagement=%d "
						+ "not_accepted_again=%d longest_healing_ms=%d most_log_lines=%d%n",
				name(victim), rounds, this.acknowledged, this.accepted, this.lost, this.falselyDenied, this.withoutEngagement,
				this.notAcceptedAgain, this.longestHealing, this.longestLog);
	}

	private static String name(Victim victim) {
		return victim.name().toLowerCase(Locale.ROOT);
	}

	private void play(int round, Victim victim, String proposal, CurrentUser approver, JdbcTemplate jdbc)
			throws Exception {
		long logged = logged();
		signIn(approver);
		Document page = Jsoup.parse(get("/proposals/" + proposal).body());
		CompletableFuture<HttpResponse<String>> answer = this.browser.sendAsync(acceptance(page, proposal, approver),
				BodyHandlers.ofString());
		Thread.sleep(this.random.nextInt(350));
		((victim == Victim.PORTAL) ? this.portal : this.mysqld).destroyForcibly().waitFor();
		HttpResponse<String> told = answer.handle((response, lost) -> response).join();
		long begun = System.nanoTime();
		if (victim == Victim.PORTAL) {
			startPortal();
		}
		else {
			startMysql();
		}
		await(() -> get("/readyz").statusCode() == 200 && get("/login").statusCode() == 200);
		boolean isAcknowledged = told != null && told.statusCode() == 302;
		boolean isDenied = told != null && !Jsoup.parse(told.body()).select("[data-saved=nothing]").isEmpty();
		boolean isAccepted = isAccepted(jdbc, proposal);
		this.acknowledged += isAcknowledged ? 1 : 0;
		this.accepted += isAccepted ? 1 : 0;
		this.lost += (isAcknowledged && !isAccepted) ? 1 : 0;
		this.falselyDenied += (isDenied && isAccepted) ? 1 : 0;
		if (!isAccepted) {
			signIn(approver);
			Document again = Jsoup.parse(get("/proposals/" + proposal).body());
			int status = this.browser.send(acceptance(again, proposal, approver), BodyHandlers.ofString()).statusCode();
			this.notAcceptedAgain += (status == 302 && isAccepted(jdbc, proposal)) ? 0 : 1;
		}
		boolean healed = await(() -> jdbc.queryForObject(
				"select count(*) from engagement where proposal_reference = ?", Integer.class, proposal) == 1);
		this.withoutEngagement += healed ? 0 : 1;
		long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
		this.longestHealing = Math.max(this.longestHealing, took);
		long lines = logged() - logged;
		this.longestLog = Math.max(this.longestLog, lines);
		System.out.printf("round=%d victim=%s answer=%s accepted=%s healed=%s ms=%d log_lines=%d%n", round, name(victim),
				(told != null) ? String.valueOf(told.statusCode()) : "none", isAccepted, healed, took, lines);
	}

	private long logged() throws IOException {
		try (Stream<String> lines = Files.lines(this.folder.resolve("portal.log"))) {
			return lines.count();
		}
	}

	private static boolean isAccepted(JdbcTemplate jdbc, String proposal) throws Exception {
		Integer[] found = new Integer[1];
		await(() -> {
			found[0] = jdbc.queryForObject("select count(*) from proposal p join proposal_revision r "
					+ "on r.proposal_id = p.id where p.reference = ? and r.status = 'ACCEPTED'", Integer.class, proposal);
			return true;
		});
		return found[0] == 1;
	}

	private void signIn(CurrentUser approver) throws Exception {
		this.browser = HttpClient.newBuilder()
			.cookieHandler(new CookieManager())
			.followRedirects(Redirect.NEVER)
			.build();
		String token = token(Jsoup.parse(get("/login").body()));
		this.browser.send(post("/login", Map.of("username", approver.email(), "password", "secret", "_csrf", token)),
				BodyHandlers.ofString());
	}

	private HttpRequest acceptance(Document page, String proposal, CurrentUser approver) {
		return post("/proposals/" + proposal + "/acceptance", Map.of("revision", "1", "fullName", approver.name(),
				"function", "Head of engineering", "_csrf", token(page)));
	}

	private static String token(Document page) {
		return page.select("input[name=_csrf]").attr("value");
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		HttpClient client = (this.browser != null) ? this.browser : HttpClient.newHttpClient();
		return client.send(HttpRequest.newBuilder(uri(path)).timeout(PAGE).build(),
				BodyHandlers.ofString());
	}

	private HttpRequest post(String path, Map<String, String> form) {
		String body = form.entrySet()
			.stream()
			.map((one) -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.timeout(PAGE)
			.POST(BodyPublishers.ofString(body))
			.build();
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	/** Until it is so, whatever is thrown before; {@code false} if it never is. */
	private static boolean await(Callable<Boolean> so) throws InterruptedException {
		long begun = System.nanoTime();
		while (System.nanoTime() - begun < PATIENCE.toNanos()) {
			try {
				if (so.call()) {
					return true;
				}
			}
			catch (Exception ex) {
				// Not yet.
			}
			Thread.sleep(100);
		}
		return false;
	}

	private String url() {
		return "jdbc:mysql://127.0.0.1:" + this.mysqlPort
				+ "/muster?createDatabaseIfNotExist=true&user=root&allowPublicKeyRetrieval=true&useSSL=false";
	}

	private void startMysql() throws Exception {
		this.mysqld = mysql("--port=" + this.mysqlPort, "--bind-address=127.0.0.1",
				"--socket=" + this.folder.resolve("s"), "--pid-file=" + this.folder.resolve("pid"),
				"--secure-file-priv=NULL", "--mysqlx=OFF");
		await(() -> {
			new Socket("127.0.0.1", this.mysqlPort).close();
			return true;
		});
	}

	private Process mysql(String... options) throws IOException {
		String mysqld = System.getenv("MUSTER_TEST_MYSQLD");
		if (mysqld == null) {
			throw new IllegalStateException("Set MUSTER_TEST_MYSQLD to the path of a mysqld");
		}
		List<String> command = new ArrayList<>(
				List.of(mysqld, "--no-defaults", "--user=root", "--datadir=" + this.folder.resolve("data")));
		command.addAll(List.of(options));
		return start(command, "mysqld.log");
	}

	private void startPortal() throws Exception {
		this.portal = start(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), MusterApplication.class.getName(), "--server.port=" + this.port,
				"--muster.database.url=" + url(), "--muster.seller.name=Muster Consulting", "--muster.seller.country=PT"),
				"portal.log");
		await(() -> get("/readyz").statusCode() == 200);
	}

	private Process start(List<String> command, String log) throws IOException {
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.folder.resolve(log).toFile()))
			.start();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
