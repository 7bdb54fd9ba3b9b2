package org.muster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody gets who starts the portal with Docker. */
class ComposeTest {

	private static final Pattern NAME = Pattern.compile("`((?:(?:MUSTER|SPRING|SERVER|MANAGEMENT)_|_)[A-Z_]+)`");

	private final Map<String, Object> services = map(new Yaml().<Map<String, Object>>load(read("docker/compose.yaml")),
			"services");

	private static String read(String path) {
		try {
			return Files.readString(Path.of(path));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Map<String, Object> of, String name) {
		return (Map<String, Object>) Objects.requireNonNull(of.get(name), name);
	}

	/** The first cells of the table of variables, whose short names follow a long one. */
	private static List<List<String>> documented() {
		return read("README.md").lines()
			.filter((line) -> line.startsWith("| `"))
			.map((line) -> line.substring(0, line.indexOf('|', 1)))
			.map((cell) -> NAME.matcher(cell).results().map((found) -> found.group(1)).toList())
			.filter((names) -> !names.isEmpty())
			.toList();
	}

	@Test
	void everyDocumentedVariableReachesThePortal() {
		Map<String, Object> passed = map(map(this.services, "portal"), "environment");
		List<String> missing = new ArrayList<>();
		for (List<String> names : documented()) {
			String first = names.get(0);
			for (String name : names) {
				boolean known = name.startsWith("_")
						? passed.keySet()
							.stream()
							.anyMatch((one) -> one.endsWith(name)
									&& first.startsWith(one.substring(0, one.length() - name.length())))
						: passed.containsKey(name);
				if (!known) {
					missing.add(first + " " + name);
				}
			}
		}
		assertThat(documented()).hasSizeGreaterThan(20);
		assertThat(missing).isEmpty();
	}

	@Test
	void nothingStartsWithoutAPasswordOfTheDatabase() {
		assertThat(map(map(this.services, "mysql"), "environment").get("MYSQL_PASSWORD")).asString().contains(":?");
		assertThat(map(map(this.services, "portal"), "environment").get("MUSTER_DATABASE_PASSWORD")).asString()
			.contains(":?");
		assertThat(read("docker/compose.yaml")).doesNotContain("change-me");
	}

	@Test
	void everyServiceComesBackHasALimitAndTimeToEnd() {
		assertThat(this.services.keySet()).allSatisfy((name) -> {
			Map<String, Object> service = map(this.services, name);
			assertThat(service).containsEntry("restart", "unless-stopped").containsKeys("mem_limit", "logging");
			assertThat(seconds(String.valueOf(service.get("stop_grace_period")))).isGreaterThanOrEqualTo(60);
		});
	}

	private static int seconds(String value) {
		Matcher matcher = Pattern.compile("(\\d+)s").matcher(value);
		return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
	}

	@Test
	void theImageStartsFromItsCacheAndIsAskedWhetherItIsReady() {
		String image = read("docker/Dockerfile");
		assertThat(image).contains("-XX:AOTCacheOutput=muster.aot", "\"-XX:AOTCache=muster.aot\"", "/readyz")
			.doesNotContain("JarLauncher");
	}

}
