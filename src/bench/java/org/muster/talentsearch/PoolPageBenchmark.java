package org.muster.talentsearch;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.muster.MusterApplication;
import org.muster.skills.SkillReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long the list of consultants takes, from the request over HTTP to its last byte,
 * with 50 rows of a pool of 100,000 and the counts of its facets.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class PoolPageBenchmark {

	private static final int SIZE = Integer.getInteger("pool", 100_000);

	/** What is asked; {@code *} for everybody. */
	@Param({ "*", "java", "java spring senior lisbon < 500 eur from january" })
	private String asked;

	private ConfigurableApplicationContext application;

	private HttpClient client;

	private String address;

	private PoolIndex index;

	private long times;

	@Setup(Level.Trial)
	public void start() throws IOException, InterruptedException {
		this.application = SpringApplication.run(MusterApplication.class, "--server.port=0",
				"--spring.datasource.url=jdbc:h2:mem:bench;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
						+ "CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1");
		this.index = this.application.getBean(PoolIndex.class);
		new GeneratedPool(this.application).fill(SIZE);
		this.address = "http://localhost:" + this.application.getEnvironment().getProperty("local.server.port");
		this.client = HttpClient.newBuilder()
			.cookieHandler(new CookieManager())
			.followRedirects(HttpClient.Redirect.NORMAL)
			.build();
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get("/login"));
		token.find();
		this.client.send(
				HttpRequest.newBuilder(URI.create(this.address + "/login"))
					.header("Content-Type", "application/x-www-form-urlencoded")
					.POST(HttpRequest.BodyPublishers.ofString("username=manager%40muster.example&password=muster-demo&_csrf="
							+ URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
					.build(),
				HttpResponse.BodyHandlers.ofString());
		int rows = page().split("data-consultant=").length - 1;
		System.out.printf("%s: %d rows%n", this.asked, rows);
	}

	@TearDown(Level.Trial)
	public void stop() {
		this.application.close();
	}

	@Benchmark
	public String page() throws IOException, InterruptedException {
		String query = this.asked.equals("*") ? "" : URLEncoder.encode(this.asked, StandardCharsets.UTF_8);
		return get("/consultants?q=" + query);
	}

	/** The search alone, in memory, as it is the first time that somebody asks. */
	@Benchmark
	public PoolFound search() {
		PoolQuery query = new PoolQueryReader(this.asked.equals("*") ? "" : this.asked,
				this.application.getBean(SkillReader.class), this.index.cities(), "EUR",
				this.application.getBean(Clock.class))
			.read();
		return this.index.search(String.valueOf(this.times++), query, PoolOrder.NAME, 0, 50);
	}

	private String get(String path) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.client.send(HttpRequest.newBuilder(URI.create(this.address + path)).build(),
				HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() != 200) {
			throw new IOException(path + " answers " + answer.statusCode());
		}
		return answer.body();
	}

}
