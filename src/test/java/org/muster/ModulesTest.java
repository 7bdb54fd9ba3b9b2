package org.muster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

import static org.assertj.core.api.Assertions.assertThat;

class ModulesTest {

	private static final ApplicationModules MODULES = ApplicationModules.of(MusterApplication.class);

	private static final Path ARCHITECTURE = Path.of("src/site/ARCHITECTURE.md");

	@Test
	void modulesUseOnlyWhatTheyMayAndAreDrawnInTarget() {
		MODULES.verify();
		new Documenter(MODULES).writeDocumentation();
	}

	@Test
	void thePictureOfTheModulesIsCurrent() throws IOException {
		assertThat(Files.readString(ARCHITECTURE)).contains(picture(used()));
	}

	@Test
	void everyModuleIsDescribedAndNothingElse() throws IOException {
		List<String> described = Files.readAllLines(ARCHITECTURE)
			.stream()
			.filter((line) -> line.startsWith("| `"))
			.map((line) -> line.substring(3, line.indexOf('`', 3)))
			.sorted()
			.toList();
		assertThat(described).containsExactlyElementsOf(used().keySet());
	}

	@Test
	void everyClassThatThePageNamesExists() throws IOException {
		String page = Files.readString(ARCHITECTURE);
		List<String> named = Pattern.compile("`([A-Z]\\w+)`")
			.matcher(page.substring(page.indexOf("## Three flows")))
			.results()
			.map((match) -> match.group(1) + ".java")
			.distinct()
			.toList();
		try (Stream<Path> sources = Stream.concat(Files.walk(Path.of("src/main/java")),
				Files.walk(Path.of("src/test/java")))) {
			assertThat(sources.map((file) -> file.getFileName().toString()).toList()).containsAll(named);
		}
	}

	/** By each module's name the names of those that it uses. */
	private static Map<String, Set<String>> used() {
		Map<String, Set<String>> used = new TreeMap<>();
		MODULES.forEach((module) -> used.put(module.getIdentifier().toString(),
				module.getDirectDependencies(MODULES)
					.uniqueModules()
					.map((other) -> other.getIdentifier().toString())
					.collect(Collectors.toCollection(TreeSet::new))));
		return used;
	}

	/** Without the arrows that follow from others, of which there are hundreds. */
	private static String picture(Map<String, Set<String>> used) {
		StringBuilder picture = new StringBuilder("```mermaid\nflowchart BT\n");
		used.forEach((module, others) -> {
			Set<String> direct = new TreeSet<>(others);
			others.forEach((other) -> direct.removeAll(below(other, used)));
			direct.forEach((other) -> picture.append("    ").append(module).append(" --> ").append(other).append('\n'));
		});
		return picture.append("```\n").toString();
	}

	private static Set<String> below(String module, Map<String, Set<String>> used) {
		Set<String> below = new TreeSet<>();
		used.getOrDefault(module, Set.of()).forEach((other) -> {
			below.add(other);
			below.addAll(below(other, used));
		});
		return below;
	}

}
